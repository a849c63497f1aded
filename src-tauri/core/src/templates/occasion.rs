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
        BirthdayWeek = "birthday_week",
        /// Three days before the birthday: the wish and the benefit.
        BirthdaySoon = "birthday_soon",
        /// The birthday itself.
        Birthday = "birthday",
        /// Another important date of hers.
        ImportantDate = "important_date",
        /// A change of season.
        Season = "season",
        /// Sudden weather.
        Weather = "weather",
        /// Not seen for two months.
        LongTime = "long_time",
        /// Not seen for five months: an invitation, to say on the phone.
        LongTimeCall = "long_time_call",
        /// A new card: thanks and the care of what was bought.
        NewVip = "new_vip",
        /// How to care for goods of a kind; its title names the goods.
        CareTip = "care_tip",
        /// After the first purchase: how is it.
        FirstPurchase = "first_purchase",
        /// After a large purchase.
        BigPurchase = "big_purchase",
        /// To come a second time.
        SecondVisit = "second_visit",
        /// Thanks for being with the shop.
        Thanks = "thanks",
        /// Thanks for bringing somebody.
        ReferralThanks = "referral_thanks",
        /// Welcome to somebody who was brought.
        ReferralWelcome = "referral_welcome",
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
        /// Free cleaning of jewellery.
        Cleaning = "cleaning",
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
