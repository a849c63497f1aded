//! `shuke import SHOP [--customers F] [--visits F] [--lines F] [--map COLUMN=field].. [--encoding E] [--dry-run] [--errors OUT.csv] [--json]`
//!
//! Exit code 65 when there were rows and not one could be taken; rows that were held back beside others are listed.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::import::flag::{Flag, Severity};
use shuke_core::wire::import::{ImportReport, TableReport};

/// Remarks of one table that are printed; the document of `--json` has more of them.
const PRINTED: usize = 20;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let (map, encoding) = (args.all("map")?, args.text("encoding")?);
    let mut files = Vec::new();
    for kind in ["customers", "visits", "lines"] {
        if let Some(file) = args.text(kind)? {
            files.push(json!({"kind": kind, "path": session::wire_path(&file)?, "map": map, "encoding": encoding}));
        }
    }
    if files.is_empty() {
        return Err(Stop::usage("cli-usage-missing").with("what", "--customers, --visits, --lines"));
    }
    let errors = args.text("errors")?.map(|file| session::wire_path(&file)).transpose()?;
    let asked = json!({"files": files, "dry_run": args.flag("dry-run"), "errors": errors});
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let report: ImportReport = speaker.watching(shop.progress(), || session::call(&mut shop, "run_import", asked))?;
    for entry in &map {
        if !is_used(entry, &report) {
            speaker.note(speaker.text("cli-import-map-unused", &[("entry", entry)]));
        }
    }
    if args.flag("json") {
        speaker.json(&report)?;
    } else {
        print(&report, speaker)?;
    }
    let nothing = tables(&report).all(|(_, table)| table.rejected == table.rows) && tables(&report).any(|(_, table)| table.rows > 0);
    if nothing { Err(Stop::Listed) } else { Ok(()) }
}

fn tables(report: &ImportReport) -> impl Iterator<Item = (&'static str, &TableReport)> {
    let all = [("customers", &report.customers), ("visits", &report.visits), ("lines", &report.lines)];
    all.into_iter().filter_map(|(name, table)| Some((name, table.as_ref()?)))
}

/// Whether a `COLUMN=field` changed anything, so that a misspelt column is not passed over in silence.
fn is_used(entry: &str, report: &ImportReport) -> bool {
    let (column, field) = entry.rsplit_once('=').unwrap_or((entry, ""));
    let field = field.trim().trim_end_matches(":serial");
    let position = column.trim().strip_prefix('#').and_then(|n| n.parse::<usize>().ok());
    tables(report).any(|(_, table)| {
        table.columns.iter().enumerate().any(|(at, found)| {
            let is_column = position.map_or(found.heading.eq_ignore_ascii_case(column.trim()), |n| n == at + 1);
            (is_column || position.is_none() && found.heading.contains(column.trim())) && found.target.as_deref() == Some(field)
        })
    })
}

fn print(report: &ImportReport, speaker: &Speaker) -> Result<(), Stop> {
    for (name, table) in tables(report) {
        let title = speaker.text(&format!("cli-import-{name}"), &[]);
        let numbers = [table.rows, table.new, table.known, table.changed, table.rejected].map(|n| n.to_string());
        let [rows, new, known, changed, rejected] = &numbers;
        let counts =
            [("table", title.as_str()), ("rows", rows), ("new", new), ("known", known), ("changed", changed), ("rejected", rejected)];
        speaker.line(speaker.text("cli-import-table", &counts))?;
        for column in table.columns.iter().filter(|column| !column.heading.is_empty()) {
            let reason = match (&column.target, column.is_left_out, column.is_double) {
                (_, true, _) => "cli-import-column-left-out",
                (None, _, true) => "cli-import-column-double",
                (None, _, false) => "cli-import-column-unknown",
                _ => continue,
            };
            speaker.line(format!("  {}", speaker.text(reason, &[("column", &column.heading)])))?;
        }
        for flag in table.flagged.iter().take(PRINTED) {
            speaker.line(format!("  {}", remark(flag, speaker)))?;
        }
        let all: u64 = table.flags.values().sum();
        if all > PRINTED as u64 {
            speaker.line(format!("  {}", speaker.text("cli-import-more", &[("n", &(all - PRINTED as u64).to_string())])))?;
        }
        if let Some(path) = &table.errors {
            speaker.line(format!("  {}", speaker.text("cli-import-errors", &[("path", path)])))?;
        }
    }
    if !report.staff_added.is_empty() {
        speaker.line(speaker.text("cli-import-staff", &[("names", &report.staff_added.join(", "))]))?;
    }
    if report.visits.is_some() {
        let (total, of_customers) = (report.total.to_string(), report.customer_total.to_string());
        speaker.line(speaker.text("cli-import-total", &[("total", &total), ("customer_total", &of_customers)]))?;
    }
    speaker.line(speaker.text(if report.dry_run { "cli-import-dry" } else { "cli-import-done" }, &[]))
}

fn remark(flag: &Flag, speaker: &Speaker) -> String {
    let what = speaker.text(&format!("flag-{}", flag.code.as_str().replace('_', "-")), &[]);
    let id = if flag.severity == Severity::Rejected { "cli-import-rejected" } else { "cli-import-flagged" };
    speaker.text(id, &[("line", &flag.line.to_string()), ("column", &flag.column), ("what", &what), ("text", &flag.text)])
}
