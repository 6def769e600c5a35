//! Benchmarks of reading, saving and refreshing segment files, and of whether time grows linearly whatever changed in
//! the article.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic, and names itself")]

mod changed;

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::{
    bilingual::{Policy, ReturnedStates, merge, refresh, xliff},
    model::State,
};

fn bench(criterion: &mut Criterion) {
    for count in [2_500, 5_000, 10_000, 20_000, 40_000, 80_000] {
        for (name, (before, translation, after)) in changed::cases(count) {
            let settings = xliff::XliffSettings::of(&before);
            let file = xliff::write(&before, &translation, &|_| None, &settings);
            let read = xliff::read(&file).unwrap().value;
            let carried = refresh(&after, &translation.locale, &read);
            let mut group = criterion.benchmark_group(format!("xliff, {name}"));
            group.throughput(Throughput::Bytes(file.len() as u64));
            group.sample_size(10);
            if name == "unchanged" {
                group.bench_function(BenchmarkId::new("read", count), |bencher| {
                    bencher.iter(|| xliff::read(black_box(&file)));
                });
                group.bench_function(BenchmarkId::new("write", count), |bencher| {
                    bencher.iter(|| xliff::write(&before, black_box(&translation), &|_| None, &settings));
                });
            }
            group.bench_function(BenchmarkId::new("refresh", count), |bencher| {
                bencher.iter_with_large_drop(|| refresh(&after, &translation.locale, black_box(&read)));
            });
            group.bench_function(BenchmarkId::new("update", count), |bencher| {
                bencher.iter(|| xliff::update(black_box(&file), &after, &carried, &|_| None, &settings));
            });
            let policy = Policy {
                as_state: State::Translated,
                by: None,
                date: "2022-03-24".to_owned(),
                accept_unchanged: false,
                states: ReturnedStates::Raised,
                placeholders: Vec::new(),
            };
            group.bench_function(BenchmarkId::new("merge", count), |bencher| {
                bencher.iter_batched(
                    || carried.clone(),
                    |ours| merge(&after, &ours, black_box(&read), &policy),
                    BatchSize::LargeInput,
                );
            });
            group.finish();
        }
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
