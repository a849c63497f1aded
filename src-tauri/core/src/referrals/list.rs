//! Who brought the most.

use super::chain::sums;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{counts, customer, customer_stats, level, referral, referral_thanks};
use crate::wire::paging;
use crate::wire::referrals::{ListReferrers, ReferrerList, ReferrerRow, ReferrerSort};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Referrers, best first, and what all of them brought.
///
/// # Errors
/// `out_of_range` for the limit.
pub fn list(shop: &mut Shop, request: ListReferrers) -> Result<ReferrerList> {
    let limit = paging::limit(request.limit)?;
    let db = shop.db()?;
    let edges = referral::edges(db)?;
    let (brought, spend) = (edges.len(), edges.iter().map(|edge| edge.spend).sum());
    let found = sums(&edges);
    let referrers = found.len();
    let mut ranked: Vec<_> = found.into_iter().filter(|(_, one)| request.since.is_none_or(|since| one.last >= since)).collect();
    ranked.sort_by_key(|(id, one)| {
        let by = match request.sort {
            ReferrerSort::Spend => one.sums.spend.0,
            ReferrerSort::Chain => one.sums.chain_spend.0,
            ReferrerSort::People => one.sums.brought,
        };
        (Reverse(by), Reverse(one.sums.brought), *id)
    });
    ranked.truncate(limit);
    let thanks: BTreeMap<_, _> = referral_thanks::counts(db)?.into_iter().collect();
    let levels = level::list(db)?;
    let mut rows = Vec::new();
    for (id, one) in ranked {
        let (Some(person), Some(stats)) = (customer::person(db, id)?, customer_stats::get(db, id)?) else { continue };
        let level = levels.iter().find(|level| level.id == stats.level);
        rows.push(ReferrerRow {
            customer: person,
            level: level.map(|level| level.name.clone()).unwrap_or_default(),
            level_rank: level.map_or(0, |level| level.rank),
            sums: one.sums,
            last: one.last,
            thanks: thanks.get(&id).copied().unwrap_or(0),
        });
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(ReferrerList { rows, referrers: number(referrers), brought: number(brought), spend, customers: counts::customers(db)? })
}
