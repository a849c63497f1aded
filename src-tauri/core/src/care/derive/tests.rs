//! Rules as tables: facts and a day to tasks, for every default.

use super::testing::*;
use super::*;
use crate::calendar::{CalendarKind, RecurringDate};
use crate::care::{Brought, ComplaintFact, Figures, GuestFact, Prospects, VoucherFact, WishFact};
use crate::contacts::clock::Suppression;
use crate::ids::{ArrivalId, ComplaintId, CustomerId, DateId, EventId, FollowUpId, VoucherId, WishId};
use crate::money::Fen;
use crate::wire::contacts::{ContactWish, Direction, Outcome};
use crate::wire::settings::Trade;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Rule, due day and last day of the tasks of a day, of one kind or of all.
fn told(facts: &CareFacts, today: &str, trade: Trade) -> Vec<String> {
    let around = around(today, rules(trade));
    let key = |task: &CareTask| around.rules.iter().find(|rule| Some(rule.id) == task.name.rule).and_then(|rule| rule.key.clone());
    let line = |task: &CareTask| {
        let last = task.expires.map_or("-".into(), |day| day.format("%m-%d").to_string());
        format!("{} {} {last}", key(task).unwrap_or_else(|| "by hand".into()), task.due.format("%m-%d"))
    };
    derive(facts, &around).iter().map(line).collect()
}

fn on(facts: &CareFacts, today: &str) -> Vec<String> {
    told(facts, today, Trade::Clothing)
}

fn with(change: impl FnOnce(&mut CareFacts)) -> CareFacts {
    let mut facts = regular("2026-09-01");
    change(&mut facts);
    facts
}

fn date(month: u8, d: u8) -> RecurringDate {
    RecurringDate::new(CalendarKind::Solar, Some(1990), month, d, false).unwrap()
}

