//! The thread that owns the open shop. Requests queue up here, so the window never waits for the disk and the file has one user.

use crate::session::{Beside, Reply, Session, SharedBeside};
use serde_json::Value;
use shuke_core::error::{Code, Failure};
use shuke_core::wire::customers::Search;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

type Job = Box<dyn FnOnce(&mut Session) + Send>;

/// How long nothing is asked after an answer before the search box's memory is filled further: the screen that asked comes first.
const QUIET: Duration = Duration::from_millis(100);

/// How often the thread looks whether a copy is due.
const MINUTE: Duration = Duration::from_secs(60);

/// How long a search waits for the style numbers that only the book knows before it answers with whom it found.
const PATIENCE: Duration = Duration::from_millis(200);

/// How often the open shop is asked whether it has to lock itself.
const TICK: Duration = Duration::from_secs(5);

/// The way to the thread; one for the whole program.
pub struct ShopThread {
    jobs: mpsc::Sender<Job>,
    beside: SharedBeside,
}

impl ShopThread {
    /// Starts the thread; at the first request it opens `shop`, if one is given.
    pub fn start(shop: Option<PathBuf>) -> ShopThread {
        let (jobs, queue) = mpsc::channel::<Job>();
        let beside = SharedBeside::default();
        let shared = SharedBeside::clone(&beside);
        let started = thread::Builder::new().name("shop".to_owned()).spawn(move || {
            let Ok(first) = queue.recv() else { return };
            let mut session = Session::begin(shop, shared);
            first(&mut session);
            work(&mut session, &queue);
        });
        // Without a thread the queue's other end is gone, so that every request is answered with `internal`.
        drop(started);
        ShopThread { jobs, beside }
    }

    /// Opens the shop, unless that was done; nobody waits for it.
    pub fn open(&self) {
        // An error means the thread is gone; whoever asks for something is told.
        let _later = self.jobs.send(Box::new(|_| {}));
    }

    /// Makes ready what the first screen will ask for; nobody waits for it.
    pub fn look_ahead(&self) {
        let _later = self.jobs.send(Box::new(Session::prepare_tasks));
    }

    /// Runs one operation of the core's list on the thread. A search is answered beside the queue: typing never waits for a report.
    ///
    /// # Errors
    /// What the operation says, or `internal` when the thread is gone.
    pub async fn call(&self, op: String, args: Value) -> Result<Reply, Failure> {
        let request = if op == "search" { serde_json::from_value::<Search>(args.clone()).ok() } else { None };
        let finder = self.beside().map(|beside| beside.finder).filter(|finder| finder.is_ready());
        let (Some(request), Some(finder)) = (request, finder) else {
            return self.run(move |session| session.call(&op, args)).await;
        };
        let (answer, all) = finder.answer(&request)?;
        let quick = || Ok(Reply { answer, tables: BTreeSet::new(), operation: None });
        if all {
            return quick();
        }
        let (answer, answered) = mpsc::channel();
        let job: Job = Box::new(move |session| {
            // Nobody waits any more when patience ran out.
            let _delivered = answer.send(session.call(&op, args));
        });
        self.jobs.send(job).map_err(|_| Failure::new(Code::Internal))?;
        match tauri::async_runtime::spawn_blocking(move || answered.recv_timeout(PATIENCE)).await {
            Ok(Ok(answer)) => answer,
            _ => quick(),
        }
    }

