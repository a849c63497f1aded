//! What the law asks of a customer book (隐私): her copy, her erasure, the review of archives of people not seen for long, and what she
//! agreed to. Where her data lies is one list, [`crate::store`]`::personal`; copy, preview and erasure all go by it.

mod access_copy;
mod child;
mod erase;
mod of_customer;
mod readable;
mod reapply;
mod retention;
mod sensitive;
mod settings;

pub use access_copy::write_access_copy;
pub(crate) use child::{check_columns, guardian_agrees, guardian_of, is_child, needs_guardian, waits_for_guardian};
pub use erase::{clean_file, erase_customer, erase_customers, list_erasures, preview_erasure};
pub use of_customer::of_customer;
pub use reapply::{Register, reapply, register};
pub(crate) use reapply::{leave_in, settle};
pub use retention::{archive_customers, retention_review};
pub use sensitive::save_sensitive_consent;
pub(crate) use sensitive::{agree, agree_on_paper};
pub(crate) use settings::wording;
pub use settings::{save_settings, settings};

pub use crate::store::erasure::Erased;

/// The key in table `state` under which stands whether the file has still to be written anew after an erasure.
pub(crate) const UNCLEAN: &str = "erasure_unclean";
/// The most people of one act.
const PEOPLE: usize = 500;

use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;

/// Who was chosen, each once.
///
/// # Errors
/// `required` and `out_of_range` at `customers`.
fn chosen(customers: &[CustomerId]) -> Result<Vec<CustomerId>> {
    let mut chosen = customers.to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() {
        return Err(Failure::at(Code::Required, "customers").into());
    }
    if chosen.len() > PEOPLE {
        return Err(Failure::at(Code::OutOfRange, "customers").with("min", 1).with("max", PEOPLE).into());
    }
    Ok(chosen)
}
