//! The visible history.

use super::wire;
use crate::ids::{CustomerId, OperationId, VisitId};
use crate::op::Op;

wire! {
    /// Takes an operation back.
    pub struct UndoRequest {
        /// Which.
        pub operation: OperationId,
    }

    /// It was taken back.
    pub struct Undone {
        /// The undo's own entry; undoing that one does it again.
        pub operation: OperationId,
        /// What was taken back.
        pub undone: OperationId,
    }

    /// Asks for a page of the history.
    pub struct ListHistory {
        /// Only about this customer.
        pub customer: Option<CustomerId>,
        /// Only operations before this one.
        pub before: Option<OperationId>,
        /// How many, 1 to 200.
        pub limit: u32,
    }

    /// One entry.
    pub struct HistoryEntry {
        /// Id.
        pub id: OperationId,
        /// What was done.
        pub kind: Op,
        /// When; RFC 3339.
        pub at: String,
        /// Who.
        pub by: Option<String>,
        /// About whom.
        pub customer: Option<CustomerId>,
        /// Her name today; empty when she is no longer there.
        pub customer_name: Option<String>,
        /// About which visit.
        pub visit: Option<VisitId>,
        /// Numbers and words for the sentence.
        pub params: serde_json::Value,
        /// What this entry took back.
        pub undoes: Option<OperationId>,
        /// What took this entry back.
        pub undone_by: Option<OperationId>,
        /// Whether undo may be offered; a later change may still stand in the way.
        pub undoable: bool,
    }

    /// A page, newest first.
    pub struct HistoryPage {
        /// Entries.
        pub entries: Vec<HistoryEntry>,
        /// Whether there are older ones.
        pub more: bool,
    }

    /// Asks for one entry with its rows.
    pub struct GetOperation {
        /// Which.
        pub operation: OperationId,
    }

    /// A row before and after.
    pub struct ChangedRow {
        /// Table.
        pub table: String,
        /// Row id.
        pub row: i64,
        /// Columns before; empty for a new row.
        pub before: Option<serde_json::Value>,
        /// Columns after; empty for a new or a deleted row.
        pub after: Option<serde_json::Value>,
    }

    /// An entry with its rows.
    pub struct OperationDetail {
        /// The entry.
        pub entry: HistoryEntry,
        /// The first 200 changed rows.
        pub changes: Vec<ChangedRow>,
        /// Rows that came in bulk.
        pub inserted: i64,
    }
}
