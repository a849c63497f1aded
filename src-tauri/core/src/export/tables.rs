//! The rows of the owner's tables. In Names mode headings and choices are the words of the code, the same in every language.

use super::book::{self, WholeVisit};
use super::export_table::Out;
use super::sheet::Sheet;
use crate::clock::{Day, Now};
use crate::error::Result;
use crate::ids::{CustomerId, LevelId, StaffId};
use crate::insight;
use crate::insight::table::Table;
use crate::messages::Messages;
use crate::money::Fen;
use crate::points::{LineKind, ledger};
use crate::progress::Progress;
use crate::stats::{self, CustomerStats, Rules};
use crate::store::{customer, customer_stats, facts, level, points, setting, staff, tag, week};
use crate::wire::export::ExportedTable;
use crate::wire::insight::{InsightSettings, InsightSpan, RfmBy};
use crate::wire::visits::Method;
use chrono::{Datelike, FixedOffset, Months};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What was asked for.
pub struct Asked {
    /// The table.
    pub table: ExportedTable,
    /// Today.
    pub today: Day,
    /// The last day that counts, if it is an earlier one.
    pub as_of: Option<Day>,
    /// The shop's zone.
    pub offset: FixedOffset,
    /// The shop's words; without them headings and choices are the names.
    pub words: Option<Messages>,
    /// Only these customers.
    pub only: Option<BTreeSet<CustomerId>>,
}

// Names are those that the import knows. Behind a colon stands the catalogue's key where the word is another one.
const CUSTOMERS: &[&str] = &[
    "member_no",
    "name",
    "nickname",
    "gender",
    "phone",
    "phone_2",
    "birthday",
    "birthday_type",
    "age_band",
    "wechat",
    "email",
    "address",
    "preferred_channel",
    "source",
    "staff",
    "joined",
    "status",
    "tags",
    "note",
    "level",
    "points",
    "completeness",
    "visits",
    "purchases",
    "purchase_days",
    "pieces",
    "net",
    "first_purchase",
    "last_purchase",
    "last_visit",
    "lifecycle",
    "value_segment",
    "r:rfm_r",
    "f:rfm_f",
    "m:rfm_m",
];
const VISITS: &[&str] = &[
    "visit_no",
    "date",
    "time",
    "kind",
    "member_no",
    "name",
    "day_total",
    "staff",
    "ticket_no",
    "pieces",
    "list_total",
    "amount:total",
    "pay_cash",
    "pay_wechat",
    "pay_alipay",
    "pay_card",
    "pay_stored",
    "pay_other",
    "ref_visit_no",
    "satisfaction",
    "motive",
    "companions",
    "feedback",
    "note",
];
const LINES: &[&str] = &[
    "visit_no",
    "date",
    "member_no",
    "line_no",
    "style_no",
    "name:goods",
    "category",
    "color",
    "size",
    "qty",
    "list_price",
    "price",
    "amount",
    "reason",
    "reason_note",
    "ref_visit_no",
    "ref_line_no",
];
const POINTS: &[&str] = &["member_no", "name", "date", "entry", "points:points_moved", "balance", "visit_no", "expires_on", "reason:why"];

/// Writes the table.
pub fn write(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out) -> Result<()> {
    match asked.table {
        ExportedTable::Customers => customers(db, asked, progress, out),
        ExportedTable::Visits => by_month(db, asked, progress, out, VISITS, visit),
        ExportedTable::Lines => by_month(db, asked, progress, out, LINES, lines),
        ExportedTable::Points => points_ledger(db, asked, progress, out),
    }
}

impl Asked {
    fn sheet(&self, columns: &[&str]) -> Sheet {
        let heading = |column: &&str| {
            let (name, key) = column.split_once(':').unwrap_or((column, column));
            match &self.words {
                Some(words) => words.text(&format!("export-column-{}", key.replace('_', "-")), &[]),
                None => name.to_owned(),
            }
        };
        Sheet::with_headings(&columns.iter().map(heading).collect::<Vec<_>>())
    }

    fn word(&self, list: &str, choice: &str) -> String {
        match &self.words {
            Some(words) => words.text(&format!("export-{list}-{}", choice.replace('_', "-")), &[]),
            None => choice.to_owned(),
        }
    }

    fn last_day(&self) -> Day {
        self.as_of.unwrap_or(self.today)
    }
}

struct Names {
    staff: BTreeMap<StaffId, String>,
    levels: BTreeMap<LevelId, String>,
}

