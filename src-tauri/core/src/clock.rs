//! The only file that reads the computer's clock.
//!
//! An operation takes one [`Now`] at its start and uses it throughout, so that a sale at midnight has one day.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// A calendar day in the shop's time zone.
pub type Day = NaiveDate;

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

/// The one moment an operation happens at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The instant, with the shop's offset from UTC.
    pub at: DateTime<FixedOffset>,
}

impl Now {
    /// The calendar day in the shop's time zone.
    pub fn day(&self) -> Day {
        self.at.date_naive()
    }

    /// The instant as stored.
    pub fn millis(&self) -> Millis {
        self.at.timestamp_millis()
    }

    /// A stored instant, seen in the shop's zone.
    pub fn from_millis(millis: Millis, offset: FixedOffset) -> Now {
        Now { at: DateTime::from_timestamp_millis(millis).unwrap_or_default().with_timezone(&offset) }
    }

    /// RFC 3339 with offset, to the second.
    pub fn text(&self) -> String {
        self.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }
}

/// Where the time comes from; tests bring their own.
pub trait Clock: Send {
    /// The present instant.
    fn utc(&self) -> DateTime<Utc>;

    /// How long this program has been running, by a clock that nobody can set; it may stand still while the computer sleeps.
    fn steady(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }
}

/// The computer's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that may")]
    fn utc(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still until it is set; for tests and for reports `--as-of` a day.
#[derive(Debug)]
pub struct FixedClock {
    at: Mutex<DateTime<Utc>>,
    steady: Mutex<Duration>,
}

impl FixedClock {
    /// A clock standing at an RFC 3339 instant such as `2026-11-21T10:00:00+08:00`.
    ///
    /// # Panics
    /// If the text is no such instant.
    #[expect(clippy::expect_used, reason = "test input is written by hand")]
    pub fn at(text: &str) -> FixedClock {
        let at = DateTime::parse_from_rfc3339(text).expect("RFC 3339 instant").to_utc();
        FixedClock { at: Mutex::new(at), steady: Mutex::default() }
    }

    /// A clock standing at an instant.
    pub fn standing(at: DateTime<Utc>) -> FixedClock {
        FixedClock { at: Mutex::new(at), steady: Mutex::default() }
    }

    /// Sets the clock to another instant, as a hand would: no time goes by.
    pub fn set(&self, at: DateTime<Utc>) {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    /// Lets time go by.
    pub fn pass(&self, time: Duration) {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner) += time;
        *self.steady.lock().unwrap_or_else(PoisonError::into_inner) += time;
    }
}

impl Clock for FixedClock {
    fn utc(&self) -> DateTime<Utc> {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn steady(&self) -> Duration {
        *self.steady.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for std::sync::Arc<FixedClock> {
    fn utc(&self) -> DateTime<Utc> {
        (**self).utc()
    }

    fn steady(&self) -> Duration {
        (**self).steady()
    }
}
