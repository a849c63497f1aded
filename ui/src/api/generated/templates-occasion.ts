// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** What a text is for. */
export type Occasion = "festival" | "festival_offer" | "remembrance" | "birthday_invitation" | "birthday_benefit" | "birthday" | "important_date" | "season" | "weather" | "long_time_no_see" | "recall" | "new_vip_care" | "new_vip_call" | "care_tip" | "first_purchase" | "after_purchase" | "second_visit" | "thanks_milestone" | "thanks_year" | "thanks_referral" | "welcome" | "points_expiring" | "voucher_expiring" | "near_downgrade" | "wish_arrived" | "wish_reduced" | "refill" | "free_cleaning" | "invitation" | "event_reminder" | "event_thanks" | "apology" | "complaint_follow_up" | "recall_service" | "recall_need" | "recall_competitor" | "other";
