//! Erasing a customer (彻底删除): she is removed everywhere, and what is left are sales of nobody, so that no sum moves.

use super::{UNCLEAN, chosen};
use crate::audit;
use crate::clock::Now;
use crate::error::{Code, Failure, Result};
use crate::export::customer_code;
use crate::ids::CustomerId;
use crate::messages::Messages;
use crate::op::Op;
use crate::search::sort_key;
use crate::shop::{Shop, Tx};
use crate::store::erasure::Erased;
use crate::store::personal::{self, Fate, PLACES};
use crate::store::{clean, customer, erasure, personal_history as past, retention, setting, staff, state};
use crate::wire::Nothing;
use crate::wire::customers::{CustomerRef, Person};
use crate::wire::privacy::{
    EraseCustomer, EraseCustomers, ErasureDone, ErasureList, ErasurePreview, ErasureReason, ErasureRow, PlaceCount, Wait, WaitReason,
};
use crate::wire::settings::Settings;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What an erasure did.
pub(super) struct Tally {
    removed: BTreeMap<&'static str, i64>,
    kept: BTreeMap<&'static str, i64>,
    history: i64,
}

/// What would go, what would stay, and what speaks for waiting; the very code that erases, taken back.
///
/// # Errors
/// `not_found`.
pub fn preview_erasure(shop: &mut Shop, request: CustomerRef) -> Result<ErasurePreview> {
    let now = shop.now();
    let (person, people, waits) = {
        let db = shop.db()?;
        let person = whom(db, request.customer)?;
        let people = personal::with_merged(db, &[request.customer])?;
        let waits = waits(db, &people, now)?;
        (person, people, waits)
    };
    let (visits, total) = personal::sales(shop.db()?, &personal::people(&people))?;
    let tally = shop.try_out(Op::EraseCustomer, |tx| erase(tx, &[request.customer]))?;
    let list = |counts: BTreeMap<&'static str, i64>| {
        counts.into_iter().filter(|(_, rows)| *rows > 0).map(|(table, rows)| PlaceCount { table: table.to_owned(), rows }).collect()
    };
    Ok(ErasurePreview { person, removed: list(tally.removed), kept: list(tally.kept), history: tally.history, waits, visits, total })
}

/// Erases her for good. There is no undo.
///
/// # Errors
/// `not_found`; `member_no_differs` at `member_no` when the typed number is not hers.
pub fn erase_customer(shop: &mut Shop, request: EraseCustomer) -> Result<ErasureDone> {
    let person = whom(shop.db()?, request.customer)?;
    if request.member_no.trim() != person.member_no {
        return Err(Failure::at(Code::MemberNoDiffers, "member_no").into());
    }
    run(shop, &[request.customer], request.reason)
}

/// Erases several people for good, such as those not seen for years.
///
/// # Errors
/// `not_found`, `required` and `out_of_range` at `customers`; `count_differs` at `confirm`.
pub fn erase_customers(shop: &mut Shop, request: EraseCustomers) -> Result<ErasureDone> {
    let chosen = chosen(&request.customers)?;
    if usize::try_from(request.confirm).ok() != Some(chosen.len()) {
        return Err(Failure::at(Code::CountDiffers, "confirm").into());
    }
    run(shop, &chosen, request.reason)
}

/// All erasures, the latest first.
pub fn list_erasures(shop: &mut Shop, _: Nothing) -> Result<ErasureList> {
    let offset = shop.offset();
    let db = shop.db()?;
    let row = |erased: Erased| {
        let by = erased.staff.map(|id| staff::get(db, id)).transpose()?.flatten().map(|found| found.name);
        Ok(ErasureRow { customer: erased.customer, at: Now::from_millis(erased.at, offset).text(), by, reason: erased.reason })
    };
    let rows = erasure::list(db)?.into_iter().map(row).collect::<Result<_>>()?;
    Ok(ErasureList { rows, clean: !state::get(db, UNCLEAN)?.unwrap_or(false) })
}

/// Writes the file anew, where that was not possible after an erasure.
///
/// # Errors
/// Those of the disk.
pub fn clean_file(shop: &mut Shop, _: Nothing) -> Result<ErasureList> {
    shop.rewrite()?;
    list_erasures(shop, Nothing {})
}

