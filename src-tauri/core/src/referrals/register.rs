//! Thanks that were given.

use crate::error::Result;
use crate::ids::ThanksId;
use crate::shop::Shop;
use crate::store::{customer, referral_thanks, voucher};
use crate::wire::paging;
use crate::wire::referrals::{ListThanks, Thanks, ThanksList};

/// A page of thanks, the latest first.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn list_thanks(shop: &mut Shop, request: ListThanks) -> Result<ThanksList> {
    let limit = paging::limit(request.limit)?;
    let before = paging::cursor::<ThanksId>(request.cursor.as_deref())?.unwrap_or(ThanksId(i64::MAX));
    let today = shop.now().day();
    let db = shop.db()?;
    let mut found = referral_thanks::page(db, request.customer, before, i64::from(request.limit) + 1)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let cursor = found.last().filter(|_| more).map(|row| serde_json::to_string(&row.id)).transpose()?;
    let mut rows = Vec::new();
    for record in found {
        let (Some(referrer), Some(referred)) = (customer::person(db, record.referrer)?, customer::person(db, record.referred)?) else {
            continue;
        };
        let given = record.voucher.map(|id| voucher::get(db, id)).transpose()?.flatten();
        let gift = record.points.map(|id| referral_thanks::points_gift(db, id)).transpose()?.flatten();
        let voucher_gone = given.as_ref().is_some_and(|given| given.voucher.cancelled);
        rows.push(Thanks {
            id: record.id,
            referrer,
            referred,
            day: record.day,
            what: record.what,
            voucher: given.map(|given| given.voucher.state(today)),
            points: gift.map(|gift| gift.points),
            taken_back: voucher_gone || gift.is_some_and(|gift| gift.net == 0),
            visit: record.visit,
        });
    }
    Ok(ThanksList { rows, cursor })
}
