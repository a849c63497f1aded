//! What no exported table carries, against an independent computation from the rows of the book: a shop that cares by chance.

use crate::invented::Chance;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use shuke_core::ops;
use shuke_core::wire::settings::Trade;
use shuke_tests::{TestShop, shop, shop_with};
use std::collections::BTreeMap;

/// The demo shop's customers, and what its people do with them.
struct Cared {
    t: TestShop,
    chance: Chance,
    today: NaiveDate,
    customers: Vec<Value>,
    clerks: Vec<Value>,
    fields: Vec<Value>,
    visits: Vec<Value>,
    complaints: Vec<Value>,
    done: BTreeMap<&'static str, u64>,
    receipts: u64,
}

impl Cared {
    fn new(seed: u64) -> Cared {
        let mut t = shop_with(Trade::Clothing, true);
        let day = |spans: &[(&str, &str)]| spans.iter().map(|(from, to)| json!({"from": from, "to": to})).collect::<Value>();
        let (long, split) = (day(&[("10:00", "21:00")]), day(&[("09:30", "12:00"), ("14:00", "24:00")]));
        // Mondays off, a pause on Wednesdays, a holiday, and points that end soon.
        t.ok("save_shop_hours", json!({"week": [json!([]), long, split, long, long, long, split]}));
        t.ok("save_closed_day", json!({"from_day": "2026-12-05", "to_day": "2026-12-07", "reason": "盘点"}));
        let mut points = t.ok("points_settings", json!({}));
        points["points"]["expiry"] = json!({"kind": "months", "months": 1});
        t.ok("save_points_settings", points);
        t.ok("save_campaign", json!({"name": "招募月", "from": "2026-12-10", "to": "2026-12-20", "level": 2}));
        let staff: Vec<Value> = t.ok("shop_info", json!({}))["staff"].as_array().unwrap().iter().map(|s| s["id"].clone()).collect();
        t.ok("save_clerk_targets", json!({"new_vips": 3, "own": [{"staff": staff[1], "new_vips": 7}]}));
        let customers = (1..=40).map(|id| json!(id)).collect();
        let fields = t.ok("list_fields", json!({}))["fields"].as_array().unwrap().clone();
        let fields = fields.into_iter().filter(|f| f["kind"] != "date" && f["kind"] != "number" && f["is_builtin"] == false).collect();
        let today = "2026-11-21".parse().unwrap();
        let (visits, complaints, done) = (Vec::new(), Vec::new(), BTreeMap::new());
        Cared { t, chance: Chance(seed), today, customers, clerks: staff, fields, visits, complaints, done, receipts: 0 }
    }

    fn live(&mut self, days: u64, n: u64) {
        for _ in 0..days {
            for _ in 0..n {
                let (hour, minute) = (self.chance.below(24), self.chance.below(60));
                self.t.at(&format!("{}T{hour:02}:{minute:02}:{:02}+08:00", self.today, self.chance.below(60)));
                let actor = self.clerk();
                self.t.ok("set_actor", json!({"staff": actor}));
                self.step();
            }
            self.today = self.today.checked_add_days(Days::new(1)).unwrap();
        }
        self.t.at(&format!("{}T11:20:00+08:00", self.today));
    }

    /// Does it, unless it is refused.
    fn act(&mut self, op: &'static str, args: Value) -> Option<Value> {
        let answer = ops::call(&mut self.t.shop, op, args).ok()?;
        *self.done.entry(op).or_default() += 1;
        Some(answer)
    }

    fn clerk(&mut self) -> Value {
        let at = self.chance.below(self.clerks.len() as u64 + 1) as usize;
        self.clerks.get(at).cloned().unwrap_or(Value::Null)
    }

    fn who(&mut self) -> Value {
        self.chance.of(&self.customers).clone()
    }

    fn some(&mut self) -> Vec<Value> {
        (0..=self.chance.below(6)).map(|_| self.who()).collect()
    }

    fn id(&mut self, most: u64) -> u64 {
        1 + self.chance.below(most)
    }

    fn ahead(&mut self, days: u64) -> NaiveDate {
        self.today.checked_add_days(Days::new(self.chance.below(days))).unwrap()
    }

