//! A visit with everything.

use super::row::Rows;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::visit_line::{self, LineRecord};
use crate::store::{operation, payment, visit};
use crate::wire::history::HistoryEntry;
use crate::wire::visits::{VisitLine, VisitPage, VisitRef};

/// Reads a visit's page.
///
/// # Errors
/// `not_found`.
pub fn page(shop: &mut Shop, request: VisitRef) -> Result<VisitPage> {
    let db = shop.db()?;
    let record = visit::need(db, request.visit)?;
    let mut rows = Rows::new(db, shop.offset());
    let lines: Result<Vec<VisitLine>> =
        visit_line::of_visit(db, record.id)?.into_iter().map(|line| seen(line, |id| visit_line::returned(db, id, None))).collect();
    let ref_visit = match record.ref_visit {
        Some(sale) => visit::get(db, sale)?.map(|sale| rows.one(sale)).transpose()?,
        None => None,
    };
    let operations = visit::operations(db, record.id)?.into_iter().filter_map(|id| operation::get(db, id).transpose());
    let history: Result<Vec<HistoryEntry>> = operations.map(|row| crate::history::entry(shop, row?)).collect();
    Ok(VisitPage {
        lines: lines?,
        payments: payment::of_visit(db, record.id)?,
        ref_visit,
        returned_by: rows.all(visit::returned_by(db, record.id)?)?,
        history: history?,
        row: rows.one(record.clone())?,
        ticket_no: record.ticket_no,
        companions: record.companions,
        satisfaction: record.satisfaction,
        motive: record.motive,
        feedback: record.feedback,
        note: record.note,
        staff: record.staff,
        list_total: record.list_total,
        void_reason: record.void_reason,
        points_used: record.points_used,
        voucher: record.voucher,
    })
}

fn seen(line: LineRecord, returned: impl Fn(crate::ids::LineId) -> Result<visit_line::Returned>) -> Result<VisitLine> {
    let returnable = if line.is_sale() { line.qty - returned(line.id)?.pieces } else { 0 };
    let goods = line.goods;
    Ok(VisitLine {
        id: line.id,
        line_no: line.line_no,
        style_no: goods.style_no,
        name: goods.name,
        category: goods.category,
        color: goods.color,
        size: goods.size,
        qty: line.qty,
        list_price: line.list_price,
        price: line.price,
        amount: line.amount,
        reason: line.reason,
        reason_note: line.reason_note,
        reverses: line.reverses,
        returnable,
    })
}
