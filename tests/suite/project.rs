//! What holds when flags, files and defaults say different things?

use tolmach::project::{
    ProjectError,
    settings::{Overrides, Settings},
};

fn resolve(overrides: &Overrides, project: &str, user: &str) -> Result<Settings, ProjectError> {
    Settings::resolve(overrides, Some(("tolmach.toml", project)), Some(("config.toml", user)), 2)
}

fn refused(overrides: &Overrides, project: &str) -> String {
    resolve(overrides, project, "").unwrap_err().to_string()
}

const LOCAL: &str = "[backend.libretranslate]\nkind = \"libretranslate\"\nendpoint = \"http://127.0.0.1:5000\"\n";

#[test]
fn a_flag_wins_over_the_project_and_the_project_over_the_user() {
    let user = "jobs = 5\noffline = true\ntypography = false\n";
    let project = "jobs = 3\noffline = false\n";
    let flags = Overrides { jobs: Some(1), ..Overrides::default() };
    let settings = resolve(&flags, project, user).unwrap();
    assert_eq!((settings.jobs, settings.offline, settings.typography), (1, false, false));
    assert_eq!(resolve(&Overrides::default(), project, user).unwrap().jobs, 3);
    assert_eq!(resolve(&Overrides::default(), "", user).unwrap().jobs, 5);
    assert_eq!(resolve(&Overrides::default(), "", "").unwrap().jobs, 2);
}

#[test]
fn every_setting_tells_where_it_comes_from() {
    let flags = Overrides { offline: true, ..Overrides::default() };
    let settings = resolve(&flags, "jobs = 3\n", "typography = false\n").unwrap();
    let origin = |wanted: &str| settings.rows().into_iter().find(|(key, ..)| *key == wanted).unwrap().2;
    assert_eq!(origin("offline"), "flag or environment");
    assert_eq!(origin("jobs"), "tolmach.toml");
    assert_eq!(origin("typography"), "config.toml");
    assert_eq!(origin("missing"), "default");
}

#[test]
fn a_project_carries_no_program_no_key_no_proxy_and_no_server_elsewhere() {
    for (key, line) in [
        ("program", "program = [\"sh\", \"-c\", \"true\"]"),
        ("api_key", "api_key = \"secret\""),
        ("proxy", "proxy = \"http://127.0.0.1:8080\""),
        ("endpoint", "endpoint = \"https://example.org\""),
    ] {
        let kind = if key == "program" { "command" } else { "libretranslate" };
        let project = format!("[backend.mine]\nkind = \"{kind}\"\n{line}\n");
        let said = refused(&Overrides::default(), &project);
        assert!(said.contains(&format!("`backend.mine.{key}` may not stand in a project's file")), "{said}");
        assert!(!said.contains("secret"), "{said}");
        assert!(resolve(&Overrides::default(), "", &project).is_ok(), "the user's own configuration may have {key}");
    }
    assert!(resolve(&Overrides::default(), LOCAL, "").is_ok());
}

#[test]
fn a_key_does_not_go_to_the_server_that_a_project_names() {
    let key = Overrides { api_key: Some("secret".to_owned()), ..Overrides::default() };
    let said = refused(&key, LOCAL);
    assert!(said.contains("the key is not sent to `http://127.0.0.1:5000`"), "{said}");
    let both = Overrides { endpoint: Some("http://127.0.0.1:5000".to_owned()), ..key };
    assert!(resolve(&both, LOCAL, "").is_ok());
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let said = refused(&Overrides::default(), "jobs = 1\n\njbos = 2\n");
    assert!(said.contains("tolmach.toml:3") && said.contains("jbos"), "{said}");
}
