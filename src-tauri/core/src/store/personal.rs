//! Where a customer's data lies in the book, and what becomes of it when she is erased: the one list that erasure, her copy and the
//! preview go by. A test holds it against the schema.

use crate::error::Result;
use crate::ids::CustomerId;
use rusqlite::{Connection, named_params};

/// Rows of one table that are a customer's.
pub(crate) struct Place {
    pub table: &'static str,
    /// Which rows, given `:people` as a JSON array of ids.
    pub hers: &'static str,
    pub fate: Fate,
}

/// What becomes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// They go.
    Removed,
    /// They stay for the sums, without these words.
    Emptied(&'static [&'static str]),
    /// They stay as they are: they hold nothing but numbers.
    Kept,
}

/// Stands where a text has to stand.
pub(crate) const NOTHING: &str = "—";

/// Columns that may not be empty; [`NOTHING`] takes the place of their words.
pub(crate) const NEVER_NULL: &[(&str, &str)] = &[("complaint", "what"), ("complaint_hold", "reason")];

const HERS: &str = "customer_id IN (SELECT value FROM json_each(:people))";
const OF_VISIT: &str = "visit_id IN (SELECT id FROM visit WHERE customer_id IN (SELECT value FROM json_each(:people)))";
const OF_COMPLAINT: &str = "complaint_id IN (SELECT id FROM complaint WHERE customer_id IN (SELECT value FROM json_each(:people)))";

const fn removed(table: &'static str) -> Place {
    Place { table, hers: HERS, fate: Fate::Removed }
}

const fn emptied(table: &'static str, hers: &'static str, words: &'static [&'static str]) -> Place {
    Place { table, hers, fate: Fate::Emptied(words) }
}

/// What is emptied of the archive's own row; name and number are given others.
pub(crate) const OF_THE_ARCHIVE: &[&str] = &[
    "nickname",
    "gender",
    "birthday_calendar",
    "birthday_year",
    "birthday_month",
    "birthday_day",
    "age_band",
    "wechat",
    "email",
    "address",
    "preferred_channel",
    "source",
    "referrer_id",
    "note",
];

/// All places but the archive's own row, in an order in which rows can go without pointing nowhere.
pub(crate) const PLACES: &[Place] = &[
    Place {
        table: "care_decision",
        hers: "follow_up_id IN (SELECT id FROM follow_up WHERE customer_id IN (SELECT value FROM json_each(:people)))",
        fate: Fate::Removed,
    },
    emptied("care_decision", HERS, &["reason"]),
    removed("follow_up"),
    emptied("contact", HERS, &["text", "batch"]),
    removed("phone"),
    // What she spent and how often she bought before this book began are sums, and the levels of that time stand on them.
    Place {
        table: "profile_value",
        hers: "customer_id IN (SELECT value FROM json_each(:people))
               AND field_id NOT IN (SELECT id FROM profile_field WHERE key IN ('opening_spend', 'opening_visits'))",
        fate: Fate::Removed,
    },
    Place {
        table: "profile_value",
        hers: "customer_id IN (SELECT value FROM json_each(:people))
               AND field_id IN (SELECT id FROM profile_field WHERE key IN ('opening_spend', 'opening_visits'))",
        fate: Fate::Kept,
    },
    removed("important_date"),
    Place {
        table: "relation",
        hers: "from_id IN (SELECT value FROM json_each(:people)) OR to_id IN (SELECT value FROM json_each(:people))",
        fate: Fate::Removed,
    },
    Place {
        table: "told_apart",
        hers: "left_id IN (SELECT value FROM json_each(:people)) OR right_id IN (SELECT value FROM json_each(:people))",
        fate: Fate::Removed,
    },
    removed("customer_tag"),
    removed("wish"),
    removed("popup_note"),
    removed("benefit_grant"),
    removed("consent"),
    removed("sensitive_consent"),
    removed("contact_wish"),
    Place {
        table: "referral_thanks",
        hers: "referrer_id IN (SELECT value FROM json_each(:people)) OR referred_id IN (SELECT value FROM json_each(:people))",
        fate: Fate::Removed,
    },
    emptied("event_guest", HERS, &["note"]),
    emptied("spot_check_item", HERS, &["note"]),
    Place {
        table: "spot_check_answer",
        hers: "item_id IN (SELECT id FROM spot_check_item WHERE customer_id IN (SELECT value FROM json_each(:people)))",
        fate: Fate::Kept,
    },
    emptied("compensation", OF_COMPLAINT, &["note"]),
    emptied("complaint_step", OF_COMPLAINT, &["note"]),
    emptied("complaint_hold", OF_COMPLAINT, &["reason"]),
    emptied("complaint", HERS, &["what", "solution"]),
    emptied("voucher", HERS, &["reason", "cancel_reason"]),
    emptied("points_entry", HERS, &["reason"]),
    emptied("level_decision", HERS, &["reason"]),
    Place { table: "payment", hers: OF_VISIT, fate: Fate::Kept },
    emptied("visit_line", OF_VISIT, &["reason_note"]),
    emptied("visit", HERS, &["receipt", "motive", "companions", "feedback", "note", "void_reason"]),
];

