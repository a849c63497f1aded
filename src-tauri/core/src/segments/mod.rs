//! Segments (细分人群): saved filters over customers, the way the shop looks after each, and the steps from a list of people to work:
//! tasks, an invitation, a file.
//!
//! Whom a filter finds is a conclusion of (facts, today), asked anew each time: [`crate::store::condition`] says it in SQL. The same
//! filter narrows the list of customers, the guest list of an event and the exported table.

mod check;
mod conclude;
pub(crate) mod defaults;
mod list;
mod preview;
mod save;
mod tasks;

pub(crate) use check::check;
pub(crate) use conclude::concluded;
pub use list::list;
pub use preview::preview;
pub use save::{remove, save};
pub use tasks::set_tasks;
