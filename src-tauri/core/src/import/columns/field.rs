//! What a column can mean.

use crate::error::{Code, Failure, Result};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The three kinds of table that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One row a customer.
    Customers,
    /// One row a visit.
    Visits,
    /// One row a line of a visit.
    Lines,
}

impl Kind {
    /// All kinds, in the order they are brought in.
    pub const ALL: &[Kind] = &[Kind::Customers, Kind::Visits, Kind::Lines];
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// A field of a row, those of customers first. The text form is the one of `--map COLUMN=field`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub enum Field {
            $($(#[$doc])* #[serde(rename = $text)] #[cfg_attr(feature = "bindings", ts(rename = $text))] $name,)*
        }

        impl Field {
            /// All fields.
            pub const ALL: &[Field] = &[$(Field::$name),*];

            /// The text form.
            pub fn as_str(self) -> &'static str {
                match self { $(Field::$name => $text),* }
            }
        }
    };
}

fields! {
    /// Member card number.
    MemberNo = "member_no",
    /// The customer's name.
    Name = "name",
    /// How she likes to be addressed.
    Nickname = "nickname",
    /// Woman or man.
    Gender = "gender",
    /// Phone, or several in one cell.
    Phone = "phone",
    /// A second phone.
    Phone2 = "phone_2",
    /// WeChat name.
    Wechat = "wechat",
    /// Email.
    Email = "email",
    /// Birthday, solar unless `birthday_type` or the text itself says lunar.
    Birthday = "birthday",
    /// Whether `birthday` is solar or lunar.
    BirthdayType = "birthday_type",
    /// Birthday in a column of its own that is always lunar.
    LunarBirthday = "lunar_birthday",
    /// Country, province, city, district: put in front of `address`. May stand over several columns.
    Region = "region",
    /// Street address.
    Address = "address",
    /// Tags, parted by `|`, `;`, `,` or `、`.
    Tags = "tags",
    /// How she came to the shop.
    Source = "source",
    /// Who brought her: a member number, a phone or a name.
    Referrer = "referrer",
    /// The clerk who looks after her, or who served.
    Staff = "staff",
    /// Day the archive was opened.
    Joined = "joined",
    /// Level in the old system.
    Level = "level",
    /// Points on the day of the import (opening balance).
    Points = "points",
    /// Lifetime spend on the day of the import (opening balance).
    Spend = "spend",
    /// How often she has bought by the day of the import (opening balance).
    VisitsCount = "visits_count",
    /// About how old she is, where the year of her birth is not known.
    AgeBand = "age_band",
    /// How she likes to be reached.
    PreferredChannel = "preferred_channel",
    /// Whether the archive is in use.
    Status = "status",
    /// Anything else worth keeping.
    Note = "note",
    /// Number of the visit (receipt, invoice).
    VisitNo = "visit_no",
    /// Day of the visit, with or without the time.
    Date = "date",
    /// Time of the visit.
    Time = "time",
    /// Purchase, return, exchange, browse, service.
    Kind = "kind",
    /// Pieces, negative when brought back.
    Pieces = "pieces",
    /// What was paid.
    Amount = "amount",
    /// How it was paid.
    Pay = "pay",
    /// Number of the sale that a return brings back from.
    RefVisitNo = "ref_visit_no",
    /// Number of the line that a line brings back.
    RefLineNo = "ref_line_no",
    /// Number on the shop's paper receipt, where the visit has one of its own beside it.
    TicketNo = "paper_ticket_no",
    /// Whether it is all of a day's walk-ins in one row.
    DayTotal = "day_total",
    /// How content she was, 1 to 5.
    Satisfaction = "satisfaction",
    /// Why she bought.
    Motive = "motive",
    /// Who came with her.
    Companions = "companions",
    /// What she said about what she tried.
    Feedback = "feedback",
    /// Number of the line within its visit.
    LineNo = "line_no",
    /// Style number.
    StyleNo = "style_no",
    /// Category.
    Category = "category",
    /// Colour.
    Color = "color",
    /// Size.
    Size = "size",
    /// Pieces of the line, negative when brought back.
    Qty = "qty",
    /// Price on the tag, a piece.
    ListPrice = "list_price",
    /// Price paid, a piece.
    Price = "price",
    /// Why it is less than the price on the tag.
    Reason = "reason",
    /// The same in words.
    ReasonNote = "reason_note",
}

