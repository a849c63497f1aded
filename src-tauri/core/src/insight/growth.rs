//! Members and takings month by month, gathered while the visits are read.

use super::span::{month_end, month_of};
use crate::clock::Day;
use crate::money::Fen;
use crate::store::insight_people::Archive;
use crate::store::insight_visits::VisitStep;
use crate::wire::insight::{GrowthMonth, InsightSettings};
use chrono::{Datelike, Months};

/// A year and the month it is compared with.
const MONTHS: u32 = 13;

/// The months in the making.
pub(crate) struct Growth {
    /// First and last day of each, oldest first.
    spans: Vec<(i32, i32)>,
    months: Vec<GrowthMonth>,
    effective_days: i32,
    active_days: i32,
    at_risk_days: i32,
}

impl Growth {
    /// The 13 months up to the one of a day, which ends on that day.
    pub(super) fn new(as_of: Day, settings: &InsightSettings) -> Growth {
        let first = month_of(as_of);
        let starts: Vec<Day> = (0..MONTHS).rev().filter_map(|back| first.checked_sub_months(Months::new(back))).collect();
        let month = |start: &Day| GrowthMonth {
            month: start.format("%Y-%m").to_string(),
            to: month_end(*start).min(as_of),
            members: 0,
            effective: 0,
            active: 0,
            dormant: 0,
            joined: 0,
            buyers: 0,
            first_buyers: 0,
            sales: Fen::ZERO,
            member_sales: Fen::ZERO,
        };
        let months: Vec<GrowthMonth> = starts.iter().map(month).collect();
        let number = |days: i64| i32::try_from(days).unwrap_or(i32::MAX);
        Growth {
            spans: starts.iter().zip(&months).map(|(start, month)| (start.num_days_from_ce(), month.to.num_days_from_ce())).collect(),
            months,
            effective_days: number(settings.effective_days),
            active_days: number(settings.active_days),
            at_risk_days: number(settings.at_risk_days),
        }
    }

    /// Takes a customer. One who is cancelled by now counts in no month.
    pub(super) fn take(&mut self, archive: &Archive, days: &[i32]) {
        if archive.cancelled {
            return;
        }
        let mut seen = 0;
        for ((first, end), month) in self.spans.iter().zip(&mut self.months) {
            let before = days[seen..].partition_point(|day| day < first) + seen;
            seen = days[before..].partition_point(|day| day <= end) + before;
            if archive.joined > *end {
                continue;
            }
            month.members += 1;
            month.joined += i64::from(archive.joined >= *first);
            month.buyers += i64::from(seen > before);
            month.first_buyers += i64::from(before == 0 && seen > 0 && !archive.opening);
            if let Some(last) = seen.checked_sub(1).map(|at| days[at]) {
                let since = end - last;
                month.effective += i64::from(since <= self.effective_days);
                month.active += i64::from(since <= self.active_days);
                month.dormant += i64::from(since > self.at_risk_days);
            }
        }
    }

    /// Takes the sales of one customer, or of all walk-ins; they come by day.
    pub(super) fn take_sales(&mut self, steps: &[VisitStep], member: bool) {
        let Some(start) = self.spans.first().map(|span| span.0) else { return };
        let mut left = &steps[steps.partition_point(|step| step.day < start)..];
        for ((_, end), month) in self.spans.iter().zip(&mut self.months) {
            let (now, later) = left.split_at(left.partition_point(|step| step.day <= *end));
            let total: Fen = now.iter().map(|step| step.total).sum();
            month.sales += total;
            if member {
                month.member_sales += total;
            }
            left = later;
        }
    }

    /// The months, oldest first.
    pub(crate) fn months(self) -> Vec<GrowthMonth> {
        self.months
    }
}
