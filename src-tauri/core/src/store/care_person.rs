//! A customer in a line of the list of tasks.

use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::care::TaskPerson;
use rusqlite::{Connection, named_params};

/// The line of one customer.
pub(crate) fn get(db: &Connection, id: CustomerId) -> Result<Option<TaskPerson>> {
    super::row(
        db,
        "SELECT c.id, c.member_no, c.name, c.nickname, c.gender, c.wechat, l.name AS level, l.rank AS level_rank, s.last_purchase,
           (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
           (SELECT max(day) FROM contact k WHERE k.customer_id = c.id) AS last_contact
         FROM customer c JOIN customer_stats s ON s.customer_id = c.id JOIN level l ON l.id = s.level_id WHERE c.id = :id",
        named_params! {":id": id},
        |row| {
            Ok(TaskPerson {
                id: row.get("id")?,
                member_no: row.get("member_no")?,
                name: row.get("name")?,
                nickname: row.get("nickname")?,
                gender: row.get("gender")?,
                phone: row.get("phone")?,
                wechat: row.get("wechat")?,
                level: row.get("level")?,
                level_rank: row.get("level_rank")?,
                last_purchase: row.get("last_purchase")?,
                last_contact: row.get("last_contact")?,
            })
        },
    )
}
