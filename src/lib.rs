//! tolmach (толмач: interpreter) is a translation and localization pipeline for newsrooms.
//!
//! The modules are in the order in which an article passes through them; `ARCHITECTURE.md` lists what each may import.

pub mod model;

pub mod xml;

pub mod locale;
pub mod messages;

pub mod source;

pub mod segment;

pub mod glossary;
pub mod memory;

pub mod ledger;

pub mod backend;

pub mod bilingual;

pub mod check;

pub mod edition;

pub mod score;

pub mod diff;
pub mod report;

pub mod pipeline;
pub mod project;

pub mod desk;

pub mod cli;
