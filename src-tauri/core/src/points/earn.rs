//! What a purchase earns, until when it is good, and what it is worth again.

use crate::calendar::WindowScope;
use crate::clock::Day;
use crate::money::Fen;
use chrono::{Datelike, Months};
use serde::{Deserialize, Serialize};

/// One whole, in basis points.
pub const WHOLE_BP: i64 = 10_000;

/// How long earned points are good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ExpiryPolicy {
    /// For ever.
    #[default]
    Never,
    /// To 31 December of the year after.
    EndOfNextYear,
    /// To the end of the month that lies so many months after.
    Months {
        /// 1 to 120.
        months: u32,
    },
}

impl ExpiryPolicy {
    /// The last day on which points granted on a day are good; none if they do not expire.
    pub fn expires_on(self, granted: Day) -> Option<Day> {
        match self {
            ExpiryPolicy::Never => None,
            ExpiryPolicy::EndOfNextYear => Day::from_ymd_opt(granted.year() + 1, 12, 31),
            ExpiryPolicy::Months { months } => granted.with_day(1)?.checked_add_months(Months::new(months.saturating_add(1)))?.pred_opt(),
        }
    }
}

/// How points are earned and spent in the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PointsRule {
    /// Points a yuan, in basis points: 10,000 is one point a yuan, 1,000 one point for ten.
    pub per_yuan_bp: i64,
    /// Multiplier in the birthday time, in basis points: 20,000 is double.
    pub birthday_bp: i64,
    /// What counts as the birthday time.
    pub birthday_scope: WindowScope,
    /// How long points are good.
    pub expiry: ExpiryPolicy,
    /// How many points pay for one yuan; 0 means that points buy gifts only.
    pub points_per_yuan_off: i64,
}

impl PointsRule {
    /// What points take off a bill: whole fen, the part of a fen dropped. Nothing if points buy gifts only.
    pub fn worth(&self, points: i64) -> Fen {
        if self.points_per_yuan_off <= 0 || points <= 0 {
            return Fen::ZERO;
        }
        let fen = i128::from(points) * 100 / i128::from(self.points_per_yuan_off);
        Fen(i64::try_from(fen).unwrap_or(i64::MAX))
    }

    /// The fewest points that take an amount off a bill; nothing if points buy gifts only.
    pub fn price(&self, off: Fen) -> Option<i64> {
        if self.points_per_yuan_off <= 0 || off < Fen::ZERO {
            return None;
        }
        let points = (i128::from(off.0) * i128::from(self.points_per_yuan_off) + 99) / 100;
        i64::try_from(points).ok()
    }

    /// The most points that go on a bill: what they take off is not more than the bill, and none of them are for nothing. Where a point
    /// is worth more than a fen, a bill need not come out even, and the last point would be worth more than what is left to pay.
    pub fn most(&self, bill: Fen) -> i64 {
        let Some(price) = self.price(bill) else { return 0 };
        let fit = ((i128::from(bill.0) + 1) * i128::from(self.points_per_yuan_off) - 1) / 100;
        i64::try_from(fit).unwrap_or(i64::MAX).min(price)
    }
}

/// Points for one visit: amount in yuan x points a yuan x level x birthday, multiplied exactly and rounded down once, at the end.
///
/// `amount` is what was paid for goods after everything taken off, points and vouchers included. A visit that paid nothing or gave money
/// back earns nothing. The rates are in basis points.
pub fn earn(amount: Fen, per_yuan_bp: i64, level_bp: i64, birthday_bp: i64) -> i64 {
    if amount <= Fen::ZERO {
        return 0;
    }
    let rates = [per_yuan_bp, level_bp, birthday_bp].map(|rate| i128::from(rate.max(0)));
    let whole = i128::from(WHOLE_BP);
    let exact = rates.iter().try_fold(i128::from(amount.0), |product, rate| product.checked_mul(*rate));
    exact.and_then(|exact| i64::try_from(exact / (100 * whole * whole * whole)).ok()).unwrap_or(i64::MAX)
}

/// The rate one visit earns at: points a yuan x level x birthday, as one number, so that it can be kept with what was earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate(pub i64);

impl Rate {
    /// Puts the three rates, in basis points, together; held at the largest number instead of wrapping.
    pub fn of(per_yuan_bp: i64, level_bp: i64, birthday_bp: i64) -> Rate {
        Rate([per_yuan_bp, level_bp, birthday_bp].into_iter().fold(1, |product: i64, rate| product.saturating_mul(rate.max(0))))
    }

    /// What an amount earns; the same as [`earn`] with the three rates.
    pub fn earn(self, amount: Fen) -> i64 {
        let whole = i128::from(WHOLE_BP);
        let exact = i128::from(amount.0.max(0)) * i128::from(self.0.max(0));
        i64::try_from(exact / (100 * whole * whole * whole)).unwrap_or(i64::MAX)
    }
}

