//! Requests to the open shop.

use crate::log::Log;
use crate::shop_thread::ShopThread;
use serde_json::Value;
use shuke_core::error::Failure;
use tauri::State;

/// Runs one operation of the core's list.
#[tauri::command]
pub async fn call(shop: State<'_, ShopThread>, log: State<'_, Log>, op: String, args: Value) -> Result<Value, Failure> {
    let name = op.clone();
    let answer = shop.run(move |session| session.call(&op, args)).await;
    if let Err(failure) = &answer {
        log.line(&format!("call op={name:.40} code={}", failure.code.as_str()));
    }
    answer
}
