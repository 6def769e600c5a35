//! The engines that `docs/backends.md` lists, and the export profiles that `docs/translators.md` lists.

use std::fmt::Write as _;

use tolmach::{
    backend::{BUILT_IN, Reach},
    desk::{Registries, profiles},
};

use super::{assert_generated, cell};

#[test]
fn the_page_of_backends_lists_every_engine() {
    let mut table = String::from("| Kind | What it is | What it reaches |\n|---|---|---|\n");
    for kind in BUILT_IN {
        let reach = match kind.facts.reach {
            Reach::Inside => "nothing outside tolmach",
            Reach::Machine => "certain programs of this machine",
            Reach::Program => "a program on this machine",
            Reach::Server => "a server",
        };
        let _ = writeln!(table, "| `{}` | {} | {reach} |", kind.facts.kind, cell(kind.facts.help));
    }
    assert_generated("docs/backends.md", &[("engines".to_owned(), table)]);
}

#[test]
fn the_page_for_translators_lists_every_export_profile() {
    let mut table = String::from("| `--profile` | What it writes |\n|---|---|\n");
    for (name, help) in profiles(&Registries::built_in()) {
        let _ = writeln!(table, "| `{name}` | {} |", cell(help));
    }
    assert_generated("docs/translators.md", &[("profiles".to_owned(), table)]);
}
