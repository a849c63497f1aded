//! What a customer is worth to the shop.

use super::standing::Standing;
use crate::wire::insight::{InsightSettings, ValueSegment};

/// By her quintile of net spend among all buyers, and by whether she still comes: dormant as soon as she is longer away than the days
/// at risk. Disjoint and complete.
pub fn value(standing: &Standing, money: Option<u8>, as_of: i32, settings: &InsightSettings) -> ValueSegment {
    let (Some(days), Some(money)) = (standing.days_since(as_of), money) else { return ValueSegment::NoPurchase };
    match money {
        _ if i64::from(days) > settings.at_risk_days => ValueSegment::Dormant,
        5.. => ValueSegment::Core,
        3..=4 => ValueSegment::Potential,
        _ => ValueSegment::Regular,
    }
}
