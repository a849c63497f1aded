//! One step from a segment to work: the same task for everybody it finds.

use super::{check, concluded};
use crate::care;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::segment;
use crate::wire::care::SaveFollowUps;
use crate::wire::segments::{SegmentTasksSet, SetSegmentTasks};

/// How many tasks one step may set.
const MOST: usize = 1_000;

/// Sets the task; each goes to whoever looks after the customer.
///
/// # Errors
/// `out_of_range` at `filter` when it finds nobody or more than 1,000; those of [`care::save_follow_ups`].
pub fn set_tasks(shop: &mut Shop, request: SetSegmentTasks) -> Result<SegmentTasksSet> {
    let today = shop.now().day();
    check(shop.db()?, &request.filter, "filter")?;
    let filter = concluded(shop, &request.filter)?;
    let customers = segment::members(shop.db()?, &filter, today, i64::try_from(MOST + 1).unwrap_or(i64::MAX))?;
    if customers.is_empty() || customers.len() > MOST {
        return Err(Failure::at(Code::OutOfRange, "filter").with("min", 1).with("max", MOST).into());
    }
    care::save_follow_ups(
        shop,
        SaveFollowUps {
            customers,
            title: request.title,
            due_on: request.due_on,
            expires_on: request.expires_on,
            channel: request.channel,
            purpose: request.purpose,
            template: None,
            staff: None,
            batch: request.batch,
        },
    )
}
