//! Visits: whose, when, which kind.

use super::Desk;
use super::book::{Book, Headings, VisitMark};
use super::tally::{Outcome, Remarks, each_row};
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::CustomerId;
use crate::import::columns::Field;
use crate::import::flag::FlagCode;
use crate::import::preview::shown;
use crate::import::reader::TableReader;
use crate::import::rows::VisitRow;
use crate::money::Fen;
use crate::search::fold_phone;
use crate::store::bulk;
use crate::wire::visits::VisitKind;
use chrono::{FixedOffset, NaiveTime};
use std::fs::File;

pub(super) fn take(book: &mut Book<'_>, reader: TableReader<File, VisitRow>, desk: &mut Desk<'_>) -> Result<()> {
    let heading = |field| reader.columns().heading(field).to_owned();
    book.headings[book.file] =
        Headings { amount: heading(Field::Amount), pieces: heading(Field::Pieces), ref_visit_no: heading(Field::RefVisitNo) };
    let columns = shown(reader.columns());
    each_row(book, reader, columns, desk, store)
}

fn store(book: &mut Book<'_>, row: VisitRow, remarks: &mut Remarks<'_>) -> Result<Outcome> {
    let db = book.tx.db();
    if row.day > book.tx.day() {
        return Ok(remarks.reject(Field::Date, FlagCode::DateInFuture));
    }
    let customer = match customer(book, &row)? {
        Whose::Customer(id) => Some(id),
        Whose::WalkIn => None,
        Whose::Unknown(field) => return Ok(remarks.reject(field, FlagCode::MemberUnknown)),
    };
    let total = row.amount.unwrap_or(Fen::ZERO);
    if let Some(known) = bulk::visit(db, &row.visit_no)? {
        if book.is_visit_of_this_file(known.id) {
            return Ok(remarks.reject(Field::VisitNo, FlagCode::VisitRepeated));
        }
        if known.day != row.day || known.customer != customer || row.amount.is_some_and(|amount| amount != known.total) {
            remarks.note(Field::VisitNo, FlagCode::VisitDiffers);
        }
        return Ok(Outcome::Known);
    }
    let kind = row.kind.unwrap_or_else(|| kind_of(total, row.pieces));
    if kind == VisitKind::Return && total > Fen::ZERO {
        remarks.note(Field::Amount, FlagCode::ReturnPositive);
    }
    let sale = match &row.ref_visit_no {
        Some(number) => bulk::visit(db, number)?.map(|sale| sale.id),
        None => None,
    };
    let staff = row.staff.as_deref().map(|name| book.staff(name)).transpose()?;
    let id = bulk::insert_visit(
        db,
        &bulk::NewVisitRow {
            visit_no: &row.visit_no,
            customer,
            at: instant(row.day, row.time, *book.tx.now().at.offset()),
            day: row.day,
            kind,
            staff,
            pieces: row.pieces.unwrap_or(0),
            total,
            ref_visit: sale,
            note: row.note.as_deref(),
            ticket_no: row.ticket_no.as_deref(),
            // A customer's own visit is never a day's total, whatever a file says.
            is_day_total: row.is_day_total && customer.is_none(),
            satisfaction: row.satisfaction,
            motive: row.motive.as_deref(),
            companions: row.companions.as_deref(),
            feedback: row.feedback.as_deref(),
        },
    )?;
    for &(method, part) in &row.payments {
        match (part, row.amount) {
            (Some(part), _) => bulk::insert_payment(db, id, method, part)?,
            (None, Some(amount)) if amount != Fen::ZERO => bulk::insert_payment(db, id, method, amount)?,
            (None, Some(_)) => (),
            (None, None) => book.unpaid.push((id, method)),
        }
    }
    if let Some(number) = row.ref_visit_no {
        book.refs.push((id, number));
    }
    let line = u32::try_from(remarks.line).unwrap_or(u32::MAX);
    let file = u16::try_from(book.file).unwrap_or(u16::MAX);
    book.visits.push(VisitMark { line, file, has_amount: row.amount.is_some(), has_pieces: row.pieces.is_some() });
    Ok(Outcome::New)
}

enum Whose {
    Customer(CustomerId),
    WalkIn,
    Unknown(Field),
}

fn customer(book: &Book<'_>, row: &VisitRow) -> Result<Whose> {
    if let Some(member_no) = &row.member_no {
        return Ok(bulk::member(book.tx.db(), member_no)?.map_or(Whose::Unknown(Field::MemberNo), Whose::Customer));
    }
    match &row.phone {
        None => Ok(Whose::WalkIn),
        Some(number) => match bulk::phone_owners(book.tx.db(), &fold_phone(number))?[..] {
            [(id, _)] => Ok(Whose::Customer(id)),
            _ => Ok(Whose::Unknown(Field::Phone)),
        },
    }
}

/// The kind of a visit whose file does not say it: money going back is a return, nothing at all is a look around.
fn kind_of(total: Fen, pieces: Option<i64>) -> VisitKind {
    if total < Fen::ZERO {
        VisitKind::Return
    } else if total == Fen::ZERO && pieces.unwrap_or(0) == 0 {
        VisitKind::Browse
    } else {
        VisitKind::Purchase
    }
}

/// Noon where the file has no time, as for a visit that is entered later by hand.
fn instant(day: Day, time: Option<NaiveTime>, offset: FixedOffset) -> Millis {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let local = day.and_time(time.unwrap_or(noon));
    local.and_utc().timestamp_millis() - i64::from(offset.local_minus_utc()) * 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_happens_at_the_shops_clock() {
        let china = FixedOffset::east_opt(8 * 3600).unwrap();
        let day = Day::from_ymd_opt(2024, 3, 1).unwrap();
        let at = |time| crate::clock::Now::from_millis(instant(day, time, china), china).text();
        assert_eq!(at(NaiveTime::from_hms_opt(0, 5, 9)), "2024-03-01T00:05:09+08:00");
        assert_eq!(at(None), "2024-03-01T12:00:00+08:00");
    }

    #[test]
    fn a_kind_that_is_not_said_follows_the_money() {
        assert_eq!(kind_of(Fen(-1), Some(1)), VisitKind::Return);
        assert_eq!(kind_of(Fen(0), None), VisitKind::Browse);
        assert_eq!(kind_of(Fen(0), Some(2)), VisitKind::Purchase);
        assert_eq!(kind_of(Fen(1), None), VisitKind::Purchase);
    }
}
