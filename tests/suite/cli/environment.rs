//! Where the user's configuration is looked up.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::folder;

/// The value of `jobs` in `--show-settings`, with only these variables set.
fn jobs(root: &Path, variables: &[(&str, PathBuf)]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(["status", "--show-settings"]).current_dir(root).env_clear();
    let output = command.envs(variables.iter().cloned()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("jobs")).unwrap_or(&text);
    line.trim_start_matches([' ', '=']).split(' ').next().unwrap().to_owned()
}

#[cfg(unix)]
#[test]
fn the_users_settings_are_where_xdg_says() {
    let root = folder();
    let at = |path: &str| root.path().join(path);
    fs::write(at("tolmach.toml"), "targets = [\"be\"]\n").unwrap();
    for (path, jobs) in [("home/.config", 31), ("config", 32)] {
        fs::create_dir_all(at(path).join("tolmach")).unwrap();
        fs::write(at(path).join("tolmach/config.toml"), format!("jobs = {jobs}\n")).unwrap();
    }
    let home = ("HOME", at("home"));
    let xdg = |path: PathBuf| ("XDG_CONFIG_HOME", path);
    let jobs = |variables: &[(&str, PathBuf)]| jobs(root.path(), variables);
    assert_eq!(jobs(std::slice::from_ref(&home)), "31");
    assert_eq!(jobs(&[home.clone(), xdg(at("config"))]), "32");
    assert_eq!(jobs(&[home.clone(), xdg(PathBuf::from("config"))]), "31", "not absolute: as if unset");
    assert_eq!(jobs(&[home.clone(), xdg(PathBuf::new())]), "31", "empty: as if unset");
}
