//! What can only be done once everything is there: lines against their visit, returns against their sale, who brought whom.

use super::book::{Book, Referred, Reversing, VisitMark};
use super::report::Report;
use super::tally::Outcome;
use crate::error::Result;
use crate::ids::{CustomerId, VisitId};
use crate::import::columns::{Field, Kind};
use crate::import::flag::{Flag, FlagCode, Severity};
use crate::money::Fen;
use crate::search::{fold_phone, sort_key};
use crate::store::bulk::{self, VisitSums};
use crate::store::{customer, referral};
use crate::wire::import::{ChangedCustomer, FieldChange};

/// Visits that are compared with their lines at a time.
const BATCH: i64 = 5_000;

/// What came of it.
pub(super) struct Settled {
    pub returns_tied: u64,
    pub referrers_found: u64,
    /// The sum of the new visits, and of those of customers.
    pub totals: (Fen, Fen),
}

pub(super) fn settle(book: &mut Book<'_>, report: &mut Report) -> Result<Settled> {
    let tx = book.tx;
    // Rows that came in by this import are taken away whole by its undo, so changes to them need no record.
    if report.has(Kind::Lines) {
        tx.unrecorded(|| add_up(book, report))?;
        tie_old(book, report)?;
    }
    let returns_tied = tx.unrecorded(|| {
        pay(book)?;
        let tied = tie_returns(book, report)?;
        for &customer in &book.no_joined {
            bulk::join_on_first_visit(tx.db(), customer)?;
        }
        Ok(tied)
    })?;
    let mut referrers_found = 0;
    for referred in &book.referred {
        referrers_found += u64::from(introduce(book, referred, report)?);
    }
    Ok(Settled { returns_tied, referrers_found, totals: bulk::totals_above(tx.db(), book.last_visit)? })
}

/// Brings each new visit and the sums of its lines together.
fn add_up(book: &Book<'_>, report: &mut Report) -> Result<()> {
    let end = book.last_visit + i64::try_from(book.visits.len()).unwrap_or(i64::MAX);
    let mut first = book.last_visit + 1;
    while first <= end {
        let last = end.min(first + BATCH - 1);
        for sums in bulk::sums(book.tx.db(), VisitId(first), VisitId(last))? {
            let Some(mark) = book.mark(sums.id) else { continue };
            agree(book, &sums, mark.has_amount, mark.has_pieces, &mut |code, text| {
                remark(book, report, mark, code, text);
            })?;
        }
        book.tx.progress().reach(book.bytes_before)?;
        first = last + 1;
    }
    Ok(())
}

/// A remark about the row of a visit and the column it is about.
fn remark(book: &Book<'_>, report: &mut Report, mark: VisitMark, code: FlagCode, text: &str) {
    let headings = &book.headings[usize::from(mark.file)];
    let heading = match code {
        FlagCode::AmountDiffers => &headings.amount,
        FlagCode::PiecesDiffer => &headings.pieces,
        _ => &headings.ref_visit_no,
    };
    report.flag(usize::from(mark.file), Flag::new(u64::from(mark.line), heading, code, text, Severity::Flagged));
}

/// The same for visits of before that got their first lines now; their change is part of the history.
fn tie_old(book: &Book<'_>, report: &mut Report) -> Result<()> {
    for (&visit, &(file, line)) in &book.filled {
        for sums in bulk::sums(book.tx.db(), visit, visit)? {
            agree(book, &sums, true, true, &mut |code, text| {
                report.flag(file, Flag::new(line, "", code, text, Severity::Flagged));
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
fn tie_returns(book: &Book<'_>, report: &mut Report) -> Result<u64> {
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
        let Some(mark) = book.mark(*visit) else { continue };
        let mut remark = |code| remark(book, report, mark, code, number);
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
fn introduce(book: &Book<'_>, referred: &Referred, report: &mut Report) -> Result<bool> {
    let db = book.tx.db();
    if bulk::has_referrer(db, referred.customer)? {
        // An earlier file said it.
        return Ok(false);
    }
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
    let Some(referrer) = found else { return Ok(unknown(referred, report)) };
    // Nobody stands below herself: of a circle in the file the last word is left out.
    if referral::is_above(db, referred.customer, referrer)? {
        return Ok(unknown(referred, report));
    }
    if book.is_new_customer(referred.customer) {
        book.tx.unrecorded(|| bulk::set_referrer(db, referred.customer, referrer))?;
    } else {
        bulk::set_referrer(db, referred.customer, referrer)?;
    }
    if referred.outcome != Outcome::New {
        tell(book, referred, referrer, report)?;
    }
    Ok(true)
}

fn unknown(referred: &Referred, report: &mut Report) -> bool {
    report.flag(referred.file, Flag::new(referred.line, "", FlagCode::ReferrerUnknown, &referred.referrer, Severity::Flagged));
    false
}

/// Tells that an archive which was there got its referrer.
fn tell(book: &Book<'_>, referred: &Referred, referrer: CustomerId, report: &mut Report) -> Result<()> {
    let db = book.tx.db();
    if referred.outcome == Outcome::Known {
        report.recount_as_changed(referred.file);
    }
    let after = customer::person(db, referrer)?.map(|person| format!("{} {}", person.name, person.member_no));
    let change = FieldChange { field: Field::Referrer.as_str().to_owned(), label: None, before: None, after, is_kept: false };
    if let Some(told) = report.told(referred.file, referred.line) {
        // What stays although its column is there stands last.
        let at = told.fields.iter().take_while(|field| !field.is_kept).count();
        told.fields.insert(at, change);
    } else if referred.outcome == Outcome::Known
        && report.tells_changes(referred.file)
        && let Some(person) = customer::person(db, referred.customer)?
    {
        let (customer, member_no, name) = (person.id, Some(person.member_no), person.name);
        report.tell(referred.file, ChangedCustomer { file: None, line: referred.line, customer, member_no, name, fields: vec![change] });
    }
    Ok(())
}
