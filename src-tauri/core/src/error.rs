//! Two faces of a fault: [`Error`] inside, [`Failure`] at the rim.
//!
//! `Failure` carries a code, the field it belongs to and parameters; the words (what happened, what is safe, what to do)
//! come from `assets/messages/*/errors.ftl`, keyed by the code. Neither holds SQL, paths or personal data.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// Every way in which the core can say no. The text form is the Fluent key after `error-`, with `_` for `-`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $text)] #[cfg_attr(feature = "bindings", ts(rename = $text))] $name,)*
        }

        impl Code {
            /// All codes, so that a test can ask the catalogues for each.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// The text form, as sent over the wire.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text),* }
            }
        }
    };
}

codes! {
    // -- the request itself
    /// The operation's name is not known.
    UnknownOperation = "unknown_operation",
    /// The arguments do not have the operation's shape.
    BadArguments = "bad_arguments",
    // -- single values
    /// Nothing was entered where something is needed.
    Required = "required",
    /// Longer than `max` characters.
    TooLong = "too_long",
    /// Outside `min` to `max`.
    OutOfRange = "out_of_range",
    /// Not an amount of money.
    AmountInvalid = "amount_invalid",
    /// An amount over the book's limit.
    AmountTooLarge = "amount_too_large",
    /// Not a day of the calendar.
    DayInvalid = "day_invalid",
    /// A day later than today where that cannot be.
    DayInFuture = "day_in_future",
    /// Not a week such as 2026-W47.
    WeekInvalid = "week_invalid",
    /// Not a day of the lunar calendar.
    LunarDayInvalid = "lunar_day_invalid",
    /// A text for messages that cannot be filled in; `why` is unknown, unclosed, unopened or nested, `at` the character.
    TemplateInvalid = "template_invalid",
    /// Opening hours that do not hold together; `why` is backwards, overlap or never.
    HoursInvalid = "hours_invalid",
    /// Not one of the choices offered.
    ChoiceInvalid = "choice_invalid",
    /// A control or invisible character that cannot be stored.
    TextInvalid = "text_invalid",
    // -- people
    /// No such record; it may have been deleted meanwhile.
    NotFound = "not_found",
    /// Another customer has this phone; may be confirmed.
    PhoneTaken = "phone_taken",
    /// Another customer has this member card number.
    MemberNoTaken = "member_no_taken",
    /// A customer cannot be her own referrer or relation.
    SamePerson = "same_person",
    /// She brought the one who is to have brought her, herself or through others.
    ReferralCycle = "referral_cycle",
    /// Thanks for this customer were given on `day`.
    ThanksGiven = "thanks_given",
    /// The name is taken by another entry of the list.
    NameTaken = "name_taken",
    /// All `n` have the same task of this batch already, and it is open.
    AlreadySet = "already_set",
    /// The record still has `n` others that need it.
    InUse = "in_use",
    /// The typed member number is not hers.
    MemberNoDiffers = "member_no_differs",
    /// The typed number is not that of the people chosen.
    CountDiffers = "count_differs",
    /// `field` is sensitive: it is written down only once she agreed to it.
    ConsentNeeded = "consent_needed",
    /// She is under 14: a guardian has to agree, by name.
    GuardianNeeded = "guardian_needed",
    // -- visits
    /// A purchase needs at least one line or an amount.
    VisitEmpty = "visit_empty",
    /// The payments do not add up to the total.
    PaymentsDiffer = "payments_differ",
    /// More pieces are brought back than were bought and not yet returned.
    ReturnTooMany = "return_too_many",
    /// A line can be brought back only by the customer who bought it.
    ReturnOtherCustomer = "return_other_customer",
    /// A return dated before its sale.
    ReturnBeforeSale = "return_before_sale",
    /// The visit was voided already.
    VisitVoided = "visit_voided",
    /// Something else was made from this visit (a return), so it cannot go first.
    VisitHasReturns = "visit_has_returns",
    /// A reason is needed.
    ReasonRequired = "reason_required",
    /// A price above the list price, or below zero.
    PriceInvalid = "price_invalid",
    /// Her archive was put away or her membership ended; `status` says which. It has to be restored first.
    CustomerInactive = "customer_inactive",
    // -- levels, points, vouchers
    /// Not enough points.
    PointsShort = "points_short",
    /// The voucher is not valid for this visit.
    VoucherNotUsable = "voucher_not_usable",
    /// The benefit was given already.
    BenefitGiven = "benefit_given",
    /// The birthday privilege was used this year already, or it is not the birthday time.
    BirthdayNotDue = "birthday_not_due",
    /// Her level gives no such price.
    LevelPriceNotDue = "level_price_not_due",
    /// The list of levels or rules does not hold together.
    RulesInvalid = "rules_invalid",
    /// The figures changed since the preview; look again.
    PreviewStale = "preview_stale",
    // -- events
    /// The event was called off.
    EventCancelled = "event_cancelled",
    /// The event begins on `day`; nobody can have come yet.
    EventNotYet = "event_not_yet",
    // -- complaints
    /// The complaint is solved; it has to be opened again first.
    ComplaintClosed = "complaint_closed",
    /// The complaint is not solved yet.
    ComplaintOpen = "complaint_open",
    // -- history
    /// Already undone.
    AlreadyUndone = "already_undone",
    /// Later changes rest on it, so it cannot be undone before those.
    UndoConflict = "undo_conflict",
    /// This kind of operation cannot be undone.
    NotUndoable = "not_undoable",
    // -- the file
    /// There is no such file.
    FileMissing = "file_missing",
    /// A file is already there; it is never written over.
    FileExists = "file_exists",
    /// The file is empty or too short to be a customer book.
    FileEmpty = "file_empty",
    /// The file is something else than a customer book.
    FileForeign = "file_foreign",
    /// The file was written by a newer version.
    FileNewer = "file_newer",
    /// The file is a part of a customer book: it ends before its end.
    FileShort = "file_short",
    /// The file is damaged.
    FileDamaged = "file_damaged",
    /// Another program has the file open.
    FileBusy = "file_busy",
    /// The file or its folder cannot be written.
    FileReadOnly = "file_read_only",
    /// The file is encrypted; its passphrase or recovery sheet number `sheet` is needed.
    PassphraseNeeded = "passphrase_needed",
    /// Not the passphrase of this file, or not a customer book at all: an encrypted file does not say which.
    PassphraseWrong = "passphrase_wrong",
    /// Too easily guessed; `why` is short or figures with the `min` of characters, or alike.
    PassphraseWeak = "passphrase_weak",
    /// The letters of a recovery sheet do not hold together; `why` is length (`n` of `of` letters), group (number `group`) or somewhere.
    SheetWrong = "sheet_wrong",
    /// A recovery sheet, but of another file or of an earlier passphrase.
    SheetOther = "sheet_other",
    /// No encryption was begun, or the program was closed since.
    EncryptionNotBegun = "encryption_not_begun",
    /// The book is not encrypted.
    NotEncrypted = "not_encrypted",
    /// The folder the book lies in cannot be written, so nothing could be saved.
    FolderReadOnly = "folder_read_only",
    /// While it was open the book was moved, renamed or deleted.
    FileGone = "file_gone",
    /// While it was open another file took the book's place.
    FileReplaced = "file_replaced",
    /// The disk is full.
    DiskFull = "disk_full",
    /// The disk or folder failed.
    DiskFault = "disk_fault",
    /// The folder is gone.
    FolderMissing = "folder_missing",
    /// The copy did not pass its check and was thrown away.
    CopyNotWhole = "copy_not_whole",
    /// The file chosen is the very book that is open.
    SameFile = "same_file",
    /// The copy opens, but what stands in it does not add up: `check` names the first rule it breaks.
    CopyUnsound = "copy_unsound",
    /// There is no restore that could be taken back.
    NothingRestored = "nothing_restored",
    /// The change was not saved.
    NotSaved = "not_saved",
    /// Whether the change was saved is not known, since the file cannot be read at the moment.
    SaveUnknown = "save_unknown",
    /// Lines or payments of `n` visits, the first of them number `visit`, do not add up to their totals.
    TotalsDiffer = "totals_differ",
    // -- import
    /// The folder holds no full export of a version that can be brought back.
    NotEverything = "not_everything",
    /// A later version made this full export.
    FolderNewer = "folder_newer",
    /// `file` of a full export is missing or is not as it left the book.
    EverythingChanged = "everything_changed",
    /// A full export comes back only into a new book.
    BookNotNew = "book_not_new",
    /// The file has no heading row that could be understood.
    HeadingsUnknown = "headings_unknown",
    /// The text cannot be read in this encoding.
    EncodingWrong = "encoding_wrong",
    /// A limit of the import was passed.
    ImportTooLarge = "import_too_large",
    /// `file` stands among the files twice; `same` is the other of the two.
    ImportFileTwice = "import_file_twice",
    /// Nothing in the file could be taken.
    ImportEmpty = "import_empty",
    /// A workbook that is locked with a password.
    ImportProtected = "import_protected",
    /// A workbook of before 2007 (`.xls`) or one in XML.
    ImportOldWorkbook = "import_old_workbook",
    /// An archive that holds no workbook.
    ImportNotWorkbook = "import_not_workbook",
    /// A picture of a table, perhaps, but a picture.
    ImportPicture = "import_picture",
    /// A web page, often under the name of a workbook.
    ImportWebPage = "import_web_page",
    /// The file ends too early or does not hold together.
    ImportCutOff = "import_cut_off",
    /// The workbook has no sheet of this name; `sheets` are those it has.
    ImportSheetUnknown = "import_sheet_unknown",
    /// The file is of a kind that is not taken.
    FileKindUnknown = "file_kind_unknown",
    /// No workbook holds so many rows or columns, or so long a text.
    TableTooLarge = "table_too_large",
    // -- the rest
    /// The user stopped it.
    Cancelled = "cancelled",
    /// The counter is locked; somebody has to sit down first.
    Locked = "locked",
    /// Wrong password or PIN; `left` tries are free, then there are `seconds` to wait.
    SecretWrong = "secret_wrong",
    /// Too many wrong tries; `seconds` to wait before the next one counts.
    SecretWait = "secret_wait",
    /// This person needs a password or PIN to sit down, and has none.
    SecretNeeded = "secret_needed",
    /// A password of fewer than `min` characters.
    PasswordShort = "password_short",
    /// A PIN is six figures.
    PinInvalid = "pin_invalid",
    /// An owner's password comes before clerks' PINs.
    OwnerFirst = "owner_first",
    /// The owner has to do this.
    OwnerNeeded = "owner_needed",
    /// A fault of the program.
    Internal = "internal",
}

