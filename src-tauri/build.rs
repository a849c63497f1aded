//! Declares the shell's commands to Tauri, so that the page may call these and nothing else.

/// Every command of `src/commands/`; `capabilities/main.json` allows each by name.
const COMMANDS: &[&str] = &[
    "call",
    "progress",
    "cancel",
    "shop_state",
    "shop_create",
    "shop_open",
    "shop_unlock",
    "shop_close",
    "shop_rescue_offer",
    "shop_rescue",
    "choose_folder",
    "choose_file",
    "choose_files",
    "choose_save",
    "last_folder",
    "show_folder",
];

fn main() {
    // The built page is embedded in the binary; a newer page must make a newer binary.
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)).unwrap_or_else(|error| panic!("{error:#}"));
}
