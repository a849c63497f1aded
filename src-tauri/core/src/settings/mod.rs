//! The shop's settings.

mod info;
mod update;

pub use info::{info, size};
pub use update::update;
