//! The one loader of case files: TOML, JSON lines and tab-separated tables, each case with its file and line.

use std::{fmt, fs, ops::Deref};

use serde::{Deserialize, de::DeserializeOwned};
use toml::Spanned;

/// A case, and where it stands.
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

fn read(file: &str) -> String {
    let path = format!("{}/tests/cases/{file}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("tests/cases/{file}: {error}"))
}

fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

fn toml_cases<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<Located<T>>, String> {
    let cases: File<T> = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        format!("tests/cases/{file}:{line}: {}", error.message())
    })?;
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

fn tsv_cases<const N: usize>(file: &str, text: &str) -> Result<Vec<Located<[String; N]>>, String> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(text, line)| {
            let cells: Vec<String> = text.split('\t').map(str::to_owned).collect();
            let count = cells.len();
            match <[String; N]>::try_from(cells) {
                Ok(case) => Ok(Located { file: file.to_owned(), line, case }),
                Err(_) => Err(format!("tests/cases/{file}:{line}: {count} cells, not {N}")),
            }
        })
        .collect()
}

/// The `[[case]]` tables of a TOML file.
pub fn toml<T: DeserializeOwned>(file: &str) -> Vec<Located<T>> {
    toml_cases(file, &read(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// The lines of a file of JSON lines.
pub fn jsonl<T: DeserializeOwned>(file: &str) -> Vec<Located<T>> {
    jsonl_cases(file, &read(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// The rows of a table, each with so many cells; `#` begins a remark.
pub fn tsv<const N: usize>(file: &str) -> Vec<Located<[String; N]>> {
    tsv_cases(file, &read(file)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_bad_case_is_reported_by_file_and_line() {
    #[derive(Debug, Deserialize)]
    struct Case {
        fact: String,
    }

    let text = "# a remark\n[[case]]\nfact = \"one\"\n\n[[case]]\nfact = 2\n";
    assert!(toml_cases::<Case>("a.toml", text).unwrap_err().starts_with("tests/cases/a.toml:6: "));
    let good = toml_cases::<Case>("a.toml", &text.replace('2', "\"two\"")).unwrap();
    assert_eq!((good[1].fact.as_str(), good[1].place().to_string().as_str()), ("two", "tests/cases/a.toml:5"));
    let error = jsonl_cases::<Case>("a.jsonl", "{\"fact\": \"one\"}\n\n{\"fact\": 2}\n").unwrap_err();
    assert!(error.starts_with("tests/cases/a.jsonl:3: "), "{error}");
    let error = tsv_cases::<2>("a.tsv", "# a remark\na\tb\nc\n").unwrap_err();
    assert_eq!(error, "tests/cases/a.tsv:3: 1 cells, not 2");
}
