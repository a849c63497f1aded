//! Duplicates (重复档案): [`signs`] says what speaks for two archives being one person; then finding pairs, telling them apart, comparing
//! them, and joining them with all history.

mod apart;
mod compare;
mod find;
mod merge;
pub mod signs;

pub use apart::{forget_apart, list_apart, tell_apart};
pub use compare::compare;
pub(crate) use find::KnownPairs;
pub use find::find;
pub use merge::{merge, preview};
