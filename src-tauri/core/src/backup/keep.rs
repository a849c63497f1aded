//! The program's own copies, beside the book: when the book is closed, every half hour while it is open, and before anything that changes
//! much at once. Nothing is copied twice: where nothing was done since the last copy, that one is the copy.

use super::names::{self, MAKING};
use super::notes::{self, Notes};
use super::thin::{Held, superfluous};
use super::{copy, doubt, due};
use crate::backup::LAST_BACKUP;
use crate::clock::Millis;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{file, state};
use crate::wire::backup::{CopyKind, CopyWhy};
use crate::wire::shop::BackedUp;
use std::path::{Path, PathBuf};

/// To be called every minute or so while the book is open: notes that time passed, and makes a copy when one is due. `opened` is when the
/// book was opened.
///
/// # Errors
/// Why there is no copy although one is due; it is noted for the screen.
pub fn tick(shop: &mut Shop, opened: Millis) -> Result<Option<BackedUp>> {
    let now = shop.now().millis();
    let notes = Notes::of(shop.db()?)?;
    let last: Option<Millis> = state::get(shop.db()?, LAST_BACKUP)?;
    let is_due = due::is_due(notes.changed(shop.db()?)?, last, opened, now);
    doubt::note_time(shop, is_due)?;
    if is_due { keep(shop, CopyWhy::Timed) } else { Ok(None) }
}

/// To be called before the book is closed.
///
/// # Errors
/// Why there is no copy although something changed.
pub fn closing(shop: &mut Shop) -> Result<Option<BackedUp>> {
    doubt::note_time(shop, true)?;
    keep(shop, CopyWhy::Closing)
}

/// To be called before many rows are changed or taken away at once.
///
/// # Errors
/// Why there is no copy; what was about to be done should then not be done.
pub fn before_bulk(shop: &mut Shop, why: CopyWhy) -> Result<Option<BackedUp>> {
    keep(shop, why)
}

fn keep(shop: &mut Shop, why: CopyWhy) -> Result<Option<BackedUp>> {
    if !Notes::of(shop.db()?)?.changed(shop.db()?)? {
        return Ok(None);
    }
    let folder = names::folder_of(&shop.path());
    let made = file::private_folder(&folder).and_then(|()| {
        clear_unfinished(&folder);
        copy::into(shop, &folder, why)
    });
    match made {
        Ok(made) => {
            // A copy too many does no harm.
            let _ = thin(shop);
            Ok(Some(made))
        }
        Err(error) => {
            let code = error.code();
            let _ = notes::change(shop, |notes| notes.problem = Some(code));
            Err(error)
        }
    }
}

/// Takes away what the rules no longer ask for, unless the clock is in doubt.
pub(super) fn thin(shop: &mut Shop) -> Result<()> {
    if doubt::in_doubt(shop)?.is_some() {
        return Ok(());
    }
    let mut gone = Vec::new();
    for path in surplus(shop)? {
        if std::fs::remove_file(&path).is_ok() {
            gone.push(path.to_string_lossy().into_owned());
        }
    }
    if gone.is_empty() { Ok(()) } else { notes::gone(shop, &gone) }
}

/// The copies of the program's own folder that the rules no longer ask for.
pub(super) fn surplus(shop: &Shop) -> Result<Vec<PathBuf>> {
    let folder = names::folder_of(&shop.path());
    let known = notes::copies(shop.db()?)?;
    let own = own_copies(&folder, &names::stem(&shop.path()));
    let held: Vec<Held> = own
        .iter()
        .map(|(path, at)| Held {
            at: names::instant(*at, shop.offset()),
            proven: known.iter().any(|note| note.proven.is_some() && Path::new(&note.path) == path),
        })
        .collect();
    Ok(superfluous(&held, shop.now().millis(), shop.offset())
        .into_iter()
        .filter_map(|place| own.get(place))
        .map(|(path, _)| path.clone())
        .collect())
}

/// Finished copies in a folder with the time their names say; links and folders are nobody's copies.
pub(super) fn own_copies(folder: &Path, stem: &str) -> Vec<(PathBuf, chrono::NaiveDateTime)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| match names::read(stem, &entry.file_name().to_string_lossy())? {
            (at, CopyKind::Copy) => Some((entry.path(), at)),
            _ => None,
        })
        .collect()
}

/// What a crash left of a copy. Nobody else can be making one here, since the book is open to us alone.
fn clear_unfinished(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if (name.ends_with(MAKING) || name.ends_with(&format!("{MAKING}-journal"))) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
