//! The segments a book starts with, from `assets/presets/segments.json`; the owner's own from then on.

use crate::error::Result;
use crate::presets::Text;
use crate::store::segment;
use crate::wire::segments::SegmentCondition;
use crate::wire::settings::{Language, Trade};
use rusqlite::Connection;
use serde::Deserialize;

/// A segment as written down. The same key may stand more than once, for different trades.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    key: String,
    name: Text,
    strategy: Text,
    #[serde(default)]
    trades: Vec<Trade>,
    filter: SegmentCondition,
}

fn all() -> Result<Vec<Preset>> {
    Ok(serde_json::from_str(include_str!("../../../../assets/presets/segments.json"))?)
}

/// Writes those of a trade into a book, in its language.
///
/// # Errors
/// Only the database's own.
pub(crate) fn fill(db: &Connection, trade: Trade, language: Language) -> Result<()> {
    for preset in all()?.into_iter().filter(|preset| preset.trades.is_empty() || preset.trades.contains(&trade)) {
        segment::insert(db, Some(&preset.key), preset.name.to(language), &preset.filter, Some(preset.strategy.to(language)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_is_whole_in_both_languages_and_once_a_trade() {
        for &trade in Trade::ALL {
            let mine: Vec<Preset> = all().unwrap().into_iter().filter(|p| p.trades.is_empty() || p.trades.contains(&trade)).collect();
            let keys: BTreeSet<&str> = mine.iter().map(|preset| preset.key.as_str()).collect();
            assert_eq!((keys.len(), mine.len()), (9, 9), "{trade:?}");
            for preset in &mine {
                assert!(!preset.name.0.is_ascii() && preset.name.1.is_ascii(), "{:?}", preset.name);
                assert!(!preset.strategy.0.is_ascii() && preset.strategy.1.is_ascii(), "{:?}", preset.strategy);
            }
        }
    }
}
