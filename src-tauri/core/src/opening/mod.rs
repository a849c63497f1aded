//! What a new book is filled with.

use crate::clock::Day;
use crate::error::Result;
use crate::levels::{Benefits, RuleSet};
use crate::shop::Shop;
use crate::store::{level, profile, setting, staff};
use crate::wire::profile::{Asking, FieldKind, Part, ProfileField};
use crate::wire::settings::{Language, Settings};
use crate::wire::shop::NewShop;
use crate::wire::{staff::Role, text};
use rusqlite::Connection;

/// Writes the owner and the trade's presets into an empty book.
pub(crate) fn fill(db: &Connection, new: &NewShop, _today: Day) -> Result<()> {
    let name = text::required("name", &new.name, text::LINE)?;
    let settings = Settings { shop_name: name, trade: new.trade, language: new.language, ..Settings::default() };
    setting::put(db, Settings::KEY, &settings)?;
    let owner = text::line("owner", new.owner.as_deref(), 20)?;
    let word = if new.language == Language::ZhCn { "店主" } else { "Owner" };
    staff::insert(db, owner.as_deref().unwrap_or(word), Role::Owner)?;
    level::insert(db, 0, "普通会员", &Benefits::default())?;
    level::insert_rule_set(db, &RuleSet { from: Day::MIN, rules: Vec::new() })?;
    for (key, label) in [("name", "姓名"), ("phone", "手机")] {
        profile::insert_field(
            db,
            &ProfileField {
                id: crate::ids::FieldId(0),
                key: key.into(),
                label: label.into(),
                part: Part::Hard,
                kind: FieldKind::Text,
                options: vec![],
                weight: 10,
                is_on: true,
                is_sensitive: false,
                is_builtin: true,
                question: None,
                asking: Asking::default(),
            },
        )?;
    }
    Ok(())
}

/// Brings the invented customers in.
pub(crate) fn load_demo(_shop: &mut Shop) -> Result<()> {
    Ok(())
}
