//! What reaches a terminal: no text from outside controls it, and no failure is silent.

use std::{collections::BTreeSet, fs, path::Path, process::Output};

use tempfile::TempDir;

use super::{folder, tolmach};

/// Text that clears the screen, sets the title of the window, rings, and reverses what follows.
const HOSTILE: &str = "x\u{1b}[2J\u{1b}]0;t\u{7}\u{9b}31m\u{202e}\u{200f}\u{e0041}y";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The escapes of TOML and YAML for the hostile text.
fn escaped() -> String {
    HOSTILE
        .chars()
        .map(|c| if c.is_ascii_graphic() { c.to_string() } else { format!("\\U{:08x}", u32::from(c)) })
        .collect()
}

/// A project in which everything that can have a name has a hostile one.
fn project() -> TempDir {
    let (folder, toml) = (folder(), escaped());
    let write = |path: &str, text: &str| write(folder.path(), path, text);
    write(
        "tolmach.toml",
        &format!(
            "targets = [\"be\"]\nbackends = [\"review\"]\n[site]\nname = \"{toml}\"\ntranslators = {{ be = \"{toml}\" }}\n[[ignore]]\nrule = \"numbers\"\ntext = \"{toml}\"\nreason = \"{toml}\"\n"
        ),
    );
    let article = format!(
        "---\ntitle: \"The {toml} army\"\nauthor: \"{toml}\"\ntags: [\"{toml}\"]\nimage: \"{toml}.png\"\nrole-{toml}: x\n---\nOne {HOSTILE} came, 7 of them, said Ivan {HOSTILE}.\n\n![{HOSTILE}](images/{HOSTILE}.png)\n\n<img src=\"{HOSTILE}.png\" onerror=\"{HOSTILE}\">\n"
    );
    write(&format!("source/{HOSTILE}.md"), &article);
    write("source/day.md", &article);
    write("source/images/x.txt", "x");
    write(
        "glossary/people.toml",
        &format!(
            "[[concept]]\nid = \"{toml}\"\nkind = \"{toml}\"\ndefinition = \"{toml}\"\nnote = \"{toml}\"\nterms.en = {{ preferred = \"army\", forbidden = [\"came\"] }}\nterms.be = {{ preferred = \"войска {toml}\" }}\n\n[[concept]]\nid = \"{toml}\"\nterms.en = {{ preferred = \"them\" }}\nterms.be = {{ preferred = \"яны\" }}\n"
        ),
    );
    write(
        &format!("glossary/{HOSTILE}.toml"),
        &format!(
            "[[concept]]\nid = \"{toml}2\"\nkind = \"person\"\nterms.en = {{ preferred = \"Ivan\" }}\nterms.be = {{ preferred = \"Іван\", class = \"{toml}\" }}\n"
        ),
    );
    write(
        &format!("memory/{HOSTILE}.tmx"),
        "<tmx version=\"1.4\"><header/><body><tu><tuv><seg>a</seg></tuv></tu></body></tmx>",
    );
    write("new/people.toml", &format!("[[concept]]\nid = \"{toml}3\"\nterms.en = {{ preferred = \"army {toml}\" }}\n"));
    write(
        &format!("{HOSTILE}.html"),
        &format!(
            "<title>{HOSTILE}</title><article><h1>The army {HOSTILE} stays</h1><p>One came, and they all said {HOSTILE} to him in the town.</p><p class=\"share\">Share {HOSTILE}</p></article>"
        ),
    );
    write(&format!("{HOSTILE}.csv"), &format!("id,en.preferred,be.preferred,{HOSTILE}\n{HOSTILE},a {HOSTILE},б,в\n"));
    write(&format!("{HOSTILE}.xlf"), &format!("<xliff version=\"1.2\"><file original=\"{HOSTILE}\"/></xliff>"));
    write(
        "nothing.xlf",
        "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"x\u{202e}y\" source-language=\"en\" target-language=\"be\" datatype=\"x\"><body><trans-unit id=\"x\u{202e}y\"><source>a</source><target>\u{202e}</target></trans-unit></body></file></xliff>",
    );
    folder
}

