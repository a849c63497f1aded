//! A copy that is older than an erasure still holds the person. Whoever restores it applies the erasures of the book before again.

use super::UNCLEAN;
use super::erase::erase;
use crate::error::Result;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::erasure::Erased;
use crate::store::{clean, customer, erasure, state};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// The key in table `state` under which a register waits for the book to be opened.
const DUE: &str = "erasures_due";

/// Who was erased from a book, and how far its numbers went; nothing in it says who anybody was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// The highest number an archive of the book ever had.
    pub highest: i64,
    /// The erasures.
    pub erased: Vec<Erased>,
}

/// The register of an open book, to be kept over a restore.
pub fn register(shop: &Shop) -> Result<Register> {
    let db = shop.db()?;
    Ok(Register { highest: erasure::highest_customer(db)?, erased: erasure::list(db)? })
}

/// Leaves the register in a copy that is about to take the book's place: were the program to die before it is applied, nobody else would
/// know of it.
pub(crate) fn leave_in(copy: &Connection, register: &Register) -> Result<()> {
    state::put(copy, DUE, &Some(register))
}

/// Applies a register that was left in the book that is open, if there is one.
///
/// # Errors
/// Those of [`reapply`]; it is tried again at the next opening.
pub(crate) fn settle(shop: &mut Shop) -> Result<()> {
    let Some(register) = state::get::<Option<Register>>(shop.db()?, DUE)?.flatten() else { return Ok(()) };
    reapply(shop, &register)?;
    shop.remember(|db, _| state::put(db, DUE, &None::<Register>))
}

/// Erases from a restored book whom the register names, and takes the register over. Archives opened from now on get numbers that the
/// book before never gave, so that the register can never mean somebody else. Says how many were erased again.
///
/// # Errors
/// Those of the disk; nothing was changed then.
pub fn reapply(shop: &mut Shop, register: &Register) -> Result<usize> {
    clean::overwrite_deleted(shop.db()?)?;
    let again = shop.write(Op::EraseCustomer, |tx| {
        let db = tx.db();
        let known: Vec<_> = erasure::list(db)?.into_iter().map(|erased| erased.customer).collect();
        let mut again = Vec::new();
        for erased in register.erased.iter().filter(|erased| !known.contains(&erased.customer)) {
            if customer::name_of(db, erased.customer)?.is_some() {
                again.push(erased.customer);
            }
        }
        if !again.is_empty() {
            erase(tx, &again)?;
            state::put(db, UNCLEAN, &true)?;
            tx.param("count", again.len());
        }
        for erased in &register.erased {
            erasure::insert(db, erased)?;
        }
        erasure::raise_customers(db, register.highest)?;
        Ok(again.len())
    })?;
    if again > 0 {
        shop.clean();
    }
    Ok(again)
}
