//! What else is known of those who may have a task: read a stretch of customers at a time, each table in the order of their ids.
//!
//! Of a table that is short, or where most customers of a stretch are asked for anyway, the stretch is walked; else each customer is
//! looked up. Both find the same rows. The figures kept of everybody come first: they say of whom the rest is not worth reading.

use super::care_born::List;
use super::care_causes::Dates;
use super::care_facts::{Causes, FoundBy, list};
use super::contact_facts::{age_of, day, on, preferred};
use super::facts::birthday_from;
use crate::care::{CareFacts, Figures, Prospects, STRETCH, Surroundings, TriggerKind};
use crate::clock::{Day, Millis};
use crate::contacts::facts::{ContactFact, ContactFacts, Reach};
use crate::error::Result;
use crate::ids::{CustomerId, TagId};
use rusqlite::{Connection, Row, ToSql, named_params};
use std::collections::{BTreeMap, BTreeSet};

/// Walking past a customer costs a third of looking one up.
const DENSE: i64 = 3;

/// The days of all birthdays that rules look at, and what else they ask of whoever was found by something uncertain.
struct Worth {
    prospects: Prospects,
    birthdays: Dates,
}

/// A table with the rows of customers, called `t` in its words.
struct Source {
    table: &'static str,
    columns: &'static str,
    /// What else has to hold.
    only: &'static str,
    /// The order of one customer's rows, where it matters and is not made afterwards.
    order: &'static str,
}

const PHONES: Source = Source { table: "phone", columns: "t.customer_id", only: "", order: "" };
const CONTACTS: Source =
    Source { table: "contact", columns: "t.customer_id, t.day, t.purpose, t.outcome, t.direction, t.channel", only: "", order: "" };
const CONSENTS: Source = Source {
    table: "consent",
    columns: "t.customer_id, t.purpose, t.channel, t.is_given, t.guardian IS NOT NULL",
    only: "",
    order: ", t.id",
};
const WISHES: Source = Source { table: "contact_wish", columns: "t.customer_id, t.wish", only: "", order: "" };
const COMPLAINTS: Source = Source { table: "complaint", columns: "t.customer_id", only: "AND t.solved_at IS NULL", order: "" };
const DATES: Source = Source {
    table: "important_date",
    columns: "t.customer_id, t.id, t.label, t.calendar, t.year, t.month, t.day, t.leap",
    only: "",
    order: ", t.id",
};
const TAGS: Source = Source { table: "customer_tag", columns: "t.customer_id, t.tag_id", only: "", order: "" };
const LEVELS: Source = Source { table: "level_decision", columns: "t.customer_id, t.day, t.level_id", only: "", order: "" };
const DECISIONS: Source = Source {
    table: "care_decision",
    columns: "t.customer_id, t.rule_id, t.follow_up_id, t.cause, t.decision, t.until_day",
    only: "",
    order: ", t.id",
};

/// What is kept of each customer, as far as it is asked for.
const FIGURES: &str =
    "s.customer_id, s.level_id, s.last_visit_at, s.level_since, s.first_purchase, s.net_spend, s.last_purchase, s.last_visit,
    s.points, s.points_next_expiry, s.purchase_days";

/// How a load goes about it: what the rules ask for, and how long the tables are.
pub(super) struct Way<'a> {
    around: &'a Surroundings,
    kinds: BTreeSet<TriggerKind>,
    /// The tags that rules ask for, and who has one of them from a rule.
    tags: BTreeSet<TagId>,
    given: BTreeMap<CustomerId, BTreeSet<TagId>>,
    worth: Worth,
    /// How many customers are asked for in all.
    asked: i64,
    /// No table is longer than this.
    rows: BTreeMap<&'static str, i64>,
}

