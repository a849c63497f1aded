//! Everybody's tasks in the order in which a screen shows them, and counted: kept in step with the list customer by customer, so that a
//! page costs what stands on it, not what the whole shop has to do.

use super::{CareTask, TriggerKind};
use crate::clock::{Day, Millis};
use crate::ids::{CareRuleId, CustomerId, StaffId};
use crate::wire::care::{TaskCounts, TaskState};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Where a task stands among all others, and which of its customer's it is. A customer's tasks stand by day, place of the rule and name,
/// so the number puts those of one day into the order of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub state: TaskState,
    pub due: Day,
    pub position: i64,
    /// None for a task of the shop.
    pub customer: Option<CustomerId>,
    pub nth: usize,
}

/// The tasks of one rule that are one clerk's, or nobody's in particular.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lane {
    /// None for what was set by hand.
    pub rule: Option<CareRuleId>,
    pub staff: Option<StaffId>,
    pub kind: TriggerKind,
    pub counts: TaskCounts,
    spots: BTreeSet<Spot>,
}

/// All of them, as they stand at a moment of a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Worklist {
    today: Day,
    at: Millis,
    lanes: BTreeMap<(Option<CareRuleId>, Option<StaffId>), Lane>,
    held: BTreeSet<Spot>,
    held_of: BTreeMap<Option<CareRuleId>, i64>,
    /// Those that wait for an hour of today.
    waiting: BTreeSet<(Millis, Option<CustomerId>)>,
}

impl TaskCounts {
    pub(super) fn add(&mut self, state: TaskState, by: i64) {
        match state {
            TaskState::Overdue => self.overdue += by,
            TaskState::Due => self.due += by,
            TaskState::Upcoming => self.upcoming += by,
        }
    }

    pub(super) fn add_all(&mut self, more: TaskCounts) {
        self.overdue += more.overdue;
        self.due += more.due;
        self.upcoming += more.upcoming;
    }

    pub(super) fn of(&self, state: Option<TaskState>) -> i64 {
        match state {
            Some(TaskState::Overdue) => self.overdue,
            Some(TaskState::Due) => self.due,
            Some(TaskState::Upcoming) => self.upcoming,
            None => self.overdue + self.due + self.upcoming,
        }
    }
}

impl Worklist {
    /// The tasks of the shop and of each customer, put in their places.
    pub fn make<'a>(today: Day, at: Millis, tasks: impl Iterator<Item = &'a [CareTask]>) -> Worklist {
        let mut first = First::new(today, at);
        tasks.for_each(|tasks| first.put(tasks));
        first.finish()
    }

    fn spot(&self, task: &CareTask, nth: usize) -> Spot {
        let state = task.state(self.today, self.at);
        Spot { state, due: task.due, position: task.position, customer: task.name.customer, nth }
    }

    fn lane(&mut self, task: &CareTask) -> &mut Lane {
        let (rule, staff) = (task.name.rule, task.staff);
        let new = || Lane { rule, staff, kind: task.kind, counts: TaskCounts::default(), spots: BTreeSet::new() };
        self.lanes.entry((rule, staff)).or_insert_with(new)
    }

    fn wait(&mut self, task: &CareTask, spot: Spot) {
        if let Some(at) = task.not_before.filter(|at| spot.due == self.today && *at > self.at) {
            self.waiting.insert((at, spot.customer));
        }
    }

    /// Puts all tasks of one customer, or of the shop, in their places.
    pub fn put(&mut self, tasks: &[CareTask]) {
        for (nth, task) in tasks.iter().enumerate() {
            let spot = self.spot(task, nth);
            self.wait(task, spot);
            if task.held.is_some() {
                self.held.insert(spot);
                *self.held_of.entry(task.name.rule).or_default() += 1;
            } else {
                let lane = self.lane(task);
                lane.counts.add(spot.state, 1);
                lane.spots.insert(spot);
            }
        }
    }

    /// Takes all tasks of one customer, or of the shop, out again, as they were put in.
    pub fn take(&mut self, tasks: &[CareTask]) {
        for (nth, task) in tasks.iter().enumerate() {
            let spot = self.spot(task, nth);
            if let Some(at) = task.not_before {
                self.waiting.remove(&(at, spot.customer));
            }
            let key = (task.name.rule, task.staff);
            if task.held.is_some() {
                self.held.remove(&spot);
                let held = self.held_of.remove(&task.name.rule).unwrap_or(0);
                if held > 1 {
                    self.held_of.insert(task.name.rule, held - 1);
                }
            } else if let Some(lane) = self.lanes.get_mut(&key) {
                lane.counts.add(spot.state, -1);
                lane.spots.remove(&spot);
                if lane.spots.is_empty() {
                    self.lanes.remove(&key);
                }
            }
        }
    }

    /// Whose tasks stand otherwise at a later moment of the day: their hour has come. None when the moment lies before the present one.
    pub fn moved_by(&self, at: Millis) -> Option<BTreeSet<Option<CustomerId>>> {
        (at >= self.at).then(|| self.waiting.iter().take_while(|(hour, _)| *hour <= at).map(|(_, customer)| *customer).collect())
    }

    /// From now on tasks are put where they stand at another moment. Those that stand otherwise then are to be taken out before.
    pub fn set_moment(&mut self, at: Millis) {
        self.at = at;
    }

    /// The tasks that are not kept back, by rule and clerk.
    pub fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.lanes.values()
    }

    /// How many are kept back.
    pub fn held(&self) -> usize {
        self.held.len()
    }

    /// How many of a rule are kept back.
    pub fn held_of(&self, rule: CareRuleId) -> i64 {
        self.held_of.get(&Some(rule)).copied().unwrap_or(0)
    }

    /// Those kept back, in their order, from a place on.
    pub fn held_from(&self, from: Option<Spot>) -> impl Iterator<Item = Spot> {
        merged(&[&self.held], from)
    }
}

