//! Lines: each goes to its visit, under its number or the next one.
//!
//! Two files of lines may part a visit between them, or overlap. By their numbers lines are known again. Without numbers a line
//! that an earlier file has just so is one more only while the visit's amount has room for it; where that cannot be told it is held
//! back, since neither to double it nor to drop it in silence would do.

use super::Desk;
use super::book::{Book, Reversing};
use super::tally::{Outcome, Remarks, each_row};
use crate::error::Result;
use crate::ids::VisitId;
use crate::import::columns::Field;
use crate::import::flag::FlagCode;
use crate::import::preview::shown;
use crate::import::reader::TableReader;
use crate::import::rows::LineRow;
use crate::money::Fen;
use crate::store::bulk::{self, LineSays};
use std::fs::File;

pub(super) fn take(book: &mut Book<'_>, reader: TableReader<File, LineRow>, desk: &mut Desk<'_>) -> Result<()> {
    let mut current = Current::default();
    let columns = shown(reader.columns());
    each_row(book, reader, columns, desk, |book, row, remarks| store(book, &mut current, row, remarks))
}

/// The visit of the line before: files keep the lines of a visit together, so most lines need no search.
#[derive(Default)]
struct Current {
    visit_no: String,
    place: Place,
    next_line_no: i64,
    /// Its lines that earlier files brought, with their numbers.
    earlier: Vec<(i64, LineSays)>,
    /// What its amount leaves for further lines, where there are such and it says one.
    room: Option<Fen>,
}

#[derive(Default, Clone, Copy)]
enum Place {
    /// There is no such visit.
    #[default]
    Nowhere,
    /// The visit takes lines.
    Open(VisitId),
    /// The book had the visit with its lines.
    Full,
}

fn store(book: &mut Book<'_>, current: &mut Current, row: LineRow, remarks: &mut Remarks<'_>) -> Result<Outcome> {
    let db = book.tx.db();
    if current.visit_no != row.visit_no || current.visit_no.is_empty() {
        turn_to(book, current, &row.visit_no, remarks.line)?;
    }
    let visit = match current.place {
        Place::Nowhere => return Ok(remarks.reject(Field::VisitNo, FlagCode::VisitUnknown)),
        Place::Full => return Ok(Outcome::Known),
        Place::Open(visit) => visit,
    };
    let line_no = row.line_no.unwrap_or(current.next_line_no);
    let reverses = row.reverses;
    let says = LineSays {
        style_no: row.style_no,
        name: row.name,
        category: row.category,
        color: row.color,
        size: row.size,
        qty: row.qty,
        list_price: row.list_price,
        price: row.price,
        amount: row.amount,
    };
    if let Some(fate) = current.met_before(row.line_no, &says) {
        return Ok(match fate {
            Met::Same => Outcome::Known,
            Met::OtherOfThisNumber => remarks.reject(Field::LineNo, FlagCode::LineRepeated),
            Met::PerhapsSame => remarks.reject(Field::VisitNo, FlagCode::LineInEarlierFile),
        });
    }
    let is_added = bulk::insert_line(
        db,
        &bulk::NewLineRow {
            visit,
            line_no,
            style_no: says.style_no.as_deref(),
            name: says.name.as_deref(),
            category: says.category.as_deref(),
            color: says.color.as_deref(),
            size: says.size.as_deref(),
            qty: says.qty,
            list_price: says.list_price,
            price: says.price,
            amount: says.amount,
            reason: row.reason,
            reason_note: row.reason_note.as_deref(),
        },
    )?;
    if !is_added {
        return Ok(remarks.reject(Field::LineNo, FlagCode::LineRepeated));
    }
    if let Some((sale, sale_line)) = reverses {
        book.reversing.push(Reversing { visit, line_no, sale, sale_line });
    }
    current.next_line_no = current.next_line_no.max(line_no.saturating_add(1));
    if let Some(room) = &mut current.room {
        *room -= says.amount;
    }
    Ok(Outcome::New)
}

/// A line that an earlier file of this import has as well.
enum Met {
    /// It is that line.
    Same,
    /// It has that line's number and says something else.
    OtherOfThisNumber,
    /// It says the same, and nothing tells whether it is one more.
    PerhapsSame,
}

impl Current {
    fn met_before(&mut self, line_no: Option<i64>, says: &LineSays) -> Option<Met> {
        if let Some(line_no) = line_no {
            let (_, earlier) = self.earlier.iter().find(|(no, _)| *no == line_no)?;
            return Some(if earlier == says { Met::Same } else { Met::OtherOfThisNumber });
        }
        let at = self.earlier.iter().position(|(_, earlier)| earlier == says)?;
        match self.room {
            Some(room) if fits(says.amount, room) => return None,
            _ => self.earlier.remove(at),
        };
        Some(if self.room == Some(Fen::ZERO) { Met::Same } else { Met::PerhapsSame })
    }
}

/// Whether an amount brings a visit nearer to what it leaves open, and not beyond.
fn fits(amount: Fen, room: Fen) -> bool {
    amount.0 != 0 && amount.0.signum() == room.0.signum() && amount.0.abs() <= room.0.abs()
}

fn turn_to(book: &mut Book<'_>, current: &mut Current, visit_no: &str, line: u64) -> Result<()> {
    let db = book.tx.db();
    *current = Current { visit_no: visit_no.to_owned(), next_line_no: 1, ..Current::default() };
    let Some(found) = bulk::visit(db, visit_no)? else { return Ok(()) };
    current.next_line_no = bulk::next_line_no(db, found.id)?;
    let is_untouched = current.next_line_no == 1;
    let is_new = book.is_new_visit(found.id);
    current.place = if is_new || book.filled.contains_key(&found.id) {
        Place::Open(found.id)
    } else if is_untouched {
        // The visit came without lines before, by hand or by an earlier import: these are its first.
        book.filled.insert(found.id, (book.file, line));
        Place::Open(found.id)
    } else {
        Place::Full
    };
    if let Place::Open(visit) = current.place
        && !is_untouched
    {
        let lines = bulk::lines(db, visit)?;
        let says_amount = !is_new || book.mark(visit).is_some_and(|mark| mark.has_amount);
        let sum: Fen = lines.iter().map(|(_, _, says)| says.amount).sum();
        current.room = says_amount.then_some(found.total - sum);
        let earlier = lines.into_iter().filter(|(id, ..)| id.0 <= book.before_file.line);
        current.earlier = earlier.map(|(_, line_no, says)| (line_no, says)).collect();
    }
    Ok(())
}
