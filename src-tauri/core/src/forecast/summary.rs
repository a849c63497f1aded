//! What the models know of a customer: how often she bought again, when last, and since when she is watched.

use crate::clock::Day;
use crate::ids::CustomerId;
use crate::money::Fen;

/// Days of a week: the models count in weeks.
pub(crate) const WEEK: f64 = 7.0;

/// One customer in the eyes of the models, (x, t_x, T). Several purchases on a day are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Triple {
    /// x: days on which she bought after the first.
    pub repeats: u32,
    /// t_x: days from her first to her last such day.
    pub last: u32,
    /// T: days from her first to the day of judgement.
    pub watched: u32,
}

/// Customers that no model can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    pub triple: Triple,
    pub customers: u32,
}

/// Everybody who ever bought, with her purchase days up to a day.
#[derive(Debug, Clone, Default)]
pub struct Purchases {
    people: Vec<Buyer>,
    days: Vec<Day>,
}

/// Where one buyer's days lie, and what she paid.
#[derive(Debug, Clone, Copy)]
struct Buyer {
    customer: CustomerId,
    from: usize,
    to: usize,
    net: Fen,
}

/// One buyer.
#[derive(Debug, Clone, Copy)]
pub struct BuyerDays<'a> {
    /// Who.
    pub customer: CustomerId,
    /// Her purchase days, each once, in order; at least one.
    pub days: &'a [Day],
    /// Paid on all visits up to the day, net of returns.
    pub net: Fen,
}

impl Purchases {
    /// Takes the next customer. Days may repeat but come in order; somebody without one is left out.
    pub fn push(&mut self, customer: CustomerId, days: impl Iterator<Item = Day>, net: Fen) {
        let from = self.days.len();
        for day in days {
            if self.days.len() == from || self.days.last() != Some(&day) {
                self.days.push(day);
            }
        }
        if self.days.len() > from {
            self.people.push(Buyer { customer, from, to: self.days.len(), net });
        }
    }

    /// Everybody, in the order they were taken.
    pub fn buyers(&self) -> impl Iterator<Item = BuyerDays<'_>> {
        self.people.iter().map(|b| BuyerDays { customer: b.customer, days: &self.days[b.from..b.to], net: b.net })
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether nobody ever bought.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The first and the last purchase day of the shop.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.days.iter().copied().min()?, self.days.iter().copied().max()?))
    }

    /// Everybody's triple on a day; nobody who first bought later.
    pub fn triples(&self, on: Day) -> impl Iterator<Item = (CustomerId, Triple)> {
        self.buyers().filter_map(move |buyer| Some((buyer.customer, buyer.triple(on)?)))
    }

    /// How many bought again on a later day by `on`, of how many who bought.
    pub fn counts(&self, on: Day) -> (usize, usize) {
        self.triples(on).fold((0, 0), |(all, again), (_, triple)| (all + 1, again + usize::from(triple.repeats > 0)))
    }
}

impl BuyerDays<'_> {
    /// Her triple on a day, if she had bought by then.
    pub fn triple(&self, on: Day) -> Option<Triple> {
        let known = self.days.partition_point(|day| *day <= on);
        let (first, last) = (*self.days.first()?, *self.days[..known].last()?);
        Some(Triple { repeats: u32::try_from(known - 1).ok()?, last: days_between(first, last), watched: days_between(first, on) })
    }

    /// How many of her days lie after `from` and not after `to`.
    pub fn between(&self, from: Day, to: Day) -> u32 {
        let until = |day: Day| self.days.partition_point(|d| *d <= day);
        u32::try_from(until(to).saturating_sub(until(from))).unwrap_or(u32::MAX)
    }
}

/// Days from one day to a later one.
pub(crate) fn days_between(from: Day, to: Day) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// The groups of a sample, in the shape a likelihood is quick to evaluate in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sample {
    pub groups: Vec<Group>,
    /// The group of each triple, in the order they were given.
    pub group_of: Vec<usize>,
    /// The most repeats of anybody.
    pub repeats: u32,
    /// The longest anybody was watched, in days.
    pub watched: u32,
    /// Each pair (x, t_x) and (x, T) once.
    pub pairs: Pairs,
    /// Of each group, where its pairs (x, t_x) and (x, T) stand.
    pub places: Vec<(usize, usize)>,
}