/// What becomes a lane: its kind, how many tasks there are, and their places in no order.
type Unsorted = (TriggerKind, TaskCounts, Vec<Spot>);

/// A list that is made for the first time. Sets made of all their spots at once take a fraction of the time of sets that grow one by one.
pub(super) struct First {
    list: Worklist,
    lanes: BTreeMap<(Option<CareRuleId>, Option<StaffId>), Unsorted>,
    held: Vec<Spot>,
}

impl First {
    pub fn new(today: Day, at: Millis) -> First {
        let list =
            Worklist { today, at, lanes: BTreeMap::new(), held: BTreeSet::new(), held_of: BTreeMap::new(), waiting: BTreeSet::new() };
        First { list, lanes: BTreeMap::new(), held: Vec::new() }
    }

    /// Takes in all tasks of one customer, or of the shop.
    pub fn put(&mut self, tasks: &[CareTask]) {
        for (nth, task) in tasks.iter().enumerate() {
            let spot = self.list.spot(task, nth);
            self.list.wait(task, spot);
            if task.held.is_some() {
                *self.list.held_of.entry(task.name.rule).or_default() += 1;
                self.held.push(spot);
            } else {
                let new = || (task.kind, TaskCounts::default(), Vec::new());
                let (_, counts, spots) = self.lanes.entry((task.name.rule, task.staff)).or_insert_with(new);
                counts.add(spot.state, 1);
                spots.push(spot);
            }
        }
    }

    /// The list of all that was taken in.
    pub fn finish(self) -> Worklist {
        let First { mut list, lanes, held } = self;
        list.held = held.into_iter().collect();
        let lane = |((rule, staff), (kind, counts, spots)): (_, (_, _, Vec<Spot>))| {
            ((rule, staff), Lane { rule, staff, kind, counts, spots: spots.into_iter().collect() })
        };
        list.lanes = lanes.into_iter().map(lane).collect();
        list
    }
}

/// The tasks of some lanes in their order, from a place on, of one state or of all.
pub(super) fn in_order<'a>(lanes: &[&'a Lane], state: Option<TaskState>, from: Option<Spot>) -> impl Iterator<Item = Spot> + use<'a> {
    let sets: Vec<&BTreeSet<Spot>> = lanes.iter().map(|lane| &lane.spots).collect();
    let first = state.map(|state| Spot { state, due: Day::MIN, position: i64::MIN, customer: None, nth: 0 });
    merged(&sets, first.max(from)).take_while(move |spot| state.is_none_or(|state| spot.state == state))
}

/// Sorted sets as one. No spot is in two of them.
fn merged<'a>(sets: &[&'a BTreeSet<Spot>], from: Option<Spot>) -> impl Iterator<Item = Spot> + use<'a> {
    let mut rests: Vec<_> = sets
        .iter()
        .map(|set| match from {
            Some(from) => set.range(from..),
            None => set.range(..),
        })
        .collect();
    let mut heads: BinaryHeap<_> =
        rests.iter_mut().enumerate().filter_map(|(which, rest)| rest.next().map(|spot| Reverse((*spot, which)))).collect();
    std::iter::from_fn(move || {
        let Reverse((spot, which)) = heads.pop()?;
        heads.extend(rests.get_mut(which).and_then(Iterator::next).map(|next| Reverse((*next, which))));
        Some(spot)
    })
}
