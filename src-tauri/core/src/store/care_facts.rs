//! What care tasks follow from: who may have a task and why ([`super::care_causes`]), then what else is known of them. Everybody and one
//! customer take the same way; only how the causes are found differs.

use super::contact_facts::{age, day};
use super::facts::birthday_of;
use super::{care_causes, care_decision};
use crate::care::{AHEAD, Brought, ComplaintFact, FollowUpFact, GuestFact, TriggerKind, VisitFact, VoucherFact, WishFact};
use crate::care::{CareFacts, CareRule, FestivalDay, STRETCH, Surroundings, earlier, later};
use crate::clock::Day;
use crate::contacts::facts::{ContactFact, ContactFacts, Reach};
use crate::error::Result;
use crate::festivals;
use crate::ids::{CustomerId, OperationId, TagId};
use rusqlite::types::FromSql;
use rusqlite::{Connection, Row, named_params};
use std::collections::{BTreeMap, BTreeSet};

/// Whom to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everybody with something near.
    All,
    /// One customer.
    One(CustomerId),
}

/// What was found of one customer by its day.
#[derive(Debug, Default)]
pub(super) struct Causes {
    pub visits: Vec<VisitFact>,
    pub brought: Vec<Brought>,
    pub vouchers: Vec<VoucherFact>,
    pub wishes: Vec<WishFact>,
    pub complaints: Vec<ComplaintFact>,
    pub guests: Vec<GuestFact>,
    pub follow_ups: Vec<FollowUpFact>,
}

/// Everybody who was found.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub people: BTreeMap<CustomerId, Causes>,
}

impl Gathered {
    pub(super) fn of(&mut self, customer: CustomerId) -> &mut Causes {
        self.people.entry(customer).or_default()
    }
}

/// Ids as `json_each` reads them.
pub(super) fn list(ids: impl Iterator<Item = i64>) -> String {
    let mut text = String::from("[");
    for id in ids {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&id.to_string());
    }
    text.push(']');
    text
}

/// The rules, the calendar, the levels and who works there. `rules` stands for those of the book where a draft is tried.
pub(crate) fn surroundings(db: &Connection, today: Day, rules: Vec<CareRule>) -> Result<Surroundings> {
    let levels = super::level::list(db)?;
    let (from, to) = (earlier(today, 200), later(today, 370));
    let kept = super::festival::list(db)?;
    let festival = |found: festivals::Occurrence<'_>| FestivalDay {
        key: found.festival.key.clone().unwrap_or_else(|| found.festival.id.0.to_string()),
        name: found.festival.name.clone(),
        day: found.day,
        quiet: found.festival.rule.quiet,
        only: found.festival.rule.only,
    };
    let mut around = Surroundings {
        today,
        rules,
        festivals: festivals::occurrences(&kept, from, to).into_iter().map(festival).collect(),
        gift_levels: levels.iter().filter(|level| level.benefits.birthday_gift.is_some()).map(|level| level.id).collect(),
        levels: levels.into_iter().map(|level| (level.id, (level.rank, level.name))).collect(),
        staff: super::staff::list(db)?.into_iter().filter(|person| person.is_active).map(|person| person.id).collect(),
        limits: super::setting::get(db, crate::contacts::clock::ContactLimits::KEY)?,
        top_years: Vec::new(),
    };
    around.top_years = super::top_spender::years(db, &around)?;
    Ok(around)
}

