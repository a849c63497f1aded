//! When the shop is open: the week's hours ([`week`]), the days it is closed, and time counted in shop hours ([`time`]).

mod closed;
mod page;
mod save;
mod time;
mod week;

pub use closed::{ClosedDay, remove_closed, save_closed};
pub use page::page;
pub use save::save;
pub use time::{Hold, ShopTime};
pub use week::{ShopHours, Span, TimeOfDay};

use crate::error::Result;
use crate::store::{closed_day, setting};
use crate::wire::settings::Settings;
use rusqlite::Connection;

/// The key of [`ShopHours`] in table `setting`.
const HOURS: &str = "shop_hours";

/// The shop's hours, closed days and zone, to count time with.
pub(crate) fn shop_time(db: &Connection) -> Result<ShopTime> {
    let hours: ShopHours = setting::get(db, HOURS)?;
    let closed = closed_day::list(db)?.into_iter().map(|closed| (closed.from_day, closed.to_day)).collect();
    let settings: Settings = setting::get(db, Settings::KEY)?;
    Ok(ShopTime::new(&hours, closed, settings.offset()))
}
