//! The cost of a glossary of 100,000 concepts by kind alone: CPU seconds, elapsed seconds and peak memory of whole processes.
//!
//! `cargo bench --bench large_glossary` checks one line of JSON with and without stored indexes, for one locale and for
//! three; `-- --write DIR` writes the project with three locales into a new folder.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench may panic, names itself, and prints"
)]

mod cost;
mod dice;

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use cost::least;
use dice::Dice;

const CONCEPTS: usize = 100_000;
const LATIN: &[&str] = &[
    "ba", "ke", "li", "mo", "nur", "san", "te", "vol", "ri", "ga", "sto", "pe", "dra", "fi", "hu", "jek", "lam", "mis",
    "no", "ope", "pra", "qui", "rod", "sul", "tva", "und", "ver", "wo", "xan", "yel", "zob", "chi", "est", "ing",
];
const CYRILLIC: &[&str] = &[
    "ба", "ке", "ла", "мо", "нур", "сан", "та", "вол", "ра", "га", "сто", "пе", "дра", "фа", "ху", "жак", "лам", "мас",
    "но", "ро", "пра", "ква", "род", "сул", "тва", "унд", "вер", "во", "ксан", "зоб", "чу", "эст", "шча", "да",
];

/// A language with the endings of its nouns and adjectives.
struct Language {
    tag: &'static str,
    nouns: &'static [&'static str],
    adjectives: &'static [&'static str],
}

const LANGUAGES: [Language; 3] = [
    Language {
        tag: "be",
        nouns: &["", "а", "ка", "ня", "ец", "асць", "ак", "нік", "ік", "ава", "ін", "цыя", "іна", "ь"],
        adjectives: &["ны", "скі", "авы"],
    },
    Language {
        tag: "ru",
        nouns: &["", "а", "ка", "ня", "ец", "ость", "ок", "ник", "ик", "ово", "ин", "ция", "ина", "ь"],
        adjectives: &["ный", "ский", "овый"],
    },
    Language {
        tag: "uk",
        nouns: &["", "а", "ка", "ня", "ець", "ість", "ок", "ник", "ик", "ове", "ин", "ція", "ина", "ь"],
        adjectives: &["ний", "ський", "овий"],
    },
];

fn pick<'a>(dice: &mut Dice, list: &[&'a str]) -> &'a str {
    list[dice.roll(list.len())]
}

fn word(dice: &mut Dice, syllables: &[&str], endings: &[&str]) -> String {
    let stem: String = (0..2 + dice.roll(2)).map(|_| pick(dice, syllables)).collect();
    stem + pick(dice, endings)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A wording of a kind.
fn wording(dice: &mut Dice, kind: &str, language: &Language) -> String {
    let noun = |dice: &mut Dice| word(dice, CYRILLIC, language.nouns);
    let adjective = |dice: &mut Dice| word(dice, CYRILLIC, language.adjectives);
    match kind {
        "person" => format!("{} {}", capital(&noun(dice)), capital(&noun(dice))),
        "place" => capital(&noun(dice)),
        "phrase" => format!("{} {}", adjective(dice), noun(dice)),
        "org" => format!("{} {} {}", capital(&adjective(dice)), noun(dice), noun(dice)),
        _ => noun(dice),
    }
}

/// Writes a project with a large glossary and a line for `check --stdin`; returns the line's file.
fn write_project(folder: &Path, languages: &[Language]) -> PathBuf {
    let mut dice = Dice::new(17);
    let mut glossary = String::new();
    for number in 0..CONCEPTS {
        // Of a hundred concepts.
        let kind = match dice.roll(100) {
            0..30 => "person",
            30..55 => "place",
            55..70 => "term",
            70..80 => "noun",
            80..93 => "phrase",
            _ => "org",
        };
        let en = capital(&word(&mut dice, LATIN, LATIN));
        write!(glossary, "[[concept]]\nid = \"c{number}\"\nkind = \"{kind}\"\n").unwrap();
        writeln!(glossary, "terms.en = {{ preferred = \"{en} {number}\" }}").unwrap();
        for language in languages {
            write!(glossary, "terms.{} = {{ preferred = \"", language.tag).unwrap();
            write!(glossary, "{}\"", wording(&mut dice, kind, language)).unwrap();
            if dice.roll(10) == 0 {
                write!(glossary, ", forbidden = \"{}\"", wording(&mut dice, kind, language)).unwrap();
            }
            glossary += " }\n";
        }
        glossary.push('\n');
    }
    let tags: Vec<String> = languages.iter().map(|language| format!("\"{}\"", language.tag)).collect();
    fs::create_dir_all(folder.join("glossary")).unwrap();
    fs::create_dir_all(folder.join("source")).unwrap();
    fs::write(folder.join("tolmach.toml"), format!("targets = [{}]\n", tags.join(", "))).unwrap();
    fs::write(folder.join("glossary/terms.toml"), glossary).unwrap();
    let line = |tag: &str| {
        format!("{{\"id\":\"{tag}\",\"source\":\"The army stays.\",\"target\":\"Армія тут.\",\"locale\":\"{tag}\"}}\n")
    };
    let input = folder.join("pairs.jsonl");
    fs::write(&input, languages.iter().map(|language| line(language.tag)).collect::<String>()).unwrap();
    input
}

fn main() {
    let arguments: Vec<_> = env::args_os().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.first().is_some_and(|first| first == cost::MEASURE) {
        return cost::measure(arguments.into_iter().skip(1));
    }
    if let [option, folder] = arguments.as_slice()
        && option == "--write"
    {
        write_project(Path::new(folder), &LANGUAGES);
        return;
    }
    println!("| `check --stdin` | locales | CPU seconds | seconds | peak, MB |\n|---|---|---|---|---|");
    for count in [1, LANGUAGES.len()] {
        let dir = TempDir::new().unwrap();
        let folder = dir.path();
        let input = write_project(folder, &LANGUAGES[..count]);
        let check = |more: &[&str]| cost::tolmach_reading(&input, &[&["check", "--stdin"], more].concat(), folder);
        println!("| `--no-cache` | {count} | {} |", least(|_| check(&["--no-cache"])));
        println!("| first time | {count} | {} |", check(&[]));
        println!("| with stored indexes | {count} | {} |", least(|_| check(&[])));
    }
}
