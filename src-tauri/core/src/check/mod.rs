//! The whole file looked through (体检): its structure, its sums, and every cached conclusion against its rebuild.

use crate::audit;
use crate::backup;
use crate::clock::Day;
use crate::error::Result;
use crate::shop::Shop;
use crate::stats;
use crate::store::{counts, customer_stats, soundness, sums};
use crate::wire::Nothing;
use crate::wire::shop::{CheckReport, Finding};
use rusqlite::Connection;

/// How many ids a finding shows.
const EXAMPLES: usize = 20;

/// Looks the whole file through and changes nothing. Findings name rows by their ids, never by what stands in them.
///
/// # Errors
/// `cancelled`, and what a file that cannot be read says.
pub fn check(shop: &mut Shop, _: Nothing) -> Result<CheckReport> {
    // Points that ran out since the file was opened are no fault of the file. While nobody has said that the clock is right, nothing is
    // drawn by it: each conclusion is then held against the day it was drawn for.
    let today = match backup::in_doubt(shop)? {
        None => {
            shop.turn_to_today()?;
            Some(shop.now().day())
        }
        Some(_) => None,
    };
    let progress = shop.progress();
    let mut findings = Vec::new();
    let mut step = 0;
    shop.save_views()?;
    let db = shop.db()?;
    progress.start(RULES.len() as u64 + 3);
    let mut next = |finding: Option<Finding>| {
        findings.extend(finding);
        step += 1;
        progress.reach(step)
    };
    let damage = soundness::integrity(db)?.len();
    next(found("integrity", damage, Vec::new()))?;
    for (name, look) in RULES {
        let wrong = look(db)?;
        next(found(name, wrong.len(), wrong))?;
    }
    let (points, conclusions) = conclusions(db, today)?;
    findings.extend(found("points", points.len(), points));
    findings.extend(found("stats", conclusions.len(), conclusions));
    progress.reach(RULES.len() as u64 + 2)?;
    let log = audit::verify(db)?;
    for (name, wrong) in [
        ("audit_chain", log.chain),
        ("audit_operations", log.operations),
        ("audit_rows", log.rows),
        ("audit_start", log.start),
        ("audit_credentials", log.credentials),
    ] {
        findings.extend(found(name, wrong.len(), wrong.into_iter().collect()));
    }
    progress.reach(RULES.len() as u64 + 3)?;
    let sums = sums::all(db)?;
    Ok(CheckReport {
        ok: findings.is_empty(),
        findings,
        customers: counts::customers(db)?,
        visits: sums.rows_of("visit"),
        lines: sums.rows_of("visit_line"),
        total: sums.total,
        customer_total: sums.customer_total,
    })
}

/// What is wrong with the file itself and with what is entered in it; conclusions, which can always be drawn anew, are left out.
pub(crate) fn of_file(db: &Connection) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = found("integrity", soundness::integrity(db)?.len(), Vec::new()).into_iter().collect();
    for (name, look) in RULES.iter().filter(|(name, _)| *name != "search_keys") {
        let wrong = look(db)?;
        findings.extend(found(name, wrong.len(), wrong));
    }
    Ok(findings)
}

type Look = fn(&Connection) -> Result<Vec<i64>>;

const RULES: &[(&str, Look)] = &[
    ("foreign_keys", soundness::foreign_keys),
    ("visit_totals", soundness::visit_totals),
    ("payments", soundness::payments),
    ("returns", soundness::returns),
    ("search_keys", soundness::search_keys),
];

/// Customers whose cached points are not the balance of their ledger, and those of whom another conclusion is stale; on a day, or each on
/// the day it was drawn for.
fn conclusions(db: &Connection, today: Option<Day>) -> Result<(Vec<i64>, Vec<i64>)> {
    let mut points = Vec::new();
    let mut others = soundness::stats_without_pair(db)?;
    stats::each_on(
        db,
        |customer| {
            Ok(match today {
                Some(today) => Some(today),
                None => customer_stats::get(db, customer)?.map(|cached| cached.points_on),
            })
        },
        |fresh| {
            let Some(mut cached) = customer_stats::get(db, fresh.customer)? else {
                return Ok(());
            };
            // The day of counting may be an earlier one, as long as the balance is still today's.
            cached.points_on = fresh.points_on;
            if cached.points != fresh.points {
                points.push(fresh.customer.0);
                cached.points = fresh.points;
            }
            if cached != fresh {
                others.push(fresh.customer.0);
            }
            Ok(())
        },
    )?;
    Ok((points, others))
}

fn found(check: &str, rows: usize, mut examples: Vec<i64>) -> Option<Finding> {
    examples.truncate(EXAMPLES);
    (rows > 0).then(|| Finding { check: check.to_owned(), rows: i64::try_from(rows).unwrap_or(i64::MAX), examples })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Messages;
    use crate::wire::settings::Language;

    #[test]
    fn every_finding_has_its_words() {
        let others = ["integrity", "points", "stats", "audit_chain", "audit_operations", "audit_rows", "audit_start", "audit_credentials"];
        for name in RULES.iter().map(|(name, _)| *name).chain(others) {
            let id = format!("check-finding-{}", name.replace('_', "-"));
            for language in [Language::ZhCn, Language::En] {
                assert_ne!(Messages::of(language).text(&id, &[]), id);
            }
        }
    }
}
