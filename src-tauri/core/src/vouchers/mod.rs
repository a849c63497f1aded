//! Vouchers and the birthday privilege: what can be used when ([`rules`]), then the verbs of the screens.

mod cancel;
mod issue;
mod list;
mod rules;

pub use cancel::cancel;
pub use issue::issue;
pub(crate) use issue::{DAYS, check_terms};
pub use list::list;
pub use rules::*;
