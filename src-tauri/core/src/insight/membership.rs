//! How many members, in which state; and who they are. A figure counts exactly those whom its list shows.

use super::figure::{Maker, Named};
use super::lifecycle::own_interval;
use super::table::{Member, Table};
use crate::wire::insight::{FigureKey, FigureUnit, InsightSettings, OwnInterval};
use chrono::Datelike;

/// So many days a first buyer is given to come again.
pub(super) const SECOND: i32 = 90;

/// Whether a figure means her; nothing for figures that do not come from the table alone.
pub(super) fn means(key: FigureKey, row: &Member, table: &Table, settings: &InsightSettings) -> Option<bool> {
    use FigureKey as K;
    let as_of = table.as_of();
    let days = row.standing.days_since(as_of).map(i64::from);
    let within = |limit: i64| row.counted && days.is_some_and(|days| days <= limit);
    let joined = row.archive.joined;
    Some(match key {
        K::Members => row.counted,
        K::EffectiveMembers => within(settings.effective_days),
        K::ActiveMembers => within(settings.active_days),
        K::DormantMembers => row.counted && days.is_some_and(|days| days > settings.at_risk_days),
        K::OverdueMembers => row.counted && own_interval(&row.standing, as_of) == OwnInterval::Overdue,
        K::NewMembers => row.counted && joined >= table.span.from.num_days_from_ce() && joined <= table.span.to.num_days_from_ce(),
        K::SecondPurchase90 => had_time(row, as_of) && row.standing.second_gap.is_some_and(|gap| gap <= SECOND),
        K::SecondPurchaseEver => had_time(row, as_of) && row.standing.purchase_days >= 2,
        K::Buyers => row.period.days > 0,
        K::FirstBuyers => row.period.first,
        K::ReturningShare => row.period.days > 0 && row.period.bought_before,
        K::RepurchaseRate => row.period.days >= 2,
        K::PurchaseInterval => row.period.gaps > 0,
        K::PointsOutstanding | K::PointsWorth | K::PointsHolders => row.archive.points > 0,
        K::PointsEnding => {
            row.archive.points > 0 && row.archive.points_end.is_some_and(|end| (as_of..=as_of + super::liability::SOON).contains(&end))
        }
        _ => return None,
    })
}

/// Whether her first purchase is in the book and so long ago that the days to come again are over.
fn had_time(row: &Member, as_of: i32) -> bool {
    row.counted && !row.archive.opening && row.standing.first.is_some_and(|first| first + SECOND <= as_of)
}

/// The figures of the members.
pub(super) fn state(table: &Table, settings: &InsightSettings, make: Maker) -> Vec<Named> {
    let many = |key| number(table.rows.iter().filter(|row| means(key, row, table, settings) == Some(true)).count());
    let members = many(FigureKey::Members);
    let people = |key| make.count(key, many(key), FigureUnit::People, members);
    let whole = number(table.rows.iter().filter(|row| had_time(row, table.as_of())).count());
    vec![
        people(FigureKey::Members),
        people(FigureKey::NewMembers),
        people(FigureKey::EffectiveMembers),
        people(FigureKey::ActiveMembers),
        people(FigureKey::DormantMembers),
        people(FigureKey::OverdueMembers),
        make.share(FigureKey::SecondPurchase90, many(FigureKey::SecondPurchase90), whole),
        make.share(FigureKey::SecondPurchaseEver, many(FigureKey::SecondPurchaseEver), whole),
    ]
}

/// The figures of coming again in the period.
pub(super) fn again(table: &Table, settings: &InsightSettings, make: Maker) -> Vec<Named> {
    let many = |key| number(table.rows.iter().filter(|row| means(key, row, table, settings) == Some(true)).count());
    let buyers = many(FigureKey::Buyers);
    let gaps = table.rows.iter().map(|row| row.period.gaps).sum();
    let days = table.rows.iter().map(|row| row.period.gap_sum).sum();
    vec![
        make.count(FigureKey::Buyers, buyers, FigureUnit::People, buyers),
        make.count(FigureKey::FirstBuyers, many(FigureKey::FirstBuyers), FigureUnit::People, buyers),
        make.share(FigureKey::ReturningShare, many(FigureKey::ReturningShare), buyers),
        make.share(FigureKey::RepurchaseRate, many(FigureKey::RepurchaseRate), buyers),
        make.count_each(FigureKey::PurchaseInterval, days, gaps),
    ]
}

/// A count as the wire has it.
pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
