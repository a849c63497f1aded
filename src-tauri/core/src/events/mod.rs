//! Events (活动): planning, inviting, who accepts, who comes, gifts, and what guests bought in the days after.
//!
//! An invitation is promotion: whoever may not be addressed is not put on a list by it, and is named with the reason. The figures of
//! an event are conclusions, read when asked ([`crate::wire::events::GuestSales`] says what counts).

mod barred;
mod export;
mod guests;
mod invite;
mod list;
mod page;
mod save;
mod settings;

pub use export::export_guests;
pub use guests::{give_gift, remove_guests, save_guest, set_answer, set_came};
pub use invite::{add_guests, preview_guests};
pub use list::list;
pub use page::page;
pub use save::{cancel, save};
pub use settings::{save_settings, settings};

use crate::error::{Code, Failure, Result};
use crate::ids::EventId;
use crate::store::event;
use crate::wire::events::Event;
use rusqlite::Connection;

/// The event, if it is there.
fn need(db: &Connection, id: EventId) -> Result<Event> {
    event::get(db, id)?.ok_or_else(|| Failure::at(Code::NotFound, "event").into())
}
