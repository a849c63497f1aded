//! How a Chinese name may be typed in pinyin.
//!
//! The surname is read as a surname first (单 shan, 尉迟 yuchi). Readings in use come before the rare ones that dictionaries also
//! list (王 yu); only the former count as a match from the beginning of a name, see [`super::KeyKind::Alternate`].

use super::fold::fold;
use super::surnames::{COMPOUND, in_use, surname};
use pinyin::ToPinyinMulti;

/// The most spellings that are kept of one name.
pub const SPELLINGS: usize = 32;

/// One way to type a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// All syllables run together: `wanglijuan`.
    pub full: String,
    /// The first letter of each syllable: `wlj`.
    pub initials: String,
    /// Whether every syllable is a reading in use, none of them one that only dictionaries know.
    pub usual: bool,
}

/// The ways to type a name, the most likely first; at most [`SPELLINGS`]. Letters and digits stand for themselves. A text
/// without any Chinese character has none.
pub fn spellings(name: &str) -> Vec<Spelling> {
    let units = units(name);
    if !units.iter().any(|unit| unit.chinese) {
        return Vec::new();
    }
    let mut found = usual_spellings(&units);
    for rare in rare_spellings(&units) {
        if found.len() < SPELLINGS && !found.iter().any(|known| known.full == rare.full) {
            found.push(rare);
        }
    }
    found
}

/// What names are ordered by: the full pinyin of the first reading; the folded name itself where it has none.
pub fn sort_key(name: &str) -> String {
    let units = units(name);
    if !units.iter().any(|unit| unit.chinese) {
        return fold(name);
    }
    units.iter().filter_map(|unit| unit.readings.first()).map(String::as_str).collect()
}

/// A syllable with its readings, or a run of letters and digits.
struct Unit {
    readings: Vec<String>,
    /// How many of the readings, from the front, are in use.
    usual: usize,
    chinese: bool,
}

fn units(name: &str) -> Vec<Unit> {
    let folded: Vec<char> = fold(name).chars().collect();
    let is_han = |c: char| in_use(c).is_some() || c.to_pinyin_multi().is_some();
    let mut units: Vec<Unit> = Vec::new();
    let mut at = 0;
    let mut surname_due = true;
    while let Some(&c) = folded.get(at) {
        if is_han(c) {
            // 小曾, 老仇, 阿单: a familiar word before a surname that stands alone.
            let familiar = matches!(c, '小' | '老' | '阿' | '大') && folded.len() == 2 && at == 0;
            if surname_due && !familiar {
                surname_due = false;
                let next = folded.get(at + 1).copied();
                if let Some((_, reading)) = COMPOUND.iter().find(|(compound, _)| compound.chars().eq([Some(c), next].into_iter().flatten()))
                {
                    units.push(unit(c, Some(reading[0])));
                    units.extend(next.map(|next| unit(next, Some(reading[1]))));
                    at += 2;
                    continue;
                }
                units.push(unit(c, surname(c)));
            } else {
                units.push(unit(c, None));
            }
            at += 1;
        } else if c.is_alphanumeric() && c.is_ascii() {
            let run: String = folded[at..].iter().take_while(|c| c.is_ascii_alphanumeric()).collect();
            at += run.len();
            units.push(Unit { readings: vec![run], usual: 1, chinese: false });
        } else {
            at += 1;
        }
    }
    units
}

/// The readings of a character: those of the place it stands in, then those in use, then the dictionary's others.
fn unit(c: char, place: Option<&str>) -> Unit {
    let dictionary: Vec<&str> = c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain).collect();
    let in_use: Vec<&str> = match in_use(c) {
        Some(list) => list.split(' ').collect(),
        None => dictionary.iter().take(1).copied().collect(),
    };
    let mut readings: Vec<String> = Vec::new();
    let mut add = |typed: String| {
        if !readings.contains(&typed) {
            readings.push(typed);
        }
    };
    for reading in place.into_iter().flat_map(|list| list.split(' ')).chain(in_use) {
        add(reading.replace('ü', "v"));
        // Those who do not know v for ü type u.
        add(reading.replace('ü', "u"));
    }
    let usual = readings.len();
    for reading in dictionary.iter().map(|reading| reading.replace('ü', "v")) {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    Unit { readings, usual, chinese: true }
}

/// Every combination of the readings in use, the first ones first, up to the limit.
fn usual_spellings(units: &[Unit]) -> Vec<Spelling> {
    let mut found = vec![Spelling { full: String::new(), initials: String::new(), usual: true }];
    for unit in units {
        let mut next: Vec<Spelling> = Vec::with_capacity(found.len() * unit.usual);
        // The readings of this unit vary slowest, so that a cut keeps every reading of the surname.
        for reading in unit.readings.iter().take(unit.usual) {
            for before in &found {
                let spelling = Spelling { usual: true, ..before.followed_by(reading) };
                if next.len() < SPELLINGS && !next.iter().any(|known| known.full == spelling.full) {
                    next.push(spelling);
                }
            }
        }
        found = next;
    }
    found
}

