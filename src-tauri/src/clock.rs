//! The clock the shop gets: the computer's, except that a journey may stop it.

use shuke_core::clock::{Clock, SystemClock};

/// The computer's clock. In a debug build `SHUKE_NOW`, an RFC 3339 instant, makes it stand still there.
pub fn clock() -> Box<dyn Clock> {
    #[cfg(debug_assertions)]
    if let Ok(instant) = std::env::var("SHUKE_NOW") {
        return Box::new(shuke_core::clock::FixedClock::at(&instant));
    }
    Box::new(SystemClock)
}
