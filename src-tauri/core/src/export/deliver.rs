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

/// Files that are complete and on the disk, beside their folder and not yet in it.
#[must_use]
pub struct Prepared {
    making: PathBuf,
    target: PathBuf,
    names: Vec<&'static str>,
    /// Whether the very same files lie there already.
    is_there: bool,
}

/// Writes the files beside `parent/name`, so a full disk is met before anything is touched and before anything is noted. If all files are
/// there already, byte for byte, nothing is written.
///
/// # Errors
/// Those of the disk; everything is then as it was.
pub fn prepare(parent: &Path, name: &str, files: &[Ready]) -> Result<Prepared> {
    let target = parent.join(name);
    let is_there = files.iter().all(|file| holds(&target.join(file.name), &file.bytes));
    let prepared =
        Prepared { making: with_suffix(&target, ".making"), target, names: files.iter().map(|file| file.name).collect(), is_there };
    if is_there {
        return Ok(prepared);
    }
    if prepared.target.symlink_metadata().is_ok() && !prepared.target.is_dir() {
        return Err(std::io::Error::from(std::io::ErrorKind::NotADirectory).into());
    }
    // A crash may have left it behind; its name is ours alone.
    let _ = fs::remove_dir_all(&prepared.making);
    write(&prepared.making, files)?;
    Ok(prepared)
}

impl Prepared {
    /// The folder the files will lie in.
    pub fn folder(&self) -> &Path {
        &self.target
    }

    /// Puts the files into their folder; the last of them says what the others must be. To be done once it is noted that they are handed
    /// over.
    ///
    /// A new folder appears by one rename. In one that is there the last file goes first and comes last: without it the folder is visibly
    /// unfinished. Files of other names are left alone.
    ///
    /// # Errors
    /// Those of the disk; the folder is then as it was, unless the very renames failed.
    pub fn place(self) -> Result<()> {
        if !self.is_there {
            place(&self.making, &self.target, &self.names)?;
            sync_folder(&self.target)?;
        }
        Ok(())
    }
}

impl Drop for Prepared {
    /// What was not handed over does not stay beside the folder.
    fn drop(&mut self) {
        if !self.is_there {
            let _ = fs::remove_dir_all(&self.making);
        }
    }
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

fn place(making: &Path, target: &Path, names: &[&str]) -> Result<()> {
    if target.symlink_metadata().is_err() {
        return Ok(fs::rename(making, target)?);
    }
    if let Some(last) = names.last() {
        let proof = target.join(last);
        if proof.exists() {
            fs::remove_file(proof)?;
        }
    }
    for name in names {
        fs::rename(making.join(name), target.join(name))?;
    }
    fs::remove_dir(making)?;
    sync_folder(&target.join("."))
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = path.metadata().is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|found| found == bytes)
}
