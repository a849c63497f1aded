//! Writing a contact down.

use super::{check_outcome, moment};
use crate::clock::{Day, Millis};
use crate::complaints;
use crate::customers::receivers;
use crate::error::{Code, Failure, Result};
use crate::ids::{ComplaintId, ContactId, CustomerId, EventId, StaffId, TemplateId};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{contact, staff};
use crate::wire::contacts::{ContactChannel, ContactsLogged, Direction, LogContact, Outcome, Purpose};
use crate::wire::text;

/// A contact about to be written down, whoever asks for it: the counter, a task that is done, an invitation, a list that was sent.
#[derive(Debug, Clone)]
pub(crate) struct NewContact {
    pub customer: CustomerId,
    pub at: Millis,
    pub day: Day,
    pub channel: ContactChannel,
    pub direction: Direction,
    pub purpose: Purpose,
    pub outcome: Outcome,
    pub text: Option<String>,
    pub template: Option<TemplateId>,
    pub staff: Option<StaffId>,
    pub complaint: Option<ComplaintId>,
    pub event: Option<EventId>,
    pub batch: Option<String>,
}

impl NewContact {
    /// One that the shop begins now, by whoever is at the counter.
    pub fn out(tx: &Tx<'_>, customer: CustomerId, channel: ContactChannel, purpose: Purpose, outcome: Outcome) -> NewContact {
        NewContact {
            customer,
            at: tx.now().millis(),
            day: tx.day(),
            channel,
            direction: Direction::Out,
            purpose,
            outcome,
            text: None,
            template: None,
            staff: tx.actor(),
            complaint: None,
            event: None,
            batch: None,
        }
    }
}

/// Writes a contact down inside another operation.
///
/// # Errors
/// Only the database's own.
pub(crate) fn write_down(tx: &Tx<'_>, new: &NewContact) -> Result<ContactId> {
    contact::insert(tx.db(), new)
}

/// Writes the same contact down for every customer named, each once. What was said was said, so no limit refuses it.
///
/// # Errors
/// `out_of_range` at `customers` or `day`, `day_in_future`, `choice_invalid` at `outcome`, `not_found` at `customers.N`, `staff`,
/// `template`, `complaint` or `event`.
pub fn log(shop: &mut Shop, request: LogContact) -> Result<ContactsLogged> {
    check_outcome(request.channel, request.direction, request.outcome)?;
    let words = text::note("text", request.text.as_deref())?;
    let batch = text::line("batch", request.batch.as_deref(), text::LINE)?;
    let now = shop.now();
    let day = request.day.unwrap_or_else(|| now.day());
    let at = moment(day, now)?;
    shop.write(Op::LogContact, |tx| {
        let customers = receivers(tx.db(), &request.customers)?;
        check_references(tx, &request)?;
        let mut new = NewContact {
            at,
            day,
            direction: request.direction,
            text: words.clone(),
            template: request.template,
            staff: request.staff.or(tx.actor()),
            complaint: request.complaint,
            event: request.event,
            batch: batch.clone(),
            ..NewContact::out(tx, CustomerId(0), request.channel, request.purpose, request.outcome)
        };
        let mut contacts = Vec::new();
        for &customer in &customers {
            new.customer = customer;
            contacts.push(write_down(tx, &new)?);
        }
        // Whoever was reached or written to about her complaint was answered; a word of hers alone is none.
        let spoken = request.outcome == Outcome::Reached || (request.direction == Direction::Out && request.outcome != Outcome::NoAnswer);
        if let Some(complaint) = request.complaint.filter(|_| spoken) {
            complaints::was_answered(tx, complaint, at)?;
        }
        if let [one] = customers[..] {
            tx.about_customer(one);
        }
        tx.param("count", customers.len());
        tx.param("channel", request.channel.as_str());
        Ok(ContactsLogged { contacts })
    })
}

fn check_references(tx: &Tx<'_>, request: &LogContact) -> Result<()> {
    let missing = |field: &str| Err(Failure::at(Code::NotFound, field).into());
    if let Some(id) = request.staff
        && staff::get(tx.db(), id)?.is_none()
    {
        return missing("staff");
    }
    let there = contact::references(tx.db(), request.template, request.complaint, request.event)?;
    match there {
        (false, _, _) => missing("template"),
        (_, false, _) => missing("complaint"),
        (_, _, false) => missing("event"),
        _ => Ok(()),
    }
}
