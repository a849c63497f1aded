//! The few functions of analysis that the models need, each stable over the whole range they are asked for.

/// The most terms of a series or a fraction. The slowest case asked for takes some thousands.
const TERMS: u32 = 200_000;

/// ln Γ(x) for x > 0.
pub(crate) fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// ln(e^a + e^b) for a difference `b - a`, less `a`: ln(1 + e^difference) without overflow.
pub(crate) fn ln_one_plus_exp(difference: f64) -> f64 {
    if difference > 0.0 { difference + (-difference).exp().ln_1p() } else { difference.exp().ln_1p() }
}

/// ln of Gauss's hypergeometric series F(a, b; c; z) for a, b, c > 0 and 0 <= z < 1, where each term is positive, so that
/// nothing cancels. The sum is scaled down on its way, since it passes the largest float for a customer of a thousand visits.
pub(crate) fn ln_hypergeometric(a: f64, b: f64, c: f64, z: f64) -> f64 {
    const LARGE: f64 = 1e200;
    let (mut term, mut sum, mut scaled) = (1.0_f64, 1.0_f64, 0.0_f64);
    for n in 0..TERMS {
        let n = f64::from(n);
        let ratio = (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
        term *= ratio;
        sum += term;
        if term <= sum * 1e-17 && ratio < 1.0 {
            break;
        }
        if sum > LARGE {
            term /= LARGE;
            sum /= LARGE;
            scaled += LARGE.ln();
        }
    }
    sum.ln() + scaled
}

/// F(a, 1; c; z) for c > a > 0 and 0 <= z < 1 by Gauss's continued fraction, which converges where the series crawls (z near 1).
pub(crate) fn hypergeometric_one(a: f64, c: f64, z: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let (mut value, mut above, mut below) = (1.0_f64, 1.0_f64, 0.0_f64);
    let mut step = |k: f64| {
        let part = -k * z;
        below = 1.0 / at_least(1.0 + part * below, TINY);
        above = at_least(1.0 + part / above, TINY);
        let factor = above * below;
        value *= factor;
        (factor - 1.0).abs() < 1e-15
    };
    for n in 0..TERMS {
        let n = f64::from(n);
        if step((a + n) * (c - 1.0 + n) / ((c - 1.0 + 2.0 * n) * (c + 2.0 * n))) {
            break;
        }
        let m = n + 1.0;
        if step(m * (c - 1.0 - a + m) / ((c + 2.0 * m - 2.0) * (c + 2.0 * m - 1.0))) {
            break;
        }
    }
    1.0 / value
}

fn at_least(x: f64, tiny: f64) -> f64 {
    if x.abs() < tiny { tiny } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-11 * b.abs().max(1.0), "{a} {b}");
    }

    #[test]
    fn the_series_is_what_elementary_functions_say() {
        for z in [0.0_f64, 0.1, 0.5, 0.9, 0.99, 0.999] {
            // F(1, 1; 2; z) = -ln(1 - z) / z, F(a, b; b; z) = (1 - z)^-a.
            let logarithm = if z > 0.0 { -(-z).ln_1p() / z } else { 1.0 };
            near(ln_hypergeometric(1.0, 1.0, 2.0, z).exp(), logarithm);
            near(hypergeometric_one(1.0, 2.0, z), logarithm);
            near(ln_hypergeometric(2.5, 0.7, 0.7, z), -2.5 * (-z).ln_1p());
        }
        near(ln_hypergeometric(3000.0, 5.0, 5.0, 0.9), -3000.0 * 0.1_f64.ln());
    }

    #[test]
    fn fraction_and_series_agree() {
        for (a, c) in [(0.3, 1.2), (0.55, 2.16), (5.5, 7.1), (40.2, 42.0), (300.5, 301.1)] {
            for z in [0.0, 0.05, 0.4, 0.8, 0.95, 0.995] {
                let series = ln_hypergeometric(a, 1.0, c, z).exp();
                assert!((hypergeometric_one(a, c, z) / series - 1.0).abs() < 1e-11, "{a} {c} {z}");
            }
        }
    }

    #[test]
    fn no_overflow_in_either_direction() {
        near(ln_one_plus_exp(0.0), 2.0_f64.ln());
        near(ln_one_plus_exp(5_000.0), 5_000.0);
        near(ln_one_plus_exp(-5_000.0), 0.0);
    }
}
