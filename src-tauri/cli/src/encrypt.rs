//! `shuke encrypt`, `shuke decrypt` and `shuke sheet`: the key of the whole file.

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::{session, unlock};
use serde_json::json;
use shuke_core::wire::encryption::{EncryptionChanged, RecoverySheet};

/// `shuke encrypt SHOP --new-passphrase-file FILE [--passphrase-file FILE] [--json]`
///
/// A script has no hand to type the sheet back with; whoever runs this sees to it that the sheet is kept.
pub fn encrypt(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    args.needed("new-passphrase-file")?;
    let (new, current) = (unlock::secret(&args, "new-passphrase-file")?, unlock::secret(&args, "passphrase-file")?);
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let begin = json!({"passphrase": new.as_deref(), "current": current.as_deref()});
    let sheet: RecoverySheet = session::call(&mut shop, "begin_encryption", begin)?;
    let changed: EncryptionChanged = session::call(&mut shop, "finish_encryption", json!({"sheet": sheet.groups.concat()}))?;
    if args.flag("json") {
        return speaker.json(&json!({"sheet": sheet, "changed": changed}));
    }
    let file = shop.path().display().to_string();
    speaker.line(speaker.text("cli-encrypt-done", &[("file", &file), ("copy", &changed.copy)]))?;
    print(&sheet, speaker)?;
    if !changed.plain.is_empty() {
        speaker.line(speaker.text("cli-encrypt-plain", &[]))?;
    }
    for copy in &changed.plain {
        speaker.line(format!("    {}", std::path::Path::new(&copy.folder).join(&copy.file_name).display()))?;
    }
    Ok(())
}

/// `shuke decrypt SHOP --passphrase-file FILE [--json]`
pub fn decrypt(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    args.needed("passphrase-file")?;
    let passphrase = unlock::secret(&args, "passphrase-file")?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let changed: EncryptionChanged = session::call(&mut shop, "decrypt_book", json!({"passphrase": passphrase.as_deref()}))?;
    if args.flag("json") {
        return speaker.json(&changed);
    }
    let file = shop.path().display().to_string();
    speaker.line(speaker.text("cli-decrypt-done", &[("file", &file), ("copy", &changed.copy)]))
}

/// `shuke sheet SHOP --passphrase-file FILE [--json]`
pub fn sheet(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    args.needed("passphrase-file")?;
    let passphrase = unlock::secret(&args, "passphrase-file")?;
    let mut shop = session::open(&args::path(path), &args, speaker)?;
    let sheet: RecoverySheet = session::call(&mut shop, "recovery_sheet", json!({"passphrase": passphrase.as_deref()}))?;
    if args.flag("json") { speaker.json(&sheet) } else { print(&sheet, speaker) }
}

fn print(sheet: &RecoverySheet, speaker: &Speaker) -> Result<(), Stop> {
    speaker.line(speaker.text("cli-encrypt-sheet", &[("number", &sheet.sheet_no)]))?;
    sheet.groups.chunks(7).try_for_each(|row| speaker.line(format!("    {}", row.join("-"))))
}
