//! A value of the book as a cell of a text table, and back: exactly, and never a formula.

use crate::error::{Code, Failure, Result};
use crate::export::{Sheet, unguarded};
use crate::money::Fen;
use crate::store::whole::{Column, Meaning};
use chrono::{DateTime, Datelike, FixedOffset, SecondsFormat};
use rusqlite::types::{Value, ValueRef};

/// Writes a cell. An amount is written in yuan, an instant by the shop's clock to the millisecond.
pub(super) fn write(sheet: &mut Sheet, column: &Column, value: ValueRef<'_>, offset: FixedOffset) -> Result<()> {
    match (value, column.meaning) {
        (ValueRef::Null, _) => sheet.optional(None),
        (ValueRef::Text(text), _) => sheet.exact(std::str::from_utf8(text).map_err(|_| Failure::new(Code::FileDamaged))?),
        (ValueRef::Integer(fen), Meaning::Money) => sheet.money(Some(Fen(fen))),
        // A year of other than four digits has no such form; that one is written as the number it is.
        (ValueRef::Integer(millis), Meaning::Instant) => match DateTime::from_timestamp_millis(millis) {
            Some(at) if (1..=9_998).contains(&at.year()) => {
                sheet.exact(&at.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Millis, false))
            }
            _ => sheet.number(millis),
        },
        (ValueRef::Integer(number), _) => sheet.number(number),
        (ValueRef::Real(_) | ValueRef::Blob(_), _) => return Err(Failure::new(Code::FileDamaged).into()),
    }
    Ok(())
}

/// Reads a cell. An empty one is nothing, or empty text where there always is text.
pub(super) fn read(column: &Column, cell: &str) -> Option<Value> {
    if cell.is_empty() {
        let is_text = column.is_needed && column.meaning == Meaning::Text;
        return Some(if is_text { Value::Text(String::new()) } else { Value::Null });
    }
    let number = match column.meaning {
        Meaning::Text => return Some(Value::Text(unguarded(cell).to_owned())),
        Meaning::Number => cell.parse().ok(),
        Meaning::Money => fen(cell),
        Meaning::Instant => match DateTime::parse_from_rfc3339(cell) {
            Ok(at) => Some(at.timestamp_millis()),
            Err(_) => cell.parse().ok(),
        },
    };
    number.map(Value::Integer)
}

/// Yuan with two places, as [`Fen`] prints them, whatever their size.
fn fen(cell: &str) -> Option<i64> {
    let (yuan, places) = cell.split_once('.').filter(|(_, places)| places.len() == 2)?;
    format!("{yuan}{places}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::export::FileEncoding;
    use proptest::prelude::*;

    fn column(meaning: Meaning) -> Column {
        Column { name: "x".to_owned(), meaning, is_needed: false, called: None, target: None }
    }

    fn there_and_back(column: &Column, value: &Value) -> Option<Value> {
        let mut sheet = Sheet::default();
        let offset = FixedOffset::east_opt(8 * 3_600).unwrap();
        write(&mut sheet, column, value.into(), offset).unwrap();
        // An empty field alone would be an empty record.
        sheet.number(1);
        sheet.end_row();
        let bytes = sheet.take(FileEncoding::Utf8);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        let record = reader.records().next().unwrap().unwrap();
        assert_eq!(record.len(), 2);
        read(column, &record[0])
    }

    #[test]
    fn amounts_and_instants_are_written_for_people() {
        let mut sheet = Sheet::default();
        let offset = FixedOffset::east_opt(8 * 3_600).unwrap();
        write(&mut sheet, &column(Meaning::Money), ValueRef::Integer(-5), offset).unwrap();
        write(&mut sheet, &column(Meaning::Instant), ValueRef::Integer(1_700_000_000_001), offset).unwrap();
        write(&mut sheet, &column(Meaning::Text), ValueRef::Text("=1+1\t\"x\"".as_bytes()), offset).unwrap();
        assert_eq!(sheet.take(FileEncoding::Utf8), b"-0.05,\"2023-11-15T06:13:20.001+08:00\",\"'=1+1\t\"\"x\"\"\"");
    }

    #[test]
    fn what_is_no_value_is_not_taken_for_one() {
        assert_eq!(read(&column(Meaning::Number), "1.5"), None);
        assert_eq!(read(&column(Meaning::Money), "1.5"), None);
        assert_eq!(read(&column(Meaning::Instant), "yesterday"), None);
        let needed = Column { is_needed: true, ..column(Meaning::Text) };
        assert_eq!((read(&needed, ""), read(&column(Meaning::Text), "")), (Some(Value::Text(String::new())), Some(Value::Null)));
    }

    #[test]
    fn instants_of_years_that_no_clock_shows_come_back() {
        for millis in [i64::MIN, -62_167_248_000_001, -62_135_596_800_001, -1, 0, 253_370_764_799_999, 253_402_300_800_000, i64::MAX] {
            let value = Value::Integer(millis);
            assert_eq!(there_and_back(&column(Meaning::Instant), &value), Some(value), "{millis}");
        }
    }

    proptest! {
        #[test]
        fn every_text_and_number_comes_back(text in "[^\0]{1,20}", number: i64, odd in "['=+\\-@＝\t\r\n \"a]{1,6}") {
            for text in [text, odd] {
                prop_assert_eq!(there_and_back(&column(Meaning::Text), &Value::Text(text.clone())), Some(Value::Text(text)));
            }
            for meaning in [Meaning::Number, Meaning::Money, Meaning::Instant] {
                prop_assert_eq!(there_and_back(&column(meaning), &Value::Integer(number)), Some(Value::Integer(number)));
            }
        }
    }
}
