//! Helpers that several areas share: external programs, and the configuration of properties.

use std::{
    collections::BTreeSet,
    env, fs,
    hash::{BuildHasher, RandomState},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::LazyLock,
};

use proptest::{
    strategy::Strategy,
    test_runner::{Config, RngSeed, TestCaseError, TestRunner},
};
use tolmach::{
    messages::Messages,
    model::{Hinted, Locale},
};

/// Prints why a test is skipped. Fails the test where `TOLMACH_TESTS_NEED_ALL` is set, as in `.ci/run`.
pub fn skip(why: &str) {
    let needed = env::var_os("TOLMACH_TESTS_NEED_ALL").is_some_and(|value| !value.is_empty() && value != "0");
    assert!(!needed, "{why}, and TOLMACH_TESTS_NEED_ALL allows no test to be skipped");
    println!("skipped: {why}");
}

/// Whether a program runs with these arguments; prints that the test is skipped where it does not.
pub fn is_installed(program: &str, arguments: &[&str]) -> bool {
    let is_installed = Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success());
    if !is_installed {
        skip(&format!("{} is not installed", [&[program], arguments].concat().join(" ")));
    }
    is_installed
}

/// The words that the spell checker rejects; `None` where it is not installed.
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

/// The hint of an error in English; empty where it has none.
pub fn hint(error: &impl Hinted) -> String {
    static ENGLISH: LazyLock<Messages> = LazyLock::new(|| Messages::embedded(&Locale::english()));
    error.hint().map(|hint| ENGLISH.message(&hint)).unwrap_or_default()
}

/// The seed of all properties, the same in every run unless `TOLMACH_TESTS_SEED` is another number, or `random`.
static SEED: LazyLock<u64> = LazyLock::new(|| match env::var("TOLMACH_TESTS_SEED").as_deref() {
    Err(_) | Ok("") => 1919,
    Ok("random") => RandomState::new().hash_one(()),
    Ok(seed) => {
        seed.parse().unwrap_or_else(|_| panic!("TOLMACH_TESTS_SEED: `{seed}` is neither a number nor `random`"))
    }
});

/// The configuration of a property: the number of cases, which `PROPTEST_CASES` overrides, and the shared seed, which a
/// failing property prints.
pub fn config(cases: u32) -> Config {
    println!("to run these cases again: TOLMACH_TESTS_SEED={}", *SEED);
    let cases = match env::var("PROPTEST_CASES") {
        Err(_) => cases,
        Ok(count) => count.parse().unwrap_or_else(|_| panic!("PROPTEST_CASES: `{count}` is not a number")),
    };
    Config { rng_seed: RngSeed::Fixed(*SEED), ..Config::with_cases(cases) }
}

/// Tries a property on random values, where something that all of them need is made once: so outside `proptest!`.
pub fn try_property<T: Strategy>(cases: u32, values: &T, property: impl Fn(T::Value) -> Result<(), TestCaseError>) {
    TestRunner::new(config(cases)).run(values, property).unwrap_or_else(|fault| panic!("{fault}"));
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Path (with `/`) and text of every Rust file below `folder` of the repository.
pub fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files.sort();
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// Why properties of a source file do not share the configuration.
fn unshared_configs(code: &str) -> Vec<String> {
    let macro_name = concat!("proptest", "!");
    let mut faults = Vec::new();
    for (at, _) in code.match_indices(macro_name) {
        let body = code[at + macro_name.len()..].trim_start().trim_start_matches(['{', '(']).trim_start();
        if !body.starts_with("#![proptest_config(crate::support::config(") {
            faults.push(format!("line {}: a property without the shared config", code[..at].lines().count()));
        }
    }
    for name in [concat!("Proptest", "Config"), concat!("Test", "Runner"), concat!("proptest::", "test_runner")] {
        faults.extend(code.contains(name).then(|| format!("`{name}` is a separate config")));
    }
    faults
}

#[test]
fn every_property_uses_the_shared_seed() {
    let (mut properties, mut faults) = (0, Vec::new());
    for (path, code) in
        sources("src").into_iter().chain(sources("tests")).filter(|(path, _)| path != "suite/support.rs")
    {
        properties += code.matches(concat!("proptest", "! {")).count();
        faults.extend(unshared_configs(&code).into_iter().map(|fault| format!("{path}: {fault}")));
    }
    assert!(properties > 20, "only {properties} blocks of properties were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_property_with_its_own_seed_is_noticed() {
    let block = |config: &str| format!("{} {{\n    {config}\n    #[test]\n", concat!("proptest", "!"));
    assert!(unshared_configs(&block("#![proptest_config(crate::support::config(64))]\n")).is_empty());
    assert_eq!(unshared_configs(&block("")).len(), 1);
    let own = format!("#![proptest_config({}::with_cases(64))]", concat!("Proptest", "Config"));
    assert_eq!(unshared_configs(&block(&own)).len(), 2);
}

/// The names that settings may use in a project without files of languages.
pub fn names(engines: &[tolmach::backend::EngineKind]) -> tolmach::project::settings::KnownNames<'_> {
    tolmach::project::settings::KnownNames { engines, own_locales: &[], rules: &tolmach::pipeline::rules }
}

/// The plausible classes of a wording, the likeliest first; none for one that cannot be declined at all.
pub fn guess(
    rules: &tolmach::glossary::paradigm::Paradigms,
    wording: &str,
    kind: tolmach::model::Kind,
) -> Vec<tolmach::glossary::paradigm::Class> {
    let plausible = tolmach::glossary::paradigm::plausible(rules, wording, kind).unwrap_or_default();
    plausible.into_iter().map(|plausible| plausible.class).collect()
}