/// The facts of everybody in scope who may have a task today, by id. Archives put away, ended or merged have none.
pub(crate) fn load(db: &Connection, scope: Scope, around: &Surroundings) -> Result<Vec<CareFacts>> {
    let mut causes = Gathered::default();
    care_causes::gather(db, scope, around, &mut causes)?;
    let ids = list(causes.people.keys().map(|id| id.0));
    let mut book = Book { ids: &ids, found: people(db, &ids, &mut causes, around)? };
    book.fill(db, "SELECT p.customer_id FROM json_each(:ids) j CROSS JOIN phone p ON p.customer_id = j.value", |facts, _| {
        facts.contact.reach.phone = true;
        Ok(())
    })?;
    let log = "SELECT c.customer_id, c.day, c.purpose, c.outcome, c.direction, c.channel FROM json_each(:ids) j
               CROSS JOIN contact c ON c.customer_id = j.value ORDER BY j.value, c.day";
    book.fill(db, log, |facts, row| {
        if let Some(day) = day(row, 1)? {
            let contact = ContactFact { day, purpose: row.get(2)?, outcome: row.get(3)?, direction: row.get(4)?, channel: row.get(5)? };
            facts.contact.contacts.push(contact);
        }
        Ok(())
    })?;
    let consents = "SELECT c.customer_id, c.purpose, c.channel, c.is_given FROM json_each(:ids) j
                    CROSS JOIN consent c ON c.customer_id = j.value ORDER BY c.id";
    book.fill(db, consents, |facts, row| {
        facts.contact.consents.take(row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(())
    })?;
    let wishes = "SELECT w.customer_id, w.wish FROM json_each(:ids) j CROSS JOIN contact_wish w ON w.customer_id = j.value";
    book.fill(db, wishes, |facts, row| {
        facts.contact.wish = row.get(1)?;
        Ok(())
    })?;
    let open = "SELECT c.customer_id FROM json_each(:ids) j CROSS JOIN complaint c ON c.customer_id = j.value WHERE c.solved_at IS NULL";
    book.fill(db, open, |facts, _| {
        facts.contact.open_complaint = true;
        Ok(())
    })?;
    let kinds: BTreeSet<TriggerKind> = around.rules.iter().map(|rule| rule.plan.trigger.kind()).collect();
    if kinds.contains(&TriggerKind::ImportantDate) {
        let dates =
            "SELECT d.customer_id, d.id, d.label, d.calendar AS birthday_calendar, d.year AS birthday_year, d.month AS birthday_month,
                       d.day AS birthday_day, d.leap AS birthday_leap
                     FROM json_each(:ids) j CROSS JOIN important_date d ON d.customer_id = j.value ORDER BY d.id";
        book.fill(db, dates, |facts, row| {
            let (id, label) = (row.get(1)?, row.get(2)?);
            facts.dates.extend(birthday_of(row)?.map(|date| (id, label, date)));
            Ok(())
        })?;
    }
    let asked: BTreeSet<TagId> = around.rules.iter().flat_map(|rule| rule.plan.conditions.tags.iter().copied()).collect();
    if !asked.is_empty() {
        let tags = "SELECT t.customer_id, t.tag_id FROM json_each(:ids) j CROSS JOIN customer_tag t ON t.customer_id = j.value";
        book.fill(db, tags, |facts, row| {
            facts.tags.insert(row.get(1)?);
            Ok(())
        })?;
        let whose = if let Scope::One(customer) = scope { Some(customer) } else { None };
        for (customer, tag) in super::tag_rule::given(db, &asked, around.today, whose)? {
            if let Some(facts) = book.found.get_mut(&customer) {
                facts.tags.insert(tag);
            }
        }
    }
    if kinds.contains(&TriggerKind::NewCard) {
        decided_levels(db, around, &mut book.found)?;
    }
    let ids = book.ids;
    let mut found = book.found;
    for (customer, decision) in care_decision::of_many(db, ids)? {
        if let Some(facts) = found.get_mut(&customer) {
            facts.decisions.push(decision);
        }
    }
    Ok(found.into_values().collect())
}

struct Book<'a> {
    ids: &'a str,
    found: BTreeMap<CustomerId, CareFacts>,
}

impl Book<'_> {
    fn fill(&mut self, db: &Connection, sql: &str, mut take: impl FnMut(&mut CareFacts, &Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
        let found = &mut self.found;
        super::rows(db, sql, named_params! {":ids": self.ids}, |row| match found.get_mut(&row.get(0)?) {
            Some(facts) => take(facts, row),
            None => Ok(()),
        })?;
        Ok(())
    }
}

/// What a day of the file is, without the general parser where it is written as we write it.
fn on(row: &Row<'_>, at: usize) -> rusqlite::Result<Day> {
    match day(row, at)? {
        Some(day) => Ok(day),
        None => Ok(Day::column_result(row.get_ref(at)?)?),
    }
}

fn people(db: &Connection, ids: &str, causes: &mut Gathered, around: &Surroundings) -> Result<BTreeMap<CustomerId, CareFacts>> {
    let sql = "SELECT c.id, c.joined_on, s.level_since, s.first_purchase, s.last_purchase, s.last_visit, s.points_next_expiry,
                 c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day, c.birthday_leap, c.gender, c.referrer_id, c.staff_id,
                 c.preferred_channel, c.wechat IS NOT NULL AS has_wechat, c.email IS NOT NULL AS has_email, c.address IS NOT NULL AS has_address,
                 s.level_id, s.net_spend, s.points, s.purchase_days, o.keeps_until
               FROM json_each(:ids) j CROSS JOIN customer c ON c.id = j.value CROSS JOIN customer_stats s ON s.customer_id = c.id
               LEFT JOIN level_outlook o ON o.customer_id = c.id
               WHERE c.status = 'active' AND c.merged_into_id IS NULL";
    let mut found = BTreeMap::new();
    super::rows(db, sql, named_params! {":ids": ids}, |row| {
        let customer: CustomerId = row.get(0)?;
        let own = causes.people.remove(&customer).unwrap_or_default();
        let (last_purchase, last_visit) = (day(row, 4)?, day(row, 5)?);
        let contact = ContactFacts {
            reach: Reach { phone: false, wechat: row.get("has_wechat")?, email: row.get("has_email")?, address: row.get("has_address")? },
            preferred: row.get::<_, Option<_>>("preferred_channel")?.map(super::contact_facts::preferred),
            age: age(row, around.today)?,
            last_visit,
            last_purchase,
            ..ContactFacts::default()
        };
        let facts = CareFacts {
            customer,
            gender: row.get("gender")?,
            birthday: birthday_of(row)?,
            joined_on: on(row, 1)?,
            referrer: row.get("referrer_id")?,
            staff: row.get("staff_id")?,
            preferred: row.get("preferred_channel")?,
            level: row.get("level_id")?,
            level_since: day(row, 2)?,
            level_decided: false,
            net_spend: row.get("net_spend")?,
            points: row.get("points")?,
            points_until: day(row, 6)?,
            purchase_days: row.get("purchase_days")?,
            first_purchase: day(row, 3)?,
            last_purchase,
            keeps_until: row.get("keeps_until")?,
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
        };
        found.insert(customer, facts);
        Ok(())
    })?;
    Ok(found)
}

