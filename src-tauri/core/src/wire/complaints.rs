//! Complaints: what went wrong, the two clocks, the nine steps, what was given, and how it ended.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{CompensationId, ComplaintId, CustomerId, LineId, PointsId, StaffId, VisitId, VoucherId};
use crate::money::Fen;
use crate::vouchers::{VoucherState, Worth};
use serde::{Deserialize, Serialize};

choice! {
    /// What a complaint is about.
    ComplaintKind {
        /// A piece.
        Goods = "goods",
        /// How she was treated.
        Service = "service",
        /// What she paid.
        Price = "price",
        /// Anything else.
        Other = "other",
    }

    /// The nine steps, in the order in which they are best taken.
    ComplaintStep {
        /// Hear her out.
        Listen = "listen",
        /// Talk it through.
        Talk = "talk",
        /// Apologise.
        Apologise = "apologise",
        /// Find out what went wrong.
        Analyse = "analyse",
        /// Explain it to her.
        Explain = "explain",
        /// Put it right.
        Handle = "handle",
        /// Make up for it.
        Compensate = "compensate",
        /// Ask whether it is well now.
        AskResult = "ask_result",
        /// Tell the shop, so that it does not happen again.
        FeedBack = "feed_back",
    }

    /// What became of a step.
    StepState {
        /// Still to do.
        Open = "open",
        /// Done.
        Done = "done",
        /// Left out, with a word on why.
        Skipped = "skipped",
    }

    /// What was given to make up.
    CompensationKind {
        /// A voucher of kind apology.
        Voucher = "voucher",
        /// Points.
        Points = "points",
        /// Money back.
        Money = "money",
        /// A gift.
        Gift = "gift",
    }

    /// How a clock stands.
    ClockState {
        /// Time is left.
        Running = "running",
        /// It stands still, because the shop waits for her.
        Waiting = "waiting",
        /// The time is over and it is not done.
        Overdue = "overdue",
        /// Done in time.
        InTime = "in_time",
        /// Done, but too late.
        Late = "late",
    }

    /// Which complaints to list.
    ComplaintFilter {
        /// Not solved.
        Open = "open",
        /// Not solved, and a clock has run out.
        Overdue = "overdue",
        /// Not solved, and waiting for her.
        Waiting = "waiting",
        /// Solved.
        Solved = "solved",
        /// Every one, the open ones first.
        All = "all",
    }
}

/// What is given to make up for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Give {
    /// A voucher of kind apology, good from today.
    Voucher {
        /// What it takes off.
        worth: Worth,
        /// The smallest bill it can be used on.
        min_spend: Fen,
        /// Last good day.
        valid_to: Day,
    },
    /// Points, which expire as points given by hand do.
    Points {
        /// How many, above 0.
        points: i64,
    },
    /// Money back. It is written down here only: the till is not the book's.
    Money {
        /// Above 0.
        amount: Fen,
    },
    /// A gift.
    Gift {
        /// What it cost the shop; 0 if nobody knows.
        cost: Fen,
    },
}

