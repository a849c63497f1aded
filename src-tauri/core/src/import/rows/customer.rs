//! A row of customers.

use super::super::columns::{Field, Kind};
use super::super::flag::FlagCode;
use super::super::table::Mark;
use super::super::values::{number, phone, word};
use super::ours;
use super::{ADDRESS_MAX, LINE_MAX, NOTE_MAX, Reading, STAFF_MAX, TypedRow, WORD_MAX};
use crate::calendar::{Birthday, CalendarKind};
use crate::clock::Day;
use crate::money::Fen;
use crate::wire::customers::{Channel, Gender, Status};

/// The most tags and phones that are taken for one customer.
const TAGS_MAX: usize = 30;
const PHONES_MAX: usize = 5;

/// An answer to a field of the shop's catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The field's key, such as `top_size`.
    pub key: String,
    /// The answer as in the file.
    pub value: String,
}

/// One customer as a file has her. What is empty in the file is empty here and never wipes what the book has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerRow {
    /// Member card number.
    pub member_no: Option<String>,
    /// Name; where the file has none, her phone or member number.
    pub name: Option<String>,
    /// Whether the name is one that stands in.
    pub is_name_missing: bool,
    /// How she likes to be addressed.
    pub nickname: Option<String>,
    /// Woman or man.
    pub gender: Option<Gender>,
    /// Phones, the main one first.
    pub phones: Vec<String>,
    /// WeChat.
    pub wechat: Option<String>,
    /// Email.
    pub email: Option<String>,
    /// Birthday in its own calendar.
    pub birthday: Option<Birthday>,
    /// Address, with the region in front.
    pub address: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// How she came to the shop.
    pub source: Option<String>,
    /// Who brought her, as the file says it.
    pub referrer: Option<String>,
    /// The clerk who looks after her.
    pub staff: Option<String>,
    /// Day the archive was opened.
    pub joined: Option<Day>,
    /// Level in the old system.
    pub level: Option<String>,
    /// Opening balance of points.
    pub points: Option<i64>,
    /// Opening balance of spend.
    pub spend: Option<Fen>,
    /// Opening balance of purchases.
    pub visits_count: Option<i64>,
    /// About how old she is.
    pub age_band: Option<String>,
    /// How she likes to be reached.
    pub preferred_channel: Option<Channel>,
    /// Whether the archive is in use.
    pub status: Option<Status>,
    /// What goes into the note, a piece a column.
    pub notes: Vec<String>,
    /// Answers to catalogue fields.
    pub facts: Vec<Fact>,
}

impl TypedRow for CustomerRow {
    const KIND: Kind = Kind::Customers;

    fn read(r: &mut Reading<'_>) -> Option<CustomerRow> {
        if r.is_empty(Field::MemberNo) && r.is_empty(Field::Name) && r.is_empty(Field::Phone) {
            let named = [Field::MemberNo, Field::Name, Field::Phone].into_iter().find(|&field| r.has(field))?;
            r.reject(named, FlagCode::RequiredMissing);
            return None;
        }
        let member_no = r.code(Field::MemberNo, true);
        let name = r.text_or_fault(Field::Name, WORD_MAX);
        let mut row = CustomerRow {
            member_no,
            name: name.clone().unwrap_or_default(),
            nickname: r.text(Field::Nickname, WORD_MAX),
            gender: r.value(Field::Gender, word::gender).flatten(),
            wechat: r.text(Field::Wechat, WORD_MAX),
            email: r.text(Field::Email, LINE_MAX),
            birthday: birthday(r),
            source: r.text(Field::Source, WORD_MAX),
            referrer: r.text(Field::Referrer, LINE_MAX),
            staff: r.text(Field::Staff, STAFF_MAX),
            joined: r.day(Field::Joined),
            level: r.text(Field::Level, LINE_MAX),
            points: r.whole(Field::Points),
            spend: r.money(Field::Spend),
            visits_count: r.value(Field::VisitsCount, |cell| number::whole(cell).and_then(counted)),
            age_band: r.text(Field::AgeBand, STAFF_MAX),
            preferred_channel: r.value(Field::PreferredChannel, ours::channel),
            status: r.value(Field::Status, ours::status),
            notes: r.notes(),
            ..CustomerRow::default()
        };
        for field in [Field::Phone, Field::Phone2] {
            phones(r, field, &mut row.phones);
        }
        row.address = address(r);
        row.tags = tags(r);
        for (position, key) in r.columns.profile() {
            if let Some(value) = r.text_at(*position, LINE_MAX) {
                row.facts.push(Fact { key: key.clone(), value });
            }
        }
        if row.name.is_none() {
            row.name = row.phones.first().or(row.member_no.as_ref()).cloned();
            row.is_name_missing = true;
            let field = if r.has(Field::Name) { Field::Name } else { Field::Phone };
            match (row.name.is_some(), name) {
                (true, Ok(_)) => r.note(field, FlagCode::NameMissing),
                (true, Err(FlagCode::TextTooLong)) => r.note(field, FlagCode::NameTooLong),
                (true, Err(_)) => r.note(field, FlagCode::NameUnreadable),
                // Without any of the three there is nobody to keep an archive of.
                (false, Ok(_)) => r.reject(field, FlagCode::RequiredMissing),
                (false, Err(fault)) => r.reject(field, fault),
            }
        }
        Some(row)
    }
}

