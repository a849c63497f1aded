//! Requests and answers, declared once: the window, `shuke call` and the TypeScript client all speak these.
//!
//! Money is a decimal string in yuan ("299.00"), a day `YYYY-MM-DD`, an instant RFC 3339 with offset. A field that a
//! request leaves out is `None`. Unknown fields are refused, so a misspelt one is never silently ignored.

mod macros;

pub(crate) use macros::{choice, wire};

pub mod audit;
pub mod backup;
pub mod care;
pub mod clerks;
pub mod complaints;
pub mod contacts;
pub mod customers;
pub mod encryption;
pub mod events;
pub mod everything;
pub mod export;
pub mod festivals;
pub mod forecast;
pub mod history;
pub mod import;
pub mod insight;
pub mod levels;
pub mod lock;
pub(crate) mod paging;
pub mod phone;
pub mod points;
pub mod privacy;
pub mod profile;
pub mod referrals;
pub mod secret;
pub mod segments;
pub mod settings;
pub mod shop;
pub mod staff;
pub mod tag_rules;
pub mod tags;
pub mod templates;
pub mod text;
pub mod visits;
pub mod vouchers;

wire! {
    /// A request that needs nothing.
    pub struct Nothing {}

    /// An answer that says only that it is done.
    pub struct Done {}
}