#[test]
fn every_default_makes_its_task_on_its_day() {
    let mut first = somebody();
    buys(&mut first, 12, "2026-09-10", 500);
    let card = with(|f| {
        buys(f, 12, "2026-09-10", 500);
        (f.level, f.level_since) = (SILVER, Some(day("2026-09-10")));
    });
    let big = with(|f| buys(f, 12, "2026-09-10", 2_000));
    let complaint = |solved: Option<&str>| ComplaintFact {
        id: ComplaintId(3),
        opened_on: day("2026-09-10"),
        answer_by: Some(day("2026-09-11")),
        solve_by: Some(day("2026-09-17")),
        answered: false,
        solved_on: solved.map(day),
        staff: None,
    };
    let brought = Brought { customer: CustomerId(9), name: "曾丽".into(), joined_on: day("2026-09-10"), thanked: false };
    let guest = GuestFact {
        event: EventId(4),
        name: "新品预览".into(),
        day: day("2026-09-20"),
        invite_days: 7,
        call: true,
        added_on: day("2026-09-01"),
    };
    let wish = WishFact { wish: WishId(1), arrival: ArrivalId(2), day: day("2026-09-10"), reduced: false, style: "26D1001".into() };
    let cases: Vec<(CareFacts, &str, &[&str])> = vec![
        (first.clone(), "2026-09-10", &["first_purchase 09-12 09-19"]),
        (first, "2026-09-14", &["first_purchase 09-12 09-19", "second_visit 09-20 10-04"]),
        (card.clone(), "2026-09-10", &["new_card_message 09-10 09-12", "new_card_call 09-14 09-19"]),
        (card, "2026-09-14", &["new_card_call 09-14 09-19"]),
        (big.clone(), "2026-09-10", &["big_purchase 09-17 09-27", "milestone 09-11 09-25"]),
        (big, "2026-09-28", &[]),
        (with(|f| buys(f, 12, "2026-09-10", 1_999)), "2026-09-10", &[]),
        (with(|f| f.brought.push(brought.clone())), "2026-09-10", &["thank_referrer 09-10 09-17"]),
        (with(|f| f.brought.push(Brought { thanked: true, ..brought.clone() })), "2026-09-10", &[]),
        (
            with(|f| (f.referrer, f.joined_on) = (Some(CustomerId(8)), day("2026-09-10"))),
            "2026-09-10",
            &["welcome_brought 09-10 09-13", "call_brought 09-15 09-20"],
        ),
        (with(|f| f.top_spender = Some((2026, Fen(9_000_000)))), "2026-12-22", &["top_spender 12-20 01-09"]),
        (with(|f| f.birthday = Some(date(9, 30))), "2026-09-22", &["birthday_7_days 09-23 09-26", "birthday_3_days 09-27 09-29"]),
        (with(|f| f.birthday = Some(date(9, 30))), "2026-09-30", &["birthday 09-30 10-01"]),
        (with(|f| f.dates.push((DateId(2), "结婚纪念日".into(), date(9, 30)))), "2026-09-23", &["important_date 09-23 09-30"]),
        (with(|_| {}), "2026-10-31", &["no_purchase_2_months 11-01 12-01"]),
        (with(|_| {}), "2026-12-02", &[]),
        (with(|_| {}), "2027-02-03", &["no_purchase_5_months 02-01 04-02"]),
        (with(|f| f.level = SILVER), "2026-09-20", &["festival_greeting 09-22 09-25", "festival_offer 09-24 09-25"]),
        (with(|_| {}), "2026-09-20", &[]),
        (with(|f| f.complaints.push(complaint(None))), "2026-09-11", &["complaint_answer 09-11 -", "complaint_solve 09-17 -"]),
        (with(|f| f.complaints.push(complaint(Some("2026-09-12")))), "2026-09-15", &["complaint_follow_up 09-15 10-15"]),
        (with(|f| f.complaints.push(ComplaintFact { answer_by: None, solve_by: None, ..complaint(None) })), "2026-09-15", &[]),
        (with(|f| f.keeps_until = Some(day("2026-09-30"))), "2026-09-01", &["near_downgrade 08-31 09-30"]),
        (with(|f| (f.points, f.points_until) = (500, Some(day("2026-09-30")))), "2026-09-01", &["points_expiring 08-31 09-30"]),
        (with(|f| (f.points, f.points_until) = (499, Some(day("2026-09-30")))), "2026-09-01", &[]),
        (
            with(|f| f.vouchers.push(VoucherFact { id: VoucherId(1), valid_to: day("2026-09-17") })),
            "2026-09-10",
            &["voucher_expiring 09-10 09-17"],
        ),
        (with(|f| f.wishes.push(wish.clone())), "2026-09-10", &["wish_arrived 09-10 09-24"]),
        (with(|f| f.guests.push(guest.clone())), "2026-09-12", &["event_invitation 09-13 09-20"]),
    ];
    for (facts, today, want) in cases {
        let mut found = on(&facts, today);
        found.sort();
        let mut want: Vec<&str> = want.to_vec();
        want.sort_unstable();
        assert_eq!(found, want, "{today} {:?}", facts.visits);
    }
    let mut jewel = regular("2026-01-05");
    buys(&mut jewel, 12, "2026-03-10", 2_000);
    jewel.net_spend = Fen(1);
    assert_eq!(told(&jewel, "2026-09-10", Trade::Jewellery), ["no_purchase_5_months 08-10 10-09", "cleaning_6_months 09-10 10-10"]);
    assert_eq!(told(&jewel, "2027-02-10", Trade::Jewellery), ["cleaning_11_months 02-10 03-12"]);
}

#[test]
fn the_lists_of_the_shop_come_on_their_day_and_go_when_decided() {
    let around = around("2026-11-20", rules(Trade::Clothing));
    let count = ShopCount { month: day("2026-12-01"), birthdays: 3, gifts: 1 };
    let tasks = of_shop(&around, &[count], &[]);
    let causes: Vec<&str> = tasks.iter().map(|task| &*task.name.cause).collect();
    assert_eq!(causes, ["birthday_list:2026-12"]);
    assert_eq!(tasks[0].params[..], [("month", "2026-12-01".into()), ("count", "3".into()), ("gifts", "1".into())]);
    let done = DecisionFact { task: tasks[0].name.clone(), decision: Decision::Done, until: None };
    assert_eq!(of_shop(&around, &[count], &[done]), []);
    assert_eq!(of_shop(&around, &[ShopCount { birthdays: 0, ..count }], &[]), [], "a month without birthdays needs no list");
}

