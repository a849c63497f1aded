//! The three models of buying until one leaves, and the one without leaving.
//!
//! In each a customer buys at random times with a rate of her own while she is a customer; the rates of all follow a gamma distribution
//! (r, alpha). They differ in how she leaves:
//!
//! - Pareto/NBD (Schmittlein, Morrison, Colombo 1987; Fader & Hardie 2005): at any time, with a rate of her own, gamma (s, beta).
//! - BG/NBD (Fader, Hardie, Lee 2005): right after a repeat purchase, with a chance of her own, beta (a, b). Somebody who came once can
//!   then not have left, so it ranks leaving worse than chance; it is here to compare with the published table only.
//! - MBG/NBD (Batislam, Denizel, Filiztekin 2007): right after any purchase, the first too.
//!
//! Time is in weeks. x, t_x and T are those of [`Triple`].

use super::special::{ln_hypergeometric, ln_one_plus_exp};
use super::summary::{Sample, Triple, WEEK};
use super::tail::Rates;
use crate::wire::forecast::ForecastModel;

/// A model with its parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// Shape of the buying rates.
    pub r: f64,
    /// Scale of the buying rates, in weeks.
    pub alpha: f64,
    /// How people leave; nothing where no leaving could be seen.
    pub leaving: Option<Leaving>,
}

/// How people leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Leaving {
    /// BG/NBD: after repeat purchases, beta (a, b).
    AfterRepeat(f64, f64),
    /// MBG/NBD: after purchases, beta (a, b).
    AfterPurchase(f64, f64),
    /// Pareto/NBD: at any time, gamma (s, beta).
    AnyTime(f64, f64),
}

impl Leaving {
    /// The kind of leaving of a model.
    pub fn of(model: ForecastModel, first: f64, second: f64) -> Leaving {
        match model {
            ForecastModel::BgNbd => Leaving::AfterRepeat(first, second),
            ForecastModel::MbgNbd => Leaving::AfterPurchase(first, second),
            ForecastModel::ParetoNbd => Leaving::AnyTime(first, second),
        }
    }
}

/// Sums of ln(from + k) for k = 0 ..: ln Γ(from + x) - ln Γ(from) for whole x without a Γ.
fn rising(from: f64, to: u32) -> Vec<f64> {
    let mut sums = Vec::with_capacity(to as usize + 1);
    let mut sum = 0.0;
    for k in 0..=to {
        sums.push(sum);
        sum += (from + f64::from(k)).ln();
    }
    sums
}

fn weeks(days: u32) -> f64 {
    f64::from(days) / WEEK
}

impl Parameters {
    /// The log-likelihood of some customers.
    pub fn log_likelihood_of(&self, triples: &[Triple]) -> f64 {
        self.log_likelihood(&Sample::new(triples))
    }

    /// The log-likelihood of a sample, without the constant that no parameter moves; as the literature gives it.
    pub(crate) fn log_likelihood(&self, sample: &Sample) -> f64 {
        let logs = |scale: f64| -> Vec<f64> { (0..=sample.watched).map(|d| (scale + weeks(d)).ln()).collect() };
        let (buying, clock) = (rising(self.r, sample.repeats), logs(self.alpha));
        let constant = self.r * self.alpha.ln();
        let of = |at: usize, triple: Triple| {
            let x = triple.repeats as usize;
            let power = self.r + f64::from(triple.repeats);
            let bought = buying[x] + constant;
            (bought, power, clock[triple.last as usize], clock[triple.watched as usize], x, at)
        };
        let sum = |one: &dyn Fn((f64, f64, f64, f64, usize, usize)) -> f64| -> f64 {
            sample.groups.iter().enumerate().map(|(at, g)| f64::from(g.customers) * one(of(at, g.triple))).sum()
        };
        match self.leaving {
            None => sum(&|(bought, power, _, watched, _, _)| bought - power * watched),
            Some(Leaving::AfterRepeat(a, b)) => {
                let (stays, either) = (rising(b, sample.repeats), rising(a + b, sample.repeats));
                sum(&|(bought, power, last, watched, x, _)| {
                    let here = bought + stays[x] - either[x] - power * watched;
                    if x == 0 {
                        return here;
                    }
                    here + ln_one_plus_exp((a / (b + power - self.r - 1.0)).ln() + power * (watched - last))
                })
            }
            Some(Leaving::AfterPurchase(a, b)) => {
                let (stays, either) = (rising(b, sample.repeats + 1), rising(a + b, sample.repeats + 1));
                let odds: Vec<f64> = (0..=sample.repeats).map(|x| (a / (b + f64::from(x))).ln()).collect();
                sum(&|(bought, power, last, watched, x, _)| {
                    let here = bought + stays[x + 1] - either[x + 1] - power * watched;
                    here + ln_one_plus_exp(odds[x] + power * (watched - last))
                })
            }
            Some(Leaving::AnyTime(s, beta)) => {
                let mut gone = self.rates(s, beta).tails(&sample.pairs);
                gone.iter_mut().for_each(|tail| *tail *= s);
                let away = logs(beta);
                let constant = s * beta.ln();
                sum(&|(bought, power, last, watched, _, at)| {
                    let triple = sample.groups[at].triple;
                    let (from, to) = sample.places[at];
                    let start = -power * last - s * away[triple.last as usize];
                    let fall = (-power * watched - s * away[triple.watched as usize] - start).exp();
                    bought + constant + start + (fall * (1.0 - gone[to]) + gone[from]).ln()
                })
            }
        }
    }

