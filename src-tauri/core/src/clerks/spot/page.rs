//! The list to call from: each archive drawn, and what it says that can be confirmed.

use super::list::scored;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::spot_check::{self, ItemRecord};
use crate::store::{customer, profile};
use crate::wire::clerks::{SpotCheckPage, SpotCheckRef, SpotField, SpotItem};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Built-in fields that a customer can confirm, in the words of her archive.
const CONFIRMED: &[&str] = &["birthday", "wechat", "email", "address", "age_band"];

/// A spot check with its archives.
///
/// # Errors
/// `not_found`.
pub fn page(shop: &mut Shop, request: SpotCheckRef) -> Result<SpotCheckPage> {
    let db = shop.db()?;
    let check = spot_check::get(db, request.check)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let mut items = Vec::new();
    for item in spot_check::items(db, check.id)? {
        let Some(person) = customer::person(db, item.customer)? else { continue };
        items.push(SpotItem {
            fields: asked_of(db, &item)?,
            id: item.id,
            customer: person,
            staff: item.staff,
            outcome: item.outcome,
            called_on: item.called_on,
            called_by: item.called_by,
            note: item.note,
        });
    }
    Ok(SpotCheckPage { check: scored(db, check)?, items })
}

/// What her archive says that can be confirmed on the phone: fields in use that are filled, sensitive ones left out. What was asked stays,
/// though the archive was put right since.
pub(super) fn asked_of(db: &Connection, item: &ItemRecord) -> Result<Vec<SpotField>> {
    let said: BTreeMap<_, _> = spot_check::answers(db, item.id)?.into_iter().collect();
    let Some(archive) = customer::get(db, item.customer)? else { return Ok(Vec::new()) };
    let learned = profile::current(db, item.customer)?;
    let mut fields = Vec::new();
    for field in profile::fields(db)? {
        let held = if field.is_builtin {
            let f = &archive.fields;
            match field.key.as_str() {
                "birthday" => f.birthday.map(|date| date.to_string()),
                // What is asked on the phone is asked by clerks, too.
                "wechat" => f.wechat.as_ref().map(|name| name.masked()),
                "email" => f.email.clone(),
                "address" => f.address.clone(),
                "age_band" => f.age_band.clone(),
                _ => None,
            }
            .filter(|_| CONFIRMED.contains(&field.key.as_str()))
        } else {
            let values: Vec<&str> = learned.iter().filter(|(id, _)| *id == field.id).map(|(_, value)| value.value.as_str()).collect();
            (!values.is_empty()).then(|| values.join(" · "))
        };
        let is_right = said.get(&field.id).copied();
        let wanted = field.is_on && !field.is_sensitive && held.is_some();
        if wanted || is_right.is_some() {
            fields.push(SpotField { field: field.id, label: field.label, held: held.unwrap_or_default(), is_right });
        }
    }
    Ok(fields)
}