fn run(shop: &mut Shop, chosen: &[CustomerId], reason: ErasureReason) -> Result<ErasureDone> {
    // Already in the save itself what goes is overwritten; the free places of earlier days are seen to afterwards.
    clean::overwrite_deleted(shop.db()?)?;
    let tally = shop.write(Op::EraseCustomer, |tx| {
        for id in chosen {
            whom(tx.db(), *id)?;
        }
        let tally = erase(tx, chosen)?;
        for id in chosen {
            let erased = Erased { customer: *id, at: tx.now().millis(), staff: tx.actor(), reason };
            erasure::insert(tx.db(), &erased)?;
        }
        state::put(tx.db(), UNCLEAN, &true)?;
        if let [only] = chosen {
            tx.about_customer(*only);
        }
        tx.param("count", chosen.len());
        Ok(tally)
    })?;
    Ok(ErasureDone {
        people: i64::try_from(chosen.len()).unwrap_or(i64::MAX),
        removed: tally.removed.values().sum(),
        history: tally.history,
        cleaned: shop.clean(),
    })
}

/// Who it is, if there is such an archive and it is not part of another.
fn whom(db: &Connection, id: CustomerId) -> Result<Person> {
    let archive = customer::get(db, id)?.filter(|archive| archive.merged_into.is_none());
    archive.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    Ok(customer::person(db, id)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?)
}

fn waits(db: &Connection, people: &[CustomerId], now: Now) -> Result<Vec<Wait>> {
    let open = retention::unfinished(db, people, now.day())?;
    let all = [
        (WaitReason::OpenComplaint, open.complaints),
        (WaitReason::Voucher, open.vouchers),
        (WaitReason::Points, open.points),
        (WaitReason::Benefit, open.benefits),
        (WaitReason::Event, open.events),
    ];
    Ok(all.into_iter().filter(|(_, n)| *n > 0).map(|(why, n)| Wait { why, n }).collect())
}

/// Removes people everywhere inside a write. Who they were is left nowhere, not even in the history's entry of this very act.
pub(super) fn erase(tx: &Tx<'_>, chosen: &[CustomerId]) -> Result<Tally> {
    let db = tx.db();
    let settings: Settings = setting::get(db, Settings::KEY)?;
    let name = Messages::of(settings.language).text("privacy-erased-name", &[]);
    let ids = personal::with_merged(db, chosen)?;
    let people = personal::people(&ids);
    let mut tally = Tally { removed: BTreeMap::new(), kept: BTreeMap::new(), history: 0 };
    personal::forget_who_brought(db, &people)?;
    let mut rows: BTreeSet<(String, i64)> = ids.iter().map(|id| ("customer".to_owned(), id.0)).collect();
    for place in PLACES {
        let hers = personal::rows_of(db, place, &people)?;
        let counts = if place.fate == Fate::Removed { &mut tally.removed } else { &mut tally.kept };
        *counts.entry(place.table).or_default() += i64::try_from(hers.len()).unwrap_or(i64::MAX);
        rows.extend(hers.into_iter().map(|row| (place.table.to_owned(), row)));
        personal::settle(db, place, &people)?;
    }
    for id in &ids {
        let Some(archive) = customer::person(db, *id)? else { continue };
        // What the accountant was given of her visits reads the same afterwards.
        let code = customer_code(db, *id, &archive.member_no, &archive.name)?;
        personal::empty_archive(db, *id, &code, &name, &sort_key(&name))?;
    }
    // Last, since the triggers have just written down what stood there.
    let changes = past::of(db, &people)?;
    let earlier = changes.iter().filter(|change| change.operation != tx.operation()).count();
    tally.history = i64::try_from(earlier).unwrap_or(i64::MAX);
    let visits = past::visits(db, &people, &changes)?;
    rows.extend(changes.into_iter().map(|change| (change.table, change.row)));
    let rows: Vec<(&str, i64)> = rows.iter().map(|(table, row)| (table.as_str(), *row)).collect();
    audit::purge(tx, &rows, &past::entries(db, &people, &visits)?)?;
    Ok(tally)
}
