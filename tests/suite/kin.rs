//! Drafts from an edition in a kin language: what the engine is asked, what becomes of its answer, and how good the drafts
//! are by those of people. Where Apertium is not installed its programs are played.
#![cfg(unix)]

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use serde::Deserialize;
use tempfile::TempDir;
use tolmach::{
    backend::apertium::escape,
    bilingual::FORMATS,
    locale::{Locales, kin_pair},
    score::Tally,
};

use crate::{
    cases,
    cli::{
        outcome, tolmach,
        transcript::{copy_all, has_apertium},
    },
    support::skip,
};

const GLOSSARY: &str = r#"
[[concept]]
id = "minsk"
kind = "place"
terms.en = { preferred = "Minsk" }
terms.ru = { preferred = { text = "Минск", class = "m.S" } }
terms.be = { preferred = { text = "Мінск", class = "m.S" } }

[[concept]]
id = "pripyat"
kind = "place"
terms.ru = { preferred = { text = "Припять", class = "f.S" } }
terms.be = { preferred = { text = "Прыпяць", class = "f.S" } }

[[concept]]
id = "border"
kind = "noun"
terms.ru = { preferred = { text = "граница", class = "f" } }
terms.be = { preferred = { text = "мяжа", class = "f" } }

[[concept]]
id = "lukashenka"
kind = "person"
terms.ru = { preferred = { text = "Лукашенко", class = "0" } }
terms.be = { preferred = { text = "Лукашэнка", class = "ma.S.surn-a" }, forbidden = [{ text = "Лукашенко", class = "0", reason = "Russian spelling" }] }
"#;

/// A project with these files.
fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(&folder.path().join(path), text);
    }
    folder
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn program(path: &Path, text: &str) {
    write(path, text);
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Installs an Apertium in a folder that gives these answers to these questions, and everything else back unchanged;
/// returns a `PATH` with it.
fn play(folder: &Path, answers: &[(&str, &str)]) -> String {
    let escaped = |text: &str, special: &[char]| -> String {
        text.chars().flat_map(|c| special.contains(&c).then_some('\\').into_iter().chain([c])).collect()
    };
    let special = ['[', ']', '.', '*', '^', '$', '/', '\\'];
    let rule = |(asked, answer): &(&str, &str)| {
        format!("s/{}/{}/g", escaped(&escape(asked), &special), escaped(answer, &['/', '\\', '&']))
    };
    let rules: String = answers.iter().map(rule).flat_map(|rule| [rule, "\n".to_owned()]).collect();
    let bin = folder.join("apertium/bin");
    write(&folder.join("apertium/answers.sed"), &rules);
    program(&bin.join("apertium"), "#!/bin/sh\nexit 1\n");
    let answers = folder.join("apertium/answers.sed");
    program(&bin.join("lt-proc"), &format!("#!/bin/sh\nexec sed -f '{}'\n", answers.display()));
    write(&folder.join("apertium/share/apertium/modes/rus-bel.mode"), "lt-proc $1 'rus-bel.autogen.bin'\n");
    format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display())
}

/// `tolmach translate` with the engine.
fn translate(folder: &Path, path: &str, arguments: &[&str]) -> Command {
    let mut command = tolmach(folder, &["translate", "--backend", "apertium", "--locale", "be"]);
    command.args(arguments).env("PATH", path);
    command
}

/// The part of a segment file between two strings, after the first occurrence of a third.
fn between<'a>(text: &'a str, after: &str, from: &str, to: &str) -> &'a str {
    let (_, text) = text.split_once(after).unwrap_or_else(|| panic!("no `{after}` in {text}"));
    let text = text.split_once(from).unwrap_or_else(|| panic!("no `{from}` after `{after}`")).1;
    text.split_once(to).unwrap().0
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftCase {
    fact: String,
    source: String,
    asked: String,
    answer: String,
    draft: String,
    #[serde(default)]
    note: String,
}

