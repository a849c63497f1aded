//! Insight (分析): figures with their definition, period and sample, and the people behind them.

mod document;
mod figure;
mod people;
mod rebought;
mod settings;

pub use document::*;
pub use figure::*;
pub use people::*;
pub use rebought::*;
pub use settings::*;
