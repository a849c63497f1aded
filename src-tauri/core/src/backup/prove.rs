//! The rehearsal: everything a restore does, up to the last step.

use super::list;
use super::notes;
use super::stage::{Staged, unlock};
use crate::check;
use crate::clock::FixedClock;
use crate::encryption::Unlock;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::counts;
use crate::wire::Nothing;
use crate::wire::backup::{CopyProof, ProveCopy};
use std::path::Path;

/// Opens a copy as a restore would, runs the whole check on it, and closes it again. The copy and the book are as they were; only when it was
/// proven is noted.
///
/// # Errors
/// Those of [`super::preview_restore`]; what is found in a copy that opens is no error but stands in the answer.
pub fn prove_copy(shop: &mut Shop, request: ProveCopy) -> Result<CopyProof> {
    let path = Path::new(&request.path);
    let now = shop.now();
    let proof = run(shop, path, &unlock(shop, request.passphrase, request.sheet));
    let good = proof.as_ref().is_ok_and(|proof| proof.ok);
    // A copy that could not even be read for want of room or rights is not thereby bad.
    let told = match &proof {
        Ok(_) => true,
        Err(error) => list::is_verdict(error.code()),
    };
    if told && let Some((row, at)) = list::row_of(shop, path)? {
        let _ = notes::proven(shop, row, at, good.then(|| now.millis()));
    }
    proof
}

fn run(shop: &Shop, path: &Path, unlock: &Unlock) -> Result<CopyProof> {
    let now = shop.now();
    shop.still_there()?;
    let mut staged = Staged::of(path, &shop.path(), unlock)?;
    let store = staged.take_store()?;
    let mut copy = Shop::on(store, Box::new(FixedClock::standing(now.at.to_utc())))?;
    let report = check::check(&mut copy, Nothing {})?;
    let last_visit = counts::last_visit_day(copy.db()?)?;
    Ok(CopyProof {
        ok: report.ok,
        findings: report.findings,
        customers: report.customers,
        visits: report.visits,
        total: report.total,
        last_visit,
        at: now.text(),
    })
}
