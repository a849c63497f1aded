//! The owner's rules, read once and kept until something of them is written.

use super::Rules;
use crate::error::Result;
use rusqlite::Connection;
use std::cell::RefCell;
use std::sync::Arc;

/// The rules as they were read last, with the count of writes to them of that time.
#[derive(Default)]
pub(crate) struct KnownRules {
    held: RefCell<Option<(u64, Arc<Rules>)>>,
}

impl KnownRules {
    /// The rules as they stand in the file, `written` times after the file was opened.
    pub fn get(&self, db: &Connection, written: u64) -> Result<Arc<Rules>> {
        if let Some((read, rules)) = &*self.held.borrow()
            && *read == written
        {
            return Ok(Arc::clone(rules));
        }
        let rules = Arc::new(Rules::load(db)?);
        *self.held.borrow_mut() = Some((written, Arc::clone(&rules)));
        Ok(rules)
    }
}

#[cfg(test)]
#[path = "known_tests.rs"]
mod tests;
