//! An encrypted book: what opens it, what does not, and the way from one key to another.
//!
//! Trying a passphrase costs what it costs a shop, so these tests try few of them and open with the key's sheet elsewhere.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use rusqlite::Connection;
use serde_json::{Value, json};
use shuke_core::clock::FixedClock;
use shuke_core::encryption::Unlock;
use shuke_core::error::{Code, Failure};
use shuke_core::ops;
use shuke_core::shop::Shop;
use shuke_core::store::upgrade::{APPLICATION_ID, FIRST_SCHEMA, SECOND_STEP};
use shuke_core::wire::settings::{Language, Trade};
use shuke_core::wire::shop::NewShop;
use shuke_tests::TestShop;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

const PASSPHRASE: &str = "café 春天的连衣裙 2026";

fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock::at("2026-11-21T10:00:00+08:00"))
}

fn passphrase(text: &str) -> Unlock {
    Unlock::Passphrase(text.to_owned().into())
}

fn sheet(letters: &str) -> Unlock {
    Unlock::Sheet(letters.to_owned().into())
}

fn open(path: &Path, unlock: &Unlock) -> Result<Shop, Failure> {
    Shop::open_with(path, unlock, Box::new(clock())).map_err(Failure::from)
}

/// Why a file is refused; it is as it was afterwards.
#[track_caller]
fn refused(path: &Path, unlock: &Unlock) -> Code {
    let before = std::fs::read(path).unwrap();
    let failure = open(path, unlock).err().unwrap();
    assert_eq!(std::fs::read(path).unwrap(), before);
    failure.code
}

/// A book that was encrypted from its first byte on, with somebody in it.
fn encrypted() -> TestShop {
    let folder = TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
    let clock = clock();
    let shop = Shop::create_encrypted(&folder.path().join("shop.shuke"), new, PASSPHRASE, Box::new(Arc::clone(&clock))).unwrap();
    let mut t = TestShop { shop, clock, folder };
    somebody(&mut t);
    t
}

fn somebody(t: &mut TestShop) {
    let made = customer(t, "单晓燕", "13800001111");
    let visit = json!({"customer": made["customer"], "kind": "purchase", "lines": [{"style_no": "D100", "qty": 1, "price": "680.00"}]});
    t.ok("record_visit", json!({"receipt": "receipt-1", "visit": visit}));
}

fn customer(t: &mut TestShop, name: &str, phone: &str) -> Value {
    let fields = json!({"name": name, "phones": [phone]});
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}))
}

/// Closes the book and leaves its folder.
fn closed(t: TestShop) -> (TempDir, PathBuf) {
    let TestShop { shop, folder, .. } = t;
    drop(shop);
    let path = folder.path().join("shop.shuke");
    (folder, path)
}

fn letters(t: &mut TestShop, passphrase: &str) -> String {
    groups(&t.ok("recovery_sheet", json!({"passphrase": passphrase})))
}

