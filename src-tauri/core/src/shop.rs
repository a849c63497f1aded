//! The open book: one file, one connection, one door for writing.

mod anew;
mod commit;
mod guard;
mod index;
mod tx;
mod written;

pub use tx::Tx;

use crate::audit;
use crate::backup;
use crate::care::{Cache, CareList};
use crate::clock::{Clock, Day, Now};
use crate::customers::Finder;
use crate::duplicates::KnownPairs;
use crate::encryption::{self, BookKey, Unlock};
use crate::error::{Code, Failure, Result};
use crate::forecast::{self, Outlook};
use crate::ids::{CustomerId, OperationId, StaffId};
use crate::insight;
use crate::lock::Moment;
use crate::op::Op;
use crate::place::FoundPlace;
use crate::progress::Progress;
use crate::stats::{self, KnownRules};
use crate::store::audit::Layouts;
use crate::store::open::Store;
use crate::store::operation::OperationRow;
use crate::store::search::{self, Loading};
use crate::store::watch::{FACTS, Watch};
use crate::store::{condition, operation, setting};
use crate::wire::settings::Settings;
use crate::wire::shop::NewShop;
use chrono::FixedOffset;
use rusqlite::Connection;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use written::Written;

/// An open customer book.
pub struct Shop {
    store: Store,
    watch: Watch,
    clock: Box<dyn Clock>,
    offset: FixedOffset,
    actor: Option<StaffId>,
    finder: Finder,
    /// What is on its way into the finder.
    loading: Option<Loading>,
    progress: Arc<Progress>,
    changes: Changes,
    care: Cache,
    forecasts: forecast::Cache,
    insight: insight::Cache,
    rules: KnownRules,
    /// The key of an encryption that was begun and waits for its sheet to be typed back.
    pub(crate) begun: Option<BookKey>,
    place: FoundPlace,
    guard: guard::Guard,
    layouts: Layouts,
    /// What the finder of duplicates knows.
    pub(crate) known_pairs: KnownPairs,
}

/// What the last operations changed, for the screen to read anew: the names of the fact tables.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Fact tables with changed rows.
    pub tables: BTreeSet<String>,
    /// The last operation, if anything was changed.
    pub operation: Option<OperationId>,
}

impl Shop {
    /// Opens an existing book.
    ///
    /// # Errors
    /// See [`Store::open`]; the file is untouched after each of them.
    pub fn open(path: &Path, clock: Box<dyn Clock>) -> Result<Shop> {
        Shop::open_with(path, &Unlock::Nothing, clock)
    }

    /// Opens an existing book that may be encrypted.
    ///
    /// # Errors
    /// See [`Store::open`]; the file is untouched after each of them.
    pub fn open_with(path: &Path, unlock: &Unlock, clock: Box<dyn Clock>) -> Result<Shop> {
        Shop::on(Store::open(path, unlock)?, clock)
    }

    /// Makes a new book: the owner, the trade's fields, levels and rules, and the demo customers if asked for.
    ///
    /// # Errors
    /// `file_exists` for a path at which anything is; `required` for the shop's name.
    pub fn create(path: &Path, new: NewShop, clock: Box<dyn Clock>) -> Result<Shop> {
        Shop::create_under(path, new, None, clock)
    }

    /// Makes a new book that is encrypted from its first byte on.
    ///
    /// # Errors
    /// Those of [`Shop::create`], and for a passphrase that is easily guessed `passphrase_weak` at `passphrase`.
    pub fn create_encrypted(path: &Path, new: NewShop, passphrase: &str, clock: Box<dyn Clock>) -> Result<Shop> {
        Shop::create_under(path, new, Some(encryption::new_key("passphrase", passphrase)?), clock)
    }

