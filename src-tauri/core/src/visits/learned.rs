//! What was noted and learned at a visit follows it when a correction gives the visit to somebody else.
//!
//! A wish and a fact were said by whoever stood at the counter, so they go with the visit. What a fact had put an end to in the wrong
//! archive holds there again. In the right one it is added to what is known; where only one can hold, it takes the other's place. A
//! visit that turns out to be a walk-in's leaves nobody to keep them for: they are taken out of the wrong archive, and the history has
//! them.

use crate::error::Result;
use crate::ids::{CustomerId, VisitId};
use crate::profile::may_hold;
use crate::shop::Tx;
use crate::store::{around, profile};
use crate::wire::profile::FieldKind;

/// Moves wishes and facts of a visit from whom it was thought to be to whom it was.
pub(super) fn follow(tx: &Tx<'_>, visit: VisitId, from: CustomerId, to: Option<CustomerId>) -> Result<()> {
    let db = tx.db();
    around::move_wishes(db, visit, from, to)?;
    for fact in profile::learned_at(db, visit, from)? {
        let field = profile::field(db, fact.field)?;
        let single = field.as_ref().is_some_and(|field| !matches!(field.kind, FieldKind::Text | FieldKind::Multi));
        let replaced = if fact.holds { profile::ended_with(db, from, fact.id, fact.field)? } else { Vec::new() };
        let held = match to {
            Some(to) => profile::current(db, to)?.into_iter().filter(|(field, _)| *field == fact.field).map(|(_, held)| held).collect(),
            None => Vec::new(),
        };
        let may_move = match (to, &field) {
            (Some(to), Some(field)) => may_hold(tx, to, field)?,
            _ => true,
        };
        match to {
            Some(to) if may_move && (!fact.holds || held.iter().all(|held| held.value != fact.value)) => {
                for other in held.iter().filter(|_| fact.holds && single) {
                    profile::end_value(db, other.id, tx.day())?;
                }
                profile::set_owner(db, fact.id, to)?;
            }
            // She was known to be so, or has not agreed to have it written down; or there is nobody.
            _ => profile::delete_value(db, fact.id)?,
        }
        for value in replaced {
            let taken = single && profile::current(db, from)?.iter().any(|(field, _)| *field == fact.field);
            if !taken {
                profile::hold_again(db, value)?;
            }
        }
    }
    Ok(())
}
