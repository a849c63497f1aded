//! What a new book starts with: fields, levels, points, vouchers and tags of a trade, from `assets/presets/`.
//!
//! A preset is copied into the book once and is the owner's from then on. Every text is there in both languages, as `[中文, English]`.

use crate::calendar::WindowScope;
use crate::error::Result;
use crate::ids::{FieldId, LevelId};
use crate::levels::{Benefits, Criterion, Join, Level, LevelRule, ReviewPeriod};
use crate::money::Fen;
use crate::points::PointsRule;
use crate::vouchers::{VoucherKind, Worth};
use crate::wire::profile::{Asking, FieldKind, Part, ProfileField};
use crate::wire::settings::{Language, Trade};
use serde::{Deserialize, Serialize};

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Text(pub String, pub String);

impl Text {
    /// The words in a language.
    pub fn to(&self, language: Language) -> &str {
        match language {
            Language::ZhCn => &self.0,
            Language::En => &self.1,
        }
    }
}

fn source(trade: Trade) -> &'static str {
    match trade {
        Trade::Clothing => include_str!("../../../assets/presets/clothing.json"),
        Trade::Jewellery => include_str!("../../../assets/presets/jewellery.json"),
        Trade::Cosmetics => include_str!("../../../assets/presets/cosmetics.json"),
        Trade::Cafe => include_str!("../../../assets/presets/cafe.json"),
        Trade::General => include_str!("../../../assets/presets/general.json"),
    }
}

/// A field of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresetField {
    /// Its stable name.
    pub key: String,
    /// As shown.
    pub label: Text,
    /// Hard or soft.
    pub part: Part,
    /// What it holds.
    pub kind: FieldKind,
    /// The choices; the choices of a built-in field belong to its column.
    pub options: Vec<Text>,
    /// Weight within its part.
    pub weight: i64,
    /// Whether the shop uses it from the start.
    pub on: bool,
    /// Whether it needs the customer's own consent.
    pub sensitive: bool,
    /// Whether it lives in a column of the customer.
    pub builtin: bool,
    /// Whether the clerk answers it by watching.
    pub observed: bool,
    /// From which visit on it may be asked.
    pub from_visit: i64,
    /// Categories that bring it up; none means any time.
    pub suits: Vec<Text>,
    /// How a clerk would ask; none for what is not asked.
    pub question: Option<Text>,
}

impl PresetField {
    /// The field in a language, as it goes into a new book.
    pub fn field(&self, language: Language) -> ProfileField {
        let words = |text: &Text| text.to(language).to_owned();
        ProfileField {
            id: FieldId(0),
            key: self.key.clone(),
            label: words(&self.label),
            part: self.part,
            kind: self.kind,
            options: self.options.iter().map(words).collect(),
            weight: self.weight,
            is_on: self.on,
            is_sensitive: self.sensitive,
            is_builtin: self.builtin,
            question: self.question.as_ref().map(words),
            asking: Asking { observed: self.observed, from_visit: self.from_visit, suits: self.suits.iter().map(words).collect() },
        }
    }
}

/// A field as written down: the part is the list it stands in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawField {
    key: String,
    label: Text,
    kind: FieldKind,
    weight: i64,
    #[serde(default)]
    options: Vec<Text>,
    #[serde(default = "yes")]
    on: bool,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    builtin: bool,
    #[serde(default)]
    observed: bool,
    #[serde(default)]
    from_visit: i64,
    #[serde(default)]
    suits: Vec<Text>,
    #[serde(default)]
    question: Option<Text>,
}

fn yes() -> bool {
    true
}

impl RawField {
    fn in_part(self, part: Part) -> PresetField {
        PresetField {
            key: self.key,
            label: self.label,
            part,
            kind: self.kind,
            options: self.options,
            weight: self.weight,
            on: self.on,
            sensitive: self.sensitive,
            builtin: self.builtin,
            observed: self.observed,
            from_visit: self.from_visit,
            suits: self.suits,
            question: self.question,
        }
    }
}

