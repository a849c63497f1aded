//! The texts that cells share, each stored once in the workbook.

use super::xml::{Node, Xml, ends};
use super::{cut_off, over};
use crate::error::Result;
use std::io::Read;

/// The most bytes of shared texts, which are the one thing of a workbook that has to be held in memory.
const BYTES_MAX: usize = 64 << 20;
/// The most shared texts.
const COUNT_MAX: usize = 4_000_000;
/// The longest single text; a cell of Excel holds 32,767 characters.
const TEXT_MAX: usize = 256 << 10;

/// All shared texts, one behind the other.
#[derive(Default)]
pub(super) struct Strings {
    all: String,
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn read(mut xml: Xml<impl Read>) -> Result<Strings> {
        let mut strings = Strings::default();
        let (mut text, mut is_whole) = (String::new(), false);
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.local_name().as_ref() == "si" => {
                    text.clear();
                    rich_text(&mut xml, "si", &mut text)?;
                    strings.push(&text)?;
                }
                Node::Close(tag) if ends(&tag, "sst") => is_whole = true,
                Node::End if is_whole => return Ok(strings),
                Node::End => return Err(cut_off()),
                _ => (),
            }
        }
    }

    fn push(&mut self, text: &str) -> Result<()> {
        if self.all.len() + text.len() > BYTES_MAX {
            return Err(over("strings", BYTES_MAX as u64));
        }
        if self.ends.len() == COUNT_MAX {
            return Err(over("strings", COUNT_MAX as u64));
        }
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
        Ok(())
    }

    /// The text of a number, if there is one.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = if index == 0 { 0 } else { *self.ends.get(index - 1)? as usize };
        self.all.get(start..end)
    }
}

/// Puts together the runs of a text up to the end of `until`; readings of Han characters (rPh) are no part of it.
pub(super) fn rich_text(xml: &mut Xml<impl Read>, until: &str, text: &mut String) -> Result<()> {
    let (mut is_text, mut is_reading) = (false, false);
    let mut raw = String::new();
    loop {
        match xml.next()? {
            Node::Open(tag) => match tag.local_name().as_ref() {
                "t" => is_text = !is_reading,
                "rPh" => is_reading = true,
                _ => (),
            },
            Node::Close(tag) => match tag.local_name().as_ref() {
                "t" => is_text = false,
                "rPh" => is_reading = false,
                name if name == until => break,
                _ => (),
            },
            Node::Text(piece) if is_text => raw.push_str(&piece),
            Node::Text(_) => (),
            Node::End => return Err(cut_off()),
        }
        if raw.len() > TEXT_MAX {
            return Err(over("text", TEXT_MAX as u64));
        }
    }
    unescape(&raw, text);
    Ok(())
}

/// Takes back the form `_x000D_` in which workbooks write characters that XML cannot hold.
pub(super) fn unescape(raw: &str, text: &mut String) {
    let mut rest = raw;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).and_then(|code| code.strip_suffix('_'));
        let found = code.filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        match found.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(found) => {
                text.push_str(&rest[..at]);
                text.push(found);
                rest = &rest[at + 7..];
            }
            None => {
                text.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_joined_readings_left_out_and_escapes_taken_back() {
        let xml = "<sst><si><t>王芳</t></si><si><r><t>红</t></r><r><rPr/><t xml:space=\"preserve\"> 裙 &amp; &#x978B;</t></r><rPh><t>hóng</t></rPh></si>\
            <si><t>a_x000D__x000A_b_x005F_x0041_ _xZZ_ _x</t></si><si/><si><t/></si></sst>";
        let strings = Strings::read(Xml::new(xml.as_bytes())).unwrap();
        let all: Vec<_> = (0..6).map(|n| strings.get(n)).collect();
        assert_eq!(all, [Some("王芳"), Some("红 裙 & 鞋"), Some("a\r\nb_x0041_ _xZZ_ _x"), Some(""), Some(""), None]);
    }
}
