//! The precedence of flags, files and defaults in settings.

use std::{
    fs,
    io::{Seek, SeekFrom, Write},
    num::NonZeroUsize,
    time::Duration,
};

use tolmach::{
    backend::BUILT_IN,
    ledger::{Key, Ledger},
    project::{
        Fingerprint, Layout, Lock, ProjectError, open_journal, read_journal, replace,
        settings::{Overrides, ProgramError, Settings, parse_program, schema},
        write_atomic, write_new,
    },
};

fn resolve(overrides: &Overrides, project: &str, user: &str) -> Result<Settings, ProjectError> {
    Settings::resolve(
        overrides,
        Some(("tolmach.toml", project)),
        Some(("config.toml", user)),
        2,
        &crate::support::names(BUILT_IN),
    )
}

fn refused(overrides: &Overrides, project: &str) -> String {
    resolve(overrides, project, "").unwrap_err().to_string()
}

const LOCAL: &str = "backends = [\"libretranslate\"]\n[backend.libretranslate]\nkind = \"libretranslate\"\nendpoint = \"http://127.0.0.1:5000\"\n";

#[test]
fn a_flag_takes_precedence_over_the_project_and_the_project_over_the_user() {
    let user = "jobs = 5\noffline = true\ntypography = false\n";
    let project = "jobs = 3\noffline = false\n";
    let flags = Overrides { jobs: NonZeroUsize::new(1), ..Overrides::default() };
    let settings = resolve(&flags, project, user).unwrap();
    assert_eq!((settings.jobs, settings.offline, settings.typography), (1, false, false));
    assert_eq!(resolve(&Overrides::default(), project, user).unwrap().jobs, 3);
    assert_eq!(resolve(&Overrides::default(), "", user).unwrap().jobs, 5);
    assert_eq!(resolve(&Overrides::default(), "", "").unwrap().jobs, 2);
}

#[test]
fn every_setting_has_its_origin() {
    let flags = Overrides { offline: true, ..Overrides::default() };
    let settings = resolve(&flags, "jobs = 3\n", "typography = false\n").unwrap();
    let origin = |name: &str| settings.rows().into_iter().find(|(key, ..)| *key == name).unwrap().2;
    assert_eq!(origin("offline"), "flag or environment");
    assert_eq!(origin("jobs"), "tolmach.toml");
    assert_eq!(origin("typography"), "config.toml");
    assert_eq!(origin("missing"), "default");
}

#[test]
fn a_project_may_not_set_a_program_a_key_a_proxy_or_a_remote_server() {
    for (key, line) in [
        ("program", "program = [\"sh\", \"-c\", \"true\"]"),
        ("api_key", "api_key = \"secret\""),
        ("proxy", "proxy = \"http://127.0.0.1:8080\""),
        ("endpoint", "endpoint = \"https://example.org\""),
    ] {
        let kind = if key == "program" { "command" } else { "libretranslate" };
        let project = format!("[backend.mine]\nkind = \"{kind}\"\n{line}\n");
        let message = refused(&Overrides::default(), &project);
        assert!(message.contains(&format!("`backend.mine.{key}` is not allowed in a project's file")), "{message}");
        assert!(!message.contains("secret"), "{message}");
        assert!(resolve(&Overrides::default(), "", &project).is_ok(), "the user's own configuration may have {key}");
    }
    assert!(resolve(&Overrides::default(), LOCAL, "").is_ok());
}

#[test]
fn a_key_does_not_go_to_the_server_that_a_project_names() {
    let key = Overrides { api_key: Some("secret".to_owned()), ..Overrides::default() };
    let message = refused(&key, LOCAL);
    assert!(message.contains("the key is not sent to `http://127.0.0.1:5000`"), "{message}");
    let both = Overrides { endpoint: Some("http://127.0.0.1:5000".to_owned()), ..key };
    assert!(resolve(&both, LOCAL, "").is_ok());
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let message = refused(&Overrides::default(), "jobs = 1\n\njbos = 2\n");
    assert!(message.contains("tolmach.toml:3") && message.contains("jbos"), "{message}");
}

