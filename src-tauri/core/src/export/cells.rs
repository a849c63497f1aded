//! A row of a table before it is known into what kind of file it goes.

use crate::clock::Day;
use crate::money::Fen;
use crate::wire::phone::Phone;
use chrono::NaiveTime;

/// One value. Which kind it is decides how each kind of file keeps it: text is never a formula, a number never text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Words, numbers that name something, and whatever else must not be reckoned with.
    Text(String),
    /// Phones, shown whole or not by who is at the counter.
    Phones(Vec<Phone>),
    /// A whole number.
    Number(i64),
    /// An amount.
    Money(Fen),
    /// A day.
    Day(Day),
    /// A time of day.
    Time(NaiveTime),
}

/// The cells of a row, in the order of the table's columns.
#[derive(Debug, Default)]
pub(crate) struct Row {
    cells: Vec<Cell>,
}

impl Row {
    /// A cell of text.
    pub(crate) fn text(&mut self, text: &str) {
        self.cells.push(Cell::Text(text.to_owned()));
    }

    /// A cell of text, or an empty one.
    pub(crate) fn optional(&mut self, text: Option<&str>) {
        self.cells.push(text.filter(|text| !text.is_empty()).map_or(Cell::Empty, |text| Cell::Text(text.to_owned())));
    }

    /// A cell with phones, or an empty one.
    pub(crate) fn phones(&mut self, phones: &[Phone]) {
        self.cells.push(if phones.is_empty() { Cell::Empty } else { Cell::Phones(phones.to_vec()) });
    }

    /// A cell with a whole number.
    pub(crate) fn number(&mut self, number: i64) {
        self.cells.push(Cell::Number(number));
    }

    /// A cell with a whole number, or an empty one.
    pub(crate) fn maybe_number(&mut self, number: Option<i64>) {
        self.cells.push(number.map_or(Cell::Empty, Cell::Number));
    }

    /// A cell with an amount, or an empty one.
    pub(crate) fn money(&mut self, amount: Option<Fen>) {
        self.cells.push(amount.map_or(Cell::Empty, Cell::Money));
    }

    /// A cell with a day, or an empty one.
    pub(crate) fn day(&mut self, day: Option<Day>) {
        self.cells.push(day.map_or(Cell::Empty, Cell::Day));
    }

    /// A cell with a time of day.
    pub(crate) fn time(&mut self, time: NaiveTime) {
        self.cells.push(Cell::Time(time));
    }

    /// The cells.
    pub(crate) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Empties it for the next row.
    pub(crate) fn clear(&mut self) {
        self.cells.clear();
    }
}
