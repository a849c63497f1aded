//! Putting files into a folder so that they are there as a whole or not at all.

use crate::error::Result;
use crate::store::open::{sync_folder, with_suffix};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A finished file.
#[derive(Debug, Clone)]
pub struct Ready {
    /// Its name.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Puts the files into `parent/name`; the last of them says what the others must be.
///
/// They are written beside it first, so a full disk is met before anything is touched. A new folder appears by one rename.
/// In one that is there the last file goes first and comes last: without it the folder is visibly unfinished. Files of
/// other names are left alone. If all files are there already, byte for byte, nothing is written.
///
/// # Errors
/// Those of the disk; the folder is then as it was, unless the very renames failed.
pub fn deliver(parent: &Path, name: &str, files: &[Ready]) -> Result<PathBuf> {
    let target = parent.join(name);
    if files.iter().all(|file| holds(&target.join(file.name), &file.bytes)) {
        return Ok(target);
    }
    let making = with_suffix(&target, ".making");
    // A crash may have left it behind; its name is ours alone.
    let _ = fs::remove_dir_all(&making);
    let done = write(&making, files).and_then(|()| place(&making, &target, files));
    if done.is_err() {
        let _ = fs::remove_dir_all(&making);
    }
    done?;
    sync_folder(&target)?;
    Ok(target)
}

fn write(making: &Path, files: &[Ready]) -> Result<()> {
    fs::create_dir(making)?;
    let mut written = Vec::with_capacity(files.len());
    for file in files {
        let mut out = File::create_new(making.join(file.name))?;
        out.write_all(&file.bytes)?;
        written.push(out);
    }
    // Only now: what the first sync brings to the disk, those after it find there.
    for out in written {
        out.sync_all()?;
    }
    sync_folder(&making.join("."))
}

fn place(making: &Path, target: &Path, files: &[Ready]) -> Result<()> {
    if target.symlink_metadata().is_err() {
        return Ok(fs::rename(making, target)?);
    }
    if let Some(last) = files.last() {
        let proof = target.join(last.name);
        if proof.exists() {
            fs::remove_file(proof)?;
        }
    }
    for file in files {
        fs::rename(making.join(file.name), target.join(file.name))?;
    }
    fs::remove_dir(making)?;
    sync_folder(&target.join("."))
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = path.metadata().is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|found| found == bytes)
}
