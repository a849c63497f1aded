//! The shop's own past as a judge: what would have been foretold on an earlier day, beside what came, and beside plain sorting.

use super::fit::{Fit, Material};
use super::summary::{Purchases, Triple, WEEK, days_between};
use crate::clock::Day;
use crate::wire::forecast::{ForecastModel, ForecastRule, ForecastSentence};
use chrono::Days;

/// Days that are judged, unless somebody asks for others; at most a third of the shop's history.
const JUDGED_DAYS: u64 = 90;
/// As many have to have bought in the judged days, and as many not, for the result to say anything.
const AT_LEAST: u32 = 20;
/// Closer than this two rankings are alike.
const ALIKE: f64 = 0.001;

/// How one rule did.
#[derive(Debug, Clone)]
pub struct Row {
    /// Which.
    pub rule: ForecastRule,
    /// Root mean squared error of the number of purchase days.
    pub rmse: Option<f64>,
    /// Area under the ROC curve of "bought again".
    pub auc: f64,
    /// Share of later buyers in the first fifth.
    pub top_fifth: f64,
    /// The estimate, of a model.
    pub fit: Option<Fit>,
}

/// The whole test.
#[derive(Debug, Clone)]
pub struct Backtest {
    /// Last day known.
    pub fit_until: Day,
    /// Last day judged.
    pub until: Day,
    /// Who had bought.
    pub customers: u32,
    /// Who bought again.
    pub buyers: u32,
    /// BG/NBD, MBG/NBD, Pareto/NBD, recency, frequency.
    pub rows: Vec<Row>,
}

/// One customer: the score a rule gives her, and the days she really bought on.
struct Judged {
    score: f64,
    days: u32,
}

/// The day until which the models may know, when nobody names one.
pub(crate) fn cut(purchases: &Purchases, until: Day) -> Option<Day> {
    let (first, _) = purchases.span()?;
    let judged = JUDGED_DAYS.min(u64::from(days_between(first, until)) / 3);
    until.checked_sub_days(Days::new(judged))
}

