//! Which shop is open, seen from the thread that owns it.

use crate::clock::clock;
use serde::Serialize;
use serde_json::Value;
use shuke_core::backup;
use shuke_core::clock::{Day, Millis};
use shuke_core::customers::Finder;
use shuke_core::encryption::Unlock;
use shuke_core::error::{Code, Failure};
use shuke_core::ids::OperationId;
use shuke_core::ops;
use shuke_core::progress::Progress;
use shuke_core::shop::Shop;
use shuke_core::wire::backup::RescueOffer;
use shuke_core::wire::secret::Secret;
use shuke_core::wire::shop::NewShop;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What those outside the thread may ask of the open shop at once; empty while no shop is open.
pub type SharedBeside = Arc<Mutex<Option<Beside>>>;

/// The parts of an open shop that need not wait for the work in hand.
#[derive(Clone)]
pub struct Beside {
    /// How far long work has come.
    pub progress: Arc<Progress>,
    /// The search box's memory.
    pub finder: Finder,
}

/// Which file the window has open. What is inside it is asked with the core's operations; the first of them is answered along with it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ShopState {
    /// Whether there is a shop.
    pub status: Status,
    /// Where the file lies; without a shop, where a new one would be put.
    pub path: Option<String>,
    /// Why it could not be opened.
    pub failure: Option<Failure>,
    /// What `shop_info` says; absent if that has to be asked, and where no shop is open.
    pub info: Option<Value>,
}

/// Whether there is a shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No file was chosen yet: the first run.
    #[default]
    None,
    /// The file is open.
    Open,
    /// A file was chosen but could not be opened; it was not touched.
    Refused,
    /// The file is encrypted: its passphrase or recovery sheet is needed.
    Locked,
}

/// The answer to a request, and what it changed: the page reads those tables anew and can offer to take it back.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Reply {
    /// The operation's own answer.
    pub answer: Value,
    /// Fact tables with changed rows; empty after a mere question.
    pub tables: BTreeSet<String>,
    /// The entry of the history, if anything was changed.
    pub operation: Option<OperationId>,
}

/// The open shop, or why there is none.
pub struct Session {
    shop: Option<Shop>,
    /// The day the conclusions of the open shop were last brought to.
    day: Option<Day>,
    /// When it was opened.
    opened: Millis,
    /// The file that was refused, and why.
    refused: Option<(PathBuf, Failure)>,
    beside: SharedBeside,
}

impl Session {
    /// Opens the file, if one is given.
    pub fn begin(file: Option<PathBuf>, beside: SharedBeside) -> Session {
        let mut session = Session { shop: None, day: None, opened: 0, refused: None, beside };
        if let Some(file) = file
            && let Err(failure) = session.unlock(&file, &Unlock::Nothing)
        {
            session.refused = Some((file, failure));
        }
        session
    }

    /// The present state.
    pub fn state(&mut self) -> ShopState {
        let open = self.shop.as_ref().map(|shop| shop.path().display().to_string());
        if open.is_some() {
            // Whoever asks for it by itself is told why it cannot be had.
            let info = self.call("shop_info", Value::Null).ok().map(|reply| reply.answer);
            return ShopState { status: Status::Open, path: open, failure: None, info };
        }
        match self.refused.clone() {
            Some((path, failure)) => refusal(&path, failure),
            None => ShopState::default(),
        }
    }

    /// Makes a new file, encrypted if there is a passphrase, and opens it in place of the present one, which stays open if this fails.
    ///
    /// # Errors
    /// `bad_arguments` unless `args` is a [`NewShop`]; `file_exists`, since nothing is ever written over; `passphrase_weak`.
    pub fn create(&mut self, file: &Path, args: Value, passphrase: Option<&Secret>) -> Result<ShopState, Failure> {
        let new: NewShop = serde_json::from_value(args).map_err(|_| Failure::new(Code::BadArguments))?;
        let shop = match passphrase {
            Some(passphrase) => Shop::create_encrypted(file, new, passphrase.as_str(), clock()),
            None => Shop::create(file, new, clock()),
        };
        Ok(self.take(shop.map_err(Failure::from)?))
    }

