//! Filling the search box's memory.

use super::Shop;
use crate::error::Result;
use crate::store::search::{self, Loading};
use crate::store::{level, tag_rule};

impl Shop {
    /// Puts everybody into the search index, unless they are. Opening leaves it for later, since the first screen does not need it.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn load_index(&mut self) -> Result<()> {
        while !self.prepare_index()? {}
        Ok(())
    }

    /// Puts some more customers into the search index, so that nobody who asks for something else meanwhile waits for all of them.
    /// True once everybody is in it.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn prepare_index(&mut self) -> Result<bool> {
        if self.finder.is_ready() {
            return Ok(true);
        }
        let begun = self.loading.take();
        let mut loading = match begun.filter(|begun| self.store.db().is_ok_and(|db| begun.holds(db))) {
            Some(begun) => begun,
            None => self.begin_loading()?,
        };
        if loading.step(self.store.db()?)? {
            self.loading = Some(loading);
            return Ok(false);
        }
        self.fill(loading)?;
        Ok(true)
    }

    pub(super) fn reload_index(&mut self) -> Result<()> {
        let mut loading = self.begin_loading()?;
        while loading.step(self.store.db()?)? {}
        self.fill(loading)
    }

    fn begin_loading(&mut self) -> Result<Loading> {
        self.loading = None;
        if search::is_stale(self.store.db()?)? {
            self.settle(search::rebuild_all)?;
        }
        Loading::begin(self.store.db()?)
    }

    fn fill(&self, loading: Loading) -> Result<()> {
        let db = self.store.db()?;
        let levels = level::list(db)?.into_iter().map(|level| (level.id, level.name)).collect();
        let tags = tag_rule::list(db)?.into_iter().filter(|rule| rule.is_on).map(|rule| rule.name.to_lowercase()).collect();
        self.finder.fill(loading.index(db)?, levels, tags);
        Ok(())
    }
}
