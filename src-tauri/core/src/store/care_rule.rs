//! Table `care_rule`.

use crate::care::{CareRule, RulePlan};
use crate::error::Result;
use crate::ids::CareRuleId;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, key, name, rule, is_on, position";

fn from_row(row: &Row<'_>) -> rusqlite::Result<CareRule> {
    let plan: String = row.get("rule")?;
    let plan = serde_json::from_str(&plan).map_err(|error| rusqlite::Error::FromSqlConversionFailure(3, Type::Text, Box::new(error)))?;
    Ok(CareRule {
        id: row.get("id")?,
        key: row.get("key")?,
        name: row.get("name")?,
        plan,
        is_on: row.get("is_on")?,
        position: row.get("position")?,
    })
}

/// All rules in their order.
pub(crate) fn list(db: &Connection) -> Result<Vec<CareRule>> {
    super::rows(db, &format!("SELECT {COLUMNS} FROM care_rule ORDER BY position, id"), [], from_row)
}

/// Adds a rule at the end of the list.
pub(crate) fn insert(db: &Connection, key: Option<&str>, name: &str, plan: &RulePlan, is_on: bool) -> Result<CareRuleId> {
    super::run(
        db,
        "INSERT INTO care_rule (key, name, rule, is_on, position)
         VALUES (:key, :name, :rule, :on, (SELECT coalesce(max(position), 0) + 1 FROM care_rule))",
        named_params! {":key": key, ":name": name, ":rule": serde_json::to_string(plan)?, ":on": is_on},
    )?;
    Ok(CareRuleId(db.last_insert_rowid()))
}

/// Changes a rule; says whether there is one.
pub(crate) fn update(db: &Connection, id: CareRuleId, name: &str, plan: &RulePlan, is_on: bool) -> Result<bool> {
    let changed = super::run(
        db,
        "UPDATE care_rule SET name = :name, rule = :rule, is_on = :on WHERE id = :id",
        named_params! {":id": id, ":name": name, ":rule": serde_json::to_string(plan)?, ":on": is_on},
    )?;
    Ok(changed > 0)
}

/// Takes a rule away.
pub(crate) fn delete(db: &Connection, id: CareRuleId) -> Result<()> {
    super::run(db, "DELETE FROM care_rule WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// How many decisions stand under a rule.
pub(crate) fn decisions(db: &Connection, id: CareRuleId) -> Result<i64> {
    let sql = "SELECT count(*) FROM care_decision WHERE rule_id = :id";
    Ok(super::row(db, sql, named_params! {":id": id}, |row| row.get(0))?.unwrap_or(0))
}
