//! What the entries add up to. Entries are facts and are only ever added; lots, expiry and balance are conclusions of a day.
//!
//! - A positive entry is a lot. It first pays what she owes, the rest is hers until its last day.
//! - A negative entry takes from the lots good on its day, the soonest to expire first and those without an end last. What no lot can give
//!   is owed: a visible negative balance, never a clamp.
//! - A reversal of a lot takes from that lot first. What of it had expired meanwhile comes back before, so that nothing is taken twice.
//! - A lot expires on the day after its last one. Expiry is never stored; its lines are derived here.
//! - The balance is always the sum of all lines, and the lots less what is owed.
//!
//! What the counter takes keeps far from the ends of an `i64`; a file tampered with may not, and then sums stop there (see [`crate::money`]).

use crate::clock::{Day, Millis};
use crate::ids::{PointsId, VisitId};
use chrono::Days;
use serde::{Deserialize, Serialize};

/// What kind of entry somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PointsKind {
    /// Earned by a purchase.
    Earn,
    /// Spent on a purchase.
    Redeem,
    /// Spent on a gift, or given as one.
    Gift,
    /// Put right by hand, with a reason.
    Adjust,
    /// Brought along from the shop's old book.
    Opening,
    /// Takes back another entry, in part or in full.
    Reverse,
}

/// One entry of the ledger, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointsEntry {
    /// Its id.
    pub id: PointsId,
    /// Its day in the shop's time zone.
    pub day: Day,
    /// When it was.
    pub at: Millis,
    /// What it is.
    pub kind: PointsKind,
    /// Positive gives, negative takes.
    pub points: i64,
    /// The visit it belongs to.
    pub visit: Option<VisitId>,
    /// The last day on which positive points are good; none if they do not expire.
    pub expires_on: Option<Day>,
    /// The entry that a reversal takes back.
    pub reverses: Option<PointsId>,
    /// Why, in somebody's words.
    pub reason: Option<String>,
}

/// What a line of the ledger shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// Earned by a purchase.
    Earn,
    /// Spent on a purchase.
    Redeem,
    /// Spent on a gift, or given as one.
    Gift,
    /// Put right by hand.
    Adjust,
    /// From the old book.
    Opening,
    /// Takes back another entry.
    Reverse,
    /// Derived: no longer good; or, if positive, expired points that a reversal takes back instead of others.
    Expire,
}

impl From<PointsKind> for LineKind {
    fn from(kind: PointsKind) -> LineKind {
        match kind {
            PointsKind::Earn => LineKind::Earn,
            PointsKind::Redeem => LineKind::Redeem,
            PointsKind::Gift => LineKind::Gift,
            PointsKind::Adjust => LineKind::Adjust,
            PointsKind::Opening => LineKind::Opening,
            PointsKind::Reverse => LineKind::Reverse,
        }
    }
}

/// Points taken from one lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Taken {
    /// The entry that made the lot.
    pub lot: PointsId,
    /// How many, above 0.
    pub points: i64,
}

/// One line: an entry, or a derived expiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Line {
    /// Its day.
    pub day: Day,
    /// What it is.
    pub kind: LineKind,
    /// The entry; for an expiry the entry that made the lot.
    pub entry: PointsId,
    /// The visit, if any.
    pub visit: Option<VisitId>,
    /// Positive gives, negative takes.
    pub points: i64,
    /// The balance after it.
    pub balance: i64,
    /// Which lots a taking line took from; the rest of it, if any, is owed.
    pub taken: Vec<Taken>,
}

/// Points given at once, with a common end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Lot {
    /// The entry that made it.
    pub entry: PointsId,
    /// How many were given.
    pub granted: i64,
    /// How many are left to spend; 0 once expired.
    pub left: i64,
    /// How many expired unspent.
    pub expired: i64,
    /// The last day on which it is good; none if it does not expire.
    pub expires_on: Option<Day>,
}

/// A customer's points on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Ledger {
    /// Every lot, in the order given.
    pub lots: Vec<Lot>,
    /// Every line, in order, expiries among them on their days.
    pub lines: Vec<Line>,
    /// The sum of the lines. Below zero is owed: the next points pay it first.
    pub balance: i64,
}

