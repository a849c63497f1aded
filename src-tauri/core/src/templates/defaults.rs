//! The texts a book starts with, from `assets/presets/templates.json`, each in both languages; the owner's own from then on.

use super::Occasion;
use crate::error::Result;
use crate::presets::Text;
use crate::store::template;
use crate::wire::contacts::Purpose;
use crate::wire::settings::{Language, Trade};
use crate::wire::templates::SaveTemplate;
use rusqlite::Connection;
use serde::Deserialize;

/// A text as written down.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Preset {
    /// Its stable name; in the book the language follows it.
    pub key: String,
    /// What it is for.
    pub occasion: Occasion,
    /// Whether it is service, a greeting or an offer.
    pub purpose: Purpose,
    /// As listed.
    pub title: Text,
    /// What is said.
    pub text: Text,
    /// The trades it is for; empty for all.
    #[serde(default)]
    pub trades: Vec<Trade>,
}

/// All of them, in the order of the list.
pub(super) fn all() -> Result<Vec<Preset>> {
    Ok(serde_json::from_str(include_str!("../../../../assets/presets/templates.json"))?)
}

/// Writes those of a trade into a book, in both languages.
///
/// # Errors
/// Only the database's own.
pub(crate) fn fill(db: &Connection, trade: Trade) -> Result<()> {
    for preset in all()?.iter().filter(|preset| preset.trades.is_empty() || preset.trades.contains(&trade)) {
        for &language in Language::ALL {
            let new = SaveTemplate {
                id: None,
                occasion: preset.occasion,
                language,
                title: preset.title.to(language).to_owned(),
                text: preset.text.to(language).to_owned(),
                purpose: preset.purpose,
                is_on: true,
            };
            template::insert(db, Some(&format!("{}.{}", preset.key, language.as_str())), &new)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::text::{fill as fill_in, parse, placeholders};
    use super::super::{Placeholder, offers};
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    const MARKS: &[char] = &['，', '。', '、', '；', '：', '！', '？', ',', '.', ';', ':', '!', '?'];

    fn reads_well(text: &str, key: &str) {
        assert!(!text.contains(['{', '}', '[', ']', '｛', '｝']), "{key}: {text}");
        assert!(!text.contains("  ") && !text.contains(" ,") && !text.contains(" ."), "{key}: {text}");
        let chars: Vec<char> = text.chars().collect();
        for pair in chars.windows(2) {
            assert!(!(MARKS.contains(&pair[0]) && MARKS.contains(&pair[1])), "{key}: {text}");
            assert!(!(pair[0] == '，' && pair[1] == '—'), "{key}: {text}");
        }
        assert!(!text.starts_with(MARKS) && !text.ends_with(['，', ',', '、']), "{key}: {text}");
    }

    /// What is known of whom, from nothing to everything, and each thing alone missing.
    fn archives(language: Language) -> Vec<BTreeMap<Placeholder, String>> {
        let value = |place: &Placeholder| match (place, language) {
            (Placeholder::Points | Placeholder::Days, _) => "120".to_owned(),
            (Placeholder::CareTip, Language::ZhCn) => "洗的时候翻过来。".to_owned(),
            (Placeholder::CareTip, Language::En) => "Wash it cold.".to_owned(),
            (place, language) => place.fallback(language).to_owned(),
        };
        let everything: BTreeMap<Placeholder, String> = Placeholder::ALL.iter().map(|place| (*place, value(place))).collect();
        let without = Placeholder::ALL.iter().map(|place| {
            let mut known = everything.clone();
            known.remove(place);
            known
        });
        let barest = BTreeMap::from([(Placeholder::Shop, "云裳".to_owned()), (Placeholder::Address, "单女士".to_owned())]);
        without.chain([BTreeMap::new(), barest, everything.clone()]).collect()
    }

    #[test]
    fn every_text_reads_well_for_whoever_it_is_for() {
        for preset in all().unwrap() {
            for &language in Language::ALL {
                let parts = parse(preset.text.to(language)).unwrap();
                for known in archives(language) {
                    reads_well(&fill_in(&parts, &known, language).text, &preset.key);
                }
            }
        }
    }

    #[test]
    fn both_languages_ask_for_the_same_in_their_own_words() {
        for preset in all().unwrap() {
            let asked = |language| placeholders(&parse(preset.text.to(language)).unwrap());
            assert_eq!(asked(Language::ZhCn), asked(Language::En), "{}", preset.key);
            for &language in Language::ALL {
                for place in asked(language) {
                    assert!(preset.text.to(language).contains(&format!("{{{}}}", place.label(language))), "{} {place:?}", preset.key);
                }
            }
            let (zh, en) = (preset.text.to(Language::ZhCn).chars().count(), preset.text.to(Language::En).chars().count());
            assert!(zh <= 110 && en <= 260, "{}: {zh} {en}", preset.key);
            assert!(preset.text.1.is_ascii() && preset.title.1.is_ascii(), "{}", preset.key);
        }
    }

    #[test]
    fn no_greeting_of_ours_is_an_offer_and_every_occasion_has_a_text() {
        let all = all().unwrap();
        let keys: BTreeSet<&str> = all.iter().map(|preset| preset.key.as_str()).collect();
        assert_eq!(keys.len(), all.len());
        for preset in &all {
            let found: Vec<String> = [&preset.text.0, &preset.text.1].iter().flat_map(|text| offers(text)).collect();
            assert!(preset.purpose != Purpose::Greeting || found.is_empty(), "{}: {found:?}", preset.key);
            assert!(preset.purpose != Purpose::Marketing || preset.occasion != Occasion::Festival, "{}", preset.key);
        }
        for occasion in Occasion::ALL.iter().filter(|occasion| **occasion != Occasion::Other) {
            assert!(all.iter().any(|preset| preset.occasion == *occasion), "{occasion:?}");
        }
        for occasion in [Occasion::Festival, Occasion::Remembrance, Occasion::Birthday, Occasion::Season, Occasion::Weather] {
            assert!(all.iter().filter(|preset| preset.occasion == occasion).all(|preset| preset.purpose == Purpose::Greeting));
        }
    }

    #[test]
    fn every_festival_has_its_own_text_but_the_quiet_one() {
        let keys: BTreeSet<String> = all().unwrap().into_iter().map(|preset| preset.key).collect();
        for festival in crate::festivals::preset_keys().unwrap() {
            let own = keys.contains(&format!("festival.{festival}"));
            assert_eq!(own, festival != "qingming", "{festival}");
        }
    }
}
