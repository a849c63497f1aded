//! The rows that were held back, written as they stand in the file, to be mended and brought again.

use super::words::Words;
use crate::error::Result;
use crate::import::columns::Kind;
use crate::import::flag::Flag;
use crate::import::table::Record;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Up to one file a kind of table; none where nothing was held back.
pub(super) struct ErrorFiles {
    target: Option<PathBuf>,
    is_shared: bool,
    open: Vec<(Kind, PathBuf, csv::Writer<BufWriter<File>>)>,
}

impl ErrorFiles {
    pub(super) fn new(target: Option<PathBuf>, files: usize) -> ErrorFiles {
        ErrorFiles { target, is_shared: files > 1, open: Vec::new() }
    }

    /// Where the rows of a kind go; nothing as long as there are none.
    pub(super) fn path(&self, kind: Kind) -> Option<String> {
        self.open.iter().find(|(k, ..)| *k == kind).map(|(_, path, _)| path.to_string_lossy().into_owned())
    }

    /// Adds a row: its cells, then its line and what was wrong. The last two columns are ignored when the file is brought again.
    pub(super) fn add(&mut self, kind: Kind, headings: &[String], record: &Record, flags: &[Flag], words: &Words) -> Result<()> {
        let Some(target) = &self.target else { return Ok(()) };
        let at = match self.open.iter().position(|(k, ..)| *k == kind) {
            Some(at) => at,
            None => {
                let path = if self.is_shared { beside(target, kind) } else { target.clone() };
                let mut file = BufWriter::new(File::create(part(&path))?);
                // The mark tells spreadsheets that it is UTF-8.
                file.write_all(b"\xEF\xBB\xBF")?;
                let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(file);
                let added = [words.errors_line(), words.errors_reason()];
                writer.write_record(headings.iter().map(|heading| guarded(heading)).chain(added))?;
                self.open.push((kind, path, writer));
                self.open.len() - 1
            }
        };
        let cells = (0..headings.len().max(record.len())).map(|column| guarded(record.cell(column)));
        let reasons: Vec<String> = flags.iter().map(|flag| words.remark(flag)).collect();
        let (_, _, writer) = &mut self.open[at];
        writer.write_record(cells.chain([record.line.to_string(), reasons.join("; ")]))?;
        Ok(())
    }

    /// Puts the files under their names.
    pub(super) fn finish(&mut self) -> Result<()> {
        for (_, path, writer) in &mut self.open {
            writer.flush()?;
            std::fs::rename(part(path), path)?;
        }
        Ok(())
    }

    /// Takes away what was begun.
    pub(super) fn abandon(&mut self) {
        for (_, path, _) in self.open.drain(..) {
            // Already renamed or never made: either way there is nothing left to take away.
            let _ = std::fs::remove_file(part(&path));
        }
    }
}

fn beside(target: &Path, kind: Kind) -> PathBuf {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let ending = target.extension().map_or(String::new(), |ending| format!(".{}", ending.to_string_lossy()));
    target.with_file_name(format!("{stem}-{}{ending}", super::kind_word(kind)))
}

fn part(path: &Path) -> PathBuf {
    crate::store::open::with_suffix(path, ".part")
}

/// A cell that a spreadsheet would take for a formula gets the one apostrophe that the import takes away again.
fn guarded(cell: &str) -> String {
    let first = cell.trim_start().chars().next();
    let is_number = cell.parse::<rust_decimal::Decimal>().is_ok();
    match first {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') if !is_number => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_left_alone() {
        for (cell, written) in [("=1+1", "'=1+1"), ("-12.50", "-12.50"), (" @x", "' @x"), ("王", "王"), ("", ""), ("－", "'－")] {
            assert_eq!(guarded(cell), written);
            assert_eq!(crate::import::values::text::unwrap(&guarded(cell)), cell);
        }
    }

    #[test]
    fn each_kind_has_its_own_name() {
        assert_eq!(beside(Path::new("/tmp/坏行.csv"), Kind::Lines), Path::new("/tmp/坏行-lines.csv"));
        assert_eq!(beside(Path::new("out"), Kind::Visits), Path::new("out-visits"));
    }
}
