//! `shuke insight SHOP [--as-of DATE] [--from DATE --to DATE] [--compare last_period|last_year] [--json]`: the shop in figures.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use serde_json::{Value, json};
use shuke_core::clock::Day;
use shuke_core::wire::insight::{
    Breakdown, BreakdownKey, CompareWith, Figure, FigureKey, FigureUnit, Insight, InsightStructure, Measure, Measured, Rebought, ReboughtBy,
};

/// So many rows of what is bought again.
const GOODS: u32 = 20;

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let (as_of, from, to) = (day(&args, "as-of")?, day(&args, "from")?, day(&args, "to")?);
    let compare = match args.text("compare")? {
        Some(text) => Some(CompareWith::from_text(&text).ok_or_else(|| Stop::usage("cli-usage-compare").with("compare", &text))?),
        None => None,
    };
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let page: Insight = session::call(&mut shop, "insight_page", json!({"from": from, "to": to, "as_of": as_of, "compare": compare}))?;
    let structure: InsightStructure = session::call(&mut shop, "insight_structure", json!({"as_of": page.span.as_of}))?;
    let mut rebought: Vec<Rebought> = Vec::new();
    for by in ReboughtBy::ALL {
        let asked = json!({"from": from.map(|_| page.span.from), "to": page.span.to, "by": by, "limit": GOODS});
        rebought.push(session::call(&mut shop, "list_rebought", asked)?);
    }
    if args.flag("json") {
        let document: Value = json!({"page": page, "structure": structure, "rebought": rebought});
        return speaker.json(&document);
    }
    Print { speaker, page: &page }.all(&structure, &rebought)
}

fn day(args: &Args, option: &'static str) -> Result<Option<Day>, Stop> {
    let read = |text: String| text.parse().map_err(|_| Stop::usage("cli-usage-day").with("day", &text));
    args.text(option)?.map(read).transpose()
}

struct Print<'a> {
    speaker: &'a Speaker,
    page: &'a Insight,
}

