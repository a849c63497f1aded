//! The models at their limits, on invented customers with known parameters, and a forecast that has nothing to say.

use super::*;
use crate::clock::Day;
use crate::money::Fen;
use crate::wire::forecast::ForecastEnding;
use chrono::Days;
use std::collections::BTreeSet;

fn triple(repeats: u32, last: u32, watched: u32) -> Triple {
    Triple { repeats, last, watched }
}

fn all(r: f64, alpha: f64, first: f64, second: f64) -> [Parameters; 3] {
    [ForecastModel::BgNbd, ForecastModel::MbgNbd, ForecastModel::ParetoNbd].map(|model| Parameters {
        r,
        alpha,
        leaving: Some(Leaving::of(model, first, second)),
    })
}

/// A stream of numbers in (0, 1) that is the same everywhere (splitmix64, Steele et al. 2014).
struct Stream(u64);

impl Stream {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64 + 1e-17
    }

    fn exponential(&mut self, rate: f64) -> f64 {
        -self.next().ln() / rate
    }

    /// Gamma with a whole shape: a sum of exponential waits.
    fn gamma(&mut self, shape: u32, rate: f64) -> f64 {
        (0..shape).map(|_| self.exponential(rate)).sum()
    }

    fn beta(&mut self, a: u32, b: u32) -> f64 {
        let first = self.gamma(a, 1.0);
        first / (first + self.gamma(b, 1.0))
    }
}

/// Customers who came in one after the other, watched for `weeks` weeks at most; `leaves` says after how long each one stops.
fn invented(
    n: u32,
    weeks: f64,
    r: u32,
    alpha: f64,
    mut gone: impl FnMut(&mut Stream) -> Box<dyn FnMut(&mut Stream) -> bool>,
) -> Vec<Triple> {
    let mut chance = Stream(20_260_101);
    (0..n)
        .map(|i| {
            let watched = weeks * (0.5 + 0.5 * f64::from(i) / f64::from(n));
            let rate = chance.gamma(r, alpha);
            let mut leaves = gone(&mut chance);
            let (mut at, mut repeats, mut last) = (0.0, 0, 0.0);
            while !leaves(&mut chance) {
                at += chance.exponential(rate);
                if at > watched {
                    break;
                }
                repeats += 1;
                last = at;
            }
            // Days count from zero, so that a purchase at any hour of a day lies within it.
            triple(repeats, (last * 7.0) as u32, (watched * 7.0) as u32)
        })
        .collect()
}

#[test]
fn nobody_leaves_a_model_without_leaving() {
    let still = Parameters { r: 1.0, alpha: 8.0, leaving: None };
    assert_eq!(still.p_alive(triple(3, 10, 900)), 1.0);
    assert!((still.expected(triple(3, 10, 56), 70) - 4.0 / 16.0 * 10.0).abs() < 1e-12);
    // Where hardly anybody leaves the three models say the same as the one in which nobody does.
    let hardly = [all(1.0, 8.0, 1e-7, 5.0)[0], all(1.0, 8.0, 1e-7, 5.0)[1], all(1.0, 8.0, 1e-7, 900.0)[2]];
    for model in hardly {
        assert!((model.expected(triple(3, 40, 56), 70) - still.expected(triple(3, 40, 56), 70)).abs() < 1e-5, "{model:?}");
    }
}

#[test]
fn silence_after_a_rhythm_is_leaving_and_figures_stay_in_bounds() {
    for model in all(0.5, 6.0, 0.9, 1.6).into_iter().chain(all(3.0, 0.4, 1.0, 30.0)).chain(all(0.02, 300.0, 40.0, 0.1)) {
        for repeats in [0, 1, 4, 40, 400, 4_000] {
            let mut before = 1.0;
            for silent in [0, 1, 7, 40, 200, 1_000, 4_000] {
                let last = repeats * 2;
                let her = triple(repeats, last, last + silent);
                let (alive, ahead) = (model.p_alive(her), model.expected(her, 90));
                assert!((0.0..=1.0).contains(&alive) && alive <= before + 1e-9, "{model:?} {her:?} {alive}");
                assert!(ahead.is_finite() && ahead >= -1e-9 && ahead <= model.expected(her, 91) + 1e-9, "{model:?} {her:?} {ahead}");
                assert!(model.half_return(her) > 0.0);
                before = alive;
            }
        }
    }
    let [bg, mbg, pareto] = all(0.5, 6.0, 0.9, 1.6);
    assert_eq!(bg.p_alive(triple(0, 0, 900)), 1.0, "the fault for which BG/NBD is not used");
    assert!(mbg.p_alive(triple(0, 0, 900)) < 0.3 && pareto.p_alive(triple(0, 0, 900)) < 0.3);
}