impl<'a> Way<'a> {
    pub fn new(db: &Connection, around: &'a Surroundings, asked: usize, whose: Option<CustomerId>) -> Result<Way<'a>> {
        let kinds = around.rules.iter().map(|rule| rule.plan.trigger.kind()).collect();
        let tags: BTreeSet<TagId> = around.rules.iter().flat_map(|rule| rule.plan.conditions.tags.iter().copied()).collect();
        let mut given: BTreeMap<CustomerId, BTreeSet<TagId>> = BTreeMap::new();
        if !tags.is_empty() {
            for (customer, tag) in super::tag_rule::given(db, &tags, around.today, whose)? {
                given.entry(customer).or_default().insert(tag);
            }
        }
        let birthdays = around.window(&[TriggerKind::Birthday], 0).map(|(from, to)| Dates::of(from, to)).unwrap_or_default();
        let worth = Worth { prospects: Prospects::of(around, 0), birthdays };
        let mut way = Way { around, kinds, tags, given, worth, asked: i64::try_from(asked).unwrap_or(i64::MAX), rows: BTreeMap::new() };
        // Of one customer nothing is walked past.
        if asked > 1 {
            for source in [&PHONES, &CONTACTS, &CONSENTS, &WISHES, &COMPLAINTS, &DATES, &TAGS, &LEVELS, &DECISIONS] {
                let sql = format!("SELECT coalesce(max(id), 0) FROM {}", source.table);
                way.rows.insert(source.table, super::row(db, &sql, [], |row| row.get(0))?.unwrap_or(0));
            }
        }
        Ok(way)
    }

    /// The facts of some customers, who stand by id. Archives put away, ended or merged have none, nor has whom no task can follow of.
    pub fn facts(&self, db: &Connection, people: Vec<(CustomerId, Causes)>, lists: &mut [List]) -> Result<Vec<CareFacts>> {
        let known = self.figures(db, people)?;
        self.facts_of(db, known, lists)
    }

    /// Hands over the facts of all who were found, who come by id, and of those whom a festival greets who were here `since`, so many at
    /// a time. The figures kept of everybody are walked once.
    pub fn everybody(
        &self,
        db: &Connection,
        since: Millis,
        found: impl Iterator<Item = (CustomerId, Causes)>,
        many: usize,
        lists: &mut [List],
        mut take: impl FnMut(Vec<CareFacts>),
    ) -> Result<()> {
        let mut found = found.peekable();
        let mut known = Vec::with_capacity(many);
        let sql = format!("SELECT {FIGURES} FROM customer_stats s WHERE s.customer_id BETWEEN :first AND :last ORDER BY s.customer_id");
        #[cfg(test)]
        super::plans::note(&sql);
        let mut statement = db.prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! {":first": i64::MIN, ":last": i64::MAX})?;
        while let Some(row) = rows.next()? {
            let customer: CustomerId = row.get(0)?;
            while found.next_if(|(id, _)| *id < customer).is_some() {}
            let own = found.next_if(|(id, _)| *id == customer);
            let greeted = row.get::<_, Option<Millis>>(2)?.is_some_and(|at| at >= since);
            if own.is_none() && !greeted {
                continue;
            }
            known.extend(self.known(row, own.map(|(_, own)| own).unwrap_or_default(), greeted)?);
            if known.len() == many {
                take(self.facts_of(db, std::mem::replace(&mut known, Vec::with_capacity(many)), lists)?);
            }
        }
        take(self.facts_of(db, known, lists)?);
        Ok(())
    }