#[test]
fn a_day_of_remembrance_is_a_word_of_care_and_nothing_to_sell_on() {
    let mut facts = regular("2026-03-20");
    facts.level = SILVER;
    assert_eq!(on(&facts, "2026-04-02"), ["festival_greeting 04-02 04-05"]);
    let around = around("2026-04-02", rules(Trade::Clothing));
    assert_eq!(derive(&facts, &around)[0].occasion, Some(Occasion::Remembrance));
}

#[test]
fn any_talk_or_visit_starts_the_count_of_absence_anew_and_a_message_asks_for_quiet() {
    use Direction::{In, Out};
    let greeting = Purpose::Greeting;
    for (outcome, direction, said_on, due) in [
        (None, Out, "", "11-01"),
        (Some(Outcome::Reached), Out, "2026-10-20", "12-20"),
        (Some(Outcome::Replied), Out, "2026-10-20", "12-20"),
        (Some(Outcome::Sent), In, "2026-10-20", "12-20"),
        (Some(Outcome::Sent), Out, "2026-10-25", "11-08"),
        (Some(Outcome::Sent), Out, "2026-09-25", "11-01"),
        (Some(Outcome::NoAnswer), Out, "2026-10-31", "11-01"),
    ] {
        let mut facts = regular("2026-09-01");
        if let Some(outcome) = outcome {
            said(&mut facts, said_on, greeting, outcome, direction);
        }
        let today = if due == "12-20" { "2026-12-20" } else { "2026-11-02" };
        let found = on(&facts, today);
        assert!(found.iter().any(|line| line.starts_with(&format!("no_purchase_2_months {due}"))), "{outcome:?} {said_on}: {found:?}");
    }
    let mut looked = regular("2026-09-01");
    looked.contact.last_visit = Some(day("2026-10-20"));
    assert_eq!(on(&looked, "2026-11-02"), [""; 0], "she came in without buying");
}

#[test]
fn decisions_hide_a_task_or_bring_it_back_on_its_day() {
    let base = {
        let mut facts = somebody();
        buys(&mut facts, 12, "2026-09-10", 500);
        facts
    };
    let rule = rules(Trade::Clothing).into_iter().find(|rule| rule.key.as_deref() == Some("first_purchase")).unwrap();
    let name = TaskName { rule: Some(rule.id), follow_up: None, customer: Some(CustomerId(5)), cause: "visit:12".into() };
    let decided = |list: &[(Decision, Option<&str>)]| {
        let mut facts = base.clone();
        facts.decisions =
            list.iter().map(|(what, until)| DecisionFact { task: name.clone(), decision: *what, until: until.map(day) }).collect();
        facts
    };
    for (list, today, want) in [
        (&[(Decision::Done, None)][..], "2026-09-13", None),
        (&[(Decision::Replied, None)], "2026-09-13", None),
        (&[(Decision::Skipped, None)], "2026-09-13", None),
        (&[(Decision::Snoozed, Some("2026-09-25"))], "2026-09-17", None),
        (&[(Decision::Snoozed, Some("2026-09-25"))], "2026-09-25", Some("first_purchase 09-25 09-27")),
        (&[(Decision::Snoozed, Some("2026-09-25"))], "2026-09-28", None),
        (&[(Decision::NoAnswer, Some("2026-09-15"))], "2026-09-15", Some("first_purchase 09-15 09-19")),
        (
            &[(Decision::NoAnswer, Some("2026-09-15")), (Decision::NoAnswer, Some("2026-09-17"))],
            "2026-09-17",
            Some("first_purchase 09-17 09-19"),
        ),
        (
            &[(Decision::NoAnswer, Some("2026-09-15")), (Decision::NoAnswer, Some("2026-09-17")), (Decision::NoAnswer, None)],
            "2026-09-18",
            None,
        ),
        (&[(Decision::Snoozed, Some("2026-09-15")), (Decision::Done, None)], "2026-09-15", None),
    ] {
        let found = on(&decided(list), today);
        let first = found.iter().find(|line| line.starts_with("first_purchase"));
        assert_eq!(first.map(String::as_str), want, "{list:?} {today}");
    }
}

