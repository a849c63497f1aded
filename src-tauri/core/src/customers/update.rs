//! Changing an archive; what was before stays in the history.

use super::create::must_exist;
use super::fields::{check_references, valid};
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::privacy;
use crate::search::sort_key;
use crate::shop::{Shop, Tx};
use crate::store::{customer, phone};
use crate::wire::customers::{CustomerFields, UpdateCustomer};
use crate::wire::phone::{HIDDEN, Phone, Wechat, is_hidden};
use crate::wire::{Done, text};

/// Replaces the columns of an archive.
///
/// # Errors
/// Those of the fields; `phone_taken` for a number that is new to her, unless confirmed; `member_no_taken`; `not_found`; `guardian_needed`
/// at `guardian` where a child's archive would say more than before and no guardian agreed.
pub fn update(shop: &mut Shop, request: UpdateCustomer) -> Result<Done> {
    let guardian = text::line("guardian", request.guardian.as_deref(), text::LINE)?;
    shop.write(Op::UpdateCustomer, |tx| {
        must_exist(tx, request.customer)?;
        if let Some(who) = &guardian {
            privacy::guardian_agrees(tx, request.customer, who)?;
        }
        write_fields(tx, request.customer, &request.fields, request.confirm_phone)?;
        Ok(Done {})
    })
}

/// A clerk hands back the numbers as they were shown: each hidden one stands for hers that looks like it, and so does a WeChat name.
fn with_hidden(fields: &CustomerFields, old: &CustomerFields) -> CustomerFields {
    let mut left: Vec<&Phone> = old.phones.iter().collect();
    let mut fields = fields.clone();
    if let Some(new) = fields.wechat.clone().filter(|new| is_hidden(new)) {
        let kept = old.wechat.clone().filter(|kept| kept.masked() == *new);
        // That the name is the phone can be said without seeing it.
        let same = || old.phones.iter().find(|phone| phone.masked() == *new).map(|phone| Wechat::from(&**phone));
        fields.wechat = kept.or_else(same).or(Some(new));
    }
    for phone in fields.phones.iter_mut().filter(|phone| phone.contains(HIDDEN)) {
        if let Some(at) = left.iter().position(|kept| kept.masked() == **phone) {
            *phone = left.remove(at).clone();
        }
    }
    fields
}

/// Writes the columns of an existing archive.
pub(crate) fn write_fields(tx: &Tx<'_>, id: crate::ids::CustomerId, fields: &CustomerFields, confirm_phone: bool) -> Result<()> {
    let db = tx.db();
    let old = customer::get(db, id)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let fields = &with_hidden(fields, &old.fields);
    let valid = valid(fields, tx.day())?;
    check_references(db, &valid.fields, Some(id))?;
    privacy::check_columns(tx, Some(id), Some(&old.fields), &valid.fields)?;
    let fresh: Vec<(String, String)> =
        valid.phones.iter().filter(|(number, _)| !old.fields.phones.iter().any(|kept| **kept == **number)).cloned().collect();
    super::phone::check_free(db, &fresh, Some(id), confirm_phone)?;
    let old_no = old.fields.member_no.unwrap_or_default();
    let member_no = valid.fields.member_no.clone().unwrap_or_else(|| old_no.clone());
    if member_no != old_no && customer::by_member_no(db, &member_no)?.is_some() {
        return Err(Failure::at(Code::MemberNoTaken, "member_no").into());
    }
    let row = customer::NewRow {
        fields: &valid.fields,
        member_no: &member_no,
        name_key: &sort_key(&valid.fields.name),
        joined_on: valid.joined_on.or(old.fields.joined_on).unwrap_or_else(|| tx.day()),
    };
    customer::update(db, id, &row)?;
    phone::replace(db, id, &valid.phones)
}
