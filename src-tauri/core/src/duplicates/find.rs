//! Looking for pairs over the whole archive, a page at a time.

use super::signs::{self, Pair, Suspect, figures};
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::search::fold;
use crate::shop::Shop;
use crate::store::told_apart::ApartRow;
use crate::store::{customer, duplicate, facts, told_apart};
use crate::wire::customers::{DuplicatePair, DuplicateReason, Duplicates, FindDuplicates, Person, Status, Sureness};
use crate::wire::phone::Phone;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many pairs a page has, and at most.
const PAGE: u32 = 50;
const MOST: u32 = 200;

/// Everybody as the finder looked at them last, and the pairs it found: good until an archive or a phone changes.
#[derive(Default)]
pub(crate) struct KnownPairs {
    held: Option<(bool, i64, Arc<Looked>)>,
}

/// What a look over the whole archive came to.
struct Looked {
    people: Vec<Suspect>,
    statuses: Vec<Status>,
    found: signs::Found,
}

impl KnownPairs {
    /// Nothing that was known holds.
    pub(crate) fn forget(&mut self) {
        self.held = None;
    }
}

fn look(shop: &mut Shop, inactive: bool) -> Result<Arc<Looked>> {
    let erased = duplicate::last_erasure(shop.db()?)?;
    if let Some((with, after, looked)) = &shop.known_pairs.held
        && (*with, *after) == (inactive, erased)
    {
        return Ok(Arc::clone(looked));
    }
    let db = shop.db()?;
    let (mut people, mut statuses) = (Vec::new(), Vec::new());
    for (suspect, status) in suspects(db, CustomerId(1), facts::last_customer(db)?)? {
        if inactive || status == Status::Active {
            people.push(suspect);
            statuses.push(status);
        }
    }
    let found = signs::pairs(&people);
    let looked = Arc::new(Looked { people, statuses, found });
    shop.known_pairs.held = Some((inactive, erased, Arc::clone(&looked)));
    Ok(looked)
}

/// Pairs of archives in use, the likeliest first; those that somebody said are two people only if something new speaks for one.
///
/// # Errors
/// `out_of_range` at `cursor` for one that no page ended with.
pub fn find(shop: &mut Shop, request: FindDuplicates) -> Result<Duplicates> {
    let place = request.cursor.as_deref().map(read_cursor).transpose()?;
    let limit = usize::try_from(request.limit.unwrap_or(PAGE).clamp(1, MOST)).unwrap_or(50);
    let inactive = request.inactive.unwrap_or(false);
    let looked = look(shop, inactive)?;
    let Looked { people, statuses, found } = &*looked;
    let db = shop.db()?;
    let apart: BTreeMap<_, ApartRow> = told_apart::all(db)?.into_iter().map(|row| ((row.left, row.right), row)).collect();
    let standing: Vec<(&Pair, Option<&ApartRow>)> = found
        .pairs
        .iter()
        .map(|pair| (pair, apart.get(&(people[pair.left].id, people[pair.right].id))))
        .filter(|(pair, said)| said.is_none_or(|said| is_new(people, pair, said)))
        .collect();
    let rest =
        standing.iter().filter(|(pair, _)| place.is_none_or(|place| (pair.sure, people[pair.left].id, people[pair.right].id) > place));
    let mut shown: Vec<_> = rest.take(limit + 1).collect();
    let more = shown.len() > limit;
    shown.truncate(limit);
    let cursor = shown.last().filter(|_| more).map(|(pair, _)| {
        let (left, right) = (people[pair.left].id.0, people[pair.right].id.0);
        format!("{}-{left}-{right}", pair.sure.as_str())
    });
    let mut pairs = Vec::new();
    for (pair, said) in shown {
        pairs.push(DuplicatePair {
            left: whole(db, people[pair.left].id)?,
            left_status: statuses[pair.left],
            right: whole(db, people[pair.right].id)?,
            right_status: statuses[pair.right],
            reasons: told(&people[pair.left], &people[pair.right], pair, *said),
            sure: pair.sure,
            apart_on: said.map(|said| said.day),
        });
    }
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    Ok(Duplicates { pairs, total: count(standing.len()), cursor, crowds: count(found.crowds) })
}

/// Everybody in a range of numbers as the finder looks at them.
pub(super) fn suspects(db: &Connection, first: CustomerId, last: CustomerId) -> Result<Vec<(Suspect, Status)>> {
    let mut phones = duplicate::phones(db, first, last)?.into_iter().peekable();
    let mut found = Vec::new();
    for row in duplicate::archives(db, first, last)? {
        let mut hers: Vec<String> = Vec::new();
        while let Some((whose, digits)) = phones.next_if(|(whose, _)| *whose <= row.id) {
            // Those of archives that are left out are passed over.
            if whose == row.id {
                hers.push(digits);
            }
        }
        found.push((row, hers));
    }
    Ok(found
        .into_iter()
        .map(|(row, hers)| {
            let mut phones: Vec<String> = Vec::new();
            for phone in hers.iter().map(|digits| figures(digits)).filter(|phone| !phone.is_empty()) {
                if !phones.contains(&phone) {
                    phones.push(phone);
                }
            }
            (Suspect { id: row.id, name: fold(&row.name), reading: row.reading, birthday: row.birthday, phones }, row.status)
        })
        .collect())
}

/// One as the finder looks at her.
///
/// # Errors
/// `not_found`.
pub(super) fn suspect(db: &Connection, id: CustomerId) -> Result<Suspect> {
    let found = suspects(db, id, id)?.pop().ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    Ok(found.0)
}

/// The reasons as they are sent, the phones as they are compared.
pub(super) fn told(left: &Suspect, right: &Suspect, pair: &Pair, said: Option<&ApartRow>) -> Vec<DuplicateReason> {
    let reason = |reason: &signs::Reason| DuplicateReason {
        sign: reason.sign,
        left_phone: reason.phones.map(|(at, _)| Phone::from(left.phones[at].as_str())),
        right_phone: reason.phones.map(|(_, at)| Phone::from(right.phones[at].as_str())),
        is_new: said.is_some_and(|said| !said.signs.contains(&signs::token(left, right, reason))),
    };
    pair.reasons.iter().map(reason).collect()
}

fn is_new(people: &[Suspect], pair: &Pair, said: &ApartRow) -> bool {
    let (left, right) = (&people[pair.left], &people[pair.right]);
    pair.reasons.iter().any(|reason| !said.signs.contains(&signs::token(left, right, reason)))
}

pub(super) fn whole(db: &Connection, id: CustomerId) -> Result<Person> {
    Ok(customer::person(db, id)?.ok_or_else(|| Failure::new(Code::NotFound))?)
}

fn read_cursor(text: &str) -> Result<(Sureness, CustomerId, CustomerId)> {
    let mut parts = text.split('-');
    let sure = parts.next().and_then(Sureness::from_text);
    let mut number = || parts.next().and_then(|part| part.parse().ok()).map(CustomerId);
    match (sure, number(), number()) {
        (Some(sure), Some(left), Some(right)) => Ok((sure, left, right)),
        _ => Err(Failure::at(Code::OutOfRange, "cursor").into()),
    }
}
