//! Table `staff`.

use crate::error::Result;
use crate::ids::StaffId;
use crate::wire::staff::{Role, Staff};
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, name, role, is_active";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Staff> {
    let role: String = row.get("role")?;
    Ok(Staff {
        id: row.get("id")?,
        name: row.get("name")?,
        role: if role == "owner" { Role::Owner } else { Role::Clerk },
        is_active: row.get("is_active")?,
    })
}

/// Everybody, those who left last.
pub(crate) fn list(db: &Connection) -> Result<Vec<Staff>> {
    super::rows(db, &format!("SELECT {COLUMNS} FROM staff ORDER BY is_active DESC, id"), [], from_row)
}

/// One person.
pub(crate) fn get(db: &Connection, id: StaffId) -> Result<Option<Staff>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM staff WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// By name, which is unique.
pub(crate) fn by_name(db: &Connection, name: &str) -> Result<Option<Staff>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM staff WHERE name = :name"), named_params! {":name": name}, from_row)
}

/// Adds a person.
pub(crate) fn insert(db: &Connection, name: &str, role: Role) -> Result<StaffId> {
    super::run(db, "INSERT INTO staff (name, role) VALUES (:name, :role)", named_params! {":name": name, ":role": role.as_str()})?;
    Ok(StaffId(db.last_insert_rowid()))
}

/// Changes a person.
pub(crate) fn update(db: &Connection, staff: &Staff) -> Result<()> {
    super::run(
        db,
        "UPDATE staff SET name = :name, role = :role, is_active = :active WHERE id = :id",
        named_params! {":id": staff.id, ":name": staff.name, ":role": staff.role.as_str(), ":active": staff.is_active},
    )?;
    Ok(())
}
