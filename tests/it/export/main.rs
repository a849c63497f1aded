//! What leaves the book: verified copies and the accountant's files; and the check that the book itself is sound.

mod backup;
mod broken;
mod check;
