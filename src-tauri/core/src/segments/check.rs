//! A filter that may be asked: bounded, its bounds in order, and everything it names there.

use crate::error::{Code, Error, Failure, Result};
use crate::ids::FieldId;
use crate::store::{level, profile, staff, tag};
use crate::wire::profile::{FieldKind, ProfileField};
use crate::wire::segments::{FieldTest, Milestone, SegmentCondition, SegmentPeriod};
use crate::wire::text;
use rusqlite::Connection;

/// How many conditions one filter may hold, groups counted.
const CONDITIONS: usize = 40;
/// How deep groups may lie in groups.
const DEPTH: usize = 4;
/// Ten years.
const DAYS: i64 = 3_650;
/// A hundred million: more than any count or amount of yuan of one customer.
const MUCH: i64 = 100_000_000;
/// How many things a list may name.
const LISTED: usize = 100;

/// Refuses what cannot be asked. `at` is the request's field that holds the filter.
///
/// # Errors
/// `out_of_range` at `at` when it is too large; else at the condition, by its path such as `filter.of.0.min`.
pub(crate) fn check(db: &Connection, filter: &SegmentCondition, at: &str) -> Result<()> {
    let mut left = CONDITIONS;
    Checker { db, fields: profile::fields(db)? }.check(filter, DEPTH, &mut left).map_err(|error| error.under(at))
}

struct Checker<'a> {
    db: &'a Connection,
    fields: Vec<ProfileField>,
}

fn refuse(code: Code, field: &str) -> Error {
    Failure::at(code, field).into()
}

fn inside(field: &str, value: Option<i64>, min: i64, max: i64) -> Result<()> {
    match value {
        Some(value) if !(min..=max).contains(&value) => Err(Failure::at(Code::OutOfRange, field).with("min", min).with("max", max).into()),
        _ => Ok(()),
    }
}

/// Bounds of which one at least is there, the lower not above the upper.
fn bounds<T: PartialOrd>(lower: (&str, Option<T>), upper: (&str, Option<T>)) -> Result<()> {
    match (lower.1, upper.1) {
        (None, None) => Err(refuse(Code::Required, lower.0)),
        (Some(min), Some(max)) if min > max => Err(refuse(Code::RulesInvalid, upper.0)),
        _ => Ok(()),
    }
}

fn numbers(min: Option<i64>, max: Option<i64>, least: i64, most: i64) -> Result<()> {
    inside("min", min, least, most)?;
    inside("max", max, least, most)?;
    bounds(("min", min), ("max", max))
}

fn period(period: SegmentPeriod) -> Result<()> {
    match period {
        SegmentPeriod::Ever => Ok(()),
        SegmentPeriod::Days { days } => inside("period.days", Some(days), 1, DAYS),
        SegmentPeriod::Between { from, to } => bounds(("period.from", Some(from)), ("period.to", Some(to))),
    }
}

fn listed<T>(field: &str, list: &[T], known: impl Fn(&T) -> bool) -> Result<()> {
    if list.is_empty() {
        return Err(refuse(Code::Required, field));
    }
    if list.len() > LISTED {
        return Err(Failure::at(Code::OutOfRange, field).with("min", 1).with("max", LISTED).into());
    }
    if list.iter().all(known) { Ok(()) } else { Err(refuse(Code::NotFound, field)) }
}

fn words(field: &str, words: &str) -> Result<()> {
    text::required(field, words, text::LINE).map(|_| ())
}

