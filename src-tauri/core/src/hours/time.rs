//! Time counted in shop hours: what a promise "within 24 hours" means when the shop sleeps, is closed, or waits for the customer.

use super::week::{ShopHours, Span, TimeOfDay};
use crate::clock::{Day, Millis};
use chrono::{DateTime, Datelike, FixedOffset, NaiveTime, TimeDelta};

/// Days looked ahead before it is said that the shop does not open any more.
const AHEAD: usize = 1_100;

/// A stretch in which the clock stands, from an instant to another, or still standing.
pub type Hold = (Millis, Option<Millis>);

/// The shop's hours, closed days and zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopTime {
    week: Vec<Vec<Span>>,
    closed: Vec<(Day, Day)>,
    offset: FixedOffset,
}

impl ShopTime {
    /// From the week's hours, the first and last day of each closed stretch, and the shop's zone.
    pub fn new(hours: &ShopHours, closed: Vec<(Day, Day)>, offset: FixedOffset) -> ShopTime {
        ShopTime { week: hours.week.clone(), closed, offset }
    }

    /// The same days, each of them open from midnight to midnight if the shop opens on it at all: for promises in days of the calendar.
    #[must_use]
    pub fn whole_days(&self) -> ShopTime {
        let day = TimeOfDay::at(0, 0).map(|from| Span { from, to: TimeOfDay::MIDNIGHT });
        let whole = |spans: &Vec<Span>| if spans.is_empty() { Vec::new() } else { day.into_iter().collect() };
        ShopTime { week: self.week.iter().map(whole).collect(), closed: self.closed.clone(), offset: self.offset }
    }

    /// Whether the shop opens at all on a day.
    pub fn is_open_day(&self, day: Day) -> bool {
        !self.spans_of(day).is_empty()
    }

    /// The first day on or after `day` on which the shop opens; nothing if it stays closed for the next three years.
    pub fn next_open_day(&self, day: Day) -> Option<Day> {
        day.iter_days().take(AHEAD).find(|&day| self.is_open_day(day))
    }

    /// Whether the shop is open at an instant. At the minute of closing it is closed.
    pub fn is_open(&self, at: Millis) -> bool {
        self.opens(at).next().is_some_and(|(from, to)| (from..to).contains(&at))
    }

    /// The instant itself if the shop is open, otherwise the next opening.
    pub fn next_opening(&self, at: Millis) -> Option<Millis> {
        self.opens(at).next().map(|(from, _)| from.max(at))
    }

    /// How much shop time lies between two instants, stretches on hold left out.
    pub fn worked(&self, from: Millis, to: Millis, holds: &[Hold]) -> TimeDelta {
        let holds = in_order(holds);
        let open = self.opens(from).take_while(|(opening, _)| *opening < to);
        let worked: i64 = open.flat_map(|(opening, closing)| without(opening.max(from), closing.min(to), &holds)).map(|(a, b)| b - a).sum();
        TimeDelta::milliseconds(worked)
    }

    /// The instant at which `time` of shop time has passed since `from`, stretches on hold left out: when a promise falls due. Nothing while
    /// the clock stands, or if the shop does not open long enough in the next three years.
    pub fn due(&self, from: Millis, time: TimeDelta, holds: &[Hold]) -> Option<Millis> {
        let holds = in_order(holds);
        let mut left = time.num_milliseconds();
        if left <= 0 {
            return Some(from);
        }
        for (opening, closing) in self.opens(from) {
            for (a, b) in without(opening.max(from), closing, &holds) {
                if left <= b - a {
                    return Some(a + left);
                }
                left -= b - a;
            }
        }
        None
    }

    /// [`ShopTime::due`] for whole hours and no hold.
    pub fn add_hours(&self, from: Millis, hours: i64) -> Option<Millis> {
        self.due(from, TimeDelta::hours(hours), &[])
    }

    fn spans_of(&self, day: Day) -> &[Span] {
        if self.closed.iter().any(|(from, to)| (*from..=*to).contains(&day)) {
            return &[];
        }
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        self.week.get(weekday).map(Vec::as_slice).unwrap_or_default()
    }

    /// The open stretches that end after an instant, in order.
    fn opens(&self, after: Millis) -> impl Iterator<Item = (Millis, Millis)> {
        let first = DateTime::from_timestamp_millis(after).unwrap_or_default().with_timezone(&self.offset).date_naive();
        let zone = i64::from(self.offset.local_minus_utc()) * 1_000;
        let spans = first.iter_days().take(AHEAD).flat_map(move |day| {
            let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis() - zone;
            self.spans_of(day).iter().map(move |span| (midnight + span.from.minutes() * 60_000, midnight + span.to.minutes() * 60_000))
        });
        spans.filter(move |(_, closing)| *closing > after)
    }
}

