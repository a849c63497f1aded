//! Moving all rows of one customer to another. A row moves, or is combined with one that says the same; none is dropped in silence.

use super::merge_alike::{Fields, agree, combine, filled, id, number, read, since};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, FieldId};
use rusqlite::{Connection, named_params};
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeMap;

/// Tables whose rows simply change hands.
const OWNED: &[&str] = &[
    "visit",
    "wish",
    "points_entry",
    "voucher",
    "benefit_grant",
    "level_decision",
    "consent",
    "sensitive_consent",
    "follow_up",
    "complaint",
    "contact",
];

/// What became of the rows, by table.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Rows that changed hands.
    pub moved: BTreeMap<&'static str, i64>,
    /// Rows that both had, of which one stays.
    pub combined: BTreeMap<&'static str, i64>,
}

impl Tally {
    fn moved(&mut self, table: &'static str, rows: usize) {
        *self.moved.entry(table).or_default() += i64::try_from(rows).unwrap_or(i64::MAX);
    }

    fn combined(&mut self, table: &'static str) {
        *self.combined.entry(table).or_default() += 1;
    }
}

/// One merge at work.
struct Merge<'a> {
    db: &'a Connection,
    from: CustomerId,
    to: CustomerId,
    tally: Tally,
}

/// Moves visits, points, facts, tags, relations and all else. `take` are the fields of which the answer of the one who goes shall hold.
pub(crate) fn move_rows(db: &Connection, from: CustomerId, to: CustomerId, take: &[FieldId], day: Day) -> Result<Tally> {
    let mut merge = Merge { db, from, to, tally: Tally::default() };
    for table in OWNED {
        merge.hand_over(table)?;
    }
    merge.alike("customer_tag", &["tag_id"], "", |kept, other| since(kept, other, "added_on"))?;
    merge.alike("popup_note", &["text", "until_day"], "", |kept, _| kept.clone())?;
    merge.alike("contact_wish", &[], "", stricter)?;
    merge.alike("event_guest", &["event_id"], "", guest)?;
    merge.dates()?;
    merge.answers(take, day)?;
    merge.decisions()?;
    merge.spot_checks()?;
    merge.relations()?;
    merge.thanks()?;
    merge.told_apart()?;
    merge.brought()?;
    Ok(merge.tally)
}

/// Who goes bears another number for a moment, or for good.
pub(crate) fn set_member_no(db: &Connection, customer: CustomerId, member_no: &str) -> Result<()> {
    super::run(db, "UPDATE customer SET member_no = :no WHERE id = :customer", named_params! {":customer": customer, ":no": member_no})?;
    Ok(())
}

/// The stricter wish of the two, as it was said.
fn stricter(kept: &Fields, other: &Fields) -> Fields {
    let none = |row: &Fields| row.get("wish").and_then(Value::as_str) == Some("none");
    if none(other) && !none(kept) { filled(&owner_only(kept), other, &["wish", "day", "note"]) } else { kept.clone() }
}

fn owner_only(row: &Fields) -> Fields {
    row.iter().filter(|(column, _)| *column == "customer_id").map(|(column, value)| (column.clone(), value.clone())).collect()
}

/// One place on the list, with what the kept one said before what the other did; whoever of them came, she came.
fn guest(kept: &Fields, other: &Fields) -> Fields {
    let mut content = filled(kept, other, &["note", "came"]);
    if kept.get("answer").is_none_or(Value::is_null) {
        for column in ["answer", "answered_on"] {
            content.insert(column.to_owned(), other.get(column).cloned().unwrap_or_default());
        }
    }
    for column in ["party", "came", "gift_given"] {
        if let (Some(one), Some(two)) = (number(kept, column), number(other, column)) {
            content.insert(column.to_owned(), one.max(two).into());
        }
    }
    content
}

