//! `shuke restore SHOP --from FILE [--preview] [--json]`

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use crate::unlock;
use serde_json::json;
use shuke_core::backup::{is_lost, work_again};
use shuke_core::clock::{Clock, SystemClock};
use shuke_core::wire::backup::{RestorePreview, Restored};
use shuke_core::wire::shop::{ShopInfo, ShopSize};
use std::path::Path;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let path = args::path(path);
    let from = session::wire_path(&args.needed("from")?)?;
    let mut shop = match session::open(&path, &args, speaker) {
        Ok(shop) => shop,
        Err(Stop::Refused(failure)) if !args.flag("preview") && is_lost(&path, failure.code) => {
            return work_on(&path, &from, &args, speaker);
        }
        Err(stop) => return Err(stop),
    };
    if args.flag("preview") {
        let preview: RestorePreview = session::call(&mut shop, "preview_restore", json!({"path": from}))?;
        return if args.flag("json") { speaker.json(&preview) } else { show(&preview, speaker) };
    }
    let restored: Restored = session::call(&mut shop, "restore", json!({"path": from}))?;
    if args.flag("json") {
        return speaker.json(&restored);
    }
    let (customers, visits, total) = (restored.customers.to_string(), restored.visits.to_string(), restored.total.to_string());
    speaker.line(
        speaker.text("cli-restore-done", &[("customers", &customers), ("visits", &visits), ("total", &total), ("aside", &restored.aside)]),
    )
}

/// The book itself cannot be opened: it is set aside, and the copy takes its place.
fn work_on(path: &Path, from: &str, args: &Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let mut shop = work_again(path, Path::new(from), &unlock::given(args)?, &|| Box::new(SystemClock) as Box<dyn Clock>)?;
    let info: ShopInfo = session::call(&mut shop, "shop_info", json!({}))?;
    speaker.set_language(info.settings.language);
    let size: ShopSize = session::call(&mut shop, "shop_size", json!({}))?;
    if args.flag("json") {
        return speaker.json(&json!({"aside": null, "customers": size.customers, "visits": size.visits}));
    }
    let (customers, visits) = (size.customers.to_string(), size.visits.to_string());
    speaker.line(speaker.text("cli-restore-again", &[("customers", &customers), ("visits", &visits)]))
}

fn show(preview: &RestorePreview, speaker: &Speaker) -> Result<(), Stop> {
    let (customers, visits, total) = (preview.customers.to_string(), preview.visits.to_string(), preview.total.to_string());
    let last = preview.last_change.clone().unwrap_or_else(|| "-".to_owned());
    speaker.line(speaker.text(
        "cli-restore-in-it",
        &[("shop", &preview.shop_name), ("last", &last), ("customers", &customers), ("visits", &visits), ("total", &total)],
    ))?;
    if !preview.same_book {
        speaker.line(speaker.text("cli-restore-other-book", &[]))?;
    }
    let lost = &preview.lost;
    let (changes, customers, visits, contacts) =
        (lost.operations.to_string(), lost.customers.to_string(), lost.visits.to_string(), lost.contacts.to_string());
    speaker.line(speaker.text(
        if lost.operations == 0 { "cli-restore-loses-nothing" } else { "cli-restore-loses" },
        &[("changes", &changes), ("customers", &customers), ("visits", &visits), ("contacts", &contacts)],
    ))
}
