//! Complaints: two clocks ([`clocks`]) on the days the shop opens, nine steps, what is given to make up, and how it ends.

mod answer;
mod clock;
mod compensate;
mod correct;
mod hold;
mod list;
mod open;
mod page;
mod result;
mod row;
mod solve;
mod step;
mod timeliness;

pub use answer::answer;
pub(crate) use answer::was_answered;
pub use clock::{ANSWER, Clocks, Reading, SOLVE, Times, clocks};
pub use compensate::{cancel_compensation, compensate};
pub use correct::correct;
pub use hold::{hold, resume};
pub use list::{counts, list};
pub use open::open;
pub use page::page;
pub use result::{follow_up, set_result};
pub(crate) use row::open_of;
pub use solve::{reopen, solve};
pub use step::set_step;
pub(crate) use timeliness::timeliness;

use crate::clock::{Day, Millis, Now};
use crate::error::{Code, Failure, Result};
use crate::ids::ComplaintId;
use crate::shop::Tx;
use crate::store::complaint::{self, ComplaintRecord};
use chrono::{NaiveTime, TimeZone};

/// The complaint of an id; the entry of the history is about its customer.
fn need(tx: &Tx<'_>, id: ComplaintId) -> Result<ComplaintRecord> {
    let found = complaint::get(tx.db(), id)?.ok_or_else(|| Failure::at(Code::NotFound, "complaint"))?;
    tx.about_customer(found.customer);
    Ok(found)
}

/// The same, as long as it is not solved.
///
/// # Errors
/// `complaint_closed`.
fn need_open(tx: &Tx<'_>, id: ComplaintId) -> Result<ComplaintRecord> {
    let found = need(tx, id)?;
    if found.solved_at.is_some() {
        return Err(Failure::new(Code::ComplaintClosed).into());
    }
    Ok(found)
}

/// A day and a time of day that have passed; an earlier day without a time is its noon.
///
/// # Errors
/// `day_in_future`, and `out_of_range` at `time`.
fn moment(day: Option<Day>, time: Option<&str>, now: Now) -> Result<(Day, Millis)> {
    let day = day.unwrap_or(now.day());
    if day > now.day() {
        return Err(Failure::at(Code::DayInFuture, "day").into());
    }
    let wrong = |most: String| Failure::at(Code::OutOfRange, "time").with("min", "00:00").with("max", most);
    let time = match time.map(str::trim).filter(|time| !time.is_empty()) {
        Some(text) => NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| wrong("23:59".into()))?,
        None if day == now.day() => return Ok((day, now.millis())),
        None => NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default(),
    };
    let at = now.at.offset().from_local_datetime(&day.and_time(time)).earliest().map_or(now.millis(), |at| at.timestamp_millis());
    if at > now.millis() {
        return Err(wrong(now.at.format("%H:%M").to_string()).into());
    }
    Ok((day, at))
}
