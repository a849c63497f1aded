//! What the shop still owes: points, vouchers, benefits.

use super::figure::{Maker, Named};
use super::membership::number;
use super::table::Table;
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::opening::POINTS_RULE;
use crate::points::{PointsRule, ledger};
use crate::store::{facts, insight_care, points, setting};
use crate::wire::insight::{FigureKey, FigureUnit, InsightSpan};
use chrono::{Datelike, Days, FixedOffset, TimeZone};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Points whose end comes within so many days are said to end soon.
pub(super) const SOON: i32 = 30;

/// The instant at which a day of the shop begins.
pub(super) fn begin(day: Day, offset: FixedOffset) -> Millis {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    offset.from_local_datetime(&midnight).single().map_or(0, |at| at.timestamp_millis())
}

/// The instant at which a day of the shop is over.
pub(super) fn end(day: Day, offset: FixedOffset) -> Millis {
    begin(day.checked_add_days(Days::new(1)).unwrap_or(day), offset)
}

/// Puts the points of an earlier day into the table, by the ledgers up to then. Those of today it holds already.
pub(super) fn points_of_day(db: &Connection, table: &mut Table, today: Day) -> Result<()> {
    let day = table.span.as_of;
    if day == today {
        return Ok(());
    }
    let last = facts::last_customer(db)?;
    let mut first = crate::ids::CustomerId(1);
    let mut at = 0;
    while first <= last {
        let until = crate::ids::CustomerId(first.0 + 999);
        let mut entries: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (customer, entry) in points::between(db, first, until)? {
            if entry.day <= day {
                entries.entry(customer).or_default().push(entry);
            }
        }
        while let Some(row) = table.rows.get_mut(at).filter(|row| row.archive.id <= until) {
            let found = entries.get(&row.archive.id).map(|entries| ledger(entries, day));
            row.archive.points = found.as_ref().map_or(0, |found| found.balance);
            row.archive.points_end = found.and_then(|found| found.next_expiry()).map(|(end, _)| end.num_days_from_ce());
            at += 1;
        }
        first = crate::ids::CustomerId(until.0 + 1);
    }
    Ok(())
}

/// The figures of the points. Those of the time compared with are not counted: that would replay every ledger.
pub(super) fn points_owed(db: &Connection, table: &Table, make: Maker) -> Result<Vec<Named>> {
    let rule: PointsRule = setting::need(db, POINTS_RULE)?;
    let balances = || table.rows.iter().map(|row| row.archive.points);
    let sum: i64 = balances().sum();
    let holders = number(balances().filter(|points| *points > 0).count());
    let as_of = table.as_of();
    let soon = |end: i32| (as_of..=as_of + SOON).contains(&end);
    let ending = table.rows.iter().filter(|row| row.archive.points > 0 && row.archive.points_end.is_some_and(soon)).count();
    let mut figures = vec![make.count(FigureKey::PointsOutstanding, sum, FigureUnit::Points, holders)];
    if rule.points_per_yuan_off > 0 {
        figures.push(make.money(FigureKey::PointsWorth, rule.worth(sum), holders));
    }
    figures.push(make.count(FigureKey::PointsHolders, holders, FigureUnit::People, holders));
    figures.push(make.count(FigureKey::PointsEnding, number(ending), FigureUnit::People, holders));
    Ok(figures)
}

/// The figures of vouchers and benefits.
pub(super) fn promises(db: &Connection, span: &InsightSpan, offset: FixedOffset, make: Maker) -> Result<Vec<Named>> {
    let out = insight_care::vouchers_out(db, span.as_of, end(span.as_of, offset))?;
    let given = insight_care::vouchers_given(db, begin(span.from, offset), end(span.to, offset), span.as_of)?;
    let granted = insight_care::benefits_granted(db, span.from, span.to, span.as_of)?;
    let open = insight_care::benefits_open(db, span.as_of)?;
    let used = |rows: &[(crate::ids::CustomerId, bool)]| number(rows.iter().filter(|(_, used)| *used).count());
    Ok(vec![
        make.count(FigureKey::VouchersOutstanding, out.count, FigureUnit::Vouchers, out.count),
        make.money(FigureKey::VouchersFace, out.face, out.count),
        make.share(FigureKey::VoucherUse, used(&given), number(given.len())),
        make.count(FigureKey::BenefitsOpen, number(open.len()), FigureUnit::Benefits, number(open.len())),
        make.share(FigureKey::BenefitUse, used(&granted), number(granted.len())),
    ])
}
