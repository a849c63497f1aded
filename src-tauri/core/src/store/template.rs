//! Table `message_template`.

use crate::error::Result;
use crate::ids::TemplateId;
use crate::templates::Occasion;
use crate::wire::settings::Language;
use crate::wire::templates::{MessageTemplate, SaveTemplate};
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, key, occasion, language, title, text, purpose, is_on";

fn from_row(row: &Row<'_>) -> rusqlite::Result<MessageTemplate> {
    Ok(MessageTemplate {
        id: row.get("id")?,
        key: row.get("key")?,
        occasion: row.get::<_, Occasion>("occasion")?,
        language: row.get::<_, Language>("language")?,
        title: row.get("title")?,
        text: row.get("text")?,
        purpose: row.get("purpose")?,
        is_on: row.get("is_on")?,
    })
}

/// All texts, in the order of the list.
pub(crate) fn list(db: &Connection) -> Result<Vec<MessageTemplate>> {
    super::rows(db, &format!("SELECT {COLUMNS} FROM message_template ORDER BY position, id"), [], from_row)
}

/// One text.
pub(crate) fn get(db: &Connection, id: TemplateId) -> Result<Option<MessageTemplate>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM message_template WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// How many there are.
pub(crate) fn count(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT count(*) FROM message_template", [], |row| row.get(0))?.unwrap_or(0))
}

/// How many entries of the log, tasks set by hand and rules of care refer to a text.
pub(crate) fn uses(db: &Connection, id: TemplateId) -> Result<i64> {
    let found = super::row(
        db,
        "SELECT (SELECT count(*) FROM contact WHERE template_id = :id) + (SELECT count(*) FROM follow_up WHERE template_id = :id)
           + (SELECT count(*) FROM care_rule WHERE json_extract(rule, '$.template') = :id)",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(0))
}

/// Adds a text at the end of the list; its id is ignored.
pub(crate) fn insert(db: &Connection, key: Option<&str>, new: &SaveTemplate) -> Result<TemplateId> {
    super::run(
        db,
        "INSERT INTO message_template (key, occasion, language, title, text, purpose, is_on, position)
         VALUES (:key, :occasion, :language, :title, :text, :purpose, :on, (SELECT coalesce(max(position), 0) + 1 FROM message_template))",
        named_params! {
            ":key": key, ":occasion": new.occasion, ":language": new.language, ":title": new.title, ":text": new.text,
            ":purpose": new.purpose, ":on": new.is_on,
        },
    )?;
    Ok(TemplateId(db.last_insert_rowid()))
}

/// Changes a text; says how many there were.
pub(crate) fn update(db: &Connection, id: TemplateId, new: &SaveTemplate) -> Result<usize> {
    super::run(
        db,
        "UPDATE message_template SET occasion = :occasion, language = :language, title = :title, text = :text, purpose = :purpose,
           is_on = :on
         WHERE id = :id",
        named_params! {
            ":id": id, ":occasion": new.occasion, ":language": new.language, ":title": new.title, ":text": new.text,
            ":purpose": new.purpose, ":on": new.is_on,
        },
    )
}

/// Takes a text away; says how many there were.
pub(crate) fn delete(db: &Connection, id: TemplateId) -> Result<usize> {
    super::run(db, "DELETE FROM message_template WHERE id = :id", named_params! {":id": id})
}