#[test]
fn conditions_choose_whom_a_rule_is_for() {
    let mut rule = rules(Trade::Clothing).into_iter().find(|rule| rule.key.as_deref() == Some("big_purchase")).unwrap();
    let mut facts = regular("2026-08-01");
    buys(&mut facts, 12, "2026-09-10", 3_000);
    facts.visits[0].categories.insert("大衣".into());
    facts.tags.insert(crate::ids::TagId(4));
    let plain = Conditions::default();
    for (conditions, fits) in [
        (plain.clone(), true),
        (Conditions { level: Some(BASE), ..plain.clone() }, true),
        (Conditions { level: Some(SILVER), ..plain.clone() }, false),
        (Conditions { tags: vec![crate::ids::TagId(4), crate::ids::TagId(5)], ..plain.clone() }, true),
        (Conditions { tags: vec![crate::ids::TagId(5)], ..plain.clone() }, false),
        (Conditions { spent: Some(Fen(1_100_000)), ..plain.clone() }, true),
        (Conditions { spent: Some(Fen(1_100_001)), ..plain.clone() }, false),
        (Conditions { categories: vec!["大衣".into()], ..plain.clone() }, true),
        (Conditions { categories: vec!["鞋".into()], ..plain.clone() }, false),
        (Conditions { customers: Some(NewOrOld::Old), ..plain.clone() }, true),
        (Conditions { customers: Some(NewOrOld::New), ..plain }, false),
    ] {
        rule.plan.conditions = conditions.clone();
        let found = derive(&facts, &around("2026-09-15", vec![rule.clone()]));
        assert_eq!(!found.is_empty(), fits, "{conditions:?}");
    }
}

#[test]
fn what_came_back_makes_no_big_purchase_and_no_first_one() {
    let mut facts = somebody();
    buys(&mut facts, 12, "2026-09-10", 3_000);
    facts.net_spend = Fen::ZERO;
    facts.visits[0].kept = Fen::ZERO;
    assert_eq!(on(&facts, "2026-09-15"), [""; 0]);
}

#[test]
fn a_message_after_leaving_waits_half_an_hour() {
    let mut facts = regular("2026-09-01");
    buys(&mut facts, 12, "2026-09-10", 500);
    (facts.level, facts.level_since) = (SILVER, Some(day("2026-09-10")));
    let found = derive(&facts, &around("2026-09-10", rules(Trade::Clothing)));
    let message = &found[0];
    let at = facts.visits[0].at;
    assert_eq!((message.kind, message.not_before), (TriggerKind::NewCard, Some(at + 30 * 60_000)));
    assert_eq!(message.state(day("2026-09-10"), at + 29 * 60_000), crate::care::TaskState::Upcoming);
    assert_eq!(message.state(day("2026-09-10"), at + 30 * 60_000), crate::care::TaskState::Due);
    facts.level_decided = true;
    assert!(derive(&facts, &around("2026-09-10", rules(Trade::Clothing))).iter().all(|task| task.kind != TriggerKind::NewCard));
}

/// The clock's word on each task of a day by its rule.
fn kept_back(facts: &CareFacts, today: &str) -> BTreeMap<String, Option<Suppression>> {
    let around = around(today, rules(Trade::Clothing));
    let mut tasks = derive(facts, &around);
    settle(&mut tasks, &facts.contact, &around.limits, around.today);
    let key = |task: &CareTask| around.rules.iter().find(|rule| Some(rule.id) == task.name.rule).and_then(|rule| rule.key.clone());
    tasks.iter().map(|task| (key(task).unwrap_or_default(), task.held)).collect()
}

