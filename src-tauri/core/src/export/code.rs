//! Who somebody is in the accountant's files: numbers, never names or phones.

use crate::ids::{CustomerId, StaffId};

/// A clerk: `S01`.
pub fn staff(id: StaffId) -> String {
    format!("S{:02}", id.0)
}

/// A customer's member number, unless the shop put a phone or the name there; then `K` and her own number, six digits.
pub fn customer(id: CustomerId, member_no: &str, name: &str) -> String {
    if is_personal(member_no, name) { own(id) } else { member_no.to_owned() }
}

/// The number of the book itself.
pub fn own(id: CustomerId) -> String {
    format!("K{:06}", id.0)
}

/// Whether a member number holds seven digits in a row (spaces and dashes between them do not count), or the name.
pub fn is_personal(member_no: &str, name: &str) -> bool {
    let mut run = 0;
    for c in member_no.chars() {
        match c {
            '0'..='9' | '０'..='９' => run += 1,
            ' ' | '-' | '－' | '\u{3000}' => {}
            _ => run = 0,
        }
        if run >= 7 {
            return true;
        }
    }
    let name = name.trim();
    !name.is_empty() && member_no.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_or_name_as_member_number_is_not_given_away() {
        for (member_no, code) in [
            ("M000001", "M000001"),
            ("K000123", "K000123"),
            ("12346", "12346"),
            ("VIP-2024-01", "VIP-2024-01"),
            ("13805714217", "K000007"),
            ("138 0571 4217", "K000007"),
            ("M1380571", "K000007"),
            ("１３８０５７１４２１７", "K000007"),
            ("金卡单晓燕", "K000007"),
            ("0571-8801", "K000007"),
        ] {
            assert_eq!(customer(CustomerId(7), member_no, "单晓燕"), code, "{member_no}");
        }
        assert_eq!(staff(StaffId(3)), "S03");
        assert_eq!(staff(StaffId(123)), "S123");
    }
}
