//! What stands around a customer: dates, relations, notes, wishes.

use super::archive::Person;
use super::words::{RelationKind, WishStatus};
use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::ids::{CustomerId, DateId, NoteId, RelationId, VisitId, WishId};
use crate::wire::wire;

wire! {
    /// A birthday or another date, worked out for today.
    pub struct DateView {
        /// As stored.
        pub date: RecurringDate,
        /// As a person says it: 农历八月初三.
        pub text: String,
        /// The next time it comes, today included.
        pub next: Option<Day>,
        /// In how many days.
        pub days_until: Option<i64>,
        /// Age today; empty where the year is unknown.
        pub age: Option<i64>,
    }

    /// Another important date.
    pub struct ImportantDate {
        /// Id.
        pub id: DateId,
        /// Such as 结婚纪念日.
        pub label: String,
        /// When.
        pub view: DateView,
    }

    /// Adds (no id) or changes an important date.
    pub struct SaveDate {
        /// Which; empty to add.
        pub id: Option<DateId>,
        /// Whose.
        pub customer: CustomerId,
        /// Label.
        pub label: String,
        /// When.
        pub date: RecurringDate,
    }

    /// Names an important date.
    pub struct DateRef {
        /// Which.
        pub id: DateId,
    }

    /// A relation to another customer.
    pub struct Relation {
        /// Id.
        pub id: RelationId,
        /// What the other is to her.
        pub kind: RelationKind,
        /// The other.
        pub person: Person,
        /// Note.
        pub note: Option<String>,
    }

    /// Adds a relation; the other side sees it the other way round.
    pub struct SaveRelation {
        /// Whose.
        pub customer: CustomerId,
        /// The other.
        pub other: CustomerId,
        /// What the other is to her.
        pub kind: RelationKind,
        /// Note.
        pub note: Option<String>,
    }

    /// Names a relation.
    pub struct RelationRef {
        /// Which.
        pub id: RelationId,
    }

    /// A line that is shown when she is opened.
    pub struct PopupNote {
        /// Id.
        pub id: NoteId,
        /// The line.
        pub text: String,
        /// Last day it is shown.
        pub until: Option<Day>,
    }

    /// Adds (no id) or changes a pop-up note.
    pub struct SaveNote {
        /// Which; empty to add.
        pub id: Option<NoteId>,
        /// Whose.
        pub customer: CustomerId,
        /// The line, at most 200 characters.
        pub text: String,
        /// Last day it is shown; empty for always.
        pub until: Option<Day>,
    }

    /// Names a pop-up note.
    pub struct NoteRef {
        /// Which.
        pub id: NoteId,
    }

    /// A wish, or a piece tried but not bought.
    pub struct Wish {
        /// Id.
        pub id: WishId,
        /// Style number.
        pub style_no: Option<String>,
        /// Name.
        pub name: Option<String>,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Why she did not buy, or what she waits for.
        pub reason: Option<String>,
        /// Since when.
        pub noted_on: Day,
        /// What became of it.
        pub status: WishStatus,
    }

    /// Adds (no id) or changes a wish; style number or name is needed.
    pub struct SaveWish {
        /// Which; empty to add.
        pub id: Option<WishId>,
        /// Whose.
        pub customer: CustomerId,
        /// From which visit.
        pub visit: Option<VisitId>,
        /// Style number.
        pub style_no: Option<String>,
        /// Name.
        pub name: Option<String>,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Why not, or what for.
        pub reason: Option<String>,
        /// What became of it.
        pub status: WishStatus,
    }
}