#[test]
fn each_reason_of_the_contact_clock_keeps_its_tasks_back() {
    let birthday = |change: fn(&mut CareFacts)| {
        let mut facts = regular("2026-08-20");
        facts.birthday = Some(date(9, 30));
        change(&mut facts);
        facts
    };
    let offer = |facts: &CareFacts| kept_back(facts, "2026-09-27").remove("birthday_3_days").unwrap();
    let wish = |facts: &CareFacts| kept_back(facts, "2026-09-30").remove("birthday").unwrap();
    let plain = birthday(|_| {});
    assert_eq!((offer(&plain), wish(&plain)), (None, None));
    let none = birthday(|f| f.contact.wish = ContactWish::NoPromotion);
    assert_eq!((offer(&none), wish(&none)), (Some(Suppression::NoPromotion), None));
    let silent = birthday(|f| f.contact.wish = ContactWish::None);
    assert_eq!((offer(&silent), wish(&silent)), (Some(Suppression::DoNotContact), Some(Suppression::DoNotContact)));
    let cross = birthday(|f| f.contact.open_complaint = true);
    assert_eq!((offer(&cross), wish(&cross)), (Some(Suppression::OpenComplaint), None));
    let twice = birthday(|f| {
        for on in ["2026-09-03", "2026-09-09"] {
            said(f, on, Purpose::Marketing, Outcome::Sent, Direction::Out);
        }
    });
    let month = Suppression::MonthlyLimit { count: 2, until: day("2026-10-01") };
    assert_eq!((offer(&twice), wish(&twice)), (Some(month), None));
    let unheard = birthday(|f| {
        for on in ["2026-08-21", "2026-08-22", "2026-08-23", "2026-09-02"] {
            said(f, on, Purpose::Marketing, Outcome::Sent, Direction::Out);
        }
    });
    assert!(matches!(offer(&unheard), Some(Suppression::Unanswered { .. })), "{:?}", offer(&unheard));
    let mut gone = regular("2026-07-20");
    said(&mut gone, "2026-09-20", Purpose::Service, Outcome::NoAnswer, Direction::Out);
    assert!(matches!(kept_back(&gone, "2026-09-22")["no_purchase_2_months"], Some(Suppression::TooSoon { .. })));
    let mut unreachable = birthday(|_| {});
    unreachable.contact.reach = Reach::default();
    assert!(matches!(wish(&unreachable), Some(Suppression::NoChannel { .. })));
}

#[test]
fn what_is_said_first_keeps_back_the_third_of_one_morning() {
    let mut facts = regular("2026-09-01");
    facts.birthday = Some(date(9, 27));
    facts.level = SILVER;
    for id in 1..=3 {
        facts.vouchers.push(VoucherFact { id: VoucherId(id), valid_to: day("2026-09-24") });
    }
    let around = around("2026-09-24", rules(Trade::Clothing));
    let mut tasks = derive(&facts, &around);
    settle(&mut tasks, &facts.contact, &around.limits, around.today);
    let marketing =
        |held: bool| tasks.iter().filter(|t| t.purpose == Purpose::Marketing && t.due <= around.today && t.held.is_some() == held).count();
    assert_eq!(marketing(false), 2, "two a month");
    assert!(marketing(true) >= 2, "{tasks:?}");
}

#[test]
fn her_preferred_way_goes_before_the_rules() {
    use crate::wire::customers::Channel;
    let all = Reach { phone: true, wechat: true, email: true, address: true };
    let none = Reach::default();
    for (means, preferred, reach, want) in [
        (Means::Call, None, all, ContactChannel::Phone),
        (Means::Call, Some(Channel::Wechat), all, ContactChannel::Wechat),
        (Means::Message, Some(Channel::Phone), all, ContactChannel::Phone),
        (Means::Message, Some(Channel::Email), Reach { email: false, ..all }, ContactChannel::Wechat),
        (Means::Message, None, Reach { wechat: false, ..all }, ContactChannel::Sms),
        (Means::Message, None, none, ContactChannel::Wechat),
        (Means::Letter, None, all, ContactChannel::Letter),
        (Means::Letter, None, Reach { address: false, ..all }, ContactChannel::Wechat),
        (Means::Visit, Some(Channel::Phone), all, ContactChannel::InPerson),
        (Means::Message, Some(Channel::InShop), all, ContactChannel::InPerson),
    ] {
        let mut facts = somebody();
        (facts.preferred, facts.contact.reach) = (preferred, reach);
        assert_eq!(channel(means, &facts), want, "{means:?} {preferred:?}");
    }
}

