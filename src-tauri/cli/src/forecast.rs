//! `shuke forecast SHOP [--as-of DATE] [--horizon DAYS] [--fit-until DATE] [--json]`: who will come again, and how well it foretells.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde::Serialize;
use serde_json::json;
use shuke_core::clock::Day;
use shuke_core::wire::forecast::{
    Backtest, BacktestRow, ForecastEnding, ForecastModel, ForecastRule, ForecastScores, ForecastSentence, ForecastSilence, ScoreRow,
};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document {
    model: Option<ForecastModel>,
    parameters: BTreeMap<String, f64>,
    log_likelihood: Option<f64>,
    customers: u32,
    repeat: u32,
    converged: bool,
    backtest: Option<Backtest>,
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<ForecastSilence>,
    scores: Vec<ScoreRow>,
}

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let (as_of, fit_until) = (day(&args, "as-of")?, day(&args, "fit-until")?);
    let horizon: u32 = match args.text("horizon")? {
        Some(text) => text.parse().map_err(|_| Stop::usage("cli-usage-number").with("option", "--horizon"))?,
        None => 90,
    };
    let asked = json!({"as_of": as_of, "horizon_days": horizon, "fit_until": fit_until});
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let answer: ForecastScores = session::call(&mut shop, "forecast_scores", asked)?;
    if !args.flag("json") {
        return print(&answer, speaker);
    }
    let forecast = answer.forecast;
    speaker.json(&Document {
        model: forecast.model,
        parameters: forecast.parameters,
        log_likelihood: forecast.log_likelihood,
        customers: forecast.customers,
        repeat: forecast.repeat,
        converged: forecast.converged,
        backtest: forecast.backtest,
        silent: forecast.silent,
        scores: answer.scores,
    })
}

fn day(args: &Args, option: &'static str) -> Result<Option<Day>, Stop> {
    match args.text(option)? {
        Some(text) => Ok(Some(text.parse().map_err(|_| Stop::usage("cli-usage-day").with("day", &text))?)),
        None => Ok(None),
    }
}

fn print(answer: &ForecastScores, speaker: &Speaker) -> Result<(), Stop> {
    let forecast = &answer.forecast;
    let say = |id: &str, args: &[(&str, &str)]| speaker.line(speaker.text(id, args));
    if let Some(silence) = &forecast.silent {
        let figures =
            [silence.customers, silence.customers_needed, silence.repeat, silence.repeat_needed, silence.weeks, silence.weeks_needed];
        let names = ["customers", "customers_needed", "repeat", "repeat_needed", "weeks", "weeks_needed"];
        let figures = figures.map(|n| n.to_string());
        let args: Vec<(&str, &str)> = names.into_iter().zip(figures.iter().map(String::as_str)).collect();
        return say("cli-forecast-silent", &args);
    }
    let model = forecast.model.map(ForecastModel::as_str).unwrap_or_default();
    let parameters: Vec<String> = forecast.parameters.iter().map(|(name, value)| format!("{name} {value}")).collect();
    let (customers, repeat) = (forecast.customers.to_string(), forecast.repeat.to_string());
    say("cli-forecast-model", &[("model", model), ("customers", &customers), ("repeat", &repeat), ("parameters", &parameters.join(", "))])?;
    match forecast.ending {
        Some(ForecastEnding::NoDecline) => say("cli-forecast-no-decline", &[])?,
        Some(ForecastEnding::Edge) => say("cli-forecast-edge", &[])?,
        Some(ForecastEnding::Inside) | None => {}
    }
    if let Some(backtest) = &forecast.backtest {
        let days = [backtest.fit_until.to_string(), backtest.until.to_string()];
        let counts = [backtest.customers.to_string(), backtest.buyers.to_string()];
        say("cli-forecast-backtest", &[("from", &days[0]), ("to", &days[1]), ("customers", &counts[0]), ("buyers", &counts[1])])?;
        for row in &backtest.rows {
            say(
                "cli-forecast-row",
                &[("rule", name(row)), ("auc", &format!("{:.3}", row.auc)), ("fifth", &format!("{:.3}", row.top_fifth))],
            )?;
        }
    }
    say(
        match forecast.sentence {
            ForecastSentence::ModelBest => "cli-forecast-model-best",
            ForecastSentence::RecencyBetter => "cli-forecast-recency-better",
            ForecastSentence::FrequencyBetter => "cli-forecast-frequency-better",
            ForecastSentence::NotJudged => "cli-forecast-not-judged",
        },
        &[],
    )?;
    let (days, lost) = (forecast.horizon_days.to_string(), forecast.likely_lost.to_string());
    let (purchases, spend) = (format!("{:.0}", forecast.expected_purchases), forecast.expected_spend.to_string());
    say("cli-forecast-ahead", &[("days", &days), ("purchases", &purchases), ("spend", &spend), ("lost", &lost)])
}

fn name(row: &BacktestRow) -> &'static str {
    match row.rule {
        ForecastRule::BgNbd => "BG/NBD",
        ForecastRule::MbgNbd => "MBG/NBD",
        ForecastRule::ParetoNbd => "Pareto/NBD",
        ForecastRule::Recency => "recency",
        ForecastRule::Frequency => "frequency",
    }
}