/// Adds up the entries up to and including a day, in any order given: they are taken by day, instant and id.
pub fn ledger(entries: &[PointsEntry], today: Day) -> Ledger {
    let mut entries: Vec<&PointsEntry> = entries.iter().filter(|entry| entry.day <= today).collect();
    entries.sort_unstable_by_key(|entry| (entry.day, entry.at, entry.id));
    let mut ledger = Ledger::default();
    for entry in entries {
        ledger.expire_before(entry.day);
        if entry.points > 0 {
            ledger.give(entry);
        } else {
            ledger.take(entry);
        }
    }
    ledger.expire_before(today);
    ledger
}

impl Ledger {
    /// What can be spent: the balance, or nothing while points are owed.
    pub fn spendable(&self) -> i64 {
        self.balance.max(0)
    }

    /// The days on which points expire if none are spent, soonest first: the last good day and how many.
    pub fn expiries(&self) -> Vec<(Day, i64)> {
        let mut ends: Vec<(Day, i64)> = Vec::new();
        let mut lots: Vec<(Day, i64)> =
            self.lots.iter().filter(|lot| lot.left > 0).filter_map(|lot| lot.expires_on.map(|day| (day, lot.left))).collect();
        lots.sort_unstable();
        for (day, left) in lots {
            match ends.last_mut() {
                Some(end) if end.0 == day => end.1 = end.1.saturating_add(left),
                _ => ends.push((day, left)),
            }
        }
        ends
    }

    /// The next of [`Ledger::expiries`].
    pub fn next_expiry(&self) -> Option<(Day, i64)> {
        self.expiries().first().copied()
    }

    /// The last good day of points that come back because a redemption is reversed on a day: the soonest end among the lots it had used,
    /// but at least 30 days on, so that they can be used. None if none of those lots expires.
    pub fn reversal_expiry(&self, redemption: PointsId, on: Day) -> Option<Day> {
        let line = self.lines.iter().find(|line| line.entry == redemption && line.kind != LineKind::Expire)?;
        let used = self.lots.iter().filter(|lot| line.taken.iter().any(|taken| taken.lot == lot.entry));
        let soonest = used.filter_map(|lot| lot.expires_on).min()?;
        Some(soonest.max(on.checked_add_days(Days::new(30)).unwrap_or(Day::MAX)))
    }

    fn give(&mut self, entry: &PointsEntry) {
        let owed = self.balance.saturating_neg().max(0);
        let left = (entry.points - owed).max(0);
        self.lots.push(Lot { entry: entry.id, granted: entry.points, left, expired: 0, expires_on: entry.expires_on });
        self.write(entry.day, entry.kind.into(), entry.id, entry.visit, entry.points, Vec::new());
    }

    fn take(&mut self, entry: &PointsEntry) {
        let mut wanted = entry.points.saturating_neg();
        let mut taken = Vec::new();
        let reversed = entry.reverses.and_then(|reversed| self.lots.iter().position(|lot| lot.entry == reversed));
        if let Some(index) = reversed {
            take_from(&mut self.lots[index], &mut wanted, &mut taken);
            let back = wanted.min(self.lots[index].expired);
            if back > 0 {
                self.lots[index].expired -= back;
                wanted -= back;
                let lot = self.lots[index].entry;
                self.write(entry.day, LineKind::Expire, lot, None, back, Vec::new());
                add(&mut taken, lot, back);
            }
        }
        let mut order: Vec<usize> = (0..self.lots.len()).filter(|&index| self.lots[index].left > 0).collect();
        order.sort_by_key(|&index| self.lots[index].expires_on.unwrap_or(Day::MAX));
        for index in order {
            take_from(&mut self.lots[index], &mut wanted, &mut taken);
        }
        self.write(entry.day, entry.kind.into(), entry.id, entry.visit, entry.points, taken);
    }

    /// Lets every lot expire whose last good day lies before a day, in the order of their ends.
    fn expire_before(&mut self, day: Day) {
        let over = |lot: &Lot| lot.left > 0 && lot.expires_on.is_some_and(|last| last < day);
        let mut order: Vec<usize> = (0..self.lots.len()).filter(|&index| over(&self.lots[index])).collect();
        order.sort_by_key(|&index| self.lots[index].expires_on);
        for index in order {
            let lot = &mut self.lots[index];
            let gone = std::mem::take(&mut lot.left);
            lot.expired = lot.expired.saturating_add(gone);
            let (entry, ended) = (lot.entry, lot.expires_on.and_then(|last| last.succ_opt()).unwrap_or(day));
            // A lot entered late may have ended before its own day; its line then follows it.
            let on = self.lines.last().map_or(ended, |line| line.day.max(ended));
            self.write(on, LineKind::Expire, entry, None, -gone, vec![Taken { lot: entry, points: gone }]);
        }
    }

