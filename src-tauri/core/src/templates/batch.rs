//! A list of texts for a provider of text messages: a file to hand over, and, once it really went out, the log of it.
//!
//! The program sends nothing. A list is a promise of nothing until somebody says that it was sent, and then the limits are asked again.

use super::message::{Moment, choose, write};
use crate::audit::Note;
use crate::clock::{Day, Now};
use crate::contacts::clock::{ContactLimits, Intent, Suppression, may};
use crate::contacts::{NewContact, write_down};
use crate::error::{Code, Failure, Result};
use crate::export::{Prepared, Ready, Sheet, mark, prepare};
use crate::folder;
use crate::ids::{CustomerId, TemplateId};
use crate::messages::Messages;
use crate::op::Op;
use crate::search::fold_phone;
use crate::shop::Shop;
use crate::store::{contact_facts, customer, message_facts, setting, state, template};
use crate::wire::Nothing;
use crate::wire::contacts::{ContactChannel, Outcome, Purpose};
use crate::wire::export::FileEncoding;
use crate::wire::templates::{BatchRef, BatchRow, BatchSent, Batches, ExportMessages, HeldBack, MessageItem, MessagesExported};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The key of the lists in table `state`.
const BATCHES: &str = "message_batches";
/// How many lists are remembered.
const KEPT: usize = 20;
/// How many texts one list may hold.
const MOST: usize = 10_000;

/// A list that was handed over.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Batch {
    name: String,
    day: Day,
    lines: Vec<(CustomerId, TemplateId, Purpose)>,
}

/// Writes the texts into a folder of their own, as a table of phone, text and member number. Customers who are not to be written to now
/// are left out and listed with the reason. Nothing is logged as sent.
///
/// # Errors
/// `out_of_range` at `items`, `not_found` at `items.N.customer` or `items.N.template`, those of the folder.
pub fn export(shop: &mut Shop, request: ExportMessages) -> Result<MessagesExported> {
    if request.items.is_empty() || request.items.len() > MOST {
        return Err(Failure::at(Code::OutOfRange, "items").with("min", 1).with("max", MOST).into());
    }
    let parent = folder::existing("folder", &request.folder)?;
    let encoding = request.encoding.unwrap_or(FileEncoding::Utf8);
    let moment = Moment::now(shop)?;
    let (done, prepared) = shop.recorded(|db, now| {
        let words = Messages::of(moment.settings.language);
        let heading = |column: &str| words.text(&format!("export-column-{column}"), &[]);
        let mut sheet = Sheet::with_headings(&[heading("phone"), heading("message"), heading("member-no")]);
        let mut held = Vec::new();
        let mut lines = Vec::new();
        let mut seen = BTreeSet::new();
        for (n, item) in request.items.iter().enumerate().filter(|(_, item)| seen.insert(item.customer)) {
            let under = |error: crate::error::Error| error.under(format!("items.{n}"));
            let message = written(db, &moment, item).map_err(under)?;
            let archive = customer::get(db, item.customer)?.ok_or_else(|| Failure::at(Code::NotFound, format!("items.{n}.customer")))?;
            match allowed(db, item.customer, message.purpose, now)? {
                Err(why) => held.extend(back(db, item.customer, why)?),
                Ok(()) => {
                    sheet.text(&archive.fields.phones.first().map(|phone| fold_phone(phone)).unwrap_or_default());
                    sheet.text(&message.text);
                    sheet.optional(archive.fields.member_no.as_deref());
                    sheet.end_row();
                    lines.push((item.customer, message.template, message.purpose));
                }
            }
        }
        let name = free_name(&parent, now.day());
        let rows = sheet.rows();
        if lines.is_empty() {
            let none = MessagesExported { batch: String::new(), path: String::new(), rows, held, in_hours: moment.in_hours };
            return Ok(((none, None), Vec::new()));
        }
        let bytes = [mark(encoding), &sheet.take(encoding)].concat();
        let prepared = prepare(&parent, &name, &[Ready { name: "messages.csv", bytes }])?;
        let path = prepared.folder().join("messages.csv");
        let mut batches: Vec<Batch> = state::get(db, BATCHES)?.unwrap_or_default();
        batches.insert(0, Batch { name: name.clone(), day: now.day(), lines });
        batches.truncate(KEPT);
        state::put(db, BATCHES, &batches)?;
        let note = Note::exported("messages", rows, "csv");
        let done = MessagesExported { batch: name, path: path.to_string_lossy().into_owned(), rows, held, in_hours: moment.in_hours };
        Ok(((done, Some(prepared)), vec![note]))
    })?;
    // What could not be noted is not handed over.
    prepared.map_or(Ok(()), Prepared::place)?;
    Ok(done)
}

