//! What of one customer's facts each kind of rule follows from.

use super::{Cause, Greeting, Near};
use crate::calendar::{CalendarKind, RecurringDate, occurrence_in_year};
use crate::care::{CareFacts, Means, QUIET, Surroundings, Trigger, VisitFact, later};
use crate::clock::Day;
use crate::money::Fen;
use crate::templates::Occasion;
use crate::wire::contacts::{Direction, Outcome};
use crate::wire::visits::VisitKind;
use chrono::{Datelike, Months};

/// The causes of one rule into `found`, near enough to today that a task of them may be seen. `birthdays` are hers of the days at hand.
pub(super) fn of<'a>(near: &Near<'_>, facts: &'a CareFacts, around: &Surroundings, birthdays: &[Day], found: &mut Vec<Cause<'a>>) {
    let holds = |day: Day| near.holds(day, facts);
    match &near.rule.plan.trigger {
        Trigger::NewCard => found.extend(new_card(facts, around, holds)),
        Trigger::FirstPurchase => found.extend(first_purchase(facts, holds)),
        Trigger::BigPurchase { least } => found.extend(big_purchases(facts, *least, holds)),
        Trigger::BroughtSomebody => found.extend(facts.brought.iter().filter(|b| !b.thanked && holds(b.joined_on)).map(brought)),
        Trigger::WasBrought => found.extend(was_brought(facts, holds)),
        Trigger::Milestone { amounts } => found.extend(milestone(facts, amounts, holds)),
        Trigger::TopSpender { month, day, .. } => found.extend(top_spender(facts, *month, *day)),
        Trigger::Birthday => found.extend(birthdays.iter().filter(|day| holds(**day)).filter_map(|day| birthday(facts, *day))),
        Trigger::ImportantDate => found.extend(important_dates(facts, near)),
        Trigger::NoPurchase => found.extend(no_purchase(facts, around.today, near)),
        Trigger::Festival { .. } => festival_days(near, facts, found),
        Trigger::ComplaintAnswer => found.extend(facts.complaints.iter().filter_map(answer)),
        Trigger::ComplaintSolve => found.extend(facts.complaints.iter().filter_map(solve)),
        Trigger::ComplaintFollowUp => found.extend(facts.complaints.iter().filter_map(ask_after)),
        Trigger::NearDowngrade => found.extend(near_downgrade(facts, around)),
        Trigger::PointsExpiring { least } => found.extend(points(facts, *least, holds)),
        Trigger::VoucherExpiring => {
            found.extend(facts.vouchers.iter().map(|v| ending(format!("voucher:{}", v.id.0), v.valid_to, Vec::new())));
        }
        Trigger::WishArrived => found.extend(facts.wishes.iter().filter(|wish| holds(wish.day)).map(wish)),
        Trigger::EventInvitation => found.extend(facts.guests.iter().map(invitation)),
        // Tasks of the shop, not of a customer.
        Trigger::BirthdayList { .. } | Trigger::Season { .. } => {}
    }
}

/// The days of some stretch on which her birthday falls.
pub(super) fn birthdays(facts: &CareFacts, days: Option<(Day, Day)>) -> Vec<Day> {
    let (Some(date), Some((from, to))) = (&facts.birthday, days) else { return Vec::new() };
    date.occurrences_between(from, to).collect()
}

fn of_visit<'a>(visit: &'a VisitFact, params: Vec<(&'static str, String)>) -> Cause<'a> {
    Cause { visit: Some(visit), ..Cause::new(format!("visit:{}", visit.id.0), visit.day, params) }
}

fn is_sale(visit: &VisitFact) -> bool {
    matches!(visit.kind, VisitKind::Purchase | VisitKind::Exchange)
}

/// A card that a purchase opened, or that the owner gave. A review that takes a level away opens none.
fn new_card<'a>(facts: &'a CareFacts, around: &Surroundings, holds: impl Fn(Day) -> bool) -> Option<Cause<'a>> {
    let since = facts.level_since.filter(|since| holds(*since))?;
    let (rank, name) = around.levels.get(&facts.level)?;
    if *rank == 0 || facts.level_decided {
        return None;
    }
    let visit = facts.visits.iter().rfind(|visit| visit.day == since && is_sale(visit))?;
    let params = vec![("level", name.clone()), ("day", since.to_string())];
    Some(Cause { cause: format!("card:{}:{since}", facts.level.0).into(), ..of_visit(visit, params) })
}

