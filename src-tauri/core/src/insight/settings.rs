//! The owner's thresholds.

use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::setting;
use crate::wire::insight::InsightSettings;
use crate::wire::{Done, Nothing};

/// Ten years; nobody thinks in longer ones.
const DAYS: i64 = 3_660;

/// The thresholds as they stand.
pub fn get(shop: &mut Shop, _: Nothing) -> Result<InsightSettings> {
    setting::get(shop.db()?, InsightSettings::KEY)
}

/// Replaces the thresholds. Every figure follows at once, those of the past too.
///
/// # Errors
/// `out_of_range` at the field; `rules_invalid` where four thresholds do not rise.
pub fn save(shop: &mut Shop, request: InsightSettings) -> Result<Done> {
    bound("active_days", request.active_days, 1, DAYS)?;
    bound("at_risk_days", request.at_risk_days, request.active_days + 1, DAYS)?;
    bound("dormant_days", request.dormant_days, request.at_risk_days + 1, DAYS)?;
    bound("effective_days", request.effective_days, 1, DAYS)?;
    bound("response_days", request.response_days, 1, 90)?;
    bound("least_sample", request.least_sample, 1, 1_000)?;
    rising("recency_days", &request.recency_days, 0, DAYS)?;
    rising("frequency", &request.frequency, 1, 100_000)?;
    let money: Vec<i64> = request.money.iter().map(|amount| amount.0).collect();
    rising("money", &money, 1, Fen::LIMIT.0)?;
    shop.write(Op::UpdateSettings, |tx| {
        setting::put(tx.db(), InsightSettings::KEY, &request)?;
        tx.param("part", "insight");
        Ok(Done {})
    })
}

fn bound(field: &str, value: i64, min: i64, max: i64) -> Result<()> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(Failure::at(Code::OutOfRange, field).with("min", min).with("max", max).into()) }
}

fn rising(field: &str, values: &[i64], min: i64, max: i64) -> Result<()> {
    for value in values {
        bound(field, *value, min, max)?;
    }
    if values.len() == 4 && values.windows(2).all(|pair| pair[0] < pair[1]) {
        Ok(())
    } else {
        Err(Failure::at(Code::RulesInvalid, field).into())
    }
}
