//! Contacts: every call, message, talk and answer; what may be said to whom; consent.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::contacts::clock::Suppression;
use crate::ids::{ComplaintId, ConsentId, ContactId, CustomerId, EventId, StaffId, TemplateId};

choice! {
    /// How a customer is reached.
    ContactChannel {
        /// A phone call.
        Phone = "phone",
        /// WeChat.
        Wechat = "wechat",
        /// A text message.
        Sms = "sms",
        /// E-mail.
        Email = "email",
        /// A letter or a card.
        Letter = "letter",
        /// A talk in the shop or elsewhere.
        InPerson = "in_person",
    }

    /// What a contact is for. A contact that is for several is the last of them in this order.
    Purpose {
        /// About what she bought, her membership, her complaint or an appointment.
        Service = "service",
        /// A wish or a thought, without any offer.
        Greeting = "greeting",
        /// An offer, an invitation to buy.
        Marketing = "marketing",
    }

    /// Who began.
    Direction {
        /// The shop.
        Out = "out",
        /// The customer.
        In = "in",
    }

    /// What came of a contact.
    Outcome {
        /// Sent; nothing came back so far.
        Sent = "sent",
        /// Spoken to.
        Reached = "reached",
        /// Nobody answered the call.
        NoAnswer = "no_answer",
        /// She answered.
        Replied = "replied",
    }

    /// What she wants to hear from the shop.
    ContactWish {
        /// Everything, as far as she knows.
        Any = "any",
        /// All but promotion.
        NoPromotion = "no_promotion",
        /// Nothing: do not contact.
        None = "none",
    }

    /// What a consent is for.
    ConsentPurpose {
        /// Keeping her archive.
        Archive = "archive",
        /// Service messages and greetings.
        Service = "service",
        /// Promotion.
        Marketing = "marketing",
    }
}

