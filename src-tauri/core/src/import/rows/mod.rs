//! From a record to a typed row: every cell that says something is taken or flagged, an empty cell says nothing.

mod customer;
mod line;
mod visit;

pub use customer::{CustomerRow, Fact};
pub use line::LineRow;
pub use visit::VisitRow;

use super::columns::{Columns, Field, Kind, Target};
use super::flag::{Flag, FlagCode, Severity};
use super::table::{Mark, Record};
use super::values::{day, money, number, ours, text, time};
use crate::clock::Day;
use crate::money::Fen;
use chrono::NaiveTime;

/// Longest texts that are taken, in characters; the same bounds as where they are typed by hand.
const CODE_MAX: usize = 32;
const WORD_MAX: usize = 40;
const STAFF_MAX: usize = 20;
const LINE_MAX: usize = 80;
const ADDRESS_MAX: usize = 200;
pub(super) const NOTE_MAX: usize = 2_000;

/// A row of one kind of table.
pub trait TypedRow: Sized {
    /// The kind.
    const KIND: Kind;

    /// Reads the row; nothing if it has to be held back, for which a rejecting flag was left.
    fn read(reading: &mut Reading<'_>) -> Option<Self>;
}

/// One record being read into a row, and the flags so far.
pub struct Reading<'a> {
    columns: &'a Columns,
    record: &'a Record,
    flags: Vec<Flag>,
    is_rejected: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(columns: &'a Columns, record: &'a Record) -> Reading<'a> {
        Reading { columns, record, flags: Vec::new(), is_rejected: false }
    }

    /// Reads the whole row.
    pub(super) fn finish<T: TypedRow>(mut self) -> (Option<T>, Vec<Flag>) {
        let row = T::read(&mut self).filter(|_| !self.is_rejected);
        (row, self.flags)
    }

    pub(super) fn into_flags(self) -> Vec<Flag> {
        self.flags
    }

    pub(super) fn flag_row(&mut self, code: FlagCode, severity: Severity) {
        let text = self.record.cells().collect::<Vec<_>>().join(" | ");
        self.flags.push(Flag::new(self.record.line, "", code, &text, severity));
        self.is_rejected |= severity == Severity::Rejected;
    }

    fn flag(&mut self, field: Field, code: FlagCode, severity: Severity) {
        let (column, cell) = (self.columns.heading(field), self.cell(field));
        self.flags.push(Flag::new(self.record.line, column, code, cell, severity));
        self.is_rejected |= severity == Severity::Rejected;
    }

    /// The row is taken, the cell is left out or taken as the code says.
    fn note(&mut self, field: Field, code: FlagCode) {
        self.flag(field, code, Severity::Flagged);
    }

    /// The row is held back.
    fn reject(&mut self, field: Field, code: FlagCode) {
        self.flag(field, code, Severity::Rejected);
    }

    fn has(&self, field: Field) -> bool {
        self.columns.position(field).is_some()
    }

    fn cell(&self, field: Field) -> &'a str {
        self.columns.position(field).map_or("", |position| self.record.cell(position))
    }

    fn is_empty(&self, field: Field) -> bool {
        is_blank(self.cell(field))
    }

    /// Reads a cell that says something by one of the value readers; what it cannot read is left out with a flag.
    fn value<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, FlagCode>) -> Option<T> {
        self.value_or(field, Severity::Flagged, read)
    }

    /// The same for a cell without which the row means nothing: empty or unreadable holds the row back.
    fn needed<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, FlagCode>) -> Option<T> {
        if self.is_empty(field) {
            self.reject(field, FlagCode::RequiredMissing);
            return None;
        }
        self.value_or(field, Severity::Rejected, read)
    }

    fn value_or<T>(&mut self, field: Field, severity: Severity, read: impl FnOnce(&str) -> Result<T, FlagCode>) -> Option<T> {
        let cell = self.cell(field);
        if is_blank(cell) {
            return None;
        }
        if let Some(code) = self.columns.position(field).and_then(|position| self.damage(position)) {
            self.flag(field, code, severity);
            return None;
        }
        let (clean, control) = match text::clean(cell) {
            Ok(clean) => clean,
            Err(code) => {
                self.flag(field, code, severity);
                return None;
            }
        };
        // A number or a day with a control character inside is damaged, not merely decorated.
        if let Some(code) = control {
            self.flag(field, code, severity);
            return None;
        }
        read(&clean).map_err(|code| self.flag(field, code, severity)).ok()
    }

    /// What a spreadsheet put into a cell in place of a value.
    fn damage(&self, position: usize) -> Option<FlagCode> {
        match self.record.mark(position) {
            Some(Mark::Unreckoned) => Some(FlagCode::FormulaUnreckoned),
            // The cell shows a month only: the first of it would be made up.
            Some(Mark::NoDay) => Some(FlagCode::DateInvalid),
            _ => text::is_cell_error(self.record.cell(position)).then_some(FlagCode::CellError),
        }
    }

    /// Text of one or several lines; control characters go, what is too long is left out, each with a flag.
    fn text(&mut self, field: Field, max: usize) -> Option<String> {
        let position = self.columns.position(field)?;
        self.text_at(position, max)
    }

    /// The same where an empty cell and one that cannot be taken have to be told apart; about the latter nothing is said yet.
    fn text_or_fault(&mut self, field: Field, max: usize) -> Result<Option<String>, FlagCode> {
        let before = self.flags.len();
        let text = self.text(field, max);
        if text.is_some() {
            return Ok(text);
        }
        self.flags.drain(before..).next().map_or(Ok(None), |flag| Err(flag.code))
    }

    fn text_at(&mut self, position: usize, max: usize) -> Option<String> {
        let cell = self.record.cell(position);
        if cell.is_empty() {
            return None;
        }
        if let Some(code) = self.damage(position).filter(|&code| code != FlagCode::DateInvalid) {
            self.flag_at(position, code);
            return None;
        }
        let (taken, code) = match text::clean(cell) {
            Ok((clean, code)) => {
                // Only the note and the address may have several lines.
                let one_line =
                    if max <= LINE_MAX && clean.contains(['\n', '\t']) { clean.replace(['\n', '\t'], " ").into() } else { clean };
                if one_line.chars().count() > max { (None, Some(FlagCode::TextTooLong)) } else { (Some(one_line.into_owned()), code) }
            }
            Err(code) => (None, Some(code)),
        };
        if let Some(code) = code {
            self.flag_at(position, code);
        }
        taken.filter(|text| !text.is_empty())
    }

    /// What goes into the note, a piece a column: the note's own as it stands, others with their heading before them.
    fn notes(&mut self) -> Vec<String> {
        let columns = self.columns;
        let (mut pieces, mut length) = (Vec::new(), 0);
        for noted in columns.notes() {
            let Some(text) = self.text_at(noted.position, NOTE_MAX) else { continue };
            let piece = match &noted.title {
                Some(title) if title.is_ascii() => format!("{title}: {text}"),
                Some(title) => format!("{title}：{text}"),
                None => text,
            };
            let longer = length + usize::from(length > 0) + piece.chars().count();
            if longer > NOTE_MAX {
                self.flag_at(noted.position, FlagCode::TextTooLong);
            } else {
                length = longer;
                pieces.push(piece);
            }
        }
        pieces
    }

    /// A remark about a cell of a column that is understood.
    pub(super) fn flag_known(&mut self, position: usize, code: FlagCode) {
        if self.columns.all().get(position).is_some_and(|column| !matches!(column.target, None | Some(Target::Ignore))) {
            self.flag_at(position, code);
        }
    }

    fn flag_at(&mut self, position: usize, code: FlagCode) {
        let heading = self.columns.all().get(position).map_or("", |column| &column.heading);
        self.flags.push(Flag::new(self.record.line, heading, code, self.record.cell(position), Severity::Flagged));
    }

    /// A number that names something. Damaged ones hold the row back if `is_key`.
    fn code(&mut self, field: Field, is_key: bool) -> Option<String> {
        let severity = if is_key { Severity::Rejected } else { Severity::Flagged };
        let (code, odd) = self.value_or(field, severity, |cell| {
            let (code, odd) = text::code(cell)?;
            let is_long = code.chars().count() > CODE_MAX;
            if is_long { Err(FlagCode::TextTooLong) } else { Ok((code.replace(['\n', '\t'], " "), odd)) }
        })?;
        if let Some(odd) = odd {
            self.note(field, odd);
        }
        Some(code).filter(|code| !code.is_empty())
    }

    fn day(&mut self, field: Field) -> Option<Day> {
        let rules = self.columns.day_rules(field);
        self.value(field, |cell| day::day(cell, rules)).map(|(day, _)| day)
    }

    fn needed_day(&mut self, field: Field) -> Option<(Day, Option<NaiveTime>)> {
        let rules = self.columns.day_rules(field);
        self.needed(field, |cell| day::day(cell, rules))
    }

    fn time(&mut self, field: Field) -> Option<NaiveTime> {
        self.value(field, time::time)
    }

    fn money(&mut self, field: Field) -> Option<Fen> {
        self.value(field, money::money)
    }

    fn whole(&mut self, field: Field) -> Option<i64> {
        self.value(field, number::whole)
    }
}

fn is_blank(cell: &str) -> bool {
    cell.is_empty() || cell.trim().is_empty() || matches!(cell, "'" | "=\"\"")
}
