//! The one contact clock: whether a customer may be addressed today, and if not, why not and until when.
//!
//! Everything here is pure. [`crate::store::contact_facts`] reads the facts of one customer or of all of them.

use super::facts::{Age, ContactFacts};
use crate::clock::Day;
use crate::wire::contacts::{ConsentPurpose, ContactChannel, ContactWish, Purpose};
use crate::wire::wire;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// What somebody wants to say, as the clock tells it apart. Finer than what is stored as [`Purpose`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Intent {
    /// An answer in a complaint. Nothing stops it but a missing way to reach her.
    Complaint,
    /// About a purchase, a card, points that end, an appointment.
    Service,
    /// A wish bound to a day, such as a birthday or a festival, without an offer.
    Greeting,
    /// "We have not seen you for long", care for a change of season: no offer, and not bound to a day.
    Reminder,
    /// An offer that makes sense only now: the day before a festival, a birthday benefit, an event, points that end.
    Offer,
    /// Any other promotion.
    Promotion,
}

impl Intent {
    /// As it is stored in the log.
    pub fn purpose(self) -> Purpose {
        match self {
            Intent::Complaint | Intent::Service => Purpose::Service,
            Intent::Greeting | Intent::Reminder => Purpose::Greeting,
            Intent::Offer | Intent::Promotion => Purpose::Marketing,
        }
    }

    fn is_marketing(self) -> bool {
        self.purpose() == Purpose::Marketing
    }

    /// Whether it can as well be said some days later.
    fn can_wait(self) -> bool {
        matches!(self, Intent::Reminder | Intent::Promotion)
    }
}

/// How a purpose is taken where nothing finer is known.
impl From<Purpose> for Intent {
    fn from(purpose: Purpose) -> Intent {
        match purpose {
            Purpose::Service => Intent::Service,
            Purpose::Greeting => Intent::Greeting,
            Purpose::Marketing => Intent::Promotion,
        }
    }
}

wire! {
    /// How often the shop may be heard. The owner's to change.
    #[derive(Copy, Eq)]
    #[serde(default)]
    pub struct ContactLimits {
        /// Marketing messages in a calendar month; 0 for no limit.
        pub marketing_a_month: u32,
        /// After so many in a row without an answer, only `after_unanswered` a month; 0 for no limit.
        pub unanswered: u32,
        /// Marketing messages in a calendar month to somebody who does not answer.
        pub after_unanswered: u32,
        /// Days after any contact or visit before the next reminder or promotion that is not bound to a day; 0 for none.
        pub quiet_days: u32,
        /// Whether promotion needs a recorded consent. A withdrawn one always stops it.
        pub marketing_needs_consent: bool,
        /// The hour of the day from which messages go out, 0 to 23.
        pub from_hour: u32,
        /// The hour until which they do, 1 to 24.
        pub to_hour: u32,
    }
}

impl ContactLimits {
    /// The key in table `setting`.
    pub const KEY: &str = "contact_limits";

    /// Whether messages may go out at an hour of the day.
    pub fn in_hours(&self, hour: u32) -> bool {
        (self.from_hour..self.to_hour).contains(&hour)
    }
}

impl Default for ContactLimits {
    fn default() -> ContactLimits {
        ContactLimits {
            marketing_a_month: 2,
            unanswered: 3,
            after_unanswered: 1,
            quiet_days: 7,
            marketing_needs_consent: false,
            from_hour: 9,
            to_hour: 21,
        }
    }
}

/// Why she is not to be addressed. `until` is the first day on which this alone would no longer stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Suppression {
    /// Her archive was put away, or her membership ended.
    Inactive,
    /// She wants to hear nothing.
    DoNotContact,
    /// She withdrew her consent for this channel.
    ConsentWithdrawn {
        /// To what.
        purpose: ConsentPurpose,
        /// Which channel.
        channel: ContactChannel,
    },
    /// She is a minor: no promotion under 18, nothing at all under 14 without a guardian's consent.
    Minor {
        /// 18 or 14.
        under: u32,
    },
    /// She wants no promotion.
    NoPromotion,
    /// Promotion needs her consent, and none is recorded.
    ConsentMissing {
        /// Which channel.
        channel: ContactChannel,
    },
    /// A complaint of hers is not solved.
    OpenComplaint,
    /// The archive does not hold what the channel needs.
    NoChannel {
        /// Which channel.
        channel: ContactChannel,
    },
    /// She did not answer the last ones, and had hers this month.
    Unanswered {
        /// How many in a row.
        count: u32,
        /// The next month.
        until: Day,
    },
    /// She had as many as she may have this month.
    MonthlyLimit {
        /// How many.
        count: u32,
        /// The next month.
        until: Day,
    },
    /// She was here or was spoken to only just.
    TooSoon {
        /// When.
        last: Day,
        /// Whether she came, or was spoken to.
        visited: bool,
        /// When the quiet days are over.
        until: Day,
    },
}

impl Suppression {
    /// The day on which time lifts it; nothing where only a person can.
    pub fn until(&self) -> Option<Day> {
        match *self {
            Suppression::Unanswered { until, .. } | Suppression::MonthlyLimit { until, .. } | Suppression::TooSoon { until, .. } => {
                Some(until)
            }
            _ => None,
        }
    }
}

