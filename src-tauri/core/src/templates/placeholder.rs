//! The one set of placeholders. Each has a label in each language; a text may use either, whatever its own language.

use crate::wire::choice;
use crate::wire::settings::Language;

choice! {
    /// What a text can ask for.
    Placeholder {
        /// How she is addressed.
        Address = "address",
        /// The shop's name.
        Shop = "shop",
        /// The clerk who looks after her.
        Clerk = "clerk",
        /// Her level.
        Level = "level",
        /// Her points.
        Points = "points",
        /// What she bought last.
        LastPurchase = "last_purchase",
        /// Days since she was last there.
        Days = "days",
        /// A gift or benefit that waits for her.
        Benefit = "benefit",
        /// A voucher of hers.
        Voucher = "voucher",
        /// The last day on which the voucher, benefit or points are good.
        Until = "until",
        /// The festival.
        Festival = "festival",
        /// The name of an important date of hers.
        DateName = "date_name",
        /// The season.
        Season = "season",
        /// The event's name.
        Event = "event",
        /// The event's day and hour.
        EventDay = "event_day",
        /// The event's place.
        EventPlace = "event_place",
        /// What she wished for.
        Wish = "wish",
        /// Whom she brought, or who brought her.
        Friend = "friend",
        /// How to care for what she bought.
        CareTip = "care_tip",
        /// What an apology is about.
        Matter = "matter",
    }
}

impl Placeholder {
    /// As written between the braces.
    pub fn label(self, language: Language) -> &'static str {
        self.words(language).0
    }

    /// What stands in its place when nothing is known, so that the sentence still reads.
    pub fn fallback(self, language: Language) -> &'static str {
        self.words(language).1
    }

    /// What may stand in its place in an example.
    pub fn example(self, language: Language) -> &'static str {
        let [zh, en] = match self {
            Placeholder::Address => ["王姐", "Ms Wang"],
            Placeholder::Clerk => ["小夏", "Xia"],
            Placeholder::Level => ["金卡", "Gold"],
            Placeholder::Points => ["820", "820"],
            Placeholder::LastPurchase => ["羊绒大衣", "cashmere coat"],
            Placeholder::Days => ["60", "60"],
            Placeholder::Benefit => ["生日 9 折", "10% off on your birthday"],
            Placeholder::Voucher => ["满 300 减 50 的券", "a voucher of ¥50 off from ¥300"],
            Placeholder::Until => ["12月31日", "31 December"],
            Placeholder::Festival => ["中秋节", "Mid-Autumn Festival"],
            Placeholder::DateName => ["结婚纪念日", "wedding day"],
            Placeholder::Season => ["秋天", "autumn"],
            Placeholder::Event => ["新品茶会", "tea with the new collection"],
            Placeholder::EventDay => ["12月20日", "20 December"],
            Placeholder::Wish => ["墨绿腰带", "dark green belt"],
            Placeholder::Friend => ["林女士", "Ms Lin"],
            place => [place.fallback(Language::ZhCn), place.fallback(Language::En)],
        };
        match language {
            Language::ZhCn => zh,
            Language::En => en,
        }
    }

    /// The placeholder of a label, in either language, whatever its case and inner spaces.
    pub fn of_label(label: &str) -> Option<Placeholder> {
        let folded = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
        let wanted = folded(label);
        let is = |place: &Placeholder, language| folded(place.label(language)) == wanted;
        Placeholder::ALL.iter().copied().find(|place| Language::ALL.iter().any(|&language| is(place, language)))
    }

    fn words(self, language: Language) -> (&'static str, &'static str) {
        let [zh, en] = match self {
            Placeholder::Address => [("称呼", "您"), ("name", "there")],
            Placeholder::Shop => [("店名", "小店"), ("shop", "our shop")],
            Placeholder::Clerk => [("店员", "店里"), ("clerk", "the team")],
            Placeholder::Level => [("等级", "会员"), ("level", "member")],
            Placeholder::Points => [("积分", "一些"), ("points", "some")],
            Placeholder::LastPurchase => [("上次买的", "上次选的那件"), ("last purchase", "what you chose last time")],
            Placeholder::Days => [("天数", "好些"), ("days", "many")],
            Placeholder::Benefit => [("礼遇", "一份小心意"), ("benefit", "a little something")],
            Placeholder::Voucher => [("券", "一张礼券"), ("voucher", "a voucher")],
            Placeholder::Until => [("截止日", "近期"), ("until", "the end of its term")],
            Placeholder::Festival => [("节日", "节日"), ("festival", "holiday")],
            Placeholder::DateName => [("纪念日", "特别的日子"), ("date name", "special day")],
            Placeholder::Season => [("季节", "新一季"), ("season", "new season")],
            Placeholder::Event => [("活动", "店里的活动"), ("event", "our event")],
            Placeholder::EventDay => [("活动日期", "近日"), ("event day", "soon")],
            Placeholder::EventPlace => [("活动地点", "店里"), ("event place", "the shop")],
            Placeholder::Wish => [("心愿", "您喜欢的那款"), ("wish", "the style you liked")],
            Placeholder::Friend => [("朋友", "您的朋友"), ("friend", "your friend")],
            Placeholder::CareTip => {
                [("护理", "日常怎么打理，随时问我们就好。"), ("care tip", "If you wonder how to care for it, just ask us.")]
            }
            Placeholder::Matter => [("事由", "这次的事"), ("matter", "what happened")],
        };
        match language {
            Language::ZhCn => zh,
            Language::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn labels_are_found_again_and_none_means_two_things() {
        let mut seen = BTreeSet::new();
        for &place in Placeholder::ALL {
            for &language in Language::ALL {
                let label = place.label(language);
                assert_eq!(Placeholder::of_label(label), Some(place), "{label}");
                assert!(seen.insert(label), "{label} twice");
                assert!(!place.fallback(language).is_empty() && !label.contains(['{', '}', '[', ']']));
            }
        }
        assert_eq!(Placeholder::of_label(" Last Purchase "), Some(Placeholder::LastPurchase));
        assert_eq!(Placeholder::of_label("lastpurchase"), Some(Placeholder::LastPurchase));
        assert_eq!(Placeholder::of_label("姓名"), None);
        assert_eq!(Placeholder::of_label(""), None);
    }
}
