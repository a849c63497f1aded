//! Bringing in customers, visits and lines from the files of other systems (SPEC F3).
//!
//! A file passes through [`decode`] (bytes to text) and [`table`] (text to records with their line), or [`workbook`] (a sheet to
//! the same records), then [`layout`] and [`columns`]
//! (what the columns mean), [`values`] and [`rows`] (cells to typed rows). [`reader`] strings them together a row at a time
//! with flat memory, [`preview`] shows the beginning, [`run`] stores. What is not clear becomes a [`flag`] with line and column, never a guess.

mod catalogue;
pub mod columns;
mod day_order;
pub mod decode;
mod file_kind;
pub mod flag;
mod fold;
pub mod layout;
pub mod preview;
pub mod reader;
pub mod rows;
pub mod run;
pub mod table;
pub mod values;
mod workbook;

#[cfg(test)]
mod tests;
