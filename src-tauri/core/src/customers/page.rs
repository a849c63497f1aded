//! Everything about a customer in one look.

use super::figures::figures;
use crate::calendar::{RecurringDate, birthday_window};
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::levels::{Gap, Join, Metric, explain, fold};
use crate::points::ledger;
use crate::presets::BirthdayRule;
use crate::profile::{Moment, Question, next_questions};
use crate::shop::Shop;
use crate::stats::{self, Rules};
use crate::store::facts::CustomerFacts;
use crate::store::{around, complaint, customer, customer_page as shelf, facts, profile, setting, staff, tag, tag_rule};
use crate::vouchers::birthday_privilege;
use crate::wire::customers::{
    BirthdayPrivilege, CustomerPage, CustomerRef, DateView, ImportantDate, LevelCard, Missing, PointsCard, WishStatus,
};
use crate::wire::profile::{NextQuestion, ProfileEntry};
use rusqlite::Connection;

/// How many visits the page opens with.
const VISITS: u32 = 20;
/// How many questions a clerk can ask in passing.
const QUESTIONS: usize = 2;

/// Reads the whole page.
///
/// # Errors
/// `not_found`.
pub fn page(shop: &mut Shop, request: CustomerRef) -> Result<CustomerPage> {
    let page = read(shop, request.customer)?;
    shop.viewed(request.customer);
    Ok(page)
}

fn read(shop: &mut Shop, id: CustomerId) -> Result<CustomerPage> {
    let now = shop.now();
    let today = now.day();
    let db = shop.db()?;
    let visits = crate::visits::latest(db, shop.offset(), id, VISITS + 1)?;
    let archive = customer::get(db, id)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let facts = facts::between(db, id, id)?.remove(&id).unwrap_or_default();
    let rules = Rules::load(db)?;
    let stats = stats::derive(id, &facts, &rules, today);
    let staff_name = archive.fields.staff.map(|s| staff::get(db, s)).transpose()?.flatten().map(|s| s.name);
    let referrer = archive.fields.referrer.map(|r| customer::person(db, r)).transpose()?.flatten();
    let points = ledger(&facts.points, today);
    let expiring = points.next_expiry();
    let wishes = around::wishes(db, id)?.into_iter().filter(|wish| wish.status == WishStatus::Open).collect();
    let dates = around::dates(db, id)?.into_iter().map(|(id, label, date)| ImportantDate { id, label, view: date_view(&date, today) });
    Ok(CustomerPage {
        staff_name,
        referrer,
        referrals: crate::referrals::of_customer(db, id)?,
        birthday: archive.fields.birthday.as_ref().map(|date| date_view(date, today)),
        birthday_privilege: privilege(db, id, archive.fields.birthday.as_ref(), stats.level, &rules, today)?,
        figures: figures(&facts, &stats, today),
        level: level_card(&facts, &rules, today)?,
        points: PointsCard {
            balance: points.balance,
            expiring: expiring.map(|(_, points)| points),
            expires_on: expiring.map(|(day, _)| day),
        },
        completeness: stats::filled_share(&facts, &rules),
        questions: questions(db, id, &facts, &rules)?,
        profile: profile_entries(db, id, &rules)?,
        dates: dates.collect(),
        relations: around::relations(db, id)?,
        tags: [tag::of(db, id)?, tag_rule::of(db, id, today)?].concat(),
        notes: around::notes(db, id, today)?,
        wishes,
        vouchers: shelf::vouchers(db, id, today)?,
        benefits: shelf::benefits(db, id, today)?,
        contact: crate::contacts::card(db, id, now)?,
        complaints_open: crate::complaints::open_of(db, shop.offset(), now, id)?,
        complaints_solved: complaint::count_solved(db, id)?,
        more_visits: visits.len() > VISITS as usize,
        visits: visits.into_iter().take(VISITS as usize).collect(),
        customer: archive,
    })
}

fn date_view(date: &RecurringDate, today: Day) -> DateView {
    let next = date.next_on_or_after(today);
    DateView {
        date: *date,
        text: date.chinese(),
        next,
        days_until: next.map(|day| (day - today).num_days()),
        age: date.age_on(today).map(i64::from),
    }
}