/// Customers as the places ask for them.
pub(crate) fn people(ids: &[CustomerId]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
    format!("[{}]", ids.join(","))
}

/// They and everybody whose archive became part of theirs, by id.
pub(crate) fn with_merged(db: &Connection, ids: &[CustomerId]) -> Result<Vec<CustomerId>> {
    super::rows(
        db,
        "WITH RECURSIVE all_of(id) AS (
           SELECT value FROM json_each(:people)
           UNION SELECT c.id FROM all_of a CROSS JOIN customer c ON c.merged_into_id = a.id)
         SELECT id FROM all_of ORDER BY id",
        named_params! {":people": people(ids)},
        |row| row.get(0),
    )
}

/// The ids of a place's rows.
pub(crate) fn rows_of(db: &Connection, place: &Place, people: &str) -> Result<Vec<i64>> {
    let sql = format!("SELECT id FROM {} WHERE {} ORDER BY id", place.table, place.hers);
    super::rows(db, &sql, named_params! {":people": people}, |row| row.get(0))
}

/// Does to a place's rows what becomes of them.
pub(crate) fn settle(db: &Connection, place: &Place, people: &str) -> Result<()> {
    let sql = match place.fate {
        Fate::Kept => return Ok(()),
        Fate::Removed => format!("DELETE FROM {} WHERE {}", place.table, place.hers),
        Fate::Emptied(words) => {
            let sets: Vec<String> = words
                .iter()
                .map(
                    |word| {
                        if NEVER_NULL.contains(&(place.table, word)) { format!("{word} = '{NOTHING}'") } else { format!("{word} = NULL") }
                    },
                )
                .collect();
            format!("UPDATE {} SET {} WHERE {}", place.table, sets.join(", "), place.hers)
        }
    };
    super::run(db, &sql, named_params! {":people": people})?;
    Ok(())
}

/// Those whom they brought forget who brought them.
pub(crate) fn forget_who_brought(db: &Connection, people: &str) -> Result<()> {
    super::run(
        db,
        "UPDATE customer SET referrer_id = NULL WHERE referrer_id IN (SELECT value FROM json_each(:people))
           AND id NOT IN (SELECT value FROM json_each(:people))",
        named_params! {":people": people},
    )?;
    Ok(())
}

/// Leaves of an archive an empty row that visits and points can stand on.
pub(crate) fn empty_archive(db: &Connection, id: CustomerId, member_no: &str, name: &str, name_key: &str) -> Result<()> {
    let sets: Vec<String> = OF_THE_ARCHIVE.iter().map(|column| format!("{column} = NULL")).collect();
    super::run(
        db,
        &format!(
            "UPDATE customer SET member_no = :member_no, name = :name, name_key = :key, birthday_leap = 0, status = 'cancelled', {}
             WHERE id = :id",
            sets.join(", ")
        ),
        named_params! {":id": id, ":member_no": member_no, ":name": name, ":key": name_key},
    )?;
    Ok(())
}

