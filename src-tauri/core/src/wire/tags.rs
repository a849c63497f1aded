//! Tags set by hand.

use super::wire;
use crate::ids::{CustomerId, TagId};

wire! {
    /// A tag and how many customers carry it.
    pub struct Tag {
        /// Id.
        pub id: TagId,
        /// Name, unique.
        pub name: String,
        /// How many carry it by hand.
        pub customers: i64,
        /// What has to be so for the rule that gives it; empty for a tag set by hand.
        pub rule: Option<Vec<super::tag_rules::TagCondition>>,
    }

    /// All tags.
    pub struct Tags {
        /// The most carried first.
        pub tags: Vec<Tag>,
    }

    /// Adds a tag (no id) or renames one.
    pub struct SaveTag {
        /// Which; empty to add.
        pub id: Option<TagId>,
        /// Name.
        pub name: String,
    }

    /// Names a tag.
    pub struct TagRef {
        /// Which.
        pub tag: TagId,
    }

    /// Puts tags on customers; the tags they carry stay.
    pub struct AddTags {
        /// On whom, at most 10,000.
        pub customers: Vec<CustomerId>,
        /// Names; new ones are made.
        pub tags: Vec<String>,
    }

    /// Takes one tag off customers.
    pub struct RemoveTag {
        /// Off whom, at most 10,000.
        pub customers: Vec<CustomerId>,
        /// Which.
        pub tag: TagId,
    }
}
