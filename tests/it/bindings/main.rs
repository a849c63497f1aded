//! The TypeScript declarations are generated from the operations and committed; this fails when they are stale.
//! `SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings` writes them anew.

use shuke_core::ops::{self, TypeTaker};
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use ts_rs::{Config, TS, TypeVisitor};

struct Collector {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    operations: Vec<String>,
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::decl(&self.config));
            let before = self.declarations.insert(T::ident(&self.config), declaration.clone());
            assert!(before.is_none_or(|b| b == declaration), "two types are called {}", T::ident(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeTaker for Collector {
    fn operation<Request: TS + 'static, Answer: TS + 'static>(&mut self, name: &str) {
        self.visit::<Request>();
        self.visit::<Answer>();
        self.operations.push(format!("  {name}: {{ args: {}; answer: {} }};", Request::name(&self.config), Answer::name(&self.config)));
    }
}

impl Collector {
    /// Answers that screens are written against while their operation is on its way.
    fn screens(&mut self) {
        use shuke_core::wire::{customers as c, profile as p, shop as s, tags as t, visits as v};
        self.visit::<(
            c::CustomerPage,
            c::CustomerList,
            c::ListCustomers,
            c::Search,
            c::SearchAnswer,
            c::CreateCustomer,
            c::Created,
            c::UpdateCustomer,
        )>();
        self.visit::<(
            c::WhoHasPhone,
            c::SetStatus,
            c::SaveDate,
            c::SaveRelation,
            c::SaveNote,
            c::SaveWish,
            c::Duplicates,
            c::MergeCustomers,
            c::CustomerRef,
        )>();
        self.visit::<(
            v::RecordVisit,
            v::PreviewVisit,
            v::RecordedVisit,
            v::CorrectVisit,
            v::VoidVisit,
            v::VisitPage,
            v::ListVisits,
            v::VisitList,
            v::DaySummary,
        )>();
        self.visit::<(
            p::SaveField,
            p::SetProfile,
            p::GetFieldHistory,
            t::SaveTag,
            t::AddTags,
            t::RemoveTag,
            s::BackUp,
            s::BackedUp,
            s::CheckReport,
            s::NewShop,
        )>();
    }
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
    collector.screens();
    let mut text = String::from(
        "// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run\n\
         // SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings\n\n",
    );
    for declaration in collector.declarations.values() {
        text.push_str(declaration);
        text.push('\n');
    }
    text.push_str("/** Every operation of the core with its request and its answer. */\nexport interface Ops {\n");
    text.push_str(&collector.operations.join("\n"));
    text.push_str("\n}\n");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/api/generated.ts");
    if std::env::var_os("SHUKE_WRITE_BINDINGS").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/api")).unwrap();
        std::fs::write(path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == text, "ui/src/api/generated.ts is stale; see the head of this file");
}
