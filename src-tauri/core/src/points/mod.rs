//! Points: what a purchase earns ([`earn`]) and what the entries written so far add up to ([`ledger`]).

mod earn;
mod ledger;

pub use earn::*;
pub use ledger::*;
