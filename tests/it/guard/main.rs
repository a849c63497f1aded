//! Guards over the source itself: the rules of the house that no compiler holds. Each check is a plain function of text,
//! and each proves on planted text that it can fail.
#![expect(clippy::unwrap_used, reason = "a guard that cannot read the source has failed")]

mod catalogues;
mod clock;
mod decisions;
mod files;
mod layering;
mod locks;
mod minimum;
mod page;
mod rust_text;
mod size;
mod sql;
mod unfinished;
mod window;
