//! The invented shop that the first run can bring along, from `assets/demo/demo.json`.
//!
//! Its days are counted back from today, so that the shop is alive whenever it is opened; what is bought follows the season of the day.
//! Nobody in it exists: the phones begin with 1600000, which no carrier gives out.

mod source;

use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::error::Result;
use crate::money::Fen;
use crate::presets::{Preset, preset};
use crate::wire::customers::{Channel, Gender, RelationKind};
use crate::wire::profile::FieldKind;
use crate::wire::settings::Trade;
use crate::wire::visits::{Method, PriceReason, VisitKind};
use chrono::Days;
use source::{Goods, RawDemo, piece, roles};
use std::collections::BTreeMap;

/// The whole shop, in the order in which it can be stored: whoever is referred to comes first.
#[derive(Debug, Clone, PartialEq)]
pub struct Demo {
    /// The clerks' names.
    pub staff: Vec<String>,
    /// Customers, by the day they joined.
    pub customers: Vec<DemoCustomer>,
    /// Visits in time order; a return stands after its purchase.
    pub visits: Vec<DemoVisit>,
}

/// One invented customer. Others are named by their place in [`Demo::customers`], clerks by theirs in [`Demo::staff`].
#[derive(Debug, Clone, PartialEq)]
pub struct DemoCustomer {
    /// Name.
    pub name: String,
    /// How she likes to be called.
    pub nickname: Option<String>,
    /// Gender.
    pub gender: Option<Gender>,
    /// Birthday.
    pub birthday: Option<RecurringDate>,
    /// Age band where the year is unknown.
    pub age_band: Option<String>,
    /// Phones, the main one first.
    pub phones: Vec<String>,
    /// WeChat.
    pub wechat: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Preferred channel.
    pub channel: Option<Channel>,
    /// How she came.
    pub source: Option<String>,
    /// Who brought her.
    pub referrer: Option<usize>,
    /// Who looks after her.
    pub staff: usize,
    /// The day she joined.
    pub joined_on: Day,
    /// Note.
    pub note: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// What was learned about her.
    pub facts: Vec<DemoFact>,
    /// Important dates with their labels.
    pub dates: Vec<(String, RecurringDate)>,
    /// Who else is what to her.
    pub relations: Vec<(usize, RelationKind)>,
    /// A note that pops up, and its last day.
    pub popup: Option<(String, Day)>,
    /// Tried or asked for, not bought.
    pub wishes: Vec<DemoWish>,
}

/// One thing learned about a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoFact {
    /// The field's key in the clothing preset.
    pub key: String,
    /// Its values.
    pub values: Vec<String>,
    /// The day it was learned.
    pub learned_on: Day,
    /// From which visit, by its place in [`Demo::visits`].
    pub visit: Option<usize>,
}

/// A piece tried but not bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoWish {
    /// The day.
    pub noted_on: Day,
    /// The piece; its prices are today's.
    pub piece: DemoLine,
    /// Why not.
    pub reason: String,
}

/// One visit.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoVisit {
    /// Who; none for a day's walk-ins.
    pub customer: Option<usize>,
    /// Who served.
    pub staff: usize,
    /// The day.
    pub day: Day,
    /// The time, `HH:MM`.
    pub time: String,
    /// What kind.
    pub kind: VisitKind,
    /// What was bought.
    pub lines: Vec<DemoLine>,
    /// What was brought back: the purchase and its line.
    pub returns: Vec<(usize, usize)>,
    /// A day's walk-ins: sales and their sum.
    pub day_total: Option<(i64, Fen)>,
    /// How it was paid.
    pub method: Method,
    /// 1 to 5.
    pub satisfaction: Option<i64>,
    /// What she said, or what was done.
    pub feedback: Option<String>,
    /// Why she bought.
    pub motive: Option<String>,
    /// Who came along.
    pub companions: Option<String>,
}

/// One piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoLine {
    /// Style number: year, season letter and number.
    pub style_no: String,
    /// Name.
    pub name: String,
    /// Category.
    pub category: String,
    /// Colour.
    pub colour: String,
    /// Size.
    pub size: Option<String>,
    /// List price.
    pub list_price: Fen,
    /// Paid price, in whole yuan.
    pub price: Fen,
    /// Why it is lower, and in words.
    pub reason: Option<(PriceReason, Option<String>)>,
}

