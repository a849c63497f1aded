//! Drawing archives. The same seed and the same archives draw the same: nobody can say that hers were picked.

use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::spot_check;
use crate::wire::clerks::{DrawSpotCheck, SpotCheckDrawn};
use crate::wire::text;
use std::collections::BTreeMap;

/// The most archives of one clerk.
const MOST: i64 = 50;
/// The longest name, in characters.
const NAME: usize = 30;

/// Draws a spot check: so many archives of each clerk at work, among customers in use who have a phone and did not ask to be left alone.
///
/// # Errors
/// `required` or `too_long` at `name`; `out_of_range` at `size`, and at `check` when there is nobody to draw.
pub fn draw(shop: &mut Shop, request: DrawSpotCheck) -> Result<SpotCheckDrawn> {
    let name = text::required("name", &request.name, NAME)?;
    if !(1..=MOST).contains(&request.size) {
        return Err(Failure::at(Code::OutOfRange, "size").with("min", 1).with("max", MOST).into());
    }
    shop.write(Op::DrawSpotCheck, |tx| {
        let seed = request.seed.unwrap_or(tx.now().millis());
        let mut by_clerk: BTreeMap<_, Vec<CustomerId>> = BTreeMap::new();
        for (staff, customer) in spot_check::drawable(tx.db())? {
            by_clerk.entry(staff).or_default().push(customer);
        }
        if by_clerk.is_empty() {
            return Err(Failure::at(Code::OutOfRange, "check").with("min", 1).with("max", 0).into());
        }
        let check = spot_check::insert(tx.db(), &name, tx.day(), seed, request.size)?;
        let mut archives = 0;
        for (staff, customers) in by_clerk {
            for customer in drawn(customers, request.size, seed) {
                spot_check::insert_item(tx.db(), check, customer, staff)?;
                archives += 1;
            }
        }
        tx.param("count", archives);
        Ok(SpotCheckDrawn { check, archives })
    })
}

/// The first so many in the order of the lots the seed gives each.
fn drawn(mut customers: Vec<CustomerId>, size: i64, seed: i64) -> Vec<CustomerId> {
    customers.sort_by_key(|customer| (lot(seed, *customer), *customer));
    customers.truncate(usize::try_from(size).unwrap_or(0));
    customers
}

/// A customer's lot: the finalizer of Steele, Lea and Flood's SplitMix64 over seed and number.
fn lot(seed: i64, customer: CustomerId) -> u64 {
    let mut z = seed.cast_unsigned().wrapping_add(customer.0.cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_seed_draws_the_same_and_each_archive_comes_up_about_as_often() {
        let all: Vec<CustomerId> = (1..=40).map(CustomerId).collect();
        let mut reversed = all.clone();
        reversed.reverse();
        assert_eq!(drawn(all.clone(), 10, 7), drawn(reversed, 10, 7));
        assert_ne!(drawn(all.clone(), 10, 7), drawn(all.clone(), 10, 8));
        assert_eq!(drawn(all.clone(), 99, 7).len(), 40);
        let mut times: BTreeMap<CustomerId, i64> = BTreeMap::new();
        for seed in 0..4_000 {
            for customer in drawn(all.clone(), 10, seed) {
                *times.entry(customer).or_default() += 1;
            }
        }
        // Each is expected 1,000 times; six standard deviations of a binomial of 4,000 and a quarter are 164.
        assert!(times.len() == 40 && times.values().all(|times| (836..=1_164).contains(times)), "{times:?}");
    }
}
