//! Shared builders for the integration tests: a shop in a temporary folder with a fixed clock.

pub mod bench;

use serde_json::Value;
use shuke_core::clock::FixedClock;
use shuke_core::error::Failure;
use shuke_core::ops;
use shuke_core::shop::Shop;
use shuke_core::wire::settings::{Language, Trade};
use shuke_core::wire::shop::NewShop;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// A shop that lives as long as the test, on 2026-11-21 at ten in the morning unless the clock is moved.
pub struct TestShop {
    /// The open book.
    pub shop: Shop,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    /// The folder it lies in, removed at the end.
    pub folder: TempDir,
}

/// An empty clothing shop.
pub fn shop() -> TestShop {
    shop_with(Trade::Clothing, false)
}

/// A shop of a trade, with or without the demo customers.
#[expect(clippy::expect_used, reason = "a test without its shop has failed")]
pub fn shop_with(trade: Trade, demo: bool) -> TestShop {
    let folder = TempDir::new().expect("temporary folder");
    let clock = Arc::new(FixedClock::at("2026-11-21T10:00:00+08:00"));
    let new = NewShop { name: "云裳".into(), trade, language: Language::ZhCn, owner: None, demo };
    let shop = Shop::create(&folder.path().join("shop.shuke"), new, Box::new(Arc::clone(&clock))).expect("new shop");
    TestShop { shop, clock, folder }
}

impl TestShop {
    /// Runs an operation that has to succeed.
    #[expect(clippy::panic, reason = "a test whose operation is refused has failed")]
    #[track_caller]
    pub fn ok(&mut self, op: &str, args: Value) -> Value {
        match ops::call(&mut self.shop, op, args) {
            Ok(answer) => answer,
            Err(failure) => panic!("{op}: {failure:?}"),
        }
    }

    /// Runs an operation that has to be refused.
    #[expect(clippy::panic, reason = "a test whose operation is not refused has failed")]
    #[track_caller]
    pub fn err(&mut self, op: &str, args: Value) -> Failure {
        match ops::call(&mut self.shop, op, args) {
            Ok(answer) => panic!("{op} was not refused: {answer}"),
            Err(failure) => failure,
        }
    }

    /// Moves the clock to an RFC 3339 instant.
    pub fn at(&mut self, instant: &str) {
        self.clock.set(shuke_core::clock::Clock::utc(&FixedClock::at(instant)));
    }

    /// The file's path.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("shop.shuke")
    }

    /// Closes the book and opens it again.
    #[expect(clippy::expect_used, reason = "a test whose shop does not open has failed")]
    pub fn reopen(self) -> TestShop {
        let TestShop { shop, clock, folder } = self;
        drop(shop);
        let shop = Shop::open(&folder.path().join("shop.shuke"), Box::new(Arc::clone(&clock))).expect("opens again");
        TestShop { shop, clock, folder }
    }
}
