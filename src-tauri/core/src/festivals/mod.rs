//! Festivals of the shop's calendar: on which day they fall ([`rule`]), the list the owner keeps, and the month at a glance with
//! festivals, closed days and birthdays.

mod birthdays;
mod defaults;
mod list;
mod month;
mod rule;
mod save;
mod terms;

pub use birthdays::list_birthdays;
pub(crate) use defaults::fill;
#[cfg(test)]
pub(crate) use defaults::preset_keys;
pub use list::list;
pub use month::month;
pub use rule::{Festival, FestivalDay, FestivalRule, Occurrence, occurrences};
pub use save::{remove, save};
pub use terms::SolarTerm;
