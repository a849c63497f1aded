//! A workbook (`.xlsx`) as rows of text, read as it streams by: the same records as a text file gives, with Excel's row numbers.
//!
//! [`archive`] finds the parts in the container and inflates them under a bound, [`xml`] reads one part tag by tag, [`strings`]
//! and [`styles`] hold what cells refer to, [`book`] names the sheets, [`sheet`] reads one of them and [`cell`] turns a value into
//! what a person sees in the cell. No part is ever held whole but the shared texts, which have a bound of their own.

mod archive;
mod book;
mod cell;
mod merges;
mod sheet;
mod strings;
mod styles;
mod xml;

pub(super) use book::{Book, SheetName};
pub(super) use merges::Merges;
pub(super) use sheet::Sheet;

use crate::error::{Code, Error, Failure};

/// The largest workbook that is taken, in bytes as it lies on the disk.
pub const WORKBOOK_MAX: u64 = 64 << 20;

/// Something in a workbook passes a bound; travels through readers as the cause of an `io::Error`.
#[derive(Debug, thiserror::Error)]
#[error("{what} over {max}")]
struct Over {
    what: &'static str,
    max: u64,
}

impl Over {
    fn fault(what: &'static str, max: u64) -> std::io::Error {
        std::io::Error::other(Over { what, max })
    }
}

/// A bound that is passed where no reader stands between.
fn over(what: &'static str, max: u64) -> Error {
    Failure::new(Code::ImportTooLarge).with("what", what).with("max", max).into()
}

/// A workbook that ends too early or does not hold together.
fn cut_off() -> Error {
    Failure::new(Code::ImportCutOff).into()
}

/// What a fault while reading a part means: a bound, the disk, or damage.
fn fault(error: &std::io::Error) -> Error {
    if let Some(over) = error.get_ref().and_then(|cause| cause.downcast_ref::<Over>()) {
        return self::over(over.what, over.max);
    }
    match error.raw_os_error() {
        Some(code) => std::io::Error::from_raw_os_error(code).into(),
        None => cut_off(),
    }
}
