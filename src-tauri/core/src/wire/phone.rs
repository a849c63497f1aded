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

/// A text that is written out whole or hidden.
macro_rules! hidden_text {
    ($($(#[$doc:meta])* $name:ident by $mask:path;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// As a clerk sees it.
            pub fn masked(&self) -> String {
                $mask(&self.0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> $name {
                $name(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> $name {
                $name(text.to_owned())
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.masked())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                if SHOWN.get() { to.serialize_str(&self.0) } else { to.serialize_str(&self.masked()) }
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<$name> {
                String::column_result(value).map($name)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }
    )*};
}

hidden_text! {
    /// A phone number as typed.
    Phone by masked;
    /// A WeChat name as typed. Many are the phone number, or have it in them.
    Wechat by wechat_masked;
}

/// The last four figures, a star for each one before; of a number of four or fewer only stars.
pub fn masked(number: &str) -> String {
    let digits = fold_phone(number);
    let hidden = if digits.len() > 4 { digits.len() - 4 } else { digits.len() };
    digits.char_indices().map(|(at, digit)| if at < hidden { HIDDEN } else { digit }).collect()
}

/// A WeChat name without the phone number in it: a name that is nothing but a number of seven figures or more, and a mobile number wherever
/// it stands. A name of its own stays: it is what a clerk writes to.
pub fn wechat_masked(name: &str) -> String {
    let of_number = |c: char| c.is_numeric() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '（' | '）' | '－' | '＋');
    if name.chars().all(of_number) && fold_phone(name).len() >= 7 {
        return masked(name);
    }
    let chars: Vec<char> = name.chars().collect();
    let mut seen = String::new();
    for run in chars.chunk_by(|one, other| one.is_numeric() == other.is_numeric()) {
        let text: String = run.iter().collect();
        let digits = fold_phone(&text);
        let is_mobile = digits.len() == 11 && digits.starts_with('1') && run.first().is_some_and(|first| first.is_numeric());
        seen.push_str(&if is_mobile { masked(&text) } else { text });
    }
    seen
}

/// Whether a text was hidden before it came back.
pub(crate) fn is_hidden(text: &str) -> bool {
    text.contains("***")
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
    fn a_wechat_name_hides_the_number_it_is_made_of_and_no_other_name() {
        for (name, seen) in [
            ("13800134217", "*******4217"),
            ("+86 138-0013-4217", "*******4217"),
            ("１３８００１３４２１７", "*******4217"),
            ("wx13800134217", "wx*******4217"),
            ("小燕13800134217微信", "小燕*******4217微信"),
            ("8613800134217", "*******4217"),
            ("88884217", "****4217"),
            ("lanlan_88", "lanlan_88"),
            ("wxid_8473829473", "wxid_8473829473"),
            ("单姐2026", "单姐2026"),
            ("", ""),
        ] {
            assert_eq!(wechat_masked(name), seen, "{name}");
            assert!(!is_hidden(name), "{name}");
        }
        assert!(is_hidden("*******4217") && is_hidden("wx*******4217") && is_hidden("****4217"));
        let text = |name: &str| serde_json::to_string(&Wechat::from(name)).unwrap();
        assert_eq!((text("13800134217"), text("lanlan")), ("\"*******4217\"".into(), "\"lanlan\"".into()));
        assert_eq!(showing(true, || text("13800134217")), "\"13800134217\"");
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
