//! Starts the window; everything else is in the library beside it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> Result<(), tauri::Error> {
    shuke_desktop::prepare();
    shuke_desktop::run()
}
