//! The container of a workbook: a zip archive, of which only the needed parts are read.
//!
//! The sizes an archive declares may lie, so what is inflated is counted as it comes, and its checksum compared at the end. The
//! directory is read as a stream and only the names of XML parts are kept, so that a hundred thousand entries cost no memory.

use super::{Over, cut_off, over};
use crate::error::{Code, Failure, Result};
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::io::{BufReader, Read, Seek, SeekFrom, Take};

/// The most XML parts that are looked at.
const PARTS_MAX: usize = 10_000;
/// Behind the directory stands its end record, and behind that a comment of up to 64 KiB.
const TAIL: u64 = 22 + 65_535;

/// One part of the archive.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Path inside the archive, lower case, with slashes.
    name: String,
    method: u16,
    packed: u64,
    /// What the archive says it inflates to; only for telling the progress.
    pub(super) declared: u64,
    crc: u32,
    header: u64,
    is_encrypted: bool,
}

/// An archive and where its parts begin.
pub(super) struct Archive<R> {
    source: R,
    parts: Vec<Part>,
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the directory.
    ///
    /// # Errors
    /// `import_cut_off` where there is none, `import_too_large` for too many parts.
    pub(super) fn open(mut source: R) -> Result<Archive<R>> {
        let length = source.seek(SeekFrom::End(0))?;
        let end = End::find(&mut source, length)?;
        source.seek(SeekFrom::Start(end.start))?;
        let mut directory = BufReader::new(source.by_ref().take(end.bytes));
        let mut parts = Vec::new();
        for _ in 0..end.entries {
            let part = entry(&mut directory, end.shift)?;
            if part.name.ends_with(".xml") || part.name.ends_with(".rels") {
                parts.push(part);
            }
            if parts.len() > PARTS_MAX {
                return Err(over("parts", PARTS_MAX as u64));
            }
        }
        Ok(Archive { source, parts })
    }

    /// The part of a name, whatever its case.
    pub(super) fn part(&self, name: &str) -> Option<&Part> {
        let name = plain(name);
        self.parts.iter().find(|part| part.name == name)
    }

    /// Reads a part from its beginning; `max` bounds what it inflates to.
    pub(super) fn read(&mut self, part: &Part, max: u64) -> Result<PartReader<&mut R>> {
        PartReader::new(&mut self.source, part, max)
    }

    /// The same, keeping the source.
    pub(super) fn into_part(self, part: &Part, max: u64) -> Result<PartReader<R>> {
        PartReader::new(self.source, part, max)
    }
}

/// A part's path as it is compared.
fn plain(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

/// Where the directory stands.
struct End {
    start: u64,
    bytes: u64,
    entries: u64,
    /// What stands before the archive in the file, so that every place in it is meant that much later.
    shift: u64,
}

impl End {
    fn find(source: &mut (impl Read + Seek), length: u64) -> Result<End> {
        let tail_start = length.saturating_sub(TAIL);
        source.seek(SeekFrom::Start(tail_start))?;
        let mut tail = Vec::new();
        source.by_ref().take(TAIL).read_to_end(&mut tail)?;
        let at = memchr::memmem::rfind(&tail, b"PK\x05\x06").ok_or_else(cut_off)?;
        let record = tail.get(at..at + 22).ok_or_else(cut_off)?;
        let (mut entries, mut bytes, mut offset) = (number(record, 10, 2), number(record, 12, 4), number(record, 16, 4));
        let mut directory_end = tail_start + at as u64;
        // Some programs write the larger form of the record even where the smaller would do.
        if entries == 0xFFFF || bytes == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            let locator = at.checked_sub(20).and_then(|from| tail.get(from..at)).filter(|found| found.starts_with(b"PK\x06\x07"));
            source.seek(SeekFrom::Start(number(locator.ok_or_else(cut_off)?, 8, 8)))?;
            let mut large = [0; 56];
            source.read_exact(&mut large).map_err(|_| cut_off())?;
            if !large.starts_with(b"PK\x06\x06") {
                return Err(cut_off());
            }
            directory_end = number(locator.unwrap_or_default(), 8, 8);
            (entries, bytes, offset) = (number(&large, 32, 8), number(&large, 40, 8), number(&large, 48, 8));
        }
        let start = directory_end.checked_sub(bytes).ok_or_else(cut_off)?;
        let shift = start.checked_sub(offset).ok_or_else(cut_off)?;
        Ok(End { start, bytes, entries, shift })
    }
}

