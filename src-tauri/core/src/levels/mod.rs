//! Levels of membership: what the owner sets ([`rules`]), what follows from the visits ([`fold`]), and what a review would change
//! ([`review`]); then the verbs of the screen.
//!
//! A customer's level is never stored as a truth of its own. It is the fold of her visits and of the decisions taken about her.

mod by_hand;
mod fold;
mod measures;
mod page;
mod period;
mod review;
mod reviews;
mod rules;
mod save;
#[cfg(test)]
mod testing;

pub use by_hand::{history, set_level};
pub use fold::*;
pub use measures::*;
pub use page::page;
pub use period::*;
pub use review::*;
pub use reviews::{apply, dry_run_levels, near, preview};
pub use rules::*;
pub use save::{remove_campaign, save, save_campaign};
