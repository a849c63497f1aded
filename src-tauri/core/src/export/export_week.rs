//! Exporting a week for the accountant.

use super::book::Book;
use super::corrections::{self, Pending};
use super::deliver::{self, Prepared};
use super::files::{self, Edition};
use super::{LAST_ENCODING, LAST_FOLDER, Week, points, summary};
use crate::audit::{Note, head};
use crate::clock::Now;
use crate::error::{Code, Error, Failure, Result};
use crate::folder;
use crate::progress::Progress;
use crate::shop::Shop;
use crate::store::week_export::{self, Delivery, ExportRow};
use crate::store::{operation, setting, state};
use crate::wire::export::{ExportWeek, FileEncoding, WeekExported};
use crate::wire::settings::Settings;
use rusqlite::Connection;
use serde_json::Value;
use std::path::Path;

/// Writes a week's files into the folder and notes what was delivered, outside the history: what the accountant has
/// cannot be undone.
///
/// The same book gives the same bytes. A week that is not over yet is written as a preview and nothing is noted.
///
/// # Errors
/// `week_invalid`, `day_in_future` for a week that has not begun, `totals_differ`, those of the folder, `cancelled`. The
/// folder is as it was and nothing is noted.
pub fn export_week(shop: &mut Shop, request: ExportWeek) -> Result<WeekExported> {
    let week: Week = request.week.parse()?;
    // The points of every customer are to be today's.
    shop.turn_the_day()?;
    if week.monday() > shop.now().day() {
        return Err(Failure::at(Code::DayInFuture, "week").into());
    }
    let folder = folder::existing("folder", &request.folder)?;
    let encoding = request.encoding.unwrap_or(FileEncoding::Utf8);
    let progress = shop.progress();
    // The lock is held from reading to noting, so nothing can change in between. The files are complete before the note and in their
    // place after it: what could not be noted is not handed over, and after a crash between the two the same export makes the same files
    // again.
    let (done, prepared) = shop.recorded(|db, now| {
        let (done, prepared) = run(db, now, week, &folder, encoding, &progress)?;
        let rows = done.files.iter().map(|file| file.rows).sum();
        Ok(((done, prepared), vec![Note::exported("week", rows, "csv")]))
    })?;
    prepared.place()?;
    Ok(done)
}

fn run(
    db: &Connection,
    now: Now,
    week: Week,
    folder: &Path,
    encoding: FileEncoding,
    progress: &Progress,
) -> Result<(WeekExported, Prepared)> {
    // From the moment the files are complete it is too late to stop, so that is the last step counted.
    progress.start(4);
    let settings: Settings = setting::get(db, Settings::KEY)?;
    let complete = now.day() > week.sunday();
    let book = Book::read(db, week)?;
    progress.reach(1)?;
    let points = points::of_week(db, week, now.day())?;
    let summary = summary::of(db, week, &book, &points, settings.offset())?;
    progress.reach(2)?;
    let name = week.to_string();
    let before = if complete { week_export::latest(db, &name)? } else { None };
    if complete {
        let pending: Pending = corrections::pending(db)?;
        pending.settle(db, &name)?;
    }
    let corrections = if complete { week_export::corrections(db, &name)? } else { Vec::new() };
    progress.reach(3)?;
    let content = files::content(&book, &summary, &corrections);
    let repeated = before.as_ref().is_some_and(|before| before.content == content);
    let revision = match &before {
        _ if !complete => 0,
        Some(before) if repeated => before.revision,
        Some(before) => before.revision + 1,
        None => 1,
    };
    // The chain's end as it was when these contents were first delivered, so that the same week gives the same bytes. A preview has none.
    let audit_head = match &before {
        _ if !complete => None,
        Some(before) if repeated => serde_json::from_str::<Value>(&before.manifest)?["audit_head"].as_str().map(str::to_owned),
        _ => Some(head(db)?),
    };
    let edition = Edition { week, settings: &settings, encoding, complete, revision, audit_head };
    let first = complete && before.is_none();
    // The files are made and brought to the disk while what is in them is noted. Should either fail, neither is kept: the note is not
    // committed before both are done.
    let (noted, made) = std::thread::scope(|scope| {
        let made = scope.spawn(|| {
            let (ready, files) = files::write(&edition, &book, &summary, &corrections)?;
            progress.reach(4)?;
            Ok::<_, Error>((deliver::prepare(folder, &name, &ready)?, ready, files))
        });
        let noted = if first { note(db, &name, &book) } else { Ok(()) };
        (noted, made.join())
    });
    let (prepared, ready, files) = made.map_err(|_| Failure::new(Code::Internal))??;
    noted?;
    if complete && !repeated {
        let manifest = ready.last().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
        let last_operation = operation::last_id(db)?;
        week_export::insert(db, &ExportRow { week: name.clone(), revision, exported_at: now.millis(), last_operation, content, manifest })?;
    }
    remember(db, LAST_FOLDER, &folder.to_string_lossy())?;
    remember(db, LAST_ENCODING, encoding.as_str())?;
    let done = WeekExported {
        week: name,
        from: week.monday(),
        to: week.sunday(),
        folder: prepared.folder().to_string_lossy().into_owned(),
        files,
        totals: summary.totals,
        revision,
        corrections: i64::try_from(corrections.len()).unwrap_or(i64::MAX),
        complete,
        repeated,
    };
    Ok((done, prepared))
}

/// Notes what the accountant has of each visit of a first delivery.
fn note(db: &Connection, week: &str, book: &Book) -> Result<()> {
    let mut delivered: Vec<Delivery> = book.visits.iter().map(|whole| corrections::delivery(whole, week)).collect();
    // In the order in which the table keeps them each goes behind the last, without looking for its place.
    delivered.sort_unstable_by_key(|delivery| delivery.visit);
    week_export::put_deliveries(db, &delivered)
}

/// Notes a text unless it stands there already.
fn remember(db: &Connection, key: &str, text: &str) -> Result<()> {
    if state::get::<String>(db, key)?.as_deref() != Some(text) {
        state::put(db, key, &text)?;
    }
    Ok(())
}