fn groups(sheet: &Value) -> String {
    sheet["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

/// Whoever is in the book, by its search box.
fn found(shop: &mut Shop) -> String {
    ops::call(shop, "search", json!({"query": "1111", "limit": 5})).unwrap()["hits"][0]["name"].as_str().unwrap_or_default().to_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

fn is_plain(path: &Path) -> bool {
    std::fs::read(path).unwrap().starts_with(b"SQLite format 3\0")
}

#[test]
fn opens_with_its_passphrase_however_it_was_typed() {
    let (_folder, path) = closed(encrypted());
    assert_eq!(refused(&path, &Unlock::Nothing), Code::PassphraseNeeded);
    let mut shop = open(&path, &passphrase("　ｃａｆe\u{301} 春天的连衣裙\u{3000}２０２６ ")).unwrap();
    assert_eq!(found(&mut shop), "单晓燕");
    assert_eq!(ops::call(&mut shop, "check_shop", json!({})).unwrap()["findings"], json!([]));
}

#[test]
fn a_near_miss_is_a_miss_and_is_never_called_damage() {
    let (_folder, path) = closed(encrypted());
    for near in [
        "Café 春天的连衣裙 2026",
        "cafe 春天的连衣裙 2026",
        "café春天的连衣裙 2026",
        "café  春天的连衣裙 2026",
        "café 春天的连衣裙 2026。",
        "café 春天的連衣裙 2026",
        "café 春天的连衣裙 202６6",
        "",
    ] {
        assert_eq!(refused(&path, &passphrase(near)), Code::PassphraseWrong, "{near:?}");
    }
}

#[test]
fn easily_guessed_passphrases_make_no_book() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shop.shuke");
    let new = NewShop { name: "云裳".into(), trade: Trade::Cafe, language: Language::ZhCn, owner: None, demo: false };
    let failure = Failure::from(Shop::create_encrypted(&path, new, "20260101", Box::new(clock())).err().unwrap());
    assert_eq!((failure.code, failure.field.as_deref()), (Code::PassphraseWeak, Some("passphrase")));
    assert!(files(folder.path()).is_empty());
}

#[test]
fn the_sheet_opens_the_book_and_its_backups_on_a_computer_that_knows_neither() {
    let mut t = encrypted();
    let copies = t.folder.path().join("U盘");
    std::fs::create_dir(&copies).unwrap();
    let copy = t.ok("back_up", json!({"folder": copies.to_str().unwrap()}));
    assert_eq!(t.err("recovery_sheet", json!({"passphrase": "不是这个口令，真的不是"})).code, Code::PassphraseWrong);
    let typed = letters(&mut t, PASSPHRASE);
    let counted = t.ok("check_shop", json!({}));

    let elsewhere = TempDir::new().unwrap();
    let alone = elsewhere.path().join("拷来的.shuke");
    std::fs::copy(copy["path"].as_str().unwrap(), &alone).unwrap();
    assert!(!is_plain(&alone));
    let mut shop = open(&alone, &sheet(&typed.to_lowercase().replace(' ', "-"))).unwrap();
    assert_eq!(ops::call(&mut shop, "check_shop", json!({})).unwrap(), counted);
    assert_eq!(found(&mut shop), "单晓燕");
    drop(shop);

    let mut shop = open(&alone, &passphrase(PASSPHRASE)).unwrap();
    assert_eq!(found(&mut shop), "单晓燕");
    drop(shop);

    // The sheet of another book is a sheet, but not this book's; half a sheet is none.
    let mut other = encrypted();
    let others = letters(&mut other, PASSPHRASE);
    assert_eq!(refused(&alone, &sheet(&others)), Code::SheetOther);
    assert_eq!(refused(&alone, &sheet(&typed[..typed.len() - 3])), Code::SheetWrong);
}

#[test]
fn damaged_foreign_newer_and_empty_are_told_apart() {
    let mut t = encrypted();
    let typed = letters(&mut t, PASSPHRASE);
    let (folder, path) = closed(t);
    let whole = std::fs::read(&path).unwrap();
    let key = sheet(&typed);
    let file = folder.path().join("other.shuke");
    let put = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        refused(&file, &key)
    };
    assert_eq!(put(b""), Code::FileEmpty);
    assert_eq!(put(&[0; 8192]), Code::FileEmpty);
    assert_eq!(put(&whole[..1]), Code::FileForeign);
    assert_eq!(put(&whole[..4095]), Code::FileForeign);
    assert_eq!(put("姓名,手机\n单晓燕,13800001111\n".repeat(300).as_bytes()), Code::FileForeign);
    // Cut, or with something behind its end, and the key is right: damaged. With a wrong key nobody can tell.
    for cut in [4096, 8192, whole.len() / 2, whole.len() / 2 / 4096 * 4096, whole.len() - 4096, whole.len() - 1] {
        assert_eq!(put(&whole[..cut]), Code::FileDamaged, "cut to {cut}");
    }
    assert_eq!(put(&[whole.as_slice(), &[7; 100]].concat()), Code::FileDamaged);
    assert_eq!(put(&[&whole[4096..], &whole[..4096]].concat()), Code::SheetOther);

    // A book of a later version under the same key.
    std::fs::write(&file, &whole).unwrap();
    let db = unlocked(&file, &whole, &typed);
    db.pragma_update(None, "user_version", 99).unwrap();
    drop(db);
    assert_eq!(refused(&file, &key), Code::FileNewer);
    let db = unlocked(&file, &whole, &typed);
    db.pragma_update(None, "application_id", 7).unwrap();
    drop(db);
    assert_eq!(refused(&file, &key), Code::FileForeign);
}

/// The value of each letter of a sheet, five bits each: read here without the product's own code.
fn key_bytes(typed: &str) -> Vec<u8> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in typed.chars().filter(|c| *c != ' ') {
        held = (held << 5 | "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(letter).unwrap() as u32) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 255) as u8);
        }
    }
    bytes.truncate(32);
    bytes
}

