//! Saying that a style came in, or costs less.

use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::arrival;
use crate::wire::tag_rules::{ArrivalRef, ArrivalSaved, SaveArrival};
use crate::wire::{Done, text};

/// Writes down that a style came in or costs less today. Everybody who waits for it has a task from then on.
///
/// # Errors
/// `required` and `too_long` at `style_no` or `note`.
pub fn save_arrival(shop: &mut Shop, request: SaveArrival) -> Result<ArrivalSaved> {
    let style = text::required("style_no", &request.style_no, 40)?;
    let note = text::line("note", request.note.as_deref(), 200)?;
    shop.write(Op::SaveArrival, |tx| {
        // As the first wish writes it, so that both read alike on the screen.
        let style = arrival::as_wished(tx.db(), &style)?.unwrap_or(style);
        let waiting = arrival::waiting(tx.db(), &style)?;
        let arrival = arrival::insert(tx.db(), &style, request.kind, tx.day(), note.as_deref())?;
        tx.param("style", style.as_str());
        tx.param("count", waiting);
        Ok(ArrivalSaved { arrival, waiting })
    })
}

/// Takes an arrival back that was written down by mistake.
///
/// # Errors
/// `not_found`.
pub fn remove_arrival(shop: &mut Shop, request: ArrivalRef) -> Result<Done> {
    shop.write(Op::RemoveArrival, |tx| match arrival::delete(tx.db(), request.arrival)? {
        0 => Err(Failure::at(Code::NotFound, "arrival").into()),
        _ => Ok(Done {}),
    })
}
