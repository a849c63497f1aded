//! The thread that owns the open shop. Requests queue up here, so the window never waits for the disk and the file has one user.

use crate::session::{Session, SharedProgress};
use shuke_core::error::{Code, Failure};
use std::path::PathBuf;
use std::sync::{PoisonError, mpsc};
use std::thread;

type Job = Box<dyn FnOnce(&mut Session) + Send>;

/// The way to the thread; one for the whole program.
#[derive(Debug)]
pub struct ShopThread {
    jobs: mpsc::Sender<Job>,
    progress: SharedProgress,
}

impl ShopThread {
    /// Starts the thread; its first work is to open `shop`, if one is given.
    pub fn start(shop: Option<PathBuf>) -> ShopThread {
        let (jobs, queue) = mpsc::channel::<Job>();
        let progress = SharedProgress::default();
        let shared = SharedProgress::clone(&progress);
        let started = thread::Builder::new().name("shop".to_owned()).spawn(move || {
            let mut session = Session::begin(shop, shared);
            for job in queue {
                job(&mut session);
            }
        });
        // Without a thread the queue's other end is gone, so that every request is answered with `internal`.
        drop(started);
        ShopThread { jobs, progress }
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
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|progress| progress.state())
    }

    /// Asks the long work in hand to stop at its next step; it then answers `cancelled` and has changed nothing.
    pub fn cancel(&self) {
        if let Some(progress) = self.progress.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            progress.cancel();
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
}
