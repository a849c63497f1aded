//! The search box: one for everything.

use crate::error::Result;
use crate::search::{Found, Hit, KeyKind};
use crate::shop::Shop;
use crate::store::{level, search as store, tag_rule};
use crate::wire::customers::{Search, SearchAnswer, SearchHit};
use std::collections::BTreeMap;
use std::sync::PoisonError;

/// From how many characters on what was typed may be a style number.
const STYLE: usize = 3;
/// From how many characters on what was typed may be a tag that a rule gives.
const TAG: usize = 2;

/// Finds customers by any part of name, pinyin, phone, card, WeChat, nickname or tag; then, if there is room, those who
/// bought a style whose number begins so, and those whom a rule gives a tag of this name. Nothing typed shows who was here last.
pub fn search(shop: &mut Shop, request: Search) -> Result<SearchAnswer> {
    let limit = usize::try_from(request.limit.clamp(1, 50)).unwrap_or(50);
    let query: String = request.query.chars().take(80).collect();
    let index = shop.index();
    let mut found: Vec<(Hit, &'static str)> = {
        let index = index.read().unwrap_or_else(PoisonError::into_inner);
        index.search(&query, limit).into_iter().map(|Found { hit, why, .. }| (hit, why.map_or("recent", word))).collect()
    };
    let db = shop.db()?;
    let typed = query.trim().to_uppercase();
    if found.len() < limit && typed.len() >= STYLE && typed.is_ascii() && typed.bytes().any(|b| b.is_ascii_digit()) {
        let index = index.read().unwrap_or_else(PoisonError::into_inner);
        for id in store::bought_style(db, &typed, limit)? {
            if found.len() < limit
                && found.iter().all(|(hit, _)| hit.id != id)
                && let Some(hit) = index.get(id)
            {
                found.push((hit, "style"));
            }
        }
    }
    let words = query.trim().to_lowercase();
    if found.len() < limit && words.chars().count() >= TAG {
        let today = shop.now().day();
        let index = index.read().unwrap_or_else(PoisonError::into_inner);
        for rule in tag_rule::list(db)?.into_iter().filter(|rule| rule.is_on && rule.name.to_lowercase().contains(&words)) {
            for id in tag_rule::carriers(db, &rule.conditions, today, i64::try_from(limit).unwrap_or(50))? {
                if found.len() < limit
                    && found.iter().all(|(hit, _)| hit.id != id)
                    && let Some(hit) = index.get(id)
                {
                    found.push((hit, "tag"));
                }
            }
        }
    }
    let levels: BTreeMap<_, _> = level::list(db)?.into_iter().map(|level| (level.id, level.name)).collect();
    let hits = found.into_iter().map(|(hit, matched)| SearchHit {
        level: hit.level.and_then(|id| levels.get(&id).cloned()).unwrap_or_default(),
        level_rank: i64::from(hit.rank),
        phone: Some(hit.phone).filter(|phone| !phone.is_empty()),
        id: hit.id,
        member_no: hit.member_no,
        name: hit.name,
        last_visit: hit.last_visit,
        lifetime_spend: hit.lifetime_spend,
        matched: matched.to_owned(),
        archived: hit.archived,
    });
    Ok(SearchAnswer { hits: hits.collect() })
}

fn word(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::Name => "name",
        KeyKind::Pinyin | KeyKind::Alternate => "pinyin",
        KeyKind::Initials => "initials",
        KeyKind::Phone => "phone",
        KeyKind::Card => "card",
        KeyKind::Wechat => "wechat",
        KeyKind::Nickname => "nickname",
        KeyKind::Tag => "tag",
    }
}
