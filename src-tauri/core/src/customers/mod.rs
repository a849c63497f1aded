//! The archive (客户档案): opening, changing, finding and joining customers' records.

mod around;
mod create;
mod fields;
mod figures;
mod list;
mod page;
mod phone;
mod receivers;
mod search;
mod status;
mod update;

pub use around::{field_history, remove_date, remove_note, remove_relation, save_date, save_note, save_relation, save_wish};
pub use create::create;
pub(crate) use create::{must_be_active, must_exist, open};
pub(crate) use fields::phones_of;
pub use list::list;
pub(crate) use list::listed;
pub use page::page;
pub use phone::who_has_phone;
pub(crate) use receivers::{active_receivers, receivers};
pub use search::{Finder, search};
pub use status::{preview_status, set_status};
pub use update::update;
pub(crate) use update::write_fields;
