//! What an undo may not break: a piece is brought back only if it was bought.

use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::shop::Tx;
use crate::store::{visit, visit_line};

/// Looks at the sales and returns the running operation touched.
///
/// # Errors
/// `undo_conflict` if more would be brought back than was bought, or from a visit that is voided, another customer's, or of a later day.
pub(crate) fn holds_together(tx: &Tx<'_>) -> Result<()> {
    let db = tx.db();
    let conflict = || Err(Failure::new(Code::UndoConflict).into());
    for id in visit_line::sold_lines_touched(db, tx.operation())? {
        let back = visit_line::returned(db, id, None)?;
        if back.pieces == 0 {
            continue;
        }
        let Some(line) = visit_line::get(db, id)? else { return conflict() };
        let sale = visit::need(db, line.visit)?;
        let all_back = back.pieces == line.qty;
        let money_fits = if all_back { back.amount == line.amount } else { back.amount <= line.amount && back.amount >= Fen::ZERO };
        if !sale.is_live() || back.pieces > line.qty || !money_fits {
            return conflict();
        }
        for (customer, day) in visit_line::returns_of(db, id)? {
            if day < sale.day || (sale.customer.is_some() && sale.customer != customer) {
                return conflict();
            }
        }
    }
    Ok(())
}
