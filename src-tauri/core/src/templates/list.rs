//! The texts of the shop.

use super::placeholder::Placeholder;
use super::preview::warnings;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::template;
use crate::wire::templates::{ListTemplates, PlaceholderRow, TemplateRow, Templates};

/// The texts of a language, by occasion and place, each with what is odd about it, and the placeholders there are.
pub fn list(shop: &mut Shop, request: ListTemplates) -> Result<Templates> {
    let found = template::list(shop.db()?)?;
    let wanted = |row: &crate::wire::templates::MessageTemplate| {
        request.language.is_none_or(|language| row.language == language) && request.occasion.is_none_or(|occasion| row.occasion == occasion)
    };
    let templates = found
        .into_iter()
        .filter(wanted)
        .map(|template| TemplateRow { warnings: warnings(&template.text, template.purpose), template })
        .collect();
    let placeholders = Placeholder::ALL
        .iter()
        .map(|&placeholder| PlaceholderRow {
            placeholder,
            zh: placeholder.label(crate::wire::settings::Language::ZhCn).to_owned(),
            en: placeholder.label(crate::wire::settings::Language::En).to_owned(),
        })
        .collect();
    Ok(Templates { templates, placeholders })
}
