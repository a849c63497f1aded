//! Care (关怀): whom to care for today, and when to be quiet.
//!
//! A task is a conclusion: [`derive`] makes it from facts, rules and today, so that a shop that opens the book once a month sees what one
//! sees that opened it daily, less what has run out. What a hand decided about a task is a fact, found again by rule, customer and cause.
//! The contact clock has the last word on each ([`derive::settle`]); what it keeps back is listed with the reason.
//!
//! Reading order: [`rule`], [`facts`], [`task`], [`derive`], then [`list`] (the tasks of all, kept in memory and brought up to date
//! customer by customer; [`worklist`] keeps them sorted and counted), then the verbs of the screens.

mod born;
mod call_sheet;
mod decide;
pub(crate) mod defaults;
mod derive;
mod dry_run;
mod facts;
mod follow_up;
mod list;
mod message;
mod of_customer;
mod of_day;
mod prospects;
mod row;
mod rule;
mod rules;
mod surroundings;
mod task;
mod today;
mod worklist;

pub use call_sheet::call_sheet;
pub use decide::decide;
#[cfg(test)]
pub(crate) use derive::intent as derive_intent;
pub use derive::{ShopCount, derive, of_shop, settle};
pub use dry_run::dry_run;
pub use facts::*;
pub(crate) use follow_up::set as set_follow_ups;
pub use follow_up::{remove as remove_follow_up, save as save_follow_up};
pub(crate) use list::{Cache, CareList};
pub use of_customer::of_customer;
pub use of_day::of_day;
pub(crate) use prospects::{Figures, Prospects};
pub use rule::*;
pub use rules::{list as list_rules, remove as remove_rule, save as save_rule};
pub use surroundings::*;
pub use task::*;
pub use today::{held, today};
