//! What the owner sets about the shop as a whole.

use super::{choice, wire};
use chrono::FixedOffset;

choice! {
    /// The trade, which chooses the presets.
    Trade {
        /// 服装
        Clothing = "clothing",
        /// 珠宝
        Jewellery = "jewellery",
        /// 美妆
        Cosmetics = "cosmetics",
        /// 餐饮
        Cafe = "cafe",
        /// 通用
        General = "general",
    }

    /// The language of the screen.
    Language {
        /// 简体中文
        ZhCn = "zh-CN",
        /// English
        En = "en",
    }

    /// Light or dark.
    Theme {
        /// As the system says.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

wire! {
    /// The shop's settings.
    #[serde(default)]
    pub struct Settings {
        /// The shop's name, as printed and signed.
        pub shop_name: String,
        /// Its trade.
        pub trade: Trade,
        /// The screen's language.
        pub language: Language,
        /// Light or dark.
        pub theme: Theme,
        /// Larger type throughout.
        pub large_type: bool,
        /// The shop's time zone, minutes east of UTC; it decides which day a sale belongs to.
        pub utc_offset_minutes: i32,
    }
}

impl Settings {
    /// The key in table `setting`.
    pub(crate) const KEY: &str = "shop";

    /// The zone as chrono wants it; China's where the stored number makes no sense.
    pub fn offset(&self) -> FixedOffset {
        FixedOffset::east_opt(self.utc_offset_minutes * 60).unwrap_or_else(china)
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            shop_name: String::new(),
            trade: Trade::General,
            language: Language::ZhCn,
            theme: Theme::System,
            large_type: false,
            utc_offset_minutes: 480,
        }
    }
}

#[expect(clippy::expect_used, reason = "eight hours is a valid offset")]
fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("UTC+8")
}
