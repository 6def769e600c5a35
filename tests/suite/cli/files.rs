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
    for command in
        [&["translate"][..], &["run"], &["build"], &["merge", "x.xlf"], &["approve", "--as", "final", "--by", "A"]]
    {
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
        fs::copy(env!("CARGO_BIN_EXE_tolmach"), program.path().join("tolmach")).unwrap();
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
