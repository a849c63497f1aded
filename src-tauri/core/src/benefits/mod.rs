//! The register of benefits (礼遇登记): gifts and services promised to customers, given, or over unused.
//!
//! What a promise becomes by a day is [`crate::vouchers::BenefitGrant::state`]. One granted by mistake is taken back by undo.

mod due;
mod give;
mod grant;
mod list;

pub use due::due;
pub use give::give;
pub use grant::grant;
pub use list::list;
