//! The statements of the list of customers.

use super::{plan, shop, statements_of};
use crate::ops;
use serde_json::{Value, json};

#[test]
fn the_list_of_customers_is_read_along_the_index_of_its_order() {
    let (mut shop, _folder) = shop();
    for sort in ["last_visit", "name", "spend", "joined"] {
        let seen = statements_of(|| {
            let mut page = |cursor: Value, skip: Value, limit: u32| {
                let filter = json!({"levels": [], "tags": [], "never_visited": false});
                let asked = json!({"filter": filter, "sort": sort, "cursor": cursor, "skip": skip, "limit": limit});
                ops::call(&mut shop, "list_customers", asked).unwrap()
            };
            page(json!(null), json!(null), 1);
            let near = page(json!(null), json!(1), 1);
            let all = near["total"].as_i64().unwrap();
            // So many rows at once that those who never came are reached too.
            page(near["cursor"].clone(), json!(null), 500);
            page(json!(null), json!(all - 1), 1);
        });
        let ordered: Vec<&String> = seen.iter().filter(|sql| sql.contains("sort_key")).collect();
        let far = ordered.iter().filter(|sql| sql.contains("OFFSET")).count();
        assert_eq!(far, 2, "{sort}, from the beginning and from the end: {ordered:#?}");
        let db = shop.db().unwrap();
        for sql in ordered {
            let steps = plan(db, sql);
            assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{sort}: {steps:#?} of {sql}");
            let looked_up = !sql.contains("< (?") && !sql.contains("> (?") || steps[0].starts_with("SEARCH");
            assert!(looked_up, "{sort}: {steps:#?} of {sql}");
        }
    }
}
