//! The two lists: who has probably left, and who will probably come.

use super::get::{count, places};
use super::outlook::{Outlook, Score};
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::store::customer;
use crate::wire::forecast::{ForecastList, ForecastReason, ForecastRow, ForecastRows, ListForecast};
use crate::wire::paging;
use rusqlite::Connection;

/// Who bought for the first time within so many days is new.
const NEW: u32 = 60;

/// A page of a list, as of today.
///
/// # Errors
/// `choice_invalid` at `horizon`; `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn list(shop: &mut Shop, request: ListForecast) -> Result<ForecastRows> {
    if !matches!(request.horizon, 30 | 90) {
        return Err(Failure::at(Code::ChoiceInvalid, "horizon").into());
    }
    let limit = paging::limit(request.limit)?;
    let from: usize = paging::cursor(request.cursor.as_deref())?.unwrap_or(0);
    let today = shop.now().day();
    let outlook = shop.forecast(today, None)?;
    let order = order(&outlook, request.which, request.horizon);
    let end = from.saturating_add(limit).min(order.len());
    let rows = rows(shop.db()?, &outlook, order.get(from..end).unwrap_or_default(), request.horizon, today)?;
    let cursor = if end < order.len() { Some(serde_json::to_string(&end)?) } else { None };
    Ok(ForecastRows { rows, cursor, total: count(order.len()) })
}

fn expected(score: &Score, horizon: u32) -> f64 {
    if horizon == 30 { score.expected_30 } else { score.expected_90 }
}

/// Who stands in a list, the first first.
pub(super) fn order(outlook: &Outlook, which: ForecastList, horizon: u32) -> Vec<CustomerId> {
    let mut order: Vec<(CustomerId, &Score)> = outlook
        .scores
        .iter()
        .map(|(customer, score)| (*customer, score))
        .filter(|(_, score)| match (which, horizon) {
            (ForecastList::LikelyLost, _) => score.likely_lost,
            (ForecastList::LikelyToBuy, 30) => score.likely_30,
            (ForecastList::LikelyToBuy, _) => score.likely_90,
        })
        .collect();
    order.sort_by(|(a, one), (b, two)| {
        let by_list = match which {
            ForecastList::LikelyLost => std::cmp::Ordering::Equal,
            ForecastList::LikelyToBuy => expected(two, horizon).total_cmp(&expected(one, horizon)),
        };
        by_list.then(two.net.cmp(&one.net)).then(a.cmp(b))
    });
    order.into_iter().map(|(customer, _)| customer).collect()
}

/// The lines of some of them.
pub(super) fn rows(db: &Connection, outlook: &Outlook, of: &[CustomerId], horizon: u32, today: Day) -> Result<Vec<ForecastRow>> {
    let mut rows = Vec::new();
    for id in of {
        if let (Some(person), Some(score)) = (customer::person(db, *id)?, outlook.scores.get(id)) {
            rows.push(row(person, score, expected(score, horizon), today));
        }
    }
    Ok(rows)
}

fn row(customer: crate::wire::customers::Person, score: &Score, expected: f64, today: Day) -> ForecastRow {
    let triple = score.triple;
    let days_since = super::summary::days_between(score.last_purchase, today);
    ForecastRow {
        customer,
        p_alive: places(score.p_alive),
        expected_purchases: places(expected),
        expected_spend: score.spend(expected),
        next_day: score.next_day,
        reason: match triple.repeats {
            0 if days_since <= NEW => ForecastReason::New,
            0 => ForecastReason::Once,
            _ if score.likely_lost => ForecastReason::Quiet,
            _ => ForecastReason::Rhythm,
        },
        purchase_days: triple.repeats + 1,
        last_purchase: score.last_purchase,
        days_since,
        usual_days: (triple.repeats > 0).then(|| (triple.last + triple.repeats / 2) / triple.repeats),
        net_spend: score.net,
    }
}
