//! Tags that the shop's rules give, and wishes that came true.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{ArrivalId, LevelId, TagId, WishId};
use crate::money::Fen;
use serde::{Deserialize, Serialize};

choice! {
    /// What of a line is compared with the words of a rule.
    BoughtBy {
        /// The category, whole.
        Category = "category",
        /// The style number, whole.
        Style = "style",
        /// Any part of name, category, colour or style number.
        Word = "word",
        /// The size, whole.
        Size = "size",
        /// The colour, whole.
        Color = "color",
    }

    /// What happened to a style.
    ArrivalKind {
        /// It came in.
        Arrived = "arrived",
        /// It costs less.
        Reduced = "reduced",
    }
}

/// One thing that has to be so. "Within D days" is today and the D - 1 days before it. Live visits count, upper and lower case are alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum TagCondition {
    /// Bought such a thing on so many visits, and kept at least one piece of it each time.
    Bought {
        /// What is compared.
        by: BoughtBy,
        /// With what.
        words: String,
        /// On how many visits at least.
        times: i64,
        /// Within so many days.
        days: i64,
    },
    /// Paid so much, returns on their own day taken off.
    Spent {
        /// How much at least.
        at_least: Fen,
        /// Within so many days.
        days: i64,
    },
    /// Was not here for so many days. Somebody who never came is not meant.
    Absent {
        /// For how many days.
        days: i64,
    },
    /// Has one of these levels.
    Level {
        /// Which.
        levels: Vec<LevelId>,
    },
    /// Her birthday falls into a month of this year; a lunar one is reckoned.
    BirthdayMonth {
        /// The month, 1 to 12; empty for the present one.
        month: Option<i64>,
    },
}

wire! {
    /// Makes a tag one that a rule gives, or changes the rule. Customers who carry the tag by hand keep it.
    pub struct SaveTagRule {
        /// The tag's name; made if there is none of it.
        pub name: String,
        /// What has to be so, all of it: 1 to 5.
        pub conditions: Vec<TagCondition>,
        /// Whether the rule gives the tag.
        pub is_on: bool,
    }

    /// Asks whom a rule would tag.
    pub struct PreviewTagRule {
        /// What has to be so, all of it.
        pub conditions: Vec<TagCondition>,
    }

    /// Whom a rule would tag.
    pub struct TagRulePreview {
        /// How many.
        pub customers: i64,
        /// The first of them, at most 20.
        pub sample: Vec<Person>,
    }

    /// A rule that gives a tag.
    pub struct TagRuleRow {
        /// The tag.
        pub tag: TagId,
        /// Its name.
        pub name: String,
        /// What has to be so.
        pub conditions: Vec<TagCondition>,
        /// Whether it gives the tag.
        pub is_on: bool,
        /// Whom it gives the tag today; 0 while it is off.
        pub customers: i64,
    }

    /// All rules.
    pub struct TagRules {
        /// By name.
        pub rules: Vec<TagRuleRow>,
    }

    /// Says that a style came in or costs less.
    pub struct SaveArrival {
        /// The style number; the letters of the wishes that wait for it are kept, whatever their capitals.
        pub style_no: String,
        /// What happened.
        pub kind: ArrivalKind,
        /// A word on it.
        pub note: Option<String>,
    }

    /// Who waits for it.
    pub struct ArrivalSaved {
        /// Id.
        pub arrival: ArrivalId,
        /// Open wishes for the style.
        pub waiting: i64,
    }

    /// Names an arrival.
    pub struct ArrivalRef {
        /// Which.
        pub arrival: ArrivalId,
    }

    /// A style that came in or costs less.
    pub struct Arrival {
        /// Id.
        pub id: ArrivalId,
        /// What happened.
        pub kind: ArrivalKind,
        /// When.
        pub day: Day,
        /// A word on it.
        pub note: Option<String>,
    }

    /// Somebody who waits for a style.
    pub struct WaitingWish {
        /// The wish.
        pub id: WishId,
        /// Who.
        pub customer: Person,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Why she did not buy, or what she waits for.
        pub reason: Option<String>,
        /// Since when.
        pub noted_on: Day,
    }

    /// A style that is waited for, or that came in.
    pub struct WishedStyle {
        /// Style number, in capitals; empty for wishes that have only a name.
        pub style_no: Option<String>,
        /// What it is called.
        pub name: Option<String>,
        /// Who waits, the longest waiting first.
        pub waiting: Vec<WaitingWish>,
        /// What happened to it, the latest first.
        pub arrivals: Vec<Arrival>,
    }

    /// All open wishes by style.
    pub struct WishList {
        /// Those most waited for first, at most 500 styles.
        pub styles: Vec<WishedStyle>,
        /// Open wishes in all.
        pub wishes: i64,
    }
}
