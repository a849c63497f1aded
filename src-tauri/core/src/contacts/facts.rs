//! The facts about one customer that the contact clock looks at.

use crate::clock::Day;
use crate::wire::contacts::{ConsentPurpose, ContactChannel, ContactWish, Direction, Outcome, Purpose};
use chrono::Datelike;

/// One entry of the log, as far as the clock needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactFact {
    /// Its day.
    pub day: Day,
    /// What it was for.
    pub purpose: Purpose,
    /// What came of it.
    pub outcome: Outcome,
    /// Who began.
    pub direction: Direction,
    /// How.
    pub channel: ContactChannel,
}

impl ContactFact {
    /// Whether she said something, or was there.
    fn is_answered(&self) -> bool {
        self.direction == Direction::In || matches!(self.outcome, Outcome::Reached | Outcome::Replied)
    }

    /// Whether it counts as a marketing message. A talk in the shop is none: she came by herself.
    fn is_marketing(&self) -> bool {
        self.purpose == Purpose::Marketing && self.direction == Direction::Out && self.channel != ContactChannel::InPerson
    }
}

/// What was said of the five channels for one purpose: given, withdrawn, or nothing.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct ByChannel {
    said: [Option<bool>; 5],
    /// Where a guardian gave it, and nobody took it back since.
    guarded: [bool; 5],
}

impl ByChannel {
    /// What holds for a channel. For a talk there is nothing to consent to.
    pub fn of(&self, channel: ContactChannel) -> Option<bool> {
        slot(channel).and_then(|at| self.said[at])
    }

    /// Whether a guardian agreed to a channel. A child's own word is none, whenever she gave it.
    pub fn is_guarded(&self, channel: ContactChannel) -> bool {
        slot(channel).is_some_and(|at| self.guarded[at])
    }

    /// Whether any channel is withdrawn.
    pub fn any_withdrawn(&self) -> bool {
        self.said.contains(&Some(false))
    }

    fn take(&mut self, at: usize, given: bool, by_guardian: bool) {
        self.said[at] = Some(given);
        self.guarded[at] = given && (by_guardian || self.guarded[at]);
    }
}

fn slot(channel: ContactChannel) -> Option<usize> {
    match channel {
        ContactChannel::Phone => Some(0),
        ContactChannel::Wechat => Some(1),
        ContactChannel::Sms => Some(2),
        ContactChannel::Email => Some(3),
        ContactChannel::Letter => Some(4),
        ContactChannel::InPerson => None,
    }
}

/// Her consents as they hold now.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Consents {
    /// To keep an archive.
    pub archive: ByChannel,
    /// To service messages and greetings.
    pub service: ByChannel,
    /// To promotion.
    pub marketing: ByChannel,
}

impl Consents {
    /// Takes in a row of the record; rows come in the order they were written. One without a channel is about all of them.
    pub fn take(&mut self, purpose: ConsentPurpose, channel: Option<ContactChannel>, given: bool, by_guardian: bool) {
        let held = match purpose {
            ConsentPurpose::Archive => &mut self.archive,
            ConsentPurpose::Service => &mut self.service,
            ConsentPurpose::Marketing => &mut self.marketing,
        };
        match channel.map(slot) {
            None => (0..held.said.len()).for_each(|at| held.take(at, given, by_guardian)),
            Some(Some(at)) => held.take(at, given, by_guardian),
            Some(None) => {}
        }
    }

    /// What holds for a purpose.
    pub fn of(&self, purpose: ConsentPurpose) -> &ByChannel {
        match purpose {
            ConsentPurpose::Archive => &self.archive,
            ConsentPurpose::Service => &self.service,
            ConsentPurpose::Marketing => &self.marketing,
        }
    }
}

/// By which channels she can be reached at all.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// A phone number: calls and text messages.
    pub phone: bool,
    /// A WeChat name.
    pub wechat: bool,
    /// An e-mail address.
    pub email: bool,
    /// A postal address.
    pub address: bool,
}

impl Reach {
    /// Whether the archive holds what the channel needs.
    pub fn has(self, channel: ContactChannel) -> bool {
        match channel {
            ContactChannel::Phone | ContactChannel::Sms => self.phone,
            ContactChannel::Wechat => self.wechat,
            ContactChannel::Email => self.email,
            ContactChannel::Letter => self.address,
            ContactChannel::InPerson => true,
        }
    }
}

/// What her known age means for messages.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// 18 or older, or not known.
    #[default]
    Adult,
    /// 14 to 17: no promotion.
    Under18,
    /// Under 14: only with a guardian's consent to service.
    Under14,
}

/// Everything the clock looks at, of one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactFacts {
    /// Whether her archive is in use.
    pub active: bool,
    /// What she wants to hear.
    pub wish: ContactWish,
    /// Her consents.
    pub consents: Consents,
    /// How she can be reached.
    pub reach: Reach,
    /// How she prefers to be reached.
    pub preferred: Option<ContactChannel>,
    /// Her age, where it is known.
    pub age: Age,
    /// Every entry of the log, by day.
    pub contacts: Vec<ContactFact>,
    /// Her last visit of any kind.
    pub last_visit: Option<Day>,
    /// Her last purchase.
    pub last_purchase: Option<Day>,
    /// Whether a complaint of hers is not solved.
    pub open_complaint: bool,
}

impl Default for ContactFacts {
    fn default() -> ContactFacts {
        ContactFacts {
            active: true,
            wish: ContactWish::Any,
            consents: Consents::default(),
            reach: Reach::default(),
            preferred: None,
            age: Age::default(),
            contacts: Vec::new(),
            last_visit: None,
            last_purchase: None,
            open_complaint: false,
        }
    }
}

impl ContactFacts {
    /// The last day she was spoken to or written to, or wrote herself.
    pub fn last_contact(&self, today: Day) -> Option<Day> {
        self.contacts.iter().map(|c| c.day).filter(|&day| day <= today).max()
    }

    /// Marketing messages of the calendar month of a day, until that day.
    pub fn marketing_in_month(&self, today: Day) -> u32 {
        let first = today.with_day(1).unwrap_or(today);
        count(self.contacts.iter().filter(|c| c.is_marketing() && (first..=today).contains(&c.day)))
    }

    /// Marketing messages since she last came or answered. What happened on the same day counts as an answer.
    pub fn unanswered(&self, today: Day) -> u32 {
        let answer = self.contacts.iter().filter(|c| c.is_answered() && c.day <= today).map(|c| c.day).max();
        let since = answer.max(self.last_visit.filter(|&day| day <= today));
        count(self.contacts.iter().filter(|c| c.is_marketing() && c.day <= today && since.is_none_or(|since| c.day > since)))
    }
}

fn count<T>(found: impl Iterator<Item = T>) -> u32 {
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}
