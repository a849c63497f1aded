//! Figures about one customer, from her facts.

use crate::clock::Day;
use crate::levels::twelve_months_before;
use crate::money::Fen;
use crate::stats::CustomerStats;
use crate::store::facts::CustomerFacts;
use crate::wire::customers::Figures;
use crate::wire::visits::VisitKind;
use std::collections::BTreeSet;

/// Counts what the customer page shows in its line of numbers.
pub(super) fn figures(facts: &CustomerFacts, stats: &CustomerStats, today: Day) -> Figures {
    let start = twelve_months_before(today);
    let recent = || facts.visits.iter().filter(|v| v.day > start && v.day <= today);
    Figures {
        visits: stats.visits,
        visits_12_months: i64::try_from(recent().count()).unwrap_or(i64::MAX),
        purchases: stats.purchases,
        net_spend: stats.net_spend,
        spend_12_months: recent().map(|v| v.total).sum::<Fen>(),
        average_ticket: (stats.purchases > 0).then(|| stats.net_spend.times(1, stats.purchases)),
        pieces_per_purchase: (stats.purchases > 0).then(|| Fen(stats.pieces).times(100, stats.purchases).0),
        first_purchase: stats.first_purchase,
        last_purchase: stats.last_purchase,
        last_visit: stats.last_visit,
        days_since_visit: stats.last_visit.map(|day| (today - day).num_days()),
        usual_interval: usual_interval(facts),
    }
}

/// The median of the days between purchases on different days; of an even number the lower middle. Nothing under three
/// purchase days: two of them are one interval, and one is no habit.
fn usual_interval(facts: &CustomerFacts) -> Option<i64> {
    let days: BTreeSet<Day> = facts.visits.iter().filter(|v| v.kind == VisitKind::Purchase).map(|v| v.day).collect();
    let days: Vec<Day> = days.into_iter().collect();
    let mut gaps: Vec<i64> = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).collect();
    if gaps.len() < 2 {
        return None;
    }
    gaps.sort_unstable();
    gaps.get((gaps.len() - 1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::VisitId;
    use crate::store::facts::VisitFact;

    fn bought_on(days: &[&str]) -> CustomerFacts {
        let visits = days
            .iter()
            .map(|day| VisitFact {
                id: VisitId(1),
                at: 0,
                day: day.parse().unwrap(),
                kind: VisitKind::Purchase,
                total: Fen(100),
                pieces: 1,
                kept: Fen(100),
            })
            .collect();
        CustomerFacts { visits, ..CustomerFacts::default() }
    }

    #[test]
    fn the_usual_interval_is_the_median_between_purchase_days() {
        for (days, expected) in [
            (&["2026-01-01"][..], None),
            (&["2026-01-01", "2026-01-31"], None),
            (&["2026-01-01", "2026-01-31", "2026-01-31", "2026-02-10"], Some(10)),
            (&["2026-01-01", "2026-01-31", "2026-02-10", "2026-06-10"], Some(30)),
        ] {
            assert_eq!(usual_interval(&bought_on(days)), expected, "{days:?}");
        }
    }
}
