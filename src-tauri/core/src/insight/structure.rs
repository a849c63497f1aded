//! Who the members are: age, gender, level, tenure, spend, frequency, and what their archives say.

use super::membership::number;
use super::table::{Member, Table};
use crate::calendar::AgeBand;
use crate::clock::Day;
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, FieldId, LevelId};
use crate::levels::fold;
use crate::money::Fen;
use crate::shop::Shop;
use crate::stats::{Rules, membership};
use crate::store::facts::{self, CustomerFacts};
use crate::store::insight_people::{self, Traits};
use crate::store::{level, profile, setting};
use crate::wire::insight::{Breakdown, BreakdownCell, BreakdownKey, GetStructure, InsightSettings, InsightStructure};
use crate::wire::profile::{FieldKind, ProfileField};
use chrono::{Months, NaiveDate};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

/// A field whose values the shop writes freely shows as many of them; the others stay findable by the list.
const VALUES: usize = 30;

/// The structure of the members on a day.
///
/// # Errors
/// `out_of_range` at `as_of` for a day to come.
pub fn structure(shop: &mut Shop, request: GetStructure) -> Result<InsightStructure> {
    shop.turn_the_day()?;
    let today = shop.now().day();
    let as_of = request.as_of.unwrap_or(today);
    if as_of > today {
        return Err(Failure::at(Code::OutOfRange, "as_of").with("min", "").with("max", today.to_string()).into());
    }
    let (cache, db) = shop.insight()?;
    cache.turn(today);
    if let Some(structure) = cache.structure(as_of) {
        return Ok(structure.clone());
    }
    let settings: InsightSettings = setting::get(db, InsightSettings::KEY)?;
    let table = cache.table_of_day(db, as_of, &settings, today)?;
    let answer = make(db, table, &settings, today)?;
    cache.keep_structure(answer.clone());
    Ok(answer)
}

fn make(db: &Connection, table: &Table, settings: &InsightSettings, today: Day) -> Result<InsightStructure> {
    let traits = traits_of_day(db, table.span.as_of, today)?;
    let mut breakdowns: Vec<Breakdown> = Vec::new();
    for key in
        [BreakdownKey::Age, BreakdownKey::Gender, BreakdownKey::Level, BreakdownKey::Tenure, BreakdownKey::Spend, BreakdownKey::Frequency]
    {
        breakdowns.push(divide(db, key, table, &traits, settings)?);
    }
    breakdowns.extend(by_fields(db, table)?);
    Ok(InsightStructure { as_of: table.span.as_of, breakdowns })
}

/// Traits with the level of the day: as cached where the day is today, else drawn from the facts up to then.
pub(super) fn traits_of_day(db: &Connection, day: Day, today: Day) -> Result<Vec<Traits>> {
    let mut traits = insight_people::traits(db)?;
    if day == today {
        return Ok(traits);
    }
    let rules = Rules::load(db)?;
    let last = facts::last_customer(db)?;
    let level = |facts: &CustomerFacts| fold(&rules.levels, &membership(facts, &facts.level_events()), day).level;
    let (give, chunks) = std::sync::mpsc::sync_channel::<BTreeMap<CustomerId, CustomerFacts>>(2);
    // One thread reads, another draws the levels; both take the customers by id.
    let levels: Vec<(CustomerId, LevelId)> = std::thread::scope(|scope| {
        let draw = || chunks.into_iter().flatten().map(|(customer, facts)| (customer, level(&facts))).collect::<Vec<_>>();
        let worker = std::thread::Builder::new().spawn_scoped(scope, draw)?;
        let mut first = CustomerId(1);
        let mut read = Ok(());
        while first <= last && read.is_ok() {
            let until = CustomerId(first.0 + 999);
            // Nobody takes it only where the other thread broke, which is told when it is joined.
            read = facts::of_levels(db, first, until, day).map(|chunk| drop(give.send(chunk)));
            first = CustomerId(until.0 + 1);
        }
        drop(give);
        let levels = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        read.map(|()| levels)
    })?;
    let mut levels = levels.into_iter().peekable();
    for traits in &mut traits {
        while levels.next_if(|(customer, _)| *customer < traits.id).is_some() {}
        if let Some((_, level)) = levels.next_if(|(customer, _)| *customer == traits.id) {
            traits.level = Some(level);
        }
    }
    Ok(traits)
}

