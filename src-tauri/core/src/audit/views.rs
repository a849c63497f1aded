//! Page views, kept in memory until the next write: opening a page costs no turn of the disk.
//!
//! They go to the disk with the next save, when somebody locks or closes, and by the shell's tick within half a minute; a plug pulled
//! before that loses those of the last half minute and nothing else. The same page opened again by the same person within ten minutes
//! is the same view: the page reads itself anew after every save.

use super::{Note, append};
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::{CustomerId, StaffId};
use crate::wire::audit::AuditAction;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// How long a page counts as still open.
const SAME: Millis = 10 * 60_000;
/// How long a view may wait for a save.
const PATIENCE: Millis = 30_000;

/// Somebody opened somebody's page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    pub(crate) at: Millis,
    pub(crate) staff: Option<StaffId>,
    pub(crate) customer: CustomerId,
}

/// Those that are not on the disk yet.
#[derive(Debug, Default)]
pub(crate) struct Views {
    waiting: Vec<View>,
    lately: BTreeMap<(Option<StaffId>, CustomerId), Millis>,
}

impl Views {
    /// Takes one in.
    pub(crate) fn add(&mut self, view: View) {
        let key = (view.staff, view.customer);
        if self.lately.get(&key).is_some_and(|at| (0..SAME).contains(&(view.at - at))) {
            return;
        }
        self.lately.retain(|_, at| (0..SAME).contains(&(view.at - *at)));
        self.lately.insert(key, view.at);
        self.waiting.push(view);
    }

    /// Whether one has waited long enough for a save of its own; a clock that was set back counts as long enough.
    pub(crate) fn are_due(&self, now: Millis) -> bool {
        self.waiting.first().is_some_and(|first| !(0..PATIENCE).contains(&(now - first.at)))
    }

    /// Whether none waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Writes them. They stay until it is known that they are on the disk.
    pub(crate) fn write(&self, db: &Connection) -> Result<()> {
        self.waiting.iter().try_for_each(|view| append(db, view.at, view.staff, &Note::of(AuditAction::Viewed).about(view.customer.0)))
    }

    /// They are on the disk.
    pub(crate) fn written(&mut self) {
        self.waiting.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_read_again_is_one_view() {
        let mut views = Views::default();
        let seen = |at, staff, customer| View { at, staff: Some(StaffId(staff)), customer: CustomerId(customer) };
        for (view, waiting) in [
            (seen(0, 1, 1), 1),
            (seen(1_000, 1, 1), 1),
            (seen(2_000, 2, 1), 2),
            (seen(3_000, 1, 2), 3),
            (seen(SAME - 1, 1, 1), 3),
            (seen(SAME, 1, 1), 4),
        ] {
            views.add(view);
            assert_eq!(views.waiting.len(), waiting);
        }
        assert!(!views.are_due(PATIENCE - 1) && views.are_due(PATIENCE) && views.are_due(-1));
        views.written();
        assert!(views.is_empty() && !views.are_due(i64::MAX));
    }
}
