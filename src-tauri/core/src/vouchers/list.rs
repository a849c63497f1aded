//! The register of vouchers.

use crate::clock::Now;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{customer, voucher_list};
use crate::wire::paging;
use crate::wire::vouchers::{ListVouchers, VoucherList, VoucherRow};

/// A page of vouchers, and what is still out.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn list(shop: &mut Shop, request: ListVouchers) -> Result<VoucherList> {
    let limit = paging::limit(request.limit)?;
    let after = paging::cursor::<voucher_list::Cursor>(request.cursor.as_deref())?;
    let (today, offset) = (shop.now().day(), shop.offset());
    let db = shop.db()?;
    let mut found = voucher_list::page(db, request.customer, request.state, after, i64::from(request.limit) + 1, today)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let end = found.last().filter(|_| more).map(|row| (row.voucher.valid_to, row.voucher.id));
    let cursor = end.map(|end: voucher_list::Cursor| serde_json::to_string(&end)).transpose()?;
    let mut rows = Vec::new();
    for row in found {
        if let Some(person) = customer::person(db, row.customer)? {
            rows.push(VoucherRow {
                id: row.voucher.id,
                customer: person,
                kind: row.voucher.kind,
                worth: row.voucher.worth,
                min_spend: row.voucher.min_spend,
                valid_from: row.voucher.valid_from,
                valid_to: row.voucher.valid_to,
                state: row.voucher.state(today),
                issued_on: Now::from_millis(row.issued_at, offset).day(),
                issued_visit: row.issued_visit,
                used_visit: row.voucher.used_on,
                used_on: row.used_day,
                used_off: row.used_off,
                reason: row.reason,
                cancel_reason: row.cancel_reason,
                cancel_cause: row.cancel_cause,
                by: row.by,
            });
        }
    }
    let totals = if after.is_none() { Some(voucher_list::totals(db, request.customer, today)?) } else { None };
    Ok(VoucherList { rows, cursor, totals })
}
