//! Every figure and every cell has a name, and every figure its exact meaning, in both languages.

use shuke_core::messages::Messages;
use shuke_core::wire::insight::{BreakdownKey, FigureGroupKey, FigureKey, Lifecycle, OwnInterval, ReboughtBy, RfmSegment, ValueSegment};
use shuke_core::wire::settings::Language;

#[test]
fn figures_and_cells_have_words() {
    let id = |kind: &str, key: &str| format!("insight-{kind}-{}", key.replace('_', "-"));
    let mut wanted = Vec::new();
    for key in FigureKey::ALL {
        wanted.extend([id("figure", key.as_str()), id("def", key.as_str())]);
    }
    wanted.extend(BreakdownKey::ALL.iter().map(|key| id("breakdown", key.as_str())));
    wanted.extend(FigureGroupKey::ALL.iter().map(|key| id("group", key.as_str())));
    wanted.extend(Lifecycle::ALL.iter().flat_map(|key| [id("lifecycle", key.as_str()), id("strategy-lifecycle", key.as_str())]));
    wanted.extend(ValueSegment::ALL.iter().flat_map(|key| [id("value", key.as_str()), id("strategy-value", key.as_str())]));
    wanted.extend(RfmSegment::ALL.iter().flat_map(|key| [id("rfm-segment", key.as_str()), id("strategy-rfm", key.as_str())]));
    wanted.extend(OwnInterval::ALL.iter().map(|key| id("interval", key.as_str())));
    wanted.extend(ReboughtBy::ALL.iter().map(|key| id("rebought", key.as_str())));
    for language in [Language::ZhCn, Language::En] {
        let words = Messages::of(language);
        for id in &wanted {
            assert_ne!(words.text(id, &[]), *id, "{language:?}");
        }
    }
}
