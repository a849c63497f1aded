//! The search key: everything a customer can be found by, folded into one string.
//!
//! A key is a row of fields; each begins with the control character of its kind (see [`KeyKind`]) and ends where the next
//! begins. Folded text holds no control characters, so a found piece always lies within one field. Keys are stored; when their
//! form changes, [`KEY_FORMAT`] does, and they are made anew.

use super::fold::{fold, fold_phone};
use super::pinyin::spellings;
use serde::{Deserialize, Serialize};

/// The version of the key's form.
pub const KEY_FORMAT: u32 = 2;

/// What a part of a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum KeyKind {
    /// The name.
    Name = 1,
    /// The name (or nickname) in full pinyin.
    Pinyin = 2,
    /// The first letters of its pinyin.
    Initials = 3,
    /// A phone number.
    Phone = 4,
    /// The member card number.
    Card = 5,
    /// The WeChat account.
    Wechat = 6,
    /// The nickname.
    Nickname = 7,
    /// A tag.
    Tag = 8,
    /// Pinyin or initials by a reading that only dictionaries know; never counts as the beginning of a name.
    Alternate = 9,
}

impl KeyKind {
    const ALL: [KeyKind; 9] = [
        KeyKind::Name,
        KeyKind::Pinyin,
        KeyKind::Initials,
        KeyKind::Phone,
        KeyKind::Card,
        KeyKind::Wechat,
        KeyKind::Nickname,
        KeyKind::Tag,
        KeyKind::Alternate,
    ];

    /// The kind whose control character this is.
    pub(super) fn of(mark: u8) -> Option<KeyKind> {
        KeyKind::ALL.get(usize::from(mark.wrapping_sub(1))).copied()
    }

    /// Whether the byte begins a field.
    pub(super) fn is_mark(byte: u8) -> bool {
        byte.wrapping_sub(1) < 9
    }

    /// The control character.
    pub(super) fn mark(self) -> u8 {
        self as u8
    }

    /// Whether typing the whole field names one customer.
    pub(super) fn identifies(self) -> bool {
        matches!(self, KeyKind::Name | KeyKind::Phone | KeyKind::Card | KeyKind::Wechat)
    }

    /// Whether people type it from its beginning.
    pub(super) fn begins(self) -> bool {
        matches!(self, KeyKind::Name | KeyKind::Pinyin | KeyKind::Initials | KeyKind::Nickname | KeyKind::Card)
    }
}

/// What a customer can be found by, as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchText<'a> {
    /// Member card number.
    pub member_no: &'a str,
    /// Name.
    pub name: &'a str,
    /// What friends and clerks call her.
    pub nickname: &'a str,
    /// Phone numbers.
    pub phones: Vec<&'a str>,
    /// WeChat account.
    pub wechat: &'a str,
    /// Tags.
    pub tags: Vec<&'a str>,
}

impl SearchText<'_> {
    /// The key as stored and searched.
    pub fn key(&self) -> String {
        let mut key = String::with_capacity(96);
        let mut add = |kind: KeyKind, text: &str| {
            if !text.is_empty() && !has(&key, kind, text) {
                key.push(char::from(kind.mark()));
                key.push_str(text);
            }
        };
        add(KeyKind::Name, &fold(self.name));
        let by_name = spellings(self.name);
        let by_nickname = spellings(self.nickname);
        for spelling in by_name.iter().chain(by_nickname.first()).filter(|spelling| spelling.usual) {
            add(KeyKind::Pinyin, &spelling.full);
        }
        for spelling in by_name.iter().chain(by_nickname.first()).filter(|spelling| spelling.usual) {
            add(KeyKind::Initials, &spelling.initials);
        }
        let phones: Vec<String> = self.phones.iter().map(|phone| fold_phone(phone)).collect();
        for phone in &phones {
            add(KeyKind::Phone, phone);
        }
        add(KeyKind::Card, &fold(self.member_no));
        let wechat = fold(self.wechat);
        // Many accounts are the phone number, which is a key already.
        if !phones.contains(&wechat) {
            add(KeyKind::Wechat, &wechat);
        }
        add(KeyKind::Nickname, &fold(self.nickname));
        for tag in &self.tags {
            add(KeyKind::Tag, &fold(tag));
        }
        for spelling in by_name.iter().filter(|spelling| !spelling.usual) {
            add(KeyKind::Alternate, &spelling.full);
            add(KeyKind::Alternate, &spelling.initials);
        }
        key
    }
}

