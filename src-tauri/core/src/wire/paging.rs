//! A list is asked for a page at a time: how many rows, and where the page before ended.

use crate::error::{Code, Failure, Result};
use serde::de::DeserializeOwned;

/// The most rows of a page.
const ROWS: u32 = 500;

/// How many rows are asked for.
///
/// # Errors
/// `out_of_range` at `limit`.
pub(crate) fn limit(limit: u32) -> Result<usize> {
    if (1..=ROWS).contains(&limit) {
        Ok(limit as usize)
    } else {
        Err(Failure::at(Code::OutOfRange, "limit").with("min", 1).with("max", ROWS).into())
    }
}

/// Where the page before ended.
///
/// # Errors
/// `bad_arguments` at `cursor` for a text that is not one of ours.
pub(crate) fn cursor<T: DeserializeOwned>(text: Option<&str>) -> Result<Option<T>> {
    let bad = |_| Failure::at(Code::BadArguments, "cursor").with("what", "cursor");
    Ok(text.map(|text| serde_json::from_str(text).map_err(bad)).transpose()?)
}
