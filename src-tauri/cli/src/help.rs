//! `shuke help [COMMAND]`, and every other way of asking for it: `shuke --help`, `shuke COMMAND --help`, `shuke COMMAND WORD -h`.

use crate::exit::Stop;
use crate::output::Speaker;
use std::ffi::OsString;

/// Every command, in the order of the help.
const COMMANDS: &[&str] = &[
    "init",
    "import",
    "find",
    "show",
    "tasks",
    "export-week",
    "export",
    "insight",
    "forecast",
    "check",
    "backup",
    "encrypt",
    "decrypt",
    "sheet",
    "restore",
    "call",
    "help",
];

/// What the command line asks help about, if it asks for help at all: a command, or nothing for all of them.
pub fn asked(command: &str, rest: &[OsString]) -> Option<Option<String>> {
    let is_asking = |word: &str| matches!(word, "--help" | "-h");
    let rest = || rest.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    if command == "help" || is_asking(command) {
        let about = rest().find(|word| !is_asking(word)).map(|word| word.into_owned());
        return Some(about);
    }
    rest().any(|word| is_asking(&word)).then(|| Some(command.to_owned()))
}

/// All commands in a line each, or one of them in full.
pub fn print(command: Option<&str>, speaker: &Speaker) -> Result<(), Stop> {
    match command {
        None => {
            speaker.line(speaker.text("cli-help", &[]))?;
            for command in COMMANDS {
                speaker.line(format!("  {}", speaker.text(&format!("cli-help-{command}.usage"), &[])))?;
                speaker.line(format!("      {}", speaker.text(&format!("cli-help-{command}"), &[])))?;
            }
            speaker.line(speaker.text("cli-help-codes", &[]))
        }
        Some(command) if COMMANDS.contains(&command) => {
            speaker.line(speaker.text(&format!("cli-help-{command}.usage"), &[]))?;
            speaker.line(speaker.text(&format!("cli-help-{command}"), &[]))
        }
        Some(other) => Err(Stop::usage("cli-usage-unknown-command").with("command", other)),
    }
}
