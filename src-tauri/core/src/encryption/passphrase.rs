//! What is taken as a passphrase, and as the same one typed another way.

use crate::error::{Code, Failure, Result};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The fewest characters of a new passphrase.
pub const SHORTEST: usize = 8;

/// The fewest characters when all of them are figures, which are guessed faster.
pub const SHORTEST_FIGURES: usize = 12;

/// The most characters.
pub const LONGEST: usize = 200;

/// The form in which passphrases are compared: an input method's full-width letters and spaces, and accents typed in one or
/// two strokes, are the same; so are blanks around it. Capitals are not.
pub(crate) fn normalised(text: &str) -> Zeroizing<String> {
    let folded = Zeroizing::new(text.nfkc().collect::<String>());
    Zeroizing::new(folded.trim().to_owned())
}

/// Whether this is good enough for a new passphrase, which somebody with a copy of the file may guess at for years.
///
/// # Errors
/// At `field`: `required`, `too_long`, `text_invalid`, and `passphrase_weak` with `why` short, figures or alike, and `min`.
pub(crate) fn may_be_new(field: &str, text: &str) -> Result<()> {
    let text = normalised(text);
    let count = text.chars().count();
    let weak = |why: &str, min: usize| Failure::at(Code::PassphraseWeak, field).with("why", why).with("min", min);
    let failure = if text.is_empty() {
        Failure::at(Code::Required, field)
    } else if count > LONGEST {
        Failure::at(Code::TooLong, field).with("max", LONGEST)
    } else if text.chars().any(char::is_control) {
        Failure::at(Code::TextInvalid, field)
    } else if count < SHORTEST {
        weak("short", SHORTEST)
    } else if count < SHORTEST_FIGURES && text.chars().all(char::is_numeric) {
        weak("figures", SHORTEST_FIGURES)
    } else if text.chars().collect::<BTreeSet<_>>().len() < 4 {
        weak("alike", 4)
    } else {
        return Ok(());
    };
    Err(failure.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_passphrase_typed_another_way_is_the_same() {
        for other in ["ｃａｆé 春天 2026", " cafe\u{301}\u{3000}春天 ２０２６\u{3000}", "café\u{a0}春天 2026"] {
            assert_eq!(*normalised(other), "café 春天 2026", "{other:?}");
        }
        for other in ["Café 春天 2026", "cafe 春天 2026", "café春天 2026", "café 春天  2026", "café 春天 2026。", "café 春天 二〇二六"]
        {
            assert_ne!(*normalised(other), "café 春天 2026", "{other:?}");
        }
    }

    #[test]
    fn a_new_one_has_to_be_hard_to_guess() {
        let why = |text: &str| {
            may_be_new("passphrase", text).err().map(|error| {
                let failure = Failure::from(error);
                assert_eq!(failure.field.as_deref(), Some("passphrase"));
                (failure.code, failure.params.get("why").cloned().unwrap_or_default())
            })
        };
        let weak = |why: &str| Some((Code::PassphraseWeak, why.to_owned()));
        assert_eq!(why("  "), Some((Code::Required, String::new())));
        assert_eq!(why("春天的连衣裙"), weak("short"));
        assert_eq!(why("13800138000"), weak("figures"));
        assert_eq!(why("１３８００１３８０００"), weak("figures"));
        assert_eq!(why("啊啊啊啊啊啊啊啊啊啊"), weak("alike"));
        assert_eq!(why("八个字的\u{7}口令春天"), Some((Code::TextInvalid, String::new())));
        assert_eq!(why(&"口令春天".repeat(51)), Some((Code::TooLong, String::new())));
        assert_eq!(why("春天的连衣裙最好"), None);
        assert_eq!(why("correct horse"), None);
        assert_eq!(why("138001380001"), None);
    }
}
