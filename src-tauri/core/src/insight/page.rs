//! The page: states on a day, sales of a period, beside an earlier one.

use super::figure::{Maker, group};
use super::table::{self, Table};
use super::{breakdown, cohorts, kpis, liability, membership, messages};
use crate::error::Result;
use crate::shop::Shop;
use crate::store::insight_visits::{self, SalesSum};
use crate::store::{insight_care, setting};
use crate::wire::insight::{BreakdownKey, CompareWith, FigureGroupKey, FigureKey, GetInsight, Insight, InsightSettings, InsightSpan};
use chrono::FixedOffset;
use rusqlite::Connection;

/// How is my shop, who is slipping, do they come again: the six of the first page.
const HEADLINE: &[FigureKey] = &[
    FigureKey::Sales,
    FigureKey::MemberShare,
    FigureKey::Basket,
    FigureKey::ActiveMembers,
    FigureKey::OverdueMembers,
    FigureKey::SecondPurchase90,
];

/// Every figure of a period and a day.
///
/// # Errors
/// `out_of_range` at `as_of` for a day to come, at `to` for one before `from`.
pub fn page(shop: &mut Shop, request: GetInsight) -> Result<Insight> {
    shop.turn_the_day()?;
    let (today, offset) = (shop.now().day(), shop.offset());
    let span = super::span::span(&request, today)?;
    let before = super::span::compared(&span, request.compare.unwrap_or(CompareWith::Nothing));
    let (cache, db) = shop.insight()?;
    cache.turn(today);
    let key = (span, before);
    if let Some(page) = cache.page(&key) {
        return Ok(page.clone());
    }
    let settings: InsightSettings = setting::get(db, InsightSettings::KEY)?;
    let spans: Vec<&InsightSpan> = std::iter::once(&key.0).chain(&key.1).collect();
    let sales = || spans.iter().map(|span| insight_visits::sums(db, span.from, span.to)).collect::<Result<Vec<_>>>();
    let (tables, growth, sales) = table::read(db, &spans, &settings, sales)?;
    let mut tables = tables.into_iter();
    let Some(mut now) = tables.next() else { return Err(crate::error::Failure::new(crate::error::Code::Internal).into()) };
    liability::points_of_day(db, &mut now, today)?;
    let page = make(db, &now, tables.next().as_ref(), &sales, growth, settings, offset)?;
    cache.keep_table(now);
    cache.keep_page(key, page.clone());
    Ok(page)
}

fn make(
    db: &Connection,
    now: &Table,
    before: Option<&Table>,
    sales: &[Vec<SalesSum>],
    growth: super::growth::Growth,
    settings: InsightSettings,
    offset: FixedOffset,
) -> Result<Insight> {
    let maker = Maker { least: settings.least_sample };
    let sales = |at: usize| sales.get(at).map(|sums| kpis::kpis(sums, maker)).unwrap_or_default();
    let care = |table: &Table| messages::responses(db, &table.span, &settings);
    let responses = care(now)?;
    let promises = |table: &Table| liability::promises(db, &table.span, offset, maker);
    let mut owed = liability::points_owed(db, now, maker)?;
    owed.extend(promises(now)?);
    let state = |table: &Table| membership::state(table, &settings, maker);
    let again = |table: &Table| membership::again(table, &settings, maker);
    let earlier = |of: &dyn Fn(&Table) -> Result<_>| before.map_or(Ok(Vec::new()), of);
    let groups = vec![
        group(FigureGroupKey::State, state(now), &before.map(state).unwrap_or_default()),
        group(FigureGroupKey::Sales, sales(0), &sales(1)),
        group(FigureGroupKey::Again, again(now), &before.map(again).unwrap_or_default()),
        group(FigureGroupKey::Owed, owed, &earlier(&promises)?),
        group(
            FigureGroupKey::Care,
            messages::figures(&responses, maker),
            &earlier(&|table: &Table| Ok(messages::figures(&care(table)?, maker)))?,
        ),
    ];
    Ok(Insight {
        span: now.span,
        before: before.map(|table| table.span),
        headline: HEADLINE.to_vec(),
        groups,
        lifecycle: breakdown::lifecycle(now, before),
        interval: breakdown::interval(now, before),
        value: breakdown::value(now, before),
        rfm: breakdown::rfm(now, before, BreakdownKey::RfmSegment, |row| row.quintile),
        rfm_fixed: breakdown::rfm(now, before, BreakdownKey::RfmFixedSegment, |row| row.fixed),
        months: growth.months(),
        cohorts: cohorts::cohorts(now),
        events: insight_care::events(db, now.span.from, now.span.to)?,
        messages: responses,
        opening: membership::number(now.members().filter(|row| row.archive.opening).count()),
        settings,
    })
}
