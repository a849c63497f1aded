//! What each clerk did to stay in touch.

use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{contact, staff};
use crate::wire::contacts::{ClerkContacts, ContactStats, GetContactStats};

/// Contacts of some days by clerk. Everybody who works here has a row, and whoever did something then.
///
/// # Errors
/// `out_of_range` at `to` when it is before `from`.
pub fn stats(shop: &mut Shop, request: GetContactStats) -> Result<ContactStats> {
    if request.to < request.from {
        return Err(Failure::at(Code::OutOfRange, "to").with("min", request.from).with("max", shop.now().day()).into());
    }
    let today = shop.now().day();
    let db = shop.db()?;
    let mut rows = contact::by_clerk(db, request.from, request.to)?;
    let mut total = contact::all_clerks(db, request.from, request.to)?;
    for person in staff::list(db)? {
        let known = rows.iter_mut().find(|row| row.staff == Some(person.id));
        let last = contact::last_by(db, person.id)?;
        match known {
            Some(row) => (row.name, row.last) = (Some(person.name), last),
            None if person.is_active => rows.push(ClerkContacts { staff: Some(person.id), name: Some(person.name), last, ..nothing() }),
            None => {}
        }
    }
    total.last = rows.iter().filter_map(|row| row.last).max();
    for row in rows.iter_mut().chain([&mut total]) {
        row.days_since = row.last.map(|day| (today - day).num_days());
    }
    rows.sort_by_key(|row| (std::cmp::Reverse(row.contacts + row.received), row.staff));
    Ok(ContactStats { rows, total })
}

fn nothing() -> ClerkContacts {
    ClerkContacts {
        staff: None,
        name: None,
        contacts: 0,
        calls: 0,
        messages: 0,
        reached: 0,
        no_answer: 0,
        replied: 0,
        received: 0,
        customers: 0,
        last: None,
        days_since: None,
    }
}
