//! The one list of what can be asked: window, `shuke call` and the TypeScript client are all made from it.
//!
//! An entry is `name: Request => Answer, role, verb;`. The verb is a function of the concept's folder that takes the
//! open shop and the request. Adding an operation is adding its line here.

use crate::error::{Code, Failure, Result};
use crate::lock::Access;
use crate::shop::Shop;
use crate::wire::encryption as en;
use crate::wire::forecast as fc;
use crate::wire::{
    Done, Nothing, audit as au, backup as bk, care as ca, clerks as cl, complaints as co, contacts as k, customers as c, events as ev,
    everything as ew, export as e, festivals as f, history as h, import as i, insight as ins, levels as l, lock as lo, phone, points as pt,
    privacy as pv, profile as p, referrals as r, segments as sg, settings, shop as s, staff, tag_rules as tr, tags as t, templates as tp,
    visits as v, vouchers as vo,
};
use serde_json::Value;

/// One entry of the list, for `describe`.
#[derive(Debug, Clone, Copy)]
pub struct OpSpec {
    /// Its name.
    pub name: &'static str,
    /// The type of the request, as in the generated TypeScript.
    pub request: &'static str,
    /// The type of the answer.
    pub answer: &'static str,
    /// Who may.
    pub access: Access,
}

macro_rules! operations {
    ($($name:ident: $request:ty => $answer:ty, $access:ident, $verb:path;)*) => {
        /// All operations.
        pub const OPERATIONS: &[OpSpec] = &[$(OpSpec {
            name: stringify!($name), request: stringify!($request), answer: stringify!($answer), access: Access::$access,
        }),*];

        /// Runs an operation by its name.
        ///
        /// # Errors
        /// `unknown_operation`, `locked` or `owner_needed` from [`crate::lock::Seat::admit`], `bad_arguments`, and whatever the operation says.
        pub fn call(shop: &mut Shop, name: &str, args: Value) -> std::result::Result<Value, Failure> {
            shop.heal()?;
            let access = OPERATIONS.iter().find(|known| known.name == name).ok_or_else(|| Failure::new(Code::UnknownOperation))?.access;
            shop.admit(access)?;
            let answer = match name {
                $(stringify!($name) => {
                    let request: $request = read(args)?;
                    (|| -> Result<Value> {
                        let answer: $answer = $verb(shop, request)?;
                        // What was let through may have sat somebody down, or made everybody get up: phones are seen by who is there now.
                        phone::showing(shop.seat().shows_phones(), || Ok(serde_json::to_value(answer)?))
                    })()
                })*
                _ => return Err(Failure::new(Code::UnknownOperation)),
            };
            shop.used(access);
            answer.map_err(Failure::from)
        }

        /// Calls `take` with each operation's name, request type and answer type, for the TypeScript declarations.
        #[cfg(feature = "bindings")]
        pub fn each_type(take: &mut impl TypeTaker) {
            $(take.operation::<$request, $answer>(stringify!($name));)*
        }
    };
}

/// Who may take back a kind of change: whoever may make it. Kinds of no single operation, such as an import, are the owner's.
pub(crate) fn access_of(kind: &str) -> Access {
    let name = match kind {
        "import" => "run_import",
        kind => kind,
    };
    OPERATIONS.iter().find(|known| known.name == name).map_or(Access::Owner, |known| known.access)
}

/// Somebody who collects the types of the operations.
#[cfg(feature = "bindings")]
pub trait TypeTaker {
    /// One operation.
    fn operation<Request: ts_rs::TS + 'static, Answer: ts_rs::TS + 'static>(&mut self, name: &str);
}

fn read<T: serde::de::DeserializeOwned>(args: Value) -> std::result::Result<T, Failure> {
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    serde_json::from_value(args).map_err(|error| match error.to_string() {
        text if text.contains("amount_invalid") => Failure::new(Code::AmountInvalid),
        // serde names the field and the expected type, never the value's content beyond its kind.
        text => Failure::new(Code::BadArguments).with("what", text.split(" at line").next().unwrap_or_default()),
    })
}

