//! Who brought whom, around one customer.

use super::of_customer;
use crate::error::{Code, Failure, Result};
use crate::ids::CustomerId;
use crate::shop::Shop;
use crate::store::{customer, referral};
use crate::wire::customers::CustomerRef;
use crate::wire::referrals::{ReferralTree, TreeNode};
use std::collections::BTreeMap;

/// The most people shown.
const PEOPLE: usize = 500;

/// Up to whoever began the chain, and down to the last one brought.
///
/// # Errors
/// `not_found`.
pub fn tree(shop: &mut Shop, request: CustomerRef) -> Result<ReferralTree> {
    let db = shop.db()?;
    let person = customer::person(db, request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    let limit = i64::try_from(PEOPLE).unwrap_or(i64::MAX);
    let mut below = referral::below(db, request.customer, limit + 1)?;
    let more = below.len() > PEOPLE;
    below.truncate(PEOPLE);
    Ok(ReferralTree {
        customer: person,
        above: referral::above(db, request.customer)?,
        sums: of_customer(db, request.customer)?,
        below: in_order(below, request.customer),
        more,
    })
}

/// Everybody right after the one who brought her.
fn in_order(nodes: Vec<TreeNode>, top: CustomerId) -> Vec<TreeNode> {
    let mut children: BTreeMap<CustomerId, Vec<TreeNode>> = BTreeMap::new();
    // The last comes first off the stack.
    for node in nodes.into_iter().rev() {
        children.entry(node.parent).or_default().push(node);
    }
    let mut stack = children.remove(&top).unwrap_or_default();
    let mut ordered = Vec::new();
    while let Some(node) = stack.pop() {
        stack.extend(children.remove(&node.customer.id).unwrap_or_default());
        ordered.push(node);
    }
    ordered
}
