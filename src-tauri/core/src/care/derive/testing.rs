//! A customer and a shop made up for tests.

use crate::care::{CareFacts, CareRule, FestivalDay, Surroundings, VisitFact, defaults};
use crate::clock::Day;
use crate::contacts::clock::ContactLimits;
use crate::contacts::facts::{ContactFact, ContactFacts, Reach};
use crate::ids::{CareRuleId, CustomerId, LevelId, StaffId, VisitId};
use crate::money::Fen;
use crate::wire::contacts::{ContactChannel, Direction, Outcome, Purpose};
use crate::wire::settings::Trade;
use crate::wire::visits::VisitKind;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const BASE: LevelId = LevelId(1);
pub(super) const SILVER: LevelId = LevelId(2);
pub(super) const LING: StaffId = StaffId(7);

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The default rules of a trade, in their order.
pub(super) fn rules(trade: Trade) -> Vec<CareRule> {
    let mine = defaults::all().unwrap().into_iter().filter(|preset| preset.trades.is_empty() || preset.trades.contains(&trade));
    (1..)
        .zip(mine)
        .map(|(n, preset)| {
            let mut plan = preset.plan;
            plan.conditions.level = preset.rank.map(|_| SILVER);
            CareRule { id: CareRuleId(n), key: Some(preset.key), name: preset.name.0, plan, is_on: true, position: n }
        })
        .collect()
}

pub(super) fn around(today: &str, rules: Vec<CareRule>) -> Surroundings {
    Surroundings {
        today: day(today),
        rules,
        festivals: vec![
            FestivalDay { key: "mid_autumn".into(), name: "中秋节".into(), day: day("2026-09-25"), quiet: false, only: None },
            FestivalDay { key: "qingming".into(), name: "清明".into(), day: day("2026-04-05"), quiet: true, only: None },
        ],
        levels: BTreeMap::from([(BASE, (0, "普通会员".into())), (SILVER, (1, "银卡".into()))]),
        gift_levels: BTreeSet::from([SILVER]),
        staff: BTreeSet::from([LING]),
        limits: ContactLimits::default(),
        top_years: Vec::new(),
    }
}

/// Somebody who can be reached by everything and to whom nothing happened yet.
pub(super) fn somebody() -> CareFacts {
    CareFacts {
        customer: CustomerId(5),
        gender: None,
        birthday: None,
        joined_on: day("2020-01-01"),
        referrer: None,
        staff: Some(LING),
        preferred: None,
        level: BASE,
        level_since: None,
        level_decided: false,
        net_spend: Fen::ZERO,
        points: 0,
        points_until: None,
        purchase_days: 0,
        first_purchase: None,
        last_purchase: None,
        keeps_until: None,
        top_spender: None,
        visits: Vec::new(),
        dates: Vec::new(),
        brought: Vec::new(),
        vouchers: Vec::new(),
        wishes: Vec::new(),
        complaints: Vec::new(),
        guests: Vec::new(),
        follow_ups: Vec::new(),
        tags: BTreeSet::new(),
        contact: ContactFacts { reach: Reach { phone: true, wechat: true, email: true, address: true }, ..ContactFacts::default() },
        decisions: Vec::new(),
    }
}

/// Somebody who has been buying for years, and bought last on a day.
pub(super) fn regular(last: &str) -> CareFacts {
    let mut facts = somebody();
    facts.first_purchase = Some(day("2020-01-01"));
    facts.last_purchase = Some(day(last));
    facts.contact.last_purchase = facts.last_purchase;
    facts.contact.last_visit = facts.last_purchase;
    facts.purchase_days = 9;
    facts.net_spend = Fen(800_000);
    facts
}

/// Adds a purchase at two in the afternoon; an amount in yuan.
pub(super) fn buys(facts: &mut CareFacts, id: i64, on: &str, yuan: i64) {
    let on = day(on);
    let at = on.and_hms_opt(6, 0, 0).unwrap().and_utc().timestamp_millis();
    let total = Fen(yuan * 100);
    let visit = VisitFact {
        id: VisitId(id),
        day: on,
        at,
        kind: VisitKind::Purchase,
        total,
        kept: total,
        staff: Some(LING),
        categories: BTreeSet::new(),
    };
    facts.visits.push(visit);
    facts.net_spend += total;
    facts.purchase_days += 1;
    facts.first_purchase = facts.first_purchase.or(Some(on));
    facts.last_purchase = Some(on);
    facts.contact.last_purchase = Some(on);
    facts.contact.last_visit = Some(on);
}

/// Adds a contact.
pub(super) fn said(facts: &mut CareFacts, on: &str, purpose: Purpose, outcome: Outcome, direction: Direction) {
    let channel = if outcome == Outcome::Reached { ContactChannel::Phone } else { ContactChannel::Wechat };
    facts.contact.contacts.push(ContactFact { day: day(on), purpose, outcome, direction, channel });
}
