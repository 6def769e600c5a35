//! The documentation: its links, and the parts generated from the code.
//!
//! Its transcripts are played with those of the command line (`cli/`).

mod links;
mod registries;
mod rules;
mod settings;
mod workflows;

use std::{env, fs, path::Path};

/// A file of the repository.
fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The pages of `docs/`, as paths in the repository.
pub fn pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut pages: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "md"))
        .map(|name| format!("docs/{name}"))
        .collect();
    pages.sort();
    pages
}

/// Compares the parts of a page between `<!-- generated: NAME -->` and `<!-- end -->` with what the code generates.
///
/// With `TOLMACH_DOCS_AGAIN` differences are written into the page, and the test fails once.
fn assert_generated(page: &str, parts: &[(String, String)]) {
    let before = read(page);
    let mut text = before.clone();
    for (name, content) in parts {
        let mark = format!("<!-- generated: {name} -->\n");
        let (head, rest) = text.split_once(&mark).unwrap_or_else(|| panic!("{page} has no line {mark}"));
        let (_, tail) = rest.split_once("<!-- end -->\n").unwrap_or_else(|| panic!("{page}: {name} has no end"));
        text = format!("{head}{mark}\n{}\n\n<!-- end -->\n{tail}", content.trim());
    }
    let marks: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("<!-- generated: ")).collect();
    let known: Vec<String> = parts.iter().map(|(name, _)| format!("{name} -->")).collect();
    for mark in marks {
        assert!(known.iter().any(|known| known == mark), "{page}: nothing generates {mark}");
    }
    if text != before && env::var_os("TOLMACH_DOCS_AGAIN").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(page), &text).unwrap();
    }
    let first = text.lines().zip(before.lines()).find(|(generated, written)| generated != written);
    let first = first
        .map_or(String::new(), |(generated, written)| format!("\n  generated: {generated}\n  read:      {written}"));
    assert!(
        text == before,
        "{page} differs from what the code generates: run the tests with TOLMACH_DOCS_AGAIN=1{first}"
    );
}

/// A cell of a Markdown table: one line, in which code is the only markup.
fn cell(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    let parts = line.split('`').enumerate();
    let parts = parts.map(|(number, part)| if number % 2 == 0 { part.replace('<', "\\<") } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}