    fn rates(&self, s: f64, beta: f64) -> Rates {
        Rates { r: self.r, alpha: self.alpha, s, beta }
    }

    /// The probability that she is still a customer.
    pub fn p_alive(&self, triple: Triple) -> f64 {
        self.alive(triple, |rates| (rates.tail(triple.repeats, weeks(triple.last)), rates.tail(triple.repeats, weeks(triple.watched))))
    }

    /// The same of each group of a sample.
    pub(crate) fn alive_of(&self, sample: &Sample) -> Vec<f64> {
        let tails = match self.leaving {
            Some(Leaving::AnyTime(s, beta)) => self.rates(s, beta).tails(&sample.pairs),
            _ => Vec::new(),
        };
        let groups = sample.groups.iter().zip(&sample.places);
        groups.map(|(group, (last, watched))| self.alive(group.triple, |_| (tails[*last], tails[*watched]))).collect()
    }

    /// The same, with the tails of the Pareto/NBD from her last purchase and from the day on, where they are needed.
    fn alive(&self, triple: Triple, tails: impl FnOnce(Rates) -> (f64, f64)) -> f64 {
        let x = f64::from(triple.repeats);
        let power = self.r + x;
        let (last, watched) = (weeks(triple.last), weeks(triple.watched));
        let silence = power * ((self.alpha + watched) / (self.alpha + last)).ln();
        let odds = match self.leaving {
            None => return 1.0,
            Some(Leaving::AfterRepeat(..)) if triple.repeats == 0 => return 1.0,
            Some(Leaving::AfterRepeat(a, b)) => (a / (b + x - 1.0)).ln() + silence,
            Some(Leaving::AfterPurchase(a, b)) => (a / (b + x)).ln() + silence,
            Some(Leaving::AnyTime(s, beta)) => {
                let (from_last, from_day) = tails(self.rates(s, beta));
                let fall = (-silence - s * ((beta + watched) / (beta + last)).ln()).exp();
                return fall / (fall * (1.0 - s * from_day) + s * from_last);
            }
        };
        (-ln_one_plus_exp(odds)).exp()
    }

    /// On how many days of the next `days` she is expected to buy; the chance that she has left is in it.
    pub fn expected(&self, triple: Triple, days: u32) -> f64 {
        self.expected_alive(triple, days) * self.p_alive(triple)
    }

    /// The same if she is a customer now.
    pub(crate) fn expected_alive(&self, triple: Triple, days: u32) -> f64 {
        let x = f64::from(triple.repeats);
        let (power, slow, ahead) = (self.r + x, self.alpha + weeks(triple.watched), weeks(days));
        match self.leaving {
            None => power / slow * ahead,
            Some(Leaving::AfterRepeat(a, b)) => until_left(power, slow, a, b + x, ahead),
            Some(Leaving::AfterPurchase(a, b)) => until_left(power, slow, a, b + x + 1.0, ahead),
            Some(Leaving::AnyTime(s, beta)) => {
                let away = beta + weeks(triple.watched);
                let (k, time) = (s - 1.0, (ahead / away).ln_1p());
                let shrunk = if k.abs() < 1e-9 { time } else { -(-k * time).exp_m1() / k };
                power * away / slow * shrunk
            }
        }
    }

    /// What is expected of each group of a sample, of whom `alive` says how likely each is a customer still.
    pub(crate) fn expected_of(&self, sample: &Sample, alive: &[f64], days: u32) -> Vec<f64> {
        sample.groups.iter().zip(alive).map(|(group, alive)| self.expected_alive(group.triple, days) * alive).collect()
    }

    /// Within how many days half of those like her who are still customers will have bought again, if they stay.
    pub fn half_return(&self, triple: Triple) -> f64 {
        let power = self.r + f64::from(triple.repeats);
        (self.alpha + weeks(triple.watched)) * (std::f64::consts::LN_2 / power).exp_m1() * WEEK
    }
}

/// Purchases in `ahead` weeks of somebody who is a customer now, buys at a gamma (power, slow) rate, and leaves after each with a
/// beta (a, b) chance: (a + b - 1) / (a - 1) [1 - (slow / (slow + ahead))^power F(power, b; a + b - 1; ahead / (slow + ahead))].
fn until_left(power: f64, slow: f64, a: f64, b: f64, ahead: f64) -> f64 {
    // At a = 1 the formula is 0 / 0 and the function is smooth there, so a step aside changes nothing that is shown.
    let a = if (a - 1.0).abs() < 1e-6 { 1.0 + 1e-6 } else { a };
    let all = a + b - 1.0;
    if all <= 0.0 {
        // Only the BG/NBD of somebody who came once gets here; she buys at least until she comes back once.
        return power / slow * ahead;
    }
    let z = ahead / (slow + ahead);
    let series = ln_hypergeometric(power, b, all, z) - power * (ahead / slow).ln_1p();
    -(all / (a - 1.0)) * series.exp_m1()
}
