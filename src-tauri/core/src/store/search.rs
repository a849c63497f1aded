//! Table `search_key`, and the rows that the search box shows.

use crate::error::Result;
use crate::ids::CustomerId;
use crate::search::{Arrivals, Hit, KEY_FORMAT, SearchIndex, SearchText, add_old_number, order_field};
use crate::stats::CustomerStats;
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeMap;

/// The key in table `state` under which the format of the stored keys stands.
const FORMAT: &str = "search_key_format";

/// The tables that keys are made from.
pub(crate) const KEY_TABLES: [&str; 4] = ["customer", "phone", "tag", "customer_tag"];

struct Texts {
    id: CustomerId,
    member_no: String,
    name: String,
    nickname: String,
    wechat: String,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Texts> {
    let text = |at| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    Ok(Texts { id: row.get(0)?, member_no: row.get(1)?, name: row.get(2)?, nickname: text(3)?, wechat: text(4)? })
}

/// The folded keys of customers in a range of ids, from their archives; merged and erased ones have none.
pub(crate) fn keys(db: &Connection, first: CustomerId, last: CustomerId) -> Result<Vec<(CustomerId, String)>> {
    let mut phones = texts(
        db,
        "SELECT customer_id, number FROM phone WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, position, id",
        first,
        last,
    )?;
    let mut tags = texts(
        db,
        "SELECT ct.customer_id, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.customer_id BETWEEN :first AND :last ORDER BY ct.customer_id, ct.id",
        first,
        last,
    )?;
    // `UNION` ends where a file made to do harm leads in a circle.
    let mut old_numbers = texts(
        db,
        "WITH RECURSIVE chain (kept, id, member_no) AS (
           SELECT merged_into_id, id, member_no FROM customer WHERE merged_into_id >= :first AND merged_into_id <= :last
           UNION
           SELECT chain.kept, c.id, c.member_no FROM chain CROSS JOIN customer c ON c.merged_into_id = chain.id)
         SELECT kept, member_no FROM chain ORDER BY kept, id",
        first,
        last,
    )?;
    let archives = super::rows(
        db,
        "SELECT id, member_no, name, nickname, wechat FROM customer WHERE id BETWEEN :first AND :last AND merged_into_id IS NULL
           AND id NOT IN (SELECT customer_id FROM erasure)",
        named_params! {":first": first, ":last": last},
        from_row,
    )?;
    Ok(archives
        .into_iter()
        .map(|a| {
            let (phones, tags) = (phones.remove(&a.id).unwrap_or_default(), tags.remove(&a.id).unwrap_or_default());
            let text = SearchText {
                member_no: &a.member_no,
                name: &a.name,
                nickname: &a.nickname,
                phones: phones.iter().map(String::as_str).collect(),
                wechat: &a.wechat,
                tags: tags.iter().map(String::as_str).collect(),
            };
            let mut key = text.key();
            old_numbers.remove(&a.id).unwrap_or_default().iter().for_each(|old| add_old_number(&mut key, old));
            (a.id, key)
        })
        .collect())
}

fn texts(db: &Connection, sql: &str, first: CustomerId, last: CustomerId) -> Result<BTreeMap<CustomerId, Vec<String>>> {
    let mut found: BTreeMap<CustomerId, Vec<String>> = BTreeMap::new();
    super::rows(db, sql, named_params! {":first": first, ":last": last}, |row| {
        found.entry(row.get(0)?).or_default().push(row.get(1)?);
        Ok(())
    })?;
    Ok(found)
}

/// Writes a customer's key anew.
pub(crate) fn refresh(db: &Connection, customer: CustomerId) -> Result<()> {
    match keys(db, customer, customer)?.pop() {
        Some((_, key)) => super::run(
            db,
            "INSERT INTO search_key (customer_id, key) VALUES (:customer, :key)
             ON CONFLICT (customer_id) DO UPDATE SET key = excluded.key WHERE key <> excluded.key",
            named_params! {":customer": customer, ":key": key},
        )?,
        None => super::run(db, "DELETE FROM search_key WHERE customer_id = :customer", named_params! {":customer": customer})?,
    };
    Ok(())
}

