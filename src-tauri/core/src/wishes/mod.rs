//! Wishes by style, and styles that came in or cost less: what those who wait are told.

mod arrive;
mod list;

pub use arrive::{remove_arrival, save_arrival};
pub use list::list;

#[cfg(test)]
mod spelling_tests;
