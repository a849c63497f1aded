//! The forecast as the screen and the command line see it.

use super::backtest::{Backtest, Row};
use super::fit::Fit;
use super::model::{Leaving, Parameters};
use super::outlook::Outlook;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::forecast_facts;
use crate::wire::customers::CustomerRef;
use crate::wire::forecast::{
    self as wire, BacktestRow, CustomerForecast, CustomerScore, Forecast, ForecastEnding, ForecastScores, ForecastSentence, GetForecast,
    ScoreRow,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The longest horizon: a year.
const HORIZON: u32 = 365;
/// In a book of more archives her page waits for the forecast that the day's first look at it makes.
const SMALL_BOOK: i64 = 10_000;

/// How the shop's customers will buy.
///
/// # Errors
/// `out_of_range` at `horizon_days`, and at `fit_until` for a day that is not before `as_of`.
pub fn get(shop: &mut Shop, request: GetForecast) -> Result<Forecast> {
    let (outlook, horizon) = asked(shop, &request)?;
    Ok(answer(&outlook, horizon))
}

/// The same with everybody's scores.
///
/// # Errors
/// Those of [`get`].
pub fn scores(shop: &mut Shop, request: GetForecast) -> Result<ForecastScores> {
    let (outlook, horizon) = asked(shop, &request)?;
    let numbers: BTreeMap<_, _> = forecast_facts::member_numbers(shop.db()?)?.into_iter().collect();
    let mut scores = Vec::with_capacity(outlook.scores.len());
    if let Some(fit) = &outlook.fit {
        for (customer, score) in outlook.scores.iter() {
            let Some(member_no) = numbers.get(customer) else { continue };
            let expected = fit.parameters.expected(score.triple, horizon);
            scores.push(ScoreRow {
                member_no: member_no.clone(),
                p_alive: places(score.p_alive),
                expected_purchases: places(expected),
                expected_spend: score.spend(expected),
            });
        }
    }
    scores.sort_by(|a, b| a.member_no.cmp(&b.member_no));
    Ok(ForecastScores { forecast: answer(&outlook, horizon), scores })
}

/// What is foretold of one customer: by today's forecast if it was made, else made now in a book where that takes no time to speak of.
pub fn of_customer(shop: &mut Shop, request: CustomerRef) -> Result<CustomerForecast> {
    let today = shop.now().day();
    let outlook = match shop.forecast_made() {
        Some(outlook) => outlook,
        None if !small_book(shop)? => return Ok(CustomerForecast { score: None }),
        None => shop.forecast(today, None)?,
    };
    let Some(fit) = &outlook.fit else { return Ok(CustomerForecast { score: None }) };
    let hers = forecast_facts::purchases_of(shop.db()?, request.customer, today)?;
    let active = [request.customer].into_iter().collect();
    let score = super::outlook::scores(&hers, &active, &fit.parameters, outlook.spending.as_ref(), today).remove(&request.customer);
    Ok(CustomerForecast {
        score: score.map(|score| CustomerScore {
            customer: request.customer,
            p_alive: places(score.p_alive),
            expected_purchases: places(score.expected_90),
            expected_spend: score.spend(score.expected_90),
            next_day: score.next_day,
            leaving_known: fit.parameters.leaving.is_some(),
        }),
    })
}

/// Whether a forecast takes no time to speak of, so that it may be made in passing.
pub(super) fn small_book(shop: &Shop) -> Result<bool> {
    Ok(forecast_facts::archives(shop.db()?)? <= SMALL_BOOK)
}

fn asked(shop: &mut Shop, request: &GetForecast) -> Result<(Arc<Outlook>, u32)> {
    if !(1..=HORIZON).contains(&request.horizon_days) {
        return Err(Failure::at(Code::OutOfRange, "horizon_days").with("min", 1).with("max", HORIZON).into());
    }
    let as_of: Day = request.as_of.unwrap_or(shop.now().day());
    if let Some(fit_until) = request.fit_until
        && fit_until >= as_of
    {
        return Err(Failure::at(Code::OutOfRange, "fit_until").with("min", "").with("max", as_of).into());
    }
    Ok((shop.forecast(as_of, request.fit_until)?, request.horizon_days))
}

fn answer(outlook: &Outlook, horizon: u32) -> Forecast {
    let fit = outlook.fit.as_ref();
    let mut parameters = fit.map(|fit| named(&fit.parameters)).unwrap_or_default();
    if let Some(spending) = outlook.spending.filter(|_| fit.is_some()) {
        parameters.extend([("p", spending.p), ("q", spending.q), ("v", spending.v)].map(|(name, value)| (name.to_owned(), digits(value))));
    }
    let (mut purchases, mut spend) = (0.0, crate::money::Fen::ZERO);
    if let Some(fit) = fit {
        for score in outlook.scores.values().filter(|score| score.active) {
            let expected = match horizon {
                30 => score.expected_30,
                90 => score.expected_90,
                days => fit.parameters.expected(score.triple, days),
            };
            purchases += expected;
            spend += score.spend(expected);
        }
    }
    let buyers = outlook.scores.values().filter(|score| score.active).count();
    Forecast {
        as_of: outlook.as_of,
        horizon_days: horizon,
        silent: outlook.silence.clone(),
        model: fit.map(|fit| fit.model),
        parameters,
        log_likelihood: fit.map(|fit| places(fit.log_likelihood)),
        customers: outlook.counts.0,
        repeat: outlook.counts.1,
        converged: fit.is_some_and(|fit| fit.ending == ForecastEnding::Inside),
        ending: fit.map(|fit| fit.ending),
        backtest: outlook.backtest.as_ref().map(judged),
        sentence: outlook.backtest.as_ref().map_or(ForecastSentence::NotJudged, Backtest::sentence),
        likely_lost: count(outlook.scores.values().filter(|score| score.likely_lost).count()),
        likely_to_buy: count(buyers.div_ceil(5)),
        expected_purchases: places(purchases),
        expected_spend: spend,
    }
}

fn judged(backtest: &Backtest) -> wire::Backtest {
    wire::Backtest {
        fit_until: backtest.fit_until,
        until: backtest.until,
        customers: backtest.customers,
        buyers: backtest.buyers,
        rows: backtest.rows.iter().map(row).collect(),
    }
}

fn row(row: &Row) -> BacktestRow {
    let fit: Option<&Fit> = row.fit.as_ref();
    BacktestRow {
        rule: row.rule,
        rmse: row.rmse.map(places),
        auc: places(row.auc),
        top_fifth: places(row.top_fifth),
        parameters: fit.map(|fit| named(&fit.parameters)),
        log_likelihood: fit.map(|fit| places(fit.log_likelihood)),
        ending: fit.map(|fit| fit.ending),
    }
}

/// The parameters by the names of the literature.
fn named(parameters: &Parameters) -> BTreeMap<String, f64> {
    let leaving = match parameters.leaving {
        None => Vec::new(),
        Some(Leaving::AfterRepeat(a, b) | Leaving::AfterPurchase(a, b)) => vec![("a", a), ("b", b)],
        Some(Leaving::AnyTime(s, beta)) => vec![("s", s), ("beta", beta)],
    };
    let buying = [("r", parameters.r), ("alpha", parameters.alpha)];
    buying.into_iter().chain(leaving).map(|(name, value)| (name.to_owned(), digits(value))).collect()
}

/// Six significant digits, for parameters, some of which are small.
fn digits(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10.0_f64.powf(5.0 - value.abs().log10().floor());
    (value * scale).round() / scale
}

/// Four decimal places: more would be noise, and the same book has to give the same bytes.
pub(super) fn places(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
