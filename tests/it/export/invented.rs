//! A shop that lives for some weeks by chance: everything a hand can do at the counter, through the operations.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use shuke_core::ops;
use shuke_tests::{TestShop, shop};

/// Numbers by chance from a seed (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    /// One of a list.
    pub fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }
}

/// What stands in texts to make trouble.
pub const TROUBLE: &[&str] =
    &["=1+1", "+A", "-5", "@x", "＝1", "a\"b", "羊绒,大衣", "'=x", "𠮷野", "24D-118", "M", " 藏青", "−1", "＋86", "007", "1.38E+10"];

const METHODS: &[&str] = &["cash", "wechat", "alipay", "card", "stored", "other"];

/// A shop with a past, and what happened in it.
pub struct Invented {
    /// The shop.
    pub t: TestShop,
    chance: Chance,
    today: NaiveDate,
    customers: Vec<Value>,
    visits: Vec<Value>,
    receipts: u64,
    /// How many operations were accepted.
    pub done: u64,
}

impl Invented {
    /// An empty shop on a day, whose points end after a month.
    pub fn new(seed: u64, from: &str) -> Invented {
        let mut t = shop();
        let mut settings = t.ok("points_settings", json!({}));
        settings["points"]["expiry"] = json!({"kind": "months", "months": 1});
        t.ok("save_points_settings", settings);
        t.ok("save_staff", json!({"name": "小夏", "role": "clerk", "is_active": true}));
        let today = from.parse().unwrap();
        Invented { t, chance: Chance(seed), today, customers: Vec::new(), visits: Vec::new(), receipts: 0, done: 0 }
    }

    /// Lives through days with about `n` operations each.
    pub fn live(&mut self, days: u64, n: u64) {
        for _ in 0..days {
            for _ in 0..n {
                let (hour, minute) = (self.chance.below(24), self.chance.below(60));
                self.t.at(&format!("{}T{hour:02}:{minute:02}:{:02}+08:00", self.today, self.chance.below(60)));
                self.step();
            }
            self.today = self.today.checked_add_days(Days::new(1)).unwrap();
        }
        self.t.at(&format!("{}T09:00:00+08:00", self.today));
    }

    fn try_op(&mut self, op: &str, args: Value) -> Option<Value> {
        let answer = ops::call(&mut self.t.shop, op, args).ok()?;
        self.done += 1;
        Some(answer)
    }

    fn step(&mut self) {
        match self.chance.below(40) {
            0..=3 => self.newcomer(),
            4..=20 => self.sale(),
            21..=25 => self.bring_back(),
            26..=27 => self.walk_ins(),
            28 => self.browse(),
            29..=31 => self.correct(),
            32..=33 => self.void(),
            34..=35 => self.undo(),
            36 => self.points(),
            37 => self.voucher(),
            _ => self.sale(),
        }
    }

    fn newcomer(&mut self) {
        let n = self.customers.len() + 1;
        let phone = format!("138{:08}", self.chance.below(100_000_000));
        let member_no = match self.chance.below(6) {
            0 => json!(phone),
            1 => json!(format!("金卡 {}", 1000 + n)),
            2 => json!(format!("=VIP{n}")),
            _ => Value::Null,
        };
        let fields = json!({"name": format!("顾客甲{n}某"), "phones": [phone], "member_no": member_no});
        let args = json!({"fields": fields, "confirm_phone": true, "answers": [], "tags": []});
        if let Some(created) = self.try_op("create_customer", args) {
            self.customers.push(created["customer"].clone());
        }
    }

    fn anybody(&mut self) -> Value {
        if self.customers.is_empty() || self.chance.below(5) == 0 { Value::Null } else { self.chance.of(&self.customers).clone() }
    }

    fn yuan(&mut self) -> String {
        format!("{}.{:02}", self.chance.below(900) + 1, self.chance.below(100))
    }

    fn lines(&mut self) -> Value {
        let n = 1 + self.chance.below(4);
        let lines = (0..n).map(|_| {
            let price = self.yuan();
            let mut line = json!({
                "style_no": *self.chance.of(TROUBLE), "name": *self.chance.of(TROUBLE), "color": *self.chance.of(TROUBLE),
                "size": *self.chance.of(TROUBLE), "qty": 1 + self.chance.below(3), "price": price
            });
            if self.chance.below(3) == 0 {
                line["list_price"] = json!(format!("{}.00", 1000 + self.chance.below(500)));
                line["reason"] = json!("manual");
                line["reason_note"] = json!("老客");
            }
            line
        });
        lines.collect()
    }

    fn with_day(&mut self, mut visit: Value) -> Value {
        if self.chance.below(5) == 0 {
            let back = self.chance.below(20);
            visit["day"] = json!(self.today.checked_sub_days(Days::new(back)).unwrap());
            if self.chance.below(2) == 0 {
                visit["time"] = json!(*self.chance.of(&["00:00", "23:59", "12:30"]));
            }
        }
        visit
    }

