//! The one integration binary: each module is a part of the specification; `tests/README.md` says how to add a case.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tests name their facts themselves, may panic, and say when they step aside"
)]

mod architecture;
mod backend;
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
mod locale;
mod model;
mod paradigm;
mod pipeline;
mod problems;
mod project;
mod public_items;
mod report;
mod scrape;
mod segment;
mod source;
mod support;
