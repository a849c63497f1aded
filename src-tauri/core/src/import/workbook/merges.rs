//! Cells that are merged over several rows: the file keeps their value in the first, a person sees it in all.

use super::over;
use crate::error::Result;
use crate::import::table::{COLUMNS_MAX, Mark, Record};

/// The most merged cells of a sheet that are taken note of.
const MERGES_MAX: usize = 1_000_000;

/// One merged cell: its first column, its first and its last row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    first: u64,
    last: u64,
    column: usize,
}

/// The cells of a sheet that are merged over several rows.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Merges {
    all: Vec<Merge>,
}

impl Merges {
    /// Takes note of one, such as `A2:A5`. What is merged along a row only is its first cell, as the file has it.
    ///
    /// # Errors
    /// `import_too_large` for too many.
    pub(super) fn add(&mut self, range: &str) -> Result<()> {
        let Some((from, to)) = range.split_once(':') else { return Ok(()) };
        let (Some((column, first)), Some((_, last))) = (place(from), place(to)) else { return Ok(()) };
        if last > first && column < COLUMNS_MAX {
            self.all.push(Merge { first, last, column });
        }
        if self.all.len() > MERGES_MAX { Err(over("cells", MERGES_MAX as u64)) } else { Ok(()) }
    }
}

/// Filling in, while the rows of a sheet come by.
#[derive(Debug, Default)]
pub(super) struct Filling {
    /// Those to come, the next one last.
    waiting: Vec<Merge>,
    /// Those of the present row, with what their first cell holds.
    present: Vec<(Merge, String)>,
    /// Columns whose cells are counted: what is merged there is of all rows together.
    counted: Vec<usize>,
}

impl Filling {
    /// Fills in below a line; what is merged in or above the headings is theirs.
    pub(super) fn new(merges: Merges, below: u64, counted: Vec<usize>) -> Filling {
        let mut waiting: Vec<Merge> = merges.all.into_iter().filter(|merge| merge.first > below).collect();
        waiting.sort_unstable_by(|a, b| b.cmp(a));
        Filling { waiting, present: Vec::new(), counted }
    }

    /// Puts into a row what merged cells show there.
    pub(super) fn fill(&mut self, record: &mut Record) {
        let row = record.line;
        self.present.retain(|(merge, _)| merge.last >= row);
        let mark = |column: &usize| if self.counted.contains(column) { Mark::MergedCount } else { Mark::Merged };
        let text = |merge: &Merge, text: &str| if self.counted.contains(&merge.column) { String::new() } else { text.to_owned() };
        let shown: Vec<_> = self.present.iter().map(|(merge, held)| (merge.column, text(merge, held), mark(&merge.column))).collect();
        if !shown.is_empty() {
            record.fill(&shown);
        }
        while let Some(merge) = self.waiting.pop_if(|merge| merge.first <= row) {
            let held = record.cell(merge.column);
            // A merged cell whose first row is not there, or that holds nothing, shows nothing.
            if merge.first == row && merge.last > row && !held.trim().is_empty() {
                self.present.push((merge, held.to_owned()));
            }
        }
    }
}

/// Column, from 0, and row of a cell such as `BC17`.
fn place(text: &str) -> Option<(usize, u64)> {
    let text = text.trim();
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    Some((super::sheet::column_of(text)?, text[letters..].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(line: u64, cells: &[&str]) -> Record {
        let mut record = Record::default();
        record.begin(line);
        cells.iter().for_each(|cell| record.push(cell, None));
        record
    }

    #[test]
    fn what_is_merged_down_is_shown_in_every_row_and_what_is_counted_only_marked() {
        let mut merges = Merges::default();
        for range in ["A1:C1", "A2:A2", "A3:A5", "B3:B4", "C3:C5", "D9:D10", "broken", "A6:A99999999999999999999"] {
            merges.add(range).unwrap();
        }
        let mut filling = Filling::new(merges, 2, vec![2]);
        let mut shown = |line, cells: &[&str]| {
            let mut record = record(line, cells);
            filling.fill(&mut record);
            (record.cells().map(str::to_owned).collect::<Vec<_>>().join("|"), record.marks().to_vec())
        };
        assert_eq!(shown(3, &["M1", "王芳", "300"]), ("M1|王芳|300".into(), vec![]));
        let merged = [(0, Mark::Merged), (1, Mark::Merged), (2, Mark::MergedCount)];
        assert_eq!(shown(4, &["", "", "", "x"]), ("M1|王芳||x".into(), merged.to_vec()));
        // A row that ends early is filled to where the merged cells stand; its own cells stay.
        assert_eq!(shown(5, &["", "李红"]), ("M1|李红|".into(), vec![(0, Mark::Merged), (2, Mark::MergedCount)]));
        assert_eq!(shown(6, &["", "陈静"]), ("|陈静".into(), vec![]));
        // The row in which a merged cell begins is missing: nobody knows what it held.
        assert_eq!(shown(10, &["a"]), ("a".into(), vec![]));
    }
}
