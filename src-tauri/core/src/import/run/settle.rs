//! What can only be done once everything is there: lines against their visit, returns against their sale, who brought whom.

use super::book::{Book, Referred, Reversing};
use super::tally::flag;
use crate::error::Result;
use crate::ids::{CustomerId, VisitId};
use crate::import::flag::{Flag, FlagCode, Severity};
use crate::money::Fen;
use crate::search::{fold_phone, sort_key};
use crate::store::bulk::{self, VisitSums};
use crate::store::referral;
use crate::wire::import::{ImportReport, TableReport};

/// Visits that are compared with their lines at a time.
const BATCH: i64 = 5_000;

pub(super) fn settle(book: &mut Book<'_>, report: &mut ImportReport) -> Result<()> {
    let tx = book.tx;
    let mut visits = report.visits.take().unwrap_or_default();
    let mut lines = report.lines.take();
    // Rows that came in by this import are taken away whole by its undo, so changes to them need no record.
    if let Some(lines) = &mut lines {
        tx.unrecorded(|| add_up(book, &mut visits))?;
        tie_old(book, lines)?;
    }
    tx.unrecorded(|| {
        pay(book)?;
        report.returns_tied = tie_returns(book, &mut visits)?;
        for &customer in &book.no_joined {
            bulk::join_on_first_visit(tx.db(), customer)?;
        }
        Ok(())
    })?;
    let mut customers = report.customers.take().unwrap_or_default();
    for referred in &book.referred {
        introduce(book, referred, &mut customers)?;
    }
    report.customers = Some(customers).filter(|table| table.encoding.is_some() || table.sheet.is_some());
    report.visits = Some(visits).filter(|table| table.encoding.is_some() || table.sheet.is_some());
    report.lines = lines;
    (report.total, report.customer_total) = bulk::totals_above(tx.db(), book.last_visit)?;
    Ok(())
}

/// Brings each new visit and the sums of its lines together.
fn add_up(book: &Book<'_>, report: &mut TableReport) -> Result<()> {
    let end = book.last_visit + i64::try_from(book.visits.len()).unwrap_or(i64::MAX);
    let mut first = book.last_visit + 1;
    while first <= end {
        let last = end.min(first + BATCH - 1);
        for sums in bulk::sums(book.tx.db(), VisitId(first), VisitId(last))? {
            let Some(mark) = book.mark(sums.id) else { continue };
            agree(book, &sums, mark.has_amount, mark.has_pieces, &mut |code, text| {
                flag(report, Flag::new(u64::from(mark.line), heading(book, code), code, text, Severity::Flagged));
            })?;
        }
        book.tx.progress().reach(book.bytes_before)?;
        first = last + 1;
    }
    Ok(())
}

/// The column of the visits' file that a remark is about.
fn heading<'a>(book: &'a Book<'_>, code: FlagCode) -> &'a str {
    match code {
        FlagCode::AmountDiffers => &book.headings.amount,
        FlagCode::PiecesDiffer => &book.headings.pieces,
        _ => &book.headings.ref_visit_no,
    }
}

/// The same for visits of before that got their first lines now; their change is part of the history.
fn tie_old(book: &Book<'_>, report: &mut TableReport) -> Result<()> {
    for (&visit, &line) in &book.filled {
        for sums in bulk::sums(book.tx.db(), visit, visit)? {
            agree(book, &sums, true, true, &mut |code, text| {
                flag(report, Flag::new(line, "", code, text, Severity::Flagged));
            })?;
        }
    }
    Ok(())
}

