// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  AccessCopy,
  AddGuests,
  AddTags,
  AdjustPoints,
  AnswerComplaint,
  ApplyReview,
  ArchiveCustomers,
  ArrivalRef,
  ArrivalSaved,
  AuditPage,
  BackUp,
  BackedUp,
  Backups,
  BatchRef,
  BatchSent,
  Batches,
  BeginEncryption,
  BenefitDueList,
  BenefitList,
  BenefitsDue,
  BenefitsGranted,
  BirthdayList,
  CalendarMonth,
  CallSheet,
  CampaignRef,
  CancelCompensation,
  CancelVoucher,
  CareRule,
  CareRuleRef,
  CareRules,
  CheckReport,
  ClerkBoard,
  ClerkPeople,
  ClerkTargets,
  ClosedDayRef,
  Compensate,
  Compensated,
  ComplaintCounts,
  ComplaintList,
  ComplaintOpened,
  ComplaintPage,
  ComplaintRef,
  ConfirmSheet,
  ConsentRecord,
  ContactLimits,
  ContactList,
  ContactRef,
  ContactStats,
  ContactsLogged,
  CopyProof,
  CorrectComplaint,
  CorrectContact,
  CorrectVisit,
  CreateCustomer,
  Created,
  CustomerForecast,
  CustomerList,
  CustomerPage,
  CustomerPrivacy,
  CustomerRef,
  CustomerTasks,
  DateRef,
  DaySummary,
  DecideTasks,
  DecryptBook,
  Done,
  DrawSpotCheck,
  DryRunAnswer,
  Duplicates,
  EncryptionChanged,
  EncryptionState,
  EndSpotCheck,
  EraseCustomer,
  EraseCustomers,
  ErasureDone,
  ErasureList,
  ErasurePreview,
  EventList,
  EventPage,
  EventRef,
  EventSaved,
  EventSettings,
  ExportGuests,
  ExportMessages,
  ExportTable,
  ExportWeek,
  FestivalRef,
  Festivals,
  FieldHistory,
  Fields,
  FinishEncryption,
  FollowUpRef,
  FollowUpsSaved,
  Forecast,
  ForecastBrief,
  ForecastRows,
  ForecastScores,
  GetCallSheet,
  GetClerkBoard,
  GetContactStats,
  GetDay,
  GetFieldHistory,
  GetForecast,
  GetInsight,
  GetMonth,
  GetOperation,
  GetRebought,
  GetRetention,
  GetSheet,
  GetStructure,
  GetTasksOf,
  GetToday,
  GiveBenefit,
  GiveEventGift,
  GiveThanks,
  GrantBenefit,
  GuestChoice,
  GuestsRef,
  HistoryPage,
  HoldComplaint,
  HoursPage,
  ImportFile,
  ImportPreview,
  ImportReport,
  Insight,
  InsightPeople,
  InsightSettings,
  InsightStructure,
  IssueVoucher,
  LevelHistory,
  LevelsPage,
  ListAudit,
  ListBenefits,
  ListBirthdays,
  ListClerkPeople,
  ListComplaints,
  ListContacts,
  ListCustomers,
  ListEvents,
  ListForecast,
  ListHeld,
  ListHistory,
  ListInsightPeople,
  ListPlainCopies,
  ListPoints,
  ListReferrers,
  ListTemplates,
  ListThanks,
  ListVisits,
  ListVouchers,
  ListWeeks,
  LockSettings,
  LockState,
  LogContact,
  MarkReplied,
  MergeCustomers,
  Message,
  MessageFor,
  MessagesExported,
  NearDowngrade,
  NearList,
  NoteRef,
  Nothing,
  OpenComplaint,
  OperationDetail,
  People,
  PlainCopies,
  PointsMoved,
  PointsPage,
  PointsRegister,
  PointsSettings,
  PreviewRestore,
  PreviewReview,
  PreviewSegment,
  PreviewTagRule,
  PreviewTemplate,
  PreviewVisit,
  Previewed,
  PrivacySettings,
  ProfileField,
  ProveCopy,
  Rebought,
  RecordVisit,
  RecordedVisit,
  RecoverySheet,
  RedeemPoints,
  ReferralRule,
  ReferralTree,
  ReferrerList,
  RelationRef,
  RemoveSecret,
  RemoveTag,
  Restore,
  RestorePreview,
  Restored,
  RetentionReview,
  ReviewApplied,
  ReviewPreview,
  RuleDryRun,
  RunImport,
  SaveArrival,
  SaveCampaign,
  SaveCareRule,
  SaveClosedDay,
  SaveConsent,
  SaveDate,
  SaveEvent,
  SaveFestival,
  SaveField,
  SaveFollowUp,
  SaveGuest,
  SaveLevels,
  SaveNote,
  SavePrivacySettings,
  SaveRelation,
  SaveSegment,
  SaveSensitiveConsent,
  SaveSpotCall,
  SaveStaff,
  SaveTag,
  SaveTagRule,
  SaveTemplate,
  SaveWish,
  Search,
  SearchAnswer,
  SegmentPreview,
  SegmentRef,
  SegmentSaved,
  Segments,
  SetActor,
  SetComplaintResult,
  SetContactWish,
  SetGuestAnswer,
  SetGuestsCame,
  SetLevel,
  SetProfile,
  SetSecret,
  SetSegmentTasks,
  SetStatus,
  SetStep,
  Settings,
  ShopHours,
  ShopInfo,
  ShopSize,
  SolveComplaint,
  SpotCheckDrawn,
  SpotCheckPage,
  SpotCheckRef,
  SpotChecks,
  Staff,
  TableExported,
  Tag,
  TagRef,
  TagRulePreview,
  TagRules,
  Tags,
  TaskList,
  TasksDecided,
  TasksOf,
  TemplateRef,
  TemplateSaved,
  Templates,
  ThanksDueList,
  ThanksList,
  Today,
  UndoRequest,
  Undone,
  Unlock,
  UpdateCustomer,
  VisitEffects,
  VisitList,
  VisitPage,
  VisitRef,
  VoidVisit,
  VoucherList,
  VouchersIssued,
  WeekExported,
  WeekList,
  WhoHasPhone,
  WishList,
  WriteAccessCopy,
} from '../generated';

