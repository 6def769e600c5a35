//! A project locked by another process, and files without permissions.

use std::{
    fs::{self, File},
    io::Write,
};
#[cfg(unix)]
use std::{os::unix::fs::PermissionsExt as _, path::Path, process::Command, sync::LazyLock};

#[cfg(unix)]
use tempfile::TempDir;

use super::{outcome, project, tolmach};

#[test]
fn one_process_at_a_time_writes_into_a_project() {
    let folder = project(&["review"]);
    fs::create_dir_all(folder.path().join(".tolmach")).unwrap();
    let mut lock = File::create(folder.path().join(".tolmach/lock")).unwrap();
    lock.write_all(b"tolmach run, process 7\n").unwrap();
    lock.lock().unwrap();
    for command in [
        &["translate"][..],
        &["run"],
        &["build"],
        &["merge", "x.xlf"],
        &["approve", "--as", "final", "--by", "A"],
        &["check", "--fix"],
        &["import", "page.html"],
        &["export", "-o", "out"],
    ] {
        let (exit, words) = outcome(tolmach(folder.path(), command).output().unwrap());
        assert_eq!(exit, Some(3), "{command:?}");
        assert!(words.contains("another tolmach works here: tolmach run, process 7"), "{words}");
    }
    assert_eq!(tolmach(folder.path(), &["status"]).output().unwrap().status.code(), Some(0));
}

