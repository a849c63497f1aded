//! Who may do what (SPEC P3), and who sits at the counter.
//!
//! [`Access`] is what an operation asks for, [`Seat`] who is there; [`Seat::admit`] is the one place where they meet. A shop that set no
//! password has no lock: whoever is there has the owner's rights. [`secret`] hashes what people type, [`throttle`] makes guessing slow,
//! [`idle`] says when nobody is there any more. How it all holds together: src-tauri/docs/roles.md.

mod credentials;
pub(crate) mod idle;
mod reveal;
mod seat;
pub(crate) mod secret;
mod settings;
mod state;
pub(crate) mod throttle;
mod unlock;

pub use credentials::{remove, set};
pub use idle::Moment;
pub use reveal::show_numbers;
pub(crate) use seat::Gate;
pub use seat::{Access, Seat};
pub use settings::save_settings;
pub use state::{note_activity, state};
pub use unlock::{lock, unlock};
