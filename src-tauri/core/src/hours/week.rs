//! The hours of a week.

use crate::error::{Code, Failure, Result};
use crate::wire::wire;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A time of a day to the minute, 00:00 to 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The end of the day.
    pub const MIDNIGHT: TimeOfDay = TimeOfDay(24 * 60);

    /// An hour and a minute; nothing past 24:00.
    pub const fn at(hour: u16, minute: u16) -> Option<TimeOfDay> {
        let minutes = hour.saturating_mul(60).saturating_add(minute);
        if minute < 60 && minutes <= 24 * 60 { Some(TimeOfDay(minutes)) } else { None }
    }

    /// Minutes since the day began.
    pub fn minutes(self) -> i64 {
        self.0.into()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    fn try_from(text: String) -> std::result::Result<TimeOfDay, &'static str> {
        let number = |part: &str| (part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten();
        let (hour, minute) = text.split_once([':', '：']).ok_or("time_invalid")?;
        let found = number(hour).zip(number(minute).filter(|_| minute.len() == 2));
        found.and_then(|(hour, minute)| TimeOfDay::at(hour, minute)).ok_or("time_invalid")
    }
}

wire! {
    /// From one time to a later one of the same day.
    #[derive(Copy, Eq)]
    pub struct Span {
        /// Opens.
        pub from: TimeOfDay,
        /// Closes; 24:00 at the latest.
        pub to: TimeOfDay,
    }

    /// The hours of a week; a day without any is a day off.
    #[derive(Eq)]
    pub struct ShopHours {
        /// Monday to Sunday, each with its spans in order.
        pub week: Vec<Vec<Span>>,
    }
}

/// Ten to nine every day, until the owner says otherwise.
impl Default for ShopHours {
    fn default() -> ShopHours {
        let day = TimeOfDay::at(10, 0).zip(TimeOfDay::at(21, 0)).map(|(from, to)| Span { from, to });
        ShopHours { week: vec![day.into_iter().collect(); 7] }
    }
}

/// How many spans a day may have.
const SPANS: usize = 4;

impl ShopHours {
    /// Checks that the week holds together.
    ///
    /// # Errors
    /// `out_of_range` at `week` for other than seven days or at `week.D` for more than four spans; `hours_invalid` at `week.D.N.to` for a
    /// span that does not end later on the same day (`why` = backwards), at `week.D.N.from` for one that begins before the one above it
    /// ends (overlap), at `week` when the shop would never open (never).
    pub fn check(&self) -> Result<()> {
        let invalid = |field: String, why: &str| Failure::at(Code::HoursInvalid, field).with("why", why);
        if self.week.len() != 7 {
            return Err(Failure::at(Code::OutOfRange, "week").with("min", 7).with("max", 7).into());
        }
        for (weekday, spans) in self.week.iter().enumerate() {
            if spans.len() > SPANS {
                return Err(Failure::at(Code::OutOfRange, format!("week.{weekday}")).with("min", 0).with("max", SPANS).into());
            }
            let mut end = None;
            for (n, span) in spans.iter().enumerate() {
                if span.from >= span.to {
                    return Err(invalid(format!("week.{weekday}.{n}.to"), "backwards").into());
                }
                if end.is_some_and(|end| span.from < end) {
                    return Err(invalid(format!("week.{weekday}.{n}.from"), "overlap").into());
                }
                end = Some(span.to);
            }
        }
        if self.week.iter().all(Vec::is_empty) {
            return Err(invalid("week".into(), "never").into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn hours(json: &str) -> std::result::Result<ShopHours, serde_json::Error> {
        serde_json::from_str(json)
    }

    fn week(monday: &str) -> ShopHours {
        hours(&format!(r#"{{"week":[{monday},[],[],[],[],[],[]]}}"#)).unwrap()
    }

    #[test]
    fn times_are_read_to_the_minute() {
        for (text, want) in [
            ("09:00", Some("09:00")),
            ("9:30", Some("09:30")),
            ("24:00", Some("24:00")),
            ("0:00", Some("00:00")),
            ("21：15", Some("21:15")),
        ] {
            assert_eq!(TimeOfDay::try_from(text.to_owned()).ok().map(|t| t.to_string()).as_deref(), want, "{text}");
        }
        for text in ["", "9", "25:00", "24:01", "9:60", "09:5", "-1:00", "+9:00", "09:00:00", "九点"] {
            assert!(TimeOfDay::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    #[test]
    fn a_week_holds_together() {
        assert!(ShopHours::default().check().is_ok());
        assert!(week(r#"[{"from":"10:00","to":"13:00"},{"from":"13:00","to":"24:00"}]"#).check().is_ok());
        for (monday, field, why) in [
            (r#"[{"from":"18:00","to":"02:00"}]"#, "week.0.0.to", "backwards"),
            (r#"[{"from":"10:00","to":"10:00"}]"#, "week.0.0.to", "backwards"),
            (r#"[{"from":"10:00","to":"14:00"},{"from":"13:59","to":"20:00"}]"#, "week.0.1.from", "overlap"),
            (r#"[{"from":"14:00","to":"20:00"},{"from":"10:00","to":"12:00"}]"#, "week.0.1.from", "overlap"),
            ("[]", "week", "never"),
        ] {
            match week(monday).check() {
                Err(Error::Refused(failure)) => {
                    assert_eq!((failure.code, failure.field.as_deref()), (Code::HoursInvalid, Some(field)), "{monday}");
                    assert_eq!(failure.params.get("why").map(String::as_str), Some(why), "{monday}");
                }
                other => panic!("{monday} {other:?}"),
            }
        }
        assert!(hours(r#"{"week":[[],[]]}"#).unwrap().check().is_err());
        let five = r#"[{"from":"1:00","to":"2:00"},{"from":"2:00","to":"3:00"},{"from":"3:00","to":"4:00"},{"from":"4:00","to":"5:00"},{"from":"5:00","to":"6:00"}]"#;
        assert!(week(five).check().is_err());
    }
}
