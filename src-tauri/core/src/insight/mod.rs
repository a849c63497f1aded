//! Insight (分析): how the shop is, who is slipping, what its care brings.
//!
//! Every figure is an exact function of the facts up to a day, the owner's thresholds and a period; what each means stands in the
//! catalogue under `insight-def-<figure>`. The visits are read once ([`table`]); what follows is pure.
//!
//! Reading order: [`standing`] (what one customer's visits come to), [`lifecycle`], [`value`], [`rfm`], [`table`] (everybody),
//! [`membership`], [`growth`], [`cohorts`], [`kpis`], [`liability`], [`messages`], [`page`], then [`structure`], [`rebought`] and
//! [`people`], which are asked for apart.

mod breakdown;
mod cache;
mod cohorts;
mod figure;
mod growth;
mod kpis;
mod liability;
pub mod lifecycle;
mod membership;
mod messages;
mod page;
mod people;
mod rebought;
pub mod rfm;
mod settings;
pub mod span;
pub mod standing;
mod states;
mod structure;
pub(crate) mod table;
pub mod value;

pub(crate) use cache::Cache;
pub use page::page;
pub use people::list as list_people;
pub use rebought::list as list_rebought;
pub use settings::{get as settings, save as save_settings};
pub(crate) use states::{States, states};
pub use structure::structure;