impl Names {
    fn load(db: &Connection) -> Result<Names> {
        Ok(Names {
            staff: staff::list(db)?.into_iter().map(|staff| (staff.id, staff.name)).collect(),
            levels: level::list(db)?.into_iter().map(|level| (level.id, level.name)).collect(),
        })
    }
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
    fn write(&self, customer: CustomerId, asked: &Asked, sheet: &mut Sheet) {
        let row = self.table.rows.binary_search_by_key(&customer, |row| row.archive.id).ok().map(|at| &self.table.rows[at]);
        let row = row.filter(|row| row.counted);
        let word = |list: &str, choice: &str| match &asked.words {
            Some(words) => words.text(&format!("insight-{list}-{}", choice.replace('_', "-")), &[]),
            None => choice.to_owned(),
        };
        sheet.optional(row.map(|row| word("lifecycle", row.lifecycle.as_str())).as_deref());
        sheet.optional(row.map(|row| word("value", row.value.as_str())).as_deref());
        let scores = row.and_then(|row| row.scores(self.by));
        for score in [scores.map(|scores| scores.r), scores.map(|scores| scores.f), scores.map(|scores| scores.m)] {
            match score {
                Some(score) => sheet.bare(score),
                None => sheet.optional(None),
            }
        }
    }
}

fn customers(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out) -> Result<()> {
    let mut sheet = asked.sheet(CUSTOMERS);
    let names = Names::load(db)?;
    let states = States::of_day(db, asked.last_day())?;
    each_thousand(db, progress, |first, last| {
        let wanted = |stats: &CustomerStats| asked.only.as_ref().is_none_or(|only| only.contains(&stats.customer));
        for stats in figures(db, asked, first, last)?.into_iter().filter(wanted) {
            customer_row(db, asked, &names, &stats, &states, &mut sheet)?;
        }
        out.take(&mut sheet)
    })?;
    out.take(&mut sheet)
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

fn customer_row(db: &Connection, asked: &Asked, names: &Names, stats: &CustomerStats, states: &States, sheet: &mut Sheet) -> Result<()> {
    let Some(archive) = customer::get(db, stats.customer)? else { return Ok(()) };
    let f = archive.fields;
    if archive.merged_into.is_some() || f.joined_on.is_some_and(|day| day > asked.last_day()) {
        return Ok(());
    }
    let tags: Vec<String> = tag::of(db, stats.customer)?.into_iter().map(|tag| tag.name).collect();
    sheet.optional(f.member_no.as_deref());
    sheet.text(&f.name);
    sheet.optional(f.nickname.as_deref());
    sheet.optional(f.gender.map(|gender| asked.word("gender", gender.as_str())).as_deref());
    let (main, others) = f
        .phones
        .split_first()
        .map_or((None, String::new()), |(main, others)| (Some(main), others.iter().map(|phone| &**phone).collect::<Vec<_>>().join("|")));
    sheet.optional(main.map(|phone| &**phone));
    sheet.optional(Some(others.as_str()).filter(|text| !text.is_empty()));
    sheet.optional(f.birthday.map(|date| date.to_string()).as_deref());
    sheet.optional(f.birthday.map(|date| asked.word("calendar", date.calendar().as_str())).as_deref());
    for text in [&f.age_band, &f.wechat, &f.email, &f.address] {
        sheet.optional(text.as_deref());
    }
    sheet.optional(f.preferred_channel.map(|channel| asked.word("channel", channel.as_str())).as_deref());
    sheet.optional(f.source.as_deref());
    sheet.optional(f.staff.and_then(|id| names.staff.get(&id)).map(String::as_str));
    day(sheet, f.joined_on);
    sheet.text(&asked.word("status", archive.status.as_str()));
    sheet.optional(Some(tags.join("|").as_str()).filter(|text| !text.is_empty()));
    sheet.optional(f.note.as_deref());
    sheet.optional(names.levels.get(&stats.level).map(String::as_str));
    for number in [stats.points, stats.completeness, stats.visits, stats.purchases, stats.purchase_days, stats.pieces] {
        sheet.number(number);
    }
    sheet.money(Some(stats.net_spend));
    for date in [stats.first_purchase, stats.last_purchase, stats.last_visit] {
        day(sheet, date);
    }
    states.write(stats.customer, asked, sheet);
    sheet.end_row();
    Ok(())
}

fn visit(db: &Connection, asked: &Asked, names: &Names, whole: &WholeVisit, sheet: &mut Sheet) -> Result<()> {
    let visit = &whole.visit;
    sheet.text(&visit.visit_no);
    sheet.day(visit.day);
    sheet.time(Now::from_millis(visit.at, asked.offset).at);
    sheet.text(&asked.word("kind", visit.kind.as_str()));
    sheet.optional(visit.customer.as_ref().map(|(_, member_no, _)| member_no.as_str()));
    sheet.optional(visit.customer.as_ref().map(|(_, _, name)| name.as_str()));
    sheet.number(i64::from(visit.is_day_total));
    sheet.optional(visit.staff.and_then(|id| names.staff.get(&id)).map(String::as_str));
    sheet.optional(visit.ticket_no.as_deref());
    sheet.number(visit.pieces);
    sheet.money(Some(whole.list_total()));
    sheet.money(Some(visit.total));
    for method in Method::ALL {
        let paid = || whole.payments.iter().filter(|payment| payment.method == *method).map(|payment| payment.amount);
        sheet.money(paid().next().map(|_| paid().sum::<Fen>()));
    }
    sheet.optional(visit.ref_visit_no.as_deref());
    let remarks = week::remarks(db, visit.id)?;
    match remarks.as_ref().and_then(|remarks| remarks.satisfaction) {
        Some(satisfaction) => sheet.number(satisfaction),
        None => sheet.optional(None),
    }
    let texts = remarks.map(|r| [r.motive, r.companions, r.feedback, r.note]).unwrap_or_default();
    for text in &texts {
        sheet.optional(text.as_deref());
    }
    sheet.end_row();
    Ok(())
}

fn lines(_: &Connection, asked: &Asked, _: &Names, whole: &WholeVisit, sheet: &mut Sheet) -> Result<()> {
    for line in &whole.lines {
        sheet.text(&whole.visit.visit_no);
        sheet.day(whole.visit.day);
        sheet.optional(whole.visit.customer.as_ref().map(|(_, member_no, _)| member_no.as_str()));
        sheet.number(line.line_no);
        for text in [&line.style_no, &line.name, &line.category, &line.color, &line.size] {
            sheet.optional(text.as_deref());
        }
        sheet.number(line.qty);
        sheet.money(line.list_price);
        sheet.money(Some(line.price));
        sheet.money(Some(line.amount));
        sheet.optional(line.reason.map(|reason| asked.word("reason", reason.as_str())).as_deref());
        sheet.optional(line.reason_note.as_deref());
        sheet.optional(line.reverses.as_ref().map(|(visit_no, _)| visit_no.as_str()));
        match &line.reverses {
            Some((_, line_no)) => sheet.number(*line_no),
            None => sheet.optional(None),
        }
        sheet.end_row();
    }
    Ok(())
}

/// Every line of every ledger, ends included, so that the balances can be followed.
fn points_ledger(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out) -> Result<()> {
    let mut sheet = asked.sheet(POINTS);
    each_thousand(db, progress, |first, last| {
        let mut entries: BTreeMap<CustomerId, Vec<_>> = BTreeMap::new();
        for (customer, entry) in points::between(db, first, last)? {
            entries.entry(customer).or_default().push(entry);
        }
        for (id, entries) in entries {
            let Some(person) = customer::person(db, id)? else { continue };
            for line in ledger(&entries, asked.last_day()).lines {
                let entry = entries.iter().find(|entry| entry.id == line.entry);
                sheet.text(&person.member_no);
                sheet.text(&person.name);
                sheet.day(line.day);
                sheet.text(&asked.word("entry", line_word(line.kind)));
                sheet.number(line.points);
                sheet.number(line.balance);
                let visit_no = line.visit.map(|visit| week::visit_no(db, visit)).transpose()?.flatten();
                sheet.optional(visit_no.as_deref());
                day(&mut sheet, entry.and_then(|entry| entry.expires_on));
                sheet.optional(entry.and_then(|entry| entry.reason.as_deref()));
                sheet.end_row();
            }
        }
        out.take(&mut sheet)
    })?;
    out.take(&mut sheet)
}

fn line_word(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Earn => "earn",
        LineKind::Redeem => "redeem",
        LineKind::Gift => "gift",
        LineKind::Adjust => "adjust",
        LineKind::Opening => "opening",
        LineKind::Reverse => "reverse",
        LineKind::Expire => "expire",
    }
}

