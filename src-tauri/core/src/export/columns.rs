//! Which columns each table has, and which of them are wanted.
//!
//! Names are those that the import knows. Behind a colon stands the catalogue's key where the word is another one.

use crate::error::{Code, Failure, Result};
use crate::messages::Messages;
use crate::shop::Shop;
use crate::store::{profile, setting, state};
use crate::wire::export::{ExportColumn, ExportColumns, ExportedTable, FileEncoding, GetExportColumns, Headings, TableFormat};
use crate::wire::profile::ProfileField;
use crate::wire::settings::Settings;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(super) const CUSTOMERS: &[&str] = &[
    "member_no",
    "name",
    "nickname",
    "gender",
    "phone",
    "phone_2",
    "birthday",
    "birthday_type",
    "age_band",
    "wechat",
    "email",
    "address",
    "preferred_channel",
    "source",
    "referrer",
    "staff",
    "joined",
    "status",
    "tags",
    "note",
    "level",
    "points",
    "completeness",
    "visits",
    "purchases",
    "purchase_days",
    "pieces",
    "net",
    "first_purchase",
    "last_purchase",
    "last_visit",
    "lifecycle",
    "value_segment",
    "r:rfm_r",
    "f:rfm_f",
    "m:rfm_m",
];
pub(super) const VISITS: &[&str] = &[
    "visit_no",
    "date",
    "time",
    "kind",
    "member_no",
    "name",
    "day_total",
    "staff",
    "paper_ticket_no:paper_ticket",
    "pieces",
    "list_total",
    "amount:total",
    "pay:method",
    "pay_cash",
    "pay_wechat",
    "pay_alipay",
    "pay_card",
    "pay_stored",
    "pay_other",
    "ref_visit_no",
    "satisfaction",
    "motive",
    "companions",
    "feedback",
    "note",
];
pub(super) const LINES: &[&str] = &[
    "visit_no",
    "date",
    "member_no",
    "line_no",
    "style_no",
    "name:goods",
    "category",
    "color",
    "size",
    "qty",
    "list_price",
    "price",
    "amount",
    "reason",
    "reason_note",
    "ref_visit_no",
    "ref_line_no",
];
pub(super) const POINTS: &[&str] =
    &["member_no", "name", "date", "entry", "points:points_moved", "balance", "visit_no", "expires_on", "reason:why"];
pub(super) const TASKS: &[&str] = &[
    "due",
    "state:task_state",
    "rule",
    "member_no",
    "name",
    "phone",
    "level",
    "channel",
    "purpose",
    "staff",
    "why:task_why",
    "text:task_text",
    "tries",
    "expires_on:expires_on_task",
];

/// What was chosen last for each table, under this key of table `state`.
const CHOICES: &str = "export_choices";

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its name, the same in every language.
    pub name: String,
    /// Its name in words.
    pub label: String,
}

/// What was chosen for a table.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Choice {
    /// The columns in their order; empty for all.
    pub columns: Vec<String>,
    /// The kind of file.
    pub format: Option<TableFormat>,
    /// The encoding of a text file.
    pub encoding: Option<FileEncoding>,
    /// What stands in the first row.
    pub headings: Option<Headings>,
}

/// The columns of a table in their own order.
pub(super) fn columns(db: &Connection, table: ExportedTable, words: &Messages) -> Result<Vec<Column>> {
    let own: &[&str] = match table {
        ExportedTable::Customers => CUSTOMERS,
        ExportedTable::Visits => VISITS,
        ExportedTable::Lines => LINES,
        ExportedTable::Points => POINTS,
        ExportedTable::Tasks => TASKS,
    };
    let mut all: Vec<Column> = own
        .iter()
        .map(|column| {
            let (name, key) = column.split_once(':').unwrap_or((column, column));
            Column { name: name.to_owned(), label: words.text(&format!("export-column-{}", key.replace('_', "-")), &[]) }
        })
        .collect();
    if table == ExportedTable::Customers {
        let field = |field: ProfileField| Column { name: format!("profile.{}", field.key), label: field.label };
        all.extend(profile_fields(db)?.into_iter().map(field));
    }
    Ok(all)
}

/// The fields of the catalogue that are no columns of the archive.
pub(super) fn profile_fields(db: &Connection) -> Result<Vec<ProfileField>> {
    Ok(profile::fields(db)?.into_iter().filter(|field| field.is_on && !field.is_builtin).collect())
}

/// The places of the columns that are wanted.
///
/// # Errors
/// `choice_invalid` at `columns.N` for one that the table does not have or that stands twice, `required` at `columns` for none at all.
pub(super) fn picked(all: &[Column], wanted: Option<&[String]>) -> Result<Option<Vec<usize>>> {
    let Some(wanted) = wanted else { return Ok(None) };
    if wanted.is_empty() {
        return Err(Failure::at(Code::Required, "columns").into());
    }
    let mut places = Vec::with_capacity(wanted.len());
    for (n, name) in wanted.iter().enumerate() {
        match all.iter().position(|column| column.name == *name) {
            Some(place) if !places.contains(&place) => places.push(place),
            _ => return Err(Failure::at(Code::ChoiceInvalid, format!("columns.{n}")).with("value", name).into()),
        }
    }
    Ok(Some(places))
}

/// Notes what was chosen, for the next time.
pub(super) fn remember(db: &Connection, table: ExportedTable, choice: Choice) -> Result<()> {
    let mut all: BTreeMap<String, Choice> = state::get(db, CHOICES)?.unwrap_or_default();
    all.insert(table.as_str().to_owned(), choice);
    state::put(db, CHOICES, &all)
}

/// The columns of a table, those chosen last time first and in that order, and how the file was written then.
pub fn export_columns(shop: &mut Shop, request: GetExportColumns) -> Result<ExportColumns> {
    let db = shop.db()?;
    let settings: Settings = setting::get(db, Settings::KEY)?;
    let mut left = columns(db, request.table, &Messages::of(settings.language))?;
    let choices: BTreeMap<String, Choice> = state::get(db, CHOICES)?.unwrap_or_default();
    let choice = choices.get(request.table.as_str()).cloned().unwrap_or_default();
    let all = choice.columns.is_empty();
    let mut found = Vec::with_capacity(left.len());
    // A field that left the catalogue meanwhile is passed over.
    for name in &choice.columns {
        if let Some(at) = left.iter().position(|column| column.name == *name) {
            let Column { name, label } = left.remove(at);
            found.push(ExportColumn { name, label, is_chosen: true });
        }
    }
    found.extend(left.into_iter().map(|Column { name, label }| ExportColumn { name, label, is_chosen: all }));
    Ok(ExportColumns { columns: found, format: choice.format, encoding: choice.encoding, headings: choice.headings })
}
