//! Points and vouchers follow their visits: what should stand is compared with what stands, and the difference is entered.
//!
//! Entries of the ledger are only added. What a visit earned and redeemed are roots; what takes them back, and what takes that back
//! again, hangs on them, filed under the visit that did it. So a voided return brings back to the point what it had taken.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, PointsId, VisitId};
use crate::money::Fen;
use crate::points::{PointsKind, Rate, ledger};
use crate::shop::Tx;
use crate::store::visit::VisitRecord;
use crate::store::visit_line::LineRecord;
use crate::store::visit_points::{self, Root};
use crate::store::{points as store, visit, visit_line, voucher};
use crate::vouchers::NotUsable;
use crate::wire::referrals::ThanksMoved;
use crate::wire::visits::VisitKind;
use rusqlite::Connection;

/// What was moved, for the effects.
#[derive(Debug, Default)]
pub(super) struct Moved {
    pub earned: i64,
    pub redeemed: i64,
    pub reversed: i64,
    pub restored: i64,
    pub vouchers_issued: i64,
    pub vouchers_restored: i64,
    pub vouchers_cancelled: i64,
    pub thanks: Vec<ThanksMoved>,
}

impl Moved {
    /// Counts an entry.
    pub fn count(&mut self, kind: PointsKind, points: i64) {
        match kind {
            PointsKind::Earn => self.earned += points,
            PointsKind::Reverse if points < 0 => self.reversed -= points,
            PointsKind::Reverse => self.restored += points,
            _ => self.redeemed -= points,
        }
    }

    /// By how much the balance moves.
    pub fn sum(&self) -> i64 {
        self.earned + self.restored - self.redeemed - self.reversed
    }
}

/// What was bought on a visit and what of it is still kept.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Kept {
    bought: i64,
    brought_back: i64,
    paid: Fen,
    paid_back: Fen,
    gross: i64,
    gross_back: i64,
}

impl Kept {
    /// Reads it off the lines.
    pub fn of(db: &Connection, visit: VisitId) -> Result<Kept> {
        let mut kept = Kept::default();
        for line in visit_line::of_visit(db, visit)?.into_iter().filter(LineRecord::is_sale) {
            let back = visit_line::returned(db, line.id, None)?;
            kept.add(line.qty, line.amount, line.price);
            kept.brought_back += back.pieces;
            kept.paid_back += back.amount;
            kept.gross_back += back.pieces * line.price.0;
        }
        Ok(kept)
    }

    /// Everything, of lines just sold.
    pub fn all(lines: &[LineRecord]) -> Kept {
        let mut kept = Kept::default();
        lines.iter().filter(|line| line.is_sale()).for_each(|line| kept.add(line.qty, line.amount, line.price));
        kept
    }

    fn add(&mut self, qty: i64, amount: Fen, price: Fen) {
        self.bought = self.bought.saturating_add(qty);
        self.paid += amount;
        self.gross = self.gross.saturating_add(qty.saturating_mul(price.0));
    }

    /// Money still earning points.
    pub fn net(&self) -> Fen {
        self.paid - self.paid_back
    }

    /// Whether all of it came back.
    pub fn is_gone(&self) -> bool {
        self.bought > 0 && self.brought_back >= self.bought
    }

    /// Of points redeemed, those that stay redeemed: what came back restores its part, rounded down until the last piece.
    fn still_redeemed(&self, points: i64) -> i64 {
        if self.gross_back <= 0 || self.gross <= 0 {
            return points;
        }
        let back = i128::from(points) * i128::from(self.gross_back) / i128::from(self.gross);
        points - i64::try_from(back).unwrap_or(points)
    }
}

/// At what a visit earns, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Terms {
    pub rate: Rate,
    pub expires_on: Option<Day>,
}

/// What a visit earns.
#[derive(Debug, Clone, Copy)]
pub(super) enum Earning {
    /// What it earned before, less what came back.
    AsBefore,
    /// By these terms, or nothing.
    At(Option<Terms>),
}

/// One settling: which visit acts, and on which day its entries lie.
pub(super) struct Settling<'a, 'b> {
    pub tx: &'a Tx<'b>,
    pub by: VisitId,
    pub on: Day,
    pub moved: &'a mut Moved,
}

impl Settling<'_, '_> {
    /// Brings the points of a sale in line with what is kept of it.
    pub fn points(&mut self, sale: &VisitRecord, kept: &Kept) -> Result<()> {
        let roots = visit_points::roots(self.tx.db(), sale.id)?;
        self.follow(sale, kept, &roots, true)?;
        self.follow(sale, kept, &roots, false)
    }

