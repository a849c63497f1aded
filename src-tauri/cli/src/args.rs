//! Reading what stands after the command.

use crate::exit::Stop;
use lexopt::{Arg, Parser, ValueExt};
use shuke_core::clock::Day;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// Words, options with a value, and flags of one command.
#[derive(Debug, Default)]
pub struct Args {
    /// What is no option, in order.
    pub words: Vec<OsString>,
    options: BTreeMap<&'static str, Vec<OsString>>,
    flags: Vec<&'static str>,
}

impl Args {
    /// Reads everything; an option that the command does not know is wrong usage, and so is a missing value.
    pub fn read(words: impl Iterator<Item = OsString>, options: &[&'static str], flags: &[&'static str]) -> Result<Args, Stop> {
        let mut parser = Parser::from_args(words);
        let mut args = Args::default();
        while let Some(arg) = parser.next().map_err(usage)? {
            match arg {
                Arg::Value(word) => args.words.push(word),
                Arg::Long(name) => {
                    let find = |list: &[&'static str]| list.iter().copied().find(|known| *known == name);
                    if let Some(known) = find(options) {
                        args.options.entry(known).or_default().push(parser.value().map_err(usage)?);
                    } else if let Some(known) = find(flags) {
                        args.flags.push(known);
                    } else {
                        return Err(Stop::usage("cli-usage-unknown-option").with("option", format!("--{name}")));
                    }
                }
                Arg::Short(letter) => {
                    return Err(Stop::usage("cli-usage-unknown-option").with("option", format!("-{letter}")));
                }
            }
        }
        Ok(args)
    }

    /// Exactly these words, named for the message when one is missing.
    pub fn exactly<const N: usize>(&self, names: [&str; N]) -> Result<[OsString; N], Stop> {
        if let Some(extra) = self.words.get(N) {
            return Err(Stop::usage("cli-usage-extra-word").with("word", extra.to_string_lossy()));
        }
        if let Some(missing) = names.get(self.words.len()) {
            return Err(Stop::usage("cli-usage-missing").with("what", missing));
        }
        self.words.clone().try_into().map_err(|_| Stop::usage("cli-usage-command"))
    }

    /// Whether a flag stands there.
    pub fn flag(&self, name: &str) -> bool {
        self.flags.contains(&name)
    }

    /// The text of an option given at most once.
    pub fn text(&self, name: &'static str) -> Result<Option<String>, Stop> {
        match self.options.get(name).map(Vec::as_slice) {
            None => Ok(None),
            Some([one]) => Ok(Some(one.clone().string().map_err(usage)?)),
            Some(_) => Err(Stop::usage("cli-usage-twice").with("option", format!("--{name}"))),
        }
    }

    /// The day of an option, as `YYYY-MM-DD`.
    pub fn day(&self, name: &'static str) -> Result<Option<Day>, Stop> {
        let read = |text: String| text.parse().map_err(|_| Stop::usage("cli-usage-day").with("day", &text));
        self.text(name)?.map(read).transpose()
    }

    /// The texts of an option that may be given many times.
    pub fn all(&self, name: &'static str) -> Result<Vec<String>, Stop> {
        self.options.get(name).into_iter().flatten().map(|one| one.clone().string().map_err(usage)).collect()
    }

    /// The text of an option that has to be given.
    pub fn needed(&self, name: &'static str) -> Result<String, Stop> {
        self.text(name)?.ok_or_else(|| Stop::usage("cli-usage-missing").with("what", format!("--{name}")))
    }
}

/// A word as a path.
pub fn path(word: OsString) -> PathBuf {
    PathBuf::from(word)
}

/// A word as text.
pub fn text(word: OsString) -> Result<String, Stop> {
    word.string().map_err(usage)
}

fn usage(error: lexopt::Error) -> Stop {
    Stop::usage("cli-usage-wrong").with("what", error)
}
