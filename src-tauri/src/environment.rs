//! What the surroundings decide: which folder keeps the settings, which file to open, how WebKit draws.

use std::ffi::OsString;
use std::path::PathBuf;
use tauri::{App, Manager};

/// A shop file to open instead of the one used last.
const SHOP: &str = "SHUKE_SHOP";
/// A folder for the window's own settings instead of the user's.
const CONFIG_DIR: &str = "SHUKE_CONFIG_DIR";

/// Where this run keeps its things.
#[derive(Debug)]
pub struct Environment {
    /// The folder of `recent.json`, the log and the web view's own files. A debug build has another than a release.
    pub config_dir: PathBuf,
    /// The shop file asked for, if any.
    pub shop: Option<PathBuf>,
    /// The folder in which a new shop is put unless the owner chooses another.
    books_dir: PathBuf,
}

impl Environment {
    /// Reads it once, when the program starts.
    pub fn of(app: &App) -> Result<Environment, tauri::Error> {
        let shop = variable(SHOP).map(PathBuf::from);
        if let Some(folder) = variable(CONFIG_DIR).map(PathBuf::from) {
            return Ok(Environment { books_dir: folder.clone(), config_dir: folder, shop });
        }
        let users = app.path().app_config_dir()?;
        let config_dir = if cfg!(debug_assertions) { users.join("development") } else { users };
        // A small system may not name a folder for documents.
        let books_dir = app.path().document_dir().or_else(|_| app.path().home_dir())?;
        Ok(Environment { config_dir, shop, books_dir })
    }

    /// A path at which no file lies yet, for a new shop.
    pub fn new_shop(&self) -> PathBuf {
        let named = |name: &str| self.books_dir.join(name).with_extension("shuke");
        let numbered = (2..1000).map(|number| named(&format!("熟客 {number}")));
        std::iter::once(named("熟客")).chain(numbered).find(|path| !path.exists()).unwrap_or_else(|| named("熟客"))
    }
}

/// Whether this run was given its own file or folder, so that it is nobody's second start.
pub fn is_apart() -> bool {
    cfg!(debug_assertions) || variable(SHOP).is_some() || variable(CONFIG_DIR).is_some()
}

/// Starts the program again with WebKit's shared graphics memory switched off where there is no graphics device.
///
/// WebKitGTK shows a white window on such machines. The switch is an environment variable that WebKit reads early, and a
/// running process cannot safely change its own environment; taking its own place with `exec` is safe and costs a millisecond.
pub fn prepare() {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::process::CommandExt;
        const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
        if std::env::var_os(SWITCH).is_some() || has_render_node() {
            return;
        }
        if let Ok(program) = std::env::current_exe() {
            // Returns only when it failed; then the window opens as it can.
            let _failed = std::process::Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
        }
    }
}

#[cfg(target_os = "linux")]
fn has_render_node() -> bool {
    let Ok(devices) = std::fs::read_dir("/dev/dri") else { return false };
    devices.flatten().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}

fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_offers_a_path_that_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let environment = Environment { config_dir: PathBuf::new(), shop: None, books_dir: folder.path().to_owned() };
        for name in ["熟客.shuke", "熟客 2.shuke", "熟客 3.shuke"] {
            assert_eq!(environment.new_shop(), folder.path().join(name));
            std::fs::write(folder.path().join(name), "").unwrap();
        }
    }
}
