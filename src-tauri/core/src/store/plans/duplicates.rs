//! The statements of the finder of duplicates.

use super::{shop, slow, statements_of};
use crate::ops;
use serde_json::{Value, json};

/// What is read whole on purpose: everybody once, in the order of their numbers, whatever the number of pairs; and what somebody pressed a
/// button for.
const WALKED: &[(&str, &str)] = &[("SCAN told_apart", "FROM told_apart ORDER BY id")];

#[test]
fn the_queries_of_the_finder_are_lookups_and_as_many_for_many_pairs_as_for_few() {
    let (mut shop, _folder) = shop();
    let mut call = |op: &str, args: Value| ops::call(&mut shop, op, args).unwrap();
    let mut archive = |name: &str| {
        let fields = json!({"name": name, "phones": ["13857104217"]});
        call("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}));
    };
    archive("张晓燕");
    archive("章小燕");
    let few = statements_of(|| drop(call("find_duplicates", json!({}))));
    for name in ["王芳", "李娜", "赵敏"] {
        let fields = json!({"name": name, "phones": ["13857104217"]});
        call("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}));
    }
    let many = statements_of(|| drop(call("find_duplicates", json!({"inactive": true}))));
    assert_eq!(few, many);
    assert!(few.len() >= 5, "{}", few.len());
    let db = shop.db().unwrap();
    for sql in &few {
        let mut steps = slow(db, sql);
        steps.retain(|step| !WALKED.iter().any(|(walk, part)| step.starts_with(walk) && sql.contains(part)));
        assert_eq!(steps, [""; 0], "{sql}");
    }
}
