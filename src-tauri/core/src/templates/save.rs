//! Adding, changing and taking away a text.

use super::preview::warnings;
use super::text::{LONGEST, parse};
use crate::error::{Code, Error, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{care_rule, template};
use crate::wire::templates::{SaveTemplate, TemplateRef, TemplateSaved};
use crate::wire::{Done, text};

/// The longest title, in characters.
const TITLE: usize = 40;
/// How many texts a shop can have.
const MOST: i64 = 1_000;

/// A text that may be stored: trimmed, bounded, every placeholder known.
///
/// # Errors
/// `required`, `too_long` or `text_invalid` at `text`; `template_invalid` at `text` with `why`, `at` and, for an unknown placeholder, `name`.
pub(super) fn checked(given: &str) -> Result<String> {
    let text = text::note("text", Some(given))?.ok_or_else(|| Failure::at(Code::Required, "text"))?;
    if text.chars().count() > LONGEST {
        return Err(Failure::at(Code::TooLong, "text").with("max", LONGEST).into());
    }
    parse(&text).map_err(Error::from)?;
    Ok(text)
}

/// Adds a text, or changes one; the answer says what is odd about it.
///
/// # Errors
/// Those of the text, `required` or `too_long` at `title`, `out_of_range` past a thousand texts, `not_found`.
pub fn save(shop: &mut Shop, request: SaveTemplate) -> Result<TemplateSaved> {
    let title = text::required("title", &request.title, TITLE)?;
    let text = checked(&request.text)?;
    let saved = SaveTemplate { title, text, ..request };
    let warnings = warnings(&saved.text, saved.purpose);
    shop.write(Op::SaveTemplate, |tx| {
        let id = match saved.id {
            Some(id) if template::update(tx.db(), id, &saved)? == 0 => return Err(Failure::at(Code::NotFound, "id").into()),
            Some(id) => id,
            None if template::count(tx.db())? >= MOST => {
                return Err(Failure::new(Code::OutOfRange).with("min", 0).with("max", MOST).into());
            }
            None => template::insert(tx.db(), None, &saved)?,
        };
        tx.param("template", saved.title.as_str());
        Ok(TemplateSaved { template: id, warnings })
    })
}

/// Takes a text away; undo brings it back. One that the log, a task set by hand or a rule of care refers to stays: it can be turned
/// off.
///
/// # Errors
/// `in_use` with `n`, `not_found`.
pub fn remove(shop: &mut Shop, request: TemplateRef) -> Result<Done> {
    shop.write(Op::RemoveTemplate, |tx| {
        let found = template::get(tx.db(), request.template)?.ok_or_else(|| Failure::at(Code::NotFound, "template"))?;
        let uses = template::uses(tx.db(), request.template)?;
        if uses > 0 {
            let failure = Failure::at(Code::InUse, "template").with("n", uses);
            // The log cannot be changed, a rule can: it is named.
            let named = care_rule::list(tx.db())?.into_iter().find(|rule| rule.plan.template == Some(request.template));
            return Err(named.map_or(failure.clone(), |rule| failure.with("why", "rule").with("rule", rule.name)).into());
        }
        template::delete(tx.db(), request.template)?;
        tx.param("template", found.title);
        Ok(Done {})
    })
}
