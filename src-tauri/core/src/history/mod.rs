//! What was done, by whom and when, and taking it back.
//!
//! Undo, the visible history and "old and new kept" all read the one record that the triggers of `store/watch.rs` write.
//! An undo is itself an operation, so undoing an undo is a redo. An operation whose rows were changed again by a later
//! one that still stands is refused, naming that one.

mod list;
mod undo;

pub(crate) use list::entry;
pub use list::{detail, list};
pub use undo::undo;
