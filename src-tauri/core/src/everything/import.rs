//! Bringing everything back, into a new book.

use super::cell;
use super::manifest::{Manifest, NAME, Table, file_of, sum};
use crate::backup;
use crate::error::{Code, Error, Failure, Result};
use crate::op::Op;
use crate::progress::Progress;
use crate::shop::{Shop, Tx};
use crate::store::scratch::Scratch;
use crate::store::upgrade::{SCHEMA_VERSION, facts_at};
use crate::store::{soundness, watch::FACTS, whole};
use crate::wire::backup::CopyWhy;
use crate::wire::everything::{EverythingImported, ImportEverything, WholeTable};
use rusqlite::Connection;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Rows after which it says how far it has come.
const STEP: u64 = 5_000;

/// Brings everything back, or tries to. The book's own beginnings (levels, fields, rules, texts) give way to those of the folder; every row
/// keeps its number, so that what points at it still does. What an older version took out becomes a book of that version first and takes the
/// steps that such a book takes when it is opened.
///
/// # Errors
/// `not_everything` at `folder` for a folder that is none of ours, `folder_newer` at `folder` for one of a later version,
/// `everything_changed` at `folder` with the `file` that is missing or is not as it left, `book_not_new` for a book that had a customer, a
/// visit, a second person or a password; `cancelled`. The book is then unchanged.
pub fn import(shop: &mut Shop, request: ImportEverything) -> Result<EverythingImported> {
    let folder = PathBuf::from(&request.folder);
    let manifest = Manifest::read(&folder)?;
    if !whole::is_new(shop.db()?)? {
        return Err(Failure::new(Code::BookNotNew).into());
    }
    let is_older = manifest.schema < SCHEMA_VERSION;
    let progress = shop.progress();
    progress.start(manifest.bytes().saturating_mul(if is_older { 3 } else { 2 }));
    let done = look_through(&folder, &manifest, &progress)?;
    let source = if is_older { Source::Book(rebuilt(shop, &folder, &manifest, done)?) } else { Source::Folder(&folder) };
    let work = |tx: &Tx<'_>| take(tx, &source, &manifest);
    if !request.dry_run {
        backup::before_bulk(shop, CopyWhy::Import)?;
    }
    if request.dry_run {
        shop.try_out(Op::Import, work)?
    } else {
        shop.write(Op::Import, work)?
    }
    let rows_of = |name: &str| manifest.table(name).map_or(0, |table| table.rows);
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

/// Where the rows come from.
enum Source<'a> {
    /// The files of a folder whose tables are those of today.
    Folder(&'a Path),
    /// What a folder of an older version became.
    Book(Scratch),
}

fn changed(file: &str) -> Error {
    Failure::at(Code::EverythingChanged, "folder").with("file", file).into()
}

/// Whether every file is there as it left; answers their bytes.
fn look_through(folder: &Path, manifest: &Manifest, progress: &Progress) -> Result<u64> {
    let facts = facts_at(manifest.schema)?;
    let (mut done, mut seen) = (0, Vec::new());
    for table in &manifest.tables {
        let file = file_of(&table.table);
        // A table stands once in the list, and is one that this version took out.
        if !facts.contains(&table.table.as_str()) || seen.contains(&table.table) {
            return Err(changed(&file));
        }
        match sum(&folder.join(&file)) {
            Ok((bytes, sha256)) if bytes == table.bytes && sha256 == table.sha256 => {}
            Ok(_) => return Err(changed(&file)),
            Err(error) if error.code() == Code::FolderMissing => return Err(changed(&file)),
            Err(error) => return Err(error),
        }
        seen.push(table.table.clone());
        done += table.bytes;
        progress.reach(done)?;
    }
    Ok(done)
}

/// A book of the folder's version with what is in it, brought up to date.
fn rebuilt(shop: &Shop, folder: &Path, manifest: &Manifest, before: u64) -> Result<Scratch> {
    let scratch = Scratch::begin(&shop.path(), shop.key(), manifest.schema)?;
    let (db, progress, mut done) = (scratch.db()?, shop.progress(), before);
    for table in &manifest.tables {
        fill(db, &progress, folder, table, done)?;
        done += table.bytes;
        progress.reach(done)?;
    }
    if !soundness::foreign_keys(db)?.is_empty() {
        return Err(changed(NAME));
    }
    scratch.bring_up_to_date()?;
    Ok(scratch)
}

fn take(tx: &Tx<'_>, source: &Source<'_>, manifest: &Manifest) -> Result<()> {
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
    let mut done = manifest.bytes().saturating_mul(if matches!(source, Source::Folder(_)) { 1 } else { 2 });
    let mut each = |is_begun: bool| -> Result<()> {
        for &name in FACTS.iter().filter(|table| begun.contains(table) == is_begun) {
            let table = manifest.table(name);
            match (source, table) {
                (Source::Folder(folder), Some(table)) => fill(db, tx.progress(), folder, table, done)?,
                (Source::Folder(_), None) => {}
                (Source::Book(scratch), _) => copy(tx, scratch.db()?, name, table, done)?,
            }
            done += table.map_or(0, |table| table.bytes);
            tx.progress().reach(done)?;
        }
        Ok(())
    };
    each(true)?;
    tx.bulk(|| each(false))?;
    if !soundness::foreign_keys(db)?.is_empty() {
        return Err(changed(NAME));
    }
    for (param, name) in [("customers", "customer"), ("visits", "visit"), ("lines", "visit_line")] {
        tx.param(param, manifest.table(name).map_or(0, |table| table.rows));
    }
    Ok(())
}

/// Takes a table over from the older book that was brought up to date.
fn copy(tx: &Tx<'_>, from: &Connection, name: &str, table: Option<&Table>, before: u64) -> Result<()> {
    let each = table.map_or(0, |table| table.bytes / table.rows.max(1));
    whole::copy(from, tx.db(), name, |n| {
        let is_told = n % STEP == 0;
        if is_told { tx.progress().reach(before.saturating_add(each.saturating_mul(n))) } else { Ok(()) }
    })?;
    Ok(())
}

fn fill(db: &Connection, progress: &Progress, folder: &Path, table: &Table, before: u64) -> Result<()> {
    let name = table.table.as_str();
    let path = file_of(name);
    let file = BufReader::with_capacity(1 << 16, File::open(folder.join(&path))?);
    let mut reader = csv::ReaderBuilder::new().from_reader(file);
    let headings = reader.headers().map_err(|_| changed(&path))?.clone();
    let headings: Vec<&str> = headings.iter().map(|heading| heading.trim_start_matches('\u{FEFF}')).collect();
    let columns = whole::columns(db, name)?;
    // Headings with a dot stand there for people; another one that is no column would be lost in silence.
    if headings.iter().any(|heading| !heading.contains('.') && columns.iter().all(|column| column.name != *heading)) {
        return Err(changed(&path));
    }
    let mut places = Vec::new();
    for column in &columns {
        let place = headings.iter().position(|heading| *heading == column.name);
        places.push(place.ok_or_else(|| changed(&path))?);
    }
    let mut record = csv::StringRecord::new();
    let mut n = 0;
    let rows = whole::fill(db, name, &columns, |values| {
        if !reader.read_record(&mut record).map_err(|_| changed(&path))? {
            return Ok(false);
        }
        for (column, place) in columns.iter().zip(&places) {
            let value = record.get(*place).and_then(|cell| cell::read(column, cell));
            values.push(value.ok_or_else(|| changed(&path))?);
        }
        n += 1;
        if n % STEP == 0 {
            progress.reach(before + record.position().map_or(0, csv::Position::byte))?;
        }
        Ok(true)
    });
    match rows {
        Ok(rows) if rows == table.rows => Ok(()),
        Ok(_) => Err(changed(&path)),
        // A row that the book's own rules refuse was never in a book.
        Err(Error::Store(rusqlite::Error::SqliteFailure(fault, _))) if fault.code == rusqlite::ErrorCode::ConstraintViolation => {
            Err(changed(&path))
        }
        Err(error) => Err(error),
    }
}
