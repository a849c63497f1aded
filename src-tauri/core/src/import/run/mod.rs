//! Bringing files into the book: all of them in one operation, or nothing.
//!
//! Customers first, then visits, then lines, of each kind file after file, each row read, typed, looked up and stored before the
//! next is read, so the memory stays flat. [`settle`] then ties together what can only be tied when everything is there. A dry run goes the same way and is
//! taken back.
//!
//! What counts as the same: a customer by her member number, without one by phone and name, without either by name and
//! birthday; a visit by its number; a line by visit and number. Imported visits earn no points: what they earned in the old
//! system is in its balance, which comes in as the opening balance of a new archive.
//!
//! What an earlier file brought is known to the later ones as if the book had had it: exports that overlap double nothing. Within
//! a file a second row of the same is a fault of that file and is held back.

mod book;
mod changes;
mod customers;
mod errors;
mod fields;
mod lines;
mod opening;
mod report;
mod settle;
mod sources;
mod tally;
mod visits;
mod words;

use super::columns::{Kind, Remembered};
use super::preview::preview;
use super::reader::{TableReader, read_table};
use super::rows::TypedRow;
use crate::backup;
use crate::error::Result;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{profile, state};
use crate::wire::backup::CopyWhy;
use crate::wire::import::{ImportFile, ImportPreview, ImportReport, RunImport};
use book::Book;
use errors::ErrorFiles;
use report::Report;
use sources::{Source, checked, open, options};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Shows the beginning of a file and how it would be read.
///
/// # Errors
/// `file_missing`, `file_kind_unknown`, `import_empty`, `import_too_large`, `choice_invalid` at an option.
pub fn preview_file(shop: &mut Shop, request: ImportFile) -> Result<ImportPreview> {
    let db = shop.db()?;
    let options = options(&request, &book::remembered(db)?)?;
    preview(open(Path::new(&request.path))?, request.kind, &options, &profile::fields(db)?)
}

/// Brings files in, or tries to.
///
/// # Errors
/// Those of [`super::reader::read_table`] with the file's kind as the field; `cancelled`; what the disk says. The book is then
/// unchanged and no file of held-back rows is left.
pub fn run(shop: &mut Shop, request: RunImport) -> Result<ImportReport> {
    let files = checked(&request.files, &book::remembered(shop.db()?)?)?;
    let bytes = files.iter().map(|file| file.bytes).sum();
    shop.progress().start(bytes);
    let mut errors = ErrorFiles::new(request.errors.as_ref().map(PathBuf::from), files.len() > 1);
    let work = |tx: &Tx<'_>| {
        let (report, remembered) = tx.bulk(|| bring_in(tx, &files, request.consent_on_paper, &mut errors))?;
        // What was said of headings is no part of what came in: taking the import back does not forget it.
        remember(tx, &remembered)?;
        // Written before the commit: if the folder is full or gone, nothing was imported and the user may try again.
        errors.finish()?;
        Ok(report)
    };
    if !request.dry_run {
        backup::before_bulk(shop, CopyWhy::Import)?;
    }
    let report = if request.dry_run { shop.try_out(Op::Import, work) } else { shop.write(Op::Import, work) };
    match report {
        Ok(report) => Ok(ImportReport { dry_run: request.dry_run, ..report }),
        Err(error) => {
            errors.abandon();
            Err(error)
        }
    }
}

fn bring_in(tx: &Tx<'_>, files: &[Source], on_paper: bool, errors: &mut ErrorFiles) -> Result<(ImportReport, Remembered)> {
    let mut book = Book::open(tx, files.len())?;
    book.on_paper = on_paper.then(|| book.words.on_paper());
    let mut report = Report::new(files);
    for &kind in Kind::ALL {
        for (at, file) in files.iter().enumerate().filter(|(_, file)| file.kind == kind) {
            book.turn_to(at)?;
            let mut desk = Desk { file, at, report: &mut report, errors };
            let done = match kind {
                Kind::Customers => read(&mut book, file).and_then(|reader| customers::take(&mut book, reader, &mut desk)),
                Kind::Visits => read(&mut book, file).and_then(|reader| visits::take(&mut book, reader, &mut desk)),
                Kind::Lines => read(&mut book, file).and_then(|reader| lines::take(&mut book, reader, &mut desk)),
            };
            done.map_err(|error| file.blame(error))?;
            book.bytes_before += file.bytes;
        }
    }
    let settled = settle::settle(&mut book, &mut report)?;
    let mut answer = report.finish();
    for (name, table) in [("customers", &answer.customers), ("visits", &answer.visits), ("lines", &answer.lines)] {
        if let Some(table) = table {
            tx.param(name, table.new + table.changed);
        }
    }
    (answer.returns_tied, answer.referrers_found) = (settled.returns_tied, settled.referrers_found);
    (answer.total, answer.customer_total) = settled.totals;
    answer.staff_added = book.staff_added;
    answer.fields_added = book.fields_added;
    Ok((answer, book.remembered))
}

/// Where what there is to say about one file goes.
struct Desk<'a> {
    file: &'a Source,
    /// Its place among the files.
    at: usize,
    report: &'a mut Report,
    errors: &'a mut ErrorFiles,
}

fn read<T: TypedRow>(book: &mut Book<'_>, file: &Source) -> Result<TableReader<File, T>> {
    let reader = read_table(open(&file.path)?, &file.options)?;
    book.remembered.learn(file.kind, reader.columns());
    Ok(reader)
}

fn remember(tx: &Tx<'_>, remembered: &Remembered) -> Result<()> {
    let before: Remembered = state::get(tx.db(), Remembered::KEY)?.unwrap_or_default();
    if before == *remembered { Ok(()) } else { state::put(tx.db(), Remembered::KEY, remembered) }
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Customers => "customers",
        Kind::Visits => "visits",
        Kind::Lines => "lines",
    }
}
