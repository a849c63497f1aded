//! One part of a workbook, tag by tag, with a bound on how much a single tag or text may hold.

use super::{Over, fault};
use crate::error::{Error, Result};
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

/// The longest tag or run of text that is read. Excel's longest cell is a tenth of it.
const TOKEN_MAX: usize = 1 << 20;

/// Reads no more than it was last allowed to.
struct Bounded<R> {
    inner: BufReader<R>,
    left: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let found = self.fill_buf()?;
        let length = found.len().min(buffer.len());
        buffer[..length].copy_from_slice(&found[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.left == 0 {
            return Err(Over::fault("text", TOKEN_MAX as u64));
        }
        let found = self.inner.fill_buf()?;
        Ok(&found[..found.len().min(self.left)])
    }

    fn consume(&mut self, length: usize) {
        self.left = self.left.saturating_sub(length);
        self.inner.consume(length);
    }
}

/// What comes next in a part.
pub(super) enum Node<'a> {
    /// A tag begins; an empty tag begins and ends.
    Open(BytesStart<'a>),
    /// A tag ends; its name without a prefix.
    Close(BytesEnd<'a>),
    /// Text, or a piece of it.
    Text(Cow<'a, str>),
    /// The part is over.
    End,
}

/// The tags and texts of a part.
pub(super) struct Xml<R: Read> {
    reader: Reader<Bounded<R>>,
    buffer: Vec<u8>,
}

impl<R: Read> Xml<R> {
    pub(super) fn new(source: R) -> Xml<R> {
        let mut reader = Reader::from_reader(Bounded { inner: BufReader::with_capacity(32 << 10, source), left: TOKEN_MAX });
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new() }
    }

    /// Where the bytes come from.
    pub(super) fn source(&self) -> &R {
        self.reader.get_ref().inner.get_ref()
    }

    /// The next tag or text; comments and declarations are passed over.
    ///
    /// # Errors
    /// `import_too_large` where a bound is passed, `import_cut_off` where the part is damaged or ends inside a tag.
    pub(super) fn next(&mut self) -> Result<Node<'_>> {
        self.buffer.clear();
        self.reader.get_mut().left = TOKEN_MAX;
        Ok(match self.reader.read_event_into(&mut self.buffer).map_err(damaged)? {
            Event::Start(tag) | Event::Empty(tag) => Node::Open(tag),
            Event::End(tag) => Node::Close(tag),
            Event::Text(text) => Node::Text(text.xml10_content()),
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(damaged)? {
                Some(found) => Node::Text(found.to_string().into()),
                None => Node::Text(quick_xml::escape::resolve_predefined_entity(&reference).unwrap_or_default().into()),
            },
            Event::Eof => Node::End,
            _ => Node::Text("".into()),
        })
    }
}

/// Whether a tag that ends has this name.
pub(super) fn ends(tag: &BytesEnd<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

/// The value of an attribute by its name without a prefix; empty where there is none.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<String> {
    for found in tag.attributes().with_checks(false) {
        let found = found.map_err(|error| damaged(error.into()))?;
        if found.key.local_name().as_ref() == name {
            return Ok(found.normalized_value(XmlVersion::Implicit1_0).map_err(damaged)?.into_owned());
        }
    }
    Ok(String::new())
}

pub(super) fn damaged(error: quick_xml::Error) -> Error {
    match error {
        quick_xml::Error::Io(cause) => fault(&cause),
        _ => super::cut_off(),
    }
}
