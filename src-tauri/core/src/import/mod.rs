//! Bringing in customers, visits and lines from the files of other systems (SPEC F3).
//!
//! A file passes through [`decode`] (bytes to text), [`table`] (text to records with their line), [`layout`] and [`columns`]
//! (what the columns mean), [`values`] and [`rows`] (cells to typed rows). [`reader`] strings them together a row at a time
//! with flat memory, [`preview`] shows the beginning, [`run`] stores. What is not clear becomes a [`flag`] with line and column, never a guess.

pub mod columns;
pub mod decode;
pub mod flag;
mod fold;
pub mod layout;
pub mod preview;
pub mod reader;
pub mod rows;
pub mod run;
pub mod table;
pub mod values;

#[cfg(test)]
mod tests;
