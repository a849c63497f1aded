//! The index in memory.
//!
//! Almost all customers stand in `base`, ordered as they are to be shown, so that the first matches found are the first to show
//! and a query that matches nearly everybody stops early. Changes since the last rebuild stand in `tail`, which is searched to
//! its end and merged in. When the tail or the dead have grown too many, both become a new base.

use super::query::Query;
use super::segment::{Levels, Segment};
use super::{Found, Hit, KeyKind, MatchClass};
use crate::ids::CustomerId;
use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

/// A tail shorter than this is never a reason to rebuild.
const SMALL_TAIL: usize = 1024;

/// Up to this many candidates are looked at one by one.
const FEW: usize = 4096;

/// Every customer who can be found.
#[derive(Default)]
pub struct SearchIndex {
    base: Segment,
    tail: Segment,
    /// Places in the base by customer id.
    base_by_id: Vec<u32>,
    tail_by_id: HashMap<CustomerId, u32>,
    levels: Levels,
}

/// Customers who are still to be put into an index, packed as they arrive, so that a whole shop is never held twice as loose rows.
#[derive(Default)]
pub(crate) struct Arrivals {
    loose: Segment,
    levels: Levels,
}

impl Arrivals {
    /// Adds a customer with her key. The last of several entries with the same id counts.
    pub(crate) fn add(&mut self, key: &str, hit: &Hit) {
        self.loose.push(key, hit, &mut self.levels);
    }

    /// The index of all who arrived. Fastest if they came in the order of their ids.
    pub(crate) fn index(self) -> SearchIndex {
        let Arrivals { loose, levels } = self;
        let mut order: Vec<u32> = (0..u32::try_from(loose.len()).unwrap_or(u32::MAX)).collect();
        // The latest entry of each id first, so that it is the one kept.
        order.sort_unstable_by_key(|&at| (loose.id(at), Reverse(at)));
        order.dedup_by_key(|at| loose.id(*at));
        order.sort_unstable_by(|&a, &b| loose.compare(a, &loose, b));
        let mut index = SearchIndex { base: Segment::for_all([&loose, &Segment::default()]), levels, ..SearchIndex::default() };
        for at in order {
            index.base.take(&loose, at);
        }
        drop(loose);
        index.finish_base();
        index
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    in_tail: bool,
    at: u32,
}

impl SearchIndex {
    /// An index of customers with their keys (see [`super::SearchText::key`]). The last of several entries with the same id counts.
    pub fn build<K: AsRef<str>>(customers: impl IntoIterator<Item = (K, Hit)>) -> SearchIndex {
        let mut arrivals = Arrivals::default();
        customers.into_iter().for_each(|(key, hit)| arrivals.add(key.as_ref(), &hit));
        arrivals.index()
    }

    /// Puts a customer in, or in place of what was known of her.
    pub fn upsert(&mut self, key: &str, hit: &Hit) {
        self.take_out(hit.id);
        let at = self.tail.push(key, hit, &mut self.levels);
        self.tail.index_from(at);
        self.tail_by_id.insert(hit.id, at);
        self.tidy();
    }

    /// Changes what is shown of a customer by what changes with every visit; her key stays. Whether she was there.
    pub fn restand(&mut self, id: CustomerId, stand: impl FnOnce(&mut Hit)) -> bool {
        let Some(place) = self.place(id) else { return false };
        let Ok(key) = std::str::from_utf8(self.key(place)).map(str::to_owned) else { return false };
        let mut hit = self.segment(place).hit(place.at, &self.levels);
        stand(&mut hit);
        self.upsert(&key, &hit);
        true
    }

    /// Takes a customer out. Nothing of her stays in memory after [`SearchIndex::compact`].
    pub fn remove(&mut self, id: CustomerId) {
        self.take_out(id);
        self.tidy();
    }

