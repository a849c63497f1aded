//! A file that cannot be opened is refused with its own reason, and stays as it was to the byte.

use shuke_core::clock::FixedClock;
use shuke_core::shop::Shop;
use shuke_tests::shop;
use std::collections::BTreeSet;

#[test]
fn each_kind_of_file_that_cannot_be_opened_is_refused_by_its_own_name_and_left_alone() {
    let t = shop();
    let (whole, folder) = (t.path(), t.folder);
    drop(t.shop);
    let book = std::fs::read(&whole).unwrap();
    let patched = |at: usize, bytes: &[u8]| {
        let mut book = book.clone();
        book[at..at + bytes.len()].copy_from_slice(bytes);
        book
    };
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "file_empty"),
        ("zeros, as a full stick leaves them", vec![0; 8192], "file_empty"),
        ("a few letters", b"hello".to_vec(), "file_foreign"),
        ("the first letters of a book", book[..6].to_vec(), "file_short"),
        ("half a book", book[..book.len() / 2].to_vec(), "file_short"),
        ("a book that grew", [book.as_slice(), &[7; 4096]].concat(), "file_damaged"),
        ("another program's file", patched(68, b"abcd"), "file_foreign"),
        ("a newer book", patched(60, &99_u32.to_be_bytes()), "file_newer"),
        ("a book whose schema is overwritten", patched(100, &[0xA5; 1500]), "file_damaged"),
    ];
    let mut said = BTreeSet::new();
    for (what, bytes, code) in cases {
        let path = folder.path().join("refused.shuke");
        std::fs::write(&path, &bytes).unwrap();
        let refused = Shop::open(&path, Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"))).err().unwrap();
        let failure = shuke_core::error::Failure::from(refused);
        assert_eq!(failure.code.as_str(), code, "{what}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{what}");
        for language in [shuke_core::wire::settings::Language::ZhCn, shuke_core::wire::settings::Language::En] {
            said.insert(shuke_core::messages::Messages::of(language).failure(&failure));
        }
    }
    assert_eq!(said.len(), 10, "five reasons in two languages, each in its own words: {said:#?}");
    assert!(said.iter().any(|text| text.contains("只有一部分。程序没有动它。")), "{said:#?}");
}
