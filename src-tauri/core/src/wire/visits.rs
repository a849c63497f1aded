//! Visits: recording, previewing, correcting, voiding, listing.

use super::customers::Person;
use super::profile::Answer;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{CustomerId, FieldId, LevelId, LineId, OperationId, StaffId, VisitId, VoucherId};
use crate::money::Fen;

choice! {
    /// What kind of visit.
    VisitKind {
        /// Something was bought.
        Purchase = "purchase",
        /// Looked, bought nothing.
        Browse = "browse",
        /// Brought something back.
        Return = "return",
        /// Brought back and took something else.
        Exchange = "exchange",
        /// Cleaning, alteration, care.
        Service = "service",
    }

    /// How it was paid.
    Method {
        /// Cash.
        Cash = "cash",
        /// WeChat Pay.
        Wechat = "wechat",
        /// Alipay.
        Alipay = "alipay",
        /// Bank card.
        Card = "card",
        /// Stored with another system.
        Stored = "stored",
        /// Something else.
        Other = "other",
    }

    /// Why a price is below the list price.
    PriceReason {
        /// Her level.
        Level = "level",
        /// The birthday privilege.
        Birthday = "birthday",
        /// A voucher.
        Voucher = "voucher",
        /// Points.
        Points = "points",
        /// An offer for everybody.
        Promotion = "promotion",
        /// By hand; needs a note.
        Manual = "manual",
    }
}

