//! The few words that an import writes into files and into the book, in the shop's language.

use crate::import::flag::Flag;
use crate::messages::Messages;
use crate::wire::settings::Language;

/// The words of the import.
pub(super) struct Words(Messages);

impl Words {
    pub(super) fn new(language: Language) -> Words {
        Words(Messages::of(language))
    }

    /// The heading over the line numbers in a file of held-back rows.
    pub(super) fn errors_line(&self) -> String {
        self.0.text("import-errors-line", &[])
    }

    /// The heading over the reasons.
    pub(super) fn errors_reason(&self) -> String {
        self.0.text("import-errors-reason", &[])
    }

    /// The name of the line that makes a visit's lines add up to its amount.
    pub(super) fn difference(&self) -> String {
        self.0.text("import-difference-line", &[])
    }

    /// The label of the field that keeps what a customer had spent before.
    pub(super) fn opening_spend(&self) -> String {
        self.0.text("import-opening-spend", &[])
    }

    /// The label of the field that keeps how often she had bought before.
    pub(super) fn opening_visits(&self) -> String {
        self.0.text("import-opening-visits", &[])
    }

    /// How a consent was given that comes in with a file.
    pub(super) fn on_paper(&self) -> String {
        self.0.text("import-on-paper", &[])
    }

    /// What is kept as a choice, as a person says it: `gender`, `calendar`, `channel`.
    pub(super) fn choice(&self, list: &str, choice: &str) -> String {
        self.0.text(&format!("export-{list}-{}", choice.replace('_', "-")), &[])
    }

    /// One remark as a person reads it: the column and what is wrong.
    pub(super) fn remark(&self, flag: &Flag) -> String {
        let what = self.0.text(&format!("flag-{}", flag.code.as_str().replace('_', "-")), &[]);
        if flag.column.is_empty() { what } else { format!("{}: {what}", flag.column) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::flag::{FlagCode, Severity};

    #[test]
    fn every_remark_has_words_in_both_languages() {
        for &language in Language::ALL {
            let words = Words::new(language);
            for &code in FlagCode::ALL {
                let remark = words.remark(&Flag::new(1, "", code, "", Severity::Flagged));
                assert!(!remark.starts_with("flag-") && !remark.is_empty(), "{code:?}");
            }
            for text in [
                words.errors_line(),
                words.errors_reason(),
                words.difference(),
                words.opening_spend(),
                words.opening_visits(),
                words.on_paper(),
            ] {
                assert!(!text.starts_with("import-"));
            }
        }
    }
}
