//! Taking everything out.

use super::cell;
use super::manifest::{Manifest, NAME, Summing, Table, file_of};
use crate::audit::Note;
use crate::error::{Code, Failure, Result};
use crate::export::{Sheet, mark};
use crate::messages::Messages;
use crate::shop::Shop;
use crate::store::open::{private_file, sync_folder, with_suffix};
use crate::store::watch::FACTS;
use crate::store::{setting, whole};
use crate::wire::everything::{EverythingExported, ExportEverything, WholeTable};
use crate::wire::export::FileEncoding;
use crate::wire::settings::Settings;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How much of a table is put together before it is written.
const PIECE: usize = 1 << 18;
/// Rows after which it says how far it has come.
const STEP: u64 = 5_000;
/// Folders of one day.
const MOST: u32 = 1_000;

/// Writes every fact table into a new folder inside the one that was chosen. The folder appears under its name when it is complete, on the
/// disk, and the log knows of it; nothing that is there is ever replaced.
///
/// # Errors
/// `folder_missing` at `folder`, those of the disk, `cancelled`; nothing is left then.
pub fn export(shop: &mut Shop, request: ExportEverything) -> Result<EverythingExported> {
    shop.still_there()?;
    let parent = Path::new(&request.folder).canonicalize().ok().filter(|parent| parent.is_dir());
    let parent = parent.ok_or_else(|| Failure::at(Code::FolderMissing, "folder"))?;
    let settings: Settings = setting::get(shop.db()?, Settings::KEY)?;
    let words = Messages::of(settings.language);
    let target = free(&parent, &words.text("everything-folder", &[("day", &shop.now().day().to_string())]))?;
    let making = with_suffix(&target, ".making");
    // A crash may have left it behind; its name is ours alone.
    let _ = fs::remove_dir_all(&making);
    let made = make(shop, &settings, &words, &making).and_then(|manifest| {
        let rows = manifest.tables.iter().map(|table| table.rows).sum();
        shop.recorded(|_, _| Ok(((), vec![Note::exported("everything", rows, "csv")])))?;
        fs::rename(&making, &target)?;
        sync_folder(&target)?;
        Ok((manifest, rows))
    });
    if made.is_err() {
        let _ = fs::remove_dir_all(&making);
    }
    let (manifest, rows) = made?;
    Ok(EverythingExported {
        folder: target.to_string_lossy().into_owned(),
        rows,
        bytes: manifest.tables.iter().map(|table| table.bytes).sum(),
        tables: manifest.tables.into_iter().map(|Table { table, rows, .. }| WholeTable { table, rows }).collect(),
    })
}

/// The first of the names that nothing has.
fn free(parent: &Path, name: &str) -> Result<PathBuf> {
    let mut names = std::iter::once(name.to_owned()).chain((2..MOST).map(|n| format!("{name}-{n}")));
    let found = names.find_map(|name| Some(parent.join(name)).filter(|path| path.symlink_metadata().is_err()));
    found.ok_or_else(|| Failure::at(Code::FileExists, "folder").into())
}

fn make(shop: &Shop, settings: &Settings, words: &Messages, making: &Path) -> Result<Manifest> {
    private_folder(making)?;
    let (db, progress) = (shop.db()?, shop.progress());
    let counts = FACTS.iter().map(|table| Ok((*table, whole::count(db, table)?))).collect::<Result<Vec<_>>>()?;
    progress.start(counts.iter().map(|(_, rows)| rows).sum());
    let mut tables: Vec<Table> = Vec::new();
    let mut before = 0;
    for (table, _) in counts.into_iter().filter(|(_, rows)| *rows > 0) {
        let columns = whole::columns(db, table)?;
        let mut headings = Vec::new();
        for column in &columns {
            headings.push(column.name.clone());
            headings.extend(column.called.map(|called| format!("{}.{called}", column.name)));
        }
        let mut file = Summing::new(begin(&making.join(file_of(table)))?);
        file.write_all(mark(FileEncoding::Utf8))?;
        let mut sheet = Sheet::with_headings(&headings);
        whole::each(db, table, &columns, |cells| {
            for (column, value, name) in cells {
                cell::write(&mut sheet, column, value, settings.offset())?;
                match name {
                    None => {}
                    Some(rusqlite::types::ValueRef::Text(text)) => sheet.exact(&String::from_utf8_lossy(text)),
                    Some(_) => sheet.optional(None),
                }
            }
            sheet.end_row();
            if sheet.len() >= PIECE {
                file.write_all(&sheet.take(FileEncoding::Utf8))?;
            }
            if sheet.rows().is_multiple_of(STEP) { progress.reach(before + sheet.rows()) } else { Ok(()) }
        })?;
        file.write_all(&sheet.take(FileEncoding::Utf8))?;
        let (file, bytes, sha256) = file.done();
        file.sync_all()?;
        before += sheet.rows();
        progress.reach(before)?;
        tables.push(Table { table: table.to_owned(), rows: sheet.rows(), bytes, sha256 });
    }
    let manifest = Manifest::of(settings.shop_name.clone(), shop.now().day(), tables);
    write(&making.join(NAME), &serde_json::to_vec_pretty(&manifest)?)?;
    let note = words.text("everything-note", &[("shop", &manifest.shop), ("day", &manifest.day.to_string())]);
    write(&making.join("README.txt"), &[mark(FileEncoding::Utf8), note.replace('\n', "\r\n").as_bytes(), b"\r\n"].concat())?;
    sync_folder(&making.join("."))?;
    Ok(manifest)
}

/// Makes a folder into which only its owner may look.
fn private_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    Ok(builder.create(path)?)
}

fn begin(path: &Path) -> Result<File> {
    private_file(path)?;
    Ok(File::options().write(true).open(path)?)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = begin(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}
