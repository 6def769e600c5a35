//! Benchmarks of whole commands, process start included, and of whether time grows linearly with the folder.
//!
//! `cargo bench --bench commands` runs everything, `-- --table` only the commands on a project of 200 articles, and
//! `-- --write DIR` writes that project into a new folder.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench may panic, names itself, and prints"
)]

mod cost;
mod dice;
mod project;

use std::{
    env,
    ffi::OsString,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group};
use tempfile::TempDir;

use cost::{Cost, least};
use project::ARTICLES;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn tolmach(arguments: &[&str], folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(command.status().unwrap().success(), "{arguments:?}");
}

/// A copy of this repository's project, as cloned.
fn our_project() -> TempDir {
    let dir = TempDir::new().unwrap();
    project::copy_ours(dir.path());
    dir
}

fn short(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("commands");
    group.sample_size(20);
    let project = our_project();
    group.bench_function("--version", |bench| bench.iter(|| tolmach(&["--version"], project.path())));
    group.bench_function("run, the first time", |bench| {
        bench.iter_batched(our_project, |project| tolmach(&["run"], project.path()), BatchSize::PerIteration);
    });
    tolmach(&["run"], project.path());
    group.bench_function("run, nothing to do", |bench| bench.iter(|| tolmach(&["run"], project.path())));
    group.bench_function("check", |bench| bench.iter(|| tolmach(&["check"], project.path())));
    group.finish();
}

/// A folder of articles like this repository's, no two alike.
fn folders(bench: &mut Criterion) {
    let article = fs::read_to_string(Path::new(ROOT).join("source/minsk-keeps-its-army-at-home.md")).unwrap();
    let mut group = bench.benchmark_group("folders");
    group.sample_size(10).measurement_time(Duration::from_secs(10));
    for count in [1000, 2000, 4000] {
        let dir = TempDir::new().unwrap();
        let mut bytes = 0;
        for number in 0..count {
            let text = article.replace("army", &format!("army {number}"));
            bytes += text.len() as u64;
            fs::write(dir.path().join(format!("article-{number}.md")), text).unwrap();
        }
        group.throughput(Throughput::Bytes(bytes));
        for (name, arguments) in
            [("segment", ["segment", ".", "--format", "jsonl"].as_slice()), ("roundtrip", &["roundtrip", "."])]
        {
            group.bench_function(BenchmarkId::new(name, count), |bench| {
                bench.iter(|| tolmach(arguments, dir.path()));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, short, folders);

/// Writes the project of many articles, with notes for translators, into a folder that must be new or empty.
fn write(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    assert!(fs::read_dir(folder).unwrap().next().is_none(), "{} is not empty", folder.display());
    project::write(folder, ARTICLES);
    tolmach(&["translate"], folder);
}

/// Changes one sentence of an article.
fn change(folder: &Path, number: usize) {
    let path = folder.join(format!("source/{}.md", project::slug(number)));
    let text = fs::read_to_string(&path).unwrap();
    let changed = text.replacen("and it will stay so", "and so it will stay", 1);
    assert!(text != changed, "{}", path.display());
    fs::write(path, changed).unwrap();
}

/// Prints the costs of commands on the project of many articles.
fn table() {
    let dir = TempDir::new().unwrap();
    let folder = dir.path();
    // Written by another process, so that this one's memory stays small.
    let write = Command::new(env::current_exe().unwrap()).arg("--write").arg(folder).status().unwrap();
    assert!(write.success());
    println!("| {ARTICLES} articles × 3 locales | CPU seconds | seconds | peak, MB |\n|---|---|---|---|");
    let row = |name: &str, cost: Cost| println!("| {name} | {cost} |");
    row("`run`, the first time", cost::tolmach(&["run"], folder));
    row("`run`, nothing changed", least(|_| cost::tolmach(&["run"], folder)));
    let changed = least(|round| {
        change(folder, round);
        cost::tolmach(&["run"], folder)
    });
    row("`run`, one sentence changed", changed);
    row("`check`", least(|_| cost::tolmach(&["check"], folder)));
    row("`status`", least(|_| cost::tolmach(&["status"], folder)));
    let exported = least(|round| cost::tolmach(&["export", "--output", &format!("exported-{round}")], folder));
    row("`export`", exported);
}

fn main() {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    match words.as_slice() {
        [cost::MEASURE, ..] => cost::measure(arguments.into_iter().skip(1)),
        ["--write", folder] | ["--write", folder, "--bench"] => write(Path::new(folder)),
        ["--table", ..] => table(),
        _ => {
            benches();
            Criterion::default().configure_from_args().final_summary();
            // With the name of a bench, or as a test, only what was requested.
            if words == ["--bench"] {
                table();
            }
        }
    }
}