/// Judges the models, estimated on what was known on `fit_until`, by the days after it up to `until`. Each is estimated on a thread of its
/// own; the answers do not depend on that.
pub(crate) fn judge(purchases: &Purchases, fit_until: Day, until: Day) -> Option<Backtest> {
    let ahead = days_between(fit_until, until);
    let known: Vec<(Triple, u32)> = purchases.buyers().filter_map(|b| Some((b.triple(fit_until)?, b.between(fit_until, until)))).collect();
    let customers = u32::try_from(known.len()).ok()?;
    let buyers = u32::try_from(known.iter().filter(|(_, days)| *days > 0).count()).ok()?;
    if ahead == 0 || buyers < AT_LEAST || customers - buyers < AT_LEAST {
        return None;
    }
    let material = &Material::new(&known.iter().map(|(triple, _)| *triple).collect::<Vec<_>>());
    let known = known.as_slice();
    let of_model = |model: ForecastModel| {
        let fit = material.fit(model);
        let rule = match fit.model {
            ForecastModel::BgNbd => ForecastRule::BgNbd,
            ForecastModel::MbgNbd => ForecastRule::MbgNbd,
            ForecastModel::ParetoNbd => ForecastRule::ParetoNbd,
        };
        let sample = &material.everybody;
        let expected = fit.parameters.expected_of(sample, &fit.parameters.alive_of(sample), ahead);
        let judged = known.iter().zip(&sample.group_of).map(|((_, days), group)| Judged { score: expected[*group], days: *days });
        let mut judged: Vec<Judged> = judged.collect();
        Row { rule, rmse: Some(rmse(&judged)), auc: auc(&mut judged), top_fifth: top_fifth(&mut judged), fit: Some(fit) }
    };
    let models = [ForecastModel::BgNbd, ForecastModel::MbgNbd, ForecastModel::ParetoNbd];
    // A thread that broke gives no row; the others are used.
    let mut rows: Vec<Row> = std::thread::scope(|scope| {
        let threads = models.map(|model| scope.spawn(move || of_model(model)));
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    let scored = |score: &dyn Fn(Triple) -> f64| -> Vec<Judged> {
        known.iter().map(|(triple, days)| Judged { score: score(*triple), days: *days }).collect()
    };
    let mut recency = scored(&|triple| -f64::from(triple.watched - triple.last));
    rows.push(Row { rule: ForecastRule::Recency, rmse: None, auc: auc(&mut recency), top_fifth: top_fifth(&mut recency), fit: None });
    // As a number it foretells that she goes on as she did: x days in T weeks. Sorted it is by the number of days alone.
    let pace = scored(&|triple| f64::from(triple.repeats) / f64::from(triple.watched).max(WEEK) * f64::from(ahead));
    let mut frequency = scored(&|triple| f64::from(triple.repeats));
    rows.push(Row {
        rule: ForecastRule::Frequency,
        rmse: Some(rmse(&pace)),
        auc: auc(&mut frequency),
        top_fifth: top_fifth(&mut frequency),
        fit: None,
    });
    Some(Backtest { fit_until, until, customers, buyers, rows })
}

impl Backtest {
    /// The model that did best: by AUC, and where two are alike by RMSE. BG/NBD does not stand for election.
    pub fn best(&self) -> Option<&Row> {
        let mut best: Option<&Row> = None;
        for row in self.rows.iter().filter(|row| matches!(row.rule, ForecastRule::MbgNbd | ForecastRule::ParetoNbd)) {
            let better = best.is_none_or(|best| if (row.auc - best.auc).abs() < ALIKE { row.rmse < best.rmse } else { row.auc > best.auc });
            if better {
                best = Some(row);
            }
        }
        best
    }

    /// What to say about it. It is about the figure the sentence names: how many of the later buyers the first fifth held.
    pub fn sentence(&self) -> ForecastSentence {
        let of = |rule: ForecastRule| self.rows.iter().find(|row| row.rule == rule).map_or(0.0, |row| row.top_fifth);
        let best = self.best().map_or(0.0, |row| row.top_fifth);
        let (recency, frequency) = (of(ForecastRule::Recency), of(ForecastRule::Frequency));
        if recency.max(frequency) <= best + ALIKE {
            ForecastSentence::ModelBest
        } else if recency >= frequency {
            ForecastSentence::RecencyBetter
        } else {
            ForecastSentence::FrequencyBetter
        }
    }
}

fn rmse(judged: &[Judged]) -> f64 {
    let sum: f64 = judged.iter().map(|one| (one.score - f64::from(one.days)).powi(2)).sum();
    (sum / count(judged.len()).max(1.0)).sqrt()
}

/// Mann and Whitney's statistic over all pairs of one who bought and one who did not; a tie is half.
fn auc(judged: &mut [Judged]) -> f64 {
    judged.sort_by(|a, b| a.score.total_cmp(&b.score));
    let (mut pairs_won, mut below) = (0.0, 0.0);
    for tied in judged.chunk_by(|a, b| a.score == b.score) {
        let bought = count(tied.iter().filter(|one| one.days > 0).count());
        let stayed = count(tied.len()) - bought;
        pairs_won += bought * (below + stayed / 2.0);
        below += stayed;
    }
    let bought = count(judged.len()) - below;
    pairs_won / (bought * below)
}

/// The share of those who bought among the fifth with the highest scores. Of people with the same score as the last of that fifth
/// so large a part counts as still fits, so that no order among equals decides.
fn top_fifth(judged: &mut [Judged]) -> f64 {
    judged.sort_by(|a, b| b.score.total_cmp(&a.score));
    let (mut room, mut found) = (count(judged.len()) / 5.0, 0.0);
    for tied in judged.chunk_by(|a, b| a.score == b.score) {
        let taken = (room / count(tied.len())).min(1.0);
        found += taken * count(tied.iter().filter(|one| one.days > 0).count());
        room -= count(tied.len());
        if room <= 0.0 {
            break;
        }
    }
    found / count(judged.iter().filter(|one| one.days > 0).count())
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(scores: &[(f64, u32)]) -> Vec<Judged> {
        scores.iter().map(|(score, days)| Judged { score: *score, days: *days }).collect()
    }

    #[test]
    fn a_perfect_a_blind_and_a_wrong_order() {
        assert_eq!(auc(&mut judged(&[(3.0, 1), (2.0, 2), (1.0, 0), (0.0, 0)])), 1.0);
        assert_eq!(auc(&mut judged(&[(1.0, 1), (1.0, 0), (1.0, 0)])), 0.5);
        assert_eq!(auc(&mut judged(&[(0.0, 1), (1.0, 0)])), 0.0);
        // Of the six pairs four are won and one is a tie.
        assert_eq!(auc(&mut judged(&[(4.0, 1), (3.0, 0), (2.0, 1), (2.0, 0), (1.0, 0)])), 4.5 / 6.0);
    }

    #[test]
    fn the_first_fifth_of_ten_is_two() {
        let mut order: Vec<(f64, u32)> = (0..10).map(|n| (f64::from(n), u32::from(n >= 7))).collect();
        assert_eq!(top_fifth(&mut judged(&order)), 2.0 / 3.0);
        order.iter_mut().for_each(|(score, _)| *score = 0.0);
        assert!((top_fifth(&mut judged(&order)) - 0.2).abs() < 1e-12, "equal scores find a fifth");
    }

    #[test]
    fn the_error_is_counted_in_days() {
        assert_eq!(rmse(&judged(&[(1.0, 1), (3.0, 0), (0.0, 4)])), (25.0_f64 / 3.0).sqrt());
    }
}
