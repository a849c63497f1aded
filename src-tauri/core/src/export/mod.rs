//! What leaves the book as tables.
//!
//! The accountant's week (SPEC F1): [`Week`] is the span, [`book`] reads it and proves that its sums agree, [`summary`] and
//! [`points`] add it up, [`corrections`] compares what was delivered before with what stands in the book now, [`files`]
//! writes the tables and the manifest, [`deliver`] puts them into the folder as a whole, [`export_week`] is the verb. The
//! columns are described in src-tauri/docs/weekly-export.md.
//!
//! Whole tables (SPEC F2): [`export_table`] is the verb, [`columns`] what a table has, [`tables`] its rows as [`cells`], [`out`] the file
//! they go into, as text ([`sheet`]) or as a workbook ([`xlsx`]).

mod book;
mod cells;
mod code;
mod columns;
mod corrections;
mod deliver;
mod export_table;
mod export_week;
mod files;
mod out;
mod points;
mod sheet;
mod summary;
mod tables;
mod week;
mod week_list;
mod xlsx;

pub(crate) use book::customer_code;
pub(crate) use cells::Row;
pub use columns::export_columns;
pub(crate) use deliver::{Prepared, Ready, prepare};
pub use export_table::export_table;
pub use export_week::export_week;
pub(crate) use out::{Form, write_file};
pub(crate) use sheet::{Sheet, mark, unguarded};
pub use week::Week;
pub use week_list::week_list;

/// The keys in table `state` under which the last export's folder and encoding stand.
pub(crate) const LAST_FOLDER: &str = "week_export_folder";
/// See [`LAST_FOLDER`].
pub(crate) const LAST_ENCODING: &str = "week_export_encoding";
