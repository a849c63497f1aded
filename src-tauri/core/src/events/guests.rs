//! What becomes of guests: answers, who came, gifts.

use super::need;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, EventId};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::event_guest;
use crate::wire::events::{Event, GiveEventGift, GuestAnswer, GuestsRef, SaveGuest, SetGuestAnswer, SetGuestsCame};
use crate::wire::{Done, text};
use std::collections::BTreeSet;

/// How many one call may name.
const MOST: usize = 5_000;
/// The largest party.
const PARTY: i64 = 20;

/// Takes guests off the list.
///
/// # Errors
/// `not_found` at `event` or `customers.N`, `out_of_range` at `customers`.
pub fn remove_guests(shop: &mut Shop, request: GuestsRef) -> Result<Done> {
    shop.write(Op::RemoveGuests, |tx| {
        each(tx, request.event, &request.customers, |_, customer| event_guest::delete(tx.db(), request.event, customer))?;
        Ok(Done {})
    })
}

/// Changes how a guest is invited, how many come with her, and the word on her.
///
/// # Errors
/// `not_found`, `out_of_range` at `party`, `too_long` at `note`.
pub fn save_guest(shop: &mut Shop, request: SaveGuest) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    check_party(Some(request.party))?;
    shop.write(Op::SaveGuest, |tx| {
        each(tx, request.event, &[request.customer], |_, _| event_guest::update(tx.db(), &request, note.as_deref()))?;
        Ok(Done {})
    })
}

/// Writes down what guests said, today.
///
/// # Errors
/// `not_found` at `event` or `customers.N`, `out_of_range` at `customers` or `party`.
pub fn set_answer(shop: &mut Shop, request: SetGuestAnswer) -> Result<Done> {
    check_party(request.party)?;
    shop.write(Op::SetGuestAnswer, |tx| {
        let answer = request.answer.map(|answer| (answer, tx.day()));
        each(tx, request.event, &request.customers, |_, customer| {
            event_guest::set_answer(tx.db(), request.event, customer, answer, request.party)
        })?;
        tx.param("answer", request.answer.map_or("none", GuestAnswer::as_str));
        Ok(Done {})
    })
}

/// Writes down who came.
///
/// # Errors
/// `event_not_yet` before its first day; `not_found` at `event` or `customers.N`, `out_of_range` at `customers`.
pub fn set_came(shop: &mut Shop, request: SetGuestsCame) -> Result<Done> {
    shop.write(Op::SetGuestsCame, |tx| {
        each(tx, request.event, &request.customers, |event, customer| {
            if request.came == Some(true) && event.day > tx.day() {
                return Err(Failure::new(Code::EventNotYet).with("day", event.day).into());
            }
            event_guest::set_came(tx.db(), request.event, customer, request.came)
        })?;
        tx.param("came", request.came.map_or("unknown", |came| if came { "yes" } else { "no" }));
        Ok(Done {})
    })
}

/// Writes down who got the gift.
///
/// # Errors
/// `not_found` at `event` or `customers.N`, `out_of_range` at `customers`.
pub fn give_gift(shop: &mut Shop, request: GiveEventGift) -> Result<Done> {
    shop.write(Op::GiveEventGift, |tx| {
        each(tx, request.event, &request.customers, |_, customer| event_guest::set_gift(tx.db(), request.event, customer, request.given))?;
        tx.param("given", if request.given { "yes" } else { "no" });
        Ok(Done {})
    })
}

fn check_party(party: Option<i64>) -> Result<()> {
    match party {
        Some(party) if !(1..=PARTY).contains(&party) => {
            Err(Failure::at(Code::OutOfRange, "party").with("min", 1).with("max", PARTY).into())
        }
        _ => Ok(()),
    }
}

/// Does something with every guest named, each once; all have to be on the list.
fn each(tx: &Tx<'_>, event: EventId, named: &[CustomerId], act: impl Fn(&Event, CustomerId) -> Result<usize>) -> Result<()> {
    let event = need(tx.db(), event)?;
    if named.is_empty() || named.len() > MOST {
        return Err(Failure::at(Code::OutOfRange, "customers").with("min", 1).with("max", MOST).into());
    }
    let mut seen = BTreeSet::new();
    for (at, &customer) in named.iter().enumerate().filter(|(_, id)| seen.insert(**id)) {
        if !event_guest::is_on(tx.db(), event.id, customer)? {
            return Err(Failure::at(Code::NotFound, format!("customers.{at}")).into());
        }
        act(&event, customer)?;
    }
    if let [one] = named {
        tx.about_customer(*one);
    }
    tx.param("event", event.name.as_str());
    tx.param("count", seen.len());
    Ok(())
}
