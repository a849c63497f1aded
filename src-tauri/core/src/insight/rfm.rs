//! Recency, frequency, money.
//!
//! Quintiles: with N buyers of whom L are strictly worse, the score is `1 + floor(5 L / N)`: equals share a score, and nobody's score
//! depends on the order of the archives. Thresholds: as the owner sets them. A score of 4 or 5 is high.

use super::standing::Standing;
use crate::wire::insight::{InsightSettings, RfmSegment};

/// Scores from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scores {
    /// Recency: 5 bought last.
    pub r: u8,
    /// Frequency: 5 on most days.
    pub f: u8,
    /// Money: 5 spent most.
    pub m: u8,
}

impl Scores {
    /// The segment of the scores.
    pub fn segment(self) -> RfmSegment {
        let high = |score: u8| score >= 4;
        match (high(self.m), high(self.r), high(self.f)) {
            (true, true, true) => RfmSegment::KeyValue,
            (true, true, false) => RfmSegment::KeyGrow,
            (true, false, true) => RfmSegment::KeyKeep,
            (true, false, false) => RfmSegment::KeyWinBack,
            (false, true, true) => RfmSegment::PlainValue,
            (false, true, false) => RfmSegment::PlainGrow,
            (false, false, true) => RfmSegment::PlainKeep,
            (false, false, false) => RfmSegment::PlainWinBack,
        }
    }
}

/// The quintile scores of values of which more is better, in the order given.
pub fn quintiles(values: &[i64]) -> Vec<u8> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let score = |value: &i64| {
        let worse = sorted.partition_point(|other| other < value);
        // Below 5 since fewer than all are worse.
        u8::try_from(1 + 5 * worse / sorted.len()).unwrap_or(5)
    };
    values.iter().map(score).collect()
}

/// The quintile scores of buyers, in the order given.
pub fn by_quintiles(buyers: &[Standing]) -> Vec<Scores> {
    let of = |take: fn(&Standing) -> i64| quintiles(&buyers.iter().map(take).collect::<Vec<_>>());
    let r = of(|buyer| buyer.last.map_or(i64::MIN, i64::from));
    let f = of(|buyer| buyer.purchase_days);
    let m = of(|buyer| buyer.net.0);
    r.into_iter().zip(f).zip(m).map(|((r, f), m)| Scores { r, f, m }).collect()
}

/// The scores of a buyer by the owner's thresholds.
pub fn by_thresholds(buyer: &Standing, as_of: i32, settings: &InsightSettings) -> Scores {
    let score = |passed: usize| u8::try_from(1 + passed).unwrap_or(5);
    let days = buyer.days_since(as_of).map_or(i64::MAX, i64::from);
    Scores {
        r: score(settings.recency_days.iter().filter(|limit| days <= **limit).count()),
        f: score(settings.frequency.iter().filter(|least| buyer.purchase_days >= **least).count()),
        m: score(settings.money.iter().filter(|least| buyer.net >= **least).count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Fen;

    #[test]
    fn equals_share_a_score_and_one_alone_scores_one() {
        assert_eq!(quintiles(&[]), [0u8; 0]);
        assert_eq!(quintiles(&[7]), [1]);
        assert_eq!(quintiles(&[1, 2, 3, 4, 5]), [1, 2, 3, 4, 5]);
        assert_eq!(quintiles(&[5, 5, 5, 5, 5]), [1; 5]);
        // Three of five are worse than the last two: 1 + floor(15 / 5).
        assert_eq!(quintiles(&[1, 1, 1, 9, 9]), [1, 1, 1, 4, 4]);
        assert_eq!(quintiles(&[-3, 0, 8, 8, 8, 9]), [1, 1, 2, 2, 2, 5]);
    }

    #[test]
    fn thresholds_belong_to_the_better_score() {
        let settings = InsightSettings::default();
        let of = |days, purchase_days, net| {
            let buyer = Standing { last: Some(0), purchase_days, net: Fen(net), ..Standing::default() };
            let scores = by_thresholds(&buyer, days, &settings);
            (scores.r, scores.f, scores.m)
        };
        assert_eq!(of(0, 1, -5), (5, 1, 1));
        assert_eq!(of(30, 2, 50_000), (5, 2, 2));
        assert_eq!(of(31, 3, 99_999), (4, 3, 2));
        assert_eq!(of(365, 9, 300_000), (2, 4, 4));
        assert_eq!(of(366, 10, 1_000_000), (1, 5, 5));
    }

    #[test]
    fn the_eight_segments() {
        let of = |r, f, m| Scores { r, f, m }.segment().as_str();
        assert_eq!([of(5, 4, 4), of(4, 3, 5), of(3, 4, 4), of(1, 1, 5)], ["key_value", "key_grow", "key_keep", "key_win_back"]);
        assert_eq!([of(4, 5, 3), of(4, 3, 3), of(3, 4, 3), of(1, 1, 1)], ["plain_value", "plain_grow", "plain_keep", "plain_win_back"]);
    }
}
