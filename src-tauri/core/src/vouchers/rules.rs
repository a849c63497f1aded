//! Whether a voucher, a birthday privilege or a granted benefit can be used on a day, and what it takes off.

use crate::clock::Day;
use crate::error::{Code, Error, Failure};
use crate::ids::{BenefitId, VisitId, VoucherId};
use crate::money::Fen;
use crate::wire::choice;
use chrono::Days;
use serde::{Deserialize, Serialize};

choice! {
    /// Why a voucher was given.
    VoucherKind {
        /// To a new customer, to come a second time.
        SecondVisit = "second_visit",
        /// For a birthday.
        Birthday = "birthday",
        /// To make up for a mistake of the shop.
        Apology = "apology",
        /// To somebody who stayed away.
        Recall = "recall",
        /// A present.
        Gift = "gift",
    }
}

choice! {
    /// What took away the visit that a voucher rests on, and the voucher with it.
    CancelCause {
        /// Everything bought on it was brought back.
        Return = "return",
        /// It was voided.
        Void = "void",
        /// It was corrected and would not give one as it stands now.
        Correction = "correction",
        /// It thanked for bringing somebody, whose purchase no longer reaches what was asked.
        Referral = "referral",
    }
}

/// What a voucher takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Worth {
    /// A fixed amount, at most the whole bill; what is not needed is lost.
    Amount {
        /// Above 0.
        amount: Fen,
    },
    /// A part of the bill, rounded half away from zero to the fen.
    Percent {
        /// 1 to 100: 20 is 8折.
        off: i64,
    },
}

impl Worth {
    /// What it takes off a bill.
    pub fn off(self, total: Fen) -> Fen {
        let off = match self {
            Worth::Amount { amount } => amount,
            Worth::Percent { off } => total.times(off, 100),
        };
        off.min(total).max(Fen::ZERO)
    }
}

/// One voucher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Voucher {
    /// Its id.
    pub id: VoucherId,
    /// Why it was given.
    pub kind: VoucherKind,
    /// What it takes off.
    pub worth: Worth,
    /// The smallest bill it can be used on, before it is taken off.
    pub min_spend: Fen,
    /// First good day.
    pub valid_from: Day,
    /// Last good day.
    pub valid_to: Day,
    /// The visit it was used on.
    pub used_on: Option<VisitId>,
    /// Whether it was called back.
    pub cancelled: bool,
}

/// What became of a voucher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VoucherState {
    /// It can be used, today or from its first day on.
    Usable,
    /// It was used.
    Used,
    /// Its time passed unused.
    Expired,
    /// It was called back.
    Cancelled,
}

impl Voucher {
    /// What became of it by a day.
    pub fn state(&self, today: Day) -> VoucherState {
        if self.used_on.is_some() {
            VoucherState::Used
        } else if self.cancelled {
            VoucherState::Cancelled
        } else if self.valid_to < today {
            VoucherState::Expired
        } else {
            VoucherState::Usable
        }
    }
}

/// Why something cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum NotUsable {
    /// It was called back.
    Cancelled,
    /// It was used before.
    Used {
        /// On this visit.
        visit: VisitId,
    },
    /// It is not good yet.
    TooEarly {
        /// First good day.
        from: Day,
    },
    /// It is no longer good.
    Expired {
        /// Last good day.
        to: Day,
    },
    /// The bill is too small.
    BelowMinimum {
        /// How much is missing.
        short: Fen,
    },
    /// There is nothing to pay.
    NothingToPay,
}

impl NotUsable {
    fn word(self) -> &'static str {
        match self {
            NotUsable::Cancelled => "cancelled",
            NotUsable::Used { .. } => "used",
            NotUsable::TooEarly { .. } => "too_early",
            NotUsable::Expired { .. } => "expired",
            NotUsable::BelowMinimum { .. } => "below_minimum",
            NotUsable::NothingToPay => "nothing_to_pay",
        }
    }
}

