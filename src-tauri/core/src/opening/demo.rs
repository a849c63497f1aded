//! Bringing the invented shop along, in one operation: taken back as a whole when the owner has seen enough.
//!
//! Every visit goes through the door real ones go through, on its own day, so that points, vouchers, levels and figures are those that
//! recording it then would have given.

use crate::customers;
use crate::demo::{Demo, DemoCustomer, DemoLine, DemoVisit, demo};
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, StaffId, VisitId};
use crate::money::Fen;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{around, profile, staff, visit_line};
use crate::wire::customers::{CustomerFields, SaveWish, WishStatus};
use crate::wire::phone::Phone;
use crate::wire::staff::Role;
use crate::wire::visits::{DayTotal, NewLine, NewReturn, NewVisit, Payment};
use crate::{tags, visits};

/// Writes the invented shop into a new book.
///
/// # Errors
/// Those of writing; what is invented passes every check.
pub(crate) fn load(shop: &mut Shop) -> Result<()> {
    let demo = demo(shop.now().day())?;
    shop.write(Op::LoadDemo, |tx| {
        let clerks = clerks(tx, &demo)?;
        let mut people = Vec::new();
        for customer in &demo.customers {
            people.push(customers::open(tx, &fields(customer, &people, &clerks))?);
        }
        let mut saved: Vec<VisitId> = Vec::new();
        for (n, visit) in demo.visits.iter().enumerate() {
            let new = new_visit(tx, visit, &people, &clerks, &saved)?;
            saved.push(visits::record_in(tx, &format!("demo-{n:04}"), new)?);
        }
        for (customer, &id) in demo.customers.iter().zip(&people) {
            stand_around(tx, customer, id, &people, &saved)?;
        }
        tx.about_the_shop();
        tx.param("customers", demo.customers.len());
        tx.param("visits", demo.visits.len());
        Ok(())
    })
}

fn missing() -> crate::error::Error {
    Failure::new(Code::Internal).into()
}

/// The clerks; one called like the owner is the owner.
fn clerks(tx: &Tx<'_>, demo: &Demo) -> Result<Vec<StaffId>> {
    let mut clerks = Vec::new();
    for name in &demo.staff {
        clerks.push(match staff::by_name(tx.db(), name)? {
            Some(known) => known.id,
            None => staff::insert(tx.db(), name, Role::Clerk)?,
        });
    }
    Ok(clerks)
}

fn fields(customer: &DemoCustomer, people: &[CustomerId], clerks: &[StaffId]) -> CustomerFields {
    CustomerFields {
        name: customer.name.clone(),
        member_no: None,
        nickname: customer.nickname.clone(),
        phones: customer.phones.iter().map(|phone| Phone::from(phone.as_str())).collect(),
        gender: customer.gender,
        birthday: customer.birthday,
        age_band: customer.age_band.clone(),
        wechat: customer.wechat.clone().map(Into::into),
        email: customer.email.clone(),
        address: customer.address.clone(),
        preferred_channel: customer.channel,
        source: customer.source.clone(),
        referrer: customer.referrer.and_then(|place| people.get(place).copied()),
        staff: clerks.get(customer.staff).copied(),
        joined_on: Some(customer.joined_on),
        note: customer.note.clone(),
    }
}

fn new_visit(tx: &Tx<'_>, visit: &DemoVisit, people: &[CustomerId], clerks: &[StaffId], saved: &[VisitId]) -> Result<NewVisit> {
    let mut total: Fen = visit.lines.iter().map(|line| line.price).sum();
    let mut returns = Vec::new();
    for &(sale, line) in &visit.returns {
        let bought = visit_line::of_visit(tx.db(), *saved.get(sale).ok_or_else(missing)?)?;
        let bought = bought.get(line).ok_or_else(missing)?;
        total -= bought.amount;
        returns.push(NewReturn { line: bought.id, qty: bought.qty });
    }
    let day_total = visit.day_total.map(|(pieces, total)| DayTotal { pieces, total });
    if let Some(sum) = &day_total {
        total = sum.total;
    }
    Ok(NewVisit {
        customer: visit.customer.and_then(|place| people.get(place).copied()),
        kind: visit.kind,
        day: Some(visit.day),
        time: Some(visit.time.clone()),
        staff: clerks.get(visit.staff).copied(),
        lines: visit.lines.iter().map(new_line).collect(),
        returns,
        payments: if total == Fen::ZERO { Vec::new() } else { vec![Payment { method: visit.method, amount: total }] },
        day_total,
        voucher: None,
        points_used: 0,
        ticket_no: None,
        companions: visit.companions.clone(),
        satisfaction: visit.satisfaction,
        motive: visit.motive.clone(),
        feedback: visit.feedback.clone(),
        note: None,
        answers: Vec::new(),
        agreed: None,
        wishes: Vec::new(),
    })
}

fn new_line(line: &DemoLine) -> NewLine {
    let (reason, reason_note) = line.reason.clone().unzip();
    NewLine {
        style_no: Some(line.style_no.clone()),
        name: Some(line.name.clone()),
        category: Some(line.category.clone()),
        color: Some(line.colour.clone()),
        size: line.size.clone(),
        qty: 1,
        list_price: Some(line.list_price),
        price: line.price,
        reason,
        reason_note: reason_note.flatten(),
    }
}

/// What stands around an archive: facts, tags, dates, relations, the pop-up note, wishes.
fn stand_around(tx: &Tx<'_>, customer: &DemoCustomer, id: CustomerId, people: &[CustomerId], saved: &[VisitId]) -> Result<()> {
    let db = tx.db();
    for fact in &customer.facts {
        // Another trade has not all the fields of a clothing shop.
        let Some(field) = profile::field_by_key(db, &fact.key)? else { continue };
        for value in &fact.values {
            let new = profile::NewValue {
                customer: id,
                field: field.id,
                value,
                learned_on: fact.learned_on,
                staff: tx.actor(),
                visit: fact.visit.and_then(|place| saved.get(place).copied()),
            };
            profile::insert_value(db, &new)?;
        }
    }
    tags::put_on(tx, id, &customer.tags)?;
    for (label, date) in &customer.dates {
        around::save_date(db, None, id, label, date)?;
    }
    for &(other, kind) in &customer.relations {
        around::insert_relation(db, id, *people.get(other).ok_or_else(missing)?, kind, None)?;
    }
    if let Some((text, until)) = &customer.popup {
        around::save_note(db, None, id, text, Some(*until))?;
    }
    for wish in &customer.wishes {
        around::save_wish(db, &save_wish(id, &wish.piece, &wish.reason), None, wish.noted_on)?;
    }
    Ok(())
}

fn save_wish(customer: CustomerId, piece: &DemoLine, reason: &str) -> SaveWish {
    SaveWish {
        id: None,
        customer,
        visit: None,
        style_no: Some(piece.style_no.clone()),
        name: Some(piece.name.clone()),
        color: Some(piece.colour.clone()),
        size: piece.size.clone(),
        reason: Some(reason.to_owned()),
        status: WishStatus::Open,
    }
}