/// Points to take back when a return lowers what was paid for a visit: what it earned less what the rest would have earned, so that any
/// number of part returns takes back exactly what was given. The rates are those of the visit.
pub fn earned_back(before: Fen, after: Fen, per_yuan_bp: i64, level_bp: i64, birthday_bp: i64) -> i64 {
    earn(before, per_yuan_bp, level_bp, birthday_bp) - earn(after, per_yuan_bp, level_bp, birthday_bp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn earning_rounds_down_once_a_visit() {
        for (fen, per_yuan, level, birthday, points) in [
            (29_900, 10_000, 10_000, 10_000, 299),
            (29_999, 10_000, 10_000, 10_000, 299),
            (99, 10_000, 10_000, 10_000, 0),
            (100, 10_000, 10_000, 10_000, 1),
            (9_999, 10_000, 10_000, 20_000, 199),
            (33_300, 10_000, 12_000, 10_000, 399),
            (33_300, 10_000, 15_000, 20_000, 999),
            (99_900, 1_000, 15_000, 10_000, 149),
            (1, 10_000_000, 10_000, 10_000, 10),
            (0, 10_000, 10_000, 10_000, 0),
            (-29_900, 10_000, 10_000, 10_000, 0),
            (29_900, 0, 10_000, 10_000, 0),
            (29_900, -1, 10_000, 10_000, 0),
        ] {
            assert_eq!(earn(Fen(fen), per_yuan, level, birthday), points, "{fen} {per_yuan} {level} {birthday}");
            assert_eq!(Rate::of(per_yuan, level, birthday).earn(Fen(fen)), points, "{fen} {per_yuan} {level} {birthday}");
        }
        assert_eq!(earn(Fen::LIMIT, 1_000_000, 1_000_000, 1_000_000), 100_000_000_000_000);
        assert_eq!(earn(Fen(i64::MAX), i64::MAX, i64::MAX, i64::MAX), i64::MAX, "held at the largest number instead of wrapping");
    }

    #[test]
    fn points_are_good_until_a_stated_day() {
        use ExpiryPolicy::*;
        for (policy, granted, until) in [
            (Never, "2026-11-21", None),
            (EndOfNextYear, "2026-01-01", Some("2027-12-31")),
            (EndOfNextYear, "2026-12-31", Some("2027-12-31")),
            (Months { months: 12 }, "2026-11-21", Some("2027-11-30")),
            (Months { months: 3 }, "2026-11-30", Some("2027-02-28")),
            (Months { months: 12 }, "2027-02-28", Some("2028-02-29")),
            (Months { months: 1 }, "2026-12-31", Some("2027-01-31")),
        ] {
            let granted: Day = granted.parse().unwrap();
            assert_eq!(policy.expires_on(granted), until.map(|day| day.parse().unwrap()), "{policy:?} {granted}");
        }
    }

    #[test]
    fn points_buy_whole_fen() {
        let rule = |points_per_yuan_off| PointsRule {
            per_yuan_bp: WHOLE_BP,
            birthday_bp: WHOLE_BP,
            birthday_scope: WindowScope::Day,
            expiry: ExpiryPolicy::Never,
            points_per_yuan_off,
        };
        for (per_yuan, points, off) in
            [(100, 500, 500), (100, 1, 1), (300, 100, 33), (30, 100, 333), (100, 0, 0), (100, -5, 0), (0, 500, 0)]
        {
            assert_eq!(rule(per_yuan).worth(points), Fen(off), "{per_yuan} {points}");
        }
        for (per_yuan, off, points) in
            [(100, 500, Some(500)), (300, 33, Some(99)), (300, 34, Some(102)), (30, 333, Some(100)), (0, 5, None), (100, -1, None)]
        {
            assert_eq!(rule(per_yuan).price(Fen(off)), points, "{per_yuan} {off}");
        }
    }

    proptest! {
        #[test]
        fn part_returns_take_back_exactly_what_was_given(parts in proptest::collection::vec(1i64..50_000, 1..8), level in 5_000i64..30_000) {
            let mut left: Fen = parts.iter().map(|&part| Fen(part)).sum();
            let given = earn(left, WHOLE_BP, level, WHOLE_BP);
            let mut taken = 0;
            for part in parts {
                taken += earned_back(left, left - Fen(part), WHOLE_BP, level, WHOLE_BP);
                left -= Fen(part);
            }
            prop_assert_eq!(taken, given);
        }

        #[test]
        fn the_price_of_an_amount_pays_for_it_and_one_point_less_does_not(off in 1i64..1_000_000, per_yuan in 1i64..5_000) {
            let rule = PointsRule {
                per_yuan_bp: WHOLE_BP,
                birthday_bp: WHOLE_BP,
                birthday_scope: WindowScope::Day,
                expiry: ExpiryPolicy::Never,
                points_per_yuan_off: per_yuan,
            };
            let price = rule.price(Fen(off)).unwrap();
            prop_assert!(rule.worth(price) >= Fen(off));
            prop_assert!(rule.worth(price - 1) < Fen(off));
        }
    }
}
