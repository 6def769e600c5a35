//! Questions about open classes on a terminal, and their absence elsewhere.

use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::Stdio,
};

use nix::pty::openpty;
use tempfile::TempDir;

use super::{folder, outcome, tolmach};

const RULES: &str =
    "[guess]\nrules = [{ ends = \"картэль\", class = \"m ma\" }, { ends = \"спіраль\", class = \"m f\" }]\n";
const GLOSSARY: &str = "# Ours.\n[[concept]]\nid = \"cartel\"\nkind = \"noun\"\nterms.be = { preferred = \"картэль\" } # ?\n\n\
                        [[concept]]\nid = \"spiral\"\nkind = \"noun\"\nterms.be = { preferred = \"спіраль\" }\n";

fn project() -> TempDir {
    let folder = folder();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("tolmach.toml", "targets = [\"be\"]\nbackends = [\"review\"]\n");
    write("locales/be/paradigms.toml", RULES);
    write("glossary/terms.toml", GLOSSARY);
    folder
}

fn glossary(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("glossary/terms.toml")).unwrap()
}

/// Runs a command on a terminal where these answers have been typed ahead; returns exit code, what the terminal shows,
/// and standard error.
pub fn on_terminal(folder: &Path, arguments: &[&str], typed: &str) -> (Option<i32>, String, String) {
    let pty = openpty(None, None).unwrap();
    let mut master = fs::File::from(pty.master);
    master.write_all(typed.as_bytes()).unwrap();
    let mut command = tolmach(folder, arguments);
    let slave = pty.slave.try_clone().unwrap();
    let mut child = command.stdin(slave).stdout(pty.slave).stderr(Stdio::piped()).spawn().unwrap();
    // The command holds the terminal's last handles: reading ends when it does.
    drop(command);
    let mut shown = Vec::new();
    let mut block = [0; 4096];
    while let Ok(count @ 1..) = master.read(&mut block) {
        shown.extend_from_slice(&block[..count]);
    }
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    (child.wait().unwrap().code(), String::from_utf8(shown).unwrap(), errors)
}

#[test]
fn an_answer_on_a_terminal_is_written_beside_the_wording() {
    for (language, yes, question) in [
        ("en", "y", "Is “картэль” a living being?"),
        ("be", "так", "Ці называе «картэль» жывую істоту?"),
        ("ru", "да", "Называет ли «картэль» живое существо?"),
        ("uk", "т", "Чи називає «картэль» живу істоту?"),
    ] {
        let folder = project();
        let arguments = ["--lang", language, "glossary", "review"];
        let (code, shown, errors) = on_terminal(folder.path(), &arguments, &format!("{yes}\n2\nq\n"));
        assert_eq!(code, Some(0), "{language}: {shown}{errors}");
        assert!(shown.contains(question) && shown.contains("y  бачу картэля  (ma)"), "{language}: {shown}");
        let expected = GLOSSARY
            .replace("\"картэль\"", "{ text = \"картэль\", class = \"ma\" }")
            .replace("\"спіраль\"", "{ text = \"спіраль\", class = \"f\" }");
        assert_eq!(glossary(&folder), expected, "{language}");
        let lock = fs::read_to_string(folder.path().join("glossary/forms.lock")).unwrap();
        assert!(lock.contains("be\tcartel\tкартэль\tma\twritten\n"), "{language}: {lock}");
    }
}

#[test]
fn no_answer_leaves_the_class_open_and_an_unknown_one_is_asked_again() {
    let folder = project();
    let (code, shown, errors) = on_terminal(folder.path(), &["glossary", "review"], "7\n1\nmaybe\ns\ny\nq\n");
    assert_eq!(code, Some(0), "{shown}{errors}");
    // No number stands beside an answer of yes or no, and no `y` beside one with a number.
    assert_eq!(shown.matches("`y`: yes, `n`: no, `s`: skip, `q`: quit").count(), 3, "{shown}");
    assert_eq!(shown.matches("the number of a line; `s`: skip, `q`: quit").count(), 1, "{shown}");
    assert_eq!(glossary(&folder), GLOSSARY);
    // The end of the input, Ctrl-D, ends the questions.
    let (code, _, _) = on_terminal(folder.path(), &["glossary", "review"], "\u{4}");
    assert_eq!((code, glossary(&folder)), (Some(0), GLOSSARY.to_owned()));
}

