//! `shuke find SHOP QUERY [--limit N] [--json]`: the search box.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde::Serialize;
use serde_json::json;
use shuke_core::clock::Day;
use shuke_core::money::Fen;
use shuke_core::wire::customers::{SearchAnswer, SearchHit};

#[derive(Serialize)]
struct Found {
    member_no: String,
    name: String,
    phone: Option<String>,
    level: String,
    last_visit: Option<Day>,
    lifetime_spend: Fen,
}

impl From<SearchHit> for Found {
    fn from(hit: SearchHit) -> Found {
        Found {
            member_no: hit.member_no,
            name: hit.name,
            phone: hit.phone.map(|phone| phone.to_string()),
            level: hit.level,
            last_visit: hit.last_visit,
            lifetime_spend: hit.lifetime_spend,
        }
    }
}

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path, query] = args.exactly(["SHOP", "QUERY"])?;
    let limit: u32 = match args.text("limit")? {
        Some(text) => text.parse().map_err(|_| Stop::usage("cli-usage-number").with("option", "--limit"))?,
        None => 20,
    };
    let query = args::text(query)?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let answer: SearchAnswer = session::call(&mut shop, "search", json!({"query": query, "limit": limit}))?;
    let found: Vec<Found> = answer.hits.into_iter().map(Found::from).collect();
    if args.flag("json") {
        return speaker.json(&found);
    }
    if found.is_empty() {
        speaker.note(speaker.text("cli-find-nobody", &[]));
    }
    for hit in found {
        let day = hit.last_visit.map(|day| day.to_string()).unwrap_or_default();
        let cells = [hit.member_no, hit.name, hit.phone.unwrap_or_default(), hit.level, day, hit.lifetime_spend.to_string()];
        speaker.line(cells.join("\t"))?;
    }
    Ok(())
}
