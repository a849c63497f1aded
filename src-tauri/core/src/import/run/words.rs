//! The few words that an import writes into files and into the book, in the shop's language.

use crate::error::{Code, Failure, Result};
use crate::import::flag::Flag;
use crate::wire::settings::Language;
use fluent_bundle::{FluentBundle, FluentResource};

/// The catalogue of the import.
pub(super) struct Words(FluentBundle<FluentResource>);

impl Words {
    pub(super) fn new(language: Language) -> Result<Words> {
        let (source, name) = match language {
            Language::ZhCn => (include_str!("../../../../../assets/messages/zh-CN/import_flags.ftl"), "zh-CN"),
            Language::En => (include_str!("../../../../../assets/messages/en/import_flags.ftl"), "en"),
        };
        let broken = || Failure::new(Code::Internal);
        let resource = FluentResource::try_new(source.to_owned()).map_err(|_| broken())?;
        let mut bundle = FluentBundle::new(vec![name.parse().map_err(|_| broken())?]);
        bundle.add_resource(resource).map_err(|_| broken())?;
        Ok(Words(bundle))
    }

    /// The heading over the line numbers in a file of held-back rows.
    pub(super) fn errors_line(&self) -> String {
        self.text("import-errors-line")
    }

    /// The heading over the reasons.
    pub(super) fn errors_reason(&self) -> String {
        self.text("import-errors-reason")
    }

    /// The name of the line that makes a visit's lines add up to its amount.
    pub(super) fn difference(&self) -> String {
        self.text("import-difference-line")
    }

    /// The label of the field that keeps what a customer had spent before.
    pub(super) fn opening_spend(&self) -> String {
        self.text("import-opening-spend")
    }

    /// One remark as a person reads it: the column and what is wrong.
    pub(super) fn remark(&self, flag: &Flag) -> String {
        let what = self.text(&format!("flag-{}", flag.code.as_str().replace('_', "-")));
        if flag.column.is_empty() { what } else { format!("{}: {what}", flag.column) }
    }

    /// A message; its key where the catalogue has none, which a test rules out.
    fn text(&self, key: &str) -> String {
        let pattern = self.0.get_message(key).and_then(|message| message.value());
        pattern.map_or(key.to_owned(), |pattern| self.0.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::flag::{FlagCode, Severity};

    #[test]
    fn every_remark_has_words_in_both_languages() {
        for &language in Language::ALL {
            let words = Words::new(language).unwrap();
            for &code in FlagCode::ALL {
                let remark = words.remark(&Flag::new(1, "", code, "", Severity::Flagged));
                assert!(!remark.starts_with("flag-") && !remark.is_empty(), "{code:?}");
            }
            for text in [words.errors_line(), words.errors_reason(), words.difference(), words.opening_spend()] {
                assert!(!text.starts_with("import-"));
            }
        }
    }
}
