//! A child (未满 14 岁). Only a guardian can agree that her archive is kept; until one did, it holds what is needed to know her again and
//! to ask, and no more: name, numbers, birthday, who brought her and who looks after her. What she bought is the shop's own record.

use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::shop::Tx;
use crate::store::{consent, customer};
use crate::wire::contacts::{ConsentPurpose, ConsentRow};
use crate::wire::customers::CustomerFields;
use rusqlite::Connection;

/// Below this age the law asks for a guardian.
const ADULT_ENOUGH: u16 = 14;

/// Whether a known birthday says that somebody else has to agree for her.
pub(crate) fn is_child(birthday: Option<&RecurringDate>, today: Day) -> bool {
    birthday.and_then(|born| born.is_minor_on(today, ADULT_ENOUGH)) == Some(true)
}

/// Who agreed for her, by the latest word about keeping the archive.
pub(super) fn guardian(rows: &[ConsentRow]) -> Option<String> {
    let kept = rows.iter().find(|row| row.purpose == ConsentPurpose::Archive);
    kept.filter(|row| row.given).and_then(|row| row.guardian.clone())
}

/// Who agreed for her.
pub(crate) fn guardian_of(db: &Connection, id: CustomerId) -> Result<Option<String>> {
    Ok(guardian(&consent::of(db, id)?))
}

/// Whether she is a child for whom nobody has agreed.
pub(crate) fn waits_for_guardian(db: &Connection, id: CustomerId, today: Day) -> Result<bool> {
    let Some(found) = customer::get(db, id)? else { return Ok(false) };
    Ok(is_child(found.fields.birthday.as_ref(), today) && guardian_of(db, id)?.is_none())
}

/// Refuses what may not be written down about her yet.
///
/// # Errors
/// `guardian_needed` at `place`.
pub(crate) fn needs_guardian(tx: &Tx<'_>, id: CustomerId, place: &str) -> Result<()> {
    if waits_for_guardian(tx.db(), id, tx.day())? { Err(Failure::at(Code::GuardianNeeded, place).into()) } else { Ok(()) }
}

/// The columns of an archive that a child's has only with a guardian's consent.
fn personal(fields: &CustomerFields) -> [Option<&str>; 6] {
    let gender = fields.gender.map(crate::wire::customers::Gender::as_str);
    let [nickname, email, address, note] = [&fields.nickname, &fields.email, &fields.address, &fields.note].map(Option::as_deref);
    [gender, nickname, fields.wechat.as_deref(), email, address, note]
}

/// Refuses columns that are new in a child's archive before a guardian agreed; what stood there before its birthday was known may stay.
///
/// # Errors
/// `guardian_needed` at `guardian`.
pub(crate) fn check_columns(tx: &Tx<'_>, id: Option<CustomerId>, old: Option<&CustomerFields>, new: &CustomerFields) -> Result<()> {
    let before = old.map(personal).unwrap_or_default();
    let is_new = personal(new).iter().zip(before).any(|(now, before)| now.is_some() && *now != before);
    if !is_new || !is_child(new.birthday.as_ref(), tx.day()) {
        return Ok(());
    }
    let agreed = id.map(|id| guardian_of(tx.db(), id)).transpose()?.flatten().is_some();
    if agreed { Ok(()) } else { Err(Failure::at(Code::GuardianNeeded, "guardian").into()) }
}

/// A guardian agreed in the same act in which the archive is written.
pub(crate) fn guardian_agrees(tx: &Tx<'_>, id: CustomerId, who: &str) -> Result<()> {
    let new = consent::NewConsent {
        customer: id,
        purpose: ConsentPurpose::Archive,
        channel: None,
        given: true,
        at: tx.now().millis(),
        day: tx.day(),
        staff: tx.actor(),
        note: None,
        wording: super::wording(tx.db())?,
        guardian: Some(who),
    };
    consent::insert(tx.db(), &new)
}