wire! {
    /// Opens a complaint.
    pub struct OpenComplaint {
        /// Whose.
        pub customer: CustomerId,
        /// About which visit of hers.
        pub visit: Option<VisitId>,
        /// About which line; its visit is then known.
        pub line: Option<LineId>,
        /// About what.
        pub kind: ComplaintKind,
        /// What she said, at most 2,000 characters.
        pub what: String,
        /// Who answers for it.
        pub staff: Option<StaffId>,
        /// The day she complained; empty for today.
        pub day: Option<Day>,
        /// The time of day as `HH:MM`; empty for now, or noon of an earlier day.
        pub time: Option<String>,
    }

    /// The new complaint.
    pub struct ComplaintOpened {
        /// Id.
        pub complaint: ComplaintId,
    }

    /// Names a complaint.
    pub struct ComplaintRef {
        /// Which.
        pub complaint: ComplaintId,
    }

    /// Puts right what was written down when it was opened. All fields are given.
    pub struct CorrectComplaint {
        /// Which.
        pub complaint: ComplaintId,
        /// About which visit of hers.
        pub visit: Option<VisitId>,
        /// About which line.
        pub line: Option<LineId>,
        /// About what.
        pub kind: ComplaintKind,
        /// What she said.
        pub what: String,
        /// Who answers for it.
        pub staff: Option<StaffId>,
    }

    /// Says that she was answered: the first clock stops.
    pub struct AnswerComplaint {
        /// Which.
        pub complaint: ComplaintId,
        /// The day; empty for today.
        pub day: Option<Day>,
        /// The time of day as `HH:MM`; empty for now.
        pub time: Option<String>,
    }

    /// Says that the shop waits for her: both clocks stand still.
    pub struct HoldComplaint {
        /// Which.
        pub complaint: ComplaintId,
        /// What for.
        pub reason: String,
    }

    /// Says what became of a step.
    pub struct SetStep {
        /// Of which complaint.
        pub complaint: ComplaintId,
        /// Which step.
        pub step: ComplaintStep,
        /// What became of it.
        pub state: StepState,
        /// A word on it; a skipped step needs one.
        pub note: Option<String>,
    }

    /// Gives something to make up for it.
    pub struct Compensate {
        /// For which complaint.
        pub complaint: ComplaintId,
        /// What.
        pub give: Give,
        /// A word on it; a gift needs one, since it says what it is.
        pub note: Option<String>,
    }

    /// What was given.
    pub struct Compensated {
        /// Id.
        pub compensation: CompensationId,
    }

    /// Calls back what was given.
    pub struct CancelCompensation {
        /// Which.
        pub compensation: CompensationId,
        /// Why.
        pub reason: String,
    }

    /// Says that it is solved: both clocks stop.
    pub struct SolveComplaint {
        /// Which.
        pub complaint: ComplaintId,
        /// How, at most 2,000 characters.
        pub solution: String,
    }

    /// Says what she answered when she was asked whether it is well now.
    pub struct SetComplaintResult {
        /// Which.
        pub complaint: ComplaintId,
        /// Satisfied or not.
        pub satisfied: bool,
    }

    /// A clock of a complaint.
    pub struct ComplaintClock {
        /// How it stands.
        pub state: ClockState,
        /// Until when; empty while it waits for her.
        pub due: Option<String>,
        /// Minutes that count until then; below zero how many it is or was late. Days on which the shop is closed do not count.
        pub left_minutes: i64,
        /// When it was done.
        pub done_at: Option<String>,
    }

    /// One complaint in a row.
    pub struct ComplaintRow {
        /// Id.
        pub id: ComplaintId,
        /// Whose.
        pub customer: Person,
        /// About what.
        pub kind: ComplaintKind,
        /// What she said.
        pub what: String,
        /// The piece or the visit it is about, in a few words.
        pub about: Option<String>,
        /// When.
        pub opened_at: String,
        /// The day.
        pub opened_on: Day,
        /// Who answers for it.
        pub staff: Option<StaffId>,
        /// Her or his name.
        pub staff_name: Option<String>,
        /// 24 hours to answer.
        pub answer: ComplaintClock,
        /// 7 days to solve.
        pub solve: ComplaintClock,
        /// What the shop waits for, while it does.
        pub waiting_for: Option<String>,
        /// Whether it is solved.
        pub solved: bool,
        /// Whether she was satisfied; empty until she was asked.
        pub satisfied: Option<bool>,
        /// The day somebody asked again after it was solved.
        pub followed_up_on: Option<Day>,
        /// How many of the nine steps are done or skipped.
        pub steps: i64,
    }

    /// Asks for complaints: the open ones first, the nearest deadline in front and those that wait for her last; then the solved
    /// ones, the latest solved in front.
    pub struct ListComplaints {
        /// Which.
        pub state: ComplaintFilter,
        /// About what.
        pub kind: Option<ComplaintKind>,
        /// Of this customer.
        pub customer: Option<CustomerId>,
        /// For which this clerk answers.
        pub staff: Option<StaffId>,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// How complaints stand, of the shop or of the customer or clerk asked for.
    pub struct ComplaintTotals {
        /// Not solved.
        pub open: i64,
        /// Of those, with a clock that has run out.
        pub overdue: i64,
        /// Of those, waiting for her.
        pub waiting: i64,
        /// Opened within the last 365 days, today included: how many.
        pub year: i64,
        /// Of the year's, answered.
        pub answered: i64,
        /// Of the answered, in time.
        pub answered_in_time: i64,
        /// Of the year's, solved.
        pub solved: i64,
        /// Of the solved, in time.
        pub solved_in_time: i64,
        /// Of the year's, asked whether it is well.
        pub asked: i64,
        /// Of the asked, satisfied.
        pub satisfied: i64,
    }

    /// A page of complaints.
    pub struct ComplaintList {
        /// Rows.
        pub rows: Vec<ComplaintRow>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// Only on the first page.
        pub totals: Option<ComplaintTotals>,
    }

    /// What wants doing now.
    pub struct ComplaintCounts {
        /// Not solved.
        pub open: i64,
        /// Of those, with a clock that has run out.
        pub overdue: i64,
    }

    /// One of the nine steps.
    pub struct ComplaintStepView {
        /// Which.
        pub step: ComplaintStep,
        /// What became of it.
        pub state: StepState,
        /// When.
        pub at: Option<String>,
        /// Who.
        pub by: Option<String>,
        /// A word on it.
        pub note: Option<String>,
    }

    /// A stretch of waiting for her.
    pub struct ComplaintHold {
        /// From when.
        pub from: String,
        /// Until when; empty while it lasts.
        pub to: Option<String>,
        /// What for.
        pub reason: String,
    }

    /// Something that was given.
    pub struct CompensationView {
        /// Id.
        pub id: CompensationId,
        /// What kind.
        pub kind: CompensationKind,
        /// Money, or what a gift cost; the face value of a voucher over an amount.
        pub amount: Fen,
        /// How many points.
        pub points: Option<i64>,
        /// Their entry in the ledger.
        pub entry: Option<PointsId>,
        /// The voucher.
        pub voucher: Option<VoucherId>,
        /// What it takes off.
        pub worth: Option<Worth>,
        /// The smallest bill it can be used on.
        pub min_spend: Option<Fen>,
        /// Its last good day.
        pub valid_to: Option<Day>,
        /// What became of it.
        pub voucher_state: Option<VoucherState>,
        /// When it was given.
        pub day: Day,
        /// A word on it.
        pub note: Option<String>,
    }

    /// What was given in all.
    pub struct CompensationTotals {
        /// Money.
        pub money: Fen,
        /// What gifts cost.
        pub gifts: Fen,
        /// Vouchers over an amount, at face value.
        pub vouchers: Fen,
        /// Vouchers over a percentage, which have no face value.
        pub percent_vouchers: i64,
        /// Points.
        pub points: i64,
    }

    /// The visit a complaint is about.
    pub struct ComplaintVisit {
        /// Id.
        pub id: VisitId,
        /// Number.
        pub visit_no: String,
        /// Day.
        pub day: Day,
        /// What was bought.
        pub summary: String,
        /// What was paid.
        pub total: Fen,
        /// Whether it was voided since.
        pub voided: bool,
    }

    /// A complaint with everything.
    pub struct ComplaintPage {
        /// The row.
        pub row: ComplaintRow,
        /// The visit.
        pub visit: Option<ComplaintVisit>,
        /// The line.
        pub line: Option<LineId>,
        /// How it was solved; kept when it is opened again.
        pub solution: Option<String>,
        /// All nine steps in their order.
        pub steps: Vec<ComplaintStepView>,
        /// Stretches of waiting, the latest first.
        pub holds: Vec<ComplaintHold>,
        /// What was given.
        pub compensations: Vec<CompensationView>,
        /// What was given in all.
        pub given: CompensationTotals,
    }
}
