//! `shuke import SHOP [--customers F] [--visits F] [--lines F] [--map COLUMN=field].. [--encoding E] [--sheet NAME] [--heading LINE]
//! [--dry-run] [--consent-on-paper] [--errors OUT.csv] [--json]`, and `shuke import SHOP --everything FOLDER [--dry-run] [--json]`
//!
//! CSV or XLSX. `--sheet` names the sheet of a workbook, for one of several files as `visits=NAME`; `--heading 0` says that there is
//! no heading row, so that `--map '#1=name'` names the columns. `--map 'COLUMN=note'` puts a column into the note, `=new` makes a field of
//! its own for it, `=skip` leaves it out; what was mapped is proposed again for the same headings. Exit code 65 when there were rows and not one could be taken; rows that were held back beside others are listed.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::import::flag::{Flag, Severity};
use shuke_core::wire::everything::EverythingImported;
use shuke_core::wire::import::{ChangedCustomer, ImportColumn, ImportReport, TableReport};
use std::path::Path;

/// Remarks of one table that are printed; the document of `--json` has more of them.
const PRINTED: usize = 20;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    if let Some(folder) = args.text("everything")? {
        return everything(&args, &args::path(path), &folder, speaker);
    }
    let (map, encoding) = (args.all("map")?, args.text("encoding")?);
    let (sheets, heading) = (args.all("sheet")?, heading(&args)?);
    let mut files = Vec::new();
    for kind in ["customers", "visits", "lines"] {
        if let Some(file) = args.text(kind)? {
            files.push(json!({"kind": kind, "path": session::wire_path(&file)?, "map": map, "encoding": encoding, "sheet": sheet_of(kind, &sheets), "heading_line": heading}));
        }
    }
    if files.is_empty() {
        return Err(Stop::usage("cli-usage-missing").with("what", "--customers, --visits, --lines"));
    }
    let errors = args.text("errors")?.map(|file| session::wire_path(&file)).transpose()?;
    let asked =
        json!({"files": files, "dry_run": args.flag("dry-run"), "errors": errors, "consent_on_paper": args.flag("consent-on-paper")});
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

/// A folder that `shuke export SHOP everything` made, into a new book.
fn everything(args: &Args, path: &Path, folder: &str, speaker: &mut Speaker) -> Result<(), Stop> {
    let asked = json!({"folder": session::wire_path(folder)?, "dry_run": args.flag("dry-run")});
    let mut shop = session::open(path, args, speaker)?;
    let done: EverythingImported = speaker.watching(shop.progress(), || session::call(&mut shop, "import_everything", asked))?;
    if args.flag("json") {
        return speaker.json(&done);
    }
    let numbers = [done.customers, done.visits, done.rows].map(|n| n.to_string());
    let [customers, visits, rows] = &numbers;
    let day = done.day.to_string();
    let counts = [("shop", done.shop.as_str()), ("day", &day), ("customers", customers), ("visits", visits), ("rows", rows)];
    speaker.line(speaker.text("cli-import-everything", &counts))?;
    speaker.line(speaker.text(if done.dry_run { "cli-import-dry" } else { "cli-import-done" }, &[]))
}

/// The sheet that a table is read from: what was said for it, else what was said for all.
fn sheet_of<'a>(kind: &str, sheets: &'a [String]) -> Option<&'a str> {
    let own = |sheet: &'a String| sheet.split_once('=').filter(|(table, _)| *table == kind).map(|(_, name)| name);
    let is_general = |sheet: &&String| !["customers=", "visits=", "lines="].iter().any(|table| sheet.starts_with(table));
    sheets.iter().rev().find_map(own).or_else(|| sheets.iter().rev().find(is_general).map(String::as_str))
}

fn heading(args: &Args) -> Result<Option<u64>, Stop> {
    let Some(text) = args.text("heading")? else { return Ok(None) };
    text.parse().map(Some).map_err(|_| Stop::usage("cli-usage-wrong").with("what", format!("--heading {text}")))
}

