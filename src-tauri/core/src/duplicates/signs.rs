//! What speaks for two archives being one person. Everybody is sorted by what may meet, so that the work grows with the archives and the
//! pairs found, not with the square of the archives.

use crate::calendar::RecurringDate;
use crate::ids::CustomerId;
use crate::wire::customers::{DuplicateSign, Sureness};
use chrono::Datelike;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// What so many archives share says nothing about any two of them.
const CROWD: usize = 12;
/// A shorter number is an extension or a slip, not somebody's phone.
const DIGITS: usize = 7;

/// One archive, as far as it can meet another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// Whose.
    pub id: CustomerId,
    /// The folded name.
    pub name: String,
    /// How it is read, in full pinyin.
    pub reading: String,
    /// Birthday.
    pub birthday: Option<RecurringDate>,
    /// All phones: as [`figures`] says.
    pub phones: Vec<String>,
}

/// The figures of a folded phone that tell it from others: no zeros in front, which some dial and some do not. Empty for what is no phone.
pub fn figures(folded: &str) -> String {
    let bare = folded.trim_start_matches('0');
    let home = bare.strip_prefix("86").filter(|rest| rest.len() == 11 && rest.starts_with('1')).unwrap_or(bare);
    let alike = home.bytes().all(|digit| home.as_bytes().first() == Some(&digit));
    if home.len() < DIGITS || alike { String::new() } else { home.to_owned() }
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// Which.
    pub sign: DuplicateSign,
    /// The phone it is about: which of the left one's, which of the right one's.
    pub phones: Option<(usize, usize)>,
}

/// Two archives with something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Place of the one with the lower number among those given.
    pub left: usize,
    /// Place of the other.
    pub right: usize,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
    /// How much speaks for it.
    pub sure: Sureness,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The pairs, the likeliest first, then by number.
    pub pairs: Vec<Pair>,
    /// How many things are shared by a crowd.
    pub crowds: usize,
}

/// Looks for pairs among archives that are ordered by number.
pub fn pairs(people: &[Suspect]) -> Found {
    let mut met: BTreeMap<(usize, usize), Vec<Reason>> = BTreeMap::new();
    let mut crowds = 0;
    let phones = people.iter().enumerate().flat_map(|(who, one)| one.phones.iter().map(move |phone| (phone.as_str(), who)));
    crowds += meet(phones, |left, right| note(&mut met, people, left, right));
    let readings = readings(people);
    let read = |who: usize| readings.get(people[who].reading.as_str()).copied();
    let birthdays = people.iter().enumerate().flat_map(|(who, one)| {
        let days = one
            .birthday
            .iter()
            .flat_map(|date| [Some(as_said(date)), date.began_on().map(|day| (9, day.year(), day.month(), day.day(), false))]);
        days.flatten().filter_map(move |day| Some(((read(who)?, day), who))).collect::<Vec<_>>()
    });
    crowds += meet(birthdays, |left, right| note(&mut met, people, left, right));
    let near = people.iter().enumerate().flat_map(|(who, one)| {
        one.phones.iter().flat_map(|phone| near_keys(phone)).filter_map(move |key| Some(((read(who)?, key), who))).collect::<Vec<_>>()
    });
    crowds += meet(near, |left, right| note(&mut met, people, left, right));
    let mut pairs: Vec<Pair> = met.into_iter().filter_map(|((left, right), reasons)| pair(people, left, right, reasons)).collect();
    pairs.sort_by_key(|pair| (pair.sure, pair.left, pair.right));
    Found { pairs, crowds }
}

/// Whether two archives have something in common, and what.
pub fn of_two(left: &Suspect, right: &Suspect) -> Option<Pair> {
    let people = [left.clone(), right.clone()];
    pair(&people, 0, 1, reasons(&people[0], &people[1]))
}

fn pair(people: &[Suspect], left: usize, right: usize, reasons: Vec<Reason>) -> Option<Pair> {
    let sure = sureness(&people[left], &people[right], &reasons)?;
    Some(Pair { left, right, reasons, sure })
}

fn note(met: &mut BTreeMap<(usize, usize), Vec<Reason>>, people: &[Suspect], left: usize, right: usize) {
    met.entry((left, right)).or_insert_with(|| reasons(&people[left], &people[right]));
}

/// Numbers for readings that more than one archive has; nobody else can meet anybody by reading.
fn readings(people: &[Suspect]) -> HashMap<&str, u32> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for one in people.iter().filter(|one| !one.reading.is_empty()) {
        *counts.entry(one.reading.as_str()).or_default() += 1;
    }
    counts.retain(|_, many| *many > 1);
    for (at, number) in counts.values_mut().enumerate() {
        *number = u32::try_from(at).unwrap_or(u32::MAX);
    }
    counts
}

