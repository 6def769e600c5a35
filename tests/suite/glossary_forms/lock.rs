//! The lock of reviewed forms.

use std::{fmt::Write as _, sync::LazyLock};

use crate::support::hint;
use proptest::prelude::*;
use tolmach::{
    glossary::{
        Grammars, grammars,
        lock::{FormsLock, LockProblem, ReviewMark, generate},
        read,
    },
    locale::Locales,
};

static GRAMMARS: LazyLock<Grammars> = LazyLock::new(|| grammars(Locales::embedded()).unwrap());

const HOMEL: &str = r#"
[[concept]]
id = "homel"
kind = "place"
terms.en = { preferred = "Homel" }
terms.be = { preferred = "Гомель", forbidden = { text = "Гомiль", mode = "exact" } }
terms.uk = { preferred = "Гомель" }
"#;

fn lock_of(glossary: &str) -> FormsLock {
    let read = read(&[("glossary/a.toml".to_owned(), glossary.to_owned())]);
    assert_eq!(read.findings, []);
    let made = generate(&read.value, &GRAMMARS);
    assert_eq!(made.findings, []);
    made.value
}

fn accepted(glossary: &str) -> FormsLock {
    let mut lock = lock_of(glossary);
    for wording in lock.wordings.values_mut() {
        wording.mark_remaining(ReviewMark::Reviewed, Some("the desk 2022-03-22"));
    }
    lock
}

#[test]
fn a_lock_has_a_heading_per_wording_and_a_line_per_case() {
    let text = lock_of(HOMEL).to_text();
    let uk = "\nuk\thomel\tГомель\tm.S\tguessed\n\
              ?\tsingular nominative\tГомель\n\
              ?\tsingular genitive\tГомеля\n\
              ?\tsingular dative\tГомелеві\tГомелю\n";
    assert!(text.starts_with("tolmach forms 1\n#") && text.contains(uk), "{text}");
    assert!(
        !text.contains("Homel") && !text.contains("Гомiль"),
        "what has no rules or wants none is not locked: {text}"
    );
}

#[test]
fn the_forms_of_adjectives_have_their_gender() {
    let text = lock_of("[[concept]]\nid = \"a\"\nkind = \"adj\"\nterms.be = { preferred = \"беларускі\" }\n").to_text();
    assert!(text.contains("?\tsingular genitive feminine\tбеларускай\n"), "{text}");
    assert!(text.contains("?\tplural genitive\tбеларускіх\n"), "{text}");
}

#[test]
fn a_review_of_a_line_stays_as_long_as_the_line() {
    let old = accepted(HOMEL);
    let changed = HOMEL.replace("terms.uk = { preferred = \"Гомель\" }", "terms.uk = { preferred = { text = \"Гомель\", forms = [{ text = \"Гомлю\", number = \"singular\", case = \"dative\" }] } }");
    let new = lock_of(&changed).with_marks_of(&old);
    let open: Vec<String> = new.to_text().lines().filter(|line| line.starts_with('?')).map(str::to_owned).collect();
    assert_eq!(open, ["?\tsingular dative\tГомлю"]);
    assert_eq!((old.count(ReviewMark::New), new.count(ReviewMark::New)), (0, 1));
    assert!(new.to_text().contains("uk\thomel\tГомель\tm.S\tguessed\tthe desk 2022-03-22\n"));
}

#[test]
fn a_change_lists_the_lines_of_its_wording() {
    let old = lock_of(HOMEL);
    assert_eq!(old.changes(&accepted(HOMEL)), [], "a mark is not a change");
    let new = lock_of(&HOMEL.replace(
        "terms.uk = { preferred = \"Гомель\" }",
        "terms.uk = { preferred = { text = \"Гомель\", class = \"m.S.gen=u\" } }",
    ));
    let changes = old.changes(&new);
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].key.lemma, "Гомель");
    assert_eq!(changes[0].removed, ["uk\thomel\tГомель\tm.S\tguessed", "singular genitive\tГомеля"]);
    assert_eq!(changes[0].added, ["uk\thomel\tГомель\tm.S.gen=u\twritten", "singular genitive\tГомелю"]);
    let removals = old.changes(&FormsLock::default());
    assert_eq!(removals.iter().map(|change| change.added.len()).sum::<usize>(), 0);
    assert_eq!(removals.len(), 2);
}

