//! The forecast against a program that knows no closed form (forecast_integrals.py), and through the operations.

use serde_json::{Value, json};
use shuke_core::forecast::{Leaving, Parameters, Triple};
use shuke_core::wire::forecast::ForecastModel;
use shuke_tests::{TestShop, shop};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the other program says to some lines.
fn other(args: &[&Path], input: &str) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/core/forecast_integrals.py");
    let mut child = Command::new("python3").arg(script).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn case(model: ForecastModel, parameters: [f64; 4], triple: [u32; 3], ahead: u32) -> Value {
    let ([r, alpha, first, second], [x, tx, t]) = (parameters, triple);
    json!({"model": model, "r": r, "alpha": alpha, "first": first, "second": second, "x": x, "tx": tx, "t": t, "ahead": ahead})
}

#[expect(clippy::float_arithmetic, reason = "estimates are no money")]
fn near(ours: f64, theirs: &Value, within: f64, what: &Value) {
    let theirs = theirs.as_f64().unwrap();
    assert!((ours - theirs).abs() <= within * theirs.abs().max(1.0), "{ours} {theirs} {what}");
}

#[test]
fn closed_forms_are_what_summing_over_everybody_gives() {
    // Published estimates, and others: few and many visits, a beta larger than alpha and the reverse, a first of nearly 1.
    let sets = [
        (ForecastModel::BgNbd, [0.243, 4.414, 0.793, 2.426]),
        (ForecastModel::MbgNbd, [0.525, 6.183, 0.891, 1.614]),
        (ForecastModel::ParetoNbd, [0.553, 10.578, 0.606, 11.669]),
        (ForecastModel::MbgNbd, [2.0, 3.0, 1.0, 6.0]),
        (ForecastModel::ParetoNbd, [1.5, 2.0, 1.0, 40.0]),
        (ForecastModel::ParetoNbd, [0.9, 30.0, 1.7, 3.0]),
    ];
    let triples = [([0, 0, 270], 90), ([0, 0, 3], 30), ([2, 213, 272], 273), ([7, 30, 200], 90), ([14, 364, 371], 90)];
    let cases: Vec<(ForecastModel, [f64; 4], [u32; 3], u32)> =
        sets.iter().flat_map(|(model, set)| triples.iter().map(|(triple, ahead)| (*model, *set, *triple, *ahead))).collect();
    let mut input = String::new();
    for (model, set, triple, ahead) in &cases {
        writeln!(input, "{}", case(*model, *set, *triple, *ahead)).unwrap();
    }
    let answers = other(&[], &input);
    assert_eq!(answers.len(), cases.len());
    for ((model, [r, alpha, first, second], [repeats, last, watched], ahead), says) in cases.into_iter().zip(&answers) {
        let parameters = Parameters { r, alpha, leaving: Some(Leaving::of(model, first, second)) };
        let triple = Triple { repeats, last, watched };
        let what = json!([model, [r, alpha, first, second], [repeats, last, watched], says]);
        near(parameters.log_likelihood_of(&[triple]), &says["likelihood"], 1e-6, &what);
        near(parameters.p_alive(triple), &says["alive"], 1e-6, &what);
        near(parameters.expected(triple, ahead), &says["expected"], 1e-5, &what);
    }
}

/// Customers of a year: every third came once, the others about monthly, and a third of those stopped after a while.
fn visits() -> String {
    let mut seed = 5_u64;
    let mut chance = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let first: chrono::NaiveDate = "2025-11-01".parse().unwrap();
    let mut text = String::from("visit_no,member_no,date,time,kind,pieces,amount\n");
    let mut no = 0;
    for who in 0..260_u64 {
        let (mut day, stops) = (chance(150), if who % 3 == 1 { 120 + chance(100) } else { 385 });
        let rhythm = 6 + chance(10) * chance(10);
        loop {
            no += 1;
            let date = first + chrono::Days::new(day);
            writeln!(text, "{no},M{who:03},{date},10:00,sale,1,{}.00", 100 + chance(400)).unwrap();
            if chance(9) == 0 {
                // The same day again is no other purchase day.
                no += 1;
                writeln!(text, "{no},M{who:03},{date},16:00,sale,1,50.00").unwrap();
            }
            day += 3 + chance(2 * rhythm);
            if who % 3 == 0 || day >= stops {
                break;
            }
        }
    }
    // Neither a return nor a look round is a purchase day.
    writeln!(text, "{},M005,2026-11-10,10:00,browse,,\n{},M006,2026-11-11,10:00,return,-1,-30.00", no + 1, no + 2).unwrap();
    text
}

fn grown() -> (TestShop, PathBuf) {
    let mut t = shop();
    let people: String = (0..260).map(|who| format!("M{who:03},顾客{who:03},138{who:08}\n")).collect();
    let (customers, visits_file) = (t.folder.path().join("customers.csv"), t.folder.path().join("visits.csv"));
    std::fs::write(&customers, format!("member_no,name,phone\n{people}")).unwrap();
    std::fs::write(&visits_file, visits()).unwrap();
    let files = json!([{"kind": "customers", "path": customers}, {"kind": "visits", "path": visits_file}]);
    let report = t.ok("run_import", json!({"files": files, "dry_run": false}));
    assert_eq!(report["visits"]["rejected"], 0, "{report}");
    (t, visits_file)
}

