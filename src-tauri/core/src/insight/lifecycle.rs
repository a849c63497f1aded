//! Where in her life with the shop a customer is.

use super::standing::Standing;
use crate::wire::insight::{InsightSettings, Lifecycle, OwnInterval};

/// By days since the last purchase, against the owner's thresholds. Disjoint and complete. Somebody whose spend in another system came
/// in as a balance is never new: her first purchase is not in this book.
pub fn lifecycle(standing: &Standing, opening: bool, as_of: i32, settings: &InsightSettings) -> Lifecycle {
    let Some(days) = standing.days_since(as_of).map(i64::from) else { return Lifecycle::NoPurchase };
    if days > settings.dormant_days {
        Lifecycle::Lost
    } else if days > settings.at_risk_days {
        Lifecycle::Dormant
    } else if days > settings.active_days {
        Lifecycle::AtRisk
    } else if standing.purchase_days == 1 && !opening {
        Lifecycle::New
    } else {
        Lifecycle::Active
    }
}

/// Against her own usual interval: overdue when longer away than twice the median of the days between her purchase days.
pub fn own_interval(standing: &Standing, as_of: i32) -> OwnInterval {
    match (standing.interval_x2, standing.days_since(as_of)) {
        (Some(interval_x2), Some(days)) if days > interval_x2 => OwnInterval::Overdue,
        (Some(_), Some(_)) => OwnInterval::OnTime,
        _ => OwnInterval::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_boundary_belongs_to_the_state_before_it() {
        let settings = InsightSettings::default();
        let of = |purchase_days, days, opening| {
            let standing = Standing { first: Some(0), last: Some(1000), purchase_days, ..Standing::default() };
            lifecycle(&standing, opening, 1000 + days, &settings)
        };
        assert_eq!(of(1, 0, false), Lifecycle::New);
        assert_eq!(of(1, 60, false), Lifecycle::New);
        assert_eq!(of(1, 60, true), Lifecycle::Active);
        assert_eq!(of(2, 60, false), Lifecycle::Active);
        assert_eq!(of(1, 61, false), Lifecycle::AtRisk);
        assert_eq!(of(9, 150, false), Lifecycle::AtRisk);
        assert_eq!(of(9, 151, false), Lifecycle::Dormant);
        assert_eq!(of(9, 365, false), Lifecycle::Dormant);
        assert_eq!(of(9, 366, false), Lifecycle::Lost);
        assert_eq!(lifecycle(&Standing::default(), true, 5, &settings), Lifecycle::NoPurchase);
    }

    #[test]
    fn overdue_is_beyond_twice_her_own_interval() {
        let hers = |days| {
            let standing = Standing { last: Some(0), interval_x2: Some(31), purchase_days: 3, ..Standing::default() };
            own_interval(&standing, days)
        };
        assert_eq!((hers(31), hers(32)), (OwnInterval::OnTime, OwnInterval::Overdue));
        assert_eq!(own_interval(&Standing { last: Some(0), ..Standing::default() }, 999), OwnInterval::Unknown);
    }
}
