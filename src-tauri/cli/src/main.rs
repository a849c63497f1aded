//! `shuke`: the command line twin of the window, on the same core.
//!
//! Results go to standard output (with `--json` one document and nothing else), everything said to people about them to
//! standard error. `exit.rs` holds the exit codes, `args.rs` the reading of options; a command is a file.

mod args;
mod backup;
mod call;
mod check;
mod encrypt;
mod exit;
mod export;
mod export_week;
mod find;
mod forecast;
mod help;
mod import;
mod init;
mod insight;
mod output;
mod restore;
mod session;
mod show;
mod tasks;
mod unlock;

use args::Args;
use exit::Stop;
use output::Speaker;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut speaker = Speaker::new();
    match run(std::env::args_os().skip(1), &mut speaker) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            speaker.stop(&stop);
            ExitCode::from(stop.code())
        }
    }
}

fn run(mut words: impl Iterator<Item = OsString>, speaker: &mut Speaker) -> Result<(), Stop> {
    let Some(command) = words.next() else {
        help::print(None, speaker)?;
        return Err(Stop::usage("cli-usage-command"));
    };
    let command = command.to_string_lossy().into_owned();
    let words: Vec<OsString> = words.collect();
    if let Some(about) = help::asked(&command, &words) {
        return help::print(about.as_deref(), speaker);
    }
    let words = words.into_iter();
    if command == "init" {
        let options = &["name", "trade", "owner", "language", "new-passphrase-file"];
        return init::run(Args::read(words, options, &["demo", "json"])?, speaker);
    }
    // Every other command opens a book, which may be encrypted, as somebody.
    let read = |options: &[&'static str], flags: &[&'static str]| {
        Args::read(words, &[options, &["as", "pin-file", "passphrase-file", "sheet-file"]].concat(), flags)
    };
    match command.as_str() {
        "check" => check::run(read(&[], &["json"])?, speaker),
        "backup" => backup::run(read(&["to"], &["json"])?, speaker),
        "restore" => restore::run(read(&["from"], &["preview", "json"])?, speaker),
        "encrypt" => encrypt::encrypt(read(&["new-passphrase-file"], &["json"])?, speaker),
        "decrypt" => encrypt::decrypt(read(&[], &["json"])?, speaker),
        "sheet" => encrypt::sheet(read(&[], &["json"])?, speaker),
        "import" => import::run(
            read(
                &["customers", "visits", "lines", "everything", "map", "encoding", "sheet", "heading", "errors"],
                &["dry-run", "consent-on-paper", "json"],
            )?,
            speaker,
        ),
        "find" => find::run(read(&["limit"], &["json"])?, speaker),
        "show" => show::run(read(&[], &["json"])?, speaker),
        "tasks" => tasks::run(read(&["on"], &["json"])?, speaker),
        "export-week" => export_week::run(read(&["out", "encoding"], &["json"])?, speaker),
        "export" => {
            let options = &["out", "columns", "segment", "as-of", "encoding", "headings"];
            export::run(read(options, &["json"])?, speaker)
        }
        "insight" => insight::run(read(&["as-of", "from", "to", "compare"], &["json"])?, speaker),
        "forecast" => forecast::run(read(&["as-of", "horizon", "fit-until"], &["json"])?, speaker),
        "call" => call::run(read(&[], &[])?, speaker),
        "--version" | "-V" => speaker.line(concat!("shuke ", env!("CARGO_PKG_VERSION"))),
        other => Err(Stop::usage("cli-usage-unknown-command").with("command", other)),
    }
}