impl Checker<'_> {
    fn check(&self, condition: &SegmentCondition, depth: usize, left: &mut usize) -> Result<()> {
        *left = left.checked_sub(1).ok_or_else(|| Failure::new(Code::OutOfRange).with("min", 0).with("max", CONDITIONS))?;
        match condition {
            SegmentCondition::All { of } => self.group(of, depth, left),
            SegmentCondition::Any { of } | SegmentCondition::Neither { of } if of.is_empty() => Err(refuse(Code::Required, "of")),
            SegmentCondition::Any { of } | SegmentCondition::Neither { of } => self.group(of, depth, left),
            SegmentCondition::Field { field, test } => self.field(*field, test),
            SegmentCondition::Gender { .. }
            | SegmentCondition::Consent { .. }
            | SegmentCondition::OpenComplaint
            | SegmentCondition::Forecast { .. }
            | SegmentCondition::People { .. } => Ok(()),
            SegmentCondition::Lifecycle { stages } => listed("stages", stages, |_| true),
            SegmentCondition::Value { groups } => listed("groups", groups, |_| true),
            SegmentCondition::Rfm { segments } => listed("segments", segments, |_| true),
            SegmentCondition::Age { min, max } => numbers(*min, *max, 0, 150),
            SegmentCondition::AgeBand { bands } => listed("bands", bands, |_| true),
            SegmentCondition::Level { levels } => {
                let known = level::list(self.db)?;
                listed("levels", levels, |id| known.iter().any(|level| level.id == *id))
            }
            SegmentCondition::Tag { tags } => {
                let known = tag::list(self.db)?;
                listed("tags", tags, |id| known.iter().any(|tag| tag.id == *id))
            }
            SegmentCondition::Staff { staff } => {
                let known = staff::list(self.db)?;
                listed("staff", staff, |id| known.iter().any(|one| one.id == *id))
            }
            SegmentCondition::Spend { period: of, min, max } => {
                period(*of)?;
                for (field, amount) in [("min", *min), ("max", *max)] {
                    inside(field, amount.map(|fen| fen.0), -MUCH * 100, MUCH * 100)?;
                }
                bounds(("min", *min), ("max", *max))
            }
            SegmentCondition::Count { period: of, min, max, .. } => {
                period(*of)?;
                numbers(*min, *max, -MUCH, MUCH)
            }
            SegmentCondition::Since { at_least, at_most, .. } => {
                inside("at_least", *at_least, 0, 10 * DAYS)?;
                inside("at_most", *at_most, 0, 10 * DAYS)?;
                bounds(("at_least", *at_least), ("at_most", *at_most))
            }
            SegmentCondition::On { from, to, .. } => bounds(("from", *from), ("to", *to)),
            SegmentCondition::Never { what: Milestone::Joined } => Err(refuse(Code::ChoiceInvalid, "what")),
            SegmentCondition::Never { .. } => Ok(()),
            SegmentCondition::Bought { words: sought, times, period: of, .. } => {
                words("words", sought)?;
                inside("times", Some(*times), 1, 1_000)?;
                period(*of)
            }
            SegmentCondition::BirthdayWithin { days } => inside("days", Some(*days), 0, 366),
            SegmentCondition::BirthdayMonth { month } => inside("month", *month, 1, 12),
            SegmentCondition::Completeness { min, max } => numbers(*min, *max, 0, 100),
            SegmentCondition::Points { min, max } => numbers(*min, *max, -MUCH, MUCH),
            SegmentCondition::Vouchers { min, max } => numbers(*min, *max, 0, MUCH),
        }
    }

    fn group(&self, of: &[SegmentCondition], depth: usize, left: &mut usize) -> Result<()> {
        let deeper = depth.checked_sub(1).ok_or_else(|| Failure::new(Code::OutOfRange).with("min", 0).with("max", DEPTH))?;
        for (at, one) in of.iter().enumerate() {
            self.check(one, deeper, left).map_err(|error| match error {
                // Too large is the whole filter's fault.
                Error::Refused(failure) if failure.field.is_none() => Error::Refused(failure),
                other => other.under(format!("of.{at}")),
            })?;
        }
        Ok(())
    }

    fn field(&self, id: FieldId, test: &FieldTest) -> Result<()> {
        let field = self.fields.iter().find(|field| field.id == id).ok_or_else(|| refuse(Code::NotFound, "field"))?;
        let fits = match test {
            FieldTest::Filled | FieldTest::Missing => true,
            FieldTest::OneOf { .. } | FieldTest::Contains { .. } => field.key != "birthday",
            FieldTest::Number { .. } => field.kind == FieldKind::Number,
            FieldTest::On { .. } => field.kind == FieldKind::Date && field.key != "birthday",
        };
        if !fits {
            return Err(refuse(Code::ChoiceInvalid, "test"));
        }
        match test {
            FieldTest::Filled | FieldTest::Missing => Ok(()),
            FieldTest::OneOf { values } => {
                listed("test.values", values, |_| true)?;
                values.iter().try_for_each(|value| text::required("test.values", value, 200).map(|_| ()))
            }
            FieldTest::Contains { words: sought } => words("test.words", sought),
            FieldTest::Number { min, max } => numbers(*min, *max, -MUCH, MUCH),
            FieldTest::On { from, to } => bounds(("test.from", *from), ("test.to", *to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Fen;

    #[test]
    fn bounds_are_there_and_in_order() {
        assert!(bounds(("a", Some(1)), ("b", None)).is_ok() && bounds(("a", Some(1)), ("b", Some(1))).is_ok());
        assert!(bounds::<i64>(("a", None), ("b", None)).is_err() && bounds(("a", Some(Fen(2))), ("b", Some(Fen(1)))).is_err());
    }
}
