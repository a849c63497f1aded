//! The texts of the shop.

use super::placeholder::Placeholder;
use super::preview::warnings;
use super::text::{fill, parse};
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{setting, template};
use crate::wire::settings::Settings;
use crate::wire::templates::{ListTemplates, MessageTemplate, PlaceholderRow, TemplateRow, Templates};
use std::collections::BTreeMap;

/// A text with something in every place. One that cannot be read, which no door lets in, stands as it is.
fn example(template: &MessageTemplate, shop_name: &str) -> String {
    let of = |place: Placeholder| match place {
        Placeholder::Shop => shop_name.to_owned(),
        place => place.example(template.language).to_owned(),
    };
    let known: BTreeMap<Placeholder, String> = Placeholder::ALL.iter().map(|&place| (place, of(place))).collect();
    parse(&template.text).map_or_else(|_| template.text.clone(), |parts| fill(&parts, &known, template.language).text)
}

/// The texts of a language, by occasion and place, each with what is odd about it, and the placeholders there are.
pub fn list(shop: &mut Shop, request: ListTemplates) -> Result<Templates> {
    let found = template::list(shop.db()?)?;
    let shop_name = setting::get::<Settings>(shop.db()?, Settings::KEY)?.shop_name;
    let wanted = |row: &crate::wire::templates::MessageTemplate| {
        request.language.is_none_or(|language| row.language == language) && request.occasion.is_none_or(|occasion| row.occasion == occasion)
    };
    let templates = found
        .into_iter()
        .filter(wanted)
        .map(|template| TemplateRow {
            warnings: warnings(&template.text, template.purpose),
            example: example(&template, &shop_name),
            template,
        })
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
