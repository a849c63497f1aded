//! What an import changes in an archive that the book had, field by field, and what it leaves although the column is there.

use super::book::Book;
use super::customers::Learned;
use super::tally::Remarks;
use crate::error::Result;
use crate::import::columns::{Field, Target};
use crate::store::{staff, tag};
use crate::wire::customers::Customer;
use crate::wire::import::{ChangedCustomer, FieldChange};
use crate::wire::profile::ProfileValue;

/// The fields of an archive in words.
type Words = Vec<(Field, Option<String>)>;

/// What was done to an archive, for the report.
pub(super) struct Done<'a> {
    pub old: &'a Customer,
    pub new: &'a Customer,
    /// Phones that were added.
    pub phones: &'a [String],
    /// Tags that were put on.
    pub tags: &'a [String],
    /// Balances and the level of the old system that she is given now, in words.
    pub opened: &'a [(Field, String)],
    /// Fields of the catalogue that changed.
    pub learned: &'a [Learned],
    /// What those fields held before.
    pub held: &'a [(crate::ids::FieldId, ProfileValue)],
}

pub(super) fn of(book: &Book<'_>, done: &Done<'_>, remarks: &Remarks<'_>) -> Result<ChangedCustomer> {
    let mut fields = Vec::new();
    let (before, after) = (words(book, done, false)?, words(book, done, true)?);
    for ((field, before), (_, after)) in before.iter().zip(after) {
        if *before != after {
            fields.push(change(field.as_str(), None, before.clone(), after));
        }
    }
    for (field, value) in done.opened {
        fields.push(change(field.as_str(), None, None, Some(value.clone())));
    }
    for learned in done.learned {
        let key = format!("profile.{}", learned.key);
        fields.push(change(&key, Some(learned.label.clone()), said(&learned.before), said(&learned.after)));
    }
    for target in remarks.empty() {
        let stays = match target {
            Target::Field(field) => before.iter().find(|(of, _)| of == field).map(|(_, value)| (None, value.clone())),
            Target::Profile(key) => book.fields.get(key.as_ref()).map(|field| {
                let values = done.held.iter().filter(|(id, _)| *id == field.id).map(|(_, held)| held.value.clone()).collect::<Vec<_>>();
                (Some(field.label.clone()), said(&values))
            }),
            Target::New(_) | Target::Ignore => None,
        };
        let name = target.name();
        if let Some((label, Some(value))) = stays
            && fields.iter().all(|other| other.field != name)
        {
            let kept = change(&name, label, Some(value.clone()), Some(value));
            fields.push(FieldChange { is_kept: true, ..kept });
        }
    }
    let of = &done.old.fields;
    Ok(ChangedCustomer {
        file: None,
        line: remarks.line,
        customer: done.old.id,
        member_no: of.member_no.clone(),
        name: of.name.clone(),
        fields,
    })
}

fn change(field: &str, label: Option<String>, before: Option<String>, after: Option<String>) -> FieldChange {
    FieldChange { field: field.to_owned(), label, before, after, is_kept: false }
}

fn said(values: &[String]) -> Option<String> {
    (!values.is_empty()).then(|| values.join("、"))
}

/// The archive as it was or as it is now, in words, in the order of the screen.
fn words(book: &Book<'_>, done: &Done<'_>, is_after: bool) -> Result<Words> {
    let of = if is_after { &done.new.fields } else { &done.old.fields };
    let mut phones: Vec<String> = done.old.fields.phones.iter().map(|phone| phone.to_string()).collect();
    let mut tags: Vec<String> = tag::of(book.tx.db(), done.old.id)?.into_iter().map(|tag| tag.name).collect();
    if is_after {
        phones.extend_from_slice(done.phones);
    } else {
        tags.retain(|name| !done.tags.contains(name));
    }
    let staff = match of.staff {
        Some(id) => staff::get(book.tx.db(), id)?.map(|staff| staff.name),
        None => None,
    };
    let word = |list: &str, choice: &str| book.words.choice(list, choice);
    Ok(vec![
        (Field::Name, Some(of.name.clone())),
        (Field::Nickname, of.nickname.clone()),
        (Field::Gender, of.gender.map(|gender| word("gender", gender.as_str()))),
        (Field::Phone, said(&phones)),
        (Field::Wechat, of.wechat.as_ref().map(|wechat| wechat.to_string())),
        (Field::Email, of.email.clone()),
        (Field::Birthday, of.birthday.map(|date| format!("{} {date}", word("calendar", date.calendar().as_str())))),
        (Field::AgeBand, of.age_band.clone()),
        (Field::Address, of.address.clone()),
        (Field::PreferredChannel, of.preferred_channel.map(|channel| word("channel", channel.as_str()))),
        (Field::Source, of.source.clone()),
        (Field::Staff, staff),
        (Field::Joined, of.joined_on.map(|day| day.to_string())),
        (Field::Tags, said(&tags)),
        (Field::Note, of.note.clone()),
    ])
}
