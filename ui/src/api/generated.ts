// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/**
 * Puts customers on the guest list: those named, or all whom a filter lets through.
 */
export type AddGuests = { 
/**
 * Which event.
 */
event: EventId, 
/**
 * Whom; empty when a filter chooses.
 */
customers: Array<CustomerId>, 
/**
 * Who is chosen.
 */
filter?: GuestFilter | null, 
/**
 * Who of them is called.
 */
call: CallRule, };

/**
 * Puts tags on customers; the tags they carry stay.
 */
export type AddTags = { 
/**
 * On whom, at most 10,000.
 */
customers: Array<CustomerId>, 
/**
 * Names; new ones are made.
 */
tags: Array<string>, };

/**
 * Puts a balance right by hand.
 */
export type AdjustPoints = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * Positive gives, negative takes, also below zero; at most a million either way, and not 0.
 */
points: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether given points run out like earned ones.
 */
expires: boolean, };

/**
 * What was learned about one field; replaces what held before, which stays in her history.
 */
export type Answer = { 
/**
 * The field.
 */
field: FieldId, 
/**
 * All that holds from now on; empty when nothing is known any more.
 */
values: Array<string>, };

/**
 * Says that she was answered: the first clock stops.
 */
export type AnswerComplaint = { 
/**
 * Which.
 */
complaint: ComplaintId, 
/**
 * The day; empty for today.
 */
day?: string | null, 
/**
 * The time of day as `HH:MM`; empty for now.
 */
time?: string | null, };

/**
 * Applies a review to those ticked.
 */
export type ApplyReview = { 
/**
 * As of which day, from the preview.
 */
day: string, 
/**
 * Who of the preview; the others keep their level.
 */
customers: Array<CustomerId>, 
/**
 * `seen` of the preview.
 */
seen: OperationId, };

/**
 * A style that came in or costs less.
 */
export type Arrival = { 
/**
 * Id.
 */
id: ArrivalId, 
/**
 * What happened.
 */
kind: ArrivalKind, 
/**
 * When.
 */
day: string, 
/**
 * A word on it.
 */
note?: string | null, };

/**
 * A style that came in or costs less.
 */
export type ArrivalId = number;

/**
 * What happened to a style.
 */
export type ArrivalKind = "arrived" | "reduced";

/**
 * Names an arrival.
 */
export type ArrivalRef = { 
/**
 * Which.
 */
arrival: ArrivalId, };

/**
 * Who waits for it.
 */
export type ArrivalSaved = { 
/**
 * Id.
 */
arrival: ArrivalId, 
/**
 * Open wishes for the style.
 */
waiting: number, };

/**
 * When a question suits.
 */
export type Asking = { 
/**
 * Whether the clerk answers it by watching instead of asking.
 */
observed: boolean, 
/**
 * From which visit on it is no longer too early.
 */
from_visit: number, 
/**
 * Words of categories that bring it up; empty for any time.
 */
suits: Array<string>, };

/**
 * Makes a copy and proves it.
 */
export type BackUp = { 
/**
 * The folder to put it in.
 */
folder: string, };

/**
 * A copy that was reopened, checked and counted.
 */
export type BackedUp = { 
/**
 * The copy's file name.
 */
file_name: string, 
/**
 * Its full path.
 */
path: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * Archives in it.
 */
customers: number, 
/**
 * Visits in it.
 */
visits: number, 
/**
 * The sum of all live visits in it.
 */
total: Fen, 
/**
 * When; RFC 3339.
 */
at: string, };

/**
 * Somebody who may not be invited now.
 */
export type BarredGuest = { 
/**
 * Who.
 */
customer: Person, 
/**
 * Why.
 */
why: Suppression, };

/**
 * One list.
 */
export type BatchRef = { 
/**
 * Its name.
 */
batch: string, };

/**
 * A list that was handed over.
 */
export type BatchRow = { 
/**
 * Its name.
 */
batch: string, 
/**
 * When it was made.
 */
day: string, 
/**
 * Texts in it.
 */
count: number, 
/**
 * How many of them are in the log as sent.
 */
logged: number, };

/**
 * A list that went out.
 */
export type BatchSent = { 
/**
 * Entries written into the log.
 */
written: number, 
/**
 * Who is over the limits by now, and is not in the log.
 */
held: Array<HeldBack>, };

/**
 * Lists that were handed over.
 */
export type Batches = { 
/**
 * The last 20, the latest first.
 */
batches: Array<BatchRow>, };

/**
 * A benefit granted and not yet given.
 */
export type BenefitCard = { 
/**
 * Id.
 */
id: BenefitId, 
/**
 * Name.
 */
name: string, 
/**
 * Last day.
 */
valid_to?: string | null, };

/**
 * Birthday gifts that are due.
 */
export type BenefitDueList = { 
/**
 * By day, at most 1,000.
 */
rows: Array<BenefitDueRow>, };

/**
 * A birthday gift that is due.
 */
export type BenefitDueRow = { 
/**
 * Whose birthday.
 */
customer: Person, 
/**
 * Her level.
 */
level: string, 
/**
 * The gift of that level.
 */
gift: string, 
/**
 * Her birthday, in the solar calendar.
 */
day: string, 
/**
 * Whether it is in the register for this birthday already.
 */
granted: boolean, };

/**
 * Which benefits to list.
 */
export type BenefitFilter = "granted" | "given" | "expired" | "all";

/**
 * A granted benefit.
 */
export type BenefitId = number;

/**
 * A page of the register.
 */
export type BenefitList = { 
/**
 * Rows.
 */
rows: Array<BenefitRow>, 
/**
 * Hand it back for the next page.
 */
cursor?: string | null, 
/**
 * Of the shop, or of the customer asked for; only on the first page.
 */
totals?: BenefitTotals | null, };

/**
 * One benefit.
 */
export type BenefitRow = { 
/**
 * Id.
 */
id: BenefitId, 
/**
 * Whose.
 */
customer: Person, 
/**
 * What.
 */
name: string, 
/**
 * When it was promised.
 */
granted_on: string, 
/**
 * Its last day.
 */
valid_to?: string | null, 
/**
 * When it was given.
 */
given_on?: string | null, 
/**
 * What became of it by today.
 */
state: BenefitState, 
/**
 * A word on it.
 */
note?: string | null, 
/**
 * Who promised it.
 */
by?: string | null, };

/**
 * What became of a granted benefit.
 */
export type BenefitState = "granted" | "given" | "expired" | "cancelled";

/**
 * The register in four numbers: granted = given + open + expired.
 */
export type BenefitTotals = { 
/**
 * Ever promised.
 */
granted: number, 
/**
 * Given.
 */
given: number, 
/**
 * Promised and still to be given.
 */
open: number, 
/**
 * Over unused.
 */
expired: number, };

/**
 * What a level gives.
 */
export type Benefits = { 
/**
 * Percent of the list price paid for full-price goods: 95 is 95折, 100 is no discount.
 */
pay_percent: number, 
/**
 * Points multiplier in basis points: 10,000 is single, 15,000 one and a half.
 */
points_bp: number, 
/**
 * Percent of the list price paid once in the birthday time; none means the shop's default.
 */
birthday_pay_percent: number | null, 
/**
 * The birthday gift, in words; none means no gift.
 */
birthday_gift: string | null, 
/**
 * Sees new goods before others do.
 */
first_look: boolean, 
/**
 * Has an adviser of her own.
 */
own_adviser: boolean, };

/**
 * Asks whose birthday is near and whose level promises a gift for it.
 */
export type BenefitsDue = { 
/**
 * Within how many days, today included; 0 to 62.
 */
days: number, };

/**
 * How many were promised.
 */
export type BenefitsGranted = { 
/**
 * Each customer counted once.
 */
granted: number, };

/**
 * Birthdays between two days.
 */
export type BirthdayList = { 
/**
 * By day, then by name; the first 1,000.
 */
rows: Array<BirthdayRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The gifts all of them take.
 */
gifts: Array<GiftCount>, };

/**
 * The birthday privilege, when it is the time.
 */
export type BirthdayPrivilege = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Percent of the list price paid: 70 is 7折.
 */
pay_percent: number, 
/**
 * Whether it was used this year already.
 */
used: boolean, };

/**
 * A birthday.
 */
export type BirthdayRow = { 
/**
 * The solar day it falls on.
 */
day: string, 
/**
 * Whose.
 */
customer: Person, 
/**
 * As she said it, such as 农历八月初三.
 */
text: string, 
/**
 * How old she becomes, where the year is known.
 */
turns?: number | null, 
/**
 * Her level.
 */
level: string, 
/**
 * The gift of her level; empty for none.
 */
gift?: string | null, };

/**
 * The birthday privilege of a shop.
 */
export type BirthdayRule = { 
/**
 * What counts as the birthday time.
 */
scope: WindowScope, 
/**
 * Percent of the list price paid, once: 70 is 7折. A level may give another.
 */
pay_percent: number, };

/**
 * What of a line is compared with the words of a rule.
 */
export type BoughtBy = "category" | "style" | "word";

/**
 * A day of the calendar.
 */
export type CalendarDay = { 
/**
 * The day.
 */
day: string, 
/**
 * The lunar day as on a wall calendar: 初八, and 八月 on the first of a month.
 */
lunar: string, 
/**
 * The festivals that are on.
 */
festivals: Array<CalendarFestival>, 
/**
 * How many customers have their birthday.
 */
birthdays: number, 
/**
 * Whether the shop is open at all.
 */
is_open: boolean, 
/**
 * Why it is closed, if a reason was written down.
 */
closed_reason?: string | null, };

/**
 * A festival on a day of the calendar.
 */
export type CalendarFestival = { 
/**
 * Which.
 */
id: FestivalId, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is a day of remembrance.
 */
quiet: boolean, };

/**
 * Which calendar a date is counted in.
 */
export type CalendarKind = "solar" | "lunar";

/**
 * A month of the calendar.
 */
export type CalendarMonth = { 
/**
 * The year.
 */
year: number, 
/**
 * The month, 1 to 12.
 */
month: number, 
/**
 * Its days.
 */
days: Array<CalendarDay>, };

/**
 * Who is important enough for a call; whoever meets one of the two is. With neither everybody gets a message.
 */
export type CallRule = { 
/**
 * This level or a higher one.
 */
level?: LevelId | null, 
/**
 * Net spend ever of at least so much.
 */
spend?: Fen | null, };

/**
 * A sheet to call from.
 */
export type CallSheet = { 
/**
 * For which day.
 */
day: string, 
/**
 * The shop's name.
 */
shop: string, 
/**
 * Who printed it.
 */
staff?: string | null, 
/**
 * By customer, in the order of the tasks.
 */
blocks: Array<SheetBlock>, 
/**
 * How many of those asked for are gone meanwhile.
 */
left_out: number, };

/**
 * Names a recruitment month.
 */
export type CampaignRef = { 
/**
 * Which.
 */
id: number, };

/**
 * A recruitment month.
 */
export type CampaignView = { 
/**
 * Id.
 */
id: number, 
/**
 * Name.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * The level any purchase opens.
 */
level: LevelId, };

/**
 * What took away the visit that a voucher rests on, and the voucher with it.
 */
export type CancelCause = "return" | "void" | "correction" | "referral";

/**
 * Calls back what was given.
 */
export type CancelCompensation = { 
/**
 * Which.
 */
compensation: CompensationId, 
/**
 * Why.
 */
reason: string, };

/**
 * Calls a voucher back.
 */
export type CancelVoucher = { 
/**
 * Which.
 */
voucher: VoucherId, 
/**
 * Why.
 */
reason: string, };

/**
 * A rule of care.
 */
export type CareRule = { 
/**
 * Its id.
 */
id: CareRuleId, 
/**
 * The stable name of one that ships with the program; empty for one of the shop's own.
 */
key?: string | null, 
/**
 * As the shop calls it.
 */
name: string, 
/**
 * What it says.
 */
plan: RulePlan, 
/**
 * Whether it makes tasks.
 */
is_on: boolean, 
/**
 * Its place in the list.
 */
position: number, };

/**
 * A rule that makes care tasks.
 */
export type CareRuleId = number;

/**
 * A rule.
 */
export type CareRuleRef = { 
/**
 * Which.
 */
rule: CareRuleId, };

/**
 * The rules in their order.
 */
export type CareRules = { 
/**
 * All of them.
 */
rules: Array<RuleRow>, };

/**
 * How sure the choice of an encoding is, surest first.
 */
export type Certainty = "told" | "marked" | "ascii" | "proven" | "likely" | "doubtful";

/**
 * A row before and after.
 */
export type ChangedRow = { 
/**
 * Table.
 */
table: string, 
/**
 * Row id.
 */
row: number, 
/**
 * Columns before; empty for a new row.
 */
before?: JsonValue | null, 
/**
 * Columns after; empty for a new or a deleted row.
 */
after?: JsonValue | null, };

/**
 * How she prefers to be reached.
 */
export type Channel = "phone" | "wechat" | "sms" | "email" | "in_shop";

/**
 * The whole file, looked through.
 */
export type CheckReport = { 
/**
 * Whether nothing was found.
 */
ok: boolean, 
/**
 * What was found.
 */
findings: Array<Finding>, 
/**
 * Archives counted.
 */
customers: number, 
/**
 * Visits counted.
 */
visits: number, 
/**
 * Lines counted.
 */
lines: number, 
/**
 * The sum of all live visits.
 */
total: Fen, 
/**
 * The sum of all live visits of customers, walk-ins left out.
 */
customer_total: Fen, };

/**
 * What one clerk did.
 */
export type ClerkContacts = { 
/**
 * Who; empty where nobody was named.
 */
staff?: StaffId | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * Contacts that the shop began.
 */
contacts: number, 
/**
 * Calls of those.
 */
calls: number, 
/**
 * Messages and letters of those.
 */
messages: number, 
/**
 * Contacts of those in which she was spoken to.
 */
reached: number, 
/**
 * Calls nobody answered.
 */
no_answer: number, 
/**
 * Contacts of those that she answered later.
 */
replied: number, 
/**
 * Contacts that a customer began.
 */
received: number, 
/**
 * Different customers, whoever began.
 */
customers: number, 
/**
 * The last contact ever.
 */
last?: string | null, 
/**
 * Days since then.
 */
days_since?: number | null, };

/**
 * How a clock stands.
 */
export type ClockState = "running" | "waiting" | "overdue" | "in_time" | "late";

/**
 * A stretch of closed days.
 */
export type ClosedDay = { 
/**
 * Its id.
 */
id: ClosedDayId, 
/**
 * First closed day.
 */
from_day: string, 
/**
 * Last closed day.
 */
to_day: string, 
/**
 * Why.
 */
reason?: string | null, };

/**
 * A stretch of days the shop is closed.
 */
export type ClosedDayId = number;

/**
 * One stretch of closed days.
 */
export type ClosedDayRef = { 
/**
 * Which.
 */
closed_day: ClosedDayId, };

/**
 * Every way in which the core can say no. The text form is the Fluent key after `error-`, with `_` for `-`.
 */
export type Code = "unknown_operation" | "bad_arguments" | "required" | "too_long" | "out_of_range" | "amount_invalid" | "amount_too_large" | "day_invalid" | "day_in_future" | "week_invalid" | "lunar_day_invalid" | "template_invalid" | "hours_invalid" | "choice_invalid" | "text_invalid" | "not_found" | "phone_taken" | "member_no_taken" | "same_person" | "referral_cycle" | "thanks_given" | "name_taken" | "in_use" | "visit_empty" | "payments_differ" | "return_too_many" | "return_other_customer" | "return_before_sale" | "visit_voided" | "visit_has_returns" | "reason_required" | "price_invalid" | "points_short" | "voucher_not_usable" | "benefit_given" | "birthday_not_due" | "level_price_not_due" | "rules_invalid" | "preview_stale" | "event_cancelled" | "event_not_yet" | "complaint_closed" | "complaint_open" | "already_undone" | "undo_conflict" | "not_undoable" | "file_missing" | "file_exists" | "file_empty" | "file_foreign" | "file_newer" | "file_damaged" | "file_busy" | "file_read_only" | "disk_full" | "disk_fault" | "folder_missing" | "copy_not_whole" | "not_saved" | "totals_differ" | "headings_unknown" | "encoding_wrong" | "import_too_large" | "import_empty" | "file_kind_unknown" | "cancelled" | "owner_needed" | "internal";

/**
 * Gives something to make up for it.
 */
export type Compensate = { 
/**
 * For which complaint.
 */
complaint: ComplaintId, 
/**
 * What.
 */
give: Give, 
/**
 * A word on it; a gift needs one, since it says what it is.
 */
note?: string | null, };

/**
 * What was given.
 */
export type Compensated = { 
/**
 * Id.
 */
compensation: CompensationId, };

/**
 * What was given for a complaint.
 */
export type CompensationId = number;

/**
 * What was given to make up.
 */
export type CompensationKind = "voucher" | "points" | "money" | "gift";

/**
 * What was given in all.
 */
export type CompensationTotals = { 
/**
 * Money.
 */
money: Fen, 
/**
 * What gifts cost.
 */
gifts: Fen, 
/**
 * Vouchers over an amount, at face value.
 */
vouchers: Fen, 
/**
 * Vouchers over a percentage, which have no face value.
 */
percent_vouchers: number, 
/**
 * Points.
 */
points: number, };

/**
 * Something that was given.
 */
export type CompensationView = { 
/**
 * Id.
 */
id: CompensationId, 
/**
 * What kind.
 */
kind: CompensationKind, 
/**
 * Money, or what a gift cost; the face value of a voucher over an amount.
 */
amount: Fen, 
/**
 * How many points.
 */
points?: number | null, 
/**
 * Their entry in the ledger.
 */
entry?: PointsId | null, 
/**
 * The voucher.
 */
voucher?: VoucherId | null, 
/**
 * What it takes off.
 */
worth?: Worth | null, 
/**
 * The smallest bill it can be used on.
 */
min_spend?: Fen | null, 
/**
 * Its last good day.
 */
valid_to?: string | null, 
/**
 * What became of it.
 */
voucher_state?: VoucherState | null, 
/**
 * When it was given.
 */
day: string, 
/**
 * A word on it.
 */
note?: string | null, };

/**
 * A clock of a complaint.
 */
export type ComplaintClock = { 
/**
 * How it stands.
 */
state: ClockState, 
/**
 * Until when; empty while it waits for her.
 */
due?: string | null, 
/**
 * Minutes that count until then; below zero how many it is or was late. Days on which the shop is closed do not count.
 */
left_minutes: number, 
/**
 * When it was done.
 */
done_at?: string | null, };

/**
 * What wants doing now.
 */
export type ComplaintCounts = { 
/**
 * Not solved.
 */
open: number, 
/**
 * Of those, with a clock that has run out.
 */
overdue: number, };

/**
 * Which complaints to list.
 */
export type ComplaintFilter = "open" | "overdue" | "waiting" | "solved" | "all";

/**
 * A stretch of waiting for her.
 */
export type ComplaintHold = { 
/**
 * From when.
 */
from: string, 
/**
 * Until when; empty while it lasts.
 */
to?: string | null, 
/**
 * What for.
 */
reason: string, };

/**
 * A complaint.
 */
export type ComplaintId = number;

/**
 * What a complaint is about.
 */
export type ComplaintKind = "goods" | "service" | "price" | "other";

/**
 * A page of complaints.
 */
export type ComplaintList = { 
/**
 * Rows.
 */
rows: Array<ComplaintRow>, 
/**
 * Hand it back for the next page.
 */
cursor?: string | null, 
/**
 * Only on the first page.
 */
totals?: ComplaintTotals | null, };

/**
 * The new complaint.
 */
export type ComplaintOpened = { 
/**
 * Id.
 */
complaint: ComplaintId, };

/**
 * A complaint with everything.
 */
export type ComplaintPage = { 
/**
 * The row.
 */
row: ComplaintRow, 
/**
 * The visit.
 */
visit?: ComplaintVisit | null, 
/**
 * The line.
 */
line?: LineId | null, 
/**
 * How it was solved; kept when it is opened again.
 */
solution?: string | null, 
/**
 * All nine steps in their order.
 */
steps: Array<ComplaintStepView>, 
/**
 * Stretches of waiting, the latest first.
 */
holds: Array<ComplaintHold>, 
/**
 * What was given.
 */
compensations: Array<CompensationView>, 
/**
 * What was given in all.
 */
given: CompensationTotals, };

