//! `shuke help [COMMAND]`

use crate::exit::Stop;
use crate::output::Speaker;

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
