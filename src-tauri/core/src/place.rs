//! On what kind of disk the book lies. Sync programs and other computers' disks are known to spoil databases: the first copy a file in the
//! middle of a save, the second lock badly.

use crate::wire::backup::Place;
use std::path::{Component, Path, Prefix};

/// Folders that another program copies to other computers: what their name begins with, and what the service is called.
const SERVICES: &[(&str, &str)] = &[
    ("OneDrive", "OneDrive"),
    ("坚果云", "坚果云"),
    ("我的坚果云", "坚果云"),
    ("Nutstore", "坚果云"),
    ("百度网盘", "百度网盘"),
    ("BaiduNetdisk", "百度网盘"),
    ("BaiduSyncdisk", "百度网盘"),
    ("BaiduNetdiskWorkspace", "百度网盘"),
    ("WPS云盘", "WPS云盘"),
    ("WPSDrive", "WPS云盘"),
    ("WPS Cloud Files", "WPS云盘"),
    ("Dropbox", "Dropbox"),
    ("iCloudDrive", "iCloud"),
    ("iCloud Drive", "iCloud"),
    ("iCloud云盘", "iCloud"),
    ("Mobile Documents", "iCloud"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("微云", "微云"),
];

/// File systems that are another computer's disk.
const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smbfs",
    "smb3",
    "9p",
    "afs",
    "ncpfs",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
];

/// Where the book lies, and whose folder it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundPlace {
    /// What kind of place.
    pub place: Place,
    /// The service whose folder it is.
    pub name: Option<&'static str>,
}

impl Default for FoundPlace {
    fn default() -> FoundPlace {
        FoundPlace { place: Place::Local, name: None }
    }
}

impl FoundPlace {
    /// Asks the system which disks there are.
    pub fn of(book: &Path) -> FoundPlace {
        // A file of the system's own that tells of disks; there is none outside Linux, where the path itself tells.
        let mounts =
            if cfg!(target_os = "linux") { std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default() } else { String::new() };
        judge(book, &mounts)
    }
}

/// The same by what the system says of its disks (a line each, as Linux writes them).
fn judge(book: &Path, mounts: &str) -> FoundPlace {
    let folders = book.parent().into_iter().flat_map(Path::components);
    let mut service = folders.filter_map(|part| match part {
        Component::Normal(name) => named(&name.to_string_lossy()),
        _ => None,
    });
    if let Some(name) = service.next_back() {
        return FoundPlace { place: Place::Sync, name: Some(name) };
    }
    let share = matches!(book.components().next(), Some(Component::Prefix(prefix))
        if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)));
    let place = if share || on_network(book, mounts) { Place::Network } else { Place::Local };
    FoundPlace { place, name: None }
}

/// `OneDrive` and `OneDrive - 云裳` are its folders, `OneDrives` is not.
fn named(folder: &str) -> Option<&'static str> {
    let found = SERVICES.iter().find(|(begins, _)| {
        let (folder, begins) = (folder.to_lowercase(), begins.to_lowercase());
        folder.strip_prefix(&begins).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    found.map(|(_, name)| *name)
}

/// Whether the disk that is mounted closest above the book is another computer's.
fn on_network(book: &Path, mounts: &str) -> bool {
    let closest = mounts
        .lines()
        .filter_map(|line| {
            let (front, back) = line.split_once(" - ")?;
            let point = front.split(' ').nth(4)?.replace("\\040", " ");
            Some((point, back.split(' ').next()?))
        })
        .filter(|(point, _)| book.starts_with(point))
        // Of two at one point the later one lies on top.
        .enumerate()
        .max_by_key(|(nth, (point, _))| (point.len(), *nth));
    closest.is_some_and(|(_, (_, kind))| NETWORK.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 22 0:40 / /mnt/shop\\040disk rw - cifs //server/shop rw
32 22 0:41 / /mnt/shop\\040disk/usb rw - vfat /dev/sdb1 rw
33 22 0:42 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw";

    fn at(path: &str) -> FoundPlace {
        judge(Path::new(path), MOUNTS)
    }

    #[test]
    fn folders_of_sync_programs_are_known_by_name() {
        for (path, name) in [
            ("/home/a/OneDrive/店.shuke", "OneDrive"),
            ("/home/a/OneDrive - 云裳/书/店.shuke", "OneDrive"),
            ("/home/a/onedrive/店.shuke", "OneDrive"),
            ("/home/a/我的坚果云/店.shuke", "坚果云"),
            ("/home/a/Nutstore/1/店.shuke", "坚果云"),
            ("/home/a/百度网盘/店.shuke", "百度网盘"),
            ("/home/a/BaiduSyncdisk/店.shuke", "百度网盘"),
            ("/home/a/WPS云盘/店.shuke", "WPS云盘"),
            ("/home/a/WPS Cloud Files/123/店.shuke", "WPS云盘"),
            ("/home/a/Dropbox (云裳)/店.shuke", "Dropbox"),
            ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/店.shuke", "iCloud"),
            ("/home/a/iCloudDrive/店.shuke", "iCloud"),
        ] {
            assert_eq!(at(path), FoundPlace { place: Place::Sync, name: Some(name) }, "{path}");
        }
    }

    #[test]
    fn other_folders_are_not() {
        for path in [
            "/home/a/店.shuke",
            "/home/a/OneDrives/店.shuke",
            "/home/a/OneDrive.shuke",
            "/mnt/shop disk/usb/店.shuke",
            "/mnt/shop/店.shuke",
        ] {
            assert_eq!(at(path), FoundPlace::default(), "{path}");
        }
    }

    #[test]
    fn another_computers_disk_is_known_by_its_kind() {
        for path in ["/mnt/shop disk/店.shuke", "/run/user/1000/gvfs/smb-share/店.shuke"] {
            assert_eq!(at(path).place, Place::Network, "{path}");
        }
        assert_eq!(at("/mnt/shop disk/OneDrive/店.shuke").place, Place::Sync);
    }
}
