//! What leaves the book: verified copies, the accountant's files and the owner's tables; and the check that the book is sound.

#![allow(clippy::unwrap_used, reason = "a test whose step fails has failed")]

mod backup;
mod broken;
mod changed_over;
mod check;
mod corrections;
mod everything;
mod folder;
mod invented;
mod older_folder;
mod round_trip;
mod tables;
mod weekly;
mod workbook;
mod xlsx;
