//! How long do commands take, start and end included? And does twice the folder take twice the time?
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic, and names itself")]

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn tolmach(arguments: &[&str], folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(command.status().unwrap().success(), "{arguments:?}");
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// A copy of our own project, as it is cloned.
fn project() -> TempDir {
    let dir = TempDir::new().unwrap();
    for name in ["tolmach.toml", "source", "glossary", "locales"] {
        copy(&Path::new(ROOT).join(name), &dir.path().join(name));
    }
    dir
}

fn short(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("commands");
    group.sample_size(20);
    let project = project();
    group.bench_function("--version", |bench| bench.iter(|| tolmach(&["--version"], project.path())));
    group.bench_function("run, the first time", |bench| {
        bench.iter_batched(self::project, |project| tolmach(&["run"], project.path()), BatchSize::PerIteration);
    });
    tolmach(&["run"], project.path());
    group.bench_function("run, nothing to do", |bench| bench.iter(|| tolmach(&["run"], project.path())));
    group.bench_function("check", |bench| bench.iter(|| tolmach(&["check"], project.path())));
    group.finish();
}

/// A folder of articles like ours, no two alike.
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
criterion_main!(benches);
