//! Text from outside becomes text that may be stored: trimmed, bounded, without control characters.

use crate::error::{Code, Failure, Result};

/// The bound of a line such as a name or a label, in characters.
pub const LINE: usize = 80;
/// The bound of a longer text such as a note, in characters.
pub const NOTE: usize = 2_000;

/// One line of at most `max` characters; empty is `None`.
///
/// # Errors
/// `too_long` with `max`, `text_invalid` for control characters including line breaks.
pub fn line(field: &str, text: Option<&str>, max: usize) -> Result<Option<String>> {
    bounded(field, text, max, |c| c.is_control())
}

/// Several lines of at most [`NOTE`] characters; empty is `None`.
pub fn note(field: &str, text: Option<&str>) -> Result<Option<String>> {
    bounded(field, text, NOTE, |c| c.is_control() && c != '\n' && c != '\t')
}

/// One line that has to be there.
///
/// # Errors
/// `required`, and those of [`line`].
pub fn required(field: &str, text: &str, max: usize) -> Result<String> {
    line(field, Some(text), max)?.ok_or_else(|| Failure::at(Code::Required, field).into())
}

fn bounded(field: &str, text: Option<&str>, max: usize, bad: impl Fn(char) -> bool) -> Result<Option<String>> {
    let Some(text) = text.map(|t| t.trim().replace("\r\n", "\n")).filter(|t| !t.is_empty()) else {
        return Ok(None);
    };
    if text.chars().count() > max {
        return Err(Failure::at(Code::TooLong, field).with("max", max).into());
    }
    if text.chars().any(bad) {
        return Err(Failure::at(Code::TextInvalid, field).into());
    }
    Ok(Some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_bounds_and_refuses_control_characters() {
        assert_eq!(line("name", Some("  单晓燕 "), 5).unwrap(), Some("单晓燕".into()));
        assert_eq!(line("name", Some("  "), 5).unwrap(), None);
        assert!(line("name", Some("一二三四五六"), 5).is_err());
        assert!(line("name", Some("a\nb"), 5).is_err());
        assert!(line("name", Some("a\0b"), 5).is_err());
        assert_eq!(note("note", Some("a\r\nb")).unwrap(), Some("a\nb".into()));
        assert!(required("name", " ", 5).is_err());
    }
}
