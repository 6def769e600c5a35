//! How fast are segment files read, saved and carried over? And does twice the file take twice the time?

#![allow(missing_docs, reason = "a bench names its measures itself")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::{
    bilingual::{refresh, xliff},
    model::{Article, Role, Segment, SegmentId, Skeleton, Target, Text, Translation, Unit},
};

/// An article of so many sentences, three to a paragraph, and its translation.
fn article(sentences: u64) -> (Article, Translation) {
    let locale = |tag: &str| tag.parse().unwrap_or_else(|_| unreachable!());
    let mut units = Vec::new();
    let mut translation = Translation::empty(locale("be"));
    for paragraph in 0..sentences.div_ceil(3) {
        let mut text = Text::default();
        let mut segments = Vec::new();
        for number in paragraph * 3..(paragraph * 3 + 3).min(sentences) {
            let start = text.prose.len();
            let sentence = format!("Officer {number} of the General Staff looks at map {} & waits.", number % 97);
            text.prose.push_str(&sentence);
            let id = SegmentId { digest: number * 2_654_435_761 % (1 << 48), occurrence: 1 };
            segments.push(Segment { id, span: start..text.prose.len() });
            text.prose.push(' ');
            let words = format!("Афіцэр {number} Генеральнага штаба глядзіць на мапу {} і чакае.", number % 97);
            translation.targets.insert(id, Target::human(Text::plain(words), None));
        }
        let id = format!("p-{paragraph}");
        units.push(Unit { id, role: Role::Paragraph, text, segments, originals: Vec::new() });
    }
    let skeleton = Skeleton::default();
    (Article { slug: "bench".to_owned(), locale: locale("en"), units, skeleton }, translation)
}

fn bench(criterion: &mut Criterion) {
    for sentences in [2_500, 5_000, 10_000, 20_000, 40_000] {
        let (article, translation) = article(sentences);
        let settings = xliff::XliffSettings::of(&article);
        let file = xliff::write(&article, &translation, &|_| None, &settings);
        let Ok(read) = xliff::read(&file) else { return };
        let mut group = criterion.benchmark_group("xliff");
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.sample_size(20);
        group.bench_function(BenchmarkId::new("read", sentences), |bencher| {
            bencher.iter(|| xliff::read(black_box(&file)));
        });
        group.bench_function(BenchmarkId::new("write", sentences), |bencher| {
            bencher.iter(|| xliff::write(&article, black_box(&translation), &|_| None, &settings));
        });
        group.bench_function(BenchmarkId::new("update", sentences), |bencher| {
            bencher.iter(|| xliff::update(black_box(&file), &article, &translation, &|_| None, &settings));
        });
        group.bench_function(BenchmarkId::new("refresh", sentences), |bencher| {
            bencher.iter(|| refresh(&article, &translation.locale, black_box(&read.value)));
        });
        group.finish();
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
