//! The tails of the Pareto/NBD, of one customer and of many at once.
//!
//! The tail of x and t is T(a) = ∫ (alpha + u)^-a (beta + u)^-(s+1) du over u from t on, over (alpha + t)^-a (beta + t)^-s there, with
//! a = r + x. Three ways lead to it, and they agree to the last digits:
//!
//! - One tail alone is a hypergeometric function with a 1 in it, whose continued fraction is quick, but not so quick that a likelihood
//!   could ask it for each of ten thousand customers at each step of a search.
//! - Integrated by parts, (a + s) T(a) + a w T(a + 1) = 1 with w = (beta - alpha) / (alpha + t): from one x all others of the same t
//!   follow. Going down multiplies an error by a w / (a + s) and going up divides it by that, so the way leads downwards below the a
//!   where this is 1, and upwards above it.
//! - T(a) (a (beta + t) / (alpha + t) + s) hardly changes with t and is smooth in ln(min(alpha, beta) + t): a polynomial through some
//!   dozens of places gives it at all days. Whether it does is seen in its own last coefficients.

use super::special::hypergeometric_one;
use super::summary::{Pairs, WEEK};
use std::f64::consts::PI;

/// How the rates of buying and of leaving are spread.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rates {
    pub r: f64,
    pub alpha: f64,
    pub s: f64,
    pub beta: f64,
}

/// So many places are tried, one after the other.
const PLACES: [usize; 3] = [16, 32, 64];
/// The last coefficients of a polynomial that is good enough lie below this part of the first.
const GOOD: f64 = 1e-14;

impl Rates {
    /// The tail of somebody with `repeats` purchases after the first, from a time in weeks on.
    pub fn tail(&self, repeats: u32, weeks: f64) -> f64 {
        let power = self.r + f64::from(repeats);
        let (slow, away) = (self.alpha + weeks, self.beta + weeks);
        let all = power + self.s;
        if self.alpha >= self.beta {
            hypergeometric_one(power, all + 1.0, (self.alpha - self.beta) / slow) / all
        } else {
            hypergeometric_one(self.s + 1.0, all + 1.0, (self.beta - self.alpha) / away) * (slow / away) / all
        }
    }

    /// The tail of each pair.
    pub fn tails(&self, pairs: &Pairs) -> Vec<f64> {
        let days = pairs.of_days.len();
        PLACES
            .iter()
            .take_while(|&&places| places < days)
            .find_map(|&places| self.smoothed(pairs, places))
            .unwrap_or_else(|| self.by_day(pairs))
    }

    /// Each day by itself.
    fn by_day(&self, pairs: &Pairs) -> Vec<f64> {
        let mut found = Vec::with_capacity(pairs.len());
        let (mut repeats, mut row) = (Vec::new(), Vec::new());
        for (day, columns) in pairs.by_day() {
            repeats.clear();
            repeats.extend(columns.iter().map(|column| pairs.repeats[*column]));
            self.row(f64::from(day) / WEEK, &repeats, &mut row);
            found.extend_from_slice(&row);
        }
        found
    }

    /// The tails of several numbers of repeats, which rise, from one time on.
    fn row(&self, weeks: f64, repeats: &[u32], row: &mut Vec<f64>) {
        row.clear();
        row.resize(repeats.len(), 0.0);
        let (Some(&low), Some(&high)) = (repeats.first(), repeats.last()) else { return };
        let (s, w) = (self.s, (self.beta - self.alpha) / (self.alpha + weeks));
        let pivot = if w <= 1.0 { high } else { (s / (w - 1.0) - self.r).ceil().clamp(f64::from(low), f64::from(high)) as u32 };
        let start = self.tail(pivot, weeks);
        let split = repeats.partition_point(|x| *x <= pivot);
        let (mut x, mut tail) = (pivot, start);
        for (to, found) in repeats[..split].iter().zip(&mut row[..split]).rev() {
            while x > *to {
                x -= 1;
                let a = self.r + f64::from(x);
                tail = (1.0 - a * w * tail) / (a + s);
            }
            *found = tail;
        }
        let (mut x, mut tail) = (pivot, start);
        for (to, found) in repeats[split..].iter().zip(&mut row[split..]) {
            while x < *to {
                let a = self.r + f64::from(x);
                tail = (1.0 - (a + s) * tail) / (a * w);
                x += 1;
            }
            *found = tail;
        }
    }

    /// Tail times this is about 1 everywhere.
    fn scale(&self, repeats: u32, weeks: f64) -> f64 {
        (self.r + f64::from(repeats)) * ((self.beta + weeks) / (self.alpha + weeks)) + self.s
    }

