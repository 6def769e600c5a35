//! The glossary's commands, run as from a shell.

use std::{fs, path::Path, process::Command};

use tempfile::TempDir;

const KEPT: &str = "# Ours: ask the desk before you change a line.\n[[concept]]\nid = \"homel\"   # not Gomel\nkind = \"place\"\nterms.en = { preferred = \"Homel\" }\nterms.be = { preferred = \"Гомель\" }";

/// A project of one article with a glossary of one concept.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::write(root.join("tolmach.toml"), "source = \"en\"\ntargets = [\"be\"]\nbackends = [\"review\"]\n").unwrap();
    fs::create_dir_all(root.join("glossary")).unwrap();
    fs::create_dir_all(root.join("source")).unwrap();
    fs::write(root.join("glossary/places.toml"), KEPT).unwrap();
    fs::write(
        root.join("source/news.md"),
        "---\ntitle: News\n---\nThe army left Homel.\n\nHomel waits. The army left.\n",
    )
    .unwrap();
    folder
}

/// Exit code, standard output and standard error.
fn tolmach(root: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .current_dir(root)
        .args(["--lang", "en"])
        .args(args)
        .env_remove("TOLMACH_PROJECT")
        .env("XDG_CONFIG_HOME", root.join("none"))
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn importing_twice_changes_nothing_and_never_overwrites() {
    let project = project();
    let root = project.path();
    let table = "id\tkind\ten.preferred\tbe.preferred\nhomel\tplace\tHomel\tГомель\nbrest\tplace\tBrest\tБрэст\n";
    fs::write(root.join("more.tsv"), table).unwrap();
    let (code, out, talk) = tolmach(root, &["glossary", "import", "more.tsv"]);
    assert_eq!((code, out.as_str()), (0, ""), "{talk}");
    assert_eq!(talk, "1 concept new, 1 already there: glossary/more.toml\n");
    let written = fs::read_to_string(root.join("glossary/more.toml")).unwrap();
    let brest = "[[concept]]\nid = \"brest\"\nkind = \"place\"\nterms.en = { preferred = \"Brest\" }\nterms.be = { preferred = \"Брэст\" }\n";
    assert_eq!(written, brest);
    let (code, _, talk) = tolmach(root, &["glossary", "import", "more.tsv"]);
    assert_eq!((code, talk.as_str()), (0, "0 concepts new, 2 already there: glossary/more.toml\n"));

    fs::write(root.join("more.tsv"), table.replace("Брэст", "Берасце")).unwrap();
    let (code, out, _) = tolmach(root, &["glossary", "import", "more.tsv", "--output", "glossary/places.toml"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("with different content at glossary/more.toml:1") && out.contains("--> more.tsv:3"), "{out}");
    assert_eq!(fs::read_to_string(root.join("glossary/more.toml")).unwrap(), brest);
    assert_eq!(fs::read_to_string(root.join("glossary/places.toml")).unwrap(), KEPT);
}

#[test]
fn a_file_of_another_format_exits_with_two() {
    let project = project();
    let root = project.path();
    fs::write(root.join("a.tbx"), include_bytes!("../../cases/glossary/exchange/bomb.tbx")).unwrap();
    fs::write(root.join("b.doc"), "x").unwrap();
    for (args, message) in [
        (["glossary", "import", "a.tbx"], "a document type declaration is not accepted"),
        (["glossary", "import", "b.doc"], "is not that of a glossary format"),
    ] {
        let (code, _, talk) = tolmach(root, &args);
        assert_eq!(code, 2, "{talk}");
        assert!(talk.contains(message) && talk.contains("hint: "), "{talk}");
    }
}

#[test]
fn an_exported_glossary_is_imported_without_changes() {
    let project = project();
    let root = project.path();
    for file in ["all.tbx", "all.csv", "all.tsv"] {
        let (code, _, talk) = tolmach(root, &["glossary", "export", file]);
        assert_eq!(code, 0, "{talk}");
        let (code, _, talk) = tolmach(root, &["glossary", "import", file]);
        assert_eq!((code, talk.as_str()), (0, "0 concepts new, 1 already there: glossary/all.toml\n"), "{file}");
    }
    let (code, out, _) = tolmach(root, &["glossary", "export", "--format", "omegat", "--locale", "be"]);
    assert_eq!((code, out.as_str()), (0, "Homel\tГомель\n"));
}

#[test]
fn a_concept_is_appended_and_existing_comments_stay() {
    let project = project();
    let root = project.path();
    let add = ["glossary", "add", "--id", "brest", "--kind", "place", "--file", "places"];
    let words = ["--term", "en=Brest", "--term", "be=Брэст", "--class", "be=m.S", "--forbidden", "be=Брест"];
    let (code, _, talk) = tolmach(root, &[add.as_slice(), words.as_slice()].concat());
    assert_eq!(code, 0, "{talk}");
    assert!(talk.contains("be: “Брэст” has ") && talk.contains("brest added to glossary/places.toml"), "{talk}");
    let text = fs::read_to_string(root.join("glossary/places.toml")).unwrap();
    let added = "\n\n[[concept]]\nid = \"brest\"\nkind = \"place\"\nterms.en = { preferred = \"Brest\" }\nterms.be = { preferred = { text = \"Брэст\", class = \"m.S\" }, forbidden = [\"Брест\"] }\n";
    assert_eq!(text, format!("{KEPT}{added}"));
    let refused: [&[&str]; 4] = [
        &["--id", "homel", "--term", "en=Homel"],
        &["--id", "x", "--term", "be=Гомель", "--class", "be=q"],
        &["--id", "x", "--term", "en=x", "--kind", "town"],
        &["--id", "x", "--term", "en=x", "--file", "../x"],
    ];
    for args in refused {
        let (code, _, talk) = tolmach(root, &[["glossary", "add"].as_slice(), args].concat());
        assert!(code == 2 && talk.contains("hint: "), "{args:?}: {talk}");
    }
    assert_eq!(fs::read_to_string(root.join("glossary/places.toml")).unwrap(), text);
}

#[test]
fn a_change_that_makes_a_finished_sentence_wrong_is_reported_in_advance() {
    let project = project();
    let root = project.path();
    assert_eq!(tolmach(root, &["translate"]).0, 0);
    let path = root.join("locales/be/segments/news.xlf");
    let file = fs::read_to_string(&path).unwrap();
    let target = "</source>\n        <target state=\"translated\">Войска пайшло з Гомеля.</target>";
    let translated = file.replacen("The army left Homel.</source>", &format!("The army left Homel.{target}"), 1);
    assert_ne!(file, translated, "{file}");
    fs::write(&path, translated).unwrap();
    fs::create_dir(root.join("new")).unwrap();
    let new = KEPT.replace("preferred = \"Гомель\"", "preferred = \"Гомелле\", forbidden = [\"Гомель\"]");
    fs::write(root.join("new/places.toml"), new).unwrap();
    let (code, out, talk) = tolmach(root, &["glossary", "diff", "glossary", "new", "--format", "json"]);
    assert_eq!(code, 1, "{out}{talk}");
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["changes"][0]["wordings"][0]["new"], "preferred");
    let wrong = json["wrong"].as_array().unwrap();
    let forbidden = wrong.iter().find(|one| one["rule"] == "forbidden-term").unwrap();
    assert_eq!(forbidden["excerpt"], "Гомеля");
    assert_eq!(forbidden["text"], "Войска пайшло з Гомеля.");
    let (_, out, _) = tolmach(root, &["glossary", "diff", "glossary", "new"]);
    let line = 1 + fs::read_to_string(&path).unwrap().lines().position(|line| line.contains("з Гомеля")).unwrap();
    assert!(out.contains(&format!("  locales/be/segments/news.xlf:{line}:")), "{out}");
    assert_eq!(tolmach(root, &["glossary", "diff", "glossary", "glossary"]).0, 0);
    assert_eq!(tolmach(root, &["glossary", "diff", "glossary", "nowhere"]).0, 2);
}

#[test]
fn lint_fails_at_its_gate_and_shows_findings_like_check() {
    let project = project();
    let root = project.path();
    let (code, out, talk) = tolmach(root, &["glossary", "lint"]);
    assert_eq!(code, 0, "{out}{talk}");
    let settings = "source = \"en\"\ntargets = [\"be\"]\n[glossary]\nforbid = { homel = { be = [\"Гомель\"] } }\n";
    fs::write(root.join("tolmach.toml"), settings).unwrap();
    let (code, out, _) = tolmach(root, &["glossary", "lint", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &json["findings"][0]["rule"]), (1, &serde_json::json!("glossary-lint")));
    assert_eq!(json["findings"][0]["reason"], "the settings forbid “Гомель”, which is the preferred wording");
    assert_eq!(tolmach(root, &["glossary", "lint", "--fail-on", "never", "--format", "github"]).0, 0);
}

#[test]
fn candidates_come_as_a_table_that_can_be_imported() {
    let project = project();
    let root = project.path();
    let (code, out, talk) = tolmach(root, &["glossary", "extract", "--format", "tsv"]);
    assert_eq!(code, 0, "{talk}");
    assert_eq!(out, "id\tkind\tnote\ten.preferred\narmy_left\tterm\t2×: The army left Homel.\tarmy left\n");
    fs::write(root.join("found.tsv"), out).unwrap();
    assert_eq!(tolmach(root, &["glossary", "import", "found.tsv"]).0, 0);
    assert_eq!(tolmach(root, &["glossary", "extract", "--format", "tsv"]).1, "id\tkind\n");
}
