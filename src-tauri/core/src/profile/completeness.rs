//! How full an archive is: the hard fields together weigh a fifth, the soft ones four fifths.

use serde::{Deserialize, Serialize};

/// Percent of the whole that the hard fields weigh; the soft ones weigh the rest.
pub const HARD_PERCENT: i64 = 20;

pub use crate::wire::profile::Part;

/// What completeness has to know of a field of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its name in the catalogue.
    pub key: String,
    /// Hard or soft.
    pub part: Part,
    /// Weight within its part; below 1 it does not count.
    pub weight: i64,
    /// Whether the shop uses it.
    pub on: bool,
}

impl FieldSpec {
    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.on && self.weight > 0
    }
}

/// How full an archive is, each 0 to 100 and rounded down, so that 100 means that nothing is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Completeness {
    /// Hard and soft together.
    pub overall: i64,
    /// The hard fields alone.
    pub hard: i64,
    /// The soft fields alone.
    pub soft: i64,
}

/// The completeness of an archive, given which fields are filled. Fields that are off or weigh nothing do not count; a part without a
/// counting field leaves all the weight to the other, and a catalogue without any has nothing missing.
pub fn completeness(fields: &[FieldSpec], filled: impl Fn(&str) -> bool) -> Completeness {
    let weights = Weights::of(fields);
    let (mut hard, mut soft) = (0, 0);
    for field in fields.iter().filter(|field| field.counts() && filled(&field.key)) {
        match field.part {
            Part::Hard => hard += i128::from(field.weight),
            Part::Soft => soft += i128::from(field.weight),
        }
    }
    let share = |have: i128, all: i128| i64::try_from(if all == 0 { 100 } else { have * 100 / all }).unwrap_or(100);
    let exact = hard * weights.step(Part::Hard) + soft * weights.step(Part::Soft);
    Completeness { overall: share(exact, weights.whole()), hard: share(hard, weights.hard), soft: share(soft, weights.soft) }
}

/// The weights of a catalogue, and with them what one unit of weight adds to the whole, as a fraction over [`Weights::whole`].
pub(super) struct Weights {
    hard: i128,
    soft: i128,
}

impl Weights {
    pub(super) fn of(fields: &[FieldSpec]) -> Weights {
        let sum = |part| fields.iter().filter(|field| field.part == part && field.counts()).map(|field| i128::from(field.weight)).sum();
        Weights { hard: sum(Part::Hard), soft: sum(Part::Soft) }
    }

    /// What one unit of weight in a part adds.
    pub(super) fn step(&self, part: Part) -> i128 {
        let (hard, soft) = (i128::from(HARD_PERCENT), i128::from(100 - HARD_PERCENT));
        match (part, self.hard, self.soft) {
            (Part::Hard, _, 0) | (Part::Soft, 0, _) => 1,
            (Part::Hard, _, all_soft) => hard * all_soft,
            (Part::Soft, all_hard, _) => soft * all_hard,
        }
    }

    /// What all of them add up to.
    pub(super) fn whole(&self) -> i128 {
        self.hard * self.step(Part::Hard) + self.soft * self.step(Part::Soft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn field(key: &str, part: Part, weight: i64) -> FieldSpec {
        FieldSpec { key: key.to_owned(), part, weight, on: true }
    }

    #[test]
    fn hard_fields_weigh_a_fifth_and_soft_ones_four() {
        let fields = [
            field("name", Part::Hard, 3),
            field("phone", Part::Hard, 1),
            field("style", Part::Soft, 2),
            field("family", Part::Soft, 1),
            FieldSpec { on: false, ..field("values", Part::Soft, 9) },
            field("weightless", Part::Soft, 0),
        ];
        for (filled, overall, hard, soft) in [
            (&[][..], 0, 0, 0),
            (&["name"], 15, 75, 0),
            (&["phone"], 5, 25, 0),
            (&["name", "phone"], 20, 100, 0),
            (&["family"], 26, 0, 33),
            (&["style"], 53, 0, 66),
            (&["style", "family"], 80, 0, 100),
            (&["name", "phone", "family"], 46, 100, 33),
            (&["name", "style", "family"], 95, 75, 100),
            (&["name", "phone", "style", "family"], 100, 100, 100),
            (&["values", "weightless", "unknown"], 0, 0, 0),
        ] {
            let got = completeness(&fields, |key| filled.contains(&key));
            assert_eq!(got, Completeness { overall, hard, soft }, "{filled:?}");
        }
    }

    #[test]
    fn a_part_without_fields_leaves_its_weight_to_the_other() {
        let soft = [field("style", Part::Soft, 1), field("family", Part::Soft, 1)];
        assert_eq!(completeness(&soft, |key| key == "style").overall, 50);
        let hard = [field("name", Part::Hard, 1), field("phone", Part::Hard, 1)];
        assert_eq!(completeness(&hard, |key| key == "name").overall, 50);
        assert_eq!(completeness(&[], |_| false), Completeness { overall: 100, hard: 100, soft: 100 });
    }

    proptest! {
        #[test]
        fn filling_never_lowers_it_and_only_all_makes_a_hundred(
            fields in proptest::collection::vec((any::<bool>(), 0i64..20, any::<bool>(), any::<bool>()), 1..30),
        ) {
            let specs: Vec<FieldSpec> = fields.iter().enumerate().map(|(index, &(hard, weight, on, _))| FieldSpec {
                key: index.to_string(),
                part: if hard { Part::Hard } else { Part::Soft },
                weight,
                on,
            }).collect();
            let filled = |key: &str| fields[key.parse::<usize>().unwrap()].3;
            let now = completeness(&specs, filled);
            prop_assert!((0..=100).contains(&now.overall));
            let whole = specs.iter().all(|spec| !spec.counts() || filled(&spec.key));
            prop_assert_eq!(now.overall == 100, whole);
            for spec in &specs {
                prop_assert!(completeness(&specs, |key| filled(key) || key == spec.key).overall >= now.overall);
            }
        }
    }
}
