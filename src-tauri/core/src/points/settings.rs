//! The rules of points, birthdays and vouchers. What was earned, granted or given before keeps the terms it came with.

use super::{ExpiryPolicy, PointsRule};
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::opening::{BIRTHDAY_RULE, POINTS_RULE, VOUCHER_RULE};
use crate::shop::Shop;
use crate::store::setting;
use crate::vouchers::{DAYS, check_terms};
use crate::wire::points::PointsSettings;
use crate::wire::{Done, Nothing};

/// The rules as they stand.
pub fn settings(shop: &mut Shop, _: Nothing) -> Result<PointsSettings> {
    let db = shop.db()?;
    Ok(PointsSettings {
        points: setting::need(db, POINTS_RULE)?,
        birthday: setting::need(db, BIRTHDAY_RULE)?,
        vouchers: setting::need(db, VOUCHER_RULE)?,
    })
}

/// Replaces the rules from now on.
///
/// # Errors
/// `out_of_range` and `choice_invalid` at the field.
pub fn save_settings(shop: &mut Shop, request: PointsSettings) -> Result<Done> {
    check_points(&request.points)?;
    bound("birthday.pay_percent", request.birthday.pay_percent, 1, 100)?;
    for (at, voucher) in request.vouchers.iter().enumerate() {
        let place = format!("vouchers.{at}");
        if request.vouchers[..at].iter().any(|other| other.kind == voucher.kind) {
            return Err(Failure::at(Code::ChoiceInvalid, format!("{place}.kind")).into());
        }
        check_terms(voucher.worth, voucher.min_spend).map_err(|error| error.under(&place))?;
        bound(&format!("{place}.days"), voucher.days.into(), 1, DAYS.into())?;
    }
    shop.write(Op::UpdateSettings, |tx| {
        setting::put(tx.db(), POINTS_RULE, &request.points)?;
        setting::put(tx.db(), BIRTHDAY_RULE, &request.birthday)?;
        setting::put(tx.db(), VOUCHER_RULE, &request.vouchers)?;
        tx.param("part", "points");
        Ok(Done {})
    })
}

fn check_points(rule: &PointsRule) -> Result<()> {
    // Nothing to a hundred points a yuan; single to tenfold in the birthday time.
    bound("points.per_yuan_bp", rule.per_yuan_bp, 0, 1_000_000)?;
    bound("points.birthday_bp", rule.birthday_bp, 10_000, 100_000)?;
    bound("points.points_per_yuan_off", rule.points_per_yuan_off, 0, 1_000_000)?;
    if let ExpiryPolicy::Months { months } = rule.expiry {
        bound("points.expiry.months", months.into(), 1, 120)?;
    }
    Ok(())
}

fn bound(field: &str, value: i64, min: i64, max: i64) -> Result<()> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(Failure::at(Code::OutOfRange, field).with("min", min).with("max", max).into()) }
}
