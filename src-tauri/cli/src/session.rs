//! Opening the shop that a command is about.

use crate::args::Args;
use crate::exit::Stop;
use crate::output::Speaker;
use crate::unlock;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shuke_core::clock::SystemClock;
use shuke_core::error::{Code, Error, Failure};
use shuke_core::ids::StaffId;
use shuke_core::ops;
use shuke_core::shop::Shop;
use shuke_core::wire::shop::ShopInfo;
use shuke_core::wire::staff::Role;
use std::path::Path;
use std::time::Duration;

/// Opens the book, in its language and as the person of `--as` (`owner`, or a name), with the password or PIN of `--pin-file` where there
/// is a lock.
pub fn open(path: &Path, args: &Args, speaker: &mut Speaker) -> Result<Shop, Stop> {
    let mut shop = Shop::open_with(path, &unlock::given(args)?, Box::new(SystemClock))?;
    let info: ShopInfo = call(&mut shop, "shop_info", json!({}))?;
    speaker.set_language(info.settings.language);
    if let Some(who) = args.text("as")? {
        let found = info.staff.iter().find(|s| if who == "owner" { s.role == Role::Owner && s.is_active } else { s.name == who });
        let staff = found.ok_or_else(|| Stop::usage("cli-usage-nobody").with("name", &who))?;
        sit_down(&mut shop, staff.id, secret(args)?, speaker)?;
    } else if args.text("pin-file")?.is_some() {
        return Err(Stop::usage("cli-usage-missing").with("what", "--as"));
    }
    Ok(shop)
}

/// The first line of the file of `--pin-file`: a secret on the command line would be seen by everybody on the computer.
fn secret(args: &Args) -> Result<Option<String>, Stop> {
    let Some(file) = args.text("pin-file")? else { return Ok(None) };
    let text = std::fs::read_to_string(file).map_err(|_| Stop::from(Failure::at(Code::FileMissing, "pin-file")))?;
    // An editor of another system may have put a mark in front.
    Ok(text.trim_start_matches('\u{feff}').lines().next().map(str::to_owned))
}

/// Takes the seat. After wrong tries the wait runs while the program runs, so it is waited out here.
fn sit_down(shop: &mut Shop, staff: StaffId, secret: Option<String>, speaker: &Speaker) -> Result<(), Stop> {
    let mut unlock = || ops::call(shop, "unlock", json!({"staff": staff, "secret": secret}));
    match unlock() {
        Err(failure) if failure.code == Code::SecretWait => {
            let seconds: u64 = failure.params.get("seconds").and_then(|text| text.parse().ok()).unwrap_or_default();
            speaker.note(speaker.text("cli-waiting", &[("seconds", &seconds.to_string())]));
            std::thread::sleep(Duration::from_secs(seconds));
            unlock()?;
        }
        // A secret that was not given is the same to a script as a wrong one: the owner is needed.
        Err(failure) if failure.code == Code::Required => return Err(Failure::new(Code::SecretNeeded).into()),
        other => {
            other?;
        }
    }
    Ok(())
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
