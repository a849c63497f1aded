//! Putting customers on the guest list: seen first, then done, by the same choice.

use super::barred::barred;
use super::settings::check_call;
use super::{need, settings};
use crate::contacts::clock::{ContactLimits, Suppression};
use crate::customers::receivers;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::segments::{check as check_segment, concluded};
use crate::shop::Shop;
use crate::store::event_filter::{self, Asked, Found};
use crate::store::{event_guest, setting, tag};
use crate::wire::events::{AddGuests, BarredGuest, GuestChoice, GuestFilter, GuestSample, InviteBy};
use crate::{clock::Day, money::Fen};
use rusqlite::Connection;

/// The most guests of one event.
const GUESTS: i64 = 5_000;
/// How many a preview shows.
const SAMPLE: usize = 8;
/// How many who are left out are named.
const BARRED: usize = 100;

/// Shows who would be put on the list and who may not be, and does nothing.
///
/// # Errors
/// Those of adding.
pub fn preview_guests(shop: &mut Shop, request: AddGuests) -> Result<GuestChoice> {
    let request = with_people(shop, request)?;
    let today = shop.now().day();
    Ok(told(&choose(shop.db()?, &request, today)?))
}

/// Puts them on the list. Whoever is on it already stays as she is; whoever may not be invited now is left out and named.
///
/// # Errors
/// `not_found`, `event_cancelled`, `required` at `customers` when nobody is named and nothing is filtered, `out_of_range` at
/// `customers` for more than 5,000 guests, those of the filter's fields.
pub fn add_guests(shop: &mut Shop, request: AddGuests) -> Result<GuestChoice> {
    let request = with_people(shop, request)?;
    shop.write(Op::AddGuests, |tx| {
        let event = need(tx.db(), request.event)?;
        let found = choose(tx.db(), &request, tx.day())?;
        for Chosen { guest, .. } in found.iter().filter(|one| one.is_new()) {
            event_guest::insert(tx.db(), event.id, guest.customer.id, guest.invite_by, tx.day())?;
        }
        let choice = told(&found);
        if let ([one], 1) = (&choice.sample[..], choice.calls + choice.messages) {
            tx.about_customer(one.customer.id);
        }
        tx.param("event", event.name.as_str());
        tx.param("count", choice.calls + choice.messages);
        Ok(choice)
    })
}

/// What the filter of a segment asks of conclusions becomes the people it finds.
fn with_people(shop: &mut Shop, mut request: AddGuests) -> Result<AddGuests> {
    if let Some(condition) = request.filter.as_mut().and_then(|filter| filter.condition.as_mut()) {
        *condition = concluded(shop, condition)?;
    }
    Ok(request)
}

/// Somebody whom the choice found, and whether she may be invited.
struct Chosen {
    guest: GuestSample,
    already: bool,
    barred: Option<Suppression>,
}

impl Chosen {
    fn is_new(&self) -> bool {
        !self.already && self.barred.is_none()
    }
}

fn choose(db: &Connection, request: &AddGuests, today: Day) -> Result<Vec<Chosen>> {
    let event = need(db, request.event)?;
    if event.cancelled_on.is_some() {
        return Err(Failure::new(Code::EventCancelled).into());
    }
    check_call(db, request.call)?;
    let found = match &request.filter {
        Some(filter) => {
            check(db, filter)?;
            event_filter::choose(db, event.id, &Asked::Filtered(filter), request.call, today)?
        }
        None if request.customers.is_empty() => return Err(Failure::at(Code::Required, "customers").into()),
        None => {
            let named = receivers(db, &request.customers)?;
            event_filter::choose(db, event.id, &Asked::Named(&named), request.call, today)?
        }
    };
    let new = i64::try_from(found.iter().filter(|one| !one.already).count()).unwrap_or(i64::MAX);
    if event_guest::count(db, event.id)?.saturating_add(new) > GUESTS {
        return Err(Failure::at(Code::OutOfRange, "customers").with("min", 1).with("max", GUESTS).into());
    }
    let limits: ContactLimits = setting::get(db, ContactLimits::KEY)?;
    let chosen = |Found { guest, already }| {
        let barred = if already { None } else { barred(db, &limits, guest.customer.id, guest.invite_by, today)? };
        Ok(Chosen { guest, already, barred })
    };
    found.into_iter().map(chosen).collect()
}

fn check(db: &Connection, filter: &GuestFilter) -> Result<()> {
    let bound =
        |field: &str, min: i64, max: i64| Failure::at(Code::OutOfRange, format!("filter.{field}")).with("min", min).with("max", max);
    for (field, days) in [("spend_days", filter.spend_days), ("visited_within", filter.visited_within), ("away_for", filter.away_for)] {
        if days.is_some_and(|days| !(1..=3_650).contains(&days)) {
            return Err(bound(field, 1, 3_650).into());
        }
    }
    if filter.birthday_month.is_some_and(|month| !(1..=12).contains(&month)) {
        return Err(bound("birthday_month", 1, 12).into());
    }
    if filter.spend_min.is_some_and(|least| least < Fen::ZERO) {
        return Err(bound("spend_min", 0, i64::MAX / 100).into());
    }
    settings::check_call(db, crate::wire::events::CallRule { level: filter.level, spend: None })
        .map_err(|_| Failure::at(Code::NotFound, "filter.level"))?;
    if let Some(condition) = &filter.condition {
        check_segment(db, condition, "filter.condition")?;
    }
    let tags = tag::list(db)?;
    if filter.tags.iter().any(|id| !tags.iter().any(|tag| tag.id == *id)) {
        return Err(Failure::at(Code::NotFound, "filter.tags").into());
    }
    Ok(())
}

fn told(found: &[Chosen]) -> GuestChoice {
    let new = || found.iter().filter(|one| one.is_new());
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let barred = || found.iter().filter_map(|one| one.barred.map(|why| (one, why)));
    GuestChoice {
        calls: number(new().filter(|one| one.guest.invite_by == InviteBy::Call).count()),
        messages: number(new().filter(|one| one.guest.invite_by == InviteBy::Message).count()),
        already: number(found.iter().filter(|one| one.already).count()),
        barred_count: number(barred().count()),
        sample: new().take(SAMPLE).map(|one| one.guest.clone()).collect(),
        barred: barred().take(BARRED).map(|(one, why)| BarredGuest { customer: one.guest.customer.clone(), why }).collect(),
    }
}
