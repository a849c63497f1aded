//! What a new book is filled with: the owner, and the trade's preset, which is the shop's own from then on.

mod care;
mod demo;
mod segments;

pub(crate) use care::fill as fill_care;
pub(crate) use demo::load as load_demo;
pub(crate) use segments::fill as fill_segments;

use crate::clock::Day;
use crate::error::Result;
use crate::levels::RuleSet;
use crate::presets::{BirthdayRule, VoucherDefault, preset};
use crate::store::{level, operation, profile, search, setting, staff, tag};
use crate::wire::settings::{Language, Settings};
use crate::wire::shop::NewShop;
use crate::wire::{staff::Role, text};
use rusqlite::Connection;

/// The key of the [`crate::points::PointsRule`] in table `setting`.
pub(crate) const POINTS_RULE: &str = "points_rule";
/// The key of the [`BirthdayRule`].
pub(crate) const BIRTHDAY_RULE: &str = "birthday_rule";
/// The key of the list of [`VoucherDefault`]s, one a kind; a kind that is not in it is not given by itself.
pub(crate) const VOUCHER_RULE: &str = "voucher_rule";
/// The key of the list of categories of goods.
pub(crate) const CATEGORIES: &str = "categories";

/// The log of a book that was made before there was one: it begins with what stands there, dated like the last thing done.
pub(crate) fn begin_log(db: &Connection) -> Result<()> {
    crate::audit::begin(db, operation::last_at(db)?, true)
}

/// Writes the owner and the trade's preset into an empty book.
///
/// # Errors
/// `required`, `too_long` or `text_invalid` at `name` or `owner`.
pub(crate) fn fill(db: &Connection, new: &NewShop) -> Result<()> {
    let name = text::required("name", &new.name, text::LINE)?;
    let language = new.language;
    let settings = Settings { shop_name: name, trade: new.trade, language, ..Settings::default() };
    setting::put(db, Settings::KEY, &settings)?;
    let owner = text::line("owner", new.owner.as_deref(), 20)?;
    let word = if language == Language::ZhCn { "店主" } else { "Owner" };
    staff::insert(db, owner.as_deref().unwrap_or(word), Role::Owner)?;

    let preset = preset(new.trade)?;
    for field in &preset.fields {
        profile::insert_field(db, &field.field(language))?;
    }
    let mut rules = Vec::new();
    for (rank, given) in (0..).zip(&preset.levels) {
        let shown = given.level(crate::ids::LevelId(0), rank, language);
        let id = level::insert(db, rank, &shown.name, &shown.benefits)?;
        rules.extend(given.rule(id));
    }
    // The first rules hold for all time before them, so that an imported past is judged too.
    level::insert_rule_set(db, &RuleSet { from: first_day(), rules })?;
    setting::put(db, level::REVIEW_PERIOD, &preset.reviews)?;
    setting::put(db, POINTS_RULE, &preset.points)?;
    setting::put::<BirthdayRule>(db, BIRTHDAY_RULE, &preset.birthday)?;
    setting::put::<Vec<VoucherDefault>>(db, VOUCHER_RULE, &preset.vouchers)?;
    let categories: Vec<&str> = preset.categories.iter().map(|text| text.to(language)).collect();
    setting::put(db, CATEGORIES, &categories)?;
    for name in &preset.tags {
        tag::insert(db, name.to(language))?;
    }
    care::fill(db)?;
    segments::fill(db)?;
    // Nobody is in it yet, but how keys are made is noted, so that the first search has nothing to write, be the disk full.
    search::rebuild_all(db)
}

/// The day from which the first rules hold.
fn first_day() -> Day {
    Day::from_ymd_opt(1900, 1, 1).unwrap_or(Day::MIN)
}
