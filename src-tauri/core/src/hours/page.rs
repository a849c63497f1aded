//! The hours as the owner sees them.

use super::{HOURS, shop_time};
use crate::clock::Now;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{closed_day, setting};
use crate::wire::Nothing;
use crate::wire::festivals::HoursPage;

/// The week, the closed days, and whether the shop is open now.
pub fn page(shop: &mut Shop, _: Nothing) -> Result<HoursPage> {
    let (now, offset) = (shop.now().millis(), shop.offset());
    let db = shop.db()?;
    let time = shop_time(db)?;
    Ok(HoursPage {
        hours: setting::get(db, HOURS)?,
        closed: closed_day::list(db)?,
        open_now: time.is_open(now),
        next_opening: time.next_opening(now).map(|at| Now::from_millis(at, offset).text()),
    })
}
