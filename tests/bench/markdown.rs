//! Benchmarks of reading and writing articles. The goal is 12 MB/s on one core, and time that grows linearly.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic and names itself")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::{
    model::{Article, Locale, Segment, SegmentId, Text, Unit},
    source::{Edits, MarkdownFormat, SourceFormat},
};

/// A typical news article of some 1.2 kB.
const ARTICLE: &str = include_str!("../cases/formats/markdown/figure-and-links.md");

fn format() -> MarkdownFormat {
    MarkdownFormat::new("en".parse::<Locale>().unwrap())
}

/// Parses an article and makes each unit one segment.
fn parse(file: &str) -> Article {
    let mut article = format().parse("article", file.to_owned()).value;
    for unit in &mut article.units {
        let id = SegmentId { digest: 0, occurrence: 1 };
        unit.segments = vec![Segment { id, span: 0..unit.text.prose.len() }];
    }
    article
}

fn read_and_write(c: &mut Criterion) {
    let mut group = c.benchmark_group("markdown");
    let unit = ARTICLE.repeat(1_000_000 / ARTICLE.len());
    for times in [1, 2, 4] {
        let file = unit.repeat(times);
        group.throughput(Throughput::Bytes(file.len() as u64)).sample_size(10);
        group.bench_with_input(BenchmarkId::new("untranslated", times), &file, |b, file| {
            let keep = |_: &Unit, _: &Segment| None;
            b.iter(|| black_box(format().write(&parse(file), &Edits::targets(&keep))));
        });
        group.bench_with_input(BenchmarkId::new("translated", times), &file, |b, file| {
            let shout = |unit: &Unit, segment: &Segment| {
                let text = unit.text_of(segment);
                Some(Text { prose: text.prose.replace('e', "E"), ..text })
            };
            b.iter(|| black_box(format().write(&parse(file), &Edits::targets(&shout))));
        });
    }
    group.finish();
    let mut group = c.benchmark_group("deep");
    for (name, text) in [("quotes", "> "), ("stars", "*"), ("brackets", "["), ("images", "!["), ("lists", "- ")] {
        for times in [5_000, 10_000, 20_000] {
            let file = text.repeat(times) + "word";
            group.throughput(Throughput::Bytes(file.len() as u64)).sample_size(10);
            group.bench_with_input(BenchmarkId::new(name, times), &file, |b, file| {
                b.iter(|| black_box(format().parse("article", file.clone())));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, read_and_write);
criterion_main!(benches);
