//! A day at the counter.

use super::row::Rows;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::visit::{self, Filter};
use crate::wire::visits::{DaySummary, GetDay};

/// The day's visits, latest first, and what they add up to.
pub fn day_summary(shop: &mut Shop, request: GetDay) -> Result<DaySummary> {
    let db = shop.db()?;
    let day = request.day.unwrap_or_else(|| shop.now().day());
    let (visits, total, customer_total) = visit::day_sums(db, day)?;
    let filter = Filter { from: Some(day), to: Some(day), ..Filter::default() };
    let rows = Rows::new(db, shop.offset()).all(visit::page(db, &filter, None, 50)?)?;
    Ok(DaySummary { day, visits, total, customer_total, new_customers: visit::joined_on(db, day)?, rows })
}
