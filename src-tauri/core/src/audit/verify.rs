//! Proving the log and everything it vouches for: one walk through the log, the fact tables and the history.

use super::begin::{Anchor, anchor, bare, entry, text};
use super::digest::{Digest, NOTHING, Sum, of_credential};
use super::note::chained;
use super::operation::{Leaves, leaf, whole};
use super::purge::mark;
use crate::error::Result;
use crate::store::audit::{self, Change, Layouts, Range};
use crate::store::credential;
use crate::store::watch::FACTS;
use crate::wire::audit::AuditAction;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What was found, by what is wrong; the numbers are those of rows of the log, of operations, or of rows of tables.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Rows of the log that were changed, moved or taken out, and numbers that are missing.
    pub chain: BTreeSet<i64>,
    /// Operations that are not as the log says, or are missing, or that it does not know.
    pub operations: BTreeSet<i64>,
    /// Rows that are not as their last change left them, or that came in without one.
    pub rows: BTreeSet<i64>,
    /// Whatever stood in the book when the log began and is not so any more: one for each table.
    pub start: BTreeSet<i64>,
    /// Members of staff whose password or PIN is not the one that was set.
    pub credentials: BTreeSet<i64>,
}

impl Found {
    /// Whether nothing was found.
    pub(crate) fn is_clean(&self) -> bool {
        [&self.chain, &self.operations, &self.rows, &self.start, &self.credentials].iter().all(|found| found.is_empty())
    }
}

/// Walks through it all.
pub(crate) fn verify(db: &Connection) -> Result<Found> {
    let mut found = Found::default();
    let log = read_log(db, &mut found)?;
    let Some(anchor) = anchor(db)? else {
        found.chain.insert(1);
        return Ok(found);
    };
    if log.unclean {
        found.start.insert(0);
    }
    let layouts = Layouts::of(db)?;
    let undone = undone(db, &mut found)?;
    let mut walk = Walk::new(&anchor, audit::ranges_after(db, anchor.operation)?, undone);
    for (at, table) in (1..).zip(FACTS) {
        walk.anchored = Sum::default();
        audit::each_row(db, &layouts, table, |id, changes, now| {
            walk.row(table, id, changes, now, &mut found);
            Ok(())
        })?;
        let as_begun = anchor.tables.get(*table).map(|(_, sum)| sum.as_str()).unwrap_or_default();
        // A table that a later version brought had no row then.
        let begun_empty = as_begun.is_empty() && walk.anchored == Sum::default();
        if !begun_empty && text(walk.anchored) != as_begun {
            found.start.insert(at);
        }
    }
    let others = i64::try_from(FACTS.len()).unwrap_or(i64::MAX);
    if text(walk.old_changes) != anchor.changes {
        found.start.insert(others + 1);
    }
    if text(operations(db, &anchor, &mut walk, log.operations, &mut found)?) != anchor.operations {
        found.start.insert(others + 2);
    }
    if walk.purged != log.purged {
        found.start.insert(others + 3);
    }
    Ok(found)
}

/// What the log says.
struct Log {
    operations: HashMap<i64, Digest>,
    purged: Sum,
    unclean: bool,
}

fn read_log(db: &Connection, found: &mut Found) -> Result<Log> {
    let mut log = Log { operations: HashMap::new(), purged: Sum::default(), unclean: false };
    let mut secrets = BTreeMap::new();
    let mut before = NOTHING.to_vec();
    let mut expected = 1;
    audit::each(db, |row| {
        for missing in (expected..row.seq).take(100) {
            found.chain.insert(missing);
        }
        expected = row.seq + 1;
        if chained(&before, &row)[..] != row.hash {
            found.chain.insert(row.seq);
        }
        let digest = row.digest.as_deref().and_then(|bytes| Digest::try_from(bytes).ok()).unwrap_or(NOTHING);
        let detail = || row.detail.as_deref().and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok()).unwrap_or_default();
        match (AuditAction::from_text(&row.action), row.target) {
            (Some(AuditAction::Changed), Some(operation)) => {
                log.operations.insert(operation, digest);
            }
            (Some(AuditAction::SecretSet), Some(staff)) => {
                secrets.insert(staff, digest);
            }
            (Some(AuditAction::SecretRemoved), Some(staff)) => {
                secrets.remove(&staff);
            }
            (Some(AuditAction::Begun), _) => log.unclean |= detail()["clean"] == false,
            (Some(AuditAction::Purged), _) => log.purged.add(&from_hex(detail()["sum"].as_str().unwrap_or_default())),
            _ => {}
        }
        before = row.hash;
        Ok(())
    })?;
    // The last rows may have been cut off: their numbers were given all the same.
    for missing in (expected..=audit::highest(db)?).take(100) {
        found.chain.insert(missing);
    }
    for one in credential::list(db)? {
        if secrets.remove(&one.staff.0) != Some(of_credential(&one)) {
            found.credentials.insert(one.staff.0);
        }
    }
    found.credentials.extend(secrets.into_keys());
    Ok(log)
}

