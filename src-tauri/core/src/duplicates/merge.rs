//! Two archives become one, with all history. One undo takes it back.

use crate::customers::{must_exist, phones_of, write_fields};
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::merge::{self as rows, Tally};
use crate::store::{contact_facts, customer, customer_page, level, phone};
use crate::wire::Done;
use crate::wire::contacts::ContactWish;
use crate::wire::customers::{CustomerFields, MergeCustomers, MergePreview, Status};
use crate::wire::privacy::PlaceCount;
use std::collections::BTreeMap;

/// Moves everything of `from` to `keep` and writes the columns as chosen. `from` stays as an empty archive that points
/// to `keep`, so nothing that ever named her number loses its way.
///
/// # Errors
/// `same_person`, `not_found`, and those of the fields.
pub fn merge(shop: &mut Shop, request: MergeCustomers) -> Result<Done> {
    check(&request)?;
    shop.write(Op::MergeCustomers, |tx| join(tx, &request).map(|_| Done {}))
}

/// What she will be after the merge; the very code that merges, taken back.
///
/// # Errors
/// Those of [`merge`].
pub fn preview(shop: &mut Shop, request: MergeCustomers) -> Result<MergePreview> {
    check(&request)?;
    shop.try_out(Op::MergeCustomers, |tx| {
        let (tally, refused) = join(tx, &request)?;
        let db = tx.db();
        let stats = tx.conclude(request.keep)?.ok_or_else(|| Failure::new(Code::NotFound))?;
        let level = level::list(db)?.into_iter().find(|level| level.id == stats.level);
        let level = level.ok_or_else(|| Failure::new(Code::FileDamaged))?;
        let vouchers = customer_page::vouchers(db, request.keep, tx.day())?.len();
        let list = |counts: BTreeMap<&'static str, i64>| {
            let some = counts.into_iter().filter(|(_, rows)| *rows > 0);
            some.map(|(table, rows)| PlaceCount { table: table.to_owned(), rows }).collect()
        };
        Ok(MergePreview {
            visits: stats.visits,
            net_spend: stats.net_spend,
            points: stats.points,
            level: level.name,
            level_rank: level.rank,
            vouchers: i64::try_from(vouchers).unwrap_or(i64::MAX),
            wish: contact_facts::of(db, request.keep, tx.day())?.map_or(ContactWish::Any, |facts| facts.wish),
            refused,
            moved: list(tally.moved),
            combined: list(tally.combined),
        })
    })
}

fn check(request: &MergeCustomers) -> Result<()> {
    if request.keep == request.from { Err(Failure::at(Code::SamePerson, "from").into()) } else { Ok(()) }
}

/// Does it, and says what became of the rows and how many consents were refused by one of the two.
fn join(tx: &Tx<'_>, request: &MergeCustomers) -> Result<(Tally, i64)> {
    let (keep, from) = (request.keep, request.from);
    let db = tx.db();
    let mut archives = Vec::new();
    for (id, field) in [(from, "from"), (keep, "keep")] {
        must_exist(tx, id)?;
        let archive = customer::get(db, id)?.filter(|archive| archive.merged_into.is_none());
        archives.push(archive.ok_or_else(|| Failure::at(Code::NotFound, field))?);
    }
    let [goes, stays] = archives.as_slice() else { return Err(Failure::new(Code::Internal).into()) };
    let (old_no, other_no) = (stays.fields.member_no.as_deref().unwrap_or_default(), goes.fields.member_no.as_deref().unwrap_or_default());
    let mut refused = crate::contacts::keep_the_stricter(tx, from, keep)?;
    refused += crate::contacts::keep_the_stricter_of_fields(tx, from, keep)?;
    let mut tally = rows::move_rows(db, from, keep, request.take.as_deref().unwrap_or_default(), tx.day())?;
    // One of the two had brought the other: nobody brings herself.
    let referrer = request.fields.referrer.filter(|referrer| *referrer != from && *referrer != keep);
    let fields = CustomerFields { referrer, ..request.fields.clone() };
    let (moved, gone) = phone::gather(db, from, keep, &phones_of(&fields, tx.day())?)?;
    *tally.moved.entry("phone").or_default() += i64::try_from(moved).unwrap_or(i64::MAX);
    *tally.combined.entry("phone").or_default() += i64::try_from(gone).unwrap_or(i64::MAX);
    // Her number may be the one of the archive that goes, which then bears the other: both still lead to her.
    let swapped = fields.member_no.as_deref().map(str::trim) == Some(other_no);
    if swapped {
        rows::set_member_no(db, from, &format!("~{}", from.0))?;
    }
    customer::set_status(db, from, Status::Cancelled, Some(keep))?;
    if stays.status == Status::Archived && goes.status == Status::Active {
        customer::set_status(db, keep, Status::Active, None)?;
    }
    write_fields(tx, keep, &fields, true)?;
    if swapped {
        rows::set_member_no(db, from, old_no)?;
    }
    refused += crate::contacts::without_guardian(tx, keep)?;
    tx.about_customer(keep);
    tx.param("from", from.0);
    tx.param("moved", tally.moved.values().sum::<i64>());
    tx.param("combined", tally.combined.values().sum::<i64>());
    Ok((tally, refused))
}
