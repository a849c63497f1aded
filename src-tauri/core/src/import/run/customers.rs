//! Customers: who is new, who is known, and what the file adds to her.

use super::Desk;
use super::book::{Book, Referred};
use super::changes::{self, Done};
use super::fields;
use super::opening::{self, insert_fact};
use super::tally::{Outcome, Remarks, each_row};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::import::catalogue;
use crate::import::columns::Field;
use crate::import::flag::FlagCode;
use crate::import::preview::shown;
use crate::import::reader::TableReader;
use crate::import::rows::{CustomerRow, Fact, NOTE_MAX};
use crate::import::values::day::{self, DayRules};
use crate::privacy::{agree_on_paper, guardian_of, is_child, waits_for_guardian};
use crate::search::{fold_phone, sort_key};
use crate::store::{bulk, customer, phone, profile, tag};
use crate::wire::customers::{Customer, CustomerFields, Status};
use crate::wire::profile::{FieldKind, ProfileField};
use chrono::Datelike;
use std::fs::File;

/// The most phones of one archive, as where they are typed by hand.
const PHONES_MAX: usize = 5;

pub(super) fn take(book: &mut Book<'_>, mut reader: TableReader<File, CustomerRow>, desk: &mut Desk<'_>) -> Result<()> {
    let mut columns = shown(reader.columns());
    catalogue::name(&profile::fields(book.tx.db())?, reader.columns(), &mut columns);
    let made = fields::make(book, reader.columns())?;
    for (position, field) in &made {
        reader.put_into_catalogue(*position, field.key.clone());
    }
    each_row(book, reader, columns, desk, store)?;
    for (position, field) in made {
        desk.report.file(desk.at).columns[position].choices = fields::offer(book, field)?;
    }
    Ok(())
}

fn store(book: &mut Book<'_>, mut row: CustomerRow, remarks: &mut Remarks<'_>) -> Result<Outcome> {
    let today = book.tx.day();
    if row.joined.is_some_and(|day| day > today) {
        remarks.note(Field::Joined, FlagCode::DateInFuture);
        row.joined = None;
    }
    if row.birthday.is_some_and(|birthday| birthday.year().is_some_and(|year| year > today.year())) {
        remarks.note(Field::Birthday, FlagCode::DateInFuture);
        row.birthday = None;
    }
    match find(book, &row, remarks)? {
        Found::Repeated(field) => Ok(remarks.reject(field, FlagCode::MemberRepeated)),
        Found::Known(id) => {
            of_a_child(book, Some(id), &mut row, remarks)?;
            if book.is_new_customer(id) {
                // An earlier file of this import brought her; what this one adds is taken away whole by its undo as well.
                let tx = book.tx;
                return tx.unrecorded(|| complete(book, id, &row, remarks));
            }
            complete(book, id, &row, remarks)
        }
        Found::Nobody => {
            of_a_child(book, None, &mut row, remarks)?;
            add(book, &row, remarks)?;
            Ok(Outcome::New)
        }
    }
}

/// Of a child for whom no guardian agreed only that comes in which is needed to know her again and to ask.
fn of_a_child(book: &Book<'_>, known: Option<CustomerId>, row: &mut CustomerRow, remarks: &mut Remarks<'_>) -> Result<()> {
    let (db, today) = (book.tx.db(), book.tx.day());
    let waits = match (&row.birthday, known) {
        (None, None) => false,
        (Some(born), None) => is_child(Some(born), today),
        (Some(born), Some(id)) => is_child(Some(born), today) && guardian_of(db, id)?.is_none(),
        (None, Some(id)) => waits_for_guardian(db, id, today)?,
    };
    if !waits {
        return Ok(());
    }
    let mut left_out: Vec<Field> = row.gender.take().map(|_| Field::Gender).into_iter().collect();
    left_out.extend((!std::mem::take(&mut row.notes).is_empty()).then_some(Field::Note));
    let words = [
        (&mut row.nickname, Field::Nickname),
        (&mut row.wechat, Field::Wechat),
        (&mut row.email, Field::Email),
        (&mut row.address, Field::Address),
    ];
    left_out.extend(words.into_iter().filter_map(|(column, field)| column.take().map(|_| field)));
    left_out.into_iter().for_each(|field| remarks.note(field, FlagCode::GuardianMissing));
    for fact in std::mem::take(&mut row.facts) {
        remarks.note_answer(&fact.key, FlagCode::GuardianMissing);
    }
    Ok(())
}

