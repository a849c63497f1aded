//! Rows written behind the product's back, to see that it notices.

use rusqlite::Connection;
use shuke_core::shop::Shop;
use shuke_tests::TestShop;
use std::sync::Arc;

/// Closes the book, runs SQL on the file as a foreign program would, and opens it again.
#[track_caller]
pub fn meddle(t: TestShop, sql: &str) -> TestShop {
    let TestShop { shop, clock, folder } = t;
    drop(shop);
    let path = folder.path().join("shop.shuke");
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    db.execute_batch(sql).unwrap();
    db.close().unwrap();
    let shop = Shop::open(&path, Box::new(Arc::clone(&clock))).unwrap();
    TestShop { shop, clock, folder }
}

/// Two customers, a sale with two lines and a split payment, a part of it brought back, and a walk-in; conclusions as the
/// product would have drawn them.
pub const SOUND: &str = "
  INSERT INTO customer (id, member_no, name, name_key, joined_on) VALUES (1, 'M1', '单晓燕', 'shanxiaoyan', '2026-01-01'),
    (2, 'M2', '曾敏', 'zengmin', '2026-01-01');
  INSERT INTO visit (id, visit_no, customer_id, at, day, kind, pieces, list_total, total, ref_visit_id) VALUES
    (1, '20261116001', 1, 1779000000000, '2026-11-16', 'purchase', 3, 50000, 45000, NULL),
    (2, '20261117001', 1, 1779100000000, '2026-11-17', 'return', -1, -20000, -18000, 1),
    (3, '20261117002', NULL, 1779100000001, '2026-11-17', 'purchase', 1, 10000, 10000, NULL);
  INSERT INTO visit_line (id, visit_id, line_no, style_no, qty, list_price, price, amount, reverses_id) VALUES
    (1, 1, 1, 'A1', 2, 20000, 18000, 36000, NULL), (2, 1, 2, 'B2', 1, 10000, 9000, 9000, NULL), (3, 2, 1, 'A1', -1, 20000, 18000, -18000, 1);
  INSERT INTO payment (visit_id, method, amount) VALUES (1, 'cash', 20000), (1, 'wechat', 25000), (2, 'wechat', -18000), (3, 'cash', 10000);
  INSERT INTO points_entry (customer_id, visit_id, day, at, kind, points) VALUES (1, 1, '2026-11-16', 1779000000000, 'earn', 450);";
