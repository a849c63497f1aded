//! The archive (客户档案): opening, changing, finding and joining customers' records.

mod around;
mod create;
mod duplicates;
mod fields;
mod figures;
mod list;
mod merge;
mod page;
mod phone;
mod receivers;
mod search;
mod status;
mod update;

pub use around::{field_history, remove_date, remove_note, remove_relation, save_date, save_note, save_relation, save_wish};
pub use create::create;
pub(crate) use create::{must_exist, open};
pub use duplicates::duplicates;
pub use list::list;
pub(crate) use list::listed;
pub use merge::merge;
pub use page::page;
pub use phone::who_has_phone;
pub(crate) use receivers::receivers;
pub use search::{Finder, search};
pub use status::set_status;
pub use update::update;
