//! Money: whole fen in an `i64`, never a float.
//!
//! Stored as INTEGER, shown and sent as a decimal string in yuan with two places ("299.00", "-12.50").

use crate::error::{Code, Error, Failure};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

/// An amount of CNY in fen (1/100 yuan). Negative for money going back to the customer.
///
/// No sum of amounts that the book takes comes near the ends of an `i64`. A file that somebody tampered with may hold such: sums then stop
/// at the end, where `shuke check` sees that they do not hold, instead of ending the program or wrapping round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
pub struct Fen(pub i64);

impl Fen {
    /// No money.
    pub const ZERO: Fen = Fen(0);
    /// The largest single amount the book takes: 100 million yuan. Sums of 10^7 such amounts still fit an `i64`.
    pub const LIMIT: Fen = Fen(10_000_000_000);

    /// Reads a decimal string in yuan with at most two places and no other decoration.
    ///
    /// # Errors
    /// `amount_invalid`, `amount_too_large` over [`Fen::LIMIT`].
    pub fn parse(text: &str) -> Result<Fen, Error> {
        let amount = Fen::parse_sum(text)?;
        if amount.0.abs() > Self::LIMIT.0 {
            return Err(Failure::new(Code::AmountTooLarge).into());
        }
        Ok(amount)
    }

    /// The same for a sum of amounts, which may pass the limit of a single one.
    fn parse_sum(text: &str) -> Result<Fen, Error> {
        let bad = || Error::from(Failure::new(Code::AmountInvalid));
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (yuan, fen) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !plain(yuan) || !plain(fen) || fen.len() > 2 {
            return Err(bad());
        }
        let value = Decimal::from_str(text).map_err(|_| bad())?;
        // Beyond some 28 digits the product does not fit a Decimal, nor any book.
        let fen = value.checked_mul(Decimal::ONE_HUNDRED).and_then(|fen| fen.to_i64()).filter(|fen| *fen != i64::MIN);
        fen.map(Fen).ok_or_else(bad)
    }

    /// `self * numerator / denominator`, rounded half away from zero (四舍五入) to the fen.
    pub fn times(self, numerator: i64, denominator: i64) -> Fen {
        let exact = Decimal::from(self.0) * Decimal::from(numerator) / Decimal::from(denominator);
        Fen(exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64().unwrap_or(self.0))
    }

    /// Whole yuan, the part below one yuan dropped towards zero.
    pub fn whole_yuan(self) -> i64 {
        self.0 / 100
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let abs = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", abs / 100, abs % 100)
    }
}

impl Add for Fen {
    type Output = Fen;
    fn add(self, other: Fen) -> Fen {
        Fen(self.0.saturating_add(other.0))
    }
}
impl Sub for Fen {
    type Output = Fen;
    fn sub(self, other: Fen) -> Fen {
        Fen(self.0.saturating_sub(other.0))
    }
}
impl Neg for Fen {
    type Output = Fen;
    fn neg(self) -> Fen {
        Fen(self.0.saturating_neg())
    }
}
impl AddAssign for Fen {
    fn add_assign(&mut self, other: Fen) {
        self.0 = self.0.saturating_add(other.0);
    }
}
impl SubAssign for Fen {
    fn sub_assign(&mut self, other: Fen) {
        self.0 = self.0.saturating_sub(other.0);
    }
}
impl Sum for Fen {
    fn sum<I: Iterator<Item = Fen>>(iter: I) -> Fen {
        iter.fold(Fen::ZERO, Add::add)
    }
}

impl serde::Serialize for Fen {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> serde::Deserialize<'de> for Fen {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Fen, D::Error> {
        let text = String::deserialize(d)?;
        Fen::parse(&text).map_err(|_| serde::de::Error::custom("amount_invalid"))
    }
}

/// Reads a sum in an answer of the wire, for `deserialize_with`: a shop of many years passes the limit of a single amount.
pub(crate) fn sum<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Fen, D::Error> {
    let text = <String as serde::Deserialize>::deserialize(d)?;
    Fen::parse_sum(&text).map_err(|_| serde::de::Error::custom("amount_invalid"))
}

impl rusqlite::ToSql for Fen {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}
impl rusqlite::types::FromSql for Fen {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_i64().map(Fen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_to_the_fen() {
        for (text, fen) in [("0", 0), ("299", 29900), ("299.5", 29950), ("-12.50", -1250), ("0.01", 1), ("-0.01", -1)] {
            assert_eq!(Fen::parse(text).unwrap().0, fen, "{text}");
        }
        for fen in [0, 1, -1, 99, -99, 100, 974774793] {
            assert_eq!(Fen::parse(&Fen(fen).to_string()).unwrap().0, fen);
        }
    }

    #[test]
    fn refuses_what_is_not_a_plain_amount() {
        for text in [
            "",
            "-",
            ".5",
            "1.",
            "1.005",
            "1e3",
            "1,000",
            "￥5",
            " 5",
            "--5",
            "100000000.01",
            "99999999999999999999",
            "7900000000000000000000000000",
        ] {
            assert!(Fen::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_sum_may_be_larger_than_an_amount() {
        #[derive(serde::Deserialize)]
        struct Answer {
            #[serde(deserialize_with = "super::sum")]
            total: Fen,
        }
        let read = |text: &str| serde_json::from_str::<Answer>(&format!("{{\"total\":\"{text}\"}}")).map(|answer| answer.total.0).ok();
        assert_eq!(read("811195260.08"), Some(81119526008));
        assert_eq!(read("-811195260.08"), Some(-81119526008));
        assert_eq!(read("99999999999999999999"), None);
        assert!(serde_json::from_str::<Fen>("\"811195260.08\"").is_err());
    }

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(Fen(5).times(1, 2), Fen(3));
        assert_eq!(Fen(-5).times(1, 2), Fen(-3));
        assert_eq!(Fen(29900).times(88, 100), Fen(26312));
    }
}
