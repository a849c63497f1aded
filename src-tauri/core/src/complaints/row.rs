//! A complaint in one row, its clocks read.

use super::{Clocks, Reading, Times, clocks};
use crate::clock::{Millis, Now};
use crate::error::Result;
use crate::hours::{Hold, ShopTime, shop_time};
use crate::ids::CustomerId;
use crate::store::complaint::{self, ComplaintRecord, HoldRecord, Which};
use crate::store::{customer, staff};
use crate::visits;
use crate::wire::complaints::{ComplaintClock, ComplaintRow};
use crate::wire::customers::Person;
use chrono::FixedOffset;
use rusqlite::Connection;

/// A complaint with its clocks.
pub(super) struct Timed {
    pub record: ComplaintRecord,
    pub holds: Vec<HoldRecord>,
    pub clocks: Clocks,
}

impl Timed {
    pub fn waiting(&self) -> Option<&HoldRecord> {
        self.holds.iter().find(|one| one.hold.1.is_none()).filter(|_| self.record.solved_at.is_none())
    }
}

/// Reads clocks and makes rows, on the shop's hours at one moment.
pub(super) struct Reader<'a> {
    pub db: &'a Connection,
    hours: ShopTime,
    offset: FixedOffset,
    now: Millis,
}

impl<'a> Reader<'a> {
    pub fn new(db: &'a Connection, offset: FixedOffset, now: Now) -> Result<Reader<'a>> {
        Ok(Reader { db, hours: shop_time(db)?, offset, now: now.millis() })
    }

    pub fn time(&self, record: ComplaintRecord) -> Result<Timed> {
        let holds = complaint::holds(self.db, record.id)?;
        let waits: Vec<Hold> = holds.iter().map(|one| one.hold).collect();
        let times = Times { opened: record.opened_at, answered: record.answered_at, solved: record.solved_at };
        Ok(Timed { clocks: clocks(times, &waits, &self.hours, self.now), record, holds })
    }

    pub fn row(&self, timed: &Timed) -> Result<Option<ComplaintRow>> {
        let record = &timed.record;
        customer::person(self.db, record.customer)?.map(|person| self.row_of(timed, person)).transpose()
    }

    fn row_of(&self, timed: &Timed, person: Person) -> Result<ComplaintRow> {
        let record = &timed.record;
        let clerk = record.staff.map(|id| staff::get(self.db, id)).transpose()?.flatten();
        let answered = record.answered_at.or(record.solved_at);
        Ok(ComplaintRow {
            id: record.id,
            customer: person,
            kind: record.kind,
            what: record.what.clone(),
            about: match (record.line, record.visit) {
                (Some(line), _) => visits::line_words(self.db, line)?,
                (None, Some(visit)) => visits::words(self.db, visit)?,
                (None, None) => None,
            }
            .filter(|words| !words.is_empty()),
            opened_at: self.text(record.opened_at),
            opened_on: record.opened_on,
            staff: record.staff,
            staff_name: clerk.map(|clerk| clerk.name),
            answer: self.clock(timed.clocks.answer, answered),
            solve: self.clock(timed.clocks.solve, record.solved_at),
            waiting_for: timed.waiting().map(|one| one.reason.clone()),
            solved: record.solved_at.is_some(),
            satisfied: record.satisfied,
            followed_up_on: record.followed_up_on,
            steps: i64::try_from(complaint::steps(self.db, record.id)?.len()).unwrap_or(i64::MAX),
        })
    }

    pub fn text(&self, at: Millis) -> String {
        Now::from_millis(at, self.offset).text()
    }

    fn clock(&self, reading: Reading, done: Option<Millis>) -> ComplaintClock {
        ComplaintClock {
            state: reading.state,
            due: reading.due.map(|due| self.text(due)),
            left_minutes: reading.left / 60_000,
            done_at: done.map(|at| self.text(at)),
        }
    }
}

/// A customer's complaints that are not solved, the nearest deadline first.
pub(crate) fn open_of(db: &Connection, offset: FixedOffset, now: Now, customer: CustomerId) -> Result<Vec<ComplaintRow>> {
    let records = complaint::open(db, Which { customer: Some(customer), ..Which::default() })?;
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let reader = Reader::new(db, offset, now)?;
    let mut timed = records.into_iter().map(|record| reader.time(record)).collect::<Result<Vec<_>>>()?;
    timed.sort_by_key(place);
    Ok(timed.iter().map(|one| reader.row(one)).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Where an open complaint stands in the list: by its nearest deadline, those that wait for her last.
pub(super) fn place(timed: &Timed) -> (Millis, crate::ids::ComplaintId) {
    (timed.clocks.next_due().unwrap_or(Millis::MAX), timed.record.id)
}
