//! Forecasts made while the book is open. One is made anew when anything in the book changed, since the last entry of the history is
//! part of its name.

use super::outlook::Outlook;
use crate::clock::Day;
use crate::error::Result;
use crate::store::{forecast_facts, operation};
use rusqlite::Connection;
use std::sync::Arc;

/// What a forecast was made for: the day, until when the models may know, and the last entry of the history.
type Name = (Day, Option<Day>, i64);

/// The forecast of today, and the last other one that was asked for.
#[derive(Default)]
pub(crate) struct Cache {
    today: Option<(Name, Arc<Outlook>)>,
    other: Option<(Name, Arc<Outlook>)>,
}

impl Cache {
    /// The forecast as the book stands.
    pub(crate) fn outlook(&mut self, db: &Connection, today: Day, as_of: Day, fit_until: Option<Day>) -> Result<Arc<Outlook>> {
        let name = (as_of, fit_until, operation::last_id(db)?);
        let place = if as_of == today && fit_until.is_none() { &mut self.today } else { &mut self.other };
        if let Some((known, outlook)) = place
            && *known == name
        {
            return Ok(Arc::clone(outlook));
        }
        let active = forecast_facts::active(db)?.into_iter().collect();
        let outlook = Arc::new(Outlook::make(&forecast_facts::purchases(db, as_of)?, &active, as_of, fit_until));
        *place = Some((name, Arc::clone(&outlook)));
        Ok(outlook)
    }

    /// The forecast made earlier on this day, whatever was sold since.
    pub(crate) fn made_today(&self, today: Day) -> Option<Arc<Outlook>> {
        self.today.as_ref().filter(|(name, _)| name.0 == today).map(|(_, outlook)| Arc::clone(outlook))
    }
}
