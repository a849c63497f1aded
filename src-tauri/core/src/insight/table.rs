//! Everybody on a day: the visits are read once, in the order of the archives, and each customer's go straight into her row.

use super::growth::Growth;
use super::lifecycle::lifecycle;
use super::rfm::{Scores, by_quintiles, by_thresholds};
use super::standing::{Standing, purchase_days, standing};
use super::value::value;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::store::insight_people::{self, Archive};
use crate::store::insight_visits::{self, VisitStep};
use crate::wire::insight::{InsightSettings, InsightSpan, Lifecycle, RfmBy, ValueSegment};
use chrono::Datelike;
use rusqlite::Connection;

/// What a customer did in the period. She may be cancelled by now: she was a customer then.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct InPeriod {
    /// Purchase days.
    pub days: i64,
    /// Whether she had a purchase before the period.
    pub bought_before: bool,
    /// Whether her first purchase is in it; never for somebody with an opening balance of spend.
    pub first: bool,
    /// Days between purchase days of which the later is in the period.
    pub gap_sum: i64,
    /// How many such gaps.
    pub gaps: i64,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    pub archive: Archive,
    /// Whether she is a member on the day: opened by then, not cancelled.
    pub counted: bool,
    pub standing: Standing,
    pub lifecycle: Lifecycle,
    pub value: ValueSegment,
    /// Among all members with a purchase.
    pub quintile: Option<Scores>,
    pub fixed: Option<Scores>,
    pub period: InPeriod,
    /// The months in which she bought, counted from the month of her first purchase: bit n is n months after.
    pub months: u32,
}

impl Member {
    /// The scores as the owner has them made.
    pub fn scores(&self, by: RfmBy) -> Option<Scores> {
        match by {
            RfmBy::Quintiles => self.quintile,
            RfmBy::Thresholds => self.fixed,
        }
    }
}

/// Everybody on a day.
pub(crate) struct Table {
    pub span: InsightSpan,
    /// All archives that were not merged into another, by id.
    pub rows: Vec<Member>,
}

impl Table {
    /// The members on the day.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.rows.iter().filter(|row| row.counted)
    }

    /// The day of the states as a number.
    pub fn as_of(&self) -> i32 {
        self.span.as_of.num_days_from_ce()
    }
}

/// So many visits go from the thread that reads to the one that counts at a time.
const CHUNK: usize = 16_384;

/// Visits of some customers, one customer's after the other's.
#[derive(Default)]
struct Chunk {
    steps: Vec<VisitStep>,
    /// Whose they are, and where hers end.
    whose: Vec<(Option<CustomerId>, usize)>,
}

/// Reads the book once and makes a table for each span, and the growth of the months up to the day of the first. This thread reads;
/// another makes the tables, while this one goes on to read what `meanwhile` asks for.
pub(crate) fn read<T>(
    db: &Connection,
    spans: &[&InsightSpan],
    settings: &InsightSettings,
    meanwhile: impl FnOnce() -> Result<T>,
) -> Result<(Vec<Table>, Growth, T)> {
    let archives = insight_people::archives(db)?;
    let last = spans.iter().map(|span| span.as_of.max(span.to)).max().unwrap_or_default();
    let (give, chunks) = std::sync::mpsc::sync_channel(4);
    std::thread::scope(|scope| {
        let archives = archives.as_slice();
        let worker = std::thread::Builder::new().spawn_scoped(scope, move || gather(archives, spans, settings, chunks.into_iter()))?;
        let mut chunk = Chunk::default();
        let read = insight_visits::each(db, last, |customer, steps| {
            chunk.steps.extend_from_slice(steps);
            chunk.whose.push((customer, chunk.steps.len()));
            if chunk.steps.len() >= CHUNK {
                // Nobody takes it only where the other thread broke, which is told when it is joined.
                drop(give.send(std::mem::take(&mut chunk)));
            }
            Ok(())
        });
        drop(give.send(chunk));
        drop(give);
        let other = read.and_then(|()| meanwhile());
        let (tables, growth) = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok((tables, growth, other?))
    })
}

