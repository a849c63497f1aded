//! Who is at the counter: the one place where a seat is taken and given up, and where the log hears of it.

use super::Shop;
use crate::audit::{self, Note, View};
use crate::clock::Now;
use crate::customers::Finder;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, StaffId};
use crate::lock::{Access, Moment, Seat, idle, throttle};
use crate::progress::Progress;
use crate::store::{credential, setting, staff};
use crate::wire::audit::AuditAction;
use crate::wire::lock::LockSettings;
use crate::wire::staff::Staff;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// What is remembered of the counter while the book is open; none of it is in the file.
pub(super) struct Guard {
    pub(super) seat: Seat,
    used: Moment,
    ticked: Moment,
    /// Since when, by the steady clock, somebody who typed wrong has to wait.
    waits: BTreeMap<StaffId, Duration>,
    pub(super) views: audit::Views,
}

impl Guard {
    pub(super) fn new(now: Moment) -> Guard {
        Guard { seat: Seat::Open, used: now, ticked: now, waits: BTreeMap::new(), views: audit::Views::default() }
    }
}

impl Shop {
    /// Who is at the counter.
    pub fn actor(&self) -> Option<StaffId> {
        self.actor
    }

    /// Says who is at the counter from now on.
    pub fn set_actor(&mut self, actor: Option<StaffId>) {
        self.actor = actor;
    }

    /// What the search box asks; shared, so that a search need not wait for the book. Not ready before [`Shop::load_index`].
    pub fn finder(&self) -> Finder {
        self.finder.clone()
    }

    /// How far long work has come, and the way to stop it.
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// This moment by both clocks.
    fn moment(&self) -> Moment {
        Moment { wall: self.now().millis(), steady: self.clock.steady() }
    }

    /// Who is there.
    pub fn seat(&self) -> Seat {
        self.guard.seat
    }

    fn take_seat(&mut self, seat: Seat, actor: Option<StaffId>) {
        self.guard.seat = seat;
        self.finder.gate().set(seat);
        self.actor = actor;
        self.guard.used = self.moment();
        self.guard.ticked = self.guard.used;
    }

    /// A book with a lock opens locked, and every wait begins anew.
    pub(super) fn close_the_gate(&mut self) -> Result<()> {
        let (guarded, throttled) = (credential::any(self.db()?)?, credential::throttled(self.db()?)?);
        let now = self.clock.steady();
        self.guard.waits = throttled.into_iter().map(|staff| (staff, now)).collect();
        self.take_seat(if guarded { Seat::Locked } else { Seat::Open }, None);
        Ok(())
    }

    /// Lets an operation pass, or says who is needed. Being let through is use of the book, which then does not lock by itself.
    pub(crate) fn admit(&mut self, needed: Access) -> Result<()> {
        self.lock_if_idle()?;
        self.guard.seat.admit(needed)?;
        if needed != Access::Anyone {
            self.guard.used = self.moment();
        }
        Ok(())
    }

    /// An operation is over: however long it took, nobody was asleep meanwhile.
    pub(crate) fn used(&mut self, needed: Access) {
        let now = self.moment();
        self.guard.ticked = now;
        if needed != Access::Anyone {
            self.guard.used = now;
        }
    }

    fn lock_if_idle(&mut self) -> Result<()> {
        if !matches!(self.guard.seat, Seat::Taken(_)) {
            return Ok(());
        }
        let settings: LockSettings = setting::get(self.db()?, LockSettings::KEY)?;
        let limit = Duration::from_secs(u64::try_from(settings.after_minutes.clamp(1, 60)).unwrap_or(5) * 60);
        if idle::is_idle(self.guard.used, self.moment(), limit) {
            self.get_up("idle")?;
        }
        Ok(())
    }

    /// To be called every few seconds while the book is open: locks when nobody is there any more or the computer slept, and saves page
    /// views that no write took along. Not counted as use.
    ///
    /// # Errors
    /// Those of saving the views.
    pub fn tick(&mut self) -> Result<()> {
        let now = self.moment();
        let slept = idle::has_slept(self.guard.ticked, now);
        self.guard.ticked = now;
        if slept && matches!(self.guard.seat, Seat::Taken(_)) {
            self.get_up("sleep")?;
        }
        self.lock_if_idle()?;
        if self.guard.views.are_due(now.wall) { self.save_views() } else { Ok(()) }
    }

