//! Copies of the book: where they lie, what is in them, and going back to one.

use super::secret::Secret;
use super::shop::Finding;
use super::{choice, wire};
use crate::clock::Day;
use crate::error::Code;
use crate::money::Fen;

choice! {
    /// The reason for a copy.
    CopyWhy {
        /// Somebody asked for it.
        Asked = "asked",
        /// The half hour was over and something had changed.
        Timed = "timed",
        /// The book was closed.
        Closing = "closing",
        /// Files were about to be brought in.
        Import = "import",
        /// Many rows were about to be taken away.
        Bulk = "bulk",
        /// A newer program was about to change the file.
        Upgrade = "upgrade",
    }

    /// What a file beside the book is.
    CopyKind {
        /// A copy that was proven when it was made.
        Copy = "copy",
        /// The book as it was before a restore.
        Aside = "aside",
        /// A book that could not be opened any more; kept as it is.
        Damaged = "damaged",
        /// The book as it was before a newer program changed it.
        Upgrade = "upgrade",
        /// What a sync program put beside the book, by its name; nobody has looked into it.
        Conflict = "conflict",
    }

    /// Where the book lies, as far as its path and the disk tell.
    Place {
        /// On a disk of this computer.
        Local = "local",
        /// In a folder that another program copies to other computers.
        Sync = "sync",
        /// On another computer's disk.
        Network = "network",
    }
}

wire! {
    /// A copy, or another file that a copy or a restore left.
    pub struct CopyRow {
        /// Full path, to be handed back.
        pub path: String,
        /// Its name without the folder.
        pub file_name: String,
        /// What it is.
        pub kind: CopyKind,
        /// When it was made; RFC 3339.
        pub at: String,
        /// For what reason, where that is remembered.
        pub why: Option<CopyWhy>,
        /// Bytes.
        pub bytes: i64,
        /// Archives in it, where that is remembered.
        pub customers: Option<i64>,
        /// Visits in it, where that is remembered.
        pub visits: Option<i64>,
        /// When it was last opened and looked through, if it ever was; RFC 3339.
        pub proven_at: Option<String>,
        /// Whether it lies on another disk than the book.
        pub off_disk: bool,
    }

    /// All copies that are known and there, the newest first.
    pub struct Backups {
        /// The folder the program puts its own copies in.
        pub folder: String,
        /// Copies.
        pub copies: Vec<CopyRow>,
        /// The book as it was before restores and upgrades, and damaged ones; never removed by the program.
        pub kept: Vec<CopyRow>,
        /// Files beside the book whose names say that two computers wrote it; the program does nothing with them by itself.
        pub conflicts: Vec<CopyRow>,
        /// When the last good copy was made, wherever it lies; RFC 3339.
        pub last: Option<String>,
        /// When the last good copy on another disk was made; RFC 3339.
        pub last_off_disk: Option<String>,
        /// The restore that can be taken back.
        pub restored: Option<RestoreNote>,
        /// What kept the program's own last copy from being made.
        pub problem: Option<Code>,
        /// Copies that the rules for thinning no longer ask for but that stay because the clock is in doubt.
        pub held_back: i64,
    }

    /// A restore that was done.
    pub struct RestoreNote {
        /// When; RFC 3339.
        pub at: String,
        /// The name of the file that was restored.
        pub from: String,
        /// The name of the file that holds the book as it was before.
        pub aside: String,
    }

    /// Asks what is in a copy.
    pub struct PreviewRestore {
        /// The copy.
        pub path: String,
        /// Its passphrase, where it is another than that of the book.
        pub passphrase: Option<Secret>,
        /// The letters of its recovery sheet instead.
        pub sheet: Option<Secret>,
    }

    /// What is in a copy, and what the present book has that it does not.
    pub struct RestorePreview {
        /// The shop's name in it.
        pub shop_name: String,
        /// The version of the schema it was written with.
        pub version: i64,
        /// Whether that is older than this program's, so that it is brought up to date with the restore.
        pub is_older: bool,
        /// The last thing that was done in it; RFC 3339.
        pub last_change: Option<String>,
        /// The day of the last visit in it.
        pub last_visit: Option<Day>,
        /// Archives.
        pub customers: i64,
        /// Visits.
        pub visits: i64,
        /// Calls and messages.
        pub contacts: i64,
        /// The sum of all live visits.
        #[serde(deserialize_with = "crate::money::sum")]
        pub total: Fen,
        /// Whether it is a copy of this very book.
        pub same_book: bool,
        /// What the present book has beyond it.
        pub lost: LostSince,
        /// Entries of the history that only the copy has; they come back.
        pub regained: i64,
    }

    /// What stands in the present book and not in the copy.
    #[derive(Default)]
    pub struct LostSince {
        /// Entries of the history.
        pub operations: i64,
        /// The first of them; RFC 3339.
        pub from: Option<String>,
        /// The last of them; RFC 3339.
        pub until: Option<String>,
        /// Archives.
        pub customers: i64,
        /// Visits.
        pub visits: i64,
        /// Calls and messages.
        pub contacts: i64,
    }

    /// Puts a copy in the book's place.
    pub struct Restore {
        /// The copy.
        pub path: String,
        /// Its passphrase, where it is another than that of the book.
        pub passphrase: Option<Secret>,
        /// The letters of its recovery sheet instead.
        pub sheet: Option<Secret>,
    }

    /// The book that is open now.
    pub struct Restored {
        /// Where the book as it was before lies.
        pub aside: String,
        /// Archives.
        pub customers: i64,
        /// Visits.
        pub visits: i64,
        /// The sum of all live visits.
        #[serde(deserialize_with = "crate::money::sum")]
        pub total: Fen,
        /// The day of the last visit.
        pub last_visit: Option<Day>,
    }

    /// Asks to open a copy and look it through.
    pub struct ProveCopy {
        /// The copy.
        pub path: String,
        /// Its passphrase, where it is another than that of the book.
        pub passphrase: Option<Secret>,
        /// The letters of its recovery sheet instead.
        pub sheet: Option<Secret>,
    }

    /// A copy that was opened as a restore would open it, looked through, and closed.
    pub struct CopyProof {
        /// Whether nothing was found.
        pub ok: bool,
        /// What was found.
        pub findings: Vec<Finding>,
        /// Archives.
        pub customers: i64,
        /// Visits.
        pub visits: i64,
        /// The sum of all live visits.
        #[serde(deserialize_with = "crate::money::sum")]
        pub total: Fen,
        /// The day of the last visit.
        pub last_visit: Option<Day>,
        /// When it was looked through; RFC 3339.
        pub at: String,
    }

    /// The newest good copy of a book that cannot be opened.
    pub struct RescueOffer {
        /// The copy.
        pub path: String,
        /// Its name without the folder.
        pub file_name: String,
        /// When it was made; RFC 3339.
        pub at: String,
        /// The shop's name in it.
        pub shop_name: String,
        /// Archives.
        pub customers: i64,
        /// Visits.
        pub visits: i64,
        /// The day of the last visit.
        pub last_visit: Option<Day>,
        /// Minutes from the copy to the last time the damaged file was written, as far as the disk knows.
        pub minutes: Option<i64>,
        /// Newer copies that could not be opened either.
        pub passed_over: i64,
    }

    /// A clock that moved further than time can have passed at the counter.
    pub struct ClockDoubt {
        /// The last instant that was seen; RFC 3339.
        pub seen: String,
        /// What the computer's clock says now; RFC 3339.
        pub now: String,
    }
}