    fn facts_of(&self, db: &Connection, known: Vec<Known>, lists: &mut [List]) -> Result<Vec<CareFacts>> {
        let mut stretch = Stretch { db, way: self, found: Vec::with_capacity(known.len()) };
        stretch.archives(known, lists)?;
        stretch.fill(&PHONES, |facts, _| {
            facts.contact.reach.phone = true;
            Ok(())
        })?;
        stretch.fill(&CONTACTS, |facts, row| {
            if let Some(day) = day(row, 1)? {
                let (purpose, outcome, direction, channel) = (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
                facts.contact.contacts.push(ContactFact { day, purpose, outcome, direction, channel });
            }
            Ok(())
        })?;
        for facts in stretch.found.iter_mut().filter(|facts| !facts.contact.contacts.is_sorted_by_key(|contact| contact.day)) {
            facts.contact.contacts.sort_by_key(|contact| contact.day);
        }
        stretch.fill(&CONSENTS, |facts, row| {
            facts.contact.consents.take(row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            Ok(())
        })?;
        stretch.fill(&WISHES, |facts, row| {
            facts.contact.wish = row.get(1)?;
            Ok(())
        })?;
        stretch.fill(&COMPLAINTS, |facts, _| {
            facts.contact.open_complaint = true;
            Ok(())
        })?;
        if self.kinds.contains(&TriggerKind::ImportantDate) {
            stretch.fill(&DATES, |facts, row| {
                let (id, label) = (row.get(1)?, row.get(2)?);
                facts.dates.extend(birthday_from(row, 3)?.map(|date| (id, label, date)));
                Ok(())
            })?;
        }
        if !self.tags.is_empty() {
            stretch.fill(&TAGS, |facts, row| {
                facts.tags.insert(row.get(1)?);
                Ok(())
            })?;
            for facts in &mut stretch.found {
                facts.tags.extend(self.given.get(&facts.customer).into_iter().flatten());
            }
        }
        if let Some((from, _)) = self.around.window(&[TriggerKind::NewCard], STRETCH) {
            // Whether the last change of level was somebody's decision.
            stretch.fill(&LEVELS, |facts, row| {
                let recent = facts.level_since.is_some_and(|since| since >= from);
                if recent && facts.level_since == day(row, 1)? && facts.level == row.get(2)? {
                    facts.level_decided = true;
                }
                Ok(())
            })?;
        }
        stretch.fill(&DECISIONS, |facts, row| {
            facts.decisions.push(super::care_decision::fact(row)?);
            Ok(())
        })?;
        Ok(stretch.found)
    }

    /// What is kept of them, without those of whom no task can follow.
    fn figures(&self, db: &Connection, people: Vec<(CustomerId, Causes)>) -> Result<Vec<Known>> {
        let Some(asked) = Asked::of(people.iter().map(|(id, _)| *id)) else { return Ok(Vec::new()) };
        let (mut people, mut finger) = (people, Finger(0));
        let mut known = Vec::with_capacity(people.len());
        let mut give = |row: &Row<'_>| {
            if let Some((_, own)) = finger.find(&people, row.get(0)?, |(id, _)| *id).and_then(|at| people.get_mut(at)) {
                known.extend(self.known(row, std::mem::take(own), false)?);
            }
            Ok(())
        };
        if asked.dense {
            let sql = format!("SELECT {FIGURES} FROM customer_stats s WHERE s.customer_id BETWEEN :first AND :last ORDER BY s.customer_id");
            each(db, &sql, &[(":first", &asked.first), (":last", &asked.last)], &mut give)?;
        } else {
            let sql = format!("SELECT {FIGURES} FROM json_each(:ids) j CROSS JOIN customer_stats s ON s.customer_id = j.value");
            each(db, &sql, &[(":ids", &asked.ids)], &mut give)?;
        }
        known.sort_by_key(|one| one.customer);
        Ok(known)
    }

    /// What is kept of somebody in a row of [`FIGURES`], if she is worth looking at: most have nothing but their level read.
    fn known(&self, row: &Row<'_>, own: Causes, greeted: bool) -> rusqlite::Result<Option<Known>> {
        let level = row.get(1)?;
        let FoundBy { certain, birthday, listed } = own.found_by;
        let prospects = &self.worth.prospects;
        let sure = certain || (greeted && prospects.festival(self.around.rank(level)));
        if !sure && !birthday && !listed && own.visits.is_empty() {
            return Ok(None);
        }
        let figures = Figures { level, level_since: day(row, 3)?, first_purchase: day(row, 4)?, net_spend: row.get(5)? };
        let sure = sure || prospects.visits(&own.visits, &figures);
        if !sure && !birthday && !listed {
            return Ok(None);
        }
        Ok(Some(Known {
            customer: row.get(0)?,
            causes: own,
            figures,
            last_purchase: day(row, 6)?,
            last_visit: day(row, 7)?,
            points: row.get(8)?,
            points_until: day(row, 9)?,
            purchase_days: row.get(10)?,
            only_birthday: !sure,
        }))
    }
}

/// Some customers who are asked for, from the first id to the last.
struct Asked {
    first: CustomerId,
    last: CustomerId,
    ids: String,
    dense: bool,
}

impl Asked {
    /// None if nobody is.
    fn of(ids: impl ExactSizeIterator<Item = CustomerId> + DoubleEndedIterator + Clone) -> Option<Asked> {
        let (first, last) = (ids.clone().next()?, ids.clone().next_back()?);
        let many = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        Some(Asked { first, last, ids: list(ids.map(|id| id.0)), dense: many >= (last.0 - first.0 + 1) / DENSE })
    }
}

/// Finds the place of one id after another in what stands by id. They come in that order, so that the next one is at the same place or
/// soon after; whatever the order, the place found is right.
struct Finger(usize);

impl Finger {
    fn find<T>(&mut self, among: &[T], customer: CustomerId, id: impl Fn(&T) -> CustomerId) -> Option<usize> {
        let at = |place: usize| among.get(place).map(&id);
        if at(self.0) != Some(customer) {
            self.0 += 1;
            if at(self.0) != Some(customer) {
                self.0 = among.partition_point(|one| id(one) < customer);
            }
        }
        (at(self.0) == Some(customer)).then_some(self.0)
    }
}

/// What is kept of somebody who is worth looking at.
struct Known {
    customer: CustomerId,
    causes: Causes,
    figures: Figures,
    last_purchase: Option<Day>,
    last_visit: Option<Day>,
    points: i64,
    points_until: Option<Day>,
    purchase_days: i64,
    /// Whether nothing but a birthday was found, of a calendar not known yet.
    only_birthday: bool,
}

/// Customers from one id to another who are asked for.
struct Stretch<'a> {
    db: &'a Connection,
    way: &'a Way<'a>,
    found: Vec<CareFacts>,
}