/**
 * Names a complaint.
 */
export type ComplaintRef = { 
/**
 * Which.
 */
complaint: ComplaintId, };

/**
 * One complaint in a row.
 */
export type ComplaintRow = { 
/**
 * Id.
 */
id: ComplaintId, 
/**
 * Whose.
 */
customer: Person, 
/**
 * About what.
 */
kind: ComplaintKind, 
/**
 * What she said.
 */
what: string, 
/**
 * The piece or the visit it is about, in a few words.
 */
about?: string | null, 
/**
 * When.
 */
opened_at: string, 
/**
 * The day.
 */
opened_on: string, 
/**
 * Who answers for it.
 */
staff?: StaffId | null, 
/**
 * Her or his name.
 */
staff_name?: string | null, 
/**
 * 24 hours to answer.
 */
answer: ComplaintClock, 
/**
 * 7 days to solve.
 */
solve: ComplaintClock, 
/**
 * What the shop waits for, while it does.
 */
waiting_for?: string | null, 
/**
 * Whether it is solved.
 */
solved: boolean, 
/**
 * Whether she was satisfied; empty until she was asked.
 */
satisfied?: boolean | null, 
/**
 * The day somebody asked again after it was solved.
 */
followed_up_on?: string | null, 
/**
 * How many of the nine steps are done or skipped.
 */
steps: number, };

/**
 * The nine steps, in the order in which they are best taken.
 */
export type ComplaintStep = "listen" | "talk" | "apologise" | "analyse" | "explain" | "handle" | "compensate" | "ask_result" | "feed_back";

/**
 * One of the nine steps.
 */
export type ComplaintStepView = { 
/**
 * Which.
 */
step: ComplaintStep, 
/**
 * What became of it.
 */
state: StepState, 
/**
 * When.
 */
at?: string | null, 
/**
 * Who.
 */
by?: string | null, 
/**
 * A word on it.
 */
note?: string | null, };

/**
 * How complaints stand, of the shop or of the customer or clerk asked for.
 */
export type ComplaintTotals = { 
/**
 * Not solved.
 */
open: number, 
/**
 * Of those, with a clock that has run out.
 */
overdue: number, 
/**
 * Of those, waiting for her.
 */
waiting: number, 
/**
 * Opened within the last 365 days, today included: how many.
 */
year: number, 
/**
 * Of the year's, answered.
 */
answered: number, 
/**
 * Of the answered, in time.
 */
answered_in_time: number, 
/**
 * Of the year's, solved.
 */
solved: number, 
/**
 * Of the solved, in time.
 */
solved_in_time: number, 
/**
 * Of the year's, asked whether it is well.
 */
asked: number, 
/**
 * Of the asked, satisfied.
 */
satisfied: number, };

/**
 * The visit a complaint is about.
 */
export type ComplaintVisit = { 
/**
 * Id.
 */
id: VisitId, 
/**
 * Number.
 */
visit_no: string, 
/**
 * Day.
 */
day: string, 
/**
 * What was bought.
 */
summary: string, 
/**
 * What was paid.
 */
total: Fen, 
/**
 * Whether it was voided since.
 */
voided: boolean, };

/**
 * How full an archive is, each 0 to 100 and rounded down, so that 100 means that nothing is missing.
 */
export type Completeness = { 
/**
 * Hard and soft together.
 */
overall: number, 
/**
 * The hard fields alone.
 */
hard: number, 
/**
 * The soft fields alone.
 */
soft: number, };

/**
 * For whom. What is left out does not matter.
 */
export type Conditions = { 
/**
 * At this level or above.
 */
level?: LevelId | null, 
/**
 * With one of these tags.
 */
tags: Array<TagId>, 
/**
 * All her purchases together, net of returns, at least this much.
 */
spent?: Fen | null, 
/**
 * One of these categories among the goods of the purchase it follows from.
 */
categories: Array<string>, 
/**
 * New or old customers only.
 */
customers?: NewOrOld | null, };

/**
 * A consent given or withdrawn.
 */
export type ConsentId = number;

/**
 * What a consent is for.
 */
export type ConsentPurpose = "archive" | "service" | "marketing";

/**
 * The record of consents of a customer.
 */
export type ConsentRecord = { 
/**
 * The latest first.
 */
rows: Array<ConsentRow>, 
/**
 * What holds now, a row a purpose.
 */
states: Array<ConsentState>, };

/**
 * A row of the record of consents.
 */
export type ConsentRow = { 
/**
 * Id.
 */
id: ConsentId, 
/**
 * For what.
 */
purpose: ConsentPurpose, 
/**
 * By which channel; empty for all.
 */
channel?: ContactChannel | null, 
/**
 * Given, or withdrawn.
 */
given: boolean, 
/**
 * When.
 */
day: string, 
/**
 * Who wrote it down.
 */
by?: string | null, 
/**
 * How she said it.
 */
note?: string | null, };

/**
 * What holds now for a purpose; channels in neither list were never asked for.
 */
export type ConsentState = { 
/**
 * For what.
 */
purpose: ConsentPurpose, 
/**
 * Channels she agreed to.
 */
given: Array<ContactChannel>, 
/**
 * Channels she refused.
 */
withdrawn: Array<ContactChannel>, };

/**
 * Contact on the customer page: how long ago, and what may be said now.
 */
export type ContactCard = { 
/**
 * The last contact.
 */
last_contact?: string | null, 
/**
 * Days since then.
 */
days_since_contact?: number | null, 
/**
 * Days since her last purchase.
 */
days_since_purchase?: number | null, 
/**
 * What she wants to hear.
 */
wish: ContactWish, 
/**
 * Since when, if she said anything.
 */
wish_since?: string | null, 
/**
 * How she said it.
 */
wish_note?: string | null, 
/**
 * What holds now, a row a purpose.
 */
consents: Array<ConsentState>, 
/**
 * The channel by which promotion would go.
 */
channel: ContactChannel, 
/**
 * Why she is not to get promotion now, what only a person can lift first; nothing when she may.
 */
against: Array<Suppression>, 
/**
 * Marketing messages in this calendar month.
 */
marketing_this_month: number, 
/**
 * Marketing messages since she last came or answered.
 */
unanswered: number, 
/**
 * Whether messages may go out at this hour.
 */
in_hours: boolean, 
/**
 * The last contacts.
 */
latest: Array<ContactRow>, 
/**
 * Whether there are more.
 */
more: boolean, };

/**
 * How a customer is reached.
 */
export type ContactChannel = "phone" | "wechat" | "sms" | "email" | "letter" | "in_person";

/**
 * A call, message or talk.
 */
export type ContactId = number;

/**
 * How often the shop may be heard. The owner's to change.
 */
export type ContactLimits = { 
/**
 * Marketing messages in a calendar month; 0 for no limit.
 */
marketing_a_month: number, 
/**
 * After so many in a row without an answer, only `after_unanswered` a month; 0 for no limit.
 */
unanswered: number, 
/**
 * Marketing messages in a calendar month to somebody who does not answer.
 */
after_unanswered: number, 
/**
 * Days after any contact or visit before the next reminder or promotion that is not bound to a day; 0 for none.
 */
quiet_days: number, 
/**
 * Whether promotion needs a recorded consent. A withdrawn one always stops it.
 */
marketing_needs_consent: boolean, 
/**
 * The hour of the day from which messages go out, 0 to 23.
 */
from_hour: number, 
/**
 * The hour until which they do, 1 to 24.
 */
to_hour: number, };

/**
 * A page of contacts.
 */
export type ContactList = { 
/**
 * Rows.
 */
rows: Array<ContactRow>, 
/**
 * Hand it back for the next page.
 */
cursor?: string | null, 
/**
 * How many there are in all; only on the first page.
 */
count?: number | null, 
/**
 * With how many customers; only on the first page.
 */
customers?: number | null, };

/**
 * Names a contact.
 */
export type ContactRef = { 
/**
 * Which.
 */
contact: ContactId, };

/**
 * One contact.
 */
export type ContactRow = { 
/**
 * Id.
 */
id: ContactId, 
/**
 * With whom.
 */
customer: Person, 
/**
 * When; noon for one that was written down later.
 */
at: string, 
/**
 * Its day.
 */
day: string, 
/**
 * How.
 */
channel: ContactChannel, 
/**
 * Who began.
 */
direction: Direction, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * What came of it.
 */
outcome: Outcome, 
/**
 * What was written, or what came of it.
 */
text?: string | null, 
/**
 * The template's title.
 */
template?: string | null, 
/**
 * Who did it.
 */
staff?: StaffId | null, 
/**
 * Her or his name.
 */
staff_name?: string | null, 
/**
 * The complaint it was about.
 */
complaint?: ComplaintId | null, 
/**
 * The event it invited to.
 */
event?: EventId | null, 
/**
 * That event's name.
 */
event_name?: string | null, 
/**
 * The name of the list it was sent with.
 */
batch?: string | null, };

/**
 * What the clerks did, the most active first.
 */
export type ContactStats = { 
/**
 * A row a clerk who works here or did something.
 */
rows: Array<ClerkContacts>, 
/**
 * All together; each customer counted once.
 */
total: ClerkContacts, };

/**
 * What she wants to hear from the shop.
 */
export type ContactWish = "any" | "no_promotion" | "none";

/**
 * What was written down.
 */
export type ContactsLogged = { 
/**
 * A contact for each customer, in their order.
 */
contacts: Array<ContactId>, };

/**
 * Puts right what was written down when it was opened. All fields are given.
 */
export type CorrectComplaint = { 
/**
 * Which.
 */
complaint: ComplaintId, 
/**
 * About which visit of hers.
 */
visit?: VisitId | null, 
/**
 * About which line.
 */
line?: LineId | null, 
/**
 * About what.
 */
kind: ComplaintKind, 
/**
 * What she said.
 */
what: string, 
/**
 * Who answers for it.
 */
staff?: StaffId | null, };

/**
 * Corrects a contact; all fields are given.
 */
export type CorrectContact = { 
/**
 * Which.
 */
contact: ContactId, 
/**
 * How.
 */
channel: ContactChannel, 
/**
 * Who began.
 */
direction: Direction, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * What came of it.
 */
outcome: Outcome, 
/**
 * What was written, or what came of it.
 */
text?: string | null, 
/**
 * When.
 */
day: string, 
/**
 * Who did it.
 */
staff?: StaffId | null, };

/**
 * Corrects a saved visit; old and new are kept in the history.
 */
export type CorrectVisit = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * How it really was.
 */
corrected: NewVisit, 
/**
 * Why.
 */
reason: string, };

/**
 * Opens an archive.
 */
export type CreateCustomer = { 
/**
 * The fields.
 */
fields: CustomerFields, 
/**
 * Says that the phone is really shared with those who have it already.
 */
confirm_phone: boolean, 
/**
 * Answers to catalogue fields, by key.
 */
answers: Array<Answer>, 
/**
 * Tag names.
 */
tags: Array<string>, };

/**
 * The new archive.
 */
export type Created = { 
/**
 * Id.
 */
customer: CustomerId, 
/**
 * Member number.
 */
member_no: string, };

/**
 * One threshold of a rule.
 */
export type Criterion = { 
/**
 * What is counted.
 */
metric: Metric, 
/**
 * Reached at this much: fen, purchases or points, by the metric.
 */
at_least: number, };

/**
 * The archive's own columns, as stored.
 */
export type Customer = { 
/**
 * Id.
 */
id: CustomerId, 
/**
 * Fields.
 */
fields: CustomerFields, 
/**
 * Status.
 */
status: Status, 
/**
 * Where she was merged into.
 */
merged_into?: CustomerId | null, };

/**
 * The hard fields that are columns of the archive. Name and one phone are enough to open one.
 */
export type CustomerFields = { 
/**
 * Name, at most 40 characters.
 */
name: string, 
/**
 * Member card number; empty to be given one.
 */
member_no?: string | null, 
/**
 * How she likes to be addressed (称呼).
 */
nickname?: string | null, 
/**
 * Phones, the main one first; at most 5.
 */
phones: Array<string>, 
/**
 * Gender.
 */
gender?: Gender | null, 
/**
 * Birthday, as she said it.
 */
birthday?: RecurringDate | null, 
/**
 * Approximate age band where the year is unknown, such as `30s`.
 */
age_band?: string | null, 
/**
 * WeChat.
 */
wechat?: string | null, 
/**
 * E-mail.
 */
email?: string | null, 
/**
 * Address.
 */
address?: string | null, 
/**
 * Preferred channel.
 */
preferred_channel?: Channel | null, 
/**
 * How she came.
 */
source?: string | null, 
/**
 * Who brought her.
 */
referrer?: CustomerId | null, 
/**
 * Who looks after her.
 */
staff?: StaffId | null, 
/**
 * Day the archive was opened; empty for today.
 */
joined_on?: string | null, 
/**
 * Note.
 */
note?: string | null, };

/**
 * Narrows the list of customers.
 */
export type CustomerFilter = { 
/**
 * Only these levels.
 */
levels: Array<LevelId>, 
/**
 * Carrying any of these tags.
 */
tags: Array<TagId>, 
/**
 * Looked after by.
 */
staff?: StaffId | null, 
/**
 * Net spend at least.
 */
spend_min?: Fen | null, 
/**
 * Net spend at most.
 */
spend_max?: Fen | null, 
/**
 * Last visit on or after.
 */
visited_from?: string | null, 
/**
 * Last visit on or before; those who never came are left out.
 */
visited_to?: string | null, 
/**
 * Never came.
 */
never_visited: boolean, 
/**
 * Solar month of this year's birthday, 1 to 12.
 */
birthday_month?: number | null, 
/**
 * Completeness below.
 */
completeness_below?: number | null, 
/**
 * Status; empty for active.
 */
status?: Status | null, };

/**
 * A customer's archive.
 */
export type CustomerId = number;

/**
 * A page of customers.
 */
export type CustomerList = { 
/**
 * Rows.
 */
rows: Array<CustomerRow>, 
/**
 * Hand it back for the next page; empty at the end.
 */
cursor?: string | null, 
/**
 * How many there are in all; only on the first page.
 */
total?: number | null, };

/**
 * Everything about a customer in one look.
 */
export type CustomerPage = { 
/**
 * The archive.
 */
customer: Customer, 
/**
 * Who looks after her.
 */
staff_name?: string | null, 
/**
 * Who brought her.
 */
referrer?: Person | null, 
/**
 * What came of those whom she brought.
 */
referrals: ReferralSums, 
/**
 * Birthday.
 */
birthday?: DateView | null, 
/**
 * Figures.
 */
figures: Figures, 
/**
 * Level.
 */
level: LevelCard, 
/**
 * Points.
 */
points: PointsCard, 
/**
 * Completeness.
 */
completeness: Completeness, 
/**
 * One or two next best questions.
 */
questions: Array<NextQuestion>, 
/**
 * The catalogue's fields with what holds today; those switched off only where filled.
 */
profile: Array<ProfileEntry>, 
/**
 * Other important dates.
 */
dates: Array<ImportantDate>, 
/**
 * Relations, both ways.
 */
relations: Array<Relation>, 
/**
 * Tags.
 */
tags: Array<Tag>, 
/**
 * Notes that pop up today.
 */
notes: Array<PopupNote>, 
/**
 * Open wishes.
 */
wishes: Array<Wish>, 
/**
 * Vouchers valid today.
 */
vouchers: Array<VoucherCard>, 
/**
 * Benefits to give.
 */
benefits: Array<BenefitCard>, 
/**
 * The birthday privilege.
 */
birthday_privilege?: BirthdayPrivilege | null, 
/**
 * Contact: how long ago, and what may be said now.
 */
contact: ContactCard, 
/**
 * Complaints that are not solved, the nearest deadline first.
 */
complaints_open: Array<ComplaintRow>, 
/**
 * How many of hers were solved.
 */
complaints_solved: number, 
/**
 * The last 20 visits.
 */
visits: Array<VisitRow>, 
/**
 * Whether there are more.
 */
more_visits: boolean, };

/**
 * Names a customer.
 */
export type CustomerRef = { 
/**
 * Whom.
 */
customer: CustomerId, };

/**
 * A row of the list.
 */
export type CustomerRow = { 
/**
 * Id.
 */
id: CustomerId, 
/**
 * Member number.
 */
member_no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Main phone.
 */
phone?: string | null, 
/**
 * Level.
 */
level: string, 
/**
 * Level's rank.
 */
level_rank: number, 
/**
 * Points today.
 */
points: number, 
/**
 * Net spend ever.
 */
net_spend: Fen, 
/**
 * Visits.
 */
visits: number, 
/**
 * Last visit.
 */
last_visit?: string | null, 
/**
 * Completeness.
 */
completeness: number, 
/**
 * Who looks after her.
 */
staff?: string | null, 
/**
 * Day of joining.
 */
joined_on: string, };

/**
 * What customers are sorted by.
 */
export type CustomerSort = "last_visit" | "name" | "spend" | "joined";

/**
 * One customer's tasks: those to be seen today, those kept back with the reason, those set by hand for later.
 */
export type CustomerTasks = { 
/**
 * By day.
 */
rows: Array<TaskRow>, };

/**
 * An important date other than the birthday.
 */
export type DateId = number;

/**
 * Names an important date.
 */
export type DateRef = { 
/**
 * Which.
 */
id: DateId, };

/**
 * A birthday or another date, worked out for today.
 */
export type DateView = { 
/**
 * As stored.
 */
date: RecurringDate, 
/**
 * As a person says it: 农历八月初三.
 */
text: string, 
/**
 * The next time it comes, today included.
 */
next?: string | null, 
/**
 * In how many days.
 */
days_until?: number | null, 
/**
 * Age today; empty where the year is unknown.
 */
age?: number | null, };

/**
 * How many fall on a day.
 */
export type DayCount = { 
/**
 * The day.
 */
day: string, 
/**
 * How many.
 */
tasks: number, };

/**
 * Today and this week at the counter.
 */
export type DaySummary = { 
/**
 * The day.
 */
day: string, 
/**
 * Live visits.
 */
visits: number, 
/**
 * Sales less returns.
 */
total: Fen, 
/**
 * Of that, with customers.
 */
customer_total: Fen, 
/**
 * New archives.
 */
new_customers: number, 
/**
 * The visits, latest first, at most 50.
 */
rows: Array<VisitRow>, };

/**
 * A day's walk-in sales in one row.
 */
export type DayTotal = { 
/**
 * Sales rung up.
 */
pieces: number, 
/**
 * Their sum.
 */
total: Fen, };

/**
 * Says what became of tasks, one or many at once.
 */
export type DecideTasks = { 
/**
 * Which, 1 to 1,000.
 */
tasks: Array<TaskRef>, 
/**
 * What.
 */
decision: Decision, 
/**
 * Not now: until which day. For one that was not answered the rule says it, unless it is said here.
 */
until?: string | null, 
/**
 * Why it is skipped, or a word on it.
 */
reason?: string | null, 
/**
 * By which channel she was reached; then it goes into the contact log too.
 */
channel?: ContactChannel | null, 
/**
 * Where no channel is named: each goes into the contact log by its own. Otherwise nothing is logged.
 */
log: boolean, 
/**
 * What was written, or what came of it, for the contact log.
 */
text?: string | null, 
/**
 * The text it was made from.
 */
template?: TemplateId | null, };

/**
 * What became of a task.
 */
export type Decision = "done" | "no_answer" | "replied" | "snoozed" | "skipped";

/**
 * Who began.
 */
export type Direction = "out" | "in";

/**
 * An answer that says only that it is done.
 */
export type Done = Record<symbol, never>;

/**
 * What new rules would do in a review today.
 */
export type DryRunAnswer = { 
/**
 * How many would rise.
 */
rises: number, 
/**
 * How many would drop.
 */
drops: number, 
/**
 * How many of the drops the present rules bring as well.
 */
drops_anyway: number, 
/**
 * The first 200.
 */
rows: Array<ReviewRow>, };

/**
 * Two archives that may be one person.
 */
export type DuplicatePair = { 
/**
 * One.
 */
left: Person, 
/**
 * The other.
 */
right: Person, 
/**
 * Why: phone, name_birthday.
 */
because: string, };

