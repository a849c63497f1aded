//! What became of tasks: written down together with the contact it was, in one operation.

use super::{CareTask, RETRY_DAYS, STRETCH, TRIES, TaskName, TriggerKind, later};
use crate::clock::Day;
use crate::complaints;
use crate::contacts::{NewContact, write_down};
use crate::error::{Code, Failure, Result};
use crate::ids::{ComplaintId, EventId};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::care_decision::{self, NewDecision};
use crate::wire::care::{DecideTasks, Decision, TasksDecided};
use crate::wire::contacts::{ContactChannel, Outcome};
use crate::wire::text;
use std::collections::BTreeSet;

/// How many one call may name.
const MOST: usize = 1_000;

/// A task with what is to be written about it.
struct Decided {
    task: CareTask,
    until: Option<Day>,
}

/// Says what became of one task or of many. Of many, those that the contact clock keeps back are left out when they were contacts, and so
/// are those that are gone meanwhile: a list on the screen may be some minutes old.
///
/// # Errors
/// `out_of_range` at `tasks` for none or more than 1,000 and at `until`; `required` at `until`; `reason_required`; `not_found` at
/// `tasks.0` for a single one that is no longer there.
pub fn decide(shop: &mut Shop, request: DecideTasks) -> Result<TasksDecided> {
    if request.tasks.is_empty() || request.tasks.len() > MOST {
        return Err(Failure::at(Code::OutOfRange, "tasks").with("min", 1).with("max", MOST).into());
    }
    let reason = text::line("reason", request.reason.as_deref(), 200)?;
    let said = text::note("text", request.text.as_deref())?;
    if request.decision == Decision::Skipped && reason.is_none() {
        return Err(Failure::at(Code::ReasonRequired, "reason").into());
    }
    let today = shop.now().day();
    let (first, last) = (later(today, 1), later(today, STRETCH));
    if request.decision == Decision::Snoozed && request.until.is_none() {
        return Err(Failure::at(Code::Required, "until").into());
    }
    if request.until.is_some_and(|until| !(first..=last).contains(&until)) {
        return Err(Failure::at(Code::OutOfRange, "until").with("min", first).with("max", last).into());
    }
    let logs = (request.channel.is_some() || request.log) && !matches!(request.decision, Decision::Snoozed | Decision::Skipped);
    let one = request.tasks.len() == 1;
    let (list, _) = shop.care()?;
    let (mut decided, mut seen) = (Vec::new(), BTreeSet::new());
    for name in request.tasks.iter().map(TaskName::from).filter(|name| seen.insert(name.clone())) {
        match list.find(&name) {
            None if one => return Err(Failure::at(Code::NotFound, "tasks.0").into()),
            // What was said to a single customer was said, whatever the clock thinks of it.
            Some(task) if one || !logs || task.held.is_none() => {
                let plan = name.rule.and_then(|id| list.rule(id)).map(|rule| (rule.plan.retry_days, rule.plan.tries));
                let until = until(task, &request, plan.unwrap_or((RETRY_DAYS, TRIES)), today);
                decided.push(Decided { task: task.clone(), until });
            }
            _ => {}
        }
    }
    let left_out = seen.len() - decided.len();
    let mut contacts = 0;
    let (written, operation) = shop.write(Op::DecideTasks, |tx| {
        for Decided { task, until } in &decided {
            let mut contact = None;
            if let (true, Some(customer)) = (logs, task.name.customer) {
                let channel = request.channel.unwrap_or(task.channel);
                let new = NewContact {
                    text: said.clone(),
                    template: request.template.or(task.template),
                    complaint: number(task, TriggerKind::is_complaint).map(ComplaintId),
                    event: number(task, |kind| kind == TriggerKind::EventInvitation).map(EventId),
                    ..NewContact::out(tx, customer, channel, task.purpose, outcome(request.decision, channel))
                };
                contact = Some(write_down(tx, &new)?);
                contacts += 1;
            }
            let new = NewDecision {
                task: &task.name,
                due: task.due,
                decision: request.decision,
                until: *until,
                reason: reason.as_deref(),
                contact,
                staff: tx.actor(),
            };
            care_decision::insert(tx.db(), &new, tx.now())?;
            if let (Decision::Done | Decision::Replied, Some(id)) = (request.decision, number(task, TriggerKind::is_complaint)) {
                complaints::was_answered(tx, ComplaintId(id), tx.now().millis())?;
            }
        }
        if let [Decided { task, .. }] = &decided[..]
            && let Some(customer) = task.name.customer
        {
            tx.about_customer(customer);
        }
        tx.param("decision", request.decision.as_str());
        tx.param("count", decided.len());
        Ok((decided.len(), tx.operation()))
    })?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let operation = (written > 0).then_some(operation);
    Ok(TasksDecided { decided: count(written), contacts, left_out: count(left_out), operation })
}

/// From when it is shown again; nothing when it is not.
fn until(task: &CareTask, request: &DecideTasks, (retry_days, tries): (u32, u32), today: Day) -> Option<Day> {
    match request.decision {
        Decision::Snoozed => request.until,
        Decision::NoAnswer if task.tries + 1 < tries => Some(request.until.unwrap_or_else(|| later(today, retry_days.into()))),
        _ => None,
    }
}

/// What the log says of it: nobody fails to pick up a letter, and a talk is had, not answered.
fn outcome(decision: Decision, channel: ContactChannel) -> Outcome {
    let spoken = matches!(channel, ContactChannel::Phone | ContactChannel::InPerson);
    match decision {
        Decision::NoAnswer if matches!(channel, ContactChannel::Phone | ContactChannel::Wechat) => Outcome::NoAnswer,
        Decision::Replied if channel != ContactChannel::InPerson => Outcome::Replied,
        _ if spoken => Outcome::Reached,
        _ => Outcome::Sent,
    }
}

/// The number in the cause of a task of some kind.
fn number(task: &CareTask, kind: impl Fn(TriggerKind) -> bool) -> Option<i64> {
    if kind(task.kind) { task.name.cause.rsplit_once(':').and_then(|(_, id)| id.parse().ok()) } else { None }
}
