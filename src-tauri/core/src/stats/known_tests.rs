//! What is known of the rules is what the file says, whatever was written, taken back or refused meanwhile.

use super::KnownRules;
use crate::clock::FixedClock;
use crate::error::{Code, Failure};
use crate::levels::{Benefits, ReviewPeriod};
use crate::op::Op;
use crate::ops;
use crate::shop::{Shop, Tx};
use crate::stats::Rules;
use crate::store::{level, setting};
use crate::wire::settings::{Language, Trade};
use crate::wire::shop::NewShop;
use serde_json::{Value, json};

fn shop() -> (Shop, tempfile::TempDir) {
    let folder = tempfile::TempDir::new().unwrap();
    let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
    let clock = Box::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    (Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap(), folder)
}

fn assert_true(tx: &Tx<'_>) {
    let (known, read) = (tx.rules().unwrap(), Rules::load(tx.db()).unwrap());
    assert_eq!((&known.levels, &known.fields), (&read.levels, &read.fields));
}

/// Asks inside a write that changes nothing.
fn check(shop: &mut Shop) -> Vec<String> {
    let asked = shop.try_out(Op::SaveLevels, |tx| {
        assert_true(tx);
        Ok(tx.rules()?.levels.levels().iter().map(|level| level.name.clone()).collect())
    });
    asked.unwrap()
}

fn rename(tx: &Tx<'_>, name: &str) {
    assert_true(tx);
    let top = tx.rules().unwrap().levels.levels().last().unwrap().clone();
    level::update(tx.db(), top.id, top.rank, name, &top.benefits).unwrap();
    assert_eq!(tx.rules().unwrap().levels.levels().last().unwrap().name, name, "seen at once");
    assert_true(tx);
}

#[test]
fn a_write_an_undo_and_a_rollback_are_seen() {
    let (mut shop, _folder) = shop();
    let first = check(&mut shop);
    // Refused after the write: nothing of it is left, nor known.
    let refused = shop.write(Op::SaveLevels, |tx| -> crate::error::Result<()> {
        rename(tx, "黑卡");
        Err(Failure::new(Code::NotFound).into())
    });
    assert!(refused.is_err());
    assert_eq!(check(&mut shop), first);
    // Tried out only.
    shop.try_out(Op::SaveLevels, |tx| {
        rename(tx, "黑卡");
        Ok(())
    })
    .unwrap();
    assert_eq!(check(&mut shop), first);
    // Saved, taken back, done again.
    let saved = shop.write(Op::SaveLevels, |tx| {
        rename(tx, "黑卡");
        Ok(tx.operation())
    });
    let after = check(&mut shop);
    assert_ne!(after, first);
    let undone = ops::call(&mut shop, "undo", json!({"operation": saved.unwrap()})).unwrap();
    assert_eq!(check(&mut shop), first, "{undone}");
    let last = ops::call(&mut shop, "list_history", json!({"limit": 1})).unwrap()["entries"][0]["id"].clone();
    ops::call(&mut shop, "undo", json!({"operation": last})).unwrap();
    assert_eq!(check(&mut shop), after);
    // Added and removed without the history's eyes, as an import does.
    let added = shop.write(Op::SaveLevels, |tx| {
        let benefits = Benefits::default();
        let id = tx.bulk(|| level::insert(tx.db(), 40, "尊享", &benefits))?;
        assert_true(tx);
        tx.unrecorded(|| level::remove(tx.db(), id))?;
        assert_true(tx);
        tx.unrecorded(|| level::insert(tx.db(), 40, "尊享", &benefits))
    });
    added.unwrap();
    assert!(check(&mut shop).contains(&"尊享".to_owned()));
}

#[test]
fn every_table_of_the_rules_is_watched() {
    let (mut shop, _folder) = shop();
    let mut call = |op: &str, args: Value| ops::call(&mut shop, op, args).unwrap();
    let page = call("levels_page", json!({}));
    let field = call("list_fields", json!({}))["fields"][0].clone();
    let level = page["levels"].as_array().unwrap().last().unwrap()["id"].clone();
    check(&mut shop);
    let mut call = |op: &str, args: Value| ops::call(&mut shop, op, args).unwrap();
    call("save_campaign", json!({"name": "招募月", "from": "2026-12-01", "to": "2026-12-31", "level": level}));
    check(&mut shop);
    let mut changed = field.clone();
    changed["weight"] = json!(field["weight"].as_i64().unwrap() + 1);
    for name in ["key", "is_builtin", "asking"] {
        changed.as_object_mut().unwrap().remove(name);
    }
    ops::call(&mut shop, "save_field", changed).unwrap();
    check(&mut shop);
    type Write = fn(&Tx<'_>) -> crate::error::Result<()>;
    let writes: [(&str, Write); 3] = [
        ("level_rule_set", |tx| {
            let mut set = tx.rules()?.levels.rule_sets().last().cloned().unwrap();
            assert!(set.rules.pop().is_some());
            level::put_rule_set(tx.db(), &set)
        }),
        ("level_campaign", |tx| level::remove_campaign(tx.db(), 1)),
        ("setting", |tx| {
            let other = if tx.rules()?.levels.reviews() == ReviewPeriod::Quarter { ReviewPeriod::HalfYear } else { ReviewPeriod::Quarter };
            setting::put(tx.db(), level::REVIEW_PERIOD, &other)
        }),
    ];
    for (table, write) in writes {
        let differs = shop.write(Op::SaveLevels, |tx| {
            let before = tx.rules()?;
            write(tx)?;
            assert_true(tx);
            Ok(before.levels != tx.rules()?.levels)
        });
        assert!(differs.unwrap(), "{table}");
        check(&mut shop);
    }
}

#[test]
fn the_rules_are_read_once() {
    let (mut shop, _folder) = shop();
    let known = KnownRules::default();
    shop.try_out(Op::SaveLevels, |tx| {
        let first = known.get(tx.db(), 1)?;
        assert!(std::sync::Arc::ptr_eq(&first, &known.get(tx.db(), 1)?));
        assert!(!std::sync::Arc::ptr_eq(&first, &known.get(tx.db(), 2)?));
        assert!(std::sync::Arc::ptr_eq(&tx.rules()?, &tx.rules()?));
        Ok(())
    })
    .unwrap();
}
