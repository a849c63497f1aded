//! Whole tables for the owner, with names and phones: her own data in her own hands.

use super::columns::{self, Choice};
use super::out::{Form, write_file};
use super::tables::{self, Asked, Only};
use super::xlsx;
use crate::care;
use crate::customers::listed;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::messages::Messages;
use crate::segments::{check, concluded};
use crate::shop::Shop;
use crate::store::{segment, setting};
use crate::wire::care::GetTasksOf;
use crate::wire::export::{ExportTable, ExportedTable, Headings, TableExported, TableFormat};
use crate::wire::settings::Settings;

/// Writes a table into a file, row by row. The file appears under its name when it is complete and the log knows of it.
///
/// # Errors
/// `required` or `file_exists` at `path` (it is the book itself), `choice_invalid` at `format` or `columns.N`, `table_too_large` at
/// `format` for what no workbook holds, those of the disk, `cancelled`, those of a segment at `only` and of the list at `list`; no file is
/// made.
pub fn export_table(shop: &mut Shop, request: ExportTable) -> Result<TableExported> {
    shop.turn_the_day()?;
    let now = shop.now();
    let form = Form::of(&request.path, request.format, request.encoding)?;
    let only = chosen(shop, &request)?.map(Only::of);
    let tasks = match request.table {
        ExportedTable::Tasks => Some(care::of_day(shop, GetTasksOf { on: request.as_of })?),
        _ => None,
    };
    let progress = shop.progress();
    let db = shop.db()?;
    let settings: Settings = setting::get(db, Settings::KEY)?;
    let words = Messages::of(settings.language);
    let picked = columns::picked(&columns::columns(db, request.table, &words)?, request.columns.as_deref())?;
    let asked = Asked {
        table: request.table,
        today: now.day(),
        as_of: request.as_of.filter(|day| *day < now.day()),
        offset: settings.offset(),
        in_words: request.headings == Some(Headings::Words),
        words,
        only,
        tasks,
    };
    // A table that no sheet holds is not begun.
    if form.format == TableFormat::Xlsx && tables::at_least(db, &asked)? >= xlsx::ROWS {
        return Err(xlsx::too_large());
    }
    let written = write_file(shop, &request.path, form, |out| tables::write(db, &asked, picked, &progress, out))?;
    let choice = request.columns.map(|columns| Choice {
        columns,
        format: Some(form.format),
        encoding: Some(form.encoding),
        headings: request.headings,
    });
    written.hand_over(shop, request.table.as_str(), |db| match choice {
        Some(choice) => columns::remember(db, request.table, choice),
        None => Ok(()),
    })
}

/// The customers whom the request is about; nothing for all.
fn chosen(shop: &mut Shop, request: &ExportTable) -> Result<Option<Vec<CustomerId>>> {
    let mut found = match &request.list {
        Some(list) => Some(listed(shop, &list.filter, list.sort).map_err(|error| error.under("list"))?),
        None => None,
    };
    if let Some(filter) = &request.only {
        check(shop.db()?, filter, "only")?;
        let filter = concluded(shop, filter)?;
        let today = shop.now().day();
        let members = segment::members(shop.db()?, &filter, today, -1)?;
        found = Some(match found {
            Some(list) => {
                let members: std::collections::BTreeSet<CustomerId> = members.into_iter().collect();
                list.into_iter().filter(|id| members.contains(id)).collect()
            }
            None => members,
        });
    }
    Ok(found)
}
