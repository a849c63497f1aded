//! The list the owner keeps.

use crate::error::Result;
use crate::shop::Shop;
use crate::store::festival;
use crate::wire::Nothing;
use crate::wire::festivals::{FestivalRow, Festivals};

/// All festivals with their next day, in the order of the year to come.
pub fn list(shop: &mut Shop, _: Nothing) -> Result<Festivals> {
    let today = shop.now().day();
    let mut festivals: Vec<FestivalRow> = festival::list(shop.db()?)?
        .into_iter()
        .map(|festival| {
            let next = festival.rule.day.next_on_or_after(today);
            FestivalRow { festival, next, days_until: next.map(|day| (day - today).num_days()) }
        })
        .collect();
    festivals.sort_by_key(|row| (row.next.is_none(), row.next));
    Ok(Festivals { festivals })
}
