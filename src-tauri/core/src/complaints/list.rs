//! Complaints of the shop, of a customer or of a clerk.

use super::row::{Reader, Timed, place};
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::ComplaintId;
use crate::shop::Shop;
use crate::store::complaint::{self, Which};
use crate::wire::complaints::{ClockState, ComplaintCounts, ComplaintFilter, ComplaintList, ComplaintTotals, ListComplaints};
use crate::wire::{Nothing, paging};
use chrono::Days;
use serde::{Deserialize, Serialize};

/// Where a page ended: among the open ones by deadline, or among the solved ones by when they were solved.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    Open(Millis, ComplaintId),
    Solved(Millis, ComplaintId),
}

/// A page of complaints, and on the first page how they stand.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn list(shop: &mut Shop, request: ListComplaints) -> Result<ComplaintList> {
    let limit = paging::limit(request.limit)?;
    let after = paging::cursor::<Place>(request.cursor.as_deref())?;
    let which = Which { kind: request.kind, customer: request.customer, staff: request.staff };
    let reader = Reader::new(shop.db()?, shop.offset(), shop.now())?;
    let open = opened(&reader, which)?;
    let totals = if after.is_none() { Some(totals(shop, &reader, which, &open)?) } else { None };

    let mut found: Vec<(Place, Timed)> = Vec::new();
    if request.state != ComplaintFilter::Solved && !matches!(after, Some(Place::Solved(..))) {
        let wanted = open.into_iter().filter(|one| match request.state {
            ComplaintFilter::Overdue => one.clocks.overdue(),
            ComplaintFilter::Waiting => one.waiting().is_some(),
            _ => true,
        });
        for one in wanted {
            let (due, id) = place(&one);
            if !matches!(after, Some(Place::Open(last, before)) if (due, id) <= (last, before)) {
                found.push((Place::Open(due, id), one));
            }
        }
    }
    if matches!(request.state, ComplaintFilter::Solved | ComplaintFilter::All) && found.len() <= limit {
        let from = match after {
            Some(Place::Solved(at, id)) => Some((at, id)),
            _ => None,
        };
        let more = limit + 1 - found.len();
        for record in complaint::solved(reader.db, which, from, i64::try_from(more).unwrap_or(i64::MAX))? {
            let at = record.solved_at.unwrap_or_default();
            found.push((Place::Solved(at, record.id), reader.time(record)?));
        }
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let cursor = found.last().filter(|_| more).map(|(place, _)| serde_json::to_string(place)).transpose()?;
    let rows = found.iter().map(|(_, one)| reader.row(one)).collect::<Result<Vec<_>>>()?;
    Ok(ComplaintList { rows: rows.into_iter().flatten().collect(), cursor, totals })
}

/// How many want doing.
pub fn counts(shop: &mut Shop, _: Nothing) -> Result<ComplaintCounts> {
    let reader = Reader::new(shop.db()?, shop.offset(), shop.now())?;
    let open = opened(&reader, Which::default())?;
    Ok(ComplaintCounts { open: many(&open, |_| true), overdue: many(&open, |one| one.clocks.overdue()) })
}

fn opened(reader: &Reader<'_>, which: Which) -> Result<Vec<Timed>> {
    let mut open = complaint::open(reader.db, which)?.into_iter().map(|record| reader.time(record)).collect::<Result<Vec<_>>>()?;
    open.sort_by_key(place);
    Ok(open)
}

fn many(of: &[Timed], is: impl Fn(&Timed) -> bool) -> i64 {
    i64::try_from(of.iter().filter(|one| is(one)).count()).unwrap_or(i64::MAX)
}

fn totals(shop: &Shop, reader: &Reader<'_>, which: Which, open: &[Timed]) -> Result<ComplaintTotals> {
    let today = shop.now().day();
    let from = today.checked_sub_days(Days::new(364)).unwrap_or(today);
    let records = complaint::opened_between(reader.db, which, from, today)?;
    let year = records.into_iter().map(|record| reader.time(record)).collect::<Result<Vec<_>>>()?;
    Ok(ComplaintTotals {
        open: many(open, |_| true),
        overdue: many(open, |one| one.clocks.overdue()),
        waiting: many(open, |one| one.waiting().is_some()),
        year: many(&year, |_| true),
        answered: many(&year, |one| matches!(one.clocks.answer.state, ClockState::InTime | ClockState::Late)),
        answered_in_time: many(&year, |one| one.clocks.answer.state == ClockState::InTime),
        solved: many(&year, |one| one.record.solved_at.is_some()),
        solved_in_time: many(&year, |one| one.clocks.solve.state == ClockState::InTime),
        asked: many(&year, |one| one.record.satisfied.is_some()),
        satisfied: many(&year, |one| one.record.satisfied == Some(true)),
    })
}
