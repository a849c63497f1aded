//! `shuke show SHOP MEMBER_NO [--json]`: who a customer is.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::error::{Code, Failure};
use shuke_core::ids::CustomerId;
use shuke_core::money::Fen;
use shuke_core::shop::Shop;
use shuke_core::wire::customers::{CustomerPage, Missing, SearchAnswer};

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path, member_no] = args.exactly(["SHOP", "MEMBER_NO"])?;
    let member_no = args::text(member_no)?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let customer = by_member_no(&mut shop, &member_no)?;
    let page: CustomerPage = session::call(&mut shop, "customer_page", json!({"customer": customer}))?;
    if args.flag("json") {
        return speaker.json(&page);
    }
    print(&page, speaker)
}

/// A whole card number comes first among what the search box finds.
fn by_member_no(shop: &mut Shop, member_no: &str) -> Result<CustomerId, Stop> {
    let answer: SearchAnswer = session::call(shop, "search", json!({"query": member_no, "limit": 50}))?;
    let hit = answer.hits.iter().find(|hit| hit.member_no == member_no);
    Ok(hit.ok_or_else(|| Failure::at(Code::NotFound, "MEMBER_NO"))?.id)
}

fn print(page: &CustomerPage, speaker: &Speaker) -> Result<(), Stop> {
    let fields = &page.customer.fields;
    let figures = &page.figures;
    let say = |id: &str, args: &[(&str, &str)]| speaker.line(speaker.text(id, args));
    let phones: Vec<&str> = fields.phones.iter().map(|phone| &**phone).collect();
    let heading = [fields.member_no.as_deref().unwrap_or_default(), &fields.name, &phones.join(" / ")].join("  ");
    speaker.line(heading)?;
    if let Some(birthday) = &page.birthday {
        let next = birthday.next.map(|day| day.to_string()).unwrap_or_default();
        say("cli-show-birthday", &[("birthday", &birthday.text), ("next", &next)])?;
    }
    let mut level = speaker.text("cli-show-level", &[("level", &page.level.name)]);
    if let Some(since) = page.level.since {
        level = format!("{level}  {}", speaker.text("cli-show-since", &[("since", &since.to_string())]));
    }
    speaker.line(level)?;
    if let Some(until) = page.level.keeps_until {
        say("cli-show-keeps", &[("until", &until.to_string()), ("missing", &missing(&page.level.keep, speaker))])?;
    }
    if let Some(next) = &page.level.next {
        say("cli-show-next", &[("level", next), ("missing", &missing(&page.level.reach, speaker))])?;
    }
    say("cli-show-points", &[("points", &page.points.balance.to_string())])?;
    if let (Some(points), Some(day)) = (page.points.expiring, page.points.expires_on) {
        say("cli-show-expiring", &[("points", &points.to_string()), ("day", &day.to_string())])?;
    }
    say(
        "cli-show-figures",
        &[
            ("visits", &figures.visits.to_string()),
            ("purchases", &figures.purchases.to_string()),
            ("net", &figures.net_spend.to_string()),
            ("year", &figures.spend_12_months.to_string()),
        ],
    )?;
    say("cli-show-completeness", &[("percent", &page.completeness.overall.to_string())])?;
    let filled = page.profile.iter().filter(|entry| !entry.values.is_empty());
    for entry in filled {
        let values: Vec<&str> = entry.values.iter().map(|value| value.value.as_str()).collect();
        speaker.line(format!("  {}: {}", entry.label, values.join(" · ")))?;
    }
    for note in &page.notes {
        speaker.line(format!("! {}", note.text))?;
    }
    for visit in &page.visits {
        speaker.line(format!("  {}  {}  {}  {}", visit.day, visit.visit_no, visit.total, visit.summary))?;
    }
    for question in &page.questions {
        speaker.line(format!("? {}", question.text))?;
    }
    Ok(())
}

/// Such as `620.00 元` or `2 次`; several are parted by a dot.
fn missing(list: &[Missing], speaker: &Speaker) -> String {
    let parts: Vec<String> = list
        .iter()
        .map(|short| {
            if short.metric.is_money() {
                speaker.text("cli-show-missing-money", &[("amount", &Fen(short.missing).to_string())])
            } else {
                speaker.text("cli-show-missing-count", &[("count", &short.missing.to_string())])
            }
        })
        .collect();
    parts.join(" · ")
}