#[test]
fn the_formula_is_smooth_where_it_divides_by_zero() {
    for i in 0..3 {
        let says = |first: f64| all(0.6, 5.0, first, 4.0)[i].expected(triple(2, 60, 100), 90);
        assert!((says(1.0) - (says(0.9999) + says(1.0001)) / 2.0).abs() < 1e-6, "{i}");
    }
}

#[test]
fn known_parameters_are_found_again() {
    // Beta (1, 4) chances of leaving after each purchase, gamma (1, 5) rates.
    let people = invented(3_000, 80.0, 1, 5.0, |chance| {
        let p = chance.beta(1, 4);
        Box::new(move |chance| chance.next() < p)
    });
    let found = fit(ForecastModel::MbgNbd, &people);
    assert_eq!(found.ending, ForecastEnding::Inside);
    let Some(Leaving::AfterPurchase(a, b)) = found.parameters.leaving else { panic!("{found:?}") };
    assert!((found.parameters.r - 1.0).abs() < 0.12 && (found.parameters.alpha - 5.0).abs() < 0.7, "{found:?}");
    assert!((a / (a + b) - 0.2).abs() < 0.02 && (0.75..1.4).contains(&a), "{found:?}");

    // Gamma (1, 30) rates of leaving at any time. The clock of the customer is asked before each wait, so leaving is drawn as a time.
    let mut chance = Stream(7);
    let people: Vec<Triple> = (0..3_000_u32)
        .map(|i| {
            let watched = 40.0 + f64::from(i % 60);
            let (rate, leaves) = (chance.gamma(1, 5.0), chance.gamma(1, 30.0));
            let end = chance.exponential(leaves).min(watched);
            let (mut at, mut repeats, mut last) = (chance.exponential(rate), 0, 0.0);
            while at <= end {
                (repeats, last) = (repeats + 1, at);
                at += chance.exponential(rate);
            }
            triple(repeats, (last * 7.0) as u32, (watched * 7.0) as u32)
        })
        .collect();
    let found = fit(ForecastModel::ParetoNbd, &people);
    assert_eq!(found.ending, ForecastEnding::Inside);
    let Some(Leaving::AnyTime(s, beta)) = found.parameters.leaving else { panic!("{found:?}") };
    assert!((found.parameters.r - 1.0).abs() < 0.12 && (found.parameters.alpha - 5.0).abs() < 0.7, "{found:?}");
    assert!((0.75..1.35).contains(&s) && (20.0..45.0).contains(&beta), "{found:?}");
}

#[test]
fn without_decline_it_says_so_and_stays_calm() {
    let people = invented(1_000, 60.0, 2, 10.0, |_| Box::new(|_| false));
    for model in [ForecastModel::MbgNbd, ForecastModel::ParetoNbd] {
        let found = fit(model, &people);
        assert_eq!((found.ending, found.parameters.leaving), (ForecastEnding::NoDecline, None), "{model:?}");
        assert!((found.parameters.r - 2.0).abs() < 0.4 && (found.parameters.alpha - 10.0).abs() < 2.0, "{found:?}");
        assert_eq!(found.parameters.p_alive(people[5]), 1.0);
    }
    // Nobody ever came again; everybody came on the same day; nobody at all.
    for odd in [vec![triple(0, 0, 300); 400], vec![triple(3, 30, 30); 400], vec![triple(0, 0, 0); 5], Vec::new()] {
        let found = fit(ForecastModel::MbgNbd, &odd);
        assert!(found.log_likelihood.is_finite() && found.parameters.r.is_finite(), "{found:?}");
        assert!(found.ending != ForecastEnding::Inside || odd.len() == 400, "{found:?}");
        let says = found.parameters.expected(triple(1, 20, 60), 90);
        assert!(says.is_finite() && says >= 0.0, "{found:?} {says}");
    }
}

