//! The owner's thresholds.

use crate::money::Fen;
use crate::wire::{choice, wire};

choice! {
    /// How recency, frequency and money are scored.
    RfmBy {
        /// Beside each other: a fifth of the buyers a score, equals together.
        Quintiles = "quintiles",
        /// By the owner's fixed thresholds.
        Thresholds = "thresholds",
    }
}

wire! {
    /// Where one state ends and the next begins.
    #[serde(default)]
    pub struct InsightSettings {
        /// Last purchase so many days ago or fewer: active.
        pub active_days: i64,
        /// More than active, up to so many: at risk.
        pub at_risk_days: i64,
        /// More than at risk, up to so many: dormant. Beyond: lost.
        pub dormant_days: i64,
        /// Last purchase so many days ago or fewer: an effective member.
        pub effective_days: i64,
        /// Which scores name the segments and go into the exported table.
        pub rfm_by: RfmBy,
        /// Four rising numbers of days since the last purchase: up to the first scores 5, beyond the last 1.
        pub recency_days: Vec<i64>,
        /// Four rising numbers of purchase days: from the last on scores 5, below the first 1.
        pub frequency: Vec<i64>,
        /// Four rising amounts of net spend: from the last on scores 5, below the first 1.
        pub money: Vec<Fen>,
        /// A visit within so many days after a message counts as one after it.
        pub response_days: i64,
        /// Shares and averages over fewer people or visits are not shown.
        pub least_sample: i64,
    }
}

impl InsightSettings {
    /// The key in table `setting`.
    pub(crate) const KEY: &str = "insight";
}

impl Default for InsightSettings {
    fn default() -> InsightSettings {
        InsightSettings {
            active_days: 60,
            at_risk_days: 150,
            dormant_days: 365,
            effective_days: 365,
            rfm_by: RfmBy::Quintiles,
            recency_days: vec![30, 60, 150, 365],
            frequency: vec![2, 3, 5, 10],
            money: vec![Fen(50_000), Fen(100_000), Fen(300_000), Fen(1_000_000)],
            response_days: 14,
            least_sample: 10,
        }
    }
}
