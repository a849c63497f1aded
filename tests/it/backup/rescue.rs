//! A book that cannot be opened: working on from the newest good copy.

use super::{copy, figures, hash, names, open, sale, spoil};
use serde_json::json;
use shuke_core::backup::{closing, newest_good, work_again};
use shuke_core::clock::Clock;
use shuke_core::encryption::Unlock;
use shuke_core::error::Code;
use shuke_tests::{TestShop, shop};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A book with two copies of its own, an hour and a sale apart, closed.
fn closed() -> (TempDir, PathBuf, Arc<shuke_core::clock::FixedClock>) {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    closing(&mut t.shop).unwrap().unwrap();
    t.at("2026-11-21T11:00:00+08:00");
    sale(&mut t, "曾敏", "2", 50);
    closing(&mut t.shop).unwrap().unwrap();
    let path = t.path();
    let TestShop { shop, clock, folder } = t;
    drop(shop);
    (folder, path, clock)
}

fn again(folder: TempDir, path: &Path, clock: Arc<shuke_core::clock::FixedClock>, from: &str) -> TestShop {
    let shop = work_again(path, Path::new(from), &Unlock::Nothing, &|| Box::new(Arc::clone(&clock)) as Box<dyn Clock>).unwrap();
    TestShop { shop, clock, folder }
}

#[test]
fn each_kind_of_damage_leads_to_the_newest_good_copy_and_the_damaged_file_is_kept() {
    let whole = {
        let (_folder, path, _) = closed();
        std::fs::read(path).unwrap()
    };
    let cuts = [0, 1, 511, 512, 4095, 4096, whole.len() - 1, whole.len() / 2];
    let mut damages: Vec<Vec<u8>> = cuts.iter().map(|cut| whole[..*cut].to_vec()).collect();
    damages.push([vec![0xff; 100], whole[100..].to_vec()].concat());
    damages.push([whole[..4096].to_vec(), vec![0xff; whole.len() - 4096]].concat());
    for (nth, bytes) in damages.into_iter().enumerate() {
        let (folder, path, clock) = closed();
        std::fs::write(&path, &bytes).unwrap();
        let damaged = hash(&path);
        let refused = shuke_core::shop::Shop::open(&path, Box::new(Arc::clone(&clock))).map(drop).unwrap_err().code();
        assert!(matches!(refused, Code::FileEmpty | Code::FileShort | Code::FileDamaged | Code::FileForeign), "{nth} {refused:?}");
        assert_eq!(hash(&path), damaged, "{nth}: being refused changes nothing");
        let offer = newest_good(&path, refused, &[], &Unlock::Nothing).unwrap().unwrap();
        assert_eq!((offer.file_name.as_str(), offer.visits, offer.shop_name.as_str()), ("shop-20261121-110000.shuke", 2, "云裳"));
        assert!(offer.minutes.is_some());
        assert_eq!(hash(&path), damaged, "{nth}: looking changes nothing");
        clock.set(shuke_core::clock::FixedClock::at("2026-11-22T09:00:00+08:00").utc());
        let mut t = again(folder, &path, clock, &offer.path);
        assert_eq!(figures(&mut t), (json!(2), json!(2), json!("150.00")), "{nth}");
        assert_eq!(hash(&super::folder(&t).join("shop-20261122-090000-damaged.shuke")), damaged, "{nth}: the damaged file is kept");
        let mut t = t.reopen();
        assert_eq!(figures(&mut t), (json!(2), json!(2), json!("150.00")), "{nth}");
        assert_eq!(t.ok("list_backups", json!({}))["kept"][0]["kind"], "damaged");
    }
}

#[test]
fn copies_that_are_damaged_too_are_passed_over() {
    let (folder, path, clock) = closed();
    std::fs::write(&path, "").unwrap();
    let newest = shuke_core::backup::folder_of(&path).join("shop-20261121-110000.shuke");
    let mut bytes = std::fs::read(&newest).unwrap();
    spoil(&mut bytes);
    std::fs::write(&newest, bytes).unwrap();
    let offer = newest_good(&path, Code::FileEmpty, &[], &Unlock::Nothing).unwrap().unwrap();
    assert_eq!((offer.file_name.as_str(), offer.passed_over), ("shop-20261121-100000.shuke", 1));
    let mut t = again(folder, &path, clock, &offer.path);
    assert_eq!(figures(&mut t), (json!(1), json!(1), json!("100.00")));
}

#[test]
fn copies_elsewhere_count_and_without_any_there_is_no_offer() {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    let copied = copy(&mut t);
    let path = t.path();
    let TestShop { shop, clock, folder } = t;
    drop(shop);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(newest_good(&path, Code::FileMissing, &[], &Unlock::Nothing).unwrap(), None);
    let offer = newest_good(&path, Code::FileMissing, &[copied.parent().unwrap().to_owned()], &Unlock::Nothing).unwrap().unwrap();
    assert_eq!((Path::new(&offer.path), offer.minutes), (copied.as_path(), None), "of a missing file nobody knows when it was written");
    let mut t = again(folder, &path, clock, &offer.path);
    assert_eq!(figures(&mut t), (json!(1), json!(1), json!("100.00")));
}

