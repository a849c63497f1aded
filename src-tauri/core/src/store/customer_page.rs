//! What the customer page reads besides the archive itself.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::customers::{BenefitCard, VoucherCard};
use rusqlite::{Connection, named_params};

/// Vouchers that can be used on a day, those that end first in front.
pub(crate) fn vouchers(db: &Connection, customer: CustomerId, day: Day) -> Result<Vec<VoucherCard>> {
    super::rows(
        db,
        "SELECT id, kind, issued_visit_id, amount_off, percent_off, min_spend, valid_from, valid_to FROM voucher
         WHERE customer_id = :customer AND used_visit_id IS NULL AND cancelled_at IS NULL AND valid_to >= :day
         ORDER BY valid_to, id LIMIT 50",
        named_params! {":customer": customer, ":day": day},
        |row| {
            Ok(VoucherCard {
                id: row.get(0)?,
                kind: row.get(1)?,
                visit: row.get(2)?,
                amount_off: row.get(3)?,
                percent_off: row.get(4)?,
                min_spend: row.get(5)?,
                valid_from: row.get(6)?,
                valid_to: row.get(7)?,
            })
        },
    )
}

/// Benefits promised and not given.
pub(crate) fn benefits(db: &Connection, customer: CustomerId, day: Day) -> Result<Vec<BenefitCard>> {
    super::rows(
        db,
        "SELECT id, name, valid_to FROM benefit_grant
         WHERE customer_id = :customer AND given_on IS NULL AND (valid_to IS NULL OR valid_to >= :day) ORDER BY valid_to, id LIMIT 50",
        named_params! {":customer": customer, ":day": day},
        |row| Ok(BenefitCard { id: row.get(0)?, name: row.get(1)?, valid_to: row.get(2)? }),
    )
}

/// Days on which the birthday privilege was used and the piece was kept.
pub(crate) fn birthday_used(db: &Connection, customer: CustomerId) -> Result<Vec<Day>> {
    super::rows(
        db,
        "SELECT DISTINCT v.day FROM visit v JOIN visit_line l ON l.visit_id = v.id
         WHERE v.customer_id = :customer AND v.voided_at IS NULL AND l.reason = 'birthday' AND l.qty > 0
           AND l.qty > (SELECT coalesce(-sum(r.qty), 0) FROM visit_line r JOIN visit rv ON rv.id = r.visit_id AND rv.voided_at IS NULL
                        WHERE r.reverses_id = l.id)",
        named_params! {":customer": customer},
        |row| row.get(0),
    )
}

/// Categories and names of what she bought lately, latest first.
pub(crate) fn goods(db: &Connection, customer: CustomerId) -> Result<Vec<String>> {
    super::rows(
        db,
        "SELECT coalesce(l.category, l.name) FROM (
           SELECT id, day, at FROM visit WHERE customer_id = :customer AND voided_at IS NULL ORDER BY day DESC, at DESC LIMIT 3) v
         JOIN visit_line l ON l.visit_id = v.id WHERE l.qty > 0 AND coalesce(l.category, l.name) IS NOT NULL
         ORDER BY v.day DESC, v.at DESC, l.line_no LIMIT 20",
        named_params! {":customer": customer},
        |row| row.get(0),
    )
}
