//! The events of a year.

use super::settings::KEY;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{event, setting};
use crate::wire::events::{EventList, EventRow, EventSettings, ListEvents};
use chrono::Datelike;

/// The events that begin in a year, in numbers, and how many the shop aims at.
///
/// # Errors
/// `out_of_range` at `year`.
pub fn list(shop: &mut Shop, request: ListEvents) -> Result<EventList> {
    let today = shop.now().day();
    let db = shop.db()?;
    let year = request.year.unwrap_or(today.year());
    let span = (1_900..=2_200).contains(&year).then(|| Day::from_ymd_opt(year, 1, 1).zip(Day::from_ymd_opt(year, 12, 31))).flatten();
    let (from, to) = span.ok_or_else(|| Failure::at(Code::OutOfRange, "year").with("min", 1_900).with("max", 2_200))?;
    let settings: EventSettings = setting::get(db, KEY)?;
    let mut years = event::years(db)?;
    years.push(today.year());
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let mut list = EventList { year, years, aim: settings.aim, held: 0, planned: 0, rows: Vec::new() };
    for found in event::between(db, from, to)? {
        if found.cancelled_on.is_none() {
            *(if found.day <= today { &mut list.held } else { &mut list.planned }) += 1;
        }
        let (counts, sales) = (event::counts(db, found.id)?, event::sales(db, &found, true)?);
        list.rows.push(EventRow { event: found, counts, sales });
    }
    Ok(list)
}
