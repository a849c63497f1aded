//! All spot checks with their scores.

use crate::error::Result;
use crate::shop::Shop;
use crate::store::spot_check::{self, CheckRecord, ScoreRecord};
use crate::wire::Nothing;
use crate::wire::clerks::{SpotCheck, SpotChecks, SpotScore};
use rusqlite::Connection;
use std::cmp::Reverse;

/// All spot checks, the latest first.
pub fn list(shop: &mut Shop, _: Nothing) -> Result<SpotChecks> {
    let db = shop.db()?;
    Ok(SpotChecks { checks: spot_check::list(db)?.into_iter().map(|check| scored(db, check)).collect::<Result<_>>()? })
}

/// A spot check with its scores, the truest clerk first.
pub(super) fn scored(db: &Connection, check: CheckRecord) -> Result<SpotCheck> {
    let mut scores: Vec<SpotScore> = spot_check::scores_of(db, check.id)?.into_iter().map(score).collect();
    let share = |score: &SpotScore| if score.truth.of == 0 { -1 } else { score.truth.part * 10_000 / score.truth.of };
    scores.sort_by_key(|one| (Reverse(share(one)), one.staff));
    let mut all = SpotScore { staff: None, name: None, drawn: 0, reached: 0, not_reached: 0, truth: Default::default() };
    for one in &scores {
        all.drawn += one.drawn;
        all.reached += one.reached;
        all.not_reached += one.not_reached;
        all.truth.part += one.truth.part;
        all.truth.of += one.truth.of;
    }
    Ok(SpotCheck {
        id: check.id,
        name: check.name,
        day: check.day,
        seed: check.seed,
        size: check.size,
        ended_on: check.ended_on,
        scores,
        all,
    })
}

fn score(record: ScoreRecord) -> SpotScore {
    SpotScore {
        staff: record.staff,
        name: record.name,
        drawn: record.drawn,
        reached: record.reached,
        not_reached: record.not_reached,
        truth: record.truth,
    }
}
