//! Going back to a copy. The book as it was is kept beside, so that this too can be taken back.

use super::names;
use super::notes::{Memory, Notes, RestoredNote};
use super::stage::{Staged, unlock};
use crate::audit::Note;
use crate::encryption::Unlock;
use crate::error::{Code, Failure, Result};
use crate::privacy;
use crate::shop::Shop;
use crate::store::{counts, file, since, sums};
use crate::wire::Nothing;
use crate::wire::audit::AuditAction;
use crate::wire::backup::{CopyKind, Restore, Restored};
use std::path::{Path, PathBuf};

/// Puts a copy in the book's place, after it was opened and looked through beside it; the book as it was is kept in the folder of copies
/// under a dated name. Killed at any point, there lies the one or the other, whole.
///
/// # Errors
/// Those of [`super::preview_restore`]. The book and the copy are then as they were, and the book is open.
pub fn restore(shop: &mut Shop, request: Restore) -> Result<Restored> {
    let unlock = unlock(shop, request.passphrase, request.sheet);
    put_back(shop, Path::new(&request.path), &unlock)
}

/// Takes the last restore back: what was set aside comes back, and what was worked on since is set aside in its turn.
///
/// # Errors
/// `nothing_restored`, `file_missing` when the file is gone, and those of [`restore`].
pub fn undo_restore(shop: &mut Shop, _: Nothing) -> Result<Restored> {
    let note = Notes::of(shop.db()?)?.restored.ok_or_else(|| Failure::new(Code::NothingRestored))?;
    let unlock = unlock(shop, None, None);
    put_back(shop, &aside_of(&shop.path(), &note), &unlock)
}

/// Where the book as it was before a restore lies.
pub(super) fn aside_of(book: &Path, note: &RestoredNote) -> PathBuf {
    names::folder_of(book).join(&note.aside)
}

fn put_back(shop: &mut Shop, from: &Path, unlock: &Unlock) -> Result<Restored> {
    // Were it replaced, the file chosen might be the one that is open, and may not be opened twice.
    shop.still_there()?;
    let live = shop.path();
    let mut staged = Staged::of(from, &live, unlock)?;
    staged.must_be_sound()?;
    staged.seal(shop.key())?;
    let now = shop.now();
    let folder = names::folder_of(&live);
    file::private_folder(&folder)?;
    let aside = names::free(&folder, &live, now, CopyKind::Aside)?;
    let memory = Memory::of(shop.db()?)?;
    // In another shop's book the same numbers are other people.
    let same_book = since::shared(staged.db()?, shop.db()?)? > 0;
    if same_book {
        // Whoever was erased since the copy was made is erased from it as well, whatever happens on the way.
        privacy::leave_in(staged.db()?, &privacy::register(shop)?)?;
    }
    let (key, book) = (staged.key(), staged.close()?);
    shop.replace(&book, key, &aside)?;
    drop(staged);
    let note = RestoredNote { at: now.millis(), from: name_of(from), aside: name_of(&aside) };
    memory.take_along(shop, Some(note))?;
    // The copy may have been made by a clock that ran ahead: what it counted for a later day is counted for today.
    if super::in_doubt(shop)?.is_none() {
        shop.turn_to_today()?;
    }
    privacy::settle(shop)?;
    // Who may sit down is what the copy says.
    shop.look_at_the_lock()?;
    shop.note(Note::of(AuditAction::Restored))?;
    done(shop, &aside)
}

pub(super) fn done(shop: &Shop, aside: &Path) -> Result<Restored> {
    let db = shop.db()?;
    let sums = sums::all(db)?;
    Ok(Restored {
        aside: aside.to_string_lossy().into_owned(),
        customers: counts::customers(db)?,
        visits: sums.rows_of("visit"),
        total: sums.total,
        last_visit: counts::last_visit_day(db)?,
    })
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
