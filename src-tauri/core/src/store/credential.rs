//! Tables `credential` and `throttle`: who has a password or a PIN, and how often it was typed wrong.

use crate::clock::Millis;
use crate::error::Result;
use crate::ids::StaffId;
use crate::wire::lock::SecretKind;
use rusqlite::{Connection, named_params};

/// Somebody's secret as kept.
#[derive(Debug, Clone)]
pub(crate) struct Credential {
    pub staff: StaffId,
    pub kind: SecretKind,
    pub hash: String,
}

/// Everybody's.
pub(crate) fn list(db: &Connection) -> Result<Vec<Credential>> {
    super::rows(db, "SELECT staff_id, kind, hash FROM credential ORDER BY staff_id", [], |row| {
        Ok(Credential { staff: row.get(0)?, kind: row.get(1)?, hash: row.get(2)? })
    })
}

/// Somebody's.
pub(crate) fn get(db: &Connection, staff: StaffId) -> Result<Option<Credential>> {
    super::row(db, "SELECT staff_id, kind, hash FROM credential WHERE staff_id = :staff", named_params! {":staff": staff}, |row| {
        Ok(Credential { staff: row.get(0)?, kind: row.get(1)?, hash: row.get(2)? })
    })
}

/// Whether anybody has one: then there is a lock.
pub(crate) fn any(db: &Connection) -> Result<bool> {
    Ok(super::row(db, "SELECT 1 FROM credential LIMIT 1", [], |_| Ok(()))?.is_some())
}

/// Sets one, over what stood there.
pub(crate) fn put(db: &Connection, credential: &Credential, at: Millis) -> Result<()> {
    super::run(
        db,
        "INSERT INTO credential (staff_id, kind, hash, set_at) VALUES (:staff, :kind, :hash, :at)
         ON CONFLICT (staff_id) DO UPDATE SET kind = excluded.kind, hash = excluded.hash, set_at = excluded.set_at",
        named_params! {":staff": credential.staff, ":kind": credential.kind, ":hash": credential.hash, ":at": at},
    )?;
    Ok(())
}

/// Takes one away, and what was counted with it.
pub(crate) fn remove(db: &Connection, staff: StaffId) -> Result<()> {
    super::run(db, "DELETE FROM credential WHERE staff_id = :staff", named_params! {":staff": staff})?;
    clear(db, staff)
}

/// Owners who have a clerk's PIN, having been one.
pub(crate) fn pins_of_owners(db: &Connection) -> Result<Vec<StaffId>> {
    let sql = "SELECT c.staff_id FROM credential c JOIN staff s ON s.id = c.staff_id WHERE c.kind = 'pin' AND s.role = 'owner'";
    super::rows(db, sql, [], |row| row.get(0))
}

/// Whether an owner who works here has a password.
pub(crate) fn owner_has_one(db: &Connection) -> Result<bool> {
    let sql = "SELECT 1 FROM credential c JOIN staff s ON s.id = c.staff_id WHERE s.role = 'owner' AND s.is_active AND c.kind = 'password' LIMIT 1";
    Ok(super::row(db, sql, [], |_| Ok(()))?.is_some())
}

/// Wrong tries since the last right one.
pub(crate) fn failures(db: &Connection, staff: StaffId) -> Result<i64> {
    let sql = "SELECT failures FROM throttle WHERE staff_id = :staff";
    Ok(super::row(db, sql, named_params! {":staff": staff}, |row| row.get(0))?.unwrap_or(0))
}

/// Everybody who typed it wrong lately.
pub(crate) fn throttled(db: &Connection) -> Result<Vec<StaffId>> {
    super::rows(db, "SELECT staff_id FROM throttle", [], |row| row.get(0))
}

/// Counts a try as wrong. Says how many there are now.
pub(crate) fn count(db: &Connection, staff: StaffId, at: Millis) -> Result<i64> {
    super::run(
        db,
        "INSERT INTO throttle (staff_id, failures, last_failed_at) VALUES (:staff, 1, :at)
         ON CONFLICT (staff_id) DO UPDATE SET failures = failures + 1, last_failed_at = excluded.last_failed_at",
        named_params! {":staff": staff, ":at": at},
    )?;
    failures(db, staff)
}

/// A right one: counting begins anew.
pub(crate) fn clear(db: &Connection, staff: StaffId) -> Result<()> {
    super::run(db, "DELETE FROM throttle WHERE staff_id = :staff", named_params! {":staff": staff})?;
    Ok(())
}
