//! Links and anchors, the book's table of contents, and the paths that documents name.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Component, Path, PathBuf},
};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{pages, read};

/// Documents outside `docs/`.
const DOCUMENTS: [&str; 6] =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "tests/README.md", "tests/bench/README.md"];

fn documents() -> Vec<String> {
    DOCUMENTS.into_iter().map(str::to_owned).chain(pages()).collect()
}

/// The anchors, links and code spans of a document.
#[derive(Debug, Default)]
struct Document {
    /// The anchors of its headings, as GitHub and mdBook make them.
    anchors: BTreeSet<String>,
    /// Destinations of links and pictures.
    links: Vec<String>,
    /// Code spans.
    code: Vec<String>,
}

fn document(text: &str) -> Document {
    let mut document = Document::default();
    let mut heading: Option<String> = None;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let anchor = anchor(&heading.take().unwrap_or_default());
                let count = seen.entry(anchor.clone()).or_default();
                document.anchors.insert(if *count == 0 { anchor } else { format!("{anchor}-{count}") });
                *count += 1;
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                document.links.push(dest_url.to_string());
            }
            Event::Code(code) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&code);
                }
                document.code.push(code.to_string());
            }
            Event::Text(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            _ => {}
        }
    }
    document
}

fn anchor(heading: &str) -> String {
    let slug_char = |c: char| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
        _ => None,
    };
    heading.trim().to_lowercase().chars().filter_map(slug_char).collect()
}

/// A path without `.` and `..`; `None` where it leaves the repository.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir if out.pop() => {}
            Component::Normal(part) => out.push(part),
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(out)
}

/// The broken links of a document.
fn broken(path: &str, document: &Document) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(path).parent().unwrap_or(Path::new(""));
    let mut faults = Vec::new();
    for link in document.links.iter().filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
        let (file, anchor) = link.split_once('#').map_or((link.as_str(), None), |(file, anchor)| (file, Some(anchor)));
        let target = if file.is_empty() { Some(PathBuf::from(path)) } else { plain(&folder.join(file)) };
        let Some(target) = target.filter(|target| root.join(target).exists()) else {
            faults.push(format!("{path}: {link} leads nowhere"));
            continue;
        };
        if path.starts_with("docs/") && !target.starts_with("docs") {
            faults.push(format!("{path}: {link} leads out of the book"));
        }
        if let Some(anchor) = anchor {
            let is_own = target == Path::new(path);
            let other = if is_own { Document::default() } else { self::document(&read(&target.to_string_lossy())) };
            if !(if is_own { document } else { &other }).anchors.contains(anchor) {
                faults.push(format!("{path}: {link}: no heading makes this anchor"));
            }
        }
    }
    faults
}

#[test]
fn every_link_of_the_documents_has_a_target() {
    let faults: Vec<String> = documents().iter().flat_map(|path| broken(path, &document(&read(path)))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_broken_link_is_reported() {
    let faults = |path: &str, text: &str| broken(path, &document(text)).len();
    assert_eq!(faults("README.md", "[a](docs/SUMMARY.md) [b](#here) [c](https://a.example/x)\n\n# Here\n"), 0);
    assert_eq!(faults("README.md", "[a](docs/nothing.md)"), 1);
    assert_eq!(faults("README.md", "[a](#here)"), 1);
    assert_eq!(faults("README.md", "[a](docs/SUMMARY.md#nothing)"), 1);
    assert_eq!(faults("README.md", "![a](docs/nothing.png)"), 1);
    assert_eq!(faults("docs/ci.md", "[a](../README.md)"), 1);
    assert_eq!(faults("docs/ci.md", "[a](../../elsewhere)"), 1);
}

#[test]
fn the_contents_of_the_book_list_every_page_once() {
    let mut listed: Vec<String> =
        document(&read("docs/SUMMARY.md")).links.iter().map(|page| format!("docs/{page}")).collect();
    listed.sort();
    let pages: Vec<String> = pages().into_iter().filter(|page| page != "docs/SUMMARY.md").collect();
    assert_eq!(listed, pages);
}

#[test]
fn a_file_of_the_repository_that_a_document_names_exists() {
    let roots = ["src/", "tests/", "docs/", "examples/", ".ci/", ".github/"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missing = Vec::new();
    for path in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "tests/README.md"] {
        for code in document(&read(path)).code {
            let is_path = roots.iter().any(|root| code.starts_with(root))
                && !code.contains(['<', '{', '*', ' ', '…', ':'])
                && !code.contains("NAME");
            if is_path && !root.join(&code).exists() {
                missing.push(format!("{path}: `{code}`"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
