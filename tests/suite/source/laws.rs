//! Laws: what is not translated comes back byte for byte, and what is translated is read as it was written.

use std::{env, fs, path::Path};

use proptest::prelude::*;
use tolmach::{model::Text, source::roundtrip};

use super::{article, shape, translate, with_prose};

/// Vowels get an accent, words get brackets.
fn accented(prose: &str) -> String {
    if prose.trim().is_empty() {
        return prose.to_owned();
    }
    let core = prose.trim();
    let start = prose.len() - prose.trim_start().len();
    let accents: String = core
        .chars()
        .map(|c| match c {
            'a' => 'á',
            'e' => 'é',
            'o' => 'ó',
            c => c,
        })
        .collect();
    format!("{}[{accents}]{}", &prose[..start], &prose[start + core.len()..])
}

/// Why a translated file is not read as it was written, if it is not.
fn structure(file: &str, change: &dyn Fn(&Text) -> Text) -> Result<(), String> {
    let source = article(file);
    let written = translate(&source, change);
    let read = article(&written);
    let expected: Vec<_> = source
        .units
        .iter()
        .map(|unit| {
            let mut unit = unit.clone();
            unit.text = change(&unit.text);
            shape(&unit)
        })
        .collect();
    let found: Vec<_> = read.units.iter().map(shape).collect();
    if expected == found {
        return Ok(());
    }
    let first = expected.iter().zip(&found).find(|(a, b)| a != b);
    Err(format!("written: {written:?}\n{first:?}\n{} units, {} read", expected.len(), found.len()))
}

/// All files below a folder.
fn files(folder: &Path, ending: &str, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending)) {
            found.push(path);
        }
    }
}

#[test]
fn a_corpus_of_markdown_named_by_the_environment_comes_back() {
    let Some(folder) = env::var_os("TOLMACH_MARKDOWN_CORPUS") else {
        println!("stepped aside: TOLMACH_MARKDOWN_CORPUS names no folder");
        return;
    };
    let mut texts = Vec::new();
    let mut paths = Vec::new();
    files(Path::new(&folder), "md", &mut paths);
    for path in paths {
        if let Ok(text) = fs::read_to_string(&path) {
            texts.push((path.display().to_string(), text));
        }
    }
    let mut paths = Vec::new();
    files(Path::new(&folder), "jsonl", &mut paths);
    for path in paths {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            texts.push((case["id"].to_string(), case["markdown"].as_str().unwrap().to_owned()));
        }
    }
    let (mut lost, mut changed) = (0, 0);
    for (name, text) in &texts {
        if let Err(at) = roundtrip(text) {
            lost += 1;
            println!("{name}: differs at {at}: {:?}", &text.get(at.saturating_sub(20)..(at + 40).min(text.len())));
        }
        if let Err(problem) = structure(text, &|text| with_prose(text, &accented)) {
            changed += 1;
            println!("{name}: {}", problem.chars().take(1500).collect::<String>());
        }
    }
    println!("{} texts, {lost} lost, {changed} with another structure", texts.len());
    assert_eq!(lost, 0);
}

proptest! {
    #[test]
    fn any_text_comes_back_byte_for_byte(file in "\\PC{0,200}") {
        prop_assert_eq!(roundtrip(&file), Ok(()));
    }
}
