//! Archives that may be one person: finding them, telling them apart, and joining them.

use super::archive::{CustomerFields, Person};
use super::words::Status;
use crate::clock::Day;
use crate::ids::{CustomerId, FieldId, ToldApartId};
use crate::money::Fen;
use crate::wire::contacts::ContactWish;
use crate::wire::phone::Phone;
use crate::wire::privacy::PlaceCount;
use crate::wire::{choice, wire};

choice! {
    /// What speaks for two archives being one person.
    DuplicateSign {
        /// The same phone, in any spelling, the first or a second one.
        Phone = "phone",
        /// The same name and birthday; a year that only one of them knows does not part them.
        NameBirthday = "name_birthday",
        /// A name that is read alike, and the same birthday with its year.
        ReadingBirthday = "reading_birthday",
        /// A name that is read alike, and phones that differ in one figure.
        OneDigit = "one_digit",
        /// A name that is read alike, and phones with the same last four figures.
        LastFour = "last_four",
    }

    /// How much speaks for it.
    Sureness {
        /// Very likely one person.
        High = "high",
        /// Perhaps.
        Medium = "medium",
        /// Worth a look.
        Low = "low",
    }
}

wire! {
    /// One reason why a pair is shown.
    pub struct DuplicateReason {
        /// Which.
        pub sign: DuplicateSign,
        /// The phone of the left one that it is about.
        pub left_phone: Option<Phone>,
        /// The phone of the right one that it is about.
        pub right_phone: Option<Phone>,
        /// Whether it came up after somebody had said that they are two people.
        pub is_new: bool,
    }

    /// Two archives that may be one person.
    pub struct DuplicatePair {
        /// The older archive.
        pub left: Person,
        /// Its status.
        pub left_status: Status,
        /// The other.
        pub right: Person,
        /// Its status.
        pub right_status: Status,
        /// Why, the strongest reason first.
        pub reasons: Vec<DuplicateReason>,
        /// How much speaks for it.
        pub sure: Sureness,
        /// When somebody said that they are two people, where something new speaks for one now.
        pub apart_on: Option<Day>,
    }

    /// Looks for archives that may be one person.
    pub struct FindDuplicates {
        /// Also among archives put away and memberships ended.
        pub inactive: Option<bool>,
        /// Where the page before ended.
        pub cursor: Option<String>,
        /// How many pairs at most, 1 to 200; 50 if empty.
        pub limit: Option<u32>,
    }

    /// A page of pairs, the likeliest first.
    pub struct Duplicates {
        /// Pairs.
        pub pairs: Vec<DuplicatePair>,
        /// How many there are in all.
        pub total: i64,
        /// For the next page; empty at the end.
        pub cursor: Option<String>,
        /// Phones and other marks that so many archives share that they say nothing: a number typed in for want of one.
        pub crowds: i64,
    }

    /// Names two archives.
    pub struct ComparePair {
        /// One.
        pub left: CustomerId,
        /// The other.
        pub right: CustomerId,
    }

    /// How much there is in an archive.
    pub struct ArchiveCounts {
        /// Visits.
        pub visits: i64,
        /// Points, today's balance.
        pub points: i64,
        /// Tags.
        pub tags: i64,
        /// Tasks that are open today.
        pub tasks: i64,
        /// Relations to other customers.
        pub relations: i64,
        /// Consents, given and withdrawn.
        pub consents: i64,
        /// Contacts.
        pub contacts: i64,
        /// Complaints.
        pub complaints: i64,
        /// Vouchers, used ones too.
        pub vouchers: i64,
        /// Benefits, given ones too.
        pub benefits: i64,
        /// Wishes.
        pub wishes: i64,
        /// Important dates.
        pub dates: i64,
        /// Invitations to events.
        pub events: i64,
    }

    /// What there is in two archives, and why they may be one person.
    pub struct Comparison {
        /// Of the left one.
        pub left: ArchiveCounts,
        /// Of the right one.
        pub right: ArchiveCounts,
        /// Why they may be one person.
        pub reasons: Vec<DuplicateReason>,
        /// How much speaks for it; empty when nothing does.
        pub sure: Option<Sureness>,
        /// Since when they are told apart.
        pub apart_on: Option<Day>,
    }

    /// Merges one archive into another, with all history. Undo takes it back.
    pub struct MergeCustomers {
        /// Who stays.
        pub keep: CustomerId,
        /// Who goes into her.
        pub from: CustomerId,
        /// The columns as they shall be.
        pub fields: CustomerFields,
        /// Fields of the catalogue of which the answer of the one who goes shall hold; what the other said stays in the field's history.
        pub take: Option<Vec<FieldId>>,
    }

    /// What she will be after a merge, worked out by the merge itself.
    pub struct MergePreview {
        /// Visits.
        pub visits: i64,
        /// Net spend ever.
        pub net_spend: Fen,
        /// Points.
        pub points: i64,
        /// Level.
        pub level: String,
        /// Its rank.
        pub level_rank: i64,
        /// Vouchers she can use.
        pub vouchers: i64,
        /// What she wants to hear: the stricter of the two.
        pub wish: ContactWish,
        /// Consents one had given and the other refused; the refusal holds.
        pub refused: i64,
        /// Rows that change hands, by table.
        pub moved: Vec<PlaceCount>,
        /// Rows that both had and of which one stays, by table; the other is in the history.
        pub combined: Vec<PlaceCount>,
    }

    /// Names a decision that two archives are two people.
    pub struct ToldApartRef {
        /// Id.
        pub told_apart: ToldApartId,
    }

    /// A pair that somebody said are two people.
    pub struct ToldApart {
        /// Id.
        pub id: ToldApartId,
        /// The older archive.
        pub left: Person,
        /// The other.
        pub right: Person,
        /// When it was said.
        pub day: Day,
        /// Who said it.
        pub by: Option<String>,
    }

    /// Asks for the pairs told apart.
    pub struct ListToldApart {
        /// The last one of the page before.
        pub before: Option<ToldApartId>,
        /// How many at most, 1 to 200.
        pub limit: u32,
    }

    /// Pairs told apart, the latest first.
    pub struct ToldApartList {
        /// Pairs.
        pub pairs: Vec<ToldApart>,
        /// How many there are in all.
        pub total: i64,
        /// Whether there are more.
        pub more: bool,
    }
}
