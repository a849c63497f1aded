//! The forecast of a day: the model chosen by the shop's own past, and everybody's score.

use super::backtest::{self, Backtest};
use super::fit::Fit;
use super::gamma_gamma::{Spend, Spending};
use super::model::Parameters;
use super::summary::{BuyerDays, Purchases, Sample, Triple, days_between};
use crate::clock::Day;
use crate::ids::CustomerId;
use crate::money::Fen;
use crate::wire::forecast::{ForecastModel, ForecastSilence};
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Below these it says nothing: so many customers who bought,
pub const CUSTOMERS_NEEDED: u32 = 200;
/// so many who bought again on another day,
pub const REPEAT_NEEDED: u32 = 100;
/// and so many weeks from the first purchase to the last.
pub const WEEKS_NEEDED: u32 = 26;
/// Less likely still a customer than this, she is probably lost.
const EVEN: f64 = 0.5;
/// A next visit further away than two years is not named.
const FAR_DAYS: f64 = 730.0;

/// One customer's figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Her triple on the day.
    pub triple: Triple,
    /// Her last purchase.
    pub last_purchase: Day,
    /// Paid so far, net of returns.
    pub net: Fen,
    /// Whether her archive is active: neither archived, cancelled nor merged.
    pub active: bool,
    /// The probability that she is still a customer.
    pub p_alive: f64,
    /// Purchase days expected in 30 days.
    pub expected_30: f64,
    /// Purchase days expected in 90 days.
    pub expected_90: f64,
    /// What a purchase day of hers is expected to bring, in yuan.
    pub day_value: f64,
    /// The day by which half of those like her have come again; none for one who has probably left.
    pub next_day: Option<Day>,
    /// Active, bought on two days or more, and more probably gone than not.
    pub likely_lost: bool,
    /// Among the fifth of active buyers of whom most is expected in 30 days.
    pub likely_30: bool,
    /// The same in 90 days.
    pub likely_90: bool,
}

impl Score {
    /// What `purchases` expected purchase days bring, rounded half up to the fen.
    pub fn spend(&self, purchases: f64) -> Fen {
        Fen((purchases * self.day_value * 100.0 + 0.5).floor() as i64)
    }
}

/// The forecast of a day.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The day of judgement.
    pub as_of: Day,
    /// Why it says nothing.
    pub silence: Option<ForecastSilence>,
    /// Who bought, and who of them again.
    pub counts: (u32, u32),
    /// The model used.
    pub fit: Option<Fit>,
    /// What a purchase day brings.
    pub spending: Option<Spending>,
    /// How it would have done.
    pub backtest: Option<Backtest>,
    /// Everybody who bought.
    pub scores: Arc<BTreeMap<CustomerId, Score>>,
}

impl Outlook {
    /// Estimates, judges and scores. With `fit_until` the parameters are those of that day.
    pub fn make(purchases: &Purchases, active: &BTreeSet<CustomerId>, as_of: Day, fit_until: Option<Day>) -> Outlook {
        let known_until = fit_until.unwrap_or(as_of);
        let silence = silence(purchases, known_until);
        let (customers, repeat) = purchases.counts(known_until);
        let mut outlook = Outlook {
            as_of,
            counts: (small(customers), small(repeat)),
            fit: None,
            spending: None,
            backtest: None,
            scores: Arc::default(),
            silence: None,
        };
        if silence.is_some() {
            return Outlook { silence, ..outlook };
        }
        let triples = |day: Day| purchases.triples(day).map(|(_, triple)| triple).collect::<Vec<_>>();
        let cut = fit_until.or_else(|| backtest::cut(purchases, as_of)).unwrap_or(as_of);
        outlook.backtest = backtest::judge(purchases, cut, as_of);
        let best = outlook.backtest.as_ref().and_then(Backtest::best).and_then(|row| row.fit.clone());
        let model = best.as_ref().map_or(ForecastModel::default(), |fit| fit.model);
        outlook.fit = best.filter(|_| fit_until.is_some()).or_else(|| Some(super::fit(model, &triples(known_until))));
        let spends: Vec<Spend> = purchases.buyers().filter(|b| b.net > Fen::ZERO).map(|b| spend_of(&b)).collect();
        outlook.spending = Spending::fit(&spends);
        if let Some(fit) = &outlook.fit {
            outlook.scores = Arc::new(scores(purchases, active, &fit.parameters, outlook.spending.as_ref(), as_of));
        }
        outlook
    }
}