impl Merge<'_> {
    fn both(&self) -> (i64, i64) {
        (self.from.0, self.to.0)
    }

    /// What is left of a table changes hands.
    fn hand_over(&mut self, table: &'static str) -> Result<()> {
        let rows = super::run(
            self.db,
            &format!("UPDATE {table} SET customer_id = :to WHERE customer_id = :from"),
            named_params! {":from": self.from, ":to": self.to},
        )?;
        self.tally.moved(table, rows);
        Ok(())
    }

    /// Combines rows of both that agree in these columns, and says which rows became which.
    fn combine_alike(
        &mut self,
        table: &'static str,
        by: &[&str],
        only: &str,
        content: impl Fn(&Fields, &Fields) -> Fields,
    ) -> Result<Vec<(i64, i64)>> {
        let hers = read(self.db, table, &format!("customer_id = :one {only}"), self.both())?;
        let mut kept = read(self.db, table, &format!("customer_id = :other {only}"), self.both())?;
        let mut became = Vec::new();
        for other in hers {
            if let Some(at) = kept.iter().position(|kept| agree(kept, &other, by)) {
                let one = kept.remove(at);
                let stays = combine(self.db, table, &one, &other, content(&one, &other))?;
                became.push((id(&one).min(id(&other)), stays));
                self.tally.combined(table);
            }
        }
        Ok(became)
    }

    fn alike(&mut self, table: &'static str, by: &[&str], only: &str, content: impl Fn(&Fields, &Fields) -> Fields) -> Result<()> {
        self.combine_alike(table, by, only, content)?;
        self.hand_over(table)
    }

    /// A date both told is one; tasks that were settled for either stay settled.
    fn dates(&mut self) -> Result<()> {
        let by = ["label", "calendar", "year", "month", "day", "leap"];
        for (went, stays) in self.combine_alike("important_date", &by, "", |kept, _| kept.clone())? {
            super::run(
                self.db,
                "UPDATE care_decision SET cause = :stays || substr(cause, length(:went) + 1)
                 WHERE customer_id IN (:from, :to) AND substr(cause, 1, length(:went)) = :went",
                named_params! {":from": self.from, ":to": self.to, ":went": format!("date:{went}:"), ":stays": format!("date:{stays}:")},
            )?;
        }
        self.hand_over("important_date")
    }

    /// What both said in the same words stays once; what each brought from an old book is added up; of two answers where there can be one
    /// the chosen one holds, and the other ends today.
    fn answers(&mut self, take: &[FieldId], day: Day) -> Result<()> {
        let opening = "AND ended_on IS NULL AND field_id IN (SELECT id FROM profile_field WHERE key GLOB 'opening_*')";
        self.combine_alike("profile_value", &["field_id"], opening, |kept, other| {
            let amount = |row: &Fields| row.get("value").and_then(Value::as_str).and_then(|text| text.parse::<Decimal>().ok());
            let mut content = since(kept, other, "learned_on");
            if let (Some(one), Some(two)) = (amount(kept), amount(other)) {
                content.insert("value".to_owned(), one.saturating_add(two).to_string().into());
            }
            content
        })?;
        let rest = "AND ended_on IS NULL AND field_id NOT IN (SELECT id FROM profile_field WHERE key GLOB 'opening_*')";
        self.combine_alike("profile_value", &["field_id", "value"], rest, |kept, other| since(kept, other, "learned_on"))?;
        let single = super::rows(
            self.db,
            "SELECT DISTINCT v.field_id FROM profile_value v JOIN profile_field f ON f.id = v.field_id
             WHERE v.customer_id = :from AND v.ended_on IS NULL AND f.kind IN ('choice', 'number', 'date')
               AND EXISTS (SELECT 1 FROM profile_value k WHERE k.customer_id = :to AND k.field_id = v.field_id AND k.ended_on IS NULL)",
            named_params! {":from": self.from, ":to": self.to},
            |row| row.get::<_, FieldId>(0),
        )?;
        for field in single {
            let loser = if take.contains(&field) { self.to } else { self.from };
            super::run(
                self.db,
                "UPDATE profile_value SET ended_on = max(:day, learned_on) WHERE customer_id = :loser AND field_id = :field AND ended_on IS NULL",
                named_params! {":loser": loser, ":field": field, ":day": day},
            )?;
        }
        self.hand_over("profile_value")
    }

    /// A task that was settled for either of them is not asked for again because the other one had put it off later.
    fn decisions(&mut self) -> Result<()> {
        let by = ["rule_id", "follow_up_id", "cause"];
        let open = |row: &Fields| matches!(row.get("decision").and_then(Value::as_str), Some("snoozed" | "no_answer"));
        let hers = read(self.db, "care_decision", "customer_id = :one", self.both())?;
        let kept = read(self.db, "care_decision", "customer_id = :other", self.both())?;
        for other in hers.iter().rev() {
            let is_latest = hers.iter().all(|row| id(row) <= id(other) || !agree(row, other, &by));
            let Some(one) = kept.iter().rev().find(|row| agree(row, other, &by)).filter(|_| is_latest) else { continue };
            let (early, late) = if id(one) < id(other) { (one, other) } else { (other, one) };
            if open(late) && !open(early) {
                let mut content = early.clone();
                content.insert("customer_id".to_owned(), self.to.0.into());
                combine(self.db, "care_decision", one, other, content)?;
                self.tally.combined("care_decision");
            }
        }
        self.hand_over("care_decision")
    }

    /// Both were drawn for one spot check: the call that was made counts, that of the kept one before the other.
    fn spot_checks(&mut self) -> Result<()> {
        let hers = read(self.db, "spot_check_item", "customer_id = :one", self.both())?;
        let kept = read(self.db, "spot_check_item", "customer_id = :other", self.both())?;
        for other in &hers {
            let Some(one) = kept.iter().find(|row| agree(row, other, &["check_id"])) else { continue };
            let called = |row: &Fields| !row.get("outcome").is_none_or(Value::is_null);
            let counts = if called(one) || !called(other) { one } else { other };
            self.spot_answers((id(one), id(other)), id(counts))?;
            let mut content = counts.clone();
            content.insert("customer_id".to_owned(), self.to.0.into());
            combine(self.db, "spot_check_item", one, other, content)?;
            self.tally.combined("spot_check_item");
        }
        self.hand_over("spot_check_item")
    }

    fn spot_answers(&mut self, items: (i64, i64), counts: i64) -> Result<()> {
        let answers = read(self.db, "spot_check_answer", "item_id IN (:one, :other)", items)?;
        let stays = items.0.max(items.1);
        for answer in &answers {
            let twin = answers.iter().find(|twin| id(twin) != id(answer) && agree(twin, answer, &["field_id"]));
            match twin {
                Some(twin) if id(twin) < id(answer) => {
                    let mut content = if number(answer, "item_id") == Some(counts) { answer.clone() } else { twin.clone() };
                    content.insert("item_id".to_owned(), stays.into());
                    combine(self.db, "spot_check_answer", answer, twin, content)?;
                    self.tally.combined("spot_check_answer");
                }
                Some(_) => {}
                None => {
                    super::run(
                        self.db,
                        "UPDATE spot_check_answer SET item_id = :item WHERE id = :id",
                        named_params! {":item": stays, ":id": id(answer)},
                    )?;
                }
            }
        }
        Ok(())
    }

    /// Nobody is her own sister; and the same friend is a friend once.
    fn relations(&mut self) -> Result<()> {
        let either = |who: &str| format!("(from_id = {who} OR to_id = {who})");
        let all = format!("{} AND NOT {}", either(":one"), either(":other"));
        let kept = format!("{} AND NOT {}", either(":other"), either(":one"));
        for between in read(self.db, "relation", &format!("{} AND {}", either(":one"), either(":other")), self.both())? {
            super::run(self.db, "DELETE FROM relation WHERE id = :id", named_params! {":id": id(&between)})?;
            self.tally.combined("relation");
        }
        let hers = read(self.db, "relation", &all, self.both())?;
        let mut kept = read(self.db, "relation", &kept, self.both())?;
        for other in hers {
            let said = seen_from(&other, self.from);
            match kept.iter().position(|row| seen_from(row, self.to) == said) {
                Some(at) => {
                    let one = kept.remove(at);
                    combine(self.db, "relation", &one, &other, filled(&one, &other, &["note"]))?;
                    self.tally.combined("relation");
                }
                None => {
                    super::run(
                        self.db,
                        "UPDATE relation SET from_id = iif(from_id = :from, :to, from_id), to_id = iif(to_id = :from, :to, to_id) WHERE id = :id",
                        named_params! {":from": self.from, ":to": self.to, ":id": id(&other)},
                    )?;
                    self.tally.moved("relation", 1);
                }
            }
        }
        Ok(())
    }

    /// Both were thanked for the same person, or one had brought the other: nobody is thanked for herself.
    fn thanks(&mut self) -> Result<()> {
        let rows = read(self.db, "referral_thanks", "(referrer_id IN (:one, :other) OR referred_id IN (:one, :other))", self.both())?;
        let after = |row: &Fields, column: &str| number(row, column).map(|who| if who == self.from.0 { self.to.0 } else { who });
        let is_hers = |row: &Fields| number(row, "referrer_id") == Some(self.from.0) || number(row, "referred_id") == Some(self.from.0);
        for row in rows.iter().filter(|row| is_hers(row)) {
            let ends = (after(row, "referrer_id"), after(row, "referred_id"));
            let twin = rows.iter().find(|one| !is_hers(one) && (after(one, "referrer_id"), after(one, "referred_id")) == ends);
            if ends.0 == ends.1 {
                super::run(self.db, "DELETE FROM referral_thanks WHERE id = :id", named_params! {":id": id(row)})?;
                self.tally.combined("referral_thanks");
            } else if let Some(one) = twin {
                combine(self.db, "referral_thanks", one, row, one.clone())?;
                self.tally.combined("referral_thanks");
            } else {
                super::run(
                    self.db,
                    "UPDATE referral_thanks SET referrer_id = :referrer, referred_id = :referred WHERE id = :id",
                    named_params! {":referrer": ends.0, ":referred": ends.1, ":id": id(row)},
                )?;
                self.tally.moved("referral_thanks", 1);
            }
        }
        Ok(())
    }

    /// Whoever was told apart from either is told apart from her; the two themselves no longer are.
    fn told_apart(&mut self) -> Result<()> {
        for row in read(self.db, "told_apart", "(left_id = :one OR right_id = :one)", self.both())? {
            let other = [number(&row, "left_id"), number(&row, "right_id")].into_iter().flatten().find(|who| *who != self.from.0);
            let other = CustomerId(other.unwrap_or_default());
            if other == self.to {
                super::run(self.db, "DELETE FROM told_apart WHERE id = :id", named_params! {":id": id(&row)})?;
                self.tally.combined("told_apart");
                continue;
            }
            if let Some(known) = super::told_apart::of(self.db, self.to, other)? {
                let signs = row.get("signs").and_then(Value::as_str).unwrap_or("[]");
                let mut signs: Vec<String> = serde_json::from_str(signs)?;
                signs.extend(known.signs);
                signs.sort_unstable();
                signs.dedup();
                super::told_apart::put(self.db, (self.to, other), &signs, known.day, known.staff)?;
                super::run(self.db, "DELETE FROM told_apart WHERE id = :id", named_params! {":id": id(&row)})?;
                self.tally.combined("told_apart");
            } else {
                super::run(
                    self.db,
                    "UPDATE told_apart SET left_id = min(:to, :other), right_id = max(:to, :other) WHERE id = :id",
                    named_params! {":to": self.to, ":other": other, ":id": id(&row)},
                )?;
                self.tally.moved("told_apart", 1);
            }
        }
        Ok(())
    }

    /// Those whom the one who goes had brought were brought by the kept one; and a task about her brought names her by her new number.
    fn brought(&mut self) -> Result<()> {
        let moved = super::run(
            self.db,
            "UPDATE customer SET referrer_id = :to WHERE referrer_id = :from AND id <> :to",
            named_params! {":from": self.from, ":to": self.to},
        )?;
        self.tally.moved("customer", moved);
        super::run(
            self.db,
            "UPDATE care_decision SET cause = :now WHERE cause = :was AND customer_id IN (SELECT referrer_id FROM customer WHERE id IN (:from, :to))",
            named_params! {
                ":from": self.from, ":to": self.to, ":was": format!("brought:{}", self.from.0), ":now": format!("brought:{}", self.to.0),
            },
        )?;
        Ok(())
    }
}

/// Whom a relation leads to, and what that person is to the one asked about.
fn seen_from(row: &Fields, who: CustomerId) -> (Option<i64>, String) {
    let kind = row.get("kind").and_then(Value::as_str).unwrap_or_default();
    let turned = match kind {
        "parent" => "child",
        "child" => "parent",
        same => same,
    };
    match (number(row, "from_id"), number(row, "to_id")) {
        (Some(from), to) if from == who.0 => (to, kind.to_owned()),
        (from, _) => (from, turned.to_owned()),
    }
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
