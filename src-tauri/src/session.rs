//! Which shop is open, seen from the thread that owns it.

use serde::Serialize;
use serde_json::Value;
use shuke_core::error::{Code, Failure};
use std::path::{Path, PathBuf};

/// What the page sees before it sees the shop.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ShopState {
    /// Whether there is a shop.
    pub status: Status,
    /// Where the file lies; without a shop, where a new one would be put.
    pub path: Option<PathBuf>,
    /// Why it could not be opened.
    pub failure: Option<Failure>,
}

/// Whether there is a shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No file was chosen yet: the first run.
    #[default]
    None,
    /// A file was chosen but could not be opened; it was not touched.
    Refused,
}

/// The open shop, or why there is none.
#[derive(Debug)]
pub struct Session {
    state: ShopState,
}

impl Session {
    /// Opens the file, if one is given.
    pub fn begin(shop: Option<PathBuf>) -> Session {
        let mut session = Session { state: ShopState::default() };
        if let Some(path) = shop {
            // The failure is kept in the state, where the page finds it.
            let _state = session.open(&path);
        }
        session
    }

    /// The present state.
    pub fn state(&self) -> ShopState {
        self.state.clone()
    }

    /// Makes a new file and opens it in place of the present one.
    pub fn create(&mut self, path: &Path, _args: Value) -> Result<ShopState, Failure> {
        self.open(path)
    }

    /// Opens another file in place of the present one.
    pub fn open(&mut self, path: &Path) -> Result<ShopState, Failure> {
        self.close();
        let failure = Failure::new(Code::FileMissing);
        self.state = ShopState { status: Status::Refused, path: Some(path.to_owned()), failure: Some(failure.clone()) };
        Err(failure)
    }

    /// Hands a request to the core.
    pub fn call(&mut self, _op: &str, _args: Value) -> Result<Value, Failure> {
        Err(Failure::new(Code::UnknownOperation))
    }

    /// Closes the file.
    pub fn close(&mut self) {
        self.state = ShopState::default();
    }
}
