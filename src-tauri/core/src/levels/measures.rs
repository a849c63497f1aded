//! What the rules count, on one day or on days that move forward.

use super::{LevelEvent, Membership, Metric, leaves_window_on, twelve_months_before};
use crate::clock::Day;
use crate::money::Fen;
use std::collections::VecDeque;

/// What the rules count, on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measures {
    /// Paid in the last 12 months.
    pub spend_12_months: Fen,
    /// Paid ever.
    pub spend_lifetime: Fen,
    /// The largest purchase of the last 12 months.
    pub single_purchase: Fen,
    /// Purchases in the last 12 months.
    pub visits_12_months: i64,
    /// Purchases ever.
    pub visits_lifetime: i64,
    /// Points earned ever.
    pub points_earned: i64,
}

impl Measures {
    /// The value of a metric: fen, purchases or points.
    pub fn of(&self, metric: Metric) -> i64 {
        match metric {
            Metric::SpendLast12Months => self.spend_12_months.0,
            Metric::SpendLifetime => self.spend_lifetime.0,
            Metric::SinglePurchase => self.single_purchase.0,
            Metric::VisitsLast12Months => self.visits_12_months,
            Metric::VisitsLifetime => self.visits_lifetime,
            Metric::PointsEarned => self.points_earned,
        }
    }

    /// Counts the visits up to and including a day, and what was before this book.
    pub fn on(member: &Membership<'_>, day: Day) -> Measures {
        Window::up_to(member, day).measures()
    }
}

/// What a customer had spent, and how often she had come, by the shop's old book.
///
/// It says how things stood on its day. Visits before that day may have come in as well, with the old book's receipts: of the two the
/// larger counts, so that nothing counts twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpeningBalance {
    /// The day it was brought in.
    pub on: Day,
    /// Paid until then.
    pub spend: Fen,
    /// Purchases until then.
    pub visits: i64,
}

/// The measures of a day that only moves forward; each visit enters and leaves it once.
#[derive(Debug, Default)]
pub(super) struct Window<'a> {
    measures: Measures,
    opening: Option<OpeningBalance>,
    /// Paid and bought before the day of the opening balance.
    before_opening: (Fen, i64),
    today: Option<Day>,
    recent: VecDeque<&'a LevelEvent>,
    /// Purchases of the window that no later one reaches, largest first.
    largest: VecDeque<(Day, Fen)>,
}

