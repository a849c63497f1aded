//! Which short pieces of text a key holds, as slots of a bitmap.
//!
//! Each piece (one to four characters, and the pieces at the beginning and the end of a field) has one or two slots. A key that
//! matches a query has all slots of the query, so the slots can rule customers out, never in.

use super::keys::{KeyKind, fields};

/// The number of slots, each of them one bit a customer.
pub(super) const SLOTS: usize = 640;
/// Set while the customer is in the index.
pub(super) const ALIVE: u16 = 0;
/// Set for archived customers.
pub(super) const ARCHIVED: u16 = 1;

/// Single letters and digits and the beginnings made of them are asked for most: they have slots of their own.
const SINGLE: u16 = 2;
const BEGIN: u16 = SINGLE + 36;
const HASHED: u16 = BEGIN + 36;

/// Where a piece stands; pieces of different places do not share slots on purpose.
#[derive(Clone, Copy)]
enum Place {
    Anywhere = 1,
    AnywhereAgain = 2,
    Begin = 3,
    BeginAgain = 4,
    End = 5,
    EndAgain = 6,
    Whole = 7,
    WholeAgain = 8,
    WholeThrice = 9,
}

/// Calls `set` for every slot of a key.
pub(super) fn key_slots(key: &[u8], mut set: impl FnMut(u16)) {
    let mut chars: Vec<char> = Vec::with_capacity(32);
    for (kind, field) in fields(key) {
        chars.clear();
        chars.extend(String::from_utf8_lossy(field).chars());
        for (at, &c) in chars.iter().enumerate() {
            single(c, &mut set);
            let piece = |length: usize| chars.get(at..at + length);
            if let Some(two) = piece(2) {
                set(hashed(Place::Anywhere, two));
            }
            if let Some(three) = piece(3).filter(|three| is_triple(three)) {
                set(hashed(Place::Anywhere, three));
            }
            if let Some(four) = piece(4).filter(|four| is_quad(four)) {
                set(hashed(Place::Anywhere, four));
                set(hashed(Place::AnywhereAgain, four));
            }
        }
        if kind.begins() {
            begin(&chars, &mut set);
        }
        if kind == KeyKind::Phone {
            end(&chars, &mut set);
        }
        if kind.identifies() {
            whole(&chars, &mut set);
        }
    }
}

/// The slots that any key holding `token` has, those of the rarest pieces first.
pub(super) fn token_slots(token: &[char]) -> Vec<u16> {
    let mut slots = Vec::new();
    for piece in token.windows(4).filter(|piece| is_quad(piece)) {
        slots.extend([hashed(Place::Anywhere, piece), hashed(Place::AnywhereAgain, piece)]);
    }
    let triples = token.windows(3).filter(|piece| is_triple(piece));
    slots.extend(triples.chain(token.windows(2)).map(|piece| hashed(Place::Anywhere, piece)));
    for &c in token.iter().filter(|c| token.len() == 1 || !c.is_ascii()) {
        single(c, &mut |slot| slots.push(slot));
    }
    slots
}

/// The slots of keys with a field that begins with `token`.
pub(super) fn begin_slots(token: &[char]) -> Vec<u16> {
    let mut slots = Vec::new();
    begin(token, &mut |slot| slots.push(slot));
    slots
}

/// The slots of keys with a phone that ends with `token`, which has at least two characters.
pub(super) fn end_slots(token: &[char]) -> Vec<u16> {
    let mut slots = Vec::new();
    end(token, &mut |slot| slots.push(slot));
    slots
}

/// The slots of keys with an identifying field that is `token` and nothing else.
pub(super) fn whole_slots(token: &[char]) -> Vec<u16> {
    let mut slots = Vec::new();
    whole(token, &mut |slot| slots.push(slot));
    slots
}

fn single(c: char, set: &mut impl FnMut(u16)) {
    match plain(c) {
        Some(at) => set(SINGLE + at),
        None => {
            set(hashed(Place::Anywhere, &[c]));
            set(hashed(Place::AnywhereAgain, &[c]));
        }
    }
}

fn begin(chars: &[char], set: &mut impl FnMut(u16)) {
    let Some(&first) = chars.first() else { return };
    match plain(first) {
        Some(at) => set(BEGIN + at),
        None => set(hashed(Place::BeginAgain, &[first])),
    }
    if let Some(two) = chars.get(..2) {
        set(hashed(Place::Begin, two));
    }
}

fn end(chars: &[char], set: &mut impl FnMut(u16)) {
    if let Some(last) = chars.len().checked_sub(2).and_then(|from| chars.get(from..)) {
        set(hashed(Place::End, last));
        set(hashed(Place::EndAgain, last));
    }
}

fn whole(chars: &[char], set: &mut impl FnMut(u16)) {
    for place in [Place::Whole, Place::WholeAgain, Place::WholeThrice] {
        set(hashed(place, chars));
    }
}

fn plain(c: char) -> Option<u16> {
    match c {
        'a'..='z' => u16::try_from(u32::from(c) - u32::from('a')).ok(),
        '0'..='9' => u16::try_from(u32::from(c) - u32::from('0') + 26).ok(),
        _ => None,
    }
}

fn is_digits(piece: &[char]) -> bool {
    piece.iter().all(char::is_ascii_digit)
}

fn is_triple(piece: &[char]) -> bool {
    piece.iter().all(char::is_ascii) && !is_digits(piece)
}

fn is_quad(piece: &[char]) -> bool {
    is_digits(piece)
}

fn hashed(place: Place, piece: &[char]) -> u16 {
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64 ^ place as u64;
    for &c in piece {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash ^= hash >> 32;
    }
    // The remainder is below SLOTS, which fits.
    HASHED + u16::try_from(hash % (SLOTS as u64 - u64::from(HASHED))).unwrap_or(0)
}