/// Opens an encrypted file past the product, by key and salt in hexadecimal.
fn unlocked(path: &Path, whole: &[u8], typed: &str) -> Connection {
    let db = Connection::open(path).unwrap();
    let hex: String = key_bytes(typed).iter().chain(&whole[..16]).map(|byte| format!("{byte:02x}")).collect();
    db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"; SELECT count(*) FROM sqlite_schema")).unwrap();
    db
}

#[test]
fn a_flipped_bit_anywhere_is_noticed() {
    let mut t = encrypted();
    let typed = letters(&mut t, PASSPHRASE);
    let (folder, path) = closed(t);
    let whole = std::fs::read(&path).unwrap();
    let key = sheet(&typed);
    let file = folder.path().join("flipped.shuke");
    let mut seed = 20_261_122_u64;
    let mut at_opening = 0;
    for n in 0..100 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (at, bit) = ((seed >> 20) as usize % whole.len(), seed >> 60 & 7);
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        std::fs::write(&file, &bytes).unwrap();
        match open(&file, &key) {
            Err(failure) => {
                at_opening += 1;
                // A spoilt first page looks like another key.
                let said = if at < 4096 { Code::SheetOther } else { Code::FileDamaged };
                assert_eq!(failure.code, said, "flip {n} at {at}");
            }
            Ok(mut shop) => {
                let report = ops::call(&mut shop, "check_shop", json!({}));
                assert!(report.is_err() || report.unwrap()["ok"] == false, "flip {n} of bit {bit} at {at} went unnoticed");
                // And no backup is made of it.
                let copy = ops::call(&mut shop, "back_up", json!({"folder": folder.path().to_str().unwrap()}));
                assert!(copy.is_err(), "flip {n} at {at}");
            }
        }
    }
    assert!(at_opening < 100, "some flips lie where only the check looks");
    assert_eq!(files(folder.path()).len(), 2, "no copy of a damaged book is left");
}

#[test]
fn a_plain_book_is_encrypted_only_after_its_sheet_was_typed_back() {
    let mut t = shuke_tests::shop();
    somebody(&mut t);
    let counted = t.ok("check_shop", json!({}));
    assert_eq!(t.ok("encryption_state", json!({})), json!({"encrypted": false, "sheet_no": null, "sheet_confirmed": false}));
    assert_eq!(t.err("finish_encryption", json!({"sheet": "0"})).code, Code::EncryptionNotBegun);
    assert_eq!(t.err("begin_encryption", json!({"passphrase": "短"})).code, Code::PassphraseWeak);
    let sheet_shown = t.ok("begin_encryption", json!({"passphrase": PASSPHRASE}));
    let typed = groups(&sheet_shown);
    assert_eq!(typed.len(), 14 * 5 - 1);
    let wrong = format!("{}{}", if typed.starts_with('A') { 'B' } else { 'A' }, &typed[1..]);
    let failure = t.err("finish_encryption", json!({"sheet": wrong}));
    assert_eq!((failure.code, failure.params["group"].as_str()), (Code::SheetWrong, "1"));
    assert!(is_plain(&t.path()), "nothing changed yet");

    let changed = t.ok("finish_encryption", json!({"sheet": typed}));
    assert_eq!(changed["encrypted"], true);
    assert!(!is_plain(&t.path()));
    let state = t.ok("encryption_state", json!({}));
    assert_eq!(state, json!({"encrypted": true, "sheet_no": sheet_shown["sheet_no"], "sheet_confirmed": true}));
    // The copy made before is plain, and the owner is told that it lies there.
    let copy = t.folder.path().join(changed["copy"].as_str().unwrap());
    assert!(is_plain(&copy));
    assert_eq!(changed["plain"][0]["file_name"], changed["copy"]);
    assert_eq!(t.ok("list_plain_copies", json!({}))["copies"], changed["plain"]);
    // Work goes on, in history, undo and all.
    assert_eq!(t.ok("check_shop", json!({})), counted);
    customer(&mut t, "仇小满", "13900002222");
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": last}));
    let (folder, path) = closed(t);
    assert_eq!(files(folder.path()).len(), 2);
    assert_eq!(found(&mut open(&path, &passphrase(PASSPHRASE)).unwrap()), "单晓燕");
    assert_eq!(found(&mut open(&copy, &Unlock::Nothing).unwrap()), "单晓燕");
}