impl Field {
    /// Whether it is money, pieces or points: what is summed up, so that one value over several rows is not each row's.
    pub(super) fn is_counted(self) -> bool {
        use Field::{Amount, ListPrice, Pieces, Points, Price, Qty, Spend, VisitsCount};
        matches!(self, Points | Spend | VisitsCount | Pieces | Amount | Qty | ListPrice | Price)
    }

    /// Whether tables of the kind have the field.
    pub fn belongs_to(self, kind: Kind) -> bool {
        let fields: &[Field] = match kind {
            Kind::Customers => &Field::ALL[..=Field::Note as usize],
            Kind::Visits => VISITS,
            Kind::Lines => LINES,
        };
        fields.contains(&self)
    }
}

const VISITS: &[Field] = &[
    Field::VisitNo,
    Field::MemberNo,
    Field::Phone,
    Field::Date,
    Field::Time,
    Field::Staff,
    Field::Kind,
    Field::Pieces,
    Field::Amount,
    Field::Pay,
    Field::RefVisitNo,
    Field::TicketNo,
    Field::DayTotal,
    Field::Satisfaction,
    Field::Motive,
    Field::Companions,
    Field::Feedback,
    Field::Note,
];

const LINES: &[Field] = &[
    Field::VisitNo,
    Field::LineNo,
    Field::StyleNo,
    Field::Name,
    Field::Category,
    Field::Color,
    Field::Size,
    Field::Qty,
    Field::ListPrice,
    Field::Price,
    Field::Amount,
    Field::Reason,
    Field::ReasonNote,
    Field::RefVisitNo,
    Field::RefLineNo,
];

/// What a field that is made for a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    /// Any text.
    Text,
    /// One of what stands in the column.
    Choice,
}

/// Where the cells of a column go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Into a field of the row.
    Field(Field),
    /// Into a field of the shop's catalogue, by its key. Customers only.
    Profile(Cow<'static, str>),
    /// Into a field of the catalogue that is called like the column, made if need be. Customers only.
    New(Making),
    /// Nowhere, because the user said so.
    Ignore,
}

impl Target {
    /// The text form: `phone`, `profile.top_size`, `new`, `new_choice`, `-`.
    pub fn name(&self) -> Cow<'static, str> {
        match self {
            Target::Field(field) => field.as_str().into(),
            Target::Profile(key) => format!("profile.{key}").into(),
            Target::New(Making::Text) => "new".into(),
            Target::New(Making::Choice) => "new_choice".into(),
            Target::Ignore => "-".into(),
        }
    }

    /// Reads the text form; `skip` says `-` in letters.
    pub fn parse(text: &str) -> Result<Target> {
        match text {
            "-" | "skip" => return Ok(Target::Ignore),
            "new" => return Ok(Target::New(Making::Text)),
            "new_choice" => return Ok(Target::New(Making::Choice)),
            _ => (),
        }
        if let Some(key) = text.strip_prefix("profile.").filter(|key| !key.is_empty()) {
            return Ok(Target::Profile(key.to_owned().into()));
        }
        let field = Field::ALL.iter().find(|field| field.as_str() == text);
        field.map(|&field| Target::Field(field)).ok_or_else(|| Failure::at(Code::ChoiceInvalid, "map").with("value", text).into())
    }

    /// Whether tables of the kind have it.
    pub fn belongs_to(&self, kind: Kind) -> bool {
        match self {
            Target::Field(field) => field.belongs_to(kind),
            Target::Profile(_) | Target::New(_) => kind == Kind::Customers,
            Target::Ignore => true,
        }
    }
}
