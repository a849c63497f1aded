//! What the text of a task is asked for with.

use super::{CareTask, TriggerKind};
use crate::ids::{CustomerId, EventId, VisitId, VoucherId};
use crate::templates::Occasion;
use crate::wire::templates::{MessageFacts, MessageFor};

/// None where there is nobody to say it to, or neither a text nor an occasion to choose one by.
pub(super) fn message(task: &CareTask) -> Option<MessageFor> {
    let customer = task.name.customer?;
    let reduced = task.kind == TriggerKind::WishArrived && param(task, "how") == Some("reduced");
    let occasion = match task.occasion {
        None if task.kind == TriggerKind::ComplaintFollowUp => Some(Occasion::ComplaintFollowUp),
        Some(_) if reduced => Some(Occasion::WishReduced),
        occasion => occasion,
    };
    if occasion.is_none() && task.template.is_none() {
        return None;
    }
    Some(MessageFor { customer, template: task.template, occasion, language: None, facts: facts(task) })
}

fn facts(task: &CareTask) -> MessageFacts {
    let ends = matches!(task.kind, TriggerKind::PointsExpiring | TriggerKind::VoucherExpiring | TriggerKind::NearDowngrade);
    let words = |name: &str| param(task, name).map(str::to_owned);
    MessageFacts {
        voucher: of(task, "voucher").map(VoucherId),
        until: param(task, "day").filter(|_| ends).and_then(|day| day.parse().ok()),
        points: param(task, "points").filter(|_| task.kind == TriggerKind::PointsExpiring).and_then(|points| points.parse().ok()),
        date_name: words("label"),
        event: of(task, "event").map(EventId),
        wish: words("style").filter(|_| task.kind == TriggerKind::WishArrived),
        friend: of(task, "brought").map(CustomerId),
        visit: of(task, "visit").map(VisitId),
        ..MessageFacts::default()
    }
}

fn param<'a>(task: &'a CareTask, name: &str) -> Option<&'a str> {
    task.params.iter().find(|(param, _)| *param == name).map(|(_, value)| value.as_str())
}

/// The number in a cause such as `visit:12`.
fn of(task: &CareTask, what: &str) -> Option<i64> {
    let mut parts = task.name.cause.split(':');
    (parts.next() == Some(what)).then(|| parts.next()?.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::{TaskName, TriggerKind};
    use crate::contacts::clock::Intent;
    use crate::wire::contacts::{ContactChannel, Purpose};

    fn task(kind: TriggerKind, occasion: Option<Occasion>, cause: &str, params: &[(&'static str, &str)]) -> CareTask {
        CareTask {
            name: TaskName { rule: None, follow_up: None, customer: Some(CustomerId(7)), cause: cause.into() },
            kind,
            due: "2026-11-21".parse().unwrap(),
            expires: None,
            not_before: None,
            params: params.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
            channel: ContactChannel::Phone,
            purpose: Purpose::Service,
            intent: Intent::Service,
            occasion,
            template: None,
            staff: None,
            position: 0,
            tries: 0,
            snoozed: false,
            held: None,
        }
    }

    #[test]
    fn the_occasion_and_what_it_is_about() {
        let bought = message(&task(TriggerKind::BigPurchase, Some(Occasion::AfterPurchase), "visit:3", &[])).unwrap();
        assert_eq!(
            (bought.customer, bought.occasion, bought.facts.visit),
            (CustomerId(7), Some(Occasion::AfterPurchase), Some(VisitId(3)))
        );
        let wish = [("style", "A1"), ("how", "reduced"), ("day", "2026-11-20")];
        let wish = message(&task(TriggerKind::WishArrived, Some(Occasion::WishArrived), "wish:4", &wish)).unwrap();
        assert_eq!((wish.occasion, wish.facts.wish.as_deref()), (Some(Occasion::WishReduced), Some("A1")));
        assert_eq!(wish.facts.until, None, "the day it came is no last day");
        let voucher = task(TriggerKind::VoucherExpiring, Some(Occasion::VoucherExpiring), "voucher:9", &[("day", "2026-11-30")]);
        let facts = message(&voucher).unwrap().facts;
        assert_eq!((facts.voucher, facts.visit, facts.until), (Some(VoucherId(9)), None, "2026-11-30".parse().ok()));
        let points =
            task(TriggerKind::PointsExpiring, Some(Occasion::PointsExpiring), "points:2026", &[("points", "120"), ("day", "2026-12-31")]);
        let facts = message(&points).unwrap().facts;
        assert_eq!((facts.points, facts.until), (Some(120), "2026-12-31".parse().ok()));
        let answer = message(&task(TriggerKind::ComplaintFollowUp, None, "complaint:5", &[])).unwrap();
        assert_eq!(answer.occasion, Some(Occasion::ComplaintFollowUp));
    }

    #[test]
    fn nobody_to_say_it_to_and_nothing_to_make_it_of() {
        assert!(message(&task(TriggerKind::BigPurchase, None, "visit:3", &[])).is_none());
        let mut shop = task(TriggerKind::Birthday, Some(Occasion::Birthday), "birthday:2026", &[]);
        shop.name.customer = None;
        assert!(message(&shop).is_none());
    }
}
