//! `tolmach glossary forms` and `review` on the command line.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

#[cfg(unix)]
use crate::cli::questions::on_terminal;

const GLOSSARY: &str = r#"
[[concept]]
id = "lukashenka"
kind = "person"
terms.be = { preferred = { text = "Аляксандр Лукашэнка", class = "ma.S ma.S.surn-a" }, admitted = "Лукашэнка" }
terms.ru = { preferred = "Лукашенко" }

[[concept]]
id = "border"
kind = "noun"
terms.be = { preferred = { text = "мяжа", class = "f.end", forms = ["межаў"] } }
"#;

fn project(glossary: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("glossary")).unwrap();
    fs::write(folder.path().join("tolmach.toml"), "source = \"en\"\ntargets = [\"be\", \"ru\", \"uk\"]\n").unwrap();
    fs::write(folder.path().join("glossary/terms.toml"), glossary).unwrap();
    folder
}

fn run_with(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["--lang", "en", "glossary"])
        .args(arguments)
        .current_dir(folder)
        .env_remove("TOLMACH_PROJECT")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// Exit code, standard output, standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    streams(&run_with(folder, arguments, ""))
}

fn streams(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// The paradigms of a JSON answer, as `locale class: form form…`.
fn paradigms(stdout: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(stdout).unwrap();
    assert_eq!(value["version"], 1);
    let line = |paradigm: &Value| {
        let forms: Vec<&str> =
            paradigm["forms"].as_array().unwrap().iter().map(|form| form["form"].as_str().unwrap()).collect();
        format!("{} {}: {}", paradigm["locale"].as_str().unwrap(), paradigm["class"].as_str().unwrap(), forms.join(" "))
    };
    value["paradigms"].as_array().unwrap().iter().map(line).collect()
}

fn lock(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("glossary/forms.lock")).unwrap()
}

#[test]
fn a_paradigm_is_a_table_with_the_cases_in_the_users_language() {
    let folder = project(GLOSSARY);
    let (code, out, _) = run(folder.path(), &["forms", "--locale", "be", "--class", "ma.S.surn-a", "Калінка"]);
    assert_eq!(code, 0);
    assert_eq!(
        out,
        "be  Калінка  ma.S.surn-a  (as given)\n                singular\n  nominative    Калінка\n  \
         genitive      Калінкі\n  dative        Калінку\n  accusative    Калінку\n  instrumental  Калінкам\n  \
         locative      Калінку\n"
    );
    let (_, out, _) = run(folder.path(), &["forms", "--lang", "uk", "--locale", "uk", "--kind", "adj", "білоруський"]);
    assert!(out.contains("чоловічий рід") && out.contains("множина") && out.contains("  орудний"), "{out}");
    assert!(out.lines().skip(1).all(|line| line.starts_with("  ")), "{out}");
}

#[test]
fn without_a_locale_every_language_that_spells_the_word_declines_it() {
    let folder = project("");
    let (_, out, _) = run(folder.path(), &["forms", "--kind", "person", "--format", "json", "Путин", "Іван"]);
    let found = paradigms(&out);
    let heads: Vec<&str> = found.iter().filter_map(|line| line.split_once(':')).map(|(head, _)| head).collect();
    assert_eq!(heads, ["ru ma.S.surn", "uk ma.S", "be ma.S", "uk ma.S"]);
}

#[test]
fn a_word_of_the_glossary_has_its_class_and_its_written_forms() {
    let folder = project(GLOSSARY);
    let (_, out, _) = run(folder.path(), &["forms", "--format", "json", "мяжа", "Аляксандр Лукашэнка", "Лукашенко"]);
    let found = paradigms(&out);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("be f.end: мяжа мяжы ") && found[0].contains("межаў"), "{}", found[0]);
    assert!(found[1].contains("Аляксандру Лукашэнку"), "{}", found[1]);
    assert_eq!(found[2], format!("ru 0:{}", " Лукашенко".repeat(6)));
    let value: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value["paradigms"][1]["concept"], "lukashenka");
    assert_eq!(value["paradigms"][1]["class_from"], "written");
    for form in value["paradigms"][2]["forms"].as_array().unwrap() {
        assert_eq!((form["form"].as_str(), form["number"].as_str()), (Some("Лукашенко"), Some("singular")));
    }
    let (_, all, _) = run(folder.path(), &["forms", "--locale", "be", "--format", "json"]);
    assert_eq!(paradigms(&all).len(), 3);
}

