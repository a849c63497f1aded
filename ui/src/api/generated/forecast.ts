// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  Fen,
  Nothing,
  People,
  Person,
  Today,
  Who,
  Whose,
  Why,
} from '../generated';

/** What would have been foretold on an earlier day, judged by what came. */
export type Backtest = {
/** The last day known to the models. */
fit_until: string,
/** The last day judged. */
until: string,
/** Customers who had bought by then. */
customers: number,
/** Of them, who bought again on a later day by `until`. */
buyers: number,
/** Every rule and model, plain sorting last. */
rows: Array<BacktestRow>, };

/** One rule or model in the backtest. */
export type BacktestRow = {
/** Which. */
rule: ForecastRule,
/** Root of the mean squared difference between foretold and real purchase days; a rule that foretells no number has none. */
rmse?: number | null,
/** The chance that it puts one who bought before one who did not; 0.5 is a coin. */
auc: number,
/** The share of later buyers among the fifth it puts first, 0 to 1. */
top_fifth: number,
/** Of a model: its parameters as estimated then. */
parameters?: { [key in string]: number } | null,
/** Of a model: the log-likelihood. */
log_likelihood?: number | null,
/** Of a model: how the estimate ended. */
ending?: ForecastEnding | null, };

/** What is foretold of one customer. */
export type CustomerForecast = {
/** Nothing where the shop's forecast is silent, not made yet today in a large book, or she never bought. */
score?: CustomerScore | null, };

/** One customer's figures. */
export type CustomerScore = {
/** Whose. */
customer: CustomerId,
/** The probability that she is still a customer. */
p_alive: number,
/** Purchase days expected in the next 90 days. */
expected_purchases: number,
/** What she is expected to spend in them. */
expected_spend: Fen,
/** The day by which half of those like her have come again; none for one who has probably left. */
next_day?: string | null,
/** Whether leaving could be estimated at all. */
leaving_known: boolean, };

/** How the shop's customers will buy. */
export type Forecast = {
/** The day of judgement. */
as_of: string,
/** How many days ahead. */
horizon_days: number,
/** Why nothing is foretold. */
silent?: ForecastSilence | null,
/** The model that did best on the shop's past. */
model?: ForecastModel | null,
/** r and alpha (weeks) of buying; a and b, or s and beta (weeks), of leaving; p, q and v (yuan) of spending. */
parameters: { [key in string]: number },
/** Of the model of buying and leaving. */
log_likelihood?: number | null,
/** Customers who bought. */
customers: number,
/** Of them, who bought again on another day. */
repeat: number,
/** Whether the search found a maximum inside. */
converged: boolean,
/** How it ended. */
ending?: ForecastEnding | null,
/** How it would have done. */
backtest?: Backtest | null,
/** What to say about that. */
sentence: ForecastSentence,
/** People in the list of those who have probably left. */
likely_lost: number,
/** People in the list of those who will probably come in the horizon. */
likely_to_buy: number,
/** Purchase days expected of all active customers in the horizon. */
expected_purchases: number,
/** What they are expected to spend in it, net of returns. */
expected_spend: Fen, };

/** Today's forecast in short, for whoever does not want to wait for it. */
export type ForecastBrief = {
/** Whether it was made: a large book takes seconds and is not asked in passing. Without it there are no figures. */
made: boolean,
/** Too little is known for a forecast. */
silent: boolean,
/** People in the list of those who have probably left. */
likely_lost: number,
/** People in the list of those who will probably come in 30 days. */
likely_to_buy: number,
/** The first five of those who have probably left. */
first_lost: Array<ForecastRow>,
/** The first five of those who will probably come. */
first_to_buy: Array<ForecastRow>, };

/** How the search for the parameters ended. */
export type ForecastEnding = "inside" | "no_decline" | "edge";

/** Which list. */
export type ForecastList = "likely_lost" | "likely_to_buy";

/** A model of buying until one leaves. */
export type ForecastModel = "bg_nbd" | "mbg_nbd" | "pareto_nbd";

/** Why somebody stands in a list. */
export type ForecastReason = "quiet" | "rhythm" | "new" | "once";

/** One customer in a list. */
export type ForecastRow = {
/** Who. */
customer: Person,
/** The probability that she is still a customer. */
p_alive: number,
/** Purchase days expected in the horizon. */
expected_purchases: number,
/** What she is expected to spend in it, net of returns. */
expected_spend: Fen,
/** The day by which half of those like her have come again; none for one who has probably left. */
next_day?: string | null,
/** Why she stands here. */
reason: ForecastReason,
/** Days on which she bought. */
purchase_days: number,
/** Her last purchase. */
last_purchase: string,
/** Days from her last purchase to today. */
days_since: number,
/** Days between two of her purchases, on average; none for one who bought once. */
usual_days?: number | null,
/** Paid so far, net of returns. */
net_spend: Fen, };

/** A page of a list. */
export type ForecastRows = {
/** Rows. */
rows: Array<ForecastRow>,
/** Hand it back for the next page. */
cursor?: string | null,
/** How many are in the whole list. */
total: number, };

/** Who stands in the backtest: a model, or plain sorting. */
export type ForecastRule = "bg_nbd" | "mbg_nbd" | "pareto_nbd" | "recency" | "frequency";

/** The forecast with everybody's scores. */
export type ForecastScores = {
/** The forecast. */
forecast: Forecast,
/** Everybody who bought by `as_of`, by member number. */
scores: Array<ScoreRow>, };

/** The one sentence on how well it foretold the shop's own past; its words are in the catalogue. */
export type ForecastSentence = "model_best" | "recency_better" | "frequency_better" | "not_judged";

/** Too little is known for a forecast. */
export type ForecastSilence = {
/** Customers who bought. */
customers: number,
/** As many are needed. */
customers_needed: number,
/** Customers who bought again on another day. */
repeat: number,
/** As many are needed. */
repeat_needed: number,
/** Whole weeks from the shop's first to its last purchase. */
weeks: number,
/** As many are needed. */
weeks_needed: number, };

/** Asks how the shop's customers will buy. */
export type GetForecast = {
/** The day of judgement, on which nothing later is known; today if empty. */
as_of?: string | null,
/** How many days ahead, 1 to 365. */
horizon_days: number,
/** Estimates with what was known on this day only, and judges by the days from there to `as_of`. */
fit_until?: string | null, };

/** Asks for a list. */
export type ListForecast = {
/** Which. */
which: ForecastList,
/** How many days ahead, 30 or 90. */
horizon: number,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** A line of the score table. */
export type ScoreRow = {
/** Member number. */
member_no: string,
/** The probability that she is still a customer. */
p_alive: number,
/** Purchase days expected in the horizon. */
expected_purchases: number,
/** What she is expected to spend in it. */
expected_spend: Fen, };
