//! Which shop file is open.

use crate::environment::Environment;
use crate::log::Log;
use crate::recent::Recent;
use crate::session::{Session, ShopState, Status};
use crate::shop_thread::ShopThread;
use serde_json::Value;
use shuke_core::encryption::Unlock;
use shuke_core::error::Failure;
use shuke_core::wire::backup::RescueOffer;
use shuke_core::wire::secret::Secret;
use std::path::{Path, PathBuf};
use tauri::State;

/// Says whether a shop is open; at the start it waits until the last one has been tried.
#[tauri::command]
pub async fn shop_state(shop: State<'_, ShopThread>, environment: State<'_, Environment>) -> Result<ShopState, Failure> {
    let state = shop.run(|session| Ok(session.state())).await;
    // While the page draws its frame the thread is free.
    shop.look_ahead();
    state.map(|state| offer(state, &environment))
}

/// Makes a new shop file and opens it. An existing file is never written over.
#[tauri::command]
pub async fn shop_create(
    shop: State<'_, ShopThread>,
    recent: State<'_, Recent>,
    log: State<'_, Log>,
    path: String,
    args: Value,
    passphrase: Option<Secret>,
) -> Result<ShopState, Failure> {
    turn_to(&shop, path.into(), &recent, &log, "create", move |session, file| session.create(file, args, passphrase.as_ref())).await
}

/// Opens another shop file.
#[tauri::command]
pub async fn shop_open(
    shop: State<'_, ShopThread>,
    recent: State<'_, Recent>,
    log: State<'_, Log>,
    path: String,
) -> Result<ShopState, Failure> {
    turn_to(&shop, path.into(), &recent, &log, "open", move |session, file| session.open(file)).await
}

/// Opens an encrypted shop file with its passphrase, or with the letters of its recovery sheet.
#[tauri::command]
pub async fn shop_unlock(
    shop: State<'_, ShopThread>,
    recent: State<'_, Recent>,
    log: State<'_, Log>,
    path: String,
    passphrase: Option<Secret>,
    sheet: Option<Secret>,
) -> Result<ShopState, Failure> {
    turn_to(&shop, path.into(), &recent, &log, "unlock", move |session, file| {
        session.unlock(file, &Unlock::of(passphrase.as_ref(), sheet.as_ref()))
    })
    .await
}

/// The newest good copy of the file that could not be opened, looked for beside it and in the folder of the last copy made by hand.
#[tauri::command]
pub async fn shop_rescue_offer(
    shop: State<'_, ShopThread>,
    recent: State<'_, Recent>,
    passphrase: Option<Secret>,
) -> Result<Option<RescueOffer>, Failure> {
    let also = recent.folder("backup");
    shop.run(move |session| session.rescue_offer(also, passphrase)).await
}

/// Works on from a copy; the file that could not be opened is kept beside it.
#[tauri::command]
pub async fn shop_rescue(
    shop: State<'_, ShopThread>,
    recent: State<'_, Recent>,
    log: State<'_, Log>,
    path: String,
    passphrase: Option<Secret>,
) -> Result<ShopState, Failure> {
    let copy = PathBuf::from(path);
    let answer = shop.run(move |session| session.rescue(&copy, passphrase)).await;
    let file = answer.as_ref().map(|(_, file)| file.clone()).unwrap_or_default();
    settle(answer.map(|(state, _)| state), &file, &recent, &log, "rescue")
}

/// Closes the shop; the next start begins without one.
#[tauri::command]
pub async fn shop_close(
    shop: State<'_, ShopThread>,
    recent: State<'_, Recent>,
    environment: State<'_, Environment>,
) -> Result<ShopState, Failure> {
    let state = shop
        .run(|session| {
            session.close();
            Ok(session.state())
        })
        .await?;
    recent.set_shop(None);
    Ok(offer(state, &environment))
}

/// Without a shop, says where a new one would be put.
fn offer(state: ShopState, environment: &Environment) -> ShopState {
    if state.path.is_none() { ShopState { path: Some(environment.new_shop().display().to_string()), ..state } } else { state }
}

/// Turns to another file, and remembers it for the next start if it is open then.
async fn turn_to(
    shop: &ShopThread,
    file: PathBuf,
    recent: &Recent,
    log: &Log,
    what: &str,
    act: impl FnOnce(&mut Session, &Path) -> Result<ShopState, Failure> + Send + 'static,
) -> Result<ShopState, Failure> {
    let chosen = file.clone();
    let answer = shop.run(move |session| act(session, &chosen)).await;
    settle(answer, &file, recent, log, what)
}

fn settle(answer: Result<ShopState, Failure>, file: &Path, recent: &Recent, log: &Log, what: &str) -> Result<ShopState, Failure> {
    match &answer {
        Ok(state) if state.status == Status::Open => recent.set_shop(Some(file)),
        Ok(_) => {}
        Err(failure) => log.line(&format!("{what} code={}", failure.code.as_str())),
    }
    answer
}