/**
 * Pairs found, at most 500.
 */
export type Duplicates = { 
/**
 * Pairs.
 */
pairs: Array<DuplicatePair>, };

/**
 * The encodings that member systems and spreadsheets write.
 */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5";

/**
 * An event as planned.
 */
export type Event = { 
/**
 * Id.
 */
id: EventId, 
/**
 * Name.
 */
name: string, 
/**
 * Kind.
 */
kind: EventKind, 
/**
 * First day.
 */
day: string, 
/**
 * Last day.
 */
to_day: string, 
/**
 * When it starts.
 */
starts?: string | null, 
/**
 * Where.
 */
place?: string | null, 
/**
 * The plan.
 */
plan?: string | null, 
/**
 * What every guest is given.
 */
gift?: string | null, 
/**
 * Invitations go out so many days before.
 */
invite_days: number, 
/**
 * The day they go out.
 */
invite_on: string, 
/**
 * Sales to guests count until so many days after.
 */
sales_days: number, 
/**
 * The last day on which they count.
 */
sales_to: string, 
/**
 * The day it was called off.
 */
cancelled_on?: string | null, };

/**
 * An event in numbers. People are guests on the list; heads are guests with those they bring.
 */
export type EventCounts = { 
/**
 * Guests on the list.
 */
invited: number, 
/**
 * Of those, to be called.
 */
calls: number, 
/**
 * Of those, to get a message.
 */
messages: number, 
/**
 * Guests who were spoken with or answered. A message sent is not one read.
 */
reached: number, 
/**
 * Guests who accepted.
 */
accepted: number, 
/**
 * Guests who declined.
 */
declined: number, 
/**
 * Guests who do not know yet.
 */
unsure: number, 
/**
 * Heads of those who accepted.
 */
party: number, 
/**
 * Guests who came.
 */
came: number, 
/**
 * Guests who were marked as not having come.
 */
stayed_away: number, 
/**
 * Heads of those who came.
 */
party_came: number, 
/**
 * Gifts needed, one a head: of those who accepted; once somebody came, of those who came.
 */
gifts_needed: number, 
/**
 * Gifts given, one a head.
 */
gifts_given: number, };

/**
 * An event the shop invites to.
 */
export type EventId = number;

/**
 * What kind of event.
 */
export type EventKind = "salon" | "preview" | "thanks" | "other";

/**
 * The events of a year.
 */
export type EventList = { 
/**
 * The year.
 */
year: number, 
/**
 * Years with events, and this year, latest first.
 */
years: Array<number>, 
/**
 * How many the shop aims at.
 */
aim: number, 
/**
 * How many have begun, those called off left out.
 */
held: number, 
/**
 * How many are still to come, those called off left out.
 */
planned: number, 
/**
 * By day.
 */
rows: Array<EventRow>, };

/**
 * Everything about an event.
 */
export type EventPage = { 
/**
 * As planned.
 */
event: Event, 
/**
 * In numbers.
 */
counts: EventCounts, 
/**
 * Sales to guests who came.
 */
came_sales: GuestSales, 
/**
 * Sales to all who were invited, those who came included.
 */
invited_sales: GuestSales, 
/**
 * Whether the days that count are over.
 */
sales_over: boolean, 
/**
 * The guests: calls first, then by spend.
 */
guests: Array<GuestRow>, };

/**
 * Names an event.
 */
export type EventRef = { 
/**
 * Which.
 */
event: EventId, };

/**
 * An event in the list.
 */
export type EventRow = { 
/**
 * As planned.
 */
event: Event, 
/**
 * In numbers.
 */
counts: EventCounts, 
/**
 * Sales to those who came.
 */
sales: GuestSales, };

/**
 * The event that was saved.
 */
export type EventSaved = { 
/**
 * Which.
 */
event: EventId, };

/**
 * What the owner sets about events.
 */
export type EventSettings = { 
/**
 * How many events a year the shop aims at, 0 to 52.
 */
aim: number, 
/**
 * Who is called, unless said otherwise when guests are added.
 */
call: CallRule, };

/**
 * How long earned points are good.
 */
export type ExpiryPolicy = { "kind": "never" } | { "kind": "end_of_next_year" } | { "kind": "months", 
/**
 * 1 to 120.
 */
months: number, };

/**
 * Writes the guest list into a file, names and phones included.
 */
export type ExportGuests = { 
/**
 * Which event.
 */
event: EventId, 
/**
 * The file to make; one that is there is replaced.
 */
path: string, 
/**
 * Its encoding; empty for UTF-8.
 */
encoding?: FileEncoding | null, };

/**
 * Makes a list for a provider of text messages.
 */
export type ExportMessages = { 
/**
 * The texts, at most 10,000; of several to one customer the first.
 */
items: Array<MessageItem>, 
/**
 * The folder in which the list's own folder is put.
 */
folder: string, 
/**
 * Its encoding; empty for UTF-8.
 */
encoding?: FileEncoding | null, };

/**
 * Exports a whole table for the owner, names and phones included.
 */
export type ExportTable = { 
/**
 * Which.
 */
table: ExportedTable, 
/**
 * The file to make; one that is there is replaced.
 */
path: string, 
/**
 * Its kind; empty for CSV.
 */
format?: TableFormat | null, 
/**
 * Its encoding; empty for UTF-8.
 */
encoding?: FileEncoding | null, 
/**
 * What stands in the first row; empty for names.
 */
headings?: Headings | null, 
/**
 * As it was at the end of this day; empty for now.
 */
as_of?: string | null, };

/**
 * Exports a week for the accountant: a folder named after the week, with five tables and a manifest.
 */
export type ExportWeek = { 
/**
 * Such as 2026-W47.
 */
week: string, 
/**
 * The folder in which the week's own folder is put.
 */
folder: string, 
/**
 * Encoding of the tables; empty for UTF-8.
 */
encoding?: FileEncoding | null, };

/**
 * A file of the export.
 */
export type ExportedFile = { 
/**
 * Name.
 */
name: string, 
/**
 * Rows without the headings.
 */
rows: number, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * SHA-256 of the bytes, in hexadecimal digits.
 */
sha256: string, };

/**
 * A table for the owner.
 */
export type ExportedTable = "customers" | "visits" | "lines" | "points";

/**
 * What the rim says when an operation is refused or failed.
 */
export type Failure = { 
/**
 * What happened.
 */
code: Code, 
/**
 * The request's field it belongs to, as a path such as `lines.0.price`; empty when it belongs to the whole.
 */
field?: string | null, 
/**
 * Numbers and words for the message's placeholders.
 */
params?: { [key in string]: string }, };

/**
 * An amount of CNY in fen (1/100 yuan). Negative for money going back to the customer.
 */
export type Fen = string;

/**
 * A festival of the shop's calendar.
 */
export type Festival = { 
/**
 * Its id.
 */
id: FestivalId, 
/**
 * The stable name of one that ships with the program; empty for one of the shop's own.
 */
key?: string | null, 
/**
 * As shown and as written in texts.
 */
name: string, 
/**
 * Its day.
 */
rule: FestivalRule, 
/**
 * Whether the shop keeps it.
 */
is_on: boolean, };

/**
 * The rule of a festival's day.
 */
export type FestivalDay = { "kind": "solar", 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 1 to 31.
 */
day: number, } | { "kind": "lunar", 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 1 to 30.
 */
day: number, } | { "kind": "weekday", 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 1 for Monday to 7 for Sunday.
 */
weekday: number, 
/**
 * 1 to 4, or -1 for the last of the month.
 */
nth: number, } | { "kind": "term", 
/**
 * Which.
 */
term: SolarTerm, };

/**
 * A festival of the shop's calendar.
 */
export type FestivalId = number;

/**
 * One festival.
 */
export type FestivalRef = { 
/**
 * Which.
 */
festival: FestivalId, };

/**
 * A festival of the list.
 */
export type FestivalRow = { 
/**
 * The festival.
 */
festival: Festival, 
/**
 * Its next day, today included; empty after 2100.
 */
next?: string | null, 
/**
 * How many days until then.
 */
days_until?: number | null, };

/**
 * A festival's day and how the shop keeps it.
 */
export type FestivalRule = { 
/**
 * When.
 */
day: FestivalDay, 
/**
 * A day of remembrance, such as 清明: a word of care, never a cheerful greeting and never an offer.
 */
quiet: boolean, 
/**
 * Only customers of this gender are greeted; those whose gender is not known are left out. Empty for everybody.
 */
only?: Gender | null, };

/**
 * The shop's festivals, the next one first.
 */
export type Festivals = { 
/**
 * The list.
 */
festivals: Array<FestivalRow>, };

/**
 * A field of a row, those of customers first. The text form is the one of `--map COLUMN=field`.
 */
export type Field = "member_no" | "name" | "nickname" | "gender" | "phone" | "phone_2" | "wechat" | "email" | "birthday" | "birthday_type" | "lunar_birthday" | "region" | "address" | "tags" | "source" | "referrer" | "staff" | "joined" | "level" | "points" | "spend" | "note" | "visit_no" | "date" | "time" | "kind" | "pieces" | "amount" | "pay" | "ref_visit_no" | "line_no" | "style_no" | "category" | "color" | "size" | "qty" | "list_price" | "price";

/**
 * All a field ever held.
 */
export type FieldHistory = { 
/**
 * Latest first.
 */
values: Array<ProfileValue>, };

/**
 * An entry of the field catalogue.
 */
export type FieldId = number;

/**
 * What a field holds.
 */
export type FieldKind = "text" | "choice" | "multi" | "number" | "date";

/**
 * The catalogue.
 */
export type Fields = { 
/**
 * In its order.
 */
fields: Array<ProfileField>, };

/**
 * Figures about one customer, all from live visits.
 */
export type Figures = { 
/**
 * Visits of any kind.
 */
visits: number, 
/**
 * Visits in the last 12 months.
 */
visits_12_months: number, 
/**
 * Purchases.
 */
purchases: number, 
/**
 * Net spend ever, returns on their own day.
 */
net_spend: Fen, 
/**
 * Net spend in the last 12 months.
 */
spend_12_months: Fen, 
/**
 * Net spend a purchase; empty without one.
 */
average_ticket?: Fen | null, 
/**
 * Net pieces a purchase, in hundredths: 240 is 2.4.
 */
pieces_per_purchase?: number | null, 
/**
 * First purchase.
 */
first_purchase?: string | null, 
/**
 * Last purchase.
 */
last_purchase?: string | null, 
/**
 * Last visit.
 */
last_visit?: string | null, 
/**
 * Days since the last visit.
 */
days_since_visit?: number | null, 
/**
 * Her usual days between purchases, the median; empty under three purchase days.
 */
usual_interval?: number | null, };

/**
 * How text files are written.
 */
export type FileEncoding = "utf8" | "gb18030";

/**
 * One finding of the check.
 */
export type Finding = { 
/**
 * Which check: integrity, foreign_keys, visit_totals, payments, returns, points, stats, search_keys.
 */
check: string, 
/**
 * How many rows are wrong.
 */
rows: number, 
/**
 * The ids of the first few.
 */
examples: Array<number>, };

/**
 * The first purchase of which something was kept.
 */
export type FirstPurchase = { 
/**
 * The visit.
 */
visit: VisitId, 
/**
 * Its day.
 */
day: string, 
/**
 * Paid.
 */
total: Fen, 
/**
 * Paid, less what came back of it.
 */
kept: Fen, };

/**
 * One remark of an import about one cell.
 */
export type Flag = { 
/**
 * Line of the file, as an editor counts, in which the record begins.
 */
line: number, 
/**
 * Heading of the column, as in the file; empty when the whole row is meant.
 */
column: string, 
/**
 * What is wrong.
 */
code: FlagCode, 
/**
 * The cell as it stands in the file; cut after [`Flag::TEXT_MAX`] characters.
 */
text: string, 
/**
 * Whether the row was held back for it.
 */
severity: Severity, };

/**
 * Why a cell or row was flagged. The text form is the Fluent key after `flag-`, with `_` for `-`.
 */
export type FlagCode = "row_long" | "row_short" | "quote_open" | "heading_repeated" | "total_row" | "required_missing" | "name_missing" | "text_broken" | "text_control" | "text_too_long" | "number_scientific" | "number_digits_lost" | "phone_scientific" | "phone_zeros_lost" | "phone_odd" | "phone_invalid" | "date_invalid" | "date_ambiguous" | "date_short_year" | "date_serial" | "date_zone" | "date_in_future" | "time_invalid" | "birthday_invalid" | "amount_invalid" | "amount_third_decimal" | "amount_scientific" | "amount_too_large" | "quantity_invalid" | "kind_unknown" | "gender_unknown" | "payment_unknown" | "payment_split" | "calendar_unknown" | "answer_invalid" | "opening_kept" | "level_unknown" | "member_repeated" | "member_unknown" | "phone_taken" | "referrer_unknown" | "visit_differs" | "visit_repeated" | "visit_unknown" | "line_repeated" | "amount_differs" | "pieces_differ" | "line_amount_differs" | "sale_unknown" | "return_positive" | "return_unmatched";

/**
 * A task set by hand.
 */
export type FollowUpId = number;

/**
 * A task set by hand.
 */
export type FollowUpRef = { 
/**
 * Which.
 */
follow_up: FollowUpId, };

/**
 * Tasks set by hand.
 */
export type FollowUpsSaved = { 
/**
 * How many.
 */
saved: number, 
/**
 * The first of them.
 */
first?: FollowUpId | null, 
/**
 * The entry of the history, for undo.
 */
operation?: OperationId | null, };

/**
 * What is missing for a level.
 */
export type Gap = { 
/**
 * Whether one of the shortfalls is enough to make up.
 */
join: Join, 
/**
 * What is missing, the nearest to being reached first.
 */
shortfalls: Array<Shortfall>, };

/**
 * Gender.
 */
export type Gender = "f" | "m";

/**
 * Asks for a sheet to call from.
 */
export type GetCallSheet = { 
/**
 * What is to be said, 1 to 200; of several tasks of one customer one block is made.
 */
tasks: Array<TaskRef>, 
/**
 * For these too, whatever stands on their list today.
 */
customers: Array<CustomerId>, };

/**
 * Asks what each clerk did in some days.
 */
export type GetContactStats = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };

/**
 * Asks for a day.
 */
export type GetDay = { 
/**
 * Which; empty for today.
 */
day?: string | null, };

/**
 * Asks for all a field ever held for a customer.
 */
export type GetFieldHistory = { 
/**
 * About whom.
 */
customer: CustomerId, 
/**
 * Which field.
 */
field: FieldId, };

/**
 * Asks for a month of the calendar.
 */
export type GetMonth = { 
/**
 * 1950 to 2100.
 */
year: number, 
/**
 * 1 to 12.
 */
month: number, };

/**
 * Asks for one entry with its rows.
 */
export type GetOperation = { 
/**
 * Which.
 */
operation: OperationId, };

/**
 * Asks for today's tasks: the overdue ones first, then by day, rule and customer.
 */