enum Found {
    Nobody,
    Known(CustomerId),
    /// An earlier row of the same file is the same customer; the field says by what.
    Repeated(Field),
}

fn find(book: &Book<'_>, row: &CustomerRow, remarks: &mut Remarks<'_>) -> Result<Found> {
    let db = book.tx.db();
    let found = |id: CustomerId, field| if book.is_of_this_file(id) { Found::Repeated(field) } else { Found::Known(id) };
    if let Some(member_no) = &row.member_no
        && let Some(id) = bulk::member(db, member_no)?
    {
        return Ok(found(id, Field::MemberNo));
    }
    let name = row.name.as_deref().unwrap_or_default();
    for number in &row.phones {
        let owners = bulk::phone_owners(db, &fold_phone(number))?;
        // A member number that the book does not have makes her somebody else, whose family may share the phone.
        if row.member_no.is_none()
            && let [(id, owner)] = &owners[..]
            && (owner == name || row.is_name_missing)
        {
            return Ok(found(*id, Field::Phone));
        }
        if !owners.is_empty() {
            remarks.note(Field::Phone, FlagCode::PhoneTaken);
            return Ok(Found::Nobody);
        }
    }
    if row.member_no.is_none()
        && row.phones.is_empty()
        && let Some(birthday) = &row.birthday
        && let [id] = bulk::named_and_born(db, &sort_key(name), name, birthday)?[..]
    {
        return Ok(found(id, Field::Name));
    }
    Ok(Found::Nobody)
}

fn add(book: &mut Book<'_>, row: &CustomerRow, remarks: &mut Remarks<'_>) -> Result<()> {
    let db = book.tx.db();
    let staff = row.staff.as_deref().map(|name| book.staff(name)).transpose()?;
    let mut fields = empty_fields();
    fill(&mut fields, row);
    fields.staff = staff;
    let member_no = match &row.member_no {
        Some(member_no) => member_no.clone(),
        None => own_number(book)?,
    };
    let new = customer::NewRow {
        name_key: &sort_key(&fields.name),
        member_no: &member_no,
        joined_on: row.joined.unwrap_or_else(|| book.tx.day()),
        fields: &fields,
    };
    let id = customer::insert(db, &new)?;
    for (position, number) in row.phones.iter().enumerate() {
        phone::insert(db, id, number, &fold_phone(number), position)?;
    }
    if row.joined.is_none() {
        book.no_joined.insert(id);
    }
    if let Some(status) = row.status.filter(|status| *status != Status::Active) {
        // A row that came in by this import is taken away whole by its undo.
        book.tx.unrecorded(|| customer::set_status(db, id, status, None))?;
    }
    introduce(book, id, row, remarks, Outcome::New);
    put_tags(book, id, &row.tags)?;
    learn(book, id, &row.facts, &[], remarks)?;
    opening::open(book, id, row, remarks)
}

/// Keeps who is said to have brought her, to be found once everybody is there.
fn introduce(book: &mut Book<'_>, customer: CustomerId, row: &CustomerRow, remarks: &Remarks<'_>, outcome: Outcome) {
    if let Some(referrer) = &row.referrer {
        book.referred.push(Referred { customer, file: book.file, line: remarks.line, outcome, referrer: referrer.clone() });
    }
}

