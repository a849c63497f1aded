//! Why the program stops before it is done, and the exit code that says so to a script.

use shuke_core::error::{Code, Error, Failure};
use std::collections::BTreeMap;

/// Wrong usage.
pub const USAGE: u8 = 2;
/// Bad data; what is wrong was listed.
pub const BAD_DATA: u8 = 65;
/// No such file.
pub const NO_FILE: u8 = 66;
/// Disk or file fault.
pub const DISK: u8 = 74;
/// In use by another program; try later.
pub const BUSY: u8 = 75;
/// The owner, the passphrase or the recovery sheet is needed.
pub const OWNER: u8 = 77;

/// Why it stops.
#[derive(Debug)]
pub enum Stop {
    /// The command line is wrong; the message and its arguments.
    Usage(&'static str, BTreeMap<&'static str, String>),
    /// The core said no.
    Refused(Failure),
    /// What is wrong was printed already.
    Listed,
    /// Nobody reads the output any more.
    Output,
}

impl Stop {
    /// Wrong usage, with the id of its message.
    pub fn usage(message: &'static str) -> Stop {
        Stop::Usage(message, BTreeMap::new())
    }

    /// Adds an argument of the usage message.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Stop {
        if let Stop::Usage(_, args) = &mut self {
            args.insert(name, value.to_string());
        }
        self
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Stop::Usage(..) => USAGE,
            Stop::Refused(failure) => code_of(failure.code),
            Stop::Listed => BAD_DATA,
            Stop::Output => DISK,
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        Stop::Refused(failure)
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Refused(error.into())
    }
}

fn code_of(code: Code) -> u8 {
    match code {
        Code::UnknownOperation | Code::BadArguments | Code::WeekInvalid | Code::ImportFileTwice => USAGE,
        Code::FileMissing => NO_FILE,
        Code::FileDamaged
        | Code::FileShort
        | Code::FileExists
        | Code::FileReadOnly
        | Code::FolderReadOnly
        | Code::FileGone
        | Code::FileReplaced
        | Code::DiskFull
        | Code::DiskFault
        | Code::FolderMissing
        | Code::CopyNotWhole
        | Code::NotSaved
        | Code::SaveUnknown
        | Code::Internal => DISK,
        Code::FileBusy | Code::Cancelled => BUSY,
        Code::OwnerNeeded
        | Code::PassphraseNeeded
        | Code::PassphraseWrong
        | Code::SheetWrong
        | Code::SheetOther
        | Code::Locked
        | Code::SecretWrong
        | Code::SecretWait
        | Code::SecretNeeded => OWNER,
        // Everything else says what is wrong with what was given.
        _ => BAD_DATA,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_promised_codes_are_used() {
        for code in Code::ALL {
            let exit = Stop::from(Failure::new(*code)).code();
            assert!([USAGE, BAD_DATA, NO_FILE, DISK, BUSY, OWNER].contains(&exit), "{code:?} {exit}");
        }
        assert_eq!(Stop::usage("cli-usage-command").code(), 2);
    }
}