/// A level, its rank being its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetLevel {
    /// As shown.
    pub name: Text,
    /// What it gives, the gift apart.
    #[serde(default)]
    pub benefits: Benefits,
    /// The birthday gift.
    #[serde(default)]
    pub birthday_gift: Option<Text>,
    /// How its criteria belong together.
    #[serde(default = "any")]
    pub join: Join,
    /// What it asks for; none for the base.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
}

fn any() -> Join {
    Join::Any
}

impl PresetLevel {
    /// The level with the id and rank it was given in a book.
    pub fn level(&self, id: LevelId, rank: i64, language: Language) -> Level {
        let birthday_gift = self.birthday_gift.as_ref().map(|gift| gift.to(language).to_owned());
        Level { id, rank, name: self.name.to(language).to_owned(), benefits: Benefits { birthday_gift, ..self.benefits.clone() } }
    }

    /// Its rule; none for the base.
    pub fn rule(&self, id: LevelId) -> Option<LevelRule> {
        (!self.criteria.is_empty()).then(|| LevelRule { level: id, join: self.join, criteria: self.criteria.clone() })
    }
}

/// How vouchers of a kind are made unless the clerk changes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct VoucherDefault {
    /// Which kind.
    pub kind: VoucherKind,
    /// What it takes off.
    pub worth: Worth,
    /// The smallest bill it can be used on.
    pub min_spend: Fen,
    /// Good for so many days after the day it is given.
    pub days: u32,
}

/// The birthday privilege of a shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct BirthdayRule {
    /// What counts as the birthday time.
    pub scope: WindowScope,
    /// Percent of the list price paid, once: 70 is 7折. A level may give another.
    pub pay_percent: i64,
}

/// Everything a trade starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// The trade's name.
    pub name: Text,
    /// The field catalogue, in its order: the hard fields, then the soft ones.
    pub fields: Vec<PresetField>,
    /// The levels, the base first.
    pub levels: Vec<PresetLevel>,
    /// How often levels are reviewed.
    pub reviews: ReviewPeriod,
    /// How points are earned and spent.
    pub points: PointsRule,
    /// The birthday privilege.
    pub birthday: BirthdayRule,
    /// One default a kind of voucher.
    pub vouchers: Vec<VoucherDefault>,
    /// The usual categories of goods.
    pub categories: Vec<Text>,
    /// Tags to start with.
    pub tags: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPreset {
    name: Text,
    #[serde(default)]
    off: Vec<String>,
    #[serde(default)]
    hard: Vec<RawField>,
    soft: Vec<RawField>,
    levels: Vec<PresetLevel>,
    reviews: ReviewPeriod,
    points: PointsRule,
    birthday: BirthdayRule,
    vouchers: Vec<VoucherDefault>,
    categories: Vec<Text>,
    tags: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    hard: Vec<RawField>,
    soft: Vec<RawField>,
}

/// The preset of a trade: what all trades share, with the trade's own fields added or put in place of a shared one of the same key, and
/// those it has no use for turned off.
pub fn preset(trade: Trade) -> Result<Preset> {
    let common: Common = serde_json::from_str(include_str!("../../../assets/presets/common.json"))?;
    let own: RawPreset = serde_json::from_str(source(trade))?;
    let hard = combine(common.hard, own.hard, false).into_iter().map(|field| field.in_part(Part::Hard));
    let soft = combine(common.soft, own.soft, true).into_iter().map(|field| field.in_part(Part::Soft));
    let mut fields: Vec<PresetField> = hard.chain(soft).collect();
    for field in &mut fields {
        field.on &= !own.off.contains(&field.key);
    }
    Ok(Preset {
        name: own.name,
        fields,
        levels: own.levels,
        reviews: own.reviews,
        points: own.points,
        birthday: own.birthday,
        vouchers: own.vouchers,
        categories: own.categories,
        tags: own.tags,
    })
}

