//! One customer's ledger.

use super::{LineKind, PointsEntry, PointsRule, ledger};
use crate::error::{Code, Failure, Result};
use crate::ids::PointsId;
use crate::shop::Shop;
use crate::store::{customer, points, points_list, setting};
use crate::wire::customers::CustomerRef;
use crate::wire::points::{PointsExpiry, PointsLine, PointsPage};
use std::collections::BTreeMap;

/// The longest ledger a page carries.
const LINES: usize = 1_000;

/// Balance, what runs out when, and every line, latest first.
///
/// # Errors
/// `not_found`.
pub fn page(shop: &mut Shop, request: CustomerRef) -> Result<PointsPage> {
    let today = shop.now().day();
    let db = shop.db()?;
    customer::name_of(db, request.customer)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let entries = points::of(db, request.customer)?;
    let ledger = ledger(&entries, today);
    let rule: PointsRule = setting::need(db, crate::opening::POINTS_RULE)?;
    let by = points_list::entered_by(db, request.customer)?;
    let entered: BTreeMap<PointsId, &PointsEntry> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let lines = ledger.lines.iter().rev().take(LINES).map(|line| {
        // An expiry is nobody's doing: it carries the entry that gave the points, but not its words.
        let entry = entered.get(&line.entry).filter(|_| line.kind != LineKind::Expire);
        PointsLine {
            entry: line.entry,
            day: line.day,
            kind: line.kind,
            points: line.points,
            balance: line.balance,
            visit: line.visit,
            reason: entry.and_then(|entry| entry.reason.clone()),
            by: entry.and_then(|entry| by.get(&entry.id).cloned()),
        }
    });
    Ok(PointsPage {
        balance: ledger.balance,
        spendable: ledger.spendable(),
        worth: rule.worth(ledger.spendable()),
        expiries: ledger.expiries().into_iter().map(|(day, points)| PointsExpiry { day, points }).collect(),
        lines: lines.collect(),
    })
}
