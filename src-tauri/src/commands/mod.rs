//! What the page may ask of the shell. Each command turns a wire request into one call and its answer; it decides nothing.
//!
//! Everything about customers and visits goes through [`call::call`], so that the window, the command line and the page's
//! client share one list of operations. The others are about the window itself: which file is open, and the system's dialogs.

pub mod call;
pub mod choose;
pub mod shop;
