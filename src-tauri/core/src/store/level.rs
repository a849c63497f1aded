//! Tables `level`, `level_rule_set`, `level_campaign`, `level_decision`, `level_review`.

use crate::clock::{Day, Now};
use crate::error::Result;
use crate::ids::{CustomerId, LevelId, ReviewId};
use crate::levels::{Campaign, Level, LevelPolicy, ReviewPeriod, RuleSet};
use crate::levels::{Decision, Source};
use crate::wire::levels::{CampaignView, SaveCampaign};
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

/// Changes a level.
pub(crate) fn update(db: &Connection, id: LevelId, rank: i64, name: &str, benefits: &crate::levels::Benefits) -> Result<()> {
    super::run(
        db,
        "UPDATE level SET rank = :rank, name = :name, benefits = :benefits WHERE id = :id",
        named_params! {":id": id, ":rank": rank, ":name": name, ":benefits": serde_json::to_string(benefits)?},
    )?;
    Ok(())
}

/// Makes room: ranks below zero, names with a mark, both set anew right after.
pub(crate) fn step_aside(db: &Connection) -> Result<()> {
    super::run(db, "UPDATE level SET rank = -1 - rank, name = name || char(1) || id", [])?;
    Ok(())
}

/// Takes a level away, and its rules with it.
///
/// # Errors
/// `in_use` when a decision gave it to somebody or a recruitment month opens it.
pub(crate) fn remove(db: &Connection, id: LevelId) -> Result<()> {
    let used: i64 = super::row(
        db,
        "SELECT (SELECT count(*) FROM level_decision WHERE level_id = :id) + (SELECT count(*) FROM level_campaign WHERE level_id = :id)",
        named_params! {":id": id},
        |row| row.get(0),
    )?
    .unwrap_or(0);
    if used > 0 {
        return Err(crate::error::Failure::at(crate::error::Code::InUse, "levels").with("n", used).into());
    }
    let sets = super::rows(db, "SELECT id, rules FROM level_rule_set", [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    for (set, text) in sets {
        let mut rules: Vec<crate::levels::LevelRule> = serde_json::from_str(&text)?;
        rules.retain(|rule| rule.level != id);
        super::run(
            db,
            "UPDATE level_rule_set SET rules = :rules WHERE id = :id",
            named_params! {":id": set, ":rules": serde_json::to_string(&rules)?},
        )?;
    }
    super::run(db, "DELETE FROM level WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// How many customers stand on each level.
pub(crate) fn members(db: &Connection) -> Result<std::collections::BTreeMap<LevelId, i64>> {
    let found =
        super::rows(db, "SELECT level_id, count(*) FROM customer_stats GROUP BY level_id", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.into_iter().collect())
}

/// The rules from a day on; those of the same day are replaced.
pub(crate) fn put_rule_set(db: &Connection, set: &RuleSet) -> Result<()> {
    let same = super::run(
        db,
        "UPDATE level_rule_set SET rules = :rules WHERE from_day = :from",
        named_params! {":from": set.from, ":rules": serde_json::to_string(&set.rules)?},
    )?;
    if same == 0 { insert_rule_set(db, set) } else { Ok(()) }
}

/// Recruitment months, the latest first.
pub(crate) fn campaigns(db: &Connection) -> Result<Vec<CampaignView>> {
    super::rows(db, "SELECT id, name, from_day, to_day, level_id FROM level_campaign ORDER BY from_day DESC, id", [], |row| {
        Ok(CampaignView { id: row.get(0)?, name: row.get(1)?, from: row.get(2)?, to: row.get(3)?, level: row.get(4)? })
    })
}

/// Adds or changes a recruitment month.
pub(crate) fn save_campaign(db: &Connection, campaign: &SaveCampaign) -> Result<()> {
    super::run(
        db,
        "INSERT INTO level_campaign (id, name, from_day, to_day, level_id) VALUES (:id, :name, :from, :to, :level)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, from_day = excluded.from_day, to_day = excluded.to_day,
           level_id = excluded.level_id",
        named_params! {
            ":id": campaign.id, ":name": campaign.name, ":from": campaign.from, ":to": campaign.to, ":level": campaign.level
        },
    )?;
    Ok(())
}

/// Takes a recruitment month away.
pub(crate) fn remove_campaign(db: &Connection, id: i64) -> Result<()> {
    super::run(db, "DELETE FROM level_campaign WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// The day of the last review that was applied.
pub(crate) fn last_review(db: &Connection) -> Result<Option<Day>> {
    super::row(db, "SELECT day FROM level_review ORDER BY id DESC LIMIT 1", [], |row| row.get(0))
}

/// Records that a review was applied.
pub(crate) fn insert_review(db: &Connection, day: Day, now: Now) -> Result<ReviewId> {
    super::run(db, "INSERT INTO level_review (day, applied_at) VALUES (:day, :at)", named_params! {":day": day, ":at": now.millis()})?;
    Ok(ReviewId(db.last_insert_rowid()))
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