#[test]
fn a_new_term_is_asked_about_before_it_is_written() {
    let folder = project();
    let arguments =
        ["glossary", "add", "--id", "gang", "--kind", "noun", "--term", "en=gang", "--term", "be=новы картэль"];
    let (code, shown, errors) = on_terminal(folder.path(), &arguments, "n\n");
    assert_eq!(code, Some(0), "{shown}{errors}");
    assert!(shown.contains("n  бачу новы картэль  (adj m)"), "{shown}");
    let text = glossary(&folder);
    assert!(text.starts_with(GLOSSARY), "{text}");
    assert!(text.contains("terms.be = { preferred = { text = \"новы картэль\", class = \"adj m\" } }"), "{text}");
    // Who does not want to answer loses nothing.
    let other = arguments.map(|word| if word == "gang" { "gang2" } else { word });
    let (code, _, errors) = on_terminal(folder.path(), &other, "q\n");
    assert_eq!(code, Some(0), "{errors}");
    assert!(glossary(&folder).contains("terms.be = { preferred = \"новы картэль\" }"), "{}", glossary(&folder));
    assert!(errors.contains("is “новы картэль” a living being?"), "{errors}");
}

#[test]
fn without_a_terminal_nothing_is_asked_or_awaited() {
    let folder = project();
    for arguments in [
        &["glossary", "add", "--id", "gang", "--kind", "noun", "--term", "be=картэль"][..],
        &["glossary", "review", "--accept-all", "--by", "Nina"],
        &["glossary", "review"],
        &["glossary", "review", "--by", "Nina", "spiral"],
        &["glossary", "review", "cartel", "--class", "be=ma"],
    ] {
        // The pipe stays open: whoever read from it would wait for ever.
        let (_writer, reader) = nix::unistd::pipe().map(|(reader, writer)| (writer, reader)).unwrap();
        let output = tolmach(folder.path(), arguments).stdin(reader).output().unwrap();
        let shown = String::from_utf8(output.stdout.clone()).unwrap();
        let (code, errors) = outcome(output);
        assert_eq!((code, shown.as_str()), (Some(0), ""), "{arguments:?}: {errors}");
        // That nothing was asked is said, where something is left to be reviewed.
        let is_left =
            arguments[1] == "review" && !arguments.contains(&"--accept-all") && !arguments.contains(&"--class");
        assert_eq!(errors.contains("hint: it asks on a terminal only"), is_left, "{arguments:?}: {errors}");
    }
    let text = glossary(&folder);
    assert!(text.contains("terms.be = { preferred = { text = \"картэль\", class = \"ma\" } } # ?\n"), "{text}");
    assert!(text.contains("id = \"gang\"\nkind = \"noun\"\nterms.be = { preferred = \"картэль\" }\n"), "{text}");
}

