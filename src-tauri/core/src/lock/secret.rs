//! Passwords and PINs. Only their hash is kept: Argon2id with 19 MiB, two passes and one lane, the least that OWASP's cheat sheet on
//! storing passwords asks for. A file that is not encrypted is not protected by it; it keeps clerks and customers at the counter apart.

use crate::error::{Code, Failure, Result};
use crate::wire::lock::SecretKind;
use crate::wire::staff::Role;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// The least characters of a password.
pub const PASSWORD_MIN: usize = 8;
const PASSWORD_MAX: usize = 128;
const PIN: usize = 6;

/// What somebody of a role types.
pub fn kind_of(role: Role) -> SecretKind {
    match role {
        Role::Owner => SecretKind::Password,
        Role::Clerk => SecretKind::Pin,
    }
}

/// What was typed, as it is hashed: figures of a PIN may have been typed full width.
fn typed(kind: SecretKind, text: &str) -> String {
    match kind {
        SecretKind::Password => text.to_owned(),
        SecretKind::Pin => text
            .trim()
            .chars()
            .map(|c| match c {
                '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
                c => c,
            })
            .collect(),
    }
}

/// A new secret, hashed.
///
/// # Errors
/// `password_short` with `min`, `too_long`, `pin_invalid`, each at `secret`.
pub fn hash(kind: SecretKind, text: &str) -> Result<String> {
    let text = typed(kind, text);
    let length = text.chars().count();
    match kind {
        SecretKind::Password if length < PASSWORD_MIN => {
            return Err(Failure::at(Code::PasswordShort, "secret").with("min", PASSWORD_MIN).into());
        }
        SecretKind::Password if length > PASSWORD_MAX => {
            return Err(Failure::at(Code::TooLong, "secret").with("max", PASSWORD_MAX).into());
        }
        SecretKind::Pin if length != PIN || !text.bytes().all(|b| b.is_ascii_digit()) => {
            return Err(Failure::at(Code::PinInvalid, "secret").into());
        }
        _ => {}
    }
    let hash = Argon2::default().hash_password(text.as_bytes()).map_err(|_| Failure::new(Code::Internal))?;
    Ok(hash.to_string())
}

/// Whether a text is the secret that was hashed. Takes the same time either way.
pub fn matches(kind: SecretKind, hash: &str, text: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(typed(kind, text).as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn secrets_are_hashed_as_promised_and_found_again() {
        let kept = hash(SecretKind::Pin, "１２３４５６").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(matches(SecretKind::Pin, &kept, "123456"));
        assert!(!matches(SecretKind::Pin, &kept, "123457"));
        assert!(!matches(SecretKind::Pin, "not a hash", "123456"));
    }

    #[test]
    fn what_is_too_weak_is_refused() {
        let code = |kind, text: &str| match hash(kind, text) {
            Err(Error::Refused(failure)) => failure.code,
            other => panic!("{other:?}"),
        };
        assert_eq!(code(SecretKind::Password, "七个字的密码啊"), Code::PasswordShort);
        assert_eq!(code(SecretKind::Password, &"长".repeat(129)), Code::TooLong);
        for pin in ["12345", "1234567", "12345a", ""] {
            assert_eq!(code(SecretKind::Pin, pin), Code::PinInvalid, "{pin}");
        }
    }
}
