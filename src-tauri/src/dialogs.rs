//! The system's own file dialogs, opened from here because the page has no access to files.

use crate::recent::Recent;
use serde::Deserialize;
use shuke_core::error::{Code, Failure};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// What is to be chosen.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// An existing folder.
    Folder,
    /// An existing file.
    File,
    /// A new file.
    Save,
}

/// How the page describes a dialog; its words come from the catalogue, in the user's language.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Ask {
    /// What it is for, such as `export`: dialogs of one purpose start in the folder chosen last.
    purpose: String,
    /// The dialog's title.
    title: String,
    /// The name suggested for a new file.
    file_name: Option<String>,
    /// The words for the kind of file, such as 客户表.
    kind: Option<String>,
    /// The endings that are shown, such as `csv`; empty shows all files.
    extensions: Vec<String>,
}

/// Shows the dialog over the window and waits for the user, without blocking the window.
///
/// # Errors
/// `text_invalid` for a path that is no text, which the page could not hand back.
pub async fn choose(window: &WebviewWindow, recent: &Recent, kind: Kind, ask: Ask) -> Result<Option<String>, Failure> {
    let purpose = ask.purpose.clone();
    let chosen = match rehearsed() {
        Some(answer) => answer,
        None => show(window, recent.folder(&purpose), kind, ask).await?,
    };
    let Some(path) = chosen else { return Ok(None) };
    let text = path.to_str().ok_or_else(|| Failure::new(Code::TextInvalid))?.to_owned();
    let folder = if matches!(kind, Kind::Folder) { Some(path.as_path()) } else { path.parent() };
    if let Some(folder) = folder {
        recent.set_folder(&purpose, folder);
    }
    Ok(Some(text))
}

/// Shows a dialog in which several existing files may be chosen; none when the user cancels.
///
/// # Errors
/// As [`choose`].
pub async fn choose_files(window: &WebviewWindow, recent: &Recent, ask: Ask) -> Result<Vec<String>, Failure> {
    let purpose = ask.purpose.clone();
    let chosen = match rehearsed_files() {
        Some(answer) => answer,
        None => {
            let (answer, mut answered) = tauri::async_runtime::channel::<Option<Vec<FilePath>>>(1);
            described(window, recent.folder(&purpose).as_deref(), ask).pick_files(move |paths| {
                // Nobody waits any more when the window was closed meanwhile.
                let _told = answer.try_send(paths);
            });
            let gone = || Failure::new(Code::Internal);
            let paths = answered.recv().await.ok_or_else(gone)?.unwrap_or_default();
            paths.into_iter().map(|path| path.into_path().map_err(|_| gone())).collect::<Result<_, _>>()?
        }
    };
    if let Some(folder) = chosen.first().and_then(|path| path.parent()) {
        recent.set_folder(&purpose, folder);
    }
    let text = |path: PathBuf| path.into_os_string().into_string().map_err(|_| Failure::new(Code::TextInvalid));
    chosen.into_iter().map(text).collect()
}

/// Opens a folder in the system's file manager and does not wait for it.
///
/// # Errors
/// Those of starting it.
pub fn show_folder(folder: &Path) -> std::io::Result<()> {
    // Journeys look at the folder themselves.
    if rehearsed().is_some() {
        return Ok(());
    }
    let program = if cfg!(windows) {
        "explorer.exe"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let mut opened = Command::new(program).arg(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // Somebody has to take note that it ended.
    std::thread::spawn(move || opened.wait());
    Ok(())
}

async fn show(window: &WebviewWindow, start: Option<PathBuf>, kind: Kind, ask: Ask) -> Result<Option<PathBuf>, Failure> {
    let (answer, mut answered) = tauri::async_runtime::channel::<Option<FilePath>>(1);
    let tell = move |path: Option<FilePath>| {
        // Nobody waits any more when the window was closed meanwhile.
        let _told = answer.try_send(path);
    };
    let dialog = described(window, start.as_deref(), ask);
    match kind {
        Kind::Folder => dialog.pick_folder(tell),
        Kind::File => dialog.pick_file(tell),
        Kind::Save => dialog.save_file(tell),
    }
    let gone = || Failure::new(Code::Internal);
    match answered.recv().await.ok_or_else(gone)? {
        Some(path) => path.into_path().map(Some).map_err(|_| gone()),
        None => Ok(None),
    }
}

fn described(window: &WebviewWindow, start: Option<&Path>, ask: Ask) -> FileDialogBuilder<tauri::Wry> {
    let mut dialog = window.dialog().file().set_parent(window).set_title(ask.title);
    if let Some(folder) = start.filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = ask.file_name {
        dialog = dialog.set_file_name(name);
    }
    if !ask.extensions.is_empty() {
        let extensions: Vec<&str> = ask.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(ask.kind.unwrap_or_default(), &extensions);
    }
    dialog
}

/// The answer a journey prepared, since no test can click in the system's dialog; debug builds only.
///
/// `SHUKE_DIALOG_ANSWER` names a text file that holds the path to answer with, or several in a line each; an empty one is a
/// cancelled dialog.
#[cfg(debug_assertions)]
fn rehearsed_files() -> Option<Vec<PathBuf>> {
    let text = std::fs::read_to_string(std::env::var_os("SHUKE_DIALOG_ANSWER")?).ok()?;
    Some(text.lines().map(str::trim).filter(|path| !path.is_empty()).map(PathBuf::from).collect())
}

#[cfg(not(debug_assertions))]
fn rehearsed_files() -> Option<Vec<PathBuf>> {
    None
}

fn rehearsed() -> Option<Option<PathBuf>> {
    rehearsed_files().map(|files| files.into_iter().next())
}
