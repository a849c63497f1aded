//! The customer book of one shop, without a screen.
//!
//! Reading order: [`money`], [`ids`], [`clock`], [`error`] are the words everything is written in; [`levels`] says
//! who has which level and why, [`points`] what her points are.

pub mod calendar;
pub mod clock;
pub mod error;
pub mod ids;
pub mod levels;
pub mod money;
pub mod points;
