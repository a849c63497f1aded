//! The search box: one for everything.

use crate::error::{Code, Failure, Result};
use crate::ids::LevelId;
use crate::lock::{Access, Gate};
use crate::search::{Found, Hit, KeyKind, SearchIndex, fold};
use crate::shop::Shop;
use crate::store::{level, search as store, tag_rule};
use crate::wire::customers::{Search, SearchAnswer, SearchHit};
use crate::wire::phone;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// From how many characters on what was typed may be a style number.
const STYLE: usize = 3;
/// Found by the number of an archive that became part of hers.
const OLD_CARD: &str = "old_card";
/// From how many characters on what was typed may be a tag that a rule gives.
const TAG: usize = 2;

/// Everything the search box needs, in memory, so that it answers while the book is busy with something long. Its copies share it.
#[derive(Clone, Default)]
pub struct Finder {
    known: Arc<RwLock<Known>>,
    ready: Arc<AtomicBool>,
    gate: Gate,
}

#[derive(Default)]
struct Known {
    index: SearchIndex,
    levels: BTreeMap<LevelId, String>,
    /// Names of the tags that rules give, in small letters.
    tags: Vec<String>,
}

impl Finder {
    /// Whether everybody is in it. Before that it finds nobody, and the book has to be asked.
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    /// Answers beside the queue, as [`crate::ops::call`] would: whoever may not search is refused, and phones are seen by whom they may be.
    ///
    /// # Errors
    /// `locked`.
    pub fn answer(&self, request: &Search) -> std::result::Result<(serde_json::Value, bool), Failure> {
        let seat = self.gate.seat();
        seat.admit(Access::Clerk)?;
        let (answer, all) = self.search(request);
        let answer = phone::showing(seat.shows_phones(), || serde_json::to_value(answer)).map_err(|_| Failure::new(Code::Internal))?;
        Ok((answer, all))
    }

    pub(crate) fn gate(&self) -> &Gate {
        &self.gate
    }

    /// The customers found by what is known of them, and whether that is all: if not, what was typed may also be the beginning of a
    /// style number, or a tag that a rule gives, which only the book can look up.
    pub(crate) fn search(&self, request: &Search) -> (SearchAnswer, bool) {
        let (limit, query) = bounds(request);
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let found = known.index.search(&query, limit);
        let all = found.len() >= limit || (style(&query).is_none() && !known.has_rule(&query));
        let old = |hit: &Hit, why| why == Some(KeyKind::Card) && !fold(&hit.member_no).contains(&fold(&query));
        let hits = found.into_iter().map(|Found { hit, why, .. }| {
            let why = if old(&hit, why) { OLD_CARD } else { why.map_or("recent", word) };
            known.seen(hit, why)
        });
        (SearchAnswer { hits: hits.collect() }, all)
    }

    /// Puts everybody in, the names of the levels, and those of the tags that rules give.
    pub(crate) fn fill(&self, index: SearchIndex, levels: BTreeMap<LevelId, String>, tags: Vec<String>) {
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Known { index, levels, tags };
        self.ready.store(true, Ordering::Release);
    }

    /// Changes single customers.
    pub(crate) fn change<T>(&self, work: impl FnOnce(&mut SearchIndex) -> T) -> T {
        work(&mut self.known.write().unwrap_or_else(PoisonError::into_inner).index)
    }

    /// Adds who is not among the hits yet, with why, up to the limit.
    fn add(&self, answer: &mut SearchAnswer, customers: Vec<crate::ids::CustomerId>, why: &str, limit: usize) {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        for id in customers {
            if answer.hits.len() < limit
                && answer.hits.iter().all(|hit| hit.id != id)
                && let Some(hit) = known.index.get(id)
            {
                answer.hits.push(known.seen(hit, why));
            }
        }
    }
}

impl Known {
    fn has_rule(&self, query: &str) -> bool {
        rule_words(query).is_some_and(|words| self.tags.iter().any(|tag| tag.contains(&words)))
    }

    fn seen(&self, hit: Hit, matched: &str) -> SearchHit {
        SearchHit {
            level: hit.level.and_then(|id| self.levels.get(&id).cloned()).unwrap_or_default(),
            level_rank: i64::from(hit.rank),
            phone: Some(hit.phone).filter(|phone| !phone.is_empty()).map(Into::into),
            id: hit.id,
            member_no: hit.member_no,
            name: hit.name,
            last_visit: hit.last_visit,
            lifetime_spend: hit.lifetime_spend,
            matched: matched.to_owned(),
            archived: hit.archived,
        }
    }
}

/// Finds customers by any part of name, pinyin, phone, card, WeChat, nickname or tag; then, if there is room, those who
/// bought a style whose number begins so, and those whom a rule gives a tag of this name. Nothing typed shows who was here last.
pub fn search(shop: &mut Shop, request: Search) -> Result<SearchAnswer> {
    let finder = shop.finder();
    // The first screen asks for this, and must not wait until everybody is in the index.
    if !finder.is_ready()
        && let Some(answer) = recent(shop.db()?, &request)?
    {
        return Ok(answer);
    }
    shop.load_index()?;
    let (mut answer, all) = finder.search(&request);
    let (limit, query) = bounds(&request);
    if let Some(style) = style(&query).filter(|_| !all) {
        finder.add(&mut answer, store::bought_style(shop.db()?, &style, limit)?, "style", limit);
    }
    if let Some(words) = rule_words(&query).filter(|_| !all) {
        let today = shop.now().day();
        for rule in tag_rule::list(shop.db()?)?.into_iter().filter(|rule| rule.is_on && rule.name.to_lowercase().contains(&words)) {
            if answer.hits.len() < limit {
                let carriers = tag_rule::carriers(shop.db()?, &rule.conditions, today, i64::try_from(limit).unwrap_or(50))?;
                finder.add(&mut answer, carriers, "tag", limit);
            }
        }
    }
    Ok(answer)
}

/// Who was here last, if nothing was typed and it can be told without the index.
fn recent(db: &Connection, request: &Search) -> Result<Option<SearchAnswer>> {
    let (limit, query) = bounds(request);
    if !query.trim().is_empty() {
        return Ok(None);
    }
    let Some(hits) = store::recent(db, limit)? else { return Ok(None) };
    let known = Known { levels: level::list(db)?.into_iter().map(|level| (level.id, level.name)).collect(), ..Known::default() };
    Ok(Some(SearchAnswer { hits: hits.into_iter().map(|hit| known.seen(hit, "recent")).collect() }))
}

fn bounds(request: &Search) -> (usize, String) {
    (usize::try_from(request.limit.clamp(1, 50)).unwrap_or(50), request.query.chars().take(80).collect())
}

/// What was typed as it may stand in the name of a tag that a rule gives.
fn rule_words(query: &str) -> Option<String> {
    let words = query.trim().to_lowercase();
    (words.chars().count() >= TAG).then_some(words)
}

/// What was typed as a style number, if it can be one.
fn style(query: &str) -> Option<String> {
    let typed = query.trim().to_uppercase();
    (typed.len() >= STYLE && typed.is_ascii() && typed.bytes().any(|b| b.is_ascii_digit())).then_some(typed)
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