/// Whether the last change of level was somebody's decision; asked of those alone whose card is new.
fn decided_levels(db: &Connection, around: &Surroundings, found: &mut BTreeMap<CustomerId, CareFacts>) -> Result<()> {
    let Some((from, _)) = around.window(&[TriggerKind::NewCard], STRETCH) else { return Ok(()) };
    let ids = list(found.values().filter(|facts| facts.level_since.is_some_and(|since| since >= from)).map(|facts| facts.customer.0));
    let sql = "SELECT d.customer_id, d.day, d.level_id FROM json_each(:ids) j CROSS JOIN level_decision d ON d.customer_id = j.value";
    super::rows(db, sql, named_params! {":ids": ids}, |row| {
        if let Some(facts) = found.get_mut(&row.get(0)?)
            && facts.level_since == day(row, 1)?
            && facts.level == row.get(2)?
        {
            facts.level_decided = true;
        }
        Ok(())
    })?;
    Ok(())
}

/// Whom the birthday list of a rule is about, and who of them gets a gift.
pub(crate) fn birthdays(db: &Connection, from: Day, to: Day, around: &Surroundings) -> Result<BTreeMap<CustomerId, bool>> {
    care_causes::birthdays(db, from, to, &around.gift_levels)
}

/// Tables of which a row belongs to one customer, whose tasks alone may change with it.
const HERS: &[&str] = &[
    "visit",
    "phone",
    "customer_tag",
    "points_entry",
    "level_decision",
    "important_date",
    "wish",
    "voucher",
    "consent",
    "contact_wish",
    "follow_up",
    "complaint",
    "event_guest",
    "contact",
    "care_decision",
];

/// Customers whose tasks may have changed with an operation: those whose rows changed, whoever sold what came back, and who brought them.
pub(crate) fn touched(db: &Connection, id: OperationId) -> Result<BTreeSet<CustomerId>> {
    let mut sql = String::from(
        "WITH c AS MATERIALIZED (SELECT tbl, row_id, before, after FROM change WHERE operation_id = :id)
         SELECT row_id FROM c WHERE tbl = 'customer'
         UNION SELECT json_extract(before, '$.customer_id') FROM c WHERE before IS NOT NULL AND tbl <> 'customer'
         UNION SELECT json_extract(after, '$.customer_id') FROM c WHERE after IS NOT NULL AND tbl <> 'customer'
         UNION SELECT json_extract(before, '$.referrer_id') FROM c WHERE before IS NOT NULL AND tbl IN ('customer', 'referral_thanks')
         UNION SELECT t.referrer_id FROM c CROSS JOIN referral_thanks t ON t.id = c.row_id WHERE c.tbl = 'referral_thanks'
         UNION SELECT o.customer_id FROM c CROSS JOIN visit_line l ON l.id = c.row_id CROSS JOIN visit_line b ON b.id = l.reverses_id
               CROSS JOIN visit o ON o.id = b.visit_id WHERE c.tbl = 'visit_line'",
    );
    for table in HERS {
        sql.push_str(&format!("\nUNION SELECT t.customer_id FROM c CROSS JOIN {table} t ON t.id = c.row_id WHERE c.tbl = '{table}'"));
    }
    let rows = super::rows(db, &sql, named_params! {":id": id}, |row| row.get::<_, Option<CustomerId>>(0))?;
    let mut found: BTreeSet<CustomerId> = rows.into_iter().flatten().collect();
    let referrers = super::rows(
        db,
        "SELECT c.referrer_id FROM json_each(:ids) j CROSS JOIN customer c ON c.id = j.value WHERE c.referrer_id IS NOT NULL",
        named_params! {":ids": list(found.iter().map(|id| id.0))},
        |row| row.get::<_, CustomerId>(0),
    )?;
    found.extend(referrers);
    Ok(found)
}

/// Whether a change in a table moves tasks of customers whose own rows did not change.
pub(crate) fn moves_everybody(table: &str) -> bool {
    const OTHERS: &[&str] = &[
        "setting",
        "staff",
        "level",
        "level_rule_set",
        "level_campaign",
        "festival",
        "closed_day",
        "care_rule",
        "event",
        "style_arrival",
        "tag_rule",
        "complaint_hold",
    ];
    OTHERS.contains(&table)
}

/// Customers with a task that comes back in these days, perhaps after its own end.
pub(crate) fn coming_back(db: &Connection, today: Day) -> Result<Vec<CustomerId>> {
    let sql = "SELECT DISTINCT customer_id FROM care_decision WHERE until_day BETWEEN :from AND :to AND customer_id IS NOT NULL";
    super::rows(db, sql, named_params! {":from": earlier(today, STRETCH), ":to": later(today, AHEAD)}, |row| row.get(0))
}
