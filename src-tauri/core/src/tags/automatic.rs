//! Tags that rules give. Who carries one is a conclusion of (facts, rules, today), asked anew each time and stored nowhere.

use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{customer, level, tag, tag_rule};
use crate::wire::tag_rules::{PreviewTagRule, SaveTagRule, TagCondition, TagRulePreview, TagRuleRow, TagRules};
use crate::wire::tags::{Tag, TagRef};
use crate::wire::{Done, Nothing, text};

/// The longest name of a tag, in characters.
const NAME: usize = 20;
/// How many conditions a rule may have.
const CONDITIONS: usize = 5;
/// Ten years.
const DAYS: i64 = 3_650;
/// The most a rule asks for: a hundred million yuan.
const SPEND: Fen = Fen(10_000_000_000);
/// How many of those it would tag a preview names.
const SAMPLE: i64 = 20;

/// All rules with how many each tags today.
pub fn list_rules(shop: &mut Shop, _: Nothing) -> Result<TagRules> {
    let today = shop.now().day();
    let db = shop.db()?;
    let mut rules = Vec::new();
    for rule in tag_rule::list(db)? {
        rules.push(TagRuleRow {
            customers: if rule.is_on { tag_rule::count(db, &rule.conditions, today)? } else { 0 },
            tag: rule.tag,
            name: rule.name,
            conditions: rule.conditions,
            is_on: rule.is_on,
        });
    }
    Ok(TagRules { rules })
}

/// Whom a rule would tag today.
///
/// # Errors
/// Those of [`save_rule`] at `conditions`.
pub fn preview_rule(shop: &mut Shop, request: PreviewTagRule) -> Result<TagRulePreview> {
    let conditions = checked(shop, request.conditions)?;
    let today = shop.now().day();
    let db = shop.db()?;
    let mut sample = Vec::new();
    for id in tag_rule::carriers(db, &conditions, today, SAMPLE)? {
        sample.extend(customer::person(db, id)?);
    }
    Ok(TagRulePreview { customers: tag_rule::count(db, &conditions, today)?, sample })
}

/// Saves the rule of a tag, and makes the tag if there is none of the name.
///
/// # Errors
/// `required` and `too_long` at `name`; `out_of_range` at `conditions`, `conditions.N.times`, `conditions.N.days`,
/// `conditions.N.at_least`, `conditions.N.month`; `required` at `conditions.N.words`, `conditions.N.levels`; `not_found` at
/// `conditions.N.levels`.
pub fn save_rule(shop: &mut Shop, request: SaveTagRule) -> Result<Tag> {
    let name = text::required("name", &request.name, NAME)?;
    let conditions = checked(shop, request.conditions)?;
    shop.write(Op::SaveTagRule, |tx| {
        let db = tx.db();
        let id = match tag::by_name(db, &name)? {
            Some(id) => id,
            None => tag::insert(db, &name)?,
        };
        tag_rule::put(db, id, &conditions, request.is_on)?;
        tx.param("tag", name.as_str());
        Ok(Tag { id, name, customers: 0, rule: Some(conditions) })
    })
}

/// Takes the rule of a tag away; the tag stays, and so does everybody who carries it by hand.
///
/// # Errors
/// `not_found`.
pub fn remove_rule(shop: &mut Shop, request: TagRef) -> Result<Done> {
    shop.write(Op::RemoveTagRule, |tx| match tag_rule::delete(tx.db(), request.tag)? {
        0 => Err(Failure::new(Code::NotFound).into()),
        _ => Ok(Done {}),
    })
}

fn checked(shop: &Shop, conditions: Vec<TagCondition>) -> Result<Vec<TagCondition>> {
    if conditions.is_empty() || conditions.len() > CONDITIONS {
        return Err(Failure::at(Code::OutOfRange, "conditions").with("min", 1).with("max", CONDITIONS).into());
    }
    let levels = level::list(shop.db()?)?;
    let known = |id| levels.iter().any(|level| level.id == id);
    conditions.into_iter().enumerate().map(|(n, one)| check(one, known).map_err(|error| error.under(format!("conditions.{n}")))).collect()
}

fn check(condition: TagCondition, known: impl Fn(crate::ids::LevelId) -> bool) -> Result<TagCondition> {
    let within = |field: &str, value: i64, most: i64| {
        if (1..=most).contains(&value) {
            return Ok(());
        }
        Err(Failure::at(Code::OutOfRange, field).with("min", 1).with("max", most))
    };
    Ok(match condition {
        TagCondition::Bought { by, words, times, days } => {
            within("times", times, 1_000)?;
            within("days", days, DAYS)?;
            TagCondition::Bought { by, words: text::required("words", &words, text::LINE)?, times, days }
        }
        TagCondition::Spent { at_least, days } => {
            within("days", days, DAYS)?;
            if at_least <= Fen::ZERO || at_least > SPEND {
                return Err(Failure::at(Code::OutOfRange, "at_least").with("min", Fen(1)).with("max", SPEND).into());
            }
            condition
        }
        TagCondition::Absent { days } => {
            within("days", days, DAYS)?;
            condition
        }
        TagCondition::Level { ref levels } => {
            if levels.is_empty() {
                return Err(Failure::at(Code::Required, "levels").into());
            }
            if !levels.iter().all(|id| known(*id)) {
                return Err(Failure::at(Code::NotFound, "levels").into());
            }
            condition
        }
        TagCondition::BirthdayMonth { month } => {
            within("month", month.unwrap_or(1), 12)?;
            condition
        }
    })
}
