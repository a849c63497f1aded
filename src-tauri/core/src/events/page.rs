//! Everything about an event in one look.

use super::barred::barred;
use super::need;
use crate::contacts::clock::ContactLimits;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{event, event_guest, setting};
use crate::wire::events::{EventPage, EventRef};

/// The plan, the guests, the figures.
///
/// # Errors
/// `not_found`.
pub fn page(shop: &mut Shop, request: EventRef) -> Result<EventPage> {
    let today = shop.now().day();
    let db = shop.db()?;
    let found = need(db, request.event)?;
    let limits: ContactLimits = setting::get(db, ContactLimits::KEY)?;
    let mut guests = event_guest::of_event(db, &found)?;
    for guest in &mut guests {
        guest.barred = barred(db, &limits, guest.customer.id, guest.invite_by, today)?;
    }
    Ok(EventPage {
        counts: event::counts(db, found.id)?,
        came_sales: event::sales(db, &found, true)?,
        invited_sales: event::sales(db, &found, false)?,
        sales_over: found.sales_to < today,
        guests,
        event: found,
    })
}
