//! `shuke import SHOP [--customers F].. [--visits F].. [--lines F].. [--map COLUMN=field].. [--encoding E] [--sheet NAME]
//! [--heading LINE] [--dry-run] [--consent-on-paper] [--errors OUT.csv] [--json]`, and
//! `shuke import SHOP --everything FOLDER [--dry-run] [--json]`
//!
//! CSV or XLSX, up to fifty files. What is said with `--map`, `--encoding`, `--sheet` and `--heading` goes for all of them, or with
//! `WHICH=` before it for some: WHICH is a kind (`visits=NAME`), one file of a kind (`visits.2=NAME`), a path as it was given or the
//! name of a file (`2023.csv=gb18030`). `--heading 0` says that there is no heading row, so that `--map '#1=name'` names the columns.
//! `--map 'COLUMN=note'` puts a column into the note, `=new` makes a field of its own for it, `=new_choice` one to choose from,
//! `=skip` leaves it out; what was mapped is proposed again for the same headings. Exit code 65 when there were rows and not one
//! could be taken; rows that were held back beside others are listed.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::import::columns::Kind;
use shuke_core::import::flag::{Flag, Severity};
use shuke_core::wire::everything::EverythingImported;
use shuke_core::wire::import::{ChangedCustomer, FieldChange, FileReport, ImportColumn, ImportReport, TableReport};
use std::path::Path;

/// Remarks of one table that are printed; the document of `--json` has more of them.
const PRINTED: usize = 20;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    if let Some(folder) = args.text("everything")? {
        return everything(&args, &args::path(path), &folder, speaker);
    }
    let said = Said { map: args.all("map")?, encoding: args.all("encoding")?, sheet: args.all("sheet")?, heading: args.all("heading")? };
    let mut given = Vec::new();
    for kind in ["customers", "visits", "lines"] {
        given.extend(args.all(kind)?.into_iter().enumerate().map(|(at, path)| Given { kind, turn: at + 1, path }));
    }
    let mut files = Vec::new();
    for file in &given {
        files.push(json!({
            "kind": file.kind, "path": session::wire_path(&file.path)?, "map": said.maps(file, &given),
            "encoding": said.one(Some("--encoding"), &said.encoding, file, &given)?, "sheet": said.one(None, &said.sheet, file, &given)?,
            "heading_line": heading(said.one(Some("--heading"), &said.heading, file, &given)?)?,
        }));
    }
    if files.is_empty() {
        return Err(Stop::usage("cli-usage-missing").with("what", "--customers, --visits, --lines"));
    }
    let errors = args.text("errors")?.map(|file| session::wire_path(&file)).transpose()?;
    let asked =
        json!({"files": files, "dry_run": args.flag("dry-run"), "errors": errors, "consent_on_paper": args.flag("consent-on-paper")});
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let report: ImportReport = speaker.watching(shop.progress(), || session::call(&mut shop, "run_import", asked))?;
    for entry in &said.map {
        if !is_used(without_file(entry, &given), &report) {
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

/// A file of the command line.
struct Given {
    kind: &'static str,
    /// Which of its kind, from 1.
    turn: usize,
    path: String,
}

impl Given {
    /// Whether what stands before a `=` means this file; the more closely, the higher. A word that means no file at all is part of
    /// what is said.
    fn meant_by(&self, word: &str) -> Option<u8> {
        let name = Path::new(&self.path).file_name().and_then(|name| name.to_str());
        if word == self.path || word == format!("{}.{}", self.kind, self.turn) {
            Some(3)
        } else if name == Some(word) {
            Some(2)
        } else {
            (word == self.kind).then_some(1)
        }
    }
}

/// What is said of files before the `=` and what is said; nothing where it goes for all.
fn parted<'a>(entry: &'a str, given: &[Given]) -> Option<(&'a str, &'a str)> {
    let is_kind = |word: &str| ["customers", "visits", "lines"].contains(&word);
    // A path may hold the mark itself, so the longest word that means a file is taken.
    let marks = entry.match_indices('=').map(|(at, _)| at).collect::<Vec<_>>();
    let words = marks.into_iter().rev().map(|at| (&entry[..at], &entry[at + 1..]));
    words.into_iter().find(|(word, _)| is_kind(word) || given.iter().any(|file| file.meant_by(word).is_some()))
}

/// A `COLUMN=field` without the file it is said of.
fn without_file<'a>(entry: &'a str, given: &[Given]) -> &'a str {
    parted(entry, given).map_or(entry, |(_, rest)| if rest.contains('=') { rest } else { entry })
}

/// What the command line says about files.
struct Said {
    map: Vec<String>,
    encoding: Vec<String>,
    sheet: Vec<String>,
    heading: Vec<String>,
}

