//! Levels of membership: what the owner sets ([`rules`]), what follows from the visits ([`fold`]), and what a review would change
//! ([`review`]).
//!
//! A customer's level is never stored as a truth of its own. It is the fold of her visits and of the decisions taken about her.

mod fold;
mod measures;
mod period;
mod review;
mod rules;
#[cfg(test)]
mod testing;

pub use fold::*;
pub use measures::*;
pub use period::*;
pub use review::*;
pub use rules::*;
