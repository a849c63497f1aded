//! Who brought whom: `customer.referrer_id`, with what those who were brought bought.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, VisitId};
use crate::money::Fen;
use crate::referrals::Edge;
use crate::wire::customers::Person;
use crate::wire::referrals::{FirstPurchase, TreeNode};
use rusqlite::{Connection, Row, named_params};

/// How far up or down a chain is followed.
const DEPTH: i64 = 100;

fn edge(row: &Row<'_>) -> rusqlite::Result<Edge> {
    Ok(Edge {
        customer: row.get("id")?,
        referrer: row.get("referrer_id")?,
        joined_on: row.get("joined_on")?,
        spend: row.get("net_spend")?,
        since: row.get("since")?,
    })
}

/// What customer `c` spent since she joined.
const SINCE: &str =
    "(SELECT coalesce(sum(v.total), 0) FROM visit v WHERE v.customer_id = c.id AND v.day >= c.joined_on AND v.voided_at IS NULL)";

/// Everybody who was brought by somebody.
pub(crate) fn edges(db: &Connection) -> Result<Vec<Edge>> {
    super::rows(
        db,
        &format!(
            "SELECT c.id, c.referrer_id, c.joined_on, s.net_spend, {SINCE} AS since
             FROM customer c CROSS JOIN customer_stats s ON s.customer_id = c.id
             WHERE c.referrer_id IS NOT NULL AND c.merged_into_id IS NULL"
        ),
        [],
        edge,
    )
}

/// Everybody in the chain below a customer. Herself, if the chain is a circle, is left out.
const BELOW: &str = "WITH RECURSIVE below (id, depth) AS (
      SELECT id, 1 FROM customer WHERE referrer_id = :id AND merged_into_id IS NULL
      UNION SELECT c.id, b.depth + 1 FROM below b CROSS JOIN customer c ON c.referrer_id = b.id
        WHERE c.merged_into_id IS NULL AND b.depth < :depth),
    chain (id, depth) AS MATERIALIZED (SELECT id, min(depth) FROM below WHERE id <> :id GROUP BY id)";

/// The same as [`edges`], of the chain below one customer.
pub(crate) fn edges_below(db: &Connection, id: CustomerId) -> Result<Vec<Edge>> {
    super::rows(
        db,
        &format!(
            "{BELOW} SELECT c.id, c.referrer_id, c.joined_on, s.net_spend, {SINCE} AS since
             FROM chain CROSS JOIN customer c ON c.id = chain.id JOIN customer_stats s ON s.customer_id = c.id"
        ),
        named_params! {":id": id, ":depth": DEPTH},
        edge,
    )
}

/// The people of the chain below a customer, those she brought herself first; at most `limit`.
pub(crate) fn below(db: &Connection, id: CustomerId, limit: i64) -> Result<Vec<TreeNode>> {
    super::rows(
        db,
        &format!(
            "{BELOW} SELECT c.id, c.member_no, c.name,
               (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
               c.referrer_id, chain.depth, l.name AS level, l.rank, c.joined_on, s.net_spend, {SINCE} AS since, s.last_visit,
               (SELECT count(*) FROM customer d WHERE d.referrer_id = c.id AND d.merged_into_id IS NULL) AS brought,
               (SELECT t.day FROM referral_thanks t WHERE t.referred_id = c.id AND t.referrer_id = c.referrer_id) AS thanked_on
             FROM chain CROSS JOIN customer c ON c.id = chain.id JOIN customer_stats s ON s.customer_id = c.id
             JOIN level l ON l.id = s.level_id
             ORDER BY chain.depth, c.joined_on DESC, c.id DESC LIMIT :limit"
        ),
        named_params! {":id": id, ":depth": DEPTH, ":limit": limit},
        |row| {
            Ok(TreeNode {
                customer: person(row)?,
                parent: row.get("referrer_id")?,
                depth: row.get("depth")?,
                level: row.get("level")?,
                level_rank: row.get("rank")?,
                joined_on: row.get("joined_on")?,
                net_spend: row.get("net_spend")?,
                since: row.get("since")?,
                last_visit: row.get("last_visit")?,
                brought: row.get("brought")?,
                thanked_on: row.get("thanked_on")?,
            })
        },
    )
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person { id: row.get("id")?, member_no: row.get("member_no")?, name: row.get("name")?, phone: row.get("phone")? })
}