/// Adds to a known customer what the file says; what it leaves empty stays.
fn complete(book: &mut Book<'_>, id: CustomerId, row: &CustomerRow, remarks: &mut Remarks<'_>) -> Result<Outcome> {
    let db = book.tx.db();
    let Some(old) = customer::get(db, id)? else { return Ok(Outcome::Known) };
    let mut fields = old.fields.clone();
    fill(&mut fields, row);
    if row.is_name_missing {
        fields.name.clone_from(&old.fields.name);
    }
    fields.note = with_notes(old.fields.note.as_deref(), &row.notes);
    if fields.note.as_ref().is_some_and(|note| note.chars().count() > NOTE_MAX) {
        remarks.note(Field::Note, FlagCode::TextTooLong);
        fields.note.clone_from(&old.fields.note);
    }
    fields.joined_on = row.joined.or(old.fields.joined_on);
    if row.joined.is_some() {
        book.no_joined.remove(&id);
    }
    if let Some(name) = &row.staff {
        fields.staff = Some(book.staff(name)?);
    }
    // Whether an archive is in use is decided at the counter, each time with a reason; a file only says that it thinks otherwise.
    if row.status.is_some_and(|status| status != old.status) {
        remarks.note(Field::Status, FlagCode::StatusKept);
    }
    let mut is_changed = fields != old.fields;
    if is_changed {
        let new = customer::NewRow {
            name_key: &sort_key(&fields.name),
            member_no: old.fields.member_no.as_deref().unwrap_or_default(),
            joined_on: fields.joined_on.unwrap_or_else(|| book.tx.day()),
            fields: &fields,
        };
        customer::update(db, id, &new)?;
    }
    let mut phones = Vec::new();
    let mut known: Vec<String> = old.fields.phones.iter().map(|number| fold_phone(number)).collect();
    for number in &row.phones {
        let digits = fold_phone(number);
        if known.contains(&digits) {
            continue;
        }
        if known.len() == PHONES_MAX {
            remarks.note(Field::Phone, FlagCode::TextTooLong);
            break;
        }
        if bulk::phone_owners(db, &digits)?.iter().any(|(owner, _)| *owner != id) {
            remarks.note(Field::Phone, FlagCode::PhoneTaken);
        }
        phone::insert(db, id, number, &digits, known.len())?;
        known.push(digits);
        phones.push(number.clone());
    }
    let tags = put_tags(book, id, &row.tags)?;
    let held = if remarks.columns.profile().is_empty() { Vec::new() } else { profile::current(db, id)? };
    let learned = learn(book, id, &row.facts, &held, remarks)?;
    is_changed |= !(phones.is_empty() && tags.is_empty() && learned.is_empty());
    let opened = opening::complete(book, id, row, remarks)?;
    is_changed |= !opened.is_empty();
    let outcome = if is_changed { Outcome::Changed } else { Outcome::Known };
    if old.fields.referrer.is_none() {
        introduce(book, id, row, remarks, outcome);
    }
    if is_changed && remarks.tells_changes {
        let new = Customer { fields, ..old.clone() };
        let done = Done { old: &old, new: &new, phones: &phones, tags: &tags, opened: &opened, learned: &learned, held: &held };
        remarks.change = Some(changes::of(book, &done, remarks)?);
    }
    Ok(outcome)
}

/// Puts what the row says over what is there.
fn fill(fields: &mut CustomerFields, row: &CustomerRow) {
    fn put<T: Clone>(to: &mut Option<T>, from: &Option<T>) {
        if from.is_some() {
            to.clone_from(from);
        }
    }
    if let Some(name) = &row.name {
        fields.name.clone_from(name);
    }
    put(&mut fields.nickname, &row.nickname);
    put(&mut fields.gender, &row.gender);
    put(&mut fields.birthday, &row.birthday);
    put(&mut fields.wechat, &row.wechat.as_deref().map(Into::into));
    put(&mut fields.email, &row.email);
    put(&mut fields.address, &row.address);
    put(&mut fields.source, &row.source);
    put(&mut fields.age_band, &row.age_band);
    put(&mut fields.preferred_channel, &row.preferred_channel);
    put(&mut fields.note, &with_notes(None, &row.notes));
}

/// What goes into a note is added below what is there, never put in its place; what stands there already is not repeated.
fn with_notes(old: Option<&str>, pieces: &[String]) -> Option<String> {
    let mut note = old.map(str::to_owned);
    for piece in pieces {
        note = Some(match note {
            Some(note) if note.contains(piece.as_str()) => note,
            Some(note) => format!("{note}\n{piece}"),
            None => piece.clone(),
        });
    }
    note
}

