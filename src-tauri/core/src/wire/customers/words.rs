//! The choices of words about a customer.

use crate::wire::choice;

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
