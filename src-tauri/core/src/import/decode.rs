//! From the bytes of a file to UTF-8 text: which encoding, how sure, and what cannot be read.
//!
//! The rule is fixed: a byte order mark, else the NUL pattern of UTF-16, else strict UTF-8, else GB18030 (which holds GBK and
//! GB2312). The user may override it. The whole file is looked at before the first row is read, so the answer never
//! changes half way; nothing but one buffer is kept in memory.

use crate::error::{Code, Failure, Result};
use encoding_rs::DecoderResult;
use serde::{Deserialize, Serialize};
use std::io::{Read, Seek, SeekFrom};

/// The largest file that is taken, in bytes.
pub const FILE_MAX: u64 = 512 << 20;

const BUFFER: usize = 64 << 10;
/// Stands for a full-width comma while a text that is parted by them is split: the unit separator, which no file uses.
pub(super) const WIDE_COMMA: u8 = 0x1F;
/// Stands in the text wherever bytes could not be read; the row that holds it is flagged.
pub(super) const BROKEN: char = char::REPLACEMENT_CHARACTER;

/// The encodings that member systems and spreadsheets write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// GB18030, and with it GBK and GB2312: what Chinese Excel calls CSV.
    #[serde(rename = "gb18030")]
    Gb18030,
    /// UTF-16 with the low byte first: what Excel calls Unicode text.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16 with the high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Big5, only when the user says so.
    #[serde(rename = "big5")]
    Big5,
}

impl Encoding {
    /// All encodings, in the order they are offered.
    pub const ALL: &[Encoding] = &[Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Big5];

    /// The name shown and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Gb18030 => "gb18030",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Big5 => "big5",
        }
    }

    /// Reads a name in any common spelling (`GBK`, `utf8`, `UTF-8-sig` ...).
    pub fn parse(name: &str) -> Result<Encoding> {
        let name: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        Ok(match name.as_str() {
            "utf8" | "utf8sig" | "utf8bom" => Encoding::Utf8,
            "gb18030" | "gbk" | "gb2312" | "cp936" | "936" | "ansi" => Encoding::Gb18030,
            "utf16" | "utf16le" | "unicode" => Encoding::Utf16Le,
            "utf16be" => Encoding::Utf16Be,
            "big5" | "cp950" | "950" => Encoding::Big5,
            _ => return Err(Failure::at(Code::ChoiceInvalid, "encoding").into()),
        })
    }

    fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Encoding::Utf8 => encoding_rs::UTF_8,
            Encoding::Gb18030 => encoding_rs::GB18030,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Big5 => encoding_rs::BIG5,
        }
    }

    fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 => b"\xEF\xBB\xBF",
            Encoding::Gb18030 => b"\x84\x31\x95\x33",
            Encoding::Utf16Le => b"\xFF\xFE",
            Encoding::Utf16Be => b"\xFE\xFF",
            Encoding::Big5 => b"",
        }
    }
}

/// How sure the choice of an encoding is, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The user said so.
    Told,
    /// The file begins with the encoding's byte order mark.
    Marked,
    /// Only ASCII, which reads the same in all of them but UTF-16.
    Ascii,
    /// Every byte of the file makes sense in it, and chance would hardly allow that.
    Proven,
    /// Every byte makes sense in it, but it could be another.
    Likely,
    /// Some bytes make no sense in it: look at the preview, choose another if it looks wrong.
    Doubtful,
}

/// The encoding of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// Which.
    pub encoding: Encoding,
    /// How sure.
    pub certainty: Certainty,
    /// Length of the file in bytes.
    pub bytes: u64,
    mark: u64,
}

impl Detected {
    /// Of UTF-8 and GB18030 the one that was not chosen, where the bytes alone could not settle it.
    pub(super) fn other(&self) -> Option<Detected> {
        let encoding = match (self.encoding, self.certainty) {
            (Encoding::Gb18030, Certainty::Likely | Certainty::Doubtful) => Encoding::Utf8,
            (Encoding::Utf8, Certainty::Doubtful) => Encoding::Gb18030,
            _ => return None,
        };
        Some(Detected { encoding, certainty: Certainty::Doubtful, ..*self })
    }
}