/// The shared fields with the trade's own before or after them, a field of the same key in its place.
fn combine(mut common: Vec<RawField>, own: Vec<RawField>, own_first: bool) -> Vec<RawField> {
    let mut added = Vec::new();
    for field in own {
        match common.iter_mut().find(|shared| shared.key == field.key) {
            Some(shared) => *shared = field,
            None => added.push(field),
        }
    }
    if own_first { added.into_iter().chain(common).collect() } else { common.into_iter().chain(added).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levels::{LevelPolicy, RuleSet};
    use crate::profile::{Moment, Question, next_questions};
    use std::collections::BTreeSet;

    fn all() -> Vec<(Trade, Preset)> {
        Trade::ALL.iter().map(|&trade| (trade, preset(trade).unwrap())).collect()
    }

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    #[test]
    fn every_trade_has_a_catalogue_a_shop_can_use() {
        for (trade, preset) in all() {
            let on = preset.fields.iter().filter(|field| field.on).count();
            assert!((24..=34).contains(&on), "{trade:?} {on}");
            let keys: BTreeSet<&str> = preset.fields.iter().map(|field| field.key.as_str()).collect();
            assert_eq!(keys.len(), preset.fields.len(), "{trade:?}: a key twice");
            assert!(preset.fields.is_sorted_by_key(|field| field.part == Part::Soft), "{trade:?}: hard fields first");
            for field in &preset.fields {
                let key = &field.key;
                assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{key}");
                assert!(field.weight >= 1, "{key}");
                let chooses = matches!(field.kind, FieldKind::Choice | FieldKind::Multi);
                assert_eq!(chooses && !field.builtin, !field.options.is_empty(), "{trade:?} {key}");
                assert!(field.question.is_some() || field.builtin, "{key}: only built-in fields may go unasked");
            }
            for key in ["ethnicity", "values"] {
                let field = preset.fields.iter().find(|field| field.key == key).unwrap();
                assert!(!field.on && field.sensitive, "{key}");
            }
        }
    }

    #[test]
    fn builtin_fields_are_the_columns_of_a_customer() {
        let columns = "name nickname phone gender birthday age_band member_no wechat email address preferred_channel source referrer staff";
        for (_, preset) in all() {
            let builtin: BTreeSet<&str> = preset.fields.iter().filter(|field| field.builtin).map(|field| field.key.as_str()).collect();
            assert_eq!(builtin, columns.split(' ').collect());
        }
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        for (trade, preset) in all() {
            let fields = preset.fields.iter().flat_map(|field| [Some(&field.label), field.question.as_ref()]).flatten();
            let levels = preset.levels.iter().flat_map(|level| [Some(&level.name), level.birthday_gift.as_ref()]).flatten();
            for text in fields.chain(levels).chain(&preset.categories).chain(&preset.tags).chain([&preset.name]) {
                assert!(is_chinese(&text.0) || text.0 == "T恤", "{trade:?} {text:?}");
                assert!(!text.1.is_empty() && !is_chinese(&text.1), "{trade:?} {text:?}");
            }
            for option in preset.fields.iter().flat_map(|field| &field.options) {
                assert!(!option.0.is_empty() && !option.1.is_empty() && !is_chinese(&option.1), "{trade:?} {option:?}");
            }
            for text in preset.fields.iter().filter_map(|field| field.question.as_ref()) {
                assert!(text.0.chars().count() <= 32, "too long to say in one breath: {}", text.0);
                assert!(text.0.contains(['？', '。']) && text.1.ends_with(['?', '.']), "{text:?}");
            }
        }
    }

    #[test]
    fn levels_hold_together_and_get_better() {
        for (trade, preset) in all() {
            let id = |rank: usize| LevelId(rank as i64 + 1);
            let levels: Vec<Level> =
                preset.levels.iter().enumerate().map(|(rank, level)| level.level(id(rank), rank as i64, Language::ZhCn)).collect();
            assert_eq!(levels.iter().map(|level| level.name.as_str()).collect::<Vec<_>>(), ["普通会员", "银卡", "金卡", "钻石"]);
            for pair in levels.windows(2) {
                let (low, high) = (&pair[0].benefits, &pair[1].benefits);
                let pay = |level: &Benefits| level.birthday_pay_percent.unwrap_or(preset.birthday.pay_percent);
                assert!(low.pay_percent >= high.pay_percent && pay(low) >= pay(high) && low.points_bp <= high.points_bp, "{trade:?}");
            }
            let rules: Vec<LevelRule> = preset.levels.iter().enumerate().filter_map(|(rank, level)| level.rule(id(rank))).collect();
            assert_eq!(rules.len(), 3);
            for pair in rules.windows(2) {
                for low in &pair[0].criteria {
                    let high = pair[1].criteria.iter().find(|high| high.metric == low.metric);
                    assert!(high.is_none_or(|high| high.at_least > low.at_least), "{trade:?} {low:?}");
                }
            }
            let sets = vec![RuleSet { from: "2026-01-01".parse().unwrap(), rules }];
            assert!(LevelPolicy::new(levels, sets, Vec::new(), preset.reviews).is_ok(), "{trade:?}");
        }
    }

    #[test]
    fn each_kind_of_voucher_has_one_default() {
        for (trade, preset) in all() {
            let kinds = [VoucherKind::SecondVisit, VoucherKind::Birthday, VoucherKind::Apology, VoucherKind::Recall, VoucherKind::Gift];
            assert_eq!(preset.vouchers.iter().map(|voucher| voucher.kind).collect::<Vec<_>>(), kinds, "{trade:?}");
            for voucher in &preset.vouchers {
                assert!(voucher.worth.off(Fen(1_000_000)) > Fen::ZERO && voucher.days >= 14, "{trade:?} {voucher:?}");
            }
            assert!((1..100).contains(&preset.birthday.pay_percent));
        }
        let clothing = preset(Trade::Clothing).unwrap();
        assert_eq!((clothing.birthday.scope, clothing.birthday.pay_percent), (WindowScope::Week, 70));
        let second = VoucherDefault {
            kind: VoucherKind::SecondVisit,
            worth: Worth::Amount { amount: Fen(5_000) },
            min_spend: Fen(30_000),
            days: 60,
        };
        assert_eq!(clothing.vouchers[0], second);
    }

    #[test]
    fn what_a_field_suits_is_something_the_trade_sells() {
        for (trade, preset) in all() {
            for (field, word) in preset.fields.iter().flat_map(|field| field.suits.iter().map(move |word| (&field.key, word))) {
                let sold = preset.categories.iter().any(|category| category.0.contains(&word.0)) || word.0 == "靴" || word.0 == "粉底";
                assert!(sold, "{trade:?} {field} {word:?}");
            }
        }
    }

    #[test]
    fn the_first_questions_suit_the_trade() {
        let goods = ["鞋".to_owned()];
        for (trade, visits, goods, first) in [
            (Trade::Clothing, 1, &[][..], ["style", "colour"]),
            (Trade::Clothing, 1, &goods[..], ["shoe_size", "style"]),
            (Trade::Jewellery, 1, &[], ["gem", "metal"]),
            (Trade::Cosmetics, 1, &[], ["skin_type", "skin_concern"]),
            (Trade::Cafe, 1, &[], ["drink", "temperature"]),
            (Trade::General, 1, &[], ["interests", "style"]),
        ] {
            let questions: Vec<Question> =
                preset(trade).unwrap().fields.iter().map(|field| Question::of(&field.field(Language::ZhCn))).collect();
            let moment = Moment { visits, goods };
            let asked = next_questions(&questions, |key| key == "name" || key == "phone", &moment, 2);
            assert_eq!(asked.iter().map(|question| question.key.as_str()).collect::<Vec<_>>(), first, "{trade:?}");
            assert!(asked.iter().all(|question| question.gain > 0));
        }
    }

    #[test]
    fn words_come_in_the_language_asked_for() {
        let text = Text("银卡".to_owned(), "Silver".to_owned());
        assert_eq!([text.to(Language::ZhCn), text.to(Language::En)], ["银卡", "Silver"]);
    }
}
