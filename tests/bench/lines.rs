//! The cost of `check --stdin`: CPU seconds, elapsed seconds and peak memory of whole processes.
//!
//! `cargo bench --bench lines` checks this repository's own article in its three editions, again and again, and then one
//! segment in one, two and four times its length, of texts made to be hard; `-- --write DIR` writes the input into a new
//! folder.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench may panic, names itself, and prints"
)]

mod cost;

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use tolmach::{
    bilingual::{refresh, xliff},
    model::Locale,
    pipeline::{Segmenters, prepare},
    project::{Layout, Resources},
    source::MarkdownFormat,
};

use cost::least;

const SLUG: &str = "minsk-keeps-its-army-at-home";
const LOCALES: [&str; 3] = ["be", "ru", "uk"];
/// Lines of the smallest input, and bytes of the shortest hard text.
const LINES: usize = 20_000;
const LENGTH: usize = 250_000;

/// Texts made to be hard, by what is repeated in them.
const HARD: [(&str, &str); 12] = [
    ("two alphabets in a word", "aа"),
    ("words of one letter", "а "),
    ("one word", "войска "),
    ("digits", "7"),
    ("numbers", "12 345,6 км "),
    ("quotation marks", "«"),
    ("brackets", "(["),
    ("spaces", "  "),
    ("apostrophes", "б’я"),
    ("combining marks", "и\u{306}"),
    ("another language", "который был "),
    ("misread letters", "РљР°"),
];

fn line(id: usize, source: &str, target: &str, locale: &str) -> String {
    let line = serde_json::json!({ "id": id, "source": source, "target": target, "locale": locale });
    format!("{line}\n")
}

/// The sentences of this repository's article with their translations, as lines of JSON.
fn article() -> Vec<String> {
    let layout = Layout { root: Path::new(env!("CARGO_MANIFEST_DIR")).to_owned() };
    let resources = Resources::load(Some(&layout)).unwrap();
    let markdown = MarkdownFormat::new("en".parse().unwrap());
    let text = fs::read_to_string(layout.article(SLUG, "md")).unwrap();
    let article = prepare(SLUG, text, &markdown, &Segmenters::new(&resources.locales)).unwrap().value;
    let mut lines = Vec::new();
    for tag in LOCALES {
        let locale: Locale = tag.parse().unwrap();
        let file = fs::read_to_string(layout.segments(&locale, SLUG, "xlf")).unwrap();
        let translation = refresh(&article, &locale, &xliff::read(&file).unwrap().value);
        for (unit, segment) in article.translated() {
            let target = &translation.targets[&segment.id].text.prose;
            lines.push(line(lines.len(), &unit.text_of(segment).prose, target, tag));
        }
    }
    lines
}

/// Writes a project without a glossary; returns the inputs by what they are.
fn write_input(folder: &Path) -> Vec<(String, PathBuf)> {
    fs::write(folder.join("tolmach.toml"), "targets = [\"be\", \"ru\", \"uk\"]\n").unwrap();
    let mut inputs = Vec::new();
    let mut write = |name: String, content: String| {
        let path = folder.join(format!("{}.jsonl", inputs.len()));
        fs::write(&path, content).unwrap();
        inputs.push((name, path));
    };
    let article = article();
    write("nothing".to_owned(), String::new());
    for times in [1, 2, 4] {
        let lines = times * LINES;
        write(format!("{lines} pairs"), article.iter().cycle().take(lines).map(String::as_str).collect());
    }
    for (name, repeated) in HARD {
        for times in [1, 2, 4] {
            let length = times * LENGTH;
            let mut name = name.to_owned();
            write!(name, ", {length} bytes").unwrap();
            let target = repeated.repeat(length / repeated.len());
            write(name, line(0, &target.replace(char::is_alphabetic, "a"), &target, "be"));
        }
    }
    inputs
}

fn main() {
    let arguments: Vec<_> = env::args_os().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.first().is_some_and(|first| first == cost::MEASURE) {
        return cost::measure(arguments.into_iter().skip(1));
    }
    if let [option, folder] = arguments.as_slice()
        && option == "--write"
    {
        fs::create_dir_all(folder).unwrap();
        write_input(Path::new(folder));
        return;
    }
    let dir = TempDir::new().unwrap();
    println!("| `check --stdin` | CPU seconds | seconds | peak, MB |\n|---|---|---|---|");
    for (name, input) in write_input(dir.path()) {
        println!("| {name} | {} |", least(|_| cost::tolmach_reading(&input, &["check", "--stdin"], dir.path())));
    }
}
