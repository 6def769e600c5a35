//! Benchmarks of finding 1,000 terms: segments per second, and whether time grows linearly with the text.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic, and names itself")]

mod dice;
mod material;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::model::Locale;

use material::material;

fn glossary(bench: &mut Criterion) {
    let (termbase, pairs) = material(4000);
    let be: Locale = "be".parse().unwrap();
    let en: Locale = "en".parse().unwrap();
    let mut group = bench.benchmark_group("find, segments");
    for size in [1000, 2000, 4000] {
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::new("be", size), |bench| {
            bench.iter(|| {
                pairs
                    .iter()
                    .take(size)
                    .map(|(_, target)| termbase.find(&be, black_box(&target.prose)).len())
                    .sum::<usize>()
            });
        });
    }
    group.bench_function(BenchmarkId::new("en", 4000), |bench| {
        bench
            .iter(|| pairs.iter().map(|(source, _)| termbase.find(&en, black_box(&source.prose)).len()).sum::<usize>());
    });
    group.finish();

    // The share of normalising alone: the text folded, with the map back to its bytes.
    let mut group = bench.benchmark_group("normalise, segments");
    group.throughput(Throughput::Elements(4000));
    for (tag, locale) in [("be", &be), ("en", &en)] {
        let folding = termbase.folding(locale);
        group.bench_function(BenchmarkId::new(tag, 4000), |bench| {
            bench.iter(|| {
                let texts = pairs.iter().map(|(source, target)| if tag == "be" { target } else { source });
                texts.map(|text| folding.fold(black_box(&text.prose)).text.len()).sum::<usize>()
            });
        });
    }
    group.finish();

    // One text of one, two and four times the length: time must not grow faster than the text.
    let mut group = bench.benchmark_group("find, one long text");
    for size in [1000, 2000, 4000] {
        let text: String = pairs.iter().take(size).map(|(_, target)| target.prose.as_str()).collect();
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("be", size), |bench| {
            bench.iter(|| termbase.find(&be, black_box(&text)).len());
        });
    }
    group.finish();
}

criterion_group!(benches, glossary);
criterion_main!(benches);
