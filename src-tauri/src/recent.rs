//! What the window remembers between two starts: the shop file used last and the folders chosen last.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Kept in `recent.json` of the settings folder. Losing it costs one choice in a dialog, so faults are passed over.
#[derive(Debug)]
pub struct Recent {
    path: PathBuf,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    shop: Option<PathBuf>,
    /// Purpose of a dialog (such as `export`) to the folder it ended in.
    folders: BTreeMap<String, PathBuf>,
}

impl Recent {
    /// Reads what was kept; a missing or unreadable file is an empty memory.
    pub fn in_folder(folder: &Path) -> Recent {
        let path = folder.join("recent.json");
        let kept = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Recent { path, kept: Mutex::new(kept) }
    }

    /// The shop file used last.
    pub fn shop(&self) -> Option<PathBuf> {
        self.with(|kept| kept.shop.clone())
    }

    /// Remembers the shop file, or forgets it.
    pub fn set_shop(&self, shop: Option<&Path>) {
        self.change(|kept| kept.shop = shop.map(Path::to_path_buf));
    }

    /// The folder chosen last for a purpose.
    pub fn folder(&self, purpose: &str) -> Option<PathBuf> {
        self.with(|kept| kept.folders.get(purpose).cloned())
    }

    /// Remembers the folder chosen for a purpose.
    pub fn set_folder(&self, purpose: &str, folder: &Path) {
        self.change(|kept| {
            kept.folders.insert(purpose.to_owned(), folder.to_path_buf());
        });
    }

    fn with<T>(&self, read: impl FnOnce(&Kept) -> T) -> T {
        read(&self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, change: impl FnOnce(&mut Kept)) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut kept);
        let Ok(text) = serde_json::to_vec_pretty(&*kept) else { return };
        // A new file put in place of the old one: a crash leaves one or the other, whole.
        let draft = self.path.with_extension("json.new");
        if fs::write(&draft, text).is_ok() {
            let _placed = fs::rename(&draft, &self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembers_across_starts() {
        let folder = tempfile::tempdir().unwrap();
        let recent = Recent::in_folder(folder.path());
        assert_eq!(recent.shop(), None);
        recent.set_shop(Some(Path::new("/书/店.shuke")));
        recent.set_folder("export", Path::new("/盘"));
        let again = Recent::in_folder(folder.path());
        assert_eq!(again.shop().as_deref(), Some(Path::new("/书/店.shuke")));
        assert_eq!(again.folder("export").as_deref(), Some(Path::new("/盘")));
        assert_eq!(again.folder("backup"), None);
        again.set_shop(None);
        assert_eq!(Recent::in_folder(folder.path()).shop(), None);
    }

    #[test]
    fn a_spoilt_file_is_an_empty_memory() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("recent.json"), "{\"shop\": [").unwrap();
        assert_eq!(Recent::in_folder(folder.path()).shop(), None);
    }
}
