//! What is known of a language is in `locales/`: the source has no letters and no tags of one.

use crate::support::sources;

/// Files that know of letters of a script, and why that is no knowledge of a language.
const OF_SCRIPTS: &[(&str, &str)] = &[
    ("check/mojibake.rs", "which bytes of a wrong encoding look like which letters"),
    ("check/roman.rs", "letters that look like Roman digits"),
    ("glossary/folding.rs", "a shortcut to Unicode's cases"),
    ("locale/siblings.rs", "numbers by which the letters of a script are packed into keys"),
    ("segment/lexicon.rs", "a shortcut to Unicode's cases"),
    ("segment/text.rs", "a shortcut to Unicode's cases"),
];

/// Tags of the languages of editions.
const TAGS: [&str; 4] = ["\"be\"", "\"ru\"", "\"uk\"", "\"be-tarask\""];

/// The lines of a file that a program runs on: without comments, tests, and the samples of problems and errors.
fn running(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut skipped_to: Option<String> = None;
    let mut in_tests = false;
    code.lines().zip(1..).filter_map(move |(line, number)| {
        in_tests |= line == "#[cfg(test)]" || line == "mod tests {";
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        if skipped_to.is_none() && line.trim_start().trim_start_matches("pub(super) ").starts_with("fn all() -> ") {
            skipped_to = Some(format!("{indent}}}"));
        }
        let is_sample = skipped_to.is_some();
        if skipped_to.as_deref() == Some(line) {
            skipped_to = None;
        }
        let words = line.split("// ").next().unwrap_or_default();
        let is_comment = line.trim_start().starts_with("//");
        (!is_sample && !in_tests && !is_comment).then_some((number, words))
    })
}

fn has_cyrillic(line: &str) -> bool {
    line.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'))
}

#[test]
fn no_code_holds_letters_or_tags_of_the_languages_of_editions() {
    let mut faults = Vec::new();
    for (path, code) in sources("src") {
        let is_of_script = OF_SCRIPTS.iter().any(|(file, _)| *file == path);
        for (number, line) in running(&code) {
            if (has_cyrillic(line) && !is_of_script) || TAGS.iter().any(|tag| line.contains(tag)) {
                faults.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "what is known of a language belongs in locales/:\n{}", faults.join("\n"));
}

#[test]
fn every_file_that_may_know_of_a_script_does() {
    let sources = sources("src");
    let needless = |(file, reason): &&(&str, &str)| {
        let code = sources.iter().find(|(path, _)| path == file).map(|(_, code)| code.as_str());
        assert!(!reason.is_empty(), "{file}");
        !code.is_some_and(|code| running(code).any(|(_, line)| has_cyrillic(line)))
    };
    let needless: Vec<_> = OF_SCRIPTS.iter().filter(needless).collect();
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn a_line_of_samples_of_tests_or_of_comments_is_not_run() {
    let code = "use a; // б\nfn b() {\n    'в'\n}\nimpl A {\n    fn all() -> Vec<Self> {\n        vec![\"г\"]\n    }\n    d('ґ')\n}\n\
                #[cfg(test)]\nmod tests {\n    'е'\n}\n";
    let lines: Vec<usize> = running(code).filter(|(_, line)| has_cyrillic(line)).map(|(number, _)| number).collect();
    assert_eq!(lines, [3, 9]);
}
