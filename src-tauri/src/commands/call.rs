//! Requests to the open shop.

use crate::log::Log;
use crate::session::Reply;
use crate::shop_thread::ShopThread;
use serde::Serialize;
use serde_json::Value;
use shuke_core::error::Failure;
use tauri::State;

/// Runs one operation of the core's list.
#[tauri::command]
pub async fn call(shop: State<'_, ShopThread>, log: State<'_, Log>, op: String, args: Value) -> Result<Reply, Failure> {
    let name = op.clone();
    let answer = shop.call(op, args).await;
    if let Err(failure) = &answer {
        log.line(&format!("call op={name:.40} code={}", failure.code.as_str()));
    }
    answer
}

/// How far long work has come.
#[derive(Debug, Serialize)]
pub struct Reached {
    done: u64,
    /// 0 when it is not known.
    total: u64,
}

/// How far the long work in hand has come. Answered at once, however long the queue is.
#[tauri::command]
pub async fn progress(shop: State<'_, ShopThread>) -> Result<Option<Reached>, Failure> {
    Ok(shop.progress().map(|(done, total)| Reached { done, total }))
}

/// Asks the long work in hand to stop; its own request then answers `cancelled`, and nothing was changed.
#[tauri::command]
pub async fn cancel(shop: State<'_, ShopThread>) -> Result<(), Failure> {
    shop.cancel();
    Ok(())
}