    fn create_under(path: &Path, new: NewShop, key: Option<BookKey>, clock: Box<dyn Clock>) -> Result<Shop> {
        let now = clock.utc().timestamp_millis();
        let store = Store::create(path, key, |db| crate::opening::fill(db, &new).and_then(|()| audit::begin(db, now, true)))?;
        let mut shop = Shop::on(store, clock)?;
        let owner = crate::store::staff::list(shop.db()?)?.first().map(|s| s.id);
        shop.set_actor(owner);
        if new.demo
            && let Err(error) = crate::opening::load_demo(&mut shop)
        {
            // The file was made a moment ago and holds nothing of anybody's.
            drop(shop);
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        Ok(shop)
    }

    pub(crate) fn on(store: Store, clock: Box<dyn Clock>) -> Result<Shop> {
        let watch = Watch::default();
        watch.install(store.db()?)?;
        condition::install(store.db()?)?;
        let settings: Settings = setting::get(store.db()?, Settings::KEY)?;
        let began = Moment { wall: clock.utc().timestamp_millis(), steady: clock.steady() };
        let layouts = Layouts::of(store.db()?)?;
        let mut shop = Shop {
            store,
            watch,
            clock,
            offset: settings.offset(),
            actor: None,
            finder: Finder::default(),
            loading: None,
            progress: Arc::default(),
            changes: Changes::default(),
            care: Cache::default(),
            forecasts: forecast::Cache::default(),
            insight: insight::Cache::default(),
            rules: KnownRules::default(),
            begun: None,
            place: FoundPlace::default(),
            guard: guard::Guard::new(began),
            layouts,
            known_pairs: KnownPairs::default(),
        };
        shop.close_the_gate()?;
        shop.place = FoundPlace::of(&shop.path());
        // A clock that jumped is asked about before points expire by it.
        if backup::in_doubt(&shop)?.is_none() {
            shop.turn_the_day()?;
        }
        // A full disk must not keep the shop from its book; it is tried again at the next opening.
        let _ = crate::privacy::settle(&mut shop);
        Ok(shop)
    }

    /// The file's path.
    pub fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// The key of an encrypted book.
    pub(crate) fn key(&self) -> Option<&BookKey> {
        self.store.key()
    }

    /// On what kind of disk or in what kind of folder the file lies.
    pub fn place(&self) -> &FoundPlace {
        &self.place
    }

    /// The connection, for reading.
    pub(crate) fn db(&self) -> Result<&Connection> {
        self.store.db()
    }

    /// Everybody's tasks of today as the book stands, and the connection beside it.
    pub(crate) fn care(&mut self) -> Result<(&CareList, &Connection)> {
        let now = self.now();
        let db = self.store.db()?;
        Ok((self.care.bring_up_to_date(db, now)?, db))
    }

    /// The forecast of a day as the book stands.
    pub(crate) fn forecast(&mut self, as_of: Day, fit_until: Option<Day>) -> Result<Arc<Outlook>> {
        let today = self.now().day();
        self.forecasts.outlook(self.store.db()?, today, as_of, fit_until)
    }

    /// Today's forecast if it was made, by whatever was known then.
    pub(crate) fn forecast_made(&self) -> Option<Arc<Outlook>> {
        self.forecasts.made_today(self.now().day())
    }

    /// What insight made of the book as it stands, and the connection beside it.
    pub(crate) fn insight(&mut self) -> Result<(&mut insight::Cache, &Connection)> {
        Ok((&mut self.insight, self.store.db()?))
    }

    /// This moment in the shop's zone. An operation asks once.
    pub fn now(&self) -> Now {
        Now { at: self.clock.utc().with_timezone(&self.offset) }
    }

    /// The shop's offset from UTC.
    pub fn offset(&self) -> FixedOffset {
        self.offset
    }

    /// What changed since this was last asked.
    pub fn take_changes(&mut self) -> Changes {
        std::mem::take(&mut self.changes)
    }

    /// The only door for writing: one immediate transaction, recorded in the history, conclusions brought up to date,
    /// then committed to the disk. After an error nothing of it is in the file.
    ///
    /// # Errors
    /// Whatever `work` says; `not_saved` when the disk refused and it is certain that nothing was stored.
    pub fn write<T>(&mut self, op: Op, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        self.still_there()?;
        let now = self.now();
        self.store.db()?.execute_batch("BEGIN IMMEDIATE")?;
        let done = self.inside(op, now, work);
        self.watch.set_operation(0);
        match done {
            Ok((answer, written)) => {
                self.commit(&written, op, now.millis())?;
                if written.changed {
                    self.guard.views.written();
                }
                self.after(written)?;
                Ok(answer)
            }
            Err(error) => {
                // A failed statement may have ended the transaction already.
                let _ = self.store.db()?.execute_batch("ROLLBACK");
                self.watch.rules_may_differ();
                Err(error)
            }
        }
    }

    /// Does the work and takes it all back, to show what it would do: a preview by the very code that saves.
    pub fn try_out<T>(&mut self, op: Op, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let now = self.now();
        self.store.db()?.execute_batch("BEGIN IMMEDIATE")?;
        let done = self.inside(op, now, work);
        self.watch.set_operation(0);
        self.watch.rules_may_differ();
        self.store.db()?.execute_batch("ROLLBACK")?;
        done.map(|(answer, _)| answer)
    }

    fn inside<T>(&self, op: Op, now: Now, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<(T, Written)> {
        let db = self.store.db()?;
        let id = operation::begin(db, op.as_str(), now.millis(), self.actor)?;
        self.watch.set_operation(id.0);
        let (watch, rules) = (&self.watch, &self.rules);
        let tx = Tx { db, now, actor: self.actor, operation: id, watch, progress: &self.progress, rules, about: RefCell::default() };
        let answer = work(&tx)?;
        self.watch.set_operation(0);
        let about = tx.about.into_inner();
        let concluded = about.concluded.filter(|(_, rows, _)| *rows == db.total_changes());
        // Rows that an undo takes away in bulk leave no trace of their own, but the undo did change the book.
        let trace = operation::trace(db, id)?;
        let changed = !trace.tables.is_empty() || about.undoes.is_some();
        let mut written = Written { id, changed, ..Written::default() };
        if !written.changed {
            operation::forget(db, id)?;
            return Ok((answer, written));
        }
        let entry = OperationRow {
            id,
            kind: op.as_str().to_owned(),
            at: now.millis(),
            staff_id: self.actor,
            customer_id: about.customer,
            visit_id: about.visit,
            params: serde_json::to_string(&about.params)?,
            undoes: about.undoes,
            undone_by: None,
        };
        operation::finish(db, &entry)?;
        if trace.tables.contains("staff") {
            guard::keeps_an_owner(db, now, self.actor)?;
        }
        self.guard.views.write(db)?;
        if let Some(undone) = about.undoes {
            written.tables.extend(operation::trace(db, undone)?.tables);
        }
        written.tables.extend(trace.tables.iter().cloned());
        written.everybody = about.bulk || written.tables.iter().any(|t| stats::concerns_everybody(t));
        let mut touched = if written.everybody { Vec::new() } else { operation::customers_of(db, id, &trace)? };
        audit::changed(db, &self.layouts, now, &entry, trace)?;
        if let Some(clean) = about.begins_anew {
            audit::begin(db, now.millis(), clean)?;
        }
        if written.everybody {
            stats::rebuild_all(db, now.day())?;
            search::rebuild_all(db)?;
        } else {
            let renamed = search::KEY_TABLES.iter().any(|table| written.tables.contains(*table));
            // Of two archives that were joined only the one that goes may have changed, and its number leads to the other now.
            touched.extend(about.customer.filter(|about| renamed && !touched.contains(about)));
            for customer in touched {
                let fresh = match &concluded {
                    Some((known, _, fresh)) if *known == customer => fresh.clone(),
                    _ => {
                        let rules = self.rules.get(db, self.watch.rules_written())?;
                        stats::refresh(db, &rules, customer, now.day())?
                    }
                };
                if renamed {
                    search::refresh(db, customer)?;
                }
                // Unless an archive was written, what the search box shows of her follows from her conclusions alone.
                written.customers.push((customer, fresh.filter(|_| !renamed)));
            }
        }
        Ok((answer, written))
    }

    /// Whether the file that is open still lies at its path, to be asked before anything is stored: a file that was moved away or replaced
    /// would take what is stored with it.
    ///
    /// # Errors
    /// `file_gone`, `file_replaced`, `file_read_only`.
    pub(crate) fn still_there(&self) -> Result<()> {
        self.store.still_there()
    }

    /// Opens the file again if a fault had closed it, so that work goes on once the fault is over.
    ///
    /// # Errors
    /// What is still wrong.
    pub(crate) fn heal(&mut self) -> Result<()> {
        if self.store.is_open() {
            return Ok(());
        }
        self.reopen()?;
        // Nobody knew whether the save that met the fault is in the file, so nothing that was known of the book holds.
        (self.care, self.forecasts, self.insight, self.rules, self.known_pairs, self.loading) = Default::default();
        if self.finder.is_ready() { self.reload_index() } else { Ok(()) }
    }

    /// Puts another whole file with its key in the book's place and goes on with it; what lay there is kept as `aside`.
    pub(crate) fn replace(&mut self, staged: &Path, key: Option<BookKey>, aside: &Path) -> Result<()> {
        let swapped = self.store.swap(staged, key, aside);
        // Whichever book is open now, nothing of what was known may be of the other.
        (self.care, self.forecasts, self.insight, self.rules, self.known_pairs, self.loading) = Default::default();
        self.watch = Watch::default();
        self.watch.install(self.store.db()?)?;
        condition::install(self.store.db()?)?;
        swapped?;
        let settings: Settings = setting::get(self.store.db()?, Settings::KEY)?;
        self.offset = settings.offset();
        let known = crate::store::staff::list(self.store.db()?)?;
        self.actor = self.actor.filter(|actor| known.iter().any(|one| one.id == *actor && one.is_active));
        if backup::in_doubt(self)?.is_none() {
            self.turn_the_day()?;
        }
        if self.finder.is_ready() {
            self.reload_index()?;
        }
        self.changes.tables.extend(FACTS.iter().map(|table| (*table).to_owned()));
        Ok(())
    }

    fn after(&mut self, written: Written) -> Result<()> {
        if !written.changed {
            return Ok(());
        }
        if written.tables.contains("staff") {
            self.look_at_the_lock()?;
        }
        if written.tables.contains("setting") {
            let settings: Settings = setting::get(self.store.db()?, Settings::KEY)?;
            self.offset = settings.offset();
        }
        if !self.finder.is_ready() {
            // It is loaded whole by the first search.
        } else if written.everybody || ["level", "tag_rule"].iter().any(|table| written.tables.contains(*table)) {
            self.reload_index()?;
        } else {
            let db = self.store.db()?;
            let rules = self.rules.get(db, self.watch.rules_written())?;
            written.tell(&self.finder, db, &rules)?;
        }
        self.insight.forget();
        if written.everybody || ["customer", "phone"].iter().any(|table| written.tables.contains(*table)) {
            self.known_pairs.forget();
        }
        // What is saved is saved; a list that could not take note of it is made anew.
        if written.everybody || self.care.note(self.store.db()?, written.id, &written.tables).is_err() {
            self.care.forget();
        }
        self.changes.tables.extend(written.tables);
        self.changes.operation = Some(written.id);
        Ok(())
    }

    /// What the program remembers for itself, such as copies made and weeks delivered: one immediate transaction like
    /// [`Shop::write`], but no entry of the history and nothing for undo. It may touch no fact.
    ///
    /// # Errors
    /// Whatever `work` says; `not_saved` when the disk refused the commit.
    pub(crate) fn remember<T>(&mut self, work: impl FnOnce(&Connection, Now) -> Result<T>) -> Result<T> {
        self.still_there()?;
        let now = self.now();
        self.store.db()?.execute_batch("BEGIN IMMEDIATE")?;
        let answer = match work(self.store.db()?, now) {
            Ok(answer) => answer,
            Err(error) => {
                let _ = self.store.db()?.execute_batch("ROLLBACK");
                return Err(error);
            }
        };
        if let Err(fault) = self.store.db()?.execute_batch("COMMIT") {
            let _ = self.store.db()?.execute_batch("ROLLBACK");
            self.reopen()?;
            let reason = Failure::from(crate::error::Error::from(fault)).code;
            return Err(Failure::new(Code::NotSaved).with("reason", reason.as_str()).into());
        }
        Ok(answer)
    }

    /// Conclusions that move with the calendar (points that ran out) are brought to today.
    pub fn turn_the_day(&mut self) -> Result<()> {
        let stale = stats::out_of_date(self.store.db()?, self.now().day())?;
        self.draw_anew(stale)
    }

    /// The same, and conclusions of a day that is still to come are drawn for today as well. For the few moments at which there may be
    /// some: a copy came back, the clock was set right, the whole book is looked through.
    pub(crate) fn turn_to_today(&mut self) -> Result<()> {
        let today = self.now().day();
        let mut stale = stats::out_of_date(self.store.db()?, today)?;
        stale.extend(stats::counted_ahead(self.store.db()?, today)?);
        self.draw_anew(stale)
    }

    fn draw_anew(&mut self, stale: Vec<CustomerId>) -> Result<()> {
        let today = self.now().day();
        if stale.is_empty() {
            return Ok(());
        }
        self.settle(|db| {
            // The day after a review, or the year after, there may be so many that one walk through all of them is quicker.
            if stale.len() > 2_000 {
                return stats::rebuild_all(db, today);
            }
            let rules = self.rules.get(db, self.watch.rules_written())?;
            stale.into_iter().try_for_each(|customer| stats::refresh(db, &rules, customer, today).map(drop))
        })
    }

    /// One transaction for conclusions alone. After an error none is left open, so that the next save can begin its own.
    fn settle(&self, work: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
        let db = self.store.db()?;
        db.execute_batch("BEGIN IMMEDIATE")?;
        let done = work(db).and_then(|()| Ok(db.execute_batch("COMMIT")?));
        if done.is_err() {
            // A failed statement may have ended the transaction already.
            let _ = db.execute_batch("ROLLBACK");
        }
        done
    }

    /// Makes today's tasks ready before they are asked for.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn prepare_tasks(&mut self) -> Result<()> {
        self.care().map(drop)
    }
}
