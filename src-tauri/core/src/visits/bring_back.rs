//! Pieces brought back become lines that name the line they were bought on.

use super::draft::Draft;
use super::price::share;
use crate::error::{Code, Failure, Result};
use crate::ids::{LineId, VisitId};
use crate::money::Fen;
use crate::store::visit;
use crate::store::visit_line::{self, LineRecord, Returned};
use crate::wire::visits::NewReturn;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The lines of what is brought back, without numbers, and the sales they come from.
pub(super) struct Back {
    pub lines: Vec<LineRecord>,
    /// At list prices, above zero.
    pub list_total: Fen,
    pub sales: Vec<VisitId>,
}

/// Looks up what is brought back. `old` is what the visit brought back before, when it is corrected; of a line that is brought back
/// now as it was before, the money stays as it was.
///
/// # Errors
/// `not_found`, `visit_voided`, `return_other_customer`, `return_before_sale` at `returns.N.line`; `return_too_many` with `left`
/// at `returns.N.qty`.
pub(super) fn look_up(db: &Connection, draft: &Draft, this: Option<VisitId>, old: &[LineRecord]) -> Result<Back> {
    let mut back = Back { lines: Vec::new(), list_total: Fen::ZERO, sales: Vec::new() };
    let mut before: BTreeMap<LineId, Returned> = BTreeMap::new();
    for (index, wanted) in draft.returns.iter().enumerate() {
        one(db, draft, this, old, wanted, &mut before, &mut back).map_err(|error| error.under(format!("returns.{index}")))?;
    }
    Ok(back)
}

fn one(
    db: &Connection,
    draft: &Draft,
    this: Option<VisitId>,
    old: &[LineRecord],
    wanted: &NewReturn,
    before: &mut BTreeMap<LineId, Returned>,
    back: &mut Back,
) -> Result<()> {
    let no_line = || Failure::at(Code::NotFound, "line");
    let bought = visit_line::get(db, wanted.line)?.filter(LineRecord::is_sale).ok_or_else(no_line)?;
    let sale = visit::get(db, bought.visit)?.filter(|sale| Some(sale.id) != this).ok_or_else(no_line)?;
    if !sale.is_live() {
        return Err(Failure::at(Code::VisitVoided, "line").into());
    }
    if sale.customer.is_some() && sale.customer != draft.customer {
        return Err(Failure::at(Code::ReturnOtherCustomer, "line").into());
    }
    if draft.day < sale.day {
        return Err(Failure::at(Code::ReturnBeforeSale, "line").with("day", sale.day).into());
    }
    let so_far = match before.get(&bought.id) {
        Some(so_far) => *so_far,
        None => visit_line::returned(db, bought.id, this)?,
    };
    let left = bought.qty - so_far.pieces;
    if wanted.qty > left {
        return Err(Failure::at(Code::ReturnTooMany, "qty").with("left", left).into());
    }
    let again = old.iter().find(|line| line.reverses == Some(bought.id) && line.qty == -wanted.qty);
    let first_of_it = !back.lines.iter().any(|line| line.reverses == Some(bought.id));
    let amount = match again.filter(|_| first_of_it && wanted.qty < left) {
        Some(line) => -line.amount,
        // Voided returns may have left more given back than this share; then nothing, until the last piece makes it even.
        None => (share(bought.amount, so_far.pieces + wanted.qty, bought.qty) - so_far.amount).max(Fen::ZERO),
    };
    before.insert(bought.id, Returned { pieces: so_far.pieces + wanted.qty, amount: so_far.amount + amount, first: None });
    back.list_total += Fen(bought.list_price.unwrap_or(bought.price).0 * wanted.qty);
    if !back.sales.contains(&sale.id) {
        back.sales.push(sale.id);
    }
    back.lines.push(LineRecord {
        id: LineId(0),
        visit: VisitId(0),
        line_no: 0,
        goods: bought.goods,
        qty: -wanted.qty,
        list_price: bought.list_price,
        price: bought.price,
        amount: -amount,
        reason: None,
        reason_note: None,
        reverses: Some(bought.id),
    });
    Ok(())
}
