//! A text as it would read for somebody, before it is saved.

use super::message::{Moment, write};
use super::offers::offers;
use super::save::checked;
use crate::error::Result;
use crate::ids::TemplateId;
use crate::shop::Shop;
use crate::wire::contacts::Purpose;
use crate::wire::templates::{Message, MessageTemplate, PreviewTemplate, Previewed, Warning};

/// What is odd about a text: a greeting that speaks of offers.
pub(super) fn warnings(text: &str, purpose: Purpose) -> Vec<Warning> {
    let found = if purpose == Purpose::Greeting { offers(text) } else { Vec::new() };
    found.into_iter().map(|word| Warning { word }).collect()
}

/// The text for a customer, or for somebody of whom nothing is known.
///
/// # Errors
/// Those of saving the text; `not_found` at `customer`.
pub fn preview(shop: &mut Shop, request: PreviewTemplate) -> Result<Previewed> {
    let text = checked(&request.text)?;
    let warnings = warnings(&text, request.purpose);
    let moment = Moment::now(shop)?;
    let template = MessageTemplate {
        id: TemplateId(0),
        key: None,
        occasion: request.occasion,
        language: request.language,
        title: String::new(),
        text,
        purpose: request.purpose,
        is_on: true,
    };
    let Message { text, missing, left_out, characters, .. } = write(shop.db()?, &moment, request.customer, &template, &request.facts)?;
    Ok(Previewed { text, missing, left_out, characters, warnings })
}
