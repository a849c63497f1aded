//! Every line of every ledger of points, ends included, so that the balances can be followed.

use super::{Asked, each_thousand};
use crate::error::Result;
use crate::export::cells::Row;
use crate::export::out::Out;
use crate::points::{LineKind, ledger};
use crate::progress::Progress;
use crate::store::{customer, points, week};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The cells in the order of [`crate::export::columns::POINTS`].
pub(super) fn write(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out) -> Result<()> {
    let mut row = Row::default();
    each_thousand(db, progress, |first, last| {
        let mut entries: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (customer, entry) in points::between(db, first, last)? {
            if asked.wants(Some(customer)) {
                entries.entry(customer).or_default().push(entry);
            }
        }
        for (id, entries) in entries {
            let Some(person) = customer::person(db, id)? else { continue };
            for line in ledger(&entries, asked.last_day()).lines {
                let entry = entries.iter().find(|entry| entry.id == line.entry);
                row.text(&person.member_no);
                row.text(&person.name);
                row.day(Some(line.day));
                row.text(&asked.word("entry", word(line.kind)));
                row.number(line.points);
                row.number(line.balance);
                let visit_no = line.visit.map(|visit| week::visit_no(db, visit)).transpose()?.flatten();
                row.optional(visit_no.as_deref());
                row.day(entry.and_then(|entry| entry.expires_on));
                row.optional(entry.and_then(|entry| entry.reason.as_deref()));
                out.row(&mut row)?;
            }
        }
        Ok(())
    })
}

fn word(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Earn => "earn",
        LineKind::Redeem => "redeem",
        LineKind::Gift => "gift",
        LineKind::Adjust => "adjust",
        LineKind::Opening => "opening",
        LineKind::Reverse => "reverse",
        LineKind::Expire => "expire",
    }
}