/// Live visits of theirs and what was paid on them.
pub(crate) fn sales(db: &Connection, people: &str) -> Result<(i64, crate::money::Fen)> {
    let sql = "SELECT count(*), coalesce(sum(total), 0) FROM visit
               WHERE voided_at IS NULL AND customer_id IN (SELECT value FROM json_each(:people))";
    Ok(super::row(db, sql, named_params! {":people": people}, |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn schema() -> Connection {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("schema.sql")).unwrap();
        db
    }

    fn list(db: &Connection, sql: &str) -> BTreeSet<String> {
        db.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(std::result::Result::unwrap).collect()
    }

    /// Conclusions, drawn anew from what is left.
    const CONCLUSIONS: &[&str] = &["customer_stats", "level_outlook", "search_key"];
    /// Tables of the shop as a whole, which point at somebody's rows.
    const OF_THE_SHOP: &[&str] = &["operation", "change", "change_range"];

    #[test]
    fn every_table_that_leads_to_a_customer_has_a_place() {
        let db = schema();
        let places: BTreeSet<&str> = PLACES.iter().map(|place| place.table).collect();
        let mut hers: BTreeSet<String> = BTreeSet::from(["customer".to_owned()]);
        loop {
            let leading: BTreeSet<String> = hers
                .iter()
                .flat_map(|target| {
                    list(
                        &db,
                        &format!(
                            "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) k WHERE k.\"table\" = '{target}'"
                        ),
                    )
                })
                .collect();
            let before = hers.len();
            hers.extend(leading);
            if hers.len() == before {
                break;
            }
        }
        for table in hers.iter().filter(|table| *table != "customer") {
            let known = places.contains(table.as_str()) || CONCLUSIONS.contains(&table.as_str()) || OF_THE_SHOP.contains(&table.as_str());
            assert!(known, "{table} has no place: an erasure would leave it behind, and her copy would not have it");
        }
        assert!(hers.len() > PLACES.len() / 2);
    }

    /// Texts that say nothing about a person: words of a choice, numbers of goods and papers, days.
    const NO_WORDS: &[(&str, &[&str])] = &[
        ("contact", &["day", "channel", "direction", "purpose", "outcome"]),
        ("care_decision", &["cause", "decision", "until_day", "day", "due_on"]),
        ("event_guest", &["invite_by", "answer", "answered_on", "added_on"]),
        ("spot_check_item", &["outcome", "called_on"]),
        ("compensation", &["kind", "day"]),
        ("complaint_step", &["step"]),
        ("complaint", &["kind", "opened_on", "solved_on", "followed_up_on"]),
        ("voucher", &["kind", "valid_from", "valid_to"]),
        ("points_entry", &["day", "kind", "expires_on"]),
        ("level_decision", &["day", "source"]),
        ("payment", &["method"]),
        ("visit_line", &["style_no", "name", "category", "color", "size", "reason"]),
        ("visit", &["visit_no", "day", "kind", "ticket_no"]),
        ("customer", &["joined_on", "status"]),
    ];

    #[test]
    fn every_text_of_a_row_that_stays_is_emptied_or_says_nothing_about_a_person() {
        let db = schema();
        let kept = PLACES.iter().filter(|place| place.fate != Fate::Removed && place.table != "profile_value");
        let mut looked = 0;
        for (table, words) in kept
            .map(|place| match place.fate {
                Fate::Emptied(words) => (place.table, words.to_vec()),
                _ => (place.table, Vec::new()),
            })
            .chain([("customer", [OF_THE_ARCHIVE, &["name", "name_key", "member_no"]].concat())])
        {
            let plain = NO_WORDS.iter().find(|(of, _)| *of == table).map_or(&[][..], |(_, columns)| columns);
            for column in list(&db, &format!("SELECT name FROM pragma_table_info('{table}') WHERE type = 'TEXT'")) {
                let known = words.contains(&column.as_str()) || plain.contains(&column.as_str());
                assert!(known, "{table}.{column} would stay as it is");
                looked += 1;
            }
        }
        assert!(looked > 50);
    }
}
