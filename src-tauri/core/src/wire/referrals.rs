//! Referrals: who brought whom, what came of it, and the thanks for it.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{CustomerId, ThanksId, VisitId};
use crate::money::Fen;
use crate::vouchers::{VoucherState, Worth};
use serde::{Deserialize, Serialize};

choice! {
    /// What referrers are ranked by.
    ReferrerSort {
        /// What those they brought spent.
        Spend = "spend",
        /// What the whole chain below them spent.
        Chain = "chain",
        /// How many they brought.
        People = "people",
    }

    /// Whether a reward is earned.
    ThanksState {
        /// The rule is met: the reward can be given.
        Earned = "earned",
        /// The new one has not bought anything that she kept.
        NoPurchase = "no_purchase",
        /// Her first purchase was below the rule's amount.
        TooSmall = "too_small",
        /// Her first purchase came later than the rule allows.
        TooLate = "too_late",
    }
}

/// What a referrer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Reward {
    /// A voucher from the day it is given.
    Voucher {
        /// What it takes off.
        worth: Worth,
        /// The smallest bill it can be used on.
        min_spend: Fen,
        /// Good for so many days more, 1 to 3,650.
        days: u32,
    },
    /// Points.
    Points {
        /// 1 to 1,000,000.
        points: i64,
    },
}

wire! {
    /// When a referrer is rewarded, and with what.
    pub struct ReferralRule {
        /// With what; empty for thanks in words only.
        pub reward: Option<Reward>,
        /// The new one's first purchase has to be of at least so much, and so much of it has to be kept.
        pub min_purchase: Fen,
        /// Within so many days of her joining, 0 to 3,650; empty for whenever.
        pub within_days: Option<i64>,
    }

    /// Sums of those whom somebody brought.
    #[derive(Default, Eq)]
    pub struct ReferralSums {
        /// How many she brought herself.
        pub brought: i64,
        /// Their net spend ever.
        pub spend: Fen,
        /// Their net spend since they joined.
        pub since: Fen,
        /// How many are in the whole chain: those she brought, those whom they brought, and so on.
        pub chain: i64,
        /// Net spend ever of the whole chain.
        pub chain_spend: Fen,
        /// Net spend of the whole chain since each of them joined.
        pub chain_since: Fen,
    }

    /// Asks who brought the most.
    pub struct ListReferrers {
        /// Ranked by.
        pub sort: ReferrerSort,
        /// Only those who brought somebody on or after this day; their sums are whole.
        pub since: Option<Day>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// Somebody who brought somebody.
    pub struct ReferrerRow {
        /// Who.
        pub customer: Person,
        /// Her level.
        pub level: String,
        /// Its rank.
        pub level_rank: i64,
        /// What came of it.
        pub sums: ReferralSums,
        /// When she last brought somebody.
        pub last: Day,
        /// How often she was thanked.
        pub thanks: i64,
    }

    /// The ranking.
    pub struct ReferrerList {
        /// Best first.
        pub rows: Vec<ReferrerRow>,
        /// How many brought somebody.
        pub referrers: i64,
        /// How many were brought in all.
        pub brought: i64,
        /// Their net spend ever.
        pub spend: Fen,
        /// Of all customers in use, how many there are.
        pub customers: i64,
    }

    /// Thanks that were given.
    pub struct Thanks {
        /// Id.
        pub id: ThanksId,
        /// Who was thanked.
        pub referrer: Person,
        /// Whom she had brought.
        pub referred: Person,
        /// When.
        pub day: Day,
        /// What, in words.
        pub what: String,
        /// What became of the voucher, if it was one.
        pub voucher: Option<VoucherState>,
        /// The points, if it was points.
        pub points: Option<i64>,
        /// Whether voucher or points went because the purchase went.
        pub taken_back: bool,
        /// The purchase they rest on.
        pub visit: Option<VisitId>,
    }

    /// Somebody in the tree below a customer.
    pub struct TreeNode {
        /// Who.
        pub customer: Person,
        /// Who brought her.
        pub parent: CustomerId,
        /// 1 for those whom the customer brought herself.
        pub depth: i64,
        /// Her level.
        pub level: String,
        /// Its rank.
        pub level_rank: i64,
        /// When she joined.
        pub joined_on: Day,
        /// Net spend ever.
        pub net_spend: Fen,
        /// Net spend since she joined.
        pub since: Fen,
        /// Her last visit.
        pub last_visit: Option<Day>,
        /// How many she brought.
        pub brought: i64,
        /// When her referrer was thanked for her.
        pub thanked_on: Option<Day>,
    }

    /// Who brought whom, around one customer.
    pub struct ReferralTree {
        /// Whose tree.
        pub customer: Person,
        /// Who brought her, who brought that one, and so on.
        pub above: Vec<Person>,
        /// What came of it.
        pub sums: ReferralSums,
        /// Everybody below her, each after the one who brought her; at most 500.
        pub below: Vec<TreeNode>,
        /// Whether there are more.
        pub more: bool,
    }

    /// The first purchase of which something was kept.
    pub struct FirstPurchase {
        /// The visit.
        pub visit: VisitId,
        /// Its day.
        pub day: Day,
        /// Paid.
        pub total: Fen,
        /// Paid, less what came back of it.
        pub kept: Fen,
    }

    /// Somebody who was brought and for whom nobody was thanked.
    pub struct ThanksDue {
        /// Who brought her.
        pub referrer: Person,
        /// Who was brought.
        pub referred: Person,
        /// When she joined.
        pub joined_on: Day,
        /// Her first purchase.
        pub first: Option<FirstPurchase>,
        /// Whether the reward is earned.
        pub state: ThanksState,
    }

    /// Thanks that are due: of those who joined or first bought in the last 90 days.
    pub struct ThanksDueList {
        /// Earned ones first, then the latest; at most 500.
        pub rows: Vec<ThanksDue>,
        /// The rule.
        pub rule: ReferralRule,
    }

    /// Asks for thanks that were given, the latest first.
    pub struct ListThanks {
        /// To this customer.
        pub customer: Option<CustomerId>,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// A page of thanks.
    pub struct ThanksList {
        /// Rows.
        pub rows: Vec<Thanks>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
    }

    /// Thanks whoever brought a customer, once a customer.
    pub struct GiveThanks {
        /// Who was brought.
        pub referred: CustomerId,
        /// In words, at most 80 characters; empty to say the reward.
        pub what: Option<String>,
        /// Voucher or points given with it.
        pub reward: Option<Reward>,
    }

    /// What a visit does to a referrer's reward.
    pub struct ThanksMoved {
        /// Whose reward.
        pub referrer: Person,
        /// -1 when her voucher goes, 1 when it stands again.
        pub vouchers: i64,
        /// Whether the voucher was used already and therefore stays.
        pub used: bool,
        /// Points that go (below zero) or come back.
        pub points: i64,
        /// Her points after it; below zero is owed.
        pub points_after: i64,
    }
}
