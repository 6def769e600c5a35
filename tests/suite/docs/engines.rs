//! The engines that `docs/backends.md` lists.

use tolmach::backend::{BUILT_IN, Reach};

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
        table.push_str(&format!("| `{}` | {} | {reach} |\n", kind.facts.kind, cell(kind.facts.help)));
    }
    hold("docs/backends.md", &[("engines".to_owned(), table)]);
}
