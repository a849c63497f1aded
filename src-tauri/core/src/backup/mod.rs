//! Copies of the book that are proven whole.

mod copy;

pub use copy::back_up;

/// The key in table `state` under which the instant of the last good copy stands, milliseconds.
pub(crate) const LAST_BACKUP: &str = "last_backup";
