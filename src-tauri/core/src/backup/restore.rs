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
    let (staged, book) = ready(shop, from, unlock)?;
    let now = shop.now();
    let folder = names::folder_of(&live);
    file::private_folder(&folder)?;
    let aside = names::free(&folder, &live, now, CopyKind::Aside)?;
    let memory = Memory::of(shop.db()?)?;
    shop.replace(&book, staged.key(), &aside)?;
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

/// A copy that was looked through and holds all that it needs to be the book, closed, and where its file lies. One rename makes it the
/// book, and whatever happens after that, nothing has to be added to it that only the book before knew.
fn ready(shop: &Shop, from: &Path, unlock: &Unlock) -> Result<(Staged, PathBuf)> {
    let mut staged = Staged::of(from, &shop.path(), unlock)?;
    staged.must_be_sound()?;
    staged.seal(shop.key())?;
    // In another shop's book the same numbers are other people.
    let same_book = since::shared(staged.db()?, shop.db()?)? > 0;
    if same_book {
        // Whoever was erased since the copy was made is erased from it as well, whatever happens on the way.
        privacy::leave_in(staged.db()?, &privacy::register(shop)?)?;
    }
    let book = staged.close()?;
    Ok((staged, book))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::FixedClock;
    use crate::ops;
    use crate::wire::settings::{Language, Trade};
    use crate::wire::shop::NewShop;
    use serde_json::{Value, json};

    #[test]
    fn a_copy_knows_who_was_erased_before_it_takes_the_books_place() {
        let folder = tempfile::TempDir::new().unwrap();
        let clock = || Box::new(FixedClock::at("2026-11-23T10:00:00+08:00"));
        let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
        let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock()).unwrap();
        let fields = json!({"name": "单晓燕", "phones": ["13805714217"]});
        let customer = json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []});
        ops::call(&mut shop, "create_customer", customer).unwrap();
        let found = |shop: &mut Shop| ops::call(shop, "search", json!({"query": "单晓燕", "limit": 5})).unwrap()["hits"].clone();
        let her: Value = found(&mut shop)[0].clone();
        let copy = ops::call(&mut shop, "back_up", json!({"folder": folder.path()})).unwrap()["path"].as_str().unwrap().to_owned();
        let erase = json!({"customer": her["id"], "member_no": her["member_no"], "reason": "asked"});
        ops::call(&mut shop, "erase_customer", erase).unwrap();
        let (staged, book) = ready(&shop, Path::new(&copy), &Unlock::Nothing).unwrap();
        // Were the program to die in the rename, this is the book that would be opened next: by a program that knows of no restore.
        let mut next = Shop::open(&book, clock()).unwrap();
        assert_eq!(found(&mut next), json!([]));
        assert_eq!(ops::call(&mut next, "list_erasures", json!({})).unwrap()["rows"].as_array().unwrap().len(), 1);
        drop(next);
        drop(staged);
        assert!(!book.exists());
    }
}
