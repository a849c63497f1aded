//! Files that sync programs (网盘) put beside the book when two computers wrote it: each of the two then holds sales the other lacks. They
//! are told by their names and listed, so that somebody looks; the program never opens, takes or removes one by itself.

use super::names;
use crate::place::FoundPlace;
use crate::wire::backup::Place;

/// Words that sync programs put into the names, in small letters: Dropbox, Nextcloud, Syncthing, Seafile (SFConflict), 坚果云 (NSConflict),
/// 百度网盘 and WPS云盘.
const WORDS: &[&str] = &["conflict", "冲突", "衝突"];

/// Whether a file of the book's own folder is one, by its name alone.
pub(super) fn is_one(stem: &str, file_name: &str, place: &FoundPlace) -> bool {
    let Some((name, ending)) = file_name.rsplit_once('.') else { return false };
    let Some(rest) = name.strip_prefix(stem).filter(|rest| !rest.is_empty()) else { return false };
    if !format!(".{ending}").eq_ignore_ascii_case(names::ENDING)
        || names::read(stem, file_name).is_some()
        || names::is_upgrade(stem, file_name)
    {
        return false;
    }
    let lower = rest.to_lowercase();
    WORDS.iter().any(|word| lower.contains(word)) || is_numbered(rest) || (place.place == Place::Sync && is_computer(rest))
}

/// ` (1)`, `(2)` and ` 3`: what Google Drive, iCloud and file managers make of a name that is taken.
fn is_numbered(rest: &str) -> bool {
    let number = match rest.trim_start().strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')'),
        None => rest.strip_prefix(' '),
    };
    number.is_some_and(|number| (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `-DESKTOP-4F7`: OneDrive puts the other computer's name behind the file's.
fn is_computer(rest: &str) -> bool {
    let name = rest.strip_prefix('-').unwrap_or_default();
    (1..=15).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOUD: FoundPlace = FoundPlace { place: Place::Sync, name: Some("OneDrive") };

    #[test]
    fn the_names_of_sync_programs_are_known() {
        for name in [
            "云裳 (1).shuke",
            "云裳(2).shuke",
            "云裳 2.shuke",
            "云裳-冲突-王芳.shuke",
            "云裳_冲突文件_王芳_20261121.shuke",
            "云裳(王芳的冲突副本 2026-11-21).shuke",
            "云裳 (Wang Fang's conflicted copy 2026-11-21).shuke",
            "云裳 (NSConflict-王芳-20261121).shuke",
            "云裳 (SFConflict wang@x.cn 2026-11-21-10-00-00).shuke",
            "云裳.sync-conflict-20261121-100000-ABCDEFG.shuke",
            "云裳_conflict-20261121-100000.shuke",
            "云裳 (1).SHUKE",
        ] {
            assert!(is_one("云裳", name, &FoundPlace::default()), "{name}");
        }
        assert!(is_one("云裳", "云裳-DESKTOP-4F7K2.shuke", &CLOUD));
    }

    #[test]
    fn other_files_are_not_taken_for_one() {
        for name in [
            "云裳.shuke",
            "云裳二店.shuke",
            "云裳-二店.shuke",
            "云裳 - 副本.shuke",
            "云裳-20261121-100000.shuke",
            "云裳-20261121-100000-damaged.shuke",
            "云裳-v3.shuke",
            "云裳 (1).csv",
            "别家 (1).shuke",
            "云裳 (2026).shuke",
            "云裳-冲突",
        ] {
            assert!(!is_one("云裳", name, &CLOUD), "{name}");
        }
        // On a disk of its own a computer's name says nothing.
        assert!(!is_one("云裳", "云裳-DESKTOP-4F7K2.shuke", &FoundPlace::default()));
    }
}
