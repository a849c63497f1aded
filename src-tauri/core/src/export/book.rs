//! A week as it stands in the book, and the proof that its sums agree.

use super::Week;
use super::code;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, VisitId};
use crate::money::Fen;
use crate::store::customer;
use crate::store::week::{self, WeekLine, WeekPayment, WeekVisit, Which};
use chrono::Datelike;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// Visits with their lines and payments, by day, instant and id.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// The visits.
    pub visits: Vec<WholeVisit>,
}

/// A visit with its lines and payments.
#[derive(Debug, Clone)]
pub struct WholeVisit {
    /// The visit.
    pub visit: WeekVisit,
    /// The customer's code; empty for a walk-in.
    pub customer: Option<String>,
    /// Its lines.
    pub lines: Vec<WeekLine>,
    /// Its payments.
    pub payments: Vec<WeekPayment>,
    /// See [`WholeVisit::digest`].
    pub digest: i64,
}

impl Book {
    /// Reads a week.
    ///
    /// # Errors
    /// `totals_differ` with the number of visits and the first of them, where lines or payments are there but do not add
    /// up to the total: nothing is exported that does not tie out.
    pub fn read(db: &Connection, week: Week) -> Result<Book> {
        let book = Book { visits: whole(db, Which::Days(week.monday(), week.sunday()))? };
        let wrong: Vec<&WholeVisit> = book.visits.iter().filter(|visit| !visit.ties_out()).collect();
        if let Some(first) = wrong.first() {
            return Err(Failure::at(Code::TotalsDiffer, "week").with("n", wrong.len()).with("visit", &first.visit.visit_no).into());
        }
        Ok(book)
    }
}

/// One live visit, if it is there.
pub fn one(db: &Connection, id: VisitId) -> Result<Option<WholeVisit>> {
    Ok(whole(db, Which::One(id))?.pop())
}

/// The live visits of a span of days, whether they tie out or not.
pub fn between(db: &Connection, from: Day, to: Day) -> Result<Vec<WholeVisit>> {
    whole(db, Which::Days(from, to))
}

fn whole(db: &Connection, which: Which) -> Result<Vec<WholeVisit>> {
    // All three come in the order of the visits, so each list is walked once.
    let mut lines = week::lines(db, which)?.into_iter().peekable();
    let mut payments = week::payments(db, which)?.into_iter().peekable();
    let mut whole = Vec::new();
    for visit in week::visits(db, which)? {
        let id = visit.id;
        let customer = visit.customer.as_ref().map(|(id, member_no, name)| customer_code(db, *id, member_no, name)).transpose()?;
        whole.push(WholeVisit {
            visit,
            customer,
            lines: std::iter::from_fn(|| lines.next_if(|line| line.visit == id)).collect(),
            payments: std::iter::from_fn(|| payments.next_if(|payment| payment.visit == id)).collect(),
            digest: 0,
        });
    }
    digest(&mut whole);
    Ok(whole)
}

/// From so many visits on the hashes are worked out by two threads.
const MANY: usize = 1_000;

fn digest(whole: &mut [WholeVisit]) {
    let each = |part: &mut [WholeVisit]| {
        let mut buffer = Vec::new();
        part.iter_mut().for_each(|visit| visit.digest = visit.digest(&mut buffer));
    };
    if whole.len() < MANY {
        return each(whole);
    }
    let (a, b) = whole.split_at_mut(whole.len() / 2);
    std::thread::scope(|scope| {
        scope.spawn(|| each(a));
        each(b);
    });
}

/// See [`code::customer`]. Where the book's own number is somebody else's member number, it gets an `X`.
pub(crate) fn customer_code(db: &Connection, id: CustomerId, member_no: &str, name: &str) -> Result<String> {
    let code = code::customer(id, member_no, name);
    let taken = code != member_no && customer::by_member_no(db, &code)?.is_some_and(|other| other != id);
    Ok(if taken { code + "X" } else { code })
}

