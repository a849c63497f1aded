//! What is bought again.

use crate::clock::Day;
use crate::money::Fen;
use crate::wire::{choice, wire};

choice! {
    /// By what goods are put together.
    ReboughtBy {
        /// Category.
        Category = "category",
        /// Style number.
        Style = "style",
        /// Size.
        Size = "size",
        /// Colour.
        Color = "color",
    }
}

wire! {
    /// Asks what customers with an archive bought again.
    pub struct GetRebought {
        /// First day of the period; a year before its last day if left out.
        pub from: Option<Day>,
        /// Last day of the period; today if left out.
        pub to: Option<Day>,
        /// Put together by what.
        pub by: ReboughtBy,
        /// How many rows, 1 to 500; those with most people who bought again first.
        pub limit: u32,
    }

    /// Goods put together.
    pub struct ReboughtRow {
        /// What they have in common.
        pub key: String,
        /// A name of a style, of its latest sale.
        pub name: Option<String>,
        /// Customers who bought it in the period.
        pub buyers: i64,
        /// Of them, those who bought it on two days of the period or more.
        pub again: i64,
        /// Whether `buyers` is enough for a share.
        pub enough: bool,
        /// Pieces bought less pieces brought back in the period.
        pub pieces: i64,
        /// Paid for it less what went back in the period.
        #[serde(deserialize_with = "crate::money::sum")]
        pub net: Fen,
    }

    /// What is bought again.
    pub struct Rebought {
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
        /// Put together by what.
        pub by: ReboughtBy,
        /// Customers who bought anything with this said about it.
        pub buyers: i64,
        /// Of them, those who bought at least one row's goods again.
        pub again: i64,
        /// Rows.
        pub rows: Vec<ReboughtRow>,
        /// How many rows there would be.
        pub total: i64,
    }
}
