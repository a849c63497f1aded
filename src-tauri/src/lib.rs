//! The window: the only Rust that knows Tauri.
//!
//! It keeps the shop open on a thread of its own ([`shop_thread`]), hands the page's requests to it ([`commands`]),
//! shows the system's file dialogs ([`dialogs`]) and remembers which file was open last ([`recent`]).
//! It decides nothing about customers, visits or money: that is shuke-core's.

mod clock;
mod commands;
mod dialogs;
mod environment;
mod log;
mod recent;
mod session;
mod shop_thread;
mod window;

use environment::Environment;
use log::Log;
use recent::Recent;
use shop_thread::ShopThread;
use tauri::{App, Manager, RunEvent};

pub use environment::prepare;

/// Opens the window and returns when it is closed and the shop's file lies there whole.
///
/// # Errors
/// When there is no display, or the page or the window cannot be made.
pub fn run() -> Result<(), tauri::Error> {
    let mut builder = tauri::Builder::default();
    if !environment::is_apart() {
        // A courtesy: the second start brings the first window forward. The file's lock is the guard.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::bring_forward(app)));
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            commands::call::call,
            commands::call::progress,
            commands::call::cancel,
            commands::shop::shop_state,
            commands::shop::shop_create,
            commands::shop::shop_open,
            commands::shop::shop_unlock,
            commands::shop::shop_close,
            commands::shop::shop_rescue_offer,
            commands::shop::shop_rescue,
            commands::choose::choose_folder,
            commands::choose::choose_file,
            commands::choose::choose_files,
            commands::choose::choose_save,
            commands::choose::last_folder,
            commands::choose::show_folder,
        ])
        .setup(|app| set_up(app).map_err(Into::into))
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<ShopThread>().finish();
            app.state::<Log>().line("exit");
        }
    });
    Ok(())
}

fn set_up(app: &mut App) -> Result<(), tauri::Error> {
    let environment = Environment::of(app)?;
    let log = Log::in_folder(&environment.config_dir);
    log.line(&format!("start version={}", app.package_info().version));
    let recent = Recent::in_folder(&environment.config_dir);
    let shop = ShopThread::start(environment.shop.clone().or_else(|| recent.shop()));
    app.manage(log);
    app.manage(recent);
    app.manage(shop);
    app.manage(environment);
    window::open(app, &app.state::<Environment>())
}
