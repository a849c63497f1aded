//! Thanking whoever brought a customer.

use super::rule::{KEY, check_reward};
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, PointsId, ThanksId, VoucherId};
use crate::messages::Messages;
use crate::money::Fen;
use crate::op::Op;
use crate::points::{PointsKind, PointsRule};
use crate::shop::{Shop, Tx};
use crate::store::referral_thanks::{self, ThanksRecord};
use crate::store::{customer, points, referral, setting, voucher};
use crate::vouchers::{Voucher, VoucherKind, Worth, validity};
use crate::wire::customers::Status;
use crate::wire::referrals::{GiveThanks, ReferralRule, Reward, ThanksState};
use crate::wire::settings::Settings;
use crate::wire::{Done, text};

/// Writes thanks down and gives voucher or points with them. A reward that the rule earned rests on the first purchase and goes when that
/// goes; one given all the same rests on nothing.
///
/// # Errors
/// `not_found` at `referred` when nobody brought her or whoever did is no longer in use; `thanks_given` with the `day`; `required` at
/// `what` without words and without a reward; `out_of_range` under `reward`.
pub fn give_thanks(shop: &mut Shop, request: GiveThanks) -> Result<Done> {
    let words = text::line("what", request.what.as_deref(), text::LINE)?;
    if let Some(reward) = request.reward {
        check_reward(reward)?;
    } else if words.is_none() {
        return Err(Failure::at(Code::Required, "what").into());
    }
    shop.write(Op::GiveThanks, |tx| {
        let db = tx.db();
        let referred = customer::get(db, request.referred)?.filter(|found| found.merged_into.is_none());
        let referred = referred.ok_or_else(|| Failure::at(Code::NotFound, "referred"))?;
        let referrer = referred.fields.referrer.map(|id| customer::get(db, id)).transpose()?.flatten();
        let referrer = referrer.filter(|found| found.merged_into.is_none() && found.status == Status::Active);
        let referrer = referrer.ok_or_else(|| Failure::at(Code::NotFound, "referred"))?.id;
        if let Some(day) = referral_thanks::given_on(db, referrer, request.referred)? {
            return Err(Failure::new(Code::ThanksGiven).with("day", day).into());
        }
        let rule: ReferralRule = setting::get(db, KEY)?;
        let first = referral::first_purchase(db, request.referred)?;
        let joined = referred.fields.joined_on.unwrap_or_else(|| tx.day());
        let earned = first.filter(|first| request.reward.is_some() && rule.state(joined, Some(first)) == ThanksState::Earned);
        let settings: Settings = setting::get(db, Settings::KEY)?;
        let catalogue = Messages::of(settings.language);
        let reason = catalogue.text("referrals-given-reason", &[]);
        let (voucher, points) = match request.reward {
            Some(Reward::Voucher { worth, min_spend, days }) => (Some(give_voucher(tx, referrer, worth, min_spend, days, &reason)?), None),
            Some(Reward::Points { points }) => (None, Some(give_points(tx, referrer, points, &reason)?)),
            None => (None, None),
        };
        let what = words.unwrap_or_else(|| request.reward.map(|reward| reward_words(&catalogue, reward)).unwrap_or_default());
        tx.about_customer(referrer);
        tx.param("what", what.as_str());
        let record = ThanksRecord {
            id: ThanksId(0),
            referrer,
            referred: request.referred,
            day: tx.day(),
            what,
            voucher,
            points,
            least: if earned.is_some() { rule.least() } else { Fen::ZERO },
            visit: earned.map(|first| first.visit),
        };
        referral_thanks::insert(db, &record)?;
        Ok(Done {})
    })
}

fn give_voucher(tx: &Tx<'_>, to: CustomerId, worth: Worth, min_spend: Fen, days: u32, reason: &str) -> Result<VoucherId> {
    let (valid_from, valid_to) = validity(tx.day(), days);
    let given =
        Voucher { id: VoucherId(0), kind: VoucherKind::Gift, worth, min_spend, valid_from, valid_to, used_on: None, cancelled: false };
    voucher::insert(tx.db(), to, &given, tx.now().millis(), None, Some(reason))
}

fn give_points(tx: &Tx<'_>, to: CustomerId, number: i64, reason: &str) -> Result<PointsId> {
    let rule: PointsRule = setting::need(tx.db(), crate::opening::POINTS_RULE)?;
    let mut entry = points::entry(tx.now(), PointsKind::Adjust, number);
    entry.reason = Some(reason.to_owned());
    entry.expires_on = rule.expiry.expires_on(tx.day());
    points::insert(tx.db(), to, &entry)
}

/// A reward in the shop's words.
fn reward_words(catalogue: &Messages, reward: Reward) -> String {
    match reward {
        Reward::Voucher { worth: Worth::Amount { amount }, .. } => {
            let plain = amount.to_string();
            catalogue.text("referrals-given-voucher", &[("amount", plain.trim_end_matches(".00"))])
        }
        Reward::Voucher { worth: Worth::Percent { off }, .. } => catalogue.text("referrals-given-percent", &[("off", &off.to_string())]),
        Reward::Points { points } => catalogue.text("referrals-given-points", &[("n", &points.to_string())]),
    }
}
