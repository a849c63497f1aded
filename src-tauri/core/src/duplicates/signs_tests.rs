use super::*;
use crate::calendar::CalendarKind;
use crate::search::{fold, fold_phone, sort_key};

fn one(id: i64, name: &str, phones: &[&str], birthday: Option<(CalendarKind, Option<i32>, u8, u8)>) -> Suspect {
    let birthday = birthday.map(|(kind, year, month, day)| RecurringDate::new(kind, year, month, day, false).unwrap());
    let phones = phones.iter().map(|phone| figures(&fold_phone(phone))).filter(|phone| !phone.is_empty()).collect();
    Suspect { id: CustomerId(id), name: fold(name), reading: sort_key(name), birthday, phones }
}

fn born(year: i32, month: u8, day: u8) -> Option<(CalendarKind, Option<i32>, u8, u8)> {
    Some((CalendarKind::Solar, (year > 0).then_some(year), month, day))
}

fn told(left: &Suspect, right: &Suspect) -> Option<(Sureness, Vec<DuplicateSign>)> {
    of_two(left, right).map(|pair| (pair.sure, pair.reasons.iter().map(|reason| reason.sign).collect()))
}

#[test]
fn a_phone_meets_in_every_spelling() {
    let her = one(1, "单晓燕", &["13857104217"], None);
    for spelling in [
        "138 5710 4217",
        "138-5710-4217",
        "+86 13857104217",
        "0086-13857104217",
        "8613857104217",
        "０１３８５７１０４２１７",
        "０86 138５７１０4217",
        "(+86)138.5710.4217",
        "013857104217",
    ] {
        let other = one(2, "王芳", &["0571-88880000", spelling], None);
        assert_eq!(told(&her, &other), Some((Sureness::Medium, vec![DuplicateSign::Phone])), "{spelling}");
        assert_eq!(pairs(&[her.clone(), other]).pairs.len(), 1, "{spelling}");
    }
    assert_eq!(told(&one(1, "李", &["0571-88884217"], None), &one(2, "王", &["571 8888 4217"], None)).unwrap().0, Sureness::Medium);
    assert_eq!(told(&one(1, "单晓燕", &["13857104217"], None), &one(2, "單曉燕", &["13857104217"], None)).unwrap().0, Sureness::High);
}

#[test]
fn what_is_no_phone_speaks_for_nothing() {
    for typed in ["0", "000000000", "11111111111", "4217", "无", ""] {
        assert_eq!(figures(&fold_phone(typed)), "", "{typed}");
        assert_eq!(told(&one(1, "单晓燕", &[typed], None), &one(2, "王芳", &[typed], None)), None, "{typed}");
    }
}

#[test]
fn name_and_birthday_meet_whatever_the_spelling_and_a_year_parts_only_another_year() {
    let her = one(1, "Lisa 陈", &[], born(1990, 5, 6));
    for (name, day, sure) in [
        ("ＬＩＳＡ　陈", born(1990, 5, 6), Sureness::High),
        ("lisa陈", born(0, 5, 6), Sureness::Medium),
        (" LiSa  陈 ", born(1990, 5, 6), Sureness::High),
    ] {
        assert_eq!(told(&her, &one(2, name, &[], day)), Some((sure, vec![DuplicateSign::NameBirthday])), "{name}");
    }
    assert_eq!(told(&her, &one(2, "lisa陈", &[], born(1991, 5, 6))), None);
    assert_eq!(told(&her, &one(2, "lisa陈", &[], born(1990, 6, 5))), None);
    assert_eq!(told(&her, &one(2, "Anna 陈", &[], born(1990, 5, 6))), None);
    // Once as the lunar day she said, once as the solar day on her card.
    let lunar = one(2, "Lisa陈", &[], Some((CalendarKind::Lunar, Some(1990), 4, 12)));
    assert_eq!(told(&her, &lunar), Some((Sureness::High, vec![DuplicateSign::NameBirthday])));
    assert_eq!(pairs(&[her, lunar]).pairs.len(), 1);
}

