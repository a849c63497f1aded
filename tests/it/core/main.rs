//! Operations through the list, as the window asks for them, on a fixed clock.

mod customers;
mod demo;
mod history;
mod levels;
mod points;
mod visits;
mod vouchers;
