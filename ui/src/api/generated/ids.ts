// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Thanks,
} from '../generated';

/** A style that came in or costs less. */
export type ArrivalId = number;

/** A granted benefit. */
export type BenefitId = number;

/** A rule that makes care tasks. */
export type CareRuleId = number;

/** A stretch of days the shop is closed. */
export type ClosedDayId = number;

/** What was given for a complaint. */
export type CompensationId = number;

/** A complaint. */
export type ComplaintId = number;

/** A consent given or withdrawn. */
export type ConsentId = number;

/** A call, message or talk. */
export type ContactId = number;

/** A customer's archive. */
export type CustomerId = number;

/** An important date other than the birthday. */
export type DateId = number;

/** An event the shop invites to. */
export type EventId = number;

/** A festival of the shop's calendar. */
export type FestivalId = number;

/** An entry of the field catalogue. */
export type FieldId = number;

/** A task set by hand. */
export type FollowUpId = number;

/** A guest of an event. */
export type GuestId = number;

/** A level of membership. */
export type LevelId = number;

/** One line of a visit. */
export type LineId = number;

/** A pop-up note. */
export type NoteId = number;

/** A recorded operation of the history. */
export type OperationId = number;

/** An entry of the points ledger. */
export type PointsId = number;

/** A relation between two customers. */
export type RelationId = number;

/** A saved filter over customers. */
export type SegmentId = number;

/** A spot check of archives. */
export type SpotCheckId = number;

/** An archive drawn for a spot check. */
export type SpotItemId = number;

/** A clerk or the owner. */
export type StaffId = number;

/** A tag. */
export type TagId = number;

/** A text for messages. */
export type TemplateId = number;

/** Thanks for a customer brought. */
export type ThanksId = number;

/** A decision that two archives are two people. */
export type ToldApartId = number;

/** One dated value of a field for a customer. */
export type ValueId = number;

/** One visit to the shop. */
export type VisitId = number;

/** A voucher. */
export type VoucherId = number;

/** A wish or a piece tried but not bought. */
export type WishId = number;
