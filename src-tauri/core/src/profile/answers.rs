//! Writing down what was learned: dated, with who and from which visit; what held before stays in her history.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, FieldId, VisitId};
use crate::op::Op;
use crate::privacy;
use crate::shop::{Shop, Tx};
use crate::store::{customer, profile, sensitive_consent};
use crate::wire::Done;
use crate::wire::profile::{Answer, FieldKind, ProfileField, SetProfile};
use crate::wire::text;

/// The longest fact, in characters.
const VALUE: usize = 200;
/// How many facts one field may hold at a time.
const VALUES: usize = 20;

/// Writes down answers about a customer.
///
/// # Errors
/// `not_found`; per answer `choice_invalid`, `day_invalid`, `too_long`, `out_of_range` at `answers.N`, `consent_needed` for a sensitive
/// field she has not agreed to, and `guardian_needed` for a child.
pub fn set(shop: &mut Shop, request: SetProfile) -> Result<Done> {
    shop.write(Op::SetProfile, |tx| {
        customer::name_of(tx.db(), request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
        tx.about_customer(request.customer);
        let agreed = request.agreed.as_deref().unwrap_or_default();
        write_answers(tx, request.customer, &request.answers, agreed, request.visit)?;
        Ok(Done {})
    })
}

/// Writes the answers inside a transaction, and first which sensitive fields she agreed to; facts that still hold are not touched, so
/// their date stays.
pub(crate) fn write_answers(
    tx: &Tx<'_>,
    customer: CustomerId,
    answers: &[Answer],
    agreed: &[FieldId],
    visit: Option<VisitId>,
) -> Result<()> {
    privacy::agree(tx, customer, agreed)?;
    if answers.is_empty() {
        return Ok(());
    }
    let held = profile::current(tx.db(), customer)?;
    for (at, answer) in answers.iter().enumerate() {
        let place = format!("answers.{at}");
        let field = profile::field(tx.db(), answer.field)?.ok_or_else(|| Failure::at(Code::NotFound, place.clone()))?;
        if field.is_builtin {
            return Err(Failure::at(Code::ChoiceInvalid, place).into());
        }
        let values = valid(&field, &answer.values, &place)?;
        if field.is_sensitive && !values.is_empty() && sensitive_consent::holds(tx.db(), customer, field.id)? != Some(true) {
            return Err(Failure::at(Code::ConsentNeeded, place).with("field", &field.label).into());
        }
        for (_, old) in held.iter().filter(|(id, old)| *id == field.id && !values.contains(&old.value)) {
            profile::end_value(tx.db(), old.id, tx.day())?;
        }
        let fresh: Vec<&String> =
            values.iter().filter(|value| !held.iter().any(|(id, old)| *id == field.id && old.value == **value)).collect();
        if !fresh.is_empty() {
            privacy::needs_guardian(tx, customer, &place)?;
        }
        for value in fresh {
            let new = profile::NewValue { customer, field: field.id, value, learned_on: tx.day(), staff: tx.actor(), visit };
            profile::insert_value(tx.db(), &new)?;
        }
    }
    Ok(())
}

/// Whether a fact may stand in an archive without a further word of hers.
pub(crate) fn may_hold(tx: &Tx<'_>, customer: CustomerId, field: &ProfileField) -> Result<bool> {
    let agreed = !field.is_sensitive || sensitive_consent::holds(tx.db(), customer, field.id)? == Some(true);
    Ok(agreed && !privacy::waits_for_guardian(tx.db(), customer, tx.day())?)
}

fn valid(field: &ProfileField, values: &[String], place: &str) -> Result<Vec<String>> {
    let mut valid: Vec<String> = Vec::new();
    for value in values {
        if let Some(value) = text::line(place, Some(value), VALUE)?
            && !valid.contains(&value)
        {
            valid.push(value);
        }
    }
    let most = if matches!(field.kind, FieldKind::Choice | FieldKind::Number | FieldKind::Date) { 1 } else { VALUES };
    if valid.len() > most {
        return Err(Failure::at(Code::OutOfRange, place).with("min", 0).with("max", most).into());
    }
    for value in &valid {
        match field.kind {
            FieldKind::Number if value.parse::<rust_decimal::Decimal>().is_err() => {
                return Err(Failure::at(Code::ChoiceInvalid, place).into());
            }
            FieldKind::Date if value.parse::<Day>().is_err() => return Err(Failure::at(Code::DayInvalid, place).into()),
            _ => {}
        }
    }
    Ok(valid)
}