#[test]
fn a_lunar_birthday_that_falls_into_a_solar_year_twice_has_two_names() {
    // The twelfth month's first day: 11 January 2032 is of the lunar year 2031, 31 December 2032 of 2032.
    let twelfth = RecurringDate::new(CalendarKind::Lunar, Some(1990), 12, 1, false).unwrap();
    let days: Vec<Day> = twelfth.occurrences_between(day("2030-01-01"), day("2040-12-31")).collect();
    let mut names: Vec<String> = Vec::new();
    for today in days {
        let mut facts = somebody();
        facts.birthday = Some(twelfth);
        let found = derive(&facts, &around(&today.to_string(), rules(Trade::Clothing)));
        names.extend(found.into_iter().filter(|task| task.due == today).map(|task| task.name.cause.to_string()));
    }
    let different: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
    assert!(names.len() >= 10);
}

#[test]
fn who_bought_within_months_of_a_festival_is_counted_from_the_festival_however_early_it_is_looked_at() {
    for (bought, wanted) in [("2026-03-24", false), ("2026-03-25", true)] {
        let mut facts = somebody();
        buys(&mut facts, 1, bought, 100);
        facts.level = SILVER;
        for today in ["2026-09-17", "2026-09-20", "2026-09-24", "2026-09-25"] {
            let offered = on(&facts, today).iter().any(|task| task == "festival_offer 09-24 09-25");
            assert_eq!(offered, wanted, "bought {bought}, looked at {today}: {:?}", on(&facts, today));
        }
    }
}

prop_compose! {
    fn anybody()(
        purchases in prop::collection::vec((0u64..400, 1i64..6_000), 0..8),
        contacts in prop::collection::vec((0u64..400, 0usize..4), 0..6),
        birthday in prop::option::of((1u8..=12, 1u8..=28)),
        silver in any::<bool>(), points in 0i64..2_000, end in 0u64..400, follow in prop::collection::vec((0u64..400, 0u64..40), 0..4),
    ) -> CareFacts {
        let start = day("2026-01-01");
        let mut facts = somebody();
        let mut purchases = purchases;
        purchases.sort_unstable();
        for (id, (after, yuan)) in (1..).zip(purchases) {
            buys(&mut facts, id, &later(start, after).to_string(), yuan);
        }
        for (after, outcome) in contacts {
            said(&mut facts, &later(start, after).to_string(), Purpose::Greeting, Outcome::ALL[outcome], Direction::Out);
        }
        facts.birthday = birthday.map(|(month, d)| date(month, d));
        if silver {
            (facts.level, facts.level_since) = (SILVER, facts.last_purchase);
        }
        (facts.points, facts.points_until) = (points, Some(later(start, end)));
        for (id, (due, lasts)) in (1..).zip(follow) {
            facts.follow_ups.push(FollowUpFact {
                id: FollowUpId(id), title: "问候".into(), due: later(start, due), expires: Some(later(start, due + lasts)),
                channel: None, purpose: Purpose::Service, template: None, staff: None, batch: None,
            });
        }
        facts
    }
}

