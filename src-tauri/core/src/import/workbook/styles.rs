//! What the format of a cell says about its number: a day, a time, a number with zeros in front, or just a number.

use super::cut_off;
use super::xml::{Node, Xml, attribute, ends};
use crate::error::Result;
use std::collections::BTreeMap;
use std::io::Read;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shape {
    /// As a number.
    #[default]
    Number,
    /// As a number with zeros in front, so many digits in all: how a spreadsheet keeps the 00123 of a card.
    Zeros(u8),
    /// As a day, with or without its time; which parts of the day are shown.
    Day { has_year: bool, has_day: bool },
    /// As a time of day.
    Clock,
}

/// The shape of each cell format of a workbook.
#[derive(Default)]
pub(super) struct Styles {
    shapes: Vec<Shape>,
}

impl Styles {
    pub(super) fn read(mut xml: Xml<impl Read>) -> Result<Styles> {
        let mut codes: BTreeMap<u32, Shape> = BTreeMap::new();
        let mut styles = Styles::default();
        let (mut is_cells, mut is_whole) = (false, false);
        loop {
            match xml.next()? {
                Node::Open(tag) => match tag.local_name().as_ref() {
                    "numFmt" => {
                        if let Ok(id) = attribute(&tag, "numFmtId")?.parse() {
                            codes.insert(id, shape_of(&attribute(&tag, "formatCode")?));
                        }
                    }
                    "cellXfs" => is_cells = true,
                    "xf" if is_cells => {
                        let id = attribute(&tag, "numFmtId")?.parse().unwrap_or(0);
                        styles.shapes.push(codes.get(&id).copied().unwrap_or_else(|| built_in(id)));
                    }
                    _ => (),
                },
                Node::Close(tag) if ends(&tag, "cellXfs") => is_cells = false,
                Node::Close(tag) if ends(&tag, "styleSheet") => is_whole = true,
                Node::End if is_whole => return Ok(styles),
                Node::End => return Err(cut_off()),
                _ => (),
            }
        }
    }

    /// The shape of a cell's format.
    pub(super) fn shape(&self, style: usize) -> Shape {
        self.shapes.get(style).copied().unwrap_or_default()
    }
}

/// Formats that have a number and no text; 27 to 36 and 50 to 58 are those of Chinese spreadsheets (ECMA-376 part 1, 18.8.30).
fn built_in(id: u32) -> Shape {
    match id {
        14 | 15 | 22 | 30 | 31 => Shape::Day { has_year: true, has_day: true },
        16 | 28 | 29 | 51 | 53 | 54 | 58 => Shape::Day { has_year: false, has_day: true },
        17 | 27 | 36 | 50 | 52 | 57 => Shape::Day { has_year: true, has_day: false },
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Shape::Clock,
        _ => Shape::Number,
    }
}

/// The shape that a format code describes, by its first section.
fn shape_of(code: &str) -> Shape {
    let (letters, is_elapsed) = letters(code);
    if letters.len() >= 2 && letters.len() <= 20 && letters.bytes().all(|b| b == b'0') {
        return Shape::Zeros(letters.len() as u8);
    }
    let has = |any: &[char]| letters.contains(any);
    let is_number = has(&['#', '?']) || letters.contains('0') && !has(&['s']);
    if letters.contains("general") || letters.contains("通用") || is_number || is_elapsed {
        return Shape::Number;
    }
    let (has_year, has_day, has_clock) = (has(&['y', 'e']), has(&['d']), has(&['h', 's']));
    if has_year || has_day || has(&['m']) && !has_clock {
        Shape::Day { has_year, has_day }
    } else if has_clock {
        Shape::Clock
    } else {
        Shape::Number
    }
}

/// The letters that stand for parts of the value, without texts, colours and locales; and whether hours may pass 24.
fn letters(code: &str) -> (String, bool) {
    let (mut letters, mut is_elapsed) = (String::new(), false);
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => while rest.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => {
                rest.next();
            }
            '[' => {
                let inner: String = rest.by_ref().take_while(|&c| c != ']').collect::<String>().to_lowercase();
                is_elapsed |= !inner.is_empty() && inner.chars().all(|c| matches!(c, 'h' | 'm' | 's'));
            }
            c if c.is_ascii_punctuation() && !matches!(c, '#' | '?' | '.' | ',' | '%') || c == ' ' => (),
            c => letters.extend(c.to_lowercase()),
        }
    }
    // AM/PM has an m that is no month.
    let letters = letters.replace("ampm", "").replace("上午下午", "");
    (letters, is_elapsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes_say_what_is_shown() {
        let day = |has_year, has_day| Shape::Day { has_year, has_day };
        for (code, shape) in [
            ("General", Shape::Number),
            ("G/通用格式", Shape::Number),
            ("0", Shape::Number),
            ("0.00", Shape::Number),
            ("0.00E+00", Shape::Number),
            ("#,##0.00;[Red]-#,##0.00", Shape::Number),
            ("\"￥\"#,##0.00_);(\"￥\"#,##0.00)", Shape::Number),
            ("@", Shape::Number),
            ("000000", Shape::Zeros(6)),
            ("yyyy-mm-dd", day(true, true)),
            ("yyyy/m/d;@", day(true, true)),
            ("yyyy\"年\"m\"月\"d\"日\"", day(true, true)),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", day(true, true)),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", day(true, true)),
            ("yyyy-mm-dd hh:mm:ss", day(true, true)),
            ("m\"月\"d\"日\"", day(false, true)),
            ("mm-dd", day(false, true)),
            ("yyyy\"年\"m\"月\"", day(true, false)),
            ("mmm-yy", day(true, false)),
            ("h:mm AM/PM", Shape::Clock),
            ("上午/下午h\"时\"mm\"分\"", Shape::Clock),
            ("mm:ss.0", Shape::Clock),
            ("[h]:mm:ss", Shape::Number),
        ] {
            assert_eq!(shape_of(code), shape, "{code}");
        }
    }
}