impl<'a> Window<'a> {
    /// No visit yet.
    pub(super) fn of(member: &Membership<'a>) -> Window<'a> {
        Window { opening: member.opening, ..Window::default() }
    }

    /// All visits up to and including a day, as of that day.
    pub(super) fn up_to(member: &Membership<'a>, day: Day) -> Window<'a> {
        let mut window = Window::of(member);
        for event in in_order(member.events, day) {
            window.take(event);
        }
        window.move_to(day);
        window
    }

    pub(super) fn take(&mut self, event: &'a LevelEvent) {
        self.move_to(event.day);
        let measures = &mut self.measures;
        measures.spend_12_months += event.net;
        measures.spend_lifetime += event.net;
        measures.points_earned = measures.points_earned.saturating_add(event.points);
        if self.opening.is_some_and(|opening| event.day < opening.on) {
            self.before_opening.0 += event.net;
            self.before_opening.1 += i64::from(event.counts());
        }
        if event.counts() {
            measures.visits_12_months += 1;
            measures.visits_lifetime += 1;
            while self.largest.back().is_some_and(|&(_, net)| net <= event.net) {
                self.largest.pop_back();
            }
            self.largest.push_back((event.day, event.net));
        }
        self.recent.push_back(event);
    }

    pub(super) fn move_to(&mut self, day: Day) {
        self.today = Some(day);
        let start = twelve_months_before(day);
        while let Some(event) = self.recent.front().filter(|event| event.day <= start) {
            self.measures.spend_12_months -= event.net;
            self.measures.visits_12_months -= i64::from(event.counts());
            self.recent.pop_front();
        }
        while self.largest.front().is_some_and(|&(bought, _)| bought <= start) {
            self.largest.pop_front();
        }
    }

    pub(super) fn measures(&self) -> Measures {
        let mut measures = Measures { single_purchase: self.largest.front().map_or(Fen::ZERO, |&(_, net)| net), ..self.measures };
        if let Some(opening) = self.opening.filter(|opening| self.today.is_some_and(|today| opening.on <= today)) {
            let (spend, visits) = self.before_opening;
            measures.spend_lifetime += (opening.spend - spend).max(Fen::ZERO);
            measures.visits_lifetime = measures.visits_lifetime.saturating_add((opening.visits - visits).max(0));
        }
        measures
    }

    /// The first day on which the window has nothing left to lose.
    pub(super) fn settled_on(&self) -> Option<Day> {
        self.recent.back().map(|event| leaves_window_on(event.day))
    }
}

pub(super) fn in_order(events: &[LevelEvent], as_of: Day) -> Vec<&LevelEvent> {
    let mut events: Vec<&LevelEvent> = events.iter().filter(|event| event.day <= as_of).collect();
    events.sort_unstable_by_key(|event| (event.day, event.at, event.visit));
    events
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_moving_window_counts_what_a_plain_count_does(events in any_events(), offset in 0u64..1200) {
            let on = day("2026-01-01") + chrono::Days::new(offset);
            let seen = || events.iter().filter(|event| event.day <= on);
            let recent = || seen().filter(|event| event.day > twelve_months_before(on));
            let kept = |event: &&LevelEvent| event.is_purchase && event.net > Fen::ZERO;
            let plain = Measures {
                spend_12_months: recent().map(|event| event.net).sum(),
                spend_lifetime: seen().map(|event| event.net).sum(),
                single_purchase: recent().filter(kept).map(|event| event.net).max().unwrap_or_default(),
                visits_12_months: recent().filter(kept).count() as i64,
                visits_lifetime: seen().filter(kept).count() as i64,
                points_earned: seen().map(|event| event.points).sum(),
            };
            prop_assert_eq!(Measures::on(&of(&events), on), plain);
        }
    }

    #[test]
    fn what_was_before_this_book_counts_once() {
        let opening = |spend: i64, visits| Some(OpeningBalance { on: day("2026-06-01"), spend: Fen(spend * 100), visits });
        let (early, on_the_day, late) = (buy(1, "2026-03-01", 1_000), buy(2, "2026-06-01", 200), buy(3, "2026-07-01", 50));
        for (events, opening, on, spend, visits) in [
            // Without receipts of the old book the balance stands for itself, from its day on.
            (vec![], opening(5_000, 36), "2026-06-01", 5_000, 36),
            (vec![], opening(5_000, 36), "2026-05-31", 0, 0),
            // With all or some of them it is not counted beside them.
            (vec![early], opening(5_000, 36), "2026-08-01", 5_000, 36),
            (vec![early], opening(800, 0), "2026-08-01", 1_000, 1),
            // What is bought from that day on comes on top.
            (vec![early, on_the_day, late], opening(5_000, 36), "2026-06-30", 5_200, 37),
            (vec![early, on_the_day, late], opening(5_000, 36), "2026-08-01", 5_250, 38),
            (vec![early, late], None, "2026-08-01", 1_050, 2),
        ] {
            let member = Membership { events: &events, opening, ..Membership::default() };
            let found = Measures::on(&member, day(on));
            assert_eq!((found.spend_lifetime, found.visits_lifetime), (Fen(spend * 100), visits), "{on}");
            // Of the last twelve months only what this book saw counts.
            let seen = Measures::on(&of(&events), day(on));
            assert_eq!(Measures { spend_lifetime: found.spend_lifetime, visits_lifetime: found.visits_lifetime, ..seen }, found);
        }
    }
}
