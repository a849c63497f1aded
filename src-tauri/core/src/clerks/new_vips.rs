//! Who became VIP: above the base level for the first time.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, StaffId};
use crate::levels::{Source, Step, Why, fold};
use crate::stats::{self, Rules};
use crate::store::{clerk_figures, facts};
use rusqlite::Connection;

/// A new VIP.
pub(super) struct NewVip {
    pub customer: CustomerId,
    /// Whoever served the visit that made it, else whoever looks after her.
    pub staff: Option<StaffId>,
    pub day: Day,
}

/// Everybody who became VIP in some days. Her level is a conclusion, so each one's way is folded anew from her facts; only those whose
/// level changed since the first day can be meant.
pub(super) fn between(db: &Connection, from: Day, to: Day, today: Day) -> Result<Vec<NewVip>> {
    let rules = Rules::load(db)?;
    let mut found = Vec::new();
    for (customer, adviser) in clerk_figures::level_changed_since(db, from)? {
        let Some(facts) = facts::between(db, customer, customer)?.remove(&customer) else { continue };
        let events = facts.level_events();
        let standing = fold(&rules.levels, &stats::membership(&facts, &events), today);
        let up = |step: &&Step| rules.levels.rank(step.from) == 0 && rules.levels.rank(step.to) > 0;
        let Some(first) = standing.history.iter().find(up).filter(|step| (from..=to).contains(&step.day)) else { continue };
        let visit = match first.why {
            Why::Rule { visit, .. } | Why::Campaign { visit } => Some(visit),
            // She was one already where she came from.
            Why::Decision { source: Source::Opening } => continue,
            Why::Decision { .. } => None,
        };
        let served = visit.map(|visit| clerk_figures::served_by(db, visit)).transpose()?.flatten();
        found.push(NewVip { customer, staff: served.or(adviser), day: first.day });
    }
    Ok(found)
}