impl Print<'_> {
    fn all(&self, structure: &InsightStructure, rebought: &[Rebought]) -> Result<(), Stop> {
        self.line(&self.word("period"))?;
        if let Some(before) = &self.page.before {
            let days = [("from", before.from.to_string()), ("to", before.to.to_string())];
            self.line(&self.text("insight-compared", &days))?;
        }
        for group in &self.page.groups {
            self.title(&format!("group-{}", group.key.as_str()))?;
            self.table(group.figures.iter().map(|figure| self.figure(figure)).collect())?;
        }
        for part in [&self.page.lifecycle, &self.page.interval, &self.page.value] {
            self.breakdown(part)?;
        }
        for (key, picture) in [(BreakdownKey::RfmSegment, &self.page.rfm), (BreakdownKey::RfmFixedSegment, &self.page.rfm_fixed)] {
            self.title(&format!("breakdown-{}", key.as_str()))?;
            let rows = picture.segments.iter();
            let name = |key: &str| self.word(&format!("rfm-segment-{key}"));
            self.table(rows.map(|cell| vec![name(&cell.key), self.people(cell.people), cell.net.to_string()]).collect())?;
        }
        self.months()?;
        for part in &structure.breakdowns {
            self.breakdown(part)?;
        }
        for goods in rebought {
            self.goods(goods)?;
        }
        self.meanings()
    }

    fn figure(&self, figure: &Figure) -> Vec<String> {
        let mut row = vec![self.word(&format!("figure-{}", figure.key.as_str())), self.measured(figure.key, &figure.now)];
        row.push(self.text("insight-sample", &[("count", figure.now.sample.to_string())]));
        if let Some(before) = &figure.before {
            row.push(self.text("insight-before", &[("value", self.measured(figure.key, before))]));
        }
        row
    }

    fn measured(&self, key: FigureKey, measured: &Measured) -> String {
        let least = ("least", self.page.settings.least_sample.to_string());
        let too_few = |part: String, whole: String| self.text("insight-too-few", &[("part", part), ("whole", whole), least.clone()]);
        let no_average = || self.text("insight-too-few-average", &[("whole", measured.sample.to_string()), least.clone()]);
        match &measured.value {
            Measure::Count { count, of } => self.count(*count, *of),
            Measure::Money { amount } => amount.to_string(),
            Measure::Share { part, whole } if measured.enough => tenths(*part, *whole, 1000, "%"),
            Measure::Share { part, whole } => too_few(part.to_string(), whole.to_string()),
            Measure::MoneyShare { part, whole } if measured.enough => tenths(part.0, whole.0, 1000, "%"),
            Measure::MoneyShare { part, whole } => too_few(part.to_string(), whole.to_string()),
            Measure::MoneyEach { each: Some(each), .. } if measured.enough => each.to_string(),
            Measure::CountEach { sum, by } if measured.enough && key == FigureKey::PurchaseInterval => {
                self.text("insight-unit-days", &[("days", tenths(*sum, *by, 10, ""))])
            }
            Measure::CountEach { sum, by } if measured.enough => self.text("insight-unit-pieces", &[("pieces", tenths(*sum, *by, 10, ""))]),
            Measure::MoneyEach { .. } | Measure::CountEach { .. } => no_average(),
        }
    }

    fn count(&self, count: i64, of: FigureUnit) -> String {
        self.text(&format!("insight-unit-{}", of.as_str()), &[("count", count.to_string())])
    }

    fn people(&self, count: i64) -> String {
        self.count(count, FigureUnit::People)
    }

    fn breakdown(&self, part: &Breakdown) -> Result<(), Stop> {
        match &part.label {
            Some(label) => self.line(&format!("\n{label}"))?,
            None => self.title(&format!("breakdown-{}", part.key.as_str()))?,
        }
        let name = |cell: &shuke_core::wire::insight::BreakdownCell| match (&cell.label, part.key) {
            (Some(label), _) => label.clone(),
            (None, BreakdownKey::Field) => self.word("field-unknown"),
            (None, key) => self.word(&format!("{}-{}", key.as_str(), cell.key)),
        };
        self.table(part.cells.iter().map(|cell| vec![name(cell), self.people(cell.people), cell.net.to_string()]).collect())
    }

    fn months(&self) -> Result<(), Stop> {
        self.title("months")?;
        let heads = ["month", "figure-members", "figure-effective_members", "figure-active_members", "figure-dormant_members", "joined"];
        let mut head: Vec<String> = heads.iter().map(|key| self.word(key)).collect();
        head.extend(["figure-first_buyers", "figure-buyers", "figure-sales", "figure-member_sales"].map(|key| self.word(key)));
        let mut rows = vec![head];
        for month in &self.page.months {
            let counts = [month.members, month.effective, month.active, month.dormant, month.joined, month.first_buyers, month.buyers];
            let mut row = vec![month.month.clone()];
            row.extend(counts.map(|count| count.to_string()));
            row.extend([month.sales.to_string(), month.member_sales.to_string()]);
            rows.push(row);
        }
        self.table(rows)?;
        self.title("breakdown-cohort")?;
        let cohort = |cohort: &shuke_core::wire::insight::Cohort| {
            let mut row = vec![cohort.month.clone(), cohort.size.to_string()];
            row.extend(cohort.kept.iter().map(i64::to_string));
            row
        };
        self.table(self.page.cohorts.iter().map(cohort).collect())
    }

    fn goods(&self, goods: &Rebought) -> Result<(), Stop> {
        self.line(&format!(
            "\n{} · {} {}–{}",
            self.word("rebought"),
            self.word(&format!("rebought-{}", goods.by.as_str())),
            goods.from,
            goods.to
        ))?;
        let row = |row: &shuke_core::wire::insight::ReboughtRow| {
            let share = if row.enough { tenths(row.again, row.buyers, 1000, "%") } else { String::new() };
            let name = row.name.clone().unwrap_or_default();
            vec![row.key.clone(), format!("{} / {}", row.again, row.buyers), share, row.net.to_string(), name]
        };
        self.table(goods.rows.iter().map(row).collect())
    }

    fn meanings(&self) -> Result<(), Stop> {
        self.line("")?;
        for figure in self.page.groups.iter().flat_map(|group| &group.figures) {
            let key = figure.key.as_str();
            self.line(&format!("{}: {}", self.word(&format!("figure-{key}")), self.word(&format!("def-{key}"))))?;
        }
        for key in ["lifecycle", "interval", "value", "rfm", "rfm_fixed", "rfm_segment", "cohort", "months", "rebought"] {
            self.line(&self.word(&format!("def-{key}")))?;
        }
        Ok(())
    }

    /// A word of insight; what it says about days and thresholds is filled in from the page.
    fn word(&self, key: &str) -> String {
        let (span, settings) = (&self.page.span, &self.page.settings);
        let args = [
            ("day", span.as_of.to_string()),
            ("from", span.from.to_string()),
            ("to", span.to.to_string()),
            ("active", settings.active_days.to_string()),
            ("risk", settings.at_risk_days.to_string()),
            ("dormant", settings.dormant_days.to_string()),
            ("effective", settings.effective_days.to_string()),
            ("response", settings.response_days.to_string()),
            ("least", settings.least_sample.to_string()),
        ];
        self.text(&format!("insight-{}", key.replace('_', "-")), &args)
    }

    fn text(&self, id: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.speaker.text(id, &args)
    }

    fn title(&self, key: &str) -> Result<(), Stop> {
        self.line(&format!("\n{}", self.word(key)))
    }

    /// Rows in columns as wide as their widest cell.
    fn table(&self, rows: Vec<Vec<String>>) -> Result<(), Stop> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> =
            (0..columns).map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0)).collect();
        for row in rows {
            let mut line = String::from(" ");
            for (cell, wide) in row.iter().zip(&widths) {
                line.push(' ');
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', wide.saturating_sub(width(cell)) + 1));
            }
            self.line(line.trim_end())?;
        }
        Ok(())
    }

    fn line(&self, text: &str) -> Result<(), Stop> {
        self.speaker.line(text)
    }
}

/// `part / whole` times `scale` tenths, rounded half away from zero, with one decimal: `12.3%`, or `1.8`.
fn tenths(part: i64, whole: i64, scale: i64, unit: &str) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let scaled = i128::from(part) * i128::from(scale);
    let whole = i128::from(whole);
    let (twice, sign) = (2 * scaled.abs() + whole.abs(), if (scaled < 0) == (whole < 0) || scaled == 0 { "" } else { "-" });
    let rounded = twice / (2 * whole.abs());
    format!("{sign}{}.{}{unit}", rounded / 10, rounded % 10)
}

/// How many columns a text takes on a terminal: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{1100}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_averages_are_rounded_half_away_from_zero() {
        assert_eq!(tenths(1, 3, 1000, "%"), "33.3%");
        assert_eq!(tenths(1, 2000, 1000, "%"), "0.1%");
        assert_eq!(tenths(-1, 2000, 1000, "%"), "-0.1%");
        assert_eq!(tenths(7, 4, 10, ""), "1.8");
        assert_eq!(tenths(0, 5, 10, ""), "0.0");
        assert_eq!(tenths(5, 0, 10, ""), "–");
    }

    #[test]
    fn chinese_is_twice_as_wide() {
        assert_eq!((width("VIP 占比"), width("abc")), (8, 3));
    }
}
