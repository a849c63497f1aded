//! Bringing files into the book: all of them in one operation, or nothing.
//!
//! Customers first, then visits, then lines, each row read, typed, looked up and stored before the next is read, so the memory
//! stays flat. [`settle`] then ties together what can only be tied when everything is there. A dry run goes the same way and is
//! taken back.
//!
//! What counts as the same: a customer by her member number, without one by phone and name, without either by name and
//! birthday; a visit by its number; a line by visit and number. Imported visits earn no points: what they earned in the old
//! system is in its balance, which comes in as the opening balance of a new archive.

mod book;
mod changes;
mod customers;
mod errors;
mod fields;
mod lines;
mod settle;
mod tally;
mod visits;
mod words;

use super::columns::{Kind, Mapping, Remembered};
use super::decode::Encoding;
use super::preview::preview;
use super::reader::{Options, TableReader, read_table};
use super::rows::TypedRow;
use crate::backup;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{profile, state};
use crate::wire::backup::CopyWhy;
use crate::wire::import::{ImportFile, ImportPreview, ImportReport, RunImport};
use book::Book;
use errors::ErrorFiles;
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
    let mut errors = ErrorFiles::new(request.errors.as_ref().map(PathBuf::from), files.len());
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

/// A file that is there, with its options understood.
struct Source {
    kind: Kind,
    path: PathBuf,
    bytes: u64,
    options: Options,
}

fn checked(files: &[ImportFile], remembered: &Remembered) -> Result<Vec<Source>> {
    let mut sources: Vec<Source> = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let place = format!("files.{at}");
        let kind = file.kind.ok_or_else(|| Failure::at(Code::Required, format!("{place}.kind")))?;
        if sources.iter().any(|source| source.kind == kind) {
            return Err(Failure::at(Code::NameTaken, format!("{place}.kind")).into());
        }
        let options = options(file, remembered).map_err(|error| error.under(&place))?;
        let path = PathBuf::from(&file.path);
        let bytes = open(&path).map_err(|error| error.under(&place))?.metadata()?.len();
        sources.push(Source { kind, path, bytes, options });
    }
    if sources.is_empty() {
        return Err(Failure::at(Code::Required, "files").into());
    }
    sources.sort_by_key(|source| Kind::ALL.iter().position(|kind| *kind == source.kind));
    Ok(sources)
}

fn options(file: &ImportFile, remembered: &Remembered) -> Result<Options> {
    let encoding = file.encoding.as_deref().map(Encoding::parse).transpose()?;
    let delimiter = match file.delimiter.as_deref() {
        None => None,
        Some("\\t" | "tab") => Some('\t'),
        Some(text) => {
            let mut all = text.chars();
            match (all.next(), all.next()) {
                (Some('，'), None) => Some('，'),
                (Some(one), None) if one.is_ascii() && !one.is_ascii_alphanumeric() && !matches!(one, '"' | '\n' | '\r' | '\0') => {
                    Some(one)
                }
                _ => return Err(Failure::at(Code::ChoiceInvalid, "delimiter").into()),
            }
        }
    };
    let mut mapping = Mapping::default();
    mapping.remember(remembered);
    for entry in &file.map {
        mapping.add(entry)?;
    }
    Ok(Options { encoding, delimiter, heading_line: file.heading_line, sheet: file.sheet.clone(), mapping })
}

fn open(path: &Path) -> Result<File> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::at(Code::FileMissing, "path").into(),
        _ => crate::error::Error::from(error),
    })?;
    if !file.metadata()?.is_file() {
        return Err(Failure::at(Code::FileKindUnknown, "path").into());
    }
    Ok(file)
}

fn bring_in(tx: &Tx<'_>, files: &[Source], on_paper: bool, errors: &mut ErrorFiles) -> Result<(ImportReport, Remembered)> {
    let mut book = Book::open(tx)?;
    book.on_paper = on_paper.then(|| book.words.on_paper());
    let mut report = ImportReport::default();
    for file in files {
        let done = match file.kind {
            Kind::Customers => read(&mut book, file).and_then(|reader| customers::take(&mut book, reader, errors)),
            Kind::Visits => read(&mut book, file).and_then(|reader| visits::take(&mut book, reader, errors)),
            Kind::Lines => read(&mut book, file).and_then(|reader| lines::take(&mut book, reader, errors)),
        };
        // Which of the files it was matters more than where in the request it stood.
        let done = done.map_err(|error| error.under(kind_word(file.kind)))?;
        book.bytes_before += file.bytes;
        match file.kind {
            Kind::Customers => report.customers = Some(done),
            Kind::Visits => report.visits = Some(done),
            Kind::Lines => report.lines = Some(done),
        }
    }
    settle::settle(&mut book, &mut report)?;
    for (name, table) in [("customers", &report.customers), ("visits", &report.visits), ("lines", &report.lines)] {
        if let Some(table) = table {
            tx.param(name, table.new + table.changed);
        }
    }
    report.staff_added = book.staff_added;
    report.fields_added = book.fields_added;
    Ok((report, book.remembered))
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
