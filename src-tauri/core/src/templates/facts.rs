//! What is known for a text: only what it asks for is looked up.

use super::message::Moment;
use super::text::placeholders;
use super::{Occasion, Part, Placeholder, address, words};
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::festivals::{Festival, occurrences};
use crate::ids::{CustomerId, VisitId};
use crate::store::message_facts::{self as shelf, Bought};
use crate::store::{around, customer, customer_page, customer_stats, festival, level, staff, template, voucher};
use crate::vouchers::{Voucher, VoucherState};
use crate::wire::customers::{Customer, WishStatus};
use crate::wire::templates::{MessageFacts, MessageTemplate};
use chrono::Days;
use rusqlite::Connection;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// How many days ahead a festival is the one a text is about, when nobody said which.
const AHEAD: u64 = 30;
/// How many pieces of goods get their own word of care.
const TIPS: usize = 2;

/// What is known of each placeholder that a text asks for.
///
/// # Errors
/// `not_found` at `customer`.
pub(super) fn known(
    db: &Connection,
    moment: &Moment,
    customer: Option<CustomerId>,
    template: &MessageTemplate,
    facts: &MessageFacts,
    parts: &[Part],
) -> Result<BTreeMap<Placeholder, String>> {
    let archive = match customer {
        Some(id) => Some(customer::get(db, id)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?),
        None => None,
    };
    let about = About { db, moment, archive, template, facts, voucher: OnceCell::new() };
    let mut known = BTreeMap::new();
    for place in placeholders(parts) {
        if let Some(value) = about.value(place)?.filter(|value| !value.trim().is_empty()) {
            known.insert(place, value);
        }
    }
    Ok(known)
}

/// The festival a text is about when nobody said which: the next one of the coming days that suits the occasion.
pub(super) fn upcoming_festival(db: &Connection, occasion: Occasion, today: Day) -> Result<Option<Festival>> {
    let quiet = match occasion {
        Occasion::Festival | Occasion::FestivalOffer => false,
        Occasion::Remembrance => true,
        _ => return Ok(None),
    };
    let festivals = festival::list(db)?;
    let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let next = occurrences(&festivals, today, until).into_iter().find(|occurrence| occurrence.festival.rule.quiet == quiet);
    Ok(next.map(|occurrence| occurrence.festival.clone()))
}

struct About<'a> {
    db: &'a Connection,
    moment: &'a Moment,
    archive: Option<Customer>,
    template: &'a MessageTemplate,
    facts: &'a MessageFacts,
    voucher: OnceCell<Option<Voucher>>,
}

