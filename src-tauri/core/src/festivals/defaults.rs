//! The festivals a book starts with, from `assets/presets/festivals.json`; the owner's own from then on.

use super::FestivalRule;
use crate::error::Result;
use crate::presets::Text;
use crate::store::festival;
use crate::wire::settings::Language;
use rusqlite::Connection;
use serde::Deserialize;

/// A festival as written down.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Preset {
    /// Its stable name.
    pub key: String,
    /// As shown.
    pub name: Text,
    /// Its day.
    pub rule: FestivalRule,
    /// Whether the shop keeps it from the start.
    #[serde(default = "yes")]
    pub on: bool,
}

fn yes() -> bool {
    true
}

/// All of them, in the order of the year.
pub(crate) fn all() -> Result<Vec<Preset>> {
    Ok(serde_json::from_str(include_str!("../../../../assets/presets/festivals.json"))?)
}

/// The stable names of all of them.
#[cfg(test)]
pub(crate) fn preset_keys() -> Result<Vec<String>> {
    Ok(all()?.into_iter().map(|preset| preset.key).collect())
}

/// Writes them into a book, in its language.
///
/// # Errors
/// Only the database's own.
pub(crate) fn fill(db: &Connection, language: Language) -> Result<()> {
    for preset in all()? {
        festival::insert(db, Some(&preset.key), preset.name.to(language), &preset.rule, preset.on)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_is_whole_and_in_both_languages() {
        let all = all().unwrap();
        let keys: BTreeSet<&str> = all.iter().map(|festival| festival.key.as_str()).collect();
        assert_eq!(keys.len(), all.len());
        for festival in &all {
            festival.rule.day.check().unwrap();
            assert!(festival.key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{}", festival.key);
            assert!(!festival.name.0.is_ascii() && festival.name.1.is_ascii(), "{:?}", festival.name);
        }
    }

    #[test]
    fn only_the_day_of_remembrance_is_quiet() {
        let quiet: Vec<String> = all().unwrap().into_iter().filter(|festival| festival.rule.quiet).map(|festival| festival.key).collect();
        assert_eq!(quiet, ["qingming"]);
    }
}
