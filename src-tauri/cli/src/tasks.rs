//! `shuke tasks SHOP [--on DATE] [--json]`: whom to care for, and what could be said.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::{Value, json};
use shuke_core::clock::Day;
use shuke_core::wire::care::{TaskRow, TasksOf};

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let on: Option<Day> = args.day("on")?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let found: TasksOf = session::call(&mut shop, "tasks_of", json!({"on": on}))?;
    if args.flag("json") {
        let rows: Vec<Value> = found
            .tasks
            .iter()
            .map(|one| {
                let customer = one.task.customer.as_ref();
                json!({
                    "rule": one.task.title, "kind": one.task.kind, "state": one.task.state, "due": one.task.due,
                    "customer": customer.map(|person| json!({"member_no": person.member_no, "name": person.name})),
                    "why": why(&one.task, speaker), "text": one.text,
                })
            })
            .collect();
        return speaker.json(&rows);
    }
    if found.tasks.is_empty() {
        return speaker.line(speaker.text("cli-tasks-none", &[("day", &found.day.to_string())]));
    }
    for one in &found.tasks {
        let who = one.task.customer.as_ref().map(|person| format!("{} {}", person.member_no, person.name)).unwrap_or_default();
        speaker.line([one.task.due.to_string(), one.task.title.clone(), who, why(&one.task, speaker)].join("  "))?;
        if let Some(text) = &one.text {
            speaker.line(format!("    {text}"))?;
        }
    }
    Ok(())
}

/// The sentence of the screen, with days as numbers.
fn why(task: &TaskRow, speaker: &Speaker) -> String {
    let params: Vec<(&str, &str)> = task.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    speaker.text(&format!("care-why-{}", task.kind.as_str().replace('_', "-")), &params)
}
