//! Rules as tables: facts and a day to tasks.

use super::*;
use crate::care::Surroundings;
use crate::contacts::clock::ContactLimits;
use std::collections::{BTreeMap, BTreeSet};

fn around(today: &str) -> Surroundings {
    Surroundings {
        today: today.parse().unwrap(),
        rules: Vec::new(),
        festivals: Vec::new(),
        levels: BTreeMap::new(),
        gift_levels: BTreeSet::new(),
        staff: BTreeSet::new(),
        limits: ContactLimits::default(),
    }
}

#[test]
fn without_rules_nothing_is_to_be_done() {
    assert_eq!(of_shop(&around("2026-11-21"), &[], &[]), []);
}
