//! A file that takes a table row by row, and that is handed over only once the log knows of it.

use super::cells::{Cell, Row};
use super::sheet::{Sheet, mark};
use super::xlsx::Workbook;
use crate::audit::Note;
use crate::error::{Code, Error, Failure, Result};
use crate::shop::Shop;
use crate::store::open::{private_file, sync_folder, with_suffix};
use crate::wire::export::{FileEncoding, TableExported, TableFormat};
use crate::wire::phone::Phone;
use rusqlite::Connection;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// How much of a text file is put together before it is written.
const PIECE: usize = 1 << 18;

/// What kind of file, and how its text is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// The kind.
    pub format: TableFormat,
    /// The encoding of a text file.
    pub encoding: FileEncoding,
}

impl Form {
    /// As asked, or as the file's name ends.
    ///
    /// # Errors
    /// `choice_invalid` at `format` where the name says another kind than was asked for: no spreadsheet would open such a file.
    pub(crate) fn of(path: &str, format: Option<TableFormat>, encoding: Option<FileEncoding>) -> Result<Form> {
        let named = TableFormat::ALL.iter().copied().find(|format| ending(Path::new(path)) == format.as_str());
        if let (Some(asked), Some(named)) = (format, named)
            && asked != named
        {
            return Err(Failure::at(Code::ChoiceInvalid, "format").with("value", named.as_str()).into());
        }
        Ok(Form { format: format.or(named).unwrap_or(TableFormat::Csv), encoding: encoding.unwrap_or(FileEncoding::Utf8) })
    }
}

fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// A file that is complete and on the disk, and not yet under its name.
#[must_use]
pub(crate) struct Written {
    making: PathBuf,
    path: PathBuf,
    format: TableFormat,
    rows: u64,
    bytes: u64,
}

impl Written {
    /// Notes in the log that it was taken out, with whatever else is to be remembered, and then gives it its name: what cannot be
    /// noted is not handed over.
    ///
    /// # Errors
    /// Those of the disk; no file is left then.
    pub(crate) fn hand_over(self, shop: &mut Shop, what: &str, remember: impl FnOnce(&Connection) -> Result<()>) -> Result<TableExported> {
        let note = Note::exported(what, self.rows, self.format.as_str());
        let placed = shop.recorded(|db, _| Ok((remember(db)?, vec![note]))).and_then(|()| {
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

/// Writes a file to the disk, to be handed over when it is complete. Phones are whole in it if whoever is at the counter may see them.
///
/// # Errors
/// `required` or `file_exists` at `path` (it is the book itself), those of the disk and of `work`; no file is made.
pub(crate) fn write_file(shop: &Shop, path: &str, form: Form, work: impl FnOnce(&mut Out) -> Result<()>) -> Result<Written> {
    let path = target(shop, path)?;
    let making = with_suffix(&path, ".making");
    // A crash may have left it behind; its name is ours alone.
    let _ = std::fs::remove_file(&making);
    let made: Result<(u64, u64)> = (|| {
        private_file(&making)?;
        let file = File::options().write(true).open(&making)?;
        let mut out = Out { body: Body::Waiting(file), form, picked: None, whole_phones: shop.seat().shows_phones(), rows: 0 };
        work(&mut out)?;
        out.finish()
    })();
    if made.is_err() {
        let _ = std::fs::remove_file(&making);
    }
    let (rows, bytes) = made?;
    Ok(Written { making, path, format: form.format, rows, bytes })
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

/// A file that takes a table row by row.
pub(crate) struct Out {
    body: Body,
    form: Form,
    /// The places of the columns that are written, in their order; all where nothing was chosen.
    picked: Option<Vec<usize>>,
    whole_phones: bool,
    rows: u64,
}

enum Body {
    /// The headings were not given yet.
    Waiting(File),
    Csv(BufWriter<File>, Sheet),
    Xlsx(Box<Workbook<BufWriter<File>>>),
    /// It met a fault and takes nothing more.
    Gone,
}

impl Out {
    /// Writes the headings: all of them, or those at the places that were picked, which then hold for the rows too.
    pub(crate) fn begin(&mut self, title: &str, headings: &[String], picked: Option<Vec<usize>>) -> Result<()> {
        let headings = match &picked {
            Some(picked) => picked.iter().filter_map(|&at| headings.get(at).cloned()).collect(),
            None => headings.to_vec(),
        };
        self.picked = picked;
        let Body::Waiting(file) = std::mem::replace(&mut self.body, Body::Gone) else {
            return Err(Failure::new(Code::Internal).into());
        };
        let mut file = BufWriter::with_capacity(PIECE, file);
        self.body = match self.form.format {
            TableFormat::Csv => {
                file.write_all(mark(self.form.encoding))?;
                Body::Csv(file, Sheet::with_headings(&headings))
            }
            TableFormat::Xlsx => Body::Xlsx(Box::new(Workbook::begin(file, title, &headings)?)),
        };
        Ok(())
    }

    /// Writes a row and empties it.
    pub(crate) fn row(&mut self, row: &mut Row) -> Result<()> {
        let cells = row.cells();
        let mut all;
        let mut chosen;
        let cells: &mut dyn Iterator<Item = &Cell> = match &self.picked {
            Some(picked) => {
                chosen = picked.iter().map(|&at| cells.get(at).unwrap_or(&Cell::Empty));
                &mut chosen
            }
            None => {
                all = cells.iter();
                &mut all
            }
        };
        match &mut self.body {
            Body::Csv(file, sheet) => {
                cells.for_each(|cell| put(sheet, cell, self.whole_phones));
                sheet.end_row();
                if sheet.len() >= PIECE {
                    file.write_all(&sheet.take(self.form.encoding))?;
                }
            }
            Body::Xlsx(book) => book.row(cells, self.whole_phones)?,
            Body::Waiting(_) | Body::Gone => return Err(Failure::new(Code::Internal).into()),
        }
        self.rows += 1;
        row.clear();
        Ok(())
    }

    fn finish(self) -> Result<(u64, u64)> {
        let file = match self.body {
            Body::Csv(mut file, mut sheet) => {
                file.write_all(&sheet.take(self.form.encoding))?;
                file
            }
            Body::Xlsx(book) => book.finish()?,
            Body::Waiting(file) => BufWriter::new(file),
            Body::Gone => return Err(Failure::new(Code::Internal).into()),
        };
        let file = file.into_inner().map_err(|error| Error::from(error.into_error()))?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        Ok((self.rows, bytes))
    }
}

fn put(sheet: &mut Sheet, cell: &Cell, whole_phones: bool) {
    match cell {
        Cell::Empty => sheet.optional(None),
        Cell::Text(text) => sheet.lines(text),
        Cell::Phones(list) => sheet.text(&phones(list, whole_phones)),
        Cell::Number(number) => sheet.number(*number),
        Cell::Money(amount) => sheet.money(Some(*amount)),
        Cell::Day(day) => sheet.day(*day),
        Cell::Time(time) => sheet.clock(*time),
    }
}

/// Several phones in one cell, as the import parts them again.
pub(super) fn phones(phones: &[Phone], whole: bool) -> String {
    phones.iter().map(|phone| if whole { phone.to_string() } else { phone.masked() }).collect::<Vec<_>>().join("|")
}