    /// Forgets everything that was removed or replaced, and orders the rest anew.
    pub fn compact(&mut self) {
        let (base, tail) = (&self.base, &self.tail);
        let count = |segment: &Segment| 0..u32::try_from(segment.len()).unwrap_or(u32::MAX);
        let mut changed: Vec<u32> = count(tail).filter(|&at| tail.is_live(at)).collect();
        changed.sort_by(|&a, &b| tail.compare(a, tail, b));
        let mut changed = changed.into_iter().peekable();
        let mut merged = Segment::for_all([base, tail]);
        for at in count(base).filter(|&at| base.is_live(at)) {
            while let Some(first) = changed.next_if(|&other| tail.compare(other, base, at).is_lt()) {
                merged.take(tail, first);
            }
            merged.take(base, at);
        }
        changed.for_each(|at| merged.take(tail, at));
        self.base = merged;
        self.tail = Segment::default();
        self.tail_by_id = HashMap::new();
        self.finish_base();
    }

    /// The best matches, at most `limit`. Words divided by blanks must all match. An empty query finds the most recent visitors.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Found> {
        let readings = Query::readings(query);
        if readings.is_empty() {
            return self.recent(limit);
        }
        readings.iter().map(|reading| self.run(reading, limit)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// What is known of a customer.
    pub fn get(&self, id: CustomerId) -> Option<Hit> {
        self.place(id).map(|place| self.segment(place).hit(place.at, &self.levels))
    }

    /// How many customers can be found.
    pub fn len(&self) -> usize {
        self.base.live() + self.tail.live()
    }

    /// Whether nobody can be found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        // A hash table holds its entries with one byte beside each.
        let entry = size_of::<(CustomerId, u32)>() + 1;
        self.base.memory() + self.tail.memory() + self.base_by_id.capacity() * size_of::<u32>() + self.tail_by_id.capacity() * entry
    }

    fn run(&self, query: &Query, limit: usize) -> Vec<Found> {
        match self.candidates_up_to(FEW, query) {
            Some(few) => self.by_looking_at_each(query, few, limit),
            None => self.class_by_class(query, limit),
        }
    }

    /// All who have the pieces of the query, if they are not more than `most`.
    fn candidates_up_to(&self, most: usize, query: &Query) -> Option<Vec<Place>> {
        let slots = query.least_slots();
        let base = self.base.candidates(&slots, None).map(in_base);
        let tail = self.tail.candidates(&slots, None).map(in_tail);
        let places: Vec<Place> = base.chain(tail).take(most + 1).collect();
        (places.len() <= most).then_some(places)
    }

    fn by_looking_at_each(&self, query: &Query, places: Vec<Place>, limit: usize) -> Vec<Found> {
        let matching = places.into_iter().filter_map(|place| query.matches(self.key(place)).map(|(class, kind)| (place, class, kind)));
        let mut matching: Vec<(Place, MatchClass, KeyKind)> = matching.collect();
        // Who was named in full is shown before any partial match, archived or not.
        let turn = |place: Place, class| (class != MatchClass::Exact && self.segment(place).is_archived(place.at), class);
        matching.sort_by(|a, b| turn(a.0, a.1).cmp(&turn(b.0, b.1)).then_with(|| self.compare(a.0, b.0)));
        matching.truncate(limit);
        matching.into_iter().map(|(place, class, kind)| self.found(place, class, Some(kind))).collect()
    }

