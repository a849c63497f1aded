// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Benefits,
  Criterion,
  CustomerId,
  Gap,
  Join,
  LevelId,
  Met,
  OperationId,
  Person,
  ReviewPeriod,
  Who,
  Why,
} from '../generated';

/** Applies a review to those ticked. */
export type ApplyReview = {
/** As of which day, from the preview. */
day: string,
/** Who of the preview; the others keep their level. */
customers: Array<CustomerId>,
/** `seen` of the preview. */
seen: OperationId, };

/** Names a recruitment month. */
export type CampaignRef = {
/** Which. */
id: number, };

/** A recruitment month. */
export type CampaignView = {
/** Id. */
id: number,
/** Name. */
name: string,
/** First day. */
from: string,
/** Last day. */
to: string,
/** The level any purchase opens. */
level: LevelId, };

/** What new rules would do in a review today. */
export type DryRunAnswer = {
/** How many would rise. */
rises: number,
/** How many would drop. */
drops: number,
/** How many of the drops the present rules bring as well. */
drops_anyway: number,
/** The first 200. */
rows: Array<ReviewRow>, };

/** A level as the owner wants it. */
export type LevelDraft = {
/** Which; empty for a new one. */
id?: LevelId | null,
/** Name. */
name: string,
/** What it gives. */
benefits: Benefits,
/** How its criteria belong together. */
join: Join,
/** What it asks for; none for the base, or to give it by hand only. */
criteria: Array<Criterion>, };

/** Her way through the levels. */
export type LevelHistory = {
/** Latest first. */
steps: Array<LevelStep>, };

/** One change of a customer's level. */
export type LevelStep = {
/** Its day. */
day: string,
/** From. */
from: string,
/** To. */
to: string,
/** What made it. */
why: Why, };

/** A level with its rule of today and how many stand on it. */
export type LevelView = {
/** Id. */
id: LevelId,
/** 0 is the base. */
rank: number,
/** Name. */
name: string,
/** What it gives. */
benefits: Benefits,
/** How its criteria belong together; empty for the base and for levels given by hand only. */
join?: Join | null,
/** What it asks for. */
criteria: Array<Criterion>,
/** How many stand on it. */
members: number, };

/** All about levels. */
export type LevelsPage = {
/** The base first. */
levels: Array<LevelView>,
/** Since when the present rules hold. */
rules_from: string,
/** How often levels are reviewed. */
reviews: ReviewPeriod,
/** The next review day, today included. */
next_review: string,
/** When the last review was applied; its day. */
last_review?: string | null,
/** Recruitment months. */
campaigns: Array<CampaignView>, };

/** Asks who is near a downgrade. */
export type NearDowngrade = {
/** Within how many days, 1 to 366. */
days: number, };

/** Those near a downgrade, the nearest first. */
export type NearList = {
/** At most 1,000. */
rows: Array<NearRow>, };

/** Somebody near a downgrade. */
export type NearRow = {
/** Who. */
customer: Person,
/** Her level. */
level: string,
/** The review that would take it. */
keeps_until: string,
/** What is missing. */
gap?: Gap | null, };

/** Asks for a review's preview. */
export type PreviewReview = {
/** As of which day; empty for today. */
day?: string | null, };

/** Who was moved. */
export type ReviewApplied = {
/** How many. */
moved: number,
/** For undo. */
operation?: OperationId | null, };

/** What a review would do. */
export type ReviewPreview = {
/** As of which day. */
day: string,
/** Everybody who would move, at most 5,000. */
rows: Array<ReviewRow>,
/** The last operation the figures rest on; hand it back when applying. */
seen: OperationId, };

/** One line of a review or a dry run. */
export type ReviewRow = {
/** Who. */
customer: Person,
/** Level now. */
from: string,
/** Level after. */
to: string,
/** The level after. */
to_level: LevelId,
/** Whether it is a rise. */
rise: boolean,
/** What is missing to keep the present level. */
gap?: Gap | null,
/** What was reached of the new one. */
met: Array<Met>, };

/** Adds (no id) or changes a recruitment month. */
export type SaveCampaign = {
/** Which; empty to add. */
id?: number | null,
/** Name. */
name: string,
/** First day. */
from: string,
/** Last day. */
to: string,
/** The level any purchase opens. */
level: LevelId, };

/** The levels as they shall be from today on, the base first; one that is left out is taken away. */
export type SaveLevels = {
/** Levels in the order of their rank. */
levels: Array<LevelDraft>,
/** How often levels are reviewed. */
reviews: ReviewPeriod, };

/** Gives a customer a level by hand. */
export type SetLevel = {
/** Whom. */
customer: CustomerId,
/** Which. */
level: LevelId,
/** Why. */
reason: string, };
