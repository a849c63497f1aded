//! The tasks of everybody, made once a day and then brought up to date customer by customer.

use super::derive::{listed_months, of_shop};
use super::{CareRule, CareTask, ShopCount, Surroundings, TaskName, TriggerKind, derive, settle};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, OperationId};
use crate::store::care_facts::{self, Scope};
use crate::store::{care_decision, care_rule};
use chrono::{Days, Months};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// From so many changed customers on it is quicker to make the list anew.
const MANY: usize = 300;

/// Everybody's tasks of a day.
pub(crate) struct CareList {
    /// What they were made with; its rules are those that are on.
    pub around: Surroundings,
    /// All rules, those that are off too.
    pub rules: Vec<CareRule>,
    people: BTreeMap<CustomerId, Vec<CareTask>>,
    shop: Vec<CareTask>,
    counts: Vec<ShopCount>,
}

impl CareList {
    /// Makes the list of a day.
    pub(crate) fn make(db: &Connection, today: Day) -> Result<CareList> {
        let rules = care_rule::list(db)?;
        let on = rules.iter().filter(|rule| rule.is_on).cloned().collect();
        let around = care_facts::surroundings(db, today, on)?;
        let counts = counts(db, &around)?;
        let mut list = CareList { people: tasks(db, &around)?, shop: Vec::new(), counts, around, rules };
        list.refresh_shop(db)?;
        Ok(list)
    }

    /// Makes the tasks of some customers anew.
    fn refresh(&mut self, db: &Connection, customers: &BTreeSet<CustomerId>, recount: bool) -> Result<()> {
        let listed: Vec<Day> = self.counts.iter().map(|count| count.month).collect();
        let mut recount = recount;
        for &customer in customers {
            let mut tasks = Vec::new();
            if let Some(facts) = care_facts::load(db, Scope::One(customer), &self.around)?.pop() {
                tasks = settled(&facts, &self.around);
                let born =
                    |month: &Day| facts.birthday.is_some_and(|date| date.occurrences_between(*month, last_of(*month)).next().is_some());
                recount |= listed.iter().any(born);
            }
            if tasks.is_empty() {
                self.people.remove(&customer);
            } else {
                self.people.insert(customer, tasks);
            }
        }
        if recount {
            self.counts = counts(db, &self.around)?;
        }
        self.refresh_shop(db)
    }

    fn refresh_shop(&mut self, db: &Connection) -> Result<()> {
        self.shop = of_shop(&self.around, &self.counts, &care_decision::of_shop(db)?);
        Ok(())
    }

    /// Every task of the day, those kept back too.
    pub(crate) fn all(&self) -> impl Iterator<Item = &CareTask> {
        self.shop.iter().chain(self.people.values().flatten())
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

/// The tasks of everybody in scope with what the contact clock says of them.
pub(crate) fn tasks(db: &Connection, around: &Surroundings) -> Result<BTreeMap<CustomerId, Vec<CareTask>>> {
    let mut people = BTreeMap::new();
    let mut take = |facts: &super::CareFacts| {
        let tasks = settled(facts, around);
        if tasks.is_empty() {
            people.remove(&facts.customer);
        } else {
            people.insert(facts.customer, tasks);
        }
    };
    care_facts::load(db, Scope::All, around)?.iter().for_each(&mut take);
    // What comes back after its own end follows from a day that was not looked at above.
    for customer in care_facts::coming_back(db, around.today)? {
        care_facts::load(db, Scope::One(customer), around)?.iter().for_each(&mut take);
    }
    Ok(people)
}

fn settled(facts: &super::CareFacts, around: &Surroundings) -> Vec<CareTask> {
    let mut tasks = derive(facts, around);
    settle(&mut tasks, &facts.contact, &around.limits, around.today);
    tasks
}

pub(super) fn counts(db: &Connection, around: &Surroundings) -> Result<Vec<ShopCount>> {
    let mut counts = Vec::new();
    for month in listed_months(around) {
        let (birthdays, gifts) = care_facts::birthday_count(db, month, last_of(month), around)?;
        counts.push(ShopCount { month, birthdays, gifts });
    }
    Ok(counts)
}

fn last_of(month: Day) -> Day {
    month.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(month)
}

/// The list as the open book keeps it: made when it is first asked for.
#[derive(Default)]
pub(crate) struct Cache {
    list: Option<CareList>,
    changed: BTreeSet<CustomerId>,
    recount: bool,
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
        self.recount |= tables.contains("customer");
        self.changed.extend(care_facts::touched(db, operation)?);
        Ok(())
    }

    /// The list of a day as the book stands.
    pub(crate) fn bring_up_to_date(&mut self, db: &Connection, today: Day) -> Result<&CareList> {
        let list = match self.list.take() {
            Some(mut list) if list.around.today == today && self.changed.len() <= MANY => {
                if self.asked {
                    // Who spent most may be somebody whose own rows did not change.
                    self.changed
                        .extend(list.all().filter(|task| task.kind == TriggerKind::TopSpender).filter_map(|task| task.name.customer));
                    self.changed.extend(care_facts::counted_spenders(db, &list.around)?);
                    list.refresh(db, &self.changed, self.recount)?;
                }
                list
            }
            _ => CareList::make(db, today)?,
        };
        self.changed.clear();
        (self.recount, self.asked) = (false, false);
        Ok(self.list.insert(list))
    }
}