    /// Opens another file in place of the present one, which stays open if this fails, and while an encrypted one waits for its passphrase.
    ///
    /// # Errors
    /// The core's reasons for refusing a file.
    pub fn open(&mut self, file: &Path) -> Result<ShopState, Failure> {
        if self.shop.as_ref().is_some_and(|shop| shop.path() == file) {
            return Ok(self.state());
        }
        match self.unlock(file, &Unlock::Nothing) {
            Err(failure) if failure.code == Code::PassphraseNeeded => Ok(refusal(file, failure)),
            other => other,
        }
    }

    /// Opens an encrypted file with what was typed.
    ///
    /// # Errors
    /// `passphrase_wrong`, `sheet_wrong`, `sheet_other`, and the core's other reasons for refusing a file.
    pub fn unlock(&mut self, file: &Path, unlock: &Unlock) -> Result<ShopState, Failure> {
        let shop = Shop::open_with(file, unlock, clock()).map_err(Failure::from)?;
        Ok(self.take(shop))
    }

    /// Hands a request to the core.
    ///
    /// # Errors
    /// What the operation says; `file_missing` while no shop is open.
    pub fn call(&mut self, op: &str, args: Value) -> Result<Reply, Failure> {
        let shop = self.shop.as_mut().ok_or_else(|| Failure::new(Code::FileMissing))?;
        let today = shop.now().day();
        if self.day != Some(today) {
            // A clock that jumped is asked about first; the answer to that turns the day.
            if backup::in_doubt(shop).is_ok_and(|doubt| doubt.is_none()) {
                shop.turn_the_day().map_err(Failure::from)?;
            }
            self.day = Some(today);
        }
        let answer = ops::call(shop, op, args)?;
        let changes = shop.take_changes();
        Ok(Reply { answer, tables: changes.tables, operation: changes.operation })
    }

    /// Lets the shop lock itself when nobody is there any more, and save what it keeps in mind.
    pub fn watch(&mut self) {
        if let Some(shop) = self.shop.as_mut() {
            // What could not be saved stays in mind for the next tick.
            let _later = shop.tick();
        }
    }

    /// Makes today's tasks ready, which the first screen asks for.
    pub fn prepare_tasks(&mut self) {
        if let Some(shop) = self.shop.as_mut() {
            // Whoever asks for them is told why there are none.
            let _later = shop.prepare_tasks();
        }
    }

    /// Whether the search box's memory is still to be filled.
    pub fn is_unprepared(&self) -> bool {
        self.shop.as_ref().is_some_and(|shop| !shop.finder().is_ready())
    }

    /// Fills some more of the search box's memory. False if that failed; the first search tries again and says why.
    pub fn prepare(&mut self) -> bool {
        self.shop.as_mut().is_none_or(|shop| shop.prepare_index().is_ok())
    }

    /// Time went by: makes the program's own copy when one is due. Why there is none is noted in the book, for the screen.
    pub fn tick(&mut self) {
        let opened = self.opened;
        if let Some(shop) = &mut self.shop {
            let _noted = backup::tick(shop, opened);
        }
    }

    /// The newest good copy of the file that was refused, if there is any; `also` is one more folder to look in.
    ///
    /// # Errors
    /// The reason for which it was refused, when that is none for which a copy should take its place.
    pub fn rescue_offer(&self, also: Option<PathBuf>, passphrase: Option<Secret>) -> Result<Option<RescueOffer>, Failure> {
        let Some((path, failure)) = &self.refused else { return Ok(None) };
        let also: Vec<PathBuf> = also.into_iter().collect();
        backup::newest_good(path, failure.code, &also, &unlock(passphrase)).map_err(Failure::from)
    }

    /// Works on from a copy in place of the file that was refused, which is kept.
    ///
    /// # Errors
    /// `file_missing` while no file is refused, and what the core says.
    pub fn rescue(&mut self, copy: &Path, passphrase: Option<Secret>) -> Result<(ShopState, PathBuf), Failure> {
        let (path, _) = self.refused.clone().ok_or_else(|| Failure::new(Code::FileMissing))?;
        let shop = backup::work_again(&path, copy, &unlock(passphrase), &clock).map_err(Failure::from)?;
        Ok((self.take(shop), path))
    }

    /// Closes the file, after its copy for today.
    pub fn close(&mut self) {
        self.share(None);
        self.leave();
        self.refused = None;
    }

    fn leave(&mut self) {
        if let Some(mut shop) = self.shop.take() {
            let _noted = backup::closing(&mut shop);
        }
    }

