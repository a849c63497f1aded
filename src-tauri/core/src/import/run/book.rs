//! What an import has to look up again and again, and what it has to remember until the end.

use super::tally::Outcome;
use super::words::Words;
use crate::error::Result;
use crate::ids::{CustomerId, FieldId, LevelId, StaffId, TagId, VisitId};
use crate::import::columns::Remembered;
use crate::opening::POINTS_RULE;
use crate::points::PointsRule;
use crate::shop::Tx;
use crate::store::{level, operation, profile, setting, staff, state, tag};
use crate::wire::profile::ProfileField;
use crate::wire::settings::Settings;
use crate::wire::staff::Role;
use crate::wire::visits::Method;
use rusqlite::Connection;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The open book during an import.
pub(super) struct Book<'a> {
    pub tx: &'a Tx<'a>,
    pub words: Words,
    pub points_rule: PointsRule,
    /// The catalogue's fields that are asked for, by key.
    pub fields: HashMap<String, ProfileField>,
    /// Levels above the base and the base itself, by name.
    pub levels: HashMap<String, (LevelId, i64)>,
    pub staff_added: Vec<String>,
    /// Labels of fields that were made for columns.
    pub fields_added: Vec<String>,
    /// What the owner said of headings, this time and before.
    pub remembered: Remembered,
    /// What is noted at a consent that the owner has on paper; nothing where he did not say so.
    pub on_paper: Option<String>,
    /// Bytes of the files that are done, for the progress.
    pub bytes_before: u64,
    /// The highest ids before the import: rows above came in by it.
    pub last_customer: i64,
    pub last_visit: i64,
    /// The file that is being read, by its place among the files.
    pub file: usize,
    /// The highest ids before it: rows above came in by this very file.
    pub before_file: Highest,
    /// New archives whose files have no day of joining.
    pub no_joined: BTreeSet<CustomerId>,
    /// Who was brought by whom, as the files say it.
    pub referred: Vec<Referred>,
    /// One mark for each new visit, in the order of their ids.
    pub visits: Vec<VisitMark>,
    /// New visits that name a sale, and its number.
    pub refs: Vec<(VisitId, String)>,
    /// Lines that say themselves which line they bring back.
    pub reversing: Vec<Reversing>,
    /// Of each file the headings of visits' columns that are talked about at the end.
    pub headings: Vec<Headings>,
    /// New visits whose amount only their lines say, and how they were paid.
    pub unpaid: Vec<(VisitId, Method)>,
    /// Visits of before that got their first lines now, and the file and line that brought the first.
    pub filled: BTreeMap<VisitId, (usize, u64)>,
    /// Fields that are made to choose from, and what was found for them so far.
    pub choices: RefCell<HashMap<FieldId, Vec<String>>>,
    staff: HashMap<String, StaffId>,
    tags: HashMap<String, TagId>,
}

/// The highest ids of what files bring.
#[derive(Default, Clone, Copy)]
pub(super) struct Highest {
    customer: i64,
    visit: i64,
    pub line: i64,
}

/// What a row says of a customer's referrer, who is to be found once everybody is there.
pub(super) struct Referred {
    pub customer: CustomerId,
    pub file: usize,
    pub line: u64,
    /// Whether the row brought the customer, or changed her, or did nothing else.
    pub outcome: Outcome,
    pub referrer: String,
}

/// A line that brings back another.
pub(super) struct Reversing {
    pub visit: VisitId,
    pub line_no: i64,
    pub sale: String,
    pub sale_line: i64,
}

/// Headings as in the file of visits.
#[derive(Default)]
pub(super) struct Headings {
    pub amount: String,
    pub pieces: String,
    pub ref_visit_no: String,
}

/// What is needed of a visit's row after it was stored.
#[derive(Clone, Copy)]
pub(super) struct VisitMark {
    /// Line of the file.
    pub line: u32,
    /// The file, by its place among the files.
    pub file: u16,
    /// Whether the file said an amount, and pieces.
    pub has_amount: bool,
    pub has_pieces: bool,
}

