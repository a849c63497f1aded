//! Everything that is in the book, as a folder of tables that anybody can read and that comes back into a new book row for row.
//!
//! [`export`] is the verb that takes it out, [`import`] the one that brings it back, [`cell`] how a value is written, [`manifest`] what
//! says that the folder is whole. What comes back and what cannot: src-tauri/docs/decisions/0018.

mod cell;
mod export;
mod import;
mod manifest;

pub use export::export;
pub use import::import;
