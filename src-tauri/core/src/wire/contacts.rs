//! Contacts: every call, message, talk and answer; what may be said to whom; consent.

use super::choice;

choice! {
    /// How a customer is reached.
    ContactChannel {
        /// A phone call.
        Phone = "phone",
        /// WeChat.
        Wechat = "wechat",
        /// A text message.
        Sms = "sms",
        /// E-mail.
        Email = "email",
        /// A letter or a card.
        Letter = "letter",
        /// A talk in the shop or elsewhere.
        InPerson = "in_person",
    }

    /// What a contact is for. A contact that is for several is the last of them in this order.
    Purpose {
        /// About what she bought, her membership, her complaint or an appointment.
        Service = "service",
        /// A wish or a thought, without any offer.
        Greeting = "greeting",
        /// An offer, an invitation to buy.
        Marketing = "marketing",
    }

    /// Who began.
    Direction {
        /// The shop.
        Out = "out",
        /// The customer.
        In = "in",
    }

    /// What came of a contact.
    Outcome {
        /// Sent; nothing came back so far.
        Sent = "sent",
        /// Spoken to.
        Reached = "reached",
        /// Nobody answered the call.
        NoAnswer = "no_answer",
        /// She answered.
        Replied = "replied",
    }

    /// What she wants to hear from the shop.
    Wish {
        /// Everything, as far as she knows.
        Any = "any",
        /// All but promotion.
        NoPromotion = "no_promotion",
        /// Nothing: do not contact.
        None = "none",
    }

    /// What a consent is for.
    ConsentPurpose {
        /// Keeping her archive.
        Archive = "archive",
        /// Service messages and greetings.
        Service = "service",
        /// Promotion.
        Marketing = "marketing",
    }
}
