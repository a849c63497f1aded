//! Who has her birthday between two days, and which gifts that takes: the list of the 20th for the month to come.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{birthday, customer, level};
use crate::wire::festivals::{BirthdayList, BirthdayRow, GiftCount, ListBirthdays};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The longest stretch of days, a year with its leap day.
const DAYS: i64 = 366;
/// How many rows one answer holds.
const ROWS: usize = 1_000;

/// The birthdays by day, with each customer's gift by her level, and how many of each gift are needed.
///
/// # Errors
/// `out_of_range` at `to` for a stretch that ends before it begins or is longer than a year.
pub fn list_birthdays(shop: &mut Shop, request: ListBirthdays) -> Result<BirthdayList> {
    let ListBirthdays { from, to } = request;
    if !(0..DAYS).contains(&(to - from).num_days()) {
        return Err(Failure::at(Code::OutOfRange, "to")
            .with("min", from)
            .with("max", from + chrono::Days::new(DAYS.unsigned_abs()))
            .into());
    }
    let db = shop.db()?;
    let dates: Vec<_> = birthday::counts(db)?.into_iter().map(|(date, _)| date).collect();
    let dates: Vec<_> = dates.into_iter().filter(|date| date.occurrences_between(from, to).next().is_some()).collect();
    let levels: BTreeMap<_, _> = level::list(db)?.into_iter().map(|level| (level.id, level)).collect();
    let mut days = Vec::new();
    for born in birthday::of_dates(db, &dates)? {
        days.extend(born.birthday.occurrences_between(from, to).map(|day| (day, born.customer, born.birthday, born.level)));
    }
    days.sort_by_key(|(day, ..)| *day);
    let total = i64::try_from(days.len()).unwrap_or(i64::MAX);
    let mut gifts: BTreeMap<String, i64> = BTreeMap::new();
    let mut rows = Vec::new();
    for (day, id, date, level) in days {
        let level = levels.get(&level);
        let gift = level.and_then(|level| level.benefits.birthday_gift.clone());
        if let Some(gift) = &gift {
            *gifts.entry(gift.clone()).or_default() += 1;
        }
        if rows.len() < ROWS
            && let Some(person) = customer::person(db, id)?
        {
            rows.push(BirthdayRow {
                day,
                customer: person,
                text: date.chinese(),
                turns: date.age_on(day).map(i64::from),
                level: level.map(|level| level.name.clone()).unwrap_or_default(),
                gift,
            });
        }
    }
    Ok(BirthdayList { rows, total, gifts: gifts.into_iter().map(|(gift, count)| GiftCount { gift, count }).collect() })
}

/// How many customers have their birthday on each day from `from` to `to`.
pub(super) fn per_day(db: &Connection, from: Day, to: Day) -> Result<BTreeMap<Day, i64>> {
    let mut days = BTreeMap::new();
    for (date, n) in birthday::counts(db)? {
        for day in date.occurrences_between(from, to) {
            *days.entry(day).or_default() += n;
        }
    }
    Ok(days)
}
