//! A small log for support: what was asked for and which code came back. Never a name, a number, a path or a query.

use shuke_core::clock::{Clock, SystemClock};
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Bytes after which the log starts anew; the one before is kept beside it.
const LIMIT: u64 = 256 * 1024;

/// The log file of this user. A log that cannot be written stays silent: it must never stop a sale.
#[derive(Debug)]
pub struct Log {
    path: PathBuf,
    file: Mutex<Option<File>>,
}

impl Log {
    /// `log.txt` in the folder, which is made if it is missing.
    pub fn in_folder(folder: &Path) -> Log {
        let _made = fs::create_dir_all(folder);
        let path = folder.join("log.txt");
        let file = Mutex::new(open(&path));
        Log { path, file }
    }

    /// Adds one line. The caller gives operation names and codes only.
    pub fn line(&self, text: &str) {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if file.as_ref().and_then(|file| file.metadata().ok()).is_some_and(|about| about.len() > LIMIT) {
            let _kept = fs::rename(&self.path, self.path.with_extension("old.txt"));
            *file = open(&self.path);
        }
        if let Some(file) = file.as_mut() {
            let _written = writeln!(file, "{} {text}", SystemClock.utc().format("%Y-%m-%dT%H:%M:%SZ"));
        }
    }
}

fn open(path: &Path) -> Option<File> {
    OpenOptions::new().create(true).append(true).open(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_anew_when_full_and_keeps_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::in_folder(&folder.path().join("new"));
        let line = "x".repeat(1000);
        for _ in 0..300 {
            log.line(&line);
        }
        let size = |name: &str| fs::metadata(folder.path().join("new").join(name)).unwrap().len();
        assert!(size("log.old.txt") > LIMIT);
        assert!(size("log.txt") > 0 && size("log.txt") < LIMIT);
    }

    #[test]
    fn stays_silent_where_it_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a file");
        fs::write(&file, "kept").unwrap();
        Log::in_folder(&file).line("start");
        assert_eq!(fs::read_to_string(&file).unwrap(), "kept");
    }
}
