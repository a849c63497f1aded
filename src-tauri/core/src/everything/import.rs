//! Bringing everything back, into a new book.

use super::cell;
use super::manifest::{Manifest, Table, file_of, sum};
use crate::backup;
use crate::error::{Code, Error, Failure, Result};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{soundness, watch::FACTS, whole};
use crate::wire::backup::CopyWhy;
use crate::wire::everything::{EverythingImported, ImportEverything, WholeTable};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Rows after which it says how far it has come.
const STEP: u64 = 5_000;

/// Brings everything back, or tries to. The book's own beginnings (levels, fields, rules, texts) give way to those of the folder; every row
/// keeps its number, so that what points at it still does.
///
/// # Errors
/// `not_everything` at `folder` for a folder that is none of ours, `file_newer` at `folder` for one of a later version, `everything_changed`
/// at `folder` with the `file` that is missing or is not as it left, `book_not_new` for a book that had a customer, a visit, a second
/// person or a password; `cancelled`. The book is then unchanged.
pub fn import(shop: &mut Shop, request: ImportEverything) -> Result<EverythingImported> {
    let folder = PathBuf::from(&request.folder);
    let manifest = Manifest::read(&folder)?;
    if !whole::is_new(shop.db()?)? {
        return Err(Failure::new(Code::BookNotNew).into());
    }
    let bytes: u64 = manifest.tables.iter().map(|table| table.bytes).sum();
    let progress = shop.progress();
    progress.start(bytes.saturating_mul(2));
    let mut done = 0;
    for table in &manifest.tables {
        whole_as_it_left(&folder, table)?;
        done += table.bytes;
        progress.reach(done)?;
    }
    let work = |tx: &Tx<'_>| take(tx, &folder, &manifest, bytes);
    if !request.dry_run {
        backup::before_bulk(shop, CopyWhy::Import)?;
    }
    if request.dry_run {
        shop.try_out(Op::Import, work)?
    } else {
        shop.write(Op::Import, work)?
    }
    let rows_of = |name: &str| manifest.tables.iter().find(|table| table.table == name).map_or(0, |table| table.rows);
    Ok(EverythingImported {
        dry_run: request.dry_run,
        customers: rows_of("customer"),
        visits: rows_of("visit"),
        shop: manifest.shop,
        day: manifest.day,
        rows: manifest.tables.iter().map(|table| table.rows).sum(),
        tables: manifest.tables.into_iter().map(|Table { table, rows, .. }| WholeTable { table, rows }).collect(),
    })
}

fn changed(table: &str) -> Error {
    Failure::at(Code::EverythingChanged, "folder").with("file", file_of(table)).into()
}

fn whole_as_it_left(folder: &Path, table: &Table) -> Result<()> {
    if whole::fact(&table.table).is_none() {
        return Err(changed(&table.table));
    }
    match sum(&folder.join(file_of(&table.table))) {
        Ok((bytes, sha256)) if bytes == table.bytes && sha256 == table.sha256 => Ok(()),
        Ok(_) => Err(changed(&table.table)),
        Err(error) if error.code() == Code::FolderMissing => Err(changed(&table.table)),
        Err(error) => Err(error),
    }
}

fn take(tx: &Tx<'_>, folder: &Path, manifest: &Manifest, bytes: u64) -> Result<()> {
    let db = tx.db();
    // Rows point at each other in both directions; all are there at the end.
    tx.defer_references()?;
    let mut begun = Vec::new();
    for &table in FACTS {
        if whole::count(db, table)? > 0 {
            begun.push(table);
        }
    }
    // What a new book begins with goes and comes row by row, so that the undo has it again; the many rows of the shop's life are ranges.
    begun.iter().rev().try_for_each(|table| whole::clear(db, table))?;
    let mut done = bytes;
    let mut each = |is_begun: bool| -> Result<()> {
        for &name in FACTS.iter().filter(|table| begun.contains(table) == is_begun) {
            let Some(table) = manifest.tables.iter().find(|table| table.table == name) else { continue };
            fill(tx, folder, name, table, done)?;
            done += table.bytes;
            tx.progress().reach(done)?;
        }
        Ok(())
    };
    each(true)?;
    tx.bulk(|| each(false))?;
    if !soundness::foreign_keys(db)?.is_empty() {
        return Err(Failure::at(Code::EverythingChanged, "folder").with("file", super::manifest::NAME).into());
    }
    for (param, name) in [("customers", "customer"), ("visits", "visit"), ("lines", "visit_line")] {
        tx.param(param, manifest.tables.iter().find(|table| table.table == name).map_or(0, |table| table.rows));
    }
    Ok(())
}

fn fill(tx: &Tx<'_>, folder: &Path, name: &'static str, table: &Table, before: u64) -> Result<()> {
    let db = tx.db();
    let file = BufReader::with_capacity(1 << 16, File::open(folder.join(file_of(name)))?);
    let mut reader = csv::ReaderBuilder::new().from_reader(file);
    let headings = reader.headers().map_err(|_| changed(name))?.clone();
    // Names with a dot stand there for people.
    let mut places = Vec::new();
    let mut columns = Vec::new();
    for column in whole::columns(db, name)? {
        let place = headings.iter().position(|heading| heading.trim_start_matches('\u{FEFF}') == column.name);
        places.push(place.ok_or_else(|| changed(name))?);
        columns.push(column);
    }
    let mut record = csv::StringRecord::new();
    let mut n = 0;
    let rows = whole::fill(db, name, &columns, |values| {
        if !reader.read_record(&mut record).map_err(|_| changed(name))? {
            return Ok(false);
        }
        for (column, place) in columns.iter().zip(&places) {
            let value = record.get(*place).and_then(|cell| cell::read(column, cell));
            values.push(value.ok_or_else(|| changed(name))?);
        }
        n += 1;
        if n % STEP == 0 {
            tx.progress().reach(before + record.position().map_or(0, csv::Position::byte))?;
        }
        Ok(true)
    });
    match rows {
        Ok(rows) if rows == table.rows => Ok(()),
        Ok(_) => Err(changed(name)),
        // A row that the book's own rules refuse was never in a book.
        Err(Error::Store(rusqlite::Error::SqliteFailure(fault, _))) if fault.code == rusqlite::ErrorCode::ConstraintViolation => {
            Err(changed(name))
        }
        Err(error) => Err(error),
    }
}
