//! A workbook as it is in the file: read from its XML, without the code that wrote it.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// `inlineStr` for text, nothing for a value.
    pub kind: String,
    /// The number of its format.
    pub style: usize,
    /// Text or value.
    pub text: String,
}

/// A sheet: rows of cells by column, and all its XML.
pub struct Sheet {
    pub rows: Vec<BTreeMap<usize, Cell>>,
    pub xml: String,
    /// The code of each format of cells.
    pub formats: Vec<String>,
}

impl Sheet {
    pub fn column(&self, name: &str) -> usize {
        *self.rows[0].iter().find(|(_, cell)| cell.text == name).unwrap_or_else(|| panic!("no column {name}")).0
    }

    /// What stands in each row of a column; empty where nothing does.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let column = self.column(name);
        self.rows[1..].iter().map(|row| row.get(&column).map(|cell| cell.text.clone()).unwrap_or_default()).collect()
    }

    pub fn cell(&self, row: usize, name: &str) -> &Cell {
        &self.rows[row][&self.column(name)]
    }
}

/// Every part of the file, by name.
pub fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut file = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..file.len() {
        let mut part = file.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.insert(part.name().unwrap().into_owned(), text);
    }
    parts
}

pub fn read(path: &Path) -> Sheet {
    let parts = parts(path);
    let xml = parts["xl/worksheets/sheet1.xml"].clone();
    let mut rows = Vec::new();
    for row in xml.split("<row ").skip(1) {
        let row = row.split("</row>").next().unwrap();
        let mut cells = BTreeMap::new();
        for cell in row.split("<c ").skip(1) {
            let attribute = |name: &str| cell.split(&format!("{name}=\"")).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
            let inside = |tag: &str| {
                let (_, rest) = cell.split_once(&format!("<{tag}"))?;
                let (_, rest) = rest.split_once('>')?;
                Some(plain(rest.split(&format!("</{tag}>")).next().unwrap()))
            };
            let place = attribute("r").unwrap();
            let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
            let column = letters.bytes().fold(0, |n, letter| n * 26 + usize::from(letter - b'A') + 1) - 1;
            let text = inside("t").or_else(|| inside("v")).unwrap_or_default();
            let style = attribute("s").unwrap().parse().unwrap();
            cells.insert(column, Cell { kind: attribute("t").unwrap_or_default(), style, text });
        }
        rows.push(cells);
    }
    let styles = &parts["xl/styles.xml"];
    let code = |id: &str| match id {
        "0" => "General".to_owned(),
        "4" => "#,##0.00".to_owned(),
        "49" => "@".to_owned(),
        own => styles.split(&format!("numFmtId=\"{own}\" formatCode=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned(),
    };
    let formats = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
    let formats = formats.split("<xf numFmtId=\"").skip(1).map(|xf| code(xf.split('"').next().unwrap())).collect();
    Sheet { rows, xml, formats }
}

/// XML's own marks and the format's `_x005F_` put back.
fn plain(xml: &str) -> String {
    xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&").replace("_x005F_", "_")
}

/// The day of a spreadsheet's number.
pub fn day(serial: &str) -> String {
    let zero = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    (zero + chrono::Days::new(serial.parse().unwrap())).to_string()
}

/// The time of a part of a day.
pub fn time(fraction: &str) -> String {
    let places: i64 = fraction.strip_prefix("0.").unwrap().parse().unwrap();
    let seconds = (places * 864 + 500_000_000_000) / 1_000_000_000_000;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
