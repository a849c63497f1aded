//! Who works in the shop, and who is at the counter.

mod save;

pub use save::{save, set_actor};
