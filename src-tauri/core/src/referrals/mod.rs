//! Referrals (转介绍): who brought whom, what came of it, and the thanks for it.
//!
//! Who brought a customer stands in her archive; a circle is refused when it is saved ([`check`]). A reward is given by hand, by one
//! key, with the rule's terms written beside it: the purchase it rests on and how much of that has to be kept. When the purchase goes,
//! the reward goes with it, and comes back if it comes back ([`crate::visits`] settles it in the same transaction).

mod chain;
mod due;
mod give;
mod list;
mod register;
mod rule;
mod tree;

pub use chain::{Edge, sums, sums_of};
pub use due::due;
pub use give::give_thanks;
pub use list::list;
pub use register::list_thanks;
pub use rule::{rule, save_rule};
pub use tree::tree;

use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::store::referral;
use crate::wire::referrals::ReferralSums;
use rusqlite::Connection;

/// Whether somebody can have brought a customer.
///
/// # Errors
/// `same_person`, or `referral_cycle` when the customer brought her, herself or through others; at `referrer`.
pub(crate) fn check(db: &Connection, customer: CustomerId, referrer: CustomerId) -> Result<()> {
    if customer == referrer {
        return Err(Failure::at(Code::SamePerson, "referrer").into());
    }
    if referral::is_above(db, customer, referrer)? {
        return Err(Failure::at(Code::ReferralCycle, "referrer").into());
    }
    Ok(())
}

/// What came of those whom a customer brought.
pub(crate) fn of_customer(db: &Connection, customer: CustomerId) -> Result<ReferralSums> {
    Ok(sums_of(&referral::edges_below(db, customer)?, customer))
}