#[test]
fn another_passphrase_is_another_key_and_older_copies_keep_theirs() {
    let mut t = encrypted();
    let other = "冬天的大衣也很好看";
    assert_eq!(t.err("begin_encryption", json!({"passphrase": other})).field.as_deref(), Some("current"));
    let missed = t.err("begin_encryption", json!({"passphrase": other, "current": "猜一个试试看行不行"}));
    assert_eq!((missed.code, missed.field.as_deref()), (Code::PassphraseWrong, Some("current")));
    let first = t.ok("encryption_state", json!({}));
    assert_eq!(first["sheet_confirmed"], false, "a book made encrypted waits for its sheet");
    let shown = t.ok("begin_encryption", json!({"passphrase": other, "current": PASSPHRASE}));
    assert_ne!(shown["sheet_no"], first["sheet_no"]);
    let changed = t.ok("finish_encryption", json!({"sheet": groups(&shown)}));
    assert_eq!(changed["plain"], json!([]));
    let (folder, path) = closed(t);
    let copy = folder.path().join(changed["copy"].as_str().unwrap());
    assert_eq!(refused(&path, &passphrase(PASSPHRASE)), Code::PassphraseWrong);
    assert_eq!(found(&mut open(&path, &sheet(&groups(&shown))).unwrap()), "单晓燕");
    let needed = open(&copy, &Unlock::Nothing).err().unwrap();
    assert_eq!((needed.code, needed.params["sheet"].as_str()), (Code::PassphraseNeeded, first["sheet_no"].as_str().unwrap()));
    assert_eq!(found(&mut open(&copy, &passphrase(PASSPHRASE)).unwrap()), "单晓燕");
}

#[test]
fn encryption_comes_off_again_with_the_passphrase_only() {
    let mut t = encrypted();
    let counted = t.ok("check_shop", json!({}));
    assert_eq!(t.err("decrypt_book", json!({"passphrase": "随便猜猜看能不能行"})).code, Code::PassphraseWrong);
    let changed = t.ok("decrypt_book", json!({"passphrase": PASSPHRASE}));
    assert_eq!(changed["encrypted"], false);
    assert!(is_plain(&t.path()));
    assert_eq!(t.err("decrypt_book", json!({"passphrase": PASSPHRASE})).code, Code::NotEncrypted);
    let mut t = t.reopen();
    assert_eq!(t.ok("check_shop", json!({})), counted);
    assert!(!is_plain(&t.folder.path().join(changed["copy"].as_str().unwrap())));
}

#[test]
fn a_sheet_of_a_new_book_is_confirmed_by_typing_it_back() {
    let mut t = encrypted();
    let typed = letters(&mut t, PASSPHRASE);
    assert_eq!(t.err("confirm_sheet", json!({"sheet": &typed[1..]})).code, Code::SheetWrong);
    t.ok("confirm_sheet", json!({"sheet": typed}));
    assert_eq!(t.ok("encryption_state", json!({}))["sheet_confirmed"], true);
}

