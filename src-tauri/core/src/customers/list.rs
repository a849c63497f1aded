//! The list of customers: filtered, sorted, a page at a time however many there are.

use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::segments::{check, concluded};
use crate::shop::Shop;
use crate::store::customer_list;
use crate::wire::customers::{CustomerFilter, CustomerList, CustomerSort, ListCustomers};
use crate::wire::paging;

/// A page of customers: after a cursor at the same cost everywhere, or at a place of the list, with the number of all.
///
/// # Errors
/// `out_of_range` for the limit or the month, `bad_arguments` for a cursor that is not one of ours or a place beside a cursor, those of
/// a segment at `filter`.
pub fn list(shop: &mut Shop, request: ListCustomers) -> Result<CustomerList> {
    let limit = paging::limit(request.limit)?;
    let cursor = request.cursor.as_deref().map(|text| read_cursor(text, request.sort)).transpose()?;
    if cursor.is_some() && request.skip.is_some() {
        return Err(Failure::at(Code::BadArguments, "skip").with("what", "skip").into());
    }
    let today = shop.now().day();
    let filter = understood(shop, request.filter)?;
    let sort = request.sort;
    let db = shop.db()?;
    let total = if cursor.is_none() { Some(customer_list::count(db, &filter, today)?) } else { None };
    let cursor = match (i64::from(request.skip.unwrap_or(0)), total) {
        (0, _) | (_, None) => cursor,
        (skip, Some(total)) if skip >= total => return Ok(CustomerList { rows: Vec::new(), cursor: None, total: Some(total) }),
        (skip, Some(total)) => customer_list::cursor_behind(db, &filter, sort, skip, total, today)?,
    };
    let mut rows = customer_list::page(db, &filter, sort, cursor.as_ref(), i64::from(request.limit) + 1, today)?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|(key, row)| serde_json::to_string(&(key, row.id.0))).transpose()?;
    Ok(CustomerList { rows: rows.into_iter().map(|(_, row)| row).collect(), cursor: next, total })
}

/// Everybody of a list, in its order.
///
/// # Errors
/// `out_of_range` for the month, those of a segment at `filter`.
pub(crate) fn listed(shop: &mut Shop, filter: &CustomerFilter, sort: CustomerSort) -> Result<Vec<CustomerId>> {
    let today = shop.now().day();
    let filter = understood(shop, filter.clone())?;
    let rows = customer_list::page(shop.db()?, &filter, sort, None, -1, today)?;
    Ok(rows.into_iter().map(|(_, row)| row.id).collect())
}

fn understood(shop: &mut Shop, mut filter: CustomerFilter) -> Result<CustomerFilter> {
    if filter.birthday_month.is_some_and(|month| !(1..=12).contains(&month)) {
        return Err(Failure::at(Code::OutOfRange, "filter.birthday_month").with("min", 1).with("max", 12).into());
    }
    if let Some(condition) = &filter.condition {
        check(shop.db()?, condition, "filter.condition")?;
        filter.condition = Some(concluded(shop, condition)?);
    }
    Ok(filter)
}

fn read_cursor(text: &str, sort: CustomerSort) -> Result<customer_list::Cursor> {
    let bad = || Failure::at(Code::BadArguments, "cursor").with("what", "cursor");
    let (key, id): (serde_json::Value, i64) = serde_json::from_str(text).map_err(|_| bad())?;
    let fits = match sort {
        CustomerSort::LastVisit | CustomerSort::Spend => key.is_i64(),
        CustomerSort::Name | CustomerSort::Joined => key.is_string(),
    };
    if fits { Ok(customer_list::Cursor { key, id }) } else { Err(bad().into()) }
}
