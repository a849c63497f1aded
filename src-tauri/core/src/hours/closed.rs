//! Days on which the shop is closed: holidays, stocktaking, a renovation.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::ClosedDayId;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::closed_day;
use crate::wire::festivals::{ClosedDayRef, SaveClosedDay};
use crate::wire::{Done, text, wire};
use chrono::Days;

wire! {
    /// A stretch of closed days.
    #[derive(Eq)]
    pub struct ClosedDay {
        /// Its id.
        pub id: ClosedDayId,
        /// First closed day.
        pub from_day: Day,
        /// Last closed day.
        pub to_day: Day,
        /// Why.
        pub reason: Option<String>,
    }
}

/// The longest stretch, in days.
const DAYS: u64 = 366;
/// The longest reason, in characters.
const REASON: usize = 40;

/// Adds a stretch of closed days, or changes one.
///
/// # Errors
/// `out_of_range` at `to_day` for a stretch that ends before it begins or is longer than a year, `too_long` at `reason`, `not_found`.
pub fn save_closed(shop: &mut Shop, request: SaveClosedDay) -> Result<ClosedDayRef> {
    let (from, to) = (request.from_day, request.to_day);
    let latest = from.checked_add_days(Days::new(DAYS - 1)).unwrap_or(from);
    if !(from..=latest).contains(&to) {
        return Err(Failure::at(Code::OutOfRange, "to_day").with("min", from).with("max", latest).into());
    }
    let reason = text::line("reason", request.reason.as_deref(), REASON)?;
    shop.write(Op::SaveClosedDay, |tx| {
        let id = match request.id {
            Some(id) if closed_day::update(tx.db(), id, from, to, reason.as_deref())? == 0 => {
                return Err(Failure::at(Code::NotFound, "id").into());
            }
            Some(id) => id,
            None => closed_day::insert(tx.db(), from, to, reason.as_deref())?,
        };
        tx.param("from", from.to_string());
        tx.param("to", to.to_string());
        Ok(ClosedDayRef { closed_day: id })
    })
}

/// Opens the shop on those days after all; undo closes it again.
///
/// # Errors
/// `not_found`.
pub fn remove_closed(shop: &mut Shop, request: ClosedDayRef) -> Result<Done> {
    shop.write(Op::RemoveClosedDay, |tx| match closed_day::delete(tx.db(), request.closed_day)? {
        0 => Err(Failure::at(Code::NotFound, "closed_day").into()),
        _ => Ok(Done {}),
    })
}
