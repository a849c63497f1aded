//! Her copy (查询复制): everything stored about one customer, once to read and once for another program.

use super::readable;
use crate::audit::Note;
use crate::clock::Now;
use crate::error::{Code, Error, Failure, Result};
use crate::export::customer_code;
use crate::folder;
use crate::messages::Messages;
use crate::shop::Shop;
use crate::store::open::{private_file, sync_folder, with_suffix};
use crate::store::personal_copy::{SECTIONS, Table};
use crate::store::{customer, personal, personal_copy, personal_history as past, setting, staff};
use crate::wire::privacy::{AccessCopy, WriteAccessCopy};
use crate::wire::settings::Settings;
use chrono::FixedOffset;
use rusqlite::Connection;
use serde_json::{Map, Value, json};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The version of the JSON's shape; it changes when names of sections or columns do.
const FORMAT: u32 = 1;

/// One kind of record of hers.
pub(super) struct Told {
    pub name: &'static str,
    pub table: Table,
}

/// A row of hers that was changed or taken away.
pub(super) struct Changed {
    pub at: String,
    pub by: Option<String>,
    pub kind: String,
    pub reason: Option<String>,
    pub table: String,
    pub before: Option<Map<String, Value>>,
    pub after: Option<Map<String, Value>>,
}

/// Everything about her.
pub(super) struct Everything {
    pub shop: String,
    pub made_at: String,
    pub member_no: String,
    pub sections: Vec<Told>,
    pub history: Vec<Changed>,
}

/// Writes both files into a folder, named by her member number alone, and over those of an earlier copy.
///
/// # Errors
/// `not_found`; `required` and `folder_missing` at `folder`; those of the disk.
pub fn write_access_copy(shop: &mut Shop, request: WriteAccessCopy) -> Result<AccessCopy> {
    let folder = folder::existing("folder", &request.folder)?;
    let (now, offset) = (shop.now(), shop.offset());
    let db = shop.db()?;
    let archive = customer::get(db, request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    let member_no = archive.fields.member_no.unwrap_or_default();
    let settings: Settings = setting::get(db, Settings::KEY)?;
    let ids = personal::with_merged(db, &[request.customer])?;
    let people = personal::people(&ids);
    let sections = SECTIONS
        .iter()
        .map(|section| Ok(Told { name: section.name, table: personal_copy::table(db, section, &people, offset)? }))
        .collect::<Result<Vec<_>>>()?;
    let name = file_name(&customer_code(db, request.customer, &member_no, &archive.fields.name)?);
    let everything =
        Everything { shop: settings.shop_name.clone(), made_at: now.text(), member_no, sections, history: history(db, &people, offset)? };
    let mut json = serde_json::to_vec_pretty(&as_json(&everything))?;
    json.push(b'\n');
    let html = readable::page(&everything, &Messages::of(settings.language), settings.language.as_str());
    let rows = everything.sections.iter().map(|told| told.table.rows.len()).sum::<usize>() + everything.history.len();
    let html = Draft::of(shop, &folder, &format!("{name}.html"), html.as_bytes())?;
    let json = Draft::of(shop, &folder, &format!("{name}.json"), &json)?;
    // What could not be noted is not handed over.
    shop.note(Note::exported("access_copy", rows as u64, "html").about(request.customer.0))?;
    Ok(AccessCopy { html: html.place()?, json: json.place()?, rows: rows as u64 })
}

/// What was changed or taken away, oldest first. A new row is in its section.
fn history(db: &Connection, people: &str, offset: FixedOffset) -> Result<Vec<Changed>> {
    let mut found = Vec::new();
    for change in past::of(db, people)?.into_iter().filter(|change| change.before.is_some() || change.after.is_some()) {
        let Some(act) = past::act(db, change.operation)? else { continue };
        let object = |text: Option<String>| text.map(|text| serde_json::from_str::<Map<String, Value>>(&text)).transpose();
        found.push(Changed {
            at: Now::from_millis(act.at, offset).text(),
            by: act.staff.map(|id| staff::get(db, id)).transpose()?.flatten().map(|staff| staff.name),
            kind: act.kind,
            reason: act.reason,
            table: change.table,
            before: object(change.before)?,
            after: object(change.after)?,
        });
    }
    Ok(found)
}

fn as_json(all: &Everything) -> Value {
    let rows = |table: &Table| -> Vec<Value> {
        let object = |row: &Vec<Value>| table.columns.iter().cloned().zip(row.iter().cloned()).collect::<Map<String, Value>>().into();
        table.rows.iter().map(object).collect()
    };
    let sections: Map<String, Value> = all.sections.iter().map(|told| (told.name.to_owned(), rows(&told.table).into())).collect();
    let history: Vec<Value> = all
        .history
        .iter()
        .map(|one| {
            json!({
                "at": one.at, "by": one.by, "operation": one.kind, "reason": one.reason, "table": one.table, "before": one.before,
                "after": one.after,
            })
        })
        .collect();
    json!({
        "format": FORMAT, "shop": all.shop, "made_at": all.made_at, "member_no": all.member_no, "sections": sections, "history": history,
    })
}

/// A number as a file may be called on every system.
fn file_name(code: &str) -> String {
    let name: String = code.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' }).collect();
    if name.chars().any(char::is_alphanumeric) { name } else { "customer".to_owned() }
}

/// A file that only its owner may read, complete and on the disk, and not yet under its name.
struct Draft {
    making: PathBuf,
    path: PathBuf,
    name: String,
}

impl Draft {
    fn of(shop: &Shop, folder: &Path, name: &str, bytes: &[u8]) -> Result<Draft> {
        let path = folder.join(name);
        let book = shop.path();
        if path.is_dir() || path.canonicalize().is_ok_and(|real| [&book, &with_suffix(&book, "-journal")].contains(&&real)) {
            return Err(Failure::at(Code::FileExists, "folder").into());
        }
        let name = path.to_str().map(str::to_owned).ok_or_else(|| Error::from(Failure::at(Code::TextInvalid, "folder")))?;
        let draft = Draft { making: with_suffix(&path, ".making"), path, name };
        // A crash may have left it behind; its name is ours alone.
        let _ = std::fs::remove_file(&draft.making);
        private_file(&draft.making)?;
        let mut file = File::options().write(true).open(&draft.making)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(draft)
    }

    /// Hands it over, and says where it lies.
    fn place(self) -> Result<String> {
        std::fs::rename(&self.making, &self.path)?;
        sync_folder(&self.path)?;
        Ok(self.name.clone())
    }
}

impl Drop for Draft {
    /// What was not handed over does not stay.
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.making);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_becomes_a_name_every_system_takes() {
        assert_eq!(file_name("K000001"), "K000001");
        assert_eq!(file_name("../金卡 7/8"), "---金卡-7-8");
        assert_eq!(file_name("//"), "customer");
    }
}
