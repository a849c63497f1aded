//! A text with placeholders: `{称呼}` is filled in, and `[a stretch in brackets]` is left out as a whole when something in it is not
//! known. Brackets without a placeholder stay as they are: chats write their little pictures so.

use super::placeholder::Placeholder;
use crate::error::{Code, Error, Failure};
use crate::wire::settings::Language;
use std::collections::BTreeMap;

/// The longest text, in characters.
pub const LONGEST: usize = 500;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words as they are.
    Words(String),
    /// Something about the customer.
    Place(Placeholder),
    /// Left out as a whole when something in it is not known.
    Optional(Vec<Part>),
}

/// Why a text cannot be used. `at` counts characters from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misspelt {
    /// A name between braces that is no placeholder.
    Unknown {
        /// The name.
        name: String,
        /// Where its brace opens.
        at: usize,
    },
    /// A brace that does not close.
    Unclosed {
        /// Where it opens.
        at: usize,
    },
    /// A brace that closes and never opened.
    Unopened {
        /// Where it closes.
        at: usize,
    },
    /// A bracket inside another.
    Nested {
        /// Where the inner one opens.
        at: usize,
    },
}

impl From<Misspelt> for Error {
    fn from(misspelt: Misspelt) -> Error {
        let failure = Failure::at(Code::TemplateInvalid, "text");
        match misspelt {
            Misspelt::Unknown { name, at } => failure.with("why", "unknown").with("name", name).with("at", at),
            Misspelt::Unclosed { at } => failure.with("why", "unclosed").with("at", at),
            Misspelt::Unopened { at } => failure.with("why", "unopened").with("at", at),
            Misspelt::Nested { at } => failure.with("why", "nested").with("at", at),
        }
        .into()
    }
}

/// Reads a text. Full-width braces, as an input method may write them, are braces too.
///
/// # Errors
/// The first thing that cannot be, with its place.
pub fn parse(text: &str) -> Result<Vec<Part>, Misspelt> {
    let mut parts = Pieces::default();
    // The bracket that is open: where, and what it holds so far.
    let mut bracket: Option<(usize, Pieces)> = None;
    let mut chars = text.chars().enumerate().map(|(n, c)| (n + 1, c));
    while let Some((at, c)) = chars.next() {
        match (c, bracket.is_some()) {
            ('{' | '｛', _) => {
                let place = placeholder(at, &mut chars)?;
                bracket.as_mut().map_or(&mut parts, |(_, inner)| inner).place(place);
            }
            ('}' | '｝', _) => return Err(Misspelt::Unopened { at }),
            ('[', true) => return Err(Misspelt::Nested { at }),
            ('[', false) => bracket = Some((at, Pieces::default())),
            (']', true) => {
                if let Some((_, inner)) = bracket.take() {
                    parts.close(inner);
                }
            }
            (c, _) => bracket.as_mut().map_or(&mut parts, |(_, inner)| inner).word(c),
        }
    }
    match bracket {
        Some((at, inner)) if inner.parts.iter().any(|part| matches!(part, Part::Place(_))) => Err(Misspelt::Unclosed { at }),
        Some((_, inner)) => {
            parts.word('[');
            parts.take(inner);
            Ok(parts.parts)
        }
        None => Ok(parts.parts),
    }
}

fn placeholder(at: usize, chars: &mut impl Iterator<Item = (usize, char)>) -> Result<Placeholder, Misspelt> {
    let mut name = String::new();
    for (_, c) in chars {
        match c {
            '}' | '｝' => {
                let name = name.trim().to_owned();
                return Placeholder::of_label(&name).ok_or(Misspelt::Unknown { name, at });
            }
            '{' | '｛' | '\n' => break,
            c => name.push(c),
        }
    }
    Err(Misspelt::Unclosed { at })
}

#[derive(Default)]
struct Pieces {
    parts: Vec<Part>,
}

impl Pieces {
    fn word(&mut self, c: char) {
        match self.parts.last_mut() {
            Some(Part::Words(words)) => words.push(c),
            _ => self.parts.push(Part::Words(c.to_string())),
        }
    }

    fn place(&mut self, place: Placeholder) {
        self.parts.push(Part::Place(place));
    }

    fn take(&mut self, other: Pieces) {
        for part in other.parts {
            match part {
                Part::Words(words) => words.chars().for_each(|c| self.word(c)),
                part => self.parts.push(part),
            }
        }
    }

