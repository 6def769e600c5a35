//! The loader of case files: TOML, JSON lines, tables, lines and sections, each case with its file and line.

use std::{fmt, fs, ops::Deref};

use serde::{Deserialize, de::DeserializeOwned};
use toml::Spanned;

/// A case with its file and line.
#[derive(Debug)]
pub struct Located<T> {
    file: String,
    line: usize,
    case: T,
}

impl<T> Located<T> {
    /// `tests/cases/FILE:LINE`, for the message of a test that fails.
    pub fn place(&self) -> impl fmt::Display {
        format!("tests/cases/{}:{}", self.file, self.line)
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.case
    }
}

#[derive(Deserialize)]
struct File<T> {
    case: Vec<Spanned<T>>,
}

/// A section of a file: the text after `== `, and the non-empty lines below it.
#[derive(Debug)]
pub struct Section {
    pub fact: String,
    pub lines: Vec<String>,
}

/// The absolute path of a file, for other programs.
pub fn path(file: &str) -> String {
    format!("{}/tests/cases/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file.
pub fn text(file: &str) -> String {
    fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("tests/cases/{file}: {error}"))
}

/// The files of a folder with one of these extensions, sorted by name.
pub fn files(folder: &str, extensions: &[&str]) -> Vec<String> {
    let entries = fs::read_dir(path(folder)).unwrap_or_else(|error| panic!("tests/cases/{folder}: {error}"));
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let has_extension =
        |name: &String| name.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension));
    let mut files: Vec<String> = names.filter(has_extension).map(|name| format!("{folder}/{name}")).collect();
    files.sort();
    assert!(!files.is_empty(), "tests/cases/{folder} has no file with {extensions:?}");
    files
}

fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

fn toml_file<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        format!("tests/cases/{file}:{line}: {}", error.message())
    })
}

fn toml_cases<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<Located<T>>, String> {
    let cases: File<T> = toml_file(file, text)?;
    let located = |case: Spanned<T>| Located {
        file: file.to_owned(),
        line: line_at(text, case.span().start),
        case: case.into_inner(),
    };
    Ok(cases.case.into_iter().map(located).collect())
}

fn jsonl_cases<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<Located<T>>, String> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines
        .map(|(text, line)| match serde_json::from_str(text) {
            Ok(case) => Ok(Located { file: file.to_owned(), line, case }),
            Err(error) => Err(format!("tests/cases/{file}:{line}: {error}")),
        })
        .collect()
}

/// The lines that are neither empty nor comments.
fn line_cases(file: &str, text: &str) -> Vec<Located<String>> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(text, line)| Located { file: file.to_owned(), line, case: text.to_owned() }).collect()
}

impl Located<String> {
    /// The line split into `N` parts.
    fn split<const N: usize>(self, separator: &str) -> Result<Located<[String; N]>, String> {
        let parts: Vec<String> = self.case.splitn(N + 1, separator).map(|part| part.replace("\\n", "\n")).collect();
        let count = parts.len();
        match <[String; N]>::try_from(parts) {
            Ok(case) => Ok(Located { file: self.file, line: self.line, case }),
            Err(_) if count > N => Err(format!("{}: more than {N} cells", self.place())),
            Err(_) => Err(format!("{}: {count} cells, not {N}", self.place())),
        }
    }
}

fn split_cases<const N: usize>(file: &str, text: &str, separator: &str) -> Result<Vec<Located<[String; N]>>, String> {
    line_cases(file, text).into_iter().map(|line| line.split(separator)).collect()
}

fn headed_cases<const N: usize>(file: &str, text: &str, head: [&str; N]) -> Result<Vec<Located<[String; N]>>, String> {
    let mut rows = split_cases::<N>(file, text, "\t")?;
    match rows.first() {
        Some(first) if **first == head => {}
        Some(other) => return Err(format!("{}: the head is not {}", other.place(), head.join(", "))),
        None => return Err(format!("tests/cases/{file}: no head")),
    }
    rows.remove(0);
    Ok(rows)
}

fn section_cases(file: &str, text: &str) -> Result<Vec<Located<Section>>, String> {
    let mut sections: Vec<Located<Section>> = Vec::new();
    for line in line_cases(file, text) {
        match (line.strip_prefix("== "), sections.last_mut()) {
            (Some(fact), _) => {
                let case = Section { fact: fact.to_owned(), lines: Vec::new() };
                sections.push(Located { file: line.file, line: line.line, case });
            }
            (None, Some(section)) => section.case.lines.push(line.case),
            (None, None) => return Err(format!("{}: a line before the first `== `", line.place())),
        }
    }
    Ok(sections)
}

