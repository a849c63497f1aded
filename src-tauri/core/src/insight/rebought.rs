//! What is bought again: goods by category, style, size or colour, and the customers with an archive who bought them on two days of a
//! period or more.

use super::membership::number;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::money::Fen;
use crate::shop::Shop;
use crate::store::{insight_goods, setting};
use crate::wire::insight::{GetRebought, InsightSettings, Rebought, ReboughtRow};
use crate::wire::paging;
use chrono::{Days, Months};
use std::collections::{HashMap, HashSet};

#[derive(Default)]
struct Goods {
    name: Option<String>,
    pieces: i64,
    net: Fen,
}

/// What was bought again in a period, most people first.
///
/// # Errors
/// `out_of_range` for the limit, and at `to` for one before `from`.
pub fn list(shop: &mut Shop, request: GetRebought) -> Result<Rebought> {
    let limit = paging::limit(request.limit)?;
    let today = shop.now().day();
    let to = request.to.unwrap_or(today);
    let year_ago = |day: Day| day.checked_sub_months(Months::new(12)).and_then(|day| day.checked_add_days(Days::new(1))).unwrap_or(day);
    let from = request.from.unwrap_or_else(|| year_ago(to));
    if from > to {
        return Err(Failure::at(Code::OutOfRange, "to").with("min", from.to_string()).with("max", today.to_string()).into());
    }
    let db = shop.db()?;
    let settings: InsightSettings = setting::get(db, InsightSettings::KEY)?;
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut goods: Vec<Goods> = Vec::new();
    let mut bought: Vec<(usize, CustomerId, i32)> = Vec::new();
    insight_goods::each_line(db, from, to, request.by, |line| {
        let at = match names.get(line.key) {
            Some(at) => *at,
            None => {
                goods.push(Goods::default());
                *names.entry(line.key.to_owned()).or_insert(goods.len() - 1)
            }
        };
        let one = &mut goods[at];
        one.pieces += line.qty;
        one.net += line.amount;
        if let Some(name) = line.name.filter(|name| one.name.as_deref() != Some(*name)) {
            one.name = Some(name.to_owned());
        }
        if line.qty > 0 {
            bought.push((at, line.customer, line.day));
        }
    })?;
    // Two lines of a day are one buying.
    bought.sort_unstable();
    bought.dedup();
    let mut rows: Vec<ReboughtRow> = Vec::new();
    let mut counts = vec![(0i64, 0i64); goods.len()];
    let (mut buyers, mut again) = (HashSet::new(), HashSet::new());
    for hers in bought.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (at, customer, _) = hers[0];
        counts[at].0 += 1;
        buyers.insert(customer);
        if hers.len() > 1 {
            counts[at].1 += 1;
            again.insert(customer);
        }
    }
    let by_style = request.by == crate::wire::insight::ReboughtBy::Style;
    for (key, at) in names {
        let (own, twice) = counts[at];
        let one = std::mem::take(&mut goods[at]);
        let name = one.name.filter(|_| by_style);
        rows.push(ReboughtRow {
            key,
            name,
            buyers: own,
            again: twice,
            enough: own >= settings.least_sample,
            pieces: one.pieces,
            net: one.net,
        });
    }
    rows.sort_by(|a, b| b.again.cmp(&a.again).then(b.buyers.cmp(&a.buyers)).then(a.key.cmp(&b.key)));
    let total = number(rows.len());
    rows.truncate(limit);
    Ok(Rebought { from, to, by: request.by, buyers: number(buyers.len()), again: number(again.len()), rows, total })
}
