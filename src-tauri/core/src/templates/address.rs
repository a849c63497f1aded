//! How a customer is addressed. A wrong 称呼 is worse than none: where gender or surname is not sure, the full name stands alone.

use crate::search;
use crate::wire::customers::Gender;
use crate::wire::settings::Language;

/// One-character surnames in use, the traditional list and what it left out; a name that begins otherwise is not taken apart.
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳\
    酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈\
    项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石\
    崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘\
    景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏\
    浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简\
    饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖代付闫岳冼佟佘原战员覃苟隋区初辜仝撒丘邸青涂楚但种揭亢朴尉卿亓";

/// Words with which a name was entered ready to be said: 王女士, 李太太, 张姐.
const TITLES: &[&str] =
    &["女士", "先生", "小姐", "太太", "夫人", "阿姨", "叔叔", "老师", "医生", "经理", "总", "姐", "哥", "妈", "爸", "嫂", "妹", "弟"];

/// How she is addressed, or nothing when the name is none: a number, an empty line.
///
/// The nickname is how she likes to be addressed, so it goes first. A Chinese name of two or three characters with a known surname, or one
/// with a compound surname, becomes 单女士 or 尉迟先生; with a gender but another form it becomes the full name with 女士 or 先生; without a
/// gender, or in English, the full name stands as it is.
pub fn address(name: &str, nickname: Option<&str>, gender: Option<Gender>, language: Language) -> Option<String> {
    if let Some(nickname) = nickname.map(str::trim).filter(|nickname| sayable(nickname)) {
        return Some(nickname.to_owned());
    }
    let name = name.trim();
    if !sayable(name) {
        return None;
    }
    let han = name.chars().all(is_han);
    if language == Language::En || !han || TITLES.iter().any(|title| name.len() > title.len() && name.ends_with(title)) {
        return Some(name.to_owned());
    }
    let count = name.chars().count();
    let Some(gender) = gender else {
        // A surname alone cannot be called out.
        return (count > 1).then(|| name.to_owned());
    };
    let title = match gender {
        Gender::Female => "女士",
        Gender::Male => "先生",
    };
    Some(format!("{}{title}", surname(name, count).unwrap_or(name)))
}

/// The surname of a Chinese name, where it is sure.
fn surname(name: &str, count: usize) -> Option<&str> {
    let first = |n: usize| name.char_indices().nth(n).and_then(|(end, _)| name.get(..end));
    match (search::has_compound_surname(name), count) {
        (true, 3 | 4) => first(2),
        (false, 2 | 3) => first(1).filter(|surname| SURNAMES.contains(surname)),
        _ => None,
    }
}

/// Whether it can be said at all: it has a letter, and no run of digits as phones and card numbers have.
fn sayable(name: &str) -> bool {
    name.chars().any(char::is_alphabetic) && name.chars().filter(char::is_ascii_digit).count() < 3
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_clerk_would_say_it() {
        let (f, m) = (Some(Gender::Female), Some(Gender::Male));
        for (name, nickname, gender, want) in [
            ("单晓燕", None, f, Some("单女士")),
            ("王强", None, m, Some("王先生")),
            ("尉迟文静", None, f, Some("尉迟女士")),
            ("欧阳雪", None, f, Some("欧阳女士")),
            ("诸葛亮", None, m, Some("诸葛先生")),
            ("欧阳", None, f, Some("欧阳女士")), // right whether that is all of her name or only the surname
            ("王", None, f, Some("王女士")),
            ("王", None, None, None), // nobody is called "Wang"
            ("单晓燕", None, None, Some("单晓燕")),
            ("单晓燕", Some("燕子"), f, Some("燕子")),
            ("单晓燕", Some("  "), f, Some("单女士")),
            ("单晓燕", Some("13800138000"), f, Some("单女士")),
            ("王女士", None, f, Some("王女士")),
            ("李太太", None, None, Some("李太太")),
            ("张姐", None, f, Some("张姐")),
            ("陈总", None, m, Some("陈总")),
            ("阿依古丽", None, f, Some("阿依古丽女士")), // four characters, no compound surname: not taken apart
            ("热依扎", None, f, Some("热依扎女士")),     // begins with no surname
            ("王李晓燕", None, f, Some("王李晓燕女士")),
            ("古丽·买买提", None, f, Some("古丽·买买提")),
            ("Anna Smith", None, f, Some("Anna Smith")),
            ("王 强", None, m, Some("王 强")),
            ("13800138000", None, f, None),
            ("会员0012", None, f, None),
            ("", None, f, None),
        ] {
            assert_eq!(address(name, nickname, gender, Language::ZhCn).as_deref(), want, "{name} {nickname:?} {gender:?}");
        }
        assert_eq!(address("单晓燕", None, f, Language::En).as_deref(), Some("单晓燕"));
        assert_eq!(address("单晓燕", Some("Yan"), f, Language::En).as_deref(), Some("Yan"));
    }

    proptest::proptest! {
        #[test]
        fn never_a_title_without_a_gender(name in "[王单欧阳尉迟晓燕阿热a-z0-9 ·]{0,8}") {
            let said = address(&name, None, None, Language::ZhCn).unwrap_or_default();
            proptest::prop_assert!(said.is_empty() || said == name.trim());
            let said = address(&name, None, Some(Gender::Female), Language::ZhCn).unwrap_or_default();
            proptest::prop_assert!(!said.ends_with("先生") && said != "女士");
        }
    }
}
