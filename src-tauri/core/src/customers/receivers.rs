//! Several customers who are given something at once.

use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::store::customer;
use crate::wire::customers::Status;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// How many one call may name.
const MOST: usize = 1_000;

/// The customers named, each once, in the order of their first naming.
///
/// # Errors
/// `out_of_range` at `customers` for none or more than 1,000; `not_found` at `customers.N` for one who is not there, was merged into
/// another, or left.
pub(crate) fn receivers(db: &Connection, named: &[CustomerId]) -> Result<Vec<CustomerId>> {
    if named.is_empty() || named.len() > MOST {
        return Err(Failure::at(Code::OutOfRange, "customers").with("min", 1).with("max", MOST).into());
    }
    let mut seen = BTreeSet::new();
    let mut receivers = Vec::new();
    for (at, &id) in named.iter().enumerate().filter(|(_, id)| seen.insert(**id)) {
        let found = customer::get(db, id)?.filter(|found| found.merged_into.is_none() && found.status != Status::Cancelled);
        found.ok_or_else(|| Failure::at(Code::NotFound, format!("customers.{at}")))?;
        receivers.push(id);
    }
    Ok(receivers)
}

/// The same for what only a member in use can be given.
///
/// # Errors
/// Those of [`receivers`]; `customer_inactive` at `customers.N` with the `status` for one whose archive was put away.
pub(crate) fn active_receivers(db: &Connection, named: &[CustomerId]) -> Result<Vec<CustomerId>> {
    let receivers = receivers(db, named)?;
    for &id in &receivers {
        let status = customer::get(db, id)?.map_or(Status::Cancelled, |found| found.status);
        if status != Status::Active {
            let at = named.iter().position(|one| *one == id).unwrap_or_default();
            return Err(Failure::at(Code::CustomerInactive, format!("customers.{at}")).with("status", status.as_str()).into());
        }
    }
    Ok(receivers)
}
