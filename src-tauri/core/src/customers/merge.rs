//! Two archives become one, with all history. One undo takes it back.

use super::create::must_exist;
use super::update::write_fields;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{customer, merge as moved};
use crate::wire::Done;
use crate::wire::customers::{CustomerFields, MergeCustomers, Status};

/// Moves everything of `from` to `keep` and writes the columns as chosen. `from` stays as an empty archive that points
/// to `keep`, so nothing that ever named her number loses its way.
///
/// # Errors
/// `same_person`, `not_found`, and those of the fields.
pub fn merge(shop: &mut Shop, request: MergeCustomers) -> Result<Done> {
    if request.keep == request.from {
        return Err(Failure::at(Code::SamePerson, "from").into());
    }
    shop.write(Op::MergeCustomers, |tx| {
        must_exist(tx, request.from)?;
        must_exist(tx, request.keep)?;
        let db = tx.db();
        for id in [request.from, request.keep] {
            let archive = customer::get(db, id)?.ok_or_else(|| Failure::new(Code::NotFound))?;
            if archive.merged_into.is_some() {
                return Err(Failure::at(Code::NotFound, "from").into());
            }
        }
        crate::contacts::keep_the_stricter(tx, request.from, request.keep)?;
        moved::move_rows(db, request.from, request.keep)?;
        customer::set_status(db, request.from, Status::Cancelled, Some(request.keep))?;
        // One of the two had brought the other: nobody brings herself.
        let referrer = request.fields.referrer.filter(|referrer| *referrer != request.from);
        write_fields(tx, request.keep, &CustomerFields { referrer, ..request.fields.clone() }, true)?;
        tx.param("from", request.from.0);
        Ok(Done {})
    })
}
