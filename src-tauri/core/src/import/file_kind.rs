//! What a file is by its first bytes, whatever its name says.

use crate::error::{Code, Failure, Result};
use std::io::{Read, Seek};

const HEAD: u64 = 4096;

/// The two kinds that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// Text, as far as one can see.
    Text,
    /// An archive, which a workbook is.
    Archive,
}

/// Looks at a file; the reader's place afterwards is undefined.
///
/// # Errors
/// One code for each kind of file that is brought by mistake, so that the words can say how to get at the table inside.
pub(super) fn look<R: Read + Seek>(source: &mut R) -> Result<FileKind> {
    source.rewind()?;
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head)?;
    let starts = |any: &[&[u8]]| any.iter().any(|magic| head.starts_with(magic));
    if starts(&[b"PK\x03\x04", b"PK\x05\x06"]) {
        return Ok(FileKind::Archive);
    }
    let code = if starts(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"]) {
        source.rewind()?;
        // An encrypted workbook is wrapped in the container of the old ones, under this name.
        if holds_wide(source, "EncryptedPackage")? { Code::ImportProtected } else { Code::ImportOldWorkbook }
    } else if is_picture(&head) {
        Code::ImportPicture
    } else if starts(&[b"%PDF", b"SQLite format 3\0", b"\x1F\x8B", b"Rar!", b"7z\xBC\xAF"]) {
        Code::FileKindUnknown
    } else {
        match markup(&head) {
            Some(code) => code,
            None => return Ok(FileKind::Text),
        }
    };
    Err(Failure::new(code).into())
}

fn is_picture(head: &[u8]) -> bool {
    let known: &[&[u8]] = &[b"\x89PNG\r\n", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"];
    let inside = |at: usize, magic: &[u8]| head.get(at..at + magic.len()) == Some(magic);
    known.iter().any(|magic| head.starts_with(magic))
        || inside(0, b"RIFF") && inside(8, b"WEBP")
        || inside(4, b"ftyphei")
        || inside(4, b"ftypmif")
        // BM alone could begin a card number; a bitmap has four empty bytes behind its length.
        || inside(0, b"BM") && inside(6, b"\0\0\0\0")
}

/// A web page or an XML table, as many member systems write under the name of `.xls`.
fn markup(head: &[u8]) -> Option<Code> {
    // Good enough for UTF-16 too: what is looked for is ASCII.
    let text: Vec<u8> = head.iter().copied().filter(u8::is_ascii).filter(|&b| b != 0).map(|b| b.to_ascii_lowercase()).collect();
    let text = text.trim_ascii_start();
    let holds = |what: &str| memchr::memmem::find(text, what.as_bytes()).is_some();
    let starts = |any: &[&str]| any.iter().any(|tag| text.starts_with(tag.as_bytes()));
    if starts(&["<?xml"]) && holds("office:spreadsheet") {
        return Some(Code::ImportOldWorkbook);
    }
    let is_page = starts(&["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div", "<?xml"]);
    (is_page && (holds("<table") || holds("<html") || holds("<meta"))).then_some(Code::ImportWebPage)
}

/// Whether a file holds a word in UTF-16, read a piece at a time.
fn holds_wide(source: &mut impl Read, word: &str) -> Result<bool> {
    let wanted: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (mut buffer, mut kept) = (vec![0; 64 << 10], 0);
    loop {
        let read = source.read(&mut buffer[kept..])?;
        if read == 0 {
            return Ok(false);
        }
        let filled = kept + read;
        if memchr::memmem::find(&buffer[..filled], &wanted).is_some() {
            return Ok(true);
        }
        kept = filled.min(wanted.len() - 1);
        buffer.copy_within(filled - kept..filled, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn files_are_known_by_what_they_hold() {
        let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        let long = [old.clone(), vec![0; 65_520 - 8], wide].concat();
        let bitmap = b"BM\x10\x20\0\0\0\0\0\0\x36\0".to_vec();
        let page: Vec<u8> = "\u{FEFF}<html><table><tr><td>会员号".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, code) in [
            (old, Code::ImportOldWorkbook),
            (long, Code::ImportProtected),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Code::ImportPicture),
            (bitmap, Code::ImportPicture),
            (b"\0\0\0\x18ftypheic".to_vec(), Code::ImportPicture),
            (b"%PDF-1.7".to_vec(), Code::FileKindUnknown),
            (b"\r\n <TABLE border=1><tr><td>1".to_vec(), Code::ImportWebPage),
            (page, Code::ImportWebPage),
            (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(), Code::ImportOldWorkbook),
        ] {
            assert_eq!(look(&mut Cursor::new(bytes)).map_err(|error| error.code()), Err(code));
        }
        for text in ["会员号,姓名", "BM001,王芳,1380013", "<3,x", ""] {
            assert_eq!(look(&mut Cursor::new(text.as_bytes())).ok(), Some(FileKind::Text), "{text}");
        }
    }
}
