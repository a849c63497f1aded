//! What the clerk entered, every field within its bounds; nothing here asks the book.

use super::apply::Old;
use crate::clock::{Day, Millis, Now};
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, FieldId, StaffId, VoucherId};
use crate::money::Fen;
use crate::store::visit_line::Goods;
use crate::wire::profile::Answer;
use crate::wire::text;
use crate::wire::visits::{DayTotal, NewLine, NewReturn, NewVisit, NewWish, Payment, PriceReason, VisitKind};
use chrono::{NaiveTime, TimeZone};

/// The most lines of a visit, sold and brought back together.
const LINES: usize = 200;
/// The most pieces of a line.
const QTY: i64 = 9_999;
/// The most ways one visit is paid in.
const PAYMENTS: usize = 20;
/// The most wishes and the most answers of a visit.
const EXTRAS: usize = 100;
/// The earliest day a visit can have, in years.
const FIRST_YEAR: i32 = 1990;

/// A visit within its bounds.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub customer: Option<CustomerId>,
    pub kind: VisitKind,
    pub day: Day,
    pub at: Millis,
    pub staff: Option<StaffId>,
    pub lines: Vec<DraftLine>,
    pub returns: Vec<NewReturn>,
    pub payments: Vec<Payment>,
    pub day_total: Option<DayTotal>,
    /// A visit of another book that came without lines keeps its sums.
    pub keeps_sums: bool,
    pub voucher: Option<VoucherId>,
    pub points_used: i64,
    pub ticket_no: Option<String>,
    pub satisfaction: Option<i64>,
    pub motive: Option<String>,
    pub companions: Option<String>,
    pub feedback: Option<String>,
    pub note: Option<String>,
    pub answers: Vec<Answer>,
    /// Sensitive fields she agreed to just now.
    pub agreed: Vec<FieldId>,
    pub wishes: Vec<NewWish>,
}

/// A piece sold, within its bounds.
#[derive(Debug, Clone)]
pub(super) struct DraftLine {
    pub goods: Goods,
    pub qty: i64,
    pub list_price: Fen,
    pub price: Fen,
    pub reason: Option<PriceReason>,
    pub reason_note: Option<String>,
}

impl DraftLine {
    /// Before a voucher or points.
    pub fn gross(&self) -> Fen {
        Fen(self.price.0 * self.qty)
    }
}

fn out_of_range(field: &str, min: i64, max: i64) -> Failure {
    Failure::at(Code::OutOfRange, field).with("min", min).with("max", max)
}

/// Reads what was entered. What a correction leaves out stays as it was.
///
/// # Errors
/// The bound that a field breaks, at the field.
pub(super) fn read(new: NewVisit, now: Now, actor: Option<StaffId>, old: Option<&Old>) -> Result<Draft> {
    let (day, at) = moment(new.day, new.time.as_deref(), now, old)?;
    let brought = Brought::of(old);
    bounds(&new, &brought)?;
    belongs(&new, &brought)?;
    if new.customer.is_none() {
        only_customers(&new)?;
    }
    let lines: Result<Vec<DraftLine>> = new
        .lines
        .iter()
        .enumerate()
        .map(|(index, one)| line(one, brought.qty).map_err(|error| error.under(format!("lines.{index}"))))
        .collect();
    let lines = lines?;
    if lines.iter().map(|line| i128::from(line.gross().0).max(i128::from(line.list_price.0) * i128::from(line.qty))).sum::<i128>()
        > i128::from(Fen::LIMIT.0)
    {
        return Err(Failure::at(Code::AmountTooLarge, "lines").into());
    }
    let wishes: Result<Vec<NewWish>> =
        new.wishes.iter().enumerate().map(|(index, one)| wish(one).map_err(|error| error.under(format!("wishes.{index}")))).collect();
    Ok(Draft {
        customer: new.customer,
        kind: new.kind,
        day,
        at,
        staff: new.staff.or(old.and_then(|old| old.record.staff)).or(actor),
        keeps_sums: brought.sums_only && lines.is_empty() && new.returns.is_empty() && new.day_total.is_none(),
        lines,
        returns: new.returns,
        payments: new.payments.into_iter().filter(|payment| payment.amount != Fen::ZERO).collect(),
        day_total: new.day_total,
        voucher: new.voucher,
        points_used: new.points_used,
        ticket_no: text::line("ticket_no", new.ticket_no.as_deref(), 40)?,
        satisfaction: new.satisfaction,
        motive: text::line("motive", new.motive.as_deref(), 200)?,
        companions: text::line("companions", new.companions.as_deref(), 200)?,
        feedback: text::note("feedback", new.feedback.as_deref())?,
        note: text::note("note", new.note.as_deref())?,
        answers: new.answers,
        agreed: new.agreed.unwrap_or_default(),
        wishes: wishes?,
    })
}

