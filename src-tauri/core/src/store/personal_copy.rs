//! Everything stored about one customer, as her copy shows it. The names of sections and columns are a promise: other programs read them.

use crate::clock::Now;
use crate::error::Result;
use crate::money::Fen;
use chrono::FixedOffset;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, named_params};
use serde_json::Value;

/// One kind of record.
pub(crate) struct Section {
    pub name: &'static str,
    sql: &'static str,
}

/// A place of which the copy needs nothing of its own: it is in another section's columns.
#[cfg(test)]
const WITHIN_ANOTHER: &[&str] = &["spot_check_answer"];

const MONEY: &[&str] =
    &["total", "list_total", "voucher_off", "points_off", "price", "list_price", "paid", "amount_off", "min_spend", "used_off"];
const INSTANTS: &[&str] = &["at", "voided_at", "issued_at", "cancelled_at", "from_at", "to_at"];
const YES_NO: &[&str] = &["given", "is_skipped", "is_satisfied", "came", "gift_given", "leap", "is_right", "birthday_leap"];

/// The sections in their order. `:people` is a JSON array of ids.
pub(crate) const SECTIONS: &[Section] = &[
    Section {
        name: "customer",
        sql: "SELECT c.member_no, c.name, c.nickname, c.gender, c.birthday_calendar, c.birthday_year, c.birthday_month, c.birthday_day,
                nullif(c.birthday_leap, 0) AS birthday_leap, c.age_band, c.wechat, c.email, c.address, c.preferred_channel, c.source,
                r.member_no AS referrer, s.name AS staff, c.joined_on, c.note, c.status
              FROM customer c LEFT JOIN customer r ON r.id = c.referrer_id LEFT JOIN staff s ON s.id = c.staff_id
              WHERE c.id IN (SELECT value FROM json_each(:people)) ORDER BY c.id",
    },
    Section {
        name: "phone",
        sql: "SELECT number, label FROM phone WHERE customer_id IN (SELECT value FROM json_each(:people)) ORDER BY position, id",
    },
    Section {
        name: "profile_value",
        sql: "SELECT f.label AS field, v.value, v.learned_on, v.ended_on, s.name AS staff, w.visit_no
              FROM profile_value v JOIN profile_field f ON f.id = v.field_id LEFT JOIN staff s ON s.id = v.staff_id
              LEFT JOIN visit w ON w.id = v.visit_id
              WHERE v.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY f.position, v.id",
    },
    Section {
        name: "important_date",
        sql: "SELECT label, calendar, year, month, day AS day_of_month, nullif(leap, 0) AS leap FROM important_date
              WHERE customer_id IN (SELECT value FROM json_each(:people)) ORDER BY month, day",
    },
    Section {
        name: "relation",
        sql: "SELECT r.kind AS relation, o.member_no AS other, r.note FROM relation r JOIN customer o ON o.id = r.to_id
              WHERE r.from_id IN (SELECT value FROM json_each(:people))
              UNION ALL SELECT CASE r.kind WHEN 'parent' THEN 'child' WHEN 'child' THEN 'parent' ELSE r.kind END, o.member_no, r.note
              FROM relation r JOIN customer o ON o.id = r.from_id WHERE r.to_id IN (SELECT value FROM json_each(:people))",
    },
    Section {
        name: "told_apart",
        sql: "SELECT a.day, s.name AS staff FROM told_apart a LEFT JOIN staff s ON s.id = a.staff_id
              WHERE a.left_id IN (SELECT value FROM json_each(:people)) OR a.right_id IN (SELECT value FROM json_each(:people)) ORDER BY a.id",
    },
    Section {
        name: "customer_tag",
        sql: "SELECT t.name AS tag, c.added_on FROM customer_tag c JOIN tag t ON t.id = c.tag_id
              WHERE c.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY c.id",
    },
    Section {
        name: "popup_note",
        sql: "SELECT text, until_day FROM popup_note WHERE customer_id IN (SELECT value FROM json_each(:people)) ORDER BY id",
    },
    Section {
        name: "wish",
        sql: "SELECT w.noted_on, w.style_no, w.name AS goods, w.color, w.size, w.reason AS why, w.status, v.visit_no
              FROM wish w LEFT JOIN visit v ON v.id = w.visit_id
              WHERE w.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY w.id",
    },
    Section {
        name: "visit",
        sql: "SELECT v.visit_no, v.day, v.at, v.kind, v.pieces, v.list_total, v.total, nullif(v.voucher_off, 0) AS voucher_off,
                nullif(v.points_used, 0) AS points_used, nullif(v.points_off, 0) AS points_off, v.ticket_no, s.name AS staff,
                v.satisfaction, v.motive, v.companions, v.feedback, v.note, v.voided_at, v.void_reason, v.receipt
              FROM visit v LEFT JOIN staff s ON s.id = v.staff_id
              WHERE v.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY v.day, v.at, v.id",
    },
    Section {
        name: "visit_line",
        sql: "SELECT v.visit_no, l.line_no, l.style_no, l.name AS goods, l.category, l.color, l.size, l.qty, l.list_price, l.price,
                l.amount AS paid, l.reason AS price_reason, l.reason_note
              FROM visit v JOIN visit_line l ON l.visit_id = v.id
              WHERE v.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY v.day, v.at, v.id, l.line_no",
    },
    Section {
        name: "payment",
        sql: "SELECT v.visit_no, p.method, p.amount AS paid FROM visit v JOIN payment p ON p.visit_id = v.id
              WHERE v.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY v.day, v.at, v.id, p.id",
    },
    Section {
        name: "level_decision",
        sql:
            "SELECT d.day, l.name AS level, d.source AS decided_by, d.reason AS why FROM level_decision d JOIN level l ON l.id = d.level_id
              WHERE d.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY d.day, d.id",
    },
    Section {
        name: "points_entry",
        sql: "SELECT p.day, p.kind, p.points, p.expires_on, v.visit_no, p.reason AS why FROM points_entry p
              LEFT JOIN visit v ON v.id = p.visit_id
              WHERE p.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY p.day, p.id",
    },
    Section {
        name: "voucher",
        sql: "SELECT w.issued_at, w.kind, w.amount_off, w.percent_off, nullif(w.min_spend, 0) AS min_spend, w.valid_from, w.valid_to,
                v.visit_no, w.used_off, w.reason AS why, w.cancelled_at, w.cancel_reason
              FROM voucher w LEFT JOIN visit v ON v.id = w.used_visit_id
              WHERE w.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY w.id",
    },
    Section {
        name: "benefit_grant",
        sql: "SELECT name AS benefit, granted_on, valid_to, given_on, note FROM benefit_grant
              WHERE customer_id IN (SELECT value FROM json_each(:people)) ORDER BY id",
    },
    Section {
        name: "consent",
        sql: "SELECT k.day, k.at, k.purpose, k.channel, k.is_given AS given, k.wording, k.guardian, s.name AS staff, k.note
              FROM consent k LEFT JOIN staff s ON s.id = k.staff_id
              WHERE k.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY k.id",
    },
    Section {
        name: "sensitive_consent",
        sql: "SELECT k.day, k.at, f.label AS field, k.is_given AS given, k.wording, s.name AS staff, k.note
              FROM sensitive_consent k JOIN profile_field f ON f.id = k.field_id LEFT JOIN staff s ON s.id = k.staff_id
              WHERE k.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY k.id",
    },
    Section {
        name: "contact_wish",
        sql: "SELECT wish, day, note FROM contact_wish WHERE customer_id IN (SELECT value FROM json_each(:people))",
    },
    Section {
        name: "contact",
        sql: "SELECT k.day, k.at, k.channel, k.direction, k.purpose, k.outcome, k.text, t.title AS template, e.name AS event, k.batch,
                s.name AS staff
              FROM contact k LEFT JOIN message_template t ON t.id = k.template_id LEFT JOIN event e ON e.id = k.event_id
              LEFT JOIN staff s ON s.id = k.staff_id
              WHERE k.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY k.day, k.id",
    },
    Section {
        name: "follow_up",
        sql: "SELECT f.made_on, f.title, f.due_on, f.expires_on, f.channel, f.purpose, f.batch, s.name AS staff
              FROM follow_up f LEFT JOIN staff s ON s.id = f.staff_id
              WHERE f.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY f.id",
    },
    Section {
        name: "care_decision",
        sql: "SELECT d.day, coalesce(r.name, f.title) AS task, d.cause, d.decision, d.until_day, d.reason AS why, s.name AS staff
              FROM care_decision d LEFT JOIN care_rule r ON r.id = d.rule_id LEFT JOIN follow_up f ON f.id = d.follow_up_id
              LEFT JOIN staff s ON s.id = d.staff_id
              WHERE d.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY d.id",
    },
    Section {
        name: "complaint",
        sql: "SELECT k.opened_on, k.kind, k.what, k.solved_on, k.solution, k.is_satisfied, k.followed_up_on, v.visit_no, s.name AS staff
              FROM complaint k LEFT JOIN visit v ON v.id = k.visit_id LEFT JOIN staff s ON s.id = k.staff_id
              WHERE k.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY k.id",
    },
    Section {
        name: "complaint_step",
        sql: "SELECT k.opened_on, t.step, t.at, nullif(t.is_skipped, 0) AS is_skipped, t.note, s.name AS staff
              FROM complaint k JOIN complaint_step t ON t.complaint_id = k.id LEFT JOIN staff s ON s.id = t.staff_id
              WHERE k.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY k.id, t.id",
    },
    Section {
        name: "complaint_hold",
        sql: "SELECT k.opened_on, h.from_at, h.to_at, h.reason AS why FROM complaint k JOIN complaint_hold h ON h.complaint_id = k.id
              WHERE k.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY k.id, h.id",
    },
    Section {
        name: "compensation",
        sql: "SELECT m.day, m.kind, nullif(m.amount, 0) AS paid, m.note FROM complaint k JOIN compensation m ON m.complaint_id = k.id
              WHERE k.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY m.id",
    },
    Section {
        name: "event_guest",
        sql: "SELECT e.day, e.name AS event, g.invite_by, g.answer, g.answered_on, g.party, g.came, nullif(g.gift_given, 0) AS gift_given,
                g.note
              FROM event_guest g JOIN event e ON e.id = g.event_id
              WHERE g.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY e.day, g.id",
    },
    Section {
        name: "referral_thanks",
        sql: "SELECT day, 'referrer' AS part, what AS thanks FROM referral_thanks
              WHERE referrer_id IN (SELECT value FROM json_each(:people))
              UNION ALL SELECT day, 'referred', what FROM referral_thanks WHERE referred_id IN (SELECT value FROM json_each(:people))",
    },
    Section {
        name: "spot_check_item",
        sql: "SELECT k.day, k.name AS spot_check, i.outcome, i.called_on, i.note,
                (SELECT group_concat(f.label, ' / ') FROM spot_check_answer a JOIN profile_field f ON f.id = a.field_id
                 WHERE a.item_id = i.id AND a.is_right = 0) AS wrong_fields
              FROM spot_check_item i JOIN spot_check k ON k.id = i.check_id
              WHERE i.customer_id IN (SELECT value FROM json_each(:people)) ORDER BY i.id",
    },
];

