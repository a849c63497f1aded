//! What messages and calls brought. Only those count whose days after them are over by the day of the page: a message of yesterday
//! had no time yet. Who came after a message may have come without it, too; the figure says how many came, not why.

use super::figure::{Maker, Named};
use crate::clock::Day;
use crate::error::Result;
use crate::store::insight_care;
use crate::wire::insight::{FigureKey, InsightSettings, InsightSpan, MessageResponse};
use chrono::Days;
use rusqlite::Connection;

/// The last day whose messages count.
pub(super) fn last_day(span: &InsightSpan, settings: &InsightSettings) -> Day {
    let days = Days::new(u64::try_from(settings.response_days).unwrap_or(0));
    span.to.min(span.as_of.checked_sub_days(days).unwrap_or(span.as_of))
}

/// By purpose.
pub(super) fn responses(db: &Connection, span: &InsightSpan, settings: &InsightSettings) -> Result<Vec<MessageResponse>> {
    insight_care::responses(db, span.from, last_day(span, settings), settings.response_days)
}

/// The figures over all purposes.
pub(super) fn figures(rows: &[MessageResponse], make: Maker) -> Vec<Named> {
    let sent = rows.iter().map(|row| row.sent).sum();
    vec![
        make.share(FigureKey::MessagesAnswered, rows.iter().map(|row| row.answered).sum(), sent),
        make.share(FigureKey::MessagesVisited, rows.iter().map(|row| row.visited).sum(), sent),
    ]
}
