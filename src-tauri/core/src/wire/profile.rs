//! The field catalogue and the dated facts it asks for.

use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{CustomerId, FieldId, ValueId, VisitId};

pub use crate::profile::Completeness;

choice! {
    /// Which half of the archive a field belongs to.
    Part {
        /// 硬性档案: name, phone, birthday, sizes and the like; 20 % of the weight.
        Hard = "hard",
        /// 软性档案: what she likes and how she lives; 80 %.
        Soft = "soft",
    }

    /// What a field holds.
    FieldKind {
        /// Free text.
        Text = "text",
        /// One of the options.
        Choice = "choice",
        /// Any of the options, or own words.
        Multi = "multi",
        /// A number.
        Number = "number",
        /// A day.
        Date = "date",
    }
}

wire! {
    /// An entry of the catalogue (`ProfileField`).
    pub struct ProfileField {
        /// Id.
        pub id: FieldId,
        /// Stable key, such as `style`.
        pub key: String,
        /// As shown.
        pub label: String,
        /// Hard or soft.
        pub part: Part,
        /// What it holds.
        pub kind: FieldKind,
        /// For choices.
        pub options: Vec<String>,
        /// Weight within its half, 0 to 100.
        pub weight: i64,
        /// Whether it is asked for at all.
        pub is_on: bool,
        /// Whether it needs a consent of its own.
        pub is_sensitive: bool,
        /// Whether it is one of the archive's own columns (name, phone, birthday ...), which cannot be removed.
        pub is_builtin: bool,
        /// How a clerk would ask.
        pub question: Option<String>,
        /// When to ask.
        #[serde(default)]
        pub asking: Asking,
    }

    /// When a question suits.
    #[derive(Default)]
    #[serde(default)]
    pub struct Asking {
        /// Whether the clerk answers it by watching instead of asking.
        pub observed: bool,
        /// From which visit on it is no longer too early.
        pub from_visit: i64,
        /// Words of categories that bring it up; empty for any time.
        pub suits: Vec<String>,
    }

    /// Adds a field (no id) or changes one.
    pub struct SaveField {
        /// Which; empty to add.
        pub id: Option<FieldId>,
        /// As shown.
        pub label: String,
        /// Hard or soft.
        pub part: Part,
        /// What it holds; fixed once values are there.
        pub kind: FieldKind,
        /// For choices.
        pub options: Vec<String>,
        /// Weight within its half, 0 to 100.
        pub weight: i64,
        /// Whether it is asked for.
        pub is_on: bool,
        /// Whether it needs a consent of its own.
        pub is_sensitive: bool,
        /// How a clerk would ask.
        pub question: Option<String>,
        /// Place in the list from 0; empty leaves it where it is, or puts it last.
        pub position: Option<i64>,
    }

    /// One dated fact.
    pub struct ProfileValue {
        /// Id.
        pub id: ValueId,
        /// The fact, in her words.
        pub value: String,
        /// When it was learned.
        pub learned_on: Day,
        /// Who learned it.
        pub staff: Option<String>,
        /// From which visit.
        pub visit: Option<VisitId>,
        /// When it stopped being so.
        pub ended_on: Option<Day>,
    }

    /// A field of one customer with what holds today.
    pub struct ProfileEntry {
        /// The field.
        pub field: FieldId,
        /// Its key.
        pub key: String,
        /// Its label.
        pub label: String,
        /// Hard or soft.
        pub part: Part,
        /// What it holds.
        pub kind: FieldKind,
        /// For choices.
        pub options: Vec<String>,
        /// Sensitive or not.
        pub is_sensitive: bool,
        /// What holds today.
        pub values: Vec<ProfileValue>,
    }

    /// What was learned about one field; replaces what held before, which stays in her history.
    pub struct Answer {
        /// The field.
        pub field: FieldId,
        /// All that holds from now on; empty when nothing is known any more.
        pub values: Vec<String>,
    }

    /// Writes down what was learned.
    pub struct SetProfile {
        /// About whom.
        pub customer: CustomerId,
        /// What.
        pub answers: Vec<Answer>,
        /// From which visit.
        pub visit: Option<VisitId>,
        /// Sensitive fields she agreed to just now.
        pub agreed: Option<Vec<FieldId>>,
    }

    /// Asks for all a field ever held for a customer.
    pub struct GetFieldHistory {
        /// About whom.
        pub customer: CustomerId,
        /// Which field.
        pub field: FieldId,
    }

    /// The catalogue.
    pub struct Fields {
        /// In its order.
        pub fields: Vec<ProfileField>,
    }

    /// All a field ever held.
    pub struct FieldHistory {
        /// Latest first.
        pub values: Vec<ProfileValue>,
    }

    /// A next best question.
    pub struct NextQuestion {
        /// The field it fills.
        pub field: FieldId,
        /// The field's label.
        pub label: String,
        /// As a clerk would ask.
        pub text: String,
        /// By how much the completeness would rise.
        pub gain: i64,
        /// Whether the clerk answers it by watching instead of asking.
        pub observed: bool,
    }
}
