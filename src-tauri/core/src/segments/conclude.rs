//! What a filter asks of conclusions that SQL cannot draw (lifecycle, value, RFM, forecast) becomes the people it finds.

use crate::error::Result;
use crate::forecast;
use crate::ids::CustomerId;
use crate::insight::{self, States};
use crate::shop::Shop;
use crate::wire::segments::{ForecastSays, SegmentCondition};

/// The same filter with people in the place of such conclusions; to be done before it is asked.
pub(crate) fn concluded(shop: &mut Shop, filter: &SegmentCondition) -> Result<SegmentCondition> {
    let mut all = |of: &[SegmentCondition]| of.iter().map(|one| concluded(shop, one)).collect::<Result<Vec<_>>>();
    let customers = match filter {
        SegmentCondition::All { of } => return Ok(SegmentCondition::All { of: all(of)? }),
        SegmentCondition::Any { of } => return Ok(SegmentCondition::Any { of: all(of)? }),
        SegmentCondition::Neither { of } => return Ok(SegmentCondition::Neither { of: all(of)? }),
        SegmentCondition::Lifecycle { stages } => found(shop, |one| stages.contains(&one.lifecycle))?,
        SegmentCondition::Value { groups } => found(shop, |one| groups.contains(&one.value))?,
        SegmentCondition::Rfm { segments } => found(shop, |one| one.rfm.is_some_and(|rfm| segments.contains(&rfm)))?,
        SegmentCondition::Forecast { says } => {
            let scores = forecast::scores(shop)?;
            let meant = scores.iter().filter(|(_, score)| match says {
                ForecastSays::LikelyLost => score.likely_lost,
                ForecastSays::LikelyToBuy30 => score.likely_30,
                ForecastSays::LikelyToBuy90 => score.likely_90,
            });
            meant.map(|(customer, _)| *customer).collect()
        }
        other => return Ok(other.clone()),
    };
    Ok(SegmentCondition::People { customers })
}

fn found(shop: &mut Shop, is: impl Fn(&States) -> bool) -> Result<Vec<CustomerId>> {
    Ok(insight::states(shop)?.into_iter().filter(is).map(|one| one.customer).collect())
}