/// The cell of a member in a breakdown that is not by a field.
pub(super) fn cell_of(key: BreakdownKey, row: &Member, traits: &Traits, as_of: Day, settings: &InsightSettings) -> Option<String> {
    let cell = match key {
        BreakdownKey::Age => {
            let band = traits.birthday.and_then(|birthday| birthday.age_band_on(as_of)).or(traits.age_band);
            band.map_or("unknown", AgeBand::as_str).to_owned()
        }
        BreakdownKey::Gender => match traits.gender {
            Some(true) => "f".to_owned(),
            Some(false) => "m".to_owned(),
            None => "unknown".to_owned(),
        },
        BreakdownKey::Level => traits.level.map_or_else(|| "unknown".to_owned(), |level| level.0.to_string()),
        BreakdownKey::Tenure => tenure(row.archive.joined, as_of).to_owned(),
        BreakdownKey::Spend => {
            let passed = settings.money.iter().filter(|least| row.standing.net >= **least).count();
            if row.standing.purchase_days == 0 { "none".to_owned() } else { passed.to_string() }
        }
        BreakdownKey::Frequency => frequency(row.standing.purchase_days).to_owned(),
        _ => return None,
    };
    Some(cell)
}

const TENURES: &[(u32, &str)] =
    &[(60, "5_years_up"), (36, "3_to_5_years"), (24, "2_to_3_years"), (12, "1_to_2_years"), (6, "6_to_12_months")];

/// Whole months since the archive was opened.
fn tenure(joined: i32, as_of: Day) -> &'static str {
    let joined = NaiveDate::from_num_days_from_ce_opt(joined).unwrap_or(as_of);
    let reached = |months: u32| joined.checked_add_months(Months::new(months)).is_some_and(|day| day <= as_of);
    TENURES.iter().find(|(months, _)| reached(*months)).map_or("under_6_months", |(_, name)| *name)
}

fn frequency(purchase_days: i64) -> &'static str {
    match purchase_days {
        ..=0 => "0",
        1 => "1",
        2 => "2",
        3..=4 => "3_4",
        5..=9 => "5_9",
        _ => "10_up",
    }
}

fn cells_of(db: &Connection, key: BreakdownKey) -> Result<Vec<(String, Option<String>)>> {
    let words = |list: &[&str]| list.iter().map(|word| ((*word).to_owned(), None)).collect();
    Ok(match key {
        BreakdownKey::Age => {
            let mut cells: Vec<(String, Option<String>)> = AgeBand::ALL.iter().map(|band| (band.as_str().to_owned(), None)).collect();
            cells.push(("unknown".to_owned(), None));
            cells
        }
        BreakdownKey::Gender => words(&["f", "m", "unknown"]),
        BreakdownKey::Level => level::list(db)?.into_iter().rev().map(|level| (level.id.0.to_string(), Some(level.name))).collect(),
        BreakdownKey::Tenure => {
            let mut names: Vec<&str> = TENURES.iter().rev().map(|(_, name)| *name).collect();
            names.insert(0, "under_6_months");
            words(&names)
        }
        BreakdownKey::Spend => words(&["none", "0", "1", "2", "3", "4"]),
        BreakdownKey::Frequency => words(&["0", "1", "2", "3_4", "5_9", "10_up"]),
        _ => Vec::new(),
    })
}

fn divide(db: &Connection, key: BreakdownKey, table: &Table, traits: &[Traits], settings: &InsightSettings) -> Result<Breakdown> {
    let cells = cells_of(db, key)?;
    let mut sums: HashMap<&str, (i64, Fen)> = cells.iter().map(|(cell, _)| (cell.as_str(), (0, Fen::ZERO))).collect();
    let as_of = table.span.as_of;
    for (row, traits) in with_traits(table, traits) {
        if let Some(sum) = cell_of(key, row, traits, as_of, settings).and_then(|cell| sums.get_mut(cell.as_str())) {
            sum.0 += 1;
            sum.1 += row.standing.net;
        }
    }
    let people = sums.values().map(|(people, _)| people).sum();
    let cells = cells.iter().map(|(cell, label)| {
        let (people, net) = sums.get(cell.as_str()).copied().unwrap_or_default();
        BreakdownCell { key: cell.clone(), label: label.clone(), people, net, people_before: None }
    });
    Ok(Breakdown { key, field: None, label: None, cells: cells.collect(), people, several: false })
}

/// The members with their traits; both come by id and of the same archives.
pub(super) fn with_traits<'a, 'b>(table: &'a Table, traits: &'b [Traits]) -> impl Iterator<Item = (&'a Member, &'b Traits)> {
    table.rows.iter().zip(traits).filter(|(row, traits)| row.counted && row.archive.id == traits.id)
}

