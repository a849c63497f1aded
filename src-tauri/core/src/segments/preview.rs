//! Whom a filter finds today.

use super::check;
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
    let db = shop.db()?;
    check(db, &request.filter, "filter")?;
    let (customers, net_spend) = segment::count(db, &request.filter, today)?;
    let mut sample = Vec::new();
    if customers > 0 {
        for id in segment::members(db, &request.filter, today, SAMPLE)? {
            sample.extend(customer::person(db, id)?);
        }
    }
    Ok(SegmentPreview { customers, of: segment::all(db)?, net_spend, sample })
}
