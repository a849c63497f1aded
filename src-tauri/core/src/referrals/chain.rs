//! Adding up chains: pure functions of who brought whom.

use crate::clock::Day;
use crate::ids::CustomerId;
use crate::money::Fen;
use crate::wire::referrals::ReferralSums;
use std::collections::BTreeMap;

/// Somebody who was brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// Who.
    pub customer: CustomerId,
    /// By whom.
    pub referrer: CustomerId,
    /// When she joined.
    pub joined_on: Day,
    /// Her net spend ever.
    pub spend: Fen,
    /// Her net spend since she joined.
    pub since: Fen,
}

/// What somebody brought, and when she last did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Sums.
    pub sums: ReferralSums,
    /// When the last one joined.
    pub last: Day,
}

/// The sums of everybody who brought somebody.
///
/// Chains are added from their ends upwards. People in a circle, which an older book may hold, have no end: they count for whoever
/// brought them directly and no further.
pub fn sums(edges: &[Edge]) -> BTreeMap<CustomerId, Brought> {
    let mut found: BTreeMap<CustomerId, Brought> = BTreeMap::new();
    let mut open: BTreeMap<CustomerId, usize> = BTreeMap::new();
    let of: BTreeMap<CustomerId, &Edge> = edges.iter().map(|edge| (edge.customer, edge)).collect();
    for edge in of.values() {
        let brought = found.entry(edge.referrer).or_insert_with(|| Brought { sums: ReferralSums::default(), last: edge.joined_on });
        brought.sums.brought += 1;
        brought.sums.spend += edge.spend;
        brought.sums.since += edge.since;
        brought.last = brought.last.max(edge.joined_on);
        *open.entry(edge.referrer).or_default() += 1;
    }
    for brought in found.values_mut() {
        let sums = &mut brought.sums;
        (sums.chain, sums.chain_spend, sums.chain_since) = (sums.brought, sums.spend, sums.since);
    }
    let mut ready: Vec<&Edge> = of.values().copied().filter(|edge| !open.contains_key(&edge.customer)).collect();
    while let Some(edge) = ready.pop() {
        let own = found.get(&edge.customer).map(|brought| brought.sums.clone()).unwrap_or_default();
        if let Some(above) = found.get_mut(&edge.referrer) {
            above.sums.chain += own.chain;
            above.sums.chain_spend += own.chain_spend;
            above.sums.chain_since += own.chain_since;
        }
        if let Some(left) = open.get_mut(&edge.referrer) {
            *left -= 1;
            if *left == 0
                && let Some(next) = of.get(&edge.referrer)
            {
                ready.push(next);
            }
        }
    }
    found
}

/// The sums of one, from the edges below her.
pub fn sums_of(edges: &[Edge], customer: CustomerId) -> ReferralSums {
    sums(edges).remove(&customer).map(|brought| brought.sums).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edge(customer: i64, referrer: i64, spend: i64) -> Edge {
        let joined_on = "2026-11-01".parse().unwrap();
        Edge { customer: CustomerId(customer), referrer: CustomerId(referrer), joined_on, spend: Fen(spend), since: Fen(spend / 2) }
    }

    #[test]
    fn a_chain_is_added_up_from_its_ends() {
        // 1 brought 2 and 3, 2 brought 4, 4 brought 5.
        let all = sums(&[edge(5, 4, 5), edge(4, 2, 40), edge(3, 1, 300), edge(2, 1, 2_000)]);
        let one = &all[&CustomerId(1)].sums;
        assert_eq!((one.brought, one.spend, one.chain, one.chain_spend), (2, Fen(2_300), 4, Fen(2_345)));
        assert_eq!((one.since, one.chain_since), (Fen(1_150), Fen(1_172)));
        assert_eq!(all[&CustomerId(2)].sums.chain_spend, Fen(45));
        assert_eq!(all[&CustomerId(4)].sums.chain, 1);
        assert!(!all.contains_key(&CustomerId(5)));
    }

    #[test]
    fn a_circle_of_an_older_book_does_not_hang() {
        let all = sums(&[edge(1, 2, 10), edge(2, 1, 20), edge(3, 2, 5)]);
        assert_eq!(all[&CustomerId(2)].sums.brought, 2);
        assert_eq!(all[&CustomerId(1)].sums.spend, Fen(20));
    }

    proptest! {
        /// Against the plainest way: for everybody, walk up from everybody else.
        #[test]
        fn equals_walking_up_from_everybody(parents in proptest::collection::vec((0usize..40, -500i64..5_000), 1..40)) {
            let edges: Vec<Edge> =
                parents.iter().enumerate().map(|(at, &(parent, spend))| edge(at as i64 + 2, (parent % (at + 1)) as i64 + 1, spend)).collect();
            let all = sums(&edges);
            let up: BTreeMap<CustomerId, CustomerId> = edges.iter().map(|edge| (edge.customer, edge.referrer)).collect();
            for id in (1..=edges.len() as i64 + 1).map(CustomerId) {
                let under = |edge: &&Edge| {
                    let mut at = edge.customer;
                    while let Some(&next) = up.get(&at) {
                        if next == id {
                            return true;
                        }
                        at = next;
                    }
                    false
                };
                let chain: Vec<&Edge> = edges.iter().filter(under).collect();
                let found = all.get(&id).map(|brought| brought.sums.clone()).unwrap_or_default();
                prop_assert_eq!(found.chain, chain.len() as i64);
                prop_assert_eq!(found.chain_spend, chain.iter().map(|edge| edge.spend).sum::<Fen>());
                prop_assert_eq!(found.chain_since, chain.iter().map(|edge| edge.since).sum::<Fen>());
                prop_assert_eq!(found.brought, edges.iter().filter(|edge| edge.referrer == id).count() as i64);
            }
        }
    }
}
