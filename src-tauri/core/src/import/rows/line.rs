//! A row of lines.

use super::super::columns::{Field, Kind};
use super::super::flag::FlagCode;
use super::super::values::{money, number};
use super::ours;
use super::{LINE_MAX, NOTE_MAX, Reading, TypedRow};
use crate::money::Fen;
use crate::wire::visits::PriceReason;

/// One line of a visit as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    /// Number of its visit.
    pub visit_no: String,
    /// Its number within the visit; empty to be numbered in the order of the file.
    pub line_no: Option<i64>,
    /// Style number.
    pub style_no: Option<String>,
    /// Name of the goods.
    pub name: Option<String>,
    /// Category.
    pub category: Option<String>,
    /// Colour.
    pub color: Option<String>,
    /// Size.
    pub size: Option<String>,
    /// Pieces, negative when brought back.
    pub qty: i64,
    /// Price on the tag, a piece.
    pub list_price: Option<Fen>,
    /// Price paid, a piece; where the file has none, amount by pieces, rounded to the fen.
    pub price: Fen,
    /// Why it is less than the price on the tag.
    pub reason: Option<PriceReason>,
    /// The same in words.
    pub reason_note: Option<String>,
    /// Number of the visit that it brings back from, and of the line there.
    pub reverses: Option<(String, i64)>,
    /// What the line cost; where the file has none, pieces times price.
    pub amount: Fen,
}

impl TypedRow for LineRow {
    const KIND: Kind = Kind::Lines;

    fn read(r: &mut Reading<'_>) -> Option<LineRow> {
        let visit_no = r.code(Field::VisitNo, true);
        if visit_no.is_none() && r.is_empty(Field::VisitNo) {
            r.reject(Field::VisitNo, FlagCode::RequiredMissing);
        }
        let line_no = r.value(Field::LineNo, |cell| number::whole(cell).ok().filter(|&n| n >= 0).ok_or(FlagCode::QuantityInvalid));
        let qty = r.needed(Field::Qty, number::whole);
        // One of the two is enough; a damaged amount is never replaced by a computed one.
        let amount_given = if r.is_empty(Field::Amount) { None } else { r.needed(Field::Amount, money::money) };
        let price_given = if amount_given.is_some() { r.money(Field::Price) } else { needed_price(r) };
        let (visit_no, qty) = (visit_no?, qty?);
        let (price, amount) = match (price_given, amount_given) {
            (Some(price), Some(amount)) => (price, amount),
            (Some(price), None) => (price, product(qty, price).or_else(|| too_large(r, Field::Price))?),
            (None, Some(amount)) => (if qty == 0 { Fen::ZERO } else { amount.times(1, qty) }, amount),
            (None, None) => return None,
        };
        if price_given.is_some() && amount_given.is_some() && !is_rounding(qty, price, amount) {
            r.note(Field::Amount, FlagCode::LineAmountDiffers);
        }
        let reverses = r.code(Field::RefVisitNo, false).zip(r.whole(Field::RefLineNo)).filter(|_| qty < 0);
        Some(LineRow {
            reason: r.value(Field::Reason, ours::reason),
            reason_note: r.text(Field::ReasonNote, NOTE_MAX),
            reverses,
            visit_no,
            line_no,
            style_no: r.code(Field::StyleNo, false),
            name: r.text(Field::Name, LINE_MAX),
            category: r.text(Field::Category, LINE_MAX),
            color: r.text(Field::Color, LINE_MAX),
            size: r.text(Field::Size, LINE_MAX),
            qty,
            list_price: r.money(Field::ListPrice),
            price,
            amount,
        })
    }
}

fn needed_price(r: &mut Reading<'_>) -> Option<Fen> {
    if !r.is_empty(Field::Amount) {
        return r.money(Field::Price);
    }
    let field = if r.has(Field::Price) { Field::Price } else { Field::Amount };
    r.needed(field, money::money)
}

fn too_large(r: &mut Reading<'_>, field: Field) -> Option<Fen> {
    r.reject(field, FlagCode::AmountTooLarge);
    None
}

fn product(qty: i64, price: Fen) -> Option<Fen> {
    price.0.checked_mul(qty).filter(|fen| fen.abs() <= Fen::LIMIT.0).map(Fen)
}

/// A price rounded to the fen may be off by half a fen a piece; more than that no rounding explains.
fn is_rounding(qty: i64, price: Fen, amount: Fen) -> bool {
    let exact = i128::from(price.0) * i128::from(qty);
    2 * (i128::from(amount.0) - exact).abs() <= i128::from(qty.abs()).max(1)
}
