//! What a restore would bring and what it would cost.

use super::stage::{Staged, unlock};
use crate::clock::{Millis, Now};
use crate::error::Result;
use crate::shop::Shop;
use crate::store::upgrade::SCHEMA_VERSION;
use crate::store::{counts, operation, setting, since, sums};
use crate::wire::backup::{LostSince, PreviewRestore, RestorePreview};
use crate::wire::settings::Settings;
use std::path::Path;

/// Opens a copy beside the book, looks it through, and says what is in it and what the book has beyond it. Nothing is changed.
///
/// # Errors
/// `file_missing`, `same_file`, `file_empty`, `file_foreign`, `file_newer`, `file_damaged`, `copy_unsound`, and what the disk says.
pub fn preview_restore(shop: &mut Shop, request: PreviewRestore) -> Result<RestorePreview> {
    shop.still_there()?;
    let staged = Staged::of(Path::new(&request.path), &shop.path(), &unlock(shop, request.passphrase, request.sheet))?;
    staged.must_be_sound()?;
    let (copy, live) = (staged.db()?, shop.db()?);
    let settings: Settings = setting::get(copy, Settings::KEY)?;
    let text = |at: Option<Millis>| at.map(|at| Now::from_millis(at, shop.offset()).text());
    let shared = since::shared(copy, live)?;
    let lost = since::after(live, shared)?;
    let sums = sums::all(copy)?;
    let version = staged.version();
    Ok(RestorePreview {
        shop_name: settings.shop_name,
        version,
        is_older: version < i64::from(SCHEMA_VERSION),
        last_change: text(operation::first_and_last_at(copy)?.1),
        last_visit: counts::last_visit_day(copy)?,
        customers: counts::customers(copy)?,
        visits: sums.rows_of("visit"),
        contacts: sums.rows_of("contact"),
        total: sums.total,
        same_book: shared > 0,
        lost: LostSince {
            operations: lost.operations,
            from: text(lost.from),
            until: text(lost.until),
            customers: lost.customers,
            visits: lost.visits,
            contacts: lost.contacts,
        },
        regained: since::after(copy, shared)?.operations,
    })
}
