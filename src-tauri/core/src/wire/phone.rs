//! A phone on its way out. It shows its last four figures only, unless whoever asked may see it whole: `ops::call` says so for the whole
//! answer at once, so that an operation cannot forget to hide one.

use crate::search::fold_phone;
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize, Serializer};
use std::cell::Cell;
use std::ops::Deref;

/// What stands for a figure that is hidden.
pub(crate) const HIDDEN: char = '*';

thread_local! {
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// A phone number as typed.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// The number as a clerk sees it.
    pub fn masked(&self) -> String {
        masked(&self.0)
    }
}

impl From<String> for Phone {
    fn from(number: String) -> Phone {
        Phone(number)
    }
}

impl From<&str> for Phone {
    fn from(number: &str) -> Phone {
        Phone(number.to_owned())
    }
}

impl Deref for Phone {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.masked())
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if SHOWN.get() { to.serialize_str(&self.0) } else { to.serialize_str(&self.masked()) }
    }
}

impl FromSql for Phone {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Phone> {
        String::column_result(value).map(Phone)
    }
}

impl ToSql for Phone {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

/// The last four figures, a star for each one before; of a number of four or fewer only stars.
pub fn masked(number: &str) -> String {
    let digits = fold_phone(number);
    let hidden = if digits.len() > 4 { digits.len() - 4 } else { digits.len() };
    digits.char_indices().map(|(at, digit)| if at < hidden { HIDDEN } else { digit }).collect()
}

/// Does some work in which phones are written whole, or not.
pub(crate) fn showing<T>(whole: bool, work: impl FnOnce() -> T) -> T {
    /// Puts back what was, even when the work does not come to its end.
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            SHOWN.set(self.0);
        }
    }
    let _before = Before(SHOWN.replace(whole));
    work()
}

/// Writes an answer on as it came from [`crate::ops::call`], where phones were hidden already if they had to be.
pub fn as_answered<T>(work: impl FnOnce() -> T) -> T {
    showing(true, work)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_four_figures_are_seen() {
        for (number, seen) in [
            ("13800134217", "*******4217"),
            ("+86 138-0013-4217", "*******4217"),
            ("0571-88884217", "********4217"),
            ("4217", "****"),
            ("", ""),
        ] {
            assert_eq!(masked(number), seen, "{number}");
        }
    }

    #[test]
    fn a_phone_is_hidden_unless_it_is_said_that_it_may_be_seen() {
        let phone = Phone::from("13800134217");
        let text = |phone: &Phone| serde_json::to_string(phone).unwrap();
        assert_eq!(text(&phone), "\"*******4217\"");
        assert_eq!(showing(true, || text(&phone)), "\"13800134217\"");
        assert_eq!(text(&phone), "\"*******4217\"");
        assert_eq!(format!("{phone:?}"), "*******4217");
    }
}