#[test]
fn a_draft_has_the_terms_in_their_cases_and_tells_what_the_engine_left_open() {
    let cases = cases::toml::<DraftCase>("kin/drafts.toml");
    let body: String = cases.iter().flat_map(|case| [&*case.source, "\n\n"]).collect();
    let folder = project(&[
        ("tolmach.toml", "source = \"ru\"\ntargets = [\"be\"]\n"),
        ("glossary/terms.toml", GLOSSARY),
        ("source/army.md", &format!("---\ntitle: Минск\n---\n{body}")),
    ]);
    let answers: Vec<(&str, &str)> = cases.iter().map(|case| (case.asked.as_str(), case.answer.as_str())).collect();
    let path = play(folder.path(), &answers);
    let (exit, said) = outcome(translate(folder.path(), &path, &[]).output().unwrap());
    assert_eq!(exit, Some(0), "{said}");
    assert!(said.contains("be: 1 word that the engine does not know is left untranslated"), "{said}");
    assert!(said.contains("be: no spelling dictionary is installed"), "{said}");
    let written = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
    let units: Vec<&str> = written.split("<trans-unit ").skip(2).collect();
    assert_eq!(units.len(), cases.len());
    for (unit, case) in units.iter().zip(&cases) {
        let target = between(unit, "<target", ">", "</target>");
        assert_eq!(target, case.draft, "{}", case.fact);
        assert!(unit.contains("origin=machine apertium from ru"), "{unit}");
        let note = "<note from=\"apertium from ru\">";
        let note = if unit.contains(note) { between(unit, "", note, "</note>") } else { "" };
        assert_eq!(note, case.note, "{}", case.fact);
    }
}

/// A project with an English article and a Russian edition, of whose sentences two are reviewed and one of these is
/// disputed; and the id of the other.
fn with_edition() -> (TempDir, String) {
    let folder = project(&[
        ("tolmach.toml", "targets = [\"be\", \"ru\"]\nbackends = [\"review\"]\n"),
        ("glossary/terms.toml", GLOSSARY),
        ("source/army.md", "---\ntitle: Minsk\n---\nThe army is far. Nobody knows.\n\nOne came.\n"),
    ]);
    let run = |arguments: &[&str]| {
        let (exit, said) = outcome(tolmach(folder.path(), arguments).output().unwrap());
        assert_eq!(exit, Some(0), "{said}");
    };
    run(&["translate", "--locale", "ru"]);
    let file = folder.path().join("locales/ru/segments/army.xlf");
    let mut text = fs::read_to_string(&file).unwrap();
    for (english, russian) in [
        ("Minsk", "Минск"),
        ("The army is far.", "Войско далеко от Минска."),
        ("Nobody knows.", "Никто не знает."),
        ("One came.", "Один пришёл."),
    ] {
        let open = format!("<source>{english}</source>\n          <target state=\"needs-translation\"/>");
        assert!(text.contains(&open), "{text}");
        let done = format!("<source>{english}</source>\n          <target state=\"translated\">{russian}</target>");
        text = text.replace(&open, &done);
    }
    fs::write(&file, &text).unwrap();
    let id = |sentence: &str| {
        let unit = text.split("<trans-unit ").find(|unit| unit.contains(&format!("<source>{sentence}"))).unwrap();
        between(unit, "", "id=\"", "\"").to_owned()
    };
    let (first, second) = (id("The army"), id("Nobody"));
    run(&["approve", "--locale", "ru", "--as", "reviewed", "--by", "Desk", "--segment", &first, "--segment", &second]);
    let disputed: Vec<&str> = text.split_inclusive("</trans-unit>").filter(|unit| unit.contains("Nobody")).collect();
    let unit = disputed[0].trim_start();
    let (head, _) = text.split_once("<group").unwrap();
    let conflict = format!("{head}<group>{unit}</group></body></file></xliff>\n");
    fs::write(folder.path().join("locales/ru/segments/army.conflict.xlf"), conflict).unwrap();
    (folder, first)
}

