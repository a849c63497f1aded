//! The TypeScript declarations are generated from the operations and committed; this fails when they are stale.
//! `SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings` writes them anew.

use shuke_core::ops::{self, TypeTaker};
use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use ts_rs::{Config, TS, TypeVisitor};

struct Collector {
    config: Config,
    seen: HashSet<TypeId>,
    /// By file and name.
    declarations: BTreeMap<String, BTreeMap<String, String>>,
    operations: Vec<String>,
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = on_one_line(&format!("{docs}export {}\n", T::decl(&self.config)));
            let name = T::ident(&self.config);
            let elsewhere = self.declarations.values().filter_map(|file| file.get(&name)).all(|before| *before == declaration);
            assert!(elsewhere, "two types are called {name}");
            // Two types may be the same to TypeScript, such as the ways to write JSON; one of them is enough.
            if self.declarations.values().any(|file| file.contains_key(&name)) {
                T::visit_dependencies(self);
                return T::visit_generics(self);
            }
            self.declarations.entry(file_of(std::any::type_name::<T>())).or_default().insert(name, declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeTaker for Collector {
    fn operation<Request: TS + 'static, Answer: TS + 'static>(&mut self, name: &str) {
        self.visit::<Request>();
        self.visit::<Answer>();
        self.operations.push(format!(
            "  {name}: {{ args: wire.{}; answer: wire.{} }};",
            Request::name(&self.config),
            Answer::name(&self.config)
        ));
    }
}

/// The file of a type: where the core declares it, as `customers-page` for `shuke_core::wire::customers::page`.
fn file_of(path: &str) -> String {
    let path = path.split('<').next().unwrap_or(path);
    let modules: Vec<&str> = path.split("::").skip(1).filter(|part| *part != "wire").collect();
    match &modules[..modules.len() - 1] {
        [] => "wire".to_owned(),
        concept => concept.join("-").replace('_', "-"),
    }
}

/// A comment of one line takes one line.
fn on_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < lines.len() {
        if lines[at] == "/**" && lines.get(at + 2) == Some(&" */") {
            out.push_str(&format!("/** {} */\n", lines[at + 1].trim_start_matches(" * ")));
            at += 3;
        } else {
            out.push_str(lines[at].trim_end());
            out.push('\n');
            at += 1;
        }
    }
    out
}

/// The words of a text that may be names of types.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).collect()
}

#[test]
fn generated_types_are_fresh() {
    let mut collector = Collector {
        config: Config::default().with_large_int("number"),
        seen: HashSet::new(),
        declarations: BTreeMap::new(),
        operations: Vec::new(),
    };
    ops::each_type(&mut collector);
    collector.visit::<shuke_core::error::Failure>();
    collector.visit::<shuke_core::op::Op>();
    collector.visit::<shuke_core::error::Code>();
    collector.visit::<shuke_core::wire::shop::NewShop>();

    let head = "// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run\n\
                // SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings\n\n";
    let all: BTreeSet<&str> = collector.declarations.values().flat_map(|file| file.keys().map(String::as_str)).collect();
    // Nearly all types are named in it: it takes them as one, since an import of each would be longer than the list itself.
    let ops = format!(
        "{head}import type * as wire from '../generated';\n\n\
         /** Every operation of the core with its request and its answer. */\nexport interface Ops {{\n{}\n}}\n",
        collector.operations.join("\n")
    );
    let mut files = BTreeMap::from([("generated/ops.ts".to_owned(), ops)]);
    for (file, own) in &collector.declarations {
        let body = own.values().map(String::as_str).collect::<Vec<_>>().join("\n");
        let foreign: Vec<&str> = words(&body).intersection(&all).copied().filter(|name| !own.contains_key(*name)).collect();
        let import = if foreign.is_empty() {
            String::new()
        } else {
            format!("import type {{\n  {},\n}} from '../generated';\n\n", foreign.join(",\n  "))
        };
        files.insert(format!("generated/{file}.ts"), format!("{head}{import}{body}"));
    }
    let door: Vec<String> = files.keys().map(|file| format!("export type * from './{}';\n", file.trim_end_matches(".ts"))).collect();
    files.insert("generated.ts".to_owned(), format!("{head}{}", door.concat()));

    let api = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/api"));
    let folder = api.join("generated");
    if std::env::var_os("SHUKE_WRITE_BINDINGS").is_some() {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (file, text) in &files {
            std::fs::write(api.join(file), text).unwrap();
        }
    }
    for (file, text) in &files {
        let committed = std::fs::read_to_string(api.join(file)).unwrap_or_default();
        assert!(committed == *text, "ui/src/api/{file} is stale; see the head of this file");
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count() + 1, files.len(), "a file in ui/src/api/generated is left over");
}