wire! {
    /// A piece sold.
    pub struct NewLine {
        /// Style number (款号).
        pub style_no: Option<String>,
        /// Name; style number or name is needed.
        pub name: Option<String>,
        /// Category.
        pub category: Option<String>,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Pieces, 1 to 9999.
        pub qty: i64,
        /// List price a piece; empty for the paid price.
        pub list_price: Option<Fen>,
        /// Paid price a piece, before a voucher or points.
        pub price: Fen,
        /// Why it is below the list price; needed then.
        pub reason: Option<PriceReason>,
        /// In words; needed for manual.
        pub reason_note: Option<String>,
    }

    /// A piece brought back.
    pub struct NewReturn {
        /// The line it was bought on.
        pub line: LineId,
        /// Pieces, never more than are still with her.
        pub qty: i64,
    }

    /// A part of the payment; below zero is money given back.
    pub struct Payment {
        /// How.
        pub method: Method,
        /// How much.
        pub amount: Fen,
    }

    /// A day's walk-in sales in one row.
    pub struct DayTotal {
        /// Sales rung up.
        pub pieces: i64,
        /// Their sum.
        pub total: Fen,
    }

    /// A piece tried but not bought, or asked for.
    pub struct NewWish {
        /// Style number.
        pub style_no: Option<String>,
        /// Name.
        pub name: Option<String>,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Why not.
        pub reason: Option<String>,
    }

    /// A visit as the clerk enters it.
    pub struct NewVisit {
        /// Who; empty for a walk-in (散客).
        pub customer: Option<CustomerId>,
        /// Kind.
        pub kind: VisitKind,
        /// Day; empty for today. Never in the future.
        pub day: Option<Day>,
        /// Time `HH:MM`; empty for now, or noon on another day.
        pub time: Option<String>,
        /// Who served; empty for who is at the counter.
        pub staff: Option<StaffId>,
        /// Sold.
        #[serde(default)]
        pub lines: Vec<NewLine>,
        /// Brought back.
        #[serde(default)]
        pub returns: Vec<NewReturn>,
        /// Paid; empty means all in one by the last way she paid, or cash. Otherwise the sum must be the total.
        #[serde(default)]
        pub payments: Vec<Payment>,
        /// Instead of lines: a day's walk-ins.
        pub day_total: Option<DayTotal>,
        /// A voucher to use.
        pub voucher: Option<VoucherId>,
        /// Points to redeem against the total.
        #[serde(default)]
        pub points_used: i64,
        /// Number on the paper receipt.
        pub ticket_no: Option<String>,
        /// Who came along.
        pub companions: Option<String>,
        /// 1 to 5.
        pub satisfaction: Option<i64>,
        /// Why she bought.
        pub motive: Option<String>,
        /// What she said about what she tried.
        pub feedback: Option<String>,
        /// Note.
        pub note: Option<String>,
        /// What was learned about her.
        #[serde(default)]
        pub answers: Vec<Answer>,
        /// Sensitive fields among them she agreed to just now.
        pub agreed: Option<Vec<FieldId>>,
        /// Tried but not bought.
        #[serde(default)]
        pub wishes: Vec<NewWish>,
    }

    /// Saves a visit, once: the same receipt again answers with the visit saved the first time.
    pub struct RecordVisit {
        /// Made by the client before the first try, 8 to 64 letters, digits or dashes.
        pub receipt: String,
        /// The visit.
        pub visit: NewVisit,
    }

    /// Shows what saving would do, and does nothing.
    pub struct PreviewVisit {
        /// The visit.
        pub visit: NewVisit,
        /// The visit it would replace, when correcting.
        pub replaces: Option<VisitId>,
    }

    /// What a visit does, saved or previewed. The same code computes both.
    pub struct VisitEffects {
        /// Paid.
        pub total: Fen,
        /// At list prices.
        pub list_total: Fen,
        /// Pieces.
        pub pieces: i64,
        /// Taken off by a voucher.
        pub voucher_off: Fen,
        /// Taken off by points.
        pub points_off: Fen,
        /// Points before.
        pub points_before: i64,
        /// Points earned by this visit.
        pub points_earned: i64,
        /// Points taken back with what was returned.
        pub points_reversed: i64,
        /// Points given back that had been redeemed.
        pub points_restored: i64,
        /// Points after.
        pub points_after: i64,
        /// Level before.
        pub level_before: Option<LevelChange>,
        /// Level after.
        pub level_after: Option<LevelChange>,
        /// Net spend ever after it.
        pub net_spend_after: Fen,
        /// Vouchers issued by this visit.
        pub vouchers_issued: i64,
        /// Vouchers usable again.
        pub vouchers_restored: i64,
        /// Vouchers that go with what caused them.
        pub vouchers_cancelled: i64,
        /// Rewards of whoever brought the customer that go with her purchase, or come back with it.
        pub thanks: Vec<super::referrals::ThanksMoved>,
    }

    /// A level by id, name and rank.
    pub struct LevelChange {
        /// Id.
        pub id: LevelId,
        /// Name.
        pub name: String,
        /// Rank.
        pub rank: i64,
    }

    /// A saved visit.
    pub struct RecordedVisit {
        /// Id.
        pub visit: VisitId,
        /// Its number.
        pub visit_no: String,
        /// For undo.
        pub operation: Option<OperationId>,
        /// What it did.
        pub effects: VisitEffects,
    }

    /// Corrects a saved visit; old and new are kept in the history.
    pub struct CorrectVisit {
        /// Which.
        pub visit: VisitId,
        /// How it really was.
        pub corrected: NewVisit,
        /// Why.
        pub reason: String,
    }

    /// Voids a saved visit.
    pub struct VoidVisit {
        /// Which.
        pub visit: VisitId,
        /// Why.
        pub reason: String,
    }

    /// Names a visit.
    pub struct VisitRef {
        /// Which.
        pub visit: VisitId,
    }

    /// A visit in one row.
    pub struct VisitRow {
        /// Id.
        pub id: VisitId,
        /// Number.
        pub visit_no: String,
        /// When; RFC 3339.
        pub at: String,
        /// Day.
        pub day: Day,
        /// Kind.
        pub kind: VisitKind,
        /// Who; empty for a walk-in.
        pub customer: Option<Person>,
        /// Who served.
        pub staff: Option<String>,
        /// Pieces.
        pub pieces: i64,
        /// Paid.
        pub total: Fen,
        /// A day's walk-ins in one.
        pub is_day_total: bool,
        /// What, in a line: the first few pieces.
        pub summary: String,
        /// What she said, or the note.
        pub remark: Option<String>,
        /// Points this visit moved.
        pub points: i64,
        /// Voided.
        pub voided: bool,
    }

    /// Asks for visits, latest first.
    pub struct ListVisits {
        /// Of this customer.
        pub customer: Option<CustomerId>,
        /// Only walk-ins.
        #[serde(default)]
        pub walk_ins: bool,
        /// From this day.
        pub from: Option<Day>,
        /// To this day.
        pub to: Option<Day>,
        /// Of this kind.
        pub kind: Option<VisitKind>,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// A page of visits.
    pub struct VisitList {
        /// Rows.
        pub rows: Vec<VisitRow>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// The sum over all live visits asked for, not only this page; only on the first page, and only of a customer,
        /// the walk-ins, or from a day on.
        pub total: Option<Fen>,
        /// Their number.
        pub count: Option<i64>,
    }

    /// A saved line.
    pub struct VisitLine {
        /// Id.
        pub id: LineId,
        /// Number in the visit, from 1.
        pub line_no: i64,
        /// Style number.
        pub style_no: Option<String>,
        /// Name.
        pub name: Option<String>,
        /// Category.
        pub category: Option<String>,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Pieces, negative when brought back.
        pub qty: i64,
        /// List price a piece.
        pub list_price: Option<Fen>,
        /// Paid price a piece.
        pub price: Fen,
        /// Really paid for the line, vouchers and points taken off.
        pub amount: Fen,
        /// Why below the list price.
        pub reason: Option<PriceReason>,
        /// In words.
        pub reason_note: Option<String>,
        /// The line it brings back.
        pub reverses: Option<LineId>,
        /// Pieces still with her: bought less brought back.
        pub returnable: i64,
    }

    /// A visit with everything.
    pub struct VisitPage {
        /// The row.
        pub row: VisitRow,
        /// Lines.
        pub lines: Vec<VisitLine>,
        /// Payments.
        pub payments: Vec<Payment>,
        /// Number on the paper receipt.
        pub ticket_no: Option<String>,
        /// Who came along.
        pub companions: Option<String>,
        /// 1 to 5.
        pub satisfaction: Option<i64>,
        /// Why she bought.
        pub motive: Option<String>,
        /// What she said.
        pub feedback: Option<String>,
        /// Note.
        pub note: Option<String>,
        /// Who served.
        pub staff: Option<StaffId>,
        /// At list prices.
        pub list_total: Fen,
        /// Why it was voided.
        pub void_reason: Option<String>,
        /// Points redeemed on it.
        pub points_used: i64,
        /// Voucher used on it.
        pub voucher: Option<VoucherId>,
        /// The sale it brings back from.
        pub ref_visit: Option<VisitRow>,
        /// Visits that brought something of it back.
        pub returned_by: Vec<VisitRow>,
        /// The history of this visit: recorded, corrected, voided.
        pub history: Vec<super::history::HistoryEntry>,
    }

    /// Today and this week at the counter.
    pub struct DaySummary {
        /// The day.
        pub day: Day,
        /// Live visits.
        pub visits: i64,
        /// Sales less returns.
        pub total: Fen,
        /// Of that, with customers.
        pub customer_total: Fen,
        /// New archives.
        pub new_customers: i64,
        /// The visits, latest first, at most 50.
        pub rows: Vec<VisitRow>,
    }

    /// Asks for a day.
    pub struct GetDay {
        /// Which; empty for today.
        pub day: Option<Day>,
    }
}
