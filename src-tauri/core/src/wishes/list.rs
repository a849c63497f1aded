//! What is waited for, by style.

use crate::error::Result;
use crate::search::style_key;
use crate::shop::Shop;
use crate::store::{arrival, customer};
use crate::wire::Nothing;
use crate::wire::tag_rules::{WaitingWish, WishList, WishedStyle};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many styles are shown.
const STYLES: usize = 500;

/// Open wishes by style, those most waited for first; a wish without a style number stands by its name.
pub fn list(shop: &mut Shop, _: Nothing) -> Result<WishList> {
    let db = shop.db()?;
    let wishes = arrival::open_wishes(db)?;
    let all = i64::try_from(wishes.len()).unwrap_or(i64::MAX);
    let mut styles: BTreeMap<(bool, String), WishedStyle> = BTreeMap::new();
    for wish in wishes {
        let Some(person) = customer::person(db, wish.customer)? else { continue };
        let key = match &wish.style_no {
            Some(style) => (false, style_key(style)),
            None => (true, wish.name.clone().unwrap_or_default().to_lowercase()),
        };
        let entry = styles.entry(key).or_insert_with(|| WishedStyle {
            // As the first of them writes it.
            style_no: wish.style_no.as_deref().map(str::to_uppercase),
            name: None,
            waiting: Vec::new(),
            arrivals: Vec::new(),
        });
        entry.name = entry.name.take().or(wish.name);
        entry.waiting.push(WaitingWish {
            id: wish.id,
            customer: person,
            color: wish.color,
            size: wish.size,
            reason: wish.reason,
            noted_on: wish.noted_on,
        });
    }
    for (style, one) in arrival::all(db)? {
        if let Some(entry) = styles.get_mut(&(false, style_key(&style))) {
            entry.arrivals.push(one);
        }
    }
    let mut styles: Vec<WishedStyle> = styles.into_values().collect();
    styles.sort_by_key(|style| Reverse(style.waiting.len()));
    styles.truncate(STYLES);
    Ok(WishList { styles, wishes: all })
}
