//! One row a customer: her archive, what the catalogue's fields hold today, and the conclusions about her.

use super::{Asked, Names, each_thousand};
use crate::clock::Day;
use crate::error::Result;
use crate::export::cells::Row;
use crate::export::columns;
use crate::export::out::Out;
use crate::ids::{CustomerId, FieldId};
use crate::insight;
use crate::insight::table::Table;
use crate::progress::Progress;
use crate::stats::{self, CustomerStats, Rules};
use crate::store::{customer, customer_stats, facts, profile, setting, tag};
use crate::wire::insight::{InsightSettings, InsightSpan, RfmBy};
use rusqlite::Connection;

pub(super) fn write(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out) -> Result<()> {
    let around = Around {
        names: Names::load(db)?,
        states: States::of_day(db, asked.last_day())?,
        fields: columns::profile_fields(db)?.into_iter().map(|field| field.id).collect(),
    };
    let mut row = Row::default();
    if let Some(only) = &asked.only {
        progress.start(only.order.len() as u64);
        for (n, id) in only.order.iter().enumerate() {
            for stats in figures(db, asked, *id, *id)? {
                customer_row(db, asked, &around, &stats, &mut row, out)?;
            }
            progress.reach(n as u64 + 1)?;
        }
        return Ok(());
    }
    each_thousand(db, progress, |first, last| {
        for stats in figures(db, asked, first, last)? {
            customer_row(db, asked, &around, &stats, &mut row, out)?;
        }
        Ok(())
    })
}

/// What every row needs.
struct Around {
    names: Names,
    states: States,
    fields: Vec<FieldId>,
}

/// Where everybody stands on a day, as insight says it.
struct States {
    table: Table,
    by: RfmBy,
}

impl States {
    fn of_day(db: &Connection, day: Day) -> Result<States> {
        let settings: InsightSettings = setting::get(db, InsightSettings::KEY)?;
        let span = InsightSpan { from: day, to: day, as_of: day };
        let (tables, ..) = insight::table::read(db, &[&span], &settings, || Ok(()))?;
        let table = tables.into_iter().next().unwrap_or(Table { span, rows: Vec::new() });
        Ok(States { table, by: settings.rfm_by })
    }

    /// State, value and scores; nothing for somebody who is no member any more.
    fn write(&self, customer: CustomerId, asked: &Asked, out: &mut Row) {
        let row = self.table.rows.binary_search_by_key(&customer, |row| row.archive.id).ok().map(|at| &self.table.rows[at]);
        let row = row.filter(|row| row.counted);
        let word = |list: &str, choice: &str| {
            if asked.in_words { asked.words.text(&format!("insight-{list}-{}", choice.replace('_', "-")), &[]) } else { choice.to_owned() }
        };
        out.optional(row.map(|row| word("lifecycle", row.lifecycle.as_str())).as_deref());
        out.optional(row.map(|row| word("value", row.value.as_str())).as_deref());
        let scores = row.and_then(|row| row.scores(self.by));
        for score in [scores.map(|scores| scores.r), scores.map(|scores| scores.f), scores.map(|scores| scores.m)] {
            out.maybe_number(score.map(i64::from));
        }
    }
}

/// Today's conclusions as cached, or those of an earlier day drawn from the facts up to then.
fn figures(db: &Connection, asked: &Asked, first: CustomerId, last: CustomerId) -> Result<Vec<CustomerStats>> {
    let Some(day) = asked.as_of else {
        return customer_stats::between(db, first, last);
    };
    let rules = Rules::load(db)?;
    let facts = facts::until(db, first, last, day)?;
    Ok(facts.into_iter().map(|(id, facts)| stats::derive(id, &facts, &rules, day)).collect())
}

/// The cells in the order of [`columns::CUSTOMERS`], then those of the catalogue.
fn customer_row(db: &Connection, asked: &Asked, around: &Around, stats: &CustomerStats, row: &mut Row, out: &mut Out) -> Result<()> {
    let Some(archive) = customer::get(db, stats.customer)? else { return Ok(()) };
    let f = archive.fields;
    if archive.merged_into.is_some() || f.joined_on.is_some_and(|day| day > asked.last_day()) {
        return Ok(());
    }
    let tags: Vec<String> = tag::of(db, stats.customer)?.into_iter().map(|tag| tag.name).collect();
    let referrer = f.referrer.map(|id| customer::person(db, id)).transpose()?.flatten();
    row.optional(f.member_no.as_deref());
    row.text(&f.name);
    row.optional(f.nickname.as_deref());
    row.optional(f.gender.map(|gender| asked.word("gender", gender.as_str())).as_deref());
    let (main, others) = f.phones.split_at(f.phones.len().min(1));
    row.phones(main);
    row.phones(others);
    row.optional(f.birthday.map(|date| date.to_string()).as_deref());
    row.optional(f.birthday.map(|date| asked.word("calendar", date.calendar().as_str())).as_deref());
    for text in [f.age_band.as_deref(), f.wechat.as_deref(), f.email.as_deref(), f.address.as_deref()] {
        row.optional(text);
    }
    row.optional(f.preferred_channel.map(|channel| asked.word("channel", channel.as_str())).as_deref());
    row.optional(f.source.as_deref());
    row.optional(referrer.map(|person| person.member_no).as_deref());
    around.names.put_staff(row, f.staff);
    row.day(f.joined_on);
    row.text(&asked.word("status", archive.status.as_str()));
    row.optional(Some(tags.join("|").as_str()));
    row.optional(f.note.as_deref());
    row.optional(around.names.levels.get(&stats.level).map(String::as_str));
    for number in [stats.points, stats.completeness, stats.visits, stats.purchases, stats.purchase_days, stats.pieces] {
        row.number(number);
    }
    row.money(Some(stats.net_spend));
    for date in [stats.first_purchase, stats.last_purchase, stats.last_visit] {
        row.day(date);
    }
    around.states.write(stats.customer, asked, row);
    let held = profile::current(db, stats.customer)?;
    for field in &around.fields {
        let values: Vec<&str> = held.iter().filter(|(of, _)| of == field).map(|(_, value)| value.value.as_str()).collect();
        row.optional(Some(values.join("|").as_str()));
    }
    out.row(row)
}
