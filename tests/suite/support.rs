//! What tests of several areas share: working with programs that are not ours.

use std::{
    collections::BTreeSet,
    env,
    io::Write,
    process::{Command, Stdio},
};

/// Says that a test steps aside, and why. Where `TOLMACH_TESTS_NEED_ALL` is set, as in `.ci/run`, that is a failure.
pub fn step_aside(why: &str) {
    let needed = env::var_os("TOLMACH_TESTS_NEED_ALL").is_some_and(|value| !value.is_empty() && value != "0");
    assert!(!needed, "{why}, and TOLMACH_TESTS_NEED_ALL lets no test step aside");
    println!("stepped aside: {why}");
}

/// Whether a program runs with these arguments; steps aside where it does not.
pub fn have(program: &str, arguments: &[&str]) -> bool {
    let have = Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success());
    if !have {
        step_aside(&format!("{} is not installed", [&[program], arguments].concat().join(" ")));
    }
    have
}

/// Every word among these that a speller refuses; nothing where it is not installed.
pub fn unknown_to_speller(dictionary: &str, words: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let mut child = Command::new("hunspell")
        .args(["-d", dictionary, "-i", "UTF-8", "-l"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let text = words.iter().map(String::as_str).collect::<Vec<_>>().join("\n") + "\n";
    let mut stdin = child.stdin.take()?;
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}
