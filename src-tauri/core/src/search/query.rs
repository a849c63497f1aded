//! What was typed, folded like the keys, and how well a key matches it.

use super::fold::{fold, fold_phone, narrow};
use super::grams::{begin_slots, end_slots, token_slots, whole_slots};
use super::keys::KeyKind;
use super::{KeyKind as K, MatchClass};
use memchr::memmem::Finder;

/// Words beyond this many are not asked for.
const MOST_WORDS: usize = 8;
/// A query is ruled out by at most this many slots; more would cost more than they save.
const MOST_SLOTS: usize = 12;
/// From this many digits on, digits with blanks between them are read as one number.
const NUMBER_DIGITS: usize = 7;

/// The words of a query; all of them must match.
pub(super) struct Query {
    words: Vec<Word>,
}

struct Word {
    finder: Finder<'static>,
    len: usize,
    digits: bool,
    slots: Vec<u16>,
    begin: Vec<u16>,
    end: Vec<u16>,
    whole: Vec<u16>,
}

impl Query {
    /// The ways to read a query, to be tried in turn until one finds something: `138 1234 5678` first as one number, then as three
    /// words. None for an empty query.
    pub(super) fn readings(text: &str) -> Vec<Query> {
        let number_like = text.chars().map(narrow).all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-().".contains(c));
        let mut readings: Vec<Vec<String>> = Vec::new();
        if number_like {
            let number = fold_phone(text);
            if number.len() >= NUMBER_DIGITS {
                readings.push(vec![number]);
            }
        }
        let words: Vec<String> = text.split(char::is_whitespace).map(fold).filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
        if !words.is_empty() && readings.first() != Some(&words) {
            readings.push(words);
        }
        readings.into_iter().map(|words| Query { words: words.iter().map(|word| Word::new(word)).collect() }).collect()
    }

    /// The classes a match of this query can have, best first.
    pub(super) fn classes(&self) -> impl Iterator<Item = MatchClass> + use<> {
        let digits = self.words.iter().any(|word| word.digits);
        let four = self.words.iter().any(|word| word.digits && word.len == 4);
        [MatchClass::Exact, MatchClass::LastFour, MatchClass::Prefix, MatchClass::PhonePart, MatchClass::Part].into_iter().filter(
            move |class| match class {
                MatchClass::LastFour => four,
                MatchClass::PhonePart => digits,
                _ => true,
            },
        )
    }

    /// The slots that every key matching in this class has.
    pub(super) fn slots(&self, class: MatchClass) -> Vec<u16> {
        let alone = self.words.len() == 1;
        let mut slots: Vec<u16> = Vec::new();
        for word in &self.words {
            match class {
                MatchClass::Exact => slots.extend(&word.whole),
                // Beside another word this one may match better: as a whole phone, name or account.
                MatchClass::LastFour if alone => slots.extend(&word.end),
                MatchClass::Prefix if alone => slots.extend(&word.begin),
                _ => {}
            }
        }
        // The longest pieces come first in each word; take them in turn, so that a cut does not forget a word.
        let longest = self.words.iter().map(|word| word.slots.len()).max().unwrap_or(0);
        slots.extend((0..longest).flat_map(|at| self.words.iter().filter_map(move |word| word.slots.get(at))));
        let mut distinct: Vec<u16> = Vec::with_capacity(MOST_SLOTS);
        for slot in slots {
            if distinct.len() < MOST_SLOTS && !distinct.contains(&slot) {
                distinct.push(slot);
            }
        }
        distinct
    }

    /// The slots that every key matching in any class has.
    pub(super) fn least_slots(&self) -> Vec<u16> {
        self.slots(MatchClass::Part)
    }

    /// How well a key matches, and in which kind of field its first word was found.
    pub(super) fn matches(&self, key: &[u8]) -> Option<(MatchClass, KeyKind)> {
        let mut weakest: Option<(MatchClass, KeyKind)> = None;
        for word in &self.words {
            let (class, kind) = word.best(key, MatchClass::Exact)?;
            weakest = Some(match weakest {
                None => (class, kind),
                Some((before, first)) => (before.max(class), first),
            });
        }
        weakest
    }

    /// Whether a key matches at least as well as `class`, and in which kind of field its first word was found so.
    pub(super) fn reaches(&self, key: &[u8], class: MatchClass) -> Option<KeyKind> {
        let mut first = None;
        for word in &self.words {
            let (_, kind) = word.best(key, class).filter(|(found, _)| *found <= class)?;
            first = first.or(Some(kind));
        }
        first
    }
}

