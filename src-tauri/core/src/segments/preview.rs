//! Whom a filter finds today.

use super::tasks::MOST_TASKS;
use super::{check, concluded};
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{customer, segment};
use crate::wire::segments::{PreviewSegment, SegmentPreview};

/// How many are named.
const SAMPLE: i64 = 8;

/// Counts a filter's customers and names a few.
///
/// # Errors
/// Those of [`super::save`] at `filter`.
pub fn preview(shop: &mut Shop, request: PreviewSegment) -> Result<SegmentPreview> {
    let today = shop.now().day();
    check(shop.db()?, &request.filter, "filter")?;
    let filter = concluded(shop, &request.filter)?;
    let db = shop.db()?;
    let (customers, net_spend) = segment::count(db, &filter, today)?;
    let mut sample = Vec::new();
    if customers > 0 {
        for id in segment::members(db, &filter, today, SAMPLE)? {
            sample.extend(customer::person(db, id)?);
        }
    }
    Ok(SegmentPreview { customers, of: segment::all(db)?, net_spend, sample, tasks_at_most: MOST_TASKS })
}
