//! The log, the latest first.

use crate::error::Result;
use crate::shop::Shop;
use crate::store::contact;
use crate::wire::contacts::{ContactList, ListContacts};
use crate::wire::paging;

/// A page of the log.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn list(shop: &mut Shop, request: ListContacts) -> Result<ContactList> {
    let limit = paging::limit(request.limit)?;
    let after = paging::cursor::<contact::Cursor>(request.cursor.as_deref())?;
    let offset = shop.offset();
    let db = shop.db()?;
    let mut rows = contact::page(db, &request, after, i64::from(request.limit) + 1, offset)?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let end = rows.last().filter(|_| more).map(|row| (row.day, row.id));
    let cursor = end.map(|end: contact::Cursor| serde_json::to_string(&end)).transpose()?;
    let (count, customers) = if after.is_none() { contact::counts(db, &request)?.unzip() } else { (None, None) };
    Ok(ContactList { rows, cursor, count, customers })
}