/// Whether she may be addressed today by a channel, or the reason that stops it longest.
pub fn may(facts: &ContactFacts, limits: &ContactLimits, intent: Intent, channel: ContactChannel, today: Day) -> Result<(), Suppression> {
    let found = stops(facts, limits, intent, channel, today);
    // What only a person can lift stands first already; of what time lifts, the latest counts.
    let longest = found.iter().flatten().find(|s| s.until().is_none()).or_else(|| found.iter().rev().flatten().max_by_key(|s| s.until()));
    longest.map_or(Ok(()), |&why| Err(why))
}

/// Every reason against it, what only a person can lift first.
pub fn reasons(facts: &ContactFacts, limits: &ContactLimits, intent: Intent, channel: ContactChannel, today: Day) -> Vec<Suppression> {
    stops(facts, limits, intent, channel, today).into_iter().flatten().collect()
}

fn stops(facts: &ContactFacts, limits: &ContactLimits, intent: Intent, channel: ContactChannel, today: Day) -> [Option<Suppression>; 11] {
    let mut found = [None; 11];
    found[0] = (!facts.reach.has(channel)).then_some(Suppression::NoChannel { channel });
    if intent == Intent::Complaint {
        return found;
    }
    let marketing = intent.is_marketing();
    let consent = facts.consents.of(if marketing { ConsentPurpose::Marketing } else { ConsentPurpose::Service }).of(channel);
    found[0] = (!facts.active).then_some(Suppression::Inactive);
    found[1] = (facts.wish == ContactWish::None).then_some(Suppression::DoNotContact);
    found[2] = withdrawn(facts, marketing, channel);
    found[3] = minor(facts, marketing, channel);
    found[4] = (marketing && facts.wish == ContactWish::NoPromotion).then_some(Suppression::NoPromotion);
    let missing = marketing && limits.marketing_needs_consent && consent.is_none() && channel != ContactChannel::InPerson;
    found[5] = missing.then_some(Suppression::ConsentMissing { channel });
    let touchy = marketing || intent == Intent::Reminder;
    found[6] = (touchy && facts.open_complaint).then_some(Suppression::OpenComplaint);
    found[7] = (!facts.reach.has(channel)).then_some(Suppression::NoChannel { channel });
    if marketing && channel != ContactChannel::InPerson {
        found[8] = unanswered(facts, limits, today);
        found[9] = monthly(facts, limits, today);
    }
    if intent.can_wait() {
        found[10] = too_soon(facts, limits, today);
    }
    found
}

fn withdrawn(facts: &ContactFacts, marketing: bool, channel: ContactChannel) -> Option<Suppression> {
    let asked = if marketing { ConsentPurpose::Marketing } else { ConsentPurpose::Service };
    // Whoever no longer wants an archive kept is not written to from it either.
    let taken = [ConsentPurpose::Archive, asked].into_iter().find(|&purpose| facts.consents.of(purpose).of(channel) == Some(false));
    taken.map(|purpose| Suppression::ConsentWithdrawn { purpose, channel })
}

fn minor(facts: &ContactFacts, marketing: bool, channel: ContactChannel) -> Option<Suppression> {
    match facts.age {
        Age::Under14 if marketing || !facts.consents.service.is_guarded(channel) => Some(Suppression::Minor { under: 14 }),
        Age::Under18 if marketing => Some(Suppression::Minor { under: 18 }),
        _ => None,
    }
}

fn unanswered(facts: &ContactFacts, limits: &ContactLimits, today: Day) -> Option<Suppression> {
    let count = facts.unanswered(today);
    let silent = limits.unanswered > 0 && count >= limits.unanswered;
    (silent && facts.marketing_in_month(today) >= limits.after_unanswered)
        .then(|| Suppression::Unanswered { count, until: next_month(today) })
}

fn monthly(facts: &ContactFacts, limits: &ContactLimits, today: Day) -> Option<Suppression> {
    let count = facts.marketing_in_month(today);
    (limits.marketing_a_month > 0 && count >= limits.marketing_a_month)
        .then(|| Suppression::MonthlyLimit { count, until: next_month(today) })
}

fn too_soon(facts: &ContactFacts, limits: &ContactLimits, today: Day) -> Option<Suppression> {
    let visit = facts.last_visit.filter(|&day| day <= today);
    let last = visit.max(facts.last_contact(today))?;
    let until = last.checked_add_days(Days::new(limits.quiet_days.into()))?;
    (today < until).then_some(Suppression::TooSoon { last, visited: visit == Some(last), until })
}

fn next_month(day: Day) -> Day {
    let (year, month) = if day.month() == 12 { (day.year() + 1, 1) } else { (day.year(), day.month() + 1) };
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(Day::MAX)
}

/// The channel to take: the one she prefers, then the one wanted, then any other by which she can be reached and that she did not refuse.
/// Only a suggestion: a clerk may take another. Where there is none, it is the one wanted, and [`may`] says what is missing.
pub fn suggest(facts: &ContactFacts, intent: Intent, wanted: ContactChannel) -> ContactChannel {
    use ContactChannel as C;
    let marketing = intent.is_marketing();
    let fits = |channel: C| facts.reach.has(channel) && withdrawn(facts, marketing, channel).is_none();
    let ways = [C::Wechat, C::Sms, C::Phone, C::Email, C::Letter];
    facts.preferred.into_iter().chain([wanted]).chain(ways).find(|&channel| fits(channel)).unwrap_or(wanted)
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
