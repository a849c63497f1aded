//! Contacts (联系): what is known of a customer ([`facts`]) and whether she may be addressed today ([`clock`]); then the log of calls,
//! messages and talks.

pub mod clock;
pub mod facts;
