//! Telling the lines of a corrected visit from each other: which corrected line was which saved one.

use crate::ids::LineId;
use crate::store::visit_line::{Goods, LineRecord};

/// For each of the new goods the saved line it was, if any: first the very same goods, then the same style or name, then what is left
/// over on both sides in order. Among equals, a line that was brought back goes first, since it cannot go away.
pub(super) fn pair(new: &[&Goods], saved: &[&LineRecord], held: impl Fn(LineId) -> bool) -> Vec<Option<LineId>> {
    let mut left: Vec<&LineRecord> = saved.to_vec();
    left.sort_by_key(|line| !held(line.id));
    let mut found: Vec<Option<LineId>> = vec![None; new.len()];
    let kinds: [fn(&Goods, &Goods) -> bool; 3] = [
        |a, b| a == b,
        |a, b| (a.style_no.is_some() && a.style_no == b.style_no) || (a.style_no.is_none() && a.name == b.name),
        |_, _| true,
    ];
    for alike in kinds {
        for (goods, place) in new.iter().zip(&mut found) {
            if place.is_none()
                && let Some(at) = left.iter().position(|line| alike(goods, &line.goods))
            {
                *place = Some(left.remove(at).id);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::VisitId;
    use crate::money::Fen;

    fn goods(style: &str, color: &str) -> Goods {
        Goods { style_no: Some(style.into()), color: Some(color.into()), ..Goods::default() }
    }

    fn saved(id: i64, goods: Goods) -> LineRecord {
        LineRecord {
            id: LineId(id),
            visit: VisitId(1),
            line_no: id,
            goods,
            qty: 1,
            list_price: None,
            price: Fen(1),
            amount: Fen(1),
            reason: None,
            reason_note: None,
            reverses: None,
        }
    }

    #[test]
    fn lines_keep_who_they_are() {
        let lines = [saved(1, goods("A", "red")), saved(2, goods("A", "blue")), saved(3, goods("B", "red")), saved(4, goods("A", "red"))];
        let pairs = |new: &[Goods], held: &[i64]| {
            let new: Vec<&Goods> = new.iter().collect();
            pair(&new, &lines.iter().collect::<Vec<_>>(), |id| held.contains(&id.0))
                .into_iter()
                .map(|id| id.map_or(0, |id| id.0))
                .collect::<Vec<_>>()
        };
        assert_eq!(pairs(&[goods("B", "red"), goods("A", "red")], &[]), [3, 1]);
        assert_eq!(pairs(&[goods("A", "red")], &[4]), [4], "of two alike the one brought back");
        assert_eq!(pairs(&[goods("A", "green"), goods("B", "red")], &[]), [1, 3]);
        assert_eq!(pairs(&[goods("C", "red"), goods("A", "blue")], &[]), [1, 2]);
        let five: Vec<Goods> = (0..5).map(|_| goods("Z", "")).collect();
        assert_eq!(pairs(&five, &[2]), [2, 1, 3, 4, 0]);
    }
}
