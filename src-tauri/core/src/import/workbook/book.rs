//! A workbook as a whole: its sheets, and what all of them share.

use super::archive::{Archive, Part};
use super::sheet::Sheet;
use super::strings::Strings;
use super::styles::Styles;
use super::xml::{Node, Xml, attribute, ends};
use super::{WORKBOOK_MAX, cut_off, over};
use crate::error::{Code, Failure, Result};
use crate::import::values::day::DateSystem;
use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};

/// What a part beside the sheets and the texts may inflate to.
const SMALL_MAX: u64 = 16 << 20;
/// What the part of shared texts may inflate to; markup is many times the text.
const STRINGS_MAX: u64 = 256 << 20;
/// What a sheet may inflate to.
const SHEET_MAX: u64 = 512 << 20;
/// The most sheets of a workbook.
const SHEETS_MAX: usize = 500;

/// One sheet as the workbook names it.
#[derive(Debug, Clone)]
pub(in crate::import) struct SheetName {
    /// The name on its tab.
    pub(in crate::import) name: String,
    /// Whether its tab is hidden.
    pub(in crate::import) is_hidden: bool,
    part: String,
}

/// An open workbook.
pub(in crate::import) struct Book<R> {
    archive: Archive<R>,
    sheets: Vec<SheetName>,
    system: DateSystem,
    strings: Option<String>,
    styles: Option<String>,
    bytes: u64,
}

impl<R: Read + Seek> Book<R> {
    /// Reads what sheets there are.
    ///
    /// # Errors
    /// `import_too_large`, `import_cut_off`, `import_not_workbook` for another kind of archive, `import_protected`.
    pub(in crate::import) fn open(mut source: R) -> Result<Book<R>> {
        let bytes = source.seek(SeekFrom::End(0))?;
        if bytes > WORKBOOK_MAX {
            return Err(over("bytes", WORKBOOK_MAX));
        }
        let mut archive = Archive::open(source)?;
        let no_workbook = || Failure::new(Code::ImportNotWorkbook);
        let roots = relations(&mut archive, "_rels/.rels")?;
        let root = roots.into_values().find(|relation| relation.kind == "officeDocument").map(|relation| relation.target);
        let root = root.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let part = archive.part(&root).cloned().ok_or_else(no_workbook)?;
        let (folder, file) = root.rsplit_once('/').unwrap_or(("", &root));
        let relations = relations(&mut archive, &join(folder, &format!("_rels/{file}.rels")))?;
        let mut sheets = Vec::new();
        let mut system = DateSystem::From1900;
        let mut is_workbook = false;
        let mut xml = Xml::new(archive.read(&part, SMALL_MAX)?);
        loop {
            match xml.next()? {
                Node::Open(tag) => match tag.local_name().as_ref() {
                    "workbook" => is_workbook = true,
                    "workbookPr" if matches!(attribute(&tag, "date1904")?.as_str(), "1" | "true" | "on") => system = DateSystem::From1904,
                    "sheet" => {
                        let relation = relations.get(&attribute(&tag, "id")?);
                        if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                            let is_hidden = matches!(attribute(&tag, "state")?.as_str(), "hidden" | "veryHidden");
                            sheets.push(SheetName { name: attribute(&tag, "name")?, is_hidden, part: join(folder, &relation.target) });
                        }
                    }
                    _ => (),
                },
                Node::Close(tag) if ends(&tag, "workbook") => break,
                Node::End if !is_workbook => break,
                Node::End => return Err(cut_off()),
                _ => (),
            }
            if sheets.len() > SHEETS_MAX {
                return Err(over("parts", SHEETS_MAX as u64));
            }
        }
        if !is_workbook {
            return Err(no_workbook().into());
        }
        let path_of = |kind: &str| relations.values().find(|relation| relation.kind == kind).map(|found| join(folder, &found.target));
        let (strings, styles) = (path_of("sharedStrings"), path_of("styles"));
        Ok(Book { archive, sheets, system, strings, styles, bytes })
    }

    /// Its sheets, in the order of their tabs.
    pub(in crate::import) fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// Length of the file in bytes.
    pub(in crate::import) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The sheet of a name, or of a number counted from 1 where no sheet has such a name.
    ///
    /// # Errors
    /// `import_sheet_unknown` with the names there are.
    pub(in crate::import) fn position(&self, wanted: &str) -> Result<usize> {
        let wanted = wanted.trim();
        let named = self.sheets.iter().position(|sheet| sheet.name.trim() == wanted);
        let numbered = || wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|&at| at < self.sheets.len());
        named.or_else(numbered).ok_or_else(|| {
            let names: Vec<&str> = self.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            Failure::at(Code::ImportSheetUnknown, "sheet").with("sheets", names.join(", ")).into()
        })
    }

    /// Reads the texts and formats that cells refer to.
    pub(in crate::import) fn shared(&mut self) -> Result<Shared> {
        let strings = match self.found(self.strings.as_deref()) {
            Some(part) => Strings::read(Xml::new(self.archive.read(&part, STRINGS_MAX)?))?,
            None => Strings::default(),
        };
        let styles = match self.found(self.styles.as_deref()) {
            Some(part) => Styles::read(Xml::new(self.archive.read(&part, SMALL_MAX)?))?,
            None => Styles::default(),
        };
        Ok(Shared { strings, styles, system: self.system })
    }

    /// A look at a sheet, leaving the workbook open.
    pub(in crate::import) fn look(&mut self, at: usize, shared: Shared) -> Result<Sheet<&mut R>> {
        let part = self.sheet_part(at)?;
        Sheet::new(self.archive.read(&part, SHEET_MAX)?, part.declared, self.bytes, shared)
    }

    /// Reads a sheet, giving up the workbook.
    pub(in crate::import) fn into_sheet(self, at: usize, shared: Shared) -> Result<Sheet<R>> {
        let (part, bytes) = (self.sheet_part(at)?, self.bytes);
        Sheet::new(self.archive.into_part(&part, SHEET_MAX)?, part.declared, bytes, shared)
    }

    fn sheet_part(&self, at: usize) -> Result<Part> {
        self.sheets.get(at).and_then(|sheet| self.archive.part(&sheet.part)).cloned().ok_or_else(cut_off)
    }

    fn found(&self, name: Option<&str>) -> Option<Part> {
        name.and_then(|name| self.archive.part(name)).cloned()
    }
}

/// What the cells of all sheets refer to.
pub(in crate::import) struct Shared {
    pub(super) strings: Strings,
    pub(super) styles: Styles,
    pub(super) system: DateSystem,
}

struct Relation {
    /// The last word of its type.
    kind: String,
    target: String,
}

/// The relations that a part of the archive has to others, by their id.
fn relations<R: Read + Seek>(archive: &mut Archive<R>, name: &str) -> Result<HashMap<String, Relation>> {
    let mut all = HashMap::new();
    let Some(part) = archive.part(name).cloned() else { return Ok(all) };
    let mut xml = Xml::new(archive.read(&part, SMALL_MAX)?);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.local_name().as_ref() == "Relationship" => {
                let kind = attribute(&tag, "Type")?.rsplit('/').next().unwrap_or_default().to_owned();
                all.insert(attribute(&tag, "Id")?, Relation { kind, target: attribute(&tag, "Target")? });
            }
            Node::End => return Ok(all),
            _ => (),
        }
    }
}

/// A target as its path in the archive: absolute, or beside what refers to it.
fn join(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{}", target.trim_start_matches("./")),
    }
}
