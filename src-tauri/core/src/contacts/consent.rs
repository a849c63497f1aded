//! Consents, given and withdrawn. Nothing is ever struck from the record; the latest word holds.

use super::facts::{Age, Consents};
use crate::clock::Day;
use crate::customers::must_exist;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{consent, contact_facts, sensitive_consent};
use crate::wire::contacts::{ConsentPurpose, ConsentRecord, ConsentState, ContactChannel, SaveConsent};
use crate::wire::customers::CustomerRef;
use crate::wire::{Done, text};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Writes a consent or its withdrawal down, a row a channel, or one for all of them.
///
/// # Errors
/// `not_found`; `choice_invalid` at `channels.N` for a talk, to which nobody has to agree; `too_long` at `note`; `guardian_needed` at
/// `guardian` for a consent of somebody under 14, which only a guardian can give.
pub fn save_consent(shop: &mut Shop, request: SaveConsent) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    let guardian = text::line("guardian", request.guardian.as_deref(), text::LINE)?;
    if let Some(at) = request.channels.iter().position(|&channel| channel == ContactChannel::InPerson) {
        return Err(Failure::at(Code::ChoiceInvalid, format!("channels.{at}")).into());
    }
    let mut channels: Vec<Option<ContactChannel>> =
        request.channels.iter().copied().collect::<BTreeSet<_>>().into_iter().map(Some).collect();
    if channels.is_empty() {
        channels.push(None);
    }
    shop.write(Op::SaveConsent, |tx| {
        must_exist(tx, request.customer)?;
        if request.given && guardian.is_none() && age_of(tx.db(), request.customer, tx.day())? == Age::Under14 {
            return Err(Failure::at(Code::GuardianNeeded, "guardian").into());
        }
        let wording = crate::privacy::wording(tx.db())?;
        for channel in channels {
            let new = consent::NewConsent {
                customer: request.customer,
                purpose: request.purpose,
                channel,
                given: request.given,
                at: tx.now().millis(),
                day: tx.day(),
                staff: tx.actor(),
                note: note.as_deref(),
                wording,
                guardian: guardian.as_deref(),
            };
            consent::insert(tx.db(), &new)?;
        }
        tx.param("purpose", request.purpose.as_str());
        tx.param("given", i64::from(request.given));
        Ok(Done {})
    })
}

/// The record of a customer, the latest first, and what holds now.
pub fn list_consents(shop: &mut Shop, request: CustomerRef) -> Result<ConsentRecord> {
    let today = shop.now().day();
    let db = shop.db()?;
    let age = age_of(db, request.customer, today)?;
    Ok(ConsentRecord { rows: consent::of(db, request.customer)?, states: states(&held(db, request.customer)?, age) })
}

fn age_of(db: &Connection, customer: CustomerId, today: Day) -> Result<Age> {
    Ok(contact_facts::of(db, customer, today)?.map_or(Age::Adult, |facts| facts.age))
}

fn held(db: &Connection, customer: CustomerId) -> Result<Consents> {
    let mut held = Consents::default();
    for row in consent::of(db, customer)?.into_iter().rev() {
        held.take(row.purpose, row.channel, row.given, row.guardian.is_some());
    }
    Ok(held)
}

/// What holds now, a row a purpose. What a child agreed to herself, before anybody knew that she is one, holds only once a guardian agreed.
pub(super) fn states(held: &Consents, age: Age) -> Vec<ConsentState> {
    let state = |&purpose: &ConsentPurpose| {
        let said = held.of(purpose);
        let with = |given| ContactChannel::ALL.iter().copied().filter(move |&channel| said.of(channel) == Some(given));
        let (unconfirmed, given) = with(true).partition(|&channel| age == Age::Under14 && !said.is_guarded(channel));
        ConsentState { purpose, given, withdrawn: with(false).collect(), unconfirmed }
    };
    ConsentPurpose::ALL.iter().map(state).collect()
}

/// Two archives become one: where one of them refused what the other allows, the refusal holds afterwards, written down as of today.
/// Silence on one side changes nothing. Says how many refusals were written.
pub(crate) fn keep_the_stricter(tx: &Tx<'_>, from: CustomerId, keep: CustomerId) -> Result<i64> {
    let (one, other) = (held(tx.db(), from)?, held(tx.db(), keep)?);
    let mut written = 0;
    for &purpose in ConsentPurpose::ALL {
        for &channel in ContactChannel::ALL {
            let refused = [&one, &other].iter().any(|held| held.of(purpose).of(channel) == Some(false));
            let allowed = [&one, &other].iter().any(|held| held.of(purpose).of(channel) == Some(true));
            if refused && allowed {
                refuse(tx, keep, purpose, channel)?;
                written += 1;
            }
        }
    }
    Ok(written)
}

/// Two archives became one, and by the birthday of one she is under 14: what nobody agreed to for her no longer holds. Says how many
/// refusals were written.
pub(crate) fn without_guardian(tx: &Tx<'_>, keep: CustomerId) -> Result<i64> {
    let age = age_of(tx.db(), keep, tx.day())?;
    let mut written = 0;
    for state in states(&held(tx.db(), keep)?, age) {
        for channel in state.unconfirmed {
            refuse(tx, keep, state.purpose, channel)?;
            written += 1;
        }
    }
    Ok(written)
}

fn refuse(tx: &Tx<'_>, customer: CustomerId, purpose: ConsentPurpose, channel: ContactChannel) -> Result<()> {
    let new = consent::NewConsent {
        customer,
        purpose,
        channel: Some(channel),
        given: false,
        at: tx.now().millis(),
        day: tx.day(),
        staff: tx.actor(),
        note: None,
        wording: crate::privacy::wording(tx.db())?,
        guardian: None,
    };
    consent::insert(tx.db(), &new)
}

/// The same of sensitive fields: one that either of the two refused while the other agreed is refused.
pub(crate) fn keep_the_stricter_of_fields(tx: &Tx<'_>, from: CustomerId, keep: CustomerId) -> Result<i64> {
    let hers = sensitive_consent::states(tx.db(), from)?;
    let mut written = 0;
    for kept in sensitive_consent::states(tx.db(), keep)? {
        let other = hers.iter().find(|other| other.field == kept.field).and_then(|other| other.given);
        if matches!((kept.given, other), (Some(one), Some(two)) if one != two) {
            let new = sensitive_consent::NewRow {
                customer: keep,
                field: kept.field,
                given: false,
                at: tx.now().millis(),
                day: tx.day(),
                staff: tx.actor(),
                wording: crate::privacy::wording(tx.db())?,
                note: None,
            };
            sensitive_consent::insert(tx.db(), &new)?;
            written += 1;
        }
    }
    Ok(written)
}
