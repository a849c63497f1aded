//! How well the shop knows a customer ([`completeness`]) and what to ask her next ([`questions`]).

mod completeness;
mod questions;

pub use completeness::*;
pub use questions::*;
