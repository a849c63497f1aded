//! Events: what the shop invites to, whom, and what came of it.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::contacts::clock::Suppression;
use crate::ids::{CustomerId, EventId, GuestId, LevelId, StaffId, TagId};
use crate::money::Fen;
use crate::wire::export::FileEncoding;
use crate::wire::segments::SegmentCondition;

choice! {
    /// What kind of event.
    EventKind {
        /// 沙龙: a talk, a course, a tea.
        Salon = "salon",
        /// 新品预览: new goods before anybody else sees them.
        Preview = "preview",
        /// 感恩回馈: thanks to regulars.
        Thanks = "thanks",
        /// Something else.
        Other = "other",
    }

    /// How a guest is invited.
    InviteBy {
        /// Somebody calls her.
        Call = "call",
        /// She gets a message.
        Message = "message",
    }

    /// What she said.
    GuestAnswer {
        /// She comes.
        Accepted = "accepted",
        /// She does not.
        Declined = "declined",
        /// She does not know yet.
        Unsure = "unsure",
    }
}

wire! {
    /// Who is important enough for a call; whoever meets one of the two is. With neither everybody gets a message.
    #[derive(Default, Copy)]
    pub struct CallRule {
        /// This level or a higher one.
        pub level: Option<LevelId>,
        /// Net spend ever of at least so much.
        pub spend: Option<Fen>,
    }

    /// What the owner sets about events.
    pub struct EventSettings {
        /// How many events a year the shop aims at, 0 to 52.
        pub aim: i64,
        /// Who is called, unless said otherwise when guests are added.
        pub call: CallRule,
    }

    /// Plans (no id) or changes an event.
    pub struct SaveEvent {
        /// Which; empty for a new one.
        pub id: Option<EventId>,
        /// Name, at most 40 characters.
        pub name: String,
        /// Kind.
        pub kind: EventKind,
        /// First day.
        pub day: Day,
        /// Last day; empty for the first. At most 30 days later.
        pub to_day: Option<Day>,
        /// When it starts, `HH:MM`.
        pub starts: Option<String>,
        /// Where.
        pub place: Option<String>,
        /// The plan, in several lines.
        pub plan: Option<String>,
        /// What every guest is given.
        pub gift: Option<String>,
        /// Invitations go out so many days before, 0 to 60.
        pub invite_days: i64,
        /// Sales to guests count until so many days after, 0 to 90.
        pub sales_days: i64,
    }

    /// The event that was saved.
    pub struct EventSaved {
        /// Which.
        pub event: EventId,
    }

    /// Names an event.
    pub struct EventRef {
        /// Which.
        pub event: EventId,
    }

    /// An event as planned.
    pub struct Event {
        /// Id.
        pub id: EventId,
        /// Name.
        pub name: String,
        /// Kind.
        pub kind: EventKind,
        /// First day.
        pub day: Day,
        /// Last day.
        pub to_day: Day,
        /// When it starts.
        pub starts: Option<String>,
        /// Where.
        pub place: Option<String>,
        /// The plan.
        pub plan: Option<String>,
        /// What every guest is given.
        pub gift: Option<String>,
        /// Invitations go out so many days before.
        pub invite_days: i64,
        /// The day they go out.
        pub invite_on: Day,
        /// Sales to guests count until so many days after.
        pub sales_days: i64,
        /// The last day on which they count.
        pub sales_to: Day,
        /// The day it was called off.
        pub cancelled_on: Option<Day>,
    }

    /// An event in numbers. People are guests on the list; heads are guests with those they bring.
    pub struct EventCounts {
        /// Guests on the list.
        pub invited: i64,
        /// Of those, to be called.
        pub calls: i64,
        /// Of those, to get a message.
        pub messages: i64,
        /// Guests who were spoken with or answered. A message sent is not one read.
        pub reached: i64,
        /// Guests who accepted.
        pub accepted: i64,
        /// Guests who declined.
        pub declined: i64,
        /// Guests who do not know yet.
        pub unsure: i64,
        /// Heads of those who accepted.
        pub party: i64,
        /// Guests who came.
        pub came: i64,
        /// Guests who were marked as not having come.
        pub stayed_away: i64,
        /// Heads of those who came.
        pub party_came: i64,
        /// Gifts needed, one a head: of those who accepted; once somebody came, of those who came.
        pub gifts_needed: i64,
        /// Gifts given, one a head.
        pub gifts_given: i64,
    }

    /// Sales to guests: all their visits that stand, from the first day of the event to the last day that counts. What was brought
    /// back within these days is taken off, whenever it was bought.
    pub struct GuestSales {
        /// Guests who bought.
        pub buyers: i64,
        /// Purchases and exchanges.
        pub purchases: i64,
        /// Really paid, returns taken off on their own day.
        pub total: Fen,
    }

    /// Asks for the events of a year.
    pub struct ListEvents {
        /// Which; empty for this year.
        pub year: Option<i32>,
    }

    /// An event in the list.
    pub struct EventRow {
        /// As planned.
        pub event: Event,
        /// In numbers.
        pub counts: EventCounts,
        /// Sales to those who came.
        pub sales: GuestSales,
    }

    /// The events of a year.
    pub struct EventList {
        /// The year.
        pub year: i32,
        /// Years with events, and this year, latest first.
        pub years: Vec<i32>,
        /// How many the shop aims at.
        pub aim: i64,
        /// How many have begun, those called off left out.
        pub held: i64,
        /// How many are still to come, those called off left out.
        pub planned: i64,
        /// By day.
        pub rows: Vec<EventRow>,
    }

    /// A guest.
    pub struct GuestRow {
        /// Id.
        pub id: GuestId,
        /// Who.
        pub customer: Person,
        /// Her level.
        pub level: String,
        /// Its rank.
        pub level_rank: i64,
        /// Net spend ever.
        pub net_spend: Fen,
        /// Who looks after her.
        pub staff: Option<String>,
        /// How she is invited.
        pub invite_by: InviteBy,
        /// When she was last written to or called about the event.
        pub asked_on: Option<Day>,
        /// Whether she was spoken with or answered.
        pub reached: bool,
        /// What she said.
        pub answer: Option<GuestAnswer>,
        /// When.
        pub answered_on: Option<Day>,
        /// How many come, herself included.
        pub party: i64,
        /// Whether she came; empty until somebody said.
        pub came: Option<bool>,
        /// Whether she got her gift.
        pub gift_given: bool,
        /// A word on her.
        pub note: Option<String>,
        /// What she paid in the days that count.
        pub sales: Fen,
        /// Why she may not be addressed now, if she may not.
        pub barred: Option<Suppression>,
    }

    /// Everything about an event.
    pub struct EventPage {
        /// As planned.
        pub event: Event,
        /// In numbers.
        pub counts: EventCounts,
        /// Sales to guests who came.
        pub came_sales: GuestSales,
        /// Sales to all who were invited, those who came included.
        pub invited_sales: GuestSales,
        /// Whether the days that count are over.
        pub sales_over: bool,
        /// The guests: calls first, then by spend.
        pub guests: Vec<GuestRow>,
    }

    /// Chooses guests; whoever meets all that is given.
    pub struct GuestFilter {
        /// This level or a higher one.
        pub level: Option<LevelId>,
        /// Any of these tags.
        pub tags: Vec<TagId>,
        /// Looked after by.
        pub staff: Option<StaffId>,
        /// Net spend at least.
        pub spend_min: Option<Fen>,
        /// Within so many days up to today, 1 to 3,650; empty for ever.
        pub spend_days: Option<i64>,
        /// Came within so many days, 1 to 3,650.
        pub visited_within: Option<i64>,
        /// Did not come for so many days, 1 to 3,650; those who never came left out.
        pub away_for: Option<i64>,
        /// Solar month of this year's birthday, 1 to 12.
        pub birthday_month: Option<u8>,
        /// Whatever else has to be so, as a segment says it.
        pub condition: Option<SegmentCondition>,
    }

    /// Puts customers on the guest list: those named, or all whom a filter lets through.
    pub struct AddGuests {
        /// Which event.
        pub event: EventId,
        /// Whom; empty when a filter chooses.
        pub customers: Vec<CustomerId>,
        /// Who is chosen.
        pub filter: Option<GuestFilter>,
        /// Who of them is called.
        pub call: CallRule,
    }

    /// Somebody to be invited.
    pub struct GuestSample {
        /// Who.
        pub customer: Person,
        /// Her level.
        pub level: String,
        /// Its rank.
        pub level_rank: i64,
        /// Net spend ever.
        pub net_spend: Fen,
        /// How.
        pub invite_by: InviteBy,
    }

    /// Somebody who may not be invited now.
    pub struct BarredGuest {
        /// Who.
        pub customer: Person,
        /// Why.
        pub why: Suppression,
    }

    /// Who is put on the list, or would be.
    pub struct GuestChoice {
        /// To be called.
        pub calls: i64,
        /// To get a message.
        pub messages: i64,
        /// On the list already.
        pub already: i64,
        /// How many may not be invited now.
        pub barred_count: i64,
        /// The first eight of those put on the list, by spend.
        pub sample: Vec<GuestSample>,
        /// The first hundred of those who may not be invited now.
        pub barred: Vec<BarredGuest>,
    }

    /// Names guests of an event.
    pub struct GuestsRef {
        /// Which event.
        pub event: EventId,
        /// Whom, 1 to 5,000.
        pub customers: Vec<CustomerId>,
    }

    /// Changes how a guest is invited, how many come with her, and the word on her.
    pub struct SaveGuest {
        /// Which event.
        pub event: EventId,
        /// Whom.
        pub customer: CustomerId,
        /// How she is invited.
        pub invite_by: InviteBy,
        /// How many come, herself included, 1 to 20.
        pub party: i64,
        /// A word on her.
        pub note: Option<String>,
    }

    /// Writes down what guests said.
    pub struct SetGuestAnswer {
        /// Which event.
        pub event: EventId,
        /// Whom, 1 to 5,000.
        pub customers: Vec<CustomerId>,
        /// What they said; empty takes it back.
        pub answer: Option<GuestAnswer>,
        /// How many come, herself included, 1 to 20; empty leaves it.
        pub party: Option<i64>,
    }

    /// Writes down who came. Not before the event begins.
    pub struct SetGuestsCame {
        /// Which event.
        pub event: EventId,
        /// Whom, 1 to 5,000.
        pub customers: Vec<CustomerId>,
        /// Whether they came; empty takes it back.
        pub came: Option<bool>,
    }

    /// Writes down who got the gift.
    pub struct GiveEventGift {
        /// Which event.
        pub event: EventId,
        /// Whom, 1 to 5,000.
        pub customers: Vec<CustomerId>,
        /// Whether they got it.
        pub given: bool,
    }

    /// Writes the guest list into a file, names and phones included.
    pub struct ExportGuests {
        /// Which event.
        pub event: EventId,
        /// The file to make; one that is there is replaced.
        pub path: String,
        /// Its encoding; empty for UTF-8.
        pub encoding: Option<FileEncoding>,
    }
}
