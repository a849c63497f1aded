//! Points: what a purchase earns ([`earn`]) and what the entries written so far add up to ([`ledger`]); then the verbs of the screens.

mod adjust;
mod earn;
mod ledger;
mod list;
mod page;
mod redeem;
mod settings;

pub use adjust::adjust;
pub use earn::*;
pub use ledger::*;
pub use list::list;
pub use page::page;
pub use redeem::redeem;
pub use settings::{save_settings, settings};

use crate::error::Result;
use crate::ids::{CustomerId, PointsId};
use crate::shop::Tx;
use crate::store::points as store;
use crate::wire::points::PointsMoved;

/// The most points one entry by hand may move, either way.
const BY_HAND: i64 = 1_000_000;

/// Her points after an entry of this operation.
fn moved(tx: &Tx<'_>, customer: CustomerId, entry: PointsId) -> Result<PointsMoved> {
    let ledger = ledger(&store::of(tx.db(), customer)?, tx.day());
    Ok(PointsMoved { entry, balance: ledger.balance, spendable: ledger.spendable() })
}
