//! Texts for messages, and what is made of them.

use super::contacts::Purpose;
use super::customers::Person;
use super::export::FileEncoding;
use super::settings::Language;
use super::wire;
use crate::clock::Day;
use crate::contacts::clock::Suppression;
use crate::ids::{CustomerId, EventId, FestivalId, TemplateId, VisitId, VoucherId};
use crate::templates::{Occasion, Placeholder};

wire! {
    /// A text with placeholders.
    pub struct MessageTemplate {
        /// Its id.
        pub id: TemplateId,
        /// The stable name of one that ships with the program; empty for one of the shop's own.
        pub key: Option<String>,
        /// What it is for.
        pub occasion: Occasion,
        /// Its language.
        pub language: Language,
        /// As listed. Of a word of care: the goods it is for, separated by spaces. Of a festival: its name.
        pub title: String,
        /// What is said, with `{placeholders}` and `[stretches left out when something in them is not known]`.
        pub text: String,
        /// Service, greeting or offer.
        pub purpose: Purpose,
        /// Whether it is used.
        pub is_on: bool,
    }

    /// Asks for the texts.
    pub struct ListTemplates {
        /// Of a language; empty for all.
        pub language: Option<Language>,
        /// Of an occasion; empty for all.
        pub occasion: Option<Occasion>,
    }

    /// Something odd about a text. It may be saved all the same.
    pub struct Warning {
        /// A word of an offer in a greeting.
        pub word: String,
    }

    /// A text of the list.
    pub struct TemplateRow {
        /// The text.
        pub template: MessageTemplate,
        /// How it reads for somebody of whom everything is known; nobody in it exists.
        pub example: String,
        /// What is odd about it.
        pub warnings: Vec<Warning>,
    }

    /// A placeholder with its labels, of which either may stand between the braces.
    pub struct PlaceholderRow {
        /// Which.
        pub placeholder: Placeholder,
        /// The Chinese label.
        pub zh: String,
        /// The English label.
        pub en: String,
    }

    /// The shop's texts.
    pub struct Templates {
        /// By place in the list.
        pub templates: Vec<TemplateRow>,
        /// What a text can ask for.
        pub placeholders: Vec<PlaceholderRow>,
    }

    /// Adds a text, or changes one.
    pub struct SaveTemplate {
        /// Which; empty for a new one.
        pub id: Option<TemplateId>,
        /// What it is for.
        pub occasion: Occasion,
        /// Its language.
        pub language: Language,
        /// As listed, at most 40 characters.
        pub title: String,
        /// What is said, at most 500 characters.
        pub text: String,
        /// Service, greeting or offer.
        pub purpose: Purpose,
        /// Whether it is used.
        pub is_on: bool,
    }

    /// A text that was saved.
    pub struct TemplateSaved {
        /// Its id.
        pub template: TemplateId,
        /// What is odd about it.
        pub warnings: Vec<Warning>,
    }

    /// One text.
    pub struct TemplateRef {
        /// Which.
        pub template: TemplateId,
    }

    /// What a message is about, as far as it is not plain from the archive. Everything may be left out.
    #[derive(Default)]
    #[serde(default)]
    pub struct MessageFacts {
        /// The gift or benefit; empty for what waits for her.
        pub benefit: Option<String>,
        /// The voucher; empty for the one of hers that ends first.
        pub voucher: Option<VoucherId>,
        /// The last day on which it is good; empty for that of the voucher, the benefit or the points.
        pub until: Option<Day>,
        /// The points; empty for her balance.
        pub points: Option<i64>,
        /// The festival; empty for the next one.
        pub festival: Option<FestivalId>,
        /// The name of an important date.
        pub date_name: Option<String>,
        /// The event; empty for the next one.
        pub event: Option<EventId>,
        /// The wish; empty for the one she has had longest.
        pub wish: Option<String>,
        /// The other customer of a referral; empty for whom the archive knows.
        pub friend: Option<CustomerId>,
        /// The visit it is about; empty for her last purchase.
        pub visit: Option<VisitId>,
        /// What an apology is about.
        pub matter: Option<String>,
    }

    /// Shows a text before it is saved.
    pub struct PreviewTemplate {
        /// What is said.
        pub text: String,
        /// What it is for.
        pub occasion: Occasion,
        /// Its language.
        pub language: Language,
        /// Service, greeting or offer.
        pub purpose: Purpose,
        /// For whom; empty for somebody of whom nothing is known.
        pub customer: Option<CustomerId>,
        /// What it is about.
        #[serde(default)]
        pub facts: MessageFacts,
    }

    /// A text as it would read.
    pub struct Previewed {
        /// As it would be sent.
        pub text: String,
        /// What was not known and was written around.
        pub missing: Vec<Placeholder>,
        /// What was not known, so that its stretch was left out.
        pub left_out: Vec<Placeholder>,
        /// Its length; a text message holds 70 Chinese characters.
        pub characters: i64,
        /// What is odd about it.
        pub warnings: Vec<Warning>,
    }

    /// Asks for a message to a customer.
    pub struct MessageFor {
        /// To whom.
        pub customer: CustomerId,
        /// Of which text; empty to choose by the occasion.
        pub template: Option<TemplateId>,
        /// The occasion; needed when no text is named.
        pub occasion: Option<Occasion>,
        /// The language to choose in; empty for the shop's.
        pub language: Option<Language>,
        /// What it is about.
        #[serde(default)]
        pub facts: MessageFacts,
    }

    /// A message, ready to be copied. Nothing has been sent.
    pub struct Message {
        /// The text it was made of.
        pub template: TemplateId,
        /// Its title.
        pub title: String,
        /// What it is for.
        pub occasion: Occasion,
        /// Service, greeting or offer.
        pub purpose: Purpose,
        /// Its language.
        pub language: Language,
        /// As it can be sent.
        pub text: String,
        /// What was not known and was written around.
        pub missing: Vec<Placeholder>,
        /// What was not known, so that its stretch was left out.
        pub left_out: Vec<Placeholder>,
        /// Its length; a text message holds 70 Chinese characters.
        pub characters: i64,
        /// Whether messages may go out at this hour, by the shop's own limits.
        pub in_hours: bool,
    }

    /// A text of a list.
    pub struct MessageItem {
        /// To whom.
        pub customer: CustomerId,
        /// Of which text; empty to choose by the occasion.
        pub template: Option<TemplateId>,
        /// The occasion; needed when no text is named.
        pub occasion: Option<Occasion>,
        /// What it is about.
        #[serde(default)]
        pub facts: MessageFacts,
    }

    /// Makes a list for a provider of text messages.
    pub struct ExportMessages {
        /// The texts, at most 10,000; of several to one customer the first.
        pub items: Vec<MessageItem>,
        /// The folder in which the list's own folder is put.
        pub folder: String,
        /// Its encoding; empty for UTF-8.
        pub encoding: Option<FileEncoding>,
    }

    /// Somebody who is not written to now.
    pub struct HeldBack {
        /// Who.
        pub customer: Person,
        /// Why.
        pub why: Suppression,
    }

    /// A list that was made. Nothing has been sent.
    pub struct MessagesExported {
        /// The name of the list; empty when nobody was left to write to, and no file was made.
        pub batch: String,
        /// Full path of the file.
        pub path: String,
        /// Texts in it.
        pub rows: u64,
        /// Who was left out.
        pub held: Vec<HeldBack>,
        /// Whether messages may go out at this hour, by the shop's own limits.
        pub in_hours: bool,
    }

    /// A list that was handed over.
    pub struct BatchRow {
        /// Its name.
        pub batch: String,
        /// When it was made.
        pub day: Day,
        /// Texts in it.
        pub count: i64,
        /// How many of them are in the log as sent.
        pub logged: i64,
    }

    /// Lists that were handed over.
    pub struct Batches {
        /// The last 20, the latest first.
        pub batches: Vec<BatchRow>,
    }

    /// One list.
    pub struct BatchRef {
        /// Its name.
        pub batch: String,
    }

    /// A list that went out.
    pub struct BatchSent {
        /// Entries written into the log.
        pub written: i64,
        /// Who is over the limits by now, and is not in the log.
        pub held: Vec<HeldBack>,
    }
}
