//! The audit log: who did what, when (操作记录).

use super::{choice, wire};
use crate::ids::{CustomerId, StaffId};

choice! {
    /// What was done.
    AuditAction {
        /// The log begins: all that stands in the book at this moment is what later rows are held against.
        Begun = "begun",
        /// Something was changed: an entry of the history.
        Changed = "changed",
        /// A customer's page was opened.
        Viewed = "viewed",
        /// Somebody looked at a customer's numbers in full.
        Revealed = "revealed",
        /// A file with data of customers or visits was written.
        Exported = "exported",
        /// A copy of the whole book was made.
        BackedUp = "backed_up",
        /// The book was put back from a copy.
        Restored = "restored",
        /// Somebody sat down at the counter.
        Unlocked = "unlocked",
        /// Somebody typed a wrong password or PIN.
        Refused = "refused",
        /// The counter was locked.
        Locked = "locked",
        /// A password or PIN was set.
        SecretSet = "secret_set",
        /// A password or PIN was taken away.
        SecretRemoved = "secret_removed",
        /// The content of changes was taken out of the history, because somebody was erased.
        Purged = "purged",
    }
}

wire! {
    /// Asks for a page of the log.
    pub struct ListAudit {
        /// Only this.
        pub action: Option<AuditAction>,
        /// Only what this person did.
        pub staff: Option<StaffId>,
        /// Only rows before this one.
        pub before: Option<i64>,
        /// How many, 1 to 200.
        pub limit: u32,
    }

    /// One row.
    pub struct AuditEntry {
        /// Its number; they follow each other without a gap.
        pub seq: i64,
        /// When; RFC 3339.
        pub at: String,
        /// Who, as called today; empty when nobody in particular was at the counter.
        pub by: Option<String>,
        /// What.
        pub action: AuditAction,
        /// Of a change the operation's kind, of an export what was exported, of a secret whether password or PIN, of a lock why.
        pub kind: Option<String>,
        /// Of a change the operation, of a view the customer, of a secret the member of staff.
        pub target: Option<i64>,
        /// The customer concerned, while she is in the book.
        pub customer: Option<CustomerId>,
        /// Her name today.
        pub customer_name: Option<String>,
        /// The member of staff concerned, by name.
        pub person: Option<String>,
        /// Of an export how many rows.
        pub rows: Option<i64>,
        /// Of an export which kind of file.
        pub file: Option<String>,
    }

    /// A page, newest first.
    pub struct AuditPage {
        /// Rows.
        pub entries: Vec<AuditEntry>,
        /// Whether there are older ones.
        pub more: bool,
        /// The chain's present end, as it is printed on the accountant's manifest.
        pub head: String,
    }
}
