//! What one write left behind for what is kept in memory.

use crate::customers::Finder;
use crate::error::Result;
use crate::ids::{CustomerId, OperationId};
use crate::stats::{CustomerStats, Rules};
use crate::store::search;
use rusqlite::Connection;
use std::collections::BTreeSet;

#[derive(Default)]
pub(super) struct Written {
    pub(super) id: OperationId,
    pub(super) changed: bool,
    pub(super) everybody: bool,
    pub(super) tables: BTreeSet<String>,
    /// Whose conclusions were drawn anew, and what they are where the search box follows from them alone.
    pub(super) customers: Vec<(CustomerId, Option<CustomerStats>)>,
}

impl Written {
    /// Brings the search box up to date.
    pub(super) fn tell(&self, finder: &Finder, db: &Connection, rules: &Rules) -> Result<()> {
        finder.change(|index| {
            self.customers.iter().try_for_each(|(customer, stats)| {
                let shown = stats.as_ref().and_then(|stats| Some((stats, rules.levels.level(stats.level)?.rank)));
                let stands = shown.is_some_and(|(stats, rank)| search::restand(index, stats, rank));
                if stands { Ok(()) } else { search::reindex(db, index, *customer) }
            })
        })
    }
}

#[cfg(test)]
#[path = "written_tests.rs"]
mod tests;
