//! A project in use, and files that may not be touched.

use std::{
    fs::{self, File},
    io::Write,
};

use super::{project, said, tolmach};

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
        let (exit, words) = said(tolmach(folder.path(), command).output().unwrap());
        assert_eq!(exit, Some(3), "{command:?}");
        assert!(words.contains("another tolmach works here: tolmach run, process 7"), "{words}");
    }
    assert_eq!(tolmach(folder.path(), &["status"]).output().unwrap().status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_or_written_is_told_and_stays() {
    use std::os::unix::fs::PermissionsExt as _;

    if rustix::process::geteuid().is_root() {
        println!("not asked: for the superuser every file may be read");
        return;
    }
    let folder = project(&["review"]);
    let forbid = |path: &str, mode| {
        fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    forbid("source/army.md", 0o000);
    let (exit, words) = said(tolmach(folder.path(), &["check"]).output().unwrap());
    assert!(exit == Some(2) && words.contains("army.md") && words.contains("hint: "), "{words}");
    forbid("source/army.md", 0o600);
    fs::create_dir_all(folder.path().join("locales/be/segments")).unwrap();
    forbid("locales/be/segments", 0o500);
    let (exit, words) = said(tolmach(folder.path(), &["translate", "--backend", "review"]).output().unwrap());
    assert!(exit == Some(2) && words.contains("army.xlf") && words.contains("hint: "), "{words}");
    forbid("locales/be/segments", 0o700);
    // A lock that may not be written is held all the same; a ledger that may not be is none.
    let lock = File::options().create(true).append(true).open(folder.path().join(".tolmach/lock")).unwrap();
    forbid(".tolmach/lock", 0o400);
    lock.lock().unwrap();
    assert_eq!(said(tolmach(folder.path(), &["translate", "--backend", "review"]).output().unwrap()).0, Some(3));
    lock.unlock().unwrap();
    forbid(".tolmach", 0o500);
    assert_eq!(
        said(tolmach(folder.path(), &["translate", "--backend", "review"]).output().unwrap()),
        (Some(0), String::new())
    );
    let (exit, words) =
        said(tolmach(folder.path(), &["translate", "--backend", "command", "--program", "cat"]).output().unwrap());
    assert_eq!(
        (exit, words.matches("error: the ledger `.tolmach/ledger.jsonl` cannot be opened").count()),
        (Some(2), 1)
    );
    forbid(".tolmach", 0o700);
}