    fn take(&mut self, shop: Shop) -> ShopState {
        self.leave();
        self.opened = shop.now().millis();
        self.share(Some(Beside { progress: shop.progress(), finder: shop.finder() }));
        self.shop = Some(shop);
        self.day = None;
        self.refused = None;
        self.state()
    }

    fn share(&self, beside: Option<Beside>) {
        *self.beside.lock().unwrap_or_else(PoisonError::into_inner) = beside;
    }
}

fn unlock(passphrase: Option<Secret>) -> Unlock {
    passphrase.map_or(Unlock::Nothing, |text| Unlock::Passphrase(text.as_str().to_owned().into()))
}

fn refusal(path: &Path, failure: Failure) -> ShopState {
    let status = if failure.code == Code::PassphraseNeeded { Status::Locked } else { Status::Refused };
    ShopState { status, path: Some(path.display().to_string()), failure: Some(failure), info: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn new_shop() -> Value {
        json!({ "name": "云裳", "trade": "clothing", "language": "zh-CN", "demo": false })
    }

    #[test]
    fn makes_a_shop_works_in_it_and_finds_it_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("店.shuke");
        let mut session = Session::begin(None, SharedBeside::default());
        assert_eq!(session.state().status, Status::None);
        assert_eq!(session.call("shop_info", Value::Null).unwrap_err().code, Code::FileMissing);

        assert_eq!(session.create(&file, new_shop(), None).unwrap().status, Status::Open);
        let asked = session.call("shop_info", Value::Null).unwrap();
        assert_eq!(asked.answer["settings"]["shop_name"], "云裳");
        assert_eq!(session.state().info, Some(asked.answer.clone()), "whoever asks whether it is open is told what it is");
        assert!(asked.tables.is_empty() && asked.operation.is_none());

        let mut settings = asked.answer["settings"].clone();
        settings["shop_name"] = json!("云裳二店");
        let changed = session.call("update_settings", settings).unwrap();
        assert!(changed.tables.contains("setting") && changed.operation.is_some());
        session.close();

        let mut again = Session::begin(Some(file), SharedBeside::default());
        assert_eq!(again.call("shop_info", Value::Null).unwrap().answer["settings"]["shop_name"], "云裳二店");
    }

    #[test]
    fn a_refused_file_leaves_the_open_shop_open() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("店.shuke");
        let foreign = folder.path().join("其他.shuke");
        std::fs::write(&foreign, "").unwrap();
        let mut session = Session::begin(None, SharedBeside::default());
        session.create(&file, new_shop(), None).unwrap();

        assert_eq!(session.open(&foreign).unwrap_err().code, Code::FileEmpty);
        assert_eq!(session.create(&file, new_shop(), None).unwrap_err().code, Code::FileExists);
        assert_eq!(session.state().path.as_deref(), file.to_str());
        assert_eq!(session.open(&file).unwrap().status, Status::Open);
    }

    #[test]
    fn a_damaged_file_leads_back_to_work_from_its_copy() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("店.shuke");
        let mut session = Session::begin(None, SharedBeside::default());
        session.create(&file, new_shop(), None).unwrap();
        let mut settings = session.call("shop_info", Value::Null).unwrap().answer["settings"].clone();
        settings["shop_name"] = json!("云裳二店");
        session.call("update_settings", settings).unwrap();
        session.close();
        assert_eq!(session.rescue_offer(None, None).unwrap(), None, "nothing is refused");
        std::fs::write(&file, vec![0xff; 5000]).unwrap();

        let mut again = Session::begin(Some(file.clone()), SharedBeside::default());
        assert_eq!(again.state().status, Status::Refused);
        let offer = again.rescue_offer(None, None).unwrap().unwrap();
        assert_eq!(offer.shop_name, "云裳二店");
        let (state, path) = again.rescue(Path::new(&offer.path), None).unwrap();
        assert_eq!((state.status, path), (Status::Open, file));
        assert_eq!(again.call("shop_info", Value::Null).unwrap().answer["settings"]["shop_name"], "云裳二店");
    }

    /// A file whose journal could not be settled is moved aside together with it. A power cut after the one move or the other leaves no file
    /// at all, and once the journal without it.
    #[test]
    fn a_power_cut_while_a_copy_was_put_in_place_leads_back_to_that_copy_at_the_next_start() {
        for moves in [1, 2] {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("店.shuke");
            let mut session = Session::begin(None, SharedBeside::default());
            session.create(&file, new_shop(), None).unwrap();
            let mut settings = session.call("shop_info", Value::Null).unwrap().answer["settings"].clone();
            settings["shop_name"] = json!("云裳二店");
            session.call("update_settings", settings).unwrap();
            session.close();
            crate::recent::Recent::in_folder(folder.path()).set_shop(Some(&file));
            let copies = shuke_core::backup::folder_of(&file);
            let aside = copies.join("店-20261121-110000-damaged.shuke");
            let damaged = std::fs::read(&file).unwrap();
            std::fs::rename(&file, &aside).unwrap();
            let journal = if moves == 1 { file.with_extension("shuke-journal") } else { aside.with_extension("shuke-journal") };
            std::fs::write(&journal, vec![7; 600]).unwrap();

            // The next start asks for the file it had last, as ever, and does not take its absence for a first run.
            let last = crate::recent::Recent::in_folder(folder.path()).shop();
            assert_eq!(last.as_deref(), Some(file.as_path()));
            let mut again = Session::begin(last, SharedBeside::default());
            let state = again.state();
            assert_eq!((state.status, state.failure.map(|failure| failure.code)), (Status::Refused, Some(Code::FileMissing)));
            assert!(!file.exists(), "no new empty file took the place");
            let offer = again.rescue_offer(None, None).unwrap().unwrap();
            assert_eq!(offer.shop_name, "云裳二店");
            assert_eq!(again.rescue(Path::new(&offer.path), None).unwrap().0.status, Status::Open);
            assert_eq!(again.call("shop_info", Value::Null).unwrap().answer["settings"]["shop_name"], "云裳二店");
            // Both parts of the damaged book are kept, and neither came over the copy.
            assert_eq!(std::fs::read(&aside).unwrap(), damaged, "{moves}");
            let parts = std::fs::read_dir(&copies).unwrap().map(|entry| entry.unwrap().path());
            let kept = parts.filter(|path| path.extension().is_some_and(|ending| ending == "shuke-journal")).count();
            assert_eq!(kept, 1, "{moves}");
            again.close();
            let mut session = Session::begin(Some(file), SharedBeside::default());
            assert_eq!(session.state().status, Status::Open);
        }
    }

    #[test]
    fn an_encrypted_shop_waits_for_its_passphrase() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("店.shuke");
        let secret = |text: &str| Secret::from(text.to_owned());
        let passphrase = secret("春天的连衣裙最好看");
        Session::begin(None, SharedBeside::default()).create(&file, new_shop(), Some(&passphrase)).unwrap();

        // At the start, and when it is opened beside an open shop, which stays open meanwhile.
        let mut session = Session::begin(Some(file.clone()), SharedBeside::default());
        let state = session.state();
        assert_eq!((state.status, state.path.as_deref(), &state.info), (Status::Locked, file.to_str(), &None));
        assert_eq!(state.failure.unwrap().code, Code::PassphraseNeeded);
        let other = folder.path().join("另一家.shuke");
        session.create(&other, new_shop(), None).unwrap();
        assert_eq!(session.open(&file).unwrap().status, Status::Locked);
        assert_eq!(session.state().path.as_deref(), other.to_str());

        let wrong = Unlock::of(Some(&secret("夏天的连衣裙最好看")), None);
        assert_eq!(session.unlock(&file, &wrong).unwrap_err().code, Code::PassphraseWrong);
        assert_eq!(session.unlock(&file, &Unlock::of(None, Some(&secret("0000")))).unwrap_err().code, Code::SheetWrong);
        assert_eq!(session.unlock(&file, &Unlock::of(Some(&passphrase), None)).unwrap().status, Status::Open);
        assert_eq!(session.state().path.as_deref(), file.to_str());
    }

    #[test]
    fn says_why_the_last_file_could_not_be_opened() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("没有.shuke");
        let state = Session::begin(Some(file.clone()), SharedBeside::default()).state();
        assert_eq!(state.status, Status::Refused);
        assert_eq!(state.failure.unwrap().code, Code::FileMissing);
        assert_eq!(state.path.as_deref(), file.to_str());
    }
}
