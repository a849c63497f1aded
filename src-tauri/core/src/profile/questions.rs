//! The next best question: what is worth asking this customer today.

use super::completeness::Weights;
use super::{FieldSpec, completeness};
use crate::wire::profile::ProfileField;
use serde::{Deserialize, Serialize};

/// A field that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The field.
    pub field: FieldSpec,
    /// The words a clerk would say; empty for what is not asked (a card number, the responsible clerk).
    pub text: String,
    /// Whether the clerk answers it by watching instead of asking.
    pub observed: bool,
    /// Whether it is nobody's business to ask.
    pub sensitive: bool,
    /// From which visit on it is no longer too early: 0 or 1 is at once, 2 not before the second.
    pub from_visit: i64,
    /// Words of categories that bring it up: 鞋 for the shoe size. Empty means any time.
    pub suits: Vec<String>,
}

impl Question {
    /// A field of the catalogue as something to ask for.
    pub fn of(field: &ProfileField) -> Question {
        Question {
            field: FieldSpec { key: field.key.clone(), part: field.part, weight: field.weight, on: field.is_on },
            text: field.question.clone().unwrap_or_default(),
            observed: field.asking.observed,
            sensitive: field.is_sensitive,
            from_visit: field.asking.from_visit,
            suits: field.asking.suits.clone(),
        }
    }
}

/// The moment in which something could be asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Moment<'a> {
    /// Visits so far, this one included.
    pub visits: i64,
    /// Categories and names of what she bought or tried, latest visit first.
    pub goods: &'a [String],
}

/// One question worth asking now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NextQuestion {
    /// The field it fills.
    pub key: String,
    /// The words.
    pub text: String,
    /// Whether the clerk answers it by watching.
    pub observed: bool,
    /// By how many points of 100 the archive would gain.
    pub gain: i64,
}

/// The questions worth asking, at most `limit`, best first: those about what she just bought or tried, then by gain, then in the order of
/// the catalogue. Not asked: what is known, what is off, what it is too early for, what belongs to other goods, and sensitive
/// facts: those are written down when she speaks of them herself.
pub fn next_questions(questions: &[Question], filled: impl Fn(&str) -> bool, moment: &Moment<'_>, limit: usize) -> Vec<NextQuestion> {
    let fields: Vec<FieldSpec> = questions.iter().map(|question| question.field.clone()).collect();
    let weights = Weights::of(&fields);
    let now = completeness(&fields, &filled).overall;
    let mut open: Vec<(&Question, bool)> = questions
        .iter()
        .filter(|question| {
            let key = &question.field.key;
            question.field.counts()
                && !question.text.is_empty()
                && !filled(key)
                && !question.sensitive
                && question.from_visit <= moment.visits.max(1)
        })
        .filter_map(|question| {
            let suits = question.suits.iter().any(|word| moment.goods.iter().any(|goods| goods.contains(word.as_str())));
            (suits || question.suits.is_empty()).then_some((question, suits))
        })
        .collect();
    open.sort_by_key(|(question, suits)| {
        let gain = weights.step(question.field.part) * i128::from(question.field.weight);
        (std::cmp::Reverse(*suits), std::cmp::Reverse(gain))
    });
    let ask = |(question, _): &(&Question, bool)| {
        let key = &question.field.key;
        let then = completeness(&fields, |other| other == key || filled(other)).overall;
        NextQuestion { key: key.clone(), text: question.text.clone(), observed: question.observed, gain: then - now }
    };
    open.iter().take(limit).map(ask).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Part;
    use super::*;

    fn question(key: &str, part: Part, weight: i64) -> Question {
        Question {
            field: FieldSpec { key: key.to_owned(), part, weight, on: true },
            text: format!("{key}?"),
            observed: false,
            sensitive: false,
            from_visit: 0,
            suits: Vec::new(),
        }
    }

    fn catalogue() -> Vec<Question> {
        vec![
            question("phone", Part::Hard, 3),
            Question { text: String::new(), ..question("member_no", Part::Hard, 9) },
            Question { suits: vec!["鞋".to_owned()], ..question("shoe_size", Part::Hard, 1) },
            question("style", Part::Soft, 3),
            question("colour", Part::Soft, 2),
            Question { from_visit: 3, ..question("family", Part::Soft, 5) },
            Question { sensitive: true, ..question("values", Part::Soft, 4) },
            Question { observed: true, ..question("personality", Part::Soft, 2) },
        ]
    }

    fn keys(filled: &[&str], moment: &Moment<'_>, limit: usize) -> Vec<String> {
        next_questions(&catalogue(), |key| filled.contains(&key), moment, limit).into_iter().map(|question| question.key).collect()
    }

    #[test]
    fn the_highest_gain_comes_first_and_says_how_much() {
        let asked = next_questions(&catalogue(), |_| false, &Moment::default(), 2);
        let style = NextQuestion { key: "style".to_owned(), text: "style?".to_owned(), observed: false, gain: 15 };
        let colour = NextQuestion { key: "colour".to_owned(), text: "colour?".to_owned(), observed: false, gain: 10 };
        assert_eq!(asked, [style, colour]);
    }

    #[test]
    fn what_is_known_early_unfit_or_sensitive_is_left_out() {
        let moment = Moment::default();
        assert_eq!(keys(&[], &moment, 9), ["style", "colour", "personality", "phone"]);
        assert_eq!(keys(&["style", "phone"], &moment, 9), ["colour", "personality"]);
        assert_eq!(keys(&[], &Moment { visits: 2, ..moment }, 1), ["style"]);
        assert_eq!(keys(&[], &Moment { visits: 3, ..moment }, 2), ["family", "style"]);
        let off: Vec<Question> = catalogue()
            .into_iter()
            .map(|question| Question { field: FieldSpec { on: question.field.key != "style", ..question.field.clone() }, ..question })
            .collect();
        assert_eq!(next_questions(&off, |_| false, &moment, 1)[0].key, "colour");
    }

    #[test]
    fn what_she_just_bought_comes_before_gain() {
        let goods = ["短靴".to_owned(), "女鞋".to_owned()];
        assert_eq!(keys(&[], &Moment { goods: &goods, ..Moment::default() }, 2), ["shoe_size", "style"]);
        let goods = ["连衣裙".to_owned()];
        assert_eq!(keys(&["style", "colour", "personality", "phone"], &Moment { goods: &goods, ..Moment::default() }, 2).len(), 0);
    }

    #[test]
    fn the_gain_is_what_the_archive_then_shows() {
        let fields: Vec<FieldSpec> = catalogue().into_iter().map(|question| question.field).collect();
        let filled = |key: &str| key == "phone" || key == "colour";
        let before = completeness(&fields, filled).overall;
        for question in next_questions(&catalogue(), filled, &Moment::default(), 9) {
            let after = completeness(&fields, |key| filled(key) || key == question.key).overall;
            assert_eq!(question.gain, after - before, "{}", question.key);
        }
    }
}
