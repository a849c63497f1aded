//! Writing a complaint down.

use super::moment;
use crate::clock::Day;
use crate::customers::must_exist;
use crate::error::{Code, Failure, Result};
use crate::ids::{ComplaintId, CustomerId, LineId, StaffId, VisitId};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::complaint::{self, ComplaintRecord};
use crate::store::{staff, visit, visit_line};
use crate::wire::complaints::{ComplaintOpened, OpenComplaint};
use crate::wire::text;
use rusqlite::Connection;

/// Opens a complaint; both clocks run from the moment she complained.
///
/// # Errors
/// `required` and `too_long` at `what`; `not_found` at `customer`, `staff`, `visit` or `line`, the latter two also when they are not hers;
/// `day_in_future`, `out_of_range` at `day` before the visit and at `time`.
pub fn open(shop: &mut Shop, request: OpenComplaint) -> Result<ComplaintOpened> {
    let what = words(&request.what)?;
    let (day, at) = moment(request.day, request.time.as_deref(), shop.now())?;
    shop.write(Op::OpenComplaint, |tx| {
        must_exist(tx, request.customer)?;
        check_staff(tx.db(), request.staff)?;
        let about = about(tx, request.customer, request.visit, request.line)?;
        if let Some((_, bought)) = about.visit
            && day < bought
        {
            return Err(Failure::at(Code::OutOfRange, "day").with("min", bought).with("max", tx.day()).into());
        }
        let complaint = complaint::insert(
            tx.db(),
            &ComplaintRecord {
                id: ComplaintId(0),
                customer: request.customer,
                visit: about.visit.map(|(id, _)| id),
                line: about.line,
                staff: request.staff,
                kind: request.kind,
                what,
                opened_at: at,
                opened_on: day,
                answered_at: None,
                solved_at: None,
                solved_on: None,
                solution: None,
                satisfied: None,
                followed_up_on: None,
            },
        )?;
        tx.param("complaint", complaint.0);
        Ok(ComplaintOpened { complaint })
    })
}

/// What she said.
pub(super) fn words(text: &str) -> Result<String> {
    text::note("what", Some(text))?.ok_or_else(|| Failure::at(Code::Required, "what").into())
}

/// Whoever answers for it has to be somebody of the shop.
pub(super) fn check_staff(db: &Connection, id: Option<StaffId>) -> Result<()> {
    match id {
        Some(id) if staff::get(db, id)?.is_none() => Err(Failure::at(Code::NotFound, "staff").into()),
        _ => Ok(()),
    }
}

/// What it is about: a visit with its day, and a line.
pub(super) struct About {
    pub visit: Option<(VisitId, Day)>,
    pub line: Option<LineId>,
}

/// A visit and a line of hers; a line brings its visit along.
pub(super) fn about(tx: &Tx<'_>, customer: CustomerId, visit: Option<VisitId>, line: Option<LineId>) -> Result<About> {
    let missing = |field: &str| crate::error::Error::from(Failure::at(Code::NotFound, field));
    let of_line = match line {
        Some(id) => Some(visit_line::get(tx.db(), id)?.ok_or_else(|| missing("line"))?.visit),
        None => None,
    };
    if let (Some(named), Some(found)) = (visit, of_line)
        && named != found
    {
        return Err(missing("line"));
    }
    let Some(id) = of_line.or(visit) else {
        return Ok(About { visit: None, line: None });
    };
    let field = if visit.is_some() { "visit" } else { "line" };
    let found = visit::get(tx.db(), id)?.filter(|found| found.customer == Some(customer)).ok_or_else(|| missing(field))?;
    Ok(About { visit: Some((id, found.day)), line })
}
