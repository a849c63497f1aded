//! The tasks of everybody, made once a day and then brought up to date customer by customer.

use super::born::{Born, last_of};
use super::derive::{Outlook, listed_months, of_shop};
use super::worklist::{First, Spot, Worklist};
use super::{CareFacts, CareRule, CareTask, DecisionFact, ShopCount, Surroundings, TaskName, settle};
use crate::clock::{Day, Millis, Now};
use crate::error::Result;
use crate::ids::{CustomerId, OperationId};
use crate::store::{care_decision, care_facts, care_rule, top_spender};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// From so many changed customers on it is quicker to make the list anew.
const MANY: usize = 300;

/// The tasks of whoever has one.
type People = BTreeMap<CustomerId, Vec<CareTask>>;

/// Everybody's tasks of a day.
#[derive(Debug, PartialEq)]
pub(crate) struct CareList {
    /// What they were made with; its rules are those that are on.
    pub around: Surroundings,
    /// All rules, those that are off too.
    pub rules: Vec<CareRule>,
    /// The tasks in their order, counted.
    pub(super) worklist: Worklist,
    people: People,
    shop: Vec<CareTask>,
    born: Vec<Born>,
}

impl CareList {
    /// Makes the list of a day as it stands at a moment of it.
    pub(crate) fn make(db: &Connection, today: Day, at: Millis) -> Result<CareList> {
        Self::of_rules(db, today, at, care_rule::list(db)?)
    }

    /// The list as it would be under other rules than the book's.
    pub(crate) fn of_rules(db: &Connection, today: Day, at: Millis, rules: Vec<CareRule>) -> Result<CareList> {
        let on = rules.iter().filter(|rule| rule.is_on).cloned().collect();
        let around = care_facts::surroundings(db, today, on)?;
        let decisions = care_decision::of_shop(db)?;
        let months = listed_months(&around, &decisions);
        let (people, mut worklist, born) = tasks(db, &around, at, &months)?;
        let shop = shop_tasks(&around, &born, &decisions);
        worklist.put(&shop);
        Ok(CareList { around, rules, worklist, people, shop, born })
    }

    /// Makes the tasks of some customers anew.
    fn refresh(&mut self, db: &Connection, mut changed: BTreeSet<CustomerId>) -> Result<()> {
        let before = self.around.top_years.clone();
        for year in &mut self.around.top_years {
            top_spender::follow(db, year, &changed)?;
        }
        // Who spent most may be somebody whose own rows did not change.
        let places = before.iter().chain(&self.around.top_years).flat_map(|year| &year.best);
        let moved = places.map(|(_, customer)| *customer);
        let place = |years: &[super::TopYear], customer| years.iter().map(|year| year.of(customer)).collect::<Vec<_>>();
        changed.extend(moved.filter(|&customer| place(&before, customer) != place(&self.around.top_years, customer)));
        let outlook = Outlook::new(&self.around);
        for customer in changed {
            let facts = care_facts::of_one(db, customer, &self.around)?;
            for born in &mut self.born {
                born.follow(customer, facts.as_ref(), &self.around);
            }
            let tasks = facts.map(|facts| settled(&facts, &outlook)).unwrap_or_default();
            self.worklist.take(self.people.get(&customer).map_or(&[], Vec::as_slice));
            self.worklist.put(&tasks);
            if tasks.is_empty() {
                self.people.remove(&customer);
            } else {
                self.people.insert(customer, tasks);
            }
        }
        // What was decided about a list may have brought it back, or put it away.
        let decisions = care_decision::of_shop(db)?;
        self.born = Born::listed(db, &self.around, &decisions, std::mem::take(&mut self.born))?;
        let shop = shop_tasks(&self.around, &self.born, &decisions);
        self.worklist.take(&self.shop);
        self.worklist.put(&shop);
        self.shop = shop;
        Ok(())
    }

    /// Puts each task where it stands at a moment of the day.
    fn tell_time(&mut self, at: Millis) {
        let Some(moved) = self.worklist.moved_by(at) else {
            self.worklist = Worklist::make(self.around.today, at, everything(&self.shop, &self.people));
            return;
        };
        let (people, shop) = (&self.people, &self.shop);
        let whose = |customer: &Option<CustomerId>| match customer {
            Some(customer) => people.get(customer).map_or(&[][..], Vec::as_slice),
            None => shop.as_slice(),
        };
        moved.iter().map(whose).for_each(|tasks| self.worklist.take(tasks));
        self.worklist.set_moment(at);
        moved.iter().map(whose).for_each(|tasks| self.worklist.put(tasks));
    }

    /// Every task of the day, those kept back too, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = &CareTask> {
        everything(&self.shop, &self.people).flatten()
    }

    /// The task at a place of the list.
    pub(super) fn at(&self, spot: Spot) -> Option<&CareTask> {
        match spot.customer {
            Some(customer) => self.people.get(&customer)?.get(spot.nth),
            None => self.shop.get(spot.nth),
        }
    }

    /// The task of a name.
    pub(crate) fn find(&self, name: &TaskName) -> Option<&CareTask> {
        match name.customer {
            Some(customer) => self.people.get(&customer)?.iter().find(|task| task.name == *name),
            None => self.shop.iter().find(|task| task.name == *name),
        }
    }

    /// A rule, on or off.
    pub(crate) fn rule(&self, id: crate::ids::CareRuleId) -> Option<&CareRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}

