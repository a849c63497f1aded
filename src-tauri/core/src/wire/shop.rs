//! The book as a whole: opening, counting, checking, copying.

use super::backup::{ClockDoubt, Place};
use super::lock::LockState;
use super::settings::{Language, Settings, Trade};
use super::staff::Staff;
use super::wire;
use crate::error::Code;
use crate::ids::StaffId;
use crate::money::Fen;

wire! {
    /// What a new book starts with.
    pub struct NewShop {
        /// The shop's name.
        pub name: String,
        /// Its trade, which brings fields, levels and rules.
        pub trade: Trade,
        /// The screen's language, in which the presets are written.
        pub language: Language,
        /// The owner's name at the counter; empty for the language's word for owner.
        pub owner: Option<String>,
        /// Whether the invented customers come along.
        pub demo: bool,
    }

    /// What the window needs at its start.
    pub struct ShopInfo {
        /// Settings.
        pub settings: Settings,
        /// Everybody who works here.
        pub staff: Vec<Staff>,
        /// Who is at the counter.
        pub actor: Option<StaffId>,
        /// Whether nobody is in the archive yet, those cancelled aside.
        pub is_empty: bool,
        /// Today in the shop's zone.
        pub today: crate::clock::Day,
        /// When the last good copy was made; RFC 3339.
        pub last_backup: Option<String>,
        /// When the last good copy on another disk was made; RFC 3339.
        pub last_off_disk: Option<String>,
        /// Whether it is time again to put a copy on another disk.
        pub off_disk_due: bool,
        /// What kept the program's own last copy from being made.
        pub backup_problem: Option<Code>,
        /// Where the book lies.
        pub place: Place,
        /// The service whose folder it lies in, where that is known.
        pub place_name: Option<String>,
        /// Set while it has to be asked whether the computer's clock is right.
        pub clock: Option<ClockDoubt>,
        /// The lock at the counter.
        pub lock: Option<LockState>,
        /// The end of the audit log's chain, as on the accountant's manifest; empty while locked.
        pub audit_head: Option<String>,
        /// The file's name without its folder.
        pub file_name: String,
    }

    /// How large the book is. Counting a large one takes longer than everything else in [`ShopInfo`].
    pub struct ShopSize {
        /// Archives, those cancelled left out.
        pub customers: i64,
        /// Visits, those voided included.
        pub visits: i64,
    }

    /// Makes a copy and proves it.
    pub struct BackUp {
        /// The folder to put it in.
        pub folder: String,
    }

    /// A copy that was reopened, checked and counted.
    pub struct BackedUp {
        /// The copy's file name.
        pub file_name: String,
        /// Its full path.
        pub path: String,
        /// Bytes.
        pub bytes: i64,
        /// Archives in it.
        pub customers: i64,
        /// Visits in it.
        pub visits: i64,
        /// The sum of all live visits in it.
        #[serde(deserialize_with = "crate::money::sum")]
        pub total: Fen,
        /// When; RFC 3339.
        pub at: String,
        /// Whether it lies on another disk than the book.
        pub off_disk: bool,
    }

    /// One finding of the check.
    pub struct Finding {
        /// Which check: integrity, foreign_keys, visit_totals, payments, returns, points, stats, search_keys,
        /// and of the audit log: audit_chain, audit_operations, audit_rows, audit_start, audit_credentials.
        pub check: String,
        /// How many rows are wrong.
        pub rows: i64,
        /// The ids of the first few.
        pub examples: Vec<i64>,
    }

    /// The whole file, looked through.
    pub struct CheckReport {
        /// Whether nothing was found.
        pub ok: bool,
        /// What was found.
        pub findings: Vec<Finding>,
        /// Archives counted.
        pub customers: i64,
        /// Visits counted.
        pub visits: i64,
        /// Lines counted.
        pub lines: i64,
        /// The sum of all live visits.
        #[serde(deserialize_with = "crate::money::sum")]
        pub total: Fen,
        /// The sum of all live visits of customers, walk-ins left out.
        #[serde(deserialize_with = "crate::money::sum")]
        pub customer_total: Fen,
    }
}