    /// The same, for queries that so many match that looking at each would take too long: best class first, each only as far as
    /// needed.
    fn class_by_class(&self, query: &Query, limit: usize) -> Vec<Found> {
        let mut taken: Vec<(Place, MatchClass, KeyKind)> = Vec::new();
        for archived in [false, true] {
            for class in query.classes() {
                let who = match (class, archived) {
                    (MatchClass::Exact, false) => None,
                    (MatchClass::Exact, true) => continue,
                    _ => Some(archived),
                };
                let room = limit.saturating_sub(taken.len());
                if room == 0 {
                    break;
                }
                let slots = query.slots(class);
                // Everybody who matches better was taken in an earlier turn, so reaching the class is enough.
                let reaching = |place: Place| {
                    let kind = query.reaches(self.key(place), class)?;
                    (!taken.iter().any(|(known, ..)| *known == place)).then_some((place, class, kind))
                };
                let base = self.base.candidates(&slots, who).map(in_base).filter_map(reaching).take(room);
                let tail = self.tail.candidates(&slots, who).map(in_tail).filter_map(reaching);
                let mut all: Vec<(Place, MatchClass, KeyKind)> = base.collect();
                self.merge(&mut all, tail, room, |found| found.0);
                taken.extend(all);
            }
        }
        taken.into_iter().map(|(place, class, kind)| self.found(place, class, Some(kind))).collect()
    }

    fn recent(&self, limit: usize) -> Vec<Found> {
        let mut places: Vec<Place> = self.base.candidates(&[], None).map(in_base).take(limit).collect();
        self.merge(&mut places, self.tail.candidates(&[], None).map(in_tail), limit, |place| *place);
        places.into_iter().map(|place| self.found(place, MatchClass::Part, None)).collect()
    }

    /// Adds those of the tail to those of the base, which come in order, and keeps the first `room` of all.
    fn merge<T>(&self, all: &mut Vec<T>, tail: impl Iterator<Item = T>, room: usize, place: impl Fn(&T) -> Place) {
        let ordered = all.len();
        all.extend(tail);
        if all.len() > ordered && room > 0 {
            let compare = |a: &T, b: &T| self.compare(place(a), place(b));
            if all.len() > room {
                all.select_nth_unstable_by(room - 1, compare);
            }
            all.truncate(room);
            all.sort_unstable_by(compare);
        }
        all.truncate(room);
    }

    fn compare(&self, a: Place, b: Place) -> Ordering {
        self.segment(a).compare(a.at, self.segment(b), b.at)
    }

    fn found(&self, place: Place, class: MatchClass, why: Option<KeyKind>) -> Found {
        Found { hit: self.segment(place).hit(place.at, &self.levels), class, why }
    }

    fn key(&self, place: Place) -> &[u8] {
        self.segment(place).key(place.at)
    }

    fn segment(&self, place: Place) -> &Segment {
        if place.in_tail { &self.tail } else { &self.base }
    }

    fn place(&self, id: CustomerId) -> Option<Place> {
        if let Some(&at) = self.tail_by_id.get(&id) {
            return Some(Place { in_tail: true, at });
        }
        let found = self.base_by_id.binary_search_by_key(&id, |&at| self.base.id(at)).ok()?;
        let at = self.base_by_id[found];
        self.base.is_live(at).then_some(Place { in_tail: false, at })
    }

    fn take_out(&mut self, id: CustomerId) {
        match self.place(id) {
            Some(Place { in_tail: true, at }) => {
                self.tail.kill(at);
                self.tail_by_id.remove(&id);
            }
            Some(Place { in_tail: false, at }) => self.base.kill(at),
            None => {}
        }
    }

    /// Rebuilds when the tail would cost more than a sixteenth of a search, or a quarter of the customers are dead.
    fn tidy(&mut self) {
        let all = self.base.len() + self.tail.len();
        let dead = self.base.dead() + self.tail.dead();
        if self.tail.len() > SMALL_TAIL.max(self.base.len() / 16) || (dead > SMALL_TAIL && dead > all / 4) {
            self.compact();
        }
    }

    fn finish_base(&mut self) {
        self.base.index_from(0);
        let base = &self.base;
        self.base_by_id = (0..u32::try_from(base.len()).unwrap_or(u32::MAX)).collect();
        self.base_by_id.sort_unstable_by_key(|&at| base.id(at));
    }
}

fn in_base(at: u32) -> Place {
    Place { in_tail: false, at }
}

fn in_tail(at: u32) -> Place {
    Place { in_tail: true, at }
}
