//! Tables of (when, waits, closed days, now) to what the clocks say. 2026-11-21 is a Saturday.

use super::*;
use crate::hours::ShopHours;
use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;

const HOUR: Millis = 3_600_000;

fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

/// `11-21 15:00` of 2026 in the shop's zone.
fn at(text: &str) -> Millis {
    DateTime::parse_from_rfc3339(&format!("2026-{}:00+08:00", text.replace(' ', "T"))).unwrap().timestamp_millis()
}

fn text(at: Millis) -> String {
    crate::clock::Now::from_millis(at, china()).at.format("%m-%d %H:%M").to_string()
}

/// Open from ten to nine, but not on some weekdays, Monday being 0, and not in the first week of December if there is a holiday.
fn shop(rest: &[usize], holiday: bool) -> ShopTime {
    let week: Vec<String> =
        (0..7).map(|day| if rest.contains(&day) { "[]".into() } else { r#"[{"from":"10:00","to":"21:00"}]"#.to_owned() }).collect();
    let hours: ShopHours = serde_json::from_str(&format!(r#"{{"week":[{}]}}"#, week.join(","))).unwrap();
    let closed = if holiday { vec![("2026-12-01".parse().unwrap(), "2026-12-07".parse().unwrap())] } else { Vec::new() };
    ShopTime::new(&hours, closed, china())
}

fn daily() -> ShopTime {
    shop(&[], false)
}

/// Closed on Sundays.
fn no_sunday() -> ShopTime {
    shop(&[6], false)
}

fn with_holiday() -> ShopTime {
    shop(&[6], true)
}

fn holds(list: &[(&str, &str)]) -> Vec<Hold> {
    list.iter().map(|(from, to)| (at(from), (!to.is_empty()).then(|| at(to)))).collect()
}

fn opened(text: &str) -> Times {
    Times { opened: at(text), answered: None, solved: None }
}

#[test]
fn when_answer_and_solution_are_due() {
    for (hours, from, waits, answer, solve) in [
        (daily(), "11-21 15:00", &[][..], "11-22 15:00", "11-28 15:00"),
        // At night nobody is there: the next opening counts, before midnight and after it.
        (daily(), "11-21 23:10", &[], "11-23 10:00", "11-29 10:00"),
        (daily(), "11-21 07:00", &[], "11-22 10:00", "11-28 10:00"),
        // At the minute of closing it is closed.
        (daily(), "11-21 21:00", &[], "11-23 10:00", "11-29 10:00"),
        (daily(), "11-21 20:59", &[], "11-22 20:59", "11-28 20:59"),
        // A day of rest does not count: Saturday at three is Monday at three.
        (no_sunday(), "11-21 15:00", &[], "11-23 15:00", "11-30 15:00"),
        // Written down on the day of rest itself: the clock begins with the next open day.
        (no_sunday(), "11-22 12:00", &[], "11-24 10:00", "12-01 10:00"),
        // A week's holiday on top: of Monday the 30th nine hours count, then it goes on with Tuesday the 8th.
        (with_holiday(), "11-30 15:00", &[], "12-08 15:00", "12-15 15:00"),
        (with_holiday(), "11-28 23:30", &[], "12-08 10:00", "12-15 10:00"),
        // Waiting for her takes its own time out, at the beginning, in the middle, twice, over a day of rest.
        (daily(), "11-21 15:00", &[("11-21 15:00", "11-21 18:00")], "11-22 18:00", "11-28 18:00"),
        (daily(), "11-21 15:00", &[("11-21 16:00", "11-21 17:00"), ("11-22 10:00", "11-22 12:00")], "11-22 18:00", "11-28 18:00"),
        (no_sunday(), "11-21 15:00", &[("11-21 18:00", "11-23 18:00")], "11-24 15:00", "12-01 15:00"),
        // Two waits that overlap count once.
        (daily(), "11-21 15:00", &[("11-21 16:00", "11-21 18:00"), ("11-21 17:00", "11-21 19:00")], "11-22 18:00", "11-28 18:00"),
        // A wait that begins after an end does not move it.
        (daily(), "11-21 15:00", &[("11-22 16:00", "11-22 18:00")], "11-22 15:00", "11-28 17:00"),
        // The end falls into the night, and over the next opening the shop waits for her.
        (daily(), "11-21 23:10", &[("11-22 23:40", "11-23 12:00")], "11-23 12:00", "11-29 11:30"),
        // She keeps it waiting from the very minute of opening.
        (daily(), "11-21 23:10", &[("11-23 10:00", "11-23 12:00")], "11-23 12:00", "11-29 10:00"),
    ] {
        let waits = holds(waits);
        let found = clocks(opened(from), &waits, &hours, at(from));
        assert_eq!(
            (found.answer.due.map(text), found.solve.due.map(text)),
            (Some(answer.to_owned()), Some(solve.to_owned())),
            "{from} {waits:?}"
        );
    }
}

#[test]
fn what_is_left_and_what_is_over() {
    use ClockState::{Overdue, Running};
    for (hours, from, now, state, left_hours) in [
        (daily(), "11-21 15:00", "11-21 15:00", Running, 24),
        (daily(), "11-21 15:00", "11-22 10:00", Running, 5),
        (daily(), "11-21 15:00", "11-22 15:00", Running, 0),
        (daily(), "11-21 15:00", "11-22 18:00", Overdue, -3),
        // Sunday adds nothing, neither to what is left nor to the delay.
        (no_sunday(), "11-21 15:00", "11-21 18:00", Running, 21),
        (no_sunday(), "11-21 15:00", "11-22 18:00", Running, 15),
        (no_sunday(), "11-20 15:00", "11-22 23:00", Overdue, -9),
        (with_holiday(), "11-30 15:00", "12-04 12:00", Running, 15),
    ] {
        let found = clocks(opened(from), &[], &hours, at(now)).answer;
        assert_eq!((found.state, found.left), (state, left_hours * HOUR), "{from} {now}");
    }
    // The last instant is still in time, the next one is not.
    let over = clocks(opened("11-21 15:00"), &[], &daily(), at("11-22 15:00") + 1).answer;
    assert_eq!((over.state, over.left), (Overdue, -1));
}

#[test]
fn while_the_shop_waits_for_her_the_clocks_stand() {
    let waiting = holds(&[("11-21 18:00", "")]);
    for now in ["11-21 18:00", "11-25 12:00", "12-25 12:00"] {
        let found = clocks(opened("11-21 15:00"), &waiting, &daily(), at(now));
        assert_eq!((found.answer.state, found.answer.due, found.answer.left), (ClockState::Waiting, None, 21 * HOUR), "{now}");
        assert_eq!((found.solve.state, found.solve.left, found.next_due()), (ClockState::Waiting, (7 * 24 - 3) * HOUR, None), "{now}");
        assert!(!found.overdue());
    }
    // What was over before it began to wait stays over, and grows no further.
    let late = holds(&[("11-23 15:00", "")]);
    let found = clocks(opened("11-21 15:00"), &late, &daily(), at("11-30 12:00"));
    assert_eq!((found.answer.state, found.answer.left), (ClockState::Overdue, -24 * HOUR));
    assert_eq!((found.solve.state, found.solve.left), (ClockState::Waiting, 5 * 24 * HOUR));
    assert!(found.overdue());
    assert_eq!(found.next_due().map(text), Some("11-22 15:00".into()));
}

#[test]
fn what_is_done_is_in_time_or_late_for_good() {
    use ClockState::{InTime, Late};
    for (answered, solved, waits, answer, solve) in [
        ("11-22 15:00", "11-28 15:00", &[][..], InTime, InTime),
        ("11-22 15:01", "11-28 15:01", &[], Late, Late),
        // Solved at once is answered at once.
        ("", "11-21 16:00", &[], InTime, InTime),
        ("11-25 10:00", "11-22 10:00", &[], InTime, InTime),
        // A day of waiting in between excuses both.
        ("11-23 14:00", "11-29 14:00", &[("11-22 10:00", "11-23 10:00")], InTime, InTime),
        // Done while it still waited.
        ("11-30 10:00", "11-30 10:00", &[("11-22 10:00", "")], InTime, InTime),
        // A wait that began after the end excuses nothing.
        ("11-24 10:00", "11-28 10:00", &[("11-23 10:00", "11-23 18:00")], Late, InTime),
    ] {
        let moment = |text: &str| (!text.is_empty()).then(|| at(text));
        let times = Times { opened: at("11-21 15:00"), answered: moment(answered), solved: moment(solved) };
        for now in ["11-30 10:00", "12-30 10:00"] {
            let found = clocks(times, &holds(waits), &daily(), at(now));
            assert_eq!((found.answer.state, found.solve.state), (answer, solve), "{answered} {solved} {now}");
            assert!(!found.overdue());
        }
    }
}

#[test]
fn a_shop_that_stays_closed_is_never_late() {
    let closed = shop(&[0, 1, 2, 3, 4, 5, 6], false);
    let found = clocks(opened("11-21 15:00"), &[], &closed, at("12-21 15:00"));
    assert_eq!((found.answer.due, found.answer.left, found.overdue()), (None, 24 * HOUR, false));
}

proptest! {
    /// Minute by minute by hand gives the same end as the reckoning by stretches.
    #[test]
    fn the_end_is_where_the_minutes_say(start in 0i64..10_080, first in 0i64..3_000, length in 0i64..3_000, rest in 0usize..7) {
        let hours = shop(&[rest], false);
        let opened = at("11-16 00:00") + start * 60_000;
        let wait = opened + first * 60_000..opened + (first + length) * 60_000;
        let day = |minute: Millis| crate::clock::Now::from_millis(minute, china()).day();
        let counts = |minute: Millis| hours.is_open_day(day(minute)) && !wait.contains(&minute);
        let (mut end, mut left) = (opened, 24 * 60);
        while left > 0 {
            if counts(end) {
                left -= 1;
            }
            end += 60_000;
        }
        if !hours.is_open(end) {
            while !hours.is_open(end) || wait.contains(&end) {
                end += 60_000;
            }
        }
        let found = clocks(Times { opened, answered: None, solved: None }, &[(wait.start, Some(wait.end))], &hours, opened);
        prop_assert_eq!(found.answer.due, Some(end));
    }
}
