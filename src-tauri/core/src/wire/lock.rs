//! The lock: who may sit down at the counter, and how.

use super::staff::Role;
use super::{choice, wire};
use crate::ids::StaffId;

choice! {
    /// What somebody types at the lock.
    SecretKind {
        /// The owner's: at least eight characters.
        Password = "password",
        /// A clerk's: six figures.
        Pin = "pin",
    }
}

wire! {
    /// Somebody who may sit down.
    pub struct LockPerson {
        /// Who.
        pub staff: StaffId,
        /// Name.
        pub name: String,
        /// Role.
        pub role: Role,
        /// What is asked of this person; empty for nothing.
        pub secret: Option<SecretKind>,
        /// After wrong tries: how many seconds until the next one counts.
        pub wait_seconds: i64,
    }

    /// The lock as it stands.
    pub struct LockState {
        /// Whether there is one: somebody set a password.
        pub guarded: bool,
        /// Whether it is locked now.
        pub locked: bool,
        /// Who is at the counter.
        pub actor: Option<StaffId>,
        /// What that person may; the owner's rights where there is no lock.
        pub role: Option<Role>,
        /// Everybody who works here.
        pub people: Vec<LockPerson>,
        /// After how many minutes without a key or a click it locks by itself.
        pub after_minutes: i64,
        /// Whether the owner lets clerks see one customer's numbers at a time.
        pub clerks_reveal: bool,
        /// Whether whoever is there may see them.
        pub reveals: bool,
    }

    /// Numbers that were asked for, whole, whoever asked.
    pub struct WholeNumbers {
        /// Phones, the main one first.
        pub phones: Vec<String>,
        /// WeChat name.
        pub wechat: Option<String>,
    }

    /// Sits down at the counter.
    pub struct Unlock {
        /// Who.
        pub staff: StaffId,
        /// Password or PIN, where one is set.
        pub secret: Option<String>,
    }

    /// Sets or changes a password or a PIN.
    pub struct SetSecret {
        /// Whose. Owners have passwords, clerks have PINs.
        pub staff: StaffId,
        /// The new one.
        pub secret: String,
        /// The present one; asked for where a password is changed.
        pub current: Option<String>,
    }

    /// Takes a password or a PIN away. With the last owner's password the lock goes, and all PINs with it.
    pub struct RemoveSecret {
        /// Whose.
        pub staff: StaffId,
        /// The present one; asked for where a password is taken away.
        pub current: Option<String>,
    }

    /// How the lock behaves.
    #[serde(default)]
    pub struct LockSettings {
        /// After how many minutes without a key or a click it locks by itself, 1 to 60.
        pub after_minutes: i64,
        /// Whether clerks may see one customer's numbers at a time, each time noted in the log.
        pub clerks_reveal: bool,
    }
}

impl LockSettings {
    /// The key in table `setting`.
    pub(crate) const KEY: &str = "lock";
}

impl Default for LockSettings {
    fn default() -> LockSettings {
        LockSettings { after_minutes: 5, clerks_reveal: false }
    }
}
