//! The system's file dialogs. The page gets a path as text, which it only hands back in a later request.

use crate::dialogs::{self, Ask, Kind};
use crate::recent::Recent;
use shuke_core::error::{Code, Failure};
use tauri::{State, WebviewWindow};

/// Lets the user choose a folder; nothing when she cancels.
#[tauri::command]
pub async fn choose_folder(window: WebviewWindow, recent: State<'_, Recent>, ask: Ask) -> Result<Option<String>, Failure> {
    dialogs::choose(&window, &recent, Kind::Folder, ask).await
}

/// Lets the user choose an existing file; nothing when she cancels.
#[tauri::command]
pub async fn choose_file(window: WebviewWindow, recent: State<'_, Recent>, ask: Ask) -> Result<Option<String>, Failure> {
    dialogs::choose(&window, &recent, Kind::File, ask).await
}

/// Lets the user choose several existing files; none when she cancels.
#[tauri::command]
pub async fn choose_files(window: WebviewWindow, recent: State<'_, Recent>, ask: Ask) -> Result<Vec<String>, Failure> {
    dialogs::choose_files(&window, &recent, ask).await
}

/// Lets the user choose where a new file goes; nothing when she cancels.
#[tauri::command]
pub async fn choose_save(window: WebviewWindow, recent: State<'_, Recent>, ask: Ask) -> Result<Option<String>, Failure> {
    dialogs::choose(&window, &recent, Kind::Save, ask).await
}

/// The folder a dialog of this purpose ended in last time, if it still exists.
#[tauri::command]
pub async fn last_folder(recent: State<'_, Recent>, purpose: String) -> Result<Option<String>, Failure> {
    let folder = recent.folder(&purpose).filter(|folder| folder.is_dir());
    Ok(folder.and_then(|folder| folder.to_str().map(str::to_owned)))
}

/// Opens the folder a dialog of this purpose ended in last time in the system's file manager. The page names the purpose, never a path.
///
/// # Errors
/// `folder_missing` when it is gone or nothing can show it.
#[tauri::command]
pub async fn show_folder(recent: State<'_, Recent>, purpose: String) -> Result<(), Failure> {
    let gone = || Failure::new(Code::FolderMissing);
    let folder = recent.folder(&purpose).filter(|folder| folder.is_dir()).ok_or_else(gone)?;
    dialogs::show_folder(&folder).map_err(|_| gone())
}
