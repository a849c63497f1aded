//! One archive: its columns, and what is asked to make or change it.

use super::words::{Channel, Gender, Status};
use crate::calendar::RecurringDate;
use crate::clock::Day;
use crate::ids::{CustomerId, StaffId};
use crate::wire::phone::{Phone, Wechat};
use crate::wire::wire;

wire! {
    /// The hard fields that are columns of the archive. Name and one phone are enough to open one.
    pub struct CustomerFields {
        /// Name, at most 40 characters.
        pub name: String,
        /// Member card number; empty to be given one.
        pub member_no: Option<String>,
        /// How she likes to be addressed (称呼).
        pub nickname: Option<String>,
        /// Phones, the main one first; at most 5.
        pub phones: Vec<Phone>,
        /// Gender.
        pub gender: Option<Gender>,
        /// Birthday, as she said it.
        pub birthday: Option<RecurringDate>,
        /// Approximate age band where the year is unknown, such as `30s`.
        pub age_band: Option<String>,
        /// WeChat.
        pub wechat: Option<Wechat>,
        /// E-mail.
        pub email: Option<String>,
        /// Address.
        pub address: Option<String>,
        /// Preferred channel.
        pub preferred_channel: Option<Channel>,
        /// How she came.
        pub source: Option<String>,
        /// Who brought her.
        pub referrer: Option<CustomerId>,
        /// Who looks after her.
        pub staff: Option<StaffId>,
        /// Day the archive was opened; empty for today.
        pub joined_on: Option<Day>,
        /// Note.
        pub note: Option<String>,
    }

    /// Opens an archive.
    pub struct CreateCustomer {
        /// The fields.
        pub fields: CustomerFields,
        /// Says that the phone is really shared with those who have it already.
        pub confirm_phone: bool,
        /// Answers to catalogue fields, by key.
        pub answers: Vec<crate::wire::profile::Answer>,
        /// Tag names.
        pub tags: Vec<String>,
        /// Sensitive fields she agreed to just now.
        pub agreed: Option<Vec<crate::ids::FieldId>>,
        /// Which guardian agreed just now that the archive of a child is kept.
        pub guardian: Option<String>,
    }

    /// The new archive.
    pub struct Created {
        /// Id.
        pub customer: CustomerId,
        /// Member number.
        pub member_no: String,
    }

    /// Changes an archive; all fields are given.
    pub struct UpdateCustomer {
        /// Whom.
        pub customer: CustomerId,
        /// The fields.
        pub fields: CustomerFields,
        /// Says that the phone is really shared.
        pub confirm_phone: bool,
        /// Which guardian agreed just now that the archive of a child is kept.
        pub guardian: Option<String>,
    }

    /// Names a customer.
    pub struct CustomerRef {
        /// Whom.
        pub customer: CustomerId,
    }

    /// A customer in one line.
    pub struct Person {
        /// Id.
        pub id: CustomerId,
        /// Member number.
        pub member_no: String,
        /// Name.
        pub name: String,
        /// Main phone.
        pub phone: Option<Phone>,
    }

    /// Several customers in a line each.
    pub struct People {
        /// At most ten.
        pub people: Vec<Person>,
    }

    /// Asks who has a phone already.
    pub struct WhoHasPhone {
        /// The phone, in any spelling.
        pub phone: String,
        /// Leaves this customer out.
        pub except: Option<CustomerId>,
    }

    /// Puts an archive away, ends a membership, or takes either back.
    pub struct SetStatus {
        /// Whom.
        pub customer: CustomerId,
        /// To what.
        pub status: Status,
    }

    /// What she still has of the shop, before her archive is put away or her membership ends: it rests then, and comes back with her.
    pub struct StatusPreview {
        /// The status now.
        pub status: Status,
        /// Points.
        pub points: i64,
        /// Vouchers not used and not over.
        pub vouchers: i64,
        /// Benefits promised and not given.
        pub benefits: i64,
        /// Tasks for her today and in the next days.
        pub tasks: i64,
        /// Complaints that are not solved.
        pub complaints: i64,
        /// Events to come that she is on the list of.
        pub events: i64,
    }

    /// The archive's own columns, as stored.
    pub struct Customer {
        /// Id.
        pub id: CustomerId,
        /// Fields.
        pub fields: CustomerFields,
        /// Status.
        pub status: Status,
        /// Where she was merged into.
        pub merged_into: Option<CustomerId>,
    }
}
