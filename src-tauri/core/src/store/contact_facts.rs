//! The facts the contact clock looks at, read in ranges of customer ids: one customer and a hundred thousand take the same way.
//!
//! Every query walks one index or table in the order of the ids, so that each row meets its customer without a search.

use super::facts::birthday_from;
use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::contacts::facts::{Age, ContactFact, ContactFacts, Reach};
use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::contacts::ContactChannel;
use crate::wire::customers::Channel;
use chrono::Datelike;
use rusqlite::types::FromSql;
use rusqlite::{Connection, Row, named_params};

/// The facts of one customer; nothing if there is no such archive.
pub fn of(db: &Connection, customer: CustomerId, today: Day) -> Result<Option<ContactFacts>> {
    Ok(between(db, customer, customer, today)?.pop().map(|(_, facts)| facts))
}

/// The facts of every customer whose id lies in the range, by id. Archives merged into another are left out.
pub fn between(db: &Connection, first: CustomerId, last: CustomerId, today: Day) -> Result<Vec<(CustomerId, ContactFacts)>> {
    let mut book = Book { range: (first, last), found: archives(db, first, last, today)? };
    book.fill(db, "SELECT customer_id FROM phone WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id", |facts, _| {
        facts.reach.phone = true;
        Ok(())
    })?;
    let seen = "SELECT customer_id, last_visit, last_purchase FROM customer_stats
                WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id";
    book.fill(db, seen, |facts, row| {
        facts.last_visit = day(row, 1)?;
        facts.last_purchase = day(row, 2)?;
        Ok(())
    })?;
    let log = "SELECT customer_id, day, purpose, outcome, direction, channel FROM contact
               WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, day";
    book.fill(db, log, |facts, row| {
        let Some(day) = day(row, 1)? else { return Ok(()) };
        facts.contacts.push(ContactFact { day, purpose: row.get(2)?, outcome: row.get(3)?, direction: row.get(4)?, channel: row.get(5)? });
        Ok(())
    })?;
    let consents = "SELECT customer_id, purpose, channel, is_given, guardian IS NOT NULL FROM consent
                    WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, id";
    book.fill(db, consents, |facts, row| {
        facts.consents.take(row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        Ok(())
    })?;
    let wishes = "SELECT customer_id, wish FROM contact_wish WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id";
    book.fill(db, wishes, |facts, row| {
        facts.wish = row.get(1)?;
        Ok(())
    })?;
    book.complaints(db)?;
    Ok(book.found)
}

struct Book {
    range: (CustomerId, CustomerId),
    found: Vec<(CustomerId, ContactFacts)>,
}

impl Book {
    /// Hands each row, sorted by the customer in its first column, to `take` together with her facts.
    fn fill(
        &mut self,
        db: &Connection,
        sql: &str,
        mut take: impl FnMut(&mut ContactFacts, &Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let mut at = 0;
        let found = &mut self.found;
        walk(db, sql, self.range, |row| {
            let customer: CustomerId = row.get(0)?;
            while found.get(at).is_some_and(|(id, _)| *id < customer) {
                at += 1;
            }
            match found.get_mut(at) {
                Some((id, facts)) if *id == customer => take(facts, row),
                _ => Ok(()),
            }
        })
    }

    /// Complaints that are not solved are few, and have an index of their own.
    fn complaints(&mut self, db: &Connection) -> Result<()> {
        let sql = if self.range.0 == self.range.1 {
            "SELECT customer_id FROM complaint WHERE customer_id BETWEEN :first AND :last AND solved_at IS NULL"
        } else {
            "SELECT customer_id FROM complaint INDEXED BY complaint_open WHERE customer_id BETWEEN :first AND :last AND solved_at IS NULL"
        };
        let found = &mut self.found;
        walk(db, sql, self.range, |row| {
            let customer: CustomerId = row.get(0)?;
            if let Ok(at) = found.binary_search_by_key(&customer, |(id, _)| *id)
                && let Some((_, facts)) = found.get_mut(at)
            {
                facts.open_complaint = true;
            }
            Ok(())
        })
    }
}

fn archives(db: &Connection, first: CustomerId, last: CustomerId, today: Day) -> Result<Vec<(CustomerId, ContactFacts)>> {
    let sql = "SELECT id, birthday_calendar, birthday_year, birthday_month, birthday_day, birthday_leap, wechat IS NOT NULL,
                 email IS NOT NULL, address IS NOT NULL, preferred_channel, status = 'active'
               FROM customer WHERE id BETWEEN :first AND :last AND merged_into_id IS NULL ORDER BY id";
    let mut found = Vec::new();
    walk(db, sql, (first, last), |row| {
        let facts = ContactFacts {
            active: row.get(10)?,
            reach: Reach { phone: false, wechat: row.get(6)?, email: row.get(7)?, address: row.get(8)? },
            preferred: row.get::<_, Option<Channel>>(9)?.map(preferred),
            age: age(row, today)?,
            ..ContactFacts::default()
        };
        found.push((row.get(0)?, facts));
        Ok(())
    })?;
    Ok(found)
}

/// Most are not minors, which the year alone says without a calendar.
fn age(row: &Row<'_>, today: Day) -> rusqlite::Result<Age> {
    let year: Option<i32> = row.get(2)?;
    if year.is_none_or(|year| is_grown_up(year, today)) {
        return Ok(Age::Adult);
    }
    Ok(age_of(year, birthday_from(row, 1)?.as_ref(), today))
}

fn is_grown_up(born: i32, today: Day) -> bool {
    born < today.year() - 20
}

/// What a birthday means for messages; its year is asked first.
pub(super) fn age_of(year: Option<i32>, birthday: Option<&RecurringDate>, today: Day) -> Age {
    if year.is_none_or(|year| is_grown_up(year, today)) {
        return Age::Adult;
    }
    let under = |limit| birthday.and_then(|birthday| birthday.is_minor_on(today, limit)) == Some(true);
    if under(14) {
        Age::Under14
    } else if under(18) {
        Age::Under18
    } else {
        Age::Adult
    }
}

/// The channel of the log that a preference in the archive means.
pub fn preferred(channel: Channel) -> ContactChannel {
    match channel {
        Channel::Phone => ContactChannel::Phone,
        Channel::Wechat => ContactChannel::Wechat,
        Channel::Sms => ContactChannel::Sms,
        Channel::Email => ContactChannel::Email,
        Channel::InShop => ContactChannel::InPerson,
    }
}

fn walk(db: &Connection, sql: &str, range: (CustomerId, CustomerId), mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
    #[cfg(test)]
    super::plans::note(sql);
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":first": range.0, ":last": range.1})?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

/// A day, read without going through the general parser of dates: there are as many as there are customers and contacts.
pub(super) fn day(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Day>> {
    let value = row.get_ref(at)?;
    let text = match value {
        rusqlite::types::ValueRef::Null => return Ok(None),
        rusqlite::types::ValueRef::Text(text) => text,
        _ => &[],
    };
    let number = |part: &[u8]| part.iter().try_fold(0_u32, |n, c| c.is_ascii_digit().then(|| n * 10 + u32::from(c - b'0')));
    if let [a, b, c, d, b'-', e, f, b'-', g, h] = *text
        && let (Some(year), Some(month), Some(day)) = (number(&[a, b, c, d]), number(&[e, f]), number(&[g, h]))
        && let Ok(year) = i32::try_from(year)
        && let Some(day) = Day::from_ymd_opt(year, month, day)
    {
        return Ok(Some(day));
    }
    // Anything else is the general parser's to refuse.
    Ok(Some(Day::column_result(value).map_err(rusqlite::Error::from)?))
}

/// What a day of the file is, without the general parser where it is written as we write it.
pub(super) fn on(row: &Row<'_>, at: usize) -> rusqlite::Result<Day> {
    match day(row, at)? {
        Some(day) => Ok(day),
        None => Ok(Day::column_result(row.get_ref(at)?)?),
    }
}
