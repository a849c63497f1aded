//! `shuke backup SHOP --to DIR [--json]`

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::wire::shop::BackedUp;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let folder = session::wire_path(&args.needed("to")?)?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let copy: BackedUp = session::call(&mut shop, "back_up", json!({"folder": folder}))?;
    if args.flag("json") {
        return speaker.json(&copy);
    }
    let (customers, visits, total) = (copy.customers.to_string(), copy.visits.to_string(), copy.total.to_string());
    speaker
        .line(speaker.text("cli-backup-done", &[("path", &copy.path), ("customers", &customers), ("visits", &visits), ("total", &total)]))
}
