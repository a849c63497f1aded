//! Conclusions about a customer that lists and searches need at once: counted from her facts, cached in
//! `customer_stats`, brought up to date in the transaction that changed a fact, and equal to their rebuild.

mod derive;
mod known;

pub use derive::derive;
pub(crate) use derive::{filled_share, is_filled, membership, spec};
pub(crate) use known::KnownRules;

use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, LevelId};
use crate::levels::LevelPolicy;
use crate::money::Fen;
use crate::profile::FieldSpec;
use crate::progress::Progress;
use crate::store::{customer_stats, facts, level, profile};
use rusqlite::Connection;

/// The cached conclusions about one customer. Voided visits count nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerStats {
    /// Whose.
    pub customer: CustomerId,
    /// Visits of any kind.
    pub visits: i64,
    /// Visits of kind purchase.
    pub purchases: i64,
    /// Different days of those.
    pub purchase_days: i64,
    /// Pieces, net of returns.
    pub pieces: i64,
    /// Paid, net of returns, each on its own day.
    pub net_spend: Fen,
    /// Day of the first purchase.
    pub first_purchase: Option<Day>,
    /// Day of the last purchase.
    pub last_purchase: Option<Day>,
    /// Day of the last visit of any kind.
    pub last_visit: Option<Day>,
    /// Instant of the last visit.
    pub last_visit_at: Option<Millis>,
    /// Level.
    pub level: LevelId,
    /// Day of the last change of level.
    pub level_since: Option<Day>,
    /// The review day on which she would lose her level if she bought nothing more; none if never.
    pub keeps_until: Option<Day>,
    /// Points on `points_on`.
    pub points: i64,
    /// The day the points were counted for.
    pub points_on: Day,
    /// Last valid day of the lot that runs out first.
    pub points_next_expiry: Option<Day>,
    /// 0 to 100.
    pub completeness: i64,
}

/// What conclusions are drawn with: the owner's rules and catalogue.
pub struct Rules {
    /// Levels.
    pub levels: LevelPolicy,
    /// The field catalogue.
    pub fields: Vec<crate::wire::profile::ProfileField>,
    /// The same as the completeness sees them.
    pub specs: Vec<FieldSpec>,
}

impl Rules {
    /// As they stand in the file.
    pub(crate) fn load(db: &Connection) -> Result<Rules> {
        let fields = profile::fields(db)?;
        Ok(Rules { levels: level::policy(db)?, specs: fields.iter().map(spec).collect(), fields })
    }
}

/// Whether a change in this table may move everybody's conclusions.
pub(crate) fn concerns_everybody(table: &str) -> bool {
    matches!(table, "profile_field" | "level" | "level_rule_set" | "level_campaign")
}

/// Draws one customer's conclusions anew and caches them; nothing if she is gone.
pub(crate) fn refresh(db: &Connection, rules: &Rules, customer: CustomerId, today: Day) -> Result<Option<CustomerStats>> {
    let Some(facts) = facts::between(db, customer, customer)?.remove(&customer) else {
        customer_stats::delete(db, customer)?;
        return Ok(None);
    };
    let fresh = derive(customer, &facts, rules, today);
    customer_stats::put(db, &fresh)?;
    Ok(Some(fresh))
}

/// Draws everybody's conclusions anew.
pub(crate) fn rebuild_all(db: &Connection, today: Day) -> Result<()> {
    customer_stats::delete_orphans(db)?;
    each(db, today, |fresh| customer_stats::put(db, &fresh))
}

/// Hands everybody's conclusions to `take`, drawn from the facts alone.
pub(crate) fn each(db: &Connection, today: Day, mut take: impl FnMut(CustomerStats) -> Result<()>) -> Result<()> {
    let rules = Rules::load(db)?;
    facts::each(db, &Progress::default(), |customer, facts| take(derive(customer, facts, &rules, today)))
}

/// The same, of each on a day of her own; of whom there is none she is passed over.
pub(crate) fn each_on(
    db: &Connection,
    day: impl Fn(CustomerId) -> Result<Option<Day>>,
    mut take: impl FnMut(CustomerStats) -> Result<()>,
) -> Result<()> {
    let rules = Rules::load(db)?;
    facts::each(db, &Progress::default(), |customer, facts| match day(customer)? {
        Some(day) => take(derive(customer, facts, &rules, day)),
        None => Ok(()),
    })
}

/// Draws everybody's conclusions anew on the day they were last drawn for, in a book that comes from an older version.
pub(crate) fn rebuild_as_counted(db: &Connection) -> Result<()> {
    match customer_stats::counted_on(db)? {
        Some(day) => rebuild_all(db, day),
        None => Ok(()),
    }
}

/// Customers whose cached points are of a later day, on which some may have run out that are good today.
pub(crate) fn counted_ahead(db: &Connection, today: Day) -> Result<Vec<CustomerId>> {
    customer_stats::counted_ahead(db, today)
}

/// Customers whose cached points are of an earlier day and have run out since, or whose level outlived its review.
pub(crate) fn out_of_date(db: &Connection, today: Day) -> Result<Vec<CustomerId>> {
    customer_stats::out_of_date(db, today)
}
