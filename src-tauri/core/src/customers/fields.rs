//! What a customer's columns may hold.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::search::fold_phone;
use crate::wire::customers::CustomerFields;
use crate::wire::phone::{HIDDEN, Phone, Wechat, is_hidden};
use crate::wire::text::{self, LINE};
use rusqlite::Connection;

/// A name may be this long; some shops write a whole remark into it.
pub(super) const NAME: usize = 40;
/// How many phones one archive may have.
const PHONES: usize = 5;

/// Columns that passed every bound.
pub(super) struct Valid {
    pub fields: CustomerFields,
    /// Numbers as typed, with their folded digits.
    pub phones: Vec<(String, String)>,
    pub joined_on: Option<Day>,
}

/// Checks the columns one by one; the failure names the field.
pub(super) fn valid(fields: &CustomerFields, today: Day) -> Result<Valid> {
    let line = |field: &str, value: &Option<String>, max| text::line(field, value.as_deref(), max);
    let mut phones: Vec<(String, String)> = Vec::new();
    if fields.phones.len() > PHONES {
        return Err(Failure::at(Code::OutOfRange, "phones").with("min", 0).with("max", PHONES).into());
    }
    for (at, number) in fields.phones.iter().enumerate() {
        if let Some(number) = text::line(&format!("phones.{at}"), Some(&**number), 40)? {
            let digits = fold_phone(&number);
            // A hidden number that is none of hers has no figures to keep.
            if digits.is_empty() || number.contains(HIDDEN) {
                return Err(Failure::at(Code::TextInvalid, format!("phones.{at}")).into());
            }
            if phones.iter().all(|(_, d)| *d != digits) {
                phones.push((number, digits));
            }
        }
    }
    if fields.joined_on.is_some_and(|day| day > today) {
        return Err(Failure::at(Code::DayInFuture, "joined_on").into());
    }
    if let Some(birthday) = &fields.birthday
        && birthday.began_on().is_some_and(|born| born > today)
    {
        return Err(Failure::at(Code::DayInFuture, "birthday").into());
    }
    let valid = CustomerFields {
        name: text::required("name", &fields.name, NAME)?,
        member_no: line("member_no", &fields.member_no, 32)?,
        nickname: line("nickname", &fields.nickname, NAME)?,
        phones: phones.iter().map(|(number, _)| Phone::from(number.as_str())).collect(),
        gender: fields.gender,
        birthday: fields.birthday,
        age_band: line("age_band", &fields.age_band, 20)?,
        wechat: wechat(fields.wechat.as_ref())?,
        email: line("email", &fields.email, LINE)?,
        address: line("address", &fields.address, 200)?,
        preferred_channel: fields.preferred_channel,
        source: line("source", &fields.source, 40)?,
        referrer: fields.referrer,
        staff: fields.staff,
        joined_on: fields.joined_on,
        note: text::note("note", fields.note.as_deref())?,
    };
    Ok(Valid { joined_on: fields.joined_on, fields: valid, phones })
}

/// A name that came back hidden and is not hers has no figures to keep.
fn wechat(name: Option<&Wechat>) -> Result<Option<Wechat>> {
    let name = text::line("wechat", name.map(|name| &**name), 40)?;
    if name.as_deref().is_some_and(is_hidden) {
        return Err(Failure::at(Code::TextInvalid, "wechat").into());
    }
    Ok(name.map(Wechat::from))
}

/// The phones as they would be stored: as typed, with their folded digits.
///
/// # Errors
/// Those of the fields.
pub(crate) fn phones_of(fields: &CustomerFields, today: Day) -> Result<Vec<(String, String)>> {
    Ok(valid(fields, today)?.phones)
}

/// Checks what the columns point at.
pub(super) fn check_references(db: &Connection, fields: &CustomerFields, own: Option<crate::ids::CustomerId>) -> Result<()> {
    if let Some(referrer) = fields.referrer {
        if let Some(own) = own {
            crate::referrals::check(db, own, referrer)?;
        }
        crate::store::customer::name_of(db, referrer)?.ok_or_else(|| Failure::at(Code::NotFound, "referrer"))?;
    }
    if let Some(staff) = fields.staff {
        crate::store::staff::get(db, staff)?.ok_or_else(|| Failure::at(Code::NotFound, "staff"))?;
    }
    Ok(())
}
