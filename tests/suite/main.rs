//! The integration tests, in one binary; `tests/README.md` explains how to add a case.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "names of tests are their documentation; tests may panic and print why they are skipped"
)]

mod architecture;
mod backend;
mod bad_settings;
mod bilingual;
mod cases;
mod check;
mod cli;
mod desk;
mod desk_cache;
mod desk_glossary;
mod diff;
mod docs;
mod edition;
mod errors;
mod glossary;
mod glossary_exchange;
mod glossary_forms;
mod glossary_index;
mod hostile;
mod kin;
mod locale;
mod model;
mod paradigm;
mod pipeline;
mod problems;
mod project;
mod public_items;
mod report;
mod score;
mod scrape;
mod segment;
mod source;
#[cfg(target_os = "linux")]
mod stress;
mod support;