    /// Enters what a new visit earns, redeems and uses up.
    ///
    /// # Errors
    /// `points_short` with `have` at `points_used`.
    pub fn first(&mut self, visit: &VisitRecord, kept: &Kept, earning: Earning) -> Result<()> {
        let Some(customer) = visit.customer else { return Ok(()) };
        self.redeem(customer, visit.points_used)?;
        if let Earning::At(Some(terms)) = earning {
            self.earn(visit, customer, terms.rate.earn(kept.net()), terms)?;
        }
        match visit.voucher {
            Some(id) => self.use_up(visit, id),
            None => Ok(()),
        }
    }

    /// Enters what a visit earns and redeems, and takes back what it did before where that is no longer right.
    ///
    /// # Errors
    /// `points_short` with `have` at `points_used`.
    pub fn points_anew(&mut self, visit: &VisitRecord, kept: &Kept, earning: Earning) -> Result<()> {
        let roots = visit_points::roots(self.tx.db(), visit.id)?;
        let mut earns = None;
        match earning {
            Earning::AsBefore => self.follow(visit, kept, &roots, true)?,
            Earning::At(terms) => {
                let points = terms.map_or(0, |terms| terms.rate.earn(kept.net()));
                let right = |root: &Root| terms.is_some_and(|terms| root.rate == Some(terms.rate) && root.expires_on == terms.expires_on);
                if !self.stands(visit, &roots, true, points, right)? {
                    earns = terms.map(|terms| (points, terms));
                }
            }
        }
        let redeemed = kept.still_redeemed(visit.points_used);
        if !self.stands(visit, &roots, false, -redeemed, |_| true)?
            && let Some(customer) = visit.customer
        {
            self.redeem(customer, redeemed)?;
        }
        match (earns, visit.customer) {
            (Some((points, terms)), Some(customer)) => self.earn(visit, customer, points, terms),
            _ => Ok(()),
        }
    }

    /// Whether exactly so many points stand already, as they should; otherwise all that stands is taken back.
    fn stands(&mut self, visit: &VisitRecord, roots: &[Root], is_earn: bool, points: i64, right: impl Fn(&Root) -> bool) -> Result<bool> {
        let live: Vec<&Root> = roots.iter().filter(|root| root.is_earn == is_earn && root.net != 0).collect();
        let stands = match live[..] {
            [] => points == 0,
            [root] => Some(root.customer) == visit.customer && root.net == points && right(root),
            _ => false,
        };
        if !stands {
            for root in live {
                self.move_by(root, -root.net)?;
            }
        }
        Ok(stands)
    }

    /// Moves what was earned, or redeemed, to what should stand by what is kept.
    fn follow(&mut self, sale: &VisitRecord, kept: &Kept, roots: &[Root], is_earn: bool) -> Result<()> {
        let holder = sale.customer.filter(|_| sale.is_live());
        let (mine, others): (Vec<&Root>, Vec<&Root>) =
            roots.iter().filter(|root| root.is_earn == is_earn).partition(|root| Some(root.customer) == holder);
        for root in others {
            self.move_by(root, -root.net)?;
        }
        let Some(current) = mine.last() else { return Ok(()) };
        let should = if !is_earn {
            -kept.still_redeemed(sale.points_used)
        } else if let Some(rate) = current.rate {
            rate.earn(kept.net())
        } else {
            // From another book, where the rate is not known: in proportion.
            let back = i128::from(current.points) * i128::from(kept.paid_back.0) / i128::from(kept.paid.0.max(1));
            current.points - i64::try_from(back).unwrap_or(current.points)
        };
        self.move_by(current, should - mine.iter().map(|root| root.net).sum::<i64>())
    }

    /// Enters points redeemed on a visit.
    pub fn redeem(&mut self, customer: CustomerId, points: i64) -> Result<()> {
        if points == 0 {
            return Ok(());
        }
        let entries = store::of(self.tx.db(), customer)?;
        // They have to be there on the visit's day, and today, if it is entered late and some were spent since.
        let have = [self.on, self.tx.day()].map(|day| ledger(&entries, day).spendable()).into_iter().min().unwrap_or(0);
        if points > have {
            return Err(Failure::at(Code::PointsShort, "points_used").with("have", have).into());
        }
        self.enter(customer, PointsKind::Redeem, -points, None, None)
    }

