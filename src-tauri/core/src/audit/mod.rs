//! The audit log (SPEC P4): append-only, each row bound to the one before by its hash, and each change bound to the rows it changed.
//!
//! [`append`] writes a row, [`changed`] the one that vouches for an operation, [`verify`] proves the whole of it on any file, [`Views`]
//! keeps page views in memory until the next write. What is hashed and what that finds: src-tauri/docs/audit.md.

mod begin;
mod digest;
mod list;
mod note;
mod operation;
mod purge;
mod verify;
mod views;

pub(crate) use begin::{anchor_operation, begin};
pub(crate) use digest::{Digest, NOTHING, Sum, json as hash_json, of_credential, row as hash_row};
pub use list::list;
pub(crate) use note::{Note, append, head};
pub(crate) use operation::changed;
pub use purge::purge;
pub(crate) use verify::verify;
pub(crate) use views::{View, Views};
