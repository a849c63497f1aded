//! Who may be invited at all: an invitation is an offer that makes sense only now.

use crate::clock::Day;
use crate::contacts::clock::{ContactLimits, Intent, Suppression, reasons, suggest};
use crate::error::Result;
use crate::ids::CustomerId;
use crate::store::contact_facts;
use crate::wire::contacts::ContactChannel;
use crate::wire::events::InviteBy;
use rusqlite::Connection;

/// The first reason against it that only a person can lift. What time lifts is the business of the day on which the invitation goes out,
/// and whoever left no number can be asked when she comes.
pub(super) fn barred(
    db: &Connection,
    limits: &ContactLimits,
    customer: CustomerId,
    by: InviteBy,
    today: Day,
) -> Result<Option<Suppression>> {
    let Some(facts) = contact_facts::of(db, customer, today)? else { return Ok(None) };
    let wanted = match by {
        InviteBy::Call => ContactChannel::Phone,
        InviteBy::Message => ContactChannel::Wechat,
    };
    let channel = suggest(&facts, Intent::Offer, wanted);
    let found = reasons(&facts, limits, Intent::Offer, channel, today);
    Ok(found.into_iter().find(|why| why.until().is_none() && !matches!(why, Suppression::NoChannel { .. })))
}
