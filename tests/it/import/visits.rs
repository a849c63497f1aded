//! Visits and lines: whose, how much, what came back from where.

use super::{counts, desk, remarks};
use serde_json::json;

const CUSTOMERS: &str = "会员号,姓名,手机\nM1,王芳,13800138000\nM2,李红,13900139000\n";
const VISITS: &str = "单号,会员号,日期,时间,导购,类型,件数,金额,付款方式,原单号,备注\n\
    1,M1,2024-03-01,10:05,周敏,销售,3,598.00,微信,,\n\
    2,M1,2024-03-05,,周敏,退货,-1,-199.00,微信,1,洗后缩水\n\
    3,散客,2024-03-05,11:00,周敏,销售,1,59.00,微信30+现金29,,\n\
    4,M2,2024-03-06,11:00,周敏,到店未购,,,,,试了 3 件\n";
const LINES: &str = "单号,行号,款号,品类,颜色,尺码,数量,吊牌价,成交价,金额\n\
    1,1,A1,裙,黑,M,2,199.00,199.00,398.00\n1,2,A2,裤,白,28,1,250.00,200.00,200.00\n2,1,A1,裙,黑,M,-1,199.00,199.00,-199.00\n3,1,A3,帽,,,1,59.00,59.00,59.00\n";

#[test]
fn a_book_comes_in_whole() {
    let mut desk = desk();
    let report = desk.bring(&[("lines", LINES), ("visits", VISITS), ("customers", CUSTOMERS)]);
    assert_eq!(counts(&report, "customers"), [2, 2, 0, 0, 0]);
    assert_eq!(counts(&report, "visits"), [4, 4, 0, 0, 0]);
    assert_eq!(counts(&report, "lines"), [4, 4, 0, 0, 0]);
    for table in ["customers", "visits", "lines"] {
        assert_eq!(remarks(&report, table), [""; 0]);
    }
    assert_eq!((report["total"].as_str(), report["customer_total"].as_str()), (Some("458.00"), Some("399.00")));
    assert_eq!(report["returns_tied"], 1);
    // Joined when she first came, since the file of customers does not say.
    assert_eq!(desk.ask("SELECT joined_on FROM customer ORDER BY id"), ["2024-03-01", "2024-03-06"]);
    assert_eq!(desk.ask("SELECT CAST(net_spend AS TEXT) FROM customer_stats ORDER BY customer_id"), ["39900", "0"]);
    assert_eq!(desk.ask("SELECT CAST(list_total AS TEXT) FROM visit ORDER BY id"), ["64800", "-19900", "5900", "0"]);
    assert_eq!(desk.ask("SELECT method || amount FROM payment ORDER BY id"), ["wechat59800", "wechat-19900", "wechat3000", "cash2900"]);
    let check = desk.t.ok("check_shop", json!({}));
    assert_eq!(check["findings"], json!([]));
    assert_eq!((check["total"].as_str(), check["customer_total"].as_str()), (Some("458.00"), Some("399.00")));
}

#[test]
fn a_dry_run_says_the_same_and_leaves_the_book_alone() {
    let mut desk = desk();
    let before = desk.facts();
    let request = desk.request(&[("customers", CUSTOMERS), ("visits", VISITS), ("lines", LINES)], json!({"dry_run": true}));
    let mut dry = desk.t.ok("run_import", request);
    assert_eq!(desk.facts(), before);
    assert_eq!(desk.t.ok("search", json!({"query": "王芳", "limit": 5}))["hits"], json!([]));
    let real = desk.bring(&[("customers", CUSTOMERS), ("visits", VISITS), ("lines", LINES)]);
    dry["dry_run"] = json!(false);
    assert_eq!(dry, real);
}

#[test]
fn the_whole_import_is_one_entry_that_can_be_undone() {
    let mut desk = desk();
    let before = desk.facts();
    desk.bring(&[("customers", CUSTOMERS), ("visits", VISITS), ("lines", LINES)]);
    let entry = desk.t.ok("list_history", json!({"limit": 5}))["entries"][0].clone();
    assert_eq!((entry["kind"].as_str(), &entry["params"]), (Some("import"), &json!({"customers": 2, "lines": 4, "visits": 4})));
    desk.t.ok("undo", json!({"operation": entry["id"]}));
    assert_eq!(desk.facts(), before);
    assert_eq!(desk.t.ok("search", json!({"query": "王芳", "limit": 5}))["hits"], json!([]));
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
    // And it may come again.
    assert_eq!(counts(&desk.bring(&[("customers", CUSTOMERS), ("visits", VISITS)]), "visits"), [4, 4, 0, 0, 0]);
}

#[test]
fn undo_gives_back_what_an_import_changed() {
    let mut desk = desk();
    desk.bring(&[("customers", CUSTOMERS), ("visits", VISITS)]);
    let before = desk.facts();
    let report = desk.bring(&[("customers", "会员号,姓名,微信,介绍人\nM1,王晓芳,wx,M2\nM3,新,,\n"), ("lines", LINES)]);
    assert_eq!(counts(&report, "customers"), [2, 1, 0, 1, 0]);
    assert_ne!(desk.facts(), before);
    let entry = desk.t.ok("list_history", json!({"limit": 1}))["entries"][0].clone();
    desk.t.ok("undo", json!({"operation": entry["id"]}));
    assert_eq!(desk.facts(), before);
}