impl WholeVisit {
    /// Whether lines and payments, where there are any, add up to the total.
    pub fn ties_out(&self) -> bool {
        let lines: Fen = self.lines.iter().map(|line| line.amount).sum();
        let payments: Fen = self.payments.iter().map(|payment| payment.amount).sum();
        (self.lines.is_empty() || lines == self.visit.total) && (self.payments.is_empty() || payments == self.visit.total)
    }

    /// The part of the total that was never written down as a payment.
    pub fn unstated(&self) -> Option<Fen> {
        (self.payments.is_empty() && self.visit.total != Fen::ZERO).then_some(self.visit.total)
    }

    /// List prices less what was paid. A total without lines and without list prices has no discount that is known.
    pub fn discount(&self) -> Fen {
        self.list_total() - self.visit.total
    }

    /// The sum at list prices.
    pub fn list_total(&self) -> Fen {
        if self.lines.is_empty() && self.visit.list_total == Fen::ZERO { self.visit.total } else { self.visit.list_total }
    }

    /// Pieces and amount sold, and pieces and amount brought back.
    pub fn sold_and_returned(&self) -> [(i64, Fen); 2] {
        let mut parts = [(0, Fen::ZERO), (0, Fen::ZERO)];
        if self.lines.is_empty() {
            let part = usize::from(self.visit.total < Fen::ZERO);
            parts[part] = (self.visit.pieces, self.visit.total);
        }
        for line in &self.lines {
            let part = &mut parts[usize::from(line.qty < 0)];
            part.0 += line.qty;
            part.1 += line.amount;
        }
        parts
    }

    /// The first 64 bits of a SHA-256 over everything that is delivered of the visit, independent of language, encoding
    /// and time zone.
    fn digest(&self, buffer: &mut Vec<u8>) -> i64 {
        buffer.clear();
        let visit = &self.visit;
        text(buffer, Some(&visit.visit_no));
        number(buffer, visit.at);
        number(buffer, i64::from(visit.day.num_days_from_ce()));
        text(buffer, Some(visit.kind.as_str()));
        text(buffer, self.customer.as_deref());
        number(buffer, i64::from(visit.is_day_total));
        number(buffer, visit.staff.map_or(0, |staff| staff.0));
        text(buffer, visit.ticket_no.as_deref());
        number(buffer, visit.pieces);
        number(buffer, visit.list_total.0);
        number(buffer, visit.total.0);
        text(buffer, visit.ref_visit_no.as_deref());
        number(buffer, self.lines.len() as i64);
        for line in &self.lines {
            number(buffer, line.line_no);
            for part in [&line.style_no, &line.name, &line.category, &line.color, &line.size] {
                text(buffer, part.as_deref());
            }
            number(buffer, line.qty);
            number(buffer, line.list_price.map_or(i64::MIN, |price| price.0));
            number(buffer, line.price.0);
            number(buffer, line.amount.0);
            text(buffer, line.reason.map(|reason| reason.as_str()));
            text(buffer, line.reverses.as_ref().map(|(visit_no, _)| visit_no.as_str()));
            number(buffer, line.reverses.as_ref().map_or(0, |(_, line_no)| *line_no));
        }
        for payment in &self.payments {
            text(buffer, Some(payment.method.as_str()));
            number(buffer, payment.amount.0);
        }
        let bytes: [u8; 32] = Sha256::digest(&buffer).into();
        i64::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]])
    }
}

fn number(buffer: &mut Vec<u8>, number: i64) {
    buffer.extend(number.to_le_bytes());
}

/// With its length in front, so that no two lists of texts look the same; one that is not there differs from an empty one.
fn text(buffer: &mut Vec<u8>, text: Option<&str>) {
    number(buffer, text.map_or(-1, |text| text.len() as i64));
    buffer.extend(text.unwrap_or_default().as_bytes());
}
