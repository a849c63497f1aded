//! The customer book of one shop, without a screen.
//!
//! Reading order: [`money`], [`ids`], [`clock`], [`error`] are the words everything is written in; [`levels`] says
//! who has which level and why, [`points`] what her points are, [`vouchers`] what may be
//! taken off a bill, [`profile`] how well the shop knows her and what to ask next.

pub mod calendar;
pub mod clock;
pub mod error;
pub mod ids;
pub mod levels;
pub mod money;
pub mod points;
pub mod profile;
pub mod vouchers;
