//! The archive: one customer, many customers, finding them.

use super::profile::{Completeness, NextQuestion, ProfileEntry};
use super::visits::VisitRow;
use super::{choice, wire};
use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::ids::{BenefitId, CustomerId, DateId, LevelId, NoteId, RelationId, StaffId, TagId, VisitId, VoucherId, WishId};
use crate::money::Fen;

choice! {
    /// Gender.
    Gender {
        /// 女
        Female = "f",
        /// 男
        Male = "m",
    }

    /// How she prefers to be reached.
    Channel {
        /// Phone call.
        Phone = "phone",
        /// WeChat.
        Wechat = "wechat",
        /// Text message.
        Sms = "sms",
        /// E-mail.
        Email = "email",
        /// Only in the shop.
        InShop = "in_shop",
    }

    /// Whether an archive is in use.
    Status {
        /// In use.
        Active = "active",
        /// Put away; comes last in a search.
        Archived = "archived",
        /// Membership ended at her wish.
        Cancelled = "cancelled",
    }

    /// What the other person is to the customer.
    RelationKind {
        /// Wife or husband.
        Spouse = "spouse",
        /// Mother or father.
        Parent = "parent",
        /// Daughter or son.
        Child = "child",
        /// Sister or brother.
        Sibling = "sibling",
        /// Friend.
        Friend = "friend",
        /// Colleague.
        Colleague = "colleague",
        /// Something else.
        Other = "other",
    }

    /// What became of a wish.
    WishStatus {
        /// Still wished for.
        Open = "open",
        /// Bought.
        Bought = "bought",
        /// No longer wished for.
        Dropped = "dropped",
    }

    /// What customers are sorted by.
    CustomerSort {
        /// Last visit, latest first.
        LastVisit = "last_visit",
        /// Name, by pinyin.
        Name = "name",
        /// Net spend, highest first.
        Spend = "spend",
        /// Date of joining, latest first.
        Joined = "joined",
    }
}