/// Finds the encoding by reading the file once or twice; the reader's place afterwards is undefined.
///
/// # Errors
/// `import_too_large` over [`FILE_MAX`], `import_empty`.
pub fn detect<R: Read + Seek>(reader: &mut R, told: Option<Encoding>) -> Result<Detected> {
    let bytes = reader.seek(SeekFrom::End(0))?;
    if bytes > FILE_MAX {
        return Err(Failure::new(Code::ImportTooLarge).with("what", "bytes").with("max", FILE_MAX).into());
    }
    reader.rewind()?;
    let mut head = Vec::with_capacity(BUFFER);
    reader.by_ref().take(BUFFER as u64).read_to_end(&mut head)?;
    if head.is_empty() {
        return Err(Failure::new(Code::ImportEmpty).into());
    }
    let found = |encoding: Encoding, certainty| {
        let mark = if !encoding.mark().is_empty() && head.starts_with(encoding.mark()) { encoding.mark().len() } else { 0 };
        Ok(Detected { encoding, certainty, bytes, mark: mark as u64 })
    };
    if let Some(encoding) = told {
        return found(encoding, Certainty::Told);
    }
    let marked = |e: &&Encoding| !e.mark().is_empty() && head.starts_with(e.mark());
    if let Some(&encoding) = Encoding::ALL.iter().find(marked) {
        return found(encoding, Certainty::Marked);
    }
    if let Some(encoding) = nul_pattern(&head) {
        return found(encoding, Certainty::Likely);
    }
    let utf8 = survey(reader, Encoding::Utf8)?;
    if utf8.broken == 0 {
        return found(Encoding::Utf8, if utf8.is_ascii { Certainty::Ascii } else { Certainty::Proven });
    }
    // A UTF-8 file with a few damaged bytes must not come in as thousands of wrong Han characters: text in another
    // encoding breaks about as often as it makes sense, never once in twenty.
    if utf8.wide > 20 * utf8.broken {
        return found(Encoding::Utf8, Certainty::Doubtful);
    }
    let gb = survey(reader, Encoding::Gb18030)?;
    found(Encoding::Gb18030, if gb.broken == 0 { Certainty::Likely } else { Certainty::Doubtful })
}

