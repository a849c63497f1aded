//! What a text is for.

use crate::wire::choice;

choice! {
    /// What a text is for.
    Occasion {
        /// A festival, without any offer.
        Festival = "festival",
        /// The offer on the eve of a festival.
        FestivalOffer = "festival_offer",
        /// A day of remembrance: a word of care.
        Remembrance = "remembrance",
        /// A week before the birthday: the invitation, the gift is ready.
        BirthdayInvitation = "birthday_invitation",
        /// Three days before the birthday: the wish and the benefit.
        BirthdayBenefit = "birthday_benefit",
        /// The birthday itself.
        Birthday = "birthday",
        /// Another important date of hers.
        ImportantDate = "important_date",
        /// A change of season.
        Season = "season",
        /// Sudden weather.
        Weather = "weather",
        /// Not seen for two months.
        LongTimeNoSee = "long_time_no_see",
        /// Not seen for five months: an invitation, to say on the phone.
        Recall = "recall",
        /// A new card: thanks and the care of what was bought.
        NewVipCare = "new_vip_care",
        /// A call some days after a new card.
        NewVipCall = "new_vip_call",
        /// How to care for goods of a kind; its title names the goods.
        CareTip = "care_tip",
        /// After the first purchase: how is it.
        FirstPurchase = "first_purchase",
        /// After a large purchase.
        AfterPurchase = "after_purchase",
        /// To come a second time.
        SecondVisit = "second_visit",
        /// Thanks for being with the shop.
        ThanksMilestone = "thanks_milestone",
        /// Thanks to whom the shop owes most this year.
        ThanksYear = "thanks_year",
        /// Thanks for bringing somebody.
        ThanksReferral = "thanks_referral",
        /// Welcome to somebody who was brought.
        Welcome = "welcome",
        /// Points are about to run out.
        PointsExpiring = "points_expiring",
        /// A voucher is about to run out.
        VoucherExpiring = "voucher_expiring",
        /// A level is about to be lost.
        NearDowngrade = "near_downgrade",
        /// What she wished for came in.
        WishArrived = "wish_arrived",
        /// What she wished for costs less now.
        WishReduced = "wish_reduced",
        /// What she bought may run out about now.
        Refill = "refill",
        /// Free cleaning of jewellery.
        FreeCleaning = "free_cleaning",
        /// Invitation to an event.
        Invitation = "invitation",
        /// The day before an event, to those who accepted.
        EventReminder = "event_reminder",
        /// After an event.
        EventThanks = "event_thanks",
        /// An apology.
        Apology = "apology",
        /// After a complaint was solved.
        ComplaintFollowUp = "complaint_follow_up",
        /// Winning back after poor service.
        RecallService = "recall_service",
        /// Winning back when her needs changed.
        RecallNeed = "recall_need",
        /// Winning back from a competitor.
        RecallCompetitor = "recall_competitor",
        /// Anything else.
        Other = "other",
    }
}