/// Holds by their beginning; one that still stands never ends.
fn in_order(holds: &[Hold]) -> Vec<(Millis, Millis)> {
    let mut holds: Vec<(Millis, Millis)> = holds.iter().map(|(from, to)| (*from, to.unwrap_or(Millis::MAX))).collect();
    holds.sort_unstable();
    holds
}

/// What is left of a stretch without the holds.
fn without(from: Millis, to: Millis, holds: &[(Millis, Millis)]) -> Vec<(Millis, Millis)> {
    let mut left = Vec::new();
    let mut at = from;
    for &(begin, end) in holds.iter().filter(|(begin, end)| begin < end) {
        if begin >= to {
            break;
        }
        if begin > at {
            left.push((at, begin));
        }
        at = at.max(end);
    }
    if at < to {
        left.push((at, to));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(week: &str, closed: &[(&str, &str)]) -> ShopTime {
        let hours: ShopHours = serde_json::from_str(week).unwrap();
        hours.check().unwrap();
        let closed = closed.iter().map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap())).collect();
        ShopTime::new(&hours, closed, FixedOffset::east_opt(8 * 3600).unwrap())
    }

    /// Ten to one and two to eight on weekdays, eleven to five on Saturday, Sunday off.
    fn shop(closed: &[(&str, &str)]) -> ShopTime {
        let day = r#"[{"from":"10:00","to":"13:00"},{"from":"14:00","to":"20:00"}]"#;
        time(&format!(r#"{{"week":[{day},{day},{day},{day},{day},[{{"from":"11:00","to":"17:00"}}],[]]}}"#), closed)
    }

    fn at(text: &str) -> Millis {
        DateTime::parse_from_rfc3339(&format!("{}:00+08:00", text.replace(' ', "T"))).unwrap().timestamp_millis()
    }

    fn told(at: Option<Millis>) -> Option<String> {
        let zone = FixedOffset::east_opt(8 * 3600).unwrap();
        at.map(|at| DateTime::from_timestamp_millis(at).unwrap().with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string())
    }

    #[test]
    fn open_and_closed() {
        let shop = shop(&[("2026-11-25", "2026-11-26")]); // Wednesday and Thursday
        for (instant, open, next) in [
            ("2026-11-23 09:59", false, "2026-11-23 10:00"),
            ("2026-11-23 10:00", true, "2026-11-23 10:00"),
            ("2026-11-23 12:59", true, "2026-11-23 12:59"),
            ("2026-11-23 13:00", false, "2026-11-23 14:00"),
            ("2026-11-23 20:00", false, "2026-11-24 10:00"),
            ("2026-11-24 23:00", false, "2026-11-27 10:00"), // over the closed days
            ("2026-11-25 11:00", false, "2026-11-27 10:00"),
            ("2026-11-28 16:59", true, "2026-11-28 16:59"),
            ("2026-11-28 17:00", false, "2026-11-30 10:00"), // over Sunday
        ] {
            assert_eq!(shop.is_open(at(instant)), open, "{instant}");
            assert_eq!(told(shop.next_opening(at(instant))).as_deref(), Some(next), "{instant}");
        }
        for (day, next) in [("2026-11-24", "2026-11-24"), ("2026-11-25", "2026-11-27"), ("2026-11-29", "2026-11-30")] {
            assert_eq!(shop.next_open_day(day.parse().unwrap()), Some(next.parse().unwrap()), "{day}");
        }
    }

    #[test]
    fn time_worked() {
        let shop = shop(&[("2026-11-25", "2026-11-26")]);
        for (from, to, holds, minutes) in [
            ("2026-11-23 10:00", "2026-11-23 11:30", &[][..], 90),
            ("2026-11-23 12:30", "2026-11-23 14:30", &[], 60), // over noon
            ("2026-11-23 19:00", "2026-11-24 11:00", &[], 120),
            ("2026-11-23 20:00", "2026-11-24 10:00", &[], 0),
            ("2026-11-24 19:30", "2026-11-27 10:30", &[], 60), // over the closed days
            ("2026-11-28 16:00", "2026-11-30 10:15", &[], 75), // over Sunday
            ("2026-11-23 11:00", "2026-11-23 10:00", &[], 0),
            ("2026-11-23 10:00", "2026-11-23 20:00", &[("2026-11-23 10:30", Some("2026-11-23 11:30"))], 480),
            // Two holds that overlap count once, and what lies outside the hours counts not at all.
            (
                "2026-11-23 10:00",
                "2026-11-23 20:00",
                &[("2026-11-23 12:00", Some("2026-11-23 14:30")), ("2026-11-23 11:00", Some("2026-11-23 12:30"))],
                540 - 150,
            ),
            ("2026-11-23 10:00", "2026-11-24 20:00", &[("2026-11-23 11:00", None)], 60), // still standing
            ("2026-11-23 10:00", "2026-11-23 11:00", &[("2026-11-20 10:00", Some("2026-11-23 10:30"))], 30),
            ("2026-11-23 10:00", "2026-11-23 11:00", &[("2026-11-23 12:00", Some("2026-11-23 12:30"))], 60),
        ] {
            let holds: Vec<Hold> = holds.iter().map(|(a, b): &(&str, Option<&str>)| (at(a), b.map(at))).collect();
            assert_eq!(shop.worked(at(from), at(to), &holds).num_minutes(), minutes, "{from} to {to}");
        }
    }

    #[test]
    fn when_a_promise_falls_due() {
        let shop = shop(&[("2026-11-25", "2026-11-26")]);
        for (from, hours, holds, want) in [
            ("2026-11-23 10:00", 2, &[][..], Some("2026-11-23 12:00")),
            ("2026-11-23 10:00", 3, &[], Some("2026-11-23 13:00")), // to the minute of closing
            ("2026-11-23 12:00", 2, &[], Some("2026-11-23 15:00")),
            ("2026-11-23 19:00", 2, &[], Some("2026-11-24 11:00")),
            ("2026-11-24 19:00", 2, &[], Some("2026-11-27 11:00")),
            ("2026-11-28 23:00", 1, &[], Some("2026-11-30 11:00")),
            ("2026-11-23 10:00", 0, &[], Some("2026-11-23 10:00")),
            ("2026-11-23 10:00", 24, &[], Some("2026-11-27 17:00")), // 9 + 9 + 6
            // One hour before the hold, one after it.
            ("2026-11-23 10:00", 2, &[("2026-11-23 11:00", Some("2026-11-23 12:00"))], Some("2026-11-23 13:00")),
            ("2026-11-23 10:00", 2, &[("2026-11-23 11:00", None)], None),
        ] {
            let holds: Vec<Hold> = holds.iter().map(|(a, b): &(&str, Option<&str>)| (at(a), b.map(at))).collect();
            let due = told(shop.due(at(from), TimeDelta::hours(hours), &holds));
            assert_eq!(due.as_deref(), want, "{from} {hours}");
        }
        assert_eq!(told(shop.add_hours(at("2026-11-23 10:00"), 1)).as_deref(), Some("2026-11-23 11:00"));
    }

    #[test]
    fn until_midnight_and_on() {
        let night = time(
            r#"{"week":[[{"from":"0:00","to":"2:00"},{"from":"18:00","to":"24:00"}],[{"from":"0:00","to":"2:00"}],[],[],[],[],[]]}"#,
            &[],
        );
        assert!(night.is_open(at("2026-11-23 23:59")) && night.is_open(at("2026-11-24 00:00")) && !night.is_open(at("2026-11-24 02:00")));
        assert_eq!(night.worked(at("2026-11-23 22:00"), at("2026-11-24 06:00"), &[]).num_minutes(), 240);
        assert_eq!(told(night.add_hours(at("2026-11-23 22:00"), 3)).as_deref(), Some("2026-11-24 01:00"));
    }

    #[test]
    fn a_shop_that_stays_closed_never_answers() {
        let gone = shop(&[("2026-11-01", "2040-01-01")]);
        assert_eq!(gone.next_open_day("2026-11-23".parse().unwrap()), None);
        assert_eq!(gone.due(at("2026-11-23 10:00"), TimeDelta::hours(1), &[]), None);
        assert_eq!(gone.next_opening(at("2026-11-23 10:00")), None);
        assert!(!gone.is_open(at("2026-11-23 10:00")));
        assert_eq!(gone.worked(at("2026-11-23 10:00"), at("2026-12-23 10:00"), &[]), TimeDelta::zero());
    }

    proptest::proptest! {
        #[test]
        fn what_is_due_has_been_worked(start in 0_i64..40_000, minutes in 1_i64..20_000, hold in 0_i64..40_000, long in 0_i64..5_000) {
            let shop = shop(&[("2026-11-25", "2026-11-26")]);
            let begin = at("2026-11-20 00:00");
            let from = begin + start * 60_000;
            let holds = [(begin + hold * 60_000, Some(begin + (hold + long) * 60_000))];
            let due = shop.due(from, TimeDelta::minutes(minutes), &holds).unwrap();
            proptest::prop_assert_eq!(shop.worked(from, due, &holds).num_minutes(), minutes);
            proptest::prop_assert_eq!(shop.worked(from, due - 60_000, &holds).num_minutes(), minutes - 1);
        }
    }
}
