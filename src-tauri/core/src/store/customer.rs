//! Table `customer`.

use super::facts::{birthday_from, birthday_of};
use crate::calendar::{CalendarKind, RecurringDate};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::customers::{Customer, CustomerFields, Gender, Person, Status};
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str =
    "id, member_no, name, nickname, gender, birthday_calendar, birthday_year, birthday_month, birthday_day, birthday_leap,
    age_band, wechat, email, address, preferred_channel, source, referrer_id, staff_id, joined_on, note, status, merged_into_id";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Customer> {
    Ok(Customer {
        id: row.get("id")?,
        fields: CustomerFields {
            name: row.get("name")?,
            member_no: row.get("member_no")?,
            nickname: row.get("nickname")?,
            phones: Vec::new(),
            gender: row.get::<_, Option<Gender>>("gender")?,
            birthday: birthday_of(row)?,
            age_band: row.get("age_band")?,
            wechat: row.get("wechat")?,
            email: row.get("email")?,
            address: row.get("address")?,
            preferred_channel: row.get("preferred_channel")?,
            source: row.get("source")?,
            referrer: row.get("referrer_id")?,
            staff: row.get("staff_id")?,
            joined_on: row.get("joined_on")?,
            note: row.get("note")?,
        },
        status: row.get("status")?,
        merged_into: row.get("merged_into_id")?,
    })
}

/// One archive, with its phones. Of somebody who was erased there is none, though a row without a word is left for the sums.
pub(crate) fn get(db: &Connection, id: CustomerId) -> Result<Option<Customer>> {
    let sql = format!("SELECT {COLUMNS} FROM customer WHERE id = :id AND NOT EXISTS (SELECT 1 FROM erasure WHERE customer_id = :id)");
    let found = super::row(db, &sql, named_params! {":id": id}, from_row)?;
    let Some(mut customer) = found else { return Ok(None) };
    customer.fields.phones = super::phone::numbers(db, id)?;
    Ok(Some(customer))
}

/// Whether an archive is in use, and its birthday.
pub(crate) struct Standing {
    pub status: Status,
    pub merged_into: Option<CustomerId>,
    pub birthday: Option<RecurringDate>,
}

/// What a visit asks of an archive; none of somebody who was erased.
pub(crate) fn standing(db: &Connection, id: CustomerId) -> Result<Option<Standing>> {
    super::row(
        db,
        "SELECT status, merged_into_id, birthday_calendar, birthday_year, birthday_month, birthday_day, birthday_leap FROM customer
         WHERE id = :id AND NOT EXISTS (SELECT 1 FROM erasure WHERE customer_id = :id)",
        named_params! {":id": id},
        |row| Ok(Standing { status: row.get(0)?, merged_into: row.get(1)?, birthday: birthday_from(row, 2)? }),
    )
}

/// The name alone; none of somebody who was erased.
pub(crate) fn name_of(db: &Connection, id: CustomerId) -> Result<Option<String>> {
    let sql = "SELECT name FROM customer WHERE id = :id AND NOT EXISTS (SELECT 1 FROM erasure WHERE customer_id = :id)";
    super::row(db, sql, named_params! {":id": id}, |row| row.get(0))
}

/// Who has a member number.
pub(crate) fn by_member_no(db: &Connection, member_no: &str) -> Result<Option<CustomerId>> {
    super::row(db, "SELECT id FROM customer WHERE member_no = :no", named_params! {":no": member_no}, |row| row.get(0))
}

/// A customer in one line.
pub(crate) fn person(db: &Connection, id: CustomerId) -> Result<Option<Person>> {
    super::row(
        db,
        "SELECT c.id, c.member_no, c.name, (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1)
         FROM customer c WHERE c.id = :id",
        named_params! {":id": id},
        |row| Ok(Person { id: row.get(0)?, member_no: row.get(1)?, name: row.get(2)?, phone: row.get(3)? }),
    )
}

/// The columns of a row about to be written.
pub(crate) struct NewRow<'a> {
    pub fields: &'a CustomerFields,
    pub member_no: &'a str,
    pub name_key: &'a str,
    pub joined_on: Day,
}

