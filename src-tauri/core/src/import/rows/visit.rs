//! A row of visits.

use super::super::columns::{Field, Kind};
use super::super::flag::FlagCode;
use super::super::values::payment::{self, Pay};
use super::super::values::phone;
use super::super::values::word;
use super::ours;
use super::{NOTE_MAX, Reading, STAFF_MAX, TypedRow};
use crate::clock::Day;
use crate::money::Fen;
use crate::wire::visits::{Method, VisitKind};
use chrono::NaiveTime;

/// One visit as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitRow {
    /// Number of the visit.
    pub visit_no: String,
    /// Member number; empty for a walk-in, if there is no phone either.
    pub member_no: Option<String>,
    /// Phone, for files that name the customer by it.
    pub phone: Option<String>,
    /// Day in the shop's zone.
    pub day: Day,
    /// Time of day, if the file has it.
    pub time: Option<NaiveTime>,
    /// The clerk who served.
    pub staff: Option<String>,
    /// What kind of visit the file says; empty where it says nothing.
    pub kind: Option<VisitKind>,
    /// Pieces, negative when brought back.
    pub pieces: Option<i64>,
    /// What was paid, negative when paid back; empty where the file has no amount.
    pub amount: Option<Fen>,
    /// Ways of paying.
    pub payments: Vec<Pay>,
    /// Number of the sale that something was brought back from.
    pub ref_visit_no: Option<String>,
    /// Number on the paper receipt.
    pub ticket_no: Option<String>,
    /// Whether it is all of a day's walk-ins.
    pub is_day_total: bool,
    /// How content she was.
    pub satisfaction: Option<i64>,
    /// Why she bought.
    pub motive: Option<String>,
    /// Who came with her.
    pub companions: Option<String>,
    /// What she said about what she tried.
    pub feedback: Option<String>,
    /// Note.
    pub note: Option<String>,
}

impl TypedRow for VisitRow {
    const KIND: Kind = Kind::Visits;

    fn read(r: &mut Reading<'_>) -> Option<VisitRow> {
        let visit_no = r.code(Field::VisitNo, true);
        if visit_no.is_none() && r.is_empty(Field::VisitNo) {
            r.reject(Field::VisitNo, FlagCode::RequiredMissing);
        }
        let day = r.needed_day(Field::Date);
        let walk_in = word::is_walk_in(r.cell(Field::MemberNo));
        let member_no = if walk_in { None } else { r.code(Field::MemberNo, true) };
        let phone = if walk_in { None } else { customer_phone(r, member_no.is_none()) };
        let time = r.time(Field::Time);
        // Which way the money went depends on the kind, so a word that is not known holds the row back.
        let kind = if r.is_empty(Field::Kind) { None } else { r.needed(Field::Kind, word::kind) };
        let is_browse = matches!(kind, Some(VisitKind::Browse | VisitKind::Service));
        let amount = if r.has(Field::Amount) && !(is_browse && r.is_empty(Field::Amount)) {
            r.needed(Field::Amount, super::money::money)
        } else {
            None
        };
        let (payments, odd) = if r.is_empty(Field::Pay) { (Vec::new(), None) } else { payment::payments(r.cell(Field::Pay)) };
        if let Some(odd) = odd {
            r.note(Field::Pay, odd);
        }
        let is_split_sound = match (amount, payments.iter().map(|&(_, amount)| amount).collect::<Option<Vec<Fen>>>()) {
            (Some(amount), Some(parts)) if !parts.is_empty() => parts.into_iter().sum::<Fen>() == amount,
            _ => true,
        };
        if !is_split_sound {
            r.note(Field::Pay, FlagCode::PaymentSplit);
        }
        let (day, stamped) = day?;
        Some(VisitRow {
            visit_no: visit_no?,
            member_no,
            phone,
            day,
            time: time.or(stamped),
            staff: r.text(Field::Staff, STAFF_MAX),
            kind,
            pieces: r.whole(Field::Pieces),
            amount,
            payments: if is_split_sound { payments } else { vec![(Method::Other, None)] },
            ref_visit_no: r.code(Field::RefVisitNo, false),
            ticket_no: r.code(Field::TicketNo, false),
            is_day_total: r.value(Field::DayTotal, ours::yes).unwrap_or(false),
            satisfaction: r.value(Field::Satisfaction, satisfaction),
            motive: r.text(Field::Motive, NOTE_MAX),
            companions: r.text(Field::Companions, NOTE_MAX),
            feedback: r.text(Field::Feedback, NOTE_MAX),
            note: Some(r.notes().join("\n")).filter(|note| !note.is_empty()),
        })
    }
}

fn satisfaction(cell: &str) -> Result<i64, FlagCode> {
    super::number::whole(cell).ok().filter(|marks| (1..=5).contains(marks)).ok_or(FlagCode::AnswerInvalid)
}

/// The phone, where it is all that says who it was; a damaged one then holds the row back, or it would become a walk-in.
fn customer_phone(r: &mut Reading<'_>, is_only_key: bool) -> Option<String> {
    if r.is_empty(Field::Phone) || word::is_walk_in(r.cell(Field::Phone)) {
        return None;
    }
    let found = if is_only_key { r.needed(Field::Phone, phone::phones) } else { r.value(Field::Phone, phone::phones) };
    found.and_then(|phones| phones.into_iter().next()).map(|(phone, _)| phone)
}
