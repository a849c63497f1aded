//! Folders the user chose for something to be put in.

use crate::error::{Code, Failure, Result};
use std::path::{Path, PathBuf};

/// The folder, if it is there.
///
/// # Errors
/// `required` when nothing was chosen, `folder_missing` when it is gone or no folder.
pub(crate) fn existing(field: &str, text: &str) -> Result<PathBuf> {
    if text.is_empty() {
        return Err(Failure::at(Code::Required, field).into());
    }
    let path = Path::new(text);
    if !path.is_dir() {
        return Err(Failure::at(Code::FolderMissing, field).into());
    }
    Ok(path.to_owned())
}
