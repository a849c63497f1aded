//! A packed list of customers: their keys, what is shown of them, and the bitmap of pieces that rules most of them out.

use super::Hit;
use super::grams::{ALIVE, ARCHIVED, SLOTS, key_slots};
use super::keys::order_field;
use crate::clock::Day;
use crate::ids::{CustomerId, LevelId};
use crate::money::Fen;
use chrono::Datelike;
use std::cmp::Ordering;

/// Words of 64 customers in a block: one slot of a block is a run of eight cache lines.
const WORDS: usize = 64;
const BLOCK: usize = WORDS * 64;

/// Columns of equal length, in the order of arrival.
#[derive(Default)]
pub(super) struct Segment {
    /// For each block of customers, `WORDS` words a slot.
    blocks: Vec<Box<[u64]>>,
    keys: Texts,
    /// Member number, name and phone, divided by NUL.
    shown: Texts,
    id: Vec<i64>,
    /// Smaller comes first: archived or not, last visit, level.
    rank: Vec<u64>,
    spend: Vec<i64>,
    /// Place in the list of levels.
    level: Vec<u16>,
    dead: usize,
}

/// Strings one behind the other.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    starts: Vec<u32>,
}

impl Texts {
    fn with_capacity(rows: usize, bytes: usize) -> Texts {
        Texts { bytes: Vec::with_capacity(bytes), starts: Vec::with_capacity(rows) }
    }

    fn start(&mut self) {
        // Four gigabytes of keys are some forty million customers; beyond that texts read as empty rather than wrong.
        self.starts.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    fn get(&self, at: u32) -> &[u8] {
        let at = at as usize;
        let Some(&start) = self.starts.get(at) else { return &[] };
        let end = self.starts.get(at + 1).map_or(self.bytes.len(), |&end| end as usize);
        self.bytes.get(start as usize..end).unwrap_or_default()
    }

    fn memory(&self) -> usize {
        self.bytes.capacity() + self.starts.capacity() * size_of::<u32>()
    }
}

/// The levels that occur, so that a customer needs only two bytes for hers.
#[derive(Default)]
pub(super) struct Levels(Vec<LevelId>);

impl Levels {
    fn place(&mut self, level: Option<LevelId>) -> u16 {
        let Some(level) = level else { return 0 };
        let at = self.0.iter().position(|&known| known == level).unwrap_or_else(|| {
            self.0.push(level);
            self.0.len() - 1
        });
        u16::try_from(at + 1).unwrap_or(0)
    }

