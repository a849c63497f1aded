//! The three ends of a commit that met an error. The work ends its own transaction before its time, so that the commit behind it fails; what
//! the file then holds is what the work left in it.

use crate::clock::FixedClock;
use crate::error::{Code, Error, Result};
use crate::ids::CustomerId;
use crate::op::Op;
use crate::ops;
use crate::shop::{Shop, Tx};
use crate::store::staff;
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use crate::wire::staff::Role;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

fn book() -> (TempDir, PathBuf, Shop) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shop.shuke");
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
    let shop = Shop::create(&path, new, Box::new(Arc::new(FixedClock::at("2026-11-21T10:00:00+08:00")))).unwrap();
    (folder, path, shop)
}

/// Writes somebody down and ends the transaction in a way of its own.
fn add(shop: &mut Shop, end: impl FnOnce(&Tx<'_>)) -> Result<()> {
    shop.write(Op::SaveStaff, |tx| {
        staff::insert(tx.db(), "小林", Role::Clerk)?;
        end(tx);
        Ok(())
    })
}

fn names(shop: &mut Shop) -> Vec<String> {
    let told = ops::call(shop, "shop_info", json!({})).unwrap();
    told["staff"].as_array().unwrap().iter().map(|person| person["name"].as_str().unwrap().to_owned()).collect()
}

fn ask(shop: &mut Shop, op: &str, args: Value) -> Value {
    ops::call(shop, op, args).unwrap()
}

#[test]
fn what_is_in_the_file_is_saved_though_the_commit_met_an_error() {
    let (_folder, path, mut shop) = book();
    add(&mut shop, |tx| tx.db().execute_batch("COMMIT").unwrap()).unwrap();
    assert_eq!(names(&mut shop), ["店主", "小林"]);
    assert_eq!(ask(&mut shop, "list_history", json!({"limit": 1}))["entries"][0]["kind"], "save_staff");
    // The file was opened anew meanwhile, and everything goes on: history, undo, search.
    ask(&mut shop, "save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
    assert_eq!(ask(&mut shop, "check_shop", json!({}))["findings"], json!([]));
    drop(shop);
    let mut again = Shop::open(&path, Box::new(FixedClock::at("2026-11-21T11:00:00+08:00"))).unwrap();
    assert_eq!(names(&mut again), ["店主", "小林", "小夏"]);
}

#[test]
fn what_is_not_in_the_file_is_said_not_to_be_saved() {
    let (_folder, path, mut shop) = book();
    let refused = add(&mut shop, |tx| tx.db().execute_batch("ROLLBACK").unwrap()).unwrap_err();
    assert_eq!(refused.code(), Code::NotSaved);
    assert!(matches!(refused, Error::Refused(failure) if failure.params.contains_key("reason")));
    assert_eq!(names(&mut shop), ["店主"]);
    // The very next try is an ordinary one.
    add(&mut shop, |_| ()).unwrap();
    assert_eq!(names(&mut shop), ["店主", "小林"]);
    assert_eq!(ask(&mut shop, "check_shop", json!({}))["findings"], json!([]));
    drop(shop);
    let mut again = Shop::open(&path, Box::new(FixedClock::at("2026-11-21T11:00:00+08:00"))).unwrap();
    assert_eq!(names(&mut again), ["店主", "小林"]);
}

/// The folder cannot be written at the moment of looking, so that the file cannot be opened again.
#[cfg(unix)]
#[test]
fn where_nobody_can_look_it_says_so_and_the_same_receipt_is_there_once_afterwards() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path, mut shop) = book();
    let fields = json!({"name": "单晓燕", "phones": []});
    ask(&mut shop, "create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []}));
    let mode = |mode| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    for is_there in [true, false] {
        let receipt = format!("receipt-{is_there}");
        let sale = json!({"customer": 1, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "99.00"}]});
        let visit = serde_json::from_value(sale.clone()).unwrap();
        let unknown = shop.write(Op::RecordVisit, |tx| {
            tx.about_customer(CustomerId(1));
            crate::visits::record_in(tx, &receipt, visit)?;
            tx.db().execute_batch(if is_there { "COMMIT" } else { "ROLLBACK" })?;
            mode(0o500);
            Ok(())
        });
        let unknown = unknown.unwrap_err();
        assert_eq!(unknown.code(), Code::SaveUnknown);
        assert!(matches!(&unknown, Error::Refused(failure) if failure.params["reason"] == "folder_read_only"), "{unknown:?}");
        // As long as nobody can look, nothing is answered and nothing written.
        let args = json!({"receipt": receipt, "visit": sale});
        assert_eq!(ops::call(&mut shop, "record_visit", args.clone()).unwrap_err().code, Code::FolderReadOnly);
        mode(0o700);
        // The book opens by itself again, and the hand that presses once more has saved once.
        let visits = ask(&mut shop, "shop_size", json!({}))["visits"].as_i64().unwrap();
        ask(&mut shop, "record_visit", args);
        assert_eq!(ask(&mut shop, "shop_size", json!({}))["visits"], visits + i64::from(!is_there));
    }
    assert_eq!(ask(&mut shop, "check_shop", json!({}))["visits"], 2);
    assert_eq!(ask(&mut shop, "check_shop", json!({}))["findings"], json!([]));
    drop(shop);
    let mut again = Shop::open(&path, Box::new(FixedClock::at("2026-11-21T11:00:00+08:00"))).unwrap();
    assert_eq!(ask(&mut again, "shop_size", json!({}))["visits"], 2);
}
