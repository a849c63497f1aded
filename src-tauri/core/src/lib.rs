//! The customer book of one shop, without a screen.
//!
//! Reading order: [`money`], [`ids`], [`clock`], [`error`] are the words everything is written in; [`shop`] is the open
//! book with its one door for writing; [`wire`] is what may be asked of it; [`ops`] is the one list of it all. Each concept
//! is a folder: pure rules (such as [`levels`], [`points`], [`vouchers`], [`profile`]) apart from the verbs, a file each;
//! [`store`] holds the SQL, [`presets`] what a new book starts with.

pub mod audit;
pub mod backup;
pub mod benefits;
pub mod calendar;
pub mod care;
pub mod check;
pub mod clerks;
pub mod clock;
pub mod complaints;
pub mod contacts;
pub mod customers;
pub mod demo;
pub mod duplicates;
pub mod encryption;
pub mod error;
pub mod events;
pub mod everything;
pub mod export;
pub mod festivals;
mod folder;
pub mod forecast;
pub mod history;
pub mod hours;
pub mod ids;
pub mod import;
pub mod insight;
pub mod levels;
pub mod lock;
pub mod messages;
pub mod money;
pub mod op;
pub mod opening;
pub mod ops;
pub mod place;
pub mod points;
pub mod presets;
pub mod privacy;
pub mod profile;
pub mod progress;
pub mod referrals;
pub mod search;
pub mod segments;
pub mod settings;
pub mod shop;
pub mod staff;
pub mod stats;
pub mod store;
pub mod tags;
pub mod templates;
pub mod visits;
pub mod vouchers;
pub mod wire;
pub mod wishes;
