//! What the program remembers about its copies, in the book itself. The folder says which there are; this says what is known of each.

use super::LAST_BACKUP;
use crate::clock::Millis;
use crate::error::{Code, Result};
use crate::shop::Shop;
use crate::store::{operation, state};
use crate::wire::backup::{CopyRow, CopyWhy};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

const NOTES: &str = "backup";
const COPIES: &str = "copies";

/// Copies remembered at most. The rules for thinning keep about thirty and those of two days.
const MOST: usize = 400;

/// What is asked for after every save, and so is small.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Notes {
    /// The last entry of the history that a copy holds.
    pub mark: Option<i64>,
    /// When the last good copy on another disk was made.
    pub off_disk: Option<Millis>,
    /// Why the program's own last copy could not be made.
    pub problem: Option<Code>,
    /// The last instant at which the clock was trusted.
    pub seen: Option<Millis>,
    /// The restore that can be taken back.
    pub restored: Option<RestoredNote>,
}

/// A restore that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RestoredNote {
    pub at: Millis,
    pub from: String,
    pub aside: String,
}

impl Notes {
    pub(crate) fn of(db: &Connection) -> Result<Notes> {
        Ok(state::get(db, NOTES)?.unwrap_or_default())
    }

    /// Whether anything was done since the last copy.
    pub(super) fn changed(&self, db: &Connection) -> Result<bool> {
        let last = operation::last_id(db)?;
        Ok(last > 0 && self.mark != Some(last))
    }
}

/// Changes the notes.
pub(super) fn change(shop: &mut Shop, change: impl FnOnce(&mut Notes)) -> Result<()> {
    shop.remember(|db, _| {
        let mut notes = Notes::of(db)?;
        let before = notes.clone();
        change(&mut notes);
        if notes == before { Ok(()) } else { state::put(db, NOTES, &notes) }
    })
}

/// The book came back from a copy after its file could not be opened: what the copy remembers of restores is about another file.
pub(super) fn came_back(shop: &mut Shop) -> Result<()> {
    change(shop, |notes| *notes = Notes { mark: None, problem: None, restored: None, ..notes.clone() })
}

/// What is remembered of one copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CopyNote {
    pub path: String,
    pub at: Millis,
    pub why: Option<CopyWhy>,
    pub customers: Option<i64>,
    pub visits: Option<i64>,
    pub proven: Option<Millis>,
    pub off_disk: bool,
}

/// All copies that are remembered, whether they are still there or not.
pub(super) fn copies(db: &Connection) -> Result<Vec<CopyNote>> {
    Ok(state::get(db, COPIES)?.unwrap_or_default())
}

/// Everything that is remembered, to be taken along into a book that takes this one's place.
#[derive(Debug)]
pub(super) struct Memory {
    notes: Notes,
    copies: Vec<CopyNote>,
    last: Option<Millis>,
}

impl Memory {
    pub(super) fn of(db: &Connection) -> Result<Memory> {
        Ok(Memory { notes: Notes::of(db)?, copies: copies(db)?, last: state::get(db, LAST_BACKUP)? })
    }

    /// Writes it into the book that is open now, and which restore led to it.
    pub(super) fn take_along(self, shop: &mut Shop, restored: Option<RestoredNote>) -> Result<()> {
        // What was restored is not yet in a copy of its own.
        let notes = Notes { mark: None, restored, ..self.notes };
        shop.remember(|db, _| {
            let own = copies(db)?;
            let known = |note: &CopyNote| self.copies.iter().any(|copy| copy.path == note.path);
            let all: Vec<CopyNote> = own.into_iter().filter(|note| !known(note)).chain(self.copies.iter().cloned()).collect();
            put_copies(db, all)?;
            if let Some(last) = self.last {
                state::put(db, LAST_BACKUP, &last)?;
            }
            state::put(db, NOTES, &notes)
        })
    }
}

/// A good copy was made.
pub(super) fn made(shop: &mut Shop, copy: CopyNote) -> Result<()> {
    shop.remember(|db, now| {
        let mut notes = Notes::of(db)?;
        notes.mark = Some(operation::last_id(db)?);
        if copy.off_disk {
            notes.off_disk = Some(now.millis());
        }
        if copy.why != Some(CopyWhy::Asked) {
            notes.problem = None;
        }
        state::put(db, NOTES, &notes)?;
        state::put(db, LAST_BACKUP, &now.millis())?;
        let mut all = copies(db)?;
        all.retain(|known| known.path != copy.path);
        all.push(copy);
        put_copies(db, all)
    })
}

/// A copy was opened and looked through; `proven` is nothing when it did not stand the proof.
pub(super) fn proven(shop: &mut Shop, row: CopyRow, at: Millis, proven: Option<Millis>) -> Result<()> {
    shop.remember(|db, _| {
        let mut all = copies(db)?;
        match all.iter_mut().find(|known| known.path == row.path) {
            Some(known) => known.proven = proven,
            None => all.push(CopyNote {
                path: row.path,
                at,
                why: row.why,
                customers: row.customers,
                visits: row.visits,
                proven,
                off_disk: row.off_disk,
            }),
        }
        put_copies(db, all)
    })
}

/// Copies were taken away.
pub(super) fn gone(shop: &mut Shop, paths: &[String]) -> Result<()> {
    shop.remember(|db, _| {
        let mut all = copies(db)?;
        all.retain(|known| !paths.contains(&known.path));
        put_copies(db, all)
    })
}

fn put_copies(db: &Connection, mut all: Vec<CopyNote>) -> Result<()> {
    all.sort_by_key(|copy| copy.at);
    let surplus = all.len().saturating_sub(MOST);
    all.drain(..surplus);
    state::put(db, COPIES, &all)
}
