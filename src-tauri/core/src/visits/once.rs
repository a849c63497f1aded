//! What a customer gets once: the birthday price of one birthday, and a voucher for a second visit.
//!
//! Saving a visit asks for it, see [`super::bill`] and [`super::earning`]. What brings an older visit back to life (an undo, a voided
//! return) is compared before and after, so that nobody has it twice by a detour, and what an older book holds does not get in the way.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, VisitId};
use crate::store::{visit_line, voucher};
use crate::vouchers::{BIRTHDAY_APART, BirthdayNotDue, VoucherKind};
use rusqlite::Connection;

/// What of it a customer has had.
pub(crate) struct Once {
    /// Visits with a birthday price that lie too near to another one.
    birthdays: Vec<(VisitId, Day)>,
    /// Vouchers for a second visit that visits gave.
    vouchers: usize,
}

/// What she would have twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Twice {
    /// The birthday price.
    Birthday,
    /// A voucher for a second visit.
    SecondVisit,
}

impl Twice {
    /// The word for it in a refusal.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Twice::Birthday => "birthday",
            Twice::SecondVisit => "second_visit",
        }
    }
}

impl Once {
    /// Reads it.
    pub(crate) fn of(db: &Connection, customer: CustomerId) -> Result<Once> {
        let visits = visit_line::birthday_visits(db, customer)?;
        let near = |a: &(VisitId, Day), b: &(VisitId, Day)| a.0 != b.0 && (a.1 - b.1).num_days().abs() < BIRTHDAY_APART;
        let birthdays = visits.iter().filter(|one| visits.iter().any(|other| near(one, other))).copied().collect();
        Ok(Once { birthdays, vouchers: voucher::count_given(db, customer, VoucherKind::SecondVisit)? })
    }

    /// What she has twice now and had not before.
    pub(crate) fn twice_since(&self, before: &Once) -> Option<Twice> {
        if self.birthdays.len() > before.birthdays.len() {
            Some(Twice::Birthday)
        } else if self.vouchers > before.vouchers.max(1) {
            Some(Twice::SecondVisit)
        } else {
            None
        }
    }
}

/// Refuses what would give her the birthday price a second time.
///
/// # Errors
/// `birthday_not_due` with the day of the other use.
pub(super) fn guard(db: &Connection, customer: Option<CustomerId>, before: Option<Once>) -> Result<()> {
    let (Some(customer), Some(before)) = (customer, before) else { return Ok(()) };
    let after = Once::of(db, customer)?;
    match (after.twice_since(&before), after.birthdays.last()) {
        (Some(Twice::Birthday), Some((_, on))) => Err(BirthdayNotDue::Used { on: *on }.into()),
        _ => Ok(()),
    }
}
