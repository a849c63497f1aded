//! Workbooks as a spreadsheet program writes them, made here: a zip archive of XML parts.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::fmt::Write as _;
use std::io::Write as _;

/// One sheet: its name, whether it is hidden, and what stands in `sheetData`.
pub struct Sheet {
    name: String,
    state: &'static str,
    data: String,
    merges: String,
}

/// A workbook being put together.
#[derive(Default)]
pub struct Workbook {
    sheets: Vec<Sheet>,
    strings: Vec<String>,
    is_1904: bool,
}

/// The format codes of the test workbooks; cells refer to them by their place, 0 being none.
pub const FORMATS: &[&str] = &[
    "General",
    "yyyy-mm-dd",
    "yyyy\"年\"m\"月\"d\"日\"",
    "m\"月\"d\"日\"",
    "000000",
    "#,##0.00",
    "h:mm",
    "yyyy-mm-dd hh:mm",
    "yyyy\"年\"m\"月\"",
];
/// The place of format 31, which Chinese spreadsheets know without a code.
pub const BUILT_IN_31: usize = FORMATS.len();

/// A cell with a text of its own.
pub fn text(text: &str) -> String {
    format!("t=\"inlineStr\"><is><t>{}</t></is>", escape(text))
}

/// A number in one of the [`FORMATS`].
pub fn number(raw: &str, style: usize) -> String {
    format!("s=\"{style}\"><v>{raw}</v>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// `A`, `B` ... `AA`.
pub fn letters(mut column: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.insert(0, char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return letters;
        }
        column = column / 26 - 1;
    }
}

impl Workbook {
    /// Counts its days from 1904.
    pub fn dated_from_1904(mut self) -> Workbook {
        self.is_1904 = true;
        self
    }

    /// Adds a sheet of cells, each written by [`text`], [`number`] or as `t="e"><v>#N/A</v>`; an empty one stands for no cell.
    pub fn sheet(self, name: &str, rows: &[&[String]]) -> Workbook {
        let mut data = String::new();
        for (at, row) in rows.iter().enumerate() {
            if row.iter().all(String::is_empty) {
                continue;
            }
            write!(data, "<row r=\"{}\">", at + 1).unwrap();
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                write!(data, "<c r=\"{}{}\" {cell}</c>", letters(column), at + 1).unwrap();
            }
            data += "</row>";
        }
        self.raw("visible", name, data)
    }

    /// Adds a sheet of plain texts, all of them shared.
    pub fn table(mut self, name: &str, lines: &str) -> Workbook {
        let mut data = String::new();
        for (at, line) in lines.lines().enumerate() {
            write!(data, "<row r=\"{}\">", at + 1).unwrap();
            for (column, cell) in line.split(',').enumerate().filter(|(_, cell)| !cell.is_empty()) {
                write!(data, "<c r=\"{}{}\" t=\"s\"><v>{}</v></c>", letters(column), at + 1, self.strings.len()).unwrap();
                self.strings.push(cell.to_owned());
            }
            data += "</row>";
        }
        self.raw("visible", name, data)
    }

    /// Adds a sheet by its XML.
    pub fn raw(mut self, state: &'static str, name: &str, data: String) -> Workbook {
        self.sheets.push(Sheet { name: name.to_owned(), state, data, merges: String::new() });
        self
    }

    /// Merges cells of the last sheet.
    pub fn merged(mut self, ranges: &[&str]) -> Workbook {
        let all: String = ranges.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
        self.sheets.last_mut().unwrap().merges = format!("<mergeCells count=\"{}\">{all}</mergeCells>", ranges.len());
        self
    }

    /// Hides the last sheet.
    pub fn hidden(mut self) -> Workbook {
        self.sheets.last_mut().unwrap().state = "hidden";
        self
    }

    /// Its parts by their names.
    pub fn parts(&self) -> Vec<(String, Vec<u8>)> {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let (mut names, mut relations) = (String::new(), String::new());
        let mut parts = Vec::new();
        for (at, sheet) in self.sheets.iter().enumerate() {
            write!(names, "<sheet name=\"{}\" sheetId=\"{}\" state=\"{}\" r:id=\"rId{at}\"/>", escape(&sheet.name), at + 1, sheet.state)
                .unwrap();
            write!(relations, "<Relationship Id=\"rId{at}\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>").unwrap();
            let (data, merges) = (&sheet.data, &sheet.merges);
            parts.push((
                format!("xl/worksheets/sheet{at}.xml"),
                format!("{head}<worksheet><dimension ref=\"A1\"/><sheetData>{data}</sheetData>{merges}</worksheet>"),
            ));
        }
        relations += &format!("<Relationship Id=\"s\" Type=\"{relation}/styles\" Target=\"styles.xml\"/>");
        relations += &format!("<Relationship Id=\"t\" Type=\"{relation}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>");
        let root = format!("<Relationship Id=\"w\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/>");
        let codes: String = FORMATS
            .iter()
            .enumerate()
            .map(|(n, code)| format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", 164 + n, code.replace('"', "&quot;")))
            .collect();
        let formats: String = (0..FORMATS.len()).map(|n| format!("<xf numFmtId=\"{}\"/>", 164 + n)).collect();
        let strings: String = self.strings.iter().map(|text| format!("<si><t>{}</t></si>", escape(text))).collect();
        let date1904 = u8::from(self.is_1904);
        let mut all = vec![
            ("[Content_Types].xml".to_owned(), format!("{head}<Types/>")),
            ("_rels/.rels".to_owned(), format!("{head}<Relationships>{root}</Relationships>")),
            (
                "xl/workbook.xml".to_owned(),
                format!("{head}<workbook><workbookPr date1904=\"{date1904}\"/><sheets>{names}</sheets></workbook>"),
            ),
            ("xl/_rels/workbook.xml.rels".to_owned(), format!("{head}<Relationships>{relations}</Relationships>")),
            (
                "xl/styles.xml".to_owned(),
                format!(
                    "{head}<styleSheet><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>{formats}<xf numFmtId=\"31\"/></cellXfs></styleSheet>"
                ),
            ),
            ("xl/sharedStrings.xml".to_owned(), format!("{head}<sst>{strings}</sst>")),
        ];
        all.extend(parts);
        all.into_iter().map(|(name, xml)| (name, xml.into_bytes())).collect()
    }

    /// The whole file.
    pub fn bytes(&self) -> Vec<u8> {
        zip(self.parts().into_iter().map(|(name, content)| Entry::of(&name, &content)))
    }
}

/// One entry of an archive as it is written, true or not.
pub struct Entry {
    name: String,
    packed: Vec<u8>,
    crc: u32,
    /// What it is said to inflate to.
    pub declared: u32,
    flags: u16,
}

impl Entry {
    /// A deflated entry.
    pub fn of(name: &str, content: &[u8]) -> Entry {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(content).unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(content);
        Entry { name: name.to_owned(), packed: encoder.finish().unwrap(), crc: crc.sum(), declared: content.len() as u32, flags: 0 }
    }

    /// `head`, then `block` so many times over, packed once and repeated packed: a gigabyte takes no time to write.
    pub fn bomb(name: &str, head: &[u8], block: &[u8], times: usize) -> Entry {
        let mut compress = flate2::Compress::new(Compression::best(), false);
        let mut pack = |content: &[u8]| {
            let mut packed = Vec::with_capacity(content.len() + 1024);
            compress.compress_vec(content, &mut packed, flate2::FlushCompress::Full).unwrap();
            packed
        };
        let mut packed = pack(head);
        // The first block ends as all others do; what comes before decides nothing behind a full flush.
        let one = pack(block);
        for _ in 0..times {
            packed.extend_from_slice(&one);
        }
        Entry { name: name.to_owned(), packed, crc: 0, declared: 1000, flags: 0 }
    }

    /// The same, said to be encrypted.
    pub fn encrypted(mut self) -> Entry {
        self.flags = 1;
        self
    }
}

/// An archive of entries.
pub fn zip(entries: impl IntoIterator<Item = Entry>) -> Vec<u8> {
    let (mut file, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u32);
    for entry in entries {
        let header = file.len() as u32;
        let mut fields = Vec::new();
        for field in [20, entry.flags, 8, 0, 0x21] {
            fields.extend(field.to_le_bytes());
        }
        for field in [entry.crc, entry.packed.len() as u32, entry.declared] {
            fields.extend(field.to_le_bytes());
        }
        fields.extend((entry.name.len() as u16).to_le_bytes());
        fields.extend([0; 2]);
        file.extend(b"PK\x03\x04");
        file.extend(&fields);
        file.extend(entry.name.as_bytes());
        file.extend(&entry.packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(header.to_le_bytes());
        directory.extend(entry.name.as_bytes());
        count += 1;
    }
    let start = file.len() as u32;
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    let short = u16::try_from(count).unwrap_or(u16::MAX);
    file.extend(short.to_le_bytes());
    file.extend(short.to_le_bytes());
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0; 2]);
    file
}
