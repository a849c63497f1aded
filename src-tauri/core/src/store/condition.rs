//! The one way from a filter over customers to SQL: the list, the guest list of an event, tags that rules give and segments all ask here.
//!
//! Every condition is about customer `c` with stats `s`. Where days are asked for, the days come first: whoever was not here since then
//! is decided without reading a visit of hers.

use super::contact_facts::age_of;
use super::tag_rule::{self, TagRuleRecord};
use crate::calendar::{AgeBand, CalendarKind, RecurringDate, occurrence_in_year};
use crate::clock::Day;
use crate::contacts::facts::Age;
use crate::error::Result;
use crate::ids::{CustomerId, FieldId, TagId};
use crate::search::style_key;
use crate::wire::segments::{CountOf, FieldTest, Milestone, SegmentCondition, SegmentPeriod};
use crate::wire::tag_rules::{BoughtBy, TagCondition};
use chrono::{Datelike, Days};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::Value;
use rusqlite::{Connection, ToSql};

/// Lets a query ask what only Rust can tell: birthdays and ages, since lunar dates are converted there, and what two spellings of a
/// style number have in common.
pub(crate) fn install(db: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    db.create_scalar_function("birthday_month_in", 5, flags, |call| {
        let day = birthday(call, None)?.and_then(|date| occurrence_in_year(&date, call.get(4).unwrap_or(0)));
        Ok(day.map(|day| day.month()))
    })?;
    db.create_scalar_function("days_to_birthday", 5, flags, |call| {
        let today = day_of(call, 4)?;
        let next = birthday(call, None)?.zip(today).and_then(|(date, today)| date.next_on_or_after(today));
        Ok(next.zip(today).map(|(next, today)| (next - today).num_days()))
    })?;
    db.create_scalar_function("age_on", 6, flags, |call| {
        let year: Option<i32> = call.get(5)?;
        let date = if year.is_some() { birthday(call, year)? } else { None };
        Ok(date.zip(day_of(call, 4)?).and_then(|(date, today)| date.age_on(today)))
    })?;
    db.create_scalar_function("is_child", 6, flags, |call| {
        let year: Option<i32> = call.get(5)?;
        let date = if year.is_some() { birthday(call, year)? } else { None };
        Ok(day_of(call, 4)?.is_some_and(|today| age_of(year, date.as_ref(), today) == Age::Under14))
    })?;
    db.create_scalar_function("age_band", 1, flags, |call| Ok(call.get::<Option<u16>>(0)?.map(|age| AgeBand::of(age).as_str())))?;
    db.create_scalar_function("style_key", 1, flags, |call| Ok(call.get::<Option<String>>(0)?.map(|style| style_key(&style))))?;
    // SQLite's own `lower` knows the letters of English only.
    db.create_scalar_function("small", 1, flags, |call| Ok(call.get::<Option<String>>(0)?.map(|text| text.to_lowercase())))?;
    Ok(())
}

fn birthday(call: &Context<'_>, year: Option<i32>) -> rusqlite::Result<Option<RecurringDate>> {
    let (Some(month), Some(day)) = (call.get::<Option<u8>>(1)?, call.get::<Option<u8>>(2)?) else { return Ok(None) };
    let kind = if call.get_raw(0).as_str_or_null().ok().flatten() == Some("lunar") { CalendarKind::Lunar } else { CalendarKind::Solar };
    Ok(RecurringDate::new(kind, year, month, day, call.get(3)?).ok())
}

/// A day handed over as its number, which is quicker to read than its text.
fn day_of(call: &Context<'_>, at: usize) -> rusqlite::Result<Option<Day>> {
    Ok(Day::from_num_days_from_ce_opt(call.get(at)?))
}

/// The birthday columns of `c`, as the functions above want them.
const BIRTHDAY: &str = "c.birthday_calendar, c.birthday_month, c.birthday_day, c.birthday_leap";

/// Whom a filter is about: customers in use.
pub(crate) const MEMBERS: &str =
    "FROM customer c JOIN customer_stats s ON s.customer_id = c.id WHERE c.merged_into_id IS NULL AND c.status = 'active'";

/// A condition being put together: its parameters, numbered in the order they came.
pub(crate) struct Sieve<'a> {
    db: &'a Connection,
    today: Day,
    /// Only this customer's facts need be read.
    of: Option<CustomerId>,
    values: Vec<Value>,
    rules: Option<Vec<TagRuleRecord>>,
}