impl Word {
    fn new(text: &str) -> Word {
        let chars: Vec<char> = text.chars().collect();
        let digits = chars.iter().all(char::is_ascii_digit);
        Word {
            finder: Finder::new(text.as_bytes()).into_owned(),
            len: text.len(),
            digits,
            slots: token_slots(&chars),
            begin: begin_slots(&chars),
            end: end_slots(&chars),
            whole: whole_slots(&chars),
        }
    }

    /// The best of the places where the word stands in the key, or the first that is at least `enough`.
    fn best(&self, key: &[u8], enough: MatchClass) -> Option<(MatchClass, KeyKind)> {
        let mut best: Option<(MatchClass, KeyKind)> = None;
        let mut from = 0;
        while let Some(at) = self.finder.find(key.get(from..)?) {
            let start = from + at;
            // Places may overlap: 1111 stands twice in 11111, and only the second is its end.
            from = start + 1;
            let Some(mark) = key[..start].iter().rposition(|&b| KeyKind::is_mark(b)) else { continue };
            let Some(kind) = KeyKind::of(key[mark]) else { continue };
            let class = self.class(kind, mark + 1 == start, key.get(start + self.len).is_none_or(|&b| KeyKind::is_mark(b)));
            if best.is_none_or(|(known, _)| class < known) {
                best = Some((class, kind));
                if class <= enough {
                    break;
                }
            }
        }
        best
    }

    fn class(&self, kind: KeyKind, begins: bool, ends: bool) -> MatchClass {
        match kind {
            kind if begins && ends && kind.identifies() => MatchClass::Exact,
            K::Phone if ends && self.digits && self.len == 4 => MatchClass::LastFour,
            kind if begins && kind.begins() => MatchClass::Prefix,
            K::Phone if self.digits => MatchClass::PhonePart,
            _ => MatchClass::Part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::SearchText;

    fn key() -> String {
        SearchText {
            member_no: "M000123",
            name: "单静",
            nickname: "静静",
            phones: vec!["13811111111", "13900004217"],
            wechat: "wx_9a1",
            tags: vec!["爱穿裙子"],
        }
        .key()
    }

    #[test]
    fn each_kind_of_key_matches_in_its_class() {
        use MatchClass::*;
        for (query, want) in [
            ("单静", Some((Exact, K::Name))),
            ("单", Some((Prefix, K::Name))),
            ("静", Some((Prefix, K::Nickname))),
            ("m000123", Some((Exact, K::Card))),
            ("Ｍ０００１", Some((Prefix, K::Card))),
            ("123", Some((Part, K::Card))),
            ("shanjing", Some((Prefix, K::Pinyin))),
            ("SHAN", Some((Prefix, K::Pinyin))),
            ("danj", Some((Prefix, K::Pinyin))),
            ("chanj", Some((Part, K::Alternate))),
            ("sj", Some((Prefix, K::Initials))),
            ("hanj", Some((Part, K::Pinyin))),
            ("13811111111", Some((Exact, K::Phone))),
            ("+86 138-1111-1111", Some((Exact, K::Phone))),
            ("138 1111 1111", Some((Exact, K::Phone))),
            ("1111", Some((LastFour, K::Phone))),
            ("４２１７", Some((LastFour, K::Phone))),
            ("217", Some((PhonePart, K::Phone))),
            ("00004", Some((PhonePart, K::Phone))),
            ("wx_9a1", Some((Exact, K::Wechat))),
            ("wx_", Some((Part, K::Wechat))),
            ("裙子", Some((Part, K::Tag))),
            ("爱穿裙子", Some((Part, K::Tag))),
            ("单 4217", Some((Prefix, K::Name))),
            ("shan jing", Some((Prefix, K::Pinyin))),
            ("shan hanj", Some((Part, K::Pinyin))),
            ("138 4217", Some((PhonePart, K::Phone))),
            ("单 9999", None),
            ("王", None),
            ("13811111111139", None),
            ("静m", None),
        ] {
            let key = key();
            let found = Query::readings(query).iter().find_map(|reading| reading.matches(key.as_bytes()));
            assert_eq!(found, want, "{query}");
        }
    }

    #[test]
    fn nothing_typed_is_no_query() {
        for text in ["", " ", "\u{3000}\t", "-", "\u{200b}"] {
            assert!(Query::readings(text).is_empty(), "{text:?}");
        }
    }
}
