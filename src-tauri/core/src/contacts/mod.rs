//! Contacts (联系): what is known of a customer ([`facts`]) and whether she may be addressed today ([`clock`]); then the log of calls,
//! messages and talks, what she wants to hear, and her consents.

mod card;
pub mod clock;
mod consent;
mod correct;
pub mod facts;
mod list;
mod log;
mod replied;
mod settings;
mod stats;
mod wish;

pub(crate) use card::card;
pub(crate) use consent::{keep_the_stricter, keep_the_stricter_of_fields, without_guardian};
pub use consent::{list_consents, save_consent};
pub use correct::{correct, remove};
pub use list::list;
pub use log::log;
pub(crate) use log::{NewContact, write_down};
pub use replied::mark_replied;
pub use settings::{save_settings, settings};
pub use stats::stats;
pub use wish::set_wish;

use crate::clock::{Day, Millis, Now};
use crate::error::{Code, Failure, Result};
use crate::wire::contacts::{ContactChannel, Direction, Outcome};
use chrono::Datelike;

/// The first year a contact may be dated in.
const FIRST_YEAR: i32 = 2000;

/// The instant of a contact on a day: now for one of today, noon for one that is written down later.
///
/// # Errors
/// `day_in_future`, and `out_of_range` before the year 2000.
fn moment(day: Day, now: Now) -> Result<Millis> {
    if day > now.day() {
        return Err(Failure::at(Code::DayInFuture, "day").into());
    }
    if day.year() < FIRST_YEAR {
        return Err(Failure::at(Code::OutOfRange, "day").with("min", format!("{FIRST_YEAR}-01-01")).with("max", now.day()).into());
    }
    let noon = day.and_hms_opt(12, 0, 0).and_then(|noon| noon.and_local_timezone(*now.at.offset()).single());
    Ok(if day == now.day() { now.millis() } else { noon.map_or(now.millis(), |noon| noon.timestamp_millis()) })
}

/// Whether an outcome can come of a contact: nobody picks up a letter, and a talk is not sent.
///
/// # Errors
/// `choice_invalid` at `outcome`.
fn check_outcome(channel: ContactChannel, direction: Direction, outcome: Outcome) -> Result<()> {
    use ContactChannel::{InPerson, Phone, Wechat};
    let can = match outcome {
        Outcome::Sent => !matches!(channel, Phone | InPerson) && direction == Direction::Out,
        // WeChat carries calls as well as messages.
        Outcome::NoAnswer => matches!(channel, Phone | Wechat) && direction == Direction::Out,
        Outcome::Reached => matches!(channel, Phone | Wechat | InPerson),
        Outcome::Replied => channel != InPerson,
    };
    if can { Ok(()) } else { Err(Failure::at(Code::ChoiceInvalid, "outcome").into()) }
}
