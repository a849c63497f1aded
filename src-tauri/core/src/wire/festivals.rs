//! The shop's calendar: festivals, birthdays by day, opening hours and closed days.

use super::customers::Person;
use super::wire;
use crate::clock::Day;
use crate::festivals::{Festival, FestivalRule};
use crate::hours::{ClosedDay, ShopHours};
use crate::ids::{ClosedDayId, FestivalId};

wire! {
    /// A festival of the list.
    pub struct FestivalRow {
        /// The festival.
        pub festival: Festival,
        /// Its next day, today included; empty after 2100.
        pub next: Option<Day>,
        /// How many days until then.
        pub days_until: Option<i64>,
    }

    /// The shop's festivals, the next one first.
    pub struct Festivals {
        /// The list.
        pub festivals: Vec<FestivalRow>,
    }

    /// Adds a festival, or changes one.
    pub struct SaveFestival {
        /// Which; empty for a new one.
        pub id: Option<FestivalId>,
        /// Name, at most 20 characters.
        pub name: String,
        /// Its day and how it is kept.
        pub rule: FestivalRule,
        /// Whether the shop keeps it.
        pub is_on: bool,
    }

    /// One festival.
    pub struct FestivalRef {
        /// Which.
        pub festival: FestivalId,
    }

    /// Asks for a month of the calendar.
    pub struct GetMonth {
        /// 1950 to 2100.
        pub year: i32,
        /// 1 to 12.
        pub month: u8,
    }

    /// A month of the calendar.
    pub struct CalendarMonth {
        /// The year.
        pub year: i32,
        /// The month, 1 to 12.
        pub month: u8,
        /// Its days.
        pub days: Vec<CalendarDay>,
    }

    /// A day of the calendar.
    pub struct CalendarDay {
        /// The day.
        pub day: Day,
        /// The lunar day as on a wall calendar: 初八, and 八月 on the first of a month.
        pub lunar: String,
        /// The festivals that are on.
        pub festivals: Vec<CalendarFestival>,
        /// How many customers have their birthday.
        pub birthdays: i64,
        /// Whether the shop is open at all.
        pub is_open: bool,
        /// Why it is closed, if a reason was written down.
        pub closed_reason: Option<String>,
    }

    /// A festival on a day of the calendar.
    pub struct CalendarFestival {
        /// Which.
        pub id: FestivalId,
        /// Its name.
        pub name: String,
        /// Whether it is a day of remembrance.
        pub quiet: bool,
    }

    /// Asks who has her birthday between two days, both included.
    pub struct ListBirthdays {
        /// First day.
        pub from: Day,
        /// Last day, at most a year on.
        pub to: Day,
    }

    /// A birthday.
    pub struct BirthdayRow {
        /// The solar day it falls on.
        pub day: Day,
        /// Whose.
        pub customer: Person,
        /// As she said it, such as 农历八月初三.
        pub text: String,
        /// How old she becomes, where the year is known.
        pub turns: Option<i64>,
        /// Her level.
        pub level: String,
        /// The gift of her level; empty for none.
        pub gift: Option<String>,
    }

    /// How many of a gift are needed.
    pub struct GiftCount {
        /// The gift.
        pub gift: String,
        /// How many.
        pub count: i64,
    }

    /// Birthdays between two days.
    pub struct BirthdayList {
        /// By day, then by name; the first 1,000.
        pub rows: Vec<BirthdayRow>,
        /// How many there are in all.
        pub total: i64,
        /// The gifts all of them take.
        pub gifts: Vec<GiftCount>,
    }

    /// When the shop is open.
    pub struct HoursPage {
        /// The week.
        pub hours: ShopHours,
        /// Closed days, the latest first.
        pub closed: Vec<ClosedDay>,
        /// Whether it is open now.
        pub open_now: bool,
        /// When it opens next, RFC 3339; now, if it is open.
        pub next_opening: Option<String>,
    }

    /// Adds a stretch of closed days, or changes one.
    pub struct SaveClosedDay {
        /// Which; empty for a new one.
        pub id: Option<ClosedDayId>,
        /// First closed day.
        pub from_day: Day,
        /// Last closed day.
        pub to_day: Day,
        /// Why, at most 40 characters.
        pub reason: Option<String>,
    }

    /// One stretch of closed days.
    pub struct ClosedDayRef {
        /// Which.
        pub closed_day: ClosedDayId,
    }
}