/// The text of a TOML file, with `⍽` replaced by a no-break space.
fn toml_text(file: &str) -> String {
    text(file).replace('⍽', "\u{a0}")
}

/// The `[[case]]` tables of a TOML file.
pub fn toml<T: DeserializeOwned>(file: &str) -> Vec<Located<T>> {
    toml_cases(file, &toml_text(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// A TOML file that is a single table.
pub fn table<T: DeserializeOwned>(file: &str) -> T {
    toml_file(file, &toml_text(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// The cases of a JSON Lines file.
pub fn jsonl<T: DeserializeOwned>(file: &str) -> Vec<Located<T>> {
    jsonl_cases(file, &text(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// The lines of a file; `#` begins a comment.
pub fn lines(file: &str) -> Vec<Located<String>> {
    line_cases(file, &text(file))
}

/// The lines of a file, each split into `N` cells at a separator; `\n` in a cell is a line break.
pub fn cells<const N: usize>(file: &str, separator: &str) -> Vec<Located<[String; N]>> {
    split_cases(file, &text(file), separator).unwrap_or_else(|error| panic!("{error}"))
}

/// The rows of a tab-separated table.
pub fn tsv<const N: usize>(file: &str) -> Vec<Located<[String; N]>> {
    cells(file, "\t")
}

/// The rows of a table below its head, which names the columns.
pub fn headed<const N: usize>(file: &str, head: [&str; N]) -> Vec<Located<[String; N]>> {
    headed_cases(file, &text(file), head).unwrap_or_else(|error| panic!("{error}"))
}

/// The sections of a file, each below a line `== FACT`.
pub fn sections(file: &str) -> Vec<Located<Section>> {
    section_cases(file, &text(file)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_bad_case_is_reported_by_file_and_line() {
    #[derive(Debug, Deserialize)]
    struct Case {
        fact: String,
    }

    let text = "# a comment\n[[case]]\nfact = \"one\"\n\n[[case]]\nfact = 2\n";
    assert!(toml_cases::<Case>("a.toml", text).unwrap_err().starts_with("tests/cases/a.toml:6: "));
    let good = toml_cases::<Case>("a.toml", &text.replace('2', "\"two\"")).unwrap();
    assert_eq!((good[1].fact.as_str(), good[1].place().to_string().as_str()), ("two", "tests/cases/a.toml:5"));
    let error = jsonl_cases::<Case>("a.jsonl", "{\"fact\": \"one\"}\n\n{\"fact\": 2}\n").unwrap_err();
    assert!(error.starts_with("tests/cases/a.jsonl:3: "), "{error}");
    let error = split_cases::<2>("a.tsv", "# a comment\na\tb\nc\n", "\t").unwrap_err();
    assert_eq!(error, "tests/cases/a.tsv:3: 1 cells, not 2");
    let error = split_cases::<2>("a.txt", "a | b\n\na | b | c\n", " | ").unwrap_err();
    assert_eq!(error, "tests/cases/a.txt:3: more than 2 cells");
    let error = headed_cases("a.tsv", "# a comment\nclass\tkind\n", ["kind", "class"]).unwrap_err();
    assert_eq!(error, "tests/cases/a.tsv:2: the head is not kind, class");
    let error = section_cases("a.txt", "# a comment\n\nkept a\n== a fact\n").unwrap_err();
    assert_eq!(error, "tests/cases/a.txt:3: a line before the first `== `");
}

#[test]
fn tests_read_cases_only_through_this_module() {
    let is_loader = |path: &str| path == "suite/cases.rs";
    let mut faults = Vec::new();
    for (path, code) in crate::support::sources("tests").into_iter().filter(|(path, _)| path.starts_with("suite/")) {
        for (line, number) in code.lines().zip(1..).filter(|_| !is_loader(&path)) {
            let embeds = line.contains("include_str!(") && line.contains("/cases/");
            let tables = [".tsv\"", ".txt\"", ".jsonl\""].iter().any(|ending| line.contains(ending));
            if (embeds && (tables || line.contains("toml::from_str"))) || line.contains("/tests/cases/") {
                faults.push(format!("tests/{path}:{number}: {}", line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