/// A little-endian number inside a record.
fn number(record: &[u8], at: usize, bytes: usize) -> u64 {
    record.get(at..at + bytes).unwrap_or_default().iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

/// Reads one entry of the directory.
fn entry(directory: &mut impl Read, shift: u64) -> Result<Part> {
    let mut fixed = [0; 46];
    directory.read_exact(&mut fixed).map_err(|_| cut_off())?;
    if !fixed.starts_with(b"PK\x01\x02") {
        return Err(cut_off());
    }
    let length = |at| number(&fixed, at, 2) as usize;
    let (name, extra, comment) = (length(28), length(30), length(32));
    let mut text = vec![0; name + extra + comment];
    directory.read_exact(&mut text).map_err(|_| cut_off())?;
    let (mut packed, mut declared, mut header) = (number(&fixed, 20, 4), number(&fixed, 24, 4), number(&fixed, 42, 4));
    // Numbers that do not fit stand in the extra field, in this order, each only where it is needed.
    let mut large = large_numbers(&text[name..name + extra]);
    for value in [&mut declared, &mut packed, &mut header] {
        if *value == 0xFFFF_FFFF {
            *value = large.next().ok_or_else(cut_off)?;
        }
    }
    Ok(Part {
        name: plain(&String::from_utf8_lossy(&text[..name])),
        method: number(&fixed, 10, 2) as u16,
        packed,
        declared,
        crc: number(&fixed, 16, 4) as u32,
        header: header.checked_add(shift).ok_or_else(cut_off)?,
        is_encrypted: fixed[8] & 1 == 1,
    })
}

fn large_numbers(extra: &[u8]) -> impl Iterator<Item = u64> {
    let mut rest = extra;
    let mut found: &[u8] = &[];
    while rest.len() >= 4 {
        let (id, length) = (number(rest, 0, 2), number(rest, 2, 2) as usize);
        let Some(body) = rest.get(4..4 + length) else { break };
        if id == 1 {
            found = body;
        }
        rest = &rest[4 + length..];
    }
    found.chunks_exact(8).map(|chunk| number(chunk, 0, 8))
}

enum Packed<S: Read> {
    Stored(Take<S>),
    Deflated(DeflateDecoder<Take<S>>),
}

/// One part as its inflated bytes. Passing the bound, a wrong checksum and damaged data are errors of the reader.
pub(super) struct PartReader<S: Read> {
    packed: Packed<S>,
    crc: Crc,
    wanted: u32,
    max: u64,
    /// Bytes that came out so far.
    pub(super) inflated: u64,
}

impl<S: Read + Seek> PartReader<S> {
    fn new(mut source: S, part: &Part, max: u64) -> Result<PartReader<S>> {
        if part.is_encrypted {
            return Err(Failure::new(Code::ImportProtected).into());
        }
        source.seek(SeekFrom::Start(part.header))?;
        let mut header = [0; 30];
        source.read_exact(&mut header).map_err(|_| cut_off())?;
        if !header.starts_with(b"PK\x03\x04") {
            return Err(cut_off());
        }
        source.seek_relative((number(&header, 26, 2) + number(&header, 28, 2)) as i64)?;
        let taken = source.take(part.packed);
        let packed = match part.method {
            0 => Packed::Stored(taken),
            8 => Packed::Deflated(DeflateDecoder::new(taken)),
            _ => return Err(cut_off()),
        };
        Ok(PartReader { packed, crc: Crc::new(), wanted: part.crc, max, inflated: 0 })
    }
}

impl<S: Read> Read for PartReader<S> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = match &mut self.packed {
            Packed::Stored(reader) => reader.read(buffer)?,
            Packed::Deflated(reader) => reader.read(buffer)?,
        };
        self.crc.update(&buffer[..read]);
        self.inflated += read as u64;
        if self.inflated > self.max {
            return Err(Over::fault("inflated", self.max));
        }
        if read == 0 && !buffer.is_empty() && self.crc.sum() != self.wanted {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        Ok(read)
    }
}