/// The rows of a section under its columns. Amounts are texts in yuan, instants RFC 3339.
pub(crate) struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// Reads a section.
pub(crate) fn table(db: &Connection, section: &Section, people: &str, offset: FixedOffset) -> Result<Table> {
    let mut statement = db.prepare(section.sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query(named_params! {":people": people})?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(columns.len());
        for (at, name) in columns.iter().enumerate() {
            values.push(match row.get_ref(at)? {
                ValueRef::Integer(n) if MONEY.contains(&name.as_str()) => Fen(n).to_string().into(),
                ValueRef::Integer(n) if INSTANTS.contains(&name.as_str()) => Now::from_millis(n, offset).text().into(),
                ValueRef::Integer(n) if YES_NO.contains(&name.as_str()) => Value::Bool(n != 0),
                ValueRef::Integer(n) => n.into(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
                _ => Value::Null,
            });
        }
        found.push(values);
    }
    Ok(Table { columns, rows: found })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::personal::PLACES;

    #[test]
    fn every_place_with_her_data_has_a_section() {
        for place in PLACES {
            let told = SECTIONS.iter().any(|section| section.name == place.table) || WITHIN_ANOTHER.contains(&place.table);
            assert!(told, "{} is not in her copy", place.table);
        }
    }

    #[test]
    fn every_section_can_be_asked() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("schema.sql")).unwrap();
        let offset = FixedOffset::east_opt(28_800).unwrap();
        for section in SECTIONS {
            assert!(table(&db, section, "[1]", offset).unwrap().rows.is_empty(), "{}", section.name);
        }
    }
}