impl Sample {
    pub(crate) fn new(triples: &[Triple]) -> Sample {
        let mut order: Vec<usize> = (0..triples.len()).collect();
        order.sort_unstable_by_key(|at| triples[*at]);
        let mut groups: Vec<Group> = Vec::new();
        let mut group_of = vec![0; triples.len()];
        for at in order {
            match groups.last_mut() {
                Some(group) if group.triple == triples[at] => group.customers += 1,
                _ => groups.push(Group { triple: triples[at], customers: 1 }),
            }
            group_of[at] = groups.len() - 1;
        }
        let wanted = groups.iter().flat_map(|g| [g.triple.last, g.triple.watched].map(|day| (day, g.triple.repeats)));
        let (pairs, found) = Pairs::new(wanted.collect());
        Sample {
            repeats: groups.iter().map(|g| g.triple.repeats).max().unwrap_or(0),
            watched: groups.iter().map(|g| g.triple.watched).max().unwrap_or(0),
            places: found.chunks_exact(2).map(|two| (two[0], two[1])).collect(),
            pairs,
            groups,
            group_of,
        }
    }

    pub(crate) fn customers(&self) -> u32 {
        self.groups.iter().map(|g| g.customers).sum()
    }
}

/// Pairs of a day and a number of repeats, each once, by day: what depends on the day alone is then worked out once for all of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pairs {
    /// The different numbers of repeats, rising.
    pub repeats: Vec<u32>,
    /// The different days, rising.
    pub of_days: Vec<u32>,
    /// Of each pair, where its number of repeats stands; by day, and then by repeats.
    columns: Vec<usize>,
    /// Of each day, where its pairs end.
    ends: Vec<usize>,
}

impl Pairs {
    /// The pairs, and where each of those given stands among them.
    pub(crate) fn new(given: Vec<(u32, u32)>) -> (Pairs, Vec<usize>) {
        let mut repeats: Vec<u32> = given.iter().map(|(_, repeats)| *repeats).collect();
        repeats.sort_unstable();
        repeats.dedup();
        let mut order: Vec<usize> = (0..given.len()).collect();
        order.sort_unstable_by_key(|at| given[*at]);
        let mut pairs = Pairs { repeats, ..Pairs::default() };
        let mut places = vec![0; given.len()];
        let mut before = None;
        for at in order {
            let (day, repeats) = given[at];
            if before.replace((day, repeats)) != Some((day, repeats)) {
                if pairs.of_days.last() != Some(&day) {
                    pairs.of_days.push(day);
                    pairs.ends.push(pairs.columns.len());
                }
                pairs.columns.push(pairs.repeats.partition_point(|other| *other < repeats));
                if let Some(end) = pairs.ends.last_mut() {
                    *end = pairs.columns.len();
                }
            }
            places[at] = pairs.columns.len() - 1;
        }
        (pairs, places)
    }

    /// How many.
    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    /// Each day with the places of its numbers of repeats.
    pub(crate) fn by_day(&self) -> impl Iterator<Item = (u32, &[usize])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        self.of_days.iter().zip(starts.zip(&self.ends)).map(|(day, (from, to))| (*day, &self.columns[from..*to]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_counts_once_and_the_first_day_is_no_repeat() {
        let mut all = Purchases::default();
        let days = ["2026-01-01", "2026-01-01", "2026-01-31", "2026-03-02"].map(day);
        all.push(CustomerId(7), days.into_iter(), Fen(100));
        all.push(CustomerId(8), std::iter::empty(), Fen(5));
        assert_eq!(all.len(), 1, "who never bought is not among the buyers");
        let one = all.buyers().next().unwrap();
        assert_eq!(one.triple(day("2025-12-31")), None);
        assert_eq!(one.triple(day("2026-01-01")), Some(Triple { repeats: 0, last: 0, watched: 0 }));
        assert_eq!(one.triple(day("2026-02-10")), Some(Triple { repeats: 1, last: 30, watched: 40 }));
        assert_eq!(one.triple(day("2026-03-02")), Some(Triple { repeats: 2, last: 60, watched: 60 }));
        assert_eq!((one.between(day("2026-01-01"), day("2026-03-01")), one.between(day("2026-01-01"), day("2026-03-02"))), (1, 2));
        assert_eq!(all.counts(day("2026-02-10")), (1, 1));
    }

    #[test]
    fn equal_triples_are_one_group() {
        let a = Triple { repeats: 1, last: 5, watched: 9 };
        let b = Triple { repeats: 0, last: 0, watched: 9 };
        let sample = Sample::new(&[a, b, a]);
        assert_eq!(sample.groups, [Group { triple: b, customers: 1 }, Group { triple: a, customers: 2 }]);
        assert_eq!((sample.customers(), sample.repeats, sample.watched), (3, 1, 9));
        assert_eq!(sample.group_of, [1, 0, 1]);
        let days: Vec<(u32, Vec<u32>)> =
            sample.pairs.by_day().map(|(day, columns)| (day, columns.iter().map(|c| sample.pairs.repeats[*c]).collect())).collect();
        assert_eq!(days, [(0, vec![0]), (5, vec![1]), (9, vec![0, 1])]);
        assert_eq!(sample.places, [(0, 2), (1, 3)]);
        assert_eq!(sample.pairs.len(), 4);
    }
}
