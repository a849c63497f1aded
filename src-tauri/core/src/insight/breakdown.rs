//! People divided into cells.

use super::lifecycle::own_interval;
use super::rfm::Scores;
use super::table::{Member, Table};
use crate::money::Fen;
use crate::wire::insight::{Breakdown, BreakdownCell, BreakdownKey, Lifecycle, OwnInterval, RfmCell, RfmPicture, RfmSegment, ValueSegment};

/// Divides the members of a table by words, each in exactly one cell; beside it how many there were before.
fn by_words<T: Copy + PartialEq>(
    key: BreakdownKey,
    words: &[T],
    text: fn(T) -> &'static str,
    of: impl Fn(&Member, &Table) -> Option<T>,
    now: &Table,
    before: Option<&Table>,
) -> Breakdown {
    let count = |table: &Table| {
        let mut sums = vec![(0i64, Fen::ZERO); words.len()];
        for row in table.members() {
            if let Some(at) = of(row, table).and_then(|word| words.iter().position(|other| *other == word)) {
                sums[at].0 += 1;
                sums[at].1 += row.standing.net;
            }
        }
        sums
    };
    let before = before.map(count);
    let cells: Vec<BreakdownCell> = words
        .iter()
        .zip(count(now))
        .enumerate()
        .map(|(at, (word, (people, net)))| BreakdownCell {
            key: text(*word).to_owned(),
            label: None,
            people,
            net,
            people_before: before.as_ref().map(|sums| sums[at].0),
        })
        .collect();
    let people = cells.iter().map(|cell| cell.people).sum();
    Breakdown { key, field: None, label: None, cells, people, several: false }
}

pub(super) fn lifecycle(now: &Table, before: Option<&Table>) -> Breakdown {
    by_words(BreakdownKey::Lifecycle, Lifecycle::ALL, Lifecycle::as_str, |row, _| Some(row.lifecycle), now, before)
}

pub(super) fn interval(now: &Table, before: Option<&Table>) -> Breakdown {
    let of = |row: &Member, table: &Table| row.standing.last.map(|_| own_interval(&row.standing, table.as_of()));
    by_words(BreakdownKey::Interval, OwnInterval::ALL, OwnInterval::as_str, of, now, before)
}

pub(super) fn value(now: &Table, before: Option<&Table>) -> Breakdown {
    by_words(BreakdownKey::Value, ValueSegment::ALL, ValueSegment::as_str, |row, _| Some(row.value), now, before)
}

/// The 5x5 picture and the eight segments of one kind of scores.
pub(super) fn rfm(now: &Table, before: Option<&Table>, key: BreakdownKey, of: fn(&Member) -> Option<Scores>) -> RfmPicture {
    let mut sums = [[(0i64, Fen::ZERO); 6]; 6];
    for row in now.members() {
        if let Some(scores) = of(row) {
            let cell = &mut sums[usize::from(scores.r.min(5))][usize::from(scores.f.min(5))];
            cell.0 += 1;
            cell.1 += row.standing.net;
        }
    }
    let cell = |r: u8, f: u8| {
        let (people, net) = sums[usize::from(r)][usize::from(f)];
        RfmCell { r, f, people, net }
    };
    let cells: Vec<RfmCell> = (1..=5u8).rev().flat_map(|r| (1..=5u8).map(move |f| (r, f))).map(|(r, f)| cell(r, f)).collect();
    let segment = |row: &Member, _: &Table| of(row).map(Scores::segment);
    let segments = by_words(key, RfmSegment::ALL, RfmSegment::as_str, segment, now, before).cells;
    RfmPicture { people: cells.iter().map(|cell| cell.people).sum(), cells, segments }
}