    fn step(&mut self) {
        match self.chance.below(30) {
            0..=5 => self.talk(),
            6..=10 => self.sell(),
            11..=12 => self.bring_back(),
            13..=14 => self.promise(),
            15..=18 => self.complain(),
            19..=20 => self.invite(),
            21..=22 => self.decide(),
            23..=24 => self.learn(),
            25..=26 => self.check(),
            27 => self.archive(),
            28 => self.undo(),
            _ => self.points(),
        }
    }

    fn talk(&mut self) {
        let channel = *self.chance.of(&["phone", "wechat", "sms", "email", "letter", "in_person"]);
        let outcome = *self.chance.of(&["sent", "reached", "no_answer", "replied"]);
        let direction = *self.chance.of(&["out", "out", "out", "in"]);
        let purpose = *self.chance.of(&["service", "greeting", "marketing"]);
        let customers = self.some();
        let contact = json!({"customers": customers, "channel": channel, "direction": direction, "purpose": purpose, "outcome": outcome});
        self.act("log_contact", contact);
        let id = self.id(60);
        self.act("mark_replied", json!({"contact": id, "text": null}));
    }

    fn sell(&mut self) {
        let (customer, staff) = (if self.chance.below(6) == 0 { Value::Null } else { self.who() }, self.clerk());
        let price = format!("{}.{:02}", 40 + self.chance.below(1_500), self.chance.below(100));
        let mut visit =
            json!({"customer": customer, "staff": staff, "kind": "purchase", "lines": [{"style_no": "A1", "qty": 1, "price": price}]});
        if self.chance.below(3) == 0 {
            visit["satisfaction"] = json!(1 + self.chance.below(5));
        }
        if self.chance.below(2) == 0 && !customer.is_null() {
            let page = ops::call(&mut self.t.shop, "customer_page", json!({"customer": customer})).unwrap_or_default();
            visit["voucher"] = page["vouchers"][0]["id"].clone();
        }
        if self.chance.below(6) == 0 {
            visit["day"] = json!(self.today.checked_sub_days(Days::new(self.chance.below(9))).unwrap());
        }
        self.receipts += 1;
        let receipt = format!("receipt-{}", self.receipts);
        if let Some(saved) = self.act("record_visit", json!({"receipt": receipt, "visit": visit})) {
            self.visits.push(saved["visit"].clone());
        }
    }

    fn bring_back(&mut self) {
        if self.visits.is_empty() {
            return;
        }
        let visit = self.chance.of(&self.visits).clone();
        let Ok(page) = ops::call(&mut self.t.shop, "visit_page", json!({"visit": visit})) else { return };
        if self.chance.below(4) == 0 {
            self.act("void_visit", json!({"visit": visit, "reason": "录错了"}));
            return;
        }
        let back =
            json!({"customer": page["row"]["customer"]["id"], "kind": "return", "returns": [{"line": page["lines"][0]["id"], "qty": 1}]});
        self.receipts += 1;
        self.act("record_visit", json!({"receipt": format!("receipt-{}", self.receipts), "visit": back}));
    }

    fn promise(&mut self) {
        let (customers, to, id) = (self.some(), self.ahead(25), self.id(24));
        match self.chance.below(5) {
            0 => {
                let worth = *self.chance.of(&["20.00", "50.00"]);
                let worth = if self.chance.below(3) == 0 {
                    json!({"kind": "percent", "off": 20})
                } else {
                    json!({"kind": "amount", "amount": worth})
                };
                let voucher = json!({"customers": customers, "kind": "recall", "worth": worth, "min_spend": "0.00", "valid_from": self.today, "valid_to": to});
                self.act("issue_voucher", voucher);
            }
            1 => {
                for voucher in id..id + 4 {
                    self.act("cancel_voucher", json!({"voucher": voucher, "reason": "发错了"}));
                }
            }
            2 | 3 => {
                let to = if self.chance.below(2) == 0 { json!(to) } else { Value::Null };
                self.act("grant_benefit", json!({"customers": customers, "name": "免费改衣", "valid_to": to}));
            }
            _ => {
                for benefit in id..id + 6 {
                    self.act("give_benefit", json!({"benefit": benefit}));
                }
            }
        }
    }