/// Writes all keys anew.
pub(crate) fn rebuild_all(db: &Connection) -> Result<()> {
    super::run(db, "DELETE FROM search_key", [])?;
    each_key(db, |customer, key| {
        super::run(
            db,
            "INSERT INTO search_key (customer_id, key) VALUES (:customer, :key)",
            named_params! {":customer": customer, ":key": key},
        )?;
        Ok(())
    })?;
    super::state::put(db, FORMAT, &KEY_FORMAT)
}

/// Hands every key, made from the archives, to `take`.
pub(crate) fn each_key(db: &Connection, mut take: impl FnMut(CustomerId, String) -> Result<()>) -> Result<()> {
    let last = super::facts::last_customer(db)?;
    let mut first = CustomerId(1);
    while first <= last {
        let end = CustomerId(first.0 + 999);
        for (customer, key) in keys(db, first, end)? {
            take(customer, key)?;
        }
        first = CustomerId(end.0 + 1);
    }
    Ok(())
}

/// Whether the stored keys were made by an older way of folding.
pub(crate) fn is_stale(db: &Connection) -> Result<bool> {
    Ok(super::state::get(db, FORMAT)?.is_none_or(|stored: u32| stored != KEY_FORMAT))
}

const HITS: &str = "SELECT k.key, c.id, c.member_no, c.name,
      (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
      s.level_id, l.rank, s.last_visit, s.net_spend, c.status <> 'active' AS archived
    FROM search_key k JOIN customer c ON c.id = k.customer_id JOIN customer_stats s ON s.customer_id = k.customer_id
    JOIN level l ON l.id = s.level_id";

fn hit(row: &Row<'_>) -> rusqlite::Result<(String, Hit)> {
    let hit = Hit {
        id: row.get("id")?,
        member_no: row.get("member_no")?,
        name: row.get("name")?,
        phone: row.get::<_, Option<String>>("phone")?.unwrap_or_default(),
        level: row.get("level_id")?,
        rank: row.get("rank")?,
        last_visit: row.get("last_visit")?,
        lifetime_spend: row.get("net_spend")?,
        archived: row.get("archived")?,
    };
    Ok((row.get("key")?, hit))
}

/// So many ids are read at a time: some milliseconds, which nobody notices who asks for something else meanwhile.
const STEP: i64 = 2_000;

/// An index that is being made from the stored keys, some customers at a time.
pub(crate) struct Loading {
    arrivals: Arrivals,
    next: CustomerId,
    last: CustomerId,
    /// How many rows the connection had written when it began.
    written: u64,
}

impl Loading {
    pub(crate) fn begin(db: &Connection) -> Result<Loading> {
        let last = super::facts::last_customer(db)?;
        Ok(Loading { arrivals: Arrivals::default(), next: CustomerId(1), last, written: db.total_changes() })
    }

    /// Whether the book is still as it was when this began; if not, what was read may no longer hold.
    pub(crate) fn holds(&self, db: &Connection) -> bool {
        self.written == db.total_changes()
    }

    /// Reads the next customers; whether there are more.
    pub(crate) fn step(&mut self, db: &Connection) -> Result<bool> {
        let end = CustomerId(self.next.0 + STEP - 1);
        let sql = format!("{HITS} WHERE k.customer_id BETWEEN :first AND :last ORDER BY k.customer_id");
        super::rows(db, &sql, named_params! {":first": self.next, ":last": end}, |row| {
            let (key, hit) = hit(row)?;
            self.arrivals.add(&key, &hit);
            Ok(())
        })?;
        self.next = CustomerId(end.0 + 1);
        Ok(self.next <= self.last)
    }

    /// The index of all who were read. The pages they were read from are given back first: they are hardly needed again, and the index
    /// takes their room.
    pub(crate) fn index(self, db: &Connection) -> Result<SearchIndex> {
        db.execute_batch("PRAGMA shrink_memory")?;
        Ok(self.arrivals.index())
    }
}

/// How many of the last visitors are looked through at most, which takes about as long as the index of a whole shop takes to be made.
const LOOKED: usize = 20_000;

/// Who was here last, in the order in which the index tells it, but without the index; none where that cannot be told from the last
/// visitors alone.
pub(crate) fn recent(db: &Connection, limit: usize) -> Result<Option<Vec<Hit>>> {
    let sql = "SELECT k.key, c.id, c.member_no, c.name,
          (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
          s.level_id, l.rank, s.last_visit, s.net_spend, c.status <> 'active' AS archived
        FROM customer_stats s CROSS JOIN customer c ON c.id = s.customer_id CROSS JOIN search_key k ON k.customer_id = c.id
        CROSS JOIN level l ON l.id = s.level_id
        WHERE s.last_visit_at IS NOT NULL ORDER BY s.last_visit_at DESC, s.customer_id DESC LIMIT :looked";
    #[cfg(test)]
    super::plans::note(sql);
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":looked": i64::try_from(LOOKED).unwrap_or(0)})?;
    let mut here: Vec<(String, Hit)> = Vec::new();
    let mut looked = 0;
    // Those of one day are ordered otherwise, so all of the last one needed are read; whoever came earlier stands after them.
    let all = loop {
        let Some(row) = rows.next()? else { break looked < LOOKED };
        looked += 1;
        let (key, found) = hit(row)?;
        if limit.checked_sub(1).and_then(|last| here.get(last)).is_some_and(|(_, last)| last.last_visit > found.last_visit) {
            break true;
        }
        if !found.archived {
            here.push((key, found));
        }
    };
    here.sort_by(|(a_key, a), (b_key, b)| {
        let by_day = b.last_visit.cmp(&a.last_visit).then(b.rank.cmp(&a.rank));
        by_day.then_with(|| order_field(a_key.as_bytes()).cmp(order_field(b_key.as_bytes()))).then(a.id.cmp(&b.id))
    });
    here.truncate(limit);
    let told = all && here.len() == limit;
    Ok(told.then(|| here.into_iter().map(|(_, hit)| hit).collect()))
}

