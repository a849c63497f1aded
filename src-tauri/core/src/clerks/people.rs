//! Who is behind a figure of the board.

use super::board::check_days;
use super::new_vips;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::{clerk_figures, customer};
use crate::wire::clerks::{ClerkFigure, ClerkPeople, ClerkPerson, ListClerkPeople};

/// How many are named.
const MOST: usize = 500;

/// The people behind a figure.
///
/// # Errors
/// `out_of_range` at `to`.
pub fn people(shop: &mut Shop, request: ListClerkPeople) -> Result<ClerkPeople> {
    check_days(request.from, request.to)?;
    let today = shop.now().day();
    let db = shop.db()?;
    let mut found: Vec<clerk_figures::Behind> = match request.figure {
        ClerkFigure::NewVips => {
            let mine = new_vips::between(db, request.from, request.to, today)?.into_iter().filter(|vip| vip.staff == request.staff);
            mine.map(|vip| clerk_figures::Behind { day: Some(vip.day), ..clerk_figures::Behind::of(vip.customer) }).collect()
        }
        figure => clerk_figures::behind(db, figure, request.staff, request.from, request.to)?,
    };
    if request.figure == ClerkFigure::NewVips {
        found.sort_by_key(|one| (std::cmp::Reverse(one.day), one.customer));
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let mut rows = Vec::new();
    for one in found.into_iter().take(MOST) {
        let Some(person) = customer::person(db, one.customer)? else { continue };
        rows.push(ClerkPerson { customer: person, day: one.day, amount: one.amount, number: one.number, words: one.words });
    }
    Ok(ClerkPeople { rows, total })
}