/// Who brought a customer, who brought that one, and so on.
pub(crate) fn above(db: &Connection, id: CustomerId) -> Result<Vec<Person>> {
    super::rows(
        db,
        "WITH RECURSIVE up (id, depth) AS (
           SELECT referrer_id, 1 FROM customer WHERE id = :id AND referrer_id IS NOT NULL
           UNION SELECT c.referrer_id, up.depth + 1 FROM up CROSS JOIN customer c ON c.id = up.id
             WHERE c.referrer_id IS NOT NULL AND up.depth < :depth)
         SELECT c.id, c.member_no, c.name, (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone
         FROM (SELECT id, min(depth) AS depth FROM up GROUP BY id) u CROSS JOIN customer c ON c.id = u.id WHERE c.id <> :id ORDER BY u.depth",
        named_params! {":id": id, ":depth": DEPTH},
        person,
    )
}

/// Whether a customer is another, or stands above her in the chain.
pub(crate) fn is_above(db: &Connection, customer: CustomerId, other: CustomerId) -> Result<bool> {
    let found = super::row(
        db,
        "WITH RECURSIVE up (id) AS (
           SELECT :other UNION SELECT c.referrer_id FROM up CROSS JOIN customer c ON c.id = up.id WHERE c.referrer_id IS NOT NULL)
         SELECT 1 FROM up WHERE id = :customer",
        named_params! {":customer": customer, ":other": other},
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// What was paid on visit `v`, less what came back of its lines since.
const KEPT: &str = "v.total + (SELECT coalesce(sum(r.amount), 0) FROM visit_line b CROSS JOIN visit_line r ON r.reverses_id = b.id
    JOIN visit rv ON rv.id = r.visit_id AND rv.voided_at IS NULL WHERE b.visit_id = v.id)";

/// The first live purchase of which something was kept.
pub(crate) fn first_purchase(db: &Connection, customer: CustomerId) -> Result<Option<FirstPurchase>> {
    super::row(
        db,
        &format!(
            "SELECT v.id, v.day, v.total, {KEPT} AS kept FROM visit v WHERE v.customer_id = :customer AND v.voided_at IS NULL
               AND v.kind = 'purchase' AND {KEPT} > 0 ORDER BY v.day, v.at, v.id LIMIT 1"
        ),
        named_params! {":customer": customer},
        |row| Ok(FirstPurchase { visit: row.get(0)?, day: row.get(1)?, total: row.get(2)?, kept: row.get(3)? }),
    )
}

/// What is kept of a purchase: nothing of one that was voided, belongs to somebody else now, or is no purchase any more.
pub(crate) fn kept(db: &Connection, visit: VisitId, customer: CustomerId) -> Result<Fen> {
    let found = super::row(
        db,
        &format!(
            "SELECT {KEPT} FROM visit v WHERE v.id = :visit AND v.customer_id = :customer AND v.kind = 'purchase' AND v.voided_at IS NULL"
        ),
        named_params! {":visit": visit, ":customer": customer},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or_default())
}

/// Somebody who was brought, and by whom.
pub(crate) struct Brought {
    pub referrer: CustomerId,
    pub referred: CustomerId,
    pub joined_on: Day,
}

/// Those who joined or first bought on or after a day and for whom nobody was thanked, the latest first. Nobody thanks an archive that
/// is no longer in use.
pub(crate) fn unthanked(db: &Connection, since: Day, limit: i64) -> Result<Vec<Brought>> {
    super::rows(
        db,
        "SELECT c.referrer_id, c.id, c.joined_on FROM customer c CROSS JOIN customer_stats s ON s.customer_id = c.id
         JOIN customer r ON r.id = c.referrer_id AND r.status = 'active' AND r.merged_into_id IS NULL
         WHERE c.referrer_id IS NOT NULL AND c.status = 'active' AND c.merged_into_id IS NULL
           AND (c.joined_on >= :since OR s.first_purchase >= :since)
           AND NOT EXISTS (SELECT 1 FROM referral_thanks t WHERE t.referred_id = c.id AND t.referrer_id = c.referrer_id)
         ORDER BY max(c.joined_on, coalesce(s.first_purchase, '')) DESC, c.id DESC LIMIT :limit",
        named_params! {":since": since, ":limit": limit},
        |row| Ok(Brought { referrer: row.get(0)?, referred: row.get(1)?, joined_on: row.get(2)? }),
    )
}
