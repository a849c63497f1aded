//! Complaints that are not done with, for the tasks they make: their times are those of the complaint's own clocks.

use super::care_causes::each;
use super::care_facts::{Gathered, Scope};
use super::{complaint, setting};
use crate::care::ComplaintFact;
use crate::clock::{Day, Millis, Now};
use crate::complaints::{Times, clocks};
use crate::error::Result;
use crate::hours::{Hold, shop_time};
use crate::ids::{ComplaintId, CustomerId, StaffId};
use crate::wire::settings::Settings;
use rusqlite::{Connection, ToSql};

/// One complaint as it stands in the file.
struct Found {
    customer: CustomerId,
    id: ComplaintId,
    opened_on: Day,
    times: Times,
    solved_on: Option<Day>,
    staff: Option<StaffId>,
}

/// Those not solved, and those solved since a day after which nobody asked whether all is well.
pub(super) fn gather(db: &Connection, scope: Scope, since: Day, found: &mut Gathered) -> Result<()> {
    let whose = if scope == Scope::All { "" } else { "customer_id = :customer AND " };
    // The day is asked for so that the index of the open ones is searched.
    let open = "solved_at IS NULL AND opened_on > ''";
    let solved = "solved_at IS NOT NULL AND followed_up_on IS NULL AND solved_on >= :since";
    let mut complaints = Vec::new();
    for (which, params) in [(open, &[][..]), (solved, &[(":since", &since as &dyn ToSql)][..])] {
        let sql = format!(
            "SELECT customer_id, id, opened_on, opened_at, answered_at, solved_at, solved_on, staff_id FROM complaint WHERE {whose}{which} ORDER BY +id"
        );
        each(db, scope, &sql, params, |row| {
            complaints.push(Found {
                customer: row.get(0)?,
                id: row.get(1)?,
                opened_on: row.get(2)?,
                times: Times { opened: row.get(3)?, answered: row.get(4)?, solved: row.get(5)? },
                solved_on: row.get(6)?,
                staff: row.get(7)?,
            });
            Ok(())
        })?;
    }
    if complaints.is_empty() {
        return Ok(());
    }
    let (hours, settings) = (shop_time(db)?, setting::get::<Settings>(db, Settings::KEY)?);
    let day = |at: Millis| Now::from_millis(at, settings.offset()).day();
    for Found { customer, id, opened_on, times, solved_on, staff } in complaints {
        let holds: Vec<Hold> = complaint::holds(db, id)?.into_iter().map(|one| one.hold).collect();
        let read = clocks(times, &holds, &hours, times.opened);
        found.of(customer).rest().complaints.push(ComplaintFact {
            id,
            opened_on,
            answer_by: read.answer.due.map(day),
            solve_by: read.solve.due.map(day),
            answered: times.answered.is_some(),
            solved_on,
            staff,
        });
    }
    Ok(())
}
