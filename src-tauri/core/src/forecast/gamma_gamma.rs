//! What she spends on a purchase day: the gamma-gamma model (Colombo & Jiang 1999; Fader & Hardie 2013).
//!
//! The value of a day is gamma (p, nu) about a level of her own, and the nu of all are gamma (q, v). Her expected value lies between her
//! own mean and that of all, the nearer to her own the more days there are.

use super::simplex::descend;
use super::special::ln_gamma;

/// A model with its parameters. Amounts are in yuan: these are estimates, never booked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spending {
    /// Shape of the days of one customer.
    pub p: f64,
    /// Shape of the levels of all; over 1, so that there is a mean.
    pub q: f64,
    /// Scale of the levels of all, in yuan.
    pub v: f64,
    /// Whether a maximum was found inside.
    pub converged: bool,
}

/// One customer's purchase days and their mean value in yuan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spend {
    /// How many days.
    pub days: f64,
    /// Mean value of one; over zero.
    pub mean: f64,
}

/// A shop with more is estimated from an even part of at least half as many.
const FITTED_ON: usize = 6_000;
/// Logarithms of parameters may not leave this distance from their start.
const FAR: f64 = 12.0;

/// Customers with what of them no parameter moves: worked out once for all steps of a search.
struct Part<'a> {
    spends: &'a [Spend],
    /// The logarithms of the means, and those times the days, each added up.
    logs: f64,
    day_logs: f64,
    /// How many customers have how many days, which are whole.
    by_days: Vec<(f64, f64)>,
}

impl Part<'_> {
    fn new(spends: &[Spend]) -> Part<'_> {
        let mut days: Vec<f64> = spends.iter().map(|spend| spend.days).collect();
        days.sort_unstable_by(f64::total_cmp);
        let same = |days: &[f64]| (days[0], days.iter().map(|_| 1.0).sum());
        Part {
            spends,
            logs: spends.iter().map(|spend| spend.mean.ln()).sum(),
            day_logs: spends.iter().map(|spend| spend.days * spend.mean.ln()).sum(),
            by_days: days.chunk_by(|a, b| a == b).map(same).collect(),
        }
    }

    fn count(&self) -> f64 {
        self.by_days.iter().map(|(_, customers)| customers).sum()
    }
}

impl Spending {
    /// The log-likelihood.
    pub fn log_likelihood(&self, spends: &[Spend]) -> f64 {
        self.log_likelihood_of(&Part::new(spends))
    }

    fn log_likelihood_of(&self, part: &Part<'_>) -> f64 {
        let gammas = |(days, customers): &(f64, f64)| {
            let shape = self.p * days;
            customers * (ln_gamma(shape + self.q) - ln_gamma(shape) + shape * days.ln())
        };
        let fixed = part.count() * (self.q * self.v.ln() - ln_gamma(self.q));
        let own = |spend: &Spend| (self.p * spend.days + self.q) * (spend.days * spend.mean + self.v).ln();
        let known = fixed + part.by_days.iter().map(gammas).sum::<f64>() + self.p * part.day_logs - part.logs;
        known - part.spends.iter().map(own).sum::<f64>()
    }

    /// Maximum likelihood; nothing for fewer than ten customers.
    pub fn fit(spends: &[Spend]) -> Option<Spending> {
        if spends.len() < 10 {
            return None;
        }
        let part: Vec<Spend> = spends.iter().copied().step_by(spends.len().div_ceil(FITTED_ON)).collect();
        let part = Part::new(&part);
        let count = part.count();
        let level = (part.logs / count).exp();
        let at = |theta: &[f64]| Spending { p: theta[0].exp(), q: 1.0 + theta[1].exp(), v: theta[2].exp(), converged: true };
        let far = |theta: &[f64]| theta.iter().any(|t| t.abs() > FAR + level.ln().abs());
        // Scale by the count, so that the sizes below mean the same in a small and a large shop.
        let f = |theta: &[f64]| if far(theta) { f64::INFINITY } else { -at(theta).log_likelihood_of(&part) / count };
        let starts = [[0.7, 0.5, level.ln()], [2.0, 1.0, level.ln() - 1.0], [-0.5, 0.0, level.ln() + 1.0]];
        let best = starts
            .iter()
            .map(|start| descend(f, start, 0.4, 1e-3, 1e-7, 300))
            .reduce(|best, next| if next.value < best.value { next } else { best })?;
        let last = descend(f, &best.at, 0.05, 1e-6, 1e-12, 400);
        let edge = last.at.iter().any(|t| t.abs() > FAR + level.ln().abs() - 2.0);
        Some(Spending { converged: last.settled && !edge, ..at(&last.at) })
    }

    /// What she is expected to spend on her next purchase day, in yuan.
    pub fn expected(&self, days: f64, sum: f64) -> f64 {
        self.p * (self.v + sum) / (self.p * days + self.q - 1.0)
    }
}