/// Makes the tables of all archives from their visits, which come in the same order.
fn gather(
    archives: &[Archive],
    spans: &[&InsightSpan],
    settings: &InsightSettings,
    chunks: impl Iterator<Item = Chunk>,
) -> (Vec<Table>, Growth) {
    let mut making: Vec<Making> = spans.iter().map(|span| Making::new(span, archives.len())).collect();
    let as_of = spans.iter().map(|span| span.as_of).max().unwrap_or_default();
    let mut growth = Growth::new(spans.first().map_or(as_of, |span| span.as_of), settings);
    let mut left = archives.iter().peekable();
    let mut days = Vec::new();
    let mut take = |archive: &Archive, steps: &[VisitStep], growth: &mut Growth| {
        purchase_days(steps, &mut days);
        for one in &mut making {
            one.take(archive, steps, &days);
        }
        growth.take(archive, &days);
    };
    for chunk in chunks {
        let mut from = 0;
        for (customer, to) in chunk.whose {
            let steps = &chunk.steps[from..to];
            from = to;
            growth.take_sales(steps, customer.is_some());
            let Some(customer) = customer else { continue };
            while let Some(archive) = left.next_if(|archive| archive.id <= customer) {
                take(archive, if archive.id == customer { steps } else { &[] }, &mut growth);
            }
        }
    }
    for archive in left {
        take(archive, &[], &mut growth);
    }
    (making.into_iter().map(|one| one.finish(settings)).collect(), growth)
}

struct Making {
    span: InsightSpan,
    from: i32,
    to: i32,
    as_of: i32,
    rows: Vec<Member>,
}

impl Making {
    fn new(span: &InsightSpan, size: usize) -> Making {
        Making {
            from: span.from.num_days_from_ce(),
            to: span.to.num_days_from_ce(),
            as_of: span.as_of.num_days_from_ce(),
            span: *span,
            rows: Vec::with_capacity(size),
        }
    }

    fn take(&mut self, archive: &Archive, steps: &[VisitStep], days: &[i32]) {
        self.rows.push(Member {
            archive: *archive,
            counted: !archive.cancelled && archive.joined <= self.as_of,
            standing: standing(steps, days, self.as_of),
            lifecycle: Lifecycle::NoPurchase,
            value: ValueSegment::NoPurchase,
            quintile: None,
            fixed: None,
            period: self.in_period(days, archive.opening),
            months: months_after_first(&days[..days.partition_point(|day| *day <= self.as_of)]),
        });
    }

    fn in_period(&self, days: &[i32], opening: bool) -> InPeriod {
        let begin = days.partition_point(|day| *day < self.from);
        let end = days.partition_point(|day| *day <= self.to);
        let mut found = InPeriod {
            days: i64::try_from(end - begin).unwrap_or(0),
            bought_before: begin > 0 || (opening && end > begin),
            first: begin == 0 && end > 0 && !opening,
            ..InPeriod::default()
        };
        for later in begin.max(1)..end {
            found.gap_sum += i64::from(days[later] - days[later - 1]);
            found.gaps += 1;
        }
        found
    }

    fn finish(mut self, settings: &InsightSettings) -> Table {
        let buys = |row: &Member| row.counted && row.standing.purchase_days > 0;
        let buyers: Vec<Standing> = self.rows.iter().filter(|row| buys(row)).map(|row| row.standing).collect();
        let mut scores = by_quintiles(&buyers).into_iter();
        for row in &mut self.rows {
            row.lifecycle = lifecycle(&row.standing, row.archive.opening, self.as_of, settings);
            if buys(row) {
                row.quintile = scores.next();
                row.fixed = Some(by_thresholds(&row.standing, self.as_of, settings));
                row.value = value(&row.standing, row.quintile.map(|scores| scores.m), self.as_of, settings);
            }
        }
        Table { span: self.span, rows: self.rows }
    }
}

/// The number of a day's month, counted from the year 0.
pub(crate) fn month_number(day: i32) -> i32 {
    let day = chrono::NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default();
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0)
}

fn months_after_first(days: &[i32]) -> u32 {
    let Some(first) = days.first().map(|day| month_number(*day)) else { return 0 };
    let mut months = 0;
    // No month has more than 31 days, so 992 days after the first nothing can fall into the 32 months kept.
    for day in days.iter().take_while(|day| **day - days[0] < 992) {
        months |= u32::try_from(month_number(*day) - first).ok().and_then(|n| 1u32.checked_shl(n)).unwrap_or(0);
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_from_the_first_purchase() {
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap().num_days_from_ce();
        let days = [day("2026-01-31"), day("2026-02-01"), day("2026-04-30"), day("2029-05-01")];
        assert_eq!(months_after_first(&days), 0b1011);
        assert_eq!(months_after_first(&[]), 0);
    }
}