wire! {
    /// Writes the same contact down for one or many customers.
    pub struct LogContact {
        /// With whom, 1 to 1,000.
        pub customers: Vec<CustomerId>,
        /// How.
        pub channel: ContactChannel,
        /// Who began.
        pub direction: Direction,
        /// What for.
        pub purpose: Purpose,
        /// What came of it; it has to suit the channel.
        pub outcome: Outcome,
        /// What was written, or what came of it.
        pub text: Option<String>,
        /// The template the text was made from.
        pub template: Option<TemplateId>,
        /// The complaint it was about.
        pub complaint: Option<ComplaintId>,
        /// The event it invited to.
        pub event: Option<EventId>,
        /// The name of the list it was sent with.
        pub batch: Option<String>,
        /// When, today or before; empty for now.
        pub day: Option<Day>,
        /// Who did it; empty for whoever is at the counter.
        pub staff: Option<StaffId>,
    }

    /// What was written down.
    pub struct ContactsLogged {
        /// A contact for each customer, in their order.
        pub contacts: Vec<ContactId>,
    }

    /// Names a contact.
    pub struct ContactRef {
        /// Which.
        pub contact: ContactId,
    }

    /// She answered a message or called back. Marks it, and writes her answer down as a contact of today when it came on a later day or
    /// said something.
    pub struct MarkReplied {
        /// Which.
        pub contact: ContactId,
        /// What she said.
        pub text: Option<String>,
    }

    /// Corrects a contact; all fields are given.
    pub struct CorrectContact {
        /// Which.
        pub contact: ContactId,
        /// How.
        pub channel: ContactChannel,
        /// Who began.
        pub direction: Direction,
        /// What for.
        pub purpose: Purpose,
        /// What came of it.
        pub outcome: Outcome,
        /// What was written, or what came of it.
        pub text: Option<String>,
        /// When.
        pub day: Day,
        /// Who did it.
        pub staff: Option<StaffId>,
    }

    /// Asks for contacts, the latest first.
    pub struct ListContacts {
        /// With this customer.
        pub customer: Option<CustomerId>,
        /// By this clerk.
        pub staff: Option<StaffId>,
        /// By this channel.
        pub channel: Option<ContactChannel>,
        /// With this outcome.
        pub outcome: Option<Outcome>,
        /// For this.
        pub purpose: Option<Purpose>,
        /// On or after.
        pub from: Option<Day>,
        /// On or before.
        pub to: Option<Day>,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// One contact.
    pub struct ContactRow {
        /// Id.
        pub id: ContactId,
        /// With whom.
        pub customer: Person,
        /// When; noon for one that was written down later.
        pub at: String,
        /// Its day.
        pub day: Day,
        /// How.
        pub channel: ContactChannel,
        /// Who began.
        pub direction: Direction,
        /// What for.
        pub purpose: Purpose,
        /// What came of it.
        pub outcome: Outcome,
        /// What was written, or what came of it.
        pub text: Option<String>,
        /// The template's title.
        pub template: Option<String>,
        /// Who did it.
        pub staff: Option<StaffId>,
        /// Her or his name.
        pub staff_name: Option<String>,
        /// The complaint it was about.
        pub complaint: Option<ComplaintId>,
        /// The event it invited to.
        pub event: Option<EventId>,
        /// That event's name.
        pub event_name: Option<String>,
        /// The name of the list it was sent with.
        pub batch: Option<String>,
    }

    /// A page of contacts.
    pub struct ContactList {
        /// Rows.
        pub rows: Vec<ContactRow>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// How many there are in all; only on the first page.
        pub count: Option<i64>,
        /// With how many customers; only on the first page.
        pub customers: Option<i64>,
    }

    /// Asks what each clerk did in some days.
    pub struct GetContactStats {
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
    }

    /// What one clerk did.
    pub struct ClerkContacts {
        /// Who; empty where nobody was named.
        pub staff: Option<StaffId>,
        /// Name.
        pub name: Option<String>,
        /// Contacts that the shop began.
        pub contacts: i64,
        /// Calls of those.
        pub calls: i64,
        /// Messages and letters of those.
        pub messages: i64,
        /// Contacts of those in which she was spoken to.
        pub reached: i64,
        /// Calls nobody answered.
        pub no_answer: i64,
        /// Contacts of those that she answered later.
        pub replied: i64,
        /// Contacts that a customer began.
        pub received: i64,
        /// Different customers, whoever began.
        pub customers: i64,
        /// The last contact ever.
        pub last: Option<Day>,
        /// Days since then.
        pub days_since: Option<i64>,
    }

    /// What the clerks did, the most active first.
    pub struct ContactStats {
        /// A row a clerk who works here or did something.
        pub rows: Vec<ClerkContacts>,
        /// All together; each customer counted once.
        pub total: ClerkContacts,
    }

    /// Says what she wants to hear.
    pub struct SetContactWish {
        /// Who.
        pub customer: CustomerId,
        /// What.
        pub wish: ContactWish,
        /// How she said it.
        pub note: Option<String>,
    }

    /// Writes a consent down, or its withdrawal. It holds at once.
    pub struct SaveConsent {
        /// Whose.
        pub customer: CustomerId,
        /// For what.
        pub purpose: ConsentPurpose,
        /// By which channels; none for all of them.
        pub channels: Vec<ContactChannel>,
        /// Whether it was given, or withdrawn.
        pub given: bool,
        /// How she said it.
        pub note: Option<String>,
        /// Who gave it for a child under 14.
        pub guardian: Option<String>,
    }

    /// A row of the record of consents.
    pub struct ConsentRow {
        /// Id.
        pub id: ConsentId,
        /// For what.
        pub purpose: ConsentPurpose,
        /// By which channel; empty for all.
        pub channel: Option<ContactChannel>,
        /// Given, or withdrawn.
        pub given: bool,
        /// When.
        pub day: Day,
        /// Who wrote it down.
        pub by: Option<String>,
        /// How she said it.
        pub note: Option<String>,
        /// The version of the privacy notice it was said under; empty for what was written down before versions were kept.
        pub wording: Option<u32>,
        /// Who gave it for a child.
        pub guardian: Option<String>,
    }

    /// What holds now for a purpose; channels in no list were never asked for.
    pub struct ConsentState {
        /// For what.
        pub purpose: ConsentPurpose,
        /// Channels she agreed to.
        pub given: Vec<ContactChannel>,
        /// Channels she refused.
        pub withdrawn: Vec<ContactChannel>,
        /// Channels she agreed to herself, who turned out to be under 14: nothing holds until a guardian agrees.
        pub unconfirmed: Vec<ContactChannel>,
    }

    /// The record of consents of a customer.
    pub struct ConsentRecord {
        /// The latest first.
        pub rows: Vec<ConsentRow>,
        /// What holds now, a row a purpose.
        pub states: Vec<ConsentState>,
    }

    /// Contact on the customer page: how long ago, and what may be said now.
    pub struct ContactCard {
        /// The last contact.
        pub last_contact: Option<Day>,
        /// Days since then.
        pub days_since_contact: Option<i64>,
        /// Days since her last purchase.
        pub days_since_purchase: Option<i64>,
        /// What she wants to hear.
        pub wish: ContactWish,
        /// Since when, if she said anything.
        pub wish_since: Option<Day>,
        /// How she said it.
        pub wish_note: Option<String>,
        /// What holds now, a row a purpose.
        pub consents: Vec<ConsentState>,
        /// The channel by which promotion would go.
        pub channel: ContactChannel,
        /// Why she is not to get promotion now, what only a person can lift first; nothing when she may.
        pub against: Vec<Suppression>,
        /// Marketing messages in this calendar month.
        pub marketing_this_month: u32,
        /// Marketing messages since she last came or answered.
        pub unanswered: u32,
        /// Whether messages may go out at this hour.
        pub in_hours: bool,
        /// The last contacts.
        pub latest: Vec<ContactRow>,
        /// Whether there are more.
        pub more: bool,
    }
}
