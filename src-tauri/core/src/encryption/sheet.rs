//! The recovery sheet: the key of a book in fourteen groups of four letters, to be printed and typed back.
//!
//! 32 bytes of key and 3 of check make exactly 56 letters of 5 bits. The letters are those of Crockford's base 32: no I, L, O
//! or U, and what looks like one of ours is read as it.

use super::key::KEY;
use crate::error::{Code, Failure, Result};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Groups of a sheet.
pub const GROUPS: usize = 14;

/// Letters of a group.
pub const GROUP: usize = 4;

const CHECK: usize = 3;
const LETTERS: usize = GROUPS * GROUP;
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The groups of a key.
pub(crate) fn groups(key: &[u8; KEY]) -> Vec<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(KEY + CHECK));
    bytes.extend_from_slice(key);
    bytes.extend_from_slice(&check(key));
    let all = Zeroizing::new(letters(&bytes));
    (0..GROUPS).map(|at| Zeroizing::new(all[at * GROUP..(at + 1) * GROUP].to_owned())).collect()
}

/// Bytes as letters, five bits each; a rest is filled up with zeros.
pub(crate) fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8 | u32::from(*byte)) & 0xfff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(held >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(ALPHABET[(held << (5 - bits) & 31) as usize]));
    }
    text
}

/// Reads what was typed from a sheet. Blanks, hyphens, small and full-width letters do not matter.
///
/// # Errors
/// `sheet_wrong` at `field`: `why` is `length` with `n` letters read, `group` when one slip in `group` explains it all, else
/// `somewhere`.
pub(crate) fn read(field: &str, typed: &str) -> Result<Zeroizing<[u8; KEY]>> {
    let values = values(field, typed)?;
    if let Some(key) = key_of(&values) {
        return Ok(key);
    }
    Err(match slip(values) {
        Some(group) => wrong(field, "group").with("group", group + 1),
        None => wrong(field, "somewhere"),
    }
    .into())
}

/// Reads what was typed back from the sheet of a key that is known, so that the first group that differs can be named.
///
/// # Errors
/// `sheet_wrong` as [`read`]; `why` is `group`, or `length` when letters are missing or too many.
pub(crate) fn typed_back(field: &str, typed: &str, key: &[u8; KEY]) -> Result<()> {
    let values = values(field, typed)?;
    let meant = values_of(groups(key).iter().flat_map(|group| group.chars()).collect::<Vec<_>>());
    let differs = values.iter().zip(meant.iter()).position(|(typed, meant)| Some(*typed) != *meant);
    match differs {
        Some(at) => Err(wrong(field, "group").with("group", at / GROUP + 1).into()),
        None => Ok(()),
    }
}

fn wrong(field: &str, why: &str) -> Failure {
    Failure::at(Code::SheetWrong, field).with("why", why).with("group", 0).with("n", 0).with("of", LETTERS)
}

fn check(key: &[u8]) -> [u8; CHECK] {
    let digest = Sha256::new().chain_update(b"shuke recovery sheet 1").chain_update(key).finalize();
    [digest[0], digest[1], digest[2]]
}

/// The value of each letter; one that is none of ours gets a value past them.
fn values(field: &str, typed: &str) -> Result<Zeroizing<Vec<u8>>> {
    const NONE_OF_OURS: u8 = 32;
    let folded: Vec<char> = typed.nfkc().filter(|c| !c.is_whitespace() && !is_dash(*c)).collect();
    if folded.len() != LETTERS {
        return Err(wrong(field, "length").with("n", folded.len()).into());
    }
    Ok(Zeroizing::new(values_of(folded).into_iter().map(|value| value.unwrap_or(NONE_OF_OURS)).collect()))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '_' | '·' | '.')
}

fn values_of(letters: Vec<char>) -> Vec<Option<u8>> {
    let value = |c: char| {
        let letter = match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        (0..32_u8).find(|at| char::from(ALPHABET[usize::from(*at)]) == letter)
    };
    letters.into_iter().map(value).collect()
}