fn names(rows: &Value) -> Vec<String> {
    rows["rows"].as_array().unwrap().iter().map(|row| row["customer"]["member_no"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_shop_of_a_year_is_foretold_and_a_new_one_is_not() {
    let (mut t, file) = grown();
    let ask = json!({"horizon_days": 90, "as_of": "2026-11-20"});
    let answer = t.ok("forecast_scores", ask.clone());
    let forecast = &answer["forecast"];
    assert_eq!((forecast["silent"].clone(), forecast["customers"].as_i64()), (Value::Null, Some(260)));
    assert_eq!(t.ok("forecast_scores", ask.clone()), answer, "the same question, the same answer");
    assert_eq!(&t.ok("get_forecast", ask.clone()), forecast);

    // Everybody's triple, read by the other program off the same file, and her figures by its sums.
    let triples = other(&[&file], "2026-11-20\n").remove(0);
    let again = triples.as_object().unwrap().values().filter(|triple| triple[0].as_i64() > Some(0)).count();
    assert_eq!(forecast["repeat"].as_u64(), Some(again as u64));
    let model: ForecastModel = serde_json::from_value(forecast["model"].clone()).unwrap();
    let of = |name: &str| forecast["parameters"][name].as_f64().unwrap();
    let leaving = if model == ForecastModel::ParetoNbd { [of("s"), of("beta")] } else { [of("a"), of("b")] };
    let mut input = String::new();
    let judged: Vec<&Value> = answer["scores"].as_array().unwrap().iter().step_by(23).collect();
    for score in &judged {
        let triple = &triples[score["member_no"].as_str().unwrap()];
        let triple = [0, 1, 2].map(|i| u32::try_from(triple[i].as_u64().unwrap()).unwrap());
        writeln!(input, "{}", case(model, [of("r"), of("alpha"), leaving[0], leaving[1]], triple, 90)).unwrap();
    }
    for (score, says) in judged.iter().zip(other(&[], &input)) {
        let what = json!([score, forecast["parameters"], triples[score["member_no"].as_str().unwrap()]]);
        near(score["p_alive"].as_f64().unwrap(), &says["alive"], 1e-3, &what);
        near(score["expected_purchases"].as_f64().unwrap(), &says["expected"], 1e-3, &what);
    }

    // The lists: the fifth of whom most is expected, and those more probably gone than not.
    let likely = t.ok("list_forecast", json!({"which": "likely_to_buy", "horizon": 90, "limit": 500}));
    assert_eq!((likely["total"].as_i64(), names(&likely).len()), (Some(52), 52));
    let first = t.ok("list_forecast", json!({"which": "likely_to_buy", "horizon": 90, "limit": 20}));
    let second = t.ok("list_forecast", json!({"which": "likely_to_buy", "horizon": 90, "limit": 500, "cursor": first["cursor"]}));
    assert_eq!([names(&first), names(&second)].concat(), names(&likely));
    let expected: Vec<f64> = likely["rows"].as_array().unwrap().iter().map(|row| row["expected_purchases"].as_f64().unwrap()).collect();
    assert!(expected.is_sorted_by(|a, b| a >= b));
    let lost = t.ok("list_forecast", json!({"which": "likely_lost", "horizon": 90, "limit": 500}));
    let rows = lost["rows"].as_array().unwrap();
    assert!(rows.len() > 20, "{}", rows.len());
    for row in rows {
        assert!(row["p_alive"].as_f64().unwrap() < 0.5001 && row["purchase_days"].as_i64().unwrap() > 1);
        assert_eq!((row["reason"].as_str(), &row["next_day"]), (Some("quiet"), &Value::Null));
    }

    // Her page: the figures of the list.
    let row = &likely["rows"][0];
    let her = t.ok("customer_forecast", json!({"customer": row["customer"]["id"]}))["score"].clone();
    assert_eq!((&her["expected_purchases"], &her["next_day"]), (&row["expected_purchases"], &row["next_day"]));

    // Somebody archived leaves the lists and stays in the estimate; a purchase undone was never made.
    let before = t.ok("get_forecast", json!({"horizon_days": 90}));
    t.ok("set_status", json!({"customer": row["customer"]["id"], "status": "archived"}));
    assert!(!names(&t.ok("list_forecast", json!({"which": "likely_to_buy", "horizon": 90, "limit": 500}))).contains(&names(&likely)[0]));
    assert_eq!(t.ok("get_forecast", json!({"horizon_days": 90}))["customers"], before["customers"]);
    let entry = t.ok("list_history", json!({"limit": 1}))["entries"][0]["id"].clone();
    t.ok("undo", json!({"operation": entry}));
    assert_eq!(t.ok("get_forecast", json!({"horizon_days": 90})), before);
    assert_eq!(shuke_core::forecast::scores(&mut t.shop).unwrap().len(), 260);

    // What was known on an earlier day only.
    let then = t.ok("get_forecast", json!({"horizon_days": 90, "as_of": "2026-11-20", "fit_until": "2026-07-31"}));
    assert_eq!((then["backtest"]["fit_until"].as_str(), then["backtest"]["until"].as_str()), (Some("2026-07-31"), Some("2026-11-20")));
    let best = then["backtest"]["rows"].as_array().unwrap().iter().find(|row| row["rule"] == then["model"]).unwrap();
    assert_eq!(best["log_likelihood"], then["log_likelihood"]);

    for (args, field) in [
        (json!({"horizon_days": 0}), "horizon_days"),
        (json!({"horizon_days": 366}), "horizon_days"),
        (json!({"horizon_days": 90, "as_of": "2026-11-20", "fit_until": "2026-11-20"}), "fit_until"),
    ] {
        let failure = t.err("get_forecast", args);
        assert_eq!((failure.code.as_str(), failure.field.as_deref()), ("out_of_range", Some(field)));
    }
    assert_eq!(t.err("list_forecast", json!({"which": "likely_lost", "horizon": 60, "limit": 10})).code.as_str(), "choice_invalid");

    let mut new = shop();
    let nothing = new.ok("get_forecast", json!({"horizon_days": 90}));
    assert_eq!((nothing["silent"]["customers"].as_i64(), nothing["silent"]["customers_needed"].as_i64()), (Some(0), Some(200)));
    assert_eq!((&nothing["model"], &nothing["parameters"], &nothing["converged"]), (&Value::Null, &json!({}), &json!(false)));
    assert_eq!(new.ok("list_forecast", json!({"which": "likely_lost", "horizon": 30, "limit": 10}))["rows"], json!([]));
    assert_eq!(new.ok("forecast_scores", json!({"horizon_days": 90}))["scores"], json!([]));
}

#[test]
fn a_list_of_the_forecast_becomes_tasks_once_and_stands_on_the_first_page_of_insight() {
    let (mut t, _) = grown();
    let of = |t: &mut TestShop, which: &str| t.ok("list_forecast", json!({"which": which, "horizon": 30, "limit": 500}));
    let (lost, to_buy) = (of(&mut t, "likely_lost"), of(&mut t, "likely_to_buy"));
    let brief = t.ok("forecast_brief", json!({}));
    assert_eq!((&brief["made"], &brief["silent"]), (&json!(true), &json!(false)));
    assert_eq!((&brief["likely_lost"], &brief["likely_to_buy"]), (&lost["total"], &to_buy["total"]));
    assert_eq!(brief["first_lost"].as_array().unwrap()[..], lost["rows"].as_array().unwrap()[..5]);
    assert_eq!(brief["first_to_buy"].as_array().unwrap()[..], to_buy["rows"].as_array().unwrap()[..5]);
    let nothing = shop().ok("forecast_brief", json!({}));
    assert_eq!((&nothing["made"], &nothing["silent"], &nothing["likely_lost"]), (&json!(true), &json!(true), &json!(0)));

    let filter = json!({"kind": "forecast", "says": "likely_lost"});
    let task = json!({"filter": filter, "title": "打个电话问候", "due_on": "2026-11-21", "purpose": "service", "batch": "预测可能流失"});
    let set = t.ok("set_segment_tasks", task.clone());
    assert_eq!((&set["saved"], &set["already"]), (&lost["total"], &json!(0)));
    let due = |t: &mut TestShop| -> Vec<Value> {
        let today = t.ok("today", json!({"whose": "all", "kind": "follow_up", "limit": 500}));
        let held = t.ok("held_tasks", json!({"limit": 500}));
        let rows = [today["rows"].as_array().unwrap().clone(), held["rows"].as_array().unwrap().clone()].concat();
        rows.into_iter().filter(|row| row["batch"] == "预测可能流失").collect()
    };
    let tasks = due(&mut t);
    assert_eq!(Some(tasks.len() as u64), lost["total"].as_u64(), "each of them, those that are kept back with the reason");

    // Next week nobody gets a second one; whoever was called may be asked again.
    let failure = t.err("set_segment_tasks", task.clone());
    assert_eq!((failure.code.as_str(), failure.params["n"].as_str()), ("already_set", lost["total"].to_string().as_str()));
    let open = tasks.iter().find(|row| row["held"].is_null()).unwrap();
    t.ok("decide_tasks", json!({"tasks": [open["task"]], "decision": "done"}));
    let again = t.ok("set_segment_tasks", task.clone());
    assert_eq!((again["saved"].as_i64(), again["already"].as_i64()), (Some(1), Some(tasks.len() as i64 - 1)));
    let other = super::visits::with(task, json!({"title": "寄张贺卡"}));
    assert_eq!(t.ok("set_segment_tasks", other)["saved"], lost["total"], "another task is another thing");
    for _ in 0..4 {
        let entries = t.ok("list_history", json!({"limit": 9}))["entries"].clone();
        let last = entries.as_array().unwrap().iter().find(|entry| entry["undone_by"].is_null() && entry["kind"] != "undo").unwrap();
        t.ok("undo", json!({"operation": last["id"]}));
    }
    assert_eq!(due(&mut t).len(), 0, "undo takes all of them away");
}