#[test]
fn a_book_that_is_whole_is_not_replaced_because_it_is_in_use_or_newer_or_something_else() {
    let (folder, path, clock) = closed();
    let from = shuke_core::backup::folder_of(&path).join("shop-20261121-110000.shuke");
    let make = || Box::new(Arc::clone(&clock)) as Box<dyn Clock>;
    for code in [Code::FileBusy, Code::FileNewer, Code::FileReadOnly, Code::FolderReadOnly, Code::DiskFault] {
        assert_eq!(newest_good(&path, code, &[], &Unlock::Nothing).unwrap_err().code(), code);
    }
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let newer = hash(&path);
    assert_eq!(work_again(&path, &from, &Unlock::Nothing, &make).map(drop).unwrap_err().code(), Code::FileNewer);
    assert_eq!(hash(&path), newer);
    // A photo that was chosen by mistake is no damaged book.
    let photo = folder.path().join("photo.jpg");
    std::fs::write(&photo, vec![b'x'; 5000]).unwrap();
    assert_eq!(work_again(&photo, &from, &Unlock::Nothing, &make).map(drop).unwrap_err().code(), Code::FileForeign);
    assert_eq!(std::fs::read(&photo).unwrap(), vec![b'x'; 5000]);
    // A bad copy replaces nothing either.
    std::fs::write(&path, "").unwrap();
    std::fs::write(&from, "x").unwrap();
    assert!(work_again(&path, &from, &Unlock::Nothing, &make).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"");
}

#[test]
fn a_journal_that_cannot_be_settled_is_kept_with_the_damaged_file() {
    let (folder, path, clock) = closed();
    let journal = folder.path().join("shop.shuke-journal");
    std::fs::write(&path, vec![0xff; 8192]).unwrap();
    std::fs::write(&journal, vec![7; 600]).unwrap();
    let refused = shuke_core::shop::Shop::open(&path, Box::new(Arc::clone(&clock))).map(drop).unwrap_err().code();
    let rescue = folder.path().join("shop.shuke.rescue");
    assert_eq!(names(&rescue), ["shop.shuke", "shop.shuke-journal"], "copied before SQLite was let at them");
    assert_eq!(std::fs::read(rescue.join("shop.shuke-journal")).unwrap(), vec![7; 600]);
    let offer = newest_good(&path, refused, &[], &Unlock::Nothing).unwrap().unwrap();
    let mut t = again(folder, &path, clock, &offer.path);
    assert_eq!(figures(&mut t), (json!(2), json!(2), json!("150.00")));
    let kept = names(&super::folder(&t));
    assert!(kept.contains(&"shop-20261121-110000-damaged.shuke".to_owned()), "{kept:?}");
    assert!(kept.contains(&"shop-20261121-110000-damaged.rescue".to_owned()), "{kept:?}");
    let mut t = t.reopen();
    assert_eq!(figures(&mut t), (json!(2), json!(2), json!("150.00")), "no old journal came over the copy");
}

#[test]
fn a_journal_that_is_settled_leaves_nothing_behind() {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    // A crash in the middle of a save, as the disk would show it.
    let before = figures(&mut t);
    let path = t.path();
    let TestShop { shop, clock, folder } = t;
    drop(shop);
    let crashed = folder.path().join("crashed.shuke");
    {
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute_batch("PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 5; PRAGMA cache_spill = 1; BEGIN; UPDATE state SET value = value; UPDATE visit SET total = total + 1; CREATE TABLE filler (x); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO filler SELECT randomblob(100) FROM n;").unwrap();
        std::fs::copy(&path, &crashed).unwrap();
        std::fs::copy(folder.path().join("shop.shuke-journal"), folder.path().join("crashed.shuke-journal")).unwrap();
        db.execute_batch("ROLLBACK").unwrap();
    }
    assert!(std::fs::metadata(folder.path().join("crashed.shuke-journal")).unwrap().len() > 0);
    let shop = shuke_core::shop::Shop::open(&crashed, Box::new(Arc::clone(&clock))).unwrap();
    let mut t = TestShop { shop, clock, folder };
    assert_eq!(figures(&mut t), before, "the save that was not finished never was");
    assert!(!t.folder.path().join("crashed.shuke.rescue").exists());
    assert!(open(&t, &path).is_ok());
}

#[test]
fn conflicting_copies_of_a_sync_program_are_listed_and_never_worked_with_by_itself() {
    let mut t = shop();
    sale(&mut t, "单晓燕", "1", 100);
    let copied = copy(&mut t);
    let beside = |name: &str| t.folder.path().join(name);
    let conflicts = ["shop (1).shuke", "shop-冲突-小林.shuke", "shop (Wang's conflicted copy 2026-11-21).shuke"].map(beside);
    // Newer than anything of the program's own, and whole.
    for path in &conflicts {
        std::fs::copy(&copied, path).unwrap();
    }
    std::fs::rename(&copied, beside("shop.sync-conflict-20261121-100000-ABCDEFG.shuke")).unwrap();
    std::fs::write(beside("shop - 副本.shuke"), "by hand").unwrap();
    let before = conflicts.each_ref().map(|path| hash(path));
    let told = t.ok("list_backups", json!({}));
    let mut found: Vec<&str> = told["conflicts"].as_array().unwrap().iter().map(|row| row["file_name"].as_str().unwrap()).collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "shop (1).shuke",
            "shop (Wang's conflicted copy 2026-11-21).shuke",
            "shop-冲突-小林.shuke",
            "shop.sync-conflict-20261121-100000-ABCDEFG.shuke"
        ]
    );
    assert!(told["conflicts"].as_array().unwrap().iter().all(|row| row["kind"] == "conflict" && row["proven_at"].is_null()), "{told}");
    assert_eq!((&told["copies"], &told["kept"]), (&json!([]), &json!([])));
    // The book is lost, and no good copy is there but these: nothing is offered, and none of them goes.
    let path = t.path();
    let TestShop { shop, clock: _, folder: _kept } = t;
    drop(shop);
    std::fs::write(&path, "").unwrap();
    assert_eq!(newest_good(&path, Code::FileEmpty, &[], &Unlock::Nothing).unwrap(), None);
    assert_eq!(conflicts.each_ref().map(|path| hash(path)), before);
}