fn from_hex(text: &str) -> Digest {
    let mut digest = NOTHING;
    for (byte, pair) in digest.iter_mut().zip(text.as_bytes().as_chunks::<2>().0) {
        *byte = std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
    }
    digest
}

/// Which operations took which back; and whether each entry says so as it has to.
fn undone(db: &Connection, found: &mut Found) -> Result<HashMap<i64, i64>> {
    let mut undoes = HashMap::new();
    let mut says = HashMap::new();
    let mut undone: HashMap<i64, i64> = HashMap::new();
    let mut taken = HashMap::new();
    audit::each_operation(db, |row, _| {
        if let Some(by) = row.undone_by {
            says.insert(row.id.0, by.0);
        }
        let Some(target) = row.undoes else { return Ok(()) };
        undoes.insert(row.id.0, target.0);
        taken.insert(target.0, row.id.0);
        undone.insert(target.0, row.id.0);
        // What it had taken back stands again, what that had taken back no longer does, and so on down.
        let (mut by, mut below, mut stands) = (target.0, undoes.get(&target.0).copied(), true);
        while let Some(next) = below {
            if stands {
                undone.remove(&next);
            } else {
                undone.insert(next, by);
            }
            below = undoes.get(&next).copied();
            (by, stands) = (next, !stands);
        }
        Ok(())
    })?;
    for (id, by) in &says {
        if undone.get(id) != Some(by) {
            found.operations.insert(*id);
        }
    }
    found.operations.extend(undone.keys().filter(|id| !says.contains_key(id)));
    Ok(taken)
}

/// What is collected on the way through the tables.
struct Walk<'a> {
    anchor: &'a Anchor,
    /// By table: the ranges, where each stands in `ranges`.
    of_table: HashMap<String, Vec<usize>>,
    ranges: Vec<(Range, Sum)>,
    /// By operation: what took it back.
    undone: HashMap<i64, i64>,
    leaves: HashMap<i64, Leaves>,
    old_changes: Sum,
    anchored: Sum,
    purged: Sum,
}

impl<'a> Walk<'a> {
    fn new(anchor: &'a Anchor, ranges: Vec<Range>, undone: HashMap<i64, i64>) -> Walk<'a> {
        let mut of_table: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, range) in ranges.iter().enumerate() {
            of_table.entry(range.table.clone()).or_default().push(at);
        }
        let ranges = ranges.into_iter().map(|range| (range, Sum::default())).collect();
        Walk {
            anchor,
            of_table,
            ranges,
            undone,
            leaves: HashMap::new(),
            old_changes: Sum::default(),
            anchored: Sum::default(),
            purged: Sum::default(),
        }
    }