#[test]
fn the_same_files_again_are_known() {
    let mut desk = desk();
    let all = [("customers", CUSTOMERS), ("visits", VISITS), ("lines", LINES)];
    desk.bring(&all);
    let before = desk.facts();
    let report = desk.bring(&all);
    assert_eq!(["customers", "visits", "lines"].map(|table| counts(&report, table)[2]), [2, 4, 4]);
    assert_eq!(desk.facts(), before);
    let changed = desk.bring(&[("visits", &VISITS.replace("598.00", "599.00"))]);
    assert_eq!(remarks(&changed, "visits"), ["2 单号 visit_differs"]);
    assert_eq!(desk.facts(), before);
}

#[test]
fn rows_without_their_customer_or_visit_are_held_back() {
    let mut desk = desk();
    let report = desk.bring(&[
        ("customers", CUSTOMERS),
        ("visits", "单号,会员号,手机,日期,类型,金额\n1,M9,,2024-03-01,销售,5\n2,,13800138000,2024-03-01,销售,6\n3,,13700137000,2024-03-01,销售,7\n4,M1,,2027-03-01,销售,8\n2,M1,,2024-03-01,销售,9\n5,M1,,2024-03-01,退货,9\n"),
        ("lines", "单号,行号,款号,数量,金额\n1,1,A,1,5\n2,1,A,1,6\n2,1,B,1,6\n"),
    ]);
    assert_eq!(counts(&report, "visits"), [6, 2, 0, 0, 4]);
    assert_eq!(
        remarks(&report, "visits"),
        ["2 会员号 member_unknown", "4 手机 member_unknown", "5 日期 date_in_future", "6 单号 visit_repeated", "7 金额 return_positive"]
    );
    assert_eq!(counts(&report, "lines"), [3, 1, 0, 0, 2]);
    assert_eq!(remarks(&report, "lines"), ["2 单号 visit_unknown", "4 行号 line_repeated"]);
    assert_eq!(desk.ask("SELECT visit_no || ' ' || customer_id FROM visit"), ["2 1", "5 1"]);
}

#[test]
fn what_was_paid_stays_where_the_lines_say_otherwise() {
    let mut desk = desk();
    let report = desk.bring(&[
        ("visits", "单号,日期,类型,件数,金额\n1,2024-03-01,销售,2,95\n2,2024-03-01,销售,5,20\n"),
        ("lines", "单号,款号,数量,吊牌价,金额\n1,A,1,60,60\n1,B,1,60,40\n2,C,1,20,20\n"),
    ]);
    assert_eq!(remarks(&report, "visits"), ["2 金额 amount_differs", "3 件数 pieces_differ"]);
    assert_eq!(report["total"], "115.00");
    assert_eq!(desk.ask("SELECT name || ' ' || qty || ' ' || amount FROM visit_line WHERE line_no = 3"), ["与单据金额的差额 0 -500"]);
    assert_eq!(desk.ask("SELECT pieces || ' ' || list_total FROM visit ORDER BY id"), ["2 12000", "1 2000"]);
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn visits_without_amounts_take_them_from_their_lines() {
    let mut desk = desk();
    let report = desk.bring(&[
        ("visits", "单号,日期,类型,付款方式\n1,2024-03-01,销售,支付宝\n2,2024-03-01,到店未购,\n"),
        ("lines", "单号,款号,数量,单价\n1,A,2,30\n"),
    ]);
    assert_eq!(remarks(&report, "visits"), [""; 0]);
    assert_eq!(report["total"], "60.00");
    assert_eq!(desk.ask("SELECT method || amount FROM payment"), ["alipay6000"]);
}

#[test]
fn returns_are_tied_only_where_there_is_no_choice() {
    let mut desk = desk();
    let report = desk.bring(&[
        ("customers", CUSTOMERS),
        (
            "visits",
            "单号,会员号,日期,类型,金额,原单号\n9,M1,2024-03-09,退货,-10,1\n1,M1,2024-03-01,销售,60,\n2,M1,2024-03-02,退货,-20,1\n3,M1,2024-03-03,退货,-10,99\n4,M2,2024-03-04,退货,-10,1\n5,M1,2024-03-05,退货,-10,1\n6,M1,2024-02-01,退货,-30,1\n",
        ),
        (
            "lines",
            "单号,款号,数量,单价\n1,A,2,10\n1,B,1,10\n1,C,1,15\n1,C,1,15\n9,B,-1,10\n2,A,-2,10\n3,A,-1,10\n4,A,-1,10\n5,A,-1,10\n6,C,-2,15\n",
        ),
    ]);
    // 9 stands above its sale and is tied all the same; 2 takes both pieces of A, so none is left for 5; 3 names a sale that
    // is not there, 4 somebody else's, 6 one that was not yet.
    assert_eq!(report["returns_tied"], 2);
    assert_eq!(
        remarks(&report, "visits"),
        ["5 原单号 sale_unknown", "6 原单号 return_unmatched", "7 原单号 return_unmatched", "8 原单号 return_unmatched"]
    );
    assert_eq!(
        desk.ask("SELECT v.visit_no || ' ' || b.style_no FROM visit_line r JOIN visit v ON v.id = r.visit_id JOIN visit_line b ON b.id = r.reverses_id ORDER BY 1"),
        ["2 A", "9 B"]
    );
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
}

#[test]
fn lines_may_follow_their_visits_later() {
    let mut desk = desk();
    desk.bring(&[("customers", CUSTOMERS), ("visits", VISITS)]);
    let report = desk.bring(&[("lines", LINES)]);
    assert_eq!(counts(&report, "lines"), [4, 4, 0, 0, 0]);
    assert_eq!(counts(&desk.bring(&[("lines", LINES)]), "lines"), [4, 0, 4, 0, 0]);
    assert_eq!(desk.ask("SELECT CAST(list_total AS TEXT) FROM visit WHERE visit_no = '1'"), ["64800"]);
    assert_eq!(desk.t.ok("check_shop", json!({}))["findings"], json!([]));
}