#[test]
fn a_name_read_alike_meets_by_a_part_of_the_phone() {
    let her = one(1, "张晓燕", &["13857104217"], born(1990, 5, 6));
    for (name, phone, sure, sign) in [
        ("章小燕", "13912344217", Sureness::Low, DuplicateSign::LastFour),
        ("張曉燕", "13912344217", Sureness::Low, DuplicateSign::LastFour),
        ("张晓燕", "13912344217", Sureness::Medium, DuplicateSign::LastFour),
        ("张小燕", "13857104218", Sureness::Medium, DuplicateSign::OneDigit),
        ("张小燕", "13957104217", Sureness::Medium, DuplicateSign::OneDigit),
        ("张小燕", "13857114217", Sureness::Medium, DuplicateSign::OneDigit),
    ] {
        let other = one(2, name, &["13000000000", phone], None);
        assert_eq!(told(&her, &other), Some((sure, vec![sign])), "{name} {phone}");
        let found = pairs(&[her.clone(), other]).pairs;
        assert_eq!(found.iter().map(|pair| (pair.sure, pair.reasons[0].phones)).collect::<Vec<_>>(), [(sure, Some((0, 1)))]);
    }
    assert_eq!(told(&her, &one(2, "王芳", &["13857104218"], None)), None);
    assert_eq!(told(&her, &one(2, "张小燕", &["13857104228"], None)), None);
    let homophone = one(2, "章小燕", &[], born(1990, 5, 6));
    assert_eq!(told(&her, &homophone), Some((Sureness::Medium, vec![DuplicateSign::ReadingBirthday])));
    let both = one(2, "章小燕", &["13912344217"], born(1990, 5, 6));
    assert_eq!(told(&her, &both).unwrap().0, Sureness::High);
}

#[test]
fn what_a_crowd_shares_makes_no_pairs() {
    let people: Vec<Suspect> = (1..=40).map(|id| one(id, &format!("客{id}"), &["13800000000"], None)).collect();
    let found = pairs(&people);
    assert_eq!((found.pairs.len(), found.crowds), (0, 1));
    let family: Vec<Suspect> = people.into_iter().take(4).collect();
    assert_eq!(pairs(&family).pairs.len(), 6);
}

#[test]
fn the_likeliest_come_first_and_each_pair_once() {
    let people = [
        one(1, "张晓燕", &["13857104217"], None),
        one(2, "章小燕", &["13912344217"], None),
        one(3, "王芳", &["13857104217"], None),
        one(4, "张晓燕", &["13857104217", "13912344217"], born(1990, 5, 6)),
    ];
    let found: Vec<_> = pairs(&people).pairs.iter().map(|pair| (pair.left, pair.right, pair.sure)).collect();
    assert_eq!(
        found,
        [(0, 3, Sureness::High), (1, 3, Sureness::High), (0, 2, Sureness::Medium), (2, 3, Sureness::Medium), (0, 1, Sureness::Low),]
    );
}

#[test]
fn a_token_stays_with_its_facts_and_goes_with_them() {
    let her = one(1, "张晓燕", &["13857104217"], born(0, 5, 6));
    let tokens = |other: &Suspect| {
        let pair = of_two(&her, other).unwrap();
        pair.reasons.iter().map(|reason| token(&her, other, reason)).collect::<Vec<_>>()
    };
    let twin = one(2, "张晓燕", &["+86 138 5710 4217"], born(1990, 5, 6));
    let said = tokens(&twin);
    assert_eq!(said.len(), 2);
    assert!(said[0].starts_with("phone:") && said[1].starts_with("birthday:"), "{said:?}");
    assert!(!said[0].contains("4217"));
    assert_eq!(tokens(&one(2, "张晓燕", &["13857104217"], born(1991, 5, 6))), said);
    assert_ne!(tokens(&one(2, "张晓燕", &["13857104218"], None))[0], tokens(&one(2, "张晓燕", &["13857104219"], None))[0]);
}

proptest::proptest! {
    #[test]
    fn everybody_who_meets_is_found_and_nobody_else(
        made in proptest::collection::vec((0_usize..6, proptest::collection::vec(0_usize..9, 0..3), 0_u8..4), 2..14)
    ) {
        const NAMES: [&str; 6] = ["张晓燕", "章小燕", "王芳", "王方", "Lisa", "单静"];
        const PHONES: [&str; 9] = ["13857104217", "13857104218", "013857104217", "13912344217", "13957104217", "057188884217", "57188884217", "138", "13857104271"];
        let people: Vec<Suspect> = made.iter().enumerate().map(|(at, (name, phones, day))| {
            let phones: Vec<&str> = phones.iter().map(|at| PHONES[*at]).collect();
            one(i64::try_from(at).unwrap() + 1, NAMES[*name], &phones, (*day > 0).then(|| born(if *day == 1 { 0 } else { 1990 }, 5, (*day).min(2))).flatten())
        }).collect();
        let found = pairs(&people);
        let mut by_hand = Vec::new();
        for left in 0..people.len() {
            for right in left + 1..people.len() {
                if let Some(pair) = of_two(&people[left], &people[right]) {
                    by_hand.push((pair.sure, left, right, pair.reasons));
                }
            }
        }
        by_hand.sort();
        if found.crowds == 0 {
            proptest::prop_assert_eq!(found.pairs.into_iter().map(|p| (p.sure, p.left, p.right, p.reasons)).collect::<Vec<_>>(), by_hand);
        }
    }
}
