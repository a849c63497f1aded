//! The history's eyes: TEMP triggers on every fact table that write what was and what is now into `change`.
//!
//! They are generated from the tables themselves at each start, so a new column is watched without anybody remembering
//! to, and being TEMP they are in no file and no copy of it.

use crate::error::Result;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// The fact tables, in an order in which rows can be inserted without pointing forward.
pub const FACTS: &[&str] = &[
    "setting",
    "staff",
    "customer",
    "phone",
    "profile_field",
    "tag",
    "customer_tag",
    "important_date",
    "relation",
    "popup_note",
    "level",
    "level_rule_set",
    "level_campaign",
    "level_review",
    "level_decision",
    "visit",
    "visit_line",
    "payment",
    "profile_value",
    "wish",
    "points_entry",
    "voucher",
    "benefit_grant",
    "consent",
    "sensitive_consent",
    "contact_wish",
    "message_template",
    "festival",
    "closed_day",
    "care_rule",
    "follow_up",
    "complaint",
    "complaint_hold",
    "complaint_step",
    "compensation",
    "event",
    "event_guest",
    "contact",
    "care_decision",
    "style_arrival",
    "referral_thanks",
    "tag_rule",
    "segment",
    "spot_check",
    "spot_check_item",
    "spot_check_answer",
    "told_apart",
];

/// The tables that the rules stand in with which conclusions are drawn.
const RULES: &[&str] = &["setting", "profile_field", "level", "level_rule_set", "level_campaign"];

/// What the triggers ask: which operation is running; and what they tell: that rules were written.
#[derive(Debug, Default, Clone)]
pub struct Watch {
    operation: Arc<AtomicI64>,
    rules_written: Arc<AtomicU64>,
}

impl Watch {
    /// Puts the triggers on a freshly opened connection.
    pub fn install(&self, db: &Connection) -> Result<()> {
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
        let operation = Arc::clone(&self.operation);
        db.create_scalar_function("history_operation", 0, flags, move |_| Ok(operation.load(Ordering::Relaxed)))?;
        for table in FACTS {
            let columns = columns(db, table)?;
            let changed: Vec<String> = columns.iter().map(|c| format!("OLD.{c} IS NOT NEW.{c}")).collect();
            db.execute_batch(&format!(
                "CREATE TEMP TRIGGER watch_update_{table} AFTER UPDATE ON main.{table}
                   WHEN history_operation() > 0 AND ({changed})
                 BEGIN
                   INSERT INTO change (operation_id, tbl, row_id, before, after)
                   VALUES (history_operation(), '{table}', NEW.id, {old}, {new});
                 END;",
                changed = changed.join(" OR "),
                old = json("OLD", &columns),
                new = json("NEW", &columns),
            ))?;
        }
        self.watch_rules(db)?;
        db.execute_batch(
            "CREATE TEMP TRIGGER audit_stays BEFORE UPDATE ON main.audit BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
             CREATE TEMP TRIGGER audit_keeps BEFORE DELETE ON main.audit BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;",
        )?;
        watch_rows(db)
    }

    fn watch_rules(&self, db: &Connection) -> Result<()> {
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
        let written = Arc::clone(&self.rules_written);
        db.create_scalar_function("rules_written", 0, flags, move |_| Ok(written.fetch_add(1, Ordering::Relaxed) > 0))?;
        for table in RULES {
            for event in ["INSERT", "UPDATE", "DELETE"] {
                db.execute_batch(&format!(
                    "CREATE TEMP TRIGGER rules_{event}_{table} AFTER {event} ON main.{table} BEGIN SELECT rules_written(); END;"
                ))?;
            }
        }
        // What was known of a file before it was opened again is of no worth.
        self.rules_may_differ();
        Ok(())
    }

    /// How often the rules were written, or may have been, since the book was opened.
    pub(crate) fn rules_written(&self) -> u64 {
        self.rules_written.load(Ordering::Relaxed)
    }

    /// Whatever is known of the rules has to be read again: what was written of them was taken back.
    pub(crate) fn rules_may_differ(&self) {
        self.rules_written.fetch_add(1, Ordering::Relaxed);
    }

    /// From now on changes belong to this operation; 0 for none.
    pub fn set_operation(&self, id: i64) {
        self.operation.store(id, Ordering::Relaxed);
    }
}

/// From now on each inserted and deleted row is recorded.
pub(crate) fn watch_rows(db: &Connection) -> Result<()> {
    for table in FACTS {
        let old = json("OLD", &columns(db, table)?);
        db.execute_batch(&format!(
            "CREATE TEMP TRIGGER watch_insert_{table} AFTER INSERT ON main.{table} WHEN history_operation() > 0
             BEGIN
               INSERT INTO change (operation_id, tbl, row_id) VALUES (history_operation(), '{table}', NEW.id);
             END;
             CREATE TEMP TRIGGER watch_delete_{table} AFTER DELETE ON main.{table} WHEN history_operation() > 0
             BEGIN
               INSERT INTO change (operation_id, tbl, row_id, before) VALUES (history_operation(), '{table}', OLD.id, {old});
             END;"
        ))?;
    }
    Ok(())
}

/// From now on inserted and deleted rows are left to `change_range`. Without the triggers an insert needs no statement
/// journal, which a million of them feel. A rollback puts the triggers back.
pub(crate) fn leave_rows(db: &Connection) -> Result<()> {
    for table in FACTS {
        db.execute_batch(&format!("DROP TRIGGER temp.watch_insert_{table}; DROP TRIGGER temp.watch_delete_{table};"))?;
    }
    Ok(())
}

fn json(side: &str, columns: &[String]) -> String {
    let pairs: Vec<String> = columns.iter().map(|c| format!("'{c}', {side}.{c}")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// The columns of a table in the order of the schema.
pub(crate) fn columns(db: &Connection, table: &str) -> Result<Vec<String>> {
    super::rows(db, "SELECT name FROM pragma_table_info(:t) ORDER BY cid", rusqlite::named_params! {":t": table}, |row| row.get(0))
}
