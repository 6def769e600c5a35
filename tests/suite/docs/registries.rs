//! The engines that `docs/backends.md` lists, and the formats of hand-over that `docs/translators.md` does.

use std::fmt::Write as _;

use tolmach::{
    backend::{BUILT_IN, Reach},
    desk::{Registries, profiles},
};

use super::{cell, hold};

#[test]
fn the_page_of_backends_lists_every_engine() {
    let mut table = String::from("| Kind | What it is | What it reaches |\n|---|---|---|\n");
    for kind in BUILT_IN {
        let reach = match kind.facts.reach {
            Reach::Inside => "nothing outside tolmach",
            Reach::Program => "a program on this machine",
            Reach::Server => "a server",
        };
        let _ = writeln!(table, "| `{}` | {} | {reach} |", kind.facts.kind, cell(kind.facts.help));
    }
    hold("docs/backends.md", &[("engines".to_owned(), table)]);
}

#[test]
fn the_page_for_translators_lists_every_profile_of_export() {
    let mut table = String::from("| `--profile` | What it writes |\n|---|---|\n");
    for (name, help) in profiles(&Registries::built_in()) {
        let _ = writeln!(table, "| `{name}` | {} |", cell(help));
    }
    hold("docs/translators.md", &[("profiles".to_owned(), table)]);
}