/** Every operation of the core with its request and its answer. */
export interface Ops {
  shop_info: { args: Nothing; answer: ShopInfo };
  shop_size: { args: Nothing; answer: ShopSize };
  update_settings: { args: Settings; answer: Done };
  save_staff: { args: SaveStaff; answer: Staff };
  set_actor: { args: SetActor; answer: Done };
  lock_state: { args: Nothing; answer: LockState };
  unlock: { args: Unlock; answer: LockState };
  lock: { args: Nothing; answer: LockState };
  note_activity: { args: Nothing; answer: Done };
  set_secret: { args: SetSecret; answer: LockState };
  remove_secret: { args: RemoveSecret; answer: LockState };
  save_lock_settings: { args: LockSettings; answer: Done };
  list_audit: { args: ListAudit; answer: AuditPage };
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
  tasks_of: { args: GetTasksOf; answer: TasksOf };
  held_tasks: { args: ListHeld; answer: TaskList };
  customer_tasks: { args: CustomerRef; answer: CustomerTasks };
  decide_tasks: { args: DecideTasks; answer: TasksDecided };
  list_care_rules: { args: Nothing; answer: CareRules };
  save_care_rule: { args: SaveCareRule; answer: CareRule };
  remove_care_rule: { args: CareRuleRef; answer: Done };
  dry_run_care_rule: { args: SaveCareRule; answer: RuleDryRun };
  save_follow_up: { args: SaveFollowUp; answer: FollowUpsSaved };
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
  insight_page: { args: GetInsight; answer: Insight };
  insight_structure: { args: GetStructure; answer: InsightStructure };
  list_insight_people: { args: ListInsightPeople; answer: InsightPeople };
  list_rebought: { args: GetRebought; answer: Rebought };
  insight_settings: { args: Nothing; answer: InsightSettings };
  save_insight_settings: { args: InsightSettings; answer: Done };
  list_referrers: { args: ListReferrers; answer: ReferrerList };
  referral_tree: { args: CustomerRef; answer: ReferralTree };
  thanks_due: { args: Nothing; answer: ThanksDueList };
  list_thanks: { args: ListThanks; answer: ThanksList };
  give_thanks: { args: GiveThanks; answer: Done };
  referral_rule: { args: Nothing; answer: ReferralRule };
  save_referral_rule: { args: ReferralRule; answer: Done };
  list_segments: { args: Nothing; answer: Segments };
  preview_segment: { args: PreviewSegment; answer: SegmentPreview };
  save_segment: { args: SaveSegment; answer: SegmentSaved };
  remove_segment: { args: SegmentRef; answer: Done };
  set_segment_tasks: { args: SetSegmentTasks; answer: FollowUpsSaved };
  get_forecast: { args: GetForecast; answer: Forecast };
  forecast_brief: { args: Nothing; answer: ForecastBrief };
  list_forecast: { args: ListForecast; answer: ForecastRows };
  forecast_scores: { args: GetForecast; answer: ForecastScores };
  customer_forecast: { args: CustomerRef; answer: CustomerForecast };
  clerk_board: { args: GetClerkBoard; answer: ClerkBoard };
  list_clerk_people: { args: ListClerkPeople; answer: ClerkPeople };
  save_clerk_targets: { args: ClerkTargets; answer: Done };
  list_spot_checks: { args: Nothing; answer: SpotChecks };
  spot_check_page: { args: SpotCheckRef; answer: SpotCheckPage };
  draw_spot_check: { args: DrawSpotCheck; answer: SpotCheckDrawn };
  save_spot_call: { args: SaveSpotCall; answer: Done };
  end_spot_check: { args: EndSpotCheck; answer: Done };
  remove_spot_check: { args: SpotCheckRef; answer: Done };
  privacy_settings: { args: Nothing; answer: PrivacySettings };
  save_privacy_settings: { args: SavePrivacySettings; answer: Done };
  customer_privacy: { args: CustomerRef; answer: CustomerPrivacy };
  save_sensitive_consent: { args: SaveSensitiveConsent; answer: Done };
  write_access_copy: { args: WriteAccessCopy; answer: AccessCopy };
  preview_erasure: { args: CustomerRef; answer: ErasurePreview };
  erase_customer: { args: EraseCustomer; answer: ErasureDone };
  erase_customers: { args: EraseCustomers; answer: ErasureDone };
  list_erasures: { args: Nothing; answer: ErasureList };
  clean_file: { args: Nothing; answer: ErasureList };
  retention_review: { args: GetRetention; answer: RetentionReview };
  archive_customers: { args: ArchiveCustomers; answer: Done };
  list_history: { args: ListHistory; answer: HistoryPage };
  operation_detail: { args: GetOperation; answer: OperationDetail };
  undo: { args: UndoRequest; answer: Undone };
  encryption_state: { args: Nothing; answer: EncryptionState };
  begin_encryption: { args: BeginEncryption; answer: RecoverySheet };
  finish_encryption: { args: FinishEncryption; answer: EncryptionChanged };
  confirm_sheet: { args: ConfirmSheet; answer: Done };
  recovery_sheet: { args: GetSheet; answer: RecoverySheet };
  decrypt_book: { args: DecryptBook; answer: EncryptionChanged };
  list_plain_copies: { args: ListPlainCopies; answer: PlainCopies };
  check_shop: { args: Nothing; answer: CheckReport };
  back_up: { args: BackUp; answer: BackedUp };
  list_backups: { args: Nothing; answer: Backups };
  preview_restore: { args: PreviewRestore; answer: RestorePreview };
  prove_copy: { args: ProveCopy; answer: CopyProof };
  restore: { args: Restore; answer: Restored };
  undo_restore: { args: Nothing; answer: Restored };
  confirm_clock: { args: Nothing; answer: Done };
  week_list: { args: ListWeeks; answer: WeekList };
  export_week: { args: ExportWeek; answer: WeekExported };
  export_table: { args: ExportTable; answer: TableExported };
}