    /// By a polynomial for each number of repeats through its values at `places` times (Chebyshev's); nothing where that is too rough.
    fn smoothed(&self, pairs: &Pairs, places: usize) -> Option<Vec<f64>> {
        let (first, last) = (f64::from(*pairs.of_days.first()?) / WEEK, f64::from(*pairs.of_days.last()?) / WEEK);
        let near = self.alpha.min(self.beta);
        let (low, high) = ((first + near).ln(), (last + near).ln());
        let (middle, half) = ((low + high) / 2.0, (high - low) / 2.0);
        let width = pairs.repeats.len();
        let cosines: Vec<f64> = (0..4 * places).map(|n| (PI * count(n) / count(2 * places)).cos()).collect();
        // Of each place all numbers of repeats, then of each coefficient.
        let mut row = Vec::new();
        let mut by_place = Vec::with_capacity(places * width);
        for j in 0..places {
            let weeks = (middle + half * cosines[2 * j + 1]).exp() - near;
            self.row(weeks, &pairs.repeats, &mut row);
            by_place.extend(row.iter().zip(&pairs.repeats).map(|(tail, repeats)| tail * self.scale(*repeats, weeks)));
        }
        let mut by_degree = vec![0.0; places * width];
        for (k, sums) in by_degree.chunks_exact_mut(width).enumerate() {
            let share = if k == 0 { 1.0 } else { 2.0 } / count(places);
            for (j, values) in by_place.chunks_exact(width).enumerate() {
                let weight = share * cosines[k * (2 * j + 1) % (4 * places)];
                sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += weight * value);
            }
        }
        // A value that is no number is not smooth either.
        let smooth = |column: usize| {
            let last = (places - 3..places).map(|k| by_degree[k * width + column].abs());
            last.max_by(f64::total_cmp).is_some_and(|last| last <= GOOD * by_degree[column].abs())
        };
        if !(0..width).all(smooth) {
            return None;
        }
        // The coefficients of one number of repeats side by side.
        let mut polynomials = vec![0.0; places * width];
        for (k, row) in by_degree.chunks_exact(width).enumerate() {
            for (column, coefficient) in row.iter().enumerate() {
                polynomials[column * places + k] = *coefficient;
            }
        }
        let mut powers = vec![0.0; places];
        let mut found = Vec::with_capacity(pairs.len());
        for (day, columns) in pairs.by_day() {
            let weeks = f64::from(day) / WEEK;
            chebyshev(((weeks + near).ln() - middle) / half, &mut powers);
            found.extend(columns.iter().map(|&column| {
                let polynomial = &polynomials[column * places..(column + 1) * places];
                product(polynomial, &powers) / self.scale(pairs.repeats[column], weeks)
            }));
        }
        Some(found)
    }
}

/// Chebyshev's polynomials at a place, from the first on.
fn chebyshev(at: f64, into: &mut [f64]) {
    let (mut one, mut next) = (1.0, at);
    for value in into {
        *value = one;
        (one, next) = (next, 2.0 * at * next - one);
    }
}

/// The sum of products, in four lanes; both are a multiple of four long.
fn product(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parameters of the literature, and those at the very limits of a search.
    fn all() -> Vec<Rates> {
        let far = 9.0_f64.exp();
        let mut all: Vec<Rates> = [
            [0.553, 10.578, 0.606, 11.669],
            [1.5, 2.0, 1.0, 40.0],
            [0.9, 30.0, 1.7, 3.0],
            [1.1, 6.0, 0.4, 600.0],
            [1.0, 8.0, 2.5, 8.0],
            [2.0, 8.0, 30.0, 2_000.0],
        ]
        .map(|[r, alpha, s, beta]| Rates { r, alpha, s, beta })
        .to_vec();
        for n in 0..16 {
            let edge = |bit: u32| if n >> bit & 1 == 1 { far } else { 1.0 / far };
            all.push(Rates { r: edge(0), alpha: edge(1), s: edge(2), beta: edge(3) });
        }
        all
    }

    fn pairs() -> Pairs {
        let days = (0..40).chain([45, 60, 90, 180, 181, 182, 365, 500, 777, 1_000, 1_500, 2_000]);
        let pairs = days.flat_map(|day| [0, 1, 2, 5, 40, 400].into_iter().filter(move |x| *x <= day).map(move |x| (day, x)));
        Pairs::new(pairs.collect()).0
    }

    #[test]
    fn many_at_once_are_what_each_alone_is() {
        let pairs = pairs();
        let mut smooth = 0;
        for (n, rates) in all().into_iter().enumerate() {
            // At the limits the fraction itself ends after thousands of steps, so that its own last digits are worth less.
            let within = if n < 6 { 2e-12 } else { 1e-7 };
            let alone = pairs.by_day().flat_map(|(day, columns)| columns.iter().map(move |column| (day, *column)).collect::<Vec<_>>());
            let alone: Vec<f64> = alone.map(|(day, column)| rates.tail(pairs.repeats[column], f64::from(day) / WEEK)).collect();
            let smoothed = PLACES.iter().find_map(|&places| rates.smoothed(&pairs, places));
            smooth += u32::from(smoothed.is_some());
            for (way, found) in [("by day", Some(rates.by_day(&pairs))), ("smoothed", smoothed), ("as asked", Some(rates.tails(&pairs)))] {
                for (found, alone) in found.into_iter().flatten().zip(&alone) {
                    assert!((found / alone - 1.0).abs() < within, "{way} {rates:?}: {found} {alone}");
                }
            }
        }
        assert!(smooth >= 6, "{smooth}");
    }

    #[test]
    fn one_that_is_too_rough_is_refused() {
        // Leaving at one and the same rate after all: nothing of low degree.
        let sharp = Rates { r: 0.5, alpha: 0.0002, s: 8_000.0, beta: 8_000.0 };
        assert!(sharp.smoothed(&pairs(), 16).is_none());
    }
}