#[test]
fn a_damaged_lock_is_reported_by_line() {
    let valid = lock_of(HOMEL).to_text();
    let error_of = |text: &str| FormsLock::parse(text).unwrap_err();
    assert_eq!((error_of("").line, error_of("").problem), (1, LockProblem::Heading));
    assert_eq!(error_of("tolmach forms\n").problem, LockProblem::Heading);
    assert_eq!(error_of("tolmach forms 2\n").problem, LockProblem::Newer("tolmach forms 2".to_owned()));
    let at = |old: &str, new: &str| {
        let error = error_of(&valid.replacen(old, new, 1));
        assert!(!hint(&error).is_empty());
        (error.line, error.problem)
    };
    assert_eq!(at("?\tsingular genitive\t", "?\tsingular genetive\t"), (7, LockProblem::Cell("genetive".to_owned())));
    assert_eq!(at("?\tsingular genitive\tГомеля", "?\tsingular genitive"), (7, LockProblem::Shape));
    assert_eq!(at("?\tsingular genitive", "*\tsingular genitive"), (7, LockProblem::Shape));
    assert_eq!(at("singular genitive", "singular nominative").1, LockProblem::Twice("singular nominative".to_owned()));
    assert_eq!(at("be\thomel\tГомель\tm.S\tguessed\n", ""), (5, LockProblem::Orphan));
    assert_eq!(at("be\thomel", "9\thomel"), (5, LockProblem::Locale("9".to_owned())));
    assert_eq!(at("uk\thomel", "be\thomel").1, LockProblem::Twice("Гомель".to_owned()));
    assert_eq!(at("?\tsingular genitive", "<<<<<<< ours\n?\tsingular genitive"), (7, LockProblem::Conflict));
}

#[test]
fn a_lock_with_windows_line_ends_reads_the_same() {
    let lock = accepted(HOMEL);
    assert_eq!(FormsLock::parse(&format!("\u{feff}{}", lock.to_text().replace('\n', "\r\n"))), Ok(lock));
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn a_lock_reads_back_as_written(
        words in proptest::collection::vec("[А-Яа-яіў]{1,8}( [\\\\#?+!а-я]{1,4})?|[\\PC\t\r\n\\\\]{1,6}", 1..5),
        answers in proptest::collection::vec(0..3_usize, 5),
        who in "[A-Za-z\t\\\\ ]{0,6}",
    ) {
        let mut file = String::new();
        for (number, word) in words.iter().enumerate() {
            let word = toml::Value::String(word.clone());
            let id = toml::Value::String(format!("c\t{number}"));
            writeln!(file, "[[concept]]\nid = {id}\nkind = \"noun\"\nterms.be = {{ preferred = {{ text = {word} }} }}").unwrap();
        }
        let read = read(&[("a.toml".to_owned(), file)]);
        let mut lock = generate(&read.value, &GRAMMARS).value;
        for (wording, answer) in lock.wordings.values_mut().zip(answers) {
            match answer {
                0 => {}
                1 => wording.mark_remaining(ReviewMark::Reviewed, Some(&who)),
                _ => wording.mark_remaining(ReviewMark::Wrong, None),
            }
        }
        let text = lock.to_text();
        let read = FormsLock::parse(&text);
        prop_assert_eq!(read.as_ref(), Ok(&lock), "{}", text);
        prop_assert_eq!(lock.clone().with_marks_of(&lock), lock);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(tolmach forms 1\n)?([?+!]|be|\t|\n|singular|genitive|written|\\\\|<<<<<<<|.){0,30}") {
        let _ = FormsLock::parse(&text);
    }
}