/// Puts tags on; gives those that she did not have.
fn put_tags(book: &mut Book<'_>, id: CustomerId, tags: &[String]) -> Result<Vec<String>> {
    let mut added = Vec::new();
    for name in tags {
        let tag = book.tag(name)?;
        if tag::add(book.tx.db(), id, tag, book.tx.day())? > 0 {
            added.push(name.clone());
        }
    }
    Ok(added)
}

/// What was learned in one field.
pub(super) struct Learned {
    pub key: String,
    pub label: String,
    pub before: Vec<String>,
    pub after: Vec<String>,
}

/// Writes answers to catalogue fields: a choice takes the place of the one before, a multi-choice is added to.
fn learn(
    book: &Book<'_>,
    id: CustomerId,
    facts: &[Fact],
    held: &[(crate::ids::FieldId, crate::wire::profile::ProfileValue)],
    remarks: &mut Remarks<'_>,
) -> Result<Vec<Learned>> {
    let mut learned: Vec<Learned> = Vec::new();
    for fact in facts {
        // Fields that the shop does not ask for are reported with the columns.
        let Some(field) = book.fields.get(&fact.key) else { continue };
        let Some(values) = answer(field, &fact.value) else {
            remarks.note_answer(&fact.key, FlagCode::AnswerInvalid);
            continue;
        };
        if field.is_sensitive && !agree_on_paper(book.tx, id, field.id, book.on_paper.as_deref())? {
            remarks.note_answer(&fact.key, FlagCode::ConsentMissing);
            continue;
        }
        let of_field = || held.iter().filter(|(held_field, _)| *held_field == field.id).map(|(_, value)| value);
        let before: Vec<String> = of_field().map(|old| old.value.clone()).collect();
        let mut after = if field.kind == FieldKind::Multi { before.clone() } else { Vec::new() };
        let mut is_changed = false;
        for value in values {
            if before.contains(&value) {
                continue;
            }
            if field.kind != FieldKind::Multi {
                for old in of_field() {
                    profile::end_value(book.tx.db(), old.id, book.tx.day())?;
                }
            }
            insert_fact(book, id, field, &value)?;
            fields::found(book, field.id, &value);
            after.push(value);
            is_changed = true;
        }
        if is_changed {
            learned.push(Learned { key: field.key.clone(), label: field.label.clone(), before, after });
        }
    }
    Ok(learned)
}

/// The values of a cell as the field keeps them; nothing if it cannot.
fn answer(field: &ProfileField, cell: &str) -> Option<Vec<String>> {
    match field.kind {
        FieldKind::Multi => {
            let mut values: Vec<String> = Vec::new();
            for value in cell.split(['|', ';', '；', ',', '，', '、']).map(str::trim).filter(|value| !value.is_empty()) {
                if !values.iter().any(|known| known == value) {
                    values.push(value.to_owned());
                }
            }
            Some(values)
        }
        FieldKind::Number => cell.parse::<rust_decimal::Decimal>().ok().map(|_| vec![cell.to_owned()]),
        FieldKind::Date => day::day(cell, DayRules::default()).ok().map(|(day, _): (Day, _)| vec![day.to_string()]),
        FieldKind::Text | FieldKind::Choice => Some(vec![cell.to_owned()]),
    }
}

/// The next number of the shop's own that is free.
fn own_number(book: &Book<'_>) -> Result<String> {
    let db = book.tx.db();
    let mut next = customer::next_id(db)?;
    loop {
        let own = format!("K{next:06}");
        if customer::by_member_no(db, &own)?.is_none() {
            return Ok(own);
        }
        next += 1;
    }
}

fn empty_fields() -> CustomerFields {
    CustomerFields {
        name: String::new(),
        member_no: None,
        nickname: None,
        phones: Vec::new(),
        gender: None,
        birthday: None,
        age_band: None,
        wechat: None,
        email: None,
        address: None,
        preferred_channel: None,
        source: None,
        referrer: None,
        staff: None,
        joined_on: None,
        note: None,
    }
}
