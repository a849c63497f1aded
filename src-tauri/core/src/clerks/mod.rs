//! Clerks' boards (员工): what each did in some days ([`board`]), who is behind a figure ([`people`]), the targets ([`targets`]), and
//! spot checks of archives ([`spot`]).

mod board;
mod new_vips;
mod people;
pub mod spot;
mod targets;

pub use board::board;
pub use people::people;
pub use targets::save_targets;