#[test]
fn an_invalid_class_stops_its_word_and_not_the_others() {
    let folder = project("");
    let (code, out, err) =
        run(folder.path(), &["forms", "--locale", "be", "--class", "f", "--format", "json", "хата", "Мінск", "вайна"]);
    assert_eq!(code, 2);
    assert_eq!(paradigms(&out).len(), 2);
    assert!(err.contains("be: Мінск: the class `f` does not fit `Мінск`") && err.contains("hint: "), "{err}");
    let (code, out, err) = run(folder.path(), &["forms", "--class", "ma.Q", "хата"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("`Q` is not part of a class; known are") && err.contains("hint: "), "{err}");
    let (code, _, err) = run(folder.path(), &["forms", "--locale", "be", "Минск"]);
    assert_eq!(code, 2);
    assert!(err.contains("the letter `и` of another alphabet"), "{err}");
    let (code, _, err) = run(folder.path(), &["forms", "Minsk"]);
    assert_eq!(code, 2);
    assert!(err.contains("no locale with rules of declension has all the letters of `Minsk`"), "{err}");
    assert_eq!(run(folder.path(), &["forms", "--kind", "city", "хата"]).0, 2);
}

#[test]
fn a_check_fails_until_the_lock_is_written_and_again_when_a_form_changes() {
    let folder = project(GLOSSARY);
    let (code, _, err) = run(folder.path(), &["forms", "--check"]);
    assert_eq!(code, 1);
    assert!(err.contains("glossary/forms.lock"), "{err}");
    assert_eq!(run(folder.path(), &["forms", "--write"]).0, 0);
    assert_eq!(run(folder.path(), &["forms", "--check"]).0, 0);
    fs::write(folder.path().join("glossary/terms.toml"), GLOSSARY.replace("\"f.end\"", "\"f.stem\"")).unwrap();
    let (code, out, err) = run(folder.path(), &["forms", "--check"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("be border мяжа\n  - be\tborder\tмяжа\tf.end\twritten\n"), "{out}");
    assert!(out.contains("\n  - singular instrumental\tмяжой\tмяжою\n"), "{out}");
    assert!(out.contains("\n  + singular instrumental\tмяжай\tмяжаю\n"), "{out}");
    assert!(err.contains("hint: run `tolmach glossary forms --write`"), "{err}");
    assert_eq!(run(folder.path(), &["forms", "--check", "--locale", "ru"]).0, 0);
}

#[cfg(unix)]
#[test]
fn a_review_keeps_each_answer() {
    let folder = project(GLOSSARY);
    let arguments = ["glossary", "review", "--by", "the desk"];
    let (code, out, errors) = on_terminal(folder.path(), &arguments, "what\ny\nn\n\nq\n");
    assert_eq!(code, Some(0), "{errors}");
    assert!(out.contains("1/4  be  мяжа  f.end  (from the glossary)  [border]"), "{out}");
    assert!(out.contains("`y`: yes, `n`: no"), "{out}");
    let text = lock(&folder);
    let marks = |head: &str| -> Vec<char> {
        let lines = text.lines().skip_while(|line| !line.starts_with(head)).skip(1).take_while(|line| !line.is_empty());
        let mut marks: Vec<char> = lines.filter_map(|line| line.chars().next()).collect();
        marks.dedup();
        marks
    };
    assert_eq!(marks("be\tborder\tмяжа\tf.end\twritten\tthe desk 2"), ['+']);
    assert_eq!(marks("be\tlukashenka\tАляксандр Лукашэнка"), ['!']);
    assert_eq!(marks("be\tlukashenka\tЛукашэнка"), ['?']);
    // The end of the input ends the review, and earlier answers stay.
    let (code, out, errors) = on_terminal(folder.path(), &["glossary", "review", "--locale", "ru"], "\u{4}");
    assert_eq!(code, Some(0), "{errors}");
    assert!(out.contains("1/1  ru  Лукашенко"), "{out}");
    assert_eq!(lock(&folder), text);
    assert_eq!(run(folder.path(), &["review", "--accept-all", "--by", "the desk"]).0, 0);
    assert!(!lock(&folder).contains("\n?\t") && lock(&folder).contains("\n!\t"));
    assert_eq!(run(folder.path(), &["review", "--accept-all"]).0, 2);
}

#[test]
fn a_damaged_lock_is_reported_with_its_line_and_left_alone() {
    let folder = project(GLOSSARY);
    let damaged = "tolmach forms 1\n\nbe\tborder\tмяжа\tf.end\twritten\n+\tsingular genetive\tмяжы\n";
    fs::write(folder.path().join("glossary/forms.lock"), damaged).unwrap();
    for arguments in [&["forms", "--check"][..], &["forms", "--write"], &["review", "--accept-all", "--by", "x"]] {
        let (code, _, err) = run(folder.path(), arguments);
        assert_eq!(code, 2);
        assert!(err.contains("glossary/forms.lock: line 4: `genetive` is not a number, case or gender"), "{err}");
        assert!(err.contains("hint: "), "{err}");
    }
    assert_eq!(lock(&folder), damaged);
}

#[test]
fn a_lock_needs_a_project() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    for arguments in [&["forms", "--check"][..], &["forms", "--write"], &["review"]] {
        let (code, _, err) = run(folder.path(), arguments);
        assert_eq!(code, 2);
        assert!(err.contains("no `tolmach.toml`"), "{err}");
    }
}

#[test]
fn a_wrong_class_in_the_glossary_is_reported_and_the_rest_is_locked() {
    let folder = project(&GLOSSARY.replace("f.end", "m.Q"));
    let (code, _, err) = run(folder.path(), &["forms", "--write"]);
    assert_eq!(code, 2);
    assert!(err.contains("glossary/terms.toml:11") && err.contains("m.Q"), "{err}");
    assert!(lock(&folder).contains("be\tborder\tмяжа\tf\tguessed\n"));
}
