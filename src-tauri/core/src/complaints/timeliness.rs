//! How complaints of some days kept their time, for the boards of those who answer for them.

use super::row::Reader;
use crate::clock::{Day, Now};
use crate::error::Result;
use crate::ids::StaffId;
use crate::store::complaint::{self, Which};
use crate::wire::complaints::ClockState;
use chrono::FixedOffset;
use rusqlite::Connection;

/// One complaint as a board counts it.
pub(crate) struct Timeliness {
    /// Who answers for it.
    pub staff: Option<StaffId>,
    /// How the 24 hours stand.
    pub answer: ClockState,
    /// How the 7 days stand.
    pub solve: ClockState,
    /// Whether she was content, if she was asked.
    pub satisfied: Option<bool>,
}

/// The complaints opened between two days, their clocks read now.
pub(crate) fn timeliness(db: &Connection, offset: FixedOffset, now: Now, from: Day, to: Day) -> Result<Vec<Timeliness>> {
    let records = complaint::opened_between(db, Which::default(), from, to)?;
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let reader = Reader::new(db, offset, now)?;
    let read = |record| {
        let timed = reader.time(record)?;
        let (answer, solve) = (timed.clocks.answer.state, timed.clocks.solve.state);
        Ok(Timeliness { staff: timed.record.staff, answer, solve, satisfied: timed.record.satisfied })
    };
    records.into_iter().map(read).collect()
}
