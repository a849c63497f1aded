//! The people behind a figure or a cell: exactly those that it counts, who spent most first.

use super::membership::{means, number};
use super::rfm::Scores;
use super::table::{Member, Table};
use super::{cohorts, liability, lifecycle, messages, structure};
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, FieldId};
use crate::money::Fen;
use crate::shop::Shop;
use crate::store::{customer, insight_care, insight_people, setting};
use crate::wire::insight::{
    BreakdownKey, FigureKey, GetInsight, InsightPeople, InsightPerson, InsightReason, InsightSettings, ListInsightPeople,
};
use crate::wire::paging;
use chrono::{FixedOffset, NaiveDate};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// A page of the people of a cell.
///
/// # Errors
/// `out_of_range` for the limit or the days, `choice_invalid` at `cell` for one that is none, `bad_arguments` for a foreign cursor.
pub fn list(shop: &mut Shop, request: ListInsightPeople) -> Result<InsightPeople> {
    let limit = paging::limit(request.limit)?;
    let start = paging::cursor::<usize>(request.cursor.as_deref())?.unwrap_or(0);
    shop.turn_the_day()?;
    let (today, offset) = (shop.now().day(), shop.offset());
    let asked = GetInsight { from: request.from, to: request.to, as_of: request.as_of, compare: None };
    let span = super::span::span(&asked, today)?;
    let (cache, db) = shop.insight()?;
    cache.turn(today);
    let settings: InsightSettings = setting::get(db, InsightSettings::KEY)?;
    let table = cache.table(db, &span, &settings, today)?;
    let mut found = rows_of(db, &request, table, &settings, offset, today)?;
    found.sort_by(|a, b| b.standing.net.cmp(&a.standing.net).then(a.archive.id.cmp(&b.archive.id)));
    let net: Fen = found.iter().map(|row| row.standing.net).sum();
    let total = found.len();
    let mut rows = Vec::new();
    for row in found.iter().skip(start).take(limit) {
        if let Some(person) = customer::person(db, row.archive.id)? {
            rows.push(shown(person, row, table, &settings));
        }
    }
    let end = start.saturating_add(limit);
    let cursor = (end < total).then(|| end.to_string());
    Ok(InsightPeople { rows, reason: reason(&request), cursor, total: number(total), net })
}

fn shown(person: crate::wire::customers::Person, row: &Member, table: &Table, settings: &InsightSettings) -> InsightPerson {
    let day = |number: i32| NaiveDate::from_num_days_from_ce_opt(number);
    let scores = row.scores(settings.rfm_by);
    InsightPerson {
        customer: person,
        lifecycle: row.lifecycle,
        value: row.value,
        r: scores.map(|scores| scores.r),
        f: scores.map(|scores| scores.f),
        m: scores.map(|scores| scores.m),
        segment: scores.map(Scores::segment),
        joined_on: day(row.archive.joined).unwrap_or_default(),
        first_purchase: row.standing.first.and_then(day),
        last_purchase: row.standing.last.and_then(day),
        days_since: row.standing.days_since(table.as_of()).map(i64::from),
        interval_x2: row.standing.interval_x2.map(i64::from),
        purchase_days: row.standing.purchase_days,
        net: row.standing.net,
        points: Some(row.archive.points),
    }
}

fn reason(request: &ListInsightPeople) -> InsightReason {
    use FigureKey as K;
    match request.of {
        BreakdownKey::Lifecycle | BreakdownKey::Field => InsightReason::DaysSince,
        BreakdownKey::Interval => InsightReason::Interval,
        BreakdownKey::Value | BreakdownKey::Spend => InsightReason::Net,
        BreakdownKey::Rfm | BreakdownKey::RfmSegment | BreakdownKey::RfmFixed | BreakdownKey::RfmFixedSegment => InsightReason::Scores,
        BreakdownKey::Cohort => InsightReason::FirstPurchase,
        BreakdownKey::Frequency => InsightReason::PurchaseDays,
        BreakdownKey::Tenure => InsightReason::Joined,
        BreakdownKey::Age | BreakdownKey::Gender | BreakdownKey::Level => InsightReason::Profile,
        BreakdownKey::Figure => match FigureKey::from_text(&request.cell) {
            Some(K::NewMembers | K::Members) => InsightReason::Joined,
            Some(K::OverdueMembers | K::PurchaseInterval) => InsightReason::Interval,
            Some(K::SecondPurchase90 | K::SecondPurchaseEver | K::RepurchaseRate | K::ReturningShare) => InsightReason::PurchaseDays,
            Some(K::FirstBuyers) => InsightReason::FirstPurchase,
            Some(K::PointsOutstanding | K::PointsWorth | K::PointsHolders | K::PointsEnding) => InsightReason::Points,
            _ => InsightReason::DaysSince,
        },
    }
}

