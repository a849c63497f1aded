//! Copies of the book that are proven whole.

/// The key in table `state` under which the instant of the last good copy stands, milliseconds.
pub(crate) const LAST_BACKUP: &str = "last_backup";