    fn close(&mut self, inner: Pieces) {
        if inner.parts.iter().any(|part| matches!(part, Part::Place(_))) {
            self.parts.push(Part::Optional(inner.parts));
        } else {
            self.word('[');
            self.take(inner);
            self.word(']');
        }
    }
}

/// Every placeholder of a text, each once, in the order of the list of placeholders.
pub fn placeholders(parts: &[Part]) -> Vec<Placeholder> {
    fn collect(parts: &[Part], found: &mut Vec<Placeholder>) {
        for part in parts {
            match part {
                Part::Words(_) => {}
                Part::Place(place) => found.push(*place),
                Part::Optional(inner) => collect(inner, found),
            }
        }
    }
    let mut found = Vec::new();
    collect(parts, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

/// A text filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// As it can be sent.
    pub text: String,
    /// What was not known and was written around.
    pub missing: Vec<Placeholder>,
    /// What was not known, so that its stretch in brackets was left out.
    pub left_out: Vec<Placeholder>,
}

/// Fills a text in with what is known.
pub fn fill(parts: &[Part], known: &BTreeMap<Placeholder, String>, language: Language) -> Filled {
    let mut filled = Filled { text: String::new(), missing: Vec::new(), left_out: Vec::new() };
    pour(parts, known, language, &mut filled);
    for list in [&mut filled.missing, &mut filled.left_out] {
        list.sort_unstable();
        list.dedup();
    }
    filled.text = filled.text.trim().to_owned();
    filled
}

fn pour(parts: &[Part], known: &BTreeMap<Placeholder, String>, language: Language, filled: &mut Filled) {
    for part in parts {
        match part {
            Part::Words(words) => join(&mut filled.text, words),
            Part::Place(place) => match known.get(place) {
                Some(value) => join(&mut filled.text, &tidy(value)),
                None => {
                    filled.missing.push(*place);
                    join(&mut filled.text, place.fallback(language));
                }
            },
            Part::Optional(inner) => {
                let unknown: Vec<Placeholder> = placeholders(inner).into_iter().filter(|place| !known.contains_key(place)).collect();
                if unknown.is_empty() {
                    pour(inner, known, language, filled);
                } else {
                    filled.left_out.extend(unknown);
                }
            }
        }
    }
}

/// What comes from the archive stands on one line in a message.
fn tidy(value: &str) -> String {
    value.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

const YOU: &str = "您";
const PAUSES: &[char] = &['，', '、', '；', '：', ',', ';', ':'];
const ENDS: &[char] = &['。', '！', '？', '.', '!', '?'];

/// Joins a piece to a text so that no two marks meet where something was filled in or left out: of two the stronger stays. Nobody is
/// addressed twice either: 「您」 stands in for a name that is not known, and the words after it often begin with 「您」 themselves.
fn join(text: &mut String, piece: &str) {
    let mut piece = piece;
    if text.ends_with(YOU) {
        piece = piece.strip_prefix(YOU).unwrap_or(piece);
    }
    if text == YOU {
        piece = piece.strip_prefix("，您").unwrap_or(piece);
    }
    while let (Some(last), Some(first)) = (text.chars().next_back(), piece.chars().next()) {
        let strong = |c: char| ENDS.contains(&c);
        let mark = |c: char| strong(c) || PAUSES.contains(&c);
        if (last == ' ' || last == '\n') && (first == ' ' || mark(first)) || last == '\n' && first == '\n' && text.ends_with("\n\n") {
            if last == ' ' && mark(first) {
                text.pop();
            } else {
                piece = piece.get(first.len_utf8()..).unwrap_or_default();
            }
        } else if mark(last) && mark(first) {
            if strong(first) && !strong(last) {
                text.pop();
            } else {
                piece = piece.get(first.len_utf8()..).unwrap_or_default();
            }
        } else {
            break;
        }
    }
    if text.is_empty() {
        piece = piece.trim_start_matches(|c: char| PAUSES.contains(&c) || c == ' ');
    }
    text.push_str(piece);
}

#[cfg(test)]
mod tests {
    use super::*;
    use Placeholder as P;

    fn words(text: &str) -> Part {
        Part::Words(text.into())
    }

    #[test]
    fn reads_placeholders_and_brackets() {
        for (text, want) in [
            ("", vec![]),
            ("您好", vec![words("您好")]),
            ("{称呼}，您好", vec![Part::Place(P::Address), words("，您好")]),
            ("Hi { Name },", vec![words("Hi "), Part::Place(P::Address), words(",")]),
            ("｛称呼｝好", vec![Part::Place(P::Address), words("好")]),
            (
                "好[，您有{积分}分]。",
                vec![words("好"), Part::Optional(vec![words("，您有"), Part::Place(P::Points), words("分")]), words("。")],
            ),
            ("生日快乐[蛋糕]{称呼}", vec![words("生日快乐[蛋糕]"), Part::Place(P::Address)]),
            ("价签[a", vec![words("价签[a")]),
            ("a]b", vec![words("a]b")]),
            ("[][]", vec![words("[][]")]),
        ] {
            assert_eq!(parse(text), Ok(want), "{text}");
        }
    }

    #[test]
    fn says_what_is_misspelt_and_where() {
        for (text, want) in [
            ("您好{姓名}", Misspelt::Unknown { name: "姓名".into(), at: 3 }),
            ("{}", Misspelt::Unknown { name: String::new(), at: 1 }),
            ("好{称呼", Misspelt::Unclosed { at: 2 }),
            ("好{称呼\n}", Misspelt::Unclosed { at: 2 }),
            ("{{称呼}}", Misspelt::Unclosed { at: 1 }),
            ("称呼}好", Misspelt::Unopened { at: 3 }),
            ("[您有{积分}", Misspelt::Unclosed { at: 1 }),
            ("[您有[{积分}]]", Misspelt::Nested { at: 4 }),
        ] {
            assert_eq!(parse(text), Err(want), "{text}");
        }
    }

    fn told(text: &str, known: &[(P, &str)]) -> Filled {
        let known = known.iter().map(|(place, value)| (*place, (*value).to_owned())).collect();
        fill(&parse(text).unwrap(), &known, Language::ZhCn)
    }

    #[test]
    fn the_sentence_reads_with_and_without() {
        let name = (P::Address, "单女士");
        for (text, known, want) in [
            ("{称呼}，中秋快乐！", &[name][..], "单女士，中秋快乐！"),
            ("{称呼}，中秋快乐！", &[], "您，中秋快乐！"),
            ("{称呼}您好，好久没见您了。", &[], "您好，好久没见您了。"),
            ("{称呼}您好，好久没见您了。", &[name], "单女士您好，好久没见您了。"),
            ("{称呼}，您的生日快到了。", &[], "您的生日快到了。"),
            ("{称呼}，您的生日快到了。", &[name], "单女士，您的生日快到了。"),
            ("谢谢您[，您有{积分}分]。", &[(P::Points, "120")], "谢谢您，您有120分。"),
            ("{称呼}好[，您有{积分}分]。", &[name, (P::Points, "120")], "单女士好，您有120分。"),
            ("{称呼}好[，您有{积分}分]。", &[name], "单女士好。"),
            ("{称呼}好，[您上次的{上次买的}还合身吗？]有空来坐坐。", &[name], "单女士好，有空来坐坐。"),
            ("好，[{积分}分，]。", &[], "好。"),
            ("[{积分}分，]好", &[], "好"),
            ("[{店员}]，好", &[], "好"),
            ("{称呼}，好", &[(P::Address, "小燕！")], "小燕！好"),
            ("有{礼遇}。", &[(P::Benefit, "一份礼物。")], "有一份礼物。"),
            ("{称呼}好", &[(P::Address, " 小\n燕 ")], "小 燕好"),
            ("好！！{称呼}", &[name], "好！！单女士"),
        ] {
            assert_eq!(told(text, known).text, want, "{text} {known:?}");
        }
        let english = |text: &str, known: &[(P, &str)]| {
            let known = known.iter().map(|(place, value)| (*place, (*value).to_owned())).collect();
            fill(&parse(text).unwrap(), &known, Language::En).text
        };
        assert_eq!(english("Hi {name}, [your {level} card] is ready.", &[(P::Address, "Ann")]), "Hi Ann, is ready.");
        assert_eq!(english("Come by [with {voucher} ]. Bye", &[]), "Come by. Bye");
        assert_eq!(english("Hi {name}!", &[]), "Hi there!");
    }

    #[test]
    fn says_what_was_missing() {
        let filled = told("{称呼}好，{礼遇}等您，{礼遇}[，{积分}分到{截止日}]", &[(P::Until, "12月31日")]);
        assert_eq!((filled.missing, filled.left_out), (vec![P::Address, P::Benefit], vec![P::Points]));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\[\\]{}｛｝称呼积分name，。 \n]{0,40}") {
            if let Ok(parts) = parse(&text) {
                let filled = fill(&parts, &BTreeMap::new(), Language::ZhCn);
                let braces = filled.text.contains(['{', '}', '｛', '｝']);
                proptest::prop_assert!(!braces);
            }
        }
    }
}
