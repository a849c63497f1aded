//! The rows that were held back, written as they stand in the file, to be mended and brought again.

use super::sources::Source;
use super::words::Words;
use crate::error::Result;
use crate::import::flag::Flag;
use crate::import::table::Record;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Up to one file for each that is brought in; none where nothing was held back.
pub(super) struct ErrorFiles {
    target: Option<PathBuf>,
    is_shared: bool,
    /// Those of files that are done.
    closed: Vec<PathBuf>,
    open: Option<(PathBuf, csv::Writer<BufWriter<File>>)>,
}

/// Characters of a file's name that the name of its held-back rows repeats: with them no file system finds it too long.
const NAME: usize = 40;

impl ErrorFiles {
    pub(super) fn new(target: Option<PathBuf>, is_shared: bool) -> ErrorFiles {
        ErrorFiles { target, is_shared, closed: Vec::new(), open: None }
    }

    /// Adds a row: its cells, then its line and what was wrong. The last two columns are ignored when the file is brought again.
    pub(super) fn add(&mut self, file: &Source, headings: &[String], record: &Record, flags: &[Flag], words: &Words) -> Result<()> {
        let Some(target) = &self.target else { return Ok(()) };
        let (_, writer) = match &mut self.open {
            Some(open) => open,
            none => {
                let path = if self.is_shared { beside(target, file) } else { target.clone() };
                let mut file = BufWriter::new(File::create(part(&path))?);
                // The mark tells spreadsheets that it is UTF-8.
                file.write_all(b"\xEF\xBB\xBF")?;
                let writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(file);
                let open = none.insert((path, writer));
                let added = [words.errors_line(), words.errors_reason()];
                open.1.write_record(headings.iter().map(|heading| guarded(heading)).chain(added))?;
                open
            }
        };
        let cells = (0..headings.len().max(record.len())).map(|column| guarded(record.cell(column)));
        let reasons: Vec<String> = flags.iter().map(|flag| words.remark(flag)).collect();
        writer.write_record(cells.chain([record.line.to_string(), reasons.join("; ")]))?;
        Ok(())
    }

    /// Ends the rows of one file. Gives where they will lie; nothing if there were none.
    pub(super) fn close(&mut self) -> Result<Option<String>> {
        let Some((path, writer)) = &mut self.open else { return Ok(None) };
        writer.flush()?;
        let text = path.to_string_lossy().into_owned();
        self.closed.push(path.clone());
        self.open = None;
        Ok(Some(text))
    }

    /// Puts the files under their names.
    pub(super) fn finish(&mut self) -> Result<()> {
        for path in &self.closed {
            std::fs::rename(part(path), path)?;
        }
        Ok(())
    }

    /// Takes away what was begun.
    pub(super) fn abandon(&mut self) {
        let open = self.open.take().map(|(path, _)| path);
        for path in self.closed.drain(..).chain(open) {
            // Already renamed or never made: either way there is nothing left to take away.
            let _ = std::fs::remove_file(part(&path));
        }
    }
}

fn beside(target: &Path, file: &Source) -> PathBuf {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let ending = target.extension().map_or(String::new(), |ending| format!(".{}", ending.to_string_lossy()));
    let of = match file.turn {
        None => String::new(),
        Some(turn) => {
            let name = file.path.file_stem().unwrap_or_default().to_string_lossy();
            format!("-{turn}-{}", name.chars().take(NAME).collect::<String>().trim())
        }
    };
    target.with_file_name(format!("{stem}-{}{of}{ending}", super::kind_word(file.kind)))
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
    use crate::import::columns::Kind;
    use crate::import::reader::Options;

    #[test]
    fn formulas_are_guarded_and_numbers_left_alone() {
        for (cell, written) in [("=1+1", "'=1+1"), ("-12.50", "-12.50"), (" @x", "' @x"), ("王", "王"), ("", ""), ("－", "'－")] {
            assert_eq!(guarded(cell), written);
            assert_eq!(crate::import::values::text::unwrap(&guarded(cell)), cell);
        }
    }

    #[test]
    fn each_file_has_its_own_name() {
        let file =
            |kind, path: &str, turn| Source { kind, path: path.into(), bytes: 0, options: Options::default(), name: String::new(), turn };
        let long = "长".repeat(90);
        for (target, of, written) in [
            ("/tmp/坏行.csv", file(Kind::Lines, "a.csv", None), "/tmp/坏行-lines.csv".to_owned()),
            ("out", file(Kind::Visits, "a.csv", None), "out-visits".to_owned()),
            ("/tmp/坏行.csv", file(Kind::Visits, "/总店/2023.csv", Some(1)), "/tmp/坏行-visits-1-2023.csv".to_owned()),
            ("/tmp/坏行.csv", file(Kind::Visits, "/分店/2023.xlsx", Some(2)), "/tmp/坏行-visits-2-2023.csv".to_owned()),
            ("坏.csv", file(Kind::Visits, &format!("{long}.csv"), Some(3)), format!("坏-visits-3-{}.csv", "长".repeat(40))),
        ] {
            assert_eq!(beside(Path::new(target), &of), Path::new(&written));
        }
    }
}
