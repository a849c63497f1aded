//! The index as a whole, against a search written without it.

use super::keys::{fields, order_field};
use super::{Found, Hit, KeyKind, MatchClass, MatchClass::*, SearchIndex, SearchText, fold, fold_phone};
use crate::ids::CustomerId;
use crate::ids::LevelId;
use crate::money::Fen;
use proptest::prelude::*;

#[derive(Debug, Clone, Default)]
struct Person {
    id: i64,
    name: &'static str,
    member_no: String,
    nickname: &'static str,
    phones: Vec<String>,
    wechat: &'static str,
    tags: Vec<&'static str>,
    visit: Option<u32>,
    rank: u8,
    archived: bool,
}

impl Person {
    fn row(&self) -> (String, Hit) {
        let text = SearchText {
            member_no: &self.member_no,
            name: self.name,
            nickname: self.nickname,
            phones: self.phones.iter().map(String::as_str).collect(),
            wechat: self.wechat,
            tags: self.tags.clone(),
        };
        let hit = Hit {
            id: CustomerId(self.id),
            member_no: self.member_no.clone(),
            name: self.name.to_owned(),
            phone: self.phones.first().cloned().unwrap_or_default(),
            level: (self.rank > 0).then(|| LevelId(i64::from(self.rank) * 10)),
            rank: self.rank,
            last_visit: self.visit.and_then(|day| crate::clock::Day::from_ymd_opt(2026, 1, day)),
            lifetime_spend: Fen(self.id * 100),
            archived: self.archived,
        };
        (text.key(), hit)
    }
}

fn person(id: i64, name: &'static str, phone: &str) -> Person {
    Person { id, name, member_no: format!("M{id:06}"), phones: vec![phone.to_owned()], ..Person::default() }
}

fn index(people: &[Person]) -> SearchIndex {
    SearchIndex::build(people.iter().map(Person::row))
}

fn ids(index: &SearchIndex, query: &str) -> Vec<i64> {
    index.search(query, 20).iter().map(|found| found.hit.id.0).collect()
}

#[test]
fn every_kind_of_key_finds_her() {
    let mut she = person(17, "尉迟䶮", "+86 138-1234-4217");
    she.nickname = "小迟";
    she.wechat = "Wx_Yan9";
    she.tags = vec!["爱穿裙子", "VIP客户"];
    she.phones.push("0571-88886666".to_owned());
    let index = index(&[person(1, "王丽娟", "13900000001"), she, person(2, "单静", "13900000002"), person(3, "王𬭎", "13900000003")]);
    for query in [
        "尉迟䶮",
        "尉",
        "迟䶮",
        "䶮",
        "yuchi",
        "YUCHIYAN",
        "ｙｕｃｈｉ",
        "ycy",
        "YCY",
        "weichi",
        "13812344217",
        "138 1234 4217",
        "+8613812344217",
        "１３８１２３４４２１７",
        "4217",
        "1234",
        "88886666",
        "0571-8888",
        "m000017",
        "M000017",
        "Ｍ００００１７",
        "000017",
        "wx_yan9",
        "WX_YAN",
        "小迟",
        "xiaochi",
        "xc",
        "裙子",
        "vip",
        "Vip客户",
        "yuchi 4217",
        "尉 4217",
        "4217 尉",
        "ycy 138",
        " 尉迟 ",
    ] {
        assert_eq!(ids(&index, query).first(), Some(&17), "{query}");
    }
    for query in ["尉迟王", "yuchiw", "4217 王", "9999999", "wx_yan8", "%", "é", "龘"] {
        assert_eq!(ids(&index, query), Vec::<i64>::new(), "{query}");
    }
    assert_eq!(ids(&index, "shan"), [2]);
    assert_eq!(ids(&index, "dj"), [2]);
    assert_eq!(ids(&index, "𬭎"), [3]);
    assert_eq!(ids(&index, "wanghong"), [3]);
}

#[test]
fn the_order_is_class_then_visit_then_level_then_name() {
    let mut people = vec![
        person(1, "李娜", "13900004217"),       // phone ends with it
        person(4217, "李丽", "13900000000"),    // card holds it
        person(2, "李敏", "13942170000"),       // phone holds it
        person(3, "4217", "13900000009"),       // is her name
        person(4, "4217号李姐", "13900000008"), // name begins with it
    ];
    people[4].visit = Some(31);
    let by_class = index(&people);
    assert_eq!(ids(&by_class, "4217"), [3, 1, 4, 2, 4217]);
    let classes: Vec<MatchClass> = by_class.search("4217", 20).iter().map(|found| found.class).collect();
    assert_eq!(classes, [Exact, LastFour, Prefix, PhonePart, Part]);

    let mut people: Vec<Person> =
        [("王丽", None, 0), ("王安", None, 0), ("王敏", None, 3), ("王娟", Some(2), 0), ("王霞", Some(9), 1), ("王芳", Some(9), 2)]
            .into_iter()
            .zip(1..)
            .map(|((name, visit, rank), id)| Person { visit, rank, ..person(id, name, "13900000001") })
            .collect();
    assert_eq!(ids(&index(&people), "王"), [6, 5, 4, 3, 2, 1]);
    assert_eq!(ids(&index(&people), "w"), [6, 5, 4, 3, 2, 1]);
    people[5].archived = true;
    assert_eq!(ids(&index(&people), "王"), [5, 4, 3, 2, 1, 6]);
    assert_eq!(ids(&index(&people), "王芳"), [6]);
    assert_eq!(index(&people).search("王", 3).len(), 3);
    assert_eq!(index(&people).search("王", 0).len(), 0);
}

