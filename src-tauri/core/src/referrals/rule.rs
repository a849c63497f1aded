//! When a referrer is rewarded, and with what.

use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::setting;
use crate::vouchers::{DAYS, Worth, check_terms};
use crate::wire::referrals::{FirstPurchase, ReferralRule, Reward, ThanksState};
use crate::wire::{Done, Nothing};

/// The key in table `setting`.
pub(super) const KEY: &str = "referral_rule";
/// The most points given at once.
const POINTS: i64 = 1_000_000;

impl Default for ReferralRule {
    /// 50 yuan off a bill of 300, once the new one has bought something within 90 days.
    fn default() -> ReferralRule {
        let reward = Reward::Voucher { worth: Worth::Amount { amount: Fen(5_000) }, min_spend: Fen(30_000), days: 60 };
        ReferralRule { reward: Some(reward), min_purchase: Fen::ZERO, within_days: Some(90) }
    }
}

impl ReferralRule {
    /// Whether the reward is earned by a first purchase.
    pub(crate) fn state(&self, joined_on: Day, first: Option<&FirstPurchase>) -> ThanksState {
        let Some(first) = first else { return ThanksState::NoPurchase };
        if self.within_days.is_some_and(|days| (first.day - joined_on).num_days() > days) {
            return ThanksState::TooLate;
        }
        if first.kept < self.min_purchase { ThanksState::TooSmall } else { ThanksState::Earned }
    }

    /// How much of the purchase has to be kept: at least something.
    pub(crate) fn least(&self) -> Fen {
        self.min_purchase.max(Fen(1))
    }
}

/// The rule.
pub fn rule(shop: &mut Shop, _: Nothing) -> Result<ReferralRule> {
    setting::get(shop.db()?, KEY)
}

/// Replaces the rule. Rewards given before keep the terms they were given on.
///
/// # Errors
/// `out_of_range` at `min_purchase`, `within_days`, or the reward's fields under `reward`.
pub fn save_rule(shop: &mut Shop, request: ReferralRule) -> Result<Done> {
    if let Some(reward) = request.reward {
        check_reward(reward)?;
    }
    let most = Fen(100_000_000);
    if !(Fen::ZERO..=most).contains(&request.min_purchase) {
        return Err(Failure::at(Code::OutOfRange, "min_purchase").with("min", 0).with("max", most).into());
    }
    if request.within_days.is_some_and(|days| !(0..=3_650).contains(&days)) {
        return Err(Failure::at(Code::OutOfRange, "within_days").with("min", 0).with("max", 3_650).into());
    }
    shop.write(Op::SaveReferralRule, |tx| {
        setting::put(tx.db(), KEY, &request)?;
        Ok(Done {})
    })
}

/// Whether a reward can be given.
pub(super) fn check_reward(reward: Reward) -> Result<()> {
    match reward {
        Reward::Voucher { worth, min_spend, days } => {
            check_terms(worth, min_spend).map_err(|error| error.under("reward"))?;
            if (1..=DAYS).contains(&days) {
                return Ok(());
            }
            Err(Failure::at(Code::OutOfRange, "reward.days").with("min", 1).with("max", DAYS).into())
        }
        Reward::Points { points } if (1..=POINTS).contains(&points) => Ok(()),
        Reward::Points { .. } => Err(Failure::at(Code::OutOfRange, "reward.points").with("min", 1).with("max", POINTS).into()),
    }
}
