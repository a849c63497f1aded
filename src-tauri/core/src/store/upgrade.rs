//! The schema's version and the steps from older ones.
//!
//! `schema.sql` is always the whole present schema. A released step is never changed; a new one is added with its own
//! snapshot, against which a file of that age is held before a byte of it changes.

use super::watch::FACTS;
use super::{copy, open, sums};
use crate::encryption::BookKey;
use crate::error::{Code, Failure, Result};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The version written to `user_version`.
pub const SCHEMA_VERSION: i32 = 4;

/// "熟客" in the file's header: the bytes `SHUK`, as SQLite's `application_id`.
pub const APPLICATION_ID: i32 = 0x5348_554B;

/// The present schema.
pub const SCHEMA: &str = include_str!("schema.sql");

/// The first schema, from which the steps lead to the present one.
pub const FIRST_SCHEMA: &str = include_str!("upgrades/0001_first.sql");

/// What led from the first version to the second.
pub const SECOND_STEP: &str = include_str!("upgrades/0002_care.sql");

/// What led from the second version to the third.
pub const THIRD_STEP: &str = include_str!("upgrades/0003_segments.sql");

/// One step: what is added to the schema, and what a book of that age is given with it.
struct Step {
    sql: &'static str,
    fill: fn(&Connection) -> Result<()>,
    /// Fact tables that it takes away or gives another name, as they were called before: a full export of that age still holds them.
    gone: &'static [&'static str],
}

/// Step `n` leads from version `n + 1` to `n + 2`.
const STEPS: &[Step] = &[
    Step { sql: SECOND_STEP, fill: crate::opening::fill_care, gone: &[] },
    Step { sql: THIRD_STEP, fill: crate::opening::fill_segments, gone: &[] },
    Step { sql: include_str!("upgrades/0004_trust.sql"), fill: crate::opening::begin_log, gone: &[] },
];

/// The schema of a version that is or was.
pub(crate) fn schema_at(version: i32) -> Result<Vec<(String, String)>> {
    let db = Connection::open_in_memory()?;
    lay_out(&db, version)?;
    open::schema_of(&db)
}

/// Makes the tables of a version that is or was in an empty file.
pub(crate) fn lay_out(db: &Connection, version: i32) -> Result<()> {
    if version == SCHEMA_VERSION {
        db.execute_batch(SCHEMA)?;
    } else {
        db.execute_batch(FIRST_SCHEMA)?;
        for step in STEPS.iter().take(usize::try_from(version - 1).unwrap_or(0)) {
            db.execute_batch(step.sql)?;
        }
    }
    Ok(())
}

/// The fact tables of a version that is or was.
pub(crate) fn facts_at(version: i32) -> Result<Vec<&'static str>> {
    let gone = STEPS.iter().skip(usize::try_from(version - 1).unwrap_or(0)).flat_map(|step| step.gone);
    let there = schema_at(version)?;
    Ok(FACTS.iter().chain(gone).copied().filter(|table| there.iter().any(|(name, _)| name == table)).collect())
}

/// Brings an older file up to date: first a proven copy beside it, then each step in a transaction of its own. Returns
/// where the copy lies.
///
/// # Errors
/// `copy_not_whole`, `disk_full` and the like before anything changed; any error of a step leaves the file as the step
/// found it.
pub(crate) fn bring_up_to_date(db: &Connection, path: &Path, version: i32, key: Option<&BookKey>) -> Result<PathBuf> {
    let kept = keep_a_copy(db, path, version, key)?;
    take_steps(db, version)?;
    Ok(kept)
}

/// The steps from a version to the present one, each in a transaction of its own.
///
/// # Errors
/// Any error of a step leaves the file as the step found it.
pub(crate) fn take_steps(db: &Connection, version: i32) -> Result<()> {
    for (from, step) in (1..).zip(STEPS).filter(|(from, _)| *from >= version) {
        db.execute_batch("BEGIN IMMEDIATE")?;
        let done = (|| {
            db.execute_batch(step.sql)?;
            (step.fill)(db)?;
            db.pragma_update(None, "user_version", from + 1)?;
            if open::schema_of(db)? != schema_at(from + 1)? {
                return Err(Failure::new(Code::FileDamaged).into());
            }
            db.execute_batch("COMMIT")?;
            Ok(())
        })();
        if done.is_err() {
            // A failed statement may have ended the transaction already.
            let _ = db.execute_batch("ROLLBACK");
            return done;
        }
    }
    Ok(())
}

/// `<book>-v1.shuke`, whole and proven, under the same key. An older copy is never written over.
fn keep_a_copy(db: &Connection, path: &Path, version: i32, key: Option<&BookKey>) -> Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let free = (1..=99)
        .map(|n| if n == 1 { format!("{stem}-v{version}.shuke") } else { format!("{stem}-v{version}-{n}.shuke") })
        .map(|name| path.with_file_name(name))
        .find(|copy| copy.symlink_metadata().is_err() && open::with_suffix(copy, ".making").symlink_metadata().is_err())
        .ok_or_else(|| Failure::new(Code::FileExists))?;
    let making = open::with_suffix(&free, ".making");
    let made = (|| {
        let live = sums::all(db)?;
        open::private_file(&making)?;
        copy::write(db, &making)?;
        std::fs::OpenOptions::new().write(true).open(&making)?.sync_all()?;
        if !copy::is_whole(&making, &live, version, key) {
            return Err(Failure::new(Code::CopyNotWhole).into());
        }
        std::fs::rename(&making, &free)?;
        open::sync_folder(&free)
    })();
    if made.is_err() {
        let _ = std::fs::remove_file(&making);
    }
    made.map(|()| free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_lead_to_exactly_the_present_schema() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(FIRST_SCHEMA).unwrap();
        for step in STEPS {
            db.execute_batch(step.sql).unwrap();
        }
        assert_eq!(open::schema_of(&db).unwrap(), schema_at(SCHEMA_VERSION).unwrap());
        assert_eq!(STEPS.len() as i32 + 1, SCHEMA_VERSION);
    }

    #[test]
    fn the_facts_of_a_version_are_those_it_had() {
        assert_eq!(facts_at(SCHEMA_VERSION).unwrap(), FACTS);
        let first = facts_at(1).unwrap();
        assert!(first.contains(&"visit_line") && !first.contains(&"consent"));
        let second = facts_at(2).unwrap();
        assert!(second.contains(&"consent") && !second.contains(&"segment"));
        // What a step takes away is known by its name as long as there are folders of before.
        for (from, step) in (1..).zip(STEPS) {
            assert!(step.gone.iter().all(|table| facts_at(from).unwrap().contains(table)), "version {from}");
        }
    }
}
