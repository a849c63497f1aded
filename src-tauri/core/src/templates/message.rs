//! The text for one customer, ready to be copied.

use super::Occasion;
use super::facts::{known, upcoming_festival};
use super::text::{fill, parse};
use crate::clock::Day;
use crate::contacts::clock::ContactLimits;
use crate::error::{Code, Error, Failure, Result};
use crate::ids::{CustomerId, StaffId};
use crate::shop::Shop;
use crate::store::{festival, setting, template};
use crate::wire::settings::{Language, Settings};
use crate::wire::templates::{Message, MessageFacts, MessageFor, MessageTemplate};
use chrono::Timelike;
use rusqlite::Connection;

/// When a text is written, by whom, for which shop.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// Today.
    pub today: Day,
    /// Who is at the counter.
    pub actor: Option<StaffId>,
    /// The shop.
    pub settings: Settings,
    /// Whether messages may go out now.
    pub in_hours: bool,
}

impl Moment {
    /// Now, as the shop stands.
    pub(crate) fn now(shop: &Shop) -> Result<Moment> {
        Moment::of(shop, shop.now().day())
    }

    /// The same, written for the tasks of another day.
    pub(crate) fn of(shop: &Shop, today: Day) -> Result<Moment> {
        let limits: ContactLimits = setting::get(shop.db()?, ContactLimits::KEY)?;
        let in_hours = limits.in_hours(shop.now().at.hour());
        Ok(Moment { today, actor: shop.actor(), settings: setting::get(shop.db()?, Settings::KEY)?, in_hours })
    }
}

/// Writes a text for a customer, or for somebody of whom nothing is known.
///
/// # Errors
/// `not_found` at `customer`; `template_invalid` for a stored text that does not read, which saving refuses.
pub(crate) fn write(
    db: &Connection,
    moment: &Moment,
    customer: Option<CustomerId>,
    template: &MessageTemplate,
    facts: &MessageFacts,
) -> Result<Message> {
    let parts = parse(&template.text).map_err(Error::from)?;
    let known = known(db, moment, customer, template, facts, &parts)?;
    let filled = fill(&parts, &known, template.language);
    Ok(Message {
        template: template.id,
        title: template.title.clone(),
        occasion: template.occasion,
        purpose: template.purpose,
        language: template.language,
        characters: i64::try_from(filled.text.chars().count()).unwrap_or(i64::MAX),
        text: filled.text,
        missing: filled.missing,
        left_out: filled.left_out,
        in_hours: moment.in_hours,
    })
}

/// The text of an occasion that is on, in a language; the shop's own go before those that ship with the program. For a festival one made
/// for it goes before one for any, and one made for another is not said.
pub(crate) fn choose(db: &Connection, occasion: Occasion, language: Language, facts: &MessageFacts) -> Result<Option<MessageTemplate>> {
    let festivals = festival::list(db)?;
    let kept = facts.festival.and_then(|id| festivals.iter().find(|festival| festival.id == id));
    let rank = |template: &MessageTemplate| -> Option<u8> {
        let Some(kept) = kept else {
            return Some(match &template.key {
                None => 0,
                // Of several that ship, the one for any goes before those of single festivals.
                Some(key) if key.contains(".any.") || key.matches('.').count() < 2 => 1,
                Some(_) => 2,
            });
        };
        let names_it = template.title.contains(&kept.name);
        match &template.key {
            None if names_it => Some(0),
            None => (!festivals.iter().any(|other| template.title.contains(&other.name))).then_some(3),
            Some(key) if kept.key.as_ref().is_some_and(|own| key.starts_with(&format!("{}.{own}.", occasion.as_str()))) => Some(1),
            Some(_) if names_it => Some(2),
            Some(key) => key.contains(".any.").then_some(4),
        }
    };
    let fitting = template::list(db)?.into_iter().filter(|t| t.is_on && t.occasion == occasion && t.language == language);
    Ok(fitting.filter_map(|template| Some((rank(&template)?, template))).min_by_key(|(rank, _)| *rank).map(|(_, template)| template))
}

/// The text for a customer: of the template named, or of an occasion.
///
/// # Errors
/// `not_found` at `customer`, `template` or, when no text of the occasion is on, `occasion`; `required` at `template` when neither is named.
pub fn message_for(shop: &mut Shop, request: MessageFor) -> Result<Message> {
    let moment = Moment::now(shop)?;
    message_at(shop.db()?, &moment, request)
}

/// The same, written at any moment.
pub(crate) fn message_at(db: &Connection, moment: &Moment, request: MessageFor) -> Result<Message> {
    let language = request.language.unwrap_or(moment.settings.language);
    let mut facts = request.facts;
    if let (None, Some(occasion)) = (facts.festival, request.occasion) {
        facts.festival = upcoming_festival(db, occasion, moment.today)?.map(|festival| festival.id);
    }
    let template = match (request.template, request.occasion) {
        (Some(id), _) => template::get(db, id)?.ok_or_else(|| Failure::at(Code::NotFound, "template"))?,
        (None, Some(occasion)) => choose(db, occasion, language, &facts)?.ok_or_else(|| Failure::at(Code::NotFound, "occasion"))?,
        (None, None) => return Err(Failure::at(Code::Required, "template").into()),
    };
    write(db, moment, Some(request.customer), &template, &facts)
}