/// Brings one customer in the index up to date of whom nothing changed but conclusions. Whether she is in it.
pub(crate) fn restand(index: &mut SearchIndex, stats: &CustomerStats, rank: i64) -> bool {
    let Ok(rank) = u8::try_from(rank) else { return false };
    index.restand(stats.customer, |hit| {
        (hit.level, hit.rank) = (Some(stats.level), rank);
        (hit.last_visit, hit.lifetime_spend) = (stats.last_visit, stats.net_spend);
    })
}

/// Brings one customer in the index up to date.
pub(crate) fn reindex(db: &Connection, index: &mut SearchIndex, customer: CustomerId) -> Result<()> {
    match super::row(db, &format!("{HITS} WHERE k.customer_id = :customer"), named_params! {":customer": customer}, hit)? {
        Some((key, hit)) => index.upsert(&key, &hit),
        None => index.remove(customer),
    }
    Ok(())
}

/// Customers who bought a style whose number begins so, latest first, looked up among its last 400 lines.
pub(crate) fn bought_style(db: &Connection, prefix: &str, limit: usize) -> Result<Vec<CustomerId>> {
    let end = format!("{prefix}\u{10FFFF}");
    super::rows(
        db,
        "SELECT v.customer_id, max(v.at) AS latest FROM (
           SELECT visit_id FROM visit_line WHERE style_no >= :prefix AND style_no < :end AND qty > 0
           ORDER BY style_no DESC, visit_id DESC LIMIT 400) l
         JOIN visit v ON v.id = l.visit_id
         WHERE v.customer_id IS NOT NULL AND v.voided_at IS NULL GROUP BY v.customer_id ORDER BY latest DESC LIMIT :limit",
        named_params! {":prefix": prefix, ":end": end, ":limit": i64::try_from(limit).unwrap_or(0)},
        |row| row.get(0),
    )
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