    fn complain(&mut self) {
        let (customer, staff) = (self.who(), self.clerk());
        // Mostly the latest ones: what is long open is late in any case.
        let back = self.chance.below(4) as usize;
        let id = self.complaints.iter().rev().nth(back).cloned().unwrap_or(json!(0));
        let one = json!({"complaint": id});
        match self.chance.below(10) {
            0..=1 => {
                let mut complaint = json!({"customer": customer, "kind": "goods", "what": "起球", "staff": staff});
                if self.chance.below(2) == 0 {
                    complaint["day"] = json!(self.today.checked_sub_days(Days::new(self.chance.below(4))).unwrap());
                    complaint["time"] = json!(*self.chance.of(&["10:00", "20:59", "00:00"]));
                }
                if let Some(opened) = self.act("open_complaint", complaint) {
                    self.complaints.push(opened["complaint"].clone());
                }
            }
            2..=3 => _ = self.act("answer_complaint", one),
            4 => _ = self.act("hold_complaint", json!({"complaint": id, "reason": "等她寄回来"})),
            5 => _ = self.act("resume_complaint", one),
            6..=7 => _ = self.act("solve_complaint", json!({"complaint": id, "solution": "换了一件"})),
            8 => {
                let satisfied = self.chance.below(3) > 0;
                self.act("set_complaint_result", json!({"complaint": id, "satisfied": satisfied}));
            }
            _ => _ = self.act("reopen_complaint", one),
        }
    }

    fn invite(&mut self) {
        let (event, customers) = (self.id(4), self.some());
        match self.chance.below(7) {
            0 => {
                let (day, sales_days) = (self.ahead(6), self.chance.below(15));
                let plan = json!({"id": null, "name": "丝巾沙龙", "kind": "salon", "day": day, "starts": "14:30", "place": null, "plan": null,
                                  "gift": "丝巾", "invite_days": 1, "sales_days": sales_days});
                self.act("save_event", plan);
            }
            1 | 2 => _ = self.act("add_guests", json!({"event": event, "customers": customers, "call": {"level": 3}})),
            3 => {
                let answer = *self.chance.of(&["accepted", "declined", "unsure"]);
                let party = 1 + self.chance.below(3);
                self.guests(event, "set_guest_answer", json!({"answer": answer, "party": party}));
            }
            4 | 5 => {
                let came = self.chance.below(3) > 0;
                self.guests(event, "set_guests_came", json!({"came": came}));
            }
            _ => self.guests(event, "give_event_gift", json!({"given": true})),
        }
    }

    /// Something about some of an event's guests.
    fn guests(&mut self, event: u64, op: &'static str, mut args: Value) {
        let Ok(page) = ops::call(&mut self.t.shop, "event_page", json!({"event": event})) else { return };
        let guests: Vec<Value> = page["guests"].as_array().unwrap().iter().map(|guest| guest["customer"]["id"].clone()).collect();
        let some: Vec<Value> = guests.into_iter().filter(|_| self.chance.below(2) == 0).collect();
        (args["event"], args["customers"]) = (json!(event), json!(some));
        self.act(op, args);
    }

    fn decide(&mut self) {
        let tasks = self.t.ok("today", json!({"whose": "all", "limit": 20}))["rows"].clone();
        let Some(task) = tasks.as_array().filter(|rows| !rows.is_empty()).map(|rows| self.chance.of(rows)["task"].clone()) else { return };
        let decision = *self.chance.of(&["done", "done", "replied", "no_answer", "skipped"]);
        self.act("decide_tasks", json!({"tasks": [task], "decision": decision, "reason": "她说过", "log": true}));
    }

    fn learn(&mut self) {
        let (customer, field) = (self.who(), self.chance.of(&self.fields).clone());
        let options = field["options"].as_array().unwrap().clone();
        let values = match self.chance.below(4) {
            0 => json!([]),
            _ if options.is_empty() => json!([*self.chance.of(&["老师", "会计", "自己开店"])]),
            n if field["kind"] == "multi" && n == 1 => json!(&options[..options.len().min(2)]),
            _ => json!([self.chance.of(&options)]),
        };
        self.act("set_profile", json!({"customer": customer, "answers": [{"field": field["id"], "values": values}]}));
    }

