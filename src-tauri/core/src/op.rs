//! The operations a hand can do, as the history names them.

macro_rules! ops {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// What kind of change an entry of the history is. The text form is the Fluent key after `op-`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[allow(missing_docs, reason = "the names say it; the words for people are in the catalogues")]
        pub enum Op {
            $(#[serde(rename = $text)] #[cfg_attr(feature = "bindings", ts(rename = $text))] $name,)*
        }

        impl Op {
            /// All kinds, so that a test can ask the catalogues for each.
            pub const ALL: &[Op] = &[$(Op::$name),*];

            /// The text form, as stored and sent.
            pub fn as_str(self) -> &'static str {
                match self { $(Op::$name => $text),* }
            }

            /// The kind of a stored text.
            pub fn from_text(text: &str) -> Option<Op> {
                Op::ALL.iter().copied().find(|op| op.as_str() == text)
            }
        }
    };
}

ops! {
    OpenShop = "open_shop",
    LoadDemo = "load_demo",
    Undo = "undo",
    UpdateSettings = "update_settings",
    SaveStaff = "save_staff",
    SaveLockSettings = "save_lock_settings",
    SaveField = "save_field",
    CreateCustomer = "create_customer",
    UpdateCustomer = "update_customer",
    SetStatus = "set_status",
    MergeCustomers = "merge_customers",
    TellApart = "tell_apart",
    ForgetApart = "forget_apart",
    SetProfile = "set_profile",
    SaveDate = "save_date",
    RemoveDate = "remove_date",
    SaveRelation = "save_relation",
    RemoveRelation = "remove_relation",
    SaveNote = "save_note",
    RemoveNote = "remove_note",
    SaveWish = "save_wish",
    SaveTag = "save_tag",
    DeleteTag = "delete_tag",
    AddTags = "add_tags",
    RemoveTag = "remove_tag",
    RecordVisit = "record_visit",
    CorrectVisit = "correct_visit",
    VoidVisit = "void_visit",
    SaveLevels = "save_levels",
    ApplyReview = "apply_review",
    SetLevel = "set_level",
    SaveCampaign = "save_campaign",
    AdjustPoints = "adjust_points",
    RedeemPoints = "redeem_points",
    IssueVoucher = "issue_voucher",
    CancelVoucher = "cancel_voucher",
    GrantBenefit = "grant_benefit",
    GiveBenefit = "give_benefit",
    LogContact = "log_contact",
    CorrectContact = "correct_contact",
    RemoveContact = "remove_contact",
    MarkReplied = "mark_replied",
    SetContactWish = "set_contact_wish",
    SaveConsent = "save_consent",
    DecideTasks = "decide_tasks",
    SaveCareRule = "save_care_rule",
    RemoveCareRule = "remove_care_rule",
    SaveFollowUp = "save_follow_up",
    RemoveFollowUp = "remove_follow_up",
    SaveTagRule = "save_tag_rule",
    RemoveTagRule = "remove_tag_rule",
    SaveArrival = "save_arrival",
    RemoveArrival = "remove_arrival",
    OpenComplaint = "open_complaint",
    CorrectComplaint = "correct_complaint",
    AnswerComplaint = "answer_complaint",
    HoldComplaint = "hold_complaint",
    ResumeComplaint = "resume_complaint",
    SetComplaintStep = "set_complaint_step",
    Compensate = "compensate",
    CancelCompensation = "cancel_compensation",
    SolveComplaint = "solve_complaint",
    ReopenComplaint = "reopen_complaint",
    SetComplaintResult = "set_complaint_result",
    FollowUpComplaint = "follow_up_complaint",
    Import = "import",
    SaveTemplate = "save_template",
    RemoveTemplate = "remove_template",
    MarkBatchSent = "mark_batch_sent",
    SaveFestival = "save_festival",
    RemoveFestival = "remove_festival",
    SaveShopHours = "save_shop_hours",
    SaveClosedDay = "save_closed_day",
    RemoveClosedDay = "remove_closed_day",
    SaveEvent = "save_event",
    CancelEvent = "cancel_event",
    SaveEventSettings = "save_event_settings",
    AddGuests = "add_guests",
    RemoveGuests = "remove_guests",
    SaveGuest = "save_guest",
    SetGuestAnswer = "set_guest_answer",
    SetGuestsCame = "set_guests_came",
    GiveEventGift = "give_event_gift",
    SaveReferralRule = "save_referral_rule",
    GiveThanks = "give_thanks",
    SaveSegment = "save_segment",
    RemoveSegment = "remove_segment",
    DrawSpotCheck = "draw_spot_check",
    SaveSpotCall = "save_spot_call",
    EndSpotCheck = "end_spot_check",
    RemoveSpotCheck = "remove_spot_check",
    SaveClerkTargets = "save_clerk_targets",
    EraseCustomer = "erase_customer",
    ArchiveCustomers = "archive_customers",
    SaveSensitiveConsent = "save_sensitive_consent",
}

impl Op {
    /// Whether nothing takes it back.
    pub fn is_for_good(self) -> bool {
        matches!(self, Op::OpenShop | Op::EraseCustomer)
    }
}
