//! Contact on the customer page.

use super::clock::{ContactLimits, Intent, reasons, suggest};
use super::consent::states;
use super::facts::ContactFacts;
use crate::clock::Now;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::store::{contact, contact_facts, contact_wish, setting};
use crate::wire::contacts::{ContactCard, ContactChannel};
use chrono::Timelike;
use rusqlite::Connection;

/// How many contacts the page opens with.
const LATEST: usize = 5;

/// How long ago she was spoken to, what she wants, and whether she may get promotion now.
pub(crate) fn card(db: &Connection, customer: CustomerId, now: Now) -> Result<ContactCard> {
    let today = now.day();
    // An archive that was merged into another is no longer addressed.
    let facts = contact_facts::of(db, customer, today)?.unwrap_or(ContactFacts { active: false, ..ContactFacts::default() });
    let limits: ContactLimits = setting::get(db, ContactLimits::KEY)?;
    let wish = contact_wish::of(db, customer)?;
    let mut latest = contact::latest(db, customer, LATEST + 1, *now.at.offset())?;
    let more = latest.len() > LATEST;
    latest.truncate(LATEST);
    let channel = suggest(&facts, Intent::Promotion, ContactChannel::Wechat);
    let last_contact = facts.last_contact(today);
    let (wish_since, wish_note) = wish.map(|wish| (wish.day, wish.note)).unzip();
    Ok(ContactCard {
        last_contact,
        days_since_contact: last_contact.map(|day| (today - day).num_days()),
        days_since_purchase: facts.last_purchase.map(|day| (today - day).num_days()),
        wish: facts.wish,
        wish_since,
        wish_note: wish_note.flatten(),
        consents: states(&facts.consents, facts.age),
        channel,
        against: reasons(&facts, &limits, Intent::Promotion, channel, today),
        marketing_this_month: facts.marketing_in_month(today),
        unanswered: facts.unanswered(today),
        in_hours: limits.in_hours(now.at.hour()),
        latest,
        more,
    })
}
