//! The search box and the list of customers.

use super::words::{CustomerSort, Status};
use crate::clock::Day;
use crate::ids::{CustomerId, LevelId, StaffId, TagId};
use crate::money::Fen;
use crate::wire::phone::Phone;
use crate::wire::segments::SegmentCondition;
use crate::wire::wire;

wire! {
    /// Types into the search box.
    pub struct Search {
        /// What was typed.
        pub query: String,
        /// How many at most, 1 to 50.
        pub limit: u32,
    }

    /// Somebody found.
    pub struct SearchHit {
        /// Id.
        pub id: CustomerId,
        /// Member number.
        pub member_no: String,
        /// Name.
        pub name: String,
        /// Main phone.
        pub phone: Option<Phone>,
        /// Level.
        pub level: String,
        /// Level's rank, 0 the base.
        pub level_rank: i64,
        /// Last visit.
        pub last_visit: Option<Day>,
        /// Net spend ever.
        pub lifetime_spend: Fen,
        /// Which kind of key matched: name, pinyin, initials, phone, card, old_card, wechat, nickname, tag, style, recent.
        pub matched: String,
        /// Whether the archive was put away.
        pub archived: bool,
    }

    /// What was found, best first.
    pub struct SearchAnswer {
        /// The hits.
        pub hits: Vec<SearchHit>,
    }

    /// Narrows the list of customers.
    pub struct CustomerFilter {
        /// Only these levels.
        pub levels: Vec<LevelId>,
        /// Carrying any of these tags.
        pub tags: Vec<TagId>,
        /// Looked after by.
        pub staff: Option<StaffId>,
        /// Net spend at least.
        pub spend_min: Option<Fen>,
        /// Net spend at most.
        pub spend_max: Option<Fen>,
        /// Last visit on or after.
        pub visited_from: Option<Day>,
        /// Last visit on or before; those who never came are left out.
        pub visited_to: Option<Day>,
        /// Never came.
        pub never_visited: bool,
        /// Solar month of this year's birthday, 1 to 12.
        pub birthday_month: Option<u8>,
        /// Completeness below.
        pub completeness_below: Option<i64>,
        /// Status; empty for active.
        pub status: Option<Status>,
        /// Whatever else has to be so, as a segment says it.
        pub condition: Option<SegmentCondition>,
    }

    /// Asks for a page of customers.
    pub struct ListCustomers {
        /// Which.
        pub filter: CustomerFilter,
        /// Order.
        pub sort: CustomerSort,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// Instead of a cursor: how many rows from the beginning are passed over.
        pub skip: Option<u32>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// A row of the list.
    pub struct CustomerRow {
        /// Id.
        pub id: CustomerId,
        /// Member number.
        pub member_no: String,
        /// Name.
        pub name: String,
        /// Main phone.
        pub phone: Option<Phone>,
        /// Level.
        pub level: String,
        /// Level's rank.
        pub level_rank: i64,
        /// Points today.
        pub points: i64,
        /// Net spend ever.
        pub net_spend: Fen,
        /// Visits.
        pub visits: i64,
        /// Last visit.
        pub last_visit: Option<Day>,
        /// Completeness.
        pub completeness: i64,
        /// Who looks after her.
        pub staff: Option<String>,
        /// Day of joining.
        pub joined_on: Day,
    }

    /// A page of customers.
    pub struct CustomerList {
        /// Rows.
        pub rows: Vec<CustomerRow>,
        /// Hand it back for the next page; empty at the end.
        pub cursor: Option<String>,
        /// How many there are in all; not on a page after a cursor.
        pub total: Option<i64>,
    }
}
