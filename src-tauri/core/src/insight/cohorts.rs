//! Who bought first in one month, and how many of them came back in the months after.

use super::span::{month_end, month_of};
use super::table::{Member, Table, month_number};
use crate::clock::Day;
use crate::wire::insight::Cohort;
use chrono::{Datelike, Months};

const MONTHS: u32 = 12;

/// The month of her first purchase, where it is in the book.
fn cohort_of(row: &Member) -> Option<i32> {
    row.standing.first.filter(|_| row.counted && !row.archive.opening).map(month_number)
}

/// Whether she is of the cohort of a month, and, if asked, bought so many months after it.
pub(super) fn is_of(row: &Member, month: Day, after: Option<u32>) -> bool {
    let hers = cohort_of(row) == Some(month_number(month.num_days_from_ce()));
    hers && after.is_none_or(|n| n < 32 && row.months & (1 << n) != 0)
}

/// The cohorts of the last 12 months, oldest first.
pub(super) fn cohorts(table: &Table) -> Vec<Cohort> {
    let as_of = table.span.as_of;
    let this = month_of(as_of);
    let starts: Vec<Day> = (0..MONTHS).rev().filter_map(|back| this.checked_sub_months(Months::new(back))).collect();
    let oldest = starts.first().map_or(0, |start| month_number(start.num_days_from_ce()));
    let over = |start: &Day, after: u32| start.checked_add_months(Months::new(after)).is_some_and(|month| month_end(month) <= as_of);
    let mut cohorts: Vec<Cohort> = starts
        .iter()
        .map(|start| Cohort {
            month: start.format("%Y-%m").to_string(),
            size: 0,
            kept: (1..MONTHS).filter(|after| over(start, *after)).map(|_| 0).collect(),
        })
        .collect();
    for row in table.members() {
        let Some(cohort) = cohort_of(row).and_then(|month| usize::try_from(month - oldest).ok()).and_then(|at| cohorts.get_mut(at)) else {
            continue;
        };
        cohort.size += 1;
        for (at, kept) in cohort.kept.iter_mut().enumerate() {
            *kept += i64::from(row.months & (2 << at) != 0);
        }
    }
    cohorts
}
