use rusqlite::*;
fn main() {
    let db = Connection::open_in_memory().unwrap();
    for (k, v) in [("foreign_keys", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"), ("temp_store", "2")] {
        db.execute_batch(&format!("pragma {k}={v}")).unwrap();
    }
    db.execute_batch(include_str!("../src/store/schema.sql")).unwrap();
    use rusqlite::config::DbConfig;
    println!("{:?}", db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true));
    for i in 0..50 {
        db.execute("INSERT INTO customer(member_no,name,name_key,joined_on) VALUES(?1,'a','a','2020-01-01')", [format!("M{i}")]).unwrap();
        db.execute("INSERT INTO phone(customer_id,number,digits) VALUES(?1,?2,?2)", params![i + 1, format!("138{i}")]).unwrap();
    }
    for sql in [
        "SELECT DISTINCT c.id, c.name FROM phone p JOIN customer c ON c.id = p.customer_id WHERE p.digits = :digits AND c.merged_into_id IS NULL LIMIT 2",
        "SELECT c.id, c.name FROM phone p JOIN customer c ON c.id = p.customer_id WHERE p.digits = :digits AND c.merged_into_id IS NULL LIMIT 2",
        "SELECT c.id, c.name FROM phone p JOIN customer c ON c.id = p.customer_id WHERE p.digits = :digits",
        "SELECT c.id, c.name, c.merged_into_id FROM phone p CROSS JOIN customer c ON c.id = p.customer_id WHERE p.digits = :digits LIMIT 2",
        "SELECT customer_id FROM phone p WHERE p.digits = :digits LIMIT 2",
        "SELECT id FROM customer WHERE member_no = :digits",
        "SELECT id FROM visit WHERE visit_no = :digits",
        "SELECT id, merged_into_id FROM customer WHERE member_no = :digits",
        "INSERT OR IGNORE INTO customer_tag (customer_id, tag_id, added_on) VALUES (1, 1, :digits)",
    ] {
        let mut total = 0;
        for i in 0..20 {
            let p = format!("138{i}");
            let n = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
            db.execute("INSERT INTO customer(member_no,name,name_key,joined_on) VALUES(?1,'a','a','2020-01-01')", [format!("N{n}")])
                .unwrap();
            db.execute("INSERT INTO phone(customer_id,number,digits) VALUES(?1,?2,?2)", params![i + 1, format!("139{n}")]).unwrap();
            let mut s = db.prepare_cached(sql).unwrap();
            if sql.starts_with("INSERT") {
                let _ = s.execute(named_params! {":digits":p});
            } else {
                let _ = s.query_map(named_params! {":digits":p}, |_| Ok(())).unwrap().count();
            }
            total += s.get_status(StatementStatus::RePrepare);
        }
        println!("{total} {sql}");
    }
}
