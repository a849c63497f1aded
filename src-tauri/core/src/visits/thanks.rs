//! The reward of whoever brought the customer follows the purchase that earned it.

use super::settle::Settling;
use crate::error::Result;
use crate::ids::VisitId;
use crate::points::{PointsKind, ledger};
use crate::store::referral_thanks::{self, ThanksRecord};
use crate::store::{customer, points, referral, voucher};
use crate::wire::referrals::ThanksMoved;

impl Settling<'_, '_> {
    /// Brings the rewards that rest on a purchase in line with what is kept of it.
    pub fn thanks(&mut self, purchase: VisitId) -> Result<()> {
        for record in referral_thanks::of_visit(self.tx.db(), purchase)? {
            let kept = referral::kept(self.tx.db(), purchase, record.referred)?;
            let stands = kept >= record.least;
            let (vouchers, used) = self.voucher_of(&record, stands)?;
            let points = self.points_of(&record, stands)?;
            if vouchers != 0 || points != 0 || used {
                self.note(&record, vouchers, used, points)?;
            }
        }
        Ok(())
    }

    fn voucher_of(&mut self, record: &ThanksRecord, stands: bool) -> Result<(i64, bool)> {
        let Some(given) = record.voucher.map(|id| voucher::get(self.tx.db(), id)).transpose()?.flatten() else { return Ok((0, false)) };
        let (id, at) = (given.voucher.id, self.tx.now().millis());
        if !stands && given.voucher.used_on.is_some() {
            return Ok((0, true));
        }
        if !stands && !given.voucher.cancelled {
            voucher::set_cancelled(self.tx.db(), id, Some((at, None)))?;
            return Ok((-1, false));
        }
        // One called back by hand does not come back.
        if stands && given.went_along {
            voucher::set_cancelled(self.tx.db(), id, None)?;
            return Ok((1, false));
        }
        Ok((0, false))
    }

    /// What is missing to what should stand is entered on the day of the settling; a balance may go below zero and shows.
    fn points_of(&mut self, record: &ThanksRecord, stands: bool) -> Result<i64> {
        let Some(id) = record.points else { return Ok(0) };
        let Some(gift) = referral_thanks::points_gift(self.tx.db(), id)? else { return Ok(0) };
        let move_by = if stands { gift.points } else { 0 } - gift.net;
        if move_by != 0 {
            let mut entry = points::entry(self.tx.now(), PointsKind::Reverse, move_by);
            // They are taken from the lot that was given; what comes back ends when that would have.
            (entry.reverses, entry.expires_on) = if move_by < 0 { (Some(id), None) } else { (Some(gift.last), gift.expires_on) };
            points::insert(self.tx.db(), gift.customer, &entry)?;
        }
        Ok(move_by)
    }

    fn note(&mut self, record: &ThanksRecord, vouchers: i64, used: bool, points: i64) -> Result<()> {
        let db = self.tx.db();
        let Some(referrer) = customer::person(db, record.referrer)? else { return Ok(()) };
        let points_after = ledger(&points::of(db, record.referrer)?, self.tx.day()).balance;
        self.moved.thanks.push(ThanksMoved { referrer, vouchers, used, points, points_after });
        Ok(())
    }
}