fn first_purchase(facts: &CareFacts, holds: impl Fn(Day) -> bool) -> Option<Cause<'_>> {
    let first = facts.first_purchase.filter(|first| holds(*first))?;
    let visit = facts.visits.iter().find(|visit| visit.day == first && visit.kind == VisitKind::Purchase)?;
    (visit.kept > Fen::ZERO || visit.total == Fen::ZERO).then(|| of_visit(visit, vec![("day", first.to_string())]))
}

fn big_purchases(facts: &CareFacts, least: Fen, holds: impl Fn(Day) -> bool) -> impl Iterator<Item = Cause<'_>> {
    let big = facts.visits.iter().filter(move |visit| is_sale(visit) && visit.kept >= least && visit.kept > Fen::ZERO && holds(visit.day));
    big.map(|visit| of_visit(visit, vec![("day", visit.day.to_string()), ("amount", visit.kept.to_string())]))
}

fn brought(brought: &crate::care::Brought) -> Cause<'_> {
    let params = vec![("name", brought.name.clone()), ("day", brought.joined_on.to_string())];
    Cause::new(format!("brought:{}", brought.customer.0), brought.joined_on, params)
}

fn was_brought(facts: &CareFacts, holds: impl Fn(Day) -> bool) -> Option<Cause<'static>> {
    facts.referrer.filter(|_| holds(facts.joined_on))?;
    Some(Cause::new("was_brought".into(), facts.joined_on, vec![("day", facts.joined_on.to_string())]))
}

/// The highest amount that the visits at hand carried her over and that she still holds.
fn milestone<'a>(facts: &'a CareFacts, amounts: &[Fen], holds: impl Fn(Day) -> bool) -> Option<Cause<'a>> {
    let mut after = facts.net_spend;
    for visit in facts.visits.iter().rev() {
        let before = after - visit.total;
        if let Some(passed) = amounts.iter().filter(|&&amount| before < amount && amount <= after && amount <= facts.net_spend).max() {
            let params = vec![("amount", passed.to_string()), ("day", visit.day.to_string())];
            return holds(visit.day).then(|| Cause { cause: format!("milestone:{passed}").into(), ..of_visit(visit, params) });
        }
        after = before;
    }
    None
}

fn top_spender(facts: &CareFacts, month: u8, day: u8) -> Option<Cause<'static>> {
    let (year, spent) = facts.top_spender?;
    let counted = Day::from_ymd_opt(year, month.into(), day.into())?;
    Some(Cause::new(format!("top_spender:{year}"), counted, vec![("year", year.to_string()), ("amount", spent.to_string())]))
}

/// A lunar birthday of the last months can fall into a solar year twice: then the second one has a name of its own.
fn named(what: &str, date: &RecurringDate, day: Day) -> String {
    let once = date.calendar() == CalendarKind::Solar || occurrence_in_year(date, day.year()) == Some(day);
    format!("{what}:{}{}", day.year(), if once { "" } else { "b" })
}

fn birthday(facts: &CareFacts, day: Day) -> Option<Cause<'static>> {
    let date = facts.birthday.as_ref().filter(|date| date.began_on().is_none_or(|born| day > born))?;
    Some(Cause::new(named("birthday", date, day), day, vec![("day", day.to_string())]))
}

