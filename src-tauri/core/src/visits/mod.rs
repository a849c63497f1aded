//! Visits: what was bought, brought back and paid, and all that follows from it.
//!
//! A visit as the clerk enters it becomes a [`draft`] (every field within its bounds), the draft becomes lines with what was really
//! paid ([`bill`], [`bring_back`]), and [`apply`] writes them. Points and vouchers are then settled: for every sale concerned what
//! should stand is compared with what stands, and the difference is entered ([`settle`]). So recording, correcting and voiding, sales
//! and returns, late or not, all end in the same state by the same code, and a preview is that code taken back.

mod apply;
mod bill;
mod bring_back;
mod correct;
mod day;
mod draft;
mod earning;
mod effects;
mod goods;
mod learned;
mod list;
mod once;
mod page;
mod paid;
mod preview;
mod price;
mod record;
mod row;
mod settle;
mod thanks;
mod void;

pub use correct::correct;
pub use day::day_summary;
pub use list::list;
pub(crate) use once::Once;
pub use page::page;
pub use preview::{preview, preview_void};
pub use record::record;
pub(crate) use record::record_in;
pub(crate) use row::{latest, line_words, words};
pub use void::void;