/// Fields that divide people: those with choices, and the occupation. Sensitive ones do not.
fn dividing(field: &ProfileField) -> bool {
    field.is_on
        && !field.is_sensitive
        && !field.is_builtin
        && (matches!(field.kind, FieldKind::Choice | FieldKind::Multi) || field.key == "occupation")
}

fn by_fields(db: &Connection, table: &Table) -> Result<Vec<Breakdown>> {
    let fields: Vec<ProfileField> = profile::fields(db)?.into_iter().filter(dividing).collect();
    let place: BTreeMap<FieldId, usize> = fields.iter().enumerate().map(|(at, field)| (field.id, at)).collect();
    let mut names: Vec<HashMap<String, usize>> = vec![HashMap::new(); fields.len()];
    let mut held: Vec<(usize, usize, CustomerId)> = Vec::new();
    insight_people::each_value(db, table.span.as_of, |field, customer, value| {
        let Some(&at) = place.get(&field) else { return };
        let values = &mut names[at];
        let next = values.len();
        let which = match values.get(value) {
            Some(which) => *which,
            None => *values.entry(value.to_owned()).or_insert(next),
        };
        held.push((at, which, customer));
    })?;
    // One person may have one value twice, on two dates.
    held.sort_unstable();
    held.dedup();
    let mut found = Vec::new();
    let mut rest = held.as_slice();
    for (at, field) in fields.iter().enumerate() {
        let (own, later) = rest.split_at(rest.partition_point(|(field, ..)| *field == at));
        rest = later;
        let breakdown = by_field(field, own, &names[at], table);
        // A field nobody has filled says nothing.
        if breakdown.cells.len() > 1 {
            found.push(breakdown);
        }
    }
    Ok(found)
}

fn by_field(field: &ProfileField, held: &[(usize, usize, CustomerId)], names: &HashMap<String, usize>, table: &Table) -> Breakdown {
    let mut sums = vec![(0i64, Fen::ZERO); names.len()];
    let mut has = vec![false; table.rows.len()];
    let mut at = 0;
    let mut value = usize::MAX;
    for (_, which, customer) in held {
        if *which != value {
            (at, value) = (0, *which);
        }
        // Customers of one value come by id, like the rows.
        at += table.rows[at..].partition_point(|row| row.archive.id < *customer);
        if let Some(row) = table.rows.get(at).filter(|row| row.archive.id == *customer && row.counted) {
            sums[*which].0 += 1;
            sums[*which].1 += row.standing.net;
            has[at] = true;
        }
    }
    let cell = |name: &str, (people, net): (i64, Fen)| BreakdownCell {
        key: format!("{}:{name}", field.id.0),
        label: Some(name.to_owned()),
        people,
        net,
        people_before: None,
    };
    let mut cells: Vec<BreakdownCell> = names.iter().map(|(name, which)| cell(name, sums[*which])).filter(|cell| cell.people > 0).collect();
    // The order of the field's own choices, what else was written by how many have it.
    let rank = |cell: &BreakdownCell| {
        let name = cell.label.as_deref().unwrap_or_default();
        field.options.iter().position(|option| option == name).unwrap_or(usize::MAX)
    };
    cells.sort_by(|a, b| rank(a).cmp(&rank(b)).then(b.people.cmp(&a.people)).then(a.key.cmp(&b.key)));
    cells.truncate(VALUES);
    let without = || table.rows.iter().zip(&has).filter(|(row, has)| row.counted && !**has);
    let mut unknown = cell("", (number(without().count()), without().map(|(row, _)| row.standing.net).sum()));
    unknown.label = None;
    let people = number(table.members().count());
    cells.push(unknown);
    Breakdown {
        key: BreakdownKey::Field,
        field: Some(field.id),
        label: Some(field.label.clone()),
        cells,
        people,
        several: field.kind == FieldKind::Multi,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    #[test]
    fn tenure_is_counted_in_months_of_the_calendar() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let of = |joined: &str, as_of: &str| tenure(day(joined).num_days_from_ce(), day(as_of));
        assert_eq!(of("2026-05-23", "2026-11-22"), "under_6_months");
        assert_eq!(of("2026-05-22", "2026-11-22"), "6_to_12_months");
        assert_eq!(of("2024-02-29", "2025-02-28"), "1_to_2_years");
        assert_eq!(of("2024-02-29", "2025-02-27"), "6_to_12_months");
        assert_eq!(of("2019-11-22", "2026-11-22"), "5_years_up");
    }
}
