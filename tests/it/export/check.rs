//! `check_shop` finds each kind of wrong row and nothing in a sound book.

use crate::broken::{SOUND, meddle};
use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};

/// What is found, without what the audit log adds: that rows of these books were put in by other hands, as they were.
fn findings(t: &mut TestShop) -> Vec<(String, Value)> {
    let report = t.ok("check_shop", json!({}));
    let found: Vec<(String, Value)> =
        report["findings"].as_array().unwrap().iter().map(|f| (f["check"].as_str().unwrap().to_owned(), f["examples"].clone())).collect();
    assert_eq!(report["ok"], found.is_empty());
    found.into_iter().filter(|(check, _)| !check.starts_with("audit_")).collect()
}

/// A sound book: foreign rows, then every conclusion drawn by the product itself, which a rule change makes it do.
fn sound() -> TestShop {
    let mut t = meddle(shop(), SOUND);
    rebuild(&mut t);
    assert_eq!(findings(&mut t), []);
    t
}

#[test]
fn a_sound_book_is_counted_and_nothing_is_found() {
    let mut t = sound();
    let report = t.ok("check_shop", json!({}));
    assert_eq!(report["customers"], 2);
    assert_eq!(report["visits"], 3);
    assert_eq!(report["lines"], 3);
    assert_eq!(report["total"], "370.00");
    assert_eq!(report["customer_total"], "270.00");
}

#[test]
fn every_rule_finds_what_breaks_it() {
    for (name, examples, sql) in [
        (
            "foreign_keys",
            json!([4]),
            "INSERT INTO payment (id, visit_id, method, amount) VALUES (9, 3, 'cash', 0);
                                      UPDATE payment SET id = 5 WHERE id = 9; UPDATE payment SET visit_id = 99 WHERE id = 4;",
        ),
        ("visit_totals", json!([1]), "UPDATE visit_line SET amount = 9001 WHERE id = 2"),
        ("visit_totals", json!([1]), "UPDATE visit_line SET qty = 2 WHERE id = 2"),
        ("payments", json!([3]), "UPDATE payment SET amount = 9999 WHERE id = 4"),
        ("returns", json!([1]), "UPDATE visit_line SET qty = -3 WHERE id = 3; UPDATE visit SET pieces = -3 WHERE id = 2"),
        ("returns", json!([1]), "UPDATE visit_line SET qty = 1 WHERE id = 3; UPDATE visit SET pieces = 1 WHERE id = 2"),
        ("points", json!([1]), "UPDATE points_entry SET points = 451"),
        ("points", json!([2]), "UPDATE customer_stats SET points = 1 WHERE customer_id = 2"),
        ("search_keys", json!([1]), "UPDATE search_key SET key = 'x' WHERE customer_id = 1"),
        ("search_keys", json!([2]), "DELETE FROM search_key WHERE customer_id = 2"),
        ("stats", json!([1]), "UPDATE customer_stats SET net_spend = 1 WHERE customer_id = 1"),
        ("stats", json!([2]), "UPDATE customer_stats SET last_visit = '2026-01-01' WHERE customer_id = 2"),
        ("stats", json!([2]), "DELETE FROM customer_stats WHERE customer_id = 2"),
    ] {
        let mut t = meddle(sound(), sql);
        let found = findings(&mut t);
        assert!(found.iter().any(|(check, ids)| check == name && *ids == examples), "{name}: {sql}: {found:?}");
    }
}

#[test]
fn a_voided_return_does_not_count_and_voided_visits_are_in_no_total() {
    let mut t = meddle(
        sound(),
        "UPDATE visit SET voided_at = 1 WHERE id = 2; UPDATE visit_line SET qty = -3 WHERE id = 3;
                                 UPDATE visit SET pieces = -3 WHERE id = 2",
    );
    rebuild(&mut t);
    assert_eq!(findings(&mut t), []);
    assert_eq!(t.ok("check_shop", json!({}))["total"], "550.00");
}

#[test]
fn damage_to_the_structure_is_found() {
    // An index row without its table row is what a torn write leaves behind.
    let mut t = meddle(
        sound(),
        "PRAGMA writable_schema = ON;
        CREATE TABLE aside AS SELECT sql FROM sqlite_schema WHERE name = 'phone_by_digits';
        UPDATE sqlite_schema SET sql = 'CREATE INDEX phone_by_digits ON phone (number)' WHERE name = 'phone_by_digits';
        PRAGMA writable_schema = RESET;
        INSERT INTO phone (customer_id, number, digits) VALUES (1, '138', '139');
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = (SELECT sql FROM aside) WHERE name = 'phone_by_digits';
        DROP TABLE aside;
        PRAGMA writable_schema = RESET;",
    );
    assert!(findings(&mut t).iter().any(|(check, _)| check == "integrity"));
}

/// A change in the catalogue of fields concerns everybody, so all conclusions are drawn anew.
fn rebuild(t: &mut TestShop) {
    let mut field = t.ok("list_fields", json!({}))["fields"][0].clone();
    field["weight"] = json!(field["weight"].as_i64().unwrap() + 1);
    for name in ["key", "is_builtin", "asking"] {
        field.as_object_mut().unwrap().remove(name);
    }
    t.ok("save_field", field);
}