#[test]
fn spending_is_drawn_towards_all_the_more_the_less_is_known() {
    let mut chance = Stream(3);
    // Days are gamma (3, nu) with nu gamma (5, 800): a mean of 3 * 800 / 4 = 600.
    let people: Vec<Spend> = (0..3_000_u32)
        .map(|i| {
            let (nu, days) = (chance.gamma(5, 800.0), 1 + i % 7);
            let sum: f64 = (0..days).map(|_| chance.gamma(3, nu)).sum();
            Spend { days: f64::from(days), mean: sum / f64::from(days) }
        })
        .collect();
    let found = Spending::fit(&people).unwrap();
    assert!(found.converged && (found.p - 3.0).abs() < 0.4 && (found.q - 5.0).abs() < 1.0 && (found.v - 800.0).abs() < 220.0, "{found:?}");
    let of_all = found.p * found.v / (found.q - 1.0);
    assert!((of_all - 600.0).abs() < 15.0, "{of_all}");
    let (once, often) = (found.expected(1.0, 2_000.0), found.expected(30.0, 60_000.0));
    assert!(of_all < once && once < often && often < 2_000.0, "{once} {often}");
    assert_eq!(Spending::fit(&people[..9]), None);
}

fn day(n: u64) -> Day {
    Day::from_ymd_opt(2025, 1, 1).unwrap().checked_add_days(Days::new(n)).unwrap()
}

/// A shop of `n` customers, two thirds of whom come about every four weeks until many of them stop.
fn shop(n: u32) -> Purchases {
    let mut chance = Stream(11);
    let mut purchases = Purchases::default();
    for i in 0..n {
        let (first, stops) = (u64::from(i % 200), chance.exponential(1.0 / 150.0));
        let mut days = vec![day(first)];
        let (rate, mut at) = (chance.gamma(2, 56.0), 0.0);
        loop {
            at += chance.exponential(rate);
            if i % 3 == 0 || at > stops || first + at as u64 > 365 {
                break;
            }
            days.push(day(first + at as u64));
        }
        let count = i64::try_from(days.len()).unwrap();
        purchases.push(CustomerId(i64::from(i) + 1), days.into_iter(), Fen(count * 30_000));
    }
    purchases
}

#[test]
fn a_young_shop_hears_nothing_and_a_grown_one_everything() {
    let everybody: BTreeSet<CustomerId> = (1..=600).map(CustomerId).collect();
    let small = Outlook::make(&shop(150), &everybody, day(365), None);
    let silence = small.silence.unwrap();
    assert_eq!((silence.customers, silence.customers_needed), (150, 200));
    assert!(small.fit.is_none() && small.scores.is_empty());
    let young = Outlook::make(&shop(600), &everybody, day(150), None);
    assert_eq!(young.silence.map(|silence| (silence.weeks, silence.weeks_needed)), Some((21, 26)));
    assert!(Outlook::make(&Purchases::default(), &everybody, day(365), None).silence.is_some());

    let grown = Outlook::make(&shop(600), &everybody, day(365), None);
    let backtest = grown.backtest.unwrap();
    assert_eq!((backtest.fit_until, backtest.until, backtest.rows.len()), (day(275), day(365), 5));
    assert!(backtest.best().unwrap().auc > 0.7, "{:?}", backtest.rows);
    assert_eq!(grown.scores.len(), 600);
    let scores = grown.scores.values();
    assert_eq!(scores.clone().filter(|score| score.likely_90).count(), 120);
    let least = scores.clone().filter(|score| score.likely_90).map(|score| score.expected_90).fold(f64::INFINITY, f64::min);
    assert!(scores.clone().filter(|score| !score.likely_90).all(|score| score.expected_90 <= least));
    assert!(scores.clone().any(|score| score.likely_lost) && scores.clone().all(|score| !score.likely_lost || score.p_alive < 0.5));
    assert!(scores.clone().all(|score| score.next_day.is_none() || score.p_alive >= 0.5));

    // With a day named the parameters are that day's, and the same question has the same answer.
    let asked = |fit_until| Outlook::make(&shop(600), &everybody, day(365), fit_until).fit.unwrap();
    let (then, now, again) = (asked(Some(day(275))), asked(None), asked(None));
    assert_eq!(
        then.parameters,
        backtest.rows.iter().find_map(|row| row.fit.clone().filter(|fit| fit.model == then.model)).unwrap().parameters
    );
    assert_ne!(then.parameters, now.parameters);
    assert_eq!(now.parameters, again.parameters);
}

#[test]
fn money_leaves_in_whole_fen_rounded_half_up() {
    let outlook = Outlook::make(&shop(600), &(1..=600).map(CustomerId).collect(), day(365), None);
    let score = Score { day_value: 0.125, ..*outlook.scores.values().next().unwrap() };
    assert_eq!([0.0, 1.0, 2.0, 3.0].map(|purchases| score.spend(purchases)), [Fen(0), Fen(13), Fen(25), Fen(38)]);
}