#[test]
fn a_fault_in_a_profile_is_an_error_with_its_line_and_the_known_values() {
    for (profile, line, message, hint) in [
        ("[backend.mine]\nendpoint = \"x\"\n", 2, "`backend.mine` does not say its `kind`", "memory, review, pseudo"),
        ("[backend.mine]\nkind = \"yandex\"\n", 3, "`backend.mine` has the unknown kind `yandex`", "libretranslate"),
        (
            "[backend.mine]\nkind = \"libretranslate\"\n\nprogram = [\"cat\"]\n",
            5,
            "`backend.mine` is of kind `libretranslate`, and `program` is a setting of `command`",
            "endpoint",
        ),
        (
            "[backend.mine]\nkind = \"command\"\nporgram = [\"cat\"]\n",
            4,
            "`backend.mine` has the unknown setting `porgram`",
            "program",
        ),
        (
            "[backend.mine]\nkind = \"command\"\ntimeout = \"soon\"\n",
            4,
            "`backend.mine`: invalid type: string \"soon\", expected a nonzero u64",
            "timeout",
        ),
        (
            "[backend.mine]\nkind = \"command\"\nconcurrency = 0\n",
            4,
            "`backend.mine`: invalid value: integer `0`, expected a nonzero usize",
            "concurrency",
        ),
        (
            "[backend.memory]\nkind = \"command\"\n",
            3,
            "`backend.memory` is of kind `command`, but `memory` is a kind of its own",
            "another name",
        ),
        (
            "[backend.fake]\nkind = \"pseudo\"\ntimeout = 7\n",
            4,
            "`backend.fake` is of kind `pseudo`, and `timeout` is a setting of `apertium`, `command`, `libretranslate`, `deepl`, `google`, `azure`, `openai`",
            "takes no settings",
        ),
    ] {
        let text = format!("jobs = 1\n{profile}");
        for (project, user, name) in [(text.as_str(), "", "tolmach.toml"), ("", text.as_str(), "config.toml")] {
            let error = resolve(&Overrides::default(), project, user).unwrap_err();
            assert_eq!(error.to_string(), format!("{name}:{line}: {message}"));
            let message = crate::support::hint(&error);
            assert!(message.contains(hint), "{message}");
        }
    }
}

