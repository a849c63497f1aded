//! Opening an archive. Name and one phone are enough; the rest comes with the visits.

use super::fields::{Valid, check_references, valid};
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::op::Op;
use crate::privacy;
use crate::profile::write_answers;
use crate::search::sort_key;
use crate::shop::{Shop, Tx};
use crate::store::{customer, phone};
use crate::wire::customers::{CreateCustomer, Created, CustomerFields, Status};
use crate::wire::text;

/// Opens an archive.
///
/// # Errors
/// Those of the fields; `phone_taken` with who has it, unless confirmed; `member_no_taken`; `guardian_needed` at `guardian` for a child of
/// whom more is told than a guardian has agreed to; those of her answers, `consent_needed` at `answers.N` among them.
pub fn create(shop: &mut Shop, request: CreateCustomer) -> Result<Created> {
    let valid = valid(&request.fields, shop.now().day())?;
    let guardian = text::line("guardian", request.guardian.as_deref(), text::LINE)?;
    shop.write(Op::CreateCustomer, |tx| {
        let created = insert(tx, &valid, request.confirm_phone, guardian.as_deref())?;
        let agreed = request.agreed.as_deref().unwrap_or_default();
        write_answers(tx, created.customer, &request.answers, agreed, None)?;
        crate::tags::put_on(tx, created.customer, &request.tags)?;
        Ok(created)
    })
}

/// Opens an archive inside another operation; phones others have are taken as confirmed.
///
/// # Errors
/// Those of the fields.
pub(crate) fn open(tx: &Tx<'_>, fields: &CustomerFields) -> Result<CustomerId> {
    Ok(insert(tx, &valid(fields, tx.day())?, true, None)?.customer)
}

/// Adds the row, its number and its phones.
fn insert(tx: &Tx<'_>, valid: &Valid, confirm_phone: bool, guardian: Option<&str>) -> Result<Created> {
    let db = tx.db();
    check_references(db, &valid.fields, None)?;
    if guardian.is_none() {
        privacy::check_columns(tx, None, None, &valid.fields)?;
    }
    super::phone::check_free(db, &valid.phones, None, confirm_phone)?;
    let member_no = member_no(tx, valid.fields.member_no.as_deref())?;
    let row = customer::NewRow {
        fields: &valid.fields,
        member_no: &member_no,
        name_key: &sort_key(&valid.fields.name),
        joined_on: valid.joined_on.unwrap_or_else(|| tx.day()),
    };
    let id = customer::insert(db, &row)?;
    phone::replace(db, id, &valid.phones)?;
    if let Some(who) = guardian {
        privacy::guardian_agrees(tx, id, who)?;
    }
    tx.about_customer(id);
    tx.param("member_no", member_no.as_str());
    Ok(Created { customer: id, member_no })
}

/// The number that was asked for, or the next of the shop's own: `K` and six digits.
fn member_no(tx: &Tx<'_>, wanted: Option<&str>) -> Result<String> {
    let db = tx.db();
    if let Some(wanted) = wanted {
        if customer::by_member_no(db, wanted)?.is_some() {
            return Err(Failure::at(Code::MemberNoTaken, "member_no").into());
        }
        return Ok(wanted.to_owned());
    }
    let mut next = customer::next_id(db)?;
    loop {
        let own = format!("K{next:06}");
        if customer::by_member_no(db, &own)?.is_none() {
            return Ok(own);
        }
        next += 1;
    }
}

/// Whether an id is an archive that can be worked with.
pub(crate) fn must_exist(tx: &Tx<'_>, id: CustomerId) -> Result<()> {
    customer::name_of(tx.db(), id)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    tx.about_customer(id);
    Ok(())
}

/// Whether an archive is in use, so that something of hers can be spent or given.
///
/// # Errors
/// `not_found`, `customer_inactive` with the `status`.
pub(crate) fn must_be_active(tx: &Tx<'_>, id: CustomerId) -> Result<()> {
    must_exist(tx, id)?;
    let status = customer::get(tx.db(), id)?.map_or(Status::Cancelled, |found| found.status);
    if status == Status::Active {
        return Ok(());
    }
    Err(Failure::at(Code::CustomerInactive, "customer").with("status", status.as_str()).into())
}
