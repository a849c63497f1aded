//! The archive: one customer, many customers, finding them.

mod archive;
mod around;
mod duplicates;
mod list;
mod page;
mod words;

pub use archive::*;
pub use around::*;
pub use duplicates::*;
pub use list::*;
pub use page::*;
pub use words::*;