    fn write(&mut self, day: Day, kind: LineKind, entry: PointsId, visit: Option<VisitId>, points: i64, taken: Vec<Taken>) {
        self.balance = self.balance.saturating_add(points);
        self.lines.push(Line { day, kind, entry, visit, points, balance: self.balance, taken });
    }
}

fn take_from(lot: &mut Lot, wanted: &mut i64, taken: &mut Vec<Taken>) {
    let points = lot.left.min(*wanted);
    if points > 0 {
        lot.left -= points;
        *wanted -= points;
        add(taken, lot.entry, points);
    }
}

fn add(taken: &mut Vec<Taken>, lot: PointsId, points: i64) {
    match taken.iter_mut().find(|taken| taken.lot == lot) {
        Some(before) => before.points = before.points.saturating_add(points),
        None => taken.push(Taken { lot, points }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn entry(id: i64, on: &str, kind: PointsKind, points: i64, until: Option<&str>) -> PointsEntry {
        let expires_on = until.map(day);
        PointsEntry { id: PointsId(id), day: day(on), at: 0, kind, points, visit: None, expires_on, reverses: None, reason: None }
    }

    fn earn(id: i64, on: &str, points: i64, until: Option<&str>) -> PointsEntry {
        entry(id, on, PointsKind::Earn, points, until)
    }

    fn redeem(id: i64, on: &str, points: i64) -> PointsEntry {
        entry(id, on, PointsKind::Redeem, -points, None)
    }

    fn reverse(id: i64, on: &str, points: i64, reverses: i64) -> PointsEntry {
        PointsEntry { reverses: Some(PointsId(reverses)), ..entry(id, on, PointsKind::Reverse, points, None) }
    }

    fn left(ledger: &Ledger) -> Vec<i64> {
        ledger.lots.iter().map(|lot| lot.left).collect()
    }

    #[test]
    fn the_soonest_to_expire_goes_first_and_what_does_not_expire_last() {
        let entries = [
            earn(1, "2026-01-01", 100, None),
            earn(2, "2026-01-02", 100, Some("2027-12-31")),
            earn(3, "2026-01-03", 100, Some("2026-12-31")),
            earn(4, "2026-01-04", 100, Some("2026-12-31")),
        ];
        for (spent, lots) in [(50, [100, 100, 50, 100]), (150, [100, 100, 0, 50]), (250, [100, 50, 0, 0]), (350, [50, 0, 0, 0])] {
            let all = [&entries[..], &[redeem(5, "2026-02-01", spent)]].concat();
            let ledger = ledger(&all, day("2026-02-01"));
            assert_eq!((left(&ledger), ledger.balance), (lots.to_vec(), 400 - spent));
        }
    }

    #[test]
    fn a_lot_is_good_on_its_last_day_and_gone_on_the_next() {
        let entries = [earn(1, "2026-01-01", 100, Some("2026-12-31")), redeem(2, "2026-06-01", 30)];
        let last = ledger(&entries, day("2026-12-31"));
        assert_eq!((last.balance, last.next_expiry()), (70, Some((day("2026-12-31"), 70))));
        let next = ledger(&entries, day("2027-01-01"));
        assert_eq!((next.balance, next.next_expiry(), next.lots[0].expired), (0, None, 70));
        let line = next.lines.last().unwrap();
        assert_eq!((line.day, line.kind, line.entry, line.points), (day("2027-01-01"), LineKind::Expire, PointsId(1), -70));
        let spent = [&entries[..], &[redeem(3, "2026-12-31", 70)]].concat();
        assert_eq!(ledger_lines(&spent, "2027-06-01"), [100, -30, -70]);
    }

    fn ledger_lines(entries: &[PointsEntry], today: &str) -> Vec<i64> {
        ledger(entries, day(today)).lines.iter().map(|line| line.points).collect()
    }

    #[test]
    fn expired_points_cannot_be_spent_by_a_later_entry_and_old_debits_stay_paired() {
        let entries =
            [earn(1, "2026-01-01", 100, Some("2026-06-30")), redeem(2, "2026-03-01", 80), earn(3, "2026-07-01", 50, Some("2027-06-30"))];
        assert_eq!(ledger_lines(&entries, "2026-07-01"), [100, -80, -20, 50]);
        assert_eq!(ledger(&entries, day("2026-07-01")).balance, 50, "the old redemption does not eat the new points");
    }

    #[test]
    fn a_reversed_purchase_takes_its_own_lot_first_then_others_then_is_owed() {
        let entries =
            [earn(1, "2026-01-01", 100, Some("2026-12-31")), earn(2, "2026-01-02", 60, Some("2027-12-31")), redeem(3, "2026-02-01", 30)];
        let with = |reversal| ledger(&[&entries[..], &[reversal]].concat(), day("2026-03-01"));
        let second = with(reverse(4, "2026-03-01", -60, 2));
        assert_eq!((left(&second), second.balance), (vec![70, 0], 70), "its own lot, although the other expires sooner");
        let first = with(reverse(4, "2026-03-01", -100, 1));
        assert_eq!((left(&first), first.balance), (vec![0, 30], 30), "70 of its own, 30 of the other");
        assert_eq!(first.lines[3].taken, [Taken { lot: PointsId(1), points: 70 }, Taken { lot: PointsId(2), points: 30 }]);
        let both =
            ledger(&[&entries[..], &[reverse(4, "2026-03-01", -100, 1), reverse(5, "2026-03-01", -60, 2)]].concat(), day("2026-03-01"));
        assert_eq!((left(&both), both.balance, both.spendable()), (vec![0, 0], -30, 0), "owed, in plain sight");
    }

    #[test]
    fn what_is_owed_is_paid_by_the_next_points() {
        let entries = [
            earn(1, "2026-01-01", 100, None),
            redeem(2, "2026-02-01", 100),
            reverse(3, "2026-03-01", -100, 1),
            earn(4, "2026-04-01", 70, Some("2026-12-31")),
            earn(5, "2026-05-01", 70, Some("2026-12-31")),
        ];
        for (today, balance, lots) in [("2026-03-01", -100, vec![0]), ("2026-04-01", -30, vec![0, 0]), ("2026-05-01", 40, vec![0, 0, 40])] {
            let ledger = ledger(&entries, day(today));
            assert_eq!((ledger.balance, left(&ledger)), (balance, lots), "{today}");
        }
        assert_eq!(ledger(&entries, day("2027-01-01")).balance, 0, "only the 40 left could expire");
    }

    #[test]
    fn points_that_had_expired_are_not_taken_a_second_time() {
        let entries = [
            earn(1, "2026-01-01", 100, Some("2026-12-31")),
            earn(2, "2026-12-01", 50, Some("2027-12-31")),
            redeem(3, "2026-12-10", 20),
            reverse(4, "2027-01-05", -100, 1),
        ];
        assert_eq!(ledger_lines(&entries, "2027-01-05"), [100, 50, -20, -80, 80, -100]);
        let ledger = ledger(&entries, day("2027-01-05"));
        assert_eq!((ledger.balance, left(&ledger)), (30, vec![0, 30]), "only the 20 she had spent come from the other lot");
    }

    #[test]
    fn the_points_of_a_reversed_redemption_come_back_usable() {
        let entries = [
            earn(1, "2026-01-01", 100, Some("2026-12-31")),
            earn(2, "2026-01-01", 100, Some("2027-12-31")),
            earn(3, "2026-01-01", 100, None),
            redeem(4, "2026-02-01", 150),
            redeem(5, "2026-03-01", 50),
            redeem(6, "2026-04-01", 80),
        ];
        let ledger = ledger(&entries, day("2026-12-20"));
        for (redemption, on, until) in [
            (4, "2026-10-01", Some("2026-12-31")),
            (4, "2026-12-01", Some("2026-12-31")),
            (4, "2026-12-20", Some("2027-01-19")),
            (5, "2026-12-20", Some("2027-12-31")),
            (6, "2026-12-20", None),
            (99, "2026-12-20", None),
        ] {
            assert_eq!(ledger.reversal_expiry(PointsId(redemption), day(on)), until.map(day), "{redemption} {on}");
        }
        let back = PointsEntry { expires_on: Some(day("2027-01-19")), ..reverse(7, "2026-12-20", 150, 4) };
        let after = super::ledger(&[&entries[..], &[back]].concat(), day("2026-12-20"));
        assert_eq!((after.balance, after.next_expiry()), (170, Some((day("2027-01-19"), 150))));
    }

    #[test]
    fn all_ends_are_listed_and_equal_ones_added_up() {
        let entries = [
            earn(1, "2026-01-01", 10, Some("2027-12-31")),
            earn(2, "2026-01-01", 20, Some("2026-12-31")),
            earn(3, "2026-01-01", 30, Some("2026-12-31")),
            earn(4, "2026-01-01", 40, None),
        ];
        let ends = [(day("2026-12-31"), 50), (day("2027-12-31"), 10)];
        assert_eq!(ledger(&entries, day("2026-06-01")).expiries(), ends);
    }

    #[test]
    fn a_late_entry_that_had_ended_already_expires_at_once() {
        let entries = [earn(1, "2026-05-01", 10, Some("2026-01-31")), earn(2, "2026-05-01", 5, None)];
        let ledger = ledger(&entries, day("2026-05-02"));
        assert_eq!(ledger.balance, 5);
        assert!(ledger.lines.is_sorted_by_key(|line| line.day));
    }

    #[test]
    fn several_entries_of_a_day_go_by_instant_then_id() {
        let at = |at, entry| PointsEntry { at, ..entry };
        let entries = [at(3, redeem(1, "2026-01-01", 5)), at(1, earn(2, "2026-01-01", 10, None)), at(3, redeem(3, "2026-01-01", 2))];
        assert_eq!(ledger_lines(&entries, "2026-01-01"), [10, -5, -2]);
    }

    fn any_entries() -> impl Strategy<Value = Vec<PointsEntry>> {
        let kind = prop_oneof![
            Just(PointsKind::Earn),
            Just(PointsKind::Redeem),
            Just(PointsKind::Gift),
            Just(PointsKind::Adjust),
            Just(PointsKind::Opening),
            Just(PointsKind::Reverse)
        ];
        let one = (0u64..700, 0i64..3, kind, -300i64..400, proptest::option::of(0u64..400), proptest::option::of(0i64..30));
        proptest::collection::vec(one, 0..30).prop_map(|list| {
            let made = list.into_iter().enumerate().map(|(index, (offset, at, kind, points, good_for, reverses))| {
                let day = day("2026-01-01") + Days::new(offset);
                PointsEntry {
                    id: PointsId(index as i64),
                    day,
                    at,
                    kind,
                    points,
                    visit: None,
                    expires_on: good_for.filter(|_| points > 0).map(|days| day + Days::new(days)),
                    reverses: reverses.filter(|_| kind == PointsKind::Reverse).map(PointsId),
                    reason: None,
                }
            });
            made.collect()
        })
    }

    proptest! {
        #[test]
        fn the_balance_is_the_sum_of_the_lines_and_the_lots_less_what_is_owed(entries in any_entries(), offset in 0u64..1200) {
            let today = day("2026-01-01") + Days::new(offset);
            let ledger = ledger(&entries, today);
            prop_assert_eq!(ledger.balance, ledger.lines.iter().map(|line| line.points).sum::<i64>());
            let left: i64 = ledger.lots.iter().map(|lot| lot.left).sum();
            prop_assert!(left >= 0 && ledger.lots.iter().all(|lot| lot.left >= 0 && lot.expired >= 0 && lot.left + lot.expired <= lot.granted));
            prop_assert_eq!(ledger.spendable(), left);
            prop_assert!(ledger.lots.iter().all(|lot| lot.left == 0 || lot.expires_on.is_none_or(|last| last >= today)));
            prop_assert!(ledger.lines.is_sorted_by_key(|line| line.day));
            let mut sum = 0;
            for line in &ledger.lines {
                sum += line.points;
                prop_assert_eq!(line.balance, sum);
                prop_assert!(line.taken.iter().map(|taken| taken.points).sum::<i64>() <= (-line.points).max(0));
            }
            let stored = entries.iter().filter(|entry| entry.day <= today);
            let expired: i64 = ledger.lots.iter().map(|lot| lot.expired).sum();
            prop_assert_eq!(ledger.balance, stored.map(|entry| entry.points).sum::<i64>() - expired);
        }

        #[test]
        fn the_order_in_which_entries_are_read_does_not_matter(
            (entries, shuffled) in any_entries().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
            offset in 0u64..1200,
        ) {
            let today = day("2026-01-01") + Days::new(offset);
            prop_assert_eq!(ledger(&entries, today), ledger(&shuffled, today));
        }
    }
}
