//! What tasks may follow from today: looked up by day for all customers at once, or by customer for one.

use super::around::WISH_STATUS;
use super::care_facts::{FoundBy, Gathered, Scope};
use crate::calendar::{CalendarKind, RecurringDate, solar_to_lunar};
use crate::care::{AHEAD, QUIET, STRETCH, Surroundings, Trigger, TriggerKind, WishFact, earlier, later};
use crate::care::{Brought, FollowUpFact, GuestFact, VoucherFact};
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::CustomerId;
use crate::search::style_key;
use chrono::Datelike;
use rusqlite::{Connection, Row, ToSql, named_params};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that may be a cause, into `found`.
pub(super) fn gather(db: &Connection, scope: Scope, around: &Surroundings, found: &mut Gathered) -> Result<()> {
    // One customer costs next to nothing, so that tasks that come back after their own end find their causes too.
    let stretch = if scope == Scope::All { 0 } else { STRETCH };
    super::care_visits::gather(db, scope, around, stretch, found)?;
    people_by_day(db, scope, around, stretch, found)?;
    if let Some((from, to)) = around.window(&[TriggerKind::BroughtSomebody, TriggerKind::WasBrought], stretch) {
        brought(db, scope, from, to, found)?;
    }
    if let Some((from, to)) = around.window(&[TriggerKind::VoucherExpiring], stretch) {
        vouchers(db, scope, from.max(around.today), to, around.today, found)?;
    }
    if let Some((from, to)) = around.window(&[TriggerKind::WishArrived], stretch) {
        wishes(db, scope, from, to, found)?;
    }
    let complaints = [TriggerKind::ComplaintAnswer, TriggerKind::ComplaintSolve, TriggerKind::ComplaintFollowUp];
    if let Some((from, _)) = around.window(&complaints, stretch) {
        super::care_complaints::gather(db, scope, from, found)?;
    }
    if around.window(&[TriggerKind::EventInvitation], stretch).is_some() {
        guests(db, scope, around.today, found)?;
    }
    if scope == Scope::All {
        for (_, customer) in around.top_years.iter().flat_map(|year| &year.best) {
            found.of(*customer);
        }
    }
    follow_ups(db, scope, around.today, found)
}