impl Stretch<'_> {
    /// Hands each row of a customer asked for to `take`.
    fn fill(&mut self, source: &Source, mut take: impl FnMut(&mut CareFacts, &Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
        let Source { table, columns, only, order } = source;
        let short = self.way.rows.get(table).is_some_and(|rows| *rows <= self.way.asked);
        if self.way.rows.get(table) == Some(&0) {
            return Ok(());
        }
        let Some(asked) = Asked::of(self.found.iter().map(|facts| facts.customer)) else { return Ok(()) };
        let found = &mut self.found;
        let mut finger = Finger(0);
        let mut give = |row: &Row<'_>| match finger.find(found, row.get(0)?, |facts| facts.customer).and_then(|at| found.get_mut(at)) {
            Some(facts) => take(facts, row),
            None => Ok(()),
        };
        if asked.dense || short {
            let sql = format!(
                "SELECT {columns} FROM {table} t WHERE t.customer_id BETWEEN :first AND :last {only} ORDER BY t.customer_id{order}"
            );
            each(self.db, &sql, &[(":first", &asked.first), (":last", &asked.last)], &mut give)
        } else {
            let order = if order.is_empty() { String::new() } else { format!("ORDER BY j.value{order}") };
            let sql = format!("SELECT {columns} FROM json_each(:ids) j CROSS JOIN {table} t ON t.customer_id = j.value {only} {order}");
            each(self.db, &sql, &[(":ids", &asked.ids)], &mut give)
        }
    }

    /// Who they are.
    fn archives(&mut self, mut known: Vec<Known>, lists: &mut [List]) -> Result<()> {
        const COLUMNS: &str = "c.id, c.joined_on, c.gender, c.referrer_id, c.staff_id, c.preferred_channel, c.wechat IS NOT NULL,
            c.email IS NOT NULL, c.address IS NOT NULL, c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day,
            c.birthday_leap";
        const IN_USE: &str = "c.status = 'active' AND c.merged_into_id IS NULL";
        let around = self.way.around;
        let Some(asked) = Asked::of(known.iter().map(|one| one.customer)) else { return Ok(()) };
        let (found, mut finger) = (&mut self.found, Finger(0));
        let birthdays = &self.way.worth.birthdays;
        let mut give = |row: &Row<'_>| {
            let Some(one) = finger.find(&known, row.get(0)?, |one| one.customer).and_then(|at| known.get_mut(at)) else { return Ok(()) };
            let birthday = birthday_from(row, 9)?;
            if one.causes.found_by.listed
                && let Some(date) = &birthday
            {
                for list in lists.iter_mut().filter(|list| list.has(date)) {
                    list.people.insert(one.customer, around.gift_levels.contains(&one.figures.level));
                }
            }
            if one.only_birthday && !birthday.as_ref().is_some_and(|date| birthdays.has(date)) {
                return Ok(());
            }
            let channel: Option<crate::wire::customers::Channel> = row.get(5)?;
            let contact = ContactFacts {
                reach: Reach { phone: false, wechat: row.get(6)?, email: row.get(7)?, address: row.get(8)? },
                preferred: channel.map(preferred),
                age: age_of(row.get(10)?, birthday.as_ref(), around.today),
                last_visit: one.last_visit,
                last_purchase: one.last_purchase,
                ..ContactFacts::default()
            };
            let (visits, own) = std::mem::take(&mut one.causes).apart();
            found.push(CareFacts {
                customer: one.customer,
                gender: row.get(2)?,
                birthday,
                joined_on: on(row, 1)?,
                referrer: row.get(3)?,
                staff: row.get(4)?,
                preferred: channel,
                level: one.figures.level,
                level_since: one.figures.level_since,
                level_decided: false,
                net_spend: one.figures.net_spend,
                points: one.points,
                points_until: one.points_until,
                purchase_days: one.purchase_days,
                first_purchase: one.figures.first_purchase,
                last_purchase: one.last_purchase,
                keeps_until: own.keeps_until,
                top_spender: around.top_spender(one.customer),
                visits,
                dates: Vec::new(),
                brought: own.brought,
                vouchers: own.vouchers,
                wishes: own.wishes,
                complaints: own.complaints,
                guests: own.guests,
                follow_ups: own.follow_ups,
                tags: BTreeSet::new(),
                contact,
                decisions: Vec::new(),
            });
            Ok(())
        };
        if asked.dense {
            let sql = format!("SELECT {COLUMNS} FROM customer c WHERE c.id BETWEEN :first AND :last AND {IN_USE} ORDER BY c.id");
            each(self.db, &sql, &[(":first", &asked.first), (":last", &asked.last)], &mut give)?;
        } else {
            let sql = format!("SELECT {COLUMNS} FROM json_each(:ids) j CROSS JOIN customer c ON c.id = j.value WHERE {IN_USE}");
            each(self.db, &sql, &[(":ids", &asked.ids)], &mut give)?;
        }
        self.found.sort_by_key(|facts| facts.customer);
        Ok(())
    }
}

/// Hands each row to `take`, one after another.
fn each(db: &Connection, sql: &str, params: &[(&str, &dyn ToSql)], take: &mut impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
    #[cfg(test)]
    super::plans::note(sql);
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "care_people_tests.rs"]
mod tests;
