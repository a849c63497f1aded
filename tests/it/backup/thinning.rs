//! Which copies may go, over invented histories and over a whole year.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};
use proptest::collection::vec;
use proptest::prelude::*;
use shuke_core::backup::{Held, superfluous};
use std::collections::{BTreeMap, BTreeSet};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

fn day(at: i64) -> NaiveDate {
    DateTime::from_timestamp_millis(at).unwrap().with_timezone(&zone()).date_naive()
}

fn instant(text: &str) -> i64 {
    DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis()
}

/// What must hold whatever was copied when, and whatever the clock says.
fn promises(copies: &[Held], now: i64) -> Result<Vec<Held>, TestCaseError> {
    let gone: BTreeSet<usize> = superfluous(copies, now, zone()).into_iter().collect();
    prop_assert!(gone.iter().all(|place| *place < copies.len()));
    let kept: Vec<Held> = copies.iter().enumerate().filter(|(place, _)| !gone.contains(place)).map(|(_, copy)| *copy).collect();
    for place in &gone {
        let at = copies[*place].at;
        prop_assert!(at <= now, "one dated later than now was removed");
        prop_assert!(now - at > 48 * HOUR, "one of the last 48 hours was removed");
    }
    let best = |all: &[Held]| all.iter().filter(|copy| copy.proven).map(|copy| copy.at).max();
    prop_assert_eq!(best(copies), best(&kept), "the newest that is known to be good was removed");
    let newest = |all: &[Held]| all.iter().map(|copy| copy.at).max();
    prop_assert_eq!(newest(copies), newest(&kept));

    // Of the days before the last 48 hours the latest fourteen that had a copy have their last one still.
    let is_old = |copy: &&Held| copy.at <= now && now - copy.at > 48 * HOUR;
    let mut days: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for copy in copies.iter().filter(is_old) {
        let last = days.entry(day(copy.at)).or_insert(copy.at);
        *last = copy.at.max(*last);
    }
    for last in days.values().rev().take(14) {
        prop_assert!(kept.iter().any(|copy| copy.at == *last), "the last copy of a day was removed");
    }
    // Not more than the rule asks for, one more that is the best, and those of one instant, of which any one will do.
    prop_assert!(kept.iter().filter(is_old).count() <= 14 + 8 + 6 + 1);
    // Asked again at once, nothing more goes.
    prop_assert_eq!(superfluous(&kept, now, zone()), Vec::<usize>::new());
    Ok(kept)
}

fn step() -> impl Strategy<Value = i64> {
    prop_oneof![
        6 => 10 * MINUTE..10 * HOUR,
        4 => DAY / 2..3 * DAY,
        2 => 20 * DAY..70 * DAY,
        // The clock jumps: years ahead, years back.
        1 => -3_650 * DAY..3_650 * DAY,
        1 => -3 * DAY..0,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_clock_says_the_last_good_copy_and_two_days_stay(steps in vec((step(), any::<bool>()), 1..36)) {
        let mut now = instant("2026-11-21T10:00:00+08:00");
        let mut copies: Vec<Held> = Vec::new();
        for (forward, proven) in steps {
            now += forward;
            copies.push(Held { at: now, proven });
            copies = promises(&copies, now)?;
        }
    }

    #[test]
    fn the_order_in_which_a_folder_lists_them_does_not_matter(ages in vec(0..400 * DAY, 1..60), turn in 0..60usize) {
        let now = instant("2026-11-21T10:00:00+08:00");
        let copies: Vec<Held> = ages.iter().collect::<BTreeSet<_>>().into_iter().map(|age| Held { at: now - age, proven: true }).collect();
        let mut turned = copies.clone();
        turned.rotate_left(turn % copies.len());
        let gone = |copies: &[Held]| superfluous(copies, now, zone()).into_iter().map(|place| copies[place].at).collect::<BTreeSet<_>>();
        prop_assert_eq!(gone(&copies), gone(&turned));
    }
}

#[test]
fn after_a_year_of_half_hours_there_are_days_weeks_and_months() {
    let mut copies: Vec<Held> = Vec::new();
    let mut now = instant("2025-12-31T10:00:00+08:00");
    let end = instant("2026-12-31T21:00:00+08:00");
    let mut most = 0;
    while now <= end {
        let at = DateTime::from_timestamp_millis(now).unwrap().with_timezone(&zone());
        // Open from ten to nine; the book is open on another day than Monday.
        if (10..=21).contains(&at.hour()) && at.weekday() != chrono::Weekday::Mon {
            copies.push(Held { at: now, proven: true });
            let gone: BTreeSet<usize> = superfluous(&copies, now, zone()).into_iter().collect();
            copies = copies.iter().enumerate().filter(|(place, _)| !gone.contains(place)).map(|(_, copy)| *copy).collect();
            most = most.max(copies.len());
        }
        now += 30 * MINUTE;
    }
    let days: Vec<NaiveDate> = copies.iter().map(|copy| day(copy.at)).collect::<BTreeSet<_>>().into_iter().rev().collect();
    // 31 December 2026 is a Thursday. Tuesday at nine to Thursday is whole, then fourteen days, eight weeks and six months.
    assert_eq!(copies.iter().filter(|copy| end - copy.at <= 48 * HOUR).count(), 2 + 24 + 23);
    assert_eq!(days[..4].iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-12-31", "2026-12-30", "2026-12-29", "2026-12-27"]);
    assert_eq!(days.len(), 2 + 14 + 8 + 6);
    let weeks = &days[16..24];
    assert!(weeks.iter().all(|day| day.weekday() == chrono::Weekday::Sun), "the last day of each week: {weeks:?}");
    let months: Vec<(i32, u32)> = days[24..].iter().map(|day| (day.year(), day.month())).collect();
    assert_eq!(months, [(2026, 9), (2026, 8), (2026, 7), (2026, 6), (2026, 5), (2026, 4)]);
    assert!(most < 100, "{most}");
}