fn moment(day: Option<Day>, time: Option<&str>, now: Now, old: Option<&Old>) -> Result<(Day, Millis)> {
    let old = old.map(|old| &old.record);
    let today = now.day();
    let day = day.or(old.map(|old| old.day)).unwrap_or(today);
    if day > today {
        return Err(Failure::at(Code::DayInFuture, "day").into());
    }
    if chrono::Datelike::year(&day) < FIRST_YEAR {
        return Err(Failure::at(Code::OutOfRange, "day").with("min", format!("{FIRST_YEAR}-01-01")).with("max", today).into());
    }
    let time = match time.map(str::trim).filter(|time| !time.is_empty()) {
        Some(text) => NaiveTime::parse_from_str(text, "%H:%M")
            .map_err(|_| Failure::at(Code::OutOfRange, "time").with("min", "00:00").with("max", "23:59"))?,
        None => match old {
            Some(old) if old.day == day => return Ok((day, old.at)),
            None if day == today => return Ok((day, now.millis())),
            _ => NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default(),
        },
    };
    let at = now.at.offset().from_local_datetime(&day.and_time(time)).earliest();
    Ok((day, at.map_or_else(|| now.millis(), |at| at.timestamp_millis())))
}

/// What a corrected visit has from another book, beyond what one entered by hand can have.
struct Brought {
    lines: usize,
    qty: i64,
    /// Sums, and no lines.
    sums_only: bool,
    /// Lines that bring something back and do not say from where.
    loose_returns: bool,
}

impl Brought {
    fn of(old: Option<&Old>) -> Brought {
        let lines = old.map_or(&[][..], |old| &old.lines);
        let summed = |old: &Old| !old.record.is_day_total && (old.record.total != Fen::ZERO || old.record.pieces != 0);
        Brought {
            lines: lines.len().max(LINES),
            qty: lines.iter().map(|line| line.qty).max().unwrap_or(0).max(QTY),
            sums_only: lines.is_empty() && old.is_some_and(summed),
            loose_returns: lines.iter().any(|line| line.reverses.is_none() && line.qty <= 0),
        }
    }
}

fn bounds(new: &NewVisit, brought: &Brought) -> Result<()> {
    if new.lines.len() + new.returns.len() > brought.lines {
        let field = if new.lines.len() > new.returns.len() { "lines" } else { "returns" };
        return Err(out_of_range(field, 0, LINES as i64).into());
    }
    for (field, count, most) in
        [("payments", new.payments.len(), PAYMENTS), ("answers", new.answers.len(), EXTRAS), ("wishes", new.wishes.len(), EXTRAS)]
    {
        if count > most {
            return Err(out_of_range(field, 0, most as i64).into());
        }
    }
    for (index, back) in new.returns.iter().enumerate() {
        if !(1..=QTY).contains(&back.qty) {
            return Err(out_of_range(&format!("returns.{index}.qty"), 1, QTY).into());
        }
    }
    if new.satisfaction.is_some_and(|stars| !(1..=5).contains(&stars)) {
        return Err(out_of_range("satisfaction", 1, 5).into());
    }
    if !(0..=1_000_000_000).contains(&new.points_used) {
        return Err(out_of_range("points_used", 0, 1_000_000_000).into());
    }
    if let Some(sum) = &new.day_total {
        if !(0..=1_000_000).contains(&sum.pieces) {
            return Err(out_of_range("day_total.pieces", 0, 1_000_000).into());
        }
        if sum.total < Fen::ZERO {
            return Err(Failure::at(Code::PriceInvalid, "day_total.total").into());
        }
    }
    Ok(())
}