/// The lists that were handed over, the latest first, with how many of their texts are in the log.
pub fn list_batches(shop: &mut Shop, _: Nothing) -> Result<Batches> {
    let db = shop.db()?;
    let mut rows = Vec::new();
    for batch in state::get::<Vec<Batch>>(db, BATCHES)?.unwrap_or_default() {
        rows.push(BatchRow {
            logged: i64::try_from(message_facts::logged(db, &batch.name, batch.day)?.len()).unwrap_or(i64::MAX),
            count: i64::try_from(batch.lines.len()).unwrap_or(i64::MAX),
            day: batch.day,
            batch: batch.name,
        });
    }
    Ok(Batches { batches: rows })
}

/// Somebody says that a list went out: each of its texts becomes an entry of the log, through the same limits. Those who are over them by
/// now are listed and not written down. Said twice, it writes nothing twice; undo takes the entries back.
///
/// # Errors
/// `not_found` at `batch`.
pub fn mark_sent(shop: &mut Shop, request: BatchRef) -> Result<BatchSent> {
    shop.write(Op::MarkBatchSent, |tx| {
        let db = tx.db();
        let batches: Vec<Batch> = state::get(db, BATCHES)?.unwrap_or_default();
        let batch = batches.into_iter().find(|batch| batch.name == request.batch).ok_or_else(|| Failure::at(Code::NotFound, "batch"))?;
        let logged = message_facts::logged(db, &batch.name, batch.day)?;
        let (mut written, mut held) = (0_i64, Vec::new());
        for (id, text, purpose) in batch.lines {
            // Merged or erased meanwhile: there is nobody whose log it could stand in.
            if logged.contains(&id) || customer::name_of(db, id)?.is_none() {
                continue;
            }
            if let Err(why) = allowed(db, id, purpose, tx.now())? {
                held.extend(back(db, id, why)?);
                continue;
            }
            let template = template::get(db, text)?.map(|template| template.id);
            let new = NewContact::out(tx, id, ContactChannel::Sms, purpose, Outcome::Sent);
            write_down(tx, &NewContact { template, batch: Some(batch.name.clone()), ..new })?;
            written += 1;
        }
        tx.param("count", written);
        Ok(BatchSent { written, held })
    })
}

fn written(db: &Connection, moment: &Moment, item: &MessageItem) -> Result<crate::wire::templates::Message> {
    let template = match (item.template, item.occasion) {
        (Some(id), _) => template::get(db, id)?,
        (None, Some(occasion)) => choose(db, occasion, moment.settings.language, &item.facts)?,
        (None, None) => None,
    };
    let template = template.ok_or_else(|| Failure::at(Code::NotFound, "template"))?;
    write(db, moment, Some(item.customer), &template, &item.facts)
}

fn allowed(db: &Connection, customer: CustomerId, purpose: Purpose, now: Now) -> Result<std::result::Result<(), Suppression>> {
    let limits: ContactLimits = setting::get(db, ContactLimits::KEY)?;
    let facts = contact_facts::of(db, customer, now.day())?.unwrap_or_default();
    Ok(may(&facts, &limits, Intent::from(purpose), ContactChannel::Sms, now.day()))
}

fn back(db: &Connection, id: CustomerId, why: Suppression) -> Result<Option<HeldBack>> {
    Ok(customer::person(db, id)?.map(|customer| HeldBack { customer, why }))
}

/// The first name of the day that is not taken.
fn free_name(parent: &std::path::Path, day: Day) -> String {
    let name = |n: u32| if n == 1 { format!("sms-{day}") } else { format!("sms-{day}-{n}") };
    (1..).map(name).find(|name| parent.join(name).symlink_metadata().is_err()).unwrap_or_default()
}
