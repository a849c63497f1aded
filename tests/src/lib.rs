//! Shared builders for the integration tests: a shop in a temporary folder with a fixed clock.