    fn check(&mut self) {
        let check = self.id(3);
        if self.chance.below(4) == 0 {
            self.act("draw_spot_check", json!({"name": "抽查", "size": 3, "seed": check}));
        }
        let Ok(page) = ops::call(&mut self.t.shop, "spot_check_page", json!({"check": check})) else { return };
        let Some(item) = page["items"].as_array().filter(|items| !items.is_empty()).map(|items| self.chance.of(items).clone()) else {
            return;
        };
        let right = self.chance.below(2) == 0;
        let fields = item["fields"].as_array().unwrap().iter().take(4);
        let answers: Value = fields.enumerate().map(|(n, field)| json!({"field": field["field"], "is_right": n > 1 || right})).collect();
        self.act("save_spot_call", json!({"item": item["id"], "outcome": "reached", "answers": answers, "note": null}));
    }

    fn archive(&mut self) {
        let (customer, level, staff) = (self.who(), self.id(4), self.clerk());
        match self.chance.below(4) {
            0 => _ = self.act("set_level", json!({"customer": customer, "level": level, "reason": "老板定的"})),
            1 => {
                let status = *self.chance.of(&["cancelled", "archived", "active", "active"]);
                self.act("set_status", json!({"customer": customer, "status": status}));
            }
            _ => {
                let phone = format!("138{:08}", self.chance.below(100_000_000));
                let fields = json!({"name": "单小燕", "phones": [phone], "staff": staff, "gender": "f"});
                let args = json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []});
                if let Some(made) = self.act("create_customer", args) {
                    self.customers.push(made["customer"].clone());
                }
            }
        }
    }

    fn undo(&mut self) {
        let entries = self.t.ok("list_history", json!({"limit": 6}))["entries"].clone();
        let entry = self.chance.of(entries.as_array().unwrap())["id"].clone();
        self.act("undo", json!({"operation": entry}));
    }

    fn points(&mut self) {
        let (customer, points) = (self.who(), self.chance.below(400) as i64 - 200);
        self.act("adjust_points", json!({"customer": customer, "points": points, "expires": true, "reason": "盘点"}));
    }
}

/// Asks for every figure of a day, and has it counted again from the rows of the book.
#[track_caller]
fn agrees(t: &mut TestShop, ask: Value) {
    let page = t.ok("insight_page", ask);
    let structure = t.ok("insight_structure", json!({"as_of": page["span"]["as_of"]}));
    let mut span = vec![(page["span"]["from"].clone(), page["span"]["to"].clone())];
    span.extend([(json!("2026-11-01"), json!("2026-11-30")), (json!("2026-06-15"), json!("2027-02-28"))]);
    let both = |(from, to): &(Value, Value)| json!({"from": from, "to": to});
    let boards: Value = span.iter().map(|days| t.ok("clerk_board", both(days))).collect();
    let contacts = span.iter().map(|days| {
        let mut asked = both(days);
        asked["answer"] = t.ok("contact_stats", asked.clone());
        asked
    });
    let contacts: Value = contacts.collect();
    let complaints = t.ok("list_complaints", json!({"state": "all", "limit": 1}))["totals"].clone();
    let now = shuke_core::clock::Clock::utc(&*t.clock).to_rfc3339();
    let asked = json!({"now": now, "page": page, "structure": structure, "boards": boards, "contacts": contacts, "complaints": complaints});
    std::fs::write(t.folder.path().join("book.json"), asked.to_string()).unwrap();
    crate::recomputed("recompute_book.py", &[&t.path(), t.folder.path()]);
}

#[test]
fn a_shop_that_cares_by_chance() {
    for seed in [5, 11] {
        let mut shop = Cared::new(seed);
        shop.live(34, 18);
        for op in
            ["give_benefit", "cancel_voucher", "mark_replied", "hold_complaint", "solve_complaint", "set_guests_came", "save_spot_call"]
        {
            assert!(shop.done.contains_key(op), "{op} never happened: {:?}", shop.done);
        }
        let t = &mut shop.t;
        agrees(t, json!({"compare": "last_period"}));
        agrees(t, json!({"from": "2026-11-21", "to": "2026-12-12", "compare": "last_period"}));
        agrees(t, json!({"from": "2026-12-01", "to": "2026-12-31", "as_of": "2026-12-20", "compare": "last_year"}));
    }
}

#[test]
fn an_empty_shop_owes_nothing() {
    agrees(&mut shop(), json!({"compare": "last_year"}));
}
