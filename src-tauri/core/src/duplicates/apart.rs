//! Saying that two archives are two people, looking at what was said, and taking it back.

use super::find::{suspect, whole};
use super::signs;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{staff, told_apart};
use crate::wire::Done;
use crate::wire::customers::{ComparePair, ListToldApart, ToldApart, ToldApartList, ToldApartRef};

/// They are two people: the pair is not shown again, unless they come to have something else in common.
///
/// # Errors
/// `same_person`, `not_found`.
pub fn tell_apart(shop: &mut Shop, request: ComparePair) -> Result<Done> {
    if request.left == request.right {
        return Err(Failure::at(Code::SamePerson, "right").into());
    }
    shop.write(Op::TellApart, |tx| {
        let db = tx.db();
        let (left, right) = (suspect(db, request.left.min(request.right))?, suspect(db, request.left.max(request.right))?);
        let reasons = signs::of_two(&left, &right).map(|pair| pair.reasons).unwrap_or_default();
        let mut tokens: Vec<String> = reasons.iter().map(|reason| signs::token(&left, &right, reason)).collect();
        // What had been settled before stays settled.
        tokens.extend(told_apart::of(db, left.id, right.id)?.map(|row| row.signs).unwrap_or_default());
        tokens.sort_unstable();
        tokens.dedup();
        told_apart::put(db, (left.id, right.id), &tokens, tx.day(), tx.actor())?;
        tx.about_customer(left.id);
        tx.param("other", right.id.0);
        Ok(Done {})
    })
}

/// They may be one person after all.
///
/// # Errors
/// `not_found`.
pub fn forget_apart(shop: &mut Shop, request: ToldApartRef) -> Result<Done> {
    shop.write(Op::ForgetApart, |tx| {
        let row = told_apart::get(tx.db(), request.told_apart)?.ok_or_else(|| Failure::at(Code::NotFound, "told_apart"))?;
        told_apart::delete(tx.db(), row.id)?;
        tx.about_customer(row.left);
        tx.param("other", row.right.0);
        Ok(Done {})
    })
}

/// The pairs told apart, the latest first.
pub fn list_apart(shop: &mut Shop, request: ListToldApart) -> Result<ToldApartList> {
    let db = shop.db()?;
    let limit = request.limit.clamp(1, 200);
    let mut rows = told_apart::page(db, request.before, i64::from(limit) + 1)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let mut pairs = Vec::new();
    for row in rows {
        let by = row.staff.map(|id| staff::get(db, id)).transpose()?.flatten().map(|found| found.name);
        pairs.push(ToldApart { id: row.id, left: whole(db, row.left)?, right: whole(db, row.right)?, day: row.day, by });
    }
    Ok(ToldApartList { pairs, total: told_apart::count(db)?, more })
}
