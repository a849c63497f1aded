//! The forecast in passing: how many are meant, and who comes first.

use super::get::{count, small_book};
use super::list::{order, rows};
use super::outlook::Outlook;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::wire::Nothing;
use crate::wire::forecast::{ForecastBrief, ForecastList, ForecastRow};

/// How many of each list are named.
const NAMED: usize = 5;
/// Whoever is about to come is asked for in so many days.
const HORIZON: u32 = 30;

/// Today's forecast in short: as it was made last today, or made now in a book where that takes no time to speak of.
///
/// # Errors
/// Those of reading the file.
pub fn brief(shop: &mut Shop, _: Nothing) -> Result<ForecastBrief> {
    let today = shop.now().day();
    let outlook = match shop.forecast_made() {
        None if !small_book(shop)? => {
            return Ok(ForecastBrief {
                made: false,
                silent: false,
                likely_lost: 0,
                likely_to_buy: 0,
                first_lost: Vec::new(),
                first_to_buy: Vec::new(),
            });
        }
        Some(outlook) if !small_book(shop)? => outlook,
        _ => shop.forecast(today, None)?,
    };
    let (likely_lost, first_lost) = first(shop, &outlook, ForecastList::LikelyLost)?;
    let (likely_to_buy, first_to_buy) = first(shop, &outlook, ForecastList::LikelyToBuy)?;
    Ok(ForecastBrief { made: true, silent: outlook.silence.is_some(), likely_lost, likely_to_buy, first_lost, first_to_buy })
}

fn first(shop: &Shop, outlook: &Outlook, which: ForecastList) -> Result<(u32, Vec<ForecastRow>)> {
    let mut order: Vec<CustomerId> = order(outlook, which, HORIZON);
    let many = count(order.len());
    order.truncate(NAMED);
    Ok((many, rows(shop.db()?, outlook, &order, HORIZON, shop.now().day())?))
}
