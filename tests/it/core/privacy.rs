//! Her copy, her erasure, archives of people not seen for long.

use serde_json::{Value, json};
use shuke_core::privacy::{reapply, register};
use shuke_core::shop::Shop;
use shuke_tests::{TestShop, shop, shop_with};
use std::path::Path;
use std::sync::Arc;

fn open(t: &mut TestShop, fields: Value) -> i64 {
    t.ok("create_customer", json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []}))["customer"].as_i64().unwrap()
}

fn buy(t: &mut TestShop, customer: i64, receipt: &str) -> i64 {
    let visit = json!({"customer": customer, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": "399.00"}],
                       "payments": [{"method": "wechat", "amount": "399.00"}]});
    t.ok("record_visit", json!({"receipt": format!("{receipt:-<16}"), "visit": visit}))["visit"].as_i64().unwrap()
}

/// One customer with words in every place that can hold them, each of which begins with `QX`; and how many there are.
fn full(t: &mut TestShop) -> (i64, usize) {
    let friend = open(t, json!({"name": "王芳", "phones": ["13900000001"]}));
    let brought = open(t, json!({"name": "李娜", "phones": ["13900000002"]}));
    let her = open(
        t,
        json!({"name": "QX01单晓燕", "member_no": "13805714217", "nickname": "QX02", "phones": ["13805710000"], "gender": "f",
               "birthday": {"calendar": "solar", "year": 1990, "month": 5, "day": 6, "leap": false}, "wechat": "QX03", "email": "QX04@example.com",
               "address": "QX05路", "source": "QX06", "referrer": friend, "note": "QX07"}),
    );
    // What stood there before is in the history.
    t.ok(
        "update_customer",
        json!({"customer": her, "confirm_phone": true,
               "fields": {"name": "QX08单小燕", "member_no": "13805714217", "nickname": "QX09", "phones": ["13805714217", "13805714218"],
                          "birthday": {"calendar": "solar", "year": 1990, "month": 5, "day": 6, "leap": false}, "wechat": "QX10",
                          "email": "QX11@example.com", "address": "QX12路", "source": "QX13", "referrer": friend, "note": "QX14"}}),
    );
    let mut theirs = json!({"name": "李娜", "phones": ["13900000002"]});
    theirs["referrer"] = json!(her);
    t.ok("update_customer", json!({"customer": brought, "confirm_phone": true, "fields": theirs}));
    let fields = t.ok("list_fields", json!({}))["fields"].clone();
    let free = fields.as_array().unwrap().iter().find(|f| f["kind"] == "text" && f["is_on"] == true && f["is_builtin"] == false).cloned();
    let free = match free {
        Some(field) => field["id"].clone(),
        None => t.ok(
            "save_field",
            json!({"label": "口味", "part": "soft", "kind": "text", "options": [], "weight": 5, "is_on": true, "is_sensitive": false}),
        )["id"]
            .clone(),
    };
    for value in ["QX15", "QX16"] {
        t.ok("set_profile", json!({"customer": her, "answers": [{"field": free, "values": [value]}]}));
    }
    t.ok(
        "save_date",
        json!({"customer": her, "label": "QX17", "date": {"calendar": "solar", "year": null, "month": 8, "day": 9, "leap": false}}),
    );
    t.ok("save_relation", json!({"customer": her, "other": friend, "kind": "friend", "note": "QX18"}));
    t.ok("save_relation", json!({"customer": brought, "other": her, "kind": "colleague", "note": "QX19"}));
    t.ok("save_note", json!({"customer": her, "text": "QX20"}));
    t.ok("save_wish", json!({"customer": her, "name": "QX21", "color": "QX22", "size": "QX23", "reason": "QX24", "status": "open"}));
    let visit = json!({"customer": her, "kind": "purchase", "day": "2026-11-20", "ticket_no": "T-1",
        "lines": [{"style_no": "A1", "name": "大衣", "qty": 1, "list_price": "599.00", "price": "499.00", "reason": "manual", "reason_note": "QX25"}],
        "companions": "QX26", "motive": "QX27", "feedback": "QX28", "note": "QX29", "satisfaction": 5});
    let first = t.ok("record_visit", json!({"receipt": "QX30-receipt", "visit": visit}))["visit"].clone();
    let mut better = visit.clone();
    better["note"] = json!("QX31");
    t.ok("correct_visit", json!({"visit": first, "corrected": better, "reason": "QX32"}));
    let second = buy(t, her, "QX33-receipt");
    t.ok("void_visit", json!({"visit": second, "reason": "QX34"}));
    buy(t, friend, "friend-1");
    t.ok(
        "log_contact",
        json!({"customers": [her], "channel": "wechat", "direction": "out", "purpose": "service", "outcome": "sent", "text": "QX35",
               "batch": "QX36"}),
    );
    t.ok("save_consent", json!({"customer": her, "purpose": "marketing", "channels": [], "given": true, "note": "QX37"}));
    t.ok("save_follow_up", json!({"customers": [her], "title": "QX39", "due_on": "2026-11-22", "purpose": "service"}));
    let complaint = t.ok("open_complaint", json!({"customer": her, "kind": "goods", "what": "QX40"}))["complaint"].clone();
    t.ok("hold_complaint", json!({"complaint": complaint, "reason": "QX41"}));
    t.ok("resume_complaint", json!({"complaint": complaint}));
    t.ok("set_complaint_step", json!({"complaint": complaint, "step": "listen", "state": "done", "note": "QX42"}));
    t.ok("compensate", json!({"complaint": complaint, "give": {"kind": "money", "amount": "20.00"}, "note": "QX43"}));
    t.ok("solve_complaint", json!({"complaint": complaint, "solution": "QX44"}));
    t.ok(
        "issue_voucher",
        json!({"customers": [her], "kind": "gift", "worth": {"kind": "amount", "amount": "50.00"}, "min_spend": "0.00",
               "valid_from": "2026-11-21", "valid_to": "2026-12-21", "reason": "QX45"}),
    );
    t.ok("adjust_points", json!({"customer": her, "points": 100, "reason": "QX46", "expires": false}));
    let levels = t.ok("levels_page", json!({}))["levels"].clone();
    t.ok("set_level", json!({"customer": her, "level": levels[1]["id"], "reason": "QX47"}));
    t.ok("grant_benefit", json!({"customers": [her], "name": "QX48", "note": "QX49"}));
    t.ok("add_tags", json!({"customers": [her], "tags": ["爱喝茶"]}));
    let event =
        t.ok("save_event", json!({"name": "秋冬沙龙", "kind": "salon", "day": "2026-12-01", "invite_days": 7, "sales_days": 14}))["event"]
            .clone();
    t.ok("add_guests", json!({"event": event, "customers": [her], "call": {"spend": "5000.00"}}));
    t.ok("save_guest", json!({"event": event, "customer": her, "invite_by": "call", "party": 2, "note": "QX50"}));
    t.ok("set_contact_wish", json!({"customer": her, "wish": "no_promotion", "note": "QX38"}));
    (her, 50)
}