#[test]
fn only_what_people_have_reviewed_and_do_not_dispute_is_translated_and_the_others_are_counted() {
    let (folder, _) = with_edition();
    let path = play(folder.path(), &[("Войско далеко от ⟦1⟧.", "Войска далёка ад ⟦1⟧.")]);
    let (exit, said) = outcome(translate(folder.path(), &path, &["--from", "ru"]).output().unwrap());
    assert_eq!(exit, Some(0), "{said}");
    assert!(said.contains("be: 3 sentences have no draft by `apertium`"), "{said}");
    let written = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
    assert!(written.contains(">Войска далёка ад Мінска.</target>"), "{written}");
    assert_eq!(written.matches("mt-suggestion").count(), 1, "{written}");
    assert!(
        !folder.path().join(".tolmach/ledger.jsonl").try_exists().unwrap(),
        "drafts of this machine are not recorded"
    );
}

#[test]
fn an_edition_that_has_changed_gives_another_draft_when_drafts_are_made_anew() {
    let (folder, first) = with_edition();
    let path =
        play(folder.path(), &[("Войско далеко от ⟦1⟧.", "Войска далёка ад ⟦1⟧."), ("Войско у ⟦1⟧.", "Войска ля ⟦1⟧.")]);
    let run = |arguments: &[&str]| {
        let (exit, said) = outcome(translate(folder.path(), &path, arguments).output().unwrap());
        assert_eq!(exit, Some(0), "{said}");
        fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap()
    };
    assert!(run(&["--from", "ru"]).contains(">Войска далёка ад Мінска.</target>"));
    let file = folder.path().join("locales/ru/segments/army.xlf");
    let edited = fs::read_to_string(&file).unwrap().replace("Войско далеко от Минска.", "Войско у Минска.");
    fs::write(&file, edited).unwrap();
    // The change takes the approval away.
    let approve = ["approve", "--locale", "ru", "--as", "reviewed", "--by", "Desk", "--segment", &first];
    let (exit, said) = outcome(tolmach(folder.path(), &approve).output().unwrap());
    assert_eq!(exit, Some(0), "{said}");
    assert!(run(&["--from", "ru", "--redo"]).contains(">Войска ля Мінска.</target>"));
}

#[test]
fn a_machine_without_apertium_is_told_which_packages_it_needs() {
    let (folder, _) = with_edition();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let command = |path: &str| outcome(translate(folder.path(), path, &["--from", "ru"]).output().unwrap());
    let (exit, said) = command(&empty.display().to_string());
    assert_eq!(exit, Some(3), "{said}");
    assert!(said.contains("`apertium` needs the program `apertium`, and this machine does not have it"), "{said}");
    assert!(said.contains("apt-get install apertium apertium-bel-rus"), "{said}");
    let path = play(folder.path(), &[]);
    fs::remove_file(folder.path().join("apertium/share/apertium/modes/rus-bel.mode")).unwrap();
    let (exit, said) = command(&path);
    assert_eq!(exit, Some(3), "{said}");
    assert!(said.contains("`apertium` needs the data `rus-bel` of Apertium"), "{said}");
}

#[test]
fn a_language_without_kin_is_refused_by_name() {
    let (folder, _) = with_edition();
    let path = play(folder.path(), &[]);
    let (exit, said) = outcome(translate(folder.path(), &path, &["--from", "en"]).output().unwrap());
    assert_eq!(exit, Some(3), "{said}");
    assert!(said.contains("`apertium` does not translate from `en` to `be`"), "{said}");
}

