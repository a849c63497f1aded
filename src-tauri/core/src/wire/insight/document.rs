//! The page.

use super::{FigureGroup, FigureKey, InsightSettings};
use crate::clock::Day;
use crate::ids::FieldId;
use crate::money::Fen;
use crate::wire::events::EventRow;
use crate::wire::{choice, wire};

choice! {
    /// What a period is compared with.
    CompareWith {
        /// Nothing.
        Nothing = "none",
        /// The period before it.
        LastPeriod = "last_period",
        /// The same period a year earlier.
        LastYear = "last_year",
    }

    /// The states of a customer's life with the shop; each customer is in exactly one.
    Lifecycle {
        /// Bought on one day only, and that within the active days.
        New = "new",
        /// Bought on several days, the last within the active days.
        Active = "active",
        /// Last purchase beyond the active days.
        AtRisk = "at_risk",
        /// Last purchase beyond the days at risk.
        Dormant = "dormant",
        /// Last purchase beyond the dormant days.
        Lost = "lost",
        /// No purchase in the book.
        NoPurchase = "no_purchase",
    }

    /// Against her own usual interval; each customer is in exactly one.
    OwnInterval {
        /// Within twice her median interval.
        OnTime = "on_time",
        /// Beyond it.
        Overdue = "overdue",
        /// Fewer than three purchase days: there is no usual interval yet.
        Unknown = "unknown",
    }

    /// What a customer is worth to the shop; each customer is in exactly one.
    ValueSegment {
        /// In the top fifth of net spend, and not longer away than the days at risk.
        Core = "core",
        /// In the next two fifths.
        Potential = "potential",
        /// In the lower two fifths.
        Regular = "regular",
        /// Bought, but longer away than the days at risk.
        Dormant = "dormant",
        /// No purchase in the book.
        NoPurchase = "no_purchase",
    }

    /// The eight segments of recency, frequency and money, each high (4 or 5) or low.
    RfmSegment {
        /// 重要价值: all high.
        KeyValue = "key_value",
        /// 重要发展: recent and spending, seldom.
        KeyGrow = "key_grow",
        /// 重要保持: often and spending, not lately.
        KeyKeep = "key_keep",
        /// 重要挽留: spending, seldom and not lately.
        KeyWinBack = "key_win_back",
        /// 一般价值: recent and often, little money.
        PlainValue = "plain_value",
        /// 一般发展: recent only.
        PlainGrow = "plain_grow",
        /// 一般保持: often only.
        PlainKeep = "plain_keep",
        /// 一般挽留: all low.
        PlainWinBack = "plain_win_back",
    }

    /// A way to divide people. The words of a cell are `insight-<breakdown>-<cell>`, unless it brings its own.
    BreakdownKey {
        /// [`Lifecycle`].
        Lifecycle = "lifecycle",
        /// [`OwnInterval`].
        Interval = "interval",
        /// [`ValueSegment`].
        Value = "value",
        /// The 5x5 picture of quintile scores; a cell is `r-f`.
        Rfm = "rfm",
        /// The eight segments of quintile scores.
        RfmSegment = "rfm_segment",
        /// The 5x5 picture of fixed thresholds.
        RfmFixed = "rfm_fixed",
        /// The eight segments of fixed thresholds.
        RfmFixedSegment = "rfm_fixed_segment",
        /// The month of the first purchase, `2026-03`, or those of it who bought again n months later, `2026-03+2`.
        Cohort = "cohort",
        /// A figure of the page; the cell is its key.
        Figure = "figure",
        /// Age in completed years.
        Age = "age",
        /// Gender.
        Gender = "gender",
        /// Level as it stands today.
        Level = "level",
        /// Time since the archive was opened.
        Tenure = "tenure",
        /// Net spend.
        Spend = "spend",
        /// Purchase days.
        Frequency = "frequency",
        /// A field of the profile; the cell is the field's id, a colon and the value, or nothing after it for those without one.
        Field = "field",
    }
}