#[test]
fn nothing_typed_shows_the_most_recent_visitors() {
    let people: Vec<Person> =
        (1..=9).map(|id| Person { visit: u32::try_from(id).ok().filter(|&day| day != 5), ..person(id, "王丽", "1") }).collect();
    let mut index = index(&people);
    assert_eq!(ids(&index, "  "), [9, 8, 7, 6, 4, 3, 2, 1, 5]);
    let (key, hit) = Person { visit: Some(31), ..person(5, "王丽", "1") }.row();
    index.upsert(&key, &hit);
    assert_eq!(index.search("", 3).iter().map(|found| (found.hit.id.0, found.why)).collect::<Vec<_>>(), [(5, None), (9, None), (8, None)]);
}

#[test]
fn what_is_shown_comes_back_whole() {
    let (key, hit) = Person { visit: Some(3), rank: 4, archived: true, ..person(8, "Lisa 陈", "+86 139 0000 0001") }.row();
    let mut index = SearchIndex::default();
    index.upsert(&key, &hit);
    assert_eq!(index.get(CustomerId(8)), Some(hit.clone()));
    assert_eq!(index.search("lisa", 1), [Found { hit: hit.clone(), class: Prefix, why: Some(KeyKind::Name) }]);
    index.compact();
    assert_eq!(index.get(CustomerId(8)), Some(hit));
    index.remove(CustomerId(8));
    index.remove(CustomerId(8));
    assert_eq!((index.get(CustomerId(8)), index.len(), index.is_empty()), (None, 0, true));
    let bare = Hit {
        id: CustomerId(9),
        member_no: String::new(),
        name: String::new(),
        phone: String::new(),
        level: None,
        rank: 0,
        last_visit: None,
        lifetime_spend: Fen(-5),
        archived: false,
    };
    index.upsert("", &bare);
    assert_eq!(index.search("", 5).into_iter().map(|found| found.hit).collect::<Vec<_>>(), [bare]);
}

#[test]
fn a_crowd_is_searched_class_by_class_with_the_same_result() {
    // More than are looked at one by one, with changes in the tail.
    let names = ["王丽", "王一", "张王", "李敏", "吕王娜"];
    let people: Vec<Person> = (1..=5400_u32)
        .map(|id| Person {
            visit: Some(1 + id * 7 % 28),
            rank: u8::try_from(id % 4).unwrap(),
            archived: id % 11 == 0,
            tags: if id % 3 == 0 { vec!["王姐介绍"] } else { vec![] },
            ..person(id.into(), names[id as usize % names.len()], &format!("139{:08}", id * 7919))
        })
        .collect();
    let mut changing = index(&people[..5200]);
    for person in people.iter().skip(5000) {
        let (key, hit) = person.row();
        changing.upsert(&key, &hit);
    }
    let people = with_keys(people);
    for query in ["王", "w", "wang", "1", "m", "9", "王 1", "wang m0", "lv", "n", "39", "0000", "王姐", "3900"] {
        for limit in [20, 9000] {
            let found: Vec<(i64, MatchClass)> = changing.search(query, limit).iter().map(|found| (found.hit.id.0, found.class)).collect();
            let want = plainly(&people, query, limit);
            assert!(found == want, "{query} {limit}: {:?} {:?}", &found[..found.len().min(9)], &want[..want.len().min(9)]);
        }
    }
}

fn with_keys(people: Vec<Person>) -> Vec<(String, Person)> {
    people.into_iter().map(|person| (person.row().0, person)).collect()
}

