//! When the book itself cannot be opened: working on from the newest good copy. The book that could not be opened is kept as it is.

use super::restore::{name_of, restore};
use super::stage::Staged;
use super::{list, names, notes};
use crate::clock::{Clock, Now};
use crate::encryption::Unlock;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{counts, file, setting, sums};
use crate::wire::backup::{CopyKind, RescueOffer, Restore};
use crate::wire::settings::Settings;
use std::path::{Path, PathBuf};

/// Whether a book that is refused for this reason may be replaced by a copy. One that is in use, newer or cannot be written is whole.
pub fn is_lost(book: &Path, code: Code) -> bool {
    match code {
        Code::FileMissing | Code::FileEmpty | Code::FileShort | Code::FileDamaged => true,
        // A damaged head looks like something else; a photo chosen by mistake has another ending.
        Code::FileForeign => book.extension().is_some_and(|ending| ending == "shuke") && !book.is_dir(),
        _ => false,
    }
}

/// The newest copy of a book that opens and adds up, looked for beside the book and in `also`.
///
/// # Errors
/// The reason for which the book is refused, when that is none for which a copy should take its place; what the disk says.
pub fn newest_good(book: &Path, refused: Code, also: &[PathBuf], unlock: &Unlock) -> Result<Option<RescueOffer>> {
    if !is_lost(book, refused) {
        return Err(Failure::new(refused).into());
    }
    let mut passed_over = 0;
    for copy in list::candidates(book, also) {
        let staged = Staged::of(&copy, book, unlock).and_then(|staged| staged.must_be_sound().map(|()| staged));
        let staged = match staged {
            Ok(staged) => staged,
            Err(error) if list::is_verdict(error.code()) => {
                passed_over += 1;
                continue;
            }
            Err(error) => return Err(error),
        };
        let db = staged.db()?;
        let settings: Settings = setting::get(db, Settings::KEY)?;
        let at = list::made_at(book, &copy, settings.offset());
        return Ok(Some(RescueOffer {
            path: copy.to_string_lossy().into_owned(),
            file_name: name_of(&copy),
            at: Now::from_millis(at, settings.offset()).text(),
            customers: counts::customers(db)?,
            visits: sums::all(db)?.rows_of("visit"),
            last_visit: counts::last_visit_day(db)?,
            minutes: list::written(book).map(|written| (written - at).max(0) / 60_000),
            shop_name: settings.shop_name,
            passed_over,
        }));
    }
    Ok(None)
}

/// Opens a book with a copy in its place. A book that opens by itself is restored as any other; one that cannot be
/// opened is set aside under a dated name with whatever journal lies beside it, and never removed.
///
/// # Errors
/// The reason for which the book is refused, when that is none for which a copy should take its place; those of
/// [`super::preview_restore`] about the copy. Both files are then as they were.
pub fn work_again(book: &Path, copy: &Path, unlock: &Unlock, clock: &dyn Fn() -> Box<dyn Clock>) -> Result<Shop> {
    match Shop::open_with(book, unlock, clock()) {
        Ok(mut shop) => {
            restore(&mut shop, Restore { path: copy.to_string_lossy().into_owned(), passphrase: None, sheet: None })?;
            return Ok(shop);
        }
        Err(error) if is_lost(book, error.code()) => {}
        Err(error) => return Err(error),
    }
    let mut staged = Staged::of(copy, book, unlock)?;
    staged.must_be_sound()?;
    let settings: Settings = setting::get(staged.db()?, Settings::KEY)?;
    let now = Now { at: clock().utc().with_timezone(&settings.offset()) };
    let folder = names::folder_of(book);
    file::private_folder(&folder)?;
    let aside = names::free(&folder, book, now, CopyKind::Damaged)?;
    let (key, file) = (staged.key(), staged.close()?);
    file::put_in_place(book, &file, &aside)?;
    drop(staged);
    // What was copied before SQLite tried to settle a journal belongs to the damaged book.
    let _ = std::fs::rename(file::rescue_folder(book), aside.with_extension("rescue"));
    let mut shop = Shop::open_with(book, &key.map_or(Unlock::Nothing, Unlock::Key), clock())?;
    notes::came_back(&mut shop)?;
    Ok(shop)
}
