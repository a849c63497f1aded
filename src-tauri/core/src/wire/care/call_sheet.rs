//! A sheet to call from.

use super::{TaskPerson, TaskRef, TaskRow};
use crate::clock::Day;
use crate::contacts::clock::Suppression;
use crate::ids::CustomerId;
use crate::money::Fen;
use crate::wire::phone::Phone;
use crate::wire::wire;

wire! {
    /// Asks for a sheet to call from.
    pub struct GetCallSheet {
        /// What is to be said, 1 to 200; of several tasks of one customer one block is made.
        #[serde(default)]
        pub tasks: Vec<TaskRef>,
        /// For these too, whatever stands on their list today.
        #[serde(default)]
        pub customers: Vec<CustomerId>,
    }

    /// Something known about her.
    pub struct SheetFact {
        /// The field's label.
        pub label: String,
        /// What it holds.
        pub value: String,
    }

    /// A visit in a line.
    pub struct SheetVisit {
        /// When.
        pub day: Day,
        /// What.
        pub what: String,
        /// Paid.
        pub total: Fen,
    }

    /// One customer of the sheet.
    pub struct SheetBlock {
        /// In a line. Her phone is in full for the owner, and with its middle hidden for a clerk.
        pub person: TaskPerson,
        /// Further phones.
        pub phones: Vec<Phone>,
        /// Birthday, as she said it.
        pub birthday: Option<String>,
        /// When it is next.
        pub birthday_on: Option<Day>,
        /// What is to be done about her today.
        pub tasks: Vec<TaskRow>,
        /// What may not be said to her now.
        pub against: Vec<Suppression>,
        /// Sizes.
        pub sizes: Vec<SheetFact>,
        /// What else is known that helps a talk.
        pub likes: Vec<SheetFact>,
        /// What she bought last, the latest first.
        pub visits: Vec<SheetVisit>,
        /// What she waits for.
        pub wishes: Vec<String>,
        /// Notes that pop up.
        pub notes: Vec<String>,
        /// What the archive does not know yet, the weightiest first, to be filled in by hand.
        pub gaps: Vec<String>,
    }

    /// A sheet to call from.
    pub struct CallSheet {
        /// For which day.
        pub day: Day,
        /// The shop's name.
        pub shop: String,
        /// Who printed it.
        pub staff: Option<String>,
        /// By customer, in the order of the tasks.
        pub blocks: Vec<SheetBlock>,
        /// How many of those asked for are gone meanwhile.
        pub left_out: i64,
    }
}
