//! Nelder and Mead's downhill simplex (1965), without derivatives and without chance: the same start gives the same bytes.

/// Where a descent ended.
#[derive(Debug, Clone)]
pub(crate) struct Lowest {
    /// The place.
    pub at: Vec<f64>,
    /// The value there.
    pub value: f64,
    /// Whether the simplex shrank to the asked size before the steps ran out.
    pub settled: bool,
}

/// Goes down from `start`, with a first simplex of edge `edge`, until all corners lie within `size` of the best and their values within
/// `fall` of its value.
pub(crate) fn descend(f: impl Fn(&[f64]) -> f64, start: &[f64], edge: f64, size: f64, fall: f64, steps: u32) -> Lowest {
    let dims = start.len();
    let value = |at: &[f64]| {
        let value = f(at);
        if value.is_nan() { f64::INFINITY } else { value }
    };
    let mut corners: Vec<(f64, Vec<f64>)> = vec![(value(start), start.to_vec())];
    for i in 0..dims {
        let mut at = start.to_vec();
        at[i] += edge;
        corners.push((value(&at), at));
    }
    let mut settled = false;
    for _ in 0..steps {
        corners.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (best, worst) = (corners[0].0, corners[dims].0);
        let spread = corners.iter().flat_map(|(_, at)| at.iter().zip(&corners[0].1).map(|(a, b)| (a - b).abs())).fold(0.0, f64::max);
        if spread <= size && worst - best <= fall {
            settled = true;
            break;
        }
        let middle: Vec<f64> = (0..dims).map(|i| corners[..dims].iter().map(|(_, at)| at[i]).sum::<f64>() / count(dims)).collect();
        let along = |by: f64| -> (f64, Vec<f64>) {
            let at: Vec<f64> = middle.iter().zip(&corners[dims].1).map(|(m, w)| m + by * (w - m)).collect();
            (value(&at), at)
        };
        let reflected = along(-1.0);
        let next = if reflected.0 < best {
            let further = along(-2.0);
            Some(if further.0 < reflected.0 { further } else { reflected })
        } else if reflected.0 < corners[dims - 1].0 {
            Some(reflected)
        } else if reflected.0 < worst {
            Some(along(-0.5)).filter(|outside| outside.0 <= reflected.0)
        } else {
            Some(along(0.5)).filter(|inside| inside.0 < worst)
        };
        match next {
            Some(corner) => corners[dims] = corner,
            None => {
                let best = corners[0].1.clone();
                for corner in &mut corners[1..] {
                    let at: Vec<f64> = best.iter().zip(&corner.1).map(|(b, c)| b + 0.5 * (c - b)).collect();
                    *corner = (value(&at), at);
                }
            }
        }
    }
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (value, at) = corners.swap_remove(0);
    Lowest { at, value, settled }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_bottom_of_a_bent_valley() {
        let valley = |at: &[f64]| (1.0 - at[0]).powi(2) + 100.0 * (at[1] - at[0] * at[0]).powi(2);
        let found = descend(valley, &[-1.2, 1.0], 0.5, 1e-8, 1e-12, 2_000);
        assert!(found.settled && (found.at[0] - 1.0).abs() < 1e-6 && (found.at[1] - 1.0).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn says_when_it_did_not_get_there() {
        let slope = |at: &[f64]| at[0];
        assert!(!descend(slope, &[0.0], 0.5, 1e-8, 1e-12, 50).settled);
        let hole = |at: &[f64]| if at[0] > 1.0 { f64::NAN } else { -at[0] };
        assert!(descend(hole, &[0.0], 0.5, 1e-8, 1e-9, 500).value >= -1.0);
    }
}
