//! What else is known of those who may have a task: read a stretch of customers at a time, each table in the order of their ids.
//!
//! Of a table that is short, or where most customers of a stretch are asked for anyway, the stretch is walked; else each customer is
//! looked up. Both find the same rows.

use super::care_facts::{Causes, list};
use super::contact_facts::{age_of, day, on, preferred};
use super::facts::birthday_from;
use crate::care::{CareFacts, STRETCH, Surroundings, TriggerKind};
use crate::contacts::facts::{ContactFact, ContactFacts, Reach};
use crate::error::Result;
use crate::ids::{CustomerId, TagId};
use rusqlite::{Connection, Row, ToSql};
use std::collections::{BTreeMap, BTreeSet};

/// Walking past a customer costs a third of looking one up.
const DENSE: i64 = 3;

/// A table with the rows of customers, called `t` in its words.
struct Source {
    table: &'static str,
    columns: &'static str,
    /// What else has to hold.
    only: &'static str,
    /// The order of one customer's rows, where it matters.
    order: &'static str,
}

const PHONES: Source = Source { table: "phone", columns: "t.customer_id", only: "", order: "" };
const CONTACTS: Source =
    Source { table: "contact", columns: "t.customer_id, t.day, t.purpose, t.outcome, t.direction, t.channel", only: "", order: ", t.day" };
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

/// How a load goes about it: what the rules ask for, and how long the tables are.
pub(super) struct Way<'a> {
    around: &'a Surroundings,
    kinds: BTreeSet<TriggerKind>,
    /// The tags that rules ask for, and who has one of them from a rule.
    tags: BTreeSet<TagId>,
    given: BTreeMap<CustomerId, BTreeSet<TagId>>,
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
        let mut way = Way { around, kinds, tags, given, asked: i64::try_from(asked).unwrap_or(i64::MAX), rows: BTreeMap::new() };
        // Of one customer nothing is walked past.
        if asked > 1 {
            for source in [&PHONES, &CONTACTS, &CONSENTS, &WISHES, &COMPLAINTS, &DATES, &TAGS, &LEVELS, &DECISIONS] {
                let sql = format!("SELECT coalesce(max(id), 0) FROM {}", source.table);
                way.rows.insert(source.table, super::row(db, &sql, [], |row| row.get(0))?.unwrap_or(0));
            }
        }
        Ok(way)
    }

    /// The facts of some customers, who stand by id. Archives put away, ended or merged have none.
    pub fn facts(&self, db: &Connection, people: Vec<(CustomerId, Causes)>) -> Result<Vec<CareFacts>> {
        let (Some(first), Some(last)) = (people.first().map(|p| p.0), people.last().map(|p| p.0)) else { return Ok(Vec::new()) };
        let asked = i64::try_from(people.len()).unwrap_or(i64::MAX);
        let ids = list(people.iter().map(|(id, _)| id.0));
        let dense = asked >= (last.0 - first.0 + 1) / DENSE;
        let mut stretch = Stretch { db, way: self, first, last, ids, dense, found: Vec::with_capacity(people.len()) };
        stretch.archives(people)?;
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
}

/// Customers from one id to another who are asked for.
struct Stretch<'a> {
    db: &'a Connection,
    way: &'a Way<'a>,
    first: CustomerId,
    last: CustomerId,
    ids: String,
    dense: bool,
    found: Vec<CareFacts>,
}

