//! `shuke check SHOP [--json]`: exit code 65 when something was found.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::json;
use shuke_core::wire::shop::CheckReport;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let report: CheckReport = speaker.watching(shop.progress(), || session::call(&mut shop, "check_shop", json!({})))?;
    if args.flag("json") {
        speaker.json(&report)?;
    } else {
        print(&report, speaker)?;
    }
    if report.ok { Ok(()) } else { Err(Stop::Listed) }
}

fn print(report: &CheckReport, speaker: &Speaker) -> Result<(), Stop> {
    let (customers, visits, lines) = (report.customers.to_string(), report.visits.to_string(), report.lines.to_string());
    let (total, of_customers) = (report.total.to_string(), report.customer_total.to_string());
    speaker.line(speaker.text(
        "cli-check-counts",
        &[("customers", &customers), ("visits", &visits), ("lines", &lines), ("total", &total), ("customer_total", &of_customers)],
    ))?;
    if report.ok {
        return speaker.line(speaker.text("cli-check-ok", &[]));
    }
    for finding in &report.findings {
        let what = speaker.text(&format!("check-finding-{}", finding.check.replace('_', "-")), &[]);
        let examples: Vec<String> = finding.examples.iter().map(ToString::to_string).collect();
        speaker.line(speaker.text("cli-check-finding", &[("what", &what), ("rows", &finding.rows.to_string())]))?;
        if !examples.is_empty() {
            speaker.line(format!("    {}", speaker.text("cli-check-examples", &[("examples", &examples.join(", "))])))?;
        }
    }
    speaker.line(speaker.text("cli-check-found", &[]))
}
