//! Where words and results go.

use crate::exit::Stop;
use serde::Serialize;
use shuke_core::error::Code;
use shuke_core::messages::Messages;
use shuke_core::progress::Progress;
use shuke_core::wire::phone::as_answered;
use shuke_core::wire::settings::Language;
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Speaks to the terminal in the shop's language.
pub struct Speaker {
    messages: Messages,
}

impl Speaker {
    /// Before a shop is open: the environment's language, Chinese unless it asks for English.
    pub fn new() -> Speaker {
        let english = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .is_some_and(|value| value.starts_with("en"));
        Speaker { messages: Messages::of(if english { Language::En } else { Language::ZhCn }) }
    }

    /// Once the shop is open.
    pub fn set_language(&mut self, language: Language) {
        self.messages = Messages::of(language);
    }

    /// A message of the catalogue.
    pub fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.messages.text(id, args)
    }

    /// Prints a line of the result.
    pub fn line(&self, text: impl AsRef<str>) -> Result<(), Stop> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", text.as_ref()).and_then(|()| out.flush()).map_err(|_| Stop::Output)
    }

    /// Prints the one document of `--json`.
    pub fn json(&self, document: &impl Serialize) -> Result<(), Stop> {
        let text =
            as_answered(|| serde_json::to_string_pretty(document)).map_err(|error| Stop::from(shuke_core::error::Error::from(error)))?;
        self.line(text)
    }

    /// Says something about the work, beside its result.
    pub fn note(&self, text: impl AsRef<str>) {
        // When even standard error is closed there is nobody left to tell.
        let _ = writeln!(std::io::stderr(), "{}", text.as_ref());
    }

    /// Says why it stops.
    pub fn stop(&self, stop: &Stop) {
        match stop {
            Stop::Usage(id, args) => {
                let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.note(format!("shuke: {}", self.text(id, &args)));
                self.note(self.text("cli-see-help", &[]));
            }
            Stop::Refused(failure) => {
                let field = failure.field.as_ref().map(|field| format!("{field}: ")).unwrap_or_default();
                let said = self.messages.failure(failure);
                // Of several files the one it was; two messages say that themselves.
                let what = match failure.params.get("file") {
                    Some(file) if !matches!(failure.code, Code::EverythingChanged | Code::ImportFileTwice) => {
                        self.text("error-of-file", &[("file", file), ("what", &said)])
                    }
                    _ => said,
                };
                self.note(format!("shuke: {field}{what}"));
                if failure.code == Code::BadArguments
                    && let Some(what) = failure.params.get("what")
                {
                    self.note(what);
                }
            }
            Stop::Listed | Stop::Output => {}
        }
    }

    /// Runs long work while a line on the terminal shows how far it has come.
    pub fn watching<T>(&self, progress: Arc<Progress>, work: impl FnOnce() -> T) -> T {
        if !std::io::stderr().is_terminal() {
            return work();
        }
        let (done, rest) = channel::<()>();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                while rest.recv_timeout(Duration::from_millis(200)) == Err(RecvTimeoutError::Timeout) {
                    let (reached, total) = progress.state();
                    if total > 0 {
                        let _ = write!(std::io::stderr(), "\r{reached} / {total} ");
                    }
                }
                let _ = write!(std::io::stderr(), "\r\x1b[K");
            });
            let answer = work();
            drop(done);
            answer
        })
    }
}
