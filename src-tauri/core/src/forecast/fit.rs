//! Parameters by maximum likelihood: from several starts on a small part of the customers, then down to the bottom on all of them, or
//! on an even part of so many that the others would move the figures by no more than chance does.

use super::model::{Leaving, Parameters};
use super::simplex::{Lowest, descend};
use super::summary::{Sample, Triple};
use crate::wire::forecast::{ForecastEnding, ForecastModel};

/// The starts are tried on at most so many customers, evenly taken.
const TRIED_ON: usize = 1_000;
/// A shop with more is estimated from an even part of at least half as many, so that a large one waits no longer.
const FITTED_ON: usize = 6_000;
/// Logarithms of parameters stay within this; e^9 weeks are 155 years.
const FAR: f64 = 9.0;
/// A parameter this close to the limit is at the edge.
const EDGE: f64 = 1.0;
/// A model with leaving has to be better than the one without by this much log-likelihood: a likelihood-ratio test of two parameters
/// at 5 %, 5.99 / 2.
const DECLINE: f64 = 3.0;

/// An estimate.
#[derive(Debug, Clone)]
pub struct Fit {
    /// Which model was asked for.
    pub model: ForecastModel,
    /// Its parameters; without leaving where none could be estimated.
    pub parameters: Parameters,
    /// With these.
    pub log_likelihood: f64,
    /// How the search ended.
    pub ending: ForecastEnding,
    /// Customers in it.
    pub customers: u32,
    /// Of them, who bought again.
    pub repeat: u32,
}

/// Triples ready to be fitted by any model.
pub(crate) struct Material {
    /// In the order they were given.
    pub everybody: Sample,
    all: Sample,
    part: Sample,
    /// Purchases a week of all, as if nobody left.
    rate: f64,
}

impl Material {
    pub(crate) fn new(triples: &[Triple]) -> Material {
        let evenly = |n: usize| -> Vec<Triple> {
            let every = triples.len().div_ceil(n).max(1);
            triples.iter().copied().step_by(every).collect()
        };
        let total = |pick: fn(&Triple) -> u32| triples.iter().map(|t| f64::from(pick(t))).sum::<f64>();
        let weeks = total(|t| t.watched) / super::summary::WEEK;
        Material {
            everybody: Sample::new(triples),
            all: Sample::new(&evenly(FITTED_ON)),
            part: Sample::new(&evenly(TRIED_ON)),
            rate: (total(|t| t.repeats) + 0.5) / (weeks + 1.0),
        }
    }

    /// The maximum-likelihood estimate of a model.
    pub(crate) fn fit(&self, model: ForecastModel) -> Fit {
        let still = self.without_leaving();
        let moving = self.with_leaving(model);
        let better = -moving.value > -still.value + DECLINE / f64::from(self.all.customers().max(1));
        let (parameters, ending) = if better {
            let edge = moving.at.iter().any(|t| t.abs() > FAR - EDGE);
            let ending = if edge || !moving.settled { ForecastEnding::Edge } else { ForecastEnding::Inside };
            (read(Some(model), &moving.at), ending)
        } else {
            (read(None, &still.at), ForecastEnding::NoDecline)
        };
        Fit {
            model,
            parameters,
            log_likelihood: parameters.log_likelihood(&self.everybody),
            ending,
            customers: self.everybody.customers(),
            repeat: self.everybody.groups.iter().filter(|group| group.triple.repeats > 0).map(|group| group.customers).sum(),
        }
    }

    fn without_leaving(&self) -> Lowest {
        let starts: Vec<Vec<f64>> = [0.3_f64, 1.0, 3.0].iter().map(|r| vec![r.ln(), (r / self.rate).ln()]).collect();
        self.lowest(None, &starts)
    }

    fn with_leaving(&self, model: ForecastModel) -> Lowest {
        // While they are customers they buy oftener than the plain rate says, so the starts lie above it.
        let buying = [(0.5_f64, 1.5_f64), (1.5, 2.0), (0.8, 4.0), (1.0, 1.0)];
        let leaving: [(f64, f64); 4] = match model {
            ForecastModel::ParetoNbd => {
                let weeks = f64::from(self.all.watched) / super::summary::WEEK;
                [(0.6, weeks / 4.0), (1.5, weeks), (0.4, weeks / 20.0), (2.0, weeks * 4.0)]
            }
            _ => [(0.7, 2.5), (0.3, 3.0), (1.5, 10.0), (0.5, 0.5)],
        };
        let starts: Vec<Vec<f64>> = buying
            .iter()
            .zip(leaving)
            .map(|((r, times), (first, second))| {
                [*r, r / (self.rate * times), first, second].iter().map(|value| value.max(1e-3).ln().clamp(2.0 - FAR, FAR - 2.0)).collect()
            })
            .collect();
        self.lowest(Some(model), &starts)
    }

    fn lowest(&self, model: Option<ForecastModel>, starts: &[Vec<f64>]) -> Lowest {
        // Over the number of customers, so that a small and a large shop are searched with the same sizes.
        let f = |sample: &Sample, theta: &[f64]| {
            if theta.iter().any(|t| t.abs() > FAR) {
                return f64::INFINITY;
            }
            -read(model, theta).log_likelihood(sample) / f64::from(sample.customers().max(1))
        };
        let on_part = |theta: &[f64]| f(&self.part, theta);
        let mut best = Lowest { at: starts.first().cloned().unwrap_or_default(), value: f64::INFINITY, settled: false };
        for start in starts {
            let found = descend(on_part, start, 0.5, 1e-2, 1e-6, 400);
            if found.value < best.value {
                best = found;
            }
        }
        let best = descend(on_part, &best.at, 0.2, 1e-3, 1e-9, 400);
        descend(|theta| f(&self.all, theta), &best.at, 0.08, 1e-5, 1e-11, 400)
    }
}

fn read(model: Option<ForecastModel>, theta: &[f64]) -> Parameters {
    let at = |i: usize| theta.get(i).copied().unwrap_or(0.0).exp();
    Parameters { r: at(0), alpha: at(1), leaving: model.map(|model| Leaving::of(model, at(2), at(3))) }
}