fn tables(report: &ImportReport) -> impl Iterator<Item = (&'static str, &TableReport)> {
    let all = [("customers", &report.customers), ("visits", &report.visits), ("lines", &report.lines)];
    all.into_iter().filter_map(|(name, table)| Some((name, table.as_ref()?)))
}

/// Whether a `COLUMN=field` changed anything, so that a misspelt column is not passed over in silence.
fn is_used(entry: &str, report: &ImportReport) -> bool {
    let (column, field) = entry.rsplit_once('=').unwrap_or((entry, ""));
    let field = match field.split(':').next().unwrap_or_default().trim() {
        "skip" => "-",
        field => field,
    };
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
        for column in &table.columns {
            print_column(column, speaker)?;
        }
        for changed in table.changes.iter().take(PRINTED) {
            print_change(changed, speaker)?;
        }
        if !table.changes.is_empty() && table.changed > PRINTED as u64 {
            let rest = (table.changed - PRINTED as u64).to_string();
            speaker.line(format!("  {}", speaker.text("cli-import-changes-more", &[("n", &rest)])))?;
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
    if !report.fields_added.is_empty() {
        speaker.line(speaker.text("cli-import-fields", &[("names", &report.fields_added.join(", "))]))?;
    }
    if report.visits.is_some() {
        let (total, of_customers) = (report.total.to_string(), report.customer_total.to_string());
        speaker.line(speaker.text("cli-import-total", &[("total", &total), ("customer_total", &of_customers)]))?;
    }
    speaker.line(speaker.text(if report.dry_run { "cli-import-dry" } else { "cli-import-done" }, &[]))
}

/// What is lost of a column, or where it goes that nobody said this time.
fn print_column(column: &ImportColumn, speaker: &Speaker) -> Result<(), Stop> {
    let reason = match (column.target.as_deref(), column.is_left_out, column.is_double) {
        _ if column.heading.is_empty() && column.lost == 0 => return Ok(()),
        (_, true, _) => "cli-import-column-left-out",
        (None, _, true) => "cli-import-column-double",
        (None, _, false) => "cli-import-column-unknown",
        (Some("-"), ..) => "cli-import-column-skipped",
        _ if column.is_new => "cli-import-column-new",
        _ => return Ok(()),
    };
    let (lost, field) = (column.lost.to_string(), column.field.as_deref().unwrap_or_default());
    let said = [("column", column.heading.as_str()), ("lost", &lost), ("field", field)];
    speaker.line(format!("  {}", speaker.text(reason, &said)))
}

/// What changes in an archive, a line a field.
fn print_change(changed: &ChangedCustomer, speaker: &Speaker) -> Result<(), Stop> {
    let who = [changed.member_no.as_deref().unwrap_or_default(), &changed.name].join(" ");
    for field in changed.fields.iter().filter(|field| !field.is_kept) {
        let word = || speaker.text(&format!("import-field-{}", field.field.replace('_', "-")), &[]);
        let name = field.label.clone().unwrap_or_else(word);
        let (line, before) = (changed.line.to_string(), field.before.as_deref().unwrap_or_default());
        let after = field.after.as_deref().unwrap_or_default();
        let id = if before.is_empty() { "cli-import-change-added" } else { "cli-import-change" };
        let said = [("line", line.as_str()), ("who", who.trim()), ("field", &name), ("before", before), ("after", after)];
        speaker.line(format!("  {}", speaker.text(id, &said)))?;
    }
    Ok(())
}

fn remark(flag: &Flag, speaker: &Speaker) -> String {
    let what = speaker.text(&format!("flag-{}", flag.code.as_str().replace('_', "-")), &[]);
    let id = if flag.severity == Severity::Rejected { "cli-import-rejected" } else { "cli-import-flagged" };
    speaker.text(id, &[("line", &flag.line.to_string()), ("column", &flag.column), ("what", &what), ("text", &flag.text)])
}
