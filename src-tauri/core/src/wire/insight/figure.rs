//! One figure: what it is, how much it is, of how many.

use crate::money::Fen;
use crate::wire::{choice, wire};
use serde::{Deserialize, Serialize};

choice! {
    /// Every figure of insight. The catalogue has its name under `insight-figure-<key>` and its exact meaning under `insight-def-<key>`.
    FigureKey {
        /// Archives on the day, those cancelled or merged left out.
        Members = "members",
        /// Members who bought within the effective days.
        EffectiveMembers = "effective_members",
        /// Members who bought within the active days.
        ActiveMembers = "active_members",
        /// Members who bought once and stayed away longer than the days at risk.
        DormantMembers = "dormant_members",
        /// Members longer away than twice their own usual interval.
        OverdueMembers = "overdue_members",
        /// Archives opened in the period.
        NewMembers = "new_members",
        /// First buyers who bought again within 90 days.
        SecondPurchase90 = "second_purchase_90",
        /// First buyers who ever bought again.
        SecondPurchaseEver = "second_purchase_ever",
        /// Takings of the period.
        Sales = "sales",
        /// Those from customers with an archive.
        MemberSales = "member_sales",
        /// Their share (VIP占比).
        MemberShare = "member_share",
        /// Purchases of the period.
        Tickets = "tickets",
        /// Those of customers with an archive.
        MemberTickets = "member_tickets",
        /// 客单价, all.
        Basket = "basket",
        /// 客单价, customers with an archive.
        MemberBasket = "member_basket",
        /// 客单价, walk-ins.
        WalkInBasket = "walk_in_basket",
        /// 件单价, all.
        PiecePrice = "piece_price",
        /// 件单价, customers with an archive.
        MemberPiecePrice = "member_piece_price",
        /// 折扣率, all.
        DiscountRate = "discount_rate",
        /// 折扣率, customers with an archive.
        MemberDiscountRate = "member_discount_rate",
        /// 连带率, all.
        PiecesPerTicket = "pieces_per_ticket",
        /// 连带率, customers with an archive.
        MemberPiecesPerTicket = "member_pieces_per_ticket",
        /// Visits of kind return, and what went back on them.
        Returned = "returned",
        /// Customers who bought in the period.
        Buyers = "buyers",
        /// Customers who bought for the first time in the period.
        FirstBuyers = "first_buyers",
        /// Buyers of the period who had bought before it.
        ReturningShare = "returning_share",
        /// Buyers of the period who bought on two days of it or more.
        RepurchaseRate = "repurchase_rate",
        /// Days between two purchase days, on average.
        PurchaseInterval = "purchase_interval",
        /// Points not spent yet.
        PointsOutstanding = "points_outstanding",
        /// What they take off when they are spent.
        PointsWorth = "points_worth",
        /// Members with points.
        PointsHolders = "points_holders",
        /// Members with points whose first end comes within 30 days.
        PointsEnding = "points_ending",
        /// Vouchers that can be used on the day or later.
        VouchersOutstanding = "vouchers_outstanding",
        /// What those over an amount take off.
        VouchersFace = "vouchers_face",
        /// Vouchers given in the period that were used since.
        VoucherUse = "voucher_use",
        /// Benefits granted in the period that were given since.
        BenefitUse = "benefit_use",
        /// Benefits granted and neither given nor over.
        BenefitsOpen = "benefits_open",
        /// Messages and calls of the period that were answered.
        MessagesAnswered = "messages_answered",
        /// Messages and calls of the period after which she came.
        MessagesVisited = "messages_visited",
    }

    /// What a click on a figure opens.
    FigureOpens {
        /// `list_insight_people` with breakdown `figure` and the figure's key.
        People = "people",
        /// `list_visits` of the period.
        Visits = "visits",
        /// Nothing.
        Nothing = "nothing",
    }

    /// What a count counts.
    FigureUnit {
        /// People.
        People = "people",
        /// Visits.
        Visits = "visits",
        /// Points.
        Points = "points",
        /// Vouchers.
        Vouchers = "vouchers",
        /// Benefits.
        Benefits = "benefits",
    }

    /// A group of figures.
    FigureGroupKey {
        /// How many members in which state.
        State = "state",
        /// Members against all sales.
        Sales = "sales",
        /// Coming again.
        Again = "again",
        /// What the shop still owes.
        Owed = "owed",
        /// What its care brought.
        Care = "care",
    }
}

/// How much a figure is. Shares and averages come as what they are made of, so that nothing is lost by rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "unit")]
pub enum Measure {
    /// A number.
    Count {
        /// How many.
        count: i64,
        /// Of what.
        of: FigureUnit,
    },
    /// An amount.
    Money {
        /// How much.
        #[serde(deserialize_with = "crate::money::sum")]
        amount: Fen,
    },
    /// `part` of `whole`, shown in percent.
    Share {
        /// Those meant.
        part: i64,
        /// All of them.
        whole: i64,
    },
    /// `part` of `whole`, shown in percent.
    MoneyShare {
        /// The amount meant.
        #[serde(deserialize_with = "crate::money::sum")]
        part: Fen,
        /// All of it.
        #[serde(deserialize_with = "crate::money::sum")]
        whole: Fen,
    },
    /// An average amount.
    MoneyEach {
        /// The sum.
        #[serde(deserialize_with = "crate::money::sum")]
        sum: Fen,
        /// By how many.
        by: i64,
        /// `sum / by`, rounded half away from zero to the fen; nothing where `by` is 0 or less.
        each: Option<Fen>,
    },
    /// An average number: pieces a purchase, or days.
    CountEach {
        /// The sum.
        sum: i64,
        /// By how many.
        by: i64,
    },
}

wire! {
    /// A figure at one time.
    pub struct Measured {
        /// How much.
        pub value: Measure,
        /// How many people or visits it rests on.
        pub sample: i64,
        /// False for a share or an average over fewer than the stated number; then only the counts are to be shown.
        pub enough: bool,
    }

    /// A figure.
    pub struct Figure {
        /// Which.
        pub key: FigureKey,
        /// Now.
        pub now: Measured,
        /// At the time compared with, where one was asked for and it can be known.
        pub before: Option<Measured>,
        /// What it opens.
        pub opens: FigureOpens,
    }

    /// Figures that belong together.
    pub struct FigureGroup {
        /// Which group.
        pub key: FigureGroupKey,
        /// Its figures, in the order to show them.
        pub figures: Vec<Figure>,
    }
}
