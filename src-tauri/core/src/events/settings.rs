//! What the owner sets about events.

use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{level, setting};
use crate::wire::events::{CallRule, EventSettings};
use crate::wire::{Done, Nothing};

/// The key in table `setting`.
pub(super) const KEY: &str = "events";

impl Default for EventSettings {
    /// Four events a year, and a call for whoever spent 5,000 yuan.
    fn default() -> EventSettings {
        EventSettings { aim: 4, call: CallRule { level: None, spend: Some(Fen(500_000)) } }
    }
}

/// The settings.
pub fn settings(shop: &mut Shop, _: Nothing) -> Result<EventSettings> {
    setting::get(shop.db()?, KEY)
}

/// Replaces the settings.
///
/// # Errors
/// `out_of_range` at `aim` or `call.spend`, `not_found` at `call.level`.
pub fn save_settings(shop: &mut Shop, request: EventSettings) -> Result<Done> {
    if !(0..=52).contains(&request.aim) {
        return Err(Failure::at(Code::OutOfRange, "aim").with("min", 0).with("max", 52).into());
    }
    shop.write(Op::SaveEventSettings, |tx| {
        check_call(tx.db(), request.call)?;
        setting::put(tx.db(), KEY, &request)?;
        Ok(Done {})
    })
}

/// Whether a rule for calls can be.
pub(super) fn check_call(db: &rusqlite::Connection, call: CallRule) -> Result<()> {
    if call.spend.is_some_and(|spend| spend < Fen::ZERO) {
        return Err(Failure::at(Code::OutOfRange, "call.spend").with("min", 0).with("max", Fen(i64::MAX / 100)).into());
    }
    match call.level {
        Some(id) if !level::list(db)?.iter().any(|level| level.id == id) => Err(Failure::at(Code::NotFound, "call.level").into()),
        _ => Ok(()),
    }
}