/// The invented shop as of a day. The same day gives the same shop.
pub fn demo(today: Day) -> Result<Demo> {
    let mut raw: RawDemo = serde_json::from_str(include_str!("../../../../assets/demo/demo.json"))?;
    let preset = preset(Trade::Clothing)?;
    let ago = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    raw.customers.sort_by_key(|customer| std::cmp::Reverse(customer.joined()));
    let names: Vec<String> = raw.customers.iter().map(|customer| customer.name.clone()).collect();
    let place = |name: &str| names.iter().position(|other| other == name);

    let mut visits: Vec<DemoVisit> = raw.walk_ins.iter().map(|walk_ins| walk_ins.visit(ago(walk_ins.ago))).collect();
    let mut backs: Vec<Vec<String>> = vec![Vec::new(); visits.len()];
    for (who, customer) in raw.customers.iter().enumerate() {
        for (which, visit) in customer.visits.iter().enumerate() {
            visits.push(visit.visit(&raw.goods, customer, who, which, ago(visit.ago)));
            backs.push(roles(&visit.back));
        }
    }
    let mut together: Vec<(DemoVisit, Vec<String>)> = visits.into_iter().zip(backs).collect();
    together.sort_by(|(a, _), (b, _)| (a.day, &a.time).cmp(&(b.day, &b.time)));
    let mut visits: Vec<DemoVisit> = Vec::new();
    for (mut visit, back) in together {
        visit.returns = back.iter().filter_map(|role| bought(&raw.goods, &visits, visit.customer, role)).collect();
        visits.push(visit);
    }

    let mut customers = Vec::new();
    for (who, customer) in raw.customers.into_iter().enumerate() {
        let joined_on = ago(customer.joined());
        let hers: Vec<usize> = (0..visits.len()).filter(|&index| visits[index].customer == Some(who)).collect();
        let wishes = customer.wishes.iter().enumerate().filter_map(|(index, wish)| {
            let piece = piece(&raw.goods, &customer, &wish.what, ago(wish.ago), who + index)?;
            Some(DemoWish { noted_on: ago(wish.ago), piece, reason: wish.reason.clone() })
        });
        customers.push(DemoCustomer {
            birthday: customer.birthday.as_ref().map(|date| date.on(today)).transpose()?,
            referrer: customer.referrer.as_deref().and_then(place),
            joined_on,
            facts: facts(&preset, &customer.facts, &visits, &hers, joined_on),
            dates: customer
                .dates
                .iter()
                .map(|date| Ok((date.label.clone().unwrap_or_default(), date.on(today)?)))
                .collect::<Result<_>>()?,
            relations: customer.relations.iter().filter_map(|relation| Some((place(&relation.to)?, relation.kind))).collect(),
            popup: customer.popup.as_ref().map(|popup| (popup.text.clone(), today + Days::new(popup.for_days))),
            wishes: wishes.collect(),
            name: customer.name,
            nickname: customer.nickname,
            gender: customer.gender,
            age_band: customer.age_band,
            phones: customer.phones,
            wechat: customer.wechat,
            email: customer.email,
            address: customer.address,
            channel: customer.channel,
            source: customer.source,
            staff: customer.staff,
            note: customer.note,
            tags: customer.tags,
        });
    }
    Ok(Demo { staff: raw.staff, customers, visits })
}

/// The latest line of hers with a piece of a role.
fn bought(goods: &[Goods], visits: &[DemoVisit], customer: Option<usize>, role: &str) -> Option<(usize, usize)> {
    let named = |name: &str| goods.iter().any(|goods| goods.role == role && goods.name == name);
    let hers = visits.iter().enumerate().rev().filter(|(_, visit)| visit.customer == customer);
    hers.filter_map(|(index, visit)| Some((index, visit.lines.iter().position(|line| named(&line.name))?))).next()
}

/// Her facts, learned one after the other over her visits.
fn facts(preset: &Preset, facts: &BTreeMap<String, String>, visits: &[DemoVisit], hers: &[usize], joined_on: Day) -> Vec<DemoFact> {
    let in_order = preset.fields.iter().filter_map(|field| facts.get_key_value(&field.key).map(|(key, value)| (field, key, value)));
    let learned = in_order.enumerate().map(|(index, (field, key, value))| {
        let visit = hers.get(index * hers.len() / facts.len().max(1)).copied();
        let values = if field.kind == FieldKind::Multi { roles(value) } else { vec![value.clone()] };
        DemoFact { key: key.clone(), values, learned_on: visit.map_or(joined_on, |visit| visits[visit].day), visit }
    });
    learned.collect()
}

#[cfg(test)]
mod tests {
    use super::source::season;
    use super::*;
    use crate::wire::settings::Language;
    use std::collections::BTreeSet;

    fn on(text: &str) -> Demo {
        demo(text.parse().unwrap()).unwrap()
    }

