//! From the text of a cell to a value: one file a kind of value. A cell that is not clear is a flag, never a guess.

pub mod day;
pub mod money;
pub mod number;
pub mod ours;
pub mod payment;
pub mod phone;
pub mod text;
pub mod time;
pub mod word;
