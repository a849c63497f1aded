//! Her copy as a page: readable without any program but a browser, ready for paper, with nothing in it that runs or is fetched.

use super::access_copy::{Changed, Everything};
use crate::messages::Messages;
use crate::store::personal_copy::Table;
use serde_json::{Map, Value};
use std::fmt::Write;

const STYLE: &str = "body{font:14px/1.6 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#1d1b18;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:1.8rem 0 .4rem;break-after:avoid}p{margin:.3rem 0;color:#6b655c}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .6rem .25rem 0;border-top:1px solid #ddd6cb;overflow-wrap:anywhere;white-space:pre-line}
th{font-weight:500;color:#6b655c;font-size:.85rem}tr{break-inside:avoid}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:0}dt{color:#6b655c}dd{margin:0;white-space:pre-line}
@media print{body{margin:0;max-width:none;font-size:11px}}";

/// Writes the page.
pub(super) fn page(all: &Everything, words: &Messages, language: &str) -> String {
    let mut out = String::new();
    let title = words.text("privacy-copy-title", &[("no", &all.member_no)]);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
        escaped(&title),
        escaped(&title)
    );
    let made = words.text("privacy-copy-made", &[("shop", &all.shop), ("at", &moment(&all.made_at))]);
    let _ = writeln!(out, "<p>{}</p>\n<p>{}</p>", escaped(&made), escaped(&words.text("privacy-copy-about", &[])));
    for told in all.sections.iter().filter(|told| !told.table.rows.is_empty()) {
        let _ = writeln!(out, "<h2>{}</h2>", escaped(&section(words, told.name)));
        if told.name == "customer" && told.table.rows.len() == 1 {
            facts(&mut out, words, &told.table);
        } else {
            table(&mut out, words, &told.table);
        }
    }
    history(&mut out, words, &all.history);
    out.push_str("</body>\n</html>\n");
    out
}

/// One row as a list of facts, without those that are empty.
fn facts(out: &mut String, words: &Messages, table: &Table) {
    out.push_str("<dl>\n");
    for (column, value) in table.columns.iter().zip(table.rows.iter().flatten()).filter(|(_, value)| !value.is_null()) {
        let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", escaped(&heading(words, column)), escaped(&told(words, column, value)));
    }
    out.push_str("</dl>\n");
}

/// Rows under their headings, without columns that are empty throughout.
fn table(out: &mut String, words: &Messages, table: &Table) {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|at| table.rows.iter().any(|row| !row[*at].is_null())).collect();
    out.push_str("<table>\n<tr>");
    for at in &shown {
        let _ = write!(out, "<th>{}</th>", escaped(&heading(words, &table.columns[*at])));
    }
    out.push_str("</tr>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for at in &shown {
            let _ = write!(out, "<td>{}</td>", escaped(&told(words, &table.columns[*at], &row[*at])));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

fn history(out: &mut String, words: &Messages, changes: &[Changed]) {
    if changes.is_empty() {
        return;
    }
    let _ = writeln!(out, "<h2>{}</h2>\n<table>", escaped(&section(words, "history")));
    let heads = ["at", "staff", "done", "record", "changed"].map(|column| format!("<th>{}</th>", escaped(&heading(words, column))));
    let _ = writeln!(out, "<tr>{}</tr>", heads.concat());
    for one in changes {
        let done = words.find(&format!("op-{}", one.kind.replace('_', "-")), &[]).unwrap_or_else(|| one.kind.clone());
        let cells = [moment(&one.at), one.by.clone().unwrap_or_default(), done, section(words, &one.table), difference(words, one)];
        let cells = cells.map(|cell| format!("<td>{}</td>", escaped(&cell)));
        let _ = writeln!(out, "<tr>{}</tr>", cells.concat());
    }
    out.push_str("</table>\n");
}

/// What a change did to a row: each column before and after, or what was taken away.
fn difference(words: &Messages, one: &Changed) -> String {
    let none = Map::new();
    let (before, after) = (one.before.as_ref().unwrap_or(&none), one.after.as_ref());
    let lines = before.iter().filter(|(column, _)| !is_number_of_a_row(column)).filter_map(|(column, old)| match after {
        None => (!old.is_null()).then(|| format!("{}: {} →", heading(words, column), told(words, column, old))),
        Some(after) => {
            let new = after.get(column).unwrap_or(&Value::Null);
            (new != old).then(|| format!("{}: {} → {}", heading(words, column), told(words, column, old), told(words, column, new)))
        }
    });
    let why = one.reason.as_ref().map(|reason| format!("{}: {reason}", heading(words, "reason")));
    lines.chain(why).collect::<Vec<_>>().join("\n")
}

/// Numbers by which rows find each other say nothing to her.
fn is_number_of_a_row(column: &str) -> bool {
    column == "id" || column.ends_with("_id")
}

fn section(words: &Messages, name: &str) -> String {
    words.find(&format!("privacy-copy-part-{}", name.replace('_', "-")), &[]).unwrap_or_else(|| name.to_owned())
}

fn heading(words: &Messages, column: &str) -> String {
    words.find(&format!("privacy-copy-column-{}", column.replace('_', "-")), &[]).unwrap_or_else(|| column.to_owned())
}

/// Columns whose words are choices of the program, not somebody's own.
const CHOICES: &[&str] = &[
    "gender",
    "birthday_calendar",
    "calendar",
    "kind",
    "status",
    "channel",
    "preferred_channel",
    "direction",
    "purpose",
    "outcome",
    "method",
    "price_reason",
    "wish",
    "decision",
    "step",
    "decided_by",
    "answer",
    "invite_by",
    "relation",
    "part",
    "thanks",
];

fn told(words: &Messages, column: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => words.text(if *yes { "privacy-copy-yes" } else { "privacy-copy-no" }, &[]),
        Value::String(text) if CHOICES.contains(&column) => {
            words.find(&format!("privacy-copy-value-{}", text.replace('_', "-")), &[]).unwrap_or_else(|| text.clone())
        }
        Value::String(text) if column == "at" || column.ends_with("_at") => moment(text),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// `2026-11-21T10:00:00+08:00` as it is read: day and minute.
fn moment(text: &str) -> String {
    match (text.get(..10), text.get(11..16)) {
        (Some(day), Some(minute)) => format!("{day} {minute}"),
        _ => text.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_somebody_typed_becomes_markup() {
        assert_eq!(escaped("<img src=x onerror='a'>&\""), "&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;");
        assert_eq!(moment("2026-11-21T10:05:00+08:00"), "2026-11-21 10:05");
        assert_eq!(moment("现在"), "现在");
    }
}
