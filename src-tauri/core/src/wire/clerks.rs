//! Clerks' boards (员工): what each did in some days against the shop's targets, and spot checks of archives (档案抽查).

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{FieldId, SpotCheckId, SpotItemId, StaffId};
use crate::money::Fen;

choice! {
    /// A figure of the board that opens a list.
    ClerkFigure {
        /// Customers who became VIP.
        NewVips = "new_vips",
        /// Customers spoken with or written to.
        Contacted = "contacted",
        /// Customers with a task that was done late.
        LateTasks = "late_tasks",
        /// Own customers who bought, by what they paid.
        Sales = "sales",
        /// Own customers, the emptiest archives first.
        Archives = "archives",
        /// Customers whose archive a spot check found wrong.
        Wrong = "wrong",
        /// Customers who complained.
        Complaints = "complaints",
    }

    /// What a call of a spot check came to.
    SpotOutcome {
        /// She was spoken to.
        Reached = "reached",
        /// Nobody answered.
        NotReached = "not_reached",
    }
}

wire! {
    /// Targets of the shop.
    pub struct ClerkTargets {
        /// New VIPs a clerk and month, 0 to 1,000.
        pub new_vips: i64,
        /// Other figures for some clerks.
        pub own: Vec<OwnTarget>,
    }

    /// The target of one clerk.
    pub struct OwnTarget {
        /// Whose.
        pub staff: StaffId,
        /// New VIPs a month, 0 to 1,000.
        pub new_vips: i64,
    }

    /// Asks for the board of some days.
    pub struct GetClerkBoard {
        /// First day.
        pub from: Day,
        /// Last day, at most 366 days later.
        pub to: Day,
    }

    /// A share: so many of so many. Whoever shows it says how many were asked, and no percentage for a handful.
    #[derive(Default, Copy, Eq)]
    pub struct Share {
        /// So many.
        pub part: i64,
        /// Of so many.
        pub of: i64,
    }

    /// What one clerk did.
    pub struct ClerkRow {
        /// Who; empty for what nobody's name stands on.
        pub staff: Option<StaffId>,
        /// Name.
        pub name: Option<String>,
        /// Whether still working here.
        pub is_active: bool,
        /// Customers who became VIP for the first time, those brought over from another system left out: whoever served the visit
        /// that made it has brought her, else whoever looks after her.
        pub new_vips: i64,
        /// The target of these days: that of a month times the months they touch.
        pub target: Option<i64>,
        /// Contacts that the clerk began.
        pub contacts: i64,
        /// Different customers of those.
        pub contacted: i64,
        /// Care tasks decided as done or answered.
        pub tasks: i64,
        /// Of those whose due day was written down, the ones done on that day or before.
        pub on_time: Share,
        /// Net sales of the days to customers the clerk looks after now, whoever served.
        pub sales: Fen,
        /// Own customers who bought.
        pub buyers: i64,
        /// Net sales of the days that the clerk served, walk-ins included.
        pub served: Fen,
        /// Archives in use the clerk looks after now.
        pub archives: i64,
        /// Archives of those opened in these days.
        pub opened: i64,
        /// Their completeness put together; divided by the number of archives it is the average.
        pub completeness: i64,
        /// Fields a spot check drawn in these days found right, of those asked.
        pub truth: Share,
        /// Complaints of these days the clerk answers for.
        pub complaints: i64,
        /// Answered within 24 hours, of those whose time is over or that were answered.
        pub answered: Share,
        /// Solved within 7 days, of those whose time is over or that were solved.
        pub solved: Share,
        /// Customers content with how it was solved, of those asked.
        pub content: Share,
        /// Marks of 1 to 5 given for visits the clerk served, put together; divided by how many it is the average.
        pub marks: Share,
    }

    /// The board of some days.
    pub struct ClerkBoard {
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
        /// Clerks at work first, then those who left and did something, then what is nobody's.
        pub rows: Vec<ClerkRow>,
        /// The targets of the shop.
        pub targets: ClerkTargets,
    }

    /// Asks for the people behind a figure.
    pub struct ListClerkPeople {
        /// Whose; empty for nobody's.
        pub staff: Option<StaffId>,
        /// Behind which figure.
        pub figure: ClerkFigure,
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
    }

    /// Somebody behind a figure.
    pub struct ClerkPerson {
        /// Who.
        pub customer: Person,
        /// The day it was, where it was a day.
        pub day: Option<Day>,
        /// What she paid.
        pub amount: Option<Fen>,
        /// How full her archive is, or how many times it was.
        pub number: Option<i64>,
        /// Words on it: the field that was wrong, what she complained of.
        pub words: Option<String>,
    }

    /// The people behind a figure.
    pub struct ClerkPeople {
        /// At most 500.
        pub rows: Vec<ClerkPerson>,
        /// How many there are in all.
        pub total: i64,
    }

    /// Draws archives for a spot check: as many of each clerk's at work.
    pub struct DrawSpotCheck {
        /// Its name, such as 2026 Q4.
        pub name: String,
        /// How many of each clerk's, 1 to 50.
        pub size: i64,
        /// The seed; empty takes one from the clock. The same seed and archives draw the same.
        pub seed: Option<i64>,
    }

    /// The spot check that was drawn.
    pub struct SpotCheckDrawn {
        /// Which.
        pub check: SpotCheckId,
        /// How many archives.
        pub archives: i64,
    }

    /// Names a spot check.
    pub struct SpotCheckRef {
        /// Which.
        pub check: SpotCheckId,
    }

    /// Ends a spot check, or opens it again.
    pub struct EndSpotCheck {
        /// Which.
        pub check: SpotCheckId,
        /// Whether it is over.
        pub ended: bool,
    }

    /// What a spot check found out about one clerk's archives.
    pub struct SpotScore {
        /// Whose; empty for nobody's.
        pub staff: Option<StaffId>,
        /// Name.
        pub name: Option<String>,
        /// Archives drawn.
        pub drawn: i64,
        /// Customers reached.
        pub reached: i64,
        /// Customers not reached.
        pub not_reached: i64,
        /// Fields that were right, of those asked.
        pub truth: Share,
    }

    /// A spot check.
    pub struct SpotCheck {
        /// Id.
        pub id: SpotCheckId,
        /// Name.
        pub name: String,
        /// The day it was drawn.
        pub day: Day,
        /// Its seed.
        pub seed: i64,
        /// Archives of each clerk asked for.
        pub size: i64,
        /// The day it was ended.
        pub ended_on: Option<Day>,
        /// By clerk, the truest first.
        pub scores: Vec<SpotScore>,
        /// All together.
        pub all: SpotScore,
    }

    /// All spot checks, the latest first.
    pub struct SpotChecks {
        /// They.
        pub checks: Vec<SpotCheck>,
    }

    /// A field that is to be confirmed.
    pub struct SpotField {
        /// Which.
        pub field: FieldId,
        /// Its label.
        pub label: String,
        /// What the archive says.
        pub held: String,
        /// Whether it was right; empty while it was not asked.
        pub is_right: Option<bool>,
    }

    /// An archive that was drawn.
    pub struct SpotItem {
        /// Id.
        pub id: SpotItemId,
        /// Whose archive.
        pub customer: Person,
        /// Who looked after her when it was drawn.
        pub staff: Option<String>,
        /// What the call came to.
        pub outcome: Option<SpotOutcome>,
        /// When.
        pub called_on: Option<Day>,
        /// Who called.
        pub called_by: Option<String>,
        /// A word on it.
        pub note: Option<String>,
        /// What there is to confirm.
        pub fields: Vec<SpotField>,
    }

    /// A spot check with its archives.
    pub struct SpotCheckPage {
        /// It.
        pub check: SpotCheck,
        /// The archives in the order they were drawn.
        pub items: Vec<SpotItem>,
    }

    /// What was said of one field.
    pub struct SpotAnswer {
        /// Which.
        pub field: FieldId,
        /// Whether the archive was right.
        pub is_right: bool,
    }

    /// Writes down what a call came to, over what stood there.
    pub struct SaveSpotCall {
        /// Which archive.
        pub item: SpotItemId,
        /// What it came to; empty takes it back.
        pub outcome: Option<SpotOutcome>,
        /// What was asked; only where she was reached.
        pub answers: Vec<SpotAnswer>,
        /// A word on it.
        pub note: Option<String>,
    }
}
