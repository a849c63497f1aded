//! What every bench needs: the list of operations, a watch, and milliseconds.

use serde_json::Value;
use shuke_core::ops;
use shuke_core::shop::Shop;
use std::time::{Duration, Instant};

/// Runs an operation that has to succeed.
#[expect(clippy::panic, reason = "a bench whose operation is refused has no figure")]
pub fn call(shop: &mut Shop, op: &str, args: Value) -> Value {
    ops::call(shop, op, args).unwrap_or_else(|failure| panic!("{op}: {failure:?}"))
}

/// How long it took, and its answer.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let answer = work();
    (start.elapsed(), answer)
}

/// The time this thread was at work so far, from Linux's own account of it.
pub fn worked() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split_whitespace().next().and_then(|nanos| nanos.parse().ok()).unwrap_or(0))
}

/// Milliseconds with a fraction, as people read them.
#[expect(clippy::float_arithmetic, reason = "milliseconds are read by people")]
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
