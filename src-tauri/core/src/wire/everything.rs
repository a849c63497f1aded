//! Everything that is in the book, as a folder of tables.

use super::wire;
use crate::clock::Day;

wire! {
    /// Takes everything out into a new folder.
    pub struct ExportEverything {
        /// The folder in which the new one is made.
        pub folder: String,
    }

    /// A table that was written or read whole.
    pub struct WholeTable {
        /// Its name, as in the file.
        pub table: String,
        /// Its rows.
        pub rows: u64,
    }

    /// Everything was taken out.
    pub struct EverythingExported {
        /// The new folder, full path.
        pub folder: String,
        /// The tables that have rows.
        pub tables: Vec<WholeTable>,
        /// All their rows.
        pub rows: u64,
        /// All their bytes.
        pub bytes: u64,
    }

    /// Brings everything back into a new book.
    pub struct ImportEverything {
        /// The folder that [`ExportEverything`] made.
        pub folder: String,
        /// Goes all the way and takes everything back: the same counts, the book unchanged.
        pub dry_run: bool,
    }

    /// Everything came back, or would.
    pub struct EverythingImported {
        /// Whether everything was taken back.
        pub dry_run: bool,
        /// The name of the shop it was taken out of.
        pub shop: String,
        /// The day on which.
        pub day: Day,
        /// Customers, those of the past among them.
        pub customers: u64,
        /// Visits, voided ones among them.
        pub visits: u64,
        /// The tables that have rows.
        pub tables: Vec<WholeTable>,
        /// All their rows.
        pub rows: u64,
    }
}
