//! The inside of one write.

use crate::clock::{Day, Now};
use crate::error::Result;
use crate::ids::{CustomerId, OperationId, StaffId, VisitId};
use crate::progress::Progress;
use crate::stats::{self, CustomerStats, KnownRules, Rules};
use crate::store::operation;
use crate::store::watch::{self, FACTS, Watch};
use rusqlite::Connection;
use std::cell::RefCell;
use std::sync::Arc;

/// The inside of one write: the connection, the one moment, and the entry of the history being written.
pub struct Tx<'a> {
    pub(super) db: &'a Connection,
    pub(super) now: Now,
    pub(super) actor: Option<StaffId>,
    pub(super) operation: OperationId,
    pub(super) watch: &'a Watch,
    pub(super) progress: &'a Progress,
    pub(super) rules: &'a KnownRules,
    pub(super) about: RefCell<About>,
}

#[derive(Default)]
pub(super) struct About {
    pub customer: Option<CustomerId>,
    pub visit: Option<VisitId>,
    pub params: serde_json::Map<String, serde_json::Value>,
    pub undoes: Option<OperationId>,
    pub bulk: bool,
    /// The log's chain begins anew after it; whether all was as it should be before.
    pub begins_anew: Option<bool>,
    /// Whose conclusions were drawn, after how many changed rows, and what they are.
    pub concluded: Option<(CustomerId, u64, Option<CustomerStats>)>,
}

impl Tx<'_> {
    pub(crate) fn db(&self) -> &Connection {
        self.db
    }

    /// The owner's rules as they stand inside this write.
    pub(crate) fn rules(&self) -> Result<Arc<Rules>> {
        self.rules.get(self.db, self.watch.rules_written())
    }

    /// The operation's one moment.
    pub fn now(&self) -> Now {
        self.now
    }

    /// The operation's day in the shop's zone.
    pub fn day(&self) -> Day {
        self.now.day()
    }

    /// Who does it.
    pub fn actor(&self) -> Option<StaffId> {
        self.actor
    }

    /// The entry of the history.
    pub fn operation(&self) -> OperationId {
        self.operation
    }

    /// How far it has come; asks whether to stop.
    pub fn progress(&self) -> &Progress {
        self.progress
    }

    /// Says whom it is about.
    pub fn about_customer(&self, customer: CustomerId) {
        self.about.borrow_mut().customer = Some(customer);
    }

    /// Says which visit it is about.
    pub fn about_visit(&self, visit: VisitId) {
        self.about.borrow_mut().visit = Some(visit);
    }

    /// Says that it is about the shop as a whole, whatever its parts said.
    pub(crate) fn about_the_shop(&self) {
        let mut about = self.about.borrow_mut();
        (about.customer, about.visit) = (None, None);
        about.params.clear();
    }

    /// Notes a number or a word for the history's sentence; never a name, a phone or a note's text.
    pub fn param(&self, name: &str, value: impl Into<serde_json::Value>) {
        self.about.borrow_mut().params.insert(name.to_owned(), value.into());
    }

    /// Draws a customer's conclusions before the end of the write, for an answer that shows them. Unless something is written after,
    /// they are not drawn again at the end.
    pub(crate) fn conclude(&self, customer: CustomerId) -> Result<Option<CustomerStats>> {
        let rules = self.rules()?;
        let fresh = stats::refresh(self.db, &rules, customer, self.day())?;
        self.about.borrow_mut().concluded = Some((customer, self.db.total_changes(), fresh.clone()));
        Ok(fresh)
    }

    /// Rows that the beginning of the log's chain sums up go in bulk, so that it begins anew.
    pub(crate) fn begin_log_anew(&self, clean: bool) {
        self.about.borrow_mut().begins_anew = Some(clean);
    }

    pub(crate) fn undoes(&self, id: OperationId) {
        self.about.borrow_mut().undoes = Some(id);
    }

    /// References may point nowhere until the commit, which checks them.
    pub(crate) fn defer_references(&self) -> Result<()> {
        self.db.pragma_update(None, "defer_foreign_keys", true)?;
        Ok(())
    }

    /// Changes inside are not recorded. Only for rows that this same operation inserted as a range, and so takes away whole.
    pub(crate) fn unrecorded<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.watch.set_operation(0);
        let done = work();
        self.watch.set_operation(self.operation.0);
        done
    }

    /// Rows inserted inside are recorded as ranges, not one by one; rows deleted inside cannot come back by undo.
    pub(crate) fn bulk<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let before: Vec<i64> = FACTS.iter().map(|t| operation::highest_row(self.db, t)).collect::<Result<_>>()?;
        watch::leave_rows(self.db)?;
        let answer = work()?;
        watch::watch_rows(self.db)?;
        self.about.borrow_mut().bulk = true;
        for (table, before) in FACTS.iter().zip(before) {
            let now = operation::highest_row(self.db, table)?;
            if now > before {
                operation::insert_range(self.db, self.operation, table, before + 1, now)?;
            }
        }
        Ok(answer)
    }
}
