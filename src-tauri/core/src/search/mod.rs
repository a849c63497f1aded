//! The search box: one for everything a customer can be found by (SPEC A7), except style numbers bought, which are looked up in
//! the visits.
//!
//! [`SearchText::key`] folds a customer into one key when she is saved; the keys are loaded into a [`SearchIndex`] at start and
//! searched there. Any part of any field matches, a single character too. Results are exact: the first `limit` of all matches
//! in the order of [`MatchClass`], then the most recent visit, the higher level, the name, the id.

mod fold;
mod grams;
mod index;
mod keys;
mod pinyin;
mod query;
mod segment;
mod surnames;
#[cfg(test)]
mod tests;

pub use fold::{fold, fold_phone, style_key};
pub(crate) use index::Arrivals;
pub use index::SearchIndex;
pub use keys::{KEY_FORMAT, KeyKind, SearchText};
pub(crate) use keys::{add_old_number, order_field};
pub use pinyin::{SPELLINGS, Spelling, sort_key, spellings};

use crate::clock::Day;
use crate::ids::{CustomerId, LevelId};
use crate::money::Fen;
use serde::{Deserialize, Serialize};

/// Whether a Chinese name begins with a surname of two characters.
pub(crate) fn has_compound_surname(name: &str) -> bool {
    surnames::COMPOUND.iter().any(|(surname, _)| name.starts_with(surname))
}

/// What the search box shows of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Whose archive it is.
    pub id: CustomerId,
    /// Member card number, empty if none.
    pub member_no: String,
    /// Name as entered.
    pub name: String,
    /// First phone number as entered, empty if none.
    pub phone: String,
    /// Present level.
    pub level: Option<LevelId>,
    /// The level's place among the levels; higher is better, and comes first.
    pub rank: u8,
    /// Day of the last visit.
    pub last_visit: Option<Day>,
    /// Everything she ever spent, returns deducted.
    pub lifetime_spend: Fen,
    /// Archived customers come after all others, except where the whole name, phone, card or account was typed.
    pub archived: bool,
}

/// How well a customer matches, best first. With several words: how well the word matches that matches least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MatchClass {
    /// A whole name, phone, card number or WeChat account.
    Exact,
    /// The last four digits of a phone.
    LastFour,
    /// The beginning of a name, its pinyin or initials, of a nickname or card number.
    Prefix,
    /// Digits within a phone.
    PhonePart,
    /// Anything within anything.
    Part,
}

/// A customer found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub hit: Hit,
    /// How well.
    pub class: MatchClass,
    /// Which kind of key the (first) word was found in; nothing for the empty query.
    pub why: Option<KeyKind>,
}