fn level_card(facts: &CustomerFacts, rules: &Rules, today: Day) -> Result<LevelCard> {
    let events = facts.level_events();
    let member = stats::membership(facts, &events);
    let standing = fold(&rules.levels, &member, today);
    let level = rules.levels.level(standing.level).ok_or_else(|| Failure::new(Code::FileDamaged))?;
    let told = explain(&rules.levels, &member, &standing, today);
    let next = told.next.as_ref().and_then(|next| rules.levels.level(next.level));
    let gap = told.next.as_ref().map(|next| &next.gap);
    Ok(LevelCard {
        level: level.id,
        name: level.name.clone(),
        rank: level.rank,
        since: standing.since,
        keeps_until: told.keeps_until,
        keep: told.keep_gap.as_ref().map(missing).unwrap_or_default(),
        keep_any: told.keep_gap.as_ref().is_none_or(|gap| gap.join == Join::Any),
        next: next.map(|level| level.name.clone()),
        reach: gap.map(missing).unwrap_or_default(),
        reach_any: gap.is_none_or(|gap| gap.join == Join::Any),
        progress: gap.map_or(100, progress),
        pay_percent: level.benefits.pay_percent,
    })
}

fn missing(gap: &Gap) -> Vec<Missing> {
    gap.shortfalls.iter().map(|short| Missing { metric: short.metric, missing: short.short }).collect()
}

/// How far she is: of criteria that are all needed the farthest counts, otherwise the nearest.
fn progress(gap: &Gap) -> i64 {
    let shares =
        gap.shortfalls.iter().filter(|s| s.metric != Metric::SinglePurchase).map(|s| s.value.saturating_mul(100) / s.at_least.max(1));
    let share = match gap.join {
        Join::Any => shares.max(),
        Join::All => shares.min(),
    };
    share.unwrap_or(if gap.shortfalls.is_empty() { 100 } else { 0 }).clamp(0, 100)
}

fn privilege(
    db: &Connection,
    id: CustomerId,
    birthday: Option<&RecurringDate>,
    level: crate::ids::LevelId,
    rules: &Rules,
    today: Day,
) -> Result<Option<BirthdayPrivilege>> {
    let rule: BirthdayRule = setting::need(db, crate::opening::BIRTHDAY_RULE)?;
    let Some((from, to)) = birthday.and_then(|date| birthday_window(date, rule.scope, today)) else {
        return Ok(None);
    };
    let own = rules.levels.level(level).and_then(|level| level.benefits.birthday_pay_percent);
    let used = birthday_privilege(Some((from, to)), &shelf::birthday_used(db, id)?, today).is_err();
    Ok(Some(BirthdayPrivilege { from, to, pay_percent: own.unwrap_or(rule.pay_percent), used }))
}

fn questions(db: &Connection, id: CustomerId, facts: &CustomerFacts, rules: &Rules) -> Result<Vec<NextQuestion>> {
    let asked: Vec<Question> = rules
        .fields
        .iter()
        .map(|field| Question {
            field: stats::spec(field),
            text: field.question.clone().unwrap_or_default(),
            observed: field.asking.observed,
            sensitive: field.is_sensitive,
            from_visit: field.asking.from_visit,
            suits: field.asking.suits.clone(),
        })
        .collect();
    let goods = shelf::goods(db, id)?;
    let moment = Moment { visits: i64::try_from(facts.visits.len()).unwrap_or(i64::MAX), goods: &goods };
    let found = next_questions(&asked, |key| stats::is_filled(facts, rules, key), &moment, QUESTIONS);
    Ok(found
        .into_iter()
        .filter_map(|next| {
            let field = rules.fields.iter().find(|field| field.key == next.key)?;
            Some(NextQuestion { field: field.id, label: field.label.clone(), text: next.text, gain: next.gain, observed: next.observed })
        })
        .collect())
}

fn profile_entries(db: &Connection, id: CustomerId, rules: &Rules) -> Result<Vec<ProfileEntry>> {
    let mut values = std::collections::BTreeMap::<_, Vec<_>>::new();
    for (field, value) in profile::current(db, id)? {
        values.entry(field).or_default().push(value);
    }
    let entries = rules.fields.iter().filter(|field| !field.is_builtin).filter_map(|field| {
        let held = values.remove(&field.id).unwrap_or_default();
        (field.is_on || !held.is_empty()).then(|| ProfileEntry {
            field: field.id,
            key: field.key.clone(),
            label: field.label.clone(),
            part: field.part,
            kind: field.kind,
            options: field.options.clone(),
            is_sensitive: field.is_sensitive,
            values: held,
        })
    });
    Ok(entries.collect())
}
