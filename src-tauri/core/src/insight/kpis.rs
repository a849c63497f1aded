//! Members against all sales, walk-ins included. Returns and exchanges count on their own day; voided visits nowhere; a row that
//! stands for all of a day's walk-ins counts in takings, but not where purchases or pieces are counted.

use super::figure::{Maker, Named};
use crate::money::Fen;
use crate::store::insight_visits::SalesSum;
use crate::wire::insight::{FigureKey, FigureUnit};
use crate::wire::visits::VisitKind;

/// Sums over some of the sales.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    /// Takings, day totals included.
    takings: Fen,
    /// Takings of visits that stand for themselves.
    total: Fen,
    /// The same at list prices.
    list: Fen,
    /// Their pieces.
    pieces: i64,
    /// Purchases among them.
    tickets: i64,
    returned: Fen,
    returns: i64,
}

fn sums<'a>(sales: impl Iterator<Item = &'a SalesSum>) -> Sums {
    let mut sums = Sums::default();
    for sale in sales {
        sums.takings += sale.total;
        if sale.kind == VisitKind::Return {
            sums.returned += -sale.total;
            sums.returns += sale.visits;
        }
        if sale.day_total {
            continue;
        }
        sums.total += sale.total;
        sums.list += sale.list;
        sums.pieces += sale.pieces;
        if sale.kind == VisitKind::Purchase {
            sums.tickets += sale.visits;
        }
    }
    sums
}

/// The figures of the sales of a period.
pub(super) fn kpis(sales: &[SalesSum], make: Maker) -> Vec<Named> {
    use FigureKey as K;
    let all = sums(sales.iter());
    let members = sums(sales.iter().filter(|sale| !sale.walk_in));
    let walk_ins = sums(sales.iter().filter(|sale| sale.walk_in));
    let visits = |sums: &Sums| sums.tickets;
    vec![
        make.money(K::Sales, all.takings, visits(&all)),
        make.money(K::MemberSales, members.takings, visits(&members)),
        make.money_share(K::MemberShare, members.takings, all.takings, visits(&all)),
        make.count(K::Tickets, all.tickets, FigureUnit::Visits, all.tickets),
        make.count(K::MemberTickets, members.tickets, FigureUnit::Visits, members.tickets),
        make.money_each(K::Basket, all.total, all.tickets, all.tickets),
        make.money_each(K::MemberBasket, members.total, members.tickets, members.tickets),
        make.money_each(K::WalkInBasket, walk_ins.total, walk_ins.tickets, walk_ins.tickets),
        make.money_each(K::PiecePrice, all.total, all.pieces, all.tickets),
        make.money_each(K::MemberPiecePrice, members.total, members.pieces, members.tickets),
        make.money_share(K::DiscountRate, all.total, all.list, all.tickets),
        make.money_share(K::MemberDiscountRate, members.total, members.list, members.tickets),
        make.count_each(K::PiecesPerTicket, all.pieces, all.tickets),
        make.count_each(K::MemberPiecesPerTicket, members.pieces, members.tickets),
        make.money(K::Returned, all.returned, all.returns),
    ]
}