impl Stretch<'_> {
    /// Hands each row of a customer asked for to `take`.
    fn fill(&mut self, source: &Source, mut take: impl FnMut(&mut CareFacts, &Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
        let Source { table, columns, only, order } = source;
        let short = self.way.rows.get(table).is_some_and(|rows| *rows <= self.way.asked);
        let found = &mut self.found;
        let mut at = 0;
        let mut give = |row: &Row<'_>| {
            let customer: CustomerId = row.get(0)?;
            // Rows come in the order of the customers, so that the next one is hers or that of somebody soon after.
            while found.get(at).is_some_and(|facts| facts.customer < customer) {
                at += 1;
            }
            match found.get_mut(at) {
                Some(facts) if facts.customer == customer => take(facts, row),
                _ => Ok(()),
            }
        };
        if self.dense || short {
            let sql = format!(
                "SELECT {columns} FROM {table} t WHERE t.customer_id BETWEEN :first AND :last {only} ORDER BY t.customer_id{order}"
            );
            each(self.db, &sql, &[(":first", &self.first), (":last", &self.last)], &mut give)
        } else {
            let sql = format!(
                "SELECT {columns} FROM json_each(:ids) j CROSS JOIN {table} t ON t.customer_id = j.value {only} ORDER BY j.value{order}"
            );
            each(self.db, &sql, &[(":ids", &self.ids)], &mut give)
        }
    }

    /// Who they are.
    fn archives(&mut self, people: Vec<(CustomerId, Causes)>) -> Result<()> {
        const COLUMNS: &str =
            "c.id, c.status = 'active' AND c.merged_into_id IS NULL, c.joined_on, s.level_since, s.first_purchase, s.last_purchase,
            s.last_visit, s.points_next_expiry, c.gender, c.referrer_id, c.staff_id, c.preferred_channel, s.level_id, s.net_spend, s.points,
            s.purchase_days, c.wechat IS NOT NULL, c.email IS NOT NULL, c.address IS NOT NULL,
            c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day, c.birthday_leap";
        let around = self.way.around;
        let mut people = people.into_iter().peekable();
        let found = &mut self.found;
        let mut give = |row: &Row<'_>| {
            let customer: CustomerId = row.get(0)?;
            while people.next_if(|(id, _)| *id < customer).is_some() {}
            let Some((_, own)) = people.next_if(|(id, _)| *id == customer) else { return Ok(()) };
            if !row.get::<_, bool>(1)? {
                return Ok(());
            }
            let (last_purchase, last_visit) = (day(row, 5)?, day(row, 6)?);
            let birthday = birthday_from(row, 19)?;
            let year: Option<i32> = row.get(20)?;
            let channel: Option<crate::wire::customers::Channel> = row.get(11)?;
            let contact = ContactFacts {
                reach: Reach { phone: false, wechat: row.get(16)?, email: row.get(17)?, address: row.get(18)? },
                preferred: channel.map(preferred),
                age: age_of(year, birthday.as_ref(), around.today),
                last_visit,
                last_purchase,
                ..ContactFacts::default()
            };
            found.push(CareFacts {
                customer,
                gender: row.get(8)?,
                birthday,
                joined_on: on(row, 2)?,
                referrer: row.get(9)?,
                staff: row.get(10)?,
                preferred: channel,
                level: row.get(12)?,
                level_since: day(row, 3)?,
                level_decided: false,
                net_spend: row.get(13)?,
                points: row.get(14)?,
                points_until: day(row, 7)?,
                purchase_days: row.get(15)?,
                first_purchase: day(row, 4)?,
                last_purchase,
                keeps_until: own.keeps_until,
                top_spender: around.top_spender(customer),
                visits: own.visits,
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
        let stats = "CROSS JOIN customer_stats s ON s.customer_id = c.id";
        if self.dense {
            let sql = format!("SELECT {COLUMNS} FROM customer c {stats} WHERE c.id BETWEEN :first AND :last ORDER BY c.id");
            each(self.db, &sql, &[(":first", &self.first), (":last", &self.last)], &mut give)
        } else {
            let sql = format!("SELECT {COLUMNS} FROM json_each(:ids) j CROSS JOIN customer c ON c.id = j.value {stats} ORDER BY j.key");
            each(self.db, &sql, &[(":ids", &self.ids)], &mut give)
        }
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
mod tests {
    use super::super::care_facts::surroundings;
    use super::*;
    use crate::clock::FixedClock;
    use crate::ops;
    use crate::shop::Shop;
    use crate::store::care_rule;
    use crate::wire::settings::{Language, Trade};
    use crate::wire::shop::NewShop;
    use serde_json::json;

    /// Somebody of whom every table has something.
    fn shop() -> (Shop, tempfile::TempDir) {
        let folder = tempfile::TempDir::new().unwrap();
        let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: true };
        let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
        let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
        let mut call = |op: &str, args: serde_json::Value| ops::call(&mut shop, op, args).unwrap();
        for customer in [2, 3, 20] {
            let many = json!({"customers": [customer], "channel": "wechat", "purpose": "greeting", "outcome": "sent", "direction": "out"});
            call("log_contact", many.clone());
            call("log_contact", many);
            call("save_consent", json!({"customer": customer, "purpose": "marketing", "channels": ["wechat"], "given": false}));
            call("save_consent", json!({"customer": customer, "purpose": "marketing", "channels": ["wechat"], "given": true}));
            call("set_contact_wish", json!({"customer": customer, "wish": "no_promotion"}));
            call("open_complaint", json!({"customer": customer, "kind": "goods", "what": "起球"}));
            let wedding = json!({"calendar": "solar", "month": 11, "day": 25});
            call("save_date", json!({"customer": customer, "label": "结婚", "date": wedding}));
            call("add_tags", json!({"customers": [customer], "tags": ["显瘦"]}));
            call("set_level", json!({"customer": customer, "level": 3, "reason": "老朋友"}));
            let follow_up = json!({"customers": [customer], "title": "问问", "due_on": "2026-11-21", "purpose": "service"});
            call("save_follow_up", follow_up);
            let tasks = call("customer_tasks", json!({"customer": customer}))["rows"].clone();
            for task in tasks.as_array().unwrap() {
                call("decide_tasks", json!({"tasks": [task["task"]], "decision": "snoozed", "until": "2026-11-23"}));
            }
        }
        (shop, folder)
    }

    #[test]
    fn a_stretch_that_is_walked_and_customers_looked_up_are_the_same() {
        let (shop, _folder) = shop();
        let db = shop.db().unwrap();
        let mut rules = care_rule::list(db).unwrap();
        rules[0].plan.conditions.tags = vec![crate::ids::TagId(1)];
        let around = surroundings(db, shop.now().day(), rules).unwrap();
        let last = super::super::facts::last_customer(db).unwrap().0;
        assert!(last >= 30, "{last}");
        let facts = |ids: &[i64], asked: usize| {
            let people = ids.iter().map(|id| (CustomerId(*id), Causes::default())).collect();
            Way::new(db, &around, asked, None).unwrap().facts(db, people).unwrap()
        };
        let all: Vec<i64> = (1..=last).collect();
        let walked = facts(&all, all.len());
        assert!(
            walked.iter().any(|one| !one.decisions.is_empty() && !one.tags.is_empty() && one.level_decided && one.contact.open_complaint)
        );
        let of = |id: i64| walked.iter().find(|one| one.customer.0 == id).cloned();
        for id in 2..last - 10 {
            // Two far apart are looked up, but in tables shorter than all that is asked for, which are walked.
            for asked in [2, 1_000_000] {
                let few: Vec<_> = [id, last].into_iter().filter_map(of).collect();
                assert_eq!(facts(&[id, last], asked), few, "{id} {asked}");
            }
            assert_eq!(facts(&[id], 1), of(id).into_iter().collect::<Vec<_>>(), "{id}");
        }
    }
}