/// The engine answers with hostile text, and complains in it.
const ENGINE: &str = r#"while read -r line; do id=$(printf '%s' "$line" | sed 's/.*"id":\([^,}]*\).*/\1/'); printf '{"id":%s,"text":"\\u001b[2J\\u202e адказ"}\n' "$id"; done; printf '\033[2J\302\23331m\n' >&2; exit 7"#;

/// The commands, each a list of arguments; `EVIL` stands for the hostile text. Not among them is a glossary that is
/// exported to a pipe: it goes to another program, and reaches a terminal only where standard output is one.
fn commands() -> Vec<Vec<String>> {
    let lines = [
        "init new-one",
        "status",
        "status EVIL",
        "status --format json",
        "-v status nobody-EVIL",
        "doctor",
        "check",
        "-v check",
        "check --format concise",
        "check --format json",
        "check --format jsonl",
        "check --format github",
        "--lang be check",
        "--lang ru check EVIL",
        "check --locale EVIL",
        "check --fix --dry-run",
        "check --fix",
        "translate",
        "-v translate",
        "-vv translate -b command --program ENGINE",
        "run",
        "-v run",
        "run -b command --program ENGINE --redo",
        "translate -b EVIL",
        "translate -b command --program EVIL",
        "translate -b libretranslate --endpoint http://EVIL/",
        "--lang uk run",
        "build",
        "build --require final",
        "-v build --require final",
        "build --allow-missing mark",
        "run --require final",
        "approve --as final --by EVIL",
        "approve --as final --by EVIL --segment EVIL",
        "export -o out",
        "export -o out --profile EVIL",
        "merge EVIL.xlf",
        "merge nothing.xlf --by EVIL",
        "merge EVIL",
        "diff draft EVIL -l be",
        "diff draft day -l be --format json",
        "diff draft day -l be --format html",
        "diff draft day -l be --format markdown",
        "diff source source/day.md source/EVIL.md",
        "diff source source/day.md EVIL.html --format json",
        "diff source source/day.md EVIL.html --format markdown",
        "diff source source/day.md EVIL.html --format html",
        "diff edition source/day.md EVIL.html",
        "segment source/EVIL.md",
        "segment source/EVIL.md --format jsonl",
        "segment EVIL",
        "roundtrip source/EVIL.md EVIL",
        "glossary find army",
        "glossary find army --format json",
        "glossary find EVIL --locale EVIL",
        "glossary lint",
        "glossary lint --format json",
        "glossary lint --format github",
        "glossary extract --min 1",
        "glossary extract --min 1 --format json",
        "glossary forms",
        "glossary forms --format json",
        "glossary forms EVIL --locale be --class EVIL",
        "glossary forms --write",
        "glossary forms --check",
        "glossary review --by EVIL",
        "glossary review --accept-all --by EVIL",
        "glossary diff glossary new",
        "glossary diff glossary new --format json",
        "glossary diff glossary new --format concise",
        "glossary diff EVIL new",
        "glossary import EVIL.csv",
        "glossary import EVIL.csv -o EVIL.toml",
        "glossary export EVIL.tbx",
        "glossary export EVIL",
        "glossary add --id EVIL --term en=EVIL",
        "glossary add --id a --kind EVIL --term be=б",
        "glossary add --id b --term EVIL --file EVIL",
        "import EVIL.html",
        "import EVIL.html --force --format json",
        "import EVIL.html --slug EVIL-2",
        "import EVIL",
        "import http://EVIL/",
        "ledger",
        "ledger --format json",
        "explain EVIL",
        "explain",
        "EVIL",
        "status --EVIL",
        "--show-settings run",
        "--show-settings run -b EVIL",
        "-C EVIL status",
        "--lang EVIL status",
        "-j EVIL status",
        "schema",
        "check -o EVIL/x",
    ];
    let word = |word: &str| {
        if word == "ENGINE" {
            format!("[\"sh\", \"-c\", {}]", serde_json::to_string(ENGINE).unwrap())
        } else {
            word.replace("EVIL", HOSTILE)
        }
    };
    lines.iter().map(|line| line.split(' ').map(word).collect()).collect()
}

