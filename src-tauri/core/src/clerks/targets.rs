//! What the owner asks of clerks.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::StaffId;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{setting, staff};
use crate::wire::Done;
use crate::wire::clerks::ClerkTargets;
use chrono::Datelike;

/// The key of [`ClerkTargets`] in table `setting`.
pub(super) const KEY: &str = "clerk_targets";
/// The most a target asks for.
const MOST: i64 = 1_000;

impl Default for ClerkTargets {
    fn default() -> ClerkTargets {
        ClerkTargets { new_vips: 5, own: Vec::new() }
    }
}

impl ClerkTargets {
    /// New VIPs one clerk is to bring in these days.
    pub(super) fn of(&self, staff: StaffId, from: Day, to: Day) -> i64 {
        let a_month = self.own.iter().find(|own| own.staff == staff).map_or(self.new_vips, |own| own.new_vips);
        let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month()) + 1;
        a_month * months
    }
}

/// Sets the targets.
///
/// # Errors
/// `out_of_range` at `new_vips` or `own.N.new_vips`; `not_found` at `own.N.staff`.
pub fn save_targets(shop: &mut Shop, request: ClerkTargets) -> Result<Done> {
    let checked = |field: String, many: i64| {
        if (0..=MOST).contains(&many) { Ok(()) } else { Err(Failure::at(Code::OutOfRange, field).with("min", 0).with("max", MOST)) }
    };
    checked("new_vips".into(), request.new_vips)?;
    shop.write(Op::SaveClerkTargets, |tx| {
        for (at, own) in request.own.iter().enumerate() {
            checked(format!("own.{at}.new_vips"), own.new_vips)?;
            staff::get(tx.db(), own.staff)?.ok_or_else(|| Failure::at(Code::NotFound, format!("own.{at}.staff")))?;
        }
        setting::put(tx.db(), KEY, &request)?;
        Ok(Done {})
    })
}