type VisitRow = fn(&Connection, &Asked, &Names, &WholeVisit, &mut Sheet) -> Result<()>;

/// Live visits by day, a month in memory at a time.
fn by_month(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out, columns: &[&str], row: VisitRow) -> Result<()> {
    let mut sheet = asked.sheet(columns);
    let names = Names::load(db)?;
    let last = asked.last_day();
    if let Some(first) = week::first_day(db)? {
        let month = |day: Day| i64::from(day.year()) * 12 + i64::from(day.month0());
        progress.start(u64::try_from(month(last) - month(first) + 1).unwrap_or(0));
        let mut from = first.with_day(1).unwrap_or(first);
        let mut done = 0;
        while from <= last {
            let next = from.checked_add_months(Months::new(1)).unwrap_or(Day::MAX);
            let to = next.pred_opt().unwrap_or(next).min(last);
            for whole in book::between(db, from, to)? {
                row(db, asked, &names, &whole, &mut sheet)?;
            }
            out.take(&mut sheet)?;
            done += 1;
            progress.reach(done)?;
            from = next;
        }
    }
    out.take(&mut sheet)
}

fn each_thousand(db: &Connection, progress: &Progress, mut work: impl FnMut(CustomerId, CustomerId) -> Result<()>) -> Result<()> {
    let last = facts::last_customer(db)?;
    progress.start(u64::try_from(last.0).unwrap_or(0));
    let mut first = CustomerId(1);
    while first <= last {
        let end = CustomerId(first.0 + 999);
        work(first, end)?;
        progress.reach(u64::try_from(end.0.min(last.0)).unwrap_or(0))?;
        first = CustomerId(end.0 + 1);
    }
    Ok(())
}

fn day(sheet: &mut Sheet, day: Option<Day>) {
    match day {
        Some(day) => sheet.day(day),
        None => sheet.optional(None),
    }
}