wire! {
    /// Asks for the page.
    pub struct GetInsight {
        /// First day of the period; the first of the month of its last day if left out.
        pub from: Option<Day>,
        /// Last day of the period; `as_of` if left out.
        pub to: Option<Day>,
        /// The day on which states are looked at; the last day of the period, at most today, if left out.
        pub as_of: Option<Day>,
        /// What to compare with; nothing if left out.
        pub compare: Option<CompareWith>,
    }

    /// A period and the day on which states are looked at.
    #[derive(Copy, Eq)]
    pub struct InsightSpan {
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
        /// The day of the states.
        pub as_of: Day,
    }

    /// People of one kind.
    pub struct BreakdownCell {
        /// Its name within the breakdown, for `list_insight_people`.
        pub key: String,
        /// Words of the shop's own, such as a level's name or a value of a field.
        pub label: Option<String>,
        /// How many.
        pub people: i64,
        /// Their net spend in the book.
        #[serde(deserialize_with = "crate::money::sum")]
        pub net: Fen,
        /// How many there were at the time compared with.
        pub people_before: Option<i64>,
    }

    /// People divided.
    pub struct Breakdown {
        /// How.
        pub key: BreakdownKey,
        /// By which field of the profile.
        pub field: Option<FieldId>,
        /// That field's label.
        pub label: Option<String>,
        /// Its cells, in the order to show them.
        pub cells: Vec<BreakdownCell>,
        /// How many people were divided.
        pub people: i64,
        /// Whether one person may be in several cells.
        pub several: bool,
    }

    /// One of the 25.
    pub struct RfmCell {
        /// Recency, 1 to 5.
        pub r: u8,
        /// Frequency, 1 to 5.
        pub f: u8,
        /// How many.
        pub people: i64,
        /// Their net spend in the book.
        #[serde(deserialize_with = "crate::money::sum")]
        pub net: Fen,
    }

    /// Recency against frequency.
    pub struct RfmPicture {
        /// How many people were scored: those with a purchase.
        pub people: i64,
        /// All 25, r from 5 to 1 and in each f from 1 to 5.
        pub cells: Vec<RfmCell>,
        /// The eight.
        pub segments: Vec<BreakdownCell>,
    }

    /// A month of growth, as it stood on its last day.
    pub struct GrowthMonth {
        /// `2026-11`.
        pub month: String,
        /// Its last day, or the day of the page in the month that is not over.
        pub to: Day,
        /// Archives opened by then.
        pub members: i64,
        /// Of them, last purchase within the effective days.
        pub effective: i64,
        /// Of them, last purchase within the active days.
        pub active: i64,
        /// Of them, last purchase longer ago than the days at risk.
        pub dormant: i64,
        /// Archives opened in the month.
        pub joined: i64,
        /// Members with a purchase in the month.
        pub buyers: i64,
        /// Members with their first purchase in the month.
        pub first_buyers: i64,
        /// Takings of the month, walk-ins included.
        #[serde(deserialize_with = "crate::money::sum")]
        pub sales: Fen,
        /// Those from customers with an archive.
        #[serde(deserialize_with = "crate::money::sum")]
        pub member_sales: Fen,
    }

    /// Members whose first purchase was in one month.
    pub struct Cohort {
        /// `2026-03`.
        pub month: String,
        /// How many.
        pub size: i64,
        /// How many of them bought in the month after it, and so on; only months that are over.
        pub kept: Vec<i64>,
    }

    /// What messages and calls of one purpose brought.
    pub struct MessageResponse {
        /// `service`, `greeting` or `marketing`.
        pub purpose: crate::wire::contacts::Purpose,
        /// Sent in the period, those whose days after it are over.
        pub sent: i64,
        /// Answered or spoken with.
        pub answered: i64,
        /// Came within the days after.
        pub visited: i64,
    }

    /// The page.
    pub struct Insight {
        /// The period and the day of the states.
        pub span: InsightSpan,
        /// What it is compared with.
        pub before: Option<InsightSpan>,
        /// The thresholds it was made with.
        pub settings: InsightSettings,
        /// The six figures of the first page.
        pub headline: Vec<FigureKey>,
        /// All figures.
        pub groups: Vec<FigureGroup>,
        /// Lifecycle.
        pub lifecycle: Breakdown,
        /// Against her own interval.
        pub interval: Breakdown,
        /// Value.
        pub value: Breakdown,
        /// RFM by quintiles.
        pub rfm: RfmPicture,
        /// RFM by the owner's thresholds.
        pub rfm_fixed: RfmPicture,
        /// The last 13 months, oldest first.
        pub months: Vec<GrowthMonth>,
        /// The last 12 months of first purchases, oldest first.
        pub cohorts: Vec<Cohort>,
        /// Events that began in the period.
        pub events: Vec<EventRow>,
        /// Messages by purpose.
        pub messages: Vec<MessageResponse>,
        /// Members with an opening balance of spend from another system: their first purchase is not in this book, so they count neither
        /// as new nor in second purchases and cohorts.
        pub opening: i64,
    }

    /// Asks for the structure of the members.
    pub struct GetStructure {
        /// On which day; today if left out.
        pub as_of: Option<Day>,
    }

    /// The structure of the members.
    pub struct InsightStructure {
        /// On which day.
        pub as_of: Day,
        /// Age, gender, level, tenure, spend, frequency, then the fields of the profile with choices, and occupation.
        pub breakdowns: Vec<Breakdown>,
    }
}
