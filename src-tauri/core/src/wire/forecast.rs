//! Forecast (预测): who has probably left, who will probably come, and how well the shop's own past would have been foretold.

use super::customers::Person;
use super::{choice, wire};
use crate::clock::Day;
use crate::ids::CustomerId;
use crate::money::Fen;
use std::collections::BTreeMap;

choice! {
    /// A model of buying until one leaves.
    #[derive(Default)]
    ForecastModel {
        /// BG/NBD, only to compare with.
        BgNbd = "bg_nbd",
        /// MBG/NBD.
        #[default]
        MbgNbd = "mbg_nbd",
        /// Pareto/NBD.
        ParetoNbd = "pareto_nbd",
    }

    /// How the search for the parameters ended.
    ForecastEnding {
        /// At a maximum inside.
        Inside = "inside",
        /// Not enough decline seen to estimate leaving: a model without leaving fits as well, and is used.
        NoDecline = "no_decline",
        /// At the edge of what was searched: people differ too little to say by how much. The figures are usable.
        Edge = "edge",
    }

    /// Who stands in the backtest: a model, or plain sorting.
    ForecastRule {
        /// BG/NBD, only to compare with.
        BgNbd = "bg_nbd",
        /// MBG/NBD.
        MbgNbd = "mbg_nbd",
        /// Pareto/NBD.
        ParetoNbd = "pareto_nbd",
        /// Who bought last, first.
        Recency = "recency",
        /// Who bought on the most days, first.
        Frequency = "frequency",
    }

    /// The one sentence on how well it foretold the shop's own past; its words are in the catalogue.
    ForecastSentence {
        /// The model found more of the later buyers than plain sorting.
        ModelBest = "model_best",
        /// Plain sorting by the last purchase found more.
        RecencyBetter = "recency_better",
        /// Plain sorting by the number of purchase days found more.
        FrequencyBetter = "frequency_better",
        /// Too few people bought, or stayed away, in the judged days to say.
        NotJudged = "not_judged",
    }

    /// Which list.
    ForecastList {
        /// Bought on two days or more, and has more probably left than not. Who spent most comes first.
        LikelyLost = "likely_lost",
        /// The fifth of all buyers of whom the most purchases are expected in the horizon, in that order.
        LikelyToBuy = "likely_to_buy",
    }

    /// Why somebody stands in a list.
    ForecastReason {
        /// She stays away longer than she used to.
        Quiet = "quiet",
        /// She comes in a rhythm.
        Rhythm = "rhythm",
        /// She bought a short while ago for the first time.
        New = "new",
        /// She bought once.
        Once = "once",
    }
}