impl From<NotUsable> for Error {
    fn from(reason: NotUsable) -> Error {
        let failure = Failure::at(Code::VoucherNotUsable, "voucher").with("why", reason.word());
        match reason {
            NotUsable::TooEarly { from } => failure.with("day", from),
            NotUsable::Expired { to } => failure.with("day", to),
            NotUsable::BelowMinimum { short } => failure.with("short", short),
            _ => failure,
        }
        .into()
    }
}

/// What a voucher takes off a bill of `total` on a day, or why it cannot be used.
pub fn usable(voucher: &Voucher, total: Fen, day: Day) -> Result<Fen, NotUsable> {
    if voucher.cancelled {
        return Err(NotUsable::Cancelled);
    }
    if let Some(visit) = voucher.used_on {
        return Err(NotUsable::Used { visit });
    }
    if day < voucher.valid_from {
        return Err(NotUsable::TooEarly { from: voucher.valid_from });
    }
    if day > voucher.valid_to {
        return Err(NotUsable::Expired { to: voucher.valid_to });
    }
    if total <= Fen::ZERO {
        return Err(NotUsable::NothingToPay);
    }
    if total < voucher.min_spend {
        return Err(NotUsable::BelowMinimum { short: voucher.min_spend - total });
    }
    Ok(voucher.worth.off(total))
}

/// How long a voucher given on a day is good: from that day on, so many days more.
pub fn validity(given: Day, days: u32) -> (Day, Day) {
    (given, given.checked_add_days(Days::new(days.into())).unwrap_or(Day::MAX))
}

/// Why the birthday privilege cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum BirthdayNotDue {
    /// The day is not in her birthday time, or her birthday is not known.
    NotNow,
    /// It was used for this birthday already.
    Used {
        /// When.
        on: Day,
    },
}

impl From<BirthdayNotDue> for Error {
    fn from(reason: BirthdayNotDue) -> Error {
        let failure = Failure::new(Code::BirthdayNotDue);
        match reason {
            BirthdayNotDue::NotNow => failure.with("why", "not_now"),
            BirthdayNotDue::Used { on } => failure.with("why", "used").with("day", on),
        }
        .into()
    }
}

/// Two uses of the birthday privilege lie at least this many days apart.
///
/// It is once a birthday. Counted in days and not by the calendar year, because a lunar birthday can fall into a solar year twice or never,
/// and because a birthday corrected in the archive must not give a second one. Two birthdays of one person, lunar ones included, are
/// at least 353 days apart, and the widest birthday time, a month, leaves at least 306 of them.
pub const BIRTHDAY_APART: i64 = 300;

/// Whether the birthday privilege can be used on a day. `window` is the birthday time that holds the day, if one does; `used` are the days
/// on which it was used before, visits that were voided or brought back left out.
pub fn birthday_privilege(window: Option<(Day, Day)>, used: &[Day], day: Day) -> Result<(), BirthdayNotDue> {
    if window.is_none_or(|(from, to)| day < from || day > to) {
        return Err(BirthdayNotDue::NotNow);
    }
    match used.iter().filter(|&&on| (day - on).num_days().abs() < BIRTHDAY_APART).max() {
        Some(&on) => Err(BirthdayNotDue::Used { on }),
        None => Ok(()),
    }
}

/// One benefit in the register: a gift or a service promised to a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BenefitGrant {
    /// Its id.
    pub id: BenefitId,
    /// What, in words.
    pub what: String,
    /// The day it was promised.
    pub granted_on: Day,
    /// The last day on which she can have it; none if it does not end.
    pub valid_to: Option<Day>,
    /// The day she got it.
    pub given_on: Option<Day>,
    /// Whether it was called back.
    pub cancelled: bool,
}

/// What became of a granted benefit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BenefitState {
    /// Promised, not given yet.
    Granted,
    /// Given.
    Given,
    /// Its time passed unused.
    Expired,
    /// Called back.
    Cancelled,
}

