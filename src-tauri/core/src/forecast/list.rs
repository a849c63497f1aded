//! The two lists: who has probably left, and who will probably come.

use super::get::{count, places};
use super::outlook::Score;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::store::customer;
use crate::wire::forecast::{ForecastList, ForecastReason, ForecastRow, ForecastRows, ListForecast};
use crate::wire::paging;

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
    let expected = |score: &Score| if request.horizon == 30 { score.expected_30 } else { score.expected_90 };
    let mut order: Vec<(CustomerId, &Score)> = outlook
        .scores
        .iter()
        .map(|(customer, score)| (*customer, score))
        .filter(|(_, score)| match (request.which, request.horizon) {
            (ForecastList::LikelyLost, _) => score.likely_lost,
            (ForecastList::LikelyToBuy, 30) => score.likely_30,
            (ForecastList::LikelyToBuy, _) => score.likely_90,
        })
        .collect();
    order.sort_by(|(a, one), (b, two)| {
        let by_list = match request.which {
            ForecastList::LikelyLost => std::cmp::Ordering::Equal,
            ForecastList::LikelyToBuy => expected(two).total_cmp(&expected(one)),
        };
        by_list.then(two.net.cmp(&one.net)).then(a.cmp(b))
    });
    let mut rows = Vec::new();
    for (id, score) in order.iter().skip(from).take(limit) {
        if let Some(person) = customer::person(shop.db()?, *id)? {
            rows.push(row(person, score, expected(score), today));
        }
    }
    let end = from.saturating_add(limit);
    let cursor = if end < order.len() { Some(serde_json::to_string(&end)?) } else { None };
    Ok(ForecastRows { rows, cursor, total: count(order.len()) })
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
