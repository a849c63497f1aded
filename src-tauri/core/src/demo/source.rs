//! The file as written, and how its short hands become visits and pieces.

use super::{DemoLine, DemoVisit};
use crate::calendar::{CalendarKind, RecurringDate};
use crate::clock::Day;
use crate::error::Result;
use crate::money::Fen;
use crate::wire::customers::{Channel, Gender, RelationKind};
use crate::wire::visits::{Method, PriceReason, VisitKind};
use chrono::{Datelike, Days};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDemo {
    pub(super) staff: Vec<String>,
    pub(super) goods: Vec<Goods>,
    pub(super) walk_ins: Vec<RawWalkIns>,
    pub(super) customers: Vec<RawCustomer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Goods {
    pub(super) no: u32,
    pub(super) role: String,
    pub(super) seasons: String,
    pub(super) name: String,
    pub(super) category: String,
    pub(super) price: Fen,
    pub(super) colours: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWalkIns {
    pub(super) ago: u64,
    pub(super) pieces: i64,
    pub(super) total: Fen,
}

/// A birthday or another date; `in_days` from today makes one that is always near.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDate {
    pub(super) label: Option<String>,
    pub(super) in_days: Option<u64>,
    pub(super) calendar: Option<CalendarKind>,
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    #[serde(default)]
    pub(super) leap: bool,
    pub(super) day: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCustomer {
    pub(super) name: String,
    pub(super) nickname: Option<String>,
    pub(super) gender: Option<Gender>,
    pub(super) birthday: Option<RawDate>,
    pub(super) age_band: Option<String>,
    pub(super) phones: Vec<String>,
    pub(super) wechat: Option<String>,
    pub(super) email: Option<String>,
    pub(super) address: Option<String>,
    pub(super) channel: Option<Channel>,
    pub(super) source: Option<String>,
    pub(super) referrer: Option<String>,
    pub(super) staff: usize,
    pub(super) joined_ago: Option<u64>,
    pub(super) note: Option<String>,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) facts: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) dates: Vec<RawDate>,
    #[serde(default)]
    pub(super) relations: Vec<RawRelation>,
    pub(super) popup: Option<RawPopup>,
    #[serde(default)]
    pub(super) wishes: Vec<RawWish>,
    pub(super) visits: Vec<RawVisit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRelation {
    pub(super) to: String,
    pub(super) kind: RelationKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPopup {
    pub(super) text: String,
    pub(super) for_days: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWish {
    pub(super) ago: u64,
    pub(super) what: String,
    pub(super) reason: String,
}

/// `buy` and `back` are roles of goods, such as "outer knit"; a visit with neither is a look around, or a service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawVisit {
    pub(super) ago: u64,
    pub(super) at: String,
    #[serde(default)]
    pub(super) buy: String,
    #[serde(default)]
    pub(super) back: String,
    pub(super) service: Option<String>,
    pub(super) percent: Option<i64>,
    pub(super) why: Option<PriceReason>,
    pub(super) note: Option<String>,
    pub(super) says: Option<String>,
    pub(super) rate: Option<i64>,
    pub(super) motive: Option<String>,
    pub(super) with: Option<String>,
}

impl RawCustomer {
    /// How many days ago she joined: with her first visit.
    pub(super) fn joined(&self) -> u64 {
        self.joined_ago.or_else(|| self.visits.iter().map(|visit| visit.ago).max()).unwrap_or(0)
    }

    pub(super) fn fact(&self, key: &str) -> Option<&str> {
        self.facts.get(key).map(String::as_str)
    }
}

impl RawDate {
    pub(super) fn on(&self, today: Day) -> Result<RecurringDate> {
        if let Some(days) = self.in_days {
            let next = RecurringDate::from_day(today + Days::new(days))?;
            // The year of birth may lack 29 February.
            let day = if (next.month(), next.day()) == (2, 29) { 28 } else { next.day() };
            return RecurringDate::new(CalendarKind::Solar, self.year, next.month(), day, false);
        }
        let calendar = self.calendar.unwrap_or(CalendarKind::Solar);
        RecurringDate::new(calendar, self.year, self.month.unwrap_or(1), self.day.unwrap_or(1), self.leap)
    }
}

impl RawWalkIns {
    pub(super) fn visit(&self, day: Day) -> DemoVisit {
        DemoVisit {
            customer: None,
            staff: 0,
            day,
            time: "21:00".to_owned(),
            kind: VisitKind::Purchase,
            lines: Vec::new(),
            returns: Vec::new(),
            day_total: Some((self.pieces, self.total)),
            method: Method::Wechat,
            satisfaction: None,
            feedback: None,
            motive: None,
            companions: None,
        }
    }
}

impl RawVisit {
    pub(super) fn visit(&self, goods: &[Goods], customer: &RawCustomer, who: usize, which: usize, day: Day) -> DemoVisit {
        let bought = roles(&self.buy);
        let lines = bought.iter().enumerate().filter_map(|(index, role)| {
            let mut line = piece(goods, customer, role, day, who + which + index)?;
            if let (Some(percent), Some(why)) = (self.percent, self.why) {
                line.price = Fen(line.list_price.times(percent, 100).whole_yuan() * 100);
                line.reason = Some((why, self.note.clone()));
            }
            Some(line)
        });
        let kind = match (self.buy.is_empty(), self.back.is_empty()) {
            (false, true) => VisitKind::Purchase,
            (true, false) => VisitKind::Return,
            (false, false) => VisitKind::Exchange,
            (true, true) if self.service.is_some() => VisitKind::Service,
            (true, true) => VisitKind::Browse,
        };
        let method = match (who + which) % 10 {
            0 | 5 => Method::Alipay,
            3 => Method::Card,
            8 => Method::Cash,
            _ => Method::Wechat,
        };
        DemoVisit {
            customer: Some(who),
            staff: customer.staff,
            day,
            time: self.at.clone(),
            kind,
            lines: lines.collect(),
            returns: Vec::new(),
            day_total: None,
            method,
            satisfaction: self.rate,
            feedback: self.says.clone().or_else(|| self.service.clone()),
            motive: self.motive.clone(),
            companions: self.with.clone(),
        }
    }
}

pub(super) fn roles(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The season of a day: its letter and the year it began in.
pub(super) fn season(day: Day) -> (char, i32) {
    match day.month() {
        3..=5 => ('A', day.year()),
        6..=8 => ('B', day.year()),
        9..=11 => ('C', day.year()),
        12 => ('D', day.year()),
        _ => ('D', day.year() - 1),
    }
}

/// A piece of a role that the shop sells in the season of a day, in a colour and size of hers.
pub(super) fn piece(goods: &[Goods], customer: &RawCustomer, role: &str, day: Day, turn: usize) -> Option<DemoLine> {
    let (letter, year) = season(day);
    let choice: Vec<&Goods> = goods.iter().filter(|goods| goods.role == role && goods.seasons.contains(letter)).collect();
    let goods = choice.get(turn % choice.len().max(1))?;
    let liked: Vec<&str> = customer.fact("colour").unwrap_or_default().split_whitespace().collect();
    let suits: Vec<&String> = goods.colours.iter().filter(|colour| liked.iter().any(|word| colour.contains(word))).collect();
    let colour = suits.get(turn % suits.len().max(1)).copied().or_else(|| goods.colours.get(turn % goods.colours.len().max(1)))?;
    let size = match role {
        "top" | "knit" | "dress" | "outer" | "suit" => Some(customer.fact("top_size").unwrap_or("M")),
        "trousers" | "jeans" | "skirt" => Some(customer.fact("bottom_size").unwrap_or("28")),
        "shoes" => Some(customer.fact("shoe_size").unwrap_or("37")),
        _ => None,
    };
    Some(DemoLine {
        style_no: format!("{:02}{letter}{}", year % 100, goods.no),
        name: goods.name.clone(),
        category: goods.category.clone(),
        colour: colour.clone(),
        size: size.map(str::to_owned),
        list_price: goods.price,
        price: goods.price,
        reason: None,
    })
}