wire! {
    /// The hard fields that are columns of the archive. Name and one phone are enough to open one.
    pub struct CustomerFields {
        /// Name, at most 40 characters.
        pub name: String,
        /// Member card number; empty to be given one.
        pub member_no: Option<String>,
        /// How she likes to be addressed (称呼).
        pub nickname: Option<String>,
        /// Phones, the main one first; at most 5.
        pub phones: Vec<String>,
        /// Gender.
        pub gender: Option<Gender>,
        /// Birthday, as she said it.
        pub birthday: Option<RecurringDate>,
        /// Approximate age band where the year is unknown, such as `30s`.
        pub age_band: Option<String>,
        /// WeChat.
        pub wechat: Option<String>,
        /// E-mail.
        pub email: Option<String>,
        /// Address.
        pub address: Option<String>,
        /// Preferred channel.
        pub preferred_channel: Option<Channel>,
        /// How she came.
        pub source: Option<String>,
        /// Who brought her.
        pub referrer: Option<CustomerId>,
        /// Who looks after her.
        pub staff: Option<StaffId>,
        /// Day the archive was opened; empty for today.
        pub joined_on: Option<Day>,
        /// Note.
        pub note: Option<String>,
    }

    /// Opens an archive.
    pub struct CreateCustomer {
        /// The fields.
        pub fields: CustomerFields,
        /// Says that the phone is really shared with those who have it already.
        pub confirm_phone: bool,
        /// Answers to catalogue fields, by key.
        pub answers: Vec<super::profile::Answer>,
        /// Tag names.
        pub tags: Vec<String>,
    }

    /// The new archive.
    pub struct Created {
        /// Id.
        pub customer: CustomerId,
        /// Member number.
        pub member_no: String,
    }

    /// Changes an archive; all fields are given.
    pub struct UpdateCustomer {
        /// Whom.
        pub customer: CustomerId,
        /// The fields.
        pub fields: CustomerFields,
        /// Says that the phone is really shared.
        pub confirm_phone: bool,
    }

    /// Names a customer.
    pub struct CustomerRef {
        /// Whom.
        pub customer: CustomerId,
    }

    /// A customer in one line.
    pub struct Person {
        /// Id.
        pub id: CustomerId,
        /// Member number.
        pub member_no: String,
        /// Name.
        pub name: String,
        /// Main phone.
        pub phone: Option<String>,
    }

    /// Several customers in a line each.
    pub struct People {
        /// At most ten.
        pub people: Vec<Person>,
    }

    /// Asks who has a phone already.
    pub struct WhoHasPhone {
        /// The phone, in any spelling.
        pub phone: String,
        /// Leaves this customer out.
        pub except: Option<CustomerId>,
    }

    /// Puts an archive away, ends a membership, or takes either back.
    pub struct SetStatus {
        /// Whom.
        pub customer: CustomerId,
        /// To what.
        pub status: Status,
    }

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
        pub phone: Option<String>,
        /// Level.
        pub level: String,
        /// Level's rank, 0 the base.
        pub level_rank: i64,
        /// Last visit.
        pub last_visit: Option<Day>,
        /// Net spend ever.
        pub lifetime_spend: Fen,
        /// Which kind of key matched: name, pinyin, initials, phone, card, wechat, nickname, tag, style, recent.
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
    }

    /// Asks for a page of customers.
    pub struct ListCustomers {
        /// Which.
        pub filter: CustomerFilter,
        /// Order.
        pub sort: CustomerSort,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
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
        pub phone: Option<String>,
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
        /// How many there are in all; only on the first page.
        pub total: Option<i64>,
    }

    /// The archive's own columns, as stored.
    pub struct Customer {
        /// Id.
        pub id: CustomerId,
        /// Fields.
        pub fields: CustomerFields,
        /// Status.
        pub status: Status,
        /// Where she was merged into.
        pub merged_into: Option<CustomerId>,
    }

    /// A birthday or another date, worked out for today.
    pub struct DateView {
        /// As stored.
        pub date: RecurringDate,
        /// As a person says it: 农历八月初三.
        pub text: String,
        /// The next time it comes, today included.
        pub next: Option<Day>,
        /// In how many days.
        pub days_until: Option<i64>,
        /// Age today; empty where the year is unknown.
        pub age: Option<i64>,
    }

    /// Another important date.
    pub struct ImportantDate {
        /// Id.
        pub id: DateId,
        /// Such as 结婚纪念日.
        pub label: String,
        /// When.
        pub view: DateView,
    }

    /// Adds (no id) or changes an important date.
    pub struct SaveDate {
        /// Which; empty to add.
        pub id: Option<DateId>,
        /// Whose.
        pub customer: CustomerId,
        /// Label.
        pub label: String,
        /// When.
        pub date: RecurringDate,
    }

    /// Names an important date.
    pub struct DateRef {
        /// Which.
        pub id: DateId,
    }

    /// A relation to another customer.
    pub struct Relation {
        /// Id.
        pub id: RelationId,
        /// What the other is to her.
        pub kind: RelationKind,
        /// The other.
        pub person: Person,
        /// Note.
        pub note: Option<String>,
    }

    /// Adds a relation; the other side sees it the other way round.
    pub struct SaveRelation {
        /// Whose.
        pub customer: CustomerId,
        /// The other.
        pub other: CustomerId,
        /// What the other is to her.
        pub kind: RelationKind,
        /// Note.
        pub note: Option<String>,
    }

    /// Names a relation.
    pub struct RelationRef {
        /// Which.
        pub id: RelationId,
    }

    /// A line that is shown when she is opened.
    pub struct PopupNote {
        /// Id.
        pub id: NoteId,
        /// The line.
        pub text: String,
        /// Last day it is shown.
        pub until: Option<Day>,
    }

    /// Adds (no id) or changes a pop-up note.
    pub struct SaveNote {
        /// Which; empty to add.
        pub id: Option<NoteId>,
        /// Whose.
        pub customer: CustomerId,
        /// The line, at most 200 characters.
        pub text: String,
        /// Last day it is shown; empty for always.
        pub until: Option<Day>,
    }

    /// Names a pop-up note.
    pub struct NoteRef {
        /// Which.
        pub id: NoteId,
    }

    /// A wish, or a piece tried but not bought.
    pub struct Wish {
        /// Id.
        pub id: WishId,
        /// Style number.
        pub style_no: Option<String>,
        /// Name.
        pub name: Option<String>,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Why she did not buy, or what she waits for.
        pub reason: Option<String>,
        /// Since when.
        pub noted_on: Day,
        /// What became of it.
        pub status: WishStatus,
    }

    /// Adds (no id) or changes a wish; style number or name is needed.
    pub struct SaveWish {
        /// Which; empty to add.
        pub id: Option<WishId>,
        /// Whose.
        pub customer: CustomerId,
        /// From which visit.
        pub visit: Option<VisitId>,
        /// Style number.
        pub style_no: Option<String>,
        /// Name.
        pub name: Option<String>,
        /// Colour.
        pub color: Option<String>,
        /// Size.
        pub size: Option<String>,
        /// Why not, or what for.
        pub reason: Option<String>,
        /// What became of it.
        pub status: WishStatus,
    }

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
        pub referrals: super::referrals::ReferralSums,
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
        pub tags: Vec<super::tags::Tag>,
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
        pub contact: super::contacts::ContactCard,
        /// Complaints that are not solved, the nearest deadline first.
        pub complaints_open: Vec<super::complaints::ComplaintRow>,
        /// How many of hers were solved.
        pub complaints_solved: i64,
        /// The last 20 visits.
        pub visits: Vec<VisitRow>,
        /// Whether there are more.
        pub more_visits: bool,
    }

    /// Two archives that may be one person.
    pub struct DuplicatePair {
        /// One.
        pub left: Person,
        /// The other.
        pub right: Person,
        /// Why: phone, name_birthday.
        pub because: String,
    }

    /// Pairs found, at most 500.
    pub struct Duplicates {
        /// Pairs.
        pub pairs: Vec<DuplicatePair>,
    }

    /// Merges one archive into another, with all history. Undo takes it back.
    pub struct MergeCustomers {
        /// Who stays.
        pub keep: CustomerId,
        /// Who goes into her.
        pub from: CustomerId,
        /// The columns as they shall be.
        pub fields: CustomerFields,
    }
}