    /// Enters points earned by a visit.
    pub fn earn(&mut self, visit: &VisitRecord, customer: CustomerId, points: i64, terms: Terms) -> Result<()> {
        if points == 0 {
            return Ok(());
        }
        let mut entry = store::entry(self.tx.now(), PointsKind::Earn, points);
        (entry.day, entry.visit, entry.expires_on) = (self.on, Some(visit.id), terms.expires_on);
        visit_points::insert_earned(self.tx.db(), customer, &entry, terms.rate)?;
        self.moved.count(PointsKind::Earn, points);
        Ok(())
    }

    fn move_by(&mut self, root: &Root, points: i64) -> Result<()> {
        if points == 0 {
            return Ok(());
        }
        let entries = || store::of(self.tx.db(), root.customer);
        let (reverses, expires_on) = match (root.is_earn, points > 0) {
            // Taken from the lot that was earned.
            (true, false) => (root.id, None),
            (true, true) => (root.last, root.expires_on),
            (false, true) => (root.id, ledger(&entries()?, self.tx.day().max(self.on)).reversal_expiry(root.id, self.on)),
            // Taken from the lot that had come back.
            (false, false) => (root.last, None),
        };
        self.enter(root.customer, PointsKind::Reverse, points, Some(reverses), expires_on)
    }

    fn enter(&mut self, customer: CustomerId, kind: PointsKind, points: i64, reverses: Option<PointsId>, until: Option<Day>) -> Result<()> {
        let mut entry = store::entry(self.tx.now(), kind, points);
        (entry.day, entry.visit, entry.reverses, entry.expires_on) = (self.on, Some(self.by), reverses, until);
        store::insert(self.tx.db(), customer, &entry)?;
        self.moved.count(kind, points);
        Ok(())
    }

    /// Brings the vouchers of a visit in line with it: the one it used counts as used while anything is kept, and those it gave stand
    /// as long, unless they were used meanwhile.
    ///
    /// # Errors
    /// `voucher_not_usable` when the voucher a voided return would use up again was used elsewhere since.
    pub fn vouchers(&mut self, visit: &VisitRecord, kept: &Kept) -> Result<()> {
        let holds = visit.is_live() && !kept.is_gone();
        for record in voucher::of_visit(self.tx.db(), visit.id)? {
            if record.voucher.used_on == Some(visit.id) && !(holds && visit.voucher == Some(record.voucher.id)) {
                self.release(visit.id, record)?;
            } else if record.issued_visit == Some(visit.id) {
                self.issued(visit, holds, &record)?;
            }
        }
        match visit.voucher {
            Some(id) if holds => self.use_up(visit, id),
            _ => Ok(()),
        }
    }

    /// A voucher is unused again, if the visit that gave it still stands.
    fn release(&mut self, from: VisitId, mut record: voucher::VoucherRecord) -> Result<()> {
        voucher::set_used(self.tx.db(), record.voucher.id, None)?;
        self.moved.vouchers_restored += 1;
        record.voucher.used_on = None;
        match record.issued_visit.filter(|giver| *giver != from) {
            Some(giver) => {
                let giver = visit::need(self.tx.db(), giver)?;
                let holds = giver.is_live() && !Kept::of(self.tx.db(), giver.id)?.is_gone();
                self.issued(&giver, holds, &record)
            }
            None => Ok(()),
        }
    }

    fn issued(&mut self, giver: &VisitRecord, holds: bool, record: &voucher::VoucherRecord) -> Result<()> {
        let stands = holds && giver.kind == VisitKind::Purchase && giver.total > Fen::ZERO && giver.customer == Some(record.customer);
        if !stands && !record.voucher.cancelled && record.voucher.used_on.is_none() {
            voucher::set_cancelled(self.tx.db(), record.voucher.id, Some((self.tx.now().millis(), None)))?;
            self.moved.vouchers_cancelled += 1;
        } else if stands && record.went_along && !voucher::has_kind(self.tx.db(), record.customer, record.voucher.kind)? {
            // Unless another visit gave her one meanwhile.
            voucher::set_cancelled(self.tx.db(), record.voucher.id, None)?;
            self.moved.vouchers_issued += 1;
        }
        Ok(())
    }

    fn use_up(&mut self, visit: &VisitRecord, id: crate::ids::VoucherId) -> Result<()> {
        let db = self.tx.db();
        let record = voucher::get(db, id)?.ok_or_else(|| Failure::at(Code::NotFound, "voucher"))?;
        match record.voucher.used_on {
            Some(used) if used == visit.id => Ok(()),
            Some(used) => Err(NotUsable::Used { visit: used }.into()),
            None if record.voucher.cancelled => Err(NotUsable::Cancelled.into()),
            None => voucher::set_used(db, id, Some((visit.id, visit.voucher_off))),
        }
    }
}