impl<'a> Sieve<'a> {
    /// For everybody.
    pub fn new(db: &'a Connection, today: Day) -> Sieve<'a> {
        Sieve { db, today, of: None, values: Vec::new(), rules: None }
    }

    /// For one customer.
    pub fn of_one(db: &'a Connection, today: Day, customer: CustomerId) -> Sieve<'a> {
        Sieve { of: Some(customer), ..Sieve::new(db, today) }
    }

    /// Takes a parameter and says its number.
    pub fn parameter(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    /// Takes ids as one parameter and says their number.
    pub fn ids(&mut self, ids: impl Iterator<Item = i64>) -> String {
        let list = serde_json::to_string(&ids.collect::<Vec<i64>>()).unwrap_or_else(|_| "[]".into());
        let at = self.parameter(list);
        format!("(SELECT value FROM json_each({at}))")
    }

    /// The parameters so far.
    pub fn values(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(|value| value as &dyn ToSql).collect()
    }

    fn day(&mut self, day: Day) -> String {
        self.parameter(day.to_string())
    }

    fn ago(&self, days: i64) -> Day {
        self.today.checked_sub_days(Days::new(days.unsigned_abs())).unwrap_or(Day::MIN)
    }

    /// The condition in SQL.
    pub fn meant(&mut self, condition: &SegmentCondition) -> Result<String> {
        Ok(match condition {
            SegmentCondition::All { of } => self.joined(of, " AND ", "1")?,
            SegmentCondition::Any { of } => self.joined(of, " OR ", "0")?,
            // What is not known is not so, and this lets it through.
            SegmentCondition::Neither { of } => format!("NOT coalesce({}, 0)", self.joined(of, " OR ", "0")?),
            SegmentCondition::Field { field, test } => self.field(*field, test)?,
            SegmentCondition::Gender { gender } => format!("c.gender = {}", self.parameter(gender.as_str().to_owned())),
            SegmentCondition::Age { min, max } => self.within(&self.age(), *min, *max),
            SegmentCondition::AgeBand { bands } => {
                let bands: Vec<&str> = bands.iter().map(|band| band.as_str()).collect();
                let list = self.parameter(serde_json::to_string(&bands)?);
                format!("coalesce(age_band({}), c.age_band) IN (SELECT value FROM json_each({list}))", self.age())
            }
            SegmentCondition::Level { levels } => format!("s.level_id IN {}", self.ids(levels.iter().map(|id| id.0))),
            SegmentCondition::Tag { tags } => self.tagged(tags)?,
            SegmentCondition::Staff { staff } => format!("c.staff_id IN {}", self.ids(staff.iter().map(|id| id.0))),
            SegmentCondition::Spend { period, min, max } => {
                let spent = match period {
                    SegmentPeriod::Ever => "s.net_spend".to_owned(),
                    period => self.in_period(*period, "coalesce(sum(v.total), 0)", ""),
                };
                self.within(&spent, min.map(|fen| fen.0), max.map(|fen| fen.0))
            }
            SegmentCondition::Count { what, period, min, max } => {
                let count = self.count(*what, *period);
                self.within(&count, *min, *max)
            }
            SegmentCondition::Since { what, at_least, at_most } => {
                let (from, to) = (at_most.map(|days| self.ago(days)), at_least.map(|days| self.ago(days)));
                self.between(&self.milestone(*what), from, to)
            }
            SegmentCondition::On { what, from, to } => self.between(&self.milestone(*what), *from, *to),
            SegmentCondition::Never { what } => format!("{} IS NULL", self.milestone(*what)),
            SegmentCondition::Bought { by, words, times, period } => self.bought(*by, words, *times, *period)?,
            SegmentCondition::BirthdayWithin { days } => {
                let today = self.today.num_days_from_ce();
                format!("days_to_birthday({BIRTHDAY}, {today}) <= {}", self.parameter(*days))
            }
            SegmentCondition::BirthdayMonth { month } => {
                let month = self.parameter(month.unwrap_or(i64::from(self.today.month())));
                format!("birthday_month_in({BIRTHDAY}, {}) = {month}", self.today.year())
            }
            SegmentCondition::Completeness { min, max } => self.within("s.completeness", *min, *max),
            SegmentCondition::Points { min, max } => self.within("s.points", *min, *max),
            SegmentCondition::Vouchers { min, max } => {
                let today = self.day(self.today);
                let open = format!(
                    "(SELECT count(*) FROM voucher w WHERE w.customer_id = c.id AND w.used_visit_id IS NULL AND w.cancelled_at IS NULL
                        AND w.valid_to >= {today})"
                );
                self.within(&open, *min, *max)
            }
            SegmentCondition::Consent { purpose, answer } => {
                use crate::wire::segments::ConsentAnswer;
                let purpose = self.parameter(purpose.as_str().to_owned());
                let said = format!("EXISTS (SELECT 1 FROM consent k WHERE k.customer_id = c.id AND k.purpose = {purpose})");
                let given = format!(
                    "EXISTS (SELECT 1 FROM (VALUES ('phone'), ('wechat'), ('sms'), ('email'), ('letter')) n WHERE
                       (SELECT k.is_given FROM consent k WHERE k.customer_id = c.id AND k.purpose = {purpose}
                          AND (k.channel IS NULL OR k.channel = n.column1) ORDER BY k.id DESC LIMIT 1) = 1)"
                );
                // Of a child who agreed herself, before that was known, nobody has been asked who could.
                let alone = format!(
                    "(is_child({BIRTHDAY}, {}, c.birthday_year) AND NOT EXISTS (SELECT 1 FROM consent k
                       WHERE k.customer_id = c.id AND k.purpose = {purpose} AND k.is_given = 1 AND k.guardian IS NOT NULL))",
                    self.today.num_days_from_ce()
                );
                match answer {
                    ConsentAnswer::Given => format!("{said} AND {given} AND NOT {alone}"),
                    ConsentAnswer::Withdrawn => format!("{said} AND NOT {given}"),
                    ConsentAnswer::Unasked => format!("(NOT {said} OR ({given} AND {alone}))"),
                }
            }
            SegmentCondition::People { customers } => format!("c.id IN {}", self.ids(customers.iter().map(|id| id.0))),
            // They were to become people before (segments/conclude.rs): asked as they are, they find nobody.
            SegmentCondition::Lifecycle { .. }
            | SegmentCondition::Value { .. }
            | SegmentCondition::Rfm { .. }
            | SegmentCondition::Forecast { .. } => "0".to_owned(),
            SegmentCondition::OpenComplaint => "c.id IN (SELECT k.customer_id FROM complaint k WHERE k.solved_at IS NULL)".to_owned(),
        })
    }

    fn joined(&mut self, of: &[SegmentCondition], with: &str, none: &str) -> Result<String> {
        let parts = of.iter().map(|one| Ok(format!("({})", self.meant(one)?))).collect::<Result<Vec<_>>>()?;
        Ok(if parts.is_empty() { none.to_owned() } else { format!("({})", parts.join(with)) })
    }

    fn age(&self) -> String {
        format!("age_on({BIRTHDAY}, {}, c.birthday_year)", self.today.num_days_from_ce())
    }

    /// A number within bounds. With neither it only has to be there.
    fn within(&mut self, what: &str, min: Option<i64>, max: Option<i64>) -> String {
        match (min, max) {
            (Some(min), Some(max)) => format!("{what} BETWEEN {} AND {}", self.parameter(min), self.parameter(max)),
            (Some(min), None) => format!("{what} >= {}", self.parameter(min)),
            (None, Some(max)) => format!("{what} <= {}", self.parameter(max)),
            (None, None) => format!("{what} IS NOT NULL"),
        }
    }

    /// A day within bounds. With neither it only has to be there.
    fn between(&mut self, what: &str, from: Option<Day>, to: Option<Day>) -> String {
        match (from, to) {
            (Some(from), Some(to)) => format!("{what} BETWEEN {} AND {}", self.day(from), self.day(to)),
            (Some(from), None) => format!("{what} >= {}", self.day(from)),
            (None, Some(to)) => format!("{what} <= {}", self.day(to)),
            (None, None) => format!("{what} IS NOT NULL"),
        }
    }

    fn milestone(&self, what: Milestone) -> String {
        match what {
            Milestone::FirstPurchase => "s.first_purchase".to_owned(),
            Milestone::LastPurchase => "s.last_purchase".to_owned(),
            Milestone::LastVisit => "s.last_visit".to_owned(),
            Milestone::LastContact => {
                format!("(SELECT max(k.day) FROM contact k WHERE k.customer_id = c.id AND k.day <= '{}')", self.today)
            }
            Milestone::Joined => "c.joined_on".to_owned(),
        }
    }

    fn span(&self, period: SegmentPeriod) -> Option<(Day, Day)> {
        match period {
            SegmentPeriod::Ever => None,
            SegmentPeriod::Days { days } => Some((self.ago(days - 1), self.today)),
            SegmentPeriod::Between { from, to } => Some((from, to)),
        }
    }

    /// A sum over her visits of a period, 0 without any.
    fn in_period(&mut self, period: SegmentPeriod, sum: &str, also: &str) -> String {
        let Some((from, to)) = self.span(period) else {
            return format!("(SELECT {sum} FROM visit v WHERE v.customer_id = c.id AND v.voided_at IS NULL{also})");
        };
        let (from, to) = (self.day(from), self.day(to));
        format!(
            "CASE WHEN s.last_visit >= {from} THEN (SELECT {sum} FROM visit v
               WHERE v.customer_id = c.id AND v.day BETWEEN {from} AND {to} AND v.voided_at IS NULL{also}) ELSE 0 END"
        )
    }

    fn count(&mut self, what: CountOf, period: SegmentPeriod) -> String {
        match (what, period) {
            (CountOf::Visits, SegmentPeriod::Ever) => "s.visits".to_owned(),
            (CountOf::Purchases, SegmentPeriod::Ever) => "s.purchases".to_owned(),
            (CountOf::Pieces, SegmentPeriod::Ever) => "s.pieces".to_owned(),
            (CountOf::Visits, period) => self.in_period(period, "count(*)", ""),
            (CountOf::Purchases, period) => self.in_period(period, "count(*)", " AND v.kind = 'purchase'"),
            (CountOf::Pieces, period) => self.in_period(period, "coalesce(sum(v.pieces), 0)", ""),
        }
    }

    fn tagged(&mut self, tags: &[TagId]) -> Result<String> {
        let list = self.ids(tags.iter().map(|id| id.0));
        let mut any = format!("c.id IN (SELECT ct.customer_id FROM customer_tag ct WHERE ct.tag_id IN {list})");
        let rules = match self.rules.take() {
            Some(rules) => rules,
            None => tag_rule::list(self.db)?,
        };
        // Those whom a rule gives one of the tags.
        for rule in rules.iter().filter(|rule| rule.is_on && tags.contains(&rule.tag)) {
            any.push_str(&format!(" OR {}", self.ruled(&rule.conditions)?));
        }
        self.rules = Some(rules);
        Ok(format!("({any})"))
    }

    /// Whom the conditions of a rule for a tag mean.
    pub fn ruled(&mut self, conditions: &[TagCondition]) -> Result<String> {
        self.meant(&SegmentCondition::All { of: conditions.iter().map(SegmentCondition::from).collect() })
    }

    fn bought(&mut self, by: BoughtBy, words: &str, times: i64, period: SegmentPeriod) -> Result<String> {
        let sought = words.to_lowercase();
        let like = match by {
            BoughtBy::Category => self.spelt("category", &sought)?,
            BoughtBy::Style => self.spelt("style_no", &sought)?,
            BoughtBy::Size => format!("small(l.size) = {}", self.parameter(sought)),
            BoughtBy::Color => format!("small(l.color) = {}", self.parameter(sought)),
            BoughtBy::Word => format!(
                "instr(small(coalesce(l.name, '') || char(10) || coalesce(l.category, '') || char(10) || coalesce(l.color, '')
                   || char(10) || coalesce(l.style_no, '')), {}) > 0",
                self.parameter(sought)
            ),
        };
        let days = self.span(period).map(|(from, to)| format!("v.day BETWEEN {} AND {} AND ", self.day(from), self.day(to)));
        let (from, whose) = match (self.of, &days) {
            (Some(id), _) => ("visit v CROSS JOIN visit_line l ON l.visit_id = v.id", format!("v.customer_id = {}", self.parameter(id.0))),
            // The plus keeps the days in charge: by customer, every visit there ever was would be walked.
            (None, Some(_)) if self.is_short(period) => {
                ("visit v CROSS JOIN visit_line l ON l.visit_id = v.id", "+v.customer_id IS NOT NULL".to_owned())
            }
            (None, _) => ("visit_line l CROSS JOIN visit v ON v.id = l.visit_id", "+v.customer_id IS NOT NULL".to_owned()),
        };
        let (days, times) = (days.unwrap_or_default(), self.parameter(times));
        Ok(format!(
            "c.id IN (SELECT v.customer_id FROM {from}
               WHERE {whose} AND {days}v.voided_at IS NULL AND l.qty > 0 AND {like}
                 AND l.qty > (SELECT coalesce(-sum(b.qty), 0) FROM visit_line b JOIN visit bv ON bv.id = b.visit_id
                              WHERE b.reverses_id = l.id AND bv.voided_at IS NULL)
               GROUP BY +v.customer_id HAVING count(DISTINCT v.id) >= {times})"
        ))
    }

    /// Whether walking the visits of these days is less work than walking all lines of a kind of goods.
    fn is_short(&self, period: SegmentPeriod) -> bool {
        self.span(period).is_some_and(|(from, to)| (to - from).num_days() < 200)
    }

    /// A column of the lines, by the spellings that stand in the book; so an index finds them.
    fn spelt(&mut self, column: &str, sought: &str) -> Result<String> {
        // Steps from one spelling to the next in the index instead of reading every line.
        let known: Vec<String> = super::rows(
            self.db,
            &format!(
                "WITH RECURSIVE one (word) AS (
                   SELECT min(l.{column}) FROM visit_line l WHERE l.{column} IS NOT NULL
                   UNION ALL
                   SELECT (SELECT min(l.{column}) FROM visit_line l WHERE l.{column} > one.word) FROM one WHERE one.word IS NOT NULL)
                 SELECT word FROM one WHERE small(word) = ?1"
            ),
            [sought],
            |row| row.get(0),
        )?;
        let list = self.parameter(serde_json::to_string(&known)?);
        Ok(format!("l.{column} IN (SELECT value FROM json_each({list}))"))
    }

    fn field(&mut self, field: FieldId, test: &FieldTest) -> Result<String> {
        let Some(known) = super::profile::field(self.db, field)? else { return Ok("0".to_owned()) };
        if !known.is_builtin {
            let id = self.parameter(field.0);
            let also = match test {
                FieldTest::Filled | FieldTest::Missing => String::new(),
                test => format!(" AND {}", self.tested("pv.value", test)?),
            };
            let held =
                format!("c.id IN (SELECT pv.customer_id FROM profile_value pv WHERE pv.field_id = {id} AND pv.ended_on IS NULL{also})");
            return Ok(if *test == FieldTest::Missing { format!("NOT {held}") } else { held });
        }
        if known.key == "phone" {
            let any = |also: &str| format!("EXISTS (SELECT 1 FROM phone p WHERE p.customer_id = c.id{also})");
            return Ok(match test {
                FieldTest::Filled => any(""),
                FieldTest::Missing => format!("NOT {}", any("")),
                test => {
                    let number = self.tested("p.number", test)?;
                    any(&format!(" AND {number}"))
                }
            });
        }
        let column = super::facts::BUILTIN.iter().find(|(key, _)| *key == known.key).map_or("NULL", |(_, column)| column);
        let held = match known.key.as_str() {
            "staff" => "(SELECT st.name FROM staff st WHERE st.id = c.staff_id)".to_owned(),
            "referrer" => "(SELECT rc.name FROM customer rc WHERE rc.id = c.referrer_id)".to_owned(),
            _ => format!("c.{column}"),
        };
        Ok(match test {
            FieldTest::Filled => format!("c.{column} IS NOT NULL"),
            FieldTest::Missing => format!("c.{column} IS NULL"),
            test => self.tested(&held, test)?,
        })
    }

    fn tested(&mut self, held: &str, test: &FieldTest) -> Result<String> {
        Ok(match test {
            FieldTest::Filled => format!("{held} IS NOT NULL"),
            FieldTest::Missing => format!("{held} IS NULL"),
            FieldTest::OneOf { values } => {
                format!("{held} IN (SELECT value FROM json_each({}))", self.parameter(serde_json::to_string(values)?))
            }
            FieldTest::Contains { words } => format!("instr(small({held}), {}) > 0", self.parameter(words.to_lowercase())),
            FieldTest::Number { min, max } => self.within(&format!("CAST({held} AS REAL)"), *min, *max),
            FieldTest::On { from, to } => self.between(held, *from, *to),
        })
    }
}

impl From<&TagCondition> for SegmentCondition {
    fn from(condition: &TagCondition) -> SegmentCondition {
        match condition {
            TagCondition::Bought { by, words, times, days } => {
                SegmentCondition::Bought { by: *by, words: words.clone(), times: *times, period: SegmentPeriod::Days { days: *days } }
            }
            TagCondition::Spent { at_least, days } => {
                SegmentCondition::Spend { period: SegmentPeriod::Days { days: *days }, min: Some(*at_least), max: None }
            }
            TagCondition::Absent { days } => SegmentCondition::Since { what: Milestone::LastVisit, at_least: Some(*days), at_most: None },
            TagCondition::Level { levels } => SegmentCondition::Level { levels: levels.clone() },
            TagCondition::BirthdayMonth { month } => SegmentCondition::BirthdayMonth { month: *month },
        }
    }
}