/// The characters of an output that act instead of being displayed.
fn acting(bytes: &[u8]) -> Vec<char> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let acts = |c: &char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0001}'..='\u{e007f}')
    };
    text.chars().filter(acts).collect()
}

/// Runs a command with nothing on standard input.
fn run(folder: &Path, arguments: &[String]) -> Output {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    tolmach(folder, &arguments).stdin(std::process::Stdio::null()).output().unwrap()
}

#[test]
#[cfg(unix)]
fn no_text_from_outside_controls_the_terminal() {
    let folder = project();
    let mut faults = Vec::new();
    for arguments in commands() {
        let output = run(folder.path(), &arguments);
        if is_silent_failure(&output) {
            faults.push(format!("{arguments:?}: exit {:?} without a word", output.status.code()));
        }
        for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            let acting = acting(bytes);
            if !acting.is_empty() {
                faults.push(format!(
                    "{arguments:?}: {name} has {acting:?}: {}",
                    String::from_utf8_lossy(bytes).escape_debug()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
#[cfg(unix)]
fn colours_are_the_only_control_characters_of_a_coloured_page() {
    let folder = project();
    for arguments in
        [&["check"][..], &["diff", "source", "source/day.md", "source/images/x.txt"], &["run"], &["glossary", "lint"]]
    {
        let output = run(
            folder.path(),
            &[&["--color", "always"][..], arguments].concat().iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(),
        );
        let text = String::from_utf8(output.stdout).unwrap();
        let has_colours = ["check", "diff"].contains(&arguments[0]);
        assert!(!has_colours || text.contains("\u{1b}["), "{arguments:?}: {text:?}");
        let plain = ["0", "1", "2", "31", "32", "33", "36"]
            .iter()
            .fold(text, |text, code| text.replace(&format!("\u{1b}[{code}m"), ""));
        assert!(acting(plain.as_bytes()).is_empty(), "{arguments:?}: {plain:?}");
    }
}

#[test]
#[cfg(unix)]
fn a_failure_has_a_word_on_standard_error_even_where_it_is_quiet() {
    let folder = project();
    let (mut silent, mut codes) = (Vec::new(), BTreeSet::new());
    for arguments in commands() {
        let output = run(folder.path(), &[vec!["--quiet".to_owned()], arguments.clone()].concat());
        codes.insert(output.status.code());
        if is_silent_failure(&output) {
            silent.push(format!("{arguments:?}: {:?}", output.status.code()));
        }
    }
    assert_eq!(codes, [Some(0), Some(1), Some(2), Some(3)].into());
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

fn is_silent_failure(output: &Output) -> bool {
    output.status.code() != Some(0) && output.stderr.trim_ascii().is_empty()
}

#[test]
fn a_refused_edition_says_how_many_segments_are_in_which_state_and_lists_them_on_request() {
    let folder = super::project(&["pseudo"]);
    assert!(tolmach(folder.path(), &["translate"]).status().unwrap().success());
    let refused = |arguments: &[&str]| {
        let output = tolmach(folder.path(), arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    };
    let said = "army: be: not built: 5 segments are below the state that the edition requires (draft: 5)\n";
    for command in ["build", "run"] {
        let words = refused(&[command, "--require", "final"]);
        assert!(words.contains(said) && !words.contains("[draft]") && words.contains("`-v`"), "{words}");
        let words = refused(&["-v", command, "--require", "final"]);
        assert_eq!(words.matches("[draft]").count(), 5, "{words}");
    }
}

#[test]
#[cfg(unix)]
fn run_and_translate_are_unfinished_alike_where_drafts_were_refused() {
    for command in ["translate", "run"] {
        for quiet in [&["-q"][..], &[]] {
            let folder = super::project(&["command"]);
            let engine = r#"["sh", "-c", "sed 's/\"text\":\"[^\"]*\"/\"text\":\"\"/'"]"#;
            let arguments =
                [quiet, &[command, "--program", engine, "--fail-on", "never"][..if command == "run" { 5 } else { 3 }]]
                    .concat();
            let output = tolmach(folder.path(), &arguments).output().unwrap();
            let words = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(3), "{arguments:?}: {words}");
            assert!(words.contains("5 sentences are left without a translation"), "{words}");
        }
    }
}
