//! Tags by hand. Adding one in bulk never replaces others.

mod hand;

pub(crate) use hand::put_on;
pub use hand::{add, delete, list, remove, save};
