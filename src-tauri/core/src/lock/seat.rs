//! Who is at the counter, and what that person may.

use crate::error::{Code, Failure};
use crate::wire::staff::Role;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// What an operation asks of whoever calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Nothing: the lock screen itself asks it.
    Anyone,
    /// Somebody who works here.
    Clerk,
    /// The owner.
    Owner,
}

/// Who is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// The shop set no password: whoever is there has the owner's rights.
    Open,
    /// Nobody showed who he is yet, or everybody left.
    Locked,
    /// Somebody of this role.
    Taken(Role),
}

impl Seat {
    /// Lets an operation pass, or says who is needed. Every way into the core goes by here.
    ///
    /// # Errors
    /// `locked`, `owner_needed`.
    pub fn admit(self, needed: Access) -> Result<(), Failure> {
        match (self, needed) {
            (_, Access::Anyone) | (Seat::Open | Seat::Taken(Role::Owner), _) | (Seat::Taken(Role::Clerk), Access::Clerk) => Ok(()),
            (Seat::Locked, _) => Err(Failure::new(Code::Locked)),
            (Seat::Taken(Role::Clerk), Access::Owner) => Err(Failure::new(Code::OwnerNeeded)),
        }
    }

    /// Whether phones are seen whole.
    pub fn shows_phones(self) -> bool {
        matches!(self, Seat::Open | Seat::Taken(Role::Owner))
    }
}

/// The seat as those see it who do not wait for the book: the search box asks beside the queue.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gate(Arc<AtomicU8>);

impl Gate {
    /// Somebody sat down or got up.
    pub(crate) fn set(&self, seat: Seat) {
        let mark = match seat {
            Seat::Locked => 0,
            Seat::Taken(Role::Clerk) => 1,
            Seat::Taken(Role::Owner) => 2,
            Seat::Open => 3,
        };
        self.0.store(mark, Ordering::Release);
    }

    /// Who is there.
    pub(crate) fn seat(&self) -> Seat {
        match self.0.load(Ordering::Acquire) {
            1 => Seat::Taken(Role::Clerk),
            2 => Seat::Taken(Role::Owner),
            3 => Seat::Open,
            _ => Seat::Locked,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_seat_is_let_through_where_it_belongs() {
        let all = [Seat::Open, Seat::Locked, Seat::Taken(Role::Clerk), Seat::Taken(Role::Owner)];
        let passes = |access| all.map(|seat: Seat| seat.admit(access).is_ok());
        assert_eq!(passes(Access::Anyone), [true, true, true, true]);
        assert_eq!(passes(Access::Clerk), [true, false, true, true]);
        assert_eq!(passes(Access::Owner), [true, false, false, true]);
        assert_eq!(all.map(Seat::shows_phones), [true, false, false, true]);
    }

    #[test]
    fn the_gate_tells_the_seat_and_is_shut_before_it_is_told() {
        let gate = Gate::default();
        assert_eq!(gate.seat(), Seat::Locked);
        for seat in [Seat::Open, Seat::Locked, Seat::Taken(Role::Clerk), Seat::Taken(Role::Owner)] {
            gate.set(seat);
            assert_eq!(gate.seat(), seat);
        }
    }
}
