//! What tests of several areas share: working with programs that are not ours.

use std::{env, process::Command};

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