/// UTF-16 without a mark: digits, delimiters and line ends have a NUL on one side only.
fn nul_pattern(head: &[u8]) -> Option<Encoding> {
    let pairs = head.len() / 2;
    let nuls = |odd: usize| head.chunks_exact(2).filter(|pair| pair[odd] == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let clear = |many: usize, few: usize| pairs >= 2 && many * 20 >= pairs && few * 20 <= many;
    if clear(odd, even) {
        Some(Encoding::Utf16Le)
    } else if clear(even, odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

struct Survey {
    broken: u64,
    /// Characters of three or more UTF-8 bytes.
    wide: u64,
    is_ascii: bool,
}

fn survey<R: Read + Seek>(reader: &mut R, encoding: Encoding) -> Result<Survey> {
    reader.rewind()?;
    let mut decoder = Decoder::over(reader, encoding);
    let mut survey = Survey { broken: 0, wide: 0, is_ascii: true };
    loop {
        let text = decoder.fill()?;
        if text.is_empty() {
            break;
        }
        if !text.is_ascii() {
            survey.is_ascii = false;
            survey.wide += text.iter().filter(|&&b| b >= 0xE0).count() as u64;
        }
        let all = text.len();
        decoder.consume(all);
    }
    survey.broken = decoder.broken;
    survey.wide = survey.wide.saturating_sub(decoder.broken);
    Ok(survey)
}

/// A file as UTF-8, one buffer at a time. Bytes that cannot be read leave U+FFFD and are counted.
pub(super) struct Decoder<R> {
    source: R,
    decoder: encoding_rs::Decoder,
    input: Box<[u8]>,
    input_at: usize,
    input_end: usize,
    is_drained: bool,
    is_finished: bool,
    text: Box<[u8]>,
    text_at: usize,
    text_end: usize,
    has_wide_commas: bool,
    /// Bytes of the file taken in so far.
    pub(super) taken: u64,
    /// Places at which bytes could not be read, so far.
    pub(super) broken: u64,
}

impl<R: Read + Seek> Decoder<R> {
    /// Reads from behind the byte order mark.
    pub(super) fn open(mut source: R, detected: &Detected) -> Result<Decoder<R>> {
        source.seek(SeekFrom::Start(detected.mark))?;
        Ok(Decoder::over(source, detected.encoding))
    }
}

impl<R: Read> Decoder<R> {
    pub(super) fn over(source: R, encoding: Encoding) -> Decoder<R> {
        Decoder {
            source,
            decoder: encoding.table().new_decoder_without_bom_handling(),
            input: vec![0; BUFFER].into(),
            input_at: 0,
            input_end: 0,
            is_drained: false,
            is_finished: false,
            text: vec![0; 2 * BUFFER].into(),
            text_at: 0,
            text_end: 0,
            has_wide_commas: false,
            taken: 0,
            broken: 0,
        }
    }

    /// The text that was decoded and not yet consumed; empty only at the end of the file.
    pub(super) fn fill(&mut self) -> Result<&[u8]> {
        if self.text_at == self.text_end {
            self.decode()?;
        }
        Ok(&self.text[self.text_at..self.text_end])
    }

    /// From now on gives [`WIDE_COMMA`] in place of each full-width comma, which no splitter of bytes could part at.
    pub(super) fn mark_wide_commas(&mut self) {
        self.has_wide_commas = true;
        self.text_end = narrow_commas(&mut self.text[..self.text_end], self.text_at);
    }

    /// Marks the first `n` bytes of [`Decoder::fill`] as used.
    pub(super) fn consume(&mut self, n: usize) {
        self.text_at = (self.text_at + n).min(self.text_end);
    }

    fn decode(&mut self) -> Result<()> {
        (self.text_at, self.text_end) = (0, 0);
        // A malformed place writes three bytes, the decoder itself may need four: stop while both fit.
        while !self.is_finished && self.text.len() - self.text_end >= 16 {
            if self.input_at == self.input_end && !self.is_drained {
                (self.input_at, self.input_end) = (0, read_full(&mut self.source, &mut self.input)?);
                self.taken += self.input_end as u64;
                self.is_drained = self.input_end < self.input.len();
            }
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(
                &self.input[self.input_at..self.input_end],
                &mut self.text[self.text_end..],
                self.is_drained,
            );
            self.input_at += read;
            self.text_end += written;
            match result {
                DecoderResult::InputEmpty if self.is_drained => self.is_finished = true,
                DecoderResult::InputEmpty => (),
                DecoderResult::OutputFull => break,
                DecoderResult::Malformed(..) => {
                    self.broken += 1;
                    let mut mark = [0; 4];
                    let mark = BROKEN.encode_utf8(&mut mark).as_bytes();
                    // The decoder may have filled the buffer to the last byte before it met the malformed place.
                    if self.text.len() - self.text_end < mark.len() {
                        let mut longer = std::mem::take(&mut self.text).into_vec();
                        longer.resize(longer.len() + 16, 0);
                        self.text = longer.into();
                    }
                    self.text[self.text_end..self.text_end + mark.len()].copy_from_slice(mark);
                    self.text_end += mark.len();
                }
            }
        }
        if self.has_wide_commas {
            self.text_end = narrow_commas(&mut self.text[..self.text_end], 0);
        }
        Ok(())
    }
}

/// Puts [`WIDE_COMMA`] in place of each full-width comma from `start` on; the answer is where the text ends then.
fn narrow_commas(text: &mut [u8], start: usize) -> usize {
    let (mut from, mut to) = (start, start);
    while from < text.len() {
        if text[from..].starts_with("，".as_bytes()) {
            (text[to], from) = (WIDE_COMMA, from + "，".len());
        } else {
            (text[to], from) = (text[from], from + 1);
        }
        to += 1;
    }
    to
}

fn read_full(source: &mut impl Read, buffer: &mut [u8]) -> Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match source.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => (),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// ASCII, common Han, a four-byte GB18030 character of the BMP (㛃), one beyond it (𠮷), an emoji.
    const SAMPLE: &str = "会员号,姓名\nM1,王㛃\nM2,\"𠮷野,\"\"👗\"\"\"\n";

    fn encode(text: &str, encoding: Encoding, with_mark: bool) -> Vec<u8> {
        let mut bytes = if with_mark { encoding.mark().to_vec() } else { Vec::new() };
        match encoding {
            Encoding::Utf16Le => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            Encoding::Utf16Be => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
            other => bytes.extend_from_slice(&other.table().encode(text).0),
        }
        bytes
    }

    fn decode(bytes: &[u8], told: Option<Encoding>) -> (String, Detected, u64) {
        let mut source = Cursor::new(bytes);
        let detected = detect(&mut source, told).unwrap();
        let mut decoder = Decoder::open(source, &detected).unwrap();
        let mut text = Vec::new();
        loop {
            let chunk = decoder.fill().unwrap();
            if chunk.is_empty() {
                break;
            }
            text.extend_from_slice(chunk);
            let all = chunk.len();
            decoder.consume(all);
        }
        (String::from_utf8(text).unwrap(), detected, decoder.broken)
    }

    #[test]
    fn every_encoding_comes_in_exactly() {
        use Certainty::*;
        let cases = [
            (Encoding::Utf8, true, Marked),
            (Encoding::Utf8, false, Proven),
            (Encoding::Gb18030, true, Marked),
            (Encoding::Gb18030, false, Likely),
            (Encoding::Utf16Le, true, Marked),
            (Encoding::Utf16Le, false, Likely),
            (Encoding::Utf16Be, true, Marked),
            (Encoding::Utf16Be, false, Likely),
        ];
        let long = SAMPLE.repeat(20_000);
        for text in [SAMPLE, long.as_str()] {
            for (encoding, with_mark, certainty) in cases {
                let (read, detected, broken) = decode(&encode(text, encoding, with_mark), None);
                assert!(read == text, "{encoding:?} {with_mark}");
                assert_eq!((detected.encoding, detected.certainty, broken), (encoding, certainty, 0));
            }
        }
    }

    #[test]
    fn ascii_is_called_ascii_and_an_order_is_obeyed() {
        assert_eq!(decode(b"a,b\n1,2\n", None).1.certainty, Certainty::Ascii);
        let (text, detected, _) = decode(&encode("會員,姓名", Encoding::Big5, false), Some(Encoding::Big5));
        assert_eq!((text.as_str(), detected.certainty), ("會員,姓名", Certainty::Told));
    }

    #[test]
    fn broken_bytes_are_counted_and_do_not_turn_the_file_into_another_encoding() {
        let mut bytes = "姓名,手机\n王芳,13800138000\n".repeat(100).into_bytes();
        bytes.insert(40, 0xFF);
        let (text, detected, broken) = decode(&bytes, None);
        assert_eq!((detected.encoding, detected.certainty, broken), (Encoding::Utf8, Certainty::Doubtful, 1));
        assert_eq!(text.matches(BROKEN).count(), 1);

        let mut bytes = encode(&"姓名,手机\n王芳,13800138000\n".repeat(100), Encoding::Gb18030, false);
        bytes.push(0x81);
        let (text, detected, broken) = decode(&bytes, None);
        assert_eq!((detected.encoding, detected.certainty, broken), (Encoding::Gb18030, Certainty::Doubtful, 1));
        assert!(text.starts_with("姓名") && text.ends_with(BROKEN));
    }

    #[test]
    fn a_file_of_nothing_is_refused() {
        let failure: Failure = detect(&mut Cursor::new(b""), None).unwrap_err().into();
        assert_eq!(failure.code, Code::ImportEmpty);
    }

    #[test]
    fn a_file_over_the_limit_is_refused_before_it_is_read() {
        struct Huge;
        impl Read for Huge {
            fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
                Err(std::io::Error::other("must not be read"))
            }
        }
        impl Seek for Huge {
            fn seek(&mut self, _: SeekFrom) -> std::io::Result<u64> {
                Ok(FILE_MAX + 1)
            }
        }
        let failure: Failure = detect(&mut Huge, None).unwrap_err().into();
        assert_eq!(failure.code, Code::ImportTooLarge);
    }

    #[test]
    fn encodings_are_known_by_many_names() {
        for (name, encoding) in
            [("GBK", Encoding::Gb18030), ("utf-8-sig", Encoding::Utf8), ("UTF-16", Encoding::Utf16Le), ("Big5", Encoding::Big5)]
        {
            assert_eq!(Encoding::parse(name).unwrap(), encoding);
        }
        assert!(Encoding::ALL.iter().all(|e| Encoding::parse(e.as_str()).unwrap() == *e));
        assert!(Encoding::parse("latin-1").is_err());
    }
}
