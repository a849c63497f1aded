//! Everybody's states of today, for the filters of segments.

use crate::error::Result;
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::insight::{InsightSettings, Lifecycle, RfmSegment, ValueSegment};

/// One customer's states.
pub(crate) struct States {
    pub customer: CustomerId,
    pub lifecycle: Lifecycle,
    pub value: ValueSegment,
    /// Scored as the owner has it done; nothing without a purchase.
    pub rfm: Option<RfmSegment>,
}

/// The states of all members today.
pub(crate) fn states(shop: &mut Shop) -> Result<Vec<States>> {
    let today = shop.now().day();
    let (cache, db) = shop.insight()?;
    cache.turn(today);
    let settings: InsightSettings = setting::get(db, InsightSettings::KEY)?;
    let table = cache.table_of_day(db, today, &settings, today)?;
    Ok(table
        .members()
        .map(|row| States {
            customer: row.archive.id,
            lifecycle: row.lifecycle,
            value: row.value,
            rfm: row.scores(settings.rfm_by).map(|scores| scores.segment()),
        })
        .collect())
}
