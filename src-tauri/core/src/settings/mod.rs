//! The shop's settings.

mod info;
mod update;

pub use info::info;
pub use update::update;