export type GetToday = { 
/**
 * Whose.
 */
whose: Whose, 
/**
 * Only of this clerk.
 */
staff?: StaffId | null, 
/**
 * Only how they stand.
 */
state?: TaskState | null, 
/**
 * Only of this rule.
 */
rule?: CareRuleId | null, 
/**
 * Only of this kind.
 */
kind?: TriggerKind | null, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * How many of a gift are needed.
 */
export type GiftCount = { 
/**
 * The gift.
 */
gift: string, 
/**
 * How many.
 */
count: number, };

/**
 * What is given to make up for it.
 */
export type Give = { "kind": "voucher", 
/**
 * What it takes off.
 */
worth: Worth, 
/**
 * The smallest bill it can be used on.
 */
min_spend: Fen, 
/**
 * Last good day.
 */
valid_to: string, } | { "kind": "points", 
/**
 * How many, above 0.
 */
points: number, } | { "kind": "money", 
/**
 * Above 0.
 */
amount: Fen, } | { "kind": "gift", 
/**
 * What it cost the shop; 0 if nobody knows.
 */
cost: Fen, };

/**
 * Writes down that a benefit was given today. One that was promised and is over may still be given.
 */
export type GiveBenefit = { 
/**
 * Which.
 */
benefit: BenefitId, 
/**
 * A word on it; empty keeps the one that is there.
 */
note?: string | null, };

/**
 * Writes down who got the gift.
 */
export type GiveEventGift = { 
/**
 * Which event.
 */
event: EventId, 
/**
 * Whom, 1 to 5,000.
 */
customers: Array<CustomerId>, 
/**
 * Whether they got it.
 */
given: boolean, };

/**
 * Thanks whoever brought a customer, once a customer.
 */
export type GiveThanks = { 
/**
 * Who was brought.
 */
referred: CustomerId, 
/**
 * In words, at most 80 characters; empty to say the reward.
 */
what?: string | null, 
/**
 * Voucher or points given with it.
 */
reward?: Reward | null, };

/**
 * Promises a gift or a service to one or many customers.
 */
export type GrantBenefit = { 
/**
 * Whom, 1 to 1,000.
 */
customers: Array<CustomerId>, 
/**
 * What.
 */
name: string, 
/**
 * The last day on which she can have it; empty if it does not end.
 */
valid_to?: string | null, 
/**
 * A word on it.
 */
note?: string | null, };

/**
 * What she said.
 */
export type GuestAnswer = "accepted" | "declined" | "unsure";

/**
 * Who is put on the list, or would be.
 */
export type GuestChoice = { 
/**
 * To be called.
 */
calls: number, 
/**
 * To get a message.
 */
messages: number, 
/**
 * On the list already.
 */
already: number, 
/**
 * How many may not be invited now.
 */
barred_count: number, 
/**
 * The first eight of those put on the list, by spend.
 */
sample: Array<GuestSample>, 
/**
 * The first hundred of those who may not be invited now.
 */
barred: Array<BarredGuest>, };

/**
 * Chooses guests; whoever meets all that is given.
 */
export type GuestFilter = { 
/**
 * This level or a higher one.
 */
level?: LevelId | null, 
/**
 * Any of these tags.
 */
tags: Array<TagId>, 
/**
 * Looked after by.
 */
staff?: StaffId | null, 
/**
 * Net spend at least.
 */
spend_min?: Fen | null, 
/**
 * Within so many days up to today, 1 to 3,650; empty for ever.
 */
spend_days?: number | null, 
/**
 * Came within so many days, 1 to 3,650.
 */
visited_within?: number | null, 
/**
 * Did not come for so many days, 1 to 3,650; those who never came left out.
 */
away_for?: number | null, 
/**
 * Solar month of this year's birthday, 1 to 12.
 */
birthday_month?: number | null, };

/**
 * A guest of an event.
 */
export type GuestId = number;

/**
 * A guest.
 */
export type GuestRow = { 
/**
 * Id.
 */
id: GuestId, 
/**
 * Who.
 */
customer: Person, 
/**
 * Her level.
 */
level: string, 
/**
 * Its rank.
 */
level_rank: number, 
/**
 * Net spend ever.
 */
net_spend: Fen, 
/**
 * Who looks after her.
 */
staff?: string | null, 
/**
 * How she is invited.
 */
invite_by: InviteBy, 
/**
 * When she was last written to or called about the event.
 */
asked_on?: string | null, 
/**
 * Whether she was spoken with or answered.
 */
reached: boolean, 
/**
 * What she said.
 */
answer?: GuestAnswer | null, 
/**
 * When.
 */
answered_on?: string | null, 
/**
 * How many come, herself included.
 */
party: number, 
/**
 * Whether she came; empty until somebody said.
 */
came?: boolean | null, 
/**
 * Whether she got her gift.
 */
gift_given: boolean, 
/**
 * A word on her.
 */
note?: string | null, 
/**
 * What she paid in the days that count.
 */
sales: Fen, 
/**
 * Why she may not be addressed now, if she may not.
 */
barred?: Suppression | null, };

/**
 * Sales to guests: all their visits that stand, from the first day of the event to the last day that counts. What was brought
 * back within these days is taken off, whenever it was bought.
 */
export type GuestSales = { 
/**
 * Guests who bought.
 */
buyers: number, 
/**
 * Purchases and exchanges.
 */
purchases: number, 
/**
 * Really paid, returns taken off on their own day.
 */
total: Fen, };

/**
 * Somebody to be invited.
 */
export type GuestSample = { 
/**
 * Who.
 */
customer: Person, 
/**
 * Her level.
 */
level: string, 
/**
 * Its rank.
 */
level_rank: number, 
/**
 * Net spend ever.
 */
net_spend: Fen, 
/**
 * How.
 */
invite_by: InviteBy, };

/**
 * Names guests of an event.
 */
export type GuestsRef = { 
/**
 * Which event.
 */
event: EventId, 
/**
 * Whom, 1 to 5,000.
 */
customers: Array<CustomerId>, };

/**
 * What stands in the first row.
 */
export type Headings = "names" | "words";

/**
 * Somebody who is not written to now.
 */
export type HeldBack = { 
/**
 * Who.
 */
customer: Person, 
/**
 * Why.
 */
why: Suppression, };

/**
 * One entry.
 */
export type HistoryEntry = { 
/**
 * Id.
 */
id: OperationId, 
/**
 * What was done.
 */
kind: Op, 
/**
 * When; RFC 3339.
 */
at: string, 
/**
 * Who.
 */
by?: string | null, 
/**
 * About whom.
 */
customer?: CustomerId | null, 
/**
 * Her name today; empty when she is no longer there.
 */
customer_name?: string | null, 
/**
 * About which visit.
 */
visit?: VisitId | null, 
/**
 * Numbers and words for the sentence.
 */
params: JsonValue, 
/**
 * What this entry took back.
 */
undoes?: OperationId | null, 
/**
 * What took this entry back.
 */
undone_by?: OperationId | null, 
/**
 * Whether undo may be offered; a later change may still stand in the way.
 */
undoable: boolean, };

/**
 * A page, newest first.
 */
export type HistoryPage = { 
/**
 * Entries.
 */
entries: Array<HistoryEntry>, 
/**
 * Whether there are older ones.
 */
more: boolean, };

/**
 * Says that the shop waits for her: both clocks stand still.
 */
export type HoldComplaint = { 
/**
 * Which.
 */
complaint: ComplaintId, 
/**
 * What for.
 */
reason: string, };

/**
 * When the shop is open.
 */
export type HoursPage = { 
/**
 * The week.
 */
hours: ShopHours, 
/**
 * Closed days, the latest first.
 */
closed: Array<ClosedDay>, 
/**
 * Whether it is open now.
 */
open_now: boolean, 
/**
 * When it opens next, RFC 3339; now, if it is open.
 */
next_opening?: string | null, };

/**
 * One column as it was understood.
 */
export type ImportColumn = { 
/**
 * The heading as in the file.
 */
heading: string, 
/**
 * What it was taken for, as in `map`: `phone`, `profile.top_size`, `-`; empty where nothing.
 */
target?: string | null, 
/**
 * Whether another column was taken for the same field instead.
 */
is_double: boolean, 
/**
 * Whether the shop's catalogue does not have the field, or has it off, so that the column was left out.
 */
is_left_out: boolean, };

/**
 * One file and what the user says about it; what is left out is found out.
 */
export type ImportFile = { 
/**
 * Its path.
 */
path: string, 
/**
 * What the table holds. A preview may leave it out.
 */
kind?: Kind | null, 
/**
 * Encoding: utf-8, gb18030, utf-16le, utf-16be, big5.
 */
encoding?: string | null, 
/**
 * Delimiter, one character.
 */
delimiter?: string | null, 
/**
 * Line of the heading row.
 */
heading_line?: number | null, 
/**
 * What columns mean, each as `COLUMN=field`; COLUMN is a heading or `#3` for the third column.
 */
map: Array<string>, };

/**
 * The beginning of a file and how it would be read.
 */
export type ImportPreview = { 
/**
 * What the table holds: as the user said, or by its headings; empty where they say nothing.
 */
kind?: Kind | null, 
/**
 * The encoding.
 */
encoding: Encoding, 
/**
 * How sure that is.
 */
certainty: Certainty, 
/**
 * The delimiter.
 */
delimiter: string, 
/**
 * Line of the heading row.
 */
heading_line: number, 
/**
 * The columns.
 */
columns: Array<ImportColumn>, 
/**
 * Fields that have to be mapped before the table can be read; one of each inner list would do.
 */
missing: Array<Array<Field>>, 
/**
 * The first rows, as in the file.
 */
rows: Array<Array<string>>, 
/**
 * Whether there are more.
 */
has_more: boolean, };

/**
 * What an import did, or would do.
 */
export type ImportReport = { 
/**
 * Whether everything was taken back.
 */
dry_run: boolean, 
/**
 * Customers, if there was such a file.
 */
customers?: TableReport | null, 
/**
 * Visits.
 */
visits?: TableReport | null, 
/**
 * Lines.
 */
lines?: TableReport | null, 
/**
 * Clerks the book did not know and now does.
 */
staff_added: Array<string>, 
/**
 * The sum of the new visits.
 */
total: Fen, 
/**
 * The sum of those that belong to a customer.
 */
customer_total: Fen, 
/**
 * Lines brought back that were tied to the line they were bought on.
 */
returns_tied: number, };

/**
 * Another important date.
 */
export type ImportantDate = { 
/**
 * Id.
 */
id: DateId, 
/**
 * Such as 结婚纪念日.
 */
label: string, 
/**
 * When.
 */
view: DateView, };

/**
 * How a guest is invited.
 */
export type InviteBy = "call" | "message";

/**
 * Gives the same voucher to one or many customers.
 */
export type IssueVoucher = { 
/**
 * Whom, 1 to 1,000.
 */
customers: Array<CustomerId>, 
/**
 * Why it is given.
 */
kind: VoucherKind, 
/**
 * What it takes off.
 */
worth: Worth, 
/**
 * The smallest bill it can be used on.
 */
min_spend: Fen, 
/**
 * First good day.
 */
valid_from: string, 
/**
 * Last good day; not over yet.
 */
valid_to: string, 
/**
 * A word on it.
 */
reason?: string | null, };

/**
 * How the criteria of a rule belong together.
 */
export type Join = "any" | "all";

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * The three kinds of table that are taken.
 */
export type Kind = "customers" | "visits" | "lines";

/**
 * The language of the screen.
 */
export type Language = "zh-CN" | "en";

/**
 * Her level, and what it says for the coming time.
 */
export type LevelCard = { 
/**
 * Level.
 */
level: LevelId, 
/**
 * Name.
 */
name: string, 
/**
 * Rank.
 */
rank: number, 
/**
 * Since when.
 */
since?: string | null, 
/**
 * The review on which she would go down without another purchase.
 */
keeps_until?: string | null, 
/**
 * What is missing to keep it then, as a metric and an amount (fen or count) each.
 */
keep: Array<Missing>, 
/**
 * Whether any one of `keep` is enough, or all are needed.
 */
keep_any: boolean, 
/**
 * The next level's name.
 */
next?: string | null, 
/**
 * What is missing to reach it.
 */
reach: Array<Missing>, 
/**
 * Whether any one of `reach` is enough, or all are needed.
 */
reach_any: boolean, 
/**
 * How far towards the next level, 0 to 100.
 */
progress: number, 
/**
 * Percent of the list price she pays for full-price goods.
 */
pay_percent: number, };

/**
 * A level by id, name and rank.
 */
export type LevelChange = { 
/**
 * Id.
 */
id: LevelId, 
/**
 * Name.
 */
name: string, 
/**
 * Rank.
 */
rank: number, };

/**
 * A level as the owner wants it.
 */
export type LevelDraft = { 
/**
 * Which; empty for a new one.
 */
id?: LevelId | null, 
/**
 * Name.
 */
name: string, 
/**
 * What it gives.
 */
benefits: Benefits, 
/**
 * How its criteria belong together.
 */
join: Join, 
/**
 * What it asks for; none for the base, or to give it by hand only.
 */
criteria: Array<Criterion>, };

/**
 * Her way through the levels.
 */
export type LevelHistory = { 
/**
 * Latest first.
 */
steps: Array<LevelStep>, };

/**
 * A level of membership.
 */
export type LevelId = number;

/**
 * One change of a customer's level.
 */
export type LevelStep = { 
/**
 * Its day.
 */
day: string, 
/**
 * From.
 */
from: string, 
/**
 * To.
 */
to: string, 
/**
 * What made it.
 */
why: Why, };

/**
 * A level with its rule of today and how many stand on it.
 */
export type LevelView = { 
/**
 * Id.
 */
id: LevelId, 
/**
 * 0 is the base.
 */
rank: number, 
/**
 * Name.
 */
name: string, 
/**
 * What it gives.
 */
benefits: Benefits, 
/**
 * How its criteria belong together; empty for the base and for levels given by hand only.
 */
join?: Join | null, 
/**
 * What it asks for.
 */
criteria: Array<Criterion>, 
/**
 * How many stand on it.
 */
members: number, };

/**
 * All about levels.
 */
export type LevelsPage = { 
/**
 * The base first.
 */
levels: Array<LevelView>, 
/**
 * Since when the present rules hold.
 */
rules_from: string, 
/**
 * How often levels are reviewed.
 */
reviews: ReviewPeriod, 
/**
 * The next review day, today included.
 */
next_review: string, 
/**
 * When the last review was applied; its day.
 */
last_review?: string | null, 
/**
 * Recruitment months.
 */
campaigns: Array<CampaignView>, };

/**
 * One line of a visit.
 */
export type LineId = number;

/**
 * What a line of the ledger shows.
 */
export type LineKind = "earn" | "redeem" | "gift" | "adjust" | "opening" | "reverse" | "expire";

/**
 * Asks for the register of benefits, the latest promised first.
 */
export type ListBenefits = { 
/**
 * Which.
 */
state: BenefitFilter, 
/**
 * Of this customer.
 */
customer?: CustomerId | null, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks who has her birthday between two days, both included.
 */
export type ListBirthdays = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, at most a year on.
 */
to: string, };

/**
 * Asks for complaints: the open ones first, the nearest deadline in front and those that wait for her last; then the solved
 * ones, the latest solved in front.
 */
export type ListComplaints = { 
/**
 * Which.
 */
state: ComplaintFilter, 
/**
 * About what.
 */
kind?: ComplaintKind | null, 
/**
 * Of this customer.
 */
customer?: CustomerId | null, 
/**
 * For which this clerk answers.
 */
staff?: StaffId | null, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for contacts, the latest first.
 */
export type ListContacts = { 
/**
 * With this customer.
 */
customer?: CustomerId | null, 
/**
 * By this clerk.
 */
staff?: StaffId | null, 
/**
 * By this channel.
 */
channel?: ContactChannel | null, 
/**
 * With this outcome.
 */
outcome?: Outcome | null, 
/**
 * For this.
 */
purpose?: Purpose | null, 
/**
 * On or after.
 */
from?: string | null, 
/**
 * On or before.
 */
to?: string | null, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for a page of customers.
 */
export type ListCustomers = { 
/**
 * Which.
 */
filter: CustomerFilter, 
/**
 * Order.
 */
sort: CustomerSort, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for the events of a year.
 */
export type ListEvents = { 
/**
 * Which; empty for this year.
 */
year?: number | null, };

/**
 * Asks for the tasks that are kept back.
 */
export type ListHeld = { 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for a page of the history.
 */
export type ListHistory = { 
/**
 * Only about this customer.
 */
customer?: CustomerId | null, 
/**
 * Only operations before this one.
 */
before?: OperationId | null, 
/**
 * How many, 1 to 200.
 */
limit: number, };

/**
 * Asks for the register of all entries, latest first.
 */
export type ListPoints = { 
/**
 * Only what no visit made: gifts, adjustments, opening balances.
 */
by_hand: boolean, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks who brought the most.
 */
export type ListReferrers = { 
/**
 * Ranked by.
 */
sort: ReferrerSort, 
/**
 * Only those who brought somebody on or after this day; their sums are whole.
 */
since?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for the texts.
 */
export type ListTemplates = { 
/**
 * Of a language; empty for all.
 */
language?: Language | null, 
/**
 * Of an occasion; empty for all.
 */
occasion?: Occasion | null, };

/**
 * Asks for thanks that were given, the latest first.
 */
export type ListThanks = { 
/**
 * To this customer.
 */
customer?: CustomerId | null, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for visits, latest first.
 */
export type ListVisits = { 
/**
 * Of this customer.
 */
customer?: CustomerId | null, 
/**
 * Only walk-ins.
 */
walk_ins: boolean, 
/**
 * From this day.
 */
from?: string | null, 
/**
 * To this day.
 */
to?: string | null, 
/**
 * Of this kind.
 */
kind?: VisitKind | null, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for vouchers: the usable ones with the nearest end first, all others with the latest given first.
 */
export type ListVouchers = { 
/**
 * Of this customer.
 */
customer?: CustomerId | null, 
/**
 * Which.
 */
state: VoucherFilter, 
/**
 * Where the page before ended, as it said.
 */
cursor?: string | null, 
/**
 * How many, 1 to 500.
 */
limit: number, };

/**
 * Asks for weeks, newest first.
 */
export type ListWeeks = { 
/**
 * Only weeks before this one; empty to begin with this week.
 */
before?: string | null, 
/**
 * How many, 1 to 60; empty for 12.
 */
limit?: number | null, };

/**
 * Writes the same contact down for one or many customers.
 */
export type LogContact = { 
/**
 * With whom, 1 to 1,000.
 */
customers: Array<CustomerId>, 
/**
 * How.
 */
channel: ContactChannel, 
/**
 * Who began.
 */
direction: Direction, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * What came of it; it has to suit the channel.
 */
outcome: Outcome, 
/**
 * What was written, or what came of it.
 */
text?: string | null, 
/**
 * The template the text was made from.
 */
template?: TemplateId | null, 
/**
 * The complaint it was about.
 */
complaint?: ComplaintId | null, 
/**
 * The event it invited to.
 */
event?: EventId | null, 
/**
 * The name of the list it was sent with.
 */
batch?: string | null, 
/**
 * When, today or before; empty for now.
 */
day?: string | null, 
/**
 * Who did it; empty for whoever is at the counter.
 */
staff?: StaffId | null, };

/**
 * She answered a message or called back. Marks it, and writes her answer down as a contact of today when it came on a later day or
 * said something.
 */
export type MarkReplied = { 
/**
 * Which.
 */
contact: ContactId, 
/**
 * What she said.
 */
text?: string | null, };

/**
 * By what means a task is done. Her preferred way goes before it.
 */
export type Means = "message" | "call" | "letter" | "visit";

/**
 * Merges one archive into another, with all history. Undo takes it back.
 */
export type MergeCustomers = { 
/**
 * Who stays.
 */
keep: CustomerId, 
/**
 * Who goes into her.
 */
from: CustomerId, 
/**
 * The columns as they shall be.
 */
fields: CustomerFields, };

/**
 * A message, ready to be copied. Nothing has been sent.
 */
export type Message = { 
/**
 * The text it was made of.
 */
template: TemplateId, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is for.
 */
occasion: Occasion, 
/**
 * Service, greeting or offer.
 */
purpose: Purpose, 
/**
 * Its language.
 */
language: Language, 
/**
 * As it can be sent.
 */
text: string, 
/**
 * What was not known and was written around.
 */
missing: Array<Placeholder>, 
/**
 * What was not known, so that its stretch was left out.
 */
left_out: Array<Placeholder>, 
/**
 * Its length; a text message holds 70 Chinese characters.
 */
characters: number, };

/**
 * What a message is about, as far as it is not plain from the archive. Everything may be left out.
 */
export type MessageFacts = { 
/**
 * The gift or benefit; empty for what waits for her.
 */
benefit?: string | null, 
/**
 * The voucher; empty for the one of hers that ends first.
 */
voucher?: VoucherId | null, 
/**
 * The last day on which it is good; empty for that of the voucher, the benefit or the points.
 */
until?: string | null, 
/**
 * The points; empty for her balance.
 */
points?: number | null, 
/**
 * The festival; empty for the next one.
 */
festival?: FestivalId | null, 
/**
 * The name of an important date.
 */
date_name?: string | null, 
/**
 * The event; empty for the next one.
 */
event?: EventId | null, 
/**
 * The wish; empty for the one she has had longest.
 */
wish?: string | null, 
/**
 * The other customer of a referral; empty for whom the archive knows.
 */
friend?: CustomerId | null, 
/**
 * The visit it is about; empty for her last purchase.
 */
visit?: VisitId | null, 
/**
 * What an apology is about.
 */
matter?: string | null, };

/**
 * Asks for a message to a customer.
 */
export type MessageFor = { 
/**
 * To whom.
 */
customer: CustomerId, 
/**
 * Of which text; empty to choose by the occasion.
 */
template?: TemplateId | null, 
/**
 * The occasion; needed when no text is named.
 */
occasion?: Occasion | null, 
/**
 * The language to choose in; empty for the shop's.
 */
language?: Language | null, 
/**
 * What it is about.
 */
facts: MessageFacts, };

/**
 * A text of a list.
 */
export type MessageItem = { 
/**
 * To whom.
 */
customer: CustomerId, 
/**
 * Of which text; empty to choose by the occasion.
 */
template?: TemplateId | null, 
/**
 * The occasion; needed when no text is named.
 */
occasion?: Occasion | null, 
/**
 * What it is about.
 */
facts: MessageFacts, };

/**
 * A text with placeholders.
 */
export type MessageTemplate = { 
/**
 * Its id.
 */
id: TemplateId, 
/**
 * The stable name of one that ships with the program; empty for one of the shop's own.
 */
key?: string | null, 
/**
 * What it is for.
 */
occasion: Occasion, 
/**
 * Its language.
 */
language: Language, 
/**
 * As listed. Of a word of care: the goods it is for, separated by spaces. Of a festival: its name.
 */
title: string, 
/**
 * What is said, with `{placeholders}` and `[stretches left out when something in them is not known]`.
 */
text: string, 
/**
 * Service, greeting or offer.
 */
purpose: Purpose, 
/**
 * Whether it is used.
 */
is_on: boolean, };

/**
 * A list that was made. Nothing has been sent.
 */
export type MessagesExported = { 
/**
 * The name of the list; empty when nobody was left to write to, and no file was made.
 */
batch: string, 
/**
 * Full path of the file.
 */
path: string, 
/**
 * Texts in it.
 */
rows: number, 
/**
 * Who was left out.
 */
held: Array<HeldBack>, };

/**
 * One threshold that was reached.
 */
export type Met = { 
/**
 * What is counted.
 */
metric: Metric, 
/**
 * Fen, purchases or points on the day.
 */
value: number, 
/**
 * What the rule asked for.
 */
at_least: number, };

/**
 * How it was paid.
 */
export type Method = "cash" | "wechat" | "alipay" | "card" | "stored" | "other";

/**
 * What a criterion counts. Returns are taken off at the purchase they reverse.
 *
 * The last 12 months on day d are the days after (d - 12 months) up to and including d; a month that lacks the day gives its last
 * day, so on 28 February 2029 a purchase of 29 February 2028 still counts, and on 1 March 2029 it no longer does.
 */
export type Metric = "spend_last_12_months" | "spend_lifetime" | "single_purchase" | "visits_last_12_months" | "visits_lifetime" | "points_earned";

/**
 * Something missing to a threshold.
 */
export type Missing = { 
/**
 * What is counted.
 */
metric: Metric, 
/**
 * Fen or count missing.
 */
missing: number, };

/**
 * Asks who is near a downgrade.
 */
export type NearDowngrade = { 
/**
 * Within how many days, 1 to 366.
 */
days: number, };

/**
 * Those near a downgrade, the nearest first.
 */
export type NearList = { 
/**
 * At most 1,000.
 */
rows: Array<NearRow>, };

/**
 * Somebody near a downgrade.
 */
export type NearRow = { 
/**
 * Who.
 */
customer: Person, 
/**
 * Her level.
 */
level: string, 
/**
 * The review that would take it.
 */
keeps_until: string, 
/**
 * What is missing.
 */
gap?: Gap | null, };

/**
 * A piece sold.
 */
export type NewLine = { 
/**
 * Style number (款号).
 */
style_no?: string | null, 
/**
 * Name; style number or name is needed.
 */
name?: string | null, 
/**
 * Category.
 */
category?: string | null, 
/**
 * Colour.
 */
color?: string | null, 
/**
 * Size.
 */
size?: string | null, 
/**
 * Pieces, 1 to 9999.
 */
qty: number, 
/**
 * List price a piece; empty for the paid price.
 */
list_price?: Fen | null, 
/**
 * Paid price a piece, before a voucher or points.
 */
price: Fen, 
/**
 * Why it is below the list price; needed then.
 */
reason?: PriceReason | null, 
/**
 * In words; needed for manual.
 */
reason_note?: string | null, };

/**
 * Customers by how long they have been buying.
 */
export type NewOrOld = "new" | "old";

/**
 * A piece brought back.
 */
export type NewReturn = { 
/**
 * The line it was bought on.
 */
line: LineId, 
/**
 * Pieces, never more than are still with her.
 */
qty: number, };

/**
 * What a new book starts with.
 */
export type NewShop = { 
/**
 * The shop's name.
 */
name: string, 
/**
 * Its trade, which brings fields, levels and rules.
 */
trade: Trade, 
/**
 * The screen's language, in which the presets are written.
 */
language: Language, 
/**
 * The owner's name at the counter; empty for the language's word for owner.
 */
owner?: string | null, 
/**
 * Whether the invented customers come along.
 */
demo: boolean, };

/**
 * A visit as the clerk enters it.
 */
export type NewVisit = { 
/**
 * Who; empty for a walk-in (散客).
 */
customer?: CustomerId | null, 
/**
 * Kind.
 */
kind: VisitKind, 
/**
 * Day; empty for today. Never in the future.
 */
day?: string | null, 
/**
 * Time `HH:MM`; empty for now, or noon on another day.
 */
time?: string | null, 
/**
 * Who served; empty for who is at the counter.
 */
staff?: StaffId | null, 
/**
 * Sold.
 */
lines: Array<NewLine>, 
/**
 * Brought back.
 */
returns: Array<NewReturn>, 
/**
 * Paid; empty means all in one by the last way she paid, or cash. Otherwise the sum must be the total.
 */
payments: Array<Payment>, 
/**
 * Instead of lines: a day's walk-ins.
 */
day_total?: DayTotal | null, 
/**
 * A voucher to use.
 */
voucher?: VoucherId | null, 
/**
 * Points to redeem against the total.
 */
points_used: number, 
/**
 * Number on the paper receipt.
 */
ticket_no?: string | null, 
/**
 * Who came along.
 */
companions?: string | null, 
/**
 * 1 to 5.
 */
satisfaction?: number | null, 
/**
 * Why she bought.
 */
motive?: string | null, 
/**
 * What she said about what she tried.
 */
feedback?: string | null, 
/**
 * Note.
 */
note?: string | null, 
/**
 * What was learned about her.
 */
answers: Array<Answer>, 
/**
 * Tried but not bought.
 */
wishes: Array<NewWish>, };

/**
 * A piece tried but not bought, or asked for.
 */
export type NewWish = { 
/**
 * Style number.
 */
style_no?: string | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * Colour.
 */
color?: string | null, 
/**
 * Size.
 */
size?: string | null, 
/**
 * Why not.
 */
reason?: string | null, };

/**
 * A next best question.
 */
export type NextQuestion = { 
/**
 * The field it fills.
 */
field: FieldId, 
/**
 * The field's label.
 */
label: string, 
/**
 * As a clerk would ask.
 */
text: string, 
/**
 * By how much the completeness would rise.
 */
gain: number, 
/**
 * Whether the clerk answers it by watching instead of asking.
 */
observed: boolean, };

/**
 * A pop-up note.
 */
export type NoteId = number;

/**
 * Names a pop-up note.
 */
export type NoteRef = { 
/**
 * Which.
 */
id: NoteId, };

/**
 * A request that needs nothing.
 */
export type Nothing = Record<symbol, never>;

/**
 * What a text is for.
 */
export type Occasion = "festival" | "festival_offer" | "remembrance" | "birthday_invitation" | "birthday_benefit" | "birthday" | "important_date" | "season" | "weather" | "long_time_no_see" | "recall" | "new_vip_care" | "new_vip_call" | "care_tip" | "first_purchase" | "after_purchase" | "second_visit" | "thanks_milestone" | "thanks_year" | "thanks_referral" | "welcome" | "points_expiring" | "voucher_expiring" | "near_downgrade" | "wish_arrived" | "wish_reduced" | "refill" | "free_cleaning" | "invitation" | "event_reminder" | "event_thanks" | "apology" | "complaint_follow_up" | "recall_service" | "recall_need" | "recall_competitor" | "other";

/**
 * What kind of change an entry of the history is. The text form is the Fluent key after `op-`.
 */
export type Op = "open_shop" | "load_demo" | "undo" | "update_settings" | "save_staff" | "save_field" | "create_customer" | "update_customer" | "set_status" | "merge_customers" | "set_profile" | "save_date" | "remove_date" | "save_relation" | "remove_relation" | "save_note" | "remove_note" | "save_wish" | "save_tag" | "delete_tag" | "add_tags" | "remove_tag" | "record_visit" | "correct_visit" | "void_visit" | "save_levels" | "apply_review" | "set_level" | "save_campaign" | "adjust_points" | "redeem_points" | "issue_voucher" | "cancel_voucher" | "grant_benefit" | "give_benefit" | "log_contact" | "correct_contact" | "remove_contact" | "mark_replied" | "set_contact_wish" | "save_consent" | "decide_tasks" | "save_care_rule" | "remove_care_rule" | "save_follow_up" | "remove_follow_up" | "save_tag_rule" | "remove_tag_rule" | "save_arrival" | "remove_arrival" | "open_complaint" | "correct_complaint" | "answer_complaint" | "hold_complaint" | "resume_complaint" | "set_complaint_step" | "compensate" | "cancel_compensation" | "solve_complaint" | "reopen_complaint" | "set_complaint_result" | "follow_up_complaint" | "import" | "save_template" | "remove_template" | "mark_batch_sent" | "save_festival" | "remove_festival" | "save_shop_hours" | "save_closed_day" | "remove_closed_day" | "save_event" | "cancel_event" | "save_event_settings" | "add_guests" | "remove_guests" | "save_guest" | "set_guest_answer" | "set_guests_came" | "give_event_gift" | "save_referral_rule" | "give_thanks";

/**
 * Opens a complaint.
 */
export type OpenComplaint = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * About which visit of hers.
 */
visit?: VisitId | null, 
/**
 * About which line; its visit is then known.
 */
line?: LineId | null, 
/**
 * About what.
 */
kind: ComplaintKind, 
/**
 * What she said, at most 2,000 characters.
 */
what: string, 
/**
 * Who answers for it.
 */
staff?: StaffId | null, 
/**
 * The day she complained; empty for today.
 */
day?: string | null, 
/**
 * The time of day as `HH:MM`; empty for now, or noon of an earlier day.
 */
time?: string | null, };

/**
 * An entry with its rows.
 */
export type OperationDetail = { 
/**
 * The entry.
 */
entry: HistoryEntry, 
/**
 * The first 200 changed rows.
 */
changes: Array<ChangedRow>, 
/**
 * Rows that came in bulk.
 */
inserted: number, };

/**
 * A recorded operation of the history.
 */
export type OperationId = number;

/**
 * What came of a contact.
 */
export type Outcome = "sent" | "reached" | "no_answer" | "replied";

/**
 * Which half of the archive a field belongs to.
 */
export type Part = "hard" | "soft";

/**
 * A part of the payment; below zero is money given back.
 */
export type Payment = { 
/**
 * How.
 */
method: Method, 
/**
 * How much.
 */
amount: Fen, };

/**
 * Several customers in a line each.
 */
export type People = { 
/**
 * At most ten.
 */
people: Array<Person>, };

/**
 * A customer in one line.
 */
export type Person = { 
/**
 * Id.
 */
id: CustomerId, 
/**
 * Member number.
 */
member_no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Main phone.
 */
phone?: string | null, };

/**
 * What a text can ask for.
 */
export type Placeholder = "address" | "shop" | "clerk" | "level" | "points" | "last_purchase" | "days" | "benefit" | "voucher" | "until" | "festival" | "date_name" | "season" | "event" | "event_day" | "event_place" | "wish" | "friend" | "care_tip" | "matter";

/**
 * A placeholder with its labels, of which either may stand between the braces.
 */
export type PlaceholderRow = { 
/**
 * Which.
 */
placeholder: Placeholder, 
/**
 * The Chinese label.
 */
zh: string, 
/**
 * The English label.
 */
en: string, };

/**
 * Her points.
 */
export type PointsCard = { 
/**
 * Balance today; may be below zero after a return.
 */
balance: number, 
/**
 * Points that run out next.
 */
expiring?: number | null, 
/**
 * Last day they are valid.
 */
expires_on?: string | null, };

/**
 * Points that run out together.
 */
export type PointsExpiry = { 
/**
 * The last day on which they are good.
 */
day: string, 
/**
 * How many.
 */
points: number, };

/**
 * An entry of the points ledger.
 */
export type PointsId = number;

/**
 * What kind of entry somebody wrote.
 */
export type PointsKind = "earn" | "redeem" | "gift" | "adjust" | "opening" | "reverse";

/**
 * One line of a customer's ledger: an entry, or a derived expiry.
 */
export type PointsLine = { 
/**
 * The entry; for an expiry the one that gave the points.
 */
entry: PointsId, 
/**
 * Its day.
 */
day: string, 
/**
 * What it is.
 */
kind: LineKind, 
/**
 * Positive gives, negative takes.
 */
points: number, 
/**
 * The balance after it.
 */
balance: number, 
/**
 * The visit it belongs to.
 */
visit?: VisitId | null, 
/**
 * Why, or which gift.
 */
reason?: string | null, 
/**
 * Who entered it.
 */
by?: string | null, };

/**
 * Her points after that.
 */
export type PointsMoved = { 
/**
 * The new entry.
 */
entry: PointsId, 
/**
 * The balance.
 */
balance: number, 
/**
 * What can be spent.
 */
spendable: number, };

/**
 * A customer's points on this day.
 */
export type PointsPage = { 
/**
 * The sum of all lines; below zero is owed.
 */
balance: number, 
/**
 * What can be spent: the balance, or nothing while points are owed.
 */
spendable: number, 
/**
 * What the spendable points take off a bill; nothing if points buy gifts only.
 */
worth: Fen, 
/**
 * When points run out if none are spent, soonest first.
 */
expiries: Array<PointsExpiry>, 
/**
 * The lines, latest first, at most 1,000.
 */
lines: Array<PointsLine>, };

/**
 * A page of the register.
 */
export type PointsRegister = { 
/**
 * Entries.
 */
rows: Array<PointsRow>, 
/**
 * Hand it back for the next page.
 */
cursor?: string | null, 
/**
 * Only on the first page.
 */
totals?: PointsTotals | null, };

/**
 * One entry of the register.
 */
export type PointsRow = { 
/**
 * The entry.
 */
entry: PointsId, 
/**
 * Whose.
 */
customer: Person, 
/**
 * Its day.
 */
day: string, 
/**
 * What it is.
 */
kind: PointsKind, 
/**
 * Positive gives, negative takes.
 */
points: number, 
/**
 * The visit it belongs to.
 */
visit?: VisitId | null, 
/**
 * Why, or which gift.
 */
reason?: string | null, 
/**
 * Who entered it.
 */
by?: string | null, };

/**
 * How points are earned and spent in the shop.
 */
export type PointsRule = { 
/**
 * Points a yuan, in basis points: 10,000 is one point a yuan, 1,000 one point for ten.
 */
per_yuan_bp: number, 
/**
 * Multiplier in the birthday time, in basis points: 20,000 is double.
 */
birthday_bp: number, 
/**
 * What counts as the birthday time.
 */
birthday_scope: WindowScope, 
/**
 * How long points are good.
 */
expiry: ExpiryPolicy, 
/**
 * How many points pay for one yuan; 0 means that points buy gifts only.
 */
points_per_yuan_off: number, };

/**
 * The rules of points, of the birthday privilege and of vouchers. Changed ones hold for what comes; the past keeps what it was given.
 */
export type PointsSettings = { 
/**
 * Earning, expiry, spending.
 */
points: PointsRule, 
/**
 * The birthday privilege.
 */
birthday: BirthdayRule, 
/**
 * How vouchers are made, at most one a kind; a second-visit voucher is given by itself only if it is in here.
 */
vouchers: Array<VoucherDefault>, };

/**
 * What the shop owes its customers in points.
 */
export type PointsTotals = { 
/**
 * Customers with points to spend.
 */
holders: number, 
/**
 * The sum of their balances.
 */
outstanding: number, 
/**
 * What those take off bills at today's rule; nothing if points buy gifts only.
 */
worth: Fen, 
/**
 * Customers below zero.
 */
owing: number, 
/**
 * The sum they are below zero, as a positive number.
 */
owed: number, };

/**
 * A line that is shown when she is opened.
 */
export type PopupNote = { 
/**
 * Id.
 */
id: NoteId, 
/**
 * The line.
 */
text: string, 
/**
 * Last day it is shown.
 */
until?: string | null, };

/**
 * Asks for a review's preview.
 */
export type PreviewReview = { 
/**
 * As of which day; empty for today.
 */
day?: string | null, };

/**
 * Asks whom a rule would tag.
 */
export type PreviewTagRule = { 
/**
 * What has to be so, all of it.
 */
conditions: Array<TagCondition>, };

/**
 * Shows a text before it is saved.
 */
export type PreviewTemplate = { 
/**
 * What is said.
 */
text: string, 
/**
 * What it is for.
 */
occasion: Occasion, 
/**
 * Its language.
 */
language: Language, 
/**
 * Service, greeting or offer.
 */
purpose: Purpose, 
/**
 * For whom; empty for somebody of whom nothing is known.
 */
customer?: CustomerId | null, 
/**
 * What it is about.
 */
facts: MessageFacts, };

/**
 * Shows what saving would do, and does nothing.
 */
export type PreviewVisit = { 
/**
 * The visit.
 */
visit: NewVisit, 
/**
 * The visit it would replace, when correcting.
 */
replaces?: VisitId | null, };

/**
 * A text as it would read.
 */
export type Previewed = { 
/**
 * As it would be sent.
 */
text: string, 
/**
 * What was not known and was written around.
 */
missing: Array<Placeholder>, 
/**
 * What was not known, so that its stretch was left out.
 */
left_out: Array<Placeholder>, 
/**
 * Its length; a text message holds 70 Chinese characters.
 */
characters: number, 
/**
 * What is odd about it.
 */
warnings: Array<Warning>, };

/**
 * Why a price is below the list price.
 */
export type PriceReason = "level" | "birthday" | "voucher" | "points" | "promotion" | "manual";

/**
 * A field of one customer with what holds today.
 */
export type ProfileEntry = { 
/**
 * The field.
 */
field: FieldId, 
/**
 * Its key.
 */
key: string, 
/**
 * Its label.
 */
label: string, 
/**
 * Hard or soft.
 */
part: Part, 
/**
 * What it holds.
 */
kind: FieldKind, 
/**
 * For choices.
 */
options: Array<string>, 
/**
 * Sensitive or not.
 */
is_sensitive: boolean, 
/**
 * What holds today.
 */
values: Array<ProfileValue>, };

/**
 * An entry of the catalogue (`ProfileField`).
 */
export type ProfileField = { 
/**
 * Id.
 */
id: FieldId, 
/**
 * Stable key, such as `style`.
 */
key: string, 
/**
 * As shown.
 */
label: string, 
/**
 * Hard or soft.
 */
part: Part, 
/**
 * What it holds.
 */
kind: FieldKind, 
/**
 * For choices.
 */
options: Array<string>, 
/**
 * Weight within its half, 0 to 100.
 */
weight: number, 
/**
 * Whether it is asked for at all.
 */
is_on: boolean, 
/**
 * Whether it needs a consent of its own.
 */
is_sensitive: boolean, 
/**
 * Whether it is one of the archive's own columns (name, phone, birthday ...), which cannot be removed.
 */
is_builtin: boolean, 
/**
 * How a clerk would ask.
 */
question?: string | null, 
/**
 * When to ask.
 */
asking: Asking, };

/**
 * One dated fact.
 */
export type ProfileValue = { 
/**
 * Id.
 */
id: ValueId, 
/**
 * The fact, in her words.
 */
value: string, 
/**
 * When it was learned.
 */
learned_on: string, 
/**
 * Who learned it.
 */
staff?: string | null, 
/**
 * From which visit.
 */
visit?: VisitId | null, 
/**
 * When it stopped being so.
 */
ended_on?: string | null, };

/**
 * What a contact is for. A contact that is for several is the last of them in this order.
 */
export type Purpose = "service" | "greeting" | "marketing";

/**
 * Saves a visit, once: the same receipt again answers with the visit saved the first time.
 */
export type RecordVisit = { 
/**
 * Made by the client before the first try, 8 to 64 letters, digits or dashes.
 */
receipt: string, 
/**
 * The visit.
 */
visit: NewVisit, };

/**
 * A saved visit.
 */
export type RecordedVisit = { 
/**
 * Id.
 */
visit: VisitId, 
/**
 * Its number.
 */
visit_no: string, 
/**
 * For undo.
 */
operation?: OperationId | null, 
/**
 * What it did.
 */
effects: VisitEffects, };

/**
 * A day that comes back each year, as the customer said it. Always valid: see [`RecurringDate::new`].
 */
export type RecurringDate = { calendar: CalendarKind, year: number | null, month: number, day: number, leap: boolean, };

/**
 * Spends points on a gift.
 */
export type RedeemPoints = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * How many, 1 to a million.
 */
points: number, 
/**
 * What she gets for them.
 */
gift: string, };

/**
 * When a referrer is rewarded, and with what.
 */
export type ReferralRule = { 
/**
 * With what; empty for thanks in words only.
 */
reward?: Reward | null, 
/**
 * The new one's first purchase has to be of at least so much, and so much of it has to be kept.
 */
min_purchase: Fen, 
/**
 * Within so many days of her joining, 0 to 3,650; empty for whenever.
 */
within_days?: number | null, };

/**
 * Sums of those whom somebody brought.
 */
export type ReferralSums = { 
/**
 * How many she brought herself.
 */
brought: number, 
/**
 * Their net spend ever.
 */
spend: Fen, 
/**
 * Their net spend since they joined.
 */
since: Fen, 
/**
 * How many are in the whole chain: those she brought, those whom they brought, and so on.
 */
chain: number, 
/**
 * Net spend ever of the whole chain.
 */
chain_spend: Fen, 
/**
 * Net spend of the whole chain since each of them joined.
 */
chain_since: Fen, };

/**
 * Who brought whom, around one customer.
 */
export type ReferralTree = { 
/**
 * Whose tree.
 */
customer: Person, 
/**
 * Who brought her, who brought that one, and so on.
 */
above: Array<Person>, 
/**
 * What came of it.
 */
sums: ReferralSums, 
/**
 * Everybody below her, each after the one who brought her; at most 500.
 */
below: Array<TreeNode>, 
/**
 * Whether there are more.
 */
more: boolean, };

/**
 * The ranking.
 */
export type ReferrerList = { 
/**
 * Best first.
 */
rows: Array<ReferrerRow>, 
/**
 * How many brought somebody.
 */
referrers: number, 
/**
 * How many were brought in all.
 */
brought: number, 
/**
 * Their net spend ever.
 */
spend: Fen, 
/**
 * Of all customers in use, how many there are.
 */
customers: number, };

/**
 * Somebody who brought somebody.
 */
export type ReferrerRow = { 
/**
 * Who.
 */
customer: Person, 
/**
 * Her level.
 */
level: string, 
/**
 * Its rank.
 */
level_rank: number, 
/**
 * What came of it.
 */
sums: ReferralSums, 
/**
 * When she last brought somebody.
 */
last: string, 
/**
 * How often she was thanked.
 */
thanks: number, };

/**
 * What referrers are ranked by.
 */
export type ReferrerSort = "spend" | "chain" | "people";

/**
 * A relation to another customer.
 */
export type Relation = { 
/**
 * Id.
 */
id: RelationId, 
/**
 * What the other is to her.
 */
kind: RelationKind, 
/**
 * The other.
 */
person: Person, 
/**
 * Note.
 */
note?: string | null, };

/**
 * A relation between two customers.
 */
export type RelationId = number;

/**
 * What the other person is to the customer.
 */
export type RelationKind = "spouse" | "parent" | "child" | "sibling" | "friend" | "colleague" | "other";

/**
 * Names a relation.
 */
export type RelationRef = { 
/**
 * Which.
 */
id: RelationId, };

/**
 * Takes one tag off customers.
 */
export type RemoveTag = { 
/**
 * Off whom, at most 10,000.
 */
customers: Array<CustomerId>, 
/**
 * Which.
 */
tag: TagId, };

/**
 * Who was moved.
 */
export type ReviewApplied = { 
/**
 * How many.
 */
moved: number, 
/**
 * For undo.
 */
operation?: OperationId | null, };

/**
 * How often levels are reviewed.
 */
export type ReviewPeriod = "quarter" | "half_year";

/**
 * What a review would do.
 */
export type ReviewPreview = { 
/**
 * As of which day.
 */
day: string, 
/**
 * Everybody who would move, at most 5,000.
 */
rows: Array<ReviewRow>, 
/**
 * The last operation the figures rest on; hand it back when applying.
 */
seen: OperationId, };

/**
 * One line of a review or a dry run.
 */
export type ReviewRow = { 
/**
 * Who.
 */
customer: Person, 
/**
 * Level now.
 */
from: string, 
/**
 * Level after.
 */
to: string, 
/**
 * The level after.
 */
to_level: LevelId, 
/**
 * Whether it is a rise.
 */
rise: boolean, 
/**
 * What is missing to keep the present level.
 */
gap?: Gap | null, 
/**
 * What was reached of the new one.
 */
met: Array<Met>, };

/**
 * What a referrer is given.
 */
export type Reward = { "kind": "voucher", 
/**
 * What it takes off.
 */
worth: Worth, 
/**
 * The smallest bill it can be used on.
 */
min_spend: Fen, 
/**
 * Good for so many days more, 1 to 3,650.
 */
days: number, } | { "kind": "points", 
/**
 * 1 to 1,000,000.
 */
points: number, };

/**
 * What somebody may do.
 */
export type Role = "owner" | "clerk";

/**
 * What a rule would make, before it is saved.
 */
export type RuleDryRun = { 
/**
 * Tasks from today to six days from now, with those still open from before.
 */
this_week: number, 
/**
 * Of these, how many past their day.
 */
overdue: number, 
/**
 * How many would be kept back.
 */
held: number, 
/**
 * By day.
 */
days: Array<DayCount>, 
/**
 * The first twenty.
 */
sample: Array<TaskRow>, };

/**
 * What a rule says.
 */
export type RulePlan = { 
/**
 * From what.
 */
trigger: Trigger, 
/**
 * For whom.
 */
conditions: Conditions, 
/**
 * How many months after.
 */
after_months: number, 
/**
 * How many days after; before, when below zero.
 */
after_days: number, 
/**
 * How many minutes after she left, on the day of the visit.
 */
after_minutes?: number | null, 
/**
 * How many days longer it makes sense; none for until it is done.
 */
lasts_days?: number | null, 
/**
 * By what means.
 */
means: Means, 
/**
 * What it is for.
 */
purpose: Purpose, 
/**
 * The occasion of the text.
 */
occasion?: Occasion | null, 
/**
 * A text of its own instead of the occasion's.
 */
template?: TemplateId | null, 
/**
 * Whose.
 */
who: Who, 
/**
 * After how many days it comes back when she did not answer.
 */
retry_days: number, 
/**
 * How often she is tried in all.
 */
tries: number, };

/**
 * A rule with what it makes now.
 */
export type RuleRow = { 
/**
 * The rule.
 */
rule: CareRule, 
/**
 * Tasks today, overdue ones included.
 */
waiting: number, 
/**
 * Tasks kept back.
 */
held: number, };

/**
 * Brings in customers, visits and lines, at most one file of each, all or nothing.
 */
export type RunImport = { 
/**
 * The files.
 */
files: Array<ImportFile>, 
/**
 * Goes all the way and takes everything back: the same counts, the book unchanged.
 */
dry_run: boolean, 
/**
 * Where to write the rows that were held back, to be mended and brought again. With several files each gets its own,
 * with `-customers`, `-visits` or `-lines` before the ending.
 */
errors?: string | null, };

/**
 * Says that a style came in or costs less.
 */
export type SaveArrival = { 
/**
 * The style number; the letters of the wishes that wait for it are kept, whatever their capitals.
 */
style_no: string, 
/**
 * What happened.
 */
kind: ArrivalKind, 
/**
 * A word on it.
 */
note?: string | null, };

/**
 * Adds (no id) or changes a recruitment month.
 */
export type SaveCampaign = { 
/**
 * Which; empty to add.
 */
id?: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * The level any purchase opens.
 */
level: LevelId, };

/**
 * Saves a rule: changes one, or adds one of the shop's own.
 */
export type SaveCareRule = { 
/**
 * Which; none for a new one.
 */
id?: CareRuleId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * What it says.
 */
plan: RulePlan, 
/**
 * Whether it makes tasks.
 */
is_on: boolean, };

/**
 * Adds a stretch of closed days, or changes one.
 */
export type SaveClosedDay = { 
/**
 * Which; empty for a new one.
 */
id?: ClosedDayId | null, 
/**
 * First closed day.
 */
from_day: string, 
/**
 * Last closed day.
 */
to_day: string, 
/**
 * Why, at most 40 characters.
 */
reason?: string | null, };

/**
 * Writes a consent down, or its withdrawal. It holds at once.
 */
export type SaveConsent = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * For what.
 */
purpose: ConsentPurpose, 
/**
 * By which channels; none for all of them.
 */
channels: Array<ContactChannel>, 
/**
 * Whether it was given, or withdrawn.
 */
given: boolean, 
/**
 * How she said it.
 */
note?: string | null, };

/**
 * Adds (no id) or changes an important date.
 */
export type SaveDate = { 
/**
 * Which; empty to add.
 */
id?: DateId | null, 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * Label.
 */
label: string, 
/**
 * When.
 */
date: RecurringDate, };

/**
 * Plans (no id) or changes an event.
 */
export type SaveEvent = { 
/**
 * Which; empty for a new one.
 */
id?: EventId | null, 
/**
 * Name, at most 40 characters.
 */
name: string, 
/**
 * Kind.
 */
kind: EventKind, 
/**
 * First day.
 */
day: string, 
/**
 * Last day; empty for the first. At most 30 days later.
 */
to_day?: string | null, 
/**
 * When it starts, `HH:MM`.
 */
starts?: string | null, 
/**
 * Where.
 */
place?: string | null, 
/**
 * The plan, in several lines.
 */
plan?: string | null, 
/**
 * What every guest is given.
 */
gift?: string | null, 
/**
 * Invitations go out so many days before, 0 to 60.
 */
invite_days: number, 
/**
 * Sales to guests count until so many days after, 0 to 90.
 */
sales_days: number, };

/**
 * Adds a festival, or changes one.
 */
export type SaveFestival = { 
/**
 * Which; empty for a new one.
 */
id?: FestivalId | null, 
/**
 * Name, at most 20 characters.
 */
name: string, 
/**
 * Its day and how it is kept.
 */
rule: FestivalRule, 
/**
 * Whether the shop keeps it.
 */
is_on: boolean, };

/**
 * Adds a field (no id) or changes one.
 */
export type SaveField = { 
/**
 * Which; empty to add.
 */
id?: FieldId | null, 
/**
 * As shown.
 */
label: string, 
/**
 * Hard or soft.
 */
part: Part, 
/**
 * What it holds; fixed once values are there.
 */
kind: FieldKind, 
/**
 * For choices.
 */
options: Array<string>, 
/**
 * Weight within its half, 0 to 100.
 */
weight: number, 
/**
 * Whether it is asked for.
 */
is_on: boolean, 
/**
 * Whether it needs a consent of its own.
 */
is_sensitive: boolean, 
/**
 * How a clerk would ask.
 */
question?: string | null, 
/**
 * Place in the list from 0; empty leaves it where it is, or puts it last.
 */
position?: number | null, };

/**
 * Sets a task by hand, or changes it.
 */
export type SaveFollowUp = { 
/**
 * Which; none for a new one.
 */
id?: FollowUpId | null, 
/**
 * For whom.
 */
customer: CustomerId, 
/**
 * What is to be done.
 */
title: string, 
/**
 * When.
 */
due_on: string, 
/**
 * Until when it makes sense; a month when left out.
 */
expires_on?: string | null, 
/**
 * How; her preferred way when left out.
 */
channel?: ContactChannel | null, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * The text.
 */
template?: TemplateId | null, 
/**
 * Whose; her own clerk's when left out.
 */
staff?: StaffId | null, };

/**
 * Sets the same task for many at once, such as a word of care on the first cold day.
 */
export type SaveFollowUps = { 
/**
 * For whom, 1 to 1,000.
 */
customers: Array<CustomerId>, 
/**
 * The name of the batch.
 */
batch: string, 
/**
 * What is to be done.
 */
title: string, 
/**
 * When.
 */
due_on: string, 
/**
 * Until when it makes sense; a month when left out.
 */
expires_on?: string | null, 
/**
 * How; her preferred way when left out.
 */
channel?: ContactChannel | null, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * The text.
 */
template?: TemplateId | null, 
/**
 * Whose; her own clerk's when left out.
 */
staff?: StaffId | null, };

/**
 * Changes how a guest is invited, how many come with her, and the word on her.
 */
export type SaveGuest = { 
/**
 * Which event.
 */
event: EventId, 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * How she is invited.
 */
invite_by: InviteBy, 
/**
 * How many come, herself included, 1 to 20.
 */
party: number, 
/**
 * A word on her.
 */
note?: string | null, };

/**
 * The levels as they shall be from today on, the base first; one that is left out is taken away.
 */
export type SaveLevels = { 
/**
 * Levels in the order of their rank.
 */
levels: Array<LevelDraft>, 
/**
 * How often levels are reviewed.
 */
reviews: ReviewPeriod, };

/**
 * Adds (no id) or changes a pop-up note.
 */
export type SaveNote = { 
/**
 * Which; empty to add.
 */
id?: NoteId | null, 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * The line, at most 200 characters.
 */
text: string, 
/**
 * Last day it is shown; empty for always.
 */
until?: string | null, };

/**
 * Adds a relation; the other side sees it the other way round.
 */
export type SaveRelation = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * The other.
 */
other: CustomerId, 
/**
 * What the other is to her.
 */
kind: RelationKind, 
/**
 * Note.
 */
note?: string | null, };

/**
 * Adds somebody (no id) or changes somebody.
 */
export type SaveStaff = { 
/**
 * Whom to change; empty to add.
 */
id?: StaffId | null, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Whether still working here.
 */
is_active: boolean, };

/**
 * Adds a tag (no id) or renames one.
 */
export type SaveTag = { 
/**
 * Which; empty to add.
 */
id?: TagId | null, 
/**
 * Name.
 */
name: string, };

/**
 * Makes a tag one that a rule gives, or changes the rule. Customers who carry the tag by hand keep it.
 */
export type SaveTagRule = { 
/**
 * The tag's name; made if there is none of it.
 */
name: string, 
/**
 * What has to be so, all of it: 1 to 5.
 */
conditions: Array<TagCondition>, 
/**
 * Whether the rule gives the tag.
 */
is_on: boolean, };

/**
 * Adds a text, or changes one.
 */
export type SaveTemplate = { 
/**
 * Which; empty for a new one.
 */
id?: TemplateId | null, 
/**
 * What it is for.
 */
occasion: Occasion, 
/**
 * Its language.
 */
language: Language, 
/**
 * As listed, at most 40 characters.
 */
title: string, 
/**
 * What is said, at most 500 characters.
 */
text: string, 
/**
 * Service, greeting or offer.
 */
purpose: Purpose, 
/**
 * Whether it is used.
 */
is_on: boolean, };

/**
 * Adds (no id) or changes a wish; style number or name is needed.
 */
export type SaveWish = { 
/**
 * Which; empty to add.
 */
id?: WishId | null, 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * From which visit.
 */
visit?: VisitId | null, 
/**
 * Style number.
 */
style_no?: string | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * Colour.
 */
color?: string | null, 
/**
 * Size.
 */
size?: string | null, 
/**
 * Why not, or what for.
 */
reason?: string | null, 
/**
 * What became of it.
 */
status: WishStatus, };

/**
 * Types into the search box.
 */
export type Search = { 
/**
 * What was typed.
 */
query: string, 
/**
 * How many at most, 1 to 50.
 */
limit: number, };

/**
 * What was found, best first.
 */
export type SearchAnswer = { 
/**
 * The hits.
 */
hits: Array<SearchHit>, };

/**
 * Somebody found.
 */
export type SearchHit = { 
/**
 * Id.
 */
id: CustomerId, 
/**
 * Member number.
 */
member_no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Main phone.
 */
phone?: string | null, 
/**
 * Level.
 */
level: string, 
/**
 * Level's rank, 0 the base.
 */
level_rank: number, 
/**
 * Last visit.
 */
last_visit?: string | null, 
/**
 * Net spend ever.
 */
lifetime_spend: Fen, 
/**
 * Which kind of key matched: name, pinyin, initials, phone, card, wechat, nickname, tag, style, recent.
 */
matched: string, 
/**
 * Whether the archive was put away.
 */
archived: boolean, };

/**
 * Says who is at the counter from now on.
 */
export type SetActor = { 
/**
 * Who; empty for nobody in particular.
 */
staff?: StaffId | null, };

/**
 * Says what she answered when she was asked whether it is well now.
 */
export type SetComplaintResult = { 
/**
 * Which.
 */
complaint: ComplaintId, 
/**
 * Satisfied or not.
 */
satisfied: boolean, };

/**
 * Says what she wants to hear.
 */
export type SetContactWish = { 
/**
 * Who.
 */
customer: CustomerId, 
/**
 * What.
 */
wish: ContactWish, 
/**
 * How she said it.
 */
note?: string | null, };

/**
 * Writes down what guests said.
 */
export type SetGuestAnswer = { 
/**
 * Which event.
 */
event: EventId, 
/**
 * Whom, 1 to 5,000.
 */
customers: Array<CustomerId>, 
/**
 * What they said; empty takes it back.
 */
answer?: GuestAnswer | null, 
/**
 * How many come, herself included, 1 to 20; empty leaves it.
 */
party?: number | null, };

/**
 * Writes down who came. Not before the event begins.
 */
export type SetGuestsCame = { 
/**
 * Which event.
 */
event: EventId, 
/**
 * Whom, 1 to 5,000.
 */
customers: Array<CustomerId>, 
/**
 * Whether they came; empty takes it back.
 */
came?: boolean | null, };

/**
 * Gives a customer a level by hand.
 */
export type SetLevel = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * Which.
 */
level: LevelId, 
/**
 * Why.
 */
reason: string, };

/**
 * Writes down what was learned.
 */
export type SetProfile = { 
/**
 * About whom.
 */
customer: CustomerId, 
/**
 * What.
 */
answers: Array<Answer>, 
/**
 * From which visit.
 */
visit?: VisitId | null, };

/**
 * Puts an archive away, ends a membership, or takes either back.
 */
export type SetStatus = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * To what.
 */
status: Status, };

/**
 * Says what became of a step.
 */
export type SetStep = { 
/**
 * Of which complaint.
 */
complaint: ComplaintId, 
/**
 * Which step.
 */
step: ComplaintStep, 
/**
 * What became of it.
 */
state: StepState, 
/**
 * A word on it; a skipped step needs one.
 */
note?: string | null, };

/**
 * The shop's settings.
 */
export type Settings = { 
/**
 * The shop's name, as printed and signed.
 */
shop_name: string, 
/**
 * Its trade.
 */
trade: Trade, 
/**
 * The screen's language.
 */
language: Language, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Larger type throughout.
 */
large_type: boolean, 
/**
 * The shop's time zone, minutes east of UTC; it decides which day a sale belongs to.
 */
utc_offset_minutes: number, };

/**
 * What became of the row.
 */
export type Severity = "rejected" | "flagged";

/**
 * One customer of the sheet.
 */
export type SheetBlock = { 
/**
 * In a line. Her phone is in full for the owner, and with its middle hidden for a clerk.
 */
person: TaskPerson, 
/**
 * Further phones.
 */
phones: Array<string>, 
/**
 * Birthday, as she said it.
 */
birthday?: string | null, 
/**
 * When it is next.
 */
birthday_on?: string | null, 
/**
 * What is to be done about her today.
 */
tasks: Array<TaskRow>, 
/**
 * What may not be said to her now.
 */
against: Array<Suppression>, 
/**
 * Sizes.
 */
sizes: Array<SheetFact>, 
/**
 * What else is known that helps a talk.
 */
likes: Array<SheetFact>, 
/**
 * What she bought last, the latest first.
 */
visits: Array<SheetVisit>, 
/**
 * What she waits for.
 */
wishes: Array<string>, 
/**
 * Notes that pop up.
 */
notes: Array<string>, 
/**
 * What the archive does not know yet, the weightiest first, to be filled in by hand.
 */
gaps: Array<string>, };

/**
 * Something known about her.
 */
export type SheetFact = { 
/**
 * The field's label.
 */
label: string, 
/**
 * What it holds.
 */
value: string, };

/**
 * A visit in a line.
 */
export type SheetVisit = { 
/**
 * When.
 */
day: string, 
/**
 * What.
 */
what: string, 
/**
 * Paid.
 */
total: Fen, };

/**
 * The hours of a week; a day without any is a day off.
 */
export type ShopHours = { 
/**
 * Monday to Sunday, each with its spans in order.
 */
week: Array<Array<Span>>, };

/**
 * What the window needs at its start.
 */
export type ShopInfo = { 
/**
 * Settings.
 */
settings: Settings, 
/**
 * Everybody who works here.
 */
staff: Array<Staff>, 
/**
 * Who is at the counter.
 */
actor?: StaffId | null, 
/**
 * Archives, those cancelled left out.
 */
customers: number, 
/**
 * Visits, those voided included.
 */
visits: number, 
/**
 * Today in the shop's zone.
 */
today: string, 
/**
 * When the last good copy was made; RFC 3339.
 */
last_backup?: string | null, 
/**
 * The file's name without its folder.
 */
file_name: string, };

/**
 * One threshold not reached yet.
 */
export type Shortfall = { 
/**
 * What is counted.
 */
metric: Metric, 
/**
 * Fen, purchases or points on the day.
 */
value: number, 
/**
 * What the rule asks for.
 */
at_least: number, 
/**
 * What is missing; of a single purchase the whole amount, because it has to be one.
 */
short: number, };

/**
 * One of the solar terms a festival can be tied to.
 */
export type SolarTerm = "beginning_of_spring" | "qingming" | "beginning_of_summer" | "beginning_of_autumn" | "beginning_of_winter" | "winter_solstice";

/**
 * Says that it is solved: both clocks stop.
 */
export type SolveComplaint = { 
/**
 * Which.
 */
complaint: ComplaintId, 
/**
 * How, at most 2,000 characters.
 */
solution: string, };

/**
 * Who set a level when it was not a visit.
 */
export type Source = "review" | "manual" | "opening" | "campaign";

/**
 * From one time to a later one of the same day.
 */
export type Span = { 
/**
 * Opens.
 */
from: TimeOfDay, 
/**
 * Closes; 24:00 at the latest.
 */
to: TimeOfDay, };

/**
 * A clerk (导购) or the owner.
 */
export type Staff = { 
/**
 * Id.
 */
id: StaffId, 
/**
 * Name, unique.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Whether still working here.
 */
is_active: boolean, };

/**
 * A clerk or the owner.
 */
export type StaffId = number;

/**
 * Whether an archive is in use.
 */
export type Status = "active" | "archived" | "cancelled";

/**
 * What became of a step.
 */
export type StepState = "open" | "done" | "skipped";

/**
 * Why she is not to be addressed. `until` is the first day on which this alone would no longer stop it.
 */
export type Suppression = { "why": "inactive" } | { "why": "do_not_contact" } | { "why": "consent_withdrawn", 
/**
 * To what.
 */
purpose: ConsentPurpose, 
/**
 * Which channel.
 */
channel: ContactChannel, } | { "why": "minor", 
/**
 * 18 or 14.
 */
under: number, } | { "why": "no_promotion" } | { "why": "consent_missing", 
/**
 * Which channel.
 */
channel: ContactChannel, } | { "why": "open_complaint" } | { "why": "no_channel", 
/**
 * Which channel.
 */
channel: ContactChannel, } | { "why": "unanswered", 
/**
 * How many in a row.
 */
count: number, 
/**
 * The next month.
 */
until: string, } | { "why": "monthly_limit", 
/**
 * How many.
 */
count: number, 
/**
 * The next month.
 */
until: string, } | { "why": "too_soon", 
/**
 * When.
 */
last: string, 
/**
 * Whether she came, or was spoken to.
 */
visited: boolean, 
/**
 * When the quiet days are over.
 */
until: string, };

/**
 * A table that was exported.
 */
export type TableExported = { 
/**
 * Full path of the file.
 */
path: string, 
/**
 * Rows without the headings.
 */
rows: number, 
/**
 * Bytes.
 */
bytes: number, };

/**
 * The kind of file.
 */
export type TableFormat = "csv";

/**
 * What became of the rows of one table.
 */
export type TableReport = { 
/**
 * Rows in the file, blank ones left out. The sum of the next four.
 */
rows: number, 
/**
 * Rows the book did not have.
 */
new: number, 
/**
 * Rows the book had, just so.
 */
known: number, 
/**
 * Rows the book had, to which the file added or corrected something.
 */
changed: number, 
/**
 * Rows that were held back; each has a flag that says why.
 */
rejected: number, 
/**
 * The first ten thousand remarks about cells and rows.
 */
flagged: Array<Flag>, 
/**
 * All remarks, counted by their code.
 */
flags: { [key in string]: number }, 
/**
 * The encoding the file was read in.
 */
encoding?: Encoding | null, 
/**
 * How sure that is.
 */
certainty?: Certainty | null, 
/**
 * How the columns were understood.
 */
columns: Array<ImportColumn>, 
/**
 * Where the rows that were held back were written.
 */
errors?: string | null, };

/**
 * A tag and how many customers carry it.
 */
export type Tag = { 
/**
 * Id.
 */
id: TagId, 
/**
 * Name, unique.
 */
name: string, 
/**
 * How many carry it by hand.
 */
customers: number, 
/**
 * What has to be so for the rule that gives it; empty for a tag set by hand.
 */
rule?: Array<TagCondition> | null, };

/**
 * One thing that has to be so. "Within D days" is today and the D - 1 days before it. Live visits count, upper and lower case are alike.
 */
export type TagCondition = { "kind": "bought", 
/**
 * What is compared.
 */
by: BoughtBy, 
/**
 * With what.
 */
words: string, 
/**
 * On how many visits at least.
 */
times: number, 
/**
 * Within so many days.
 */
days: number, } | { "kind": "spent", 
/**
 * How much at least.
 */
at_least: Fen, 
/**
 * Within so many days.
 */
days: number, } | { "kind": "absent", 
/**
 * For how many days.
 */
days: number, } | { "kind": "level", 
/**
 * Which.
 */
levels: Array<LevelId>, } | { "kind": "birthday_month", 
/**
 * The month, 1 to 12; empty for the present one.
 */
month?: number | null, };

/**
 * A tag.
 */
export type TagId = number;

/**
 * Names a tag.
 */
export type TagRef = { 
/**
 * Which.
 */
tag: TagId, };

/**
 * Whom a rule would tag.
 */
export type TagRulePreview = { 
/**
 * How many.
 */
customers: number, 
/**
 * The first of them, at most 20.
 */
sample: Array<Person>, };

/**
 * A rule that gives a tag.
 */
export type TagRuleRow = { 
/**
 * The tag.
 */
tag: TagId, 
/**
 * Its name.
 */
name: string, 
/**
 * What has to be so.
 */
conditions: Array<TagCondition>, 
/**
 * Whether it gives the tag.
 */
is_on: boolean, 
/**
 * Whom it gives the tag today; 0 while it is off.
 */
customers: number, };

/**
 * All rules.
 */
export type TagRules = { 
/**
 * By name.
 */
rules: Array<TagRuleRow>, };

/**
 * All tags.
 */
export type Tags = { 
/**
 * The most carried first.
 */
tags: Array<Tag>, };

/**
 * How many there are, before any choice of state, rule or kind.
 */
export type TaskCounts = { 
/**
 * Past their day.
 */
overdue: number, 
/**
 * Today's.
 */
due: number, 
/**
 * Within the next days.
 */
upcoming: number, };

/**
 * How many of one rule, or of the follow-ups together.
 */
export type TaskGroup = { 
/**
 * The rule; none for follow-ups.
 */
rule?: CareRuleId | null, 
/**
 * Its name; empty for follow-ups.
 */
title: string, 
/**
 * From what they follow.
 */
kind: TriggerKind, 
/**
 * How many past their day.
 */
overdue: number, 
/**
 * How many of today.
 */
due: number, 
/**
 * How many later.
 */
upcoming: number, };

/**
 * Tasks.
 */
export type TaskList = { 
/**
 * A page of them.
 */
rows: Array<TaskRow>, 
/**
 * How many in all.
 */
total: number, 
/**
 * Where this page ends, if there are more.
 */
cursor?: string | null, };

/**
 * Whom a task is about, in a line.
 */
export type TaskPerson = { 
/**
 * Id.
 */
id: CustomerId, 
/**
 * Member number.
 */
member_no: string, 
/**
 * Name.
 */
name: string, 
/**
 * How she likes to be addressed.
 */
nickname?: string | null, 
/**
 * Gender.
 */
gender?: Gender | null, 
/**
 * Main phone.
 */
phone?: string | null, 
/**
 * WeChat.
 */
wechat?: string | null, 
/**
 * The name of her level.
 */
level: string, 
/**
 * Its place in the ladder; 0 is where everybody starts.
 */
level_rank: number, 
/**
 * Day of the last purchase.
 */
last_purchase?: string | null, 
/**
 * Day of the last contact.
 */
last_contact?: string | null, };

/**
 * What a task is found again by.
 */
export type TaskRef = { 
/**
 * Its rule.
 */
rule?: CareRuleId | null, 
/**
 * Or the follow-up, when it was set by hand.
 */
follow_up?: FollowUpId | null, 
/**
 * Whom it is about; none of a task of the shop.
 */
customer?: CustomerId | null, 
/**
 * What it follows from, such as `visit:12`.
 */
cause: string, };

/**
 * One task.
 */
export type TaskRow = { 
/**
 * What it is found again by.
 */
task: TaskRef, 
/**
 * The rule's name, or what was written by hand.
 */
title: string, 
/**
 * From what it follows; with `params` the sentence `care-why-<kind>`.
 */
kind: TriggerKind, 
/**
 * Figures and words of that sentence: days as `YYYY-MM-DD`, money in yuan.
 */
params: { [key in string]: string }, 
/**
 * Whom it is about; none of a task of the shop.
 */
customer?: TaskPerson | null, 
/**
 * How it stands.
 */
state: TaskState, 
/**
 * The day it is to be done.
 */
due: string, 
/**
 * On its day not before this moment, with offset.
 */
not_before?: string | null, 
/**
 * The last day it makes sense; none for until it is done.
 */
expires?: string | null, 
/**
 * How she is to be reached.
 */
channel: ContactChannel, 
/**
 * What it is for.
 */
purpose: Purpose, 
/**
 * The occasion of the text.
 */
occasion?: Occasion | null, 
/**
 * The text, where the rule has one of its own.
 */
template?: TemplateId | null, 
/**
 * Whose it is; none for anybody's.
 */
staff?: StaffId | null, 
/**
 * How often she was tried.
 */
tries: number, 
/**
 * Whether it was put off before.
 */
snoozed: boolean, 
/**
 * The batch it was set with.
 */
batch?: string | null, 
/**
 * Why it is kept back, in the list of those that are.
 */
held?: Suppression | null, 
/**
 * The first day on which time alone would let it through.
 */
held_until?: string | null, };

/**
 * How a task stands.
 */
export type TaskState = "overdue" | "due" | "upcoming";

/**
 * What was written down.
 */
export type TasksDecided = { 
/**
 * How many tasks.
 */
decided: number, 
/**
 * How many contacts.
 */
contacts: number, 
/**
 * How many of many were left out, because the contact clock keeps them back or they are gone meanwhile.
 */
left_out: number, 
/**
 * The entry of the history, for undo.
 */
operation?: OperationId | null, };

/**
 * A text for messages.
 */
export type TemplateId = number;

/**
 * One text.
 */
export type TemplateRef = { 
/**
 * Which.
 */
template: TemplateId, };

/**
 * A text of the list.
 */
export type TemplateRow = { 
/**
 * The text.
 */
template: MessageTemplate, 
/**
 * What is odd about it.
 */
warnings: Array<Warning>, };

/**
 * A text that was saved.
 */
export type TemplateSaved = { 
/**
 * Its id.
 */
template: TemplateId, 
/**
 * What is odd about it.
 */
warnings: Array<Warning>, };

/**
 * The shop's texts.
 */
export type Templates = { 
/**
 * By place in the list.
 */
templates: Array<TemplateRow>, 
/**
 * What a text can ask for.
 */
placeholders: Array<PlaceholderRow>, };

/**
 * Thanks that were given.
 */
export type Thanks = { 
/**
 * Id.
 */
id: ThanksId, 
/**
 * Who was thanked.
 */
referrer: Person, 
/**
 * Whom she had brought.
 */
referred: Person, 
/**
 * When.
 */
day: string, 
/**
 * What, in words.
 */
what: string, 
/**
 * What became of the voucher, if it was one.
 */
voucher?: VoucherState | null, 
/**
 * The points, if it was points.
 */
points?: number | null, 
/**
 * Whether voucher or points went because the purchase went.
 */
taken_back: boolean, 
/**
 * The purchase they rest on.
 */
visit?: VisitId | null, };

/**
 * Somebody who was brought and for whom nobody was thanked.
 */
export type ThanksDue = { 
/**
 * Who brought her.
 */
referrer: Person, 
/**
 * Who was brought.
 */
referred: Person, 
/**
 * When she joined.
 */
joined_on: string, 
/**
 * Her first purchase.
 */
first?: FirstPurchase | null, 
/**
 * Whether the reward is earned.
 */
state: ThanksState, };

/**
 * Thanks that are due: of those who joined or first bought in the last 90 days.
 */
export type ThanksDueList = { 
/**
 * Earned ones first, then the latest; at most 500.
 */
rows: Array<ThanksDue>, 
/**
 * The rule.
 */
rule: ReferralRule, };

/**
 * Thanks for a customer brought.
 */
export type ThanksId = number;

/**
 * A page of thanks.
 */
export type ThanksList = { 
/**
 * Rows.
 */
rows: Array<Thanks>, 
/**
 * Hand it back for the next page.
 */
cursor?: string | null, };

/**
 * What a visit does to a referrer's reward.
 */
export type ThanksMoved = { 
/**
 * Whose reward.
 */
referrer: Person, 
/**
 * -1 when her voucher goes, 1 when it stands again.
 */
vouchers: number, 
/**
 * Whether the voucher was used already and therefore stays.
 */
used: boolean, 
/**
 * Points that go (below zero) or come back.
 */
points: number, 
/**
 * Her points after it; below zero is owed.
 */
points_after: number, };

/**
 * Whether a reward is earned.
 */
export type ThanksState = "earned" | "no_purchase" | "too_small" | "too_late";

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * A time of a day to the minute, 00:00 to 24:00.
 */
export type TimeOfDay = string;

/**
 * Today.
 */
export type Today = { 
/**
 * The day it is for.
 */
day: string, 
/**
 * Everybody's.
 */
all: TaskCounts, 
/**
 * Of whoever is at the counter.
 */
mine: TaskCounts, 
/**
 * Of nobody in particular.
 */
pool: TaskCounts, 
/**
 * How many are kept back, with a reason each.
 */
held: number, 
/**
 * How many were decided today.
 */
decided_today: number, 
/**
 * By rule, of those asked for, in the order of the rules.
 */
groups: Array<TaskGroup>, 
/**
 * A page of those asked for.
 */
rows: Array<TaskRow>, 
/**
 * How many were asked for in all.
 */
total: number, 
/**
 * Where this page ends, if there are more.
 */
cursor?: string | null, };

/**
 * The trade, which chooses the presets.
 */
export type Trade = "clothing" | "jewellery" | "cosmetics" | "cafe" | "general";

/**
 * Somebody in the tree below a customer.
 */
export type TreeNode = { 
/**
 * Who.
 */
customer: Person, 
/**
 * Who brought her.
 */
parent: CustomerId, 
/**
 * 1 for those whom the customer brought herself.
 */
depth: number, 
/**
 * Her level.
 */
level: string, 
/**
 * Its rank.
 */
level_rank: number, 
/**
 * When she joined.
 */
joined_on: string, 
/**
 * Net spend ever.
 */
net_spend: Fen, 
/**
 * Net spend since she joined.
 */
since: Fen, 
/**
 * Her last visit.
 */
last_visit?: string | null, 
/**
 * How many she brought.
 */
brought: number, 
/**
 * When her referrer was thanked for her.
 */
thanked_on?: string | null, };

/**
 * From what a task follows, with the figures of that kind.
 */
export type Trigger = { "kind": "new_card" } | { "kind": "first_purchase" } | { "kind": "big_purchase", 
/**
 * From how much on, paid and kept.
 */
least: Fen, } | { "kind": "brought_somebody" } | { "kind": "was_brought" } | { "kind": "milestone", 
/**
 * The amounts, any order.
 */
amounts: Array<Fen>, } | { "kind": "top_spender", 
/**
 * The day of the year on which the year is counted.
 */
month: number, 
/**
 * Its day.
 */
day: number, 
/**
 * How many.
 */
count: number, } | { "kind": "birthday" } | { "kind": "birthday_list", 
/**
 * The day of the month.
 */
day: number, } | { "kind": "important_date" } | { "kind": "no_purchase" } | { "kind": "festival", 
/**
 * Keys of the festivals; none for all that the shop keeps.
 */
festivals: Array<string>, 
/**
 * Only who bought within so many months.
 */
bought_within_months: number | null, } | { "kind": "season", 
/**
 * The first days of the seasons as month and day.
 */
days: Array<[number, number]>, } | { "kind": "complaint_answer" } | { "kind": "complaint_solve" } | { "kind": "complaint_follow_up" } | { "kind": "near_downgrade" } | { "kind": "points_expiring", 
/**
 * From how many points on.
 */
least: number, } | { "kind": "voucher_expiring" } | { "kind": "wish_arrived" } | { "kind": "event_invitation" };

/**
 * From what a task follows, as the screens name it: `care-trigger-<word>` and `care-why-<word>` in the catalogues.
 */
export type TriggerKind = "new_card" | "first_purchase" | "big_purchase" | "brought_somebody" | "was_brought" | "milestone" | "top_spender" | "birthday" | "birthday_list" | "important_date" | "no_purchase" | "festival" | "season" | "complaint_answer" | "complaint_solve" | "complaint_follow_up" | "near_downgrade" | "points_expiring" | "voucher_expiring" | "wish_arrived" | "event_invitation" | "follow_up";

/**
 * Takes an operation back.
 */
export type UndoRequest = { 
/**
 * Which.
 */
operation: OperationId, };

/**
 * It was taken back.
 */
export type Undone = { 
/**
 * The undo's own entry; undoing that one does it again.
 */
operation: OperationId, 
/**
 * What was taken back.
 */
undone: OperationId, };

/**
 * Changes an archive; all fields are given.
 */
export type UpdateCustomer = { 
/**
 * Whom.
 */
customer: CustomerId, 
/**
 * The fields.
 */
fields: CustomerFields, 
/**
 * Says that the phone is really shared.
 */
confirm_phone: boolean, };

/**
 * One dated value of a field for a customer.
 */
export type ValueId = number;

/**
 * What a visit does, saved or previewed. The same code computes both.
 */
export type VisitEffects = { 
/**
 * Paid.
 */
total: Fen, 
/**
 * At list prices.
 */
list_total: Fen, 
/**
 * Pieces.
 */
pieces: number, 
/**
 * Taken off by a voucher.
 */
voucher_off: Fen, 
/**
 * Taken off by points.
 */
points_off: Fen, 
/**
 * Points before.
 */
points_before: number, 
/**
 * Points earned by this visit.
 */
points_earned: number, 
/**
 * Points taken back with what was returned.
 */
points_reversed: number, 
/**
 * Points given back that had been redeemed.
 */
points_restored: number, 
/**
 * Points after.
 */
points_after: number, 
/**
 * Level before.
 */
level_before?: LevelChange | null, 
/**
 * Level after.
 */
level_after?: LevelChange | null, 
/**
 * Net spend ever after it.
 */
net_spend_after: Fen, 
/**
 * Vouchers issued by this visit.
 */
vouchers_issued: number, 
/**
 * Vouchers usable again.
 */
vouchers_restored: number, 
/**
 * Vouchers that go with what caused them.
 */
vouchers_cancelled: number, 
/**
 * Rewards of whoever brought the customer that go with her purchase, or come back with it.
 */
thanks: Array<ThanksMoved>, };

/**
 * One visit to the shop.
 */
export type VisitId = number;

/**
 * What kind of visit.
 */
export type VisitKind = "purchase" | "browse" | "return" | "exchange" | "service";

/**
 * A saved line.
 */
export type VisitLine = { 
/**
 * Id.
 */
id: LineId, 
/**
 * Number in the visit, from 1.
 */
line_no: number, 
/**
 * Style number.
 */
style_no?: string | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * Category.
 */
category?: string | null, 
/**
 * Colour.
 */
color?: string | null, 
/**
 * Size.
 */
size?: string | null, 
/**
 * Pieces, negative when brought back.
 */
qty: number, 
/**
 * List price a piece.
 */
list_price?: Fen | null, 
/**
 * Paid price a piece.
 */
price: Fen, 
/**
 * Really paid for the line, vouchers and points taken off.
 */
amount: Fen, 
/**
 * Why below the list price.
 */
reason?: PriceReason | null, 
/**
 * In words.
 */
reason_note?: string | null, 
/**
 * The line it brings back.
 */
reverses?: LineId | null, 
/**
 * Pieces still with her: bought less brought back.
 */
returnable: number, };

/**
 * A page of visits.
 */
export type VisitList = { 
/**
 * Rows.
 */
rows: Array<VisitRow>, 
/**
 * Hand it back for the next page.
 */
cursor?: string | null, 
/**
 * The sum over all live visits asked for, not only this page; only on the first page, and only of a customer,
 * the walk-ins, or from a day on.
 */
total?: Fen | null, 
/**
 * Their number.
 */
count?: number | null, };

/**
 * A visit with everything.
 */
export type VisitPage = { 
/**
 * The row.
 */
row: VisitRow, 
/**
 * Lines.
 */
lines: Array<VisitLine>, 
/**
 * Payments.
 */
payments: Array<Payment>, 
/**
 * Number on the paper receipt.
 */
ticket_no?: string | null, 
/**
 * Who came along.
 */
companions?: string | null, 
/**
 * 1 to 5.
 */
satisfaction?: number | null, 
/**
 * Why she bought.
 */
motive?: string | null, 
/**
 * What she said.
 */
feedback?: string | null, 
/**
 * Note.
 */
note?: string | null, 
/**
 * Who served.
 */
staff?: StaffId | null, 
/**
 * At list prices.
 */
list_total: Fen, 
/**
 * Why it was voided.
 */
void_reason?: string | null, 
/**
 * Points redeemed on it.
 */
points_used: number, 
/**
 * Voucher used on it.
 */
voucher?: VoucherId | null, 
/**
 * The sale it brings back from.
 */
ref_visit?: VisitRow | null, 
/**
 * Visits that brought something of it back.
 */
returned_by: Array<VisitRow>, 
/**
 * The history of this visit: recorded, corrected, voided.
 */
history: Array<HistoryEntry>, };

/**
 * Names a visit.
 */
export type VisitRef = { 
/**
 * Which.
 */
visit: VisitId, };

/**
 * A visit in one row.
 */
export type VisitRow = { 
/**
 * Id.
 */
id: VisitId, 
/**
 * Number.
 */
visit_no: string, 
/**
 * When; RFC 3339.
 */
at: string, 
/**
 * Day.
 */
day: string, 
/**
 * Kind.
 */
kind: VisitKind, 
/**
 * Who; empty for a walk-in.
 */
customer?: Person | null, 
/**
 * Who served.
 */
staff?: string | null, 
/**
 * Pieces.
 */
pieces: number, 
/**
 * Paid.
 */
total: Fen, 
/**
 * A day's walk-ins in one.
 */
is_day_total: boolean, 
/**
 * What, in a line: the first few pieces.
 */
summary: string, 
/**
 * What she said, or the note.
 */
remark?: string | null, 
/**
 * Points this visit moved.
 */
points: number, 
/**
 * Voided.
 */
voided: boolean, };

/**
 * Voids a saved visit.
 */
export type VoidVisit = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * Why.
 */
reason: string, };

/**
 * A voucher she can use or could.
 */
export type VoucherCard = { 
/**
 * Id.
 */
id: VoucherId, 
/**
 * Kind: second_visit, birthday, apology, recall, gift.
 */
kind: string, 
/**
 * The visit that gave it; that visit itself cannot be paid with it.
 */
visit?: VisitId | null, 
/**
 * Amount off.
 */
amount_off?: Fen | null, 
/**
 * Percent off: 30 is 7折.
 */
percent_off?: number | null, 
/**
 * From which total.
 */
min_spend: Fen, 
/**
 * First day.
 */
valid_from: string, 
/**
 * Last day.
 */
valid_to: string, };

/**
 * How vouchers of a kind are made unless the clerk changes them.
 */
export type VoucherDefault = { 
/**
 * Which kind.
 */
kind: VoucherKind, 
/**
 * What it takes off.
 */
worth: Worth, 
/**
 * The smallest bill it can be used on.
 */
min_spend: Fen, 
/**
 * Good for so many days after the day it is given.
 */
days: number, };

/**
 * Which vouchers to list.
 */
export type VoucherFilter = "usable" | "used" | "expired" | "cancelled" | "all";

/**
 * A voucher.
 */
export type VoucherId = number;

/**
 * Why a voucher was given.
 */
export type VoucherKind = "second_visit" | "birthday" | "apology" | "recall" | "gift";

/**
 * A page of vouchers.
 */
export type VoucherList = { 
/**
 * Rows.
 */
rows: Array<VoucherRow>, 
/**
 * Hand it back for the next page.
 */
cursor?: string | null, 
/**
 * Of the shop, or of the customer asked for; only on the first page.
 */
totals?: VoucherTotals | null, };

/**
 * One voucher.
 */
export type VoucherRow = { 
/**
 * Id.
 */
id: VoucherId, 
/**
 * Whose.
 */
customer: Person, 
/**
 * Why it was given.
 */
kind: VoucherKind, 
/**
 * What it takes off.
 */
worth: Worth, 
/**
 * The smallest bill it can be used on.
 */
min_spend: Fen, 
/**
 * First good day.
 */
valid_from: string, 
/**
 * Last good day.
 */
valid_to: string, 
/**
 * What became of it by today.
 */
state: VoucherState, 
/**
 * When it was given.
 */
issued_on: string, 
/**
 * The visit that gave it by itself.
 */
issued_visit?: VisitId | null, 
/**
 * The visit it was used on.
 */
used_visit?: VisitId | null, 
/**
 * The day of that visit.
 */
used_on?: string | null, 
/**
 * What it really took off there.
 */
used_off?: Fen | null, 
/**
 * A word on why it was given.
 */
reason?: string | null, 
/**
 * Why it was called back by hand.
 */
cancel_reason?: string | null, 
/**
 * What it went with, when it was not called back by hand.
 */
cancel_cause?: CancelCause | null, 
/**
 * Who gave it.
 */
by?: string | null, };

/**
 * What became of a voucher.
 */
export type VoucherState = "usable" | "used" | "expired" | "cancelled";

/**
 * What is still out.
 */
export type VoucherTotals = { 
/**
 * Vouchers that can be used.
 */
outstanding: number, 
/**
 * The sum of those over an amount.
 */
face_value: Fen, 
/**
 * How many of them take a percentage off and have no face value.
 */
percent: number, };

/**
 * How many were given.
 */
export type VouchersIssued = { 
/**
 * Each customer counted once.
 */
issued: number, };

/**
 * Somebody who waits for a style.
 */
export type WaitingWish = { 
/**
 * The wish.
 */
id: WishId, 
/**
 * Who.
 */
customer: Person, 
/**
 * Colour.
 */
color?: string | null, 
/**
 * Size.
 */
size?: string | null, 
/**
 * Why she did not buy, or what she waits for.
 */
reason?: string | null, 
/**
 * Since when.
 */
noted_on: string, };

/**
 * Something odd about a text. It may be saved all the same.
 */
export type Warning = { 
/**
 * A word of an offer in a greeting.
 */
word: string, };

/**
 * A week that was exported.
 */
export type WeekExported = { 
/**
 * The week.
 */
week: string, 
/**
 * Its Monday.
 */
from: string, 
/**
 * Its Sunday.
 */
to: string, 
/**
 * The week's own folder, full path.
 */
folder: string, 
/**
 * The files in it.
 */
files: Array<ExportedFile>, 
/**
 * What they add up to.
 */
totals: WeekTotals, 
/**
 * 1 for what was delivered first, 2 after a change, and so on; 0 for a week that is not over.
 */
revision: number, 
/**
 * Corrections to weeks delivered before that these files carry.
 */
corrections: number, 
/**
 * Whether the week is over. Files of a week that is not are a preview: nothing is noted as delivered.
 */
complete: boolean, 
/**
 * Whether the very same content had been delivered before.
 */
repeated: boolean, };

/**
 * A page of weeks.
 */
export type WeekList = { 
/**
 * The weeks, newest first.
 */
weeks: Array<WeekRow>, 
/**
 * Whether there are older ones.
 */
more: boolean, 
/**
 * Where the last export was put; full path.
 */
last_folder?: string | null, 
/**
 * Its encoding.
 */
last_encoding?: FileEncoding | null, };

/**
 * A week of the list.
 */
export type WeekRow = { 
/**
 * Such as 2026-W47.
 */
week: string, 
/**
 * Its Monday.
 */
from: string, 
/**
 * Its Sunday.
 */
to: string, 
/**
 * Live visits in it today.
 */
visits: number, 
/**
 * Their sum.
 */
total: Fen, 
/**
 * Whether it is over.
 */
complete: boolean, 
/**
 * When its present content was first delivered; empty if never. RFC 3339.
 */
exported_at?: string | null, 
/**
 * How many visits of it changed since they were delivered; the next export of any week carries them as corrections.
 */
changed: number, };

/**
 * What the files add up to; each sum was computed from its own table and they agree.
 */
export type WeekTotals = { 
/**
 * Visits.
 */
visits: number, 
/**
 * Really paid, returns taken off.
 */
total: Fen, 
/**
 * Bought: the part of the total above zero.
 */
sales: Fen, 
/**
 * Brought back: below zero.
 */
returns: Fen, 
/**
 * List prices less what was paid.
 */
discounts: Fen, 
/**
 * Lines.
 */
lines: number, 
/**
 * The sum of the lines.
 */
lines_total: Fen, 
/**
 * Visits that have a total but no lines.
 */
without_lines: number, 
/**
 * Their sum; together with the lines it is the total.
 */
without_lines_total: Fen, 
/**
 * Payments, each unstated one counted as one.
 */
payments: number, 
/**
 * Their sum, which is the total.
 */
payments_total: Fen, 
/**
 * Visits of which it was not written down how they were paid.
 */
unstated: number, 
/**
 * Their sum, contained in the payments.
 */
unstated_total: Fen, 
/**
 * Points of all customers at the end of the week.
 */
points_liability: number, 
/**
 * Vouchers that could still be used at the end of the week.
 */
vouchers_outstanding: number, };

/**
 * Whose task it is.
 */
export type Who = "adviser" | "visit_clerk" | "pool";

/**
 * Asks who has a phone already.
 */
export type WhoHasPhone = { 
/**
 * The phone, in any spelling.
 */
phone: string, 
/**
 * Leaves this customer out.
 */
except?: CustomerId | null, };

/**
 * Whose tasks to list.
 */
export type Whose = "all" | "mine" | "pool";

/**
 * Why a level changed.
 */
export type Why = { "kind": "rule", 
/**
 * The visit.
 */
visit: VisitId, 
/**
 * What it reached.
 */
met: Array<Met>, } | { "kind": "campaign", 
/**
 * The visit.
 */
visit: VisitId, } | { "kind": "decision", 
/**
 * Whose.
 */
source: Source, };

/**
 * How long a birthday lasts for a privilege or for multiplied points.
 */
export type WindowScope = "day" | "week" | "month";

/**
 * A wish, or a piece tried but not bought.
 */
export type Wish = { 
/**
 * Id.
 */
id: WishId, 
/**
 * Style number.
 */
style_no?: string | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * Colour.
 */
color?: string | null, 
/**
 * Size.
 */
size?: string | null, 
/**
 * Why she did not buy, or what she waits for.
 */
reason?: string | null, 
/**
 * Since when.
 */
noted_on: string, 
/**
 * What became of it.
 */
status: WishStatus, };

/**
 * A wish or a piece tried but not bought.
 */
export type WishId = number;

/**
 * All open wishes by style.
 */
export type WishList = { 
/**
 * Those most waited for first, at most 500 styles.
 */
styles: Array<WishedStyle>, 
/**
 * Open wishes in all.
 */
wishes: number, };

/**
 * What became of a wish.
 */
export type WishStatus = "open" | "bought" | "dropped";

/**
 * A style that is waited for, or that came in.
 */
export type WishedStyle = { 
/**
 * Style number, in capitals; empty for wishes that have only a name.
 */
style_no?: string | null, 
/**
 * What it is called.
 */
name?: string | null, 
/**
 * Who waits, the longest waiting first.
 */
waiting: Array<WaitingWish>, 
/**
 * What happened to it, the latest first.
 */
arrivals: Array<Arrival>, };

/**
 * What a voucher takes off.
 */
export type Worth = { "kind": "amount", 
/**
 * Above 0.
 */
amount: Fen, } | { "kind": "percent", 
/**
 * 1 to 100: 20 is 8折.
 */
off: number, };

/** Every operation of the core with its request and its answer. */
export interface Ops {
  shop_info: { args: Nothing; answer: ShopInfo };
  update_settings: { args: Settings; answer: Done };
  save_staff: { args: SaveStaff; answer: Staff };
  set_actor: { args: SetActor; answer: Done };
  search: { args: Search; answer: SearchAnswer };
  customer_page: { args: CustomerRef; answer: CustomerPage };
  list_customers: { args: ListCustomers; answer: CustomerList };
  create_customer: { args: CreateCustomer; answer: Created };
  update_customer: { args: UpdateCustomer; answer: Done };
  who_has_phone: { args: WhoHasPhone; answer: People };
  set_status: { args: SetStatus; answer: Done };
  find_duplicates: { args: Nothing; answer: Duplicates };
  merge_customers: { args: MergeCustomers; answer: Done };
  save_date: { args: SaveDate; answer: Done };
  remove_date: { args: DateRef; answer: Done };
  save_relation: { args: SaveRelation; answer: Done };
  remove_relation: { args: RelationRef; answer: Done };
  save_note: { args: SaveNote; answer: Done };
  remove_note: { args: NoteRef; answer: Done };
  save_wish: { args: SaveWish; answer: Done };
  set_profile: { args: SetProfile; answer: Done };
  field_history: { args: GetFieldHistory; answer: FieldHistory };
  list_fields: { args: Nothing; answer: Fields };
  save_field: { args: SaveField; answer: ProfileField };
  list_tags: { args: Nothing; answer: Tags };
  save_tag: { args: SaveTag; answer: Tag };
  delete_tag: { args: TagRef; answer: Done };
  add_tags: { args: AddTags; answer: Done };
  remove_tag: { args: RemoveTag; answer: Done };
  log_contact: { args: LogContact; answer: ContactsLogged };
  mark_replied: { args: MarkReplied; answer: Done };
  correct_contact: { args: CorrectContact; answer: Done };
  remove_contact: { args: ContactRef; answer: Done };
  list_contacts: { args: ListContacts; answer: ContactList };
  contact_stats: { args: GetContactStats; answer: ContactStats };
  contact_settings: { args: Nothing; answer: ContactLimits };
  save_contact_settings: { args: ContactLimits; answer: Done };
  set_contact_wish: { args: SetContactWish; answer: Done };
  save_consent: { args: SaveConsent; answer: Done };
  list_consents: { args: CustomerRef; answer: ConsentRecord };
  levels_page: { args: Nothing; answer: LevelsPage };
  save_levels: { args: SaveLevels; answer: Done };
  dry_run_levels: { args: SaveLevels; answer: DryRunAnswer };
  preview_review: { args: PreviewReview; answer: ReviewPreview };
  apply_review: { args: ApplyReview; answer: ReviewApplied };
  near_downgrade: { args: NearDowngrade; answer: NearList };
  set_level: { args: SetLevel; answer: Done };
  level_history: { args: CustomerRef; answer: LevelHistory };
  save_campaign: { args: SaveCampaign; answer: Done };
  remove_campaign: { args: CampaignRef; answer: Done };
  record_visit: { args: RecordVisit; answer: RecordedVisit };
  preview_visit: { args: PreviewVisit; answer: VisitEffects };
  correct_visit: { args: CorrectVisit; answer: RecordedVisit };
  void_visit: { args: VoidVisit; answer: RecordedVisit };
  preview_void: { args: VoidVisit; answer: VisitEffects };
  visit_page: { args: VisitRef; answer: VisitPage };
  list_visits: { args: ListVisits; answer: VisitList };
  day_summary: { args: GetDay; answer: DaySummary };
  points_page: { args: CustomerRef; answer: PointsPage };
  list_points: { args: ListPoints; answer: PointsRegister };
  adjust_points: { args: AdjustPoints; answer: PointsMoved };
  redeem_points: { args: RedeemPoints; answer: PointsMoved };
  points_settings: { args: Nothing; answer: PointsSettings };
  save_points_settings: { args: PointsSettings; answer: Done };
  issue_voucher: { args: IssueVoucher; answer: VouchersIssued };
  cancel_voucher: { args: CancelVoucher; answer: Done };
  list_vouchers: { args: ListVouchers; answer: VoucherList };
  grant_benefit: { args: GrantBenefit; answer: BenefitsGranted };
  give_benefit: { args: GiveBenefit; answer: Done };
  list_benefits: { args: ListBenefits; answer: BenefitList };
  benefits_due: { args: BenefitsDue; answer: BenefitDueList };
  list_templates: { args: ListTemplates; answer: Templates };
  save_template: { args: SaveTemplate; answer: TemplateSaved };
  remove_template: { args: TemplateRef; answer: Done };
  preview_template: { args: PreviewTemplate; answer: Previewed };
  message_for: { args: MessageFor; answer: Message };
  export_messages: { args: ExportMessages; answer: MessagesExported };
  list_batches: { args: Nothing; answer: Batches };
  mark_batch_sent: { args: BatchRef; answer: BatchSent };
  list_festivals: { args: Nothing; answer: Festivals };
  save_festival: { args: SaveFestival; answer: FestivalRef };
  remove_festival: { args: FestivalRef; answer: Done };
  calendar_month: { args: GetMonth; answer: CalendarMonth };
  list_birthdays: { args: ListBirthdays; answer: BirthdayList };
  shop_hours: { args: Nothing; answer: HoursPage };
  save_shop_hours: { args: ShopHours; answer: Done };
  save_closed_day: { args: SaveClosedDay; answer: ClosedDayRef };
  remove_closed_day: { args: ClosedDayRef; answer: Done };
  today: { args: GetToday; answer: Today };
  held_tasks: { args: ListHeld; answer: TaskList };
  customer_tasks: { args: CustomerRef; answer: CustomerTasks };
  decide_tasks: { args: DecideTasks; answer: TasksDecided };
  list_care_rules: { args: Nothing; answer: CareRules };
  save_care_rule: { args: SaveCareRule; answer: CareRule };
  remove_care_rule: { args: CareRuleRef; answer: Done };
  dry_run_care_rule: { args: SaveCareRule; answer: RuleDryRun };
  save_follow_up: { args: SaveFollowUp; answer: FollowUpsSaved };
  save_follow_ups: { args: SaveFollowUps; answer: FollowUpsSaved };
  call_sheet: { args: GetCallSheet; answer: CallSheet };
  remove_follow_up: { args: FollowUpRef; answer: Done };
  list_tag_rules: { args: Nothing; answer: TagRules };
  preview_tag_rule: { args: PreviewTagRule; answer: TagRulePreview };
  save_tag_rule: { args: SaveTagRule; answer: Tag };
  remove_tag_rule: { args: TagRef; answer: Done };
  list_wishes: { args: Nothing; answer: WishList };
  save_arrival: { args: SaveArrival; answer: ArrivalSaved };
  remove_arrival: { args: ArrivalRef; answer: Done };
  open_complaint: { args: OpenComplaint; answer: ComplaintOpened };
  correct_complaint: { args: CorrectComplaint; answer: Done };
  answer_complaint: { args: AnswerComplaint; answer: Done };
  hold_complaint: { args: HoldComplaint; answer: Done };
  resume_complaint: { args: ComplaintRef; answer: Done };
  set_complaint_step: { args: SetStep; answer: Done };
  compensate: { args: Compensate; answer: Compensated };
  cancel_compensation: { args: CancelCompensation; answer: Done };
  solve_complaint: { args: SolveComplaint; answer: Done };
  reopen_complaint: { args: ComplaintRef; answer: Done };
  set_complaint_result: { args: SetComplaintResult; answer: Done };
  follow_up_complaint: { args: ComplaintRef; answer: Done };
  complaint_page: { args: ComplaintRef; answer: ComplaintPage };
  list_complaints: { args: ListComplaints; answer: ComplaintList };
  complaint_counts: { args: Nothing; answer: ComplaintCounts };
  preview_import: { args: ImportFile; answer: ImportPreview };
  run_import: { args: RunImport; answer: ImportReport };
  list_events: { args: ListEvents; answer: EventList };
  event_page: { args: EventRef; answer: EventPage };
  save_event: { args: SaveEvent; answer: EventSaved };
  cancel_event: { args: EventRef; answer: Done };
  preview_guests: { args: AddGuests; answer: GuestChoice };
  add_guests: { args: AddGuests; answer: GuestChoice };
  remove_guests: { args: GuestsRef; answer: Done };
  save_guest: { args: SaveGuest; answer: Done };
  set_guest_answer: { args: SetGuestAnswer; answer: Done };
  set_guests_came: { args: SetGuestsCame; answer: Done };
  give_event_gift: { args: GiveEventGift; answer: Done };
  export_guests: { args: ExportGuests; answer: TableExported };
  event_settings: { args: Nothing; answer: EventSettings };
  save_event_settings: { args: EventSettings; answer: Done };
  list_referrers: { args: ListReferrers; answer: ReferrerList };
  referral_tree: { args: CustomerRef; answer: ReferralTree };
  thanks_due: { args: Nothing; answer: ThanksDueList };
  list_thanks: { args: ListThanks; answer: ThanksList };
  give_thanks: { args: GiveThanks; answer: Done };
  referral_rule: { args: Nothing; answer: ReferralRule };
  save_referral_rule: { args: ReferralRule; answer: Done };
  list_history: { args: ListHistory; answer: HistoryPage };
  operation_detail: { args: GetOperation; answer: OperationDetail };
  undo: { args: UndoRequest; answer: Undone };
  check_shop: { args: Nothing; answer: CheckReport };
  back_up: { args: BackUp; answer: BackedUp };
  week_list: { args: ListWeeks; answer: WeekList };
  export_week: { args: ExportWeek; answer: WeekExported };
  export_table: { args: ExportTable; answer: TableExported };
}
