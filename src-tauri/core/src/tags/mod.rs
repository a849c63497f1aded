//! Tags by hand ([`hand`]): adding one in bulk never replaces others. Tags that rules give ([`automatic`]).

mod automatic;
mod hand;

pub use automatic::{list_rules, preview_rule, remove_rule, save_rule};
pub(crate) use hand::put_on;
pub use hand::{add, delete, list, remove, save};