/// What was paid stays what the visit says: shops waive the odd fen of a whole bill, which no line shows. A line for the
/// difference keeps the sum of the lines equal to it. Pieces are counted from the lines.
fn agree(book: &Book<'_>, sums: &VisitSums, has_amount: bool, has_pieces: bool, remark: &mut impl FnMut(FlagCode, &str)) -> Result<()> {
    let db = book.tx.db();
    let total = if has_amount { sums.total } else { sums.line_total };
    let difference = total - sums.line_total;
    let mut list = sums.line_list;
    if difference != Fen::ZERO {
        remark(FlagCode::AmountDiffers, &total.to_string());
        let new = bulk::NewLineRow {
            visit: sums.id,
            line_no: bulk::next_line_no(db, sums.id)?,
            style_no: None,
            name: Some(&book.words.difference()),
            category: None,
            color: None,
            size: None,
            qty: 0,
            list_price: None,
            price: Fen::ZERO,
            amount: difference,
            reason: None,
            reason_note: None,
        };
        bulk::insert_line(db, &new)?;
        // More than the lines say was not taken off anything, so it belongs to the list price as well.
        if difference > Fen::ZERO {
            list += difference;
        }
    }
    if has_pieces && sums.pieces != sums.line_pieces {
        remark(FlagCode::PiecesDiffer, &sums.pieces.to_string());
    }
    if sums.pieces != sums.line_pieces || sums.total != total {
        bulk::set_sums(db, sums.id, sums.line_pieces, total)?;
    }
    if sums.list_total != list {
        bulk::set_list_total(db, sums.id, list)?;
    }
    Ok(())
}

/// Payments of visits whose amount was only known from their lines.
fn pay(book: &Book<'_>) -> Result<()> {
    for &(visit, method) in &book.unpaid {
        let total = bulk::visit_total(book.tx.db(), visit)?;
        if total != Fen::ZERO {
            bulk::insert_payment(book.tx.db(), visit, method, total)?;
        }
    }
    Ok(())
}

/// Ties what was brought back to the line it was bought on, where goods and price leave no choice.
fn tie_returns(book: &Book<'_>, report: &mut TableReport) -> Result<u64> {
    let db = book.tx.db();
    let mut tied = 0;
    for Reversing { visit, line_no, sale, sale_line } in &book.reversing {
        let Some(sale) = bulk::visit(db, sale)?.map(|sale| sale.id) else { continue };
        if let (Some(line), Some(bought)) = (bulk::line(db, *visit, *line_no)?, bulk::line(db, sale, *sale_line)?)
            && bulk::is_earlier_sale(db, sale, *visit)?
        {
            bulk::tie(db, line, bought)?;
            tied += 1;
        }
    }
    for (visit, number) in &book.refs {
        let line = book.mark(*visit).map_or(0, |mark| u64::from(mark.line));
        let mut remark = |code| flag(report, Flag::new(line, heading(book, code), code, number, Severity::Flagged));
        let Some(sale) = bulk::visit(db, number)?.map(|sale| sale.id) else {
            remark(FlagCode::SaleUnknown);
            continue;
        };
        // Most sales stand above their return in the file and were named when it was stored.
        if bulk::ref_visit(db, *visit)?.is_none() {
            bulk::set_ref_visit(db, *visit, sale)?;
        }
        let back = bulk::loose_returns(db, *visit)?;
        let is_earlier = bulk::is_earlier_sale(db, sale, *visit)?;
        for line in back {
            match bulk::bought_lines(db, sale, line)?[..] {
                [bought] if is_earlier => {
                    bulk::tie(db, line, bought)?;
                    tied += 1;
                }
                _ => remark(FlagCode::ReturnUnmatched),
            }
        }
    }
    Ok(tied)
}

/// Finds who brought a customer: by member number, by phone, by a name that only one has.
fn introduce(book: &Book<'_>, referred: &Referred, report: &mut TableReport) -> Result<()> {
    let db = book.tx.db();
    let text = referred.referrer.as_str();
    let digits = fold_phone(text);
    let by_phone: Vec<CustomerId> =
        if digits.len() < 7 { Vec::new() } else { bulk::phone_owners(db, &digits)?.into_iter().map(|(id, _)| id).collect() };
    let found = match (bulk::member(db, text)?, &by_phone[..]) {
        (Some(id), _) => Some(id),
        (None, [id]) => Some(*id),
        _ => match bulk::named(db, &sort_key(text), text)?[..] {
            [id] => Some(id),
            _ => None,
        },
    };
    let found = match found {
        // Nobody stands below herself: of a circle in the file the last word is left out.
        Some(id) if referral::is_above(db, referred.customer, id)? => None,
        found => found,
    };
    match found {
        Some(referrer) if book.is_new_customer(referred.customer) => {
            book.tx.unrecorded(|| bulk::set_referrer(db, referred.customer, referrer))
        }
        Some(referrer) => bulk::set_referrer(db, referred.customer, referrer),
        None => {
            flag(report, Flag::new(referred.line, "", FlagCode::ReferrerUnknown, text, Severity::Flagged));
            Ok(())
        }
    }
}