/// Adds a number that leads to her from an archive that became part of hers: cards are not collected because two archives were joined.
pub(crate) fn add_old_number(key: &mut String, member_no: &str) {
    let folded = fold(member_no);
    if !folded.is_empty() && !has(key, KeyKind::Card, &folded) {
        key.push(char::from(KeyKind::Card.mark()));
        key.push_str(&folded);
    }
}

fn has(key: &str, kind: KeyKind, text: &str) -> bool {
    fields(key.as_bytes()).any(|(known, field)| known == kind && field == text.as_bytes())
}

/// The fields of a key.
pub(super) fn fields(key: &[u8]) -> impl Iterator<Item = (KeyKind, &[u8])> {
    let mut rest = key;
    std::iter::from_fn(move || {
        loop {
            let (&mark, after) = rest.split_first()?;
            let end = after.iter().position(|&b| KeyKind::is_mark(b)).unwrap_or(after.len());
            let (field, next) = after.split_at(end);
            rest = next;
            if let Some(kind) = KeyKind::of(mark) {
                return Some((kind, field));
            }
        }
    })
}

/// The part of a key that customers are ordered by: the first pinyin, or the name where it has none.
pub(crate) fn order_field(key: &[u8]) -> &[u8] {
    let mut name: &[u8] = &[];
    for (kind, field) in fields(key) {
        match kind {
            KeyKind::Name => name = field,
            KeyKind::Pinyin => return field,
            _ => break,
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_in_the_key_with_its_kind() {
        let text = SearchText {
            member_no: "M０00123",
            name: "单 静",
            nickname: "小静",
            phones: vec!["+86 138-1234-5678", "0571-88881234", "13812345678"],
            wechat: "WX_静1",
            tags: vec!["商务休闲", "VIP"],
        };
        let key = text.key();
        let found: Vec<(KeyKind, String)> =
            fields(key.as_bytes()).map(|(kind, field)| (kind, String::from_utf8(field.to_vec()).unwrap())).collect();
        for (kind, field) in [
            (KeyKind::Name, "单静"),
            (KeyKind::Pinyin, "shanjing"),
            (KeyKind::Pinyin, "danjing"),
            (KeyKind::Pinyin, "xiaojing"),
            (KeyKind::Initials, "sj"),
            (KeyKind::Initials, "dj"),
            (KeyKind::Initials, "xj"),
            (KeyKind::Phone, "13812345678"),
            (KeyKind::Phone, "057188881234"),
            (KeyKind::Card, "m000123"),
            (KeyKind::Wechat, "wx_静1"),
            (KeyKind::Nickname, "小静"),
            (KeyKind::Tag, "商务休闲"),
            (KeyKind::Tag, "vip"),
            (KeyKind::Alternate, "chanjing"),
        ] {
            assert_eq!(found.iter().filter(|(k, f)| *k == kind && f == field).count(), 1, "{kind:?} {field} in {found:?}");
        }
        assert_eq!(order_field(key.as_bytes()), b"shanjing");
    }

    #[test]
    fn nothing_is_kept_twice_and_nothing_empty() {
        let text = SearchText {
            name: "Lisa",
            phones: vec!["13812345678", "", "无"],
            wechat: "13812345678",
            tags: vec!["a", "A", ""],
            ..SearchText::default()
        };
        assert_eq!(text.key(), "\u{1}lisa\u{4}13812345678\u{8}a");
        assert_eq!(order_field(text.key().as_bytes()), b"lisa");
        assert_eq!(SearchText::default().key(), "");
        assert_eq!(order_field(b""), b"");
    }

    #[test]
    fn the_order_is_the_sort_key() {
        for name in ["王丽娟", "单静", "Lisa 陈", "Lisa", "尉迟敏", "吕颖"] {
            let key = SearchText { name, ..SearchText::default() }.key();
            assert_eq!(order_field(key.as_bytes()), super::super::sort_key(name).as_bytes(), "{name}");
        }
    }
}
