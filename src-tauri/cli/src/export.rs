//! `shuke export SHOP customers|visits|lines|points --out F.csv [--as-of DATE] [--encoding E] [--headings names|words] [--json]`

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::export_week::encoding;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::wire::export::{ExportedTable, Headings, TableExported};

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path, table] = args.exactly(["SHOP", "TABLE"])?;
    let table = args::text(table)?;
    let table = ExportedTable::from_text(&table).ok_or_else(|| Stop::usage("cli-usage-table").with("table", &table))?;
    let out = session::wire_path(&args.needed("out")?)?;
    if !out.to_lowercase().ends_with(".csv") {
        return Err(Stop::usage("cli-usage-csv").with("file", out));
    }
    let as_of = args.day("as-of")?;
    let headings = match args.text("headings")? {
        Some(text) => Some(Headings::from_text(&text).ok_or_else(|| Stop::usage("cli-usage-headings").with("headings", &text))?),
        None => None,
    };
    let asked = json!({"table": table, "path": out, "encoding": encoding(&args)?, "as_of": as_of, "headings": headings});
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let done: TableExported = speaker.watching(shop.progress(), || session::call(&mut shop, "export_table", asked))?;
    if args.flag("json") {
        return speaker.json(&done);
    }
    speaker.line(speaker.text("cli-export-done", &[("path", &done.path), ("rows", &done.rows.to_string())]))
}
