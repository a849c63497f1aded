//! Lines: each goes to its visit, under its number or the next one.

use super::book::{Book, Reversing};
use super::errors::ErrorFiles;
use super::tally::{Outcome, Remarks, each_row};
use crate::error::Result;
use crate::ids::VisitId;
use crate::import::columns::Field;
use crate::import::flag::FlagCode;
use crate::import::preview::shown;
use crate::import::reader::TableReader;
use crate::import::rows::LineRow;
use crate::store::bulk;
use crate::wire::import::TableReport;
use std::fs::File;

pub(super) fn take(book: &mut Book<'_>, reader: TableReader<File, LineRow>, errors: &mut ErrorFiles) -> Result<TableReport> {
    let mut current = Current::default();
    let columns = shown(reader.columns());
    each_row(book, reader, columns, errors, |book, row, remarks| store(book, &mut current, &row, remarks))
}

/// The visit of the line before: files keep the lines of a visit together, so most lines need no search.
#[derive(Default)]
struct Current {
    visit_no: String,
    place: Place,
    next_line_no: i64,
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

fn store(book: &mut Book<'_>, current: &mut Current, row: &LineRow, remarks: &mut Remarks<'_>) -> Result<Outcome> {
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
    let is_added = bulk::insert_line(
        db,
        &bulk::NewLineRow {
            visit,
            line_no,
            style_no: row.style_no.as_deref(),
            name: row.name.as_deref(),
            category: row.category.as_deref(),
            color: row.color.as_deref(),
            size: row.size.as_deref(),
            qty: row.qty,
            list_price: row.list_price,
            price: row.price,
            amount: row.amount,
            reason: row.reason,
            reason_note: row.reason_note.as_deref(),
        },
    )?;
    if !is_added {
        return Ok(remarks.reject(Field::LineNo, FlagCode::LineRepeated));
    }
    if let Some((sale, sale_line)) = &row.reverses {
        book.reversing.push(Reversing { visit, line_no, sale: sale.clone(), sale_line: *sale_line });
    }
    current.next_line_no = current.next_line_no.max(line_no.saturating_add(1));
    Ok(Outcome::New)
}

fn turn_to(book: &mut Book<'_>, current: &mut Current, visit_no: &str, line: u64) -> Result<()> {
    let db = book.tx.db();
    current.visit_no.clear();
    current.visit_no.push_str(visit_no);
    current.next_line_no = 1;
    current.place = Place::Nowhere;
    let Some(found) = bulk::visit(db, visit_no)? else { return Ok(()) };
    current.next_line_no = bulk::next_line_no(db, found.id)?;
    let is_untouched = current.next_line_no == 1;
    current.place = if book.is_new_visit(found.id) || book.filled.contains_key(&found.id) {
        Place::Open(found.id)
    } else if is_untouched {
        // The visit came without lines before, by hand or by an earlier import: these are its first.
        book.filled.insert(found.id, line);
        Place::Open(found.id)
    } else {
        Place::Full
    };
    Ok(())
}
