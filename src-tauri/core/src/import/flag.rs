//! What an import says about a cell or a row that it could not take as it stands.

use serde::{Deserialize, Serialize};

macro_rules! flag_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// Why a cell or row was flagged. The text form is the Fluent key after `flag-`, with `_` for `-`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub enum FlagCode {
            $($(#[$doc])* #[serde(rename = $text)] #[cfg_attr(feature = "bindings", ts(rename = $text))] $name,)*
        }

        impl FlagCode {
            /// All codes, so that a test can ask the catalogues for each.
            pub const ALL: &[FlagCode] = &[$(FlagCode::$name),*];

            /// The text form, as sent over the wire.
            pub fn as_str(self) -> &'static str {
                match self { $(FlagCode::$name => $text),* }
            }
        }
    };
}

flag_codes! {
    // -- the row as a whole
    /// The row has more filled cells than the heading: a stray delimiter has moved them, so no cell can be trusted.
    RowLong = "row_long",
    /// The row ends before the last heading; the missing cells count as empty.
    RowShort = "row_short",
    /// The file ends inside a quoted cell.
    QuoteOpen = "quote_open",
    /// The heading row once more, as page-wise exports write it.
    HeadingRepeated = "heading_repeated",
    /// A row of totals (合计), not a record.
    TotalRow = "total_row",
    /// What a program prints below its table (制表人, 第 1 页), not a record.
    PrintRow = "print_row",
    /// A cell without which the row means nothing is empty.
    RequiredMissing = "required_missing",
    /// The customer has no name in the file; a new one is called by her phone or member number.
    NameMissing = "name_missing",
    /// Her name is longer than a name can be; the same.
    NameTooLong = "name_too_long",
    /// Her name cannot be read (broken bytes, an error of the spreadsheet); the same.
    NameUnreadable = "name_unreadable",
    // -- cells of a spreadsheet
    /// The cell shows an error such as #N/A instead of a value.
    CellError = "cell_error",
    /// A formula that no program has reckoned, so that there is no value.
    FormulaUnreckoned = "formula_unreckoned",
    /// The cell is merged with those above it; what the first holds was taken for this row too.
    CellMerged = "cell_merged",
    /// The same with money, pieces or points, which are of all rows together: they were taken for the first row only.
    NumberMerged = "number_merged",
    // -- text
    /// Bytes that mean nothing in the file's encoding, now or in an earlier conversion.
    TextBroken = "text_broken",
    /// NUL or another control character; the rest of the text is taken without it.
    TextControl = "text_control",
    /// Longer than the field can hold.
    TextTooLong = "text_too_long",
    /// A number (card, receipt, style) that a spreadsheet has shortened to the form 6.2E+15.
    NumberScientific = "number_scientific",
    /// A long number whose digits after the fifteenth are all zero, as a spreadsheet leaves them.
    NumberDigitsLost = "number_digits_lost",
    // -- phones
    /// A phone that a spreadsheet has turned into a number, such as 1.38E+10 or 13800138000.0.
    PhoneScientific = "phone_scientific",
    /// A phone that seems to have lost the zero in front, such as 57188001234.
    PhoneZerosLost = "phone_zeros_lost",
    /// Digits of an unusual length; taken as they are.
    PhoneOdd = "phone_odd",
    /// No phone at all.
    PhoneInvalid = "phone_invalid",
    // -- days and times
    /// Not a day of the calendar.
    DateInvalid = "date_invalid",
    /// Day and month could be either, such as 3/4/2024.
    DateAmbiguous = "date_ambiguous",
    /// The year has two digits.
    DateShortYear = "date_short_year",
    /// A spreadsheet's day number, such as 45352; taken only if the user says that the column holds them.
    DateSerial = "date_serial",
    /// A day with the clock of another time zone.
    DateZone = "date_zone",
    /// A day after today.
    DateInFuture = "date_in_future",
    /// Not a time of day.
    TimeInvalid = "time_invalid",
    /// Not a birthday.
    BirthdayInvalid = "birthday_invalid",
    // -- amounts
    /// Not an amount of money.
    AmountInvalid = "amount_invalid",
    /// Parts of a fen; never rounded in silence.
    AmountThirdDecimal = "amount_third_decimal",
    /// An amount that a spreadsheet has shortened to the form 1.2E+05.
    AmountScientific = "amount_scientific",
    /// An amount over the book's limit.
    AmountTooLarge = "amount_too_large",
    /// Not a whole number of pieces or points.
    QuantityInvalid = "quantity_invalid",
    // -- words
    /// Not a kind of visit.
    KindUnknown = "kind_unknown",
    /// Neither woman nor man in any known spelling.
    GenderUnknown = "gender_unknown",
    /// Not a way of paying; taken as another way.
    PaymentUnknown = "payment_unknown",
    /// Several ways of paying without an amount each, or amounts that do not add up.
    PaymentSplit = "payment_split",
    /// A calendar that is neither solar nor lunar.
    CalendarUnknown = "calendar_unknown",
    /// Not what the field of the shop's catalogue holds.
    AnswerInvalid = "answer_invalid",
    /// An opening balance for a customer whom the book already had; the book's was kept.
    OpeningKept = "opening_kept",
    /// Not one of the shop's levels.
    LevelUnknown = "level_unknown",
    /// Another level than that of a customer whom the book already had; the book's was kept.
    LevelKept = "level_kept",
    /// Another status than that of a customer whom the book already had; the book's was kept.
    StatusKept = "status_kept",
    /// A sensitive answer of somebody who has not agreed to it; left out.
    ConsentMissing = "consent_missing",
    /// More about a child under 14 than a guardian has agreed to; left out.
    GuardianMissing = "guardian_missing",
    // -- records together
    /// The member number stands in an earlier row of the file.
    MemberRepeated = "member_repeated",
    /// No customer, or more than one, is meant by this member number or phone.
    MemberUnknown = "member_unknown",
    /// Another customer has this phone.
    PhoneTaken = "phone_taken",
    /// The referrer is not in the book or is not unique.
    ReferrerUnknown = "referrer_unknown",
    /// The book has a visit of this number with another day, amount or customer; the book's was kept.
    VisitDiffers = "visit_differs",
    /// The visit number stands in an earlier row of the file.
    VisitRepeated = "visit_repeated",
    /// No visit has this number.
    VisitUnknown = "visit_unknown",
    /// The visit has a line of this number already.
    LineRepeated = "line_repeated",
    /// An earlier file of this import has just such a line of the visit; without numbers nobody can tell whether it is one more.
    LineInEarlierFile = "line_in_earlier_file",
    /// The visit's amount is not the sum of its lines; the amount was kept and the difference added as a line of its own.
    AmountDiffers = "amount_differs",
    /// The visit's pieces are not the sum of its lines; the sum was taken.
    PiecesDiffer = "pieces_differ",
    /// The line's amount is not quantity times price, by more than rounding explains.
    LineAmountDiffers = "line_amount_differs",
    /// The sale that a return names is not in the book.
    SaleUnknown = "sale_unknown",
    /// A return with a positive amount; taken as it is.
    ReturnPositive = "return_positive",
    /// What was brought back cannot be told for certain among the lines of its sale.
    ReturnUnmatched = "return_unmatched",
}

/// What became of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row was held back.
    Rejected,
    /// The row was taken; this cell was left out or taken as the code says.
    Flagged,
}

/// One remark of an import about one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Flag {
    /// Which of the report's files, where there are several of the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub file: Option<u32>,
    /// Line of the file, as an editor counts, in which the record begins.
    pub line: u64,
    /// Heading of the column, as in the file; empty when the whole row is meant.
    pub column: String,
    /// What is wrong.
    pub code: FlagCode,
    /// The cell as it stands in the file; cut after [`Flag::TEXT_MAX`] characters.
    pub text: String,
    /// Whether the row was held back for it.
    pub severity: Severity,
}

impl Flag {
    /// Characters of the cell that a flag repeats.
    pub const TEXT_MAX: usize = 200;

    /// A remark; `cell` is cut to length.
    pub fn new(line: u64, column: &str, code: FlagCode, cell: &str, severity: Severity) -> Flag {
        let text = match cell.char_indices().nth(Self::TEXT_MAX) {
            Some((end, _)) => format!("{}…", &cell[..end]),
            None => cell.to_owned(),
        };
        Flag { file: None, line, column: column.to_owned(), code, text, severity }
    }
}
