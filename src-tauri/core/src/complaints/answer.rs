//! Saying that she was answered.

use super::{moment, need_open};
use crate::clock::{Millis, Now};
use crate::error::{Code, Failure, Result};
use crate::ids::ComplaintId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::complaint;
use crate::wire::Done;
use crate::wire::complaints::AnswerComplaint;

/// Stops the first clock; said again, the later word holds.
///
/// # Errors
/// `not_found`, `complaint_closed`, `day_in_future`, `out_of_range` at `time` before she complained.
pub fn answer(shop: &mut Shop, request: AnswerComplaint) -> Result<Done> {
    let (_, at) = moment(request.day, request.time.as_deref(), shop.now())?;
    shop.write(Op::AnswerComplaint, |tx| {
        let mut found = need_open(tx, request.complaint)?;
        // A minute is all the hand enters, so the minute of the complaint itself is no earlier than it.
        if at < found.opened_at - found.opened_at.rem_euclid(60_000) {
            let since = Now::from_millis(found.opened_at, *tx.now().at.offset());
            return Err(Failure::at(Code::OutOfRange, "time")
                .with("min", since.at.format("%Y-%m-%d %H:%M"))
                .with("max", tx.now().at.format("%Y-%m-%d %H:%M"))
                .into());
        }
        found.answered_at = Some(at.max(found.opened_at));
        complaint::update(tx.db(), &found)?;
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}

/// Something else was the answer, such as a call that is written down: it stops the first clock where nothing did before.
///
/// # Errors
/// Only the database's own.
pub(crate) fn was_answered(tx: &Tx<'_>, id: ComplaintId, at: Millis) -> Result<()> {
    let open = complaint::get(tx.db(), id)?.filter(|found| found.answered_at.is_none() && found.solved_at.is_none());
    if let Some(mut found) = open.filter(|found| at >= found.opened_at) {
        found.answered_at = Some(at);
        complaint::update(tx.db(), &found)?;
    }
    Ok(())
}
