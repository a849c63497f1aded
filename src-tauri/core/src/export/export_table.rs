//! Whole tables for the owner, with names and phones: her own data in her own hands.

use super::sheet::{Sheet, mark};
use super::tables::{self, Asked};
use crate::audit::Note;
use crate::error::{Code, Error, Failure, Result};
use crate::messages::Messages;
use crate::segments::{check, concluded};
use crate::shop::Shop;
use crate::store::open::{private_file, sync_folder, with_suffix};
use crate::store::{segment, setting};
use crate::wire::export::{ExportTable, FileEncoding, Headings, TableExported};
use crate::wire::settings::Settings;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes a table into a file, row by row. The file appears under its name when it is complete.
///
/// # Errors
/// `required` or `file_exists` at `path` (it is the book itself), those of the disk, `cancelled`, those of a segment at `only`; no file is
/// made.
pub fn export_table(shop: &mut Shop, request: ExportTable) -> Result<TableExported> {
    shop.turn_the_day()?;
    let now = shop.now();
    let only = match &request.only {
        Some(filter) => {
            check(shop.db()?, filter, "only")?;
            let filter = concluded(shop, filter)?;
            Some(segment::members(shop.db()?, &filter, now.day(), -1)?.into_iter().collect())
        }
        None => None,
    };
    let progress = shop.progress();
    let db = shop.db()?;
    let settings: Settings = setting::get(db, Settings::KEY)?;
    let asked = Asked {
        table: request.table,
        today: now.day(),
        as_of: request.as_of.filter(|day| *day < now.day()),
        offset: settings.offset(),
        words: (request.headings == Some(Headings::Words)).then(|| Messages::of(settings.language)),
        only,
    };
    let written =
        write_file(shop, &request.path, request.encoding.unwrap_or(FileEncoding::Utf8), |out| tables::write(db, &asked, &progress, out))?;
    written.hand_over(shop, request.table.as_str())
}

/// The kind of a file as its name says, for the log; never more of the name.
fn file_kind(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ["csv", "xlsx", "txt"].contains(&ending.as_str()) { ending } else { "file".to_owned() }
}

/// A file that is complete and on the disk, and not yet under its name.
#[must_use]
pub(crate) struct Written {
    making: PathBuf,
    path: PathBuf,
    rows: u64,
    bytes: u64,
}

impl Written {
    /// Notes in the log that it was taken out, and then gives it its name: what cannot be noted is not handed over.
    ///
    /// # Errors
    /// Those of the disk; no file is left then.
    pub(crate) fn hand_over(self, shop: &mut Shop, what: &str) -> Result<TableExported> {
        let placed = shop.note(Note::exported(what, self.rows, &file_kind(&self.path))).and_then(|()| {
            std::fs::rename(&self.making, &self.path)?;
            sync_folder(&self.path)
        });
        if placed.is_err() {
            let _ = std::fs::remove_file(&self.making);
        }
        placed?;
        Ok(TableExported { path: self.path.to_string_lossy().into_owned(), rows: self.rows, bytes: self.bytes })
    }
}

/// Writes a file to the disk, to be handed over when it is complete.
///
/// # Errors
/// `required` or `file_exists` at `path` (it is the book itself), those of the disk and of `work`; no file is made.
pub(crate) fn write_file(shop: &Shop, path: &str, encoding: FileEncoding, work: impl FnOnce(&mut Out) -> Result<()>) -> Result<Written> {
    let path = target(shop, path)?;
    let making = with_suffix(&path, ".making");
    // A crash may have left it behind; its name is ours alone.
    let _ = std::fs::remove_file(&making);
    let made: Result<(u64, u64)> = (|| {
        private_file(&making)?;
        let mut out = Out::new(File::options().write(true).open(&making)?, encoding)?;
        work(&mut out)?;
        out.finish()
    })();
    if made.is_err() {
        let _ = std::fs::remove_file(&making);
    }
    let (rows, bytes) = made?;
    Ok(Written { making, path, rows, bytes })
}

/// The file to make: anywhere but over the book itself or its journal.
fn target(shop: &Shop, text: &str) -> Result<PathBuf> {
    let path = Path::new(text);
    let (Some(name), Ok(full)) = (path.file_name(), std::path::absolute(path)) else {
        return Err(Failure::at(Code::Required, "path").into());
    };
    let folder = full.parent().unwrap_or(Path::new("/"));
    let folder = folder.canonicalize().map_err(|_| Error::from(Failure::at(Code::FolderMissing, "path")))?;
    let target = folder.join(name);
    let book = shop.path();
    let real = target.canonicalize().unwrap_or_else(|_| target.clone());
    if [&book, &with_suffix(&book, "-journal")].contains(&&real) || target.is_dir() {
        return Err(Failure::at(Code::FileExists, "path").into());
    }
    Ok(target)
}

/// A file that takes a table piece by piece.
pub struct Out {
    file: BufWriter<File>,
    encoding: FileEncoding,
    bytes: u64,
    rows: u64,
}

impl Out {
    fn new(file: File, encoding: FileEncoding) -> Result<Out> {
        let mut out = Out { file: BufWriter::with_capacity(1 << 18, file), encoding, bytes: 0, rows: 0 };
        out.put(mark(encoding))?;
        Ok(out)
    }

    /// Takes what the sheet holds so far.
    pub fn take(&mut self, sheet: &mut Sheet) -> Result<()> {
        self.rows = sheet.rows();
        self.put(&sheet.take(self.encoding))
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.bytes += bytes.len() as u64;
        Ok(self.file.write_all(bytes)?)
    }

    fn finish(self) -> Result<(u64, u64)> {
        let file = self.file.into_inner().map_err(|error| Error::from(error.into_error()))?;
        file.sync_all()?;
        Ok((self.rows, self.bytes))
    }
}