/// Everybody's score by given parameters.
pub(crate) fn scores(
    purchases: &Purchases,
    active: &BTreeSet<CustomerId>,
    parameters: &Parameters,
    spending: Option<&Spending>,
    as_of: Day,
) -> BTreeMap<CustomerId, Score> {
    let people: Vec<(BuyerDays<'_>, Triple)> = purchases.buyers().filter_map(|buyer| Some((buyer, buyer.triple(as_of)?))).collect();
    let sample = Sample::new(&people.iter().map(|(_, triple)| *triple).collect::<Vec<_>>());
    let alive = parameters.alive_of(&sample);
    let (in_30, in_90) = (parameters.expected_of(&sample, &alive, 30), parameters.expected_of(&sample, &alive, 90));
    let mut scores = BTreeMap::new();
    for ((buyer, triple), group) in people.into_iter().zip(&sample.group_of) {
        let Some(last_purchase) = buyer.days.last().copied() else { continue };
        let (p_alive, expected_30, expected_90) = (alive[*group], in_30[*group], in_90[*group]);
        let active = active.contains(&buyer.customer);
        let wait = parameters.half_return(triple).ceil().max(1.0);
        let stays = p_alive >= EVEN && wait <= FAR_DAYS;
        scores.insert(
            buyer.customer,
            Score {
                triple,
                last_purchase,
                net: buyer.net,
                active,
                p_alive,
                expected_30,
                expected_90,
                day_value: day_value(&buyer, spending),
                next_day: if stays { as_of.checked_add_days(Days::new(wait as u64)) } else { None },
                likely_lost: active && triple.repeats > 0 && p_alive < EVEN,
                likely_30: false,
                likely_90: false,
            },
        );
    }
    for customer in first_fifth(&scores, |score| score.expected_30) {
        scores.entry(customer).and_modify(|score| score.likely_30 = true);
    }
    for customer in first_fifth(&scores, |score| score.expected_90) {
        scores.entry(customer).and_modify(|score| score.likely_90 = true);
    }
    scores
}

/// The fifth of active buyers of whom the most purchases are expected, the likeliest first; of equals who spent more.
fn first_fifth(scores: &BTreeMap<CustomerId, Score>, expected: fn(&Score) -> f64) -> Vec<CustomerId> {
    let mut order: Vec<(f64, Fen, CustomerId)> =
        scores.iter().filter(|(_, score)| score.active).map(|(customer, score)| (expected(score), score.net, *customer)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
    order.truncate(order.len().div_ceil(5));
    order.into_iter().map(|(_, _, customer)| customer).collect()
}

fn spend_of(buyer: &BuyerDays<'_>) -> Spend {
    let days = f64::from(small(buyer.days.len()));
    Spend { days, mean: yuan(buyer.net) / days }
}

/// What a purchase day of hers is expected to bring. Who brought more back than she kept counts as having spent nothing so far.
fn day_value(buyer: &BuyerDays<'_>, spending: Option<&Spending>) -> f64 {
    let (days, sum) = (f64::from(small(buyer.days.len())), yuan(buyer.net).max(0.0));
    spending.map_or(sum / days, |spending| spending.expected(days, sum))
}

fn yuan(amount: Fen) -> f64 {
    amount.0 as f64 / 100.0
}

fn silence(purchases: &Purchases, until: Day) -> Option<ForecastSilence> {
    let (customers, repeat) = purchases.counts(until);
    let weeks = purchases.span().map_or(0, |(first, last)| days_between(first, last.min(until)) / 7);
    let (customers, repeat) = (small(customers), small(repeat));
    let enough = customers >= CUSTOMERS_NEEDED && repeat >= REPEAT_NEEDED && weeks >= WEEKS_NEEDED;
    (!enough).then_some(ForecastSilence {
        customers,
        customers_needed: CUSTOMERS_NEEDED,
        repeat,
        repeat_needed: REPEAT_NEEDED,
        weeks,
        weeks_needed: WEEKS_NEEDED,
    })
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
