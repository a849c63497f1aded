//! Whose birthday falls into the months that a list of today is made of, kept in step with the list of tasks.

use super::derive::listed_months;
use super::{CareFacts, DecisionFact, ShopCount, Surroundings};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::store::care_facts;
use chrono::{Days, Months};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// A month, with whose birthday it is and who of them gets a gift.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Born {
    month: Day,
    people: BTreeMap<CustomerId, bool>,
    gifts: i64,
}

impl Born {
    /// Whose birthday falls into a month, and whether she gets a gift.
    pub fn of(month: Day, people: BTreeMap<CustomerId, bool>) -> Born {
        let gifts = people.values().map(|gift| i64::from(*gift)).sum();
        Born { month, people, gifts }
    }

    /// The months of which a list is to be seen today; those of `known` need not be read again.
    pub fn listed(db: &Connection, around: &Surroundings, decisions: &[DecisionFact], mut known: Vec<Born>) -> Result<Vec<Born>> {
        let read = |month| {
            if let Some(at) = known.iter().position(|born| born.month == month) {
                return Ok(known.swap_remove(at));
            }
            Ok(Born::of(month, care_facts::birthdays(db, month, last_of(month), around)?))
        };
        listed_months(around, decisions).into_iter().map(read).collect()
    }

    /// Takes note of how one customer stands now; nothing when she is none any more.
    pub fn follow(&mut self, customer: CustomerId, facts: Option<&CareFacts>, around: &Surroundings) {
        self.gifts -= i64::from(self.people.remove(&customer) == Some(true));
        if let Some(facts) = facts
            && let Some(date) = facts.birthday
            && date.occurrences_between(self.month, last_of(self.month)).next().is_some()
        {
            let gift = around.gift_levels.contains(&facts.level);
            self.people.insert(customer, gift);
            self.gifts += i64::from(gift);
        }
    }

    /// How many.
    pub fn count(&self) -> ShopCount {
        ShopCount { month: self.month, birthdays: i64::try_from(self.people.len()).unwrap_or(i64::MAX), gifts: self.gifts }
    }
}

/// The last day of a month, of which the first is given.
pub(super) fn last_of(month: Day) -> Day {
    month.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(month)
}