/// Runs the program so that file modes bind it: as the present user, or as one without rights where that is the superuser,
/// whom no mode keeps from a file.
#[cfg(unix)]
fn outcome_without_privileges(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    use std::os::unix::{fs::chown, process::CommandExt as _};

    /// The user and group `nobody`.
    const NOBODY: u32 = 65_534;
    // A copy, since the checkout may lie where nobody may look.
    static PROGRAM: LazyLock<TempDir> = LazyLock::new(|| {
        let program = tempfile::tempdir().unwrap();
        // By another process: a file open for writing here would be inherited by programs that other tests start meanwhile,
        // and could not be run ("text file busy").
        let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_tolmach")).arg(program.path().join("tolmach")).status();
        assert!(copied.unwrap().success());
        fs::set_permissions(program.path(), fs::Permissions::from_mode(0o755)).unwrap();
        program
    });
    if !rustix::process::geteuid().is_root() {
        return outcome(tolmach(folder, arguments).output().unwrap());
    }
    let mut paths = vec![folder.to_owned()];
    while let Some(path) = paths.pop() {
        chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
        if path.is_dir() {
            paths.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    let given = tolmach(folder, arguments);
    let mut command = Command::new(PROGRAM.path().join("tolmach"));
    command.args(given.get_args()).current_dir(folder).env_clear().uid(NOBODY).gid(NOBODY);
    command.envs(given.get_envs().filter_map(|(name, value)| Some((name, value?))));
    outcome(command.output().unwrap())
}

#[cfg(unix)]
#[test]
fn a_file_without_permissions_is_reported_and_stays() {
    let folder = project(&["review"]);
    let run = |arguments: &[&str]| outcome_without_privileges(folder.path(), arguments);
    let forbid = |path: &str, mode| {
        fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    forbid("source/army.md", 0o000);
    let (exit, words) = run(&["check"]);
    assert!(exit == Some(2) && words.contains("army.md") && words.contains("hint: "), "{words}");
    forbid("source/army.md", 0o600);
    fs::create_dir_all(folder.path().join("locales/be/segments")).unwrap();
    forbid("locales/be/segments", 0o500);
    let (exit, words) = run(&["translate", "--backend", "review"]);
    assert!(exit == Some(2) && words.contains("army.xlf") && words.contains("hint: "), "{words}");
    forbid("locales/be/segments", 0o700);
    // A read-only lock file still locks; a ledger that cannot be opened stops what would have to be recorded.
    let lock = File::options().create(true).append(true).open(folder.path().join(".tolmach/lock")).unwrap();
    forbid(".tolmach/lock", 0o400);
    lock.lock().unwrap();
    assert_eq!(run(&["translate", "--backend", "review"]).0, Some(3));
    lock.unlock().unwrap();
    forbid(".tolmach", 0o500);
    assert_eq!(run(&["translate", "--backend", "review"]), (Some(0), String::new()));
    let (exit, words) = run(&["translate", "--backend", "command", "--program", "cat"]);
    assert_eq!(
        (exit, words.matches("error: the ledger `.tolmach/ledger.jsonl` cannot be opened").count()),
        (Some(2), 1)
    );
    forbid(".tolmach", 0o700);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_looked_at_is_not_taken_for_absent() {
    let page = "<html lang=\"{{ lang }}\">{{ body }}</html>\n";
    // What is withheld, and the commands that need it.
    let approve = &["approve", "--as", "final", "--by", "A"][..];
    let cases: [(&str, &[&[&str]]); 8] = [
        ("glossary", &[&["check"], &["run"], &["glossary", "lint"], &["glossary", "export", "g.csv"]]),
        ("source", &[&["check"], &["status"], &["run"], &["build"], &["doctor"]]),
        ("locales", &[&["check"], &["status"], &["run"], &["build"], approve]),
        ("locales/be", &[&["check"], &["run"], &["translate"]]),
        ("locales/be/segments", &[&["check"], &["status"], &["run"], &["build"], approve, &["export", "-o", "out"]]),
        ("memory", &[&["translate", "--redo", "--backend", "memory"]]),
        ("templates", &[&["build", "--allow-missing", "source"]]),
        ("home/.config/tolmach", &[&["status"], &["run"]]),
    ];
    let folder = project(&["memory", "review"]);
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("glossary/army.toml", "[[concept]]\nid = \"army\"\nkind = \"thing\"\nterms.en = { preferred = \"army\" }\n");
    write("locales/be/profile.toml", "");
    write("templates/edition.html.j2", page);
    write("memory/old.tmx", "<tmx version=\"1.4\"><header srclang=\"en\"/><body/></tmx>\n");
    write("home/.config/tolmach/config.toml", "");
    let (exit, words) = outcome_without_privileges(folder.path(), &["translate"]);
    assert_eq!(exit, Some(0), "{words}");
    let segments = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
    for (path, commands) in cases {
        for mode in [0o444, 0o000] {
            for command in commands {
                fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
                let (exit, words) = outcome_without_privileges(folder.path(), &[command, &["--no-cache"][..]].concat());
                fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(0o755)).unwrap();
                assert_eq!(exit, Some(2), "{path} {mode:o} {command:?}: {words}");
                assert!(words.contains("error: ") && words.contains(path), "{path} {mode:o} {command:?}: {words}");
            }
        }
    }
    assert_eq!(fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap(), segments);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_no_empty_folder() {
    use std::os::unix::fs::symlink;

    for (name, command) in [
        ("glossary", &["check"][..]),
        ("source", &["status"]),
        ("locales", &["status"]),
        ("memory", &["translate", "--backend", "memory"]),
        ("source/day.md", &["status"]),
    ] {
        let folder = project(&["review"]);
        let path = folder.path().join(name);
        if name == "source" {
            fs::remove_dir_all(&path).unwrap();
        }
        symlink("/nowhere/to/be/found", &path).unwrap();
        let (exit, words) = outcome(tolmach(folder.path(), command).output().unwrap());
        assert!(exit == Some(2) && words.contains(name) && words.contains("error: "), "{name}: {exit:?} {words}");
    }
    let folder = project(&["review"]);
    symlink("a@host.7", folder.path().join("source/.#army.md")).unwrap();
    assert_eq!(outcome(tolmach(folder.path(), &["status"]).output().unwrap()).0, Some(0), "an editor's lock");
}

/// A program that answers every sentence, after somebody has saved the segment file.
#[cfg(unix)]
fn program_with_an_editor(folder: &Path, edit: &str) -> String {
    let segments = folder.join("locales/be/segments/army.xlf");
    let answer = r#"sed -E 's/.*"id":"([0-9a-f]+)".*/{"id":"\1","text":"Войска засталося дома."}/'"#;
    let script = format!("sed -i '{edit}' {}\n{answer}\n", segments.display());
    fs::write(folder.join("engine.sh"), script).unwrap();
    "sh engine.sh".to_owned()
}

#[cfg(unix)]
#[test]
fn what_a_translator_saves_while_an_engine_is_asked_is_kept() {
    for command in ["translate", "run"] {
        let folder = project(&["review"]);
        assert_eq!(outcome(tolmach(folder.path(), &["translate"]).output().unwrap()).0, Some(0));
        let saving = "0,/<target state=\"needs-translation\"\\/>/s//<target>Армія не выходзіць<\\/target>/";
        let program = program_with_an_editor(folder.path(), saving);
        let arguments = [command, "--backend", "command", "--program", &program];
        let (exit, words) = outcome(tolmach(folder.path(), &arguments).output().unwrap());
        assert_eq!(exit, Some(0), "{words}");
        assert!(words.contains("locales/be/segments/army.xlf: somebody saved this file"), "{words}");
        let segments = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
        let count = |text: &str| segments.matches(text).count();
        assert_eq!((count("Армія не выходзіць"), count(">Войска засталося дома.<")), (1, 4), "{segments}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_named_with_o_stays_the_pipe_device_or_link_that_it_is() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};

    let folder = project(&["review"]);
    let at = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    fs::write(at("old.json"), "old").unwrap();
    symlink("old.json", at("link")).unwrap();
    symlink("new.json", at("ahead")).unwrap();
    let run =
        |name: &str| outcome(tolmach(folder.path(), &["check", "--format", "json", "-o", name]).output().unwrap()).0;
    let reader = std::thread::spawn({
        let pipe = at("pipe");
        move || fs::read_to_string(pipe).unwrap()
    });
    assert_eq!(run("pipe"), Some(1));
    assert!(fs::symlink_metadata(at("pipe")).unwrap().file_type().is_fifo());
    let findings = reader.join().unwrap();
    assert!(findings.starts_with('{'), "{findings}");
    for (link, file) in [("link", "old.json"), ("ahead", "new.json")] {
        assert_eq!(run(link), Some(1));
        assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(at(file)).unwrap(), findings);
    }
    let (exit, words) = outcome_without_privileges(folder.path(), &["check", "-o", "/dev/null"]);
    assert_eq!(exit, Some(1), "{words}");
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[cfg(unix)]
#[test]
fn a_segment_file_that_is_a_link_stays_one_and_its_target_is_written() {
    let folder = project(&["review"]);
    let at = |name: &str| folder.path().join(name);
    assert_eq!(outcome(tolmach(folder.path(), &["translate"]).output().unwrap()).0, Some(0));
    fs::rename(at("locales/be/segments/army.xlf"), at("shared.xlf")).unwrap();
    std::os::unix::fs::symlink("../../../shared.xlf", at("locales/be/segments/army.xlf")).unwrap();
    let (exit, words) = outcome(tolmach(folder.path(), &["translate", "--backend", "pseudo"]).output().unwrap());
    assert_eq!(exit, Some(0), "{words}");
    assert!(fs::symlink_metadata(at("locales/be/segments/army.xlf")).unwrap().is_symlink());
    assert!(fs::read_to_string(at("shared.xlf")).unwrap().contains("origin=machine"));
}

#[test]
fn what_a_killed_process_leaves_half_written_is_removed_and_nothing_else_is() {
    let folder = project(&["review"]);
    let left = [
        ".tolmach-4242-0.tmp",
        "source/.army.md.4242.tmp",
        "locales/be/segments/.army.xlf.4242.tmp",
        "locales/be/drafts/.tolmach-4242-3.tmp",
        "locales/be/waivers/.tolmach-4242-5.tmp",
        "editions/be/images/.tolmach-4242-7.tmp",
        ".tolmach/cache/run/.army.4242.tmp",
    ];
    let kept = ["locales/be/segments/.notes.tmp", "source/.tolmach.tmp", "images/.a.1.tmp", "source/.tolmach-7-0.tmp"];
    for name in left.iter().chain(&kept) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "half").unwrap();
    }
    // One that a living process is writing.
    let living = File::open(folder.path().join("source/.tolmach-7-0.tmp")).unwrap();
    living.lock().unwrap();
    assert_eq!(outcome(tolmach(folder.path(), &["translate"]).output().unwrap()).0, Some(0));
    let is_there = |name: &&&str| folder.path().join(name).exists();
    assert_eq!(left.iter().find(is_there), None);
    assert_eq!(kept.iter().filter(is_there).count(), kept.len());
}

#[test]
fn an_article_with_a_name_of_240_bytes_is_translated_and_built() {
    let folder = project(&["pseudo"]);
    let name = "a".repeat(240);
    fs::rename(folder.path().join("source/army.md"), folder.path().join(format!("source/{name}.md"))).unwrap();
    let (exit, words) = outcome(tolmach(folder.path(), &["run", "--fail-on", "never"]).output().unwrap());
    assert_eq!(exit, Some(0), "{words}");
    assert!(folder.path().join(format!("editions/be/{name}.report.html")).exists());
}

#[test]
fn a_lost_record_of_drafts_is_made_again_of_what_nobody_has_edited() {
    let folder = project(&["command"]);
    let run = |command: &str| {
        let arguments = [command, "--backend", "command", "--program", "sh engine.sh"];
        outcome(tolmach(folder.path(), &arguments).output().unwrap())
    };
    let answer = r#"sed -E 's/.*"id":"([0-9a-f]+)".*/{"id":"\1","text":"Войска засталося дома."}/'"#;
    fs::write(folder.path().join("engine.sh"), answer).unwrap();
    let record = folder.path().join("locales/be/drafts/army.tmx");
    for command in ["run", "run"] {
        let (exit, words) = run(command);
        assert_eq!(exit, Some(0), "{words}");
    }
    let first = fs::read_to_string(&record).unwrap();
    for command in ["translate", "run"] {
        fs::remove_file(&record).unwrap();
        let (exit, words) = run(command);
        assert_eq!(exit, Some(0), "{words}");
        assert_eq!(fs::read_to_string(&record).unwrap(), first, "{command}");
    }
}

#[test]
fn what_a_record_of_drafts_or_a_memory_has_that_cannot_be_used_is_said() {
    let folder = project(&["memory"]);
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let unit = |tag: &str| {
        format!(
            "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu tuid=\"7\"><tuv xml:lang=\"en\"><seg>One.</seg></tuv>\
             <tuv xml:lang=\"{tag}\"><seg>Адзін.</seg></tuv></tu></body></tmx>\n"
        )
    };
    write("locales/be/drafts/army.tmx", &unit("be"));
    let (exit, words) = outcome(tolmach(folder.path(), &["diff", "draft", "army", "--locale", "be"]).output().unwrap());
    assert!(exit == Some(0) && words.contains("locales/be/drafts/army.tmx"), "{exit:?} {words}");
    write("memory/old.tmx", &unit("no language"));
    let (exit, words) = outcome(tolmach(folder.path(), &["translate"]).output().unwrap());
    assert!(exit == Some(0) && words.contains("memory/old.tmx:1"), "{exit:?} {words}");
}

#[test]
fn broken_segmentation_rules_of_a_project_are_reported_once_with_their_file() {
    for tag in ["be", "en"] {
        let folder = project(&["review"]);
        let path = folder.path().join(format!("locales/{tag}/segmentation.toml"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "[words]\nnonsense = 7\n").unwrap();
        for command in ["translate", "check", "run", "doctor"] {
            let (exit, words) = outcome(tolmach(folder.path(), &[command]).output().unwrap());
            assert_eq!(exit, Some(2), "{command}: {words}");
            let file = format!("locales/{tag}/segmentation.toml: ");
            assert_eq!((words.matches("error: ").count(), words.matches(&file).count()), (1, 1), "{command}: {words}");
        }
    }
}
