//! One file for each command.

pub(super) mod approve;
pub(super) mod build;
pub(super) mod check;
pub(super) mod diff;
pub(super) mod doctor;
pub(super) mod explain;
pub(super) mod export;
mod fix;
pub(super) mod glossary;
pub(super) mod import;
pub(super) mod init;
pub(super) mod merge;
pub(super) mod roundtrip;
pub(super) mod run;
pub(super) mod segment;
pub(super) mod settings;
pub(super) mod shell;
pub(super) mod status;
pub(super) mod translate;