impl BenefitGrant {
    /// What became of it by a day.
    pub fn state(&self, today: Day) -> BenefitState {
        if self.given_on.is_some_and(|given| given <= today) {
            BenefitState::Given
        } else if self.cancelled {
            BenefitState::Cancelled
        } else if self.valid_to.is_some_and(|last| last < today) {
            BenefitState::Expired
        } else {
            BenefitState::Granted
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{CalendarKind, RecurringDate, WindowScope, birthday_window};
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn voucher(worth: Worth, min_spend: i64) -> Voucher {
        Voucher {
            id: VoucherId(1),
            kind: VoucherKind::SecondVisit,
            worth,
            min_spend: Fen(min_spend),
            valid_from: day("2026-03-01"),
            valid_to: day("2026-04-30"),
            used_on: None,
            cancelled: false,
        }
    }

    #[test]
    fn a_voucher_takes_off_at_most_the_bill() {
        let fifty = Worth::Amount { amount: Fen(5_000) };
        let fifth = Worth::Percent { off: 20 };
        for (worth, min, total, off) in [
            (fifty, 30_000, 30_000, 5_000),
            (fifty, 30_000, 99_900, 5_000),
            (fifty, 0, 5_000, 5_000),
            (fifty, 0, 3_000, 3_000),
            (fifth, 0, 29_900, 5_980),
            (fifth, 0, 3, 1),
            (fifth, 0, 2, 0),
            (Worth::Percent { off: 50 }, 0, 1, 1),
            (Worth::Percent { off: 100 }, 0, 12_345, 12_345),
        ] {
            assert_eq!(usable(&voucher(worth, min), Fen(total), day("2026-03-15")), Ok(Fen(off)), "{worth:?} {total}");
        }
    }

    #[test]
    fn what_cannot_be_used_says_why() {
        let fine = voucher(Worth::Amount { amount: Fen(5_000) }, 30_000);
        let used = Voucher { used_on: Some(VisitId(9)), ..fine.clone() };
        let cancelled = Voucher { cancelled: true, ..used.clone() };
        for (voucher, total, on, reason) in [
            (&cancelled, 30_000, "2026-03-15", NotUsable::Cancelled),
            (&used, 30_000, "2026-03-15", NotUsable::Used { visit: VisitId(9) }),
            (&fine, 30_000, "2026-02-28", NotUsable::TooEarly { from: day("2026-03-01") }),
            (&fine, 30_000, "2026-05-01", NotUsable::Expired { to: day("2026-04-30") }),
            (&fine, 29_999, "2026-03-15", NotUsable::BelowMinimum { short: Fen(1) }),
            (&fine, 0, "2026-03-15", NotUsable::NothingToPay),
            (&fine, -100, "2026-03-15", NotUsable::NothingToPay),
        ] {
            assert_eq!(usable(voucher, Fen(total), day(on)), Err(reason), "{on} {total}");
        }
        for on in ["2026-03-01", "2026-04-30"] {
            assert!(usable(&fine, Fen(30_000), day(on)).is_ok(), "both ends are good: {on}");
        }
        let Error::Refused(failure) = NotUsable::BelowMinimum { short: Fen(100) }.into() else { panic!("refused") };
        assert_eq!(
            (failure.code, failure.params["why"].as_str(), failure.params["short"].as_str()),
            (Code::VoucherNotUsable, "below_minimum", "1.00")
        );
    }

    #[test]
    fn a_voucher_is_usable_until_it_is_used_called_back_or_over() {
        let fine = voucher(Worth::Percent { off: 20 }, 0);
        let used = Voucher { used_on: Some(VisitId(9)), ..fine.clone() };
        let cancelled = Voucher { cancelled: true, ..fine.clone() };
        for (voucher, on, state) in [
            (&fine, "2026-02-28", VoucherState::Usable),
            (&fine, "2026-04-30", VoucherState::Usable),
            (&fine, "2026-05-01", VoucherState::Expired),
            (&used, "2026-05-01", VoucherState::Used),
            (&cancelled, "2026-05-01", VoucherState::Cancelled),
        ] {
            assert_eq!(voucher.state(day(on)), state, "{on}");
        }
    }

    #[test]
    fn sixty_days_are_sixty_days_after_today() {
        assert_eq!(validity(day("2026-12-15"), 60), (day("2026-12-15"), day("2027-02-13")));
        assert_eq!(validity(day("2026-12-15"), 0).1, day("2026-12-15"));
    }

    #[test]
    fn the_birthday_privilege_is_once_a_birthday() {
        let window = Some((day("2026-12-28"), day("2027-01-03")));
        for (used, on, result) in [
            (&[][..], "2026-12-28", Ok(())),
            (&[], "2027-01-03", Ok(())),
            (&[], "2027-01-04", Err(BirthdayNotDue::NotNow)),
            (&["2025-12-30"], "2026-12-28", Ok(())),
            (&["2026-12-28"], "2026-12-28", Err(BirthdayNotDue::Used { on: day("2026-12-28") })),
            (&["2026-12-31"], "2027-01-02", Err(BirthdayNotDue::Used { on: day("2026-12-31") })),
            (&["2026-06-15"], "2026-12-30", Err(BirthdayNotDue::Used { on: day("2026-06-15") })),
            (&["2027-01-03"], "2026-12-30", Err(BirthdayNotDue::Used { on: day("2027-01-03") })),
        ] {
            let used: Vec<Day> = used.iter().map(|text| day(text)).collect();
            assert_eq!(birthday_privilege(window, &used, day(on)), result, "{used:?} {on}");
        }
        assert_eq!(birthday_privilege(None, &[], day("2026-12-28")), Err(BirthdayNotDue::NotNow));
    }

    proptest! {
        #[test]
        fn every_birthday_of_either_calendar_has_its_privilege(lunar in any::<bool>(), month in 1u8..=12, d in 1u8..=28, year in 1950i32..2090) {
            let calendar = if lunar { CalendarKind::Lunar } else { CalendarKind::Solar };
            let birthday = RecurringDate::new(calendar, None, month, d, false).unwrap();
            let (this, next) = (birthday.in_own_year(year).unwrap(), birthday.in_own_year(year + 1).unwrap());
            for scope in [WindowScope::Day, WindowScope::Week, WindowScope::Month] {
                let latest = scope.around(this).1;
                let (from, to) = scope.around(next);
                prop_assert_eq!(birthday_privilege(birthday_window(&birthday, scope, from), &[latest], from), Ok(()));
                prop_assert!(birthday_privilege(birthday_window(&birthday, scope, to), &[latest, from], to).is_err());
            }
        }
    }

    #[test]
    fn a_granted_benefit_is_open_given_or_expired() {
        let open = BenefitGrant {
            id: BenefitId(1),
            what: "生日礼盒".to_owned(),
            granted_on: day("2026-03-01"),
            valid_to: Some(day("2026-03-31")),
            given_on: None,
            cancelled: false,
        };
        let given = BenefitGrant { given_on: Some(day("2026-03-20")), ..open.clone() };
        let cancelled = BenefitGrant { cancelled: true, ..open.clone() };
        for (grant, on, state) in [
            (&open, "2026-03-31", BenefitState::Granted),
            (&open, "2026-04-01", BenefitState::Expired),
            (&given, "2026-03-19", BenefitState::Granted),
            (&given, "2026-04-01", BenefitState::Given),
            (&cancelled, "2026-03-31", BenefitState::Cancelled),
            (&cancelled, "2026-04-01", BenefitState::Cancelled),
            (&BenefitGrant { valid_to: None, ..open.clone() }, "2036-04-01", BenefitState::Granted),
        ] {
            assert_eq!(grant.state(day(on)), state, "{on}");
        }
    }
}