    fn record(&mut self, visit: Value) {
        self.receipts += 1;
        let receipt = format!("receipt-{}", self.receipts);
        // Split in two where the total is known.
        let preview = ops::call(&mut self.t.shop, "preview_visit", json!({"visit": visit}));
        let mut visit = visit;
        if let Ok(effects) = preview
            && self.chance.below(3) == 0
        {
            let fen: i64 = effects["total"].as_str().unwrap().replace('.', "").parse().unwrap();
            let part = (fen / 3, fen - fen / 3);
            let yuan = |fen: i64| format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100);
            if part.0 != 0 {
                let (a, b) = (*self.chance.of(METHODS), *self.chance.of(METHODS));
                visit["payments"] = json!([{"method": a, "amount": yuan(part.0)}, {"method": b, "amount": yuan(part.1)}]);
            }
        }
        if let Some(saved) = self.try_op("record_visit", json!({"receipt": receipt, "visit": visit})) {
            self.visits.push(saved["visit"].clone());
        }
    }

    fn sale(&mut self) {
        let (who, lines) = (self.anybody(), self.lines());
        let mut visit = json!({"customer": who, "kind": "purchase", "lines": lines, "ticket_no": *self.chance.of(TROUBLE)});
        if !who.is_null() && self.chance.below(4) == 0 {
            let page = self.t.ok("customer_page", json!({"customer": who}));
            visit["voucher"] = page["vouchers"][0]["id"].clone();
            visit["points_used"] = json!(page["points"]["balance"].as_i64().unwrap_or(0).clamp(0, 100) / 100 * 100);
        }
        let visit = self.with_day(visit);
        self.record(visit);
    }

    fn bring_back(&mut self) {
        if self.visits.is_empty() {
            return;
        }
        let visit = self.chance.of(&self.visits).clone();
        let Ok(page) = ops::call(&mut self.t.shop, "visit_page", json!({"visit": visit})) else { return };
        let Some(line) = page["lines"].as_array().unwrap().iter().find(|line| line["returnable"].as_i64() > Some(0)).cloned() else {
            return;
        };
        let mut back = json!({
            "customer": page["row"]["customer"]["id"], "kind": "return", "returns": [{"line": line["id"], "qty": 1}]
        });
        if self.chance.below(3) == 0 {
            back["kind"] = json!("exchange");
            back["lines"] = self.lines();
        }
        self.record(back);
    }

    fn walk_ins(&mut self) {
        let total = self.yuan();
        let visit = json!({"kind": "purchase", "day_total": {"pieces": self.chance.below(30), "total": total}});
        let visit = self.with_day(visit);
        self.record(visit);
    }

    fn browse(&mut self) {
        let who = self.anybody();
        self.record(json!({"customer": who, "kind": "browse", "feedback": "试了两件"}));
    }

    fn correct(&mut self) {
        if self.visits.is_empty() {
            return;
        }
        let visit = self.chance.of(&self.visits).clone();
        let (who, lines) = (self.anybody(), self.lines());
        let corrected = json!({"customer": who, "kind": "purchase", "lines": lines});
        let corrected = self.with_day(corrected);
        self.try_op("correct_visit", json!({"visit": visit, "corrected": corrected, "reason": "录错了"}));
    }

    fn void(&mut self) {
        if !self.visits.is_empty() {
            let visit = self.chance.of(&self.visits).clone();
            self.try_op("void_visit", json!({"visit": visit, "reason": "录错了"}));
        }
    }

    fn undo(&mut self) {
        let entries = self.t.ok("list_history", json!({"limit": 8}))["entries"].clone();
        let entry = self.chance.of(entries.as_array().unwrap()).clone();
        if entry["kind"] != "save_points_settings" && entry["kind"] != "save_staff" {
            self.try_op("undo", json!({"operation": entry["id"]}));
        }
    }

    fn points(&mut self) {
        if !self.customers.is_empty() {
            let who = self.chance.of(&self.customers).clone();
            let points = self.chance.below(400) as i64 - 200;
            self.try_op("adjust_points", json!({"customer": who, "points": points, "expires": true, "reason": "盘点"}));
        }
    }

    fn voucher(&mut self) {
        if !self.customers.is_empty() {
            let who = self.chance.of(&self.customers).clone();
            let to = self.today.checked_add_days(Days::new(self.chance.below(30))).unwrap();
            let args = json!({
                "customers": [who], "kind": "apology", "worth": {"kind": "amount", "amount": "20.00"}, "min_spend": "0.00", "valid_from": self.today,
                "valid_to": to
            });
            self.try_op("issue_voucher", args);
        }
    }
}