fn everything<'a>(shop: &'a [CareTask], people: &'a BTreeMap<CustomerId, Vec<CareTask>>) -> impl Iterator<Item = &'a [CareTask]> {
    std::iter::once(shop).chain(people.values().map(Vec::as_slice))
}

/// The tasks of everybody in scope with what the contact clock says of them, and the list they stand on. One thread reads, another draws
/// the conclusions; both take the customers by id, so that it does not matter which of them is quicker.
///
/// Whose birthday falls into one of `months` is found on the way.
fn tasks(db: &Connection, around: &Surroundings, at: Millis, months: &[Day]) -> Result<(People, Worklist, Vec<Born>)> {
    let outlook = Outlook::new(around);
    let conclude = |chunks: &mut dyn Iterator<Item = Vec<CareFacts>>| {
        let mut list = First::new(around.today, at);
        let mut found: Vec<(CustomerId, Vec<CareTask>)> = Vec::new();
        let mut tasks = Vec::new();
        for facts in chunks.flatten() {
            settle_into(&facts, &outlook, &mut tasks);
            if !tasks.is_empty() {
                list.put(&tasks);
                // Just as long as it has to be: tens of thousands are kept.
                let mut own = Vec::with_capacity(tasks.len());
                own.append(&mut tasks);
                found.push((facts.customer, own));
            }
        }
        (found.into_iter().collect::<BTreeMap<_, _>>(), list.finish())
    };
    let (give, chunks) = std::sync::mpsc::sync_channel(4);
    let listed: Vec<(Day, Day)> = months.iter().map(|month| (*month, last_of(*month))).collect();
    let ((mut people, mut list), born) = std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().spawn_scoped(scope, || conclude(&mut chunks.into_iter()))?;
        let read = care_facts::everybody(db, around, &listed, |chunk| drop(give.send(chunk)));
        drop(give);
        let found = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        read.map(|born| (found, born))
    })?;
    let born = months.iter().zip(born).map(|(month, people)| Born::of(*month, people)).collect();
    // What comes back after its own end follows from a day that was not looked at above.
    for customer in care_facts::coming_back(db, around.today)? {
        if let Some(facts) = care_facts::of_one(db, customer, around)? {
            let tasks = settled(&facts, &outlook);
            list.take(people.get(&customer).map_or(&[], Vec::as_slice));
            list.put(&tasks);
            if tasks.is_empty() {
                people.remove(&customer);
            } else {
                people.insert(customer, tasks);
            }
        }
    }
    Ok((people, list, born))
}

fn settled(facts: &CareFacts, outlook: &Outlook<'_>) -> Vec<CareTask> {
    let mut tasks = Vec::new();
    settle_into(facts, outlook, &mut tasks);
    tasks
}

fn settle_into(facts: &CareFacts, outlook: &Outlook<'_>, tasks: &mut Vec<CareTask>) {
    outlook.derive_into(facts, tasks);
    settle(tasks, &facts.contact, &outlook.around.limits, outlook.around.today);
}

fn shop_tasks(around: &Surroundings, born: &[Born], decisions: &[DecisionFact]) -> Vec<CareTask> {
    let counts: Vec<ShopCount> = born.iter().map(Born::count).collect();
    of_shop(around, &counts, decisions)
}

/// The list as the open book keeps it: made when it is first asked for.
#[derive(Default)]
pub(crate) struct Cache {
    list: Option<CareList>,
    changed: BTreeSet<CustomerId>,
    asked: bool,
}

impl Cache {
    /// Forgets the list.
    pub(crate) fn forget(&mut self) {
        *self = Cache::default();
    }

    /// Takes note of what an operation changed.
    pub(crate) fn note(&mut self, db: &Connection, operation: OperationId, tables: &BTreeSet<String>) -> Result<()> {
        if self.list.is_none() {
            return Ok(());
        }
        if tables.iter().any(|table| care_facts::moves_everybody(table)) {
            self.forget();
            return Ok(());
        }
        self.asked = true;
        self.changed.extend(care_facts::touched(db, operation)?);
        Ok(())
    }

    /// The list of a moment as the book stands.
    pub(crate) fn bring_up_to_date(&mut self, db: &Connection, now: Now) -> Result<&CareList> {
        let (today, at) = (now.day(), now.millis());
        let changed = std::mem::take(&mut self.changed);
        let asked = std::mem::take(&mut self.asked);
        let list = match self.list.take() {
            Some(mut list) if list.around.today == today && changed.len() <= MANY => {
                list.tell_time(at);
                if asked {
                    list.refresh(db, changed)?;
                }
                list
            }
            _ => CareList::make(db, today, at)?,
        };
        Ok(self.list.insert(list))
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