/// What the owner said of headings before, as far as the fields are still there.
pub(super) fn remembered(db: &Connection) -> Result<Remembered> {
    let mut remembered: Remembered = state::get(db, Remembered::KEY)?.unwrap_or_default();
    let fields = profile::fields(db)?;
    remembered.keep_fields(|key| fields.iter().any(|field| field.key == key && field.is_on && !field.is_builtin));
    Ok(remembered)
}

impl<'a> Book<'a> {
    pub(super) fn open(tx: &'a Tx<'a>, files: usize) -> Result<Book<'a>> {
        let db = tx.db();
        let settings: Settings = setting::get(db, Settings::KEY)?;
        let fields = profile::fields(db)?.into_iter().filter(|field| field.is_on && !field.is_builtin);
        Ok(Book {
            tx,
            words: Words::new(settings.language),
            points_rule: setting::need(db, POINTS_RULE)?,
            fields: fields.map(|field| (field.key.clone(), field)).collect(),
            levels: level::list(db)?.into_iter().map(|level| (level.name.to_lowercase(), (level.id, level.rank))).collect(),
            staff_added: Vec::new(),
            fields_added: Vec::new(),
            remembered: remembered(db)?,
            on_paper: None,
            bytes_before: 0,
            last_customer: operation::highest_row(db, "customer")?,
            last_visit: operation::highest_row(db, "visit")?,
            file: 0,
            before_file: Highest::default(),
            no_joined: BTreeSet::new(),
            referred: Vec::new(),
            visits: Vec::new(),
            refs: Vec::new(),
            reversing: Vec::new(),
            headings: (0..files).map(|_| Headings::default()).collect(),
            unpaid: Vec::new(),
            filled: BTreeMap::new(),
            choices: RefCell::default(),
            staff: HashMap::new(),
            tags: HashMap::new(),
        })
    }

    /// Begins with a file.
    pub(super) fn turn_to(&mut self, file: usize) -> Result<()> {
        let highest = |table| operation::highest_row(self.tx.db(), table);
        self.before_file = Highest { customer: highest("customer")?, visit: highest("visit")?, line: highest("visit_line")? };
        self.file = file;
        Ok(())
    }

    /// A clerk by name; one whom the book does not know is added.
    pub(super) fn staff(&mut self, name: &str) -> Result<StaffId> {
        if let Some(&id) = self.staff.get(name) {
            return Ok(id);
        }
        let id = match staff::by_name(self.tx.db(), name)? {
            Some(known) => known.id,
            None => {
                self.staff_added.push(name.to_owned());
                staff::insert(self.tx.db(), name, Role::Clerk)?
            }
        };
        self.staff.insert(name.to_owned(), id);
        Ok(id)
    }

    /// A tag by name, made if need be.
    pub(super) fn tag(&mut self, name: &str) -> Result<TagId> {
        if let Some(&id) = self.tags.get(name) {
            return Ok(id);
        }
        let id = match tag::by_name(self.tx.db(), name)? {
            Some(id) => id,
            None => tag::insert(self.tx.db(), name)?,
        };
        self.tags.insert(name.to_owned(), id);
        Ok(id)
    }

    /// Whether a customer came in by this import.
    pub(super) fn is_new_customer(&self, id: CustomerId) -> bool {
        id.0 > self.last_customer
    }

    /// Whether a customer came in by the file that is being read.
    pub(super) fn is_of_this_file(&self, id: CustomerId) -> bool {
        id.0 > self.before_file.customer
    }

    /// Whether a visit came in by the file that is being read.
    pub(super) fn is_visit_of_this_file(&self, id: VisitId) -> bool {
        id.0 > self.before_file.visit
    }

    /// Whether a visit came in by this import.
    pub(super) fn is_new_visit(&self, id: VisitId) -> bool {
        id.0 > self.last_visit
    }

    /// The mark of a new visit.
    pub(super) fn mark(&self, id: VisitId) -> Option<VisitMark> {
        usize::try_from(id.0 - self.last_visit - 1).ok().and_then(|at| self.visits.get(at)).copied()
    }
}
