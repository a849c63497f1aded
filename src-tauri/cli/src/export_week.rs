//! `shuke export-week SHOP WEEK --out DIR [--encoding utf8|gb18030] [--json]`: the accountant's files.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::wire::export::{FileEncoding, WeekExported};

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path, week] = args.exactly(["SHOP", "WEEK"])?;
    let folder = session::wire_path(&args.needed("out")?)?;
    let encoding = encoding(&args)?;
    let week = args::text(week)?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let asked = json!({"week": week, "folder": folder, "encoding": encoding});
    let done: WeekExported = speaker.watching(shop.progress(), || session::call(&mut shop, "export_week", asked))?;
    if args.flag("json") {
        return speaker.json(&done);
    }
    print(&done, speaker)
}

/// The encoding of `--encoding`.
pub fn encoding(args: &Args) -> Result<Option<FileEncoding>, Stop> {
    let text = args.text("encoding")?;
    text.map(|text| FileEncoding::from_text(&text).ok_or_else(|| Stop::usage("cli-usage-encoding").with("encoding", text))).transpose()
}

fn print(done: &WeekExported, speaker: &Speaker) -> Result<(), Stop> {
    let totals = &done.totals;
    let say = |id: &str, args: &[(&str, &str)]| speaker.line(speaker.text(id, args));
    say("cli-week-done", &[("week", &done.week), ("folder", &done.folder)])?;
    say(
        "cli-week-totals",
        &[
            ("visits", &totals.visits.to_string()),
            ("total", &totals.total.to_string()),
            ("sales", &totals.sales.to_string()),
            ("returns", &totals.returns.to_string()),
        ],
    )?;
    if !done.complete {
        return say("cli-week-preview", &[]);
    }
    if done.repeated {
        say("cli-week-repeated", &[])?;
    } else if done.revision > 1 {
        say("cli-week-revision", &[("revision", &done.revision.to_string())])?;
    }
    if done.corrections > 0 {
        say("cli-week-corrections", &[("n", &done.corrections.to_string())])?;
    }
    Ok(())
}
