//! What a visit changes about its customer: read before and after, inside one transaction.

use super::settle::Moved;
use crate::error::Result;
use crate::ids::{CustomerId, LevelId};
use crate::money::Fen;
use crate::points;
use crate::shop::Tx;
use crate::stats::CustomerStats;
use crate::store::visit::VisitRecord;
use crate::store::{customer_stats, level, points as ledger, voucher};
use crate::wire::visits::{LevelChange, VisitEffects};
use rusqlite::Connection;

/// Her standing before.
pub(super) struct Before {
    customer: Option<CustomerId>,
    pub stats: Option<CustomerStats>,
    points: i64,
}

impl Before {
    /// Reads it.
    pub fn read(tx: &Tx<'_>, customer: Option<CustomerId>) -> Result<Before> {
        let stats = match customer {
            Some(customer) => customer_stats::get(tx.db(), customer)?,
            None => None,
        };
        let points = match (&stats, customer) {
            (Some(stats), Some(customer)) if stats.points_next_expiry.is_some_and(|last| last < tx.day()) => {
                points::ledger(&ledger::of(tx.db(), customer)?, tx.day()).balance
            }
            (Some(stats), _) => stats.points,
            _ => 0,
        };
        Ok(Before { customer, stats, points })
    }

    /// Draws her conclusions anew and says what moved. The sums are those of the visit.
    pub fn effects(self, tx: &Tx<'_>, visit: &VisitRecord, moved: &Moved) -> Result<VisitEffects> {
        let after = match self.customer {
            Some(customer) => tx.conclude(customer)?,
            None => None,
        };
        let rules = tx.rules()?;
        let named = |id: LevelId| rules.levels.level(id).map(|l| LevelChange { id, name: l.name.clone(), rank: l.rank });
        Ok(VisitEffects {
            total: visit.total,
            list_total: visit.list_total,
            pieces: visit.pieces,
            voucher_off: visit.voucher_off,
            points_off: visit.points_off,
            points_before: self.points,
            points_earned: moved.earned,
            points_reversed: moved.reversed,
            points_restored: moved.restored,
            points_after: after.as_ref().map_or(0, |after| after.points),
            level_before: self.stats.and_then(|before| named(before.level)),
            level_after: after.as_ref().and_then(|after| named(after.level)),
            net_spend_after: after.map_or(Fen::ZERO, |after| after.net_spend),
            vouchers_issued: moved.vouchers_issued,
            vouchers_restored: moved.vouchers_restored,
            vouchers_cancelled: moved.vouchers_cancelled,
            thanks: moved.thanks.clone(),
        })
    }
}

/// What a visit did that was saved before: its own sums and points, and her standing now.
pub(super) fn of_saved(db: &Connection, visit: &VisitRecord) -> Result<VisitEffects> {
    let mut moved = Moved::default();
    for entry in ledger::of_visit(db, visit.id)? {
        moved.count(entry.kind, entry.points);
    }
    let now = match visit.customer {
        Some(customer) => customer_stats::get(db, customer)?,
        None => None,
    };
    let levels = level::list(db)?;
    let standing = now.as_ref().and_then(|now| levels.iter().find(|l| l.id == now.level));
    let standing = standing.map(|l| LevelChange { id: l.id, name: l.name.clone(), rank: l.rank });
    let points = now.as_ref().map_or(0, |now| now.points);
    // Whoever could not see the answer the first time still has to hand her the voucher.
    let issued = voucher::of_visit(db, visit.id)?;
    let issued = issued.iter().filter(|voucher| voucher.issued_visit == Some(visit.id) && !voucher.voucher.cancelled).count();
    Ok(VisitEffects {
        total: visit.total,
        list_total: visit.list_total,
        pieces: visit.pieces,
        voucher_off: visit.voucher_off,
        points_off: visit.points_off,
        points_before: points - moved.sum(),
        points_earned: moved.earned,
        points_reversed: moved.reversed,
        points_restored: moved.restored,
        points_after: points,
        level_before: standing.clone(),
        level_after: standing,
        net_spend_after: now.map_or(Fen::ZERO, |now| now.net_spend),
        vouchers_issued: i64::try_from(issued).unwrap_or(0),
        vouchers_restored: 0,
        vouchers_cancelled: 0,
        thanks: Vec::new(),
    })
}
