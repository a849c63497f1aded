//! Archives of people who were not seen for long. Nothing happens by itself: the list proposes, the owner decides.

use super::{PEOPLE, chosen};
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{customer, retention, setting};
use crate::wire::Done;
use crate::wire::customers::Status;
use crate::wire::privacy::{ArchiveCustomers, GetRetention, PrivacySettings, RetentionReview};
use chrono::Months;

/// Who was not seen for as long as archives are kept, the longest away first.
///
/// # Errors
/// `out_of_range` at `limit`.
pub fn retention_review(shop: &mut Shop, request: GetRetention) -> Result<RetentionReview> {
    if !(1..=PEOPLE).contains(&(request.limit as usize)) {
        return Err(Failure::at(Code::OutOfRange, "limit").with("min", 1).with("max", PEOPLE).into());
    }
    let today = shop.now().day();
    let db = shop.db()?;
    let settings: PrivacySettings = setting::get(db, PrivacySettings::KEY)?;
    let Some(before) = due(settings.years, today) else {
        return Ok(RetentionReview { before: None, rows: Vec::new(), count: 0, held: 0 });
    };
    let (count, held) = retention::count(db, before, today)?;
    Ok(RetentionReview { before: Some(before), rows: retention::away(db, before, today, request.limit.into())?, count, held })
}

/// Nobody seen on or after this day is proposed.
fn due(years: u32, today: Day) -> Option<Day> {
    if years == 0 { None } else { today.checked_sub_months(Months::new(years * 12)) }
}

/// Puts several archives away in one act; whoever has left already stays so. Visits, points and all else stay as they are.
///
/// # Errors
/// `not_found`, also of one that was joined with another; `required` and `out_of_range` at `customers`.
pub fn archive_customers(shop: &mut Shop, request: ArchiveCustomers) -> Result<Done> {
    let chosen = chosen(&request.customers)?;
    shop.write(Op::ArchiveCustomers, |tx| {
        for id in &chosen {
            let archive = customer::get(tx.db(), *id)?.filter(|archive| archive.merged_into.is_none());
            let archive = archive.ok_or_else(|| Failure::at(Code::NotFound, "customers"))?;
            if archive.status == Status::Active {
                customer::set_status(tx.db(), *id, Status::Archived, None)?;
            }
        }
        tx.param("count", chosen.len());
        Ok(Done {})
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_counted_by_the_calendar_and_none_means_never() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(due(2, day("2026-11-21")), Some(day("2024-11-21")));
        assert_eq!(due(1, day("2028-02-29")), Some(day("2027-02-28")));
        assert_eq!(due(0, day("2026-11-21")), None);
    }
}