struct BirthdayColumns(Option<&'static str>, Option<i32>, Option<u8>, Option<u8>, bool);

fn birthday_columns(birthday: Option<&RecurringDate>) -> BirthdayColumns {
    match birthday {
        Some(date) => {
            let calendar = if date.calendar() == CalendarKind::Lunar { "lunar" } else { "solar" };
            BirthdayColumns(Some(calendar), date.year(), Some(date.month()), Some(date.day()), date.leap())
        }
        None => BirthdayColumns(None, None, None, None, false),
    }
}

/// Adds an archive.
pub(crate) fn insert(db: &Connection, new: &NewRow<'_>) -> Result<CustomerId> {
    let f = new.fields;
    let BirthdayColumns(calendar, year, month, day, leap) = birthday_columns(f.birthday.as_ref());
    super::run(
        db,
        "INSERT INTO customer (member_no, name, name_key, nickname, gender, birthday_calendar, birthday_year, birthday_month, birthday_day,
           birthday_leap, age_band, wechat, email, address, preferred_channel, source, referrer_id, staff_id, joined_on, note)
         VALUES (:member_no, :name, :name_key, :nickname, :gender, :calendar, :year, :month, :day, :leap, :age_band, :wechat, :email,
           :address, :channel, :source, :referrer, :staff, :joined_on, :note)",
        named_params! {
            ":member_no": new.member_no, ":name": f.name, ":name_key": new.name_key, ":nickname": f.nickname, ":gender": f.gender,
            ":calendar": calendar, ":year": year, ":month": month, ":day": day, ":leap": leap, ":age_band": f.age_band,
            ":wechat": f.wechat, ":email": f.email, ":address": f.address, ":channel": f.preferred_channel, ":source": f.source,
            ":referrer": f.referrer, ":staff": f.staff, ":joined_on": new.joined_on, ":note": f.note,
        },
    )?;
    Ok(CustomerId(db.last_insert_rowid()))
}

/// Changes an archive's columns.
pub(crate) fn update(db: &Connection, id: CustomerId, new: &NewRow<'_>) -> Result<()> {
    let f = new.fields;
    let BirthdayColumns(calendar, year, month, day, leap) = birthday_columns(f.birthday.as_ref());
    super::run(
        db,
        "UPDATE customer SET member_no = :member_no, name = :name, name_key = :name_key, nickname = :nickname, gender = :gender,
           birthday_calendar = :calendar, birthday_year = :year, birthday_month = :month, birthday_day = :day, birthday_leap = :leap,
           age_band = :age_band, wechat = :wechat, email = :email, address = :address, preferred_channel = :channel, source = :source,
           referrer_id = :referrer, staff_id = :staff, joined_on = :joined_on, note = :note
         WHERE id = :id",
        named_params! {
            ":id": id, ":member_no": new.member_no, ":name": f.name, ":name_key": new.name_key, ":nickname": f.nickname,
            ":gender": f.gender, ":calendar": calendar, ":year": year, ":month": month, ":day": day, ":leap": leap,
            ":age_band": f.age_band, ":wechat": f.wechat, ":email": f.email, ":address": f.address, ":channel": f.preferred_channel,
            ":source": f.source, ":referrer": f.referrer, ":staff": f.staff, ":joined_on": new.joined_on, ":note": f.note,
        },
    )?;
    Ok(())
}

/// Sets the status.
pub(crate) fn set_status(db: &Connection, id: CustomerId, status: Status, merged_into: Option<CustomerId>) -> Result<()> {
    super::run(
        db,
        "UPDATE customer SET status = :status, merged_into_id = :merged WHERE id = :id",
        named_params! {":id": id, ":status": status, ":merged": merged_into},
    )?;
    Ok(())
}

/// The number the next archive would be given by itself, from its id.
pub(crate) fn next_id(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT seq FROM sqlite_sequence WHERE name = 'customer'", [], |row| row.get::<_, i64>(0))?.unwrap_or(0) + 1)
}
