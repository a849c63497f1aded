//! What leaves the book as tables: the accountant's week, and whole tables for the owner.

use super::{choice, wire};
use crate::clock::Day;
use crate::money::Fen;
use crate::wire::customers::{CustomerFilter, CustomerSort};
use crate::wire::segments::SegmentCondition;

choice! {
    /// How text files are written.
    FileEncoding {
        /// UTF-8 with a mark at the beginning, as Excel wants it.
        Utf8 = "utf8",
        /// GB 18030.
        Gb18030 = "gb18030",
    }

    /// What became of a visit after its week was exported.
    CorrectionKind {
        /// Entered late.
        Added = "added",
        /// Corrected.
        Changed = "changed",
        /// Voided, undone, or moved to another week.
        Removed = "removed",
    }

    /// A table for the owner.
    ExportedTable {
        /// One row a customer.
        Customers = "customers",
        /// One row a visit.
        Visits = "visits",
        /// One row a line.
        Lines = "lines",
        /// One row an entry of the points ledger.
        Points = "points",
        /// One row a task of care that is due or overdue on a day.
        Tasks = "tasks",
    }

    /// The kind of file.
    TableFormat {
        /// Comma-separated values.
        Csv = "csv",
        /// A workbook of one sheet.
        Xlsx = "xlsx",
    }

    /// What stands in the first row.
    Headings {
        /// The names of the columns, the same in every language.
        Names = "names",
        /// Words in the shop's language.
        Words = "words",
    }
}

wire! {
    /// Exports a week for the accountant: a folder named after the week, with five tables and a manifest.
    pub struct ExportWeek {
        /// Such as 2026-W47.
        pub week: String,
        /// The folder in which the week's own folder is put.
        pub folder: String,
        /// Encoding of the tables; empty for UTF-8.
        pub encoding: Option<FileEncoding>,
    }

    /// A week that was exported.
    pub struct WeekExported {
        /// The week.
        pub week: String,
        /// Its Monday.
        pub from: Day,
        /// Its Sunday.
        pub to: Day,
        /// The week's own folder, full path.
        pub folder: String,
        /// The files in it.
        pub files: Vec<ExportedFile>,
        /// What they add up to.
        pub totals: WeekTotals,
        /// 1 for what was delivered first, 2 after a change, and so on; 0 for a week that is not over.
        pub revision: i64,
        /// Corrections to weeks delivered before that these files carry.
        pub corrections: i64,
        /// Whether the week is over. Files of a week that is not are a preview: nothing is noted as delivered.
        pub complete: bool,
        /// Whether the very same content had been delivered before.
        pub repeated: bool,
    }

    /// A file of the export.
    pub struct ExportedFile {
        /// Name.
        pub name: String,
        /// Rows without the headings.
        pub rows: u64,
        /// Bytes.
        pub bytes: u64,
        /// SHA-256 of the bytes, in hexadecimal digits.
        pub sha256: String,
    }

    /// What the files add up to; each sum was computed from its own table and they agree.
    pub struct WeekTotals {
        /// Visits.
        pub visits: i64,
        /// Really paid, returns taken off.
        pub total: Fen,
        /// Bought: the part of the total above zero.
        pub sales: Fen,
        /// Brought back: below zero.
        pub returns: Fen,
        /// List prices less what was paid.
        pub discounts: Fen,
        /// Lines.
        pub lines: i64,
        /// The sum of the lines.
        pub lines_total: Fen,
        /// Visits that have a total but no lines.
        pub without_lines: i64,
        /// Their sum; together with the lines it is the total.
        pub without_lines_total: Fen,
        /// Payments, each unstated one counted as one.
        pub payments: i64,
        /// Their sum, which is the total.
        pub payments_total: Fen,
        /// Visits of which it was not written down how they were paid.
        pub unstated: i64,
        /// Their sum, contained in the payments.
        pub unstated_total: Fen,
        /// Points of all customers at the end of the week.
        pub points_liability: i64,
        /// Vouchers that could still be used at the end of the week.
        pub vouchers_outstanding: i64,
    }

    /// Asks for weeks, newest first.
    pub struct ListWeeks {
        /// Only weeks before this one; empty to begin with this week.
        pub before: Option<String>,
        /// How many, 1 to 60; empty for 12.
        pub limit: Option<u32>,
    }

    /// A week of the list.
    pub struct WeekRow {
        /// Such as 2026-W47.
        pub week: String,
        /// Its Monday.
        pub from: Day,
        /// Its Sunday.
        pub to: Day,
        /// Live visits in it today.
        pub visits: i64,
        /// Their sum.
        pub total: Fen,
        /// Whether it is over.
        pub complete: bool,
        /// When its present content was first delivered; empty if never. RFC 3339.
        pub exported_at: Option<String>,
        /// How many visits of it changed since they were delivered; the next export of any week carries them as corrections.
        pub changed: i64,
    }

    /// A page of weeks.
    pub struct WeekList {
        /// The weeks, newest first.
        pub weeks: Vec<WeekRow>,
        /// Whether there are older ones.
        pub more: bool,
        /// Where the last export was put; full path.
        pub last_folder: Option<String>,
        /// Its encoding.
        pub last_encoding: Option<FileEncoding>,
    }

    /// Exports a whole table for the owner, names and phones included.
    pub struct ExportTable {
        /// Which.
        pub table: ExportedTable,
        /// The file to make; one that is there is replaced.
        pub path: String,
        /// Its kind; empty for what its name ends in, else CSV.
        pub format: Option<TableFormat>,
        /// The encoding of a text file; empty for UTF-8.
        pub encoding: Option<FileEncoding>,
        /// What stands in the first row; empty for names.
        pub headings: Option<Headings>,
        /// As it was at the end of this day; empty for now. Tasks: those of this day.
        pub as_of: Option<Day>,
        /// Only of the customers whom this finds today; empty for all. What belongs to no customer is then left out.
        pub only: Option<SegmentCondition>,
        /// Only of the customers of a list as it stands on the screen, archives in its order.
        pub list: Option<ListedCustomers>,
        /// Only these columns, by name, in this order, which is remembered; empty for all.
        pub columns: Option<Vec<String>>,
    }

    /// A list of customers.
    pub struct ListedCustomers {
        /// Which.
        pub filter: CustomerFilter,
        /// Their order.
        pub sort: CustomerSort,
    }

    /// Asks what a table could show.
    pub struct GetExportColumns {
        /// Which table.
        pub table: ExportedTable,
    }

    /// A column of a table.
    pub struct ExportColumn {
        /// Its name, the same in every language.
        pub name: String,
        /// Its name in the shop's language.
        pub label: String,
        /// Whether it was written last time; before the first time all are.
        pub is_chosen: bool,
    }

    /// The columns of a table and how it was written last time.
    pub struct ExportColumns {
        /// The chosen ones in their order, then the others.
        pub columns: Vec<ExportColumn>,
        /// Kind of file of last time.
        pub format: Option<TableFormat>,
        /// Encoding of last time.
        pub encoding: Option<FileEncoding>,
        /// Headings of last time.
        pub headings: Option<Headings>,
    }

    /// A table that was exported.
    pub struct TableExported {
        /// Full path of the file.
        pub path: String,
        /// Rows without the headings.
        pub rows: u64,
        /// Bytes.
        pub bytes: u64,
    }
}
