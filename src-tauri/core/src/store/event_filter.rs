//! Choosing guests over `customer`, `customer_stats` and `visit`.

use super::condition::Sieve;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, EventId};
use crate::wire::customers::Person;
use crate::wire::events::{CallRule, GuestFilter, GuestSample, InviteBy};
use crate::wire::segments::{Milestone, SegmentCondition, SegmentPeriod};
use rusqlite::Connection;

/// Somebody whom the choice found.
pub(crate) struct Found {
    pub guest: GuestSample,
    pub already: bool,
}

/// Who is looked for.
pub(crate) enum Asked<'a> {
    /// These.
    Named(&'a [CustomerId]),
    /// Whoever a filter lets through.
    Filtered(&'a GuestFilter),
}

/// The filter as conditions.
fn conditions(db: &Connection, filter: &GuestFilter) -> Result<Vec<SegmentCondition>> {
    let mut all = Vec::new();
    if let Some(least) = filter.level {
        let levels = super::level::list(db)?;
        let rank = levels.iter().find(|level| level.id == least).map_or(i64::MAX, |level| level.rank);
        all.push(SegmentCondition::Level { levels: levels.iter().filter(|level| level.rank >= rank).map(|level| level.id).collect() });
    }
    if !filter.tags.is_empty() {
        all.push(SegmentCondition::Tag { tags: filter.tags.clone() });
    }
    if let Some(staff) = filter.staff {
        all.push(SegmentCondition::Staff { staff: vec![staff] });
    }
    if filter.spend_min.is_some() {
        let period = filter.spend_days.map_or(SegmentPeriod::Ever, |days| SegmentPeriod::Days { days });
        all.push(SegmentCondition::Spend { period, min: filter.spend_min, max: None });
    }
    let last_visit = |at_least, at_most| SegmentCondition::Since { what: Milestone::LastVisit, at_least, at_most };
    if let Some(days) = filter.visited_within {
        // The last N days are today and the N - 1 before it.
        all.push(last_visit(None, Some(days - 1)));
    }
    if let Some(days) = filter.away_for {
        all.push(last_visit(Some(days), None));
    }
    if let Some(month) = filter.birthday_month {
        all.push(SegmentCondition::BirthdayMonth { month: Some(month.into()) });
    }
    all.extend(filter.condition.clone());
    Ok(all)
}

/// Everybody who was asked for and is in use, by spend, with how she would be invited.
pub(crate) fn choose(db: &Connection, event: EventId, asked: &Asked<'_>, call: CallRule, today: Day) -> Result<Vec<Found>> {
    let mut sieve = Sieve::new(db, today);
    let event = sieve.parameter(event.0);
    let mut important = "0".to_owned();
    if let Some(level) = call.level {
        let level = sieve.parameter(level.0);
        important.push_str(&format!(" OR l.rank >= (SELECT rank FROM level WHERE id = {level})"));
    }
    if let Some(spend) = call.spend {
        let spend = sieve.parameter(spend.0);
        important.push_str(&format!(" OR s.net_spend >= {spend}"));
    }
    let whom = match asked {
        Asked::Named(named) => format!("c.id IN {}", sieve.ids(named.iter().map(|id| id.0))),
        Asked::Filtered(filter) => {
            format!("c.status = 'active' AND {}", sieve.meant(&SegmentCondition::All { of: conditions(db, filter)? })?)
        }
    };
    let sql = format!(
        "SELECT c.id, c.member_no, c.name, (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
           l.name AS level, l.rank, s.net_spend, ({important}) AS important,
           EXISTS (SELECT 1 FROM event_guest g WHERE g.event_id = {event} AND g.customer_id = c.id) AS already
         FROM customer c JOIN customer_stats s ON s.customer_id = c.id JOIN level l ON l.id = s.level_id
         WHERE c.merged_into_id IS NULL AND {whom} ORDER BY s.net_spend DESC, c.id"
    );
    super::rows(db, &sql, &sieve.values()[..], |row| {
        let important: bool = row.get("important")?;
        let guest = GuestSample {
            customer: Person { id: row.get("id")?, member_no: row.get("member_no")?, name: row.get("name")?, phone: row.get("phone")? },
            level: row.get("level")?,
            level_rank: row.get("rank")?,
            net_spend: row.get("net_spend")?,
            invite_by: if important { InviteBy::Call } else { InviteBy::Message },
        };
        Ok(Found { guest, already: row.get("already")? })
    })
}