#[test]
fn what_a_dead_program_left_beside_an_encrypted_book_is_swept_away() {
    let mut t = encrypted();
    let typed = letters(&mut t, PASSPHRASE);
    let (folder, path) = closed(t);
    let left = folder.path().join("shop.shuke.changing");
    std::fs::write(&left, "SQLite format 3\0 单晓燕 13800001111").unwrap();
    std::fs::write(folder.path().join("shop.shuke.changing-journal"), "单晓燕 13800001111").unwrap();
    drop(open(&path, &sheet(&typed)).unwrap());
    assert_eq!(files(folder.path()), [path]);
}

#[test]
fn a_book_of_an_older_version_is_brought_up_to_date_and_nothing_of_it_lies_there_plain() {
    let mut t = encrypted();
    let typed = letters(&mut t, PASSPHRASE);
    let (folder, path) = closed(t);
    let whole = std::fs::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let db = unlocked(&path, &whole, &typed);
    db.execute_batch(FIRST_SCHEMA).unwrap();
    db.execute_batch(SECOND_STEP).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    db.execute_batch(include_str!("../../fixtures/book-v2.sql")).unwrap();
    db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    db.pragma_update(None, "user_version", 2).unwrap();
    let name: String = db.query_row("SELECT name FROM customer WHERE id = 1", [], |row| row.get(0)).unwrap();
    drop(db);

    // The day after what stands in it.
    let clock = FixedClock::at("2026-11-22T10:00:00+08:00");
    let mut shop = Shop::open_with(&path, &sheet(&typed), Box::new(clock)).unwrap();
    assert_eq!(ops::call(&mut shop, "check_shop", json!({})).unwrap()["findings"], json!([]));
    assert_eq!(ops::call(&mut shop, "customer_page", json!({"customer": 1})).unwrap()["figures"]["net_spend"], "680.00");
    drop(shop);
    let kept = folder.path().join("shop-v2.shuke");
    assert_eq!(files(folder.path()), [kept.clone(), path.clone()]);
    let db = unlocked(&kept, &whole, &typed);
    assert_eq!(db.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0)).unwrap(), 2);
    assert_eq!(db.query_row("SELECT name FROM customer WHERE id = 1", [], |row| row.get::<_, String>(0)).unwrap(), name);
    for file in [&kept, &path] {
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.windows(name.len()).any(|window| window == name.as_bytes()), "{file:?}");
    }
}

#[test]
fn a_crashed_save_is_rolled_back_whoever_tries_first() {
    let mut t = encrypted();
    let typed = letters(&mut t, PASSPHRASE);
    let counted = t.ok("check_shop", json!({}));
    let (folder, path) = closed(t);
    let whole = std::fs::read(&path).unwrap();
    let db = unlocked(&path, &whole, &typed);
    // A cache of a few pages, so that a large transaction is half in the file before it ends.
    db.execute_batch("PRAGMA cache_size = 4; BEGIN IMMEDIATE").unwrap();
    db.execute_batch(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
         INSERT INTO state (key, value) SELECT 'k' || i, hex(randomblob(400)) FROM n",
    )
    .unwrap();
    // What a crash leaves is what lies there now.
    let crashed = folder.path().join("crashed.shuke");
    std::fs::copy(&path, &crashed).unwrap();
    std::fs::copy(folder.path().join("shop.shuke-journal"), folder.path().join("crashed.shuke-journal")).unwrap();
    drop(db);
    assert_ne!(std::fs::read(&crashed).unwrap(), whole, "the crash came in the middle");

    assert_eq!(open(&crashed, &passphrase("不是这个口令，真的不是")).err().unwrap().code, Code::PassphraseWrong);
    let mut shop = open(&crashed, &sheet(&typed)).unwrap();
    assert_eq!(ops::call(&mut shop, "check_shop", json!({})).unwrap(), counted);
    drop(shop);
    assert_eq!(std::fs::read(&crashed).unwrap().len(), whole.len());
}
