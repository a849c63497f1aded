//! The sheet to call from: a block for each customer with all a call needs, and blanks for what it may bring.

use super::row::row;
use super::{CareList, CareTask, TaskName};
use crate::clock::Now;
use crate::contacts::card;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::stats::{self, Rules};
use crate::store::{around, care_person, customer, facts, profile, setting, staff};
use crate::wire::care::{CallSheet, GetCallSheet, SheetBlock, SheetFact, SheetVisit};
use crate::wire::customers::{Wish, WishStatus};
use crate::wire::phone::Phone;
use crate::wire::profile::{Part, ProfileField};
use crate::wire::settings::Settings;
use crate::wire::staff::Role;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// How many customers one sheet holds.
const MOST: usize = 200;
/// How many visits, facts and blanks stand in a block: a block is a quarter of a page.
const VISITS: u32 = 3;
const LIKES: usize = 6;
const GAPS: usize = 6;

/// What every block is made with.
struct Around<'a> {
    list: &'a CareList,
    rules: &'a Rules,
    now: Now,
    masked: bool,
}

/// The sheet for tasks, or for customers.
///
/// # Errors
/// `out_of_range` at `tasks` for none, or for more than 200 customers.
pub fn call_sheet(shop: &mut Shop, request: GetCallSheet) -> Result<CallSheet> {
    let (now, actor) = (shop.now(), shop.actor());
    let settings: Settings = setting::get(shop.db()?, Settings::KEY)?;
    let by = actor.map(|id| staff::get(shop.db()?, id)).transpose()?.flatten();
    let rules = Rules::load(shop.db()?)?;
    let (list, db) = shop.care()?;
    let mut blocks: Vec<(CustomerId, Vec<&CareTask>)> = Vec::new();
    let mut places: BTreeMap<CustomerId, usize> = BTreeMap::new();
    let mut left_out = 0;
    let mut place = |blocks: &mut Vec<(CustomerId, Vec<_>)>, id: CustomerId| -> usize {
        *places.entry(id).or_insert_with(|| {
            blocks.push((id, Vec::new()));
            blocks.len() - 1
        })
    };
    for name in request.tasks.iter().map(TaskName::from) {
        match (list.find(&name), name.customer) {
            (Some(task), Some(id)) => {
                let at = place(&mut blocks, id);
                if let Some((_, tasks)) = blocks.get_mut(at)
                    && !tasks.contains(&task)
                {
                    tasks.push(task);
                }
            }
            _ => left_out += 1,
        }
    }
    for &id in &request.customers {
        place(&mut blocks, id);
    }
    if (request.tasks.is_empty() && request.customers.is_empty()) || blocks.len() > MOST {
        return Err(Failure::at(Code::OutOfRange, "tasks").with("min", 1).with("max", MOST).into());
    }
    let around = Around { list, rules: &rules, now, masked: by.as_ref().is_some_and(|staff| staff.role != Role::Owner) };
    let mut made = Vec::new();
    for (id, tasks) in blocks {
        match block(db, &around, id, &tasks)? {
            Some(block) => made.push(block),
            None => left_out += 1,
        }
    }
    Ok(CallSheet { day: now.day(), shop: settings.shop_name, staff: by.map(|staff| staff.name), blocks: made, left_out })
}

fn block(db: &Connection, sheet: &Around<'_>, id: CustomerId, tasks: &[&CareTask]) -> Result<Option<SheetBlock>> {
    let today = sheet.now.day();
    let (Some(mut person), Some(archive)) = (care_person::get(db, id)?, customer::get(db, id)?) else { return Ok(None) };
    if archive.merged_into.is_some() {
        return Ok(None);
    }
    let hide = |phone: Phone| if sheet.masked { Phone::from(phone.masked()) } else { phone };
    person.phone = person.phone.map(hide);
    let facts = facts::between(db, id, id)?.remove(&id).unwrap_or_default();
    let mut values = BTreeMap::<_, Vec<String>>::new();
    for (field, value) in profile::current(db, id)? {
        values.entry(field).or_default().push(value.value);
    }
    let told = |field: &ProfileField| {
        let held = values.get(&field.id).filter(|held| !held.is_empty())?;
        Some(SheetFact { label: field.label.clone(), value: held.join("、") })
    };
    // What is sensitive is not for paper that lies about.
    let printed = || sheet.rules.fields.iter().filter(|field| !field.is_builtin && !field.is_sensitive);
    let mut gaps: Vec<&ProfileField> = sheet
        .rules
        .fields
        .iter()
        .filter(|field| field.is_on && field.weight > 0 && !field.is_sensitive && !field.asking.observed)
        .filter(|field| !stats::is_filled(&facts, sheet.rules, &field.key))
        .collect();
    gaps.sort_by_key(|field| std::cmp::Reverse(field.weight));
    let is_size = |field: &&ProfileField| field.key.ends_with("_size");
    let visits = crate::visits::latest(db, *sheet.now.at.offset(), id, VISITS)?;
    let contact = card(db, id, sheet.now)?;
    Ok(Some(SheetBlock {
        person,
        phones: archive.fields.phones.into_iter().skip(1).map(hide).collect(),
        birthday: archive.fields.birthday.as_ref().map(|date| date.chinese()),
        birthday_on: archive.fields.birthday.as_ref().and_then(|date| date.next_on_or_after(today)),
        tasks: tasks.iter().map(|task| row(db, sheet.list, task, sheet.now)).collect::<Result<_>>()?,
        against: contact.against,
        sizes: printed().filter(is_size).filter_map(told).collect(),
        likes: printed().filter(|field| field.part == Part::Soft && !is_size(field)).filter_map(told).take(LIKES).collect(),
        visits: visits
            .into_iter()
            .filter(|visit| !visit.voided)
            .map(|visit| SheetVisit { day: visit.day, what: visit.summary, total: visit.total })
            .collect(),
        wishes: around::wishes(db, id)?.iter().filter(|wish| wish.status == WishStatus::Open).map(wish_words).collect(),
        notes: around::notes(db, id, today)?.into_iter().map(|note| note.text).collect(),
        gaps: gaps.into_iter().take(GAPS).map(|field| field.label.clone()).collect(),
    }))
}

/// A wish in a line, in no language's words.
fn wish_words(wish: &Wish) -> String {
    [&wish.name, &wish.style_no, &wish.color, &wish.size, &wish.reason]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}
