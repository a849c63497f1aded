//! Whose birthday is near and whose level promises a gift for it.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{benefit_list, customer};
use crate::vouchers::BIRTHDAY_APART;
use crate::wire::vouchers::{BenefitDueList, BenefitDueRow, BenefitsDue};
use chrono::Days;

/// The longest list.
const ROWS: usize = 1_000;

/// Birthday gifts that are due within so many days, by day; those in the register already say so.
///
/// # Errors
/// `out_of_range` at `days`.
pub fn due(shop: &mut Shop, request: BenefitsDue) -> Result<BenefitDueList> {
    let days = u64::try_from(request.days).ok().filter(|days| *days <= 62);
    let days = days.ok_or_else(|| Failure::at(Code::OutOfRange, "days").with("min", 0).with("max", 62))?;
    let today = shop.now().day();
    let last = today.checked_add_days(Days::new(days)).unwrap_or(Day::MAX);
    let db = shop.db()?;
    let mut rows = Vec::new();
    for promised in benefit_list::promised(db)? {
        let Some(day) = promised.birthday.occurrences_between(today, last).next() else { continue };
        // A promise made within the year before belongs to this birthday or to the time around it, not to the last one.
        let since = day.checked_sub_days(Days::new(BIRTHDAY_APART.unsigned_abs())).unwrap_or(Day::MIN);
        let granted = benefit_list::granted_since(db, promised.customer, &promised.gift, since)?;
        if let Some(person) = customer::person(db, promised.customer)? {
            rows.push(BenefitDueRow { customer: person, level: promised.level, gift: promised.gift, day, granted });
        }
    }
    rows.sort_by_key(|row| (row.day, row.customer.id));
    rows.truncate(ROWS);
    Ok(BenefitDueList { rows })
}
