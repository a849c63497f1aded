//! Her page: figures, cards and everything a clerk sees of her.

use super::archive::{Customer, Person};
use super::around::{DateView, ImportantDate, PopupNote, Relation, Wish};
use crate::clock::Day;
use crate::ids::{BenefitId, LevelId, VisitId, VoucherId};
use crate::money::Fen;
use crate::wire::profile::{Completeness, NextQuestion, ProfileEntry};
use crate::wire::visits::VisitRow;
use crate::wire::wire;

wire! {
    /// Figures about one customer, all from live visits.
    pub struct Figures {
        /// Visits of any kind.
        pub visits: i64,
        /// Visits in the last 12 months.
        pub visits_12_months: i64,
        /// Purchases.
        pub purchases: i64,
        /// Net spend ever, returns on their own day.
        pub net_spend: Fen,
        /// Net spend in the last 12 months.
        pub spend_12_months: Fen,
        /// Net spend a purchase; empty without one.
        pub average_ticket: Option<Fen>,
        /// Net pieces a purchase, in hundredths: 240 is 2.4.
        pub pieces_per_purchase: Option<i64>,
        /// First purchase.
        pub first_purchase: Option<Day>,
        /// Last purchase.
        pub last_purchase: Option<Day>,
        /// Last visit.
        pub last_visit: Option<Day>,
        /// Days since the last visit.
        pub days_since_visit: Option<i64>,
        /// Her usual days between purchases, the median; empty under three purchase days.
        pub usual_interval: Option<i64>,
    }

    /// Her level, and what it says for the coming time.
    pub struct LevelCard {
        /// Level.
        pub level: LevelId,
        /// Name.
        pub name: String,
        /// Rank.
        pub rank: i64,
        /// Since when.
        pub since: Option<Day>,
        /// The review on which she would go down without another purchase.
        pub keeps_until: Option<Day>,
        /// What is missing to keep it then, as a metric and an amount (fen or count) each.
        pub keep: Vec<Missing>,
        /// Whether any one of `keep` is enough, or all are needed.
        pub keep_any: bool,
        /// The next level's name.
        pub next: Option<String>,
        /// What is missing to reach it.
        pub reach: Vec<Missing>,
        /// Whether any one of `reach` is enough, or all are needed.
        pub reach_any: bool,
        /// How far towards the next level, 0 to 100.
        pub progress: i64,
        /// Percent of the list price she pays for full-price goods.
        pub pay_percent: i64,
    }

    /// Something missing to a threshold.
    pub struct Missing {
        /// What is counted.
        pub metric: crate::levels::Metric,
        /// Fen or count missing.
        pub missing: i64,
    }

    /// Her points.
    pub struct PointsCard {
        /// Balance today; may be below zero after a return.
        pub balance: i64,
        /// Points that run out next.
        pub expiring: Option<i64>,
        /// Last day they are valid.
        pub expires_on: Option<Day>,
    }

    /// A voucher she can use or could.
    pub struct VoucherCard {
        /// Id.
        pub id: VoucherId,
        /// Kind: second_visit, birthday, apology, recall, gift.
        pub kind: String,
        /// The visit that gave it; that visit itself cannot be paid with it.
        pub visit: Option<VisitId>,
        /// Amount off.
        pub amount_off: Option<Fen>,
        /// Percent off: 30 is 7折.
        pub percent_off: Option<i64>,
        /// From which total.
        pub min_spend: Fen,
        /// First day.
        pub valid_from: Day,
        /// Last day.
        pub valid_to: Day,
    }

    /// A benefit granted and not yet given.
    pub struct BenefitCard {
        /// Id.
        pub id: BenefitId,
        /// Name.
        pub name: String,
        /// Last day.
        pub valid_to: Option<Day>,
    }

    /// The birthday privilege, when it is the time.
    pub struct BirthdayPrivilege {
        /// First day.
        pub from: Day,
        /// Last day.
        pub to: Day,
        /// Percent of the list price paid: 70 is 7折.
        pub pay_percent: i64,
        /// Whether it was used this year already.
        pub used: bool,
    }

    /// Everything about a customer in one look.
    pub struct CustomerPage {
        /// The archive.
        pub customer: Customer,
        /// Who looks after her.
        pub staff_name: Option<String>,
        /// Who brought her.
        pub referrer: Option<Person>,
        /// What came of those whom she brought.
        pub referrals: crate::wire::referrals::ReferralSums,
        /// Birthday.
        pub birthday: Option<DateView>,
        /// Figures.
        pub figures: Figures,
        /// Level.
        pub level: LevelCard,
        /// Points.
        pub points: PointsCard,
        /// Completeness.
        pub completeness: Completeness,
        /// One or two next best questions.
        pub questions: Vec<NextQuestion>,
        /// The catalogue's fields with what holds today; those switched off only where filled.
        pub profile: Vec<ProfileEntry>,
        /// Other important dates.
        pub dates: Vec<ImportantDate>,
        /// Relations, both ways.
        pub relations: Vec<Relation>,
        /// Tags.
        pub tags: Vec<crate::wire::tags::Tag>,
        /// Notes that pop up today.
        pub notes: Vec<PopupNote>,
        /// Open wishes.
        pub wishes: Vec<Wish>,
        /// Vouchers valid today.
        pub vouchers: Vec<VoucherCard>,
        /// Benefits to give.
        pub benefits: Vec<BenefitCard>,
        /// The birthday privilege.
        pub birthday_privilege: Option<BirthdayPrivilege>,
        /// Contact: how long ago, and what may be said now.
        pub contact: crate::wire::contacts::ContactCard,
        /// Complaints that are not solved, the nearest deadline first.
        pub complaints_open: Vec<crate::wire::complaints::ComplaintRow>,
        /// How many of hers were solved.
        pub complaints_solved: i64,
        /// The last 20 visits.
        pub visits: Vec<VisitRow>,
        /// Whether there are more.
        pub more_visits: bool,
    }
}