    /// Runs `work` on the thread after everything asked before it, and waits without blocking the window.
    ///
    /// # Errors
    /// What `work` says, or `internal` when the thread is gone.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let (answer, mut answered) = tauri::async_runtime::channel(1);
        let job: Job = Box::new(move |session| {
            // Nobody waits any more when the page was closed meanwhile; the work itself is done all the same.
            let _delivered = answer.try_send(work(session));
        });
        let gone = || Failure::new(Code::Internal);
        self.jobs.send(job).map_err(|_| gone())?;
        answered.recv().await.ok_or_else(gone)?
    }

    /// Done and total of the long work in hand or just ended; asked beside the queue. Nothing while no shop is open.
    pub fn progress(&self) -> Option<(u64, u64)> {
        self.beside().map(|beside| beside.progress.state())
    }

    /// Asks the long work in hand to stop at its next step; it then answers `cancelled` and has changed nothing.
    pub fn cancel(&self) {
        if let Some(beside) = self.beside() {
            beside.progress.cancel();
        }
    }

    /// Lets the work in hand and all that was asked before finish, and closes the file. Blocks until then.
    pub fn finish(&self) {
        let (closed, wait) = mpsc::channel();
        let last: Job = Box::new(move |session| {
            session.close();
            let _told = closed.send(());
        });
        if self.jobs.send(last).is_ok() {
            // An error means the thread is gone, and with it the open file.
            let _closed = wait.recv();
        }
    }

    fn beside(&self) -> Option<Beside> {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn work(session: &mut Session, queue: &Receiver<Job>) {
    let mut may_prepare = true;
    let mut quiet = QUIET;
    let mut ticked = Instant::now();
    let mut looked = Instant::now();
    loop {
        let to_prepare = may_prepare && session.is_unprepared();
        match queue.recv_timeout(if to_prepare { quiet } else { TICK.saturating_sub(ticked.elapsed()) }) {
            Ok(job) => {
                job(session);
                quiet = QUIET;
            }
            Err(RecvTimeoutError::Timeout) if to_prepare => {
                may_prepare = session.prepare();
                quiet = Duration::ZERO;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if ticked.elapsed() >= TICK {
            session.watch();
            ticked = Instant::now();
        }
        if looked.elapsed() >= MINUTE {
            session.tick();
            looked = Instant::now();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_last_shop_is_open_before_the_first_request_is_answered_and_its_search_is_made_ready() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("店.shuke");
        let new = json!({ "name": "云裳", "trade": "clothing", "language": "zh-CN", "demo": true });
        let mut session = Session::begin(None, SharedBeside::default());
        session.create(&file, new, None).unwrap();
        session.close();

        let shop = ShopThread::start(Some(file));
        let asked = tauri::async_runtime::block_on(shop.run(|session| Ok(session.state()))).unwrap();
        assert_eq!(asked.info.unwrap()["settings"]["shop_name"], "云裳");
        shop.look_ahead();
        let finder = shop.beside().unwrap().finder;
        while !finder.is_ready() {
            thread::sleep(Duration::from_millis(5));
        }
        let found = tauri::async_runtime::block_on(shop.call("search".to_owned(), json!({ "query": "单", "limit": 5 }))).unwrap();
        assert_ne!(found.answer["hits"], json!([]));
        shop.finish();
    }

    #[test]
    fn search_answers_while_the_book_is_busy() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("店.shuke");
        let shop = ShopThread::start(None);
        let call = |op: &str, args: Value| tauri::async_runtime::block_on(shop.call(op.to_owned(), args)).unwrap().answer;
        let new = json!({ "name": "云裳", "trade": "clothing", "language": "zh-CN", "demo": true });
        tauri::async_runtime::block_on(shop.run(move |session| session.create(&file, new, None))).unwrap();
        let all = call("search", json!({ "query": "", "limit": 50 }));
        let somebody = all["hits"][0].clone();
        let sales = call("list_visits", json!({ "customer": somebody["id"], "kind": "purchase", "limit": 1 }));
        let style = call("visit_page", json!({ "visit": sales["rows"][0]["id"] }))["lines"][0]["style_no"].clone();
        assert_ne!(call("search", json!({ "query": style, "limit": 5 }))["hits"], json!([]));

        // Something long is in hand, and ends only after the searches were answered.
        let (begun, begins) = mpsc::channel();
        let (go_on, waits) = mpsc::channel::<()>();
        let job: Job = Box::new(move |_| {
            begun.send(()).unwrap();
            waits.recv().unwrap();
        });
        shop.jobs.send(job).unwrap();
        begins.recv().unwrap();
        assert_eq!(call("search", json!({ "query": "", "limit": 50 })), all);
        let found = call("search", json!({ "query": somebody["name"], "limit": 5 }));
        assert_eq!((&found["hits"][0]["id"], &found["hits"][0]["level"]), (&somebody["id"], &somebody["level"]));
        // One that may be a style number gets those who are known without the book.
        assert_eq!(call("search", json!({ "query": style, "limit": 5 }))["hits"], json!([]));
        go_on.send(()).unwrap();
        shop.finish();
    }
}
