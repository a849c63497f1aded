//! Vouchers and the register of benefits.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::{BenefitId, CustomerId, VisitId, VoucherId};
use crate::money::Fen;
use crate::vouchers::{BenefitState, CancelCause, VoucherKind, VoucherState, Worth};

choice! {
    /// Which vouchers to list.
    VoucherFilter {
        /// Neither used nor called back, and not over; those that begin later included.
        Usable = "usable",
        /// Used on a visit.
        Used = "used",
        /// Over without being used.
        Expired = "expired",
        /// Called back.
        Cancelled = "cancelled",
        /// Every one.
        All = "all",
    }

    /// Which benefits to list.
    BenefitFilter {
        /// Promised, not given yet.
        Granted = "granted",
        /// Given.
        Given = "given",
        /// Over without being given.
        Expired = "expired",
        /// Every one.
        All = "all",
    }
}

wire! {
    /// Gives the same voucher to one or many customers.
    pub struct IssueVoucher {
        /// Whom, 1 to 1,000.
        pub customers: Vec<CustomerId>,
        /// Why it is given.
        pub kind: VoucherKind,
        /// What it takes off.
        pub worth: Worth,
        /// The smallest bill it can be used on.
        pub min_spend: Fen,
        /// First good day.
        pub valid_from: Day,
        /// Last good day; not over yet.
        pub valid_to: Day,
        /// A word on it.
        pub reason: Option<String>,
    }

    /// How many were given.
    pub struct VouchersIssued {
        /// Each customer counted once.
        pub issued: i64,
    }

    /// Calls a voucher back.
    pub struct CancelVoucher {
        /// Which.
        pub voucher: VoucherId,
        /// Why.
        pub reason: String,
    }

    /// Asks for vouchers: the usable ones with the nearest end first, all others with the latest given first.
    pub struct ListVouchers {
        /// Of this customer.
        pub customer: Option<CustomerId>,
        /// Which.
        pub state: VoucherFilter,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// One voucher.
    pub struct VoucherRow {
        /// Id.
        pub id: VoucherId,
        /// Whose.
        pub customer: Person,
        /// Why it was given.
        pub kind: VoucherKind,
        /// What it takes off.
        pub worth: Worth,
        /// The smallest bill it can be used on.
        pub min_spend: Fen,
        /// First good day.
        pub valid_from: Day,
        /// Last good day.
        pub valid_to: Day,
        /// What became of it by today.
        pub state: VoucherState,
        /// When it was given.
        pub issued_on: Day,
        /// The visit that gave it by itself.
        pub issued_visit: Option<VisitId>,
        /// The visit it was used on.
        pub used_visit: Option<VisitId>,
        /// The day of that visit.
        pub used_on: Option<Day>,
        /// What it really took off there.
        pub used_off: Option<Fen>,
        /// A word on why it was given.
        pub reason: Option<String>,
        /// Why it was called back by hand.
        pub cancel_reason: Option<String>,
        /// What it went with, when it was not called back by hand.
        pub cancel_cause: Option<CancelCause>,
        /// Who gave it.
        pub by: Option<String>,
    }

    /// What is still out.
    pub struct VoucherTotals {
        /// Vouchers that can be used.
        pub outstanding: i64,
        /// The sum of those over an amount.
        pub face_value: Fen,
        /// How many of them take a percentage off and have no face value.
        pub percent: i64,
    }

    /// A page of vouchers.
    pub struct VoucherList {
        /// Rows.
        pub rows: Vec<VoucherRow>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// Of the shop, or of the customer asked for; only on the first page.
        pub totals: Option<VoucherTotals>,
    }

    /// Promises a gift or a service to one or many customers.
    pub struct GrantBenefit {
        /// Whom, 1 to 1,000.
        pub customers: Vec<CustomerId>,
        /// What.
        pub name: String,
        /// The last day on which she can have it; empty if it does not end.
        pub valid_to: Option<Day>,
        /// A word on it.
        pub note: Option<String>,
    }

    /// How many were promised.
    pub struct BenefitsGranted {
        /// Each customer counted once.
        pub granted: i64,
    }

    /// Writes down that a benefit was given today. One that was promised and is over may still be given.
    pub struct GiveBenefit {
        /// Which.
        pub benefit: BenefitId,
        /// A word on it; empty keeps the one that is there.
        pub note: Option<String>,
    }

    /// Asks for the register of benefits, the latest promised first.
    pub struct ListBenefits {
        /// Which.
        pub state: BenefitFilter,
        /// Of this customer.
        pub customer: Option<CustomerId>,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// One benefit.
    pub struct BenefitRow {
        /// Id.
        pub id: BenefitId,
        /// Whose.
        pub customer: Person,
        /// What.
        pub name: String,
        /// When it was promised.
        pub granted_on: Day,
        /// Its last day.
        pub valid_to: Option<Day>,
        /// When it was given.
        pub given_on: Option<Day>,
        /// What became of it by today.
        pub state: BenefitState,
        /// A word on it.
        pub note: Option<String>,
        /// Who promised it.
        pub by: Option<String>,
    }

    /// The register in four numbers: granted = given + open + expired.
    pub struct BenefitTotals {
        /// Ever promised.
        pub granted: i64,
        /// Given.
        pub given: i64,
        /// Promised and still to be given.
        pub open: i64,
        /// Over unused.
        pub expired: i64,
    }

    /// A page of the register.
    pub struct BenefitList {
        /// Rows.
        pub rows: Vec<BenefitRow>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// Of the shop, or of the customer asked for; only on the first page.
        pub totals: Option<BenefitTotals>,
    }

    /// Asks whose birthday is near and whose level promises a gift for it.
    pub struct BenefitsDue {
        /// Within how many days, today included; 0 to 62.
        pub days: i64,
    }

    /// A birthday gift that is due.
    pub struct BenefitDueRow {
        /// Whose birthday.
        pub customer: Person,
        /// Her level.
        pub level: String,
        /// The gift of that level.
        pub gift: String,
        /// Her birthday, in the solar calendar.
        pub day: Day,
        /// Whether it is in the register for this birthday already.
        pub granted: bool,
    }

    /// Birthday gifts that are due.
    pub struct BenefitDueList {
        /// By day, at most 1,000.
        pub rows: Vec<BenefitDueRow>,
    }
}
