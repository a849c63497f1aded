//! Bringing files of other systems into the book, as the window and the command line ask for it.
#![expect(clippy::unwrap_used, reason = "a test whose own file cannot be written has failed")]

mod columns;
mod customers;
mod files;
mod mess;
mod mess_kept;
mod opening;
mod refused;
mod sheets;
mod visits;
mod workbook;

use serde_json::{Value, json};
use shuke_tests::{TestShop, shop};
use std::path::PathBuf;

/// A shop and a folder to write files into.
pub struct Desk {
    /// The shop.
    pub t: TestShop,
}

/// A new desk.
pub fn desk() -> Desk {
    Desk { t: shop() }
}

impl Desk {
    /// Writes a file beside the book and gives its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.t.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The request for some tables, each `(kind, content)`.
    pub fn request(&self, tables: &[(&str, &str)], more: Value) -> Value {
        let file = |&(kind, content): &(&str, &str)| json!({"kind": kind, "path": self.file(&format!("{kind}.csv"), content)});
        let mut request = json!({"files": tables.iter().map(file).collect::<Vec<_>>(), "dry_run": false});
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    }

    /// Brings tables in.
    #[track_caller]
    pub fn bring(&mut self, tables: &[(&str, &str)]) -> Value {
        let request = self.request(tables, json!({}));
        self.t.ok("run_import", request)
    }

    /// All rows of the fact tables, to see whether anything changed.
    pub fn facts(&mut self) -> Vec<String> {
        self.ask(FACTS)
    }

    /// One column of text, asked of a backup: the open book belongs to the shop alone.
    pub fn ask(&mut self, sql: &str) -> Vec<String> {
        let copy = self.t.ok("back_up", json!({"folder": self.t.folder.path()}))["path"].as_str().unwrap().to_owned();
        let db = rusqlite::Connection::open(&copy).unwrap();
        let mut statement = db.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
        let rows = rows.map(|row| row.unwrap().unwrap_or_default()).collect();
        std::fs::remove_file(&copy).unwrap();
        rows
    }
}

const FACTS: &str = "
    SELECT 'customer ' || json_array(id, member_no, name, gender, birthday_month, wechat, address, joined_on, note, referrer_id, staff_id) FROM customer
    UNION ALL SELECT 'phone ' || json_array(customer_id, number, digits, position) FROM phone
    UNION ALL SELECT 'tag ' || json_array(customer_id, tag_id) FROM customer_tag
    UNION ALL SELECT 'value ' || json_array(customer_id, field_id, value, ended_on) FROM profile_value
    UNION ALL SELECT 'points ' || json_array(customer_id, kind, points) FROM points_entry
    UNION ALL SELECT 'level ' || json_array(customer_id, level_id, source) FROM level_decision
    UNION ALL SELECT 'visit ' || json_array(visit_no, customer_id, at, kind, pieces, list_total, total, ref_visit_id, note) FROM visit
    UNION ALL SELECT 'line ' || json_array(visit_id, line_no, style_no, qty, price, amount, reverses_id) FROM visit_line
    UNION ALL SELECT 'payment ' || json_array(visit_id, method, amount) FROM payment
    UNION ALL SELECT 'staff ' || json_array(name, role) FROM staff
    UNION ALL SELECT 'stats ' || json_array(customer_id, visits, net_spend, points, level_id) FROM customer_stats
    UNION ALL SELECT 'key ' || json_array(customer_id, key) FROM search_key ORDER BY 1";

/// `[rows, new, known, changed, rejected]` of a table's report.
pub fn counts(report: &Value, table: &str) -> [u64; 5] {
    ["rows", "new", "known", "changed", "rejected"].map(|key| report[table][key].as_u64().unwrap())
}

/// `line column code` of each remark.
pub fn remarks(report: &Value, table: &str) -> Vec<String> {
    let remark = |f: &Value| format!("{} {} {}", f["line"], f["column"].as_str().unwrap(), f["code"].as_str().unwrap());
    report[table]["flagged"].as_array().unwrap().iter().map(remark).collect()
}