/// The key, if the check says that nothing is wrong.
fn key_of(values: &[u8]) -> Option<Zeroizing<[u8; KEY]>> {
    let mut bytes = Zeroizing::new([0_u8; KEY + CHECK]);
    let (mut held, mut bits, mut at) = (0_u32, 0, 0);
    for value in values {
        if *value > 31 {
            return None;
        }
        held = (held << 5 | u32::from(*value)) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            *bytes.get_mut(at)? = (held >> bits & 255) as u8;
            at += 1;
        }
    }
    if check(&bytes[..KEY]) != bytes[KEY..] {
        return None;
    }
    let mut key = Zeroizing::new([0; KEY]);
    key.copy_from_slice(&bytes[..KEY]);
    Some(key)
}

/// The group in which a single wrong letter, or two neighbours the wrong way round, would explain everything.
fn slip(mut values: Zeroizing<Vec<u8>>) -> Option<usize> {
    for at in 0..LETTERS {
        let typed = values[at];
        for other in (0..32).filter(|other| *other != typed) {
            values[at] = other;
            if key_of(&values).is_some() {
                return Some(at / GROUP);
            }
        }
        values[at] = typed;
        if at + 1 < LETTERS && typed != values[at + 1] {
            values.swap(at, at + 1);
            if key_of(&values).is_some() {
                return Some(at / GROUP);
            }
            values.swap(at, at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn printed(key: &[u8; KEY]) -> String {
        groups(key).iter().map(|group| group.as_str()).collect::<Vec<_>>().join("-")
    }

    fn why(typed: &str) -> (String, String) {
        let failure = Failure::from(read("sheet", typed).unwrap_err());
        assert_eq!((failure.code, failure.field.as_deref()), (Code::SheetWrong, Some("sheet")));
        (failure.params["why"].clone(), failure.params["group"].clone())
    }

    #[test]
    fn what_was_printed_is_read_however_it_is_typed() {
        let key = std::array::from_fn(|at| (at * 37 + 11) as u8);
        let text = printed(&key);
        assert_eq!(text.len(), GROUPS * (GROUP + 1) - 1);
        let full_width: String = text.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect();
        for typed in [text.clone(), text.to_lowercase(), text.replace('-', "  "), text.replace('-', ""), full_width, text.replace('0', "O")]
        {
            assert_eq!(*read("sheet", &typed).unwrap(), key, "{typed}");
        }
        assert_eq!(why(&text[..text.len() - 1]), ("length".into(), "0".into()));
        assert_eq!(why(""), ("length".into(), "0".into()));
    }

    #[test]
    fn typing_back_names_the_first_group_that_differs() {
        let key = [7; KEY];
        let text = printed(&key);
        assert!(typed_back("sheet", &text.to_lowercase(), &key).is_ok());
        let mut letters: Vec<char> = text.chars().collect();
        for at in [3 * 5, 8 * 5 + 1] {
            letters[at] = if letters[at] == 'A' { 'B' } else { 'A' };
        }
        let failure = Failure::from(typed_back("sheet", &letters.iter().collect::<String>(), &key).unwrap_err());
        assert_eq!(failure.params["group"], "4");
        // Another book's sheet has a right check of its own and is not taken all the same.
        assert!(typed_back("sheet", &printed(&[8; KEY]), &key).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn one_slip_is_noticed_and_its_group_named(key: [u8; KEY], at in 0..LETTERS, by in 1..32_u8) {
            let mut all: Vec<char> = printed(&key).chars().filter(|c| *c != '-').collect();
            let value = ALPHABET.iter().position(|letter| char::from(*letter) == all[at]).unwrap() as u8;
            all[at] = char::from(ALPHABET[usize::from((value + by) % 32)]);
            prop_assert_eq!(why(&all.iter().collect::<String>()), ("group".to_owned(), (at / GROUP + 1).to_string()));
        }

        #[test]
        fn several_slips_are_noticed(key: [u8; KEY], slips in prop::collection::btree_map(0..LETTERS, 1..32_u8, 2..9)) {
            let mut all: Vec<char> = printed(&key).chars().filter(|c| *c != '-').collect();
            for (at, by) in slips {
                let value = ALPHABET.iter().position(|letter| char::from(*letter) == all[at]).unwrap() as u8;
                all[at] = char::from(ALPHABET[usize::from((value + by) % 32)]);
            }
            prop_assert!(read("sheet", &all.iter().collect::<String>()).is_err());
        }
    }
}
