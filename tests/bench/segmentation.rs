//! Benchmarks of sentence segmentation: megabytes per second on news prose in each language, and on adversarial texts.
//!
//! The prose comes from the test cases: a stop every 40 bytes, mostly after abbreviations. Articles have one every 150
//! and run three times as fast.
//!
//! Run with `cargo bench --bench segmentation`; the texts of 1, 2 and 4 MB show that the work is linear.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench is a program of its own")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::{
    locale::Locales,
    segment::{Rules, Segmenter},
};

const MEGABYTE: usize = 1_000_000;

fn segmenter(tag: &str) -> Segmenter {
    let layers = Locales::embedded().layers(&tag.parse().unwrap(), "segmentation.toml");
    Segmenter::new(&Rules::layered(layers.into_iter().map(|layer| layer.text)).unwrap())
}

/// The test cases of a language as one text of about `size` bytes.
fn prose(cases: &str, size: usize) -> String {
    let text: Vec<_> = cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let text = text.join(" ").replace(" | ", " ").replace("|| ", "").replace("\\n", "\n");
    repeated(&(text + "\n\n"), size)
}

fn repeated(text: &str, size: usize) -> String {
    text.repeat(size.div_ceil(text.len()))
}

fn news(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("segment");
    for (tag, cases) in [
        ("en", include_str!("../cases/segment/en.txt")),
        ("be", include_str!("../cases/segment/be.txt")),
        ("ru", include_str!("../cases/segment/ru.txt")),
        ("uk", include_str!("../cases/segment/uk.txt")),
    ] {
        let segmenter = segmenter(tag);
        for size in [1, 2, 4] {
            let text = prose(cases, size * MEGABYTE);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new(tag, size), |bench| bench.iter(|| segmenter.split(&text).len()));
        }
    }
    let text = repeated(include_str!("../../source/minsk-keeps-its-army-at-home.md"), MEGABYTE);
    let segmenter = segmenter("en");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("our own article", |bench| bench.iter(|| segmenter.split(&text).len()));
    group.finish();
}

fn hard(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("segment hard");
    let segmenter = segmenter("be");
    for (name, piece) in [
        ("periods", "."),
        ("spaced periods", ". "),
        ("quotes", "«"),
        ("brackets", "(Аб. "),
        ("initials", "А. "),
        ("abbreviations", "т. д. "),
        ("items", "1. А "),
        ("lines", ".\n"),
        ("pictographs", "Аб 😁 "),
    ] {
        for size in [1, 2] {
            let text = repeated(piece, size * MEGABYTE);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new(name, size), |bench| bench.iter(|| segmenter.split(&text).len()));
        }
    }
    group.finish();
}

criterion_group!(benches, news, hard);
criterion_main!(benches);
