//! The five tables and the manifest.

use super::Week;
use super::book::Book;
use super::code;
use super::deliver::Ready;
use super::sheet::{Sheet, mark};
use super::summary::Summary;
use crate::clock::{Day, Now};
use crate::error::{Code, Failure, Result};
use crate::messages::Messages;
use crate::store::week_export::CorrectionRow;
use crate::wire::export::{ExportedFile, FileEncoding, WeekTotals};
use crate::wire::settings::Settings;
use crate::wire::visits::Method;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;

/// The version of the columns and definitions; it changes when src-tauri/docs/weekly-export.md does.
const FORMAT: u32 = 1;

/// What is written, and in which words.
pub struct Edition<'a> {
    /// The week.
    pub week: Week,
    /// The shop.
    pub settings: &'a Settings,
    /// Encoding of the tables.
    pub encoding: FileEncoding,
    /// Whether the week is over.
    pub complete: bool,
    /// Which content this is.
    pub revision: i64,
    /// The end of the audit log's chain when this content was first delivered.
    pub audit_head: Option<String>,
}

/// The manifest, which is itself a delivered file.
#[derive(Serialize)]
struct Manifest<'a> {
    format: u32,
    shop: &'a str,
    week: String,
    from: Day,
    to: Day,
    utc_offset: String,
    currency: &'static str,
    language: &'static str,
    encoding: &'static str,
    complete: bool,
    revision: i64,
    corrections: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    audit_head: Option<&'a str>,
    totals: &'a WeekTotals,
    files: &'a [ExportedFile],
}

// The columns of each table, which are also the ends of their catalogue keys. Their order is a promise: see FORMAT.
const VISITS: &[&str] = &[
    "visit_no",
    "date",
    "time",
    "kind",
    "customer",
    "day_total",
    "staff_code",
    "ticket_no",
    "pieces",
    "list_total",
    "discount",
    "total",
    "ref_visit_no",
];
const LINES: &[&str] = &[
    "visit_no",
    "date",
    "line_no",
    "style_no",
    "goods",
    "category",
    "color",
    "size",
    "qty",
    "list_price",
    "price",
    "amount",
    "reason",
    "ref_visit_no",
    "ref_line_no",
];
const PAYMENTS: &[&str] = &["visit_no", "date", "method", "amount"];
const SUMMARY: &[&str] = &["period", "item", "method", "count", "pieces", "amount"];
const CORRECTIONS: &[&str] = &["about_week", "visit_no", "change", "old_total", "new_total", "difference"];

/// Writes all files; the manifest is the last.
pub fn write(
    edition: &Edition<'_>,
    book: &Book,
    summary: &Summary,
    corrections: &[CorrectionRow],
) -> Result<(Vec<Ready>, Vec<ExportedFile>)> {
    let words = || Words { messages: Messages::of(edition.settings.language), known: RefCell::default() };
    let finish = |name: &'static str, mut sheet: Sheet| {
        let rows = sheet.rows();
        let bytes = [mark(edition.encoding), &sheet.take(edition.encoding)].concat();
        (ExportedFile { name: name.to_owned(), rows, bytes: bytes.len() as u64, sha256: sha256(&bytes) }, Ready { name, bytes })
    };
    // The lines are half of all that is written, so they are made beside the rest.
    let (lines, others) = std::thread::scope(|scope| {
        let lines = scope.spawn(|| finish("lines.csv", lines(&words(), book)));
        let words = words();
        let others = [
            finish("visits.csv", visits(&words, book, edition)),
            finish("payments.csv", payments(&words, book)),
            finish("summary.csv", self::summary(&words, summary, edition.week)),
            finish("corrections.csv", self::corrections(&words, corrections)),
        ];
        (lines.join(), others)
    });
    let lines = lines.map_err(|_| Failure::new(Code::Internal))?;
    let (mut files, mut ready): (Vec<_>, Vec<_>) = others.into_iter().unzip();
    files.insert(1, lines.0);
    ready.insert(1, lines.1);
    let manifest = Manifest {
        format: FORMAT,
        shop: &edition.settings.shop_name,
        week: edition.week.to_string(),
        from: edition.week.monday(),
        to: edition.week.sunday(),
        utc_offset: edition.settings.offset().to_string(),
        currency: "CNY",
        language: edition.settings.language.as_str(),
        encoding: edition.encoding.as_str(),
        complete: edition.complete,
        revision: edition.revision,
        corrections: corrections.len(),
        audit_head: edition.audit_head.as_deref(),
        totals: &summary.totals,
        files: &files,
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest)?;
    bytes.push(b'\n');
    files.push(ExportedFile { name: "manifest.json".into(), rows: 0, bytes: bytes.len() as u64, sha256: sha256(&bytes) });
    ready.push(Ready { name: "manifest.json", bytes });
    Ok((ready, files))
}

