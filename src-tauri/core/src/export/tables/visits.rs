//! One row a visit, or one a line of it.

use super::{Asked, Names};
use crate::clock::Now;
use crate::error::Result;
use crate::export::book::{self, WholeVisit};
use crate::export::cells::Row;
use crate::export::out::Out;
use crate::money::Fen;
use crate::progress::Progress;
use crate::store::week;
use crate::wire::visits::Method;
use rusqlite::Connection;

/// What is written of a visit.
pub(super) type Rows = fn(&Connection, &Asked, &Names, &WholeVisit, &mut Row, &mut Out) -> Result<()>;

/// Live visits by day, a day in memory at a time: a busy month of a large shop would be a hundred times that.
pub(super) fn write(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out, rows: Rows) -> Result<()> {
    let names = Names::load(db)?;
    let last = asked.last_day();
    let Some(first) = week::first_day(db)? else { return Ok(()) };
    progress.start(u64::try_from((last - first).num_days() + 1).unwrap_or(0));
    let mut row = Row::default();
    for (done, day) in first.iter_days().take_while(|day| *day <= last).enumerate() {
        for whole in book::between(db, day, day)? {
            if asked.wants(whole.visit.customer.as_ref().map(|(id, ..)| *id)) {
                rows(db, asked, &names, &whole, &mut row, out)?;
            }
        }
        progress.reach(done as u64 + 1)?;
    }
    Ok(())
}

/// The cells in the order of [`crate::export::columns::VISITS`].
pub(super) fn visit(db: &Connection, asked: &Asked, names: &Names, whole: &WholeVisit, row: &mut Row, out: &mut Out) -> Result<()> {
    let visit = &whole.visit;
    row.text(&visit.visit_no);
    row.day(Some(visit.day));
    row.time(Now::from_millis(visit.at, asked.offset).at.time());
    row.text(&asked.word("kind", visit.kind.as_str()));
    row.optional(visit.customer.as_ref().map(|(_, member_no, _)| member_no.as_str()));
    row.optional(visit.customer.as_ref().map(|(_, _, name)| name.as_str()));
    row.number(i64::from(visit.is_day_total));
    names.put_staff(row, visit.staff);
    row.optional(visit.ticket_no.as_deref());
    row.number(visit.pieces);
    row.money(Some(whole.list_total()));
    row.money(Some(visit.total));
    let paid: Vec<String> =
        whole.payments.iter().map(|payment| format!("{} {}", asked.word("method", payment.method.as_str()), payment.amount)).collect();
    row.optional(Some(paid.join("+").as_str()));
    for method in Method::ALL {
        let paid = || whole.payments.iter().filter(|payment| payment.method == *method).map(|payment| payment.amount);
        row.money(paid().next().map(|_| paid().sum::<Fen>()));
    }
    row.optional(visit.ref_visit_no.as_deref());
    let remarks = week::remarks(db, visit.id)?;
    row.maybe_number(remarks.as_ref().and_then(|remarks| remarks.satisfaction));
    let texts = remarks.map(|r| [r.motive, r.companions, r.feedback, r.note]).unwrap_or_default();
    for text in &texts {
        row.optional(text.as_deref());
    }
    out.row(row)
}

/// The cells in the order of [`crate::export::columns::LINES`].
pub(super) fn lines(_: &Connection, asked: &Asked, _: &Names, whole: &WholeVisit, row: &mut Row, out: &mut Out) -> Result<()> {
    for line in &whole.lines {
        row.text(&whole.visit.visit_no);
        row.day(Some(whole.visit.day));
        row.optional(whole.visit.customer.as_ref().map(|(_, member_no, _)| member_no.as_str()));
        row.number(line.line_no);
        for text in [&line.style_no, &line.name, &line.category, &line.color, &line.size] {
            row.optional(text.as_deref());
        }
        row.number(line.qty);
        row.money(line.list_price);
        row.money(Some(line.price));
        row.money(Some(line.amount));
        row.optional(line.reason.map(|reason| asked.word("reason", reason.as_str())).as_deref());
        row.optional(line.reason_note.as_deref());
        row.optional(line.reverses.as_ref().map(|(visit_no, _)| visit_no.as_str()));
        row.maybe_number(line.reverses.as_ref().map(|(_, line_no)| *line_no));
        out.row(row)?;
    }
    Ok(())
}