    /// Somebody showed who he is.
    pub(crate) fn sit_down(&mut self, person: &Staff) -> Result<()> {
        self.note(Note::of(AuditAction::Unlocked).about(person.id.0).kind(person.role.as_str()))?;
        self.take_seat(Seat::Taken(person.role), Some(person.id));
        Ok(())
    }

    /// Locks, if there is a lock.
    pub(crate) fn stand_up(&mut self) -> Result<()> {
        if matches!(self.guard.seat, Seat::Taken(_)) { self.get_up("hand") } else { Ok(()) }
    }

    fn get_up(&mut self, why: &str) -> Result<()> {
        // Locked first: should the disk refuse the row, nobody is let through for it.
        let by = self.actor;
        self.take_seat(Seat::Locked, None);
        self.note_by(by, Note::of(AuditAction::Locked).kind(why))
    }

    /// After a change of who works here, or of who has a secret: somebody who left gets up, and without any secret there is no lock.
    pub(crate) fn look_at_the_lock(&mut self) -> Result<()> {
        let db = self.db()?;
        if !credential::any(db)? {
            if self.guard.seat != Seat::Open {
                let actor = self.actor;
                self.take_seat(Seat::Open, actor);
            }
            return Ok(());
        }
        let person = match self.actor {
            Some(id) => staff::get(db, id)?.filter(|person| person.is_active),
            None => None,
        };
        match (self.guard.seat, person) {
            (Seat::Taken(role), Some(person)) if person.role == role => {}
            (Seat::Taken(_), Some(person)) => self.take_seat(Seat::Taken(person.role), Some(person.id)),
            _ => self.take_seat(Seat::Locked, None),
        }
        Ok(())
    }

    /// How long somebody who typed wrong so many times still has to wait.
    pub(crate) fn wait_left(&self, staff: StaffId, failures: i64) -> Duration {
        let now = self.clock.steady();
        throttle::left(failures, self.guard.waits.get(&staff).copied().unwrap_or(now), now)
    }

    /// A wait begins now.
    pub(crate) fn begin_wait(&mut self, staff: StaffId) {
        self.guard.waits.insert(staff, self.clock.steady());
    }

    /// Somebody's page is on the screen.
    pub(crate) fn viewed(&mut self, customer: CustomerId) {
        self.guard.views.add(View { at: self.now().millis(), staff: self.actor, customer });
    }

    /// Writes a row of the log, and the page views that wait.
    pub(crate) fn note(&mut self, note: Note) -> Result<()> {
        self.note_by(self.actor, note)
    }

    fn note_by(&mut self, by: Option<StaffId>, note: Note) -> Result<()> {
        self.recorded_by(by, |_, _| Ok(((), vec![note])))
    }

    /// Like [`Shop::remember`], with rows of the log in the same transaction.
    pub(crate) fn recorded<T>(&mut self, work: impl FnOnce(&Connection, Now) -> Result<(T, Vec<Note>)>) -> Result<T> {
        self.recorded_by(self.actor, work)
    }

    fn recorded_by<T>(&mut self, by: Option<StaffId>, work: impl FnOnce(&Connection, Now) -> Result<(T, Vec<Note>)>) -> Result<T> {
        let views = std::mem::take(&mut self.guard.views);
        let done = self.remember(|db, now| {
            views.write(db)?;
            let (answer, notes) = work(db, now)?;
            notes.iter().try_for_each(|note| audit::append(db, now.millis(), by, note))?;
            Ok(answer)
        });
        self.guard.views = views;
        if done.is_ok() {
            self.guard.views.written();
        }
        done
    }

    /// Saves the page views that wait, if there are any.
    pub(crate) fn save_views(&mut self) -> Result<()> {
        if self.guard.views.is_empty() { Ok(()) } else { self.recorded(|_, _| Ok(((), Vec::new()))) }
    }
}

impl Drop for Shop {
    /// Page views that no write took along are saved; if the disk refuses, nothing else is lost with them.
    fn drop(&mut self) {
        let _ = self.save_views();
    }
}

/// What has to hold when somebody who works here was changed: where there is a lock, an owner can open it.
pub(super) fn keeps_an_owner(db: &Connection, now: Now, by: Option<StaffId>) -> Result<()> {
    // A PIN does not guard what an owner may.
    for staff in credential::pins_of_owners(db)? {
        credential::remove(db, staff)?;
        audit::append(db, now.millis(), by, &Note::of(AuditAction::SecretRemoved).about(staff.0))?;
    }
    if credential::any(db)? && !credential::owner_has_one(db)? {
        return Err(Failure::at(Code::OwnerNeeded, "role").into());
    }
    Ok(())
}
