//! Bringing in the files of other systems.

use super::wire;
use crate::ids::CustomerId;
use crate::import::columns::{Field, Kind};
use crate::import::decode::{Certainty, Encoding};
use crate::import::flag::Flag;
use crate::import::values::day::DayOrder;
use crate::money::Fen;
use std::collections::BTreeMap;

wire! {
    /// One file and what the user says about it; what is left out is found out.
    pub struct ImportFile {
        /// Its path.
        pub path: String,
        /// What the table holds. A preview may leave it out.
        pub kind: Option<Kind>,
        /// Encoding: utf-8, gb18030, utf-16le, utf-16be, big5.
        pub encoding: Option<String>,
        /// Delimiter, one character: ASCII or the full-width comma.
        pub delimiter: Option<String>,
        /// Line of the heading row; 0 where there is none, so that columns are only known by `#1`, `#2`, ...
        pub heading_line: Option<u64>,
        /// Sheet of a workbook, by its name or its number from 1.
        pub sheet: Option<String>,
        /// What columns mean, each as `COLUMN=field`; COLUMN is a heading or `#3` for the third column. Beside the fields there are
        /// `profile.KEY` for one of the shop's catalogue, `new` for one that is made and called like the column, `new_choice` for one
        /// that offers what stands in the column to choose from, and `-` to leave it out. Several columns may go into `note`. What is said in an import is proposed for the same headings in the next.
        #[serde(default)]
        pub map: Vec<String>,
    }

    /// Brings in customers, visits and lines from up to fifty files, several of a kind if need be, all or nothing.
    pub struct RunImport {
        /// The files. Those of customers are read first, then those of visits, then those of lines, each kind in this order.
        pub files: Vec<ImportFile>,
        /// Goes all the way and takes everything back: the same counts, the book unchanged.
        pub dry_run: bool,
        /// Where to write the rows that were held back, to be mended and brought again. With several files each gets its own,
        /// with `-customers`, `-visits` or `-lines` before the ending; of several of a kind each with its number and name behind that.
        pub errors: Option<String>,
        /// The owner has it on paper that the people in the files agreed to their sensitive answers; without, those are left out.
        #[serde(default)]
        pub consent_on_paper: bool,
    }

    /// One column as it was understood.
    pub struct ImportColumn {
        /// The heading as in the file.
        pub heading: String,
        /// What it is called where its cells are put into the note: the heading, and of two alike the second with a number.
        pub title: String,
        /// What it was taken for, as in `map`: `phone`, `profile.top_size`, `new`, `-`; empty where nothing.
        pub target: Option<String>,
        /// What the shop's catalogue calls the field it goes into, or will call the one that is made for it.
        pub field: Option<String>,
        /// Whether that field is made by this import.
        pub is_new: bool,
        /// How many choices that field came to offer. Only a run counts them; absent where it holds text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub choices: Option<u64>,
        /// Whether it is so because the user said so at an earlier import.
        pub is_remembered: bool,
        /// Whether the heading by itself says what it means.
        pub is_known: bool,
        /// Filled cells of rows that were taken, of a column that goes nowhere. Only a run counts them.
        pub lost: u64,
        /// Whether another column was taken for the same field instead.
        pub is_double: bool,
        /// Whether the shop's catalogue does not have the field, or has it off, so that the column was left out.
        pub is_left_out: bool,
    }

    /// A sheet of a workbook.
    pub struct ImportSheet {
        /// The name on its tab.
        pub name: String,
        /// Whether its tab is hidden.
        pub is_hidden: bool,
    }

    /// The beginning of a file and how it would be read.
    pub struct ImportPreview {
        /// What the table holds: as the user said, or by its headings; empty where they say nothing.
        pub kind: Option<Kind>,
        /// The encoding of a text.
        pub encoding: Option<Encoding>,
        /// How sure that is.
        pub certainty: Option<Certainty>,
        /// The delimiter of a text.
        pub delimiter: Option<char>,
        /// The sheet of a workbook that would be read.
        pub sheet: Option<String>,
        /// All sheets of a workbook.
        pub sheets: Vec<ImportSheet>,
        /// Line of the heading row; 0 where there is none.
        pub heading_line: u64,
        /// The columns.
        pub columns: Vec<ImportColumn>,
        /// Fields that have to be mapped before the table can be read; one of each inner list would do.
        pub missing: Vec<Vec<Field>>,
        /// The first rows, as in the file.
        pub rows: Vec<Vec<String>>,
        /// Whether there are more.
        pub has_more: bool,
    }

    /// What an import changes, or leaves, in one field of a customer whom the book had.
    pub struct FieldChange {
        /// The field, as in `map`.
        pub field: String,
        /// What the shop's catalogue calls it, if it is one of its own.
        pub label: Option<String>,
        /// What stood there, in words.
        pub before: Option<String>,
        /// What stands there now.
        pub after: Option<String>,
        /// Whether the file's cell is empty, which never wipes what stands there.
        pub is_kept: bool,
    }

    /// A customer whom the book had, and what the file adds to or corrects in her archive.
    pub struct ChangedCustomer {
        /// Which of the report's files, where there are several of customers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub file: Option<u32>,
        /// Line of the file.
        pub line: u64,
        /// Who.
        pub customer: CustomerId,
        /// Her member number.
        pub member_no: Option<String>,
        /// Her name as it was.
        pub name: String,
        /// What changes, then what stays although its column is in the file.
        pub fields: Vec<FieldChange>,
    }

    /// What became of the rows of one kind of table, of all its files together. How a file was read is said here where it is the
    /// only one of its kind, else with the files.
    #[derive(Default)]
    pub struct TableReport {
        /// Rows in the files, blank ones left out. The sum of the next four.
        pub rows: u64,
        /// Rows the book did not have.
        pub new: u64,
        /// Rows the book had, just so.
        pub known: u64,
        /// Rows the book had, to which the file added or corrected something.
        pub changed: u64,
        /// Rows that were held back; each has a flag that says why.
        pub rejected: u64,
        /// The first hundred customers among the changed, of each file its share.
        pub changes: Vec<ChangedCustomer>,
        /// The first ten thousand remarks about cells and rows, of each file its share.
        pub flagged: Vec<Flag>,
        /// All remarks, counted by their code.
        pub flags: BTreeMap<String, u64>,
        /// The encoding the file was read in.
        pub encoding: Option<Encoding>,
        /// How sure that is.
        pub certainty: Option<Certainty>,
        /// Which of day and month comes first in days such as 3/4/2024, where the file as a whole shows it.
        pub day_order: Option<DayOrder>,
        /// The sheet that was read, if it was a workbook.
        pub sheet: Option<String>,
        /// How the columns were understood.
        pub columns: Vec<ImportColumn>,
        /// Where the rows that were held back were written.
        pub errors: Option<String>,
    }

    /// What became of the rows of one file. Its remarks and changes stand with the table of its kind.
    pub struct FileReport {
        /// What it is called here: its name, with more where two of a kind are called alike.
        pub name: String,
        /// What it holds.
        pub kind: Kind,
        /// Rows in the file, blank ones left out. The sum of the next four.
        pub rows: u64,
        /// Rows that neither the book nor a file before it had.
        pub new: u64,
        /// Rows the book or a file before it had, just so.
        pub known: u64,
        /// Rows the book or a file before it had, to which this one added or corrected something.
        pub changed: u64,
        /// Rows that were held back.
        pub rejected: u64,
        /// All remarks, counted by their code.
        pub flags: BTreeMap<String, u64>,
        /// The encoding it was read in.
        pub encoding: Option<Encoding>,
        /// How sure that is.
        pub certainty: Option<Certainty>,
        /// Which of day and month comes first in days such as 3/4/2024, where the file as a whole shows it.
        pub day_order: Option<DayOrder>,
        /// The sheet that was read, if it is a workbook.
        pub sheet: Option<String>,
        /// How the columns were understood.
        pub columns: Vec<ImportColumn>,
        /// Where the rows that were held back were written.
        pub errors: Option<String>,
    }

    /// What an import did, or would do.
    #[derive(Default)]
    pub struct ImportReport {
        /// Whether everything was taken back.
        pub dry_run: bool,
        /// Customers, if there was such a file.
        pub customers: Option<TableReport>,
        /// Visits.
        pub visits: Option<TableReport>,
        /// Lines.
        pub lines: Option<TableReport>,
        /// Each file by itself, in the order of the request.
        #[serde(default)]
        pub files: Vec<FileReport>,
        /// Clerks the book did not know and now does.
        pub staff_added: Vec<String>,
        /// Fields that the shop's catalogue did not have and now does.
        pub fields_added: Vec<String>,
        /// The sum of the new visits.
        #[serde(deserialize_with = "crate::money::sum")]
        pub total: Fen,
        /// The sum of those that belong to a customer.
        #[serde(deserialize_with = "crate::money::sum")]
        pub customer_total: Fen,
        /// Lines brought back that were tied to the line they were bought on.
        pub returns_tied: u64,
        /// Customers whose referrer was found.
        #[serde(default)]
        pub referrers_found: u64,
    }
}