/// Everything anybody could find of the marks in what lies in a folder, files of any name.
fn found(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(found(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        for mark in (1..=50).map(|n| format!("QX{n:02}")).chain(["13805714217", "13805714218", "13805710000"].map(str::to_owned)) {
            if bytes.windows(mark.len()).any(|window| window == mark.as_bytes()) {
                all.push(format!("{mark} in {}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    all
}

fn erase(t: &mut TestShop, her: i64, member_no: &str) -> Value {
    t.ok("erase_customer", json!({"customer": her, "member_no": member_no, "reason": "asked"}))
}

/// The figures that may not move by a fen.
fn sums(t: &mut TestShop) -> Value {
    let check = t.ok("check_shop", json!({}));
    assert_eq!(check["findings"], json!([]), "{check}");
    let insight = t.ok("insight_page", json!({"from": "2026-11-01", "to": "2026-11-21"}));
    // Whose the sales of the day were is the one thing that changes.
    let mut day = t.ok("day_summary", json!({"day": "2026-11-20"}));
    day.as_object_mut().unwrap().remove("rows");
    let groups = insight["groups"].as_array().unwrap();
    let sales = groups.iter().find(|group| group["key"] == "sales").unwrap().clone();
    assert_eq!(sales["figures"][0]["key"], "sales");
    let points = t.ok("list_points", json!({"by_hand": false, "limit": 1}));
    json!({
        "visits": check["visits"], "lines": check["lines"], "total": check["total"], "customer_total": check["customer_total"],
        "sales": sales, "points": points["totals"], "day": day,
    })
}

#[test]
fn every_word_about_her_is_in_her_copy() {
    let mut t = shop();
    let (her, marks) = full(&mut t);
    let out = t.folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    let copy = t.ok("write_access_copy", json!({"customer": her, "folder": out.to_str().unwrap()}));
    let names: Vec<String> = std::fs::read_dir(&out).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names.len(), 2);
    // A phone as member number is not in the name of a file.
    assert!(names.iter().all(|name| name.starts_with("K0000")), "{names:?}");
    let html = std::fs::read_to_string(copy["html"].as_str().unwrap()).unwrap();
    let text = std::fs::read_to_string(copy["json"].as_str().unwrap()).unwrap();
    for n in 1..=marks {
        let mark = format!("QX{n:02}");
        assert!(text.contains(&mark), "{mark} is not in the JSON");
        assert!(html.contains(&mark), "{mark} is not on the page");
    }
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((told["format"].as_i64(), told["sections"]["customer"][0]["name"].as_str()), (Some(1), Some("QX08单小燕")));
    // What was corrected stands there as it was and as it is.
    let change = told["history"].as_array().unwrap().iter().find(|one| one["table"] == "customer").unwrap();
    assert_eq!((change["before"]["name"].as_str(), change["after"]["name"].as_str()), (Some("QX01单晓燕"), Some("QX08单小燕")));
    assert_eq!(told["sections"]["visit"][0]["total"], "499.00");
    // Nobody else's name or phone is in it, and nothing that runs.
    assert!(!text.contains("王芳") && !html.contains("13900000001"));
    assert!(!html.contains("<script") && html.contains("default-src 'none'"));
}

#[test]
fn after_the_erasure_she_is_nowhere_and_no_sum_moved() {
    let mut t = shop();
    let (her, _) = full(&mut t);
    let out = t.folder.path().join("accounts");
    std::fs::create_dir(&out).unwrap();
    t.ok("export_week", json!({"week": "2026-W47", "folder": out.to_str().unwrap()}));
    let week = |folder: &Path| -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = std::fs::read_dir(folder.read_dir().unwrap().next().unwrap().unwrap().path())
            .unwrap()
            .map(|e| e.unwrap().path())
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
            .collect();
        files.sort();
        files
    };
    let delivered = week(&out);
    let before = sums(&mut t);
    assert!(!found(t.folder.path()).is_empty());

    let preview = t.ok("preview_erasure", json!({"customer": her}));
    let waits: Vec<&str> = preview["waits"].as_array().unwrap().iter().map(|wait| wait["why"].as_str().unwrap()).collect();
    assert_eq!(waits, ["voucher", "points", "benefit", "event"]);
    assert_eq!((preview["visits"].as_i64(), preview["total"].as_str()), (Some(1), Some("499.00")));
    // The preview changed nothing.
    assert_eq!(t.ok("customer_page", json!({"customer": her}))["customer"]["fields"]["name"], "QX08单小燕");

    let wrong = t.err("erase_customer", json!({"customer": her, "member_no": "K000003", "reason": "asked"}));
    assert_eq!(wrong.code.as_str(), "member_no_differs");
    let done = erase(&mut t, her, "13805714217");
    assert_eq!(done["cleaned"], true);
    let removed: i64 = preview["removed"].as_array().unwrap().iter().map(|place| place["rows"].as_i64().unwrap()).sum();
    assert_eq!((done["removed"].as_i64(), &done["history"]), (Some(removed), &preview["history"]));

    assert_eq!(found(t.folder.path()), Vec::<String>::new());
    assert_eq!(sums(&mut t), before);
    // Nobody finds her, no page opens, nothing can be recorded for her.
    for text in ["QX08", "单小燕", "13805714217", "4218", "K000003", "已删除"] {
        assert_eq!(t.ok("search", json!({"query": text, "limit": 10}))["hits"], json!([]), "{text}");
    }
    assert_eq!(t.err("customer_page", json!({"customer": her})).code.as_str(), "not_found");
    assert_eq!(t.err("save_note", json!({"customer": her, "text": "x"})).code.as_str(), "not_found");
    assert_eq!(t.err("erase_customer", json!({"customer": her, "member_no": "K000003", "reason": "asked"})).code.as_str(), "not_found");
    let all = t.ok(
        "list_customers",
        json!({"filter": {"levels": [], "tags": [], "never_visited": false, "status": "cancelled"}, "sort": "name", "limit": 10}),
    );
    assert_eq!(all["rows"], json!([]));
    // The accountant's week reads the same byte for byte, and there is nothing to correct.
    t.ok("export_week", json!({"week": "2026-W47", "folder": out.to_str().unwrap()}));
    assert_eq!(week(&out), delivered);
    // Whoever she brought stays, without her.
    let list = t.ok("list_erasures", json!({}));
    assert_eq!((list["rows"][0]["customer"].as_i64(), &list["clean"]), (Some(her), &json!(true)));
    let mut t = t.reopen();
    assert_eq!(sums(&mut t), before);
    assert_eq!(found(t.folder.path()), Vec::<String>::new());
}

/// The book's own file: another one after it was written anew beside itself.
#[cfg(unix)]
fn file_of(t: &TestShop) -> (u64, u32) {
    use std::os::unix::fs::MetadataExt;
    let meta = std::fs::metadata(t.folder.path().join("shop.shuke")).unwrap();
    (meta.ino(), meta.mode() & 0o777)
}

#[cfg(unix)]
#[test]
fn the_book_is_written_anew_beside_itself_for_the_same_people_and_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let mut t = shop();
    let (her, _) = full(&mut t);
    let book = t.folder.path().join("shop.shuke");
    std::fs::set_permissions(&book, std::fs::Permissions::from_mode(0o660)).unwrap();
    // As an erasure before leaves it that died on the way.
    std::fs::write(t.folder.path().join("shop.shuke.changing"), "QX01").unwrap();
    let before = file_of(&t);
    assert_eq!(erase(&mut t, her, "13805714217")["cleaned"], true);
    let after = file_of(&t);
    assert!(before.0 != after.0 && after.1 == 0o660, "{before:?} {after:?}");
    assert_eq!(found(t.folder.path()), Vec::<String>::new());
    // The search, the history and the undo go on in the file that is the book now.
    let friend = t.ok("search", json!({"query": "王芳", "limit": 1}))["hits"][0]["id"].as_i64().unwrap();
    t.ok("save_note", json!({"customer": friend, "text": "喜欢灰色"}));
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": last}));
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    drop(t.shop);
    let mut left: Vec<_> = std::fs::read_dir(t.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["shop.shuke"]);
}

#[cfg(unix)]
#[test]
fn a_book_with_a_second_name_is_cleaned_in_its_place() {
    let mut t = shop();
    let (her, _) = full(&mut t);
    let outside = tempfile::TempDir::new().unwrap();
    std::fs::hard_link(t.folder.path().join("shop.shuke"), outside.path().join("second.shuke")).unwrap();
    let before = file_of(&t);
    assert_eq!(erase(&mut t, her, "13805714217")["cleaned"], true);
    assert_eq!(file_of(&t), before);
    assert_eq!(found(outside.path()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_written_beside_the_book_it_is_cleaned_in_its_place() {
    let mut t = shop();
    let (her, _) = full(&mut t);
    std::fs::create_dir(t.folder.path().join("shop.shuke.changing")).unwrap();
    let before = file_of(&t);
    assert_eq!(erase(&mut t, her, "13805714217")["cleaned"], true);
    assert_eq!(file_of(&t), before);
    assert_eq!(found(t.folder.path()), Vec::<String>::new());
}

#[test]
fn nothing_about_her_can_be_undone_any_more() {
    let mut t = shop();
    let (her, _) = full(&mut t);
    let entries = t.ok("list_history", json!({"limit": 200}))["entries"].clone();
    let about: Vec<i64> =
        entries.as_array().unwrap().iter().filter(|one| one["customer"] == her).map(|one| one["id"].as_i64().unwrap()).collect();
    assert!(about.len() > 15);
    erase(&mut t, her, "13805714217");
    let act = t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    assert_eq!((act["kind"].as_str(), &act["undoable"], &act["customer_name"]), (Some("erase_customer"), &json!(false), &Value::Null));
    for id in about.into_iter().chain(act["id"].as_i64()) {
        assert_eq!(t.err("undo", json!({"operation": id})).code.as_str(), "not_undoable", "{id}");
    }
    let text = t.ok("list_history", json!({"limit": 200})).to_string();
    assert!(!text.contains("QX") && !text.contains("13805714217"), "{text}");
    // What was done with others can still be taken back.
    let friend = t.ok("search", json!({"query": "王芳", "limit": 1}))["hits"][0]["id"].as_i64().unwrap();
    t.ok("save_note", json!({"customer": friend, "text": "喜欢灰色"}));
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": last}));
}

#[test]
fn an_older_copy_that_comes_back_is_cleared_of_her_again() {
    let mut t = shop();
    let (her, _) = full(&mut t);
    let older = t.folder.path().join("older.shuke");
    {
        let TestShop { shop, clock, folder } = t;
        drop(shop);
        std::fs::copy(folder.path().join("shop.shuke"), &older).unwrap();
        let shop = Shop::open(&folder.path().join("shop.shuke"), Box::new(Arc::clone(&clock))).unwrap();
        t = TestShop { shop, clock, folder };
    }
    erase(&mut t, her, "13805714217");
    let newcomer = open(&mut t, json!({"name": "后来的", "phones": []}));
    let kept = register(&t.shop).unwrap();
    assert_eq!((kept.highest, kept.erased.len()), (newcomer, 1));

    let mut back = Shop::open(&older, Box::new(Arc::clone(&t.clock))).unwrap();
    assert_eq!(reapply(&mut back, &kept).unwrap(), 1);
    assert_eq!(reapply(&mut back, &kept).unwrap(), 0);
    assert_eq!(register(&back).unwrap().erased, kept.erased);
    let mut restored = TestShop { shop: back, clock: Arc::clone(&t.clock), folder: tempfile::TempDir::new().unwrap() };
    assert_eq!(restored.err("customer_page", json!({"customer": her})).code.as_str(), "not_found");
    assert_eq!(restored.ok("check_shop", json!({}))["findings"], json!([]));
    // A number the book before gave is not given to somebody else here.
    assert_eq!(open(&mut restored, json!({"name": "新来的", "phones": []})), newcomer + 1);
    drop(restored);
    let left: Vec<String> = found(t.folder.path()).into_iter().filter(|mark| mark.ends_with("older.shuke")).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn an_older_copy_that_took_the_books_place_is_cleared_of_her_at_its_next_opening() {
    let mut t = shop();
    let (her, _) = full(&mut t);
    let older = t.folder.path().join("older.shuke");
    let book = t.folder.path().join("shop.shuke");
    {
        let TestShop { shop, clock, folder } = t;
        drop(shop);
        std::fs::copy(&book, &older).unwrap();
        t = TestShop { shop: Shop::open(&book, Box::new(Arc::clone(&clock))).unwrap(), clock, folder };
    }
    erase(&mut t, her, "13805714217");
    let kept = register(&t.shop).unwrap();
    // As a restore leaves it that died between putting the copy in place and erasing again.
    let due = rusqlite::Connection::open(&older).unwrap();
    due.execute("INSERT INTO state (key, value) VALUES ('erasures_due', ?1)", [serde_json::to_string(&kept).unwrap()]).unwrap();
    drop(due);
    for _ in 0..2 {
        let back = Shop::open(&older, Box::new(Arc::clone(&t.clock))).unwrap();
        assert_eq!(register(&back).unwrap().erased, kept.erased);
        let mut restored = TestShop { shop: back, clock: Arc::clone(&t.clock), folder: tempfile::TempDir::new().unwrap() };
        assert_eq!(restored.err("customer_page", json!({"customer": her})).code.as_str(), "not_found");
        assert_eq!(restored.ok("check_shop", json!({}))["findings"], json!([]));
    }
    let left: Vec<String> = found(t.folder.path()).into_iter().filter(|mark| mark.ends_with("older.shuke")).collect();
    assert_eq!(left, Vec::<String>::new());
    let due = rusqlite::Connection::open(&older).unwrap();
    let value: String = due.query_row("SELECT value FROM state WHERE key = 'erasures_due'", [], |row| row.get(0)).unwrap();
    assert_eq!(value, "null");
}

#[test]
fn who_was_merged_into_her_goes_with_her() {
    let mut t = shop();
    let (her, _) = full(&mut t);
    let twin = open(&mut t, json!({"name": "QX49晓燕", "phones": ["13805710000"]}));
    buy(&mut t, twin, "twin");
    let fields = t.ok("customer_page", json!({"customer": her}))["customer"]["fields"].clone();
    t.ok("merge_customers", json!({"keep": her, "from": twin, "fields": fields}));
    let before = sums(&mut t);
    // The empty archive that was left of the other cannot be erased by itself.
    assert_eq!(t.err("preview_erasure", json!({"customer": twin})).code.as_str(), "not_found");
    erase(&mut t, her, "13805714217");
    assert_eq!(found(t.folder.path()), Vec::<String>::new());
    assert_eq!(sums(&mut t), before);
}

#[test]
fn many_demo_customers_can_go_in_one_act_and_no_sum_moves() {
    let mut t = shop_with(shuke_core::wire::settings::Trade::Clothing, true);
    let list = t.ok("list_customers", json!({"filter": {"levels": [], "tags": [], "never_visited": false}, "sort": "spend", "limit": 25}));
    let people: Vec<Value> = list["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    let before = t.ok("check_shop", json!({}));
    let wrong = t.err("erase_customers", json!({"customers": people, "confirm": 24, "reason": "retention"}));
    assert_eq!(wrong.code.as_str(), "count_differs");
    let done = t.ok("erase_customers", json!({"customers": people, "confirm": 25, "reason": "retention"}));
    assert_eq!(done["people"], 25);
    let after = t.ok("check_shop", json!({}));
    for sum in ["findings", "visits", "lines", "total", "customer_total"] {
        assert_eq!(after[sum], before[sum], "{sum}");
    }
    assert_eq!(t.ok("list_erasures", json!({}))["rows"].as_array().unwrap().len(), 25);
}

#[test]
fn who_was_not_seen_for_two_years_is_proposed_and_nothing_happens_by_itself() {
    let mut t = shop();
    let gone = open(&mut t, json!({"name": "走了的", "phones": ["13700000001"]}));
    let unhappy = open(&mut t, json!({"name": "有投诉的", "phones": ["13700000002"]}));
    let loyal = open(&mut t, json!({"name": "常来的", "phones": ["13700000003"]}));
    for customer in [gone, unhappy, loyal] {
        buy(&mut t, customer, &format!("first-{customer}"));
    }
    t.ok("open_complaint", json!({"customer": unhappy, "kind": "goods", "what": "起球"}));
    t.at("2028-11-21T10:00:00+08:00");
    buy(&mut t, loyal, "again");
    assert_eq!(t.ok("retention_review", json!({"limit": 50}))["count"], 0);
    t.at("2029-11-22T10:00:00+08:00");
    let review = t.ok("retention_review", json!({"limit": 50}));
    let names: Vec<&str> = review["rows"].as_array().unwrap().iter().map(|row| row["person"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["走了的"]);
    assert_eq!((&review["count"], &review["held"], &review["before"]), (&json!(1), &json!(1), &json!("2027-11-22")));
    assert_eq!(review["rows"][0]["last_visit"], "2026-11-21");
    // Whoever was joined with another is nobody to put away, and whoever left stays so.
    let twin = open(&mut t, json!({"name": "走了的", "phones": ["13700000004"]}));
    t.ok("merge_customers", json!({"keep": loyal, "from": twin, "fields": {"name": "常来的", "phones": ["13700000003"]}}));
    assert_eq!(t.err("archive_customers", json!({"customers": [gone, twin]})).field.as_deref(), Some("customers"));
    let left = open(&mut t, json!({"name": "退会的", "phones": ["13700000005"]}));
    t.ok("set_status", json!({"customer": left, "status": "cancelled"}));
    t.ok("archive_customers", json!({"customers": [gone, left]}));
    assert_eq!(t.ok("customer_page", json!({"customer": left}))["customer"]["status"], "cancelled");
    assert_eq!(t.ok("check_shop", json!({}))["findings"], json!([]));
    assert_eq!(t.ok("retention_review", json!({"limit": 50}))["rows"][0]["archived"], true);
    let last = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": last}));
    t.ok("save_privacy_settings", json!({"years": 0}));
    let off = t.ok("retention_review", json!({"limit": 50}));
    assert_eq!((&off["before"], &off["count"]), (&Value::Null, &json!(0)));
    assert_eq!(t.err("save_privacy_settings", json!({"years": 31})).field.as_deref(), Some("years"));
}
