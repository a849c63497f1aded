//! One customer's tasks, for her page.

use super::derive::Outlook;
use super::row::row;
use super::{AHEAD, CareTask, TriggerKind, settle};
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{care_facts, customer};
use crate::wire::care::CustomerTasks;
use crate::wire::customers::CustomerRef;

/// Her tasks of today and the next days, what is kept back with the reason, and what was set by hand for later.
///
/// # Errors
/// `not_found`.
pub fn of_customer(shop: &mut Shop, request: CustomerRef) -> Result<CustomerTasks> {
    let now = shop.now();
    let (list, db) = shop.care()?;
    customer::name_of(db, request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    let Some(facts) = care_facts::of_one(db, request.customer, &list.around)? else {
        return Ok(CustomerTasks { rows: Vec::new() });
    };
    let later = |task: &CareTask| task.kind == TriggerKind::FollowUp && task.due >= now.day();
    let mut tasks = Outlook::new(&list.around).all(&facts);
    tasks.retain(|task| later(task) || task.is_visible(now.day(), AHEAD));
    settle(&mut tasks, &facts.contact, &list.around.limits, now.day());
    let rows = tasks.iter().map(|task| row(db, list, task, now)).collect::<Result<_>>()?;
    Ok(CustomerTasks { rows })
}
