//! The summary: what a week adds up to, by day and by kind of payment, returns apart.

use super::Week;
use super::book::{Book, WholeVisit};
use super::points::{Movement, WeekPoints};
use crate::clock::{Day, Now};
use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::store::week as store;
use crate::wire::export::WeekTotals;
use crate::wire::visits::Method;
use chrono::FixedOffset;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// What a row of the summary counts. The order is that of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// Visits, net pieces and net total.
    Visits,
    /// What was bought: visits with such a part, pieces, amount.
    Sales,
    /// What was brought back, below zero.
    Returns,
    /// List prices less what was paid.
    Discounts,
    /// Payments received by this method; nothing for those of which the method was not written down.
    Received(Option<Method>),
    /// Money given back by this method, below zero.
    Refunded(Option<Method>),
    /// Vouchers issued.
    VouchersIssued,
    /// Vouchers used and what they took off.
    VouchersUsed,
    /// Vouchers that can still be used when the week ends, and what those of a fixed amount are worth.
    VouchersOutstanding,
    /// Points of all customers when the week begins.
    PointsBefore,
    /// Points moved.
    Points(Movement),
    /// Points of all customers when the week ends.
    PointsLiability,
}

impl Item {
    /// The name of the item's word in the catalogue, after `export-item-`.
    pub fn key(self) -> &'static str {
        match self {
            Item::Visits => "visits",
            Item::Sales => "sales",
            Item::Returns => "returns",
            Item::Discounts => "discounts",
            Item::Received(_) => "received",
            Item::Refunded(_) => "refunded",
            Item::VouchersIssued => "vouchers-issued",
            Item::VouchersUsed => "vouchers-used",
            Item::VouchersOutstanding => "vouchers-outstanding",
            Item::PointsBefore => "points-before",
            Item::Points(Movement::Issued) => "points-issued",
            Item::Points(Movement::Redeemed) => "points-redeemed",
            Item::Points(Movement::Reversed) => "points-reversed",
            Item::Points(Movement::Adjusted) => "points-adjusted",
            Item::Points(Movement::Expired) => "points-expired",
            Item::PointsLiability => "points-liability",
        }
    }

    /// The method of payment, where the item has one: nothing inside for an unstated one.
    pub fn method(self) -> Option<Option<Method>> {
        match self {
            Item::Received(method) | Item::Refunded(method) => Some(method),
            _ => None,
        }
    }

    fn has_pieces(self) -> bool {
        matches!(self, Item::Visits | Item::Sales | Item::Returns)
    }

    fn has_amount(self) -> bool {
        !matches!(self, Item::VouchersIssued | Item::PointsBefore | Item::Points(_) | Item::PointsLiability)
    }
}

/// A row: of a day, or of the whole week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// The day; nothing for the week.
    pub day: Option<Day>,
    /// What is counted.
    pub item: Item,
    /// How many; points for points.
    pub count: i64,
    /// Pieces, where they are counted.
    pub pieces: Option<i64>,
    /// Amount, where there is one.
    pub amount: Option<Fen>,
}

/// A week added up.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The rows of the file.
    pub rows: Vec<SummaryRow>,
    /// What the whole export adds up to.
    pub totals: WeekTotals,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    count: i64,
    pieces: i64,
    amount: Fen,
}

impl Sum {
    fn add(&mut self, more: Sum) {
        self.count += more.count;
        self.pieces += more.pieces;
        self.amount += more.amount;
    }
}