wire! {
    /// Asks how the shop's customers will buy.
    pub struct GetForecast {
        /// The day of judgement, on which nothing later is known; today if empty.
        pub as_of: Option<Day>,
        /// How many days ahead, 1 to 365.
        pub horizon_days: u32,
        /// Estimates with what was known on this day only, and judges by the days from there to `as_of`.
        pub fit_until: Option<Day>,
    }

    /// Too little is known for a forecast.
    pub struct ForecastSilence {
        /// Customers who bought.
        pub customers: u32,
        /// As many are needed.
        pub customers_needed: u32,
        /// Customers who bought again on another day.
        pub repeat: u32,
        /// As many are needed.
        pub repeat_needed: u32,
        /// Whole weeks from the shop's first to its last purchase.
        pub weeks: u32,
        /// As many are needed.
        pub weeks_needed: u32,
    }

    /// One rule or model in the backtest.
    pub struct BacktestRow {
        /// Which.
        pub rule: ForecastRule,
        /// Root of the mean squared difference between foretold and real purchase days; a rule that foretells no number has none.
        pub rmse: Option<f64>,
        /// The chance that it puts one who bought before one who did not; 0.5 is a coin.
        pub auc: f64,
        /// The share of later buyers among the fifth it puts first, 0 to 1.
        pub top_fifth: f64,
        /// Of a model: its parameters as estimated then.
        pub parameters: Option<BTreeMap<String, f64>>,
        /// Of a model: the log-likelihood.
        pub log_likelihood: Option<f64>,
        /// Of a model: how the estimate ended.
        pub ending: Option<ForecastEnding>,
    }

    /// What would have been foretold on an earlier day, judged by what came.
    pub struct Backtest {
        /// The last day known to the models.
        pub fit_until: Day,
        /// The last day judged.
        pub until: Day,
        /// Customers who had bought by then.
        pub customers: u32,
        /// Of them, who bought again on a later day by `until`.
        pub buyers: u32,
        /// Every rule and model, plain sorting last.
        pub rows: Vec<BacktestRow>,
    }

    /// How the shop's customers will buy.
    pub struct Forecast {
        /// The day of judgement.
        pub as_of: Day,
        /// How many days ahead.
        pub horizon_days: u32,
        /// Why nothing is foretold.
        pub silent: Option<ForecastSilence>,
        /// The model that did best on the shop's past.
        pub model: Option<ForecastModel>,
        /// r and alpha (weeks) of buying; a and b, or s and beta (weeks), of leaving; p, q and v (yuan) of spending.
        pub parameters: BTreeMap<String, f64>,
        /// Of the model of buying and leaving.
        pub log_likelihood: Option<f64>,
        /// Customers who bought.
        pub customers: u32,
        /// Of them, who bought again on another day.
        pub repeat: u32,
        /// Whether the search found a maximum inside.
        pub converged: bool,
        /// How it ended.
        pub ending: Option<ForecastEnding>,
        /// How it would have done.
        pub backtest: Option<Backtest>,
        /// What to say about that.
        pub sentence: ForecastSentence,
        /// People in the list of those who have probably left.
        pub likely_lost: u32,
        /// People in the list of those who will probably come in the horizon.
        pub likely_to_buy: u32,
        /// Purchase days expected of all active customers in the horizon.
        pub expected_purchases: f64,
        /// What they are expected to spend in it, net of returns.
        #[serde(deserialize_with = "crate::money::sum")]
        pub expected_spend: Fen,
    }

    /// Asks for a list.
    pub struct ListForecast {
        /// Which.
        pub which: ForecastList,
        /// How many days ahead, 30 or 90.
        pub horizon: u32,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// One customer in a list.
    pub struct ForecastRow {
        /// Who.
        pub customer: Person,
        /// The probability that she is still a customer.
        pub p_alive: f64,
        /// Purchase days expected in the horizon.
        pub expected_purchases: f64,
        /// What she is expected to spend in it, net of returns.
        pub expected_spend: Fen,
        /// The day by which half of those like her have come again; none for one who has probably left.
        pub next_day: Option<Day>,
        /// Why she stands here.
        pub reason: ForecastReason,
        /// Days on which she bought.
        pub purchase_days: u32,
        /// Her last purchase.
        pub last_purchase: Day,
        /// Days from her last purchase to today.
        pub days_since: u32,
        /// Days between two of her purchases, on average; none for one who bought once.
        pub usual_days: Option<u32>,
        /// Paid so far, net of returns.
        pub net_spend: Fen,
    }

    /// A page of a list.
    pub struct ForecastRows {
        /// Rows.
        pub rows: Vec<ForecastRow>,
        /// Hand it back for the next page.
        pub cursor: Option<String>,
        /// How many are in the whole list.
        pub total: u32,
    }

    /// Today's forecast in short, for whoever does not want to wait for it.
    pub struct ForecastBrief {
        /// Whether it was made: a large book takes seconds and is not asked in passing. Without it there are no figures.
        pub made: bool,
        /// Too little is known for a forecast.
        pub silent: bool,
        /// People in the list of those who have probably left.
        pub likely_lost: u32,
        /// People in the list of those who will probably come in 30 days.
        pub likely_to_buy: u32,
        /// The first five of those who have probably left.
        pub first_lost: Vec<ForecastRow>,
        /// The first five of those who will probably come.
        pub first_to_buy: Vec<ForecastRow>,
    }

    /// What is foretold of one customer.
    pub struct CustomerForecast {
        /// Nothing where the shop's forecast is silent, not made yet today in a large book, or she never bought.
        pub score: Option<CustomerScore>,
    }

    /// One customer's figures.
    pub struct CustomerScore {
        /// Whose.
        pub customer: CustomerId,
        /// The probability that she is still a customer.
        pub p_alive: f64,
        /// Purchase days expected in the next 90 days.
        pub expected_purchases: f64,
        /// What she is expected to spend in them.
        pub expected_spend: Fen,
        /// The day by which half of those like her have come again; none for one who has probably left.
        pub next_day: Option<Day>,
        /// Whether leaving could be estimated at all.
        pub leaving_known: bool,
    }

    /// A line of the score table.
    pub struct ScoreRow {
        /// Member number.
        pub member_no: String,
        /// The probability that she is still a customer.
        pub p_alive: f64,
        /// Purchase days expected in the horizon.
        pub expected_purchases: f64,
        /// What she is expected to spend in it.
        pub expected_spend: Fen,
    }

    /// The forecast with everybody's scores.
    pub struct ForecastScores {
        /// The forecast.
        pub forecast: Forecast,
        /// Everybody who bought by `as_of`, by member number.
        pub scores: Vec<ScoreRow>,
    }
}
