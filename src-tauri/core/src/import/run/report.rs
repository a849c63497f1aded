//! The report while an import runs: what became of the rows, for each kind of table and for each file.

use super::sources::Source;
use super::tally::Outcome;
use crate::import::columns::Kind;
use crate::import::flag::Flag;
use crate::import::reader::Origin;
use crate::wire::import::{ChangedCustomer, FileReport, ImportColumn, ImportReport, TableReport};

/// Remarks of one kind of table that are kept in full, of each file its share; beyond it they are only counted, so that a wholly
/// damaged file cannot fill the memory.
const FLAGS_KEPT: usize = 10_000;
/// Remarks of one code that are kept of a file in any case, so that the first of what is told late can be looked at too.
const FLAGS_OF_CODE: u64 = 20;
/// Changed archives that are told field by field; a person reads a page of them, and the rest is counted.
const CHANGES_KEPT: usize = 100;
/// The least that a file gets of those.
const CHANGES_LEAST: usize = 5;

/// The report as it grows.
pub(super) struct Report {
    files: Vec<FileReport>,
    /// Remarks and changes that were kept of each file.
    kept: Vec<(usize, usize)>,
    /// One a kind, in the order of [`Kind::ALL`].
    tables: [TableReport; 3],
}

fn index(kind: Kind) -> usize {
    match kind {
        Kind::Customers => 0,
        Kind::Visits => 1,
        Kind::Lines => 2,
    }
}

impl Report {
    pub(super) fn new(files: &[Source]) -> Report {
        let one = |file: &Source| FileReport {
            name: file.name.clone(),
            kind: file.kind,
            rows: 0,
            new: 0,
            known: 0,
            changed: 0,
            rejected: 0,
            flags: Default::default(),
            encoding: None,
            certainty: None,
            day_order: None,
            sheet: None,
            columns: Vec::new(),
            errors: None,
        };
        Report { files: files.iter().map(one).collect(), kept: vec![(0, 0); files.len()], tables: Default::default() }
    }

    /// How a file is read.
    pub(super) fn begin(&mut self, at: usize, origin: &Origin, columns: Vec<ImportColumn>) {
        let file = &mut self.files[at];
        file.encoding = origin.encoding.map(|(encoding, _)| encoding);
        file.certainty = origin.encoding.map(|(_, certainty)| certainty);
        file.sheet.clone_from(&origin.sheet);
        file.day_order = origin.day_order;
        file.columns = columns;
    }

    pub(super) fn file(&mut self, at: usize) -> &mut FileReport {
        &mut self.files[at]
    }

    /// Counts a row. Gives how many of the file were counted.
    pub(super) fn count(&mut self, at: usize, outcome: Outcome) -> u64 {
        let file = &mut self.files[at];
        let table = &mut self.tables[index(file.kind)];
        let (of_file, of_kind) = match outcome {
            Outcome::New => (&mut file.new, &mut table.new),
            Outcome::Known => (&mut file.known, &mut table.known),
            Outcome::Changed => (&mut file.changed, &mut table.changed),
            Outcome::Rejected => (&mut file.rejected, &mut table.rejected),
        };
        *of_file += 1;
        *of_kind += 1;
        table.rows += 1;
        file.rows += 1;
        file.rows
    }

    /// What was counted as known turns out to have been changed.
    pub(super) fn recount_as_changed(&mut self, at: usize) {
        let file = &mut self.files[at];
        let table = &mut self.tables[index(file.kind)];
        (file.known, file.changed) = (file.known - 1, file.changed + 1);
        (table.known, table.changed) = (table.known - 1, table.changed + 1);
    }

    /// Adds a remark about a file.
    pub(super) fn flag(&mut self, at: usize, flag: Flag) {
        let of_kind = self.of_kind(at);
        let share = FLAGS_KEPT / of_kind.max(1);
        let file = &mut self.files[at];
        let table = &mut self.tables[index(file.kind)];
        let seen = file.flags.entry(flag.code.as_str().to_owned()).or_default();
        *seen += 1;
        *table.flags.entry(flag.code.as_str().to_owned()).or_default() += 1;
        let kept = &mut self.kept[at].0;
        if *kept < share || *seen <= FLAGS_OF_CODE {
            *kept += 1;
            table.flagged.push(Flag { file: shown(of_kind, at), ..flag });
        }
    }

    /// Whether what changes in an archive is still to be told of a file.
    pub(super) fn tells_changes(&self, at: usize) -> bool {
        self.kept[at].1 < (CHANGES_KEPT / self.of_kind(at).max(1)).max(CHANGES_LEAST)
    }

    /// Tells what changed in an archive.
    pub(super) fn tell(&mut self, at: usize, change: ChangedCustomer) {
        let file = shown(self.of_kind(at), at);
        self.kept[at].1 += 1;
        self.tables[index(Kind::Customers)].changes.push(ChangedCustomer { file, ..change });
    }

    /// What was told of an archive's changes by a row, if it was.
    pub(super) fn told(&mut self, at: usize, line: u64) -> Option<&mut ChangedCustomer> {
        let file = shown(self.of_kind(at), at);
        self.tables[index(Kind::Customers)].changes.iter_mut().find(|change| change.file == file && change.line == line)
    }

    /// Whether there is a file of a kind.
    pub(super) fn has(&self, kind: Kind) -> bool {
        self.files.iter().any(|file| file.kind == kind)
    }

    fn of_kind(&self, at: usize) -> usize {
        self.files.iter().filter(|file| file.kind == self.files[at].kind).count()
    }

    /// The report as it is sent; what follows from the whole book is still to be filled in.
    pub(super) fn finish(mut self) -> ImportReport {
        for kind in Kind::ALL {
            let mut files = self.files.iter().filter(|file| file.kind == *kind);
            if let (Some(only), None) = (files.next(), files.next()) {
                let table = &mut self.tables[index(*kind)];
                (table.encoding, table.certainty, table.day_order) = (only.encoding, only.certainty, only.day_order);
                (table.sheet, table.columns, table.errors) = (only.sheet.clone(), only.columns.clone(), only.errors.clone());
            }
        }
        let [has_customers, has_visits, has_lines] = [Kind::Customers, Kind::Visits, Kind::Lines].map(|kind| self.has(kind));
        let [mut customers, visits, lines] = self.tables;
        customers.changes.sort_by_key(|change| (change.file, change.line));
        ImportReport {
            customers: has_customers.then_some(customers),
            visits: has_visits.then_some(visits),
            lines: has_lines.then_some(lines),
            files: self.files,
            ..ImportReport::default()
        }
    }
}

/// Which file is named: none where there is only one of the kind.
fn shown(of_kind: usize, at: usize) -> Option<u32> {
    if of_kind > 1 { u32::try_from(at).ok() } else { None }
}
