//! Points: one customer's ledger, moving points by hand, the register of all, and the rules.

use super::customers::Person;
use super::wire;
use crate::clock::Day;
use crate::ids::{CustomerId, PointsId, VisitId};
use crate::money::Fen;
use crate::points::{LineKind, PointsKind, PointsRule};
use crate::presets::{BirthdayRule, VoucherDefault};

wire! {
    /// Points that run out together.
    pub struct PointsExpiry {
        /// The last day on which they are good.
        pub day: Day,
        /// How many.
        pub points: i64,
    }

    /// One line of a customer's ledger: an entry, or a derived expiry.
    pub struct PointsLine {
        /// The entry; for an expiry the one that gave the points.
        pub entry: PointsId,
        /// Its day.
        pub day: Day,
        /// What it is.
        pub kind: LineKind,
        /// Positive gives, negative takes.
        pub points: i64,
        /// The balance after it.
        pub balance: i64,
        /// The visit it belongs to.
        pub visit: Option<VisitId>,
        /// Why, or which gift.
        pub reason: Option<String>,
        /// Who entered it.
        pub by: Option<String>,
    }

    /// A customer's points on this day.
    pub struct PointsPage {
        /// The sum of all lines; below zero is owed.
        pub balance: i64,
        /// What can be spent: the balance, or nothing while points are owed.
        pub spendable: i64,
        /// What the spendable points take off a bill; nothing if points buy gifts only.
        pub worth: Fen,
        /// When points run out if none are spent, soonest first.
        pub expiries: Vec<PointsExpiry>,
        /// The lines, latest first, at most 1,000.
        pub lines: Vec<PointsLine>,
    }

    /// Puts a balance right by hand.
    pub struct AdjustPoints {
        /// Whose.
        pub customer: CustomerId,
        /// Positive gives, negative takes, also below zero; at most a million either way, and not 0.
        pub points: i64,
        /// Why.
        pub reason: String,
        /// Whether given points run out like earned ones.
        pub expires: bool,
    }

    /// Spends points on a gift.
    pub struct RedeemPoints {
        /// Whose.
        pub customer: CustomerId,
        /// How many, 1 to a million.
        pub points: i64,
        /// What she gets for them.
        pub gift: String,
    }

    /// Her points after that.
    pub struct PointsMoved {
        /// The new entry.
        pub entry: PointsId,
        /// The balance.
        pub balance: i64,
        /// What can be spent.
        pub spendable: i64,
    }

    /// Asks for the register of all entries, latest first.
    pub struct ListPoints {
        /// Only what no visit made: gifts, adjustments, opening balances.
        pub by_hand: bool,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// One entry of the register.
    pub struct PointsRow {
        /// The entry.
        pub entry: PointsId,
        /// Whose.
        pub customer: Person,
        /// Its day.
        pub day: Day,
        /// What it is.
        pub kind: PointsKind,
        /// Positive gives, negative takes.
        pub points: i64,
        /// The visit it belongs to.
        pub visit: Option<VisitId>,
        /// Why, or which gift.
        pub reason: Option<String>,
        /// Who entered it.
        pub by: Option<String>,
    }

    /// What the shop owes its customers in points.
    pub struct PointsTotals {
        /// Customers with points to spend.
        pub holders: i64,
        /// The sum of their balances.
        pub outstanding: i64,
        /// What those take off bills at today's rule; nothing if points buy gifts only.
        pub worth: Fen,
        /// Customers below zero.
        pub owing: i64,
        /// The sum they are below zero, as a positive number.
        pub owed: i64,
    }

    /// A page of the register.
    pub struct PointsRegister {
        /// Entries.
        pub rows: Vec<PointsRow>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// Only on the first page.
        pub totals: Option<PointsTotals>,
    }

    /// The rules of points, of the birthday privilege and of vouchers. Changed ones hold for what comes; the past keeps what it was given.
    pub struct PointsSettings {
        /// Earning, expiry, spending.
        pub points: PointsRule,
        /// The birthday privilege.
        pub birthday: BirthdayRule,
        /// How vouchers are made, at most one a kind; a second-visit voucher is given by itself only if it is in here.
        pub vouchers: Vec<VoucherDefault>,
    }
}
