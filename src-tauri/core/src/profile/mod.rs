//! How well the shop knows a customer: the catalogue of fields, what was learned, how complete it is ([`completeness`])
//! and what to ask next ([`questions`]).

mod answers;
mod catalogue;
mod completeness;
mod questions;

pub use answers::set;
pub(crate) use answers::{may_hold, write_answers};
pub(crate) use catalogue::own_key;
pub use catalogue::{list_fields, save_field};
pub use completeness::*;
pub use questions::*;
