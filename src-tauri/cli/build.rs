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
        // The head that every file repeats, and imports (over several lines) of what stands in the same text now.
        let mut importing = false;
        for line in text.lines().filter(|line| !line.starts_with("// ")) {
            importing |= line.starts_with("import ");
            if !importing {
                types.extend([line, "\n"]);
            }
            importing &= !line.ends_with(';');
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("types.ts"), types)
}