#[test]
fn a_programs_exit_code_of_zero_is_not_believed() {
    let (folder, _) = with_edition();
    let path = play(folder.path(), &[]);
    program(&folder.path().join("apertium/bin/lt-proc"), "#!/bin/sh\ncat > /dev/null\n");
    let (exit, said) = outcome(translate(folder.path(), &path, &["--from", "ru"]).output().unwrap());
    assert_eq!(exit, Some(3), "{said}");
    assert!(said.contains("the program `lt-proc` gave 0 texts for 1"), "{said}");
}

#[test]
fn the_rules_of_letters_propose_the_cognate() {
    for row in cases::tsv("locale/cognates.tsv") {
        let [tag, word, cognate] = &*row;
        let locale = tag.parse().unwrap();
        let pair = kin_pair(Locales::embedded(), &locale, &"ru".parse().unwrap()).unwrap().unwrap();
        assert!(pair.cognates(word).contains(cognate), "{}: {:?}", row.place(), pair.cognates(word));
    }
}

#[test]
fn a_variant_of_a_language_has_no_drafts_in_the_other_orthography() {
    let kin = |tag: &str| kin_pair(Locales::embedded(), &tag.parse().unwrap(), &"ru".parse().unwrap()).unwrap();
    assert!(kin("be").is_some() && kin("be-BY").is_some() && kin("be-tarask").is_none() && kin("en").is_none());
}

/// The targets of a segment file, by the name of their unit.
fn targets(path: PathBuf) -> BTreeMap<String, String> {
    let file = FORMATS[0].read(&fs::read_to_string(path).unwrap()).unwrap().value;
    let units = file.units.into_iter();
    units.filter_map(|unit| Some((unit.name, unit.target?.text.prose))).collect()
}

/// BLEU and chrF2++ of drafts.
fn scores<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (f64, f64) {
    let mut tally = Tally::default();
    for (draft, reference) in pairs {
        tally.add(&Tally::of(draft, Some(reference), Vec::new()));
    }
    let scores = tally.scores();
    (scores.bleu.unwrap(), scores.chrf2pp.unwrap())
}

/// What must be true of any draft: it says something, and has neither marks of the engine nor words run together.
fn assert_clean(draft: &str) {
    assert!(!draft.trim().is_empty() && !draft.contains(['*', '#', '@', '⟦', '⟧']) && !draft.contains("  "), "{draft}");
    let is_glued = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
    };
    assert!(!draft.split_whitespace().any(is_glued), "{draft}");
}

/// Whether Apertium and the dictionaries are installed.
fn is_equipped() -> bool {
    let is_equipped = has_apertium();
    if !is_equipped {
        skip("Apertium for this project's pairs, or a dictionary, is not installed");
    }
    is_equipped
}