proptest! {
    /// Opened every day for a month, or once at its end: the same tasks, less what has run out.
    #[test]
    fn opened_daily_is_opened_once(facts in anybody(), first in 0u64..420, days in 1u64..40) {
        let first = later(day("2026-01-01"), first);
        // What happens later has not happened yet: the facts are those of the first day, and nothing happens in between.
        let mut facts = facts;
        facts.visits.retain(|visit| visit.day <= first);
        facts.contact.contacts.retain(|contact| contact.day <= first);
        facts.first_purchase = facts.visits.first().map(|visit| visit.day);
        facts.last_purchase = facts.visits.last().map(|visit| visit.day);
        facts.contact.last_visit = facts.last_purchase;
        facts.level_since = facts.level_since.filter(|since| *since <= first);
        let rules = rules(Trade::Clothing);
        let mut seen: BTreeMap<TaskName, CareTask> = BTreeMap::new();
        for n in 0..=days {
            let today = later(first, n).to_string();
            for task in derive(&facts, &around(&today, rules.clone())) {
                if let Some(before) = seen.insert(task.name.clone(), task.clone()) {
                    prop_assert_eq!((before.due, before.expires), (task.due, task.expires), "a task does not move by being looked at");
                }
            }
        }
        let last = later(first, days);
        seen.retain(|_, task| task.expires.is_none_or(|expires| expires >= last));
        let once: BTreeMap<TaskName, CareTask> =
            derive(&facts, &around(&last.to_string(), rules)).into_iter().map(|task| (task.name.clone(), task)).collect();
        prop_assert_eq!(seen, once);
    }

    /// What is asked before the rest of somebody's facts are read never leaves out whom a task follows of.
    #[test]
    fn whom_a_visit_or_a_festival_makes_a_task_of_is_worth_reading(facts in anybody(), today in 0u64..420) {
        let today = later(day("2026-01-01"), today);
        let around = around(&today.to_string(), rules(Trade::Clothing));
        let figures = Figures {
            level: facts.level,
            level_since: facts.level_since,
            first_purchase: facts.first_purchase,
            net_spend: facts.net_spend,
        };
        let prospects = Prospects::of(&around, 0);
        let mut facts = facts;
        facts.decisions.clear();
        for task in derive(&facts, &around) {
            use TriggerKind::{BigPurchase, Festival, FirstPurchase, Milestone, NewCard};
            match task.kind {
                NewCard | FirstPurchase | BigPurchase | Milestone => prop_assert!(prospects.visits(&facts.visits, &figures), "{task:?}"),
                Festival => prop_assert!(prospects.festival(around.rank(facts.level)), "{task:?}"),
                _ => {}
            }
        }
    }

    #[test]
    fn no_task_comes_twice_and_the_order_of_facts_does_not_matter(facts in anybody(), today in 0u64..420) {
        let today = later(day("2026-01-01"), today).to_string();
        let around = around(&today, rules(Trade::Clothing));
        let tasks = derive(&facts, &around);
        let names: std::collections::BTreeSet<&TaskName> = tasks.iter().map(|task| &task.name).collect();
        prop_assert_eq!(names.len(), tasks.len());
        let mut turned = facts.clone();
        turned.follow_ups.reverse();
        turned.contact.contacts.reverse();
        let mut around_turned = around.clone();
        around_turned.rules.reverse();
        prop_assert_eq!(derive(&turned, &around_turned), tasks);
    }
}

/// Most who were here lately are not worth it: a small purchase of somebody known for years.
#[test]
fn a_visit_that_no_rule_asks_about_is_not_worth_reading() {
    let around = around("2026-09-03", rules(Trade::Clothing));
    let prospects = Prospects::of(&around, 0);
    let worth = |yuan: i64, change: &dyn Fn(&mut CareFacts)| {
        let mut facts = regular("2026-08-01");
        buys(&mut facts, 1, "2026-09-01", yuan);
        change(&mut facts);
        let CareFacts { level, level_since, first_purchase, net_spend, .. } = facts;
        prospects.visits(&facts.visits, &Figures { level, level_since, first_purchase, net_spend })
    };
    assert!(!worth(100, &|_| {}));
    // 8,000 yuan before it: the first amount that is thanked for is 10,000.
    assert!(!worth(1_999, &|_| {}));
    assert!(worth(2_000, &|_| {}));
    assert!(worth(100, &|facts| facts.net_spend = Fen(1_000_000)));
    assert!(worth(100, &|facts| facts.level_since = Some(day("2026-09-01"))));
    assert!(!worth(100, &|facts| facts.level_since = Some(day("2026-05-01"))));
    assert!(worth(100, &|facts| facts.first_purchase = Some(day("2026-09-01"))));
}
