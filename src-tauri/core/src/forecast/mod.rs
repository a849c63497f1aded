//! Forecast (预测): who is still a customer, how often she will buy, what she will spend, from the visits alone.
//!
//! Reading order: [`summary`] (what the models know of a customer), [`model`] (the models; [`tail`] is the integral in one of them),
//! [`gamma_gamma`] (what a day brings), [`fit`] (maximum likelihood by [`simplex`], on the functions of [`special`]), [`backtest`] (the
//! shop's own past as a judge), [`outlook`] (the forecast of a day), then the verbs. What each figure means is in `docs/forecast.md`.
//!
//! This is the one place that reckons in floats: nothing here is booked, and amounts leave it rounded half up to the fen.
#![expect(clippy::float_arithmetic, reason = "estimates are no money")]

mod backtest;
mod brief;
mod cache;
mod fit;
mod gamma_gamma;
mod get;
mod list;
mod model;
mod outlook;
mod simplex;
mod special;
mod summary;
mod tail;
#[cfg(test)]
mod tests;

pub use brief::brief;
pub(crate) use cache::Cache;
pub use fit::Fit;
pub use gamma_gamma::{Spend, Spending};
pub use get::{get, of_customer, scores as all_scores};
pub use list::list;
pub use model::{Leaving, Parameters};
pub use outlook::{Outlook, Score};
pub use summary::{BuyerDays, Purchases, Triple};

use crate::error::Result;
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::wire::forecast::ForecastModel;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everybody's score of today; nobody's where the forecast is silent. Made once for each state of the book.
///
/// # Errors
/// Those of reading the file.
pub fn scores(shop: &mut Shop) -> Result<Arc<BTreeMap<CustomerId, Score>>> {
    let today = shop.now().day();
    Ok(Arc::clone(&shop.forecast(today, None)?.scores))
}

/// The maximum-likelihood estimate of a model on some triples.
pub fn fit(model: ForecastModel, triples: &[Triple]) -> Fit {
    fit::Material::new(triples).fit(model)
}