    fn row(&mut self, table: &str, id: i64, changes: &[Change], now: Option<Digest>, found: &mut Found) {
        let covering: Vec<usize> = self
            .of_table
            .get(table)
            .map(|all| all.iter().copied().filter(|at| (self.ranges[*at].0.first..=self.ranges[*at].0.last).contains(&id)).collect())
            .unwrap_or_default();
        let mut next = now;
        for change in changes.iter().rev() {
            let before = change.before();
            let told = change.after_if_told();
            let after = match told {
                Some(after) => after,
                None if change.is_delete() => NOTHING,
                None => next.unwrap_or(NOTHING),
            };
            if change.id > self.anchor.change {
                self.leaves.entry(change.operation).or_default().add(&leaf(change.id, table, id, &before, &after));
            } else {
                let told = if change.is_insert() { None } else { told };
                self.old_changes.add(&bare(change.id, table, id, &before, &told));
            }
            if change.is_purged() {
                self.purged.add(&mark("change", change.id));
            }
            next = Some(before);
        }
        if !self.stands_as_left(changes, now, &covering) {
            found.rows.insert(id);
        }
        let since = changes.iter().find(|change| change.id > self.anchor.change);
        let at_begin = match since {
            Some(change) if change.is_insert() => None,
            Some(change) if covering.iter().all(|at| change.operation < self.ranges[*at].0.operation) => Some(change.before()),
            Some(_) => None,
            None if covering.is_empty() => now,
            None => None,
        };
        if let Some(digest) = at_begin {
            self.anchored.add(&digest);
            let last = self.anchor.tables.get(table).map_or(0, |(last, _)| *last);
            if id > last {
                // It came in without a trace.
                found.rows.insert(id);
            }
        }
        for at in covering {
            let operation = self.ranges[at].0.operation;
            let then = match changes.iter().find(|change| change.operation > operation) {
                Some(change) if change.is_insert() => None,
                Some(change) => Some(change.before()),
                None => now,
            };
            if let Some(digest) = then {
                self.ranges[at].1.add(&digest);
            }
        }
    }

    /// Whether a row is what its last change left, or gone with the range it came in. A number may have been given before: to a row
    /// that was taken away since, alone or with its range. Only the last range tells of what stands there now.
    fn stands_as_left(&self, changes: &[Change], now: Option<Digest>, covering: &[usize]) -> bool {
        let came_in = covering.iter().map(|at| self.ranges[*at].0.operation).max();
        let gone_by = came_in.and_then(|operation| self.undone.get(&operation));
        let Some(last) = changes.last().filter(|last| came_in.is_none_or(|operation| operation <= last.operation)) else {
            // Of a range that was taken back nothing may stand there; of one that stands its sum says what.
            return gone_by.is_none() || now.is_none();
        };
        if now.is_none() && gone_by.is_some_and(|by| last.operation <= *by) {
            return true;
        }
        match last.after_if_told() {
            Some(after) => now == Some(after),
            None if last.is_delete() => now.is_none(),
            None => now.is_some(),
        }
    }
}

/// Holds every entry of the history against the log. Gives back the sum of those of before the log.
fn operations(db: &Connection, anchor: &Anchor, walk: &mut Walk<'_>, mut log: HashMap<i64, Digest>, found: &mut Found) -> Result<Sum> {
    let mut before = Sum::default();
    let mut ranges: HashMap<i64, Vec<(&str, i64, i64, Sum)>> = HashMap::new();
    for (range, sum) in &walk.ranges {
        ranges.entry(range.operation).or_default().push((range.table.as_str(), range.first, range.last, *sum));
    }
    let (undone, leaves_of, purged) = (&walk.undone, &mut walk.leaves, &mut walk.purged);
    audit::each_operation(db, |row, params| {
        if params.is_some() {
            purged.add(&mark("params", row.id.0));
        }
        if row.id.0 <= anchor.operation {
            before.add(&entry(row, params));
            log.remove(&row.id.0);
            return Ok(());
        }
        let told = log.remove(&row.id.0);
        let ranges = ranges.get(&row.id.0).map(Vec::as_slice).unwrap_or_default();
        // The rows of a range that was taken back are gone, and with them what they summed up to.
        let is_gone = !ranges.is_empty() && undone.contains_key(&row.id.0);
        let leaves = leaves_of.remove(&row.id.0).unwrap_or_default();
        if told.is_none() || (!is_gone && told != Some(whole(row, params, &leaves, ranges))) {
            found.operations.insert(row.id.0);
        }
        Ok(())
    })?;
    found.operations.extend(log.into_keys().filter(|id| *id > anchor.operation));
    // Changes that belong to no operation.
    found.operations.extend(leaves_of.keys());
    Ok(before)
}