/// Nobody came less than never.
fn counted(number: i64) -> Result<i64, FlagCode> {
    if number < 0 { Err(FlagCode::QuantityInvalid) } else { Ok(number) }
}

fn birthday(r: &mut Reading<'_>) -> Option<Birthday> {
    let said = r.value(Field::BirthdayType, word::calendar);
    let read = |calendar: Option<CalendarKind>| {
        move |cell: &str| {
            Birthday::parse(cell, calendar).map_err(|_| {
                let is_number = cell.len() == 5 && cell.bytes().all(|b| b.is_ascii_digit());
                if is_number { FlagCode::DateSerial } else { FlagCode::BirthdayInvalid }
            })
        }
    };
    // A column that is lunar by its heading is what the customer keeps, if she has both.
    let lunar = r.value(Field::LunarBirthday, read(Some(CalendarKind::Lunar)));
    let rules = r.columns.day_rules(Field::Birthday);
    let is_serial = rules.serial.is_some() && super::number::whole(r.cell(Field::Birthday)).is_ok_and(|n| n < 100_000);
    let is_year_last = said != Some(CalendarKind::Lunar) && super::day::year_last(r.cell(Field::Birthday)).is_some();
    let is_year_less = r.columns.position(Field::Birthday).and_then(|at| r.record.mark(at)) == Some(Mark::NoYear);
    let plain = if is_year_less {
        // 2026-05-12 that is shown as 5月12日: the year is the one in which it was typed.
        r.value(Field::Birthday, |cell| read(said)(cell.get(5..10).unwrap_or_default()))
    } else if is_serial || is_year_last {
        r.day(Field::Birthday).and_then(|day| Birthday::from_day(day).ok())
    } else {
        r.value(Field::Birthday, read(said))
    };
    lunar.or(plain)
}

fn phones(r: &mut Reading<'_>, field: Field, phones: &mut Vec<String>) {
    let Some(found) = r.value(field, phone::phones) else { return };
    for (phone, odd) in found {
        if let Some(odd) = odd {
            r.note(field, odd);
        }
        if phones.len() == PHONES_MAX {
            r.note(field, FlagCode::TextTooLong);
            return;
        }
        if !phones.contains(&phone) {
            phones.push(phone);
        }
    }
}

fn address(r: &mut Reading<'_>) -> Option<String> {
    let columns = r.columns;
    let mut parts: Vec<String> = columns.regions().iter().filter_map(|&position| r.text_at(position, LINE_MAX)).collect();
    let street = r.text(Field::Address, ADDRESS_MAX);
    // 杭州市 before an address that says 杭州市 already adds nothing.
    parts.retain(|part| street.as_ref().is_none_or(|street| !street.contains(part.as_str())));
    parts.extend(street);
    let all = parts.join(" ");
    (!all.is_empty()).then_some(all)
}

fn tags(r: &mut Reading<'_>) -> Vec<String> {
    let Some(text) = r.text(Field::Tags, NOTE_MAX) else { return Vec::new() };
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(['|', ';', '；', ',', '，', '、', '\n']).map(str::trim).filter(|tag| !tag.is_empty()) {
        if tag.chars().count() > STAFF_MAX || tags.len() == TAGS_MAX {
            r.note(Field::Tags, FlagCode::TextTooLong);
        } else if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