/// What the rim says when an operation is refused or failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Failure {
    /// What happened.
    pub code: Code,
    /// The request's field it belongs to, as a path such as `lines.0.price`; empty when it belongs to the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Numbers and words for the message's placeholders.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

impl Failure {
    /// A failure of the whole request.
    pub fn new(code: Code) -> Failure {
        Failure { code, field: None, params: BTreeMap::new() }
    }

    /// A failure of one field.
    pub fn at(code: Code, field: impl Into<String>) -> Failure {
        Failure { code, field: Some(field.into()), params: BTreeMap::new() }
    }

    /// Adds a parameter of the message.
    pub fn with(mut self, name: &str, value: impl ToString) -> Failure {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Everything that can go wrong inside.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule of the product says no.
    #[error("refused: {}", .0.code.as_str())]
    Refused(Failure),
    /// SQLite said no.
    #[error("store: {0}")]
    Store(#[from] rusqlite::Error),
    /// The operating system said no.
    #[error("disk: {0}")]
    Disk(#[from] std::io::Error),
    /// A stored or sent document could not be read or written.
    #[error("document: {0}")]
    Document(#[from] serde_json::Error),
    /// A table file could not be read or written.
    #[error("table: {0}")]
    Table(#[from] csv::Error),
}

/// The result of everything in the core.
pub type Result<T> = std::result::Result<T, Error>;

impl From<Failure> for Error {
    fn from(failure: Failure) -> Error {
        Error::Refused(failure)
    }
}

impl Error {
    /// What it will be at the rim.
    pub fn code(&self) -> Code {
        match self {
            Error::Refused(failure) => failure.code,
            Error::Store(error) => store_code(error),
            Error::Disk(error) => disk_code(error),
            Error::Document(_) => Code::Internal,
            Error::Table(error) => match error.kind() {
                csv::ErrorKind::Io(error) => disk_code(error),
                _ => Code::Internal,
            },
        }
    }

    /// Moves a field failure under a prefix: `price` becomes `lines.0.price`.
    pub fn under(self, prefix: impl std::fmt::Display) -> Error {
        match self {
            Error::Refused(mut failure) => {
                failure.field = Some(match failure.field {
                    Some(field) => format!("{prefix}.{field}"),
                    None => prefix.to_string(),
                });
                Error::Refused(failure)
            }
            other => other,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Refused(failure) => failure,
            other => Failure::new(other.code()),
        }
    }
}

fn store_code(error: &rusqlite::Error) -> Code {
    use rusqlite::ErrorCode as E;
    match error {
        rusqlite::Error::QueryReturnedNoRows => Code::NotFound,
        rusqlite::Error::SqliteFailure(inner, words) => match inner.code {
            E::DatabaseBusy | E::DatabaseLocked => Code::FileBusy,
            E::DiskFull => Code::DiskFull,
            E::ReadOnly | E::PermissionDenied | E::CannotOpen => Code::FileReadOnly,
            E::SystemIoFailure => Code::DiskFault,
            E::DatabaseCorrupt => Code::FileDamaged,
            E::NotADatabase => Code::FileForeign,
            E::OperationInterrupted => Code::Cancelled,
            // A page of an encrypted file that does not decrypt. SQLite's own refusals of a statement come with words of theirs.
            E::Unknown if inner.extended_code == 1 && matches!(words.as_deref(), None | Some("SQL logic error")) => Code::FileDamaged,
            // A number that no record has: asked for by somebody who is not the page, or gone since it was shown.
            E::ConstraintViolation if inner.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Code::NotFound,
            _ => Code::Internal,
        },
        _ => Code::Internal,
    }
}

fn disk_code(error: &std::io::Error) -> Code {
    use std::io::ErrorKind as K;
    match error.kind() {
        K::NotFound => Code::FolderMissing,
        K::PermissionDenied | K::ReadOnlyFilesystem => Code::FileReadOnly,
        K::StorageFull | K::QuotaExceeded => Code::DiskFull,
        K::AlreadyExists => Code::FileExists,
        _ => Code::DiskFault,
    }
}
