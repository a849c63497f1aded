//! What changed in weeks that were delivered before.

use super::Week;
use super::book::{self, WholeVisit};
use crate::error::Result;
use crate::ids::VisitId;
use crate::money::Fen;
use crate::store::week_export::{self, CorrectionRow, Delivery};
use crate::wire::export::CorrectionKind;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// What is to be told to the accountant, and how it changes what she has.
#[derive(Debug, Clone, Default)]
pub struct Pending {
    /// Corrections, by week and visit number.
    pub corrections: Vec<CorrectionRow>,
    /// What she has of these visits afterwards.
    pub put: Vec<Delivery>,
    /// Visits she no longer has afterwards.
    pub gone: Vec<VisitId>,
}

/// Compares what was delivered with what stands in the book now.
pub fn pending(db: &Connection) -> Result<Pending> {
    let weeks = week_export::weeks(db)?;
    let mut pending = Pending::default();
    if weeks.is_empty() {
        return Ok(pending);
    }
    let spans: Vec<_> = weeks.iter().filter_map(|week| week.parse::<Week>().ok()).map(|w| (w.monday(), w.sunday())).collect();
    for visit in week_export::touched(db, week_export::seen_operation(db)?, &spans)? {
        pending.compare(week_export::delivered(db, visit)?, book::one(db, visit)?, &weeks);
    }
    pending.corrections = by_number(std::mem::take(&mut pending.corrections));
    Ok(pending)
}

/// By week and number. A number that was given again after an undo stands for another visit now: to the accountant that
/// is one visit that changed.
fn by_number(mut corrections: Vec<CorrectionRow>) -> Vec<CorrectionRow> {
    corrections.sort();
    let mut found: Vec<CorrectionRow> = Vec::with_capacity(corrections.len());
    for row in corrections {
        match found.last_mut().filter(|last| (&last.about_week, &last.visit_no) == (&row.about_week, &row.visit_no)) {
            Some(last) => {
                last.kind = CorrectionKind::Changed;
                last.old_total += row.old_total;
                last.new_total += row.new_total;
            }
            None => found.push(row),
        }
    }
    found
}

impl Pending {
    fn compare(&mut self, had: Option<Delivery>, now: Option<WholeVisit>, weeks: &BTreeSet<String>) {
        let now = now.map(|whole| delivery(&whole, &Week::of(whole.visit.day).to_string())).filter(|now| weeks.contains(&now.week));
        match (had, now) {
            (Some(had), Some(now)) if had.week == now.week && had.visit_no == now.visit_no => {
                if had.digest != now.digest {
                    self.note(&now.week, &now.visit_no, CorrectionKind::Changed, had.total, now.total);
                    self.put.push(now);
                }
            }
            (had, now) => {
                if let Some(had) = had {
                    self.note(&had.week, &had.visit_no, CorrectionKind::Removed, had.total, Fen::ZERO);
                    self.gone.push(had.visit);
                }
                if let Some(now) = now {
                    self.note(&now.week, &now.visit_no, CorrectionKind::Added, Fen::ZERO, now.total);
                    self.put.push(now);
                }
            }
        }
    }

    fn note(&mut self, week: &str, visit_no: &str, kind: CorrectionKind, old_total: Fen, new_total: Fen) {
        let (about_week, visit_no) = (week.to_owned(), visit_no.to_owned());
        self.corrections.push(CorrectionRow { about_week, visit_no, kind, old_total, new_total });
    }

    /// Writes down that it was told in the files of a week.
    pub fn settle(&self, db: &Connection, week: &str) -> Result<()> {
        for correction in &self.corrections {
            week_export::insert_correction(db, week, correction)?;
        }
        for visit in &self.gone {
            week_export::delete_delivery(db, *visit)?;
        }
        week_export::put_deliveries(db, &self.put)
    }
}

/// What the accountant has of a visit once its week is delivered.
pub fn delivery(whole: &WholeVisit, week: &str) -> Delivery {
    let visit = &whole.visit;
    Delivery { visit: visit.id, week: week.to_owned(), visit_no: visit.visit_no.clone(), total: visit.total, digest: whole.digest }
}
