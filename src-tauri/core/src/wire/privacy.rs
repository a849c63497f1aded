//! What the law asks of a customer book: her copy, her erasure, how long archives are kept, what she agreed to.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{CustomerId, FieldId};
use crate::money::Fen;

choice! {
    /// Why somebody was erased.
    ErasureReason {
        /// She asked for it.
        Asked = "asked",
        /// She was not seen for as long as archives are kept.
        Retention = "retention",
        /// The archive should never have been there.
        Mistake = "mistake",
        /// Anything else.
        Other = "other",
    }

    /// What speaks for waiting with an erasure. The owner may go on all the same.
    WaitReason {
        /// A complaint that is not solved.
        OpenComplaint = "open_complaint",
        /// A voucher she may still use.
        Voucher = "voucher",
        /// Points she may still use.
        Points = "points",
        /// A benefit that was promised and not given.
        Benefit = "benefit",
        /// She is invited to an event that is not over.
        Event = "event",
    }
}

wire! {
    /// How the shop keeps archives. The owner's to change.
    #[serde(default)]
    pub struct PrivacySettings {
        /// After so many years without a visit an archive is proposed for review; 0 for never.
        pub years: u32,
        /// Whom a customer asks about her data, as printed on the notice; empty for the shop itself.
        pub contact: Option<String>,
        /// What the shop adds to the notice in its own words.
        pub addition: Option<String>,
        /// The version of the notice; it rises by itself when the notice changes. Each consent notes the version it was given under.
        pub version: u32,
        /// Since when this version holds; empty for the one that ships with the program.
        pub since: Option<Day>,
    }

    /// Changes how archives are kept.
    pub struct SavePrivacySettings {
        /// Years without a visit, 0 to 30.
        pub years: u32,
        /// Whom to ask.
        pub contact: Option<String>,
        /// The shop's own words.
        pub addition: Option<String>,
    }

    /// Writes everything that is stored about a customer into a folder.
    pub struct WriteAccessCopy {
        /// Who.
        pub customer: CustomerId,
        /// Where to.
        pub folder: String,
    }

    /// Her copy lies there.
    pub struct AccessCopy {
        /// To read and to print.
        pub html: String,
        /// For another program.
        pub json: String,
        /// Entries in all.
        pub rows: u64,
    }

    /// What is stored in one kind of record.
    pub struct PlaceCount {
        /// Table.
        pub table: String,
        /// Rows.
        pub rows: i64,
    }

    /// One thing that speaks for waiting.
    pub struct Wait {
        /// What.
        pub why: WaitReason,
        /// How many; of points the balance.
        pub n: i64,
    }

    /// What an erasure would do, by the very code that does it.
    pub struct ErasurePreview {
        /// Who.
        pub person: Person,
        /// Removed altogether.
        pub removed: Vec<PlaceCount>,
        /// Kept without a word of hers, so that no sum moves.
        pub kept: Vec<PlaceCount>,
        /// Entries of the history whose content goes.
        pub history: i64,
        /// What speaks for waiting.
        pub waits: Vec<Wait>,
        /// Visits that stay as sales of nobody.
        pub visits: i64,
        /// What was paid on them.
        pub total: Fen,
    }

    /// Erases a customer for good.
    pub struct EraseCustomer {
        /// Who.
        pub customer: CustomerId,
        /// Her member number, typed again.
        pub member_no: String,
        /// Why.
        pub reason: ErasureReason,
    }

    /// Erases several customers for good.
    pub struct EraseCustomers {
        /// Who, 1 to 500.
        pub customers: Vec<CustomerId>,
        /// How many that are, typed again.
        pub confirm: i64,
        /// Why.
        pub reason: ErasureReason,
    }

    /// She is gone.
    pub struct ErasureDone {
        /// How many people.
        pub people: i64,
        /// Rows removed.
        pub removed: i64,
        /// Rows of the history whose content went.
        pub history: i64,
        /// Whether the file was written anew, so that not even its free places hold a trace. If not (the disk may be full), it can be done later.
        pub cleaned: bool,
    }

    /// An erasure, without anything of her.
    pub struct ErasureRow {
        /// Number of the archive.
        pub customer: CustomerId,
        /// When.
        pub at: String,
        /// Who did it.
        pub by: Option<String>,
        /// Why.
        pub reason: ErasureReason,
    }

    /// All erasures, the latest first.
    pub struct ErasureList {
        /// Rows.
        pub rows: Vec<ErasureRow>,
        /// Whether the file was written anew after the last of them.
        pub clean: bool,
    }

    /// Asks who was not seen for as long as archives are kept.
    pub struct GetRetention {
        /// At most so many, 1 to 500.
        pub limit: u32,
    }

    /// Somebody who was not seen for long.
    pub struct RetentionRow {
        /// Who.
        pub person: Person,
        /// Her last visit.
        pub last_visit: Option<Day>,
        /// When her archive was opened.
        pub joined_on: Day,
        /// Last time she was spoken to or written to.
        pub last_contact: Option<Day>,
        /// Visits ever.
        pub visits: i64,
        /// Paid, net of returns.
        pub net_spend: Fen,
        /// Points she has.
        pub points: i64,
        /// Whether the archive was put away already.
        pub archived: bool,
    }

    /// Who was not seen for long; those who have something coming are left out.
    pub struct RetentionReview {
        /// Nobody since this day; empty when nothing is proposed.
        pub before: Option<Day>,
        /// The longest away first.
        pub rows: Vec<RetentionRow>,
        /// How many in all.
        pub count: i64,
        /// How many more there would be without a complaint, voucher or benefit in the way.
        pub held: i64,
    }

    /// Puts several archives away.
    pub struct ArchiveCustomers {
        /// Whose, 1 to 500.
        pub customers: Vec<CustomerId>,
    }

    /// A sensitive field of hers, and what she said about it.
    pub struct SensitiveState {
        /// The field.
        pub field: FieldId,
        /// Its label.
        pub label: String,
        /// Whether she agreed, refused, or was never asked.
        pub given: Option<bool>,
        /// Since when.
        pub day: Option<Day>,
        /// Who wrote it down.
        pub by: Option<String>,
        /// Values stored, past ones included.
        pub values: i64,
    }

    /// Writes down that she agrees to a sensitive field, or no longer does.
    pub struct SaveSensitiveConsent {
        /// Whose.
        pub customer: CustomerId,
        /// Which field.
        pub field: FieldId,
        /// Whether she agrees.
        pub given: bool,
        /// How she said it.
        pub note: Option<String>,
        /// With a withdrawal: takes what stands there away at once.
        pub remove: bool,
    }

    /// What a clerk has to know about a customer's data.
    pub struct CustomerPrivacy {
        /// 14 or 18, when her known birthday says that she is younger.
        pub under: Option<u32>,
        /// Who agreed for her, of the consent that holds.
        pub guardian: Option<String>,
        /// Whether her archive may not hold more than a name before a guardian agreed.
        pub guardian_missing: bool,
        /// Her sensitive fields: those with a value, and those she was asked about.
        pub sensitive: Vec<SensitiveState>,
        /// The version of the notice that holds now.
        pub version: u32,
        /// The version she last agreed under.
        pub agreed_version: Option<u32>,
    }
}

impl PrivacySettings {
    /// The key in table `setting`.
    pub(crate) const KEY: &str = "privacy";
}

impl Default for PrivacySettings {
    fn default() -> PrivacySettings {
        PrivacySettings { years: 2, contact: None, addition: None, version: 1, since: None }
    }
}
