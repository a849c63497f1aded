//! What the owner said of headings, kept so that the next file of the same system needs no word of his.
//!
//! It is no part of the customers' data: undoing an import does not forget it, and mapping a heading otherwise changes it.

use super::{Columns, Kind, Said, Target, word_key};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// The most headings of one kind of table that are remembered.
const MOST: usize = 2_000;
/// The longest heading that is, in characters.
const LONGEST: usize = 200;

/// What columns were mapped to by hand, in [`Target`]'s text form, by their heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Remembered {
    customers: BTreeMap<String, String>,
    visits: BTreeMap<String, String>,
    lines: BTreeMap<String, String>,
}

impl Remembered {
    /// Where it lies in table `state`.
    pub const KEY: &str = "import_columns";

    fn of(&mut self, kind: Kind) -> &mut BTreeMap<String, String> {
        match kind {
            Kind::Customers => &mut self.customers,
            Kind::Visits => &mut self.visits,
            Kind::Lines => &mut self.lines,
        }
    }

    /// What was said of a heading; nothing that cannot be said of such a table.
    pub(super) fn target(&self, kind: Kind, key: &str) -> Option<Target> {
        let said = match kind {
            Kind::Customers => self.customers.get(key),
            Kind::Visits => self.visits.get(key),
            Kind::Lines => self.lines.get(key),
        };
        said.and_then(|text| Target::parse(text).ok()).filter(|target| target.belongs_to(kind))
    }

    /// Keeps what was said of a table's columns now.
    pub(crate) fn learn(&mut self, kind: Kind, columns: &Columns) {
        let headings: Vec<&str> = columns.all().iter().map(|column| column.heading.as_str()).collect();
        let held = self.of(kind);
        for (column, key) in columns.all().iter().zip(keys(&headings)) {
            if let (Said::Now, Some(target), Some(key)) = (column.said, &column.target, key)
                && (held.len() < MOST || held.contains_key(&key))
            {
                held.insert(key, target.name().into_owned());
            }
        }
    }

    /// Forgets what points to fields that are not asked for.
    pub(crate) fn keep_fields(&mut self, is_there: impl Fn(&str) -> bool) {
        self.customers.retain(|_, target| target.strip_prefix("profile.").is_none_or(&is_there));
    }
}

/// How each heading is remembered; of those alike each by its turn, one that names nothing not at all.
pub(super) fn keys(headings: &[&str]) -> Vec<Option<String>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut key_of = |heading: &str| {
        let is_number = heading.trim().strip_prefix('#').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        let key = word_key(heading);
        if key.is_empty() || is_number || key.chars().count() > LONGEST {
            return None;
        }
        let turn = seen.entry(key.clone()).or_default();
        *turn += 1;
        // No key has the mark in it, since keys are letters and digits.
        Some(if *turn == 1 { key } else { format!("{key}#{turn}") })
    };
    headings.iter().map(|heading| key_of(heading)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Field, Mapping};
    use super::*;

    fn columns(headings: &str, said: &[&str], remembered: &Remembered) -> Columns {
        let mut mapping = Mapping::default();
        mapping.remember(remembered);
        for entry in said {
            mapping.add(entry).unwrap();
        }
        Columns::recognise(Kind::Customers, headings.split(','), &mapping)
    }

    fn targets(columns: &Columns) -> Vec<String> {
        columns.all().iter().map(|c| c.target.as_ref().map_or("?".into(), |t| t.name().into_owned())).collect()
    }

    #[test]
    fn what_was_said_is_proposed_again_and_stands_between_a_new_word_and_the_heading() {
        let mut memory = Remembered::default();
        let said = ["爱好=note", "编码=member_no", "手机=-", "来自=new"];
        memory.learn(Kind::Customers, &columns("会员号,编码,姓名,手机,爱好,来自", &said, &Remembered::default()));
        let again = columns("会员号,编码,姓名,手机,爱好,来自", &[], &memory);
        assert_eq!(targets(&again), ["?", "member_no", "name", "-", "note", "new"]);
        assert!(again.all()[1].said == Said::Before && again.all()[0].is_double && again.position(Field::Phone).is_none());
        // A word said now beats what was said before, and takes its place.
        let other = columns("姓名,手机,爱好", &["手机=phone", "爱好=-"], &memory);
        assert_eq!(targets(&other), ["name", "phone", "-"]);
        memory.learn(Kind::Customers, &other);
        assert_eq!(targets(&columns("姓名,手机,爱好", &[], &memory)), ["name", "phone", "-"]);
    }

    #[test]
    fn headings_alike_are_remembered_each_by_its_turn_and_numbers_not_at_all() {
        let mut memory = Remembered::default();
        memory.learn(Kind::Customers, &columns("姓名,说法,说法", &["#2=note", "#3=nickname"], &Remembered::default()));
        assert_eq!(targets(&columns("姓名, 说法 ,说法", &[], &memory)), ["name", "note", "nickname"]);
        let mut none = Remembered::default();
        none.learn(Kind::Customers, &columns("#1,#2,", &["#1=name", "#2=note", "#3=note"], &Remembered::default()));
        assert_eq!(none, Remembered::default());
    }

    #[test]
    fn what_is_remembered_for_one_table_or_a_field_that_is_gone_says_nothing() {
        let mut memory = Remembered::default();
        memory.learn(Kind::Customers, &columns("姓名,甲,乙", &["甲=profile.own_1", "乙=nickname"], &Remembered::default()));
        let mut mapping = Mapping::default();
        mapping.remember(&memory);
        let visits = Columns::recognise(Kind::Visits, "单号,乙".split(','), &mapping);
        assert_eq!(targets(&visits), ["visit_no", "?"]);
        memory.keep_fields(|key| key != "own_1");
        assert_eq!(targets(&columns("姓名,甲,乙", &[], &memory)), ["name", "?", "nickname"]);
    }
}