/// One rare reading at a time, among the usual ones.
fn rare_spellings(units: &[Unit]) -> impl Iterator<Item = Spelling> {
    units.iter().enumerate().flat_map(move |(place, unit)| {
        unit.readings.iter().skip(unit.usual).map(move |rare| {
            let start = Spelling { full: String::new(), initials: String::new(), usual: false };
            units.iter().enumerate().fold(start, |before, (at, unit)| match unit.readings.first() {
                _ if at == place => before.followed_by(rare),
                Some(reading) => before.followed_by(reading),
                None => before,
            })
        })
    })
}

impl Spelling {
    fn followed_by(&self, reading: &str) -> Spelling {
        let mut next = self.clone();
        next.full.push_str(reading);
        next.initials.extend(reading.chars().next());
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_are_read_as_surnames() {
        for (name, want) in [
            ("单静", "shanjing"),
            ("解敏", "xiemin"),
            ("仇霞", "qiuxia"),
            ("曾丽", "zengli"),
            ("查芳", "zhafang"),
            ("盖娟", "gejuan"),
            ("朴燕", "piaoyan"),
            ("区玲", "ouling"),
            ("任红", "renhong"),
            ("华英", "huaying"),
            ("种梅", "chongmei"),
            ("乐慧", "yuehui"),
            ("折婷", "sheting"),
            ("召雪", "shaoxue"),
            ("繁琳", "polin"),
            ("黑倩", "heqian"),
            ("那萍", "naping"),
            ("员洁", "yunjie"),
            ("乜颖", "nieying"),
            ("缪莉", "miaoli"),
            ("宓玉", "miyu"),
            ("冼兰", "xianlan"),
            ("逄秀", "pangxiu"),
            ("郄珍", "qiezhen"),
            ("笪云", "dayun"),
            ("亓晶", "qijing"),
            ("佘欣", "shexin"),
            ("覃怡", "qinyi"),
            ("翟佳", "zhaijia"),
            ("尉迟敏", "yuchimin"),
            ("万俟静", "moqijing"),
            ("令狐冲", "linghuchong"),
            ("长孙无忌", "zhangsunwuji"),
            ("欧阳娜", "ouyangna"),
            ("司马燕", "simayan"),
            ("诸葛亮", "zhugeliang"),
            ("上官云", "shangguanyun"),
            ("皇甫嵩", "huangfusong"),
            ("慕容雪", "murongxue"),
            ("王丽娟", "wanglijuan"),
            ("吕颖", "lvying"),
            ("沈阳", "shenyang"),
            ("曾姐", "zengjie"),
            ("小曾", "xiaozeng"),
            ("老仇", "laoqiu"),
            ("阿单", "ashan"),
            ("Lisa 陈", "lisachen"),
            ("Amy单", "amyshan"),
            ("周敏（朋友介绍）", "zhouminpengyoujieshao"),
            ("李𠮷", "liji"),
            ("王𬭎", "wanghong"),
            ("单", "shan"),
            ("Lisa", "lisa"),
            ("", ""),
        ] {
            assert_eq!(sort_key(name), want, "{name}");
            assert_eq!(spellings(name).first().map_or(fold(name), |spelling| spelling.full.clone()), want, "{name}");
        }
    }

    #[test]
    fn other_readings_stay_as_alternates() {
        for (name, usual, wanted) in [
            ("单静", true, "danjing"),
            ("曾丽", true, "cengli"),
            ("解敏", true, "jiemin"),
            ("覃怡", true, "tanyi"),
            ("乐慧", true, "lehui"),
            ("吕颖", true, "luying"),
            ("吕绿", true, "lvlv"),
            ("略", true, "lue"),
            ("长孙无忌", true, "changsunwuji"),
            ("尉迟敏", true, "weichimin"),
            ("万俟静", true, "wanqijing"),
            ("张晟", true, "zhangcheng"),
            ("王丽", false, "yuli"),
            ("王任", false, "wanglin"),
            ("单静", false, "chanjing"),
        ] {
            let found = spellings(name);
            let spelling = found.iter().find(|spelling| spelling.full == wanted);
            assert_eq!(spelling.map(|spelling| spelling.usual), Some(usual), "{name} {wanted} {found:?}");
        }
    }

    #[test]
    fn initials_go_with_the_readings() {
        for (name, wanted) in
            [("单静", "sj"), ("单静", "dj"), ("王丽娟", "wlj"), ("尉迟敏", "ycm"), ("欧阳娜", "oyn"), ("Lisa 陈", "lc"), ("小曾", "xz")]
        {
            assert!(spellings(name).iter().any(|spelling| spelling.initials == wanted), "{name} {wanted}");
        }
        assert!(spellings("Lisa 88").is_empty());
    }

    #[test]
    fn the_number_of_spellings_is_bounded_and_they_differ() {
        for name in ["湛湛湛湛湛湛湛湛", "乐行朝长重莎柏盛", "单解曾查盖朴区任"] {
            let found = spellings(name);
            assert!(found.len() <= SPELLINGS && found.len() > 1, "{name} {}", found.len());
            for (at, spelling) in found.iter().enumerate() {
                assert!(!found[..at].iter().any(|before| before.full == spelling.full), "{name} {spelling:?}");
            }
        }
    }
}
