//! Tables `level`, `level_rule_set`, `level_campaign`, `level_decision`, `level_review`.

use crate::clock::Now;
use crate::error::Result;
use crate::ids::{CustomerId, LevelId, ReviewId};
use crate::levels::{Campaign, Level, LevelPolicy, ReviewPeriod, RuleSet};
use crate::levels::{Decision, Source};
use rusqlite::{Connection, named_params};

/// The key of the review period in table `setting`.
pub(crate) const REVIEW_PERIOD: &str = "level_review";

/// All levels, the base first.
pub(crate) fn list(db: &Connection) -> Result<Vec<Level>> {
    let found = super::rows(db, "SELECT id, rank, name, benefits FROM level ORDER BY rank", [], |row| {
        Ok((row.get::<_, LevelId>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
    })?;
    found.into_iter().map(|(id, rank, name, benefits)| Ok(Level { id, rank, name, benefits: serde_json::from_str(&benefits)? })).collect()
}

/// Adds a level.
pub(crate) fn insert(db: &Connection, rank: i64, name: &str, benefits: &crate::levels::Benefits) -> Result<LevelId> {
    super::run(
        db,
        "INSERT INTO level (rank, name, benefits) VALUES (:rank, :name, :benefits)",
        named_params! {":rank": rank, ":name": name, ":benefits": serde_json::to_string(benefits)?},
    )?;
    Ok(LevelId(db.last_insert_rowid()))
}

/// Adds a version of the rules.
pub(crate) fn insert_rule_set(db: &Connection, set: &RuleSet) -> Result<()> {
    super::run(
        db,
        "INSERT INTO level_rule_set (from_day, rules) VALUES (:from, :rules)",
        named_params! {":from": set.from, ":rules": serde_json::to_string(&set.rules)?},
    )?;
    Ok(())
}

/// Everything that decides about levels.
pub(crate) fn policy(db: &Connection) -> Result<LevelPolicy> {
    let sets = super::rows(db, "SELECT from_day, rules FROM level_rule_set ORDER BY from_day, id", [], |row| {
        Ok((row.get(0)?, row.get::<_, String>(1)?))
    })?;
    let sets: Vec<RuleSet> =
        sets.into_iter().map(|(from, rules)| Ok(RuleSet { from, rules: serde_json::from_str(&rules)? })).collect::<Result<_>>()?;
    let campaigns = super::rows(db, "SELECT from_day, to_day, level_id FROM level_campaign ORDER BY id", [], |row| {
        Ok(Campaign { from: row.get(0)?, to: row.get(1)?, level: row.get(2)? })
    })?;
    let reviews: ReviewPeriod = super::setting::get(db, REVIEW_PERIOD)?;
    LevelPolicy::new(list(db)?, sets, campaigns, reviews)
}

/// The decisions about customers in a range of ids.
pub(crate) fn decisions(db: &Connection, first: CustomerId, last: CustomerId) -> Result<Vec<(CustomerId, Decision)>> {
    let found = super::rows(
        db,
        "SELECT customer_id, day, at, level_id, source FROM level_decision WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, day, at, id",
        named_params! {":first": first, ":last": last},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get::<_, String>(4)?)),
    )?;
    Ok(found
        .into_iter()
        .map(|(customer, day, at, level, source)| (customer, Decision { day, at, level, source: source_of(&source) }))
        .collect())
}

fn source_of(text: &str) -> Source {
    match text {
        "review" => Source::Review,
        "opening" => Source::Opening,
        "campaign" => Source::Campaign,
        _ => Source::Manual,
    }
}

fn source_text(source: Source) -> &'static str {
    match source {
        Source::Review => "review",
        Source::Manual => "manual",
        Source::Opening => "opening",
        Source::Campaign => "campaign",
    }
}

/// Adds a decision.
pub(crate) fn insert_decision(
    db: &Connection,
    customer: CustomerId,
    level: LevelId,
    now: Now,
    source: Source,
    review: Option<ReviewId>,
    reason: Option<&str>,
) -> Result<()> {
    super::run(
        db,
        "INSERT INTO level_decision (customer_id, level_id, day, at, source, review_id, reason)
         VALUES (:customer, :level, :day, :at, :source, :review, :reason)",
        named_params! {
            ":customer": customer, ":level": level, ":day": now.day(), ":at": now.millis(), ":source": source_text(source),
            ":review": review, ":reason": reason
        },
    )?;
    Ok(())
}