/// SHA-256 over everything that is delivered, whatever the language and encoding of the files.
pub fn content(book: &Book, summary: &Summary, corrections: &[CorrectionRow]) -> String {
    let mut text = String::new();
    for visit in &book.visits {
        let _ = writeln!(text, "{}", visit.digest);
    }
    for row in &summary.rows {
        let method = row.item.method().map(|method| method.map_or("unstated", Method::as_str)).unwrap_or_default();
        let _ = writeln!(text, "{:?} {} {method} {} {:?} {:?}", row.day, row.item.key(), row.count, row.pieces, row.amount);
    }
    for row in corrections {
        let kind = row.kind.as_str();
        let _ = writeln!(text, "{} {} {kind} {} {}", row.about_week, row.visit_no, row.old_total, row.new_total);
    }
    sha256(text.as_bytes())
}

struct Words {
    messages: Messages,
    /// Words looked up before: a week has thousands of rows and a handful of words.
    known: RefCell<BTreeMap<(&'static str, &'static str), Rc<str>>>,
}

impl Words {
    fn sheet(&self, columns: &[&str]) -> Sheet {
        let headings: Vec<String> =
            columns.iter().map(|column| self.messages.text(&format!("export-column-{}", column.replace('_', "-")), &[])).collect();
        Sheet::with_headings(&headings)
    }

    fn word(&self, list: &'static str, choice: &'static str) -> Rc<str> {
        let look_up = || self.messages.text(&format!("export-{list}-{}", choice.replace('_', "-")), &[]).into();
        Rc::clone(self.known.borrow_mut().entry((list, choice)).or_insert_with(look_up))
    }

    fn method(&self, method: Option<Method>) -> Rc<str> {
        self.word("method", method.map_or("unstated", Method::as_str))
    }
}

fn visits(words: &Words, book: &Book, edition: &Edition<'_>) -> Sheet {
    let mut sheet = words.sheet(VISITS);
    let yes = words.messages.text("export-yes", &[]);
    for whole in &book.visits {
        let visit = &whole.visit;
        sheet.text(&visit.visit_no);
        sheet.day(visit.day);
        let at = Now::from_millis(visit.at, edition.settings.offset()).at;
        sheet.time(at);
        sheet.text(&words.word("kind", visit.kind.as_str()));
        sheet.optional(whole.customer.as_deref());
        sheet.optional(visit.is_day_total.then_some(yes.as_str()));
        sheet.optional(visit.staff.map(code::staff).as_deref());
        sheet.optional(visit.ticket_no.as_deref());
        sheet.number(visit.pieces);
        sheet.money(Some(whole.list_total()));
        sheet.money(Some(whole.discount()));
        sheet.money(Some(visit.total));
        sheet.optional(visit.ref_visit_no.as_deref());
        sheet.end_row();
    }
    sheet
}

fn lines(words: &Words, book: &Book) -> Sheet {
    let mut sheet = words.sheet(LINES);
    for whole in &book.visits {
        for line in &whole.lines {
            sheet.text(&whole.visit.visit_no);
            sheet.day(whole.visit.day);
            sheet.number(line.line_no);
            for text in [&line.style_no, &line.name, &line.category, &line.color, &line.size] {
                sheet.optional(text.as_deref());
            }
            sheet.number(line.qty);
            sheet.money(line.list_price);
            sheet.money(Some(line.price));
            sheet.money(Some(line.amount));
            sheet.optional(line.reason.map(|reason| words.word("reason", reason.as_str())).as_deref());
            match &line.reverses {
                Some((visit_no, line_no)) => {
                    sheet.text(visit_no);
                    sheet.number(*line_no);
                }
                None => {
                    sheet.optional(None);
                    sheet.optional(None);
                }
            }
            sheet.end_row();
        }
    }
    sheet
}

fn payments(words: &Words, book: &Book) -> Sheet {
    let mut sheet = words.sheet(PAYMENTS);
    for whole in &book.visits {
        let stated = whole.payments.iter().map(|payment| (Some(payment.method), payment.amount));
        for (method, amount) in stated.chain(whole.unstated().map(|amount| (None, amount))) {
            sheet.text(&whole.visit.visit_no);
            sheet.day(whole.visit.day);
            sheet.text(&words.method(method));
            sheet.money(Some(amount));
            sheet.end_row();
        }
    }
    sheet
}

fn summary(words: &Words, summary: &Summary, week: Week) -> Sheet {
    let mut sheet = words.sheet(SUMMARY);
    for row in &summary.rows {
        match row.day {
            Some(day) => sheet.day(day),
            None => sheet.text(&week.to_string()),
        }
        sheet.text(&words.word("item", row.item.key()));
        sheet.optional(row.item.method().map(|method| words.method(method)).as_deref());
        sheet.number(row.count);
        match row.pieces {
            Some(pieces) => sheet.number(pieces),
            None => sheet.optional(None),
        }
        sheet.money(row.amount);
        sheet.end_row();
    }
    sheet
}

fn corrections(words: &Words, corrections: &[CorrectionRow]) -> Sheet {
    let mut sheet = words.sheet(CORRECTIONS);
    for row in corrections {
        sheet.text(&row.about_week);
        sheet.text(&row.visit_no);
        sheet.text(&words.word("change", row.kind.as_str()));
        sheet.money(Some(row.old_total));
        sheet.money(Some(row.new_total));
        sheet.money(Some(row.new_total - row.old_total));
        sheet.end_row();
    }
    sheet
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
