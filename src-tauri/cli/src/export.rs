//! `shuke export SHOP customers|visits|lines|points|tasks --out F.csv|F.xlsx [--columns NAME,NAME] [--segment NAME] [--as-of DATE]
//! [--encoding E] [--headings names|words] [--json]`, and `shuke export SHOP everything --out FOLDER [--json]`

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::export_week::encoding;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::shop::Shop;
use shuke_core::wire::everything::EverythingExported;
use shuke_core::wire::export::{ExportedTable, Headings, TableExported};
use shuke_core::wire::segments::{SegmentCondition, Segments};
use std::path::Path;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path, table] = args.exactly(["SHOP", "TABLE"])?;
    let table = args::text(table)?;
    if table == "everything" {
        return everything(&args, &args::path(path), speaker);
    }
    let table = ExportedTable::from_text(&table).ok_or_else(|| Stop::usage("cli-usage-table").with("table", &table))?;
    let out = session::wire_path(&args.needed("out")?)?;
    if ![".csv", ".xlsx"].iter().any(|ending| out.to_lowercase().ends_with(ending)) {
        return Err(Stop::usage("cli-usage-csv").with("file", out));
    }
    let as_of = args.day("as-of")?;
    let headings = match args.text("headings")? {
        Some(text) => Some(Headings::from_text(&text).ok_or_else(|| Stop::usage("cli-usage-headings").with("headings", &text))?),
        None => None,
    };
    let columns = args.text("columns")?.map(|text| text.split(',').map(|name| name.trim().to_owned()).collect::<Vec<_>>());
    let (encoding, segment) = (encoding(&args)?, args.text("segment")?);
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let only = segment.map(|name| filter_of(&mut shop, name)).transpose()?;
    let asked = json!({
        "table": table, "path": out, "encoding": encoding, "as_of": as_of, "headings": headings, "columns": columns, "only": only,
    });
    let done: TableExported = speaker.watching(shop.progress(), || session::call(&mut shop, "export_table", asked))?;
    if args.flag("json") {
        return speaker.json(&done);
    }
    speaker.line(speaker.text("cli-export-done", &[("path", &done.path), ("rows", &done.rows.to_string())]))
}

/// Every fact of the book, into a new folder inside the one that is named.
fn everything(args: &Args, path: &Path, speaker: &mut Speaker) -> Result<(), Stop> {
    let folder = session::wire_path(&args.needed("out")?)?;
    let mut shop = session::open(path, args, speaker)?;
    let done: EverythingExported =
        speaker.watching(shop.progress(), || session::call(&mut shop, "export_everything", json!({"folder": folder})))?;
    if args.flag("json") {
        return speaker.json(&done);
    }
    let (tables, rows) = (done.tables.len().to_string(), done.rows.to_string());
    speaker.line(speaker.text("cli-export-everything", &[("path", &done.folder), ("tables", &tables), ("rows", &rows)]))
}

/// The filter of a saved segment.
fn filter_of(shop: &mut Shop, name: String) -> Result<SegmentCondition, Stop> {
    let known: Segments = session::call(shop, "list_segments", json!({}))?;
    let found = known.segments.into_iter().find(|segment| segment.name == name.trim());
    found.map(|segment| segment.filter).ok_or_else(|| Stop::usage("cli-usage-segment").with("segment", name))
}