#[test]
fn the_installed_engine_drafts_these_sentences_so() {
    let rows = cases::tsv::<4>("kin/sentences.tsv");
    if !is_equipped() {
        return;
    }
    let mut faults = Vec::new();
    for tag in MARKS.map(|(tag, _)| tag) {
        let rows = || rows.iter().filter(|row| row[0] == tag);
        let body: String = rows().flat_map(|row| [row[1].as_str(), "\n\n"]).collect();
        let folder = project(&[
            ("tolmach.toml", &format!("source = \"ru\"\ntargets = [\"{tag}\"]\n")),
            ("source/army.md", &format!("---\ntitle: Хлеб\n---\n{body}")),
        ]);
        let arguments = ["translate", "--backend", "apertium"];
        let (_, said) = outcome(tolmach(folder.path(), &arguments).env_remove("DICPATH").output().unwrap());
        let written = fs::read_to_string(folder.path().join(format!("locales/{tag}/segments/army.xlf"))).unwrap();
        let units: Vec<&str> = written.split("<trans-unit ").skip(2).collect();
        assert_eq!(units.len(), rows().count(), "{said}");
        for (unit, row) in units.into_iter().zip(rows()) {
            let draft = between(unit, "<target", ">", "</target>");
            let doubt = "Not certain: ";
            let doubt = unit.split_once(doubt).and_then(|(_, rest)| rest.split(['\n', '<']).next()).unwrap_or("-");
            if (draft, doubt) != (row[2].as_str(), row[3].as_str()) {
                faults.push(format!("{}: {tag}\t{}\t{draft}\t{doubt}", row.place(), row[1]));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The language, and what the drafts of the article and of another text must reach: BLEU and chrF2++.
const MARKS: [(&str, [(f64, f64); 2]); 2] =
    [("be", [(55.0, 72.0), (45.0, 68.0)]), ("uk", [(48.0, 69.0), (36.0, 60.0)])];

#[test]
fn drafts_of_the_article_from_its_russian_edition_are_as_good_as_promised() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !is_equipped() {
        return;
    }
    for (tag, [(bleu, chrf), _]) in MARKS {
        let folder = tempfile::tempdir().unwrap();
        for part in ["tolmach.toml", "source", "glossary", "locales/ru/segments"] {
            copy_all(&root.join(part), &folder.path().join(part));
        }
        let arguments = ["translate", "--backend", "apertium", "--from", "ru", "--locale", tag];
        let (exit, said) = outcome(tolmach(folder.path(), &arguments).env_remove("DICPATH").output().unwrap());
        assert_eq!(exit, Some(0), "{said}");
        let name = format!("locales/{tag}/segments/minsk-keeps-its-army-at-home.xlf");
        let (drafts, references) = (targets(folder.path().join(&name)), targets(root.join(&name)));
        assert_eq!(drafts.keys().collect::<Vec<_>>(), references.keys().collect::<Vec<_>>());
        for draft in drafts.values() {
            assert_clean(draft);
        }
        let pairs = references.iter().map(|(id, reference)| (drafts[id].as_str(), reference.as_str()));
        let reached = scores(pairs);
        println!("{tag}: {reached:?}\n{said}");
        assert!(reached.0 >= bleu && reached.1 >= chrf, "{tag}: {reached:?}");
        let check = tolmach(folder.path(), &["check", "--locale", tag]).output().unwrap();
        let found = String::from_utf8(check.stdout).unwrap();
        assert!(!found.contains("forbidden-term"), "{found}");
    }
}

#[test]
fn drafts_of_a_text_that_the_rules_were_not_made_for_are_better_than_the_engine_alone() {
    let lines = |tag: &str| -> Vec<String> {
        cases::lines(&format!("kin/bridge.{tag}.txt")).iter().map(|line| line.to_string()).collect()
    };
    let russian = lines("ru");
    if !is_equipped() {
        return;
    }
    for (tag, [_, (bleu, chrf)]) in MARKS {
        let references = lines(tag);
        let body: String = russian[1..].iter().flat_map(|line| [&**line, "\n\n"]).collect();
        let folder = project(&[
            ("tolmach.toml", &format!("source = \"ru\"\ntargets = [\"{tag}\"]\n")),
            ("source/bridge.md", &format!("---\ntitle: {}\n---\n{body}", russian[0])),
        ]);
        let arguments = ["translate", "--backend", "apertium"];
        let (exit, said) = outcome(tolmach(folder.path(), &arguments).env_remove("DICPATH").output().unwrap());
        assert_eq!(exit, Some(0), "{said}");
        let text = fs::read_to_string(folder.path().join(format!("locales/{tag}/segments/bridge.xlf"))).unwrap();
        let file = FORMATS[0].read(&text).unwrap().value;
        let drafts: Vec<String> = file.units.into_iter().filter_map(|unit| Some(unit.target?.text.prose)).collect();
        assert_eq!(drafts.len(), references.len(), "{text}");
        for draft in &drafts {
            assert_clean(draft);
        }
        let reached = scores(drafts.iter().map(String::as_str).zip(references.iter().map(String::as_str)));
        println!("{tag}: {reached:?}\n{said}");
        assert!(reached.0 >= bleu && reached.1 >= chrf, "{tag}: {reached:?}");
    }
}