#[test]
fn a_program_is_split_as_a_shell_does_or_given_as_a_json_array() {
    for (text, words) in [
        ("sh engine.sh", &["sh", "engine.sh"][..]),
        ("  sh\t-c 'cat >/dev/null; exit 7' ", &["sh", "-c", "cat >/dev/null; exit 7"]),
        (r#""/opt/my engine/run" --name "a \"b\"" c\ d"#, &["/opt/my engine/run", "--name", "a \"b\"", "c d"]),
        ("echo $HOME *", &["echo", "$HOME", "*"]),
        (r#"["sh", "-c", "it's"]"#, &["sh", "-c", "it's"]),
        ("'[odd]' x", &["[odd]", "x"]),
        ("'' x", &["", "x"]),
        ("", &[]),
        ("[]", &[]),
    ] {
        assert_eq!(parse_program(text).unwrap(), words, "{text}");
    }
}

#[test]
fn a_flag_belongs_to_the_one_engine_of_the_chain_that_takes_it() {
    let user = "[backend.one]\nkind = \"libretranslate\"\n[backend.two]\nkind = \"libretranslate\"\n";
    let engines_of = |chain: &str, overrides: Overrides| {
        let backends = chain.split(' ').map(str::to_owned).collect();
        resolve(&Overrides { backends, ..overrides }, "", user).map(|settings| settings.engines)
    };
    let address = || Overrides {
        endpoint: Some("http://127.0.0.1:7".to_owned()),
        endpoint_is_flag: true,
        ..Overrides::default()
    };
    let one = engines_of("memory one", address()).unwrap();
    assert!(one["one"].table().contains_key("endpoint") && !one["two"].table().contains_key("endpoint"));
    assert!(engines_of("memory libretranslate", address()).unwrap()["libretranslate"].table().contains_key("endpoint"));
    let two = engines_of("one two", address()).unwrap_err().to_string();
    assert_eq!(two, "--endpoint: an address could belong to `one` or `two`");
    let none = engines_of("memory", address()).unwrap_err().to_string();
    assert_eq!(none, "--endpoint: no backend in the chain accepts an address");
    // A variable, unlike a flag, is ignored by a chain that has no use for it.
    assert!(engines_of("memory", Overrides { endpoint_is_flag: false, ..address() }).is_ok());
    let key = || Overrides { api_key: Some("secret".to_owned()), ..Overrides::default() };
    // The key of this run is meant for one of the backends that are named for it.
    assert!(engines_of("memory", key()).is_err() && engines_of("one two", key()).is_err());
    assert!(resolve(&key(), "", user).is_ok(), "no backend was named");
    let model = || Overrides { model: Some("m".to_owned()), model_is_flag: true, ..Overrides::default() };
    assert!(engines_of("memory openai", model()).unwrap()["openai"].table().contains_key("model"));
    assert!(["memory", "one", "one openai"].iter().all(|chain| engines_of(chain, model()).is_err()));
    let program = || Overrides { program: vec!["cat".to_owned()], program_is_flag: true, ..Overrides::default() };
    assert!(engines_of("command", program()).is_ok() && engines_of("one", program()).is_err());
}

#[test]
fn the_schema_of_the_settings_has_every_kind_with_all_its_keys() {
    let schema = serde_json::to_value(schema(BUILT_IN)).unwrap();
    let profiles = schema.pointer("/properties/backend/additionalProperties/oneOf").unwrap().as_array().unwrap();
    assert_eq!(profiles.len(), BUILT_IN.len());
    for (profile, kind) in profiles.iter().zip(BUILT_IN) {
        assert_eq!(profile["properties"]["kind"]["const"], kind.facts.kind);
        for key in kind.keys() {
            assert!(profile["properties"][&key]["description"].is_string(), "{} {key}", kind.facts.kind);
        }
    }
    for (key, setting) in schema["properties"].as_object().unwrap() {
        assert!(setting["description"].is_string(), "{key} is documented");
    }
}

#[test]
fn the_template_of_init_lists_every_kind_with_its_help() {
    let example = include_str!("../../src/project/template/tolmach.toml");
    for kind in BUILT_IN {
        let line = format!("#   {:14}  {}\n", kind.facts.kind, kind.facts.help);
        assert!(example.contains(&line), "{line}");
    }
}

#[test]
fn a_malformed_program_is_an_error() {
    for text in ["sh -c 'cat", "\"sh", "it's"] {
        assert_eq!(parse_program(text), Err(ProgramError::OpenQuote), "{text}");
    }
    for text in ["[\"sh\"", "[sh, -c]", "[1]", "[\"a\"] b"] {
        assert!(matches!(parse_program(text), Err(ProgramError::NoArray(_))), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_laid_where_a_temporary_file_would_be_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("victim"), "untouched").unwrap();
    for number in 0..2000 {
        let process = std::process::id();
        for name in [format!(".tolmach-{process}-{number}.tmp"), format!(".day.md.{process}.tmp")] {
            let _ = std::os::unix::fs::symlink("victim", at(&name));
        }
    }
    write_atomic(&at("day.md"), b"text").unwrap();
    assert_eq!(fs::read_to_string(at("day.md")).unwrap(), "text");
    assert_eq!(fs::read_to_string(at("victim")).unwrap(), "untouched");
}

#[test]
fn a_save_that_a_killed_command_displaced_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let layout = Layout { root: folder.path().to_owned() };
    let segments = folder.path().join("locales/be/segments");
    fs::create_dir_all(&segments).unwrap();
    let article = segments.join("army.xlf");
    let digest = |content: &str| Fingerprint::of([content]).as_str()[..16].to_owned();
    let temporary = segments.join(format!(".tolmach-7-0-{}-{}.tmp", digest("ours"), digest("read")));
    // What the files hold once the next command has taken the lock.
    let next = |on_disk: &str, displaced: &str| {
        fs::write(&article, on_disk).unwrap();
        fs::write(&temporary, displaced).unwrap();
        Lock::take(&layout, "test").unwrap();
        let paths = fs::read_dir(&segments).unwrap().map(|entry| entry.unwrap().path());
        let mut texts: Vec<_> = paths.map(|path| fs::read_to_string(path).unwrap()).collect();
        texts.sort();
        (fs::read_to_string(&article).unwrap(), texts)
    };
    let alone = |text: &str| (text.to_owned(), vec![text.to_owned()]);
    // Killed right after the two files were exchanged.
    assert_eq!(next("ours", "saved"), alone("saved"));
    // Killed before that, and after an exchange with the file that had been read.
    assert_eq!(next("read", "ours"), alone("read"));
    assert_eq!(next("ours", "read"), alone("ours"));
    // Saved anew since: both saves are kept.
    assert_eq!(
        next("saved later", "saved"),
        ("saved later".to_owned(), vec!["saved".to_owned(), "saved later".to_owned()])
    );
}

#[test]
fn a_new_file_takes_the_place_of_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert!(write_new(&at("a/new.md"), b"new").unwrap());
    assert_eq!(fs::read_to_string(at("a/new.md")).unwrap(), "new");
    fs::create_dir(at("folder")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", at("link")).unwrap();
    #[cfg(unix)]
    assert!(!write_new(&at("link"), b"newer").unwrap());
    assert!(!write_new(&at("a/new.md"), b"newer").unwrap() && !write_new(&at("folder"), b"newer").unwrap());
    assert_eq!(fs::read_to_string(at("a/new.md")).unwrap(), "new");
    assert_eq!(fs::read_dir(at("a")).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn a_file_that_has_changed_since_it_was_read_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("day.xlf");
    assert!(!replace(&path, Some(b"read"), b"mine").unwrap() && !path.exists());
    assert!(replace(&path, None, b"first").unwrap());
    assert!(!replace(&path, None, b"mine").unwrap() && !replace(&path, Some(b"read"), b"mine").unwrap());
    assert_eq!(fs::read_to_string(&path).unwrap(), "first");
    assert!(replace(&path, Some(b"first"), b"mine").unwrap());
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

/// A ledger of so many answers.
fn ledger(answers: usize) -> String {
    let line = |number: usize| {
        format!(
            "{{\"asked\":\"{number:032x}\",\"engine\":\"e\",\"pair\":\"en>be\",\"article\":\"army\",\"day\":\"2022-03-24\",\
             \"segment\":\"s\",\"characters\":7}}\n{{\"answered\":\"{number:032x}\",\"text\":\"адказ {number}\"}}\n"
        )
    };
    (0..answers).map(line).collect()
}

#[test]
fn the_index_of_a_long_ledger_is_kept_and_never_believed_when_the_ledger_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let layout = Layout { root: folder.path().to_owned() };
    fs::create_dir(layout.state()).unwrap();
    fs::write(layout.ledger(), ledger(12_000)).unwrap();
    let (first, last) = (Key::stored(format!("{:032x}", 0)), Key::stored(format!("{:032x}", 11_999)));

    let bill = read_journal(&layout).unwrap().unwrap().bill();
    assert!(!layout.ledger_index().exists(), "reading writes nothing");
    assert_eq!((bill.len(), bill[0].asked, bill[0].answered, bill[0].billed), (1, 12_000, 12_000, 84_000));
    assert_eq!(open_journal(&layout).unwrap().bill(), bill);
    let index = fs::read(layout.ledger_index()).unwrap();
    let by_index = open_journal(&layout).unwrap();
    assert_eq!((by_index.bill(), by_index.answer(&last).as_deref()), (bill, Some("адказ 11999")));
    by_index.record_answers(&[(first.clone(), "іншы".to_owned())]).unwrap();
    drop(by_index);
    assert_ne!(fs::read(layout.ledger_index()).unwrap(), index);
    assert_eq!(open_journal(&layout).unwrap().answer(&first).as_deref(), Some("іншы"));

    // Somebody's editor, a failing disk, another tolmach.
    let mut file = fs::File::options().write(true).open(layout.ledger()).unwrap();
    let before = file.metadata().unwrap().modified().unwrap();
    file.seek(SeekFrom::Start(3)).unwrap();
    file.write_all(b"###").unwrap();
    file.set_modified(before + Duration::from_secs(1)).unwrap();
    assert_eq!(read_journal(&layout).unwrap().unwrap().damaged(), Some((1, 1)));
    assert_eq!(open_journal(&layout).unwrap().damaged(), Some((1, 1)));
    assert_eq!(open_journal(&layout).unwrap().damaged(), Some((1, 1)), "it is reported as long as the line is there");
    fs::write(layout.ledger_index(), "rubbish").unwrap();
    assert_eq!(open_journal(&layout).unwrap().answer(&last).as_deref(), Some("адказ 11999"));
    let left: Vec<_> = fs::read_dir(layout.state()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_short_ledger_is_read_whole_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let layout = Layout { root: folder.path().to_owned() };
    open_journal(&layout).unwrap().record_answers(&[(Key::stored("9f".to_owned()), "адказ".to_owned())]).unwrap();
    assert!(!layout.ledger_index().exists());
    assert!(open_journal(&layout).unwrap().answer(&Key::stored("9f".to_owned())).is_some());
}
