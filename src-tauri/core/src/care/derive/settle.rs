//! The contact clock's word on one customer's tasks, taken together: what is said first keeps back what follows.

use crate::care::CareTask;
use crate::clock::Day;
use crate::contacts::clock::{ContactLimits, may};
use crate::contacts::facts::{ContactFact, ContactFacts};
use crate::wire::contacts::{ContactChannel, Direction, Outcome};

/// Marks each task that is to be kept back with the reason. The tasks stand in the order in which they are to be done: one that may be
/// done today counts as said for those after it, so that nobody is written to three times on one morning.
pub fn settle(tasks: &mut [CareTask], contact: &ContactFacts, limits: &ContactLimits, today: Day) {
    if tasks.is_empty() {
        return;
    }
    let mut facts = contact.clone();
    for task in tasks {
        let day = task.due.max(today);
        let answer = may(&facts, limits, task.intent, task.channel, day);
        task.held = answer.err();
        if task.held.is_none() && task.due <= today && task.channel != ContactChannel::InPerson {
            facts.contacts.push(ContactFact {
                day: today,
                purpose: task.purpose,
                outcome: Outcome::Sent,
                direction: Direction::Out,
                channel: task.channel,
            });
        }
    }
}
