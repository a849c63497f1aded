//! Insight reads the visits once, in the order of the customers, from the index alone.

use super::{plan, shop, statements_of};
use crate::store::insight_visits;

#[test]
fn the_visits_are_read_from_the_index_in_its_order() {
    let (shop, _folder) = shop();
    let db = shop.db().unwrap();
    let mut steps = 0;
    let seen = statements_of(|| {
        insight_visits::each(db, shop.now().day(), |_, hers| {
            steps += hers.len();
            Ok(())
        })
        .unwrap();
    });
    assert_eq!((seen.len(), steps > 100), (1, true));
    for sql in seen {
        assert_eq!(plan(db, &sql), ["SCAN visit USING COVERING INDEX visit_by_customer"], "{sql}");
    }
}
