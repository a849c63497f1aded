//! What each clerk did in some days. Every figure is counted from the facts; nothing of it is stored.

use super::{new_vips, targets};
use crate::clock::Day;
use crate::complaints;
use crate::error::{Code, Failure, Result};
use crate::ids::StaffId;
use crate::shop::Shop;
use crate::store::{clerk_figures, setting, spot_check, staff};
use crate::wire::clerks::{ClerkBoard, ClerkRow, ClerkTargets, GetClerkBoard, Share};
use crate::wire::complaints::ClockState;
use std::collections::BTreeMap;

/// The most days of a board.
const DAYS: i64 = 366;

impl Share {
    fn take(&mut self, counts: bool) {
        self.part += i64::from(counts);
        self.of += 1;
    }
}

/// Days that a board may be asked for.
pub(super) fn check_days(from: Day, to: Day) -> Result<()> {
    let days = (to - from).num_days() + 1;
    if (1..=DAYS).contains(&days) { Ok(()) } else { Err(Failure::at(Code::OutOfRange, "to").with("min", 1).with("max", DAYS).into()) }
}

/// The board of some days.
///
/// # Errors
/// `out_of_range` at `to`.
pub fn board(shop: &mut Shop, request: GetClerkBoard) -> Result<ClerkBoard> {
    let (from, to) = (request.from, request.to);
    check_days(from, to)?;
    let (now, offset) = (shop.now(), shop.offset());
    let db = shop.db()?;
    let targets: ClerkTargets = setting::get(db, targets::KEY)?;
    let mut rows: BTreeMap<Option<StaffId>, ClerkRow> = BTreeMap::new();
    for person in staff::list(db)? {
        let target = person.is_active.then(|| targets.of(person.id, from, to));
        let row = ClerkRow { staff: Some(person.id), name: Some(person.name), is_active: person.is_active, target, ..ClerkRow::none() };
        rows.insert(row.staff, row);
    }
    let mut row = |staff: Option<StaffId>, fill: &dyn Fn(&mut ClerkRow)| fill(rows.entry(staff).or_insert_with(ClerkRow::none));

    for vip in new_vips::between(db, from, to, now.day())? {
        row(vip.staff, &|row| row.new_vips += 1);
    }
    for made in clerk_figures::contacts(db, from, to)? {
        row(made.staff, &|row| (row.contacts, row.contacted) = (made.contacts, made.customers));
    }
    for task in clerk_figures::tasks(db, from, to)? {
        row(task.staff, &|row| (row.tasks, row.on_time) = (task.done, task.on_time));
    }
    for own in clerk_figures::own_sales(db, from, to)? {
        row(own.staff, &|row| (row.sales, row.buyers) = (own.total, own.buyers));
    }
    for served in clerk_figures::served(db, from, to)? {
        row(served.staff, &|row| (row.served, row.marks) = (served.total, served.marks));
    }
    for archives in clerk_figures::archives(db, from, to)? {
        row(archives.staff, &|row| {
            (row.archives, row.opened, row.completeness) = (archives.archives, archives.opened, archives.completeness);
        });
    }
    for score in spot_check::scores_between(db, from, to)? {
        row(score.staff, &|row| row.truth = score.truth);
    }
    for one in complaints::timeliness(db, offset, now, from, to)? {
        row(one.staff, &|row| {
            row.complaints += 1;
            for (share, state) in [(&mut row.answered, one.answer), (&mut row.solved, one.solve)] {
                match state {
                    ClockState::InTime => share.take(true),
                    ClockState::Late | ClockState::Overdue => share.take(false),
                    ClockState::Running | ClockState::Waiting => {}
                }
            }
            if let Some(content) = one.satisfied {
                row.content.take(content);
            }
        });
    }
    let mut rows: Vec<ClerkRow> = rows.into_values().filter(|row| row.is_active || *row != row.idle()).collect();
    rows.sort_by_key(|row| (row.staff.is_none(), !row.is_active, row.staff));
    Ok(ClerkBoard { from, to, rows, targets })
}

impl ClerkRow {
    fn none() -> ClerkRow {
        ClerkRow {
            staff: None,
            name: None,
            is_active: false,
            new_vips: 0,
            target: None,
            contacts: 0,
            contacted: 0,
            tasks: 0,
            on_time: Share::default(),
            sales: crate::money::Fen::ZERO,
            buyers: 0,
            served: crate::money::Fen::ZERO,
            archives: 0,
            opened: 0,
            completeness: 0,
            truth: Share::default(),
            complaints: 0,
            answered: Share::default(),
            solved: Share::default(),
            content: Share::default(),
            marks: Share::default(),
        }
    }

    /// The same person having done nothing.
    fn idle(&self) -> ClerkRow {
        ClerkRow { staff: self.staff, name: self.name.clone(), is_active: self.is_active, target: self.target, ..ClerkRow::none() }
    }
}