    #[test]
    fn the_shop_is_alive_all_the_year_round() {
        let first: Day = "2026-01-01".parse().unwrap();
        for today in first.iter_days().take(4 * 365 + 1).step_by(3) {
            let demo = demo(today).unwrap();
            assert_eq!((demo.customers.len(), demo.visits.len()), (40, 161), "{today}");
            let pieces: usize = demo.visits.iter().map(|visit| visit.lines.len()).sum();
            assert_eq!(pieces, 253, "{today}: every role is sold in every season");
            assert!(demo.visits.iter().all(|visit| visit.day < today));
        }
    }

    #[test]
    fn whoever_is_referred_to_comes_first() {
        let demo = on("2026-11-21");
        assert!(demo.customers.is_sorted_by_key(|customer| customer.joined_on));
        let referred: Vec<(usize, usize)> =
            demo.customers.iter().enumerate().filter_map(|(index, customer)| Some((index, customer.referrer?))).collect();
        assert_eq!(referred.len(), 12);
        assert!(referred.iter().all(|(index, referrer)| referrer < index));
        assert_eq!(demo.customers.iter().map(|customer| customer.relations.len()).sum::<usize>(), 3);
        assert!(demo.visits.is_sorted_by_key(|visit| (visit.day, visit.time.clone())));
    }

    #[test]
    fn a_return_brings_back_a_line_of_hers() {
        let demo = on("2026-11-21");
        let returns = demo.visits.iter().filter(|visit| matches!(visit.kind, VisitKind::Return | VisitKind::Exchange));
        let mut seen = BTreeSet::new();
        for visit in returns {
            let [(purchase, line)] = visit.returns[..] else { panic!("one piece: {visit:?}") };
            let sale = &demo.visits[purchase];
            assert!(sale.customer == visit.customer && sale.day < visit.day && sale.lines.len() > line);
            assert!(seen.insert((purchase, line)), "never twice");
        }
        assert_eq!(seen.len(), 4);
    }

    #[test]
    fn facts_fit_the_clothing_catalogue() {
        let demo = on("2026-11-21");
        let preset = preset(Trade::Clothing).unwrap();
        for customer in &demo.customers {
            for fact in &customer.facts {
                let field = preset.fields.iter().find(|field| field.key == fact.key).unwrap();
                assert!(!field.builtin && field.on && !field.sensitive, "{}", fact.key);
                for value in &fact.values {
                    let known = field.options.is_empty() || field.options.iter().any(|option| option.to(Language::ZhCn) == value);
                    assert!(known, "{} {value}", fact.key);
                }
                assert!(fact.visit.is_none_or(|visit| demo.visits[visit].day == fact.learned_on));
            }
            for tag in &customer.tags {
                assert!(preset.tags.iter().any(|text| text.to(Language::ZhCn) == tag), "{tag}");
            }
        }
        assert_eq!(demo.customers.iter().map(|customer| customer.facts.len()).sum::<usize>(), 298, "none of the file is lost");
    }

    #[test]
    fn people_have_invented_phones_and_birthdays_of_every_kind() {
        on("2028-02-29"); // Somebody not born in a leap year has her birthday today.
        let demo = on("2027-02-26");
        for phone in demo.customers.iter().flat_map(|customer| &customer.phones) {
            assert!(phone.len() == 11 && (phone.starts_with("1600000") || phone == "05710005540"), "{phone}");
        }
        let birthdays: Vec<RecurringDate> = demo.customers.iter().filter_map(|customer| customer.birthday).collect();
        assert!(birthdays.iter().any(|birthday| birthday.leap()) && birthdays.iter().any(|birthday| birthday.year().is_none()));
        assert!(birthdays.iter().any(|birthday| (birthday.month(), birthday.day()) == (2, 29)));
        let today: Day = "2027-02-26".parse().unwrap();
        let near = birthdays.iter().filter(|birthday| birthday.occurrences_between(today, today + Days::new(7)).next().is_some());
        assert!(near.count() >= 3);
        assert_eq!(demo.customers.iter().filter(|customer| customer.name == "李娜").count(), 2, "the same name is normal");
    }

    #[test]
    fn the_season_of_a_day_decides_what_is_sold() {
        for (day, letter, year) in
            [("2026-12-01", 'D', 2026), ("2027-02-28", 'D', 2026), ("2027-03-01", 'A', 2027), ("2026-08-31", 'B', 2026)]
        {
            assert_eq!(season(day.parse().unwrap()), (letter, year), "{day}");
        }
        let demo = on("2026-11-21");
        for visit in &demo.visits {
            for line in &visit.lines {
                let (letter, year) = season(visit.day);
                assert!(line.style_no.starts_with(&format!("{}{letter}", year % 100)), "{line:?}");
                assert!(line.price <= line.list_price && (line.price == line.list_price) == line.reason.is_none());
            }
        }
    }
}
