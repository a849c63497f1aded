//! For whom nobody was thanked yet.

use super::rule::KEY;
use crate::clock::Day;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{customer, referral, setting};
use crate::wire::Nothing;
use crate::wire::referrals::{ReferralRule, ThanksDue, ThanksDueList, ThanksState};
use chrono::Days;

/// How far back it looks: later thanks are stranger than none.
const BACK: u64 = 90;
/// The longest list.
const ROWS: i64 = 500;

/// Whoever joined, or first bought, in the last 90 days on somebody's word, while that one was not thanked. Earned rewards first.
pub fn due(shop: &mut Shop, _: Nothing) -> Result<ThanksDueList> {
    let since = shop.now().day().checked_sub_days(Days::new(BACK)).unwrap_or(Day::MIN);
    let db = shop.db()?;
    let rule: ReferralRule = setting::get(db, KEY)?;
    let mut rows = Vec::new();
    for found in referral::unthanked(db, since, ROWS)? {
        let (Some(referrer), Some(referred)) = (customer::person(db, found.referrer)?, customer::person(db, found.referred)?) else {
            continue;
        };
        let first = referral::first_purchase(db, found.referred)?;
        let state = rule.state(found.joined_on, first.as_ref());
        rows.push(ThanksDue { referrer, referred, joined_on: found.joined_on, first, state });
    }
    rows.sort_by_key(|row| row.state != ThanksState::Earned);
    Ok(ThanksDueList { rows, rule })
}