/// Lets everybody with the same key meet, and says how many keys were those of a crowd.
fn meet<K: Hash + Ord>(keys: impl Iterator<Item = (K, usize)>, mut each: impl FnMut(usize, usize)) -> usize {
    let mut keys: Vec<(K, usize)> = keys.collect();
    keys.sort_unstable();
    keys.dedup();
    let mut crowds = 0;
    for same in keys.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
        if same.len() > CROWD {
            crowds += 1;
            continue;
        }
        for (at, (_, left)) in same.iter().enumerate() {
            for (_, right) in &same[at + 1..] {
                each(*left, *right);
            }
        }
    }
    crowds
}

type DayKey = (u8, i32, u32, u32, bool);

fn as_said(date: &RecurringDate) -> DayKey {
    (u8::from(date.calendar() == crate::calendar::CalendarKind::Lunar), 0, date.month().into(), date.day().into(), date.leap())
}

/// By which phones that are nearly the same meet: the last four figures, and the number without one of these four. Two numbers that
/// differ in one figure have either the one or the other in common.
fn near_keys(phone: &str) -> Vec<(u8, u64)> {
    let Ok(number) = phone.parse::<u64>() else { return Vec::new() };
    let length = u8::try_from(phone.len()).unwrap_or(u8::MAX);
    let without = |place: u32| {
        let unit = 10_u64.pow(place);
        number - number / unit % 10 * unit
    };
    let mut keys = vec![(0, number % 10_000)];
    keys.extend((0..4).map(|place| ((length << 2 | u8::try_from(place).unwrap_or(0)) | 0x80, without(place))));
    keys
}

fn reasons(left: &Suspect, right: &Suspect) -> Vec<Reason> {
    let mut found = Vec::new();
    let alike = left.reading == right.reading && !left.reading.is_empty();
    let both =
        || left.phones.iter().enumerate().flat_map(|(l, one)| right.phones.iter().enumerate().map(move |(r, other)| (l, one, r, other)));
    let mut add = |sign, phones| found.push(Reason { sign, phones });
    let shared = both().find(|(_, one, _, other)| one == other);
    if let Some((l, _, r, _)) = shared {
        add(DuplicateSign::Phone, Some((l, r)));
    }
    if alike && let (Some(one), Some(other)) = (&left.birthday, &right.birthday) {
        let years = one.year().is_none() || other.year().is_none() || one.year() == other.year();
        let said = as_said(one) == as_said(other) && years;
        let began = one.began_on().is_some() && one.began_on() == other.began_on();
        if (said || began) && left.name == right.name {
            add(DuplicateSign::NameBirthday, None);
        } else if began {
            add(DuplicateSign::ReadingBirthday, None);
        }
    }
    if alike && shared.is_none() {
        if let Some((l, _, r, _)) = both().find(|(_, one, _, other)| one_figure(one, other)) {
            add(DuplicateSign::OneDigit, Some((l, r)));
        } else if let Some((l, _, r, _)) = both().find(|(_, one, _, other)| last_four(one) == last_four(other)) {
            add(DuplicateSign::LastFour, Some((l, r)));
        }
    }
    found
}

fn last_four(phone: &str) -> &str {
    &phone[phone.len().saturating_sub(4)..]
}

fn one_figure(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count() == 1
}

fn sureness(left: &Suspect, right: &Suspect, reasons: &[Reason]) -> Option<Sureness> {
    let has = |sign| reasons.iter().any(|reason| reason.sign == sign);
    let years = |one: &Suspect| one.birthday.is_some_and(|date| date.year().is_some());
    let born = has(DuplicateSign::NameBirthday) || has(DuplicateSign::ReadingBirthday);
    let near = has(DuplicateSign::OneDigit) || has(DuplicateSign::LastFour);
    let phone = has(DuplicateSign::Phone);
    let certain = (phone && left.reading == right.reading)
        || (born && (phone || near))
        || (has(DuplicateSign::NameBirthday) && years(left) && years(right));
    if reasons.is_empty() {
        None
    } else if certain {
        Some(Sureness::High)
    } else if phone || born || has(DuplicateSign::OneDigit) || left.name == right.name {
        Some(Sureness::Medium)
    } else {
        Some(Sureness::Low)
    }
}

/// What a reason rests on, without saying it: the same for the same facts, another as soon as they are others.
pub fn token(left: &Suspect, right: &Suspect, reason: &Reason) -> String {
    let phones = reason.phones.map(|(l, r)| {
        let mut both = [left.phones[l].as_str(), right.phones[r].as_str()];
        both.sort_unstable();
        both.join("/")
    });
    let (kind, facts) = match (reason.sign, phones) {
        (DuplicateSign::Phone, Some(phones)) => ("phone", phones),
        (DuplicateSign::OneDigit | DuplicateSign::LastFour, Some(phones)) => ("near", format!("{}:{phones}", left.reading)),
        _ => {
            let day = left.birthday.as_ref().map(as_said);
            ("birthday", format!("{}:{day:?}", left.reading))
        }
    };
    let digest = Sha256::digest(facts.as_bytes());
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{kind}:{short}")
}

#[cfg(test)]
#[path = "signs_tests.rs"]
mod tests;
