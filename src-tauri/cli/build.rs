//! Joins the generated TypeScript declarations into one text, which `describe` hands out: whoever reads it has no folder
//! to follow imports in.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/generated");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = fs::read_dir(&folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    files.sort();
    let mut types = String::new();
    for file in files {
        let text = fs::read_to_string(file)?;
        // The head that every file repeats, and imports of what stands in the same text now.
        types.extend(text.lines().filter(|line| !line.starts_with("// ") && !line.starts_with("import ")).flat_map(|line| [line, "\n"]));
    }
    fs::write(Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("types.ts"), types)
}