#[test]
fn a_dictionary_orders_the_choices_and_one_that_cannot_be_read_is_passed_over() {
    let folder = project();
    let write = |name: &str, text: &str| fs::write(folder.path().join("words").join(name), text).unwrap();
    fs::create_dir(folder.path().join("words")).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = tolmach(folder.path(), arguments);
        let output = command.env("DICPATH", folder.path().join("words")).output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let lint = ["glossary", "lint", "--format", "concise"];
    let at = |text: &str, class: &str| text.find(&format!("`class = \"{class}\"`; ")).is_some();
    let (without, _) = run(&lint);
    let spiral = |text: &str| {
        text.lines().find(|line| line.contains("спіраль") && line.contains("he, a she")).unwrap().to_owned()
    };
    assert!(at(&spiral(&without), "m"), "{without}");

    write("be_BY.aff", "SET UTF-8\nSFX A Y 2\nSFX A ь і ь\nSFX A ь лю ь\n");
    write("be_BY.dic", "1\nспіраль/A\n");
    let (with, _) = run(&lint);
    assert!(at(&spiral(&with), "f"), "{with}");
    let (before, after) = (run(&["check", "--format", "json"]).0, run(&["-v", "check"]).1);
    assert!(!after.contains("dictionary"), "`check` looks at none: {after}");

    write("be_BY.dic", "1\n\u{0}спіраль/ /A\n");
    write("be_BY.aff", "SET KLINGON\n");
    let (unreadable, errors) = run(&["-v", "glossary", "lint", "--format", "concise"]);
    assert_eq!(unreadable, without);
    assert!(errors.contains("this dictionary cannot be read") && errors.contains("klingon"), "{errors}");
    assert!(!run(&lint).1.contains("dictionary"), "only `-v` says so");
    assert_eq!(run(&["check", "--format", "json"]).0, before);
}

#[test]
fn an_option_that_a_written_class_would_ignore_is_refused() {
    let folder = project();
    for option in [["--locale", "be"], ["--by", "the desk"]] {
        let arguments = [&["glossary", "review", "cartel", "--class", "be=ma"][..], &option].concat();
        let (code, errors) = outcome(tolmach(folder.path(), &arguments).output().unwrap());
        assert_eq!(code, Some(2), "{errors}");
        assert!(errors.contains(option[0]) && !glossary(&folder).contains("class = \"ma\""), "{errors}");
    }
}

#[test]
fn a_class_that_is_given_twice_is_written_once_and_a_concept_that_is_named_twice_is_one() {
    for arguments in [
        &["cartel", "--class", "be=ma", "--class", "be=ma"][..],
        &["cartel", "cartel", "--class", "be=ma"],
        &["cartel", "cartel", "--class", "be=ma", "--class", "be=ma"],
    ] {
        let folder = project();
        let output = tolmach(folder.path(), &[&["glossary", "review"], arguments].concat()).output().unwrap();
        let (code, errors) = outcome(output);
        assert_eq!(code, Some(0), "{arguments:?}: {errors}");
        assert_eq!(errors.matches("has the class ma now").count(), 1, "{arguments:?}: {errors}");
        let expected = GLOSSARY.replace("\"картэль\"", "{ text = \"картэль\", class = \"ma\" }");
        assert_eq!(glossary(&folder), expected, "{arguments:?}");
    }
    let folder = project();
    let both = ["glossary", "review", "cartel", "--class", "be=ma", "--class", "be=m"];
    let (code, errors) = outcome(tolmach(folder.path(), &both).output().unwrap());
    assert_eq!((code, glossary(&folder)), (Some(2), GLOSSARY.to_owned()), "{errors}");
    assert!(errors.contains("`картэль` has the class `ma` already"), "{errors}");
}

#[test]
fn a_class_without_a_concept_is_for_the_one_that_no_review_has_settled() {
    let folder = project();
    let run = |arguments: &[&str]| outcome(tolmach(folder.path(), arguments).output().unwrap());
    let class = ["glossary", "review", "--class", "be=f"];
    let (code, errors) = run(&class);
    assert_eq!(code, Some(2), "two are open: {errors}");
    let lock = folder.path().join("glossary/forms.lock");
    assert_eq!(run(&["glossary", "forms", "--write"]).0, Some(0));
    let text = fs::read_to_string(&lock).unwrap();
    let (cartel, rest) = text.split_at(text.find("be\tspiral").unwrap());
    fs::write(&lock, cartel.replace("\n?\t", "\n+\t") + rest).unwrap();
    let (code, errors) = run(&class);
    assert_eq!(code, Some(0), "{errors}");
    let expected = GLOSSARY.replace("\"спіраль\"", "{ text = \"спіраль\", class = \"f\" }");
    assert_eq!(glossary(&folder), expected);
}
