//! Spot checks of archives (档案抽查): drawn at random by a kept seed ([`draw`]), confirmed on the phone field by field ([`call`]), scored
//! by clerk ([`list`], [`page`]).

mod call;
mod draw;
mod end;
mod list;
mod page;

pub use call::save_call;
pub use draw::draw;
pub use end::{end, remove};
pub use list::list;
pub use page::page;