    fn at(&self, place: u16) -> Option<LevelId> {
        self.0.get(usize::from(place).checked_sub(1)?).copied()
    }
}

impl Segment {
    /// Room for the live customers of others, to be added by [`Segment::take`].
    pub(super) fn for_all(others: [&Segment; 2]) -> Segment {
        let rows = others.iter().map(|other| other.live()).sum();
        let bytes = |of: fn(&Segment) -> &Texts| others.iter().map(|other| of(other).bytes.len()).sum();
        Segment {
            blocks: Vec::with_capacity(rows / BLOCK + 1),
            keys: Texts::with_capacity(rows, bytes(|segment| &segment.keys)),
            shown: Texts::with_capacity(rows, bytes(|segment| &segment.shown)),
            id: Vec::with_capacity(rows),
            rank: Vec::with_capacity(rows),
            spend: Vec::with_capacity(rows),
            level: Vec::with_capacity(rows),
            dead: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.id.len()
    }

    pub(super) fn live(&self) -> usize {
        self.id.len() - self.dead
    }

    pub(super) fn dead(&self) -> usize {
        self.dead
    }

    /// Adds a customer; she is searched only after [`Segment::index_from`].
    pub(super) fn push(&mut self, key: &str, hit: &Hit, levels: &mut Levels) -> u32 {
        self.keys.start();
        self.keys.bytes.extend_from_slice(key.as_bytes());
        self.shown.start();
        for (at, text) in [&hit.member_no, &hit.name, &hit.phone].into_iter().enumerate() {
            if at > 0 {
                self.shown.bytes.push(0);
            }
            self.shown.bytes.extend(text.bytes().filter(|&b| b != 0));
        }
        self.id.push(hit.id.0);
        self.rank.push(rank(hit));
        self.spend.push(hit.lifetime_spend.0);
        self.level.push(levels.place(hit.level));
        u32::try_from(self.id.len() - 1).unwrap_or(u32::MAX)
    }

    /// Adds a customer of another segment.
    pub(super) fn take(&mut self, other: &Segment, at: u32) {
        let i = at as usize;
        self.keys.start();
        self.keys.bytes.extend_from_slice(other.keys.get(at));
        self.shown.start();
        self.shown.bytes.extend_from_slice(other.shown.get(at));
        self.id.push(other.id[i]);
        self.rank.push(other.rank[i]);
        self.spend.push(other.spend[i]);
        self.level.push(other.level[i]);
    }

    /// Makes the customers from `first` on searchable.
    pub(super) fn index_from(&mut self, first: u32) {
        let Segment { blocks, keys, rank, .. } = self;
        for at in first as usize..rank.len() {
            while blocks.len() <= at / BLOCK {
                blocks.push(vec![0; SLOTS * WORDS].into_boxed_slice());
            }
            let block = &mut blocks[at / BLOCK];
            let (word, bit) = (at % BLOCK / 64, 1_u64 << (at % 64));
            let mut set = |slot: u16| block[usize::from(slot) * WORDS + word] |= bit;
            set(ALIVE);
            if rank[at] >= ARCHIVED_RANK {
                set(ARCHIVED);
            }
            key_slots(keys.get(at as u32), set);
        }
    }

    /// Takes a customer out; her bytes stay until the segment is rebuilt.
    pub(super) fn kill(&mut self, at: u32) {
        if self.is_live(at) {
            let at = at as usize;
            self.blocks[at / BLOCK][usize::from(ALIVE) * WORDS + at % BLOCK / 64] &= !(1_u64 << (at % 64));
            self.dead += 1;
        }
    }

    pub(super) fn is_live(&self, at: u32) -> bool {
        let at = at as usize;
        self.blocks.get(at / BLOCK).is_some_and(|block| block[usize::from(ALIVE) * WORDS + at % BLOCK / 64] >> (at % 64) & 1 == 1)
    }

    pub(super) fn is_archived(&self, at: u32) -> bool {
        self.rank[at as usize] >= ARCHIVED_RANK
    }

    pub(super) fn id(&self, at: u32) -> CustomerId {
        CustomerId(self.id[at as usize])
    }

    /// Which of two customers, of the same or different segments, comes first among equal matches.
    pub(super) fn compare(&self, at: u32, other: &Segment, other_at: u32) -> Ordering {
        self.rank[at as usize]
            .cmp(&other.rank[other_at as usize])
            .then_with(|| order_field(self.keys.get(at)).cmp(order_field(other.keys.get(other_at))))
            .then_with(|| self.id[at as usize].cmp(&other.id[other_at as usize]))
    }

    /// The live customers that have all the slots, in order; with `archived`, only those who are or are not.
    pub(super) fn candidates(&self, slots: &[u16], archived: Option<bool>) -> impl Iterator<Item = u32> {
        self.blocks.iter().enumerate().flat_map(move |(number, block)| {
            let slot = |slot: u16| &block[usize::from(slot) * WORDS..][..WORDS];
            let mut words = [0_u64; WORDS];
            words.copy_from_slice(slot(ALIVE));
            for (word, &mark) in words.iter_mut().zip(slot(ARCHIVED)) {
                *word &= match archived {
                    None => u64::MAX,
                    Some(true) => mark,
                    Some(false) => !mark,
                };
            }
            for &needed in slots {
                let mut any = 0;
                for (word, &other) in words.iter_mut().zip(slot(needed)) {
                    *word &= other;
                    any |= *word;
                }
                if any == 0 {
                    break;
                }
            }
            let first = number * BLOCK;
            words.into_iter().enumerate().flat_map(move |(word, bits)| Bits(bits).map(move |bit| (first + word * 64 + bit) as u32))
        })
    }

    pub(super) fn key(&self, at: u32) -> &[u8] {
        self.keys.get(at)
    }

    pub(super) fn hit(&self, at: u32, levels: &Levels) -> Hit {
        let i = at as usize;
        let mut shown = self.shown.get(at).split(|&b| b == 0).map(|text| String::from_utf8_lossy(text).into_owned());
        let mut next = || shown.next().unwrap_or_default();
        let (rank, last_visit) = unrank(self.rank[i]);
        Hit {
            id: CustomerId(self.id[i]),
            member_no: next(),
            name: next(),
            phone: next(),
            level: levels.at(self.level[i]),
            rank,
            last_visit,
            lifetime_spend: Fen(self.spend[i]),
            archived: self.rank[i] >= ARCHIVED_RANK,
        }
    }

    /// Bytes held.
    pub(super) fn memory(&self) -> usize {
        self.blocks.len() * SLOTS * WORDS * size_of::<u64>()
            + self.blocks.capacity() * size_of::<Box<[u64]>>()
            + self.keys.memory()
            + self.shown.memory()
            + self.id.capacity() * size_of::<i64>()
            + self.rank.capacity() * size_of::<u64>()
            + self.spend.capacity() * size_of::<i64>()
            + self.level.capacity() * size_of::<u16>()
    }
}

/// The bits set in a word, lowest first.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;
    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let at = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(at)
    }
}

/// Ranks from here on are those of archived customers.
const ARCHIVED_RANK: u64 = 1 << 40;

/// Archived (1 bit), last visit (32 bits, later is smaller, never is largest), level (8 bits, higher is smaller).
fn rank(hit: &Hit) -> u64 {
    let day = hit.last_visit.and_then(|day| u32::try_from(day.num_days_from_ce()).ok()).unwrap_or(0);
    u64::from(hit.archived) << 40 | u64::from(u32::MAX - day) << 8 | u64::from(u8::MAX - hit.rank)
}

fn unrank(rank: u64) -> (u8, Option<Day>) {
    let [level, day @ .., _, _, _] = rank.to_le_bytes();
    let day = i32::try_from(u32::MAX - u32::from_le_bytes(day)).ok().filter(|&day| day > 0);
    (u8::MAX - level, day.and_then(Day::from_num_days_from_ce_opt))
}