/// Each kind has its parts: what it needs, and what does not go with it.
fn belongs(new: &NewVisit, brought: &Brought) -> Result<()> {
    let more = brought.sums_only || brought.loose_returns;
    let (sold, back) = (!new.lines.is_empty(), !new.returns.is_empty());
    let summed = new.day_total.as_ref().is_some_and(|sum| sum.pieces > 0 || sum.total > Fen::ZERO);
    let wrong = |field: &str| Err(Failure::at(Code::ChoiceInvalid, field).into());
    let empty = |field: &str| Err(Failure::at(Code::VisitEmpty, field).into());
    if new.day_total.is_some() && (new.kind != VisitKind::Purchase || new.customer.is_some() || sold || back) {
        return wrong("day_total");
    }
    match new.kind {
        VisitKind::Purchase if back => wrong("kind"),
        VisitKind::Browse if sold || back || more => wrong("kind"),
        VisitKind::Service if back => wrong("kind"),
        VisitKind::Return if sold => wrong("kind"),
        _ if more => Ok(()),
        VisitKind::Purchase if !sold && new.day_total.is_some() && !summed => empty("day_total"),
        VisitKind::Purchase if !sold && !summed => empty("lines"),
        VisitKind::Return | VisitKind::Exchange if !back => empty("returns"),
        VisitKind::Exchange if !sold => empty("lines"),
        _ => Ok(()),
    }
}

/// A walk-in has no archive to take from or to write into.
fn only_customers(new: &NewVisit) -> Result<()> {
    if new.voucher.is_some() || new.points_used > 0 || !new.answers.is_empty() || !new.wishes.is_empty() {
        return Err(Failure::at(Code::Required, "customer").into());
    }
    Ok(())
}

fn line(new: &NewLine, most: i64) -> Result<DraftLine> {
    let goods = Goods {
        style_no: text::line("style_no", new.style_no.as_deref(), 40)?,
        name: text::line("name", new.name.as_deref(), text::LINE)?,
        category: text::line("category", new.category.as_deref(), 40)?,
        color: text::line("color", new.color.as_deref(), 40)?,
        size: text::line("size", new.size.as_deref(), 40)?,
    };
    if goods.style_no.is_none() && goods.name.is_none() {
        return Err(Failure::at(Code::Required, "name").into());
    }
    if !(1..=most).contains(&new.qty) {
        return Err(out_of_range("qty", 1, most).into());
    }
    let list_price = new.list_price.unwrap_or(new.price);
    if new.list_price.is_some_and(|list| list < Fen::ZERO) {
        return Err(Failure::at(Code::PriceInvalid, "list_price").into());
    }
    if new.price < Fen::ZERO || new.price > list_price {
        return Err(Failure::at(Code::PriceInvalid, "price").into());
    }
    let reason_note = text::line("reason_note", new.reason_note.as_deref(), 200)?;
    // At the list price there is nothing to give a reason for.
    let reason = new.reason.filter(|_| new.price < list_price);
    match reason {
        None if new.price < list_price => return Err(Failure::at(Code::ReasonRequired, "reason").into()),
        // Vouchers and points have their own place, where they are checked and counted.
        Some(PriceReason::Voucher | PriceReason::Points) => return Err(Failure::at(Code::ChoiceInvalid, "reason").into()),
        Some(PriceReason::Manual) if reason_note.is_none() => return Err(Failure::at(Code::ReasonRequired, "reason_note").into()),
        _ => {}
    }
    Ok(DraftLine { goods, qty: new.qty, list_price, price: new.price, reason, reason_note: reason_note.filter(|_| reason.is_some()) })
}

fn wish(new: &NewWish) -> Result<NewWish> {
    let wish = NewWish {
        style_no: text::line("style_no", new.style_no.as_deref(), 40)?,
        name: text::line("name", new.name.as_deref(), text::LINE)?,
        color: text::line("color", new.color.as_deref(), 40)?,
        size: text::line("size", new.size.as_deref(), 40)?,
        reason: text::line("reason", new.reason.as_deref(), 200)?,
    };
    if wish.style_no.is_none() && wish.name.is_none() {
        return Err(Failure::at(Code::Required, "name").into());
    }
    Ok(wish)
}
