//! The one window, and what it may not do.

use crate::environment::Environment;
use crate::shop_thread::ShopThread;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{App, AppHandle, Manager, Url, WebviewWindowBuilder};

/// Opens the window of `tauri.conf.json` on our own page, which it cannot leave.
pub fn open(app: &App, environment: &Environment) -> Result<(), tauri::Error> {
    for config in &app.config().app.windows {
        let mut builder = WebviewWindowBuilder::from_config(app, config)?;
        if cfg!(debug_assertions) {
            builder = builder.initialization_script(include_str!("faults.js"));
        }
        builder
            .data_directory(environment.config_dir.join("webview"))
            // Texts are copied from here into the program that sends them.
            .enable_clipboard_access()
            .devtools(cfg!(debug_assertions))
            .on_navigation(is_own_page)
            // Not sooner: until then the web view's own programs are starting, which take all there is of the processor.
            .on_page_load(|window, load| {
                if load.event() == PageLoadEvent::Started {
                    window.state::<ShopThread>().open();
                }
            })
            .on_new_window(|_, _| NewWindowResponse::Deny)
            // The page puts the shop's name into its title.
            .on_document_title_changed(|window, title| {
                let _ = window.set_title(&title);
            })
            .on_download(|_, _| false)
            .build()?;
    }
    Ok(())
}

/// Shows the window to somebody who started the program a second time.
pub fn bring_forward(app: &AppHandle) {
    for window in app.webview_windows().values() {
        // A window system that refuses leaves the window where it is; there is nothing better to do.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// The page lives at `tauri://localhost` (Linux, macOS) or `http(s)://tauri.localhost` (Windows).
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_on_its_own_page() {
        assert!(is_own_page(&"tauri://localhost/index.html".parse().unwrap()));
        for other in [
            "https://example.org/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
            "blob:tauri://localhost/1",
        ] {
            assert!(!is_own_page(&other.parse().unwrap()), "{other}");
        }
        assert_eq!(is_own_page(&"http://tauri.localhost/".parse().unwrap()), cfg!(windows));
        assert!(!is_own_page(&"http://tauri.localhost.example.org/".parse().unwrap()));
    }
}
