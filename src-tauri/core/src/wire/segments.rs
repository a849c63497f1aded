//! Segments (细分人群): a filter over customers as data, saved under a name with the way the shop looks after those it finds.

use super::customers::{Gender, Person};
use super::{choice, wire};
use crate::calendar::AgeBand;
use crate::clock::Day;
use crate::ids::{CustomerId, FieldId, LevelId, SegmentId, StaffId, TagId};
use crate::money::Fen;
use crate::wire::care::FollowUpsSaved;
use crate::wire::contacts::{ConsentPurpose, ContactChannel, Purpose};
use crate::wire::insight::{Lifecycle, RfmSegment, ValueSegment};
use crate::wire::tag_rules::BoughtBy;
use serde::{Deserialize, Serialize};

choice! {
    /// What of her visits is counted.
    CountOf {
        /// Visits of any kind.
        Visits = "visits",
        /// Purchases.
        Purchases = "purchases",
        /// Pieces, those brought back taken off on their own day.
        Pieces = "pieces",
    }

    /// A day of a customer that can be compared.
    Milestone {
        /// Her first purchase.
        FirstPurchase = "first_purchase",
        /// Her last purchase.
        LastPurchase = "last_purchase",
        /// Her last visit of any kind.
        LastVisit = "last_visit",
        /// The last time she was spoken with or written to, or wrote herself.
        LastContact = "last_contact",
        /// The day her archive was opened.
        Joined = "joined",
    }

    /// What the forecast says.
    ForecastSays {
        /// More probably gone than not.
        LikelyLost = "likely_lost",
        /// Among the fifth of whom most is expected in 30 days.
        LikelyToBuy30 = "likely_to_buy_30",
        /// The same in 90 days.
        LikelyToBuy90 = "likely_to_buy_90",
    }

    /// What she said to a purpose.
    ConsentAnswer {
        /// Yes, by one channel at least.
        Given = "given",
        /// No longer, by any channel she ever spoke of.
        Withdrawn = "withdrawn",
        /// Nothing yet.
        Unasked = "unasked",
    }
}

/// Which days of the log count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SegmentPeriod {
    /// All of them.
    Ever,
    /// Today and the days before it, so many in all.
    Days {
        /// How many, 1 to 3,650.
        days: i64,
    },
    /// From one day to another, both included.
    Between {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
}

/// What is asked of a field of the archive. Only what holds today counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum FieldTest {
    /// Something is written down.
    Filled,
    /// Nothing is.
    Missing,
    /// One of these words, whole.
    OneOf {
        /// The words, 1 to 30.
        values: Vec<String>,
    },
    /// These words somewhere in it; capitals do not matter.
    Contains {
        /// The words.
        words: String,
    },
    /// A number within bounds; of a number field.
    Number {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// A day within bounds; of a date field.
    On {
        /// On or after.
        from: Option<Day>,
        /// On or before.
        to: Option<Day>,
    },
}

