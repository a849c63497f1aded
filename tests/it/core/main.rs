//! Operations through the list, as the window asks for them, on a fixed clock.
#![expect(clippy::unwrap_used, reason = "a test whose step fails has failed")]

mod care;
mod care_days;
mod care_held;
mod care_rules;
mod care_texts;
mod clerks;
mod complaints;
mod contacts;
mod customers;
mod demo;
mod events;
mod festivals;
mod forecast;
mod history;
mod levels;
mod points;
mod privacy;
mod referrals;
mod refused_files;
mod segments;
mod segments_property;
mod tag_rules;
mod templates;
mod upgrade;
mod visits;
mod visits_correct;
mod visits_moved;
mod visits_once;
mod visits_prices;
mod visits_property;
mod visits_returns;
mod visits_rules;
mod vouchers;
mod wishes;
