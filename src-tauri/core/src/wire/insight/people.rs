//! The people behind a figure.

use super::{BreakdownKey, Lifecycle, RfmSegment, ValueSegment};
use crate::clock::Day;
use crate::money::Fen;
use crate::wire::customers::Person;
use crate::wire::{choice, wire};

choice! {
    /// What about a person explains why she is on the list.
    InsightReason {
        /// How long ago she bought: `days_since`.
        DaysSince = "days_since",
        /// Her own interval: `interval_x2` against `days_since`.
        Interval = "interval",
        /// What she spent: `net`.
        Net = "net",
        /// Her scores: `r`, `f`, `m`.
        Scores = "scores",
        /// On how many days she bought: `purchase_days`.
        PurchaseDays = "purchase_days",
        /// When she first bought: `first_purchase`.
        FirstPurchase = "first_purchase",
        /// When her archive was opened: `joined_on`.
        Joined = "joined",
        /// Her points: `points`.
        Points = "points",
        /// What her archive says; the cell itself.
        Profile = "profile",
    }
}

wire! {
    /// Asks for the people of a cell, those who spent most first.
    pub struct ListInsightPeople {
        /// Of which breakdown.
        pub of: BreakdownKey,
        /// Of which cell.
        pub cell: String,
        /// First day of the period, as of the page.
        pub from: Option<Day>,
        /// Last day of the period.
        pub to: Option<Day>,
        /// The day of the states.
        pub as_of: Option<Day>,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// One of them.
    pub struct InsightPerson {
        /// Who.
        pub customer: Person,
        /// Her state.
        pub lifecycle: Lifecycle,
        /// Her value.
        pub value: ValueSegment,
        /// Her scores as the owner has them made; nothing without a purchase.
        pub r: Option<u8>,
        /// Frequency.
        pub f: Option<u8>,
        /// Money.
        pub m: Option<u8>,
        /// Her segment.
        pub segment: Option<RfmSegment>,
        /// When her archive was opened.
        pub joined_on: Day,
        /// First purchase.
        pub first_purchase: Option<Day>,
        /// Last purchase.
        pub last_purchase: Option<Day>,
        /// Days from it to the day of the states.
        pub days_since: Option<i64>,
        /// Twice her median interval in days, where she has one: beyond it she is overdue.
        pub interval_x2: Option<i64>,
        /// Days on which she bought.
        pub purchase_days: i64,
        /// Net spend in the book by then.
        pub net: Fen,
        /// Points on that day, where the day is today.
        pub points: Option<i64>,
    }

    /// A page of them.
    pub struct InsightPeople {
        /// Rows.
        pub rows: Vec<InsightPerson>,
        /// What explains why they are here.
        pub reason: InsightReason,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// How many there are in all.
        pub total: i64,
        /// What they spent together.
        #[serde(deserialize_with = "crate::money::sum")]
        pub net: Fen,
    }
}