/// Adds a week up.
///
/// # Errors
/// `internal` when sums taken on different ways do not meet although every visit ties out: better no files than wrong ones.
pub fn of(db: &Connection, week: Week, book: &Book, points: &WeekPoints, offset: FixedOffset) -> Result<Summary> {
    let mut sums: BTreeMap<(Option<Day>, Item), Sum> = BTreeMap::new();
    let mut add = |day: Day, item: Item, count: i64, pieces: i64, amount: Fen| {
        sums.entry((Some(day), item)).or_default().add(Sum { count, pieces, amount });
    };
    for day in week.days() {
        add(day, Item::Visits, 0, 0, Fen::ZERO);
    }
    for visit in &book.visits {
        add_visit(visit, &mut add);
    }
    let (begin, end) = (midnight(week.monday(), offset), midnight(after(week.sunday()), offset));
    for at in store::vouchers_issued(db, begin, end)? {
        add(Now::from_millis(at, offset).day(), Item::VouchersIssued, 1, 0, Fen::ZERO);
    }
    for (day, off) in store::vouchers_used(db, week.monday(), week.sunday())? {
        add(day, Item::VouchersUsed, 1, 0, off);
    }
    for ((day, movement), moved) in &points.moved {
        add(*day, Item::Points(*movement), *moved, 0, Fen::ZERO);
    }
    // The week is the sum of its days.
    let mut whole: BTreeMap<(Option<Day>, Item), Sum> = BTreeMap::new();
    for ((_, item), sum) in &sums {
        whole.entry((None, *item)).or_default().add(*sum);
    }
    sums.append(&mut whole);
    let (outstanding, worth) = store::vouchers_outstanding(db, week.sunday(), end)?;
    let mut of_week = |item: Item, count: i64, amount: Fen| sums.insert((None, item), Sum { count, pieces: 0, amount });
    of_week(Item::VouchersOutstanding, outstanding, worth);
    of_week(Item::PointsBefore, points.before, Fen::ZERO);
    of_week(Item::PointsLiability, points.after, Fen::ZERO);

    let sum = |item: Item| sums.get(&(None, item)).copied().unwrap_or_default();
    let by_method = |make: fn(Option<Method>) -> Item| methods().map(|method| sum(make(method)).amount).sum::<Fen>();
    let mut totals = totals(book);
    totals.discounts = sum(Item::Discounts).amount;
    totals.points_liability = points.after;
    totals.vouchers_outstanding = outstanding;
    let sums_meet = totals.total == totals.lines_total + totals.without_lines_total
        && totals.total == totals.payments_total
        && totals.total == totals.sales + totals.returns
        && totals.total == sum(Item::Visits).amount
        && totals.total == sum(Item::Sales).amount + sum(Item::Returns).amount
        && totals.total == by_method(Item::Received) + by_method(Item::Refunded);
    if !sums_meet {
        return Err(Failure::new(Code::Internal).into());
    }
    // Days in their order, then the week.
    let (of_week, of_days): (Vec<_>, Vec<_>) = sums.iter().partition(|((day, _), _)| day.is_none());
    let rows = of_days.into_iter().chain(of_week).map(|((day, item), sum)| SummaryRow {
        day: *day,
        item: *item,
        count: sum.count,
        pieces: item.has_pieces().then_some(sum.pieces),
        amount: item.has_amount().then_some(sum.amount),
    });
    Ok(Summary { rows: rows.collect(), totals })
}

fn add_visit(whole: &WholeVisit, add: &mut impl FnMut(Day, Item, i64, i64, Fen)) {
    let visit = &whole.visit;
    let day = visit.day;
    add(day, Item::Visits, 1, visit.pieces, visit.total);
    for ((pieces, amount), item) in whole.sold_and_returned().into_iter().zip([Item::Sales, Item::Returns]) {
        if pieces != 0 || amount != Fen::ZERO {
            add(day, item, 1, pieces, amount);
        }
    }
    if whole.discount() != Fen::ZERO {
        add(day, Item::Discounts, 1, 0, whole.discount());
    }
    let paid = whole.payments.iter().map(|payment| (Some(payment.method), payment.amount));
    for (method, amount) in paid.chain(whole.unstated().map(|amount| (None, amount))) {
        let item = if amount < Fen::ZERO { Item::Refunded(method) } else { Item::Received(method) };
        add(day, item, 1, 0, amount);
    }
}

/// The totals, each from its own table and not from the summary's sums.
fn totals(book: &Book) -> WeekTotals {
    let visits = || book.visits.iter();
    let lines = || visits().flat_map(|visit| &visit.lines);
    let payments = || visits().flat_map(|visit| &visit.payments);
    let bare = || visits().filter(|visit| visit.lines.is_empty() && visit.visit.total != Fen::ZERO);
    let unstated = || visits().filter_map(WholeVisit::unstated);
    WeekTotals {
        visits: number(visits().count()),
        total: visits().map(|visit| visit.visit.total).sum(),
        sales: visits().map(|visit| visit.sold_and_returned()[0].1).sum(),
        returns: visits().map(|visit| visit.sold_and_returned()[1].1).sum(),
        discounts: Fen::ZERO,
        lines: number(lines().count()),
        lines_total: lines().map(|line| line.amount).sum(),
        without_lines: number(bare().count()),
        without_lines_total: bare().map(|visit| visit.visit.total).sum(),
        payments: number(payments().count() + unstated().count()),
        payments_total: payments().map(|payment| payment.amount).sum::<Fen>() + unstated().sum(),
        unstated: number(unstated().count()),
        unstated_total: unstated().sum(),
        points_liability: 0,
        vouchers_outstanding: 0,
    }
}

/// Every method, the unstated one last.
pub fn methods() -> impl Iterator<Item = Option<Method>> {
    Method::ALL.iter().copied().map(Some).chain([None])
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn after(day: Day) -> Day {
    day.succ_opt().unwrap_or(day)
}

/// The first moment of a day in the shop's zone, milliseconds.
fn midnight(day: Day, offset: FixedOffset) -> i64 {
    let local = day.and_time(chrono::NaiveTime::MIN);
    local.and_utc().timestamp_millis() - i64::from(offset.local_minus_utc()) * 1000
}
