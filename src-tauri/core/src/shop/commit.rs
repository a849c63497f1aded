//! Committing, and what an error from it means.

use super::{Shop, Written};
use crate::clock::Millis;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::store::{condition, operation};

impl Shop {
    /// An error from commit does not say whether the rows are in the file, so the file is opened again and asked.
    pub(super) fn commit(&mut self, written: &Written, op: Op, at: Millis) -> Result<()> {
        let Err(fault) = self.store.db()?.execute_batch("COMMIT") else {
            return Ok(());
        };
        let constraint = matches!(&fault, rusqlite::Error::SqliteFailure(f, _) if f.code == rusqlite::ErrorCode::ConstraintViolation);
        let _ = self.store.db()?.execute_batch("ROLLBACK");
        self.watch.rules_may_differ();
        if constraint {
            return Err(fault.into());
        }
        if let Err(why) = self.reopen() {
            return Err(Failure::new(Code::SaveUnknown).with("reason", why.code().as_str()).into());
        }
        if written.changed && operation::exists(self.store.db()?, written.id, op.as_str(), at)? {
            return Ok(());
        }
        let reason = Failure::from(crate::error::Error::from(fault)).code;
        Err(Failure::new(Code::NotSaved).with("reason", reason.as_str()).into())
    }

    pub(super) fn reopen(&mut self) -> Result<()> {
        self.store.reopen()?;
        self.watch.install(self.store.db()?)?;
        condition::install(self.store.db()?)
    }
}

#[cfg(test)]
#[path = "commit_tests.rs"]
mod tests;