/// Hands each row of a query to `take`; one for a single customer asks for `:customer`.
pub(super) fn each(
    db: &Connection,
    scope: Scope,
    sql: &str,
    params: &[(&str, &dyn ToSql)],
    mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> Result<()> {
    let mut all: Vec<(&str, &dyn ToSql)> = params.to_vec();
    if let Scope::One(customer) = &scope {
        all.push((":customer", customer));
    }
    super::rows(db, sql, &all[..], |row| take(row))?;
    Ok(())
}

/// Customers who are looked at because of a day of theirs; what it means is seen in their own facts.
fn people_by_day(db: &Connection, scope: Scope, around: &Surroundings, stretch: u64, found: &mut Gathered) -> Result<()> {
    let downgrade = around.window(&[TriggerKind::NearDowngrade], stretch);
    if let Scope::One(customer) = scope {
        let own = found.of(customer);
        if downgrade.is_some() {
            let sql = "SELECT keeps_until FROM level_outlook WHERE customer_id = :customer";
            own.rest().keeps_until = super::row(db, sql, named_params! {":customer": customer}, |row| row.get(0))?;
        }
        return Ok(());
    }
    let mut note = |by: FoundBy, sql: &str, params: &[(&str, &dyn ToSql)]| -> Result<()> {
        super::rows(db, sql, params, |row| {
            found.perhaps(row.get(0)?).found_by.add(by);
            Ok(())
        })?;
        Ok(())
    };
    if let Some((from, to)) = around.window(&[TriggerKind::Birthday], stretch) {
        for (month, first, last) in dates(from, to) {
            let sql = "SELECT id FROM customer WHERE birthday_month = :month AND birthday_day BETWEEN :first AND :last";
            note(FoundBy::BIRTHDAY, sql, &[(":month", &month), (":first", &first), (":last", &last)])?;
        }
    }
    let mut take = |sql: &str, params: &[(&str, &dyn ToSql)]| note(FoundBy::CERTAIN, sql, params);
    if let Some((from, to)) = around.window(&[TriggerKind::ImportantDate], stretch) {
        for (month, first, last) in dates(from, to) {
            let sql = "SELECT customer_id FROM important_date WHERE month = :month AND day BETWEEN :first AND :last";
            take(sql, &[(":month", &month), (":first", &first), (":last", &last)])?;
        }
    }
    for rule in around.rules.iter().filter(|rule| rule.plan.trigger == Trigger::NoPurchase) {
        let (from, to) = around.causes(rule, stretch);
        let sql = "SELECT customer_id FROM customer_stats WHERE last_visit_at BETWEEN :from AND :to";
        take(sql, &[(":from", &millis(from)), (":to", &millis(later(to, 2)))])?;
        let sql = "SELECT customer_id FROM contact WHERE day BETWEEN :from AND :to";
        take(sql, &[(":from", &from), (":to", &to)])?;
        let lasts = u64::from(rule.plan.lasts_days.unwrap_or(365));
        let (from, to) = (earlier(around.today, lasts + QUIET), later(earlier(around.today, QUIET), AHEAD));
        take(sql, &[(":from", &from), (":to", &to)])?;
    }
    if let Some((from, to)) = around.window(&[TriggerKind::PointsExpiring], stretch) {
        let sql = "SELECT customer_id FROM customer_stats WHERE points_next_expiry BETWEEN :from AND :to AND points > 0";
        take(sql, &[(":from", &from.max(around.today)), (":to", &to)])?;
    }
    if let Some((from, to)) = downgrade {
        let sql = "SELECT customer_id, keeps_until FROM level_outlook WHERE keeps_until BETWEEN :from AND :to";
        each(db, scope, sql, &[(":from", &from.max(around.today)), (":to", &to)], |row| {
            found.of(row.get(0)?).rest().keeps_until = row.get(1)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// The first instant of a day, a day early: only a superset is asked for, in whatever zone the shop is.
pub(super) fn millis(day: Day) -> Millis {
    earlier(day, 1).and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis()
}

/// The months and days, solar and lunar, that can fall into a stretch of days. What falls elsewhere after all is dropped where the exact
/// day is counted.
#[derive(Debug, Default)]
pub(super) struct Dates {
    solar: BTreeSet<(u8, u8)>,
    lunar: BTreeSet<(u8, u8)>,
}

impl Dates {
    pub fn of(from: Day, to: Day) -> Dates {
        let mut dates = Dates::default();
        for day in from.iter_days().take_while(|day| *day <= to) {
            let solar = (small(day.month()), small(day.day()));
            dates.solar.insert(solar);
            if solar == (2, 28) {
                dates.solar.insert((2, 29));
            }
            if let Some(lunar) = solar_to_lunar(day) {
                dates.lunar.insert((lunar.month, lunar.day));
                if lunar.day == 29 {
                    dates.lunar.insert((lunar.month, 30));
                }
            }
        }
        dates
    }

    /// Whether a date may fall into the stretch.
    pub fn has(&self, date: &RecurringDate) -> bool {
        let days = if date.calendar() == CalendarKind::Lunar { &self.lunar } else { &self.solar };
        days.contains(&(date.month(), date.day()))
    }
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// The same as ranges of days of a month, whichever calendar they are of.
pub(crate) fn dates(from: Day, to: Day) -> Vec<(u32, u32, u32)> {
    let Dates { solar, lunar } = Dates::of(from, to);
    let days: BTreeSet<(u8, u8)> = solar.union(&lunar).copied().collect();
    let mut ranges: Vec<(u32, u32, u32)> = Vec::new();
    for (month, day) in days.into_iter().map(|(month, day)| (u32::from(month), u32::from(day))) {
        match ranges.last_mut() {
            Some(last) if last.0 == month && last.2 + 1 == day => last.2 = day,
            _ => ranges.push((month, day, day)),
        }
    }
    ranges
}

fn brought(db: &Connection, scope: Scope, from: Day, to: Day, found: &mut Gathered) -> Result<()> {
    let sql = match scope {
        Scope::All => {
            "SELECT referrer_id, id, name, joined_on, EXISTS (SELECT 1 FROM referral_thanks t WHERE t.referrer_id = c.referrer_id AND t.referred_id = c.id)
             FROM customer c WHERE joined_on BETWEEN :from AND :to AND referrer_id IS NOT NULL AND status = 'active' AND merged_into_id IS NULL"
        }
        Scope::One(_) => {
            "SELECT referrer_id, id, name, joined_on, EXISTS (SELECT 1 FROM referral_thanks t WHERE t.referrer_id = c.referrer_id AND t.referred_id = c.id)
             FROM customer c WHERE referrer_id = :customer AND joined_on BETWEEN :from AND :to AND status = 'active' AND merged_into_id IS NULL"
        }
    };
    each(db, scope, sql, &[(":from", &from), (":to", &to)], |row| {
        let customer: CustomerId = row.get(1)?;
        if scope == Scope::All {
            found.of(customer);
        }
        let brought = Brought { customer, name: row.get(2)?, joined_on: row.get(3)?, thanked: row.get(4)? };
        found.of(row.get(0)?).rest().brought.push(brought);
        Ok(())
    })
}

fn vouchers(db: &Connection, scope: Scope, from: Day, to: Day, today: Day, found: &mut Gathered) -> Result<()> {
    let sql = match scope {
        Scope::All => {
            "SELECT customer_id, id, valid_to FROM voucher
             WHERE valid_to BETWEEN :from AND :to AND valid_from <= :today AND used_visit_id IS NULL AND cancelled_at IS NULL"
        }
        Scope::One(_) => {
            "SELECT customer_id, id, valid_to FROM voucher
             WHERE customer_id = :customer AND +valid_to BETWEEN :from AND :to AND valid_from <= :today AND used_visit_id IS NULL
               AND cancelled_at IS NULL"
        }
    };
    each(db, scope, sql, &[(":from", &from), (":to", &to), (":today", &today)], |row| {
        found.of(row.get(0)?).rest().vouchers.push(VoucherFact { id: row.get(1)?, valid_to: row.get(2)? });
        Ok(())
    })
}

/// Styles are compared by their keys: it does not matter how either was written.
fn wishes(db: &Connection, scope: Scope, from: Day, to: Day, found: &mut Gathered) -> Result<()> {
    let same = if scope == Scope::All { Some(serde_json::to_string(&arrived_as_wished(db, from, to)?)?) } else { None };
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":from", &from), (":to", &to)];
    let tables = match &same {
        Some(same) => {
            params.push((":same", same));
            "json_each(:same) j CROSS JOIN style_arrival a ON a.id = j.value ->> 0 CROSS JOIN wish w ON w.style_no = j.value ->> 1 WHERE"
        }
        None => "wish w CROSS JOIN style_arrival a ON style_key(a.style_no) = style_key(w.style_no) WHERE w.customer_id = :customer AND",
    };
    let sql = format!(
        "SELECT w.customer_id, w.id, a.id, a.day, a.kind = 'reduced', a.style_no FROM {tables}
           a.day BETWEEN :from AND :to AND w.status = 'open' AND w.noted_on <= a.day AND {WISH_STATUS} = 'open' ORDER BY +w.id, +a.id"
    );
    each(db, scope, &sql, &params, |row| {
        let wish = WishFact { wish: row.get(1)?, arrival: row.get(2)?, day: row.get(3)?, reduced: row.get(4)?, style: row.get(5)? };
        found.of(row.get(0)?).rest().wishes.push(wish);
        Ok(())
    })
}

/// Each arrival of some days with each way in which a wish writes its style. The styles wished for are walked, once, and only if
/// something arrived.
fn arrived_as_wished(db: &Connection, from: Day, to: Day) -> Result<Vec<(i64, String)>> {
    let sql = "SELECT style_no, id FROM style_arrival WHERE day BETWEEN :from AND :to";
    let arrived: Vec<(String, i64)> =
        super::rows(db, sql, named_params! {":from": from, ":to": to}, |row| Ok((style_key(&row.get::<_, String>(0)?), row.get(1)?)))?;
    if arrived.is_empty() {
        return Ok(Vec::new());
    }
    let mut wished: BTreeMap<String, Vec<String>> = BTreeMap::new();
    super::rows(db, "SELECT style_no FROM wish WHERE style_no IS NOT NULL GROUP BY style_no", [], |row| {
        let style: String = row.get(0)?;
        wished.entry(style_key(&style)).or_default().push(style);
        Ok(())
    })?;
    let named = |(key, id): (String, i64)| wished.get(&key).into_iter().flatten().map(move |style| (id, style.clone()));
    Ok(arrived.into_iter().flat_map(named).collect())
}

fn guests(db: &Connection, scope: Scope, today: Day, found: &mut Gathered) -> Result<()> {
    let sql = match scope {
        Scope::All => {
            "SELECT g.customer_id, e.id, e.name, e.day, e.invite_days, g.invite_by = 'call', g.added_on
             FROM event e CROSS JOIN event_guest g ON g.event_id = e.id
             WHERE e.day >= :today AND e.cancelled_on IS NULL AND g.answer IS NULL ORDER BY +e.id, +g.id"
        }
        Scope::One(_) => {
            "SELECT g.customer_id, e.id, e.name, e.day, e.invite_days, g.invite_by = 'call', g.added_on
             FROM event_guest g CROSS JOIN event e ON e.id = g.event_id
             WHERE g.customer_id = :customer AND e.day >= :today AND e.cancelled_on IS NULL AND g.answer IS NULL ORDER BY +e.id, +g.id"
        }
    };
    each(db, scope, sql, &[(":today", &today)], |row| {
        let guest = GuestFact {
            event: row.get(1)?,
            name: row.get(2)?,
            day: row.get(3)?,
            invite_days: row.get(4)?,
            call: row.get(5)?,
            added_on: row.get(6)?,
        };
        found.of(row.get(0)?).rest().guests.push(guest);
        Ok(())
    })
}

fn follow_ups(db: &Connection, scope: Scope, today: Day, found: &mut Gathered) -> Result<()> {
    let columns = "customer_id, id, title, due_on, expires_on, channel, purpose, template_id, staff_id, batch";
    let until = later(today, AHEAD);
    let open = "expires_on >= :today AND due_on <= :until";
    let sql = match scope {
        Scope::All => format!("SELECT {columns} FROM follow_up WHERE {open} ORDER BY +id"),
        // What is set for later is seen on her page; what is over may have been put off.
        Scope::One(_) => format!(
            "SELECT {columns} FROM follow_up WHERE customer_id = :customer AND +expires_on >= :today AND due_on <= :until ORDER BY +id"
        ),
    };
    let today = if scope == Scope::All { today } else { earlier(today, STRETCH) };
    each(db, scope, &sql, &[(":today", &today), (":until", &until)], |row| {
        let follow_up = FollowUpFact {
            id: row.get("id")?,
            title: row.get("title")?,
            due: row.get("due_on")?,
            expires: row.get("expires_on")?,
            channel: row.get("channel")?,
            purpose: row.get("purpose")?,
            template: row.get("template_id")?,
            staff: row.get("staff_id")?,
            batch: row.get("batch")?,
        };
        found.of(row.get(0)?).rest().follow_ups.push(follow_up);
        Ok(())
    })
}
