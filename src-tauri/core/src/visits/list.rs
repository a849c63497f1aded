//! Visits page by page.

use super::row::Rows;
use crate::error::{Code, Failure, Result};
use crate::ids::VisitId;
use crate::shop::Shop;
use crate::store::visit::{self, Filter, Place};
use crate::wire::visits::{ListVisits, VisitList};

/// The visits asked for, latest first. The first page says how many live ones there are and what they add up to, where that is a
/// customer's, the walk-ins' or a span of days: to count the whole book means to read all of it.
///
/// # Errors
/// `choice_invalid` at `cursor` for a cursor that this list did not give.
pub fn list(shop: &mut Shop, request: ListVisits) -> Result<VisitList> {
    let db = shop.db()?;
    let limit = request.limit.clamp(1, 500);
    let filter = Filter { customer: request.customer, walk_ins: request.walk_ins, from: request.from, to: request.to, kind: request.kind };
    let after = request.cursor.as_deref().map(read).transpose()?;
    let mut visits = visit::page(db, &filter, after, i64::from(limit) + 1)?;
    let more = visits.len() > limit as usize;
    visits.truncate(limit as usize);
    let cursor = visits.last().filter(|_| more).map(|last| format!("{}/{}/{}", last.day, last.at, last.id.0));
    let sums = match after {
        None if filter.customer.is_some() || filter.walk_ins || filter.from.is_some() => Some(visit::sums(db, &filter)?),
        _ => None,
    };
    let rows = Rows::new(db, shop.offset()).all(visits)?;
    Ok(VisitList { rows, cursor, total: sums.map(|(_, total)| total), count: sums.map(|(count, _)| count) })
}

fn read(cursor: &str) -> Result<Place> {
    let mut parts = cursor.split('/');
    let place = (|| {
        let place = Place { day: parts.next()?.parse().ok()?, at: parts.next()?.parse().ok()?, id: VisitId(parts.next()?.parse().ok()?) };
        parts.next().is_none().then_some(place)
    })();
    place.ok_or_else(|| Failure::at(Code::ChoiceInvalid, "cursor").into())
}