impl About<'_> {
    fn value(&self, place: Placeholder) -> Result<Option<String>> {
        let (db, facts, language) = (self.db, self.facts, self.template.language);
        let day = |day: Day| words::day(day, language);
        Ok(match place {
            Placeholder::Address => self.archive.as_ref().and_then(|archive| self.said(archive)),
            Placeholder::Shop => Some(self.moment.settings.shop_name.clone()),
            Placeholder::Clerk => self.clerk()?,
            Placeholder::Level => self.level()?,
            Placeholder::Points => match (facts.points, self.id()) {
                (Some(points), _) => Some(points),
                (None, Some(id)) => customer_stats::get(db, id)?.map(|stats| stats.points),
                (None, None) => None,
            }
            .filter(|points| *points > 0)
            .map(|points| points.to_string()),
            Placeholder::LastPurchase => self.bought()?.into_iter().next().map(|bought| bought.what),
            Placeholder::Days => self.days()?.map(|days| days.to_string()),
            Placeholder::Benefit => self.benefit()?,
            Placeholder::Voucher => self.voucher()?.map(|voucher| words::voucher(voucher.worth, voucher.min_spend, language)),
            Placeholder::Until => self.until()?.map(day),
            Placeholder::Festival => self.festival()?.map(|festival| festival.name),
            Placeholder::DateName => facts.date_name.clone(),
            Placeholder::Season => Some(words::season(self.moment.today, language).to_owned()),
            Placeholder::Event | Placeholder::EventDay | Placeholder::EventPlace => self.event(place)?,
            Placeholder::Wish => self.wish()?,
            Placeholder::Friend => self.friend()?,
            Placeholder::CareTip => self.tips()?,
            Placeholder::Matter => facts.matter.clone(),
        })
    }

    fn id(&self) -> Option<CustomerId> {
        self.archive.as_ref().map(|archive| archive.id)
    }

    fn said(&self, archive: &Customer) -> Option<String> {
        address(&archive.fields.name, archive.fields.nickname.as_deref(), archive.fields.gender, self.template.language)
    }

    /// Who looks after her, otherwise who is at the counter.
    fn clerk(&self) -> Result<Option<String>> {
        let own = self.archive.as_ref().and_then(|archive| archive.fields.staff);
        for id in [own, self.moment.actor].into_iter().flatten() {
            if let Some(found) = staff::get(self.db, id)?.filter(|found| found.is_active) {
                return Ok(Some(found.name));
            }
        }
        Ok(None)
    }

    fn level(&self) -> Result<Option<String>> {
        let Some(stats) = self.id().map(|id| customer_stats::get(self.db, id)).transpose()?.flatten() else { return Ok(None) };
        Ok(level::list(self.db)?.into_iter().find(|level| level.id == stats.level).map(|level| level.name))
    }

    /// What she bought on the visit in question, otherwise on her last one, the dearest first.
    fn bought(&self) -> Result<Vec<Bought>> {
        let visit: Option<VisitId> = match (self.facts.visit, self.id()) {
            (Some(visit), _) => Some(visit),
            (None, Some(id)) => shelf::last_purchase(self.db, id)?,
            (None, None) => None,
        };
        visit.map_or_else(|| Ok(Vec::new()), |visit| shelf::bought(self.db, visit))
    }

    fn days(&self) -> Result<Option<i64>> {
        let last = self.id().map(|id| customer_stats::get(self.db, id)).transpose()?.flatten().and_then(|stats| stats.last_visit);
        Ok(last.map(|last| (self.moment.today - last).num_days()).filter(|days| *days > 0))
    }

    /// What was said, what was promised to her, or on a birthday the gift of her level.
    fn benefit(&self) -> Result<Option<String>> {
        if let Some(benefit) = &self.facts.benefit {
            return Ok(Some(benefit.clone()));
        }
        let Some(id) = self.id() else { return Ok(None) };
        if let Some(promised) = customer_page::benefits(self.db, id, self.moment.today)?.into_iter().next() {
            return Ok(Some(promised.name));
        }
        if !matches!(self.template.occasion, Occasion::Birthday | Occasion::BirthdayInvitation | Occasion::BirthdayBenefit) {
            return Ok(None);
        }
        let Some(stats) = customer_stats::get(self.db, id)? else { return Ok(None) };
        let levels = level::list(self.db)?;
        Ok(levels.into_iter().find(|level| level.id == stats.level).and_then(|level| level.benefits.birthday_gift))
    }

    /// The voucher in question, otherwise the one of hers that ends first.
    fn voucher(&self) -> Result<Option<&Voucher>> {
        if self.voucher.get().is_none() {
            let today = self.moment.today;
            let first = match (self.facts.voucher, self.id()) {
                (Some(id), _) => Some(id),
                (None, Some(id)) => customer_page::vouchers(self.db, id, today)?.into_iter().next().map(|card| card.id),
                (None, None) => None,
            };
            let found = first.map(|id| voucher::get(self.db, id)).transpose()?.flatten();
            let usable = found.map(|found| found.voucher).filter(|voucher| voucher.state(today) == VoucherState::Usable);
            let _ = self.voucher.set(usable);
        }
        Ok(self.voucher.get().and_then(Option::as_ref))
    }

    /// The day named, otherwise the last day of what the text speaks of.
    fn until(&self) -> Result<Option<Day>> {
        if self.facts.until.is_some() {
            return Ok(self.facts.until);
        }
        let Some(id) = self.id() else { return Ok(None) };
        if self.template.occasion == Occasion::PointsExpiring {
            return Ok(customer_stats::get(self.db, id)?.and_then(|stats| stats.points_next_expiry));
        }
        if let Some(voucher) = self.voucher()? {
            return Ok(Some(voucher.valid_to));
        }
        if self.facts.benefit.is_some() {
            return Ok(None);
        }
        Ok(customer_page::benefits(self.db, id, self.moment.today)?.into_iter().next().and_then(|benefit| benefit.valid_to))
    }

    fn festival(&self) -> Result<Option<Festival>> {
        match self.facts.festival {
            Some(id) => festival::get(self.db, id),
            None => upcoming_festival(self.db, self.template.occasion, self.moment.today),
        }
    }

    fn event(&self, place: Placeholder) -> Result<Option<String>> {
        let found = shelf::event(self.db, self.facts.event, self.moment.today)?;
        Ok(found.and_then(|event| match place {
            Placeholder::EventDay => {
                let day = words::day(event.day, self.template.language);
                Some(event.starts.map_or_else(|| day.clone(), |starts| format!("{day} {starts}")))
            }
            Placeholder::EventPlace => event.place,
            _ => Some(event.name),
        }))
    }

    /// The wish in question, otherwise the one she has had longest.
    fn wish(&self) -> Result<Option<String>> {
        if self.facts.wish.is_some() {
            return Ok(self.facts.wish.clone());
        }
        let Some(id) = self.id() else { return Ok(None) };
        let open = around::wishes(self.db, id)?.into_iter().filter(|wish| wish.status == WishStatus::Open);
        Ok(open.min_by_key(|wish| (wish.noted_on, wish.id)).and_then(|wish| wish.name.or(wish.style_no)))
    }

    /// Whom she brought last, or who brought her.
    fn friend(&self) -> Result<Option<String>> {
        let other = match (self.facts.friend, &self.archive, self.template.occasion) {
            (Some(id), ..) => Some(id),
            (None, Some(archive), Occasion::ThanksReferral) => shelf::last_referred(self.db, archive.id)?,
            (None, Some(archive), _) => archive.fields.referrer,
            (None, None, _) => None,
        };
        let found = other.map(|id| customer::get(self.db, id)).transpose()?.flatten();
        Ok(found.and_then(|found| self.said(&found)))
    }

    /// How to care for what she bought: the texts whose title names one of the goods.
    fn tips(&self) -> Result<Option<String>> {
        let bought = self.bought()?;
        if bought.is_empty() {
            return Ok(None);
        }
        let tips = template::list(self.db)?;
        let tips = tips.iter().filter(|t| t.is_on && t.occasion == Occasion::CareTip && t.language == self.template.language);
        // The more of a title's words the goods have, the better: a silk shirt is silk first.
        let fits =
            |tip: &MessageTemplate, goods: &str| tip.title.split_whitespace().filter(|word| goods.contains(&word.to_lowercase())).count();
        let mut said: Vec<&str> = Vec::new();
        for piece in &bought {
            let best =
                tips.clone().map(|tip| (fits(tip, &piece.goods), tip)).filter(|(n, _)| *n > 0).max_by_key(|(n, tip)| (*n, -tip.id.0));
            if let Some((_, tip)) = best
                && said.len() < TIPS
                && !said.contains(&tip.text.as_str())
            {
                said.push(&tip.text);
            }
        }
        let space = if self.template.language == crate::wire::settings::Language::En { " " } else { "" };
        Ok((!said.is_empty()).then(|| said.join(space)))
    }
}
