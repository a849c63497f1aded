//! Opening the shop that a command is about.

use crate::args::Args;
use crate::exit::Stop;
use crate::output::Speaker;
use crate::unlock;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shuke_core::clock::SystemClock;
use shuke_core::error::{Code, Error, Failure};
use shuke_core::ops;
use shuke_core::shop::Shop;
use shuke_core::wire::shop::ShopInfo;
use shuke_core::wire::staff::Role;
use std::path::Path;

/// Opens the book, in its language and as the person of `--as` (`owner`, or a name).
pub fn open(path: &Path, args: &Args, speaker: &mut Speaker) -> Result<Shop, Stop> {
    let mut shop = Shop::open_with(path, &unlock::given(args)?, Box::new(SystemClock))?;
    let info: ShopInfo = call(&mut shop, "shop_info", json!({}))?;
    speaker.set_language(info.settings.language);
    if let Some(who) = args.text("as")? {
        let found = info.staff.iter().find(|s| if who == "owner" { s.role == Role::Owner && s.is_active } else { s.name == who });
        let staff = found.ok_or_else(|| Stop::usage("cli-usage-nobody").with("name", &who))?;
        call::<Value>(&mut shop, "set_actor", json!({"staff": staff.id}))?;
    }
    Ok(shop)
}

/// Runs an operation of the one list and reads its answer.
pub fn call<T: DeserializeOwned>(shop: &mut Shop, op: &str, args: Value) -> Result<T, Stop> {
    let answer = ops::call(shop, op, args)?;
    serde_json::from_value(answer).map_err(|error| Stop::from(Error::from(error)))
}

/// A path as the wire takes it.
pub fn wire_path(path: &str) -> Result<String, Stop> {
    let full = std::path::absolute(path).map_err(|_| Stop::from(Failure::new(Code::FolderMissing)))?;
    Ok(full.to_string_lossy().into_owned())
}
