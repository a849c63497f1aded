//! The book seen from outside: which file lies at its path, and putting another in its place. Nothing here opens a live book; the file
//! system is only asked, since closing any second handle would drop SQLite's lock.

use super::open::{private_file, sync_folder, with_suffix};
use crate::error::{Code, Failure, Result};
use std::fs::{File, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What tells a file from another that took its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity(u64, u64);

impl Identity {
    #[cfg(unix)]
    fn of(meta: &Metadata) -> Identity {
        use std::os::unix::fs::MetadataExt;
        Identity(meta.dev(), meta.ino())
    }

    /// Windows lets nobody rename or remove a file that is open, so that being there is being the same.
    #[cfg(not(unix))]
    fn of(_: &Metadata) -> Identity {
        Identity(0, 0)
    }

    /// Of what lies at a path, if anything.
    pub(crate) fn at(path: &Path) -> Option<Identity> {
        std::fs::metadata(path).ok().map(|meta| Identity::of(&meta))
    }
}

/// Whether the file that was opened still lies at its path and may be written.
///
/// # Errors
/// `file_gone`, `file_replaced`, `file_read_only`.
pub(crate) fn still_there(path: &Path, opened: Option<Identity>) -> Result<()> {
    let meta = match std::fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(Failure::new(Code::FileGone).into()),
        Err(error) => return Err(error.into()),
    };
    if opened.is_some_and(|opened| opened != Identity::of(&meta)) {
        return Err(Failure::new(Code::FileReplaced).into());
    }
    if meta.permissions().readonly() {
        return Err(Failure::new(Code::FileReadOnly).into());
    }
    Ok(())
}

/// Whether a file has other names beside this one, under which it would stay were another put in its place.
#[cfg(unix)]
pub(crate) fn has_other_names(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).is_ok_and(|meta| meta.nlink() > 1)
}

/// Whether a file has other names beside this one; of a file that is open only a handle to it could say so.
#[cfg(not(unix))]
pub(crate) fn has_other_names(_: &Path) -> bool {
    false
}

/// Lets those read and write a fresh file who may the one whose place it will take.
///
/// # Errors
/// The disk's own, when it belongs to another user and cannot be handed to him.
pub(crate) fn same_rights(live: &Path, fresh: &Path) -> Result<()> {
    let as_it_was = std::fs::metadata(live)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let made = std::fs::metadata(fresh)?;
        if (made.uid(), made.gid()) != (as_it_was.uid(), as_it_was.gid()) {
            chown(fresh, Some(as_it_was.uid()), Some(as_it_was.gid()))?;
        }
    }
    std::fs::set_permissions(fresh, as_it_was.permissions())?;
    Ok(())
}

/// Whether two places are known to lie on different disks.
#[cfg(unix)]
pub(crate) fn on_other_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| std::fs::metadata(path).ok().map(|meta| meta.dev());
    matches!((device(one), device(other)), (Some(one), Some(other)) if one != other)
}

/// Whether two places are known to lie on different disks: by their drive letters or shares.
#[cfg(not(unix))]
pub(crate) fn on_other_disk(one: &Path, other: &Path) -> bool {
    let drive = |path: &Path| path.canonicalize().ok().and_then(|path| path.components().next().map(|first| first.as_os_str().to_owned()));
    matches!((drive(one), drive(other)), (Some(one), Some(other)) if one != other)
}

/// A folder that only its owner may look into; one that is there already stays as it is.
pub(crate) fn private_folder(path: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    match builder.create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => {
            made?;
            sync_folder(path)
        }
    }
}

/// Copies a file that no connection here has open into a new private one, and waits until it is on the disk.
pub(crate) fn copy_closed(from: &Path, to: &Path) -> Result<u64> {
    private_file(to)?;
    let copied = (|| {
        let mut target = std::fs::OpenOptions::new().write(true).open(to)?;
        let bytes = std::io::copy(&mut File::open(from)?, &mut target)?;
        target.sync_all()?;
        Ok(bytes)
    })();
    if copied.is_err() {
        let _ = std::fs::remove_file(to);
    }
    copied
}

/// The journal beside a book, if a save or a crash left something in it.
pub(crate) fn journal_of(path: &Path) -> Option<PathBuf> {
    let journal = with_suffix(path, "-journal");
    std::fs::metadata(&journal).is_ok_and(|meta| meta.len() > 0).then_some(journal)
}

/// Puts the whole file `staged` where `live` lies, and keeps what lay there as `aside`. No connection may be open to any of them.
///
/// What lies at `live` is the old file until one rename, and the new file after it. Only a book whose journal could not be settled is moved
/// away first together with that journal, since the two belong together and the journal would spoil the new file.
pub(crate) fn put_in_place(live: &Path, staged: &Path, aside: &Path) -> Result<()> {
    let journal = journal_of(live);
    let lies = live.symlink_metadata().is_ok();
    if lies && journal.is_some() {
        std::fs::rename(live, aside)?;
    } else if lies && std::fs::hard_link(live, aside).is_err() {
        // Memory sticks know no second name for a file.
        copy_closed(live, aside)?;
    }
    let kept_journal = with_suffix(aside, "-journal");
    let placed = (|| {
        match &journal {
            Some(journal) => std::fs::rename(journal, &kept_journal)?,
            // An emptied one says nothing, and the new file brings none.
            None => drop(std::fs::remove_file(with_suffix(live, "-journal"))),
        }
        sync_folder(aside)?;
        std::fs::rename(staged, live)?;
        Ok(())
    })();
    if placed.is_err() {
        if let Some(journal) = &journal {
            let _ = std::fs::rename(&kept_journal, journal);
            let _ = std::fs::rename(aside, live);
        } else {
            let _ = std::fs::remove_file(aside);
        }
        return placed;
    }
    sync_folder(live)
}

/// The folder into which a book and its unsettled journal are copied before SQLite may touch them.
pub(crate) fn rescue_folder(path: &Path) -> PathBuf {
    with_suffix(path, ".rescue")
}

/// Copies a book with an unsettled journal beside it aside, both as they are. SQLite settles nearly all of them by itself; should it fail,
/// this is what there was. What an earlier fault left there is not touched. Says whether anything was copied.
pub(crate) fn copy_before_settling(path: &Path) -> bool {
    let folder = rescue_folder(path);
    let Some(journal) = journal_of(path) else { return false };
    if folder.symlink_metadata().is_ok() {
        return false;
    }
    let copied = (|| {
        private_folder(&folder)?;
        for file in [path, &journal] {
            copy_closed(file, &folder.join(file.file_name().unwrap_or_default()))?;
        }
        sync_folder(&folder.join("x"))
    })();
    if copied.is_err() {
        // A full disk must not keep the shop from its book: settling needs no room.
        forget_copied(path);
    }
    copied.is_ok()
}

/// Takes the copies away again, once the book is open.
pub(crate) fn forget_copied(path: &Path) {
    let folder = rescue_folder(path);
    let name = path.file_name().unwrap_or_default();
    let _ = std::fs::remove_file(folder.join(name));
    let _ = std::fs::remove_file(with_suffix(&folder.join(name), "-journal"));
    let _ = std::fs::remove_dir(folder);
}
