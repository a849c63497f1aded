//! Texts for messages: what may stand in one ([`text`], [`placeholder`]), how a customer is addressed ([`address`]), which words make a
//! greeting an offer ([`offers`]), and the verbs. The shop sends them itself; the program only writes them.

mod address;
mod batch;
mod defaults;
mod facts;
mod list;
pub(crate) mod message;
mod occasion;
mod offers;
mod placeholder;
mod preview;
mod save;
mod text;
mod words;

pub use address::address;
pub use batch::{export, list_batches, mark_sent};
pub(crate) use defaults::fill;
pub use list::list;
pub use message::message_for;
pub use occasion::Occasion;
pub use offers::offers;
pub use placeholder::Placeholder;
pub use preview::preview;
pub use save::{remove, save};
pub use text::{Filled, Part, fill as fill_in, parse};
