//! Archives that may be one person, and joining them.

use super::archive::{CustomerFields, Person};
use crate::ids::CustomerId;
use crate::wire::wire;

wire! {
    /// Two archives that may be one person.
    pub struct DuplicatePair {
        /// One.
        pub left: Person,
        /// The other.
        pub right: Person,
        /// Why: phone, name_birthday.
        pub because: String,
    }

    /// Pairs found, at most 500.
    pub struct Duplicates {
        /// Pairs.
        pub pairs: Vec<DuplicatePair>,
    }

    /// Merges one archive into another, with all history. Undo takes it back.
    pub struct MergeCustomers {
        /// Who stays.
        pub keep: CustomerId,
        /// Who goes into her.
        pub from: CustomerId,
        /// The columns as they shall be.
        pub fields: CustomerFields,
    }
}