fn rows_of<'a>(
    db: &Connection,
    request: &ListInsightPeople,
    table: &'a Table,
    settings: &InsightSettings,
    offset: FixedOffset,
    today: Day,
) -> Result<Vec<&'a Member>> {
    let cell = request.cell.as_str();
    let no_such = || Failure::at(Code::ChoiceInvalid, "cell");
    let members = |is: &dyn Fn(&Member) -> bool| table.members().filter(|row| is(row)).collect::<Vec<_>>();
    let scored = |of: fn(&Member) -> Option<Scores>| -> Result<Vec<&'a Member>> {
        let (r, f) = cell.split_once('-').and_then(|(r, f)| Some((r.parse::<u8>().ok()?, f.parse::<u8>().ok()?))).ok_or_else(no_such)?;
        Ok(members(&|row| of(row).is_some_and(|scores| (scores.r, scores.f) == (r, f))))
    };
    let segment = |of: fn(&Member) -> Option<Scores>| members(&|row| of(row).is_some_and(|scores| scores.segment().as_str() == cell));
    Ok(match request.of {
        BreakdownKey::Lifecycle => members(&|row| row.lifecycle.as_str() == cell),
        BreakdownKey::Interval => {
            members(&|row| row.standing.last.is_some() && lifecycle::own_interval(&row.standing, table.as_of()).as_str() == cell)
        }
        BreakdownKey::Value => members(&|row| row.value.as_str() == cell),
        BreakdownKey::Rfm => scored(|row| row.quintile)?,
        BreakdownKey::RfmFixed => scored(|row| row.fixed)?,
        BreakdownKey::RfmSegment => segment(|row| row.quintile),
        BreakdownKey::RfmFixedSegment => segment(|row| row.fixed),
        BreakdownKey::Cohort => {
            let (month, after) = cell.split_once('+').map_or((cell, None), |(month, after)| (month, Some(after)));
            let after = after.map(|n| n.parse::<u32>().map_err(|_| no_such())).transpose()?;
            let month: Day = format!("{month}-01").parse().map_err(|_| no_such())?;
            members(&|row| cohorts::is_of(row, month, after))
        }
        BreakdownKey::Figure => return of_figure(db, FigureKey::from_text(cell).ok_or_else(no_such)?, table, settings, offset),
        BreakdownKey::Field => {
            let (field, value) = cell.split_once(':').ok_or_else(no_such)?;
            let field = FieldId(field.parse().map_err(|_| no_such())?);
            let known = Some(value).filter(|value| !value.is_empty());
            let with = insight_people::with_value(db, field, known, table.span.as_of)?;
            members(&|row| with.contains(&row.archive.id) == known.is_some())
        }
        key => {
            let traits = structure::traits_of_day(db, table.span.as_of, today)?;
            let of = |row, traits| structure::cell_of(key, row, traits, table.span.as_of, settings);
            structure::with_traits(table, &traits)
                .filter(|(row, traits)| of(row, traits).as_deref() == Some(cell))
                .map(|(row, _)| row)
                .collect()
        }
    })
}

/// Those whom a figure counts. Figures of the sales open visits, not people.
fn of_figure<'a>(
    db: &Connection,
    key: FigureKey,
    table: &'a Table,
    settings: &InsightSettings,
    offset: FixedOffset,
) -> Result<Vec<&'a Member>> {
    let span = &table.span;
    let used =
        |rows: Vec<(CustomerId, bool)>| -> BTreeSet<CustomerId> { rows.into_iter().filter(|(_, used)| *used).map(|(id, _)| id).collect() };
    let found = match key {
        FigureKey::VouchersOutstanding | FigureKey::VouchersFace => {
            insight_care::voucher_holders(db, span.as_of, liability::end(span.as_of, offset))?
        }
        FigureKey::VoucherUse => {
            used(insight_care::vouchers_given(db, liability::begin(span.from, offset), liability::end(span.to, offset), span.as_of)?)
        }
        FigureKey::BenefitsOpen => insight_care::benefits_open(db, span.as_of)?.into_iter().collect(),
        FigureKey::BenefitUse => used(insight_care::benefits_granted(db, span.from, span.to, span.as_of)?),
        FigureKey::MessagesAnswered | FigureKey::MessagesVisited => {
            let visited = key == FigureKey::MessagesVisited;
            insight_care::responders(db, span.from, messages::last_day(span, settings), settings.response_days, visited)?
        }
        _ => {
            return Ok(table.rows.iter().filter(|row| means(key, row, table, settings) == Some(true)).collect());
        }
    };
    Ok(table.rows.iter().filter(|row| found.contains(&row.archive.id)).collect())
}
