//! What the visits of one customer come to on a day. A pure function; days are numbers, since it runs for everybody at once.

use crate::money::Fen;
use crate::store::insight_visits::VisitStep;

/// What the visits of one customer come to on a day. A purchase day is a day with a live visit of kind purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// First purchase day.
    pub first: Option<i32>,
    /// Last purchase day.
    pub last: Option<i32>,
    /// How many purchase days.
    pub purchase_days: i64,
    /// Days from the first to the second.
    pub second_gap: Option<i32>,
    /// Twice the median of the days between purchase days; only from three purchase days on.
    pub interval_x2: Option<i32>,
    /// Paid in the book by that day, net of returns on their own day.
    pub net: Fen,
}

impl Standing {
    /// Days since the last purchase.
    pub fn days_since(&self, as_of: i32) -> Option<i32> {
        self.last.map(|last| as_of - last)
    }
}

/// The different purchase days, in order.
pub fn purchase_days(steps: &[VisitStep], days: &mut Vec<i32>) {
    days.clear();
    // They come by day, so that equal days are neighbours.
    days.extend(steps.iter().filter(|step| step.purchase).map(|step| step.day));
    days.dedup();
}

/// What they come to on a day; `days` are all her purchase days.
pub fn standing(steps: &[VisitStep], days: &[i32], as_of: i32) -> Standing {
    let days = &days[..days.partition_point(|day| *day <= as_of)];
    let seen = &steps[..steps.partition_point(|step| step.day <= as_of)];
    Standing {
        first: days.first().copied(),
        last: days.last().copied(),
        purchase_days: i64::try_from(days.len()).unwrap_or(i64::MAX),
        second_gap: days.get(1).map(|second| second - days[0]),
        interval_x2: twice_median_gap(days),
        net: seen.iter().map(|step| step.total).sum(),
    }
}

/// Twice the median, so that the mean of two middle gaps stays a whole number.
fn twice_median_gap(days: &[i32]) -> Option<i32> {
    if days.len() < 3 {
        return None;
    }
    let mut gaps: Vec<i32> = days.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_unstable();
    let middle = gaps.len() / 2;
    Some(if gaps.len() % 2 == 1 { 2 * gaps[middle] } else { gaps[middle - 1] + gaps[middle] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buys(days: &[i32]) -> Vec<VisitStep> {
        days.iter().map(|day| VisitStep { day: *day, purchase: true, total: Fen(100) }).collect()
    }

    fn of(steps: &[VisitStep], as_of: i32) -> Standing {
        let mut days = Vec::new();
        purchase_days(steps, &mut days);
        standing(steps, &days, as_of)
    }

    #[test]
    fn two_purchases_of_a_day_are_one_purchase_day() {
        let found = of(&buys(&[10, 10, 25, 40, 70]), 80);
        assert_eq!((found.first, found.last, found.purchase_days, found.second_gap), (Some(10), Some(70), 4, Some(15)));
        // Gaps 15, 15, 30.
        assert_eq!((found.interval_x2, found.net, found.days_since(80)), (Some(30), Fen(500), Some(10)));
    }

    #[test]
    fn a_day_sees_only_what_came_before_it() {
        let found = of(&buys(&[10, 20, 40]), 39);
        assert_eq!((found.purchase_days, found.last, found.interval_x2, found.net), (2, Some(20), None, Fen(200)));
        assert_eq!(of(&buys(&[10]), 9), Standing::default());
    }

    #[test]
    fn even_gaps_give_twice_the_mean_of_the_middle_two() {
        assert_eq!(of(&buys(&[0, 10, 31]), 40).interval_x2, Some(31));
    }

    #[test]
    fn returns_only_are_money_without_a_purchase() {
        let steps = [VisitStep { day: 5, purchase: false, total: Fen(-300) }];
        let found = of(&steps, 6);
        assert_eq!((found.first, found.purchase_days, found.net), (None, 0, Fen(-300)));
    }
}