operations! {
    shop_info: Nothing => s::ShopInfo, Anyone, crate::settings::info;
    shop_size: Nothing => s::ShopSize, Clerk, crate::settings::size;
    update_settings: settings::Settings => Done, Owner, crate::settings::update;
    save_staff: staff::SaveStaff => staff::Staff, Owner, crate::staff::save;
    set_actor: staff::SetActor => Done, Clerk, crate::staff::set_actor;

    lock_state: Nothing => lo::LockState, Anyone, crate::lock::state;
    unlock: lo::Unlock => lo::LockState, Anyone, crate::lock::unlock;
    lock: Nothing => lo::LockState, Anyone, crate::lock::lock;
    note_activity: Nothing => Done, Clerk, crate::lock::note_activity;
    set_secret: lo::SetSecret => lo::LockState, Owner, crate::lock::set;
    remove_secret: lo::RemoveSecret => lo::LockState, Owner, crate::lock::remove;
    show_numbers: c::CustomerRef => lo::WholeNumbers, Clerk, crate::lock::show_numbers;
    save_lock_settings: lo::LockSettings => Done, Owner, crate::lock::save_settings;
    list_audit: au::ListAudit => au::AuditPage, Owner, crate::audit::list;

    search: c::Search => c::SearchAnswer, Clerk, crate::customers::search;
    customer_page: c::CustomerRef => c::CustomerPage, Clerk, crate::customers::page;
    list_customers: c::ListCustomers => c::CustomerList, Clerk, crate::customers::list;
    create_customer: c::CreateCustomer => c::Created, Clerk, crate::customers::create;
    update_customer: c::UpdateCustomer => Done, Clerk, crate::customers::update;
    who_has_phone: c::WhoHasPhone => c::People, Clerk, crate::customers::who_has_phone;
    set_status: c::SetStatus => Done, Owner, crate::customers::set_status;
    preview_status: c::SetStatus => c::StatusPreview, Owner, crate::customers::preview_status;
    find_duplicates: c::FindDuplicates => c::Duplicates, Clerk, crate::duplicates::find;
    compare_customers: c::ComparePair => c::Comparison, Clerk, crate::duplicates::compare;
    preview_merge: c::MergeCustomers => c::MergePreview, Owner, crate::duplicates::preview;
    merge_customers: c::MergeCustomers => Done, Owner, crate::duplicates::merge;
    tell_apart: c::ComparePair => Done, Owner, crate::duplicates::tell_apart;
    forget_apart: c::ToldApartRef => Done, Owner, crate::duplicates::forget_apart;
    list_told_apart: c::ListToldApart => c::ToldApartList, Clerk, crate::duplicates::list_apart;
    save_date: c::SaveDate => Done, Clerk, crate::customers::save_date;
    remove_date: c::DateRef => Done, Clerk, crate::customers::remove_date;
    save_relation: c::SaveRelation => Done, Clerk, crate::customers::save_relation;
    remove_relation: c::RelationRef => Done, Clerk, crate::customers::remove_relation;
    save_note: c::SaveNote => Done, Clerk, crate::customers::save_note;
    remove_note: c::NoteRef => Done, Clerk, crate::customers::remove_note;
    save_wish: c::SaveWish => Done, Clerk, crate::customers::save_wish;
    set_profile: p::SetProfile => Done, Clerk, crate::profile::set;
    field_history: p::GetFieldHistory => p::FieldHistory, Clerk, crate::customers::field_history;
    list_fields: Nothing => p::Fields, Clerk, crate::profile::list_fields;
    save_field: p::SaveField => p::ProfileField, Owner, crate::profile::save_field;
    list_tags: Nothing => t::Tags, Clerk, crate::tags::list;
    save_tag: t::SaveTag => t::Tag, Clerk, crate::tags::save;
    delete_tag: t::TagRef => Done, Owner, crate::tags::delete;
    add_tags: t::AddTags => Done, Clerk, crate::tags::add;
    remove_tag: t::RemoveTag => Done, Clerk, crate::tags::remove;

    log_contact: k::LogContact => k::ContactsLogged, Clerk, crate::contacts::log;
    mark_replied: k::MarkReplied => Done, Clerk, crate::contacts::mark_replied;
    correct_contact: k::CorrectContact => Done, Clerk, crate::contacts::correct;
    remove_contact: k::ContactRef => Done, Clerk, crate::contacts::remove;
    list_contacts: k::ListContacts => k::ContactList, Clerk, crate::contacts::list;
    contact_stats: k::GetContactStats => k::ContactStats, Clerk, crate::contacts::stats;
    contact_settings: Nothing => crate::contacts::clock::ContactLimits, Clerk, crate::contacts::settings;
    save_contact_settings: crate::contacts::clock::ContactLimits => Done, Owner, crate::contacts::save_settings;
    set_contact_wish: k::SetContactWish => Done, Clerk, crate::contacts::set_wish;
    save_consent: k::SaveConsent => Done, Clerk, crate::contacts::save_consent;
    list_consents: c::CustomerRef => k::ConsentRecord, Clerk, crate::contacts::list_consents;

    levels_page: Nothing => l::LevelsPage, Clerk, crate::levels::page;
    save_levels: l::SaveLevels => Done, Owner, crate::levels::save;
    dry_run_levels: l::SaveLevels => l::DryRunAnswer, Owner, crate::levels::dry_run_levels;
    preview_review: l::PreviewReview => l::ReviewPreview, Owner, crate::levels::preview;
    apply_review: l::ApplyReview => l::ReviewApplied, Owner, crate::levels::apply;
    near_downgrade: l::NearDowngrade => l::NearList, Clerk, crate::levels::near;
    set_level: l::SetLevel => Done, Owner, crate::levels::set_level;
    level_history: c::CustomerRef => l::LevelHistory, Clerk, crate::levels::history;
    save_campaign: l::SaveCampaign => Done, Owner, crate::levels::save_campaign;
    remove_campaign: l::CampaignRef => Done, Owner, crate::levels::remove_campaign;

    record_visit: v::RecordVisit => v::RecordedVisit, Clerk, crate::visits::record;
    preview_visit: v::PreviewVisit => v::VisitEffects, Clerk, crate::visits::preview;
    correct_visit: v::CorrectVisit => v::RecordedVisit, Clerk, crate::visits::correct;
    void_visit: v::VoidVisit => v::RecordedVisit, Clerk, crate::visits::void;
    preview_void: v::VoidVisit => v::VisitEffects, Clerk, crate::visits::preview_void;
    visit_page: v::VisitRef => v::VisitPage, Clerk, crate::visits::page;
    list_visits: v::ListVisits => v::VisitList, Clerk, crate::visits::list;
    day_summary: v::GetDay => v::DaySummary, Clerk, crate::visits::day_summary;

    points_page: c::CustomerRef => pt::PointsPage, Clerk, crate::points::page;
    list_points: pt::ListPoints => pt::PointsRegister, Clerk, crate::points::list;
    adjust_points: pt::AdjustPoints => pt::PointsMoved, Owner, crate::points::adjust;
    redeem_points: pt::RedeemPoints => pt::PointsMoved, Clerk, crate::points::redeem;
    points_settings: Nothing => pt::PointsSettings, Clerk, crate::points::settings;
    save_points_settings: pt::PointsSettings => Done, Owner, crate::points::save_settings;

    issue_voucher: vo::IssueVoucher => vo::VouchersIssued, Clerk, crate::vouchers::issue;
    cancel_voucher: vo::CancelVoucher => Done, Owner, crate::vouchers::cancel;
    list_vouchers: vo::ListVouchers => vo::VoucherList, Clerk, crate::vouchers::list;
    grant_benefit: vo::GrantBenefit => vo::BenefitsGranted, Clerk, crate::benefits::grant;
    give_benefit: vo::GiveBenefit => Done, Clerk, crate::benefits::give;
    list_benefits: vo::ListBenefits => vo::BenefitList, Clerk, crate::benefits::list;
    benefits_due: vo::BenefitsDue => vo::BenefitDueList, Clerk, crate::benefits::due;

    list_templates: tp::ListTemplates => tp::Templates, Clerk, crate::templates::list;
    save_template: tp::SaveTemplate => tp::TemplateSaved, Owner, crate::templates::save;
    remove_template: tp::TemplateRef => Done, Owner, crate::templates::remove;
    preview_template: tp::PreviewTemplate => tp::Previewed, Clerk, crate::templates::preview;
    message_for: tp::MessageFor => tp::Message, Clerk, crate::templates::message_for;

    export_messages: tp::ExportMessages => tp::MessagesExported, Owner, crate::templates::export;
    list_batches: Nothing => tp::Batches, Owner, crate::templates::list_batches;
    mark_batch_sent: tp::BatchRef => tp::BatchSent, Owner, crate::templates::mark_sent;

    list_festivals: Nothing => f::Festivals, Clerk, crate::festivals::list;
    save_festival: f::SaveFestival => f::FestivalRef, Owner, crate::festivals::save;
    remove_festival: f::FestivalRef => Done, Owner, crate::festivals::remove;
    calendar_month: f::GetMonth => f::CalendarMonth, Clerk, crate::festivals::month;
    list_birthdays: f::ListBirthdays => f::BirthdayList, Clerk, crate::festivals::list_birthdays;
    shop_hours: Nothing => f::HoursPage, Clerk, crate::hours::page;
    save_shop_hours: crate::hours::ShopHours => Done, Owner, crate::hours::save;
    save_closed_day: f::SaveClosedDay => f::ClosedDayRef, Owner, crate::hours::save_closed;
    remove_closed_day: f::ClosedDayRef => Done, Owner, crate::hours::remove_closed;

    today: ca::GetToday => ca::Today, Clerk, crate::care::today;
    tasks_of: ca::GetTasksOf => ca::TasksOf, Clerk, crate::care::of_day;
    held_tasks: ca::ListHeld => ca::TaskList, Clerk, crate::care::held;
    customer_tasks: c::CustomerRef => ca::CustomerTasks, Clerk, crate::care::of_customer;
    decide_tasks: ca::DecideTasks => ca::TasksDecided, Clerk, crate::care::decide;
    list_care_rules: Nothing => ca::CareRules, Clerk, crate::care::list_rules;
    save_care_rule: ca::SaveCareRule => crate::care::CareRule, Owner, crate::care::save_rule;
    remove_care_rule: ca::CareRuleRef => Done, Owner, crate::care::remove_rule;
    dry_run_care_rule: ca::SaveCareRule => ca::RuleDryRun, Owner, crate::care::dry_run;
    save_follow_up: ca::SaveFollowUp => ca::FollowUpsSaved, Clerk, crate::care::save_follow_up;
    call_sheet: ca::GetCallSheet => ca::CallSheet, Clerk, crate::care::call_sheet;
    remove_follow_up: ca::FollowUpRef => Done, Clerk, crate::care::remove_follow_up;
    list_tag_rules: Nothing => tr::TagRules, Clerk, crate::tags::list_rules;
    preview_tag_rule: tr::PreviewTagRule => tr::TagRulePreview, Clerk, crate::tags::preview_rule;
    save_tag_rule: tr::SaveTagRule => t::Tag, Owner, crate::tags::save_rule;
    remove_tag_rule: t::TagRef => Done, Owner, crate::tags::remove_rule;
    list_wishes: Nothing => tr::WishList, Clerk, crate::wishes::list;
    save_arrival: tr::SaveArrival => tr::ArrivalSaved, Clerk, crate::wishes::save_arrival;
    remove_arrival: tr::ArrivalRef => Done, Clerk, crate::wishes::remove_arrival;

    open_complaint: co::OpenComplaint => co::ComplaintOpened, Clerk, crate::complaints::open;
    correct_complaint: co::CorrectComplaint => Done, Clerk, crate::complaints::correct;
    answer_complaint: co::AnswerComplaint => Done, Clerk, crate::complaints::answer;
    hold_complaint: co::HoldComplaint => Done, Clerk, crate::complaints::hold;
    resume_complaint: co::ComplaintRef => Done, Clerk, crate::complaints::resume;
    set_complaint_step: co::SetStep => Done, Clerk, crate::complaints::set_step;
    compensate: co::Compensate => co::Compensated, Owner, crate::complaints::compensate;
    cancel_compensation: co::CancelCompensation => Done, Owner, crate::complaints::cancel_compensation;
    solve_complaint: co::SolveComplaint => Done, Clerk, crate::complaints::solve;
    reopen_complaint: co::ComplaintRef => Done, Clerk, crate::complaints::reopen;
    set_complaint_result: co::SetComplaintResult => Done, Clerk, crate::complaints::set_result;
    follow_up_complaint: co::ComplaintRef => Done, Clerk, crate::complaints::follow_up;
    complaint_page: co::ComplaintRef => co::ComplaintPage, Clerk, crate::complaints::page;
    list_complaints: co::ListComplaints => co::ComplaintList, Clerk, crate::complaints::list;
    complaint_counts: Nothing => co::ComplaintCounts, Clerk, crate::complaints::counts;

    preview_import: i::ImportFile => i::ImportPreview, Owner, crate::import::run::preview_file;
    run_import: i::RunImport => i::ImportReport, Owner, crate::import::run::run;
    import_everything: ew::ImportEverything => ew::EverythingImported, Owner, crate::everything::import;
    export_everything: ew::ExportEverything => ew::EverythingExported, Owner, crate::everything::export;

    list_events: ev::ListEvents => ev::EventList, Clerk, crate::events::list;
    event_page: ev::EventRef => ev::EventPage, Clerk, crate::events::page;
    save_event: ev::SaveEvent => ev::EventSaved, Clerk, crate::events::save;
    cancel_event: ev::EventRef => Done, Clerk, crate::events::cancel;
    preview_guests: ev::AddGuests => ev::GuestChoice, Clerk, crate::events::preview_guests;
    add_guests: ev::AddGuests => ev::GuestChoice, Clerk, crate::events::add_guests;
    remove_guests: ev::GuestsRef => Done, Clerk, crate::events::remove_guests;
    save_guest: ev::SaveGuest => Done, Clerk, crate::events::save_guest;
    set_guest_answer: ev::SetGuestAnswer => Done, Clerk, crate::events::set_answer;
    set_guests_came: ev::SetGuestsCame => Done, Clerk, crate::events::set_came;
    give_event_gift: ev::GiveEventGift => Done, Clerk, crate::events::give_gift;
    export_guests: ev::ExportGuests => e::TableExported, Owner, crate::events::export_guests;
    event_settings: Nothing => ev::EventSettings, Clerk, crate::events::settings;
    save_event_settings: ev::EventSettings => Done, Owner, crate::events::save_settings;

    insight_page: ins::GetInsight => ins::Insight, Clerk, crate::insight::page;
    insight_structure: ins::GetStructure => ins::InsightStructure, Clerk, crate::insight::structure;
    list_insight_people: ins::ListInsightPeople => ins::InsightPeople, Clerk, crate::insight::list_people;
    list_rebought: ins::GetRebought => ins::Rebought, Clerk, crate::insight::list_rebought;
    insight_settings: Nothing => ins::InsightSettings, Clerk, crate::insight::settings;
    save_insight_settings: ins::InsightSettings => Done, Owner, crate::insight::save_settings;

    list_referrers: r::ListReferrers => r::ReferrerList, Clerk, crate::referrals::list;
    referral_tree: c::CustomerRef => r::ReferralTree, Clerk, crate::referrals::tree;
    thanks_due: Nothing => r::ThanksDueList, Clerk, crate::referrals::due;
    list_thanks: r::ListThanks => r::ThanksList, Clerk, crate::referrals::list_thanks;
    give_thanks: r::GiveThanks => Done, Clerk, crate::referrals::give_thanks;
    referral_rule: Nothing => r::ReferralRule, Clerk, crate::referrals::rule;
    save_referral_rule: r::ReferralRule => Done, Owner, crate::referrals::save_rule;

    list_segments: Nothing => sg::Segments, Clerk, crate::segments::list;
    preview_segment: sg::PreviewSegment => sg::SegmentPreview, Clerk, crate::segments::preview;
    save_segment: sg::SaveSegment => sg::SegmentSaved, Owner, crate::segments::save;
    remove_segment: sg::SegmentRef => Done, Owner, crate::segments::remove;
    set_segment_tasks: sg::SetSegmentTasks => sg::SegmentTasksSet, Clerk, crate::segments::set_tasks;

    get_forecast: fc::GetForecast => fc::Forecast, Clerk, crate::forecast::get;
    forecast_brief: Nothing => fc::ForecastBrief, Clerk, crate::forecast::brief;
    list_forecast: fc::ListForecast => fc::ForecastRows, Clerk, crate::forecast::list;
    forecast_scores: fc::GetForecast => fc::ForecastScores, Owner, crate::forecast::all_scores;
    customer_forecast: c::CustomerRef => fc::CustomerForecast, Clerk, crate::forecast::of_customer;

    clerk_board: cl::GetClerkBoard => cl::ClerkBoard, Clerk, crate::clerks::board;
    list_clerk_people: cl::ListClerkPeople => cl::ClerkPeople, Clerk, crate::clerks::people;
    save_clerk_targets: cl::ClerkTargets => Done, Owner, crate::clerks::save_targets;
    list_spot_checks: Nothing => cl::SpotChecks, Clerk, crate::clerks::spot::list;
    spot_check_page: cl::SpotCheckRef => cl::SpotCheckPage, Clerk, crate::clerks::spot::page;
    draw_spot_check: cl::DrawSpotCheck => cl::SpotCheckDrawn, Owner, crate::clerks::spot::draw;
    save_spot_call: cl::SaveSpotCall => Done, Clerk, crate::clerks::spot::save_call;
    end_spot_check: cl::EndSpotCheck => Done, Owner, crate::clerks::spot::end;
    remove_spot_check: cl::SpotCheckRef => Done, Owner, crate::clerks::spot::remove;

    privacy_settings: Nothing => pv::PrivacySettings, Clerk, crate::privacy::settings;
    save_privacy_settings: pv::SavePrivacySettings => Done, Owner, crate::privacy::save_settings;
    customer_privacy: c::CustomerRef => pv::CustomerPrivacy, Clerk, crate::privacy::of_customer;
    save_sensitive_consent: pv::SaveSensitiveConsent => Done, Clerk, crate::privacy::save_sensitive_consent;
    write_access_copy: pv::WriteAccessCopy => pv::AccessCopy, Owner, crate::privacy::write_access_copy;
    preview_erasure: c::CustomerRef => pv::ErasurePreview, Owner, crate::privacy::preview_erasure;
    erase_customer: pv::EraseCustomer => pv::ErasureDone, Owner, crate::privacy::erase_customer;
    erase_customers: pv::EraseCustomers => pv::ErasureDone, Owner, crate::privacy::erase_customers;
    list_erasures: Nothing => pv::ErasureList, Owner, crate::privacy::list_erasures;
    clean_file: Nothing => pv::ErasureList, Owner, crate::privacy::clean_file;
    retention_review: pv::GetRetention => pv::RetentionReview, Owner, crate::privacy::retention_review;
    archive_customers: pv::ArchiveCustomers => Done, Owner, crate::privacy::archive_customers;

    list_history: h::ListHistory => h::HistoryPage, Clerk, crate::history::list;
    operation_detail: h::GetOperation => h::OperationDetail, Clerk, crate::history::detail;
    undo: h::UndoRequest => h::Undone, Clerk, crate::history::undo;

    encryption_state: Nothing => en::EncryptionState, Clerk, crate::encryption::state;
    begin_encryption: en::BeginEncryption => en::RecoverySheet, Owner, crate::encryption::begin;
    finish_encryption: en::FinishEncryption => en::EncryptionChanged, Owner, crate::encryption::finish;
    confirm_sheet: en::ConfirmSheet => Done, Owner, crate::encryption::confirm;
    recovery_sheet: en::GetSheet => en::RecoverySheet, Owner, crate::encryption::show_sheet;
    decrypt_book: en::DecryptBook => en::EncryptionChanged, Owner, crate::encryption::decrypt;
    list_plain_copies: en::ListPlainCopies => en::PlainCopies, Owner, crate::encryption::list_plain;

    check_shop: Nothing => s::CheckReport, Clerk, crate::check::check;
    back_up: s::BackUp => s::BackedUp, Owner, crate::backup::back_up;
    list_backups: Nothing => bk::Backups, Owner, crate::backup::list_backups;
    preview_restore: bk::PreviewRestore => bk::RestorePreview, Owner, crate::backup::preview_restore;
    prove_copy: bk::ProveCopy => bk::CopyProof, Owner, crate::backup::prove_copy;
    restore: bk::Restore => bk::Restored, Owner, crate::backup::restore;
    undo_restore: Nothing => bk::Restored, Owner, crate::backup::undo_restore;
    confirm_clock: Nothing => Done, Owner, crate::backup::confirm_clock;
    week_list: e::ListWeeks => e::WeekList, Owner, crate::export::week_list;
    export_week: e::ExportWeek => e::WeekExported, Owner, crate::export::export_week;
    export_columns: e::GetExportColumns => e::ExportColumns, Owner, crate::export::export_columns;
    export_table: e::ExportTable => e::TableExported, Owner, crate::export::export_table;
}
