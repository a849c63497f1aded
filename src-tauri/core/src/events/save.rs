//! Planning an event, and calling it off.

use super::need;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::event;
use crate::wire::events::{EventRef, EventSaved, SaveEvent};
use crate::wire::{Done, text};
use chrono::{Days, NaiveTime};

/// The longest event, in days after its first.
const LONGEST: u64 = 30;
/// How early invitations may go out.
const INVITE_DAYS: i64 = 60;
/// How long sales to guests may count.
const SALES_DAYS: i64 = 90;

/// Plans an event, or changes it.
///
/// # Errors
/// `required` at `name`, `out_of_range` at `to_day`, `invite_days`, `sales_days`; `text_invalid` at `starts`; `not_found`.
pub fn save(shop: &mut Shop, mut request: SaveEvent) -> Result<EventSaved> {
    request.name = text::required("name", &request.name, 40)?;
    request.place = text::line("place", request.place.as_deref(), 80)?;
    request.gift = text::line("gift", request.gift.as_deref(), 80)?;
    request.plan = text::note("plan", request.plan.as_deref())?;
    request.starts = text::line("starts", request.starts.as_deref(), 5)?.map(|text| time(&text)).transpose()?;
    let last = request.day.checked_add_days(Days::new(LONGEST)).unwrap_or(request.day);
    let to_day = request.to_day.unwrap_or(request.day);
    if !(request.day..=last).contains(&to_day) {
        return Err(Failure::at(Code::OutOfRange, "to_day").with("min", request.day).with("max", last).into());
    }
    for (field, value, most) in [("invite_days", request.invite_days, INVITE_DAYS), ("sales_days", request.sales_days, SALES_DAYS)] {
        if !(0..=most).contains(&value) {
            return Err(Failure::at(Code::OutOfRange, field).with("min", 0).with("max", most).into());
        }
    }
    shop.write(Op::SaveEvent, |tx| {
        if let Some(id) = request.id {
            need(tx.db(), id)?;
        }
        let id = event::put(tx.db(), &request, to_day)?;
        tx.param("event", request.name.as_str());
        Ok(EventSaved { event: id })
    })
}

/// Calls an event off; the list of guests stays. Undo brings it back.
///
/// # Errors
/// `not_found`, `event_cancelled`.
pub fn cancel(shop: &mut Shop, request: EventRef) -> Result<Done> {
    shop.write(Op::CancelEvent, |tx| {
        let found = need(tx.db(), request.event)?;
        if found.cancelled_on.is_some() {
            return Err(Failure::new(Code::EventCancelled).into());
        }
        event::cancel(tx.db(), request.event, tx.day())?;
        tx.param("event", found.name.as_str());
        Ok(Done {})
    })
}

/// A time of day as `HH:MM`.
fn time(text: &str) -> Result<String> {
    let read = NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| Failure::at(Code::TextInvalid, "starts"))?;
    Ok(read.format("%H:%M").to_string())
}
