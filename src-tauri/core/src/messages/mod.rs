//! Words for people, from the same Fluent catalogues as the screen.
//!
//! The core itself speaks in codes; words are needed where a file or a terminal is read without the screen: headings of
//! exported tables and what `shuke` says.

use crate::error::Failure;
use crate::wire::settings::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

macro_rules! catalogues {
    ($language:literal, $($name:literal),*) => {
        &[$(include_str!(concat!("../../../../assets/messages/", $language, "/", $name, ".ftl"))),*]
    };
}

const ZH_CN: &[&str] = catalogues!(
    "zh-CN",
    "errors",
    "cli",
    "check",
    "export",
    "import",
    "import_flags",
    "insight",
    "referrals",
    "care",
    "history",
    "privacy"
);
const EN: &[&str] =
    catalogues!("en", "errors", "cli", "check", "export", "import", "import_flags", "insight", "referrals", "care", "history", "privacy");

/// The catalogue of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// Reads the catalogue.
    pub fn of(language: Language) -> Messages {
        let (tag, sources) = match language {
            Language::ZhCn => ("zh-CN", ZH_CN),
            Language::En => ("en", EN),
        };
        let mut bundle = FluentBundle::new(tag.parse().into_iter().collect());
        // Isolation marks would end up in table headings.
        bundle.set_use_isolating(false);
        for source in sources {
            // A line that does not parse is left out here and found by the guard that compares the catalogues.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Messages { bundle }
    }

    /// The message `id`, or its attribute when written `id.attribute`. A missing one is its own id: ugly, never blank.
    pub fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// What happened, what is safe and what to do.
    pub fn failure(&self, failure: &Failure) -> String {
        let id = format!("error-{}", failure.code.as_str().replace('_', "-"));
        let args: Vec<(&str, &str)> = failure.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut text = self.text(&id, &args);
        for part in ["safe", "do"] {
            follow(&mut text, &self.find(&format!("{id}.{part}"), &args).unwrap_or_default());
        }
        text.trim().to_owned()
    }

    /// The message `id`, if there is one.
    pub fn find(&self, id: &str, args: &[(&str, &str)]) -> Option<String> {
        let (name, attribute) = id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, *value)).collect();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
}

/// Puts a sentence behind another, which may be a heading without a mark at its end.
fn follow(text: &mut String, next: &str) {
    let Some(first) = next.chars().next() else { return };
    match text.chars().next_back() {
        None | Some('。' | '！' | '？') => {}
        Some('.' | '!' | '?') => text.push(' '),
        Some(_) if first.is_ascii() => text.push_str(". "),
        Some(_) => text.push('。'),
    }
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for language in [Language::ZhCn, Language::En] {
            let messages = Messages::of(language);
            for code in Code::ALL {
                let text = messages.failure(&Failure::new(*code));
                assert!(!text.starts_with("error-"), "{language:?} {text}");
            }
        }
    }

    #[test]
    fn placeholders_are_filled_and_attributes_found() {
        let messages = Messages::of(Language::En);
        let text = messages.failure(&Failure::new(Code::TooLong).with("max", 40));
        assert!(text.contains("40"), "{text}");
        assert_eq!(messages.text("no-such-message", &[]), "no-such-message");
    }
}
