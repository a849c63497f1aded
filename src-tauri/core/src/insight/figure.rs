//! Putting figures together: each with its sample, and beside it the same at the time compared with.

use crate::money::Fen;
use crate::wire::insight::{Figure, FigureGroup, FigureGroupKey, FigureKey, FigureOpens, FigureUnit, Measure, Measured};

/// A figure at one time, named.
pub(super) type Named = (FigureKey, Measured);

/// Makes figures that know when a share rests on too few.
#[derive(Debug, Clone, Copy)]
pub(super) struct Maker {
    /// The fewest people or visits a share or an average is shown of.
    pub least: i64,
}

impl Maker {
    pub fn count(self, key: FigureKey, count: i64, of: FigureUnit, sample: i64) -> Named {
        (key, Measured { value: Measure::Count { count, of }, sample, enough: true })
    }

    pub fn money(self, key: FigureKey, amount: Fen, sample: i64) -> Named {
        (key, Measured { value: Measure::Money { amount }, sample, enough: true })
    }

    pub fn share(self, key: FigureKey, part: i64, whole: i64) -> Named {
        (key, Measured { value: Measure::Share { part, whole }, sample: whole, enough: whole >= self.least })
    }

    pub fn money_share(self, key: FigureKey, part: Fen, whole: Fen, sample: i64) -> Named {
        (key, Measured { value: Measure::MoneyShare { part, whole }, sample, enough: sample >= self.least && whole > Fen::ZERO })
    }

    pub fn money_each(self, key: FigureKey, sum: Fen, by: i64, sample: i64) -> Named {
        let each = (by > 0).then(|| sum.times(1, by));
        (key, Measured { value: Measure::MoneyEach { sum, by, each }, sample, enough: sample >= self.least && by > 0 })
    }

    pub fn count_each(self, key: FigureKey, sum: i64, by: i64) -> Named {
        (key, Measured { value: Measure::CountEach { sum, by }, sample: by, enough: by >= self.least })
    }
}

/// A group: the figures of now, each with its own of before.
pub(super) fn group(key: FigureGroupKey, now: Vec<Named>, before: &[Named]) -> FigureGroup {
    let figure = |(key, now): Named| {
        let before = before.iter().find(|(other, _)| *other == key).map(|(_, measured)| measured.clone());
        Figure { key, now, before, opens: opens(key) }
    };
    FigureGroup { key, figures: now.into_iter().map(figure).collect() }
}

/// What a figure opens.
pub(super) fn opens(key: FigureKey) -> FigureOpens {
    use FigureKey as K;
    match key {
        K::Sales
        | K::MemberSales
        | K::MemberShare
        | K::Tickets
        | K::MemberTickets
        | K::Basket
        | K::MemberBasket
        | K::WalkInBasket
        | K::PiecePrice
        | K::MemberPiecePrice
        | K::DiscountRate
        | K::MemberDiscountRate
        | K::PiecesPerTicket
        | K::MemberPiecesPerTicket
        | K::Returned => FigureOpens::Visits,
        _ => FigureOpens::People,
    }
}