/// One thing that has to be so, or several put together. What is not known is not so: bounds on something that is not there let nobody
/// through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SegmentCondition {
    /// All of these; with none, everybody.
    All {
        /// Which.
        of: Vec<SegmentCondition>,
    },
    /// One of these at least.
    Any {
        /// Which, 1 or more.
        of: Vec<SegmentCondition>,
    },
    /// None of these.
    Neither {
        /// Which, 1 or more.
        of: Vec<SegmentCondition>,
    },
    /// A field of the archive.
    Field {
        /// Which.
        field: FieldId,
        /// What is asked of it.
        test: FieldTest,
    },
    /// Her gender.
    Gender {
        /// Which.
        gender: Gender,
    },
    /// Her age in completed years; only where the year of birth is known.
    Age {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// Her group of ages: by her birthday where its year is known, else as guessed in the archive.
    AgeBand {
        /// Which groups.
        bands: Vec<AgeBand>,
    },
    /// Her level.
    Level {
        /// Which levels.
        levels: Vec<LevelId>,
    },
    /// A tag she carries, by hand or by a rule.
    Tag {
        /// Any of these.
        tags: Vec<TagId>,
    },
    /// Who looks after her.
    Staff {
        /// Any of these.
        staff: Vec<StaffId>,
    },
    /// What she paid, returns taken off on their own day.
    Spend {
        /// In which days.
        period: SegmentPeriod,
        /// At least.
        min: Option<Fen>,
        /// At most.
        max: Option<Fen>,
    },
    /// How often she came or bought, or how many pieces she took.
    Count {
        /// What is counted.
        what: CountOf,
        /// In which days.
        period: SegmentPeriod,
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// So many days ago, 0 for today.
    Since {
        /// What.
        what: Milestone,
        /// At least so many days ago.
        at_least: Option<i64>,
        /// At most so many days ago.
        at_most: Option<i64>,
    },
    /// On certain days.
    On {
        /// What.
        what: Milestone,
        /// On or after.
        from: Option<Day>,
        /// On or before.
        to: Option<Day>,
    },
    /// It never happened.
    Never {
        /// What.
        what: Milestone,
    },
    /// Bought such a thing on so many visits, and kept at least one piece of it each time.
    Bought {
        /// What is compared.
        by: BoughtBy,
        /// With what; capitals do not matter.
        words: String,
        /// On how many visits at least.
        times: i64,
        /// In which days.
        period: SegmentPeriod,
    },
    /// Her birthday is today or within so many days; a lunar one is reckoned.
    BirthdayWithin {
        /// How many days, 0 to 366.
        days: i64,
    },
    /// Her birthday falls into a solar month of this year; a lunar one is reckoned.
    BirthdayMonth {
        /// The month, 1 to 12; empty for the present one.
        month: Option<i64>,
    },
    /// How full her archive is, 0 to 100.
    Completeness {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// Her points today.
    Points {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// How many vouchers she can still use, today or later.
    Vouchers {
        /// At least.
        min: Option<i64>,
        /// At most.
        max: Option<i64>,
    },
    /// What she said to a purpose.
    Consent {
        /// To which.
        purpose: ConsentPurpose,
        /// What.
        answer: ConsentAnswer,
    },
    /// A complaint of hers is not solved.
    OpenComplaint,
    /// Where she stands in her life as a customer today, by the owner's thresholds.
    Lifecycle {
        /// Which states.
        stages: Vec<Lifecycle>,
    },
    /// What she is worth to the shop today.
    Value {
        /// Which groups.
        groups: Vec<ValueSegment>,
    },
    /// Her RFM segment today, scored as the owner has it done.
    Rfm {
        /// Which segments.
        segments: Vec<RfmSegment>,
    },
    /// What the forecast of today says of her; nobody is meant while it is silent.
    Forecast {
        /// What.
        says: ForecastSays,
    },
    /// One of these people.
    People {
        /// Who.
        customers: Vec<CustomerId>,
    },
}

wire! {
    /// Asks how many a filter finds.
    pub struct PreviewSegment {
        /// The filter.
        pub filter: SegmentCondition,
    }

    /// Whom a filter finds today, among the customers in use.
    pub struct SegmentPreview {
        /// How many.
        pub customers: i64,
        /// How many customers there are.
        pub of: i64,
        /// What they paid ever, all together.
        pub net_spend: Fen,
        /// The last to come of them, at most 8.
        pub sample: Vec<Person>,
        /// How many tasks one step may set.
        pub tasks_at_most: i64,
    }

    /// Saves a filter under a name.
    pub struct SaveSegment {
        /// Which; empty for a new one.
        pub id: Option<SegmentId>,
        /// Its name, at most 30 characters; no other segment's.
        pub name: String,
        /// The filter.
        pub filter: SegmentCondition,
        /// How these customers are looked after, in the shop's own words.
        pub strategy: Option<String>,
    }

    /// The segment that was saved.
    pub struct SegmentSaved {
        /// Which.
        pub segment: SegmentId,
    }

    /// Names a segment.
    pub struct SegmentRef {
        /// Which.
        pub segment: SegmentId,
    }

    /// A saved segment.
    pub struct Segment {
        /// Id.
        pub id: SegmentId,
        /// Name.
        pub name: String,
        /// The filter.
        pub filter: SegmentCondition,
        /// How these customers are looked after.
        pub strategy: Option<String>,
        /// Whether it came with the program.
        pub is_preset: bool,
    }

    /// All segments.
    pub struct Segments {
        /// In the order they were made.
        pub segments: Vec<Segment>,
    }

    /// Sets the same task for everybody whom a filter finds, 1 to 10,000. Whoever has the same one already, still open,
    /// gets no second one.
    pub struct SetSegmentTasks {
        /// The filter.
        pub filter: SegmentCondition,
        /// What is to be done.
        pub title: String,
        /// When it is due.
        pub due_on: Day,
        /// Last day it makes sense; empty for 30 days later.
        pub expires_on: Option<Day>,
        /// How.
        pub channel: Option<ContactChannel>,
        /// What for.
        pub purpose: Purpose,
        /// The name of the batch.
        pub batch: String,
    }
}

/// What [`SetSegmentTasks`] answers.
pub type SegmentTasksSet = FollowUpsSaved;