/// The same search, written without any of the index.
fn plainly(people: &[(String, Person)], query: &str, limit: usize) -> Vec<(i64, MatchClass)> {
    let number = fold_phone(query);
    let number_like = query.chars().all(|c| c.is_ascii_digit() || " -+".contains(c));
    let words: Vec<String> = query.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    let mut readings = if number_like && number.len() >= 7 { vec![vec![number]] } else { vec![] };
    readings.push(words);
    for words in readings {
        let mut found: Vec<(MatchClass, &Person, String)> = people
            .iter()
            .filter_map(|(key, person)| {
                let classes: Option<Vec<MatchClass>> = words.iter().map(|word| class_of(key, word)).collect();
                let order = String::from_utf8(order_field(key.as_bytes()).to_vec()).unwrap();
                Some((classes?.into_iter().max().unwrap_or(Part), person, order))
            })
            .collect();
        found.sort_by(|(class_a, a, order_a), (class_b, b, order_b)| {
            let turn = |class: MatchClass, archived| (archived && class != Exact, class, archived);
            turn(*class_a, a.archived)
                .cmp(&turn(*class_b, b.archived))
                .then(b.visit.cmp(&a.visit))
                .then(b.rank.cmp(&a.rank))
                .then(order_a.cmp(order_b))
                .then(a.id.cmp(&b.id))
        });
        if !found.is_empty() {
            return found.into_iter().take(limit).map(|(class, person, _)| (person.id, class)).collect();
        }
    }
    Vec::new()
}

fn class_of(key: &str, word: &str) -> Option<MatchClass> {
    let digits = word.bytes().all(|b| b.is_ascii_digit());
    fields(key.as_bytes())
        .filter_map(|(kind, field)| {
            let field = std::str::from_utf8(field).unwrap();
            use KeyKind::*;
            match kind {
                Name | Phone | Card | Wechat if field == word => Some(Exact),
                Phone if digits && word.len() == 4 && field.ends_with(word) => Some(LastFour),
                Name | Pinyin | Initials | Nickname | Card if field.starts_with(word) => Some(Prefix),
                Phone if digits && field.contains(word) => Some(PhonePart),
                _ if field.contains(word) => Some(Part),
                _ => None,
            }
        })
        .min()
}

fn people() -> impl Strategy<Value = Person> {
    let name = prop::sample::select(vec!["王丽", "单静", "王丽丽", "曾王", "Lisa 王", "吕娜", "王𬭎", "11", "a", "欧阳娜"]);
    let phone = prop::sample::select(vec!["13811111111", "13811112111", "", "1111", "0571-8811", "11111"]);
    let nickname = prop::sample::select(vec!["", "小王", "阿丽", "Wang"]);
    let wechat = prop::sample::select(vec!["", "13811111111", "wx_11", "wangli"]);
    let tags = prop::sample::subsequence(vec!["王姐", "VIP", "11月", "丽"], 0..3);
    (1..12_i64, name, phone, nickname, wechat, tags, prop::option::of(1..4_u32), 0..3_u8, prop::bool::weighted(0.2)).prop_map(
        |(id, name, phone, nickname, wechat, tags, visit, rank, archived)| Person {
            nickname,
            wechat,
            tags,
            visit,
            rank,
            archived,
            ..person(id, name, phone)
        },
    )
}

fn query() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "王",
        "丽",
        "王丽",
        "w",
        "wl",
        "wang",
        "li",
        "l",
        "1",
        "11",
        "111",
        "1111",
        "11111",
        "13811111111",
        "138",
        "m",
        "m0",
        "wx",
        "shan",
        "dan",
        "sj",
        "lv",
        "lu",
        "a",
        "vip",
        "姐",
        "𬭎",
        "oy",
        "0571-8811",
        "zz",
    ]);
    prop::collection::vec(word, 0..3).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn changes_equal_a_rebuild_and_both_the_plain_search(
        first in prop::collection::vec(people(), 0..12),
        changes in prop::collection::vec((people(), prop::bool::weighted(0.3), prop::bool::weighted(0.1)), 0..16),
        queries in prop::collection::vec(query(), 1..8),
    ) {
        let mut changed = index(&first);
        let mut now: std::collections::BTreeMap<i64, Person> = first.into_iter().map(|person| (person.id, person)).collect();
        for (person, gone, compact) in changes {
            if gone {
                changed.remove(CustomerId(person.id));
                now.remove(&person.id);
            } else {
                let (key, hit) = person.row();
                changed.upsert(&key, &hit);
                now.insert(person.id, person);
            }
            if compact {
                changed.compact();
            }
        }
        let people: Vec<Person> = now.into_values().collect();
        let rebuilt = index(&people);
        prop_assert_eq!(changed.len(), people.len());
        let people = with_keys(people);
        for query in queries {
            for limit in [2, 20] {
                let found = changed.search(&query, limit);
                prop_assert_eq!(&found, &rebuilt.search(&query, limit));
                if !query.is_empty() {
                    let found: Vec<(i64, MatchClass)> = found.iter().map(|found| (found.hit.id.0, found.class)).collect();
                    prop_assert_eq!(found, plainly(&people, &query, limit), "{}", query);
                }
            }
        }
    }

    #[test]
    fn no_query_makes_it_panic(query in ".{0,24}") {
        let index = index(&[person(1, "王丽", "13811111111"), person(2, "", "")]);
        prop_assert!(index.search(&query, 5).len() <= 2);
    }
}
