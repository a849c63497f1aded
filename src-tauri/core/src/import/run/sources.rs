//! The files of one import: that each is there and understood, that none stands among them twice, and what each is called.

use super::kind_word;
use crate::error::{Code, Error, Failure, Result};
use crate::import::columns::{Kind, Mapping, Remembered};
use crate::import::decode::Encoding;
use crate::import::reader::{self, Options};
use crate::wire::import::ImportFile;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The most files of one import.
const MOST: usize = 50;
/// Bytes of two files that are compared at a time.
const BLOCK: usize = 64 * 1024;

/// A file that is there, with its options understood.
pub(super) struct Source {
    pub kind: Kind,
    pub path: PathBuf,
    pub bytes: u64,
    pub options: Options,
    /// What it is called in the report.
    pub name: String,
    /// Which of its kind it is, from 1, where there are several.
    pub turn: Option<usize>,
}

impl Source {
    /// Says of a failure which file it was: its kind, which matters more than its place in the request, and of several of a kind its name.
    pub(super) fn blame(&self, error: Error) -> Error {
        match (error.under(kind_word(self.kind)), self.turn) {
            (Error::Refused(failure), Some(_)) => failure.with("file", &self.name).into(),
            (error, _) => error,
        }
    }
}

/// Looks at the files of a request.
///
/// # Errors
/// `required`, `import_too_large`, `file_missing`, `choice_invalid`, `import_file_twice`.
pub(super) fn checked(files: &[ImportFile], remembered: &Remembered) -> Result<Vec<Source>> {
    if files.is_empty() {
        return Err(Failure::at(Code::Required, "files").into());
    }
    if files.len() > MOST {
        return Err(Failure::at(Code::ImportTooLarge, "files").with("what", "files").with("max", MOST).into());
    }
    let mut sources: Vec<Source> = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let place = format!("files.{at}");
        let kind = file.kind.ok_or_else(|| Failure::at(Code::Required, format!("{place}.kind")))?;
        let options = options(file, remembered).map_err(|error| error.under(&place))?;
        let path = PathBuf::from(&file.path);
        let bytes = open(&path).map_err(|error| error.under(&place))?.metadata()?.len();
        sources.push(Source { kind, path, bytes, options, name: String::new(), turn: None });
    }
    for at in 0..sources.len() {
        let of_kind = sources.iter().filter(|other| other.kind == sources[at].kind).count();
        let before = sources[..at].iter().filter(|other| other.kind == sources[at].kind).count();
        sources[at].turn = (of_kind > 1).then_some(before + 1);
        sources[at].name = name(&sources, at);
    }
    for at in 1..sources.len() {
        if let Some(same) = twin(&sources, at).map_err(|error| error.under(format!("files.{at}")))? {
            let (file, same) = (&sources[at].name, &sources[same].name);
            return Err(Failure::at(Code::ImportFileTwice, format!("files.{at}.path")).with("file", file).with("same", same).into());
        }
    }
    Ok(sources)
}

/// What a file is called: its name; where two of a kind are called alike with its folder, its sheet or its turn.
fn name(sources: &[Source], at: usize) -> String {
    let last = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let with_folder = |path: &Path| match path.parent().map(last).filter(|folder| !folder.is_empty()) {
        Some(folder) => format!("{folder}/{}", last(path)),
        None => last(path),
    };
    let with_sheet = |source: &Source| match &source.options.sheet {
        Some(sheet) => format!("{} · {sheet}", last(&source.path)),
        None => last(&source.path),
    };
    let own = &sources[at];
    let others = || sources.iter().enumerate().filter(|(other, source)| *other != at && source.kind == own.kind).map(|(_, source)| source);
    let short = last(&own.path);
    if others().all(|other| last(&other.path) != short) {
        return short;
    }
    if others().all(|other| with_folder(&other.path) != with_folder(&own.path)) {
        return with_folder(&own.path);
    }
    if others().all(|other| with_sheet(other) != with_sheet(own)) {
        return with_sheet(own);
    }
    format!("{short} ({})", own.turn.unwrap_or(1))
}

/// An earlier file of the same kind that holds the same, under whatever name; two sheets of one workbook are two tables.
fn twin(sources: &[Source], at: usize) -> Result<Option<usize>> {
    let own = &sources[at];
    for (earlier, other) in sources[..at].iter().enumerate() {
        if other.kind == own.kind && is_same_content(other, own)? && sheet(other)? == sheet(own)? {
            return Ok(Some(earlier));
        }
    }
    Ok(None)
}

fn is_same_content(one: &Source, other: &Source) -> Result<bool> {
    if one.bytes != other.bytes {
        return Ok(false);
    }
    if one.path.canonicalize()? == other.path.canonicalize()? {
        return Ok(true);
    }
    let (mut one, mut other) = (open(&one.path)?, open(&other.path)?);
    let (mut of_one, mut of_other) = (vec![0; BLOCK], vec![0; BLOCK]);
    loop {
        let (n, m) = (fill(&mut one, &mut of_one)?, fill(&mut other, &mut of_other)?);
        if of_one[..n] != of_other[..m] {
            return Ok(false);
        }
        if n == 0 {
            return Ok(true);
        }
    }
}

/// Reads until the block is full or the file ends.
fn fill(file: &mut File, block: &mut [u8]) -> Result<usize> {
    let mut filled = 0;
    while filled < block.len() {
        match file.read(&mut block[filled..])? {
            0 => break,
            n => filled += n,
        }
    }
    Ok(filled)
}

/// The sheet that would be read.
fn sheet(source: &Source) -> Result<Option<String>> {
    Ok(reader::open(open(&source.path)?, Some(source.kind), &source.options)?.origin.sheet)
}

pub(super) fn options(file: &ImportFile, remembered: &Remembered) -> Result<Options> {
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

pub(super) fn open(path: &Path) -> Result<File> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::at(Code::FileMissing, "path").into(),
        _ => crate::error::Error::from(error),
    })?;
    if !file.metadata()?.is_file() {
        return Err(Failure::at(Code::FileKindUnknown, "path").into());
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path and a sheet.
    type Given = (&'static str, Option<&'static str>);

    /// What files of visits are called.
    fn named(files: &[Given]) -> Vec<String> {
        let one = |(turn, &(path, sheet)): (usize, &Given)| Source {
            kind: Kind::Visits,
            path: path.into(),
            bytes: 0,
            options: Options { sheet: sheet.map(str::to_owned), ..Options::default() },
            name: String::new(),
            turn: Some(turn + 1),
        };
        let sources: Vec<Source> = files.iter().enumerate().map(one).collect();
        (0..sources.len()).map(|at| name(&sources, at)).collect()
    }

    #[test]
    fn files_are_called_by_their_name_and_by_more_only_where_two_are_alike() {
        let cases: [(&[Given], &[&str]); 4] = [
            (&[("/a/2023.csv", None), ("/a/2024.csv", None)], &["2023.csv", "2024.csv"]),
            (&[("/总店/流水.csv", None), ("/分店/流水.csv", None), ("/b/x.csv", None)], &["总店/流水.csv", "分店/流水.csv", "x.csv"]),
            (&[("/a/流水.xlsx", Some("一月")), ("/a/流水.xlsx", Some("二月"))], &["流水.xlsx · 一月", "流水.xlsx · 二月"]),
            (&[("/a/b/流水.csv", None), ("/c/b/流水.csv", None)], &["流水.csv (1)", "流水.csv (2)"]),
        ];
        for (files, names) in cases {
            assert_eq!(named(files), names);
        }
    }
}
