//! What the window needs at its start.

use crate::audit::head;
use crate::backup;
use crate::clock::Now;
use crate::error::Result;
use crate::lock::{self, Seat};
use crate::shop::Shop;
use crate::store::{counts, operation, setting, staff, state};
use crate::wire::Nothing;
use crate::wire::settings::Settings;
use crate::wire::shop::{ShopInfo, ShopSize};

/// The shop, who works there, whether anybody is in it and when it was last copied. It is asked for after every save, so nothing in it may
/// grow with the book.
pub fn info(shop: &mut Shop, _: Nothing) -> Result<ShopInfo> {
    let locked = shop.seat() == Seat::Locked;
    let lock = Some(lock::state(shop, Nothing {})?);
    let db = shop.db()?;
    let last_backup: Option<i64> = state::get(db, backup::LAST_BACKUP)?;
    let notes = backup::Notes::of(db)?;
    let is_empty = counts::nobody(db)?;
    let begun = operation::first_and_last_at(db)?.0;
    Ok(ShopInfo {
        settings: setting::get(db, Settings::KEY)?,
        // The lock screen needs to know what the shop is called and who may sit down, and nothing else.
        staff: staff::list(db)?.into_iter().filter(|person| !locked || person.is_active).collect(),
        actor: shop.actor(),
        is_empty: !locked && is_empty,
        today: shop.now().day(),
        last_backup: last_backup.filter(|_| !locked).map(|at| Now::from_millis(at, shop.offset()).text()),
        last_off_disk: notes.off_disk.map(|at| Now::from_millis(at, shop.offset()).text()),
        off_disk_due: !is_empty && backup::off_disk_due(notes.off_disk, begun, shop.now().millis()),
        backup_problem: notes.problem,
        place: shop.place().place,
        place_name: shop.place().name.map(str::to_owned),
        clock: backup::in_doubt(shop)?,
        lock,
        audit_head: if locked { None } else { Some(head(db)?) },
        file_name: shop.path().file_name().unwrap_or_default().to_string_lossy().into_owned(),
    })
}

/// How large the book is.
pub fn size(shop: &mut Shop, _: Nothing) -> Result<ShopSize> {
    let db = shop.db()?;
    Ok(ShopSize { customers: counts::customers(db)?, visits: counts::visits(db)? })
}
