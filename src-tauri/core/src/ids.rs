//! One id type per entity, so that a customer's id can never stand where a visit's is meant.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }
        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                value.as_i64().map($name)
            }
        }
    )*};
}

ids! {
    /// A customer's archive.
    CustomerId
    /// A clerk or the owner.
    StaffId
    /// One visit to the shop.
    VisitId
    /// One line of a visit.
    LineId
    /// One phone number of a customer.
    PhoneId
    /// An entry of the field catalogue.
    FieldId
    /// One dated value of a field for a customer.
    ValueId
    /// An important date other than the birthday.
    DateId
    /// A relation between two customers.
    RelationId
    /// A tag.
    TagId
    /// A wish or a piece tried but not bought.
    WishId
    /// A pop-up note.
    NoteId
    /// A decision that two archives are two people.
    ToldApartId
    /// A level of membership.
    LevelId
    /// A version of the level rules.
    RuleSetId
    /// A level review that was applied.
    ReviewId
    /// An entry of the points ledger.
    PointsId
    /// A voucher.
    VoucherId
    /// A granted benefit.
    BenefitId
    /// A consent given or withdrawn.
    ConsentId
    /// A text for messages.
    TemplateId
    /// A festival of the shop's calendar.
    FestivalId
    /// A stretch of days the shop is closed.
    ClosedDayId
    /// A rule that makes care tasks.
    CareRuleId
    /// A task set by hand.
    FollowUpId
    /// What became of a task.
    DecisionId
    /// A call, message or talk.
    ContactId
    /// A complaint.
    ComplaintId
    /// A stretch of waiting for the customer.
    HoldId
    /// What was given for a complaint.
    CompensationId
    /// An event the shop invites to.
    EventId
    /// A guest of an event.
    GuestId
    /// A style that came in or costs less.
    ArrivalId
    /// Thanks for a customer brought.
    ThanksId
    /// A rule that gives a tag.
    TagRuleId
    /// A saved filter over customers.
    SegmentId
    /// A spot check of archives.
    SpotCheckId
    /// An archive drawn for a spot check.
    SpotItemId
    /// A recorded operation of the history.
    OperationId
}
