//! The weeks of the shop, what was exported of them and what changed since.

use super::{LAST_ENCODING, LAST_FOLDER, Week, corrections};
use crate::clock::Now;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{state, week as store, week_export};
use crate::wire::export::{FileEncoding, ListWeeks, WeekList, WeekRow};
use std::collections::BTreeMap;

/// Weeks from this one back to the first visit, a page at a time.
///
/// # Errors
/// `week_invalid`.
pub fn week_list(shop: &mut Shop, request: ListWeeks) -> Result<WeekList> {
    let today = shop.now().day();
    let mut week = match &request.before {
        Some(before) => before.parse::<Week>().map_err(|_| Failure::at(Code::WeekInvalid, "before"))?.before(),
        None => Week::of(today),
    };
    let limit = request.limit.unwrap_or(12).clamp(1, 60) as usize;
    let db = shop.db()?;
    let first = Week::of(store::first_day(db)?.unwrap_or(today).min(today));
    let mut changed: BTreeMap<String, i64> = BTreeMap::new();
    for correction in corrections::pending(db)?.corrections {
        *changed.entry(correction.about_week).or_default() += 1;
    }
    let mut weeks = Vec::with_capacity(limit);
    while weeks.len() < limit && week >= first {
        let name = week.to_string();
        let (visits, total) = store::count(db, week.monday(), week.sunday())?;
        let exported = week_export::latest(db, &name)?;
        weeks.push(WeekRow {
            from: week.monday(),
            to: week.sunday(),
            visits,
            total,
            complete: today > week.sunday(),
            exported_at: exported.map(|export| Now::from_millis(export.exported_at, shop.offset()).text()),
            changed: changed.get(&name).copied().unwrap_or(0),
            week: name,
        });
        week = week.before();
    }
    let last_encoding: Option<String> = state::get(db, LAST_ENCODING)?;
    Ok(WeekList {
        more: week >= first,
        weeks,
        last_folder: state::get(db, LAST_FOLDER)?,
        last_encoding: last_encoding.and_then(|text| FileEncoding::from_text(&text)),
    })
}
