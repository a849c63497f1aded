//! What care tasks follow from: who may have a task and why ([`super::care_causes`]), then what else is known of them. Everybody and one
//! customer take the same way; only how the causes are found differs.

use super::care_born::{self, List};
use super::care_causes;
use super::care_people::Way;
use crate::care::{AHEAD, Brought, ComplaintFact, FollowUpFact, GuestFact, VisitFact, VoucherFact, WishFact};
use crate::care::{CareFacts, CareRule, FestivalDay, STRETCH, Surroundings, earlier, later};
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::festivals;
use crate::ids::{CustomerId, OperationId};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whom to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Everybody with something near.
    All,
    /// One customer.
    One(CustomerId),
}

/// What was found of one customer by its day. Half of all customers may have one, so that what few have is kept elsewhere.
#[derive(Debug, Default)]
pub(super) struct Causes {
    pub visits: Vec<VisitFact>,
    pub found_by: FoundBy,
    pub rest: Option<Box<Rest>>,
}

impl Causes {
    /// What few have, to be added to.
    pub fn rest(&mut self) -> &mut Rest {
        self.rest.get_or_insert_default()
    }

    /// The visits, and what few have.
    pub fn apart(self) -> (Vec<VisitFact>, Rest) {
        (self.visits, self.rest.map(|rest| *rest).unwrap_or_default())
    }
}

/// What was found of few.
#[derive(Debug, Default)]
pub(super) struct Rest {
    pub brought: Vec<Brought>,
    pub vouchers: Vec<VoucherFact>,
    pub wishes: Vec<WishFact>,
    pub complaints: Vec<ComplaintFact>,
    pub guests: Vec<GuestFact>,
    pub follow_ups: Vec<FollowUpFact>,
    pub keeps_until: Option<Day>,
}

/// What she was found by. Where it is not certain that a task follows, what else is known of her says whether one can.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoundBy {
    /// Something of which only her facts together say what it means.
    pub certain: bool,
    /// A day of a month, which is her birthday in one of the two calendars.
    pub birthday: bool,
    /// The same for a month of which a list is made. No task of hers follows from it.
    pub listed: bool,
}

impl FoundBy {
    /// Something certain.
    pub const CERTAIN: FoundBy = FoundBy { certain: true, birthday: false, listed: false };
    /// A birthday.
    pub const BIRTHDAY: FoundBy = FoundBy { certain: false, birthday: true, listed: false };
    /// A month of which a list is made.
    pub const LISTED: FoundBy = FoundBy { certain: false, birthday: false, listed: true };

    /// She was found by something else too.
    pub fn add(&mut self, more: FoundBy) {
        self.certain |= more.certain;
        self.birthday |= more.birthday;
        self.listed |= more.listed;
    }
}

/// Everybody who was found, in the order in which they were; half of all customers may be.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    places: HashMap<CustomerId, usize>,
    people: Vec<Causes>,
}

impl Gathered {
    pub(super) fn of(&mut self, customer: CustomerId) -> &mut Causes {
        let own = self.perhaps(customer);
        own.found_by.add(FoundBy::CERTAIN);
        own
    }

    /// The same where what she is found by is often no cause: what it is has to be noted in what was found of her.
    pub(super) fn perhaps(&mut self, customer: CustomerId) -> &mut Causes {
        let place = *self.places.entry(customer).or_insert(self.people.len());
        if place == self.people.len() {
            self.people.push(Causes::default());
        }
        &mut self.people[place]
    }

    /// All visits that were found.
    pub(super) fn visits(&self) -> impl Iterator<Item = &VisitFact> {
        self.people.iter().flat_map(|own| &own.visits)
    }

    /// The same, those of each customer together, to be added to.
    pub(super) fn visits_of_each(&mut self) -> impl Iterator<Item = &mut Vec<VisitFact>> {
        self.people.iter_mut().map(|own| &mut own.visits)
    }

    /// Everybody by id.
    fn by_id(self) -> impl ExactSizeIterator<Item = (CustomerId, Causes)> {
        let Gathered { places, mut people } = self;
        let mut places: Vec<(CustomerId, usize)> = places.into_iter().collect();
        places.sort_unstable();
        places.into_iter().map(move |(customer, place)| (customer, people.get_mut(place).map(std::mem::take).unwrap_or_default()))
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

/// How many customers are read at a time.
const CHUNK: usize = 2_048;

/// Hands the facts of everybody who may have a task today to `take`, some at a time, by id. Answers with whose birthday falls into each
/// of the `listed` months, given by their first and last days, and whether she gets a gift: those people are all met on the way.
pub(crate) fn everybody(
    db: &Connection,
    around: &Surroundings,
    listed: &[(Day, Day)],
    mut take: impl FnMut(Vec<CareFacts>),
) -> Result<Vec<BTreeMap<CustomerId, bool>>> {
    let mut causes = Gathered::default();
    care_causes::gather(db, Scope::All, around, &mut causes)?;
    care_born::listed(db, listed, &mut causes)?;
    let mut lists: Vec<List> = listed.iter().map(|days| List::of(*days)).collect();
    let mut people = causes.by_id();
    // Most have no task of a festival, but whoever was here lately has to be looked at, and those are most.
    if let Some(since) = around.greeted(0) {
        let way = Way::new(db, around, usize::MAX, None)?;
        way.everybody(db, since.map_or(Millis::MIN, care_causes::millis), people, CHUNK, &mut lists, take)?;
    } else {
        let way = Way::new(db, around, people.len(), None)?;
        loop {
            let chunk: Vec<_> = people.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                break;
            }
            take(way.facts(db, chunk, &mut lists)?);
        }
    }
    Ok(lists.into_iter().map(|list| list.people).collect())
}

/// The facts of one customer; nothing of an archive put away, ended or merged.
pub(crate) fn of_one(db: &Connection, customer: CustomerId, around: &Surroundings) -> Result<Option<CareFacts>> {
    let mut causes = Gathered::default();
    care_causes::gather(db, Scope::One(customer), around, &mut causes)?;
    let own = std::mem::take(causes.of(customer));
    Ok(Way::new(db, around, 1, Some(customer))?.facts(db, vec![(customer, own)], &mut [])?.pop())
}

/// Whom the birthday list of a rule is about, and who of them gets a gift.
pub(crate) fn birthdays(db: &Connection, from: Day, to: Day, around: &Surroundings) -> Result<BTreeMap<CustomerId, bool>> {
    care_born::birthdays(db, from, to, &around.gift_levels)
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
