//! The schema's version and the steps from older ones.
//!
//! `schema.sql` is always the whole present schema. A released step is never changed; a new one is added with its own
//! snapshot test. Version 1 is the first, so there is no step yet.

/// The version written to `user_version`.
pub const SCHEMA_VERSION: i32 = 1;

/// "熟客" in the file's header: the bytes `SHUK`, as SQLite's `application_id`.
pub const APPLICATION_ID: i32 = 0x5348_554B;

/// The present schema.
pub const SCHEMA: &str = include_str!("schema.sql");
