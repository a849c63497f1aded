//! Copies of the book that are proven whole, and going back to one.
//!
//! [`back_up`] makes one where the owner says, [`keep`] makes the program's own: each is written, reopened and counted ([`copy`]). When one
//! is due ([`due`]), which may go again ([`thin`]) and whether the clock can be trusted with that ([`doubt`]) are pure rules. Going back is
//! always the same way: the copy is staged beside the book ([`stage`]), opened and looked through there, and only then put in its place.

mod conflict;
mod copy;
mod doubt;
mod due;
mod keep;
mod list;
mod names;
mod notes;
mod preview;
mod prove;
mod rescue;
mod restore;
mod stage;
mod thin;

pub use copy::back_up;
pub use doubt::{confirm_clock, in_doubt};
pub use due::{OFF_DISK_DAYS, is_due, off_disk_due};
pub use keep::{before_bulk, closing, tick};
pub use list::list_backups;
pub use names::folder_of;
pub(crate) use notes::Notes;
pub use preview::preview_restore;
pub use prove::prove_copy;
pub use rescue::{is_lost, newest_good, work_again};
pub use restore::{restore, undo_restore};
pub use thin::{Held, superfluous};

/// The key in table `state` under which the instant of the last good copy stands, milliseconds.
pub(crate) const LAST_BACKUP: &str = "last_backup";