impl Said {
    /// What is said of one file. What is said of it more closely wins; of what is said of the same files twice the last word, unless
    /// that is wrong usage for the option `once`.
    fn one<'a>(&self, once: Option<&str>, entries: &'a [String], file: &Given, given: &[Given]) -> Result<Option<&'a str>, Stop> {
        let mut best: Option<(u8, &str)> = None;
        for entry in entries {
            let (rank, value) = match parted(entry, given) {
                None => (0, entry.as_str()),
                Some((word, value)) => match file.meant_by(word) {
                    Some(rank) => (rank, value),
                    None => continue,
                },
            };
            if let Some(option) = once.filter(|_| best.is_some_and(|(known, _)| known == rank)) {
                return Err(Stop::usage("cli-usage-twice").with("option", option));
            }
            if best.is_none_or(|(known, _)| known <= rank) {
                best = Some((rank, value));
            }
        }
        Ok(best.map(|(_, value)| value))
    }

    /// The columns that are mapped in a file: first what goes for all, then what is said of it, since the last word counts.
    fn maps<'a>(&'a self, file: &Given, given: &[Given]) -> Vec<&'a str> {
        let mut maps = Vec::new();
        for entry in &self.map {
            match parted(entry, given).filter(|(_, rest)| rest.contains('=')) {
                None => maps.push((0, entry.as_str())),
                Some((word, rest)) => maps.extend(file.meant_by(word).map(|rank| (rank, rest))),
            }
        }
        maps.sort_by_key(|(rank, _)| *rank);
        maps.into_iter().map(|(_, entry)| entry).collect()
    }
}

fn heading(said: Option<&str>) -> Result<Option<u64>, Stop> {
    let Some(text) = said else { return Ok(None) };
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
    report.files.iter().any(|file| {
        file.columns.iter().enumerate().any(|(at, found)| {
            let is_column = position.map_or(found.heading.eq_ignore_ascii_case(column.trim()), |n| n == at + 1);
            (is_column || position.is_none() && found.heading.contains(column.trim())) && found.target.as_deref() == Some(field)
        })
    })
}

fn print(report: &ImportReport, speaker: &Speaker) -> Result<(), Stop> {
    for (name, table) in tables(report) {
        let title = speaker.text(&format!("cli-import-{name}"), &[]);
        let numbers = [table.rows, table.new, table.known, table.changed, table.rejected];
        speaker.line(counts(&title, numbers, speaker))?;
        let files: Vec<&FileReport> = report.files.iter().filter(|file| kind_word(file.kind) == name).collect();
        for file in &files {
            if files.len() > 1 {
                let numbers = [file.rows, file.new, file.known, file.changed, file.rejected];
                speaker.line(format!("  {}", counts(&file.name, numbers, speaker)))?;
            }
            for column in &file.columns {
                print_column(column, speaker)?;
            }
        }
        let of_file = |at: Option<u32>, text: String| match at.and_then(|at| report.files.get(at as usize)) {
            Some(file) => format!("  {}", speaker.text("error-of-file", &[("file", &file.name), ("what", &text)])),
            None => format!("  {text}"),
        };
        for changed in table.changes.iter().take(PRINTED) {
            for text in change_lines(changed, speaker) {
                speaker.line(of_file(changed.file, text))?;
            }
        }
        if !table.changes.is_empty() && table.changed > PRINTED as u64 {
            let rest = (table.changed - PRINTED as u64).to_string();
            speaker.line(format!("  {}", speaker.text("cli-import-changes-more", &[("n", &rest)])))?;
        }
        for flag in table.flagged.iter().take(PRINTED) {
            speaker.line(of_file(flag.file, remark(flag, speaker)))?;
        }
        let all: u64 = table.flags.values().sum();
        if all > PRINTED as u64 {
            speaker.line(format!("  {}", speaker.text("cli-import-more", &[("n", &(all - PRINTED as u64).to_string())])))?;
        }
        for path in files.iter().filter_map(|file| file.errors.as_ref()) {
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

fn counts(title: &str, numbers: [u64; 5], speaker: &Speaker) -> String {
    let numbers = numbers.map(|n| n.to_string());
    let [rows, new, known, changed, rejected] = &numbers;
    let counts = [("table", title), ("rows", rows), ("new", new), ("known", known), ("changed", changed), ("rejected", rejected)];
    speaker.text("cli-import-table", &counts)
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Customers => "customers",
        Kind::Visits => "visits",
        Kind::Lines => "lines",
    }
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
fn change_lines(changed: &ChangedCustomer, speaker: &Speaker) -> Vec<String> {
    let who = [changed.member_no.as_deref().unwrap_or_default(), &changed.name].join(" ");
    let said = |field: &FieldChange| {
        let word = || speaker.text(&format!("import-field-{}", field.field.replace('_', "-")), &[]);
        let name = field.label.clone().unwrap_or_else(word);
        let (line, before) = (changed.line.to_string(), field.before.as_deref().unwrap_or_default());
        let after = field.after.as_deref().unwrap_or_default();
        let id = if before.is_empty() { "cli-import-change-added" } else { "cli-import-change" };
        speaker.text(id, &[("line", &line), ("who", who.trim()), ("field", &name), ("before", before), ("after", after)])
    };
    changed.fields.iter().filter(|field| !field.is_kept).map(said).collect()
}

fn remark(flag: &Flag, speaker: &Speaker) -> String {
    let what = speaker.text(&format!("flag-{}", flag.code.as_str().replace('_', "-")), &[]);
    let id = if flag.severity == Severity::Rejected { "cli-import-rejected" } else { "cli-import-flagged" };
    speaker.text(id, &[("line", &flag.line.to_string()), ("column", &flag.column), ("what", &what), ("text", &flag.text)])
}
