//! Vouchers, the birthday privilege and the register of granted benefits.

mod rules;

pub use rules::*;
