//! How far long work has come, readable from another thread, and the way to stop it.

use crate::error::{Code, Failure, Result};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared by the worker and whoever watches.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Starts counting anew; `total` is 0 when it is not known.
    pub fn start(&self, total: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Says how much is done.
    ///
    /// # Errors
    /// `cancelled` once somebody asked to stop.
    pub fn reach(&self, done: u64) -> Result<()> {
        self.done.store(done, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Failure::new(Code::Cancelled).into());
        }
        Ok(())
    }

    /// Asks the worker to stop at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Done and total.
    pub fn state(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}
