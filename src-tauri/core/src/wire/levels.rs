//! Levels: what the owner sets, the review, and one customer's way through them.

use super::customers::Person;
use super::wire;
use crate::clock::Day;
use crate::ids::{CustomerId, LevelId, OperationId};
use crate::levels::{Benefits, Criterion, Gap, Join, Met, ReviewPeriod};

wire! {
    /// A level with its rule of today and how many stand on it.
    pub struct LevelView {
        /// Id.
        pub id: LevelId,
        /// 0 is the base.
        pub rank: i64,
        /// Name.
        pub name: String,
        /// What it gives.
        pub benefits: Benefits,
        /// How its criteria belong together; empty for the base and for levels given by hand only.
        pub join: Option<Join>,
        /// What it asks for.
        pub criteria: Vec<Criterion>,
        /// How many stand on it.
        pub members: i64,
    }

    /// A recruitment month.
    pub struct CampaignView {
        /// Id.
        pub id: i64,
        /// Name.
        pub name: String,
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
        /// The level any purchase opens.
        pub level: LevelId,
    }

    /// All about levels.
    pub struct LevelsPage {
        /// The base first.
        pub levels: Vec<LevelView>,
        /// Since when the present rules hold.
        pub rules_from: Day,
        /// How often levels are reviewed.
        pub reviews: ReviewPeriod,
        /// The next review day, today included.
        pub next_review: Day,
        /// When the last review was applied; its day.
        pub last_review: Option<Day>,
        /// Recruitment months.
        pub campaigns: Vec<CampaignView>,
    }

    /// A level as the owner wants it.
    pub struct LevelDraft {
        /// Which; empty for a new one.
        pub id: Option<LevelId>,
        /// Name.
        pub name: String,
        /// What it gives.
        pub benefits: Benefits,
        /// How its criteria belong together.
        pub join: Join,
        /// What it asks for; none for the base, or to give it by hand only.
        pub criteria: Vec<Criterion>,
    }

    /// The levels as they shall be from today on, the base first; one that is left out is taken away.
    pub struct SaveLevels {
        /// Levels in the order of their rank.
        pub levels: Vec<LevelDraft>,
        /// How often levels are reviewed.
        pub reviews: ReviewPeriod,
    }

    /// One line of a review or a dry run.
    pub struct ReviewRow {
        /// Who.
        pub customer: Person,
        /// Level now.
        pub from: String,
        /// Level after.
        pub to: String,
        /// The level after.
        pub to_level: LevelId,
        /// Whether it is a rise.
        pub rise: bool,
        /// What is missing to keep the present level.
        pub gap: Option<Gap>,
        /// What was reached of the new one.
        pub met: Vec<Met>,
    }

    /// What new rules would do in a review today.
    pub struct DryRunAnswer {
        /// How many would rise.
        pub rises: i64,
        /// How many would drop.
        pub drops: i64,
        /// How many of the drops the present rules bring as well.
        pub drops_anyway: i64,
        /// The first 200.
        pub rows: Vec<ReviewRow>,
    }

    /// Asks for a review's preview.
    pub struct PreviewReview {
        /// As of which day; empty for today.
        pub day: Option<Day>,
    }

    /// What a review would do.
    pub struct ReviewPreview {
        /// As of which day.
        pub day: Day,
        /// Everybody who would move, at most 5,000.
        pub rows: Vec<ReviewRow>,
        /// The last operation the figures rest on; hand it back when applying.
        pub seen: OperationId,
    }

    /// Applies a review to those ticked.
    pub struct ApplyReview {
        /// As of which day, from the preview.
        pub day: Day,
        /// Who of the preview; the others keep their level.
        pub customers: Vec<CustomerId>,
        /// `seen` of the preview.
        pub seen: OperationId,
    }

    /// Who was moved.
    pub struct ReviewApplied {
        /// How many.
        pub moved: i64,
        /// For undo.
        pub operation: Option<OperationId>,
    }

    /// Asks who is near a downgrade.
    pub struct NearDowngrade {
        /// Within how many days, 1 to 366.
        pub days: i64,
    }

    /// Somebody near a downgrade.
    pub struct NearRow {
        /// Who.
        pub customer: Person,
        /// Her level.
        pub level: String,
        /// The review that would take it.
        pub keeps_until: Day,
        /// What is missing.
        pub gap: Option<Gap>,
    }

    /// Those near a downgrade, the nearest first.
    pub struct NearList {
        /// At most 1,000.
        pub rows: Vec<NearRow>,
    }

    /// Gives a customer a level by hand.
    pub struct SetLevel {
        /// Whom.
        pub customer: CustomerId,
        /// Which.
        pub level: LevelId,
        /// Why.
        pub reason: String,
    }

    /// One change of a customer's level.
    pub struct LevelStep {
        /// Its day.
        pub day: Day,
        /// From.
        pub from: String,
        /// To.
        pub to: String,
        /// What made it.
        pub why: crate::levels::Why,
    }

    /// Her way through the levels.
    pub struct LevelHistory {
        /// Latest first.
        pub steps: Vec<LevelStep>,
    }

    /// Adds (no id) or changes a recruitment month.
    pub struct SaveCampaign {
        /// Which; empty to add.
        pub id: Option<i64>,
        /// Name.
        pub name: String,
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
        /// The level any purchase opens.
        pub level: LevelId,
    }

    /// Names a recruitment month.
    pub struct CampaignRef {
        /// Which.
        pub id: i64,
    }
}
