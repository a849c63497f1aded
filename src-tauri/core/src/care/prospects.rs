//! Whether a task can follow at all, asked of the few figures that are kept of everybody: most who were here lately have none, and the
//! rest of what is known of them need not be read.
//!
//! An answer of yes promises nothing. An answer of no has to be right whatever else her facts say.

use super::{Surroundings, Trigger, TriggerKind, VisitFact};
use crate::clock::Day;
use crate::ids::LevelId;
use crate::money::Fen;

/// What the rules ask of visits and of levels.
#[derive(Debug)]
pub(crate) struct Prospects {
    new_card: Option<(Day, Day)>,
    first_purchase: Option<(Day, Day)>,
    big_purchase: Option<Fen>,
    milestones: Vec<Fen>,
    /// The lowest rank that a festival is for.
    festival_rank: Option<i64>,
}

/// Figures kept of a customer, as far as they say whether a visit can be a cause.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    /// Her level.
    pub level: LevelId,
    /// The day it changed last.
    pub level_since: Option<Day>,
    /// Day of the first purchase.
    pub first_purchase: Option<Day>,
    /// All purchases together, net of returns.
    pub net_spend: Fen,
}

impl Prospects {
    /// Of the rules that are on, with the days of their causes widened into the past as the visits at hand are.
    pub fn of(around: &Surroundings, stretch: u64) -> Prospects {
        let rules = || around.rules.iter().map(|rule| &rule.plan);
        let big = rules().filter_map(|plan| if let Trigger::BigPurchase { least } = &plan.trigger { Some(*least) } else { None });
        let amounts = rules().filter_map(|plan| if let Trigger::Milestone { amounts } = &plan.trigger { Some(amounts) } else { None });
        let festivals = rules().filter(|plan| plan.trigger.kind() == TriggerKind::Festival);
        Prospects {
            new_card: around.window(&[TriggerKind::NewCard], stretch),
            first_purchase: around.window(&[TriggerKind::FirstPurchase], stretch),
            big_purchase: big.min(),
            milestones: amounts.flatten().copied().collect(),
            festival_rank: festivals.map(|plan| plan.conditions.level.map_or(i64::MIN, |level| around.rank(level))).min(),
        }
    }

    /// Whether one of her visits can be a cause.
    pub fn visits(&self, visits: &[VisitFact], figures: &Figures) -> bool {
        if visits.is_empty() {
            return false;
        }
        let within = |days: Option<(Day, Day)>, day: Option<Day>| days.zip(day).is_some_and(|((from, to), day)| (from..=to).contains(&day));
        if within(self.new_card, figures.level_since) || within(self.first_purchase, figures.first_purchase) {
            return true;
        }
        if self.big_purchase.is_some_and(|least| visits.iter().any(|visit| visit.kept >= least)) {
            return true;
        }
        // Before what the visits at hand brought in she stood at least here; whatever they took away she stood higher.
        let gained: Fen = visits.iter().map(|visit| visit.total.max(Fen::ZERO)).sum();
        let (before, after) = (figures.net_spend - gained, figures.net_spend);
        self.milestones.iter().any(|&amount| before < amount && amount <= after)
    }

    /// Whether a festival greets somebody of her level.
    pub fn festival(&self, rank: i64) -> bool {
        self.festival_rank.is_some_and(|least| rank >= least)
    }
}
