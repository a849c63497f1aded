//! A visit in one row.

use crate::clock::Now;
use crate::error::Result;
use crate::ids::{CustomerId, LineId, StaffId, VisitId};
use crate::store::visit::{self, Filter, VisitRecord};
use crate::store::visit_line::{self, LineRecord};
use crate::store::{customer, staff, visit_points};
use crate::wire::customers::Person;
use crate::wire::visits::VisitRow;
use chrono::FixedOffset;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// How many lines a row's summary shows.
const SHOWN: usize = 3;

/// Makes rows, asking for each customer and each clerk once.
pub(super) struct Rows<'a> {
    db: &'a Connection,
    offset: FixedOffset,
    people: BTreeMap<CustomerId, Option<Person>>,
    staff: BTreeMap<StaffId, Option<String>>,
}

impl<'a> Rows<'a> {
    pub fn new(db: &'a Connection, offset: FixedOffset) -> Rows<'a> {
        Rows { db, offset, people: BTreeMap::new(), staff: BTreeMap::new() }
    }

    pub fn all(&mut self, visits: Vec<VisitRecord>) -> Result<Vec<VisitRow>> {
        visits.into_iter().map(|visit| self.one(visit)).collect()
    }

    pub fn one(&mut self, visit: VisitRecord) -> Result<VisitRow> {
        let lines = visit_line::of_visit(self.db, visit.id)?;
        Ok(VisitRow {
            customer: self.person(visit.customer)?,
            staff: self.clerk(visit.staff)?,
            points: visit_points::moved_by(self.db, visit.id)?,
            summary: summary(&lines),
            id: visit.id,
            at: Now::from_millis(visit.at, self.offset).text(),
            day: visit.day,
            kind: visit.kind,
            pieces: visit.pieces,
            total: visit.total,
            is_day_total: visit.is_day_total,
            voided: visit.voided_at.is_some(),
            visit_no: visit.visit_no,
            remark: visit.feedback.or(visit.note),
        })
    }

    fn person(&mut self, id: Option<CustomerId>) -> Result<Option<Person>> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.people.get(&id) {
            return Ok(known.clone());
        }
        let person = customer::person(self.db, id)?;
        self.people.insert(id, person.clone());
        Ok(person)
    }

    fn clerk(&mut self, id: Option<StaffId>) -> Result<Option<String>> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.staff.get(&id) {
            return Ok(known.clone());
        }
        let name = staff::get(self.db, id)?.map(|staff| staff.name);
        self.staff.insert(id, name.clone());
        Ok(name)
    }
}

/// A customer's latest visits.
pub(crate) fn latest(db: &Connection, offset: FixedOffset, customer: CustomerId, limit: u32) -> Result<Vec<VisitRow>> {
    let filter = Filter { customer: Some(customer), ..Filter::default() };
    Rows::new(db, offset).all(visit::page(db, &filter, None, i64::from(limit))?)
}

/// What was bought on a visit, in a few words.
pub(crate) fn words(db: &Connection, visit: VisitId) -> Result<Option<String>> {
    Ok(Some(summary(&visit_line::of_visit(db, visit)?)))
}

/// What a line is, in a few words.
pub(crate) fn line_words(db: &Connection, line: LineId) -> Result<Option<String>> {
    Ok(visit_line::get(db, line)?.as_ref().map(piece))
}

/// The first pieces in a line, in no language's words: name, style number, colour, size, how many if not one, `−` before what came
/// back, `…` when there is more.
fn summary(lines: &[LineRecord]) -> String {
    let mut text = lines.iter().take(SHOWN).map(piece).collect::<Vec<_>>().join("；");
    if lines.len() > SHOWN {
        text.push_str("；…");
    }
    text
}

fn piece(line: &LineRecord) -> String {
    let goods = &line.goods;
    let parts = [&goods.name, &goods.style_no, &goods.color, &goods.size].into_iter().flatten().map(String::as_str);
    let mut text = if line.qty < 0 { "−".to_owned() } else { String::new() };
    text.push_str(&parts.collect::<Vec<_>>().join(" "));
    if line.qty.abs() != 1 {
        text.push_str(&format!(" ×{}", line.qty.abs()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Fen;
    use crate::store::visit_line::Goods;

    fn line(name: Option<&str>, style: Option<&str>, color: Option<&str>, size: Option<&str>, qty: i64) -> LineRecord {
        let text = |text: Option<&str>| text.map(str::to_owned);
        LineRecord {
            id: LineId(0),
            visit: VisitId(0),
            line_no: 0,
            goods: Goods { name: text(name), style_no: text(style), category: None, color: text(color), size: text(size) },
            qty,
            list_price: None,
            price: Fen(0),
            amount: Fen(0),
            reason: None,
            reason_note: None,
            reverses: None,
        }
    }

    #[test]
    fn the_summary_names_the_first_pieces() {
        let coat = line(Some("羊绒大衣"), Some("24D-118"), Some("墨绿"), Some("M"), 1);
        let belt = line(Some("腰带"), None, None, None, 2);
        let back = line(None, Some("23C-7"), None, Some("36"), -1);
        assert_eq!(summary(&[]), "");
        assert_eq!(summary(&[coat.clone(), belt.clone()]), "羊绒大衣 24D-118 墨绿 M；腰带 ×2");
        assert_eq!(summary(&[back.clone(), coat.clone()]), "−23C-7 36；羊绒大衣 24D-118 墨绿 M");
        assert_eq!(summary(&[belt.clone(), belt.clone(), belt.clone(), belt]), "腰带 ×2；腰带 ×2；腰带 ×2；…");
    }
}
