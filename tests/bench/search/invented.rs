//! Customers and queries out of a random generator. Nobody real.

use chrono::NaiveDate;
use shuke_core::ids::{CustomerId, LevelId};
use shuke_core::money::Fen;
use shuke_core::search::{Hit, SearchText, sort_key, spellings};

/// SplitMix64.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) % limit.max(1) as u64) as usize
    }

    fn pick(&mut self, from: &str) -> char {
        let count = from.chars().count();
        from.chars().nth(self.below(count)).unwrap_or('一')
    }

    fn word<'a>(&mut self, from: &'a [&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// Common surnames as often as they are, then others once.
const COMMON: &str = "王王王王王王王李李李李李李李张张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵吴周徐孙马朱胡郭何林高罗";
const OTHERS: &str =
    "郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦单解仇查盖朴区覃华";
const DOUBLE: [&str; 8] = ["欧阳", "尉迟", "司马", "诸葛", "令狐", "万俟", "长孙", "慕容"];
const GIVEN: &str = "丽敏静艳芳娟霞燕玲红英梅慧婷雪琳倩萍洁颖莉玉兰秀珍云晶欣怡佳雨梦诗涵萱琪瑶璐妍蕾薇菲媛岚悦彤思语若可馨雅宁晨月华春凤琴香莹瑾芸苗冰强伟磊军洋勇杰涛明超刚平辉鹏飞波斌宇浩凯";
const RARE: [&str; 8] = ["䶮", "𬭎", "𬱖", "𫍽", "𠮷", "喆", "翀", "龘"];
const TAGS: [&str; 10] = ["商务休闲", "时尚潮流", "性价比敏感", "注重品质", "爱穿裙子", "宝妈", "教师", "喜欢深色", "羊毛过敏", "微信活跃"];

pub struct Invented {
    id: i64,
    name: String,
    nickname: String,
    member_no: String,
    phone: String,
    wechat: String,
    tags: Vec<&'static str>,
    last_visit: Option<NaiveDate>,
    level: u8,
    spend: i64,
    archived: bool,
}

impl Invented {
    pub fn new(number: usize, random: &mut Random) -> Invented {
        let mut name = match random.below(100) {
            0 => random.word(&DOUBLE).to_owned(),
            1..40 => random.pick(OTHERS).to_string(),
            _ => random.pick(COMMON).to_string(),
        };
        name.push(random.pick(GIVEN));
        match random.below(200) {
            0 => name.push_str(random.word(&RARE)),
            1..150 => name.push(random.pick(GIVEN)),
            150..154 => name.push_str("（朋友介绍）"),
            154..158 => name = format!("Lisa {name}"),
            _ => {}
        }
        let head = ["130", "135", "136", "138", "139", "150", "158", "177", "186", "189"];
        let phone = if random.below(50) == 0 { String::new() } else { format!("{}{:08}", random.word(&head), random.below(100_000_000)) };
        let wechat = match random.below(20) {
            0..5 => phone.clone(),
            5..11 => format!("wx_{:06x}", random.below(1 << 24)),
            _ => String::new(),
        };
        let tags = (0..random.below(4)).map(|_| random.word(&TAGS)).collect();
        let day = NaiveDate::from_ymd_opt(2020, 1, 1).and_then(|day| day.checked_add_days(chrono::Days::new(random.below(2190) as u64)));
        let level = random.below(8).saturating_sub(4) as u8;
        Invented {
            id: number as i64,
            nickname: if random.below(20) == 0 { format!("小{}", random.pick(GIVEN)) } else { String::new() },
            name,
            member_no: format!("M{number:06}"),
            phone,
            wechat,
            tags,
            last_visit: day.filter(|_| random.below(33) > 0),
            level,
            spend: random.below(5_000_000) as i64,
            archived: random.below(100) == 0,
        }
    }

    /// She comes on the last day of the book.
    pub fn visited(&mut self) {
        self.last_visit = NaiveDate::from_ymd_opt(2025, 12, 31);
        self.spend += 29_900;
    }

    pub fn row(&self) -> (String, Hit) {
        let text = SearchText {
            member_no: &self.member_no,
            name: &self.name,
            nickname: &self.nickname,
            phones: vec![&self.phone],
            wechat: &self.wechat,
            tags: self.tags.clone(),
        };
        let hit = Hit {
            id: CustomerId(self.id),
            member_no: self.member_no.clone(),
            name: self.name.clone(),
            phone: self.phone.clone(),
            level: (self.level > 0).then(|| LevelId(self.level.into())),
            rank: self.level,
            last_visit: self.last_visit,
            lifetime_spend: Fen(self.spend),
            archived: self.archived,
        };
        (text.key(), hit)
    }
}

/// A few thousand queries of every kind that clerks type, each with the name of its kind, in random order.
pub fn queries(customers: &[Invented], random: &mut Random) -> Vec<(&'static str, String)> {
    let mut queries: Vec<(&'static str, String)> = Vec::new();
    for c in ('a'..='z').chain('0'..='9') {
        queries.push(("one letter or digit", c.to_string()));
    }
    for c in GIVEN.chars().chain(COMMON.chars()) {
        queries.push(("one Chinese character", c.to_string()));
    }
    let syllables = [
        "an", "ng", "en", "ia", "in", "ong", "ang", "iang", "anan", "nana", "zh", "sh", "wang", "zhang", "li", "v", "lv", "ee", "13",
        "138", "00", "000", "m", "m0", "m00",
    ];
    queries.extend(syllables.map(|text| ("in nearly everybody", text.to_owned())));
    let nothing = [
        "qqq",
        "zzzz",
        "龘龘",
        "0000000",
        "99999999999",
        "nobody here",
        "%",
        "_",
        "é",
        "䶮䶮",
        "anananan",
        "王 00000000",
        "zhangzhangzhang",
        "m9999999",
        "1313131313",
        "angang",
        "xyz 123",
    ];
    queries.extend(nothing.map(|text| ("nothing or hardly any", text.to_owned())));
    for _ in 0..300 {
        let who = &customers[random.below(customers.len())];
        let full = sort_key(&who.name);
        let initials = spellings(&who.name).first().map(|spelling| spelling.initials.clone()).unwrap_or_default();
        let tail = who.phone.get(7..).unwrap_or("4217").to_owned();
        let chars: Vec<char> = who.name.chars().collect();
        queries.push(("full pinyin", full.clone()));
        queries.push(("pinyin typed so far", full.chars().take(1 + random.below(6)).collect()));
        queries.push(("initials", initials.clone()));
        queries.push(("last four", tail.clone()));
        queries.push(("phone typed so far", who.phone.chars().take(2 + random.below(10)).collect()));
        queries.push(("digits within a phone", who.phone.chars().skip(random.below(6)).take(3 + random.below(3)).collect()));
        queries.push(("name", who.name.clone()));
        queries.push(("part of a name", chars[chars.len().saturating_sub(2)..].iter().collect()));
        queries.push(("card scanned", who.member_no.clone()));
        queries.push(("part of a card", who.member_no.chars().skip(2).collect()));
        queries.push(("name and last four", format!("{} {tail}", chars[0])));
        queries.push((
            "pinyin and initials",
            format!("{} {}", full.chars().take(4).collect::<String>(), initials.chars().skip(1).collect::<String>()),
        ));
        queries.push(("account", if who.wechat.is_empty() { "wx_".to_owned() } else { who.wechat.clone() }));
        queries.push(("tag", who.tags.first().map_or("宝妈", |tag| tag).to_owned()));
        queries.push(("nothing or hardly any", format!("{full}{}", random.pick(GIVEN))));
        queries.push(("nothing or hardly any", format!("{}{}", random.below(10_000_000), random.below(100_000_000))));
    }
    for at in (1..queries.len()).rev() {
        queries.swap(at, random.below(at + 1));
    }
    queries
}
