//! Splitting money to the fen.

use crate::money::Fen;

/// What the first `k` of `n` pieces of a line are worth of its amount. Piece by piece this adds up to exactly the amount.
pub(super) fn share(amount: Fen, k: i64, n: i64) -> Fen {
    if k == n { amount } else { amount.times(k, n) }
}

/// Takes `off` from the parts in proportion to them: whole fen, the largest remainders first, and never more from a part than it is.
/// `off` is at most their sum.
pub(super) fn spread(off: Fen, parts: &[Fen]) -> Vec<Fen> {
    let whole: i128 = parts.iter().map(|part| i128::from(part.0)).sum();
    if off <= Fen::ZERO || whole <= 0 {
        return vec![Fen::ZERO; parts.len()];
    }
    let exact = |part: &Fen| i128::from(off.0) * i128::from(part.0);
    let mut shares: Vec<Fen> = parts.iter().map(|part| Fen(i64::try_from(exact(part) / whole).unwrap_or(part.0))).collect();
    let left = off - shares.iter().copied().sum();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(exact(&parts[index]) % whole));
    for index in order.into_iter().take(usize::try_from(left.0).unwrap_or(0)) {
        shares[index] += Fen(1);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_largest_remainders_get_the_odd_fen() {
        for (off, parts, shares) in [
            (100, &[100, 100, 100][..], &[34, 33, 33][..]),
            (100, &[200, 100], &[67, 33]),
            (5000, &[29900, 0, 12900], &[3493, 0, 1507]),
            (42800, &[29900, 12900], &[29900, 12900]),
            (0, &[5, 5], &[0, 0]),
            (1, &[1, 1_000_000_000_000], &[0, 1]),
        ] {
            let parts: Vec<Fen> = parts.iter().copied().map(Fen).collect();
            let shares: Vec<Fen> = shares.iter().copied().map(Fen).collect();
            assert_eq!(spread(Fen(off), &parts), shares);
        }
    }

    proptest! {
        #[test]
        fn a_spread_is_exact_and_never_takes_more_than_there_is(parts in proptest::collection::vec(0i64..100_000, 1..12), part in 0i64..=100) {
            let parts: Vec<Fen> = parts.into_iter().map(Fen).collect();
            let whole: Fen = parts.iter().copied().sum();
            let off = whole.times(part, 100);
            let shares = spread(off, &parts);
            prop_assert_eq!(shares.iter().copied().sum::<Fen>(), off);
            prop_assert!(shares.iter().zip(&parts).all(|(share, part)| *share >= Fen::ZERO && share <= part));
        }

        #[test]
        fn pieces_brought_back_one_by_one_add_up(amount in 0i64..1_000_000, n in 1i64..50) {
            let steps = (1..=n).map(|k| share(Fen(amount), k, n) - share(Fen(amount), k - 1, n));
            let mut sum = Fen::ZERO;
            for step in steps {
                prop_assert!(step >= Fen::ZERO);
                sum += step;
            }
            prop_assert_eq!(sum, Fen(amount));
        }
    }
}
