//! One step from a segment to work: the same task for everybody it finds.

use super::{check, concluded};
use crate::care;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::segment;
use crate::wire::care::SaveFollowUp;
use crate::wire::segments::{SegmentTasksSet, SetSegmentTasks};

/// How many tasks one step may set.
pub(super) const MOST_TASKS: i64 = 10_000;

/// Sets the task; each goes to whoever looks after the customer. All of them or none.
///
/// # Errors
/// `out_of_range` at `filter` when it finds nobody or more than 10,000; those of [`care::save_follow_up`].
pub fn set_tasks(shop: &mut Shop, request: SetSegmentTasks) -> Result<SegmentTasksSet> {
    let today = shop.now().day();
    check(shop.db()?, &request.filter, "filter")?;
    let filter = concluded(shop, &request.filter)?;
    let customers = segment::members(shop.db()?, &filter, today, MOST_TASKS + 1)?;
    if customers.is_empty() || i64::try_from(customers.len()).is_ok_and(|many| many > MOST_TASKS) {
        return Err(Failure::at(Code::OutOfRange, "filter").with("min", 1).with("max", MOST_TASKS).into());
    }
    care::set_follow_ups(
        shop,
        SaveFollowUp {
            id: None,
            customers,
            batch: Some(request.batch),
            title: request.title,
            due_on: request.due_on,
            expires_on: request.expires_on,
            channel: request.channel,
            purpose: request.purpose,
            template: None,
            staff: None,
        },
    )
}