fn important_dates(facts: &CareFacts, near: &Near<'_>) -> Vec<Cause<'static>> {
    let (from, to) = near.stretched;
    let of_date = |(id, label, date): &(crate::ids::DateId, String, RecurringDate)| {
        let (what, label, date) = (format!("date:{}", id.0), label.clone(), *date);
        date.occurrences_between(from, to)
            .map(move |day| Cause::new(named(&what, &date, day), day, vec![("label", label.clone()), ("day", day.to_string())]))
            .collect::<Vec<_>>()
    };
    facts.dates.iter().flat_map(of_date).collect()
}

/// Counted from the last time they heard from each other: she bought, came, was spoken to, or answered. A message that she did not answer
/// does not start the count anew, since mass greetings would then keep a call away for ever; it only asks for some quiet days.
fn no_purchase(facts: &CareFacts, today: Day, near: &Near<'_>) -> Option<Cause<'static>> {
    let bought = facts.last_purchase?;
    let mut base = facts.contact.last_visit.map_or(bought, |visited| visited.max(bought));
    let mut quiet = None;
    for contact in facts.contact.contacts.iter().filter(|contact| contact.day <= today) {
        if contact.direction == Direction::In || matches!(contact.outcome, Outcome::Reached | Outcome::Replied) {
            base = base.max(contact.day);
        } else if contact.outcome == Outcome::Sent {
            quiet = quiet.max(Some(later(contact.day, QUIET)));
        }
    }
    // Quiet days put a task off that would be over by now.
    if base > near.stretched.1 || (quiet.is_none() && !near.holds(base, facts)) {
        return None;
    }
    let params = vec![("day", bought.to_string())];
    // The name holds on to the purchase: one reminder of a rule for one absence, however often she is greeted meanwhile.
    Some(Cause { quiet_until: quiet, ..Cause::new(format!("absent:{bought}"), base, params) })
}

fn festival_days(near: &Near<'_>, facts: &CareFacts, found: &mut Vec<Cause<'_>>) {
    let hers = |festival: &&Greeting<'_>| {
        near.holds(festival.of.day, facts)
            && festival.of.only.is_none_or(|gender| facts.gender == Some(gender))
            && festival.bought_since.is_none_or(|since| facts.last_purchase.is_some_and(|day| day >= since))
    };
    for festival in near.festivals.iter().filter(hers) {
        found.push(festival.cause());
    }
}

fn about(complaint: &crate::care::ComplaintFact, what: &str, day: Day, solved: Option<Day>) -> Cause<'static> {
    let mut params = vec![("day", complaint.opened_on.to_string())];
    params.extend(solved.map(|day| ("solved", day.to_string())));
    Cause { staff: complaint.staff, ..Cause::new(format!("{what}:{}", complaint.id.0), day, params) }
}

fn answer(complaint: &crate::care::ComplaintFact) -> Option<Cause<'_>> {
    let by = complaint.answer_by.filter(|_| !complaint.answered && complaint.solved_on.is_none())?;
    Some(about(complaint, "complaint_answer", by, None))
}

fn solve(complaint: &crate::care::ComplaintFact) -> Option<Cause<'_>> {
    let by = complaint.solve_by.filter(|_| complaint.solved_on.is_none())?;
    Some(about(complaint, "complaint_solve", by, None))
}

fn ask_after(complaint: &crate::care::ComplaintFact) -> Option<Cause<'_>> {
    let solved = complaint.solved_on?;
    Some(about(complaint, "complaint_follow_up", solved, Some(solved)))
}

/// What ends on a day: the rule counts from the end, and after it there is nothing to say.
fn ending(cause: String, end: Day, mut params: Vec<(&'static str, String)>) -> Cause<'static> {
    params.push(("day", end.to_string()));
    Cause { last: Some(end), ..Cause::new(cause, end, params) }
}

/// Whoever has not bought for a year is not short of keeping her level but gone: other rules ask after her.
fn near_downgrade(facts: &CareFacts, around: &Surroundings) -> Option<Cause<'static>> {
    let end = facts.keeps_until.filter(|day| *day >= around.today)?;
    let year = around.today.checked_sub_months(Months::new(12)).unwrap_or(Day::MIN);
    facts.last_purchase.filter(|day| *day > year)?;
    let level = around.levels.get(&facts.level).map(|(_, name)| name.clone()).unwrap_or_default();
    Some(ending(format!("downgrade:{end}"), end, vec![("level", level)]))
}

fn points(facts: &CareFacts, least: i64, holds: impl Fn(Day) -> bool) -> Option<Cause<'static>> {
    let end = facts.points_until.filter(|end| facts.points >= least.max(1) && holds(*end))?;
    Some(ending(format!("points:{end}"), end, vec![("points", facts.points.to_string())]))
}

fn wish(wish: &crate::care::WishFact) -> Cause<'_> {
    let how = if wish.reduced { "reduced" } else { "arrived" };
    let params = vec![("style", wish.style.clone()), ("how", how.to_owned()), ("day", wish.day.to_string())];
    let occasion = wish.reduced.then_some(Occasion::WishReduced);
    Cause { occasion, ..Cause::new(format!("wish:{}:{}", wish.wish.0, wish.arrival.0), wish.day, params) }
}

/// The event says how many days before; whoever is put on the list later is invited at once.
fn invitation(guest: &crate::care::GuestFact) -> Cause<'_> {
    let out = crate::care::shifted(guest.day, -guest.invite_days).max(guest.added_on);
    let params = vec![("event", guest.name.clone()), ("day", guest.day.to_string())];
    let means = if guest.call { Means::Call } else { Means::Message };
    Cause { last: Some(guest.day), means: Some(means), ..Cause::new(format!("event:{}", guest.event.0), out, params) }
}
