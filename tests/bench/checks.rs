//! Benchmarks of the checks: segments per second, the time of each rule, and whether time grows linearly with the text.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic, and names itself")]

mod dice;
mod material;

use std::{fs, hint::black_box, path::Path};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::{
    bilingual::{refresh, xliff},
    check::{Bitext, CHECKS, Context, check_article, check_segment},
    glossary::Termbase,
    locale::Locales,
    model::{Locale, Pair, Text},
    pipeline::{Segmenters, language, prepare},
    project::{Layout, Resources},
    source::MarkdownFormat,
};

use material::material;

const SLUG: &str = "minsk-keeps-its-army-at-home";

fn context<'a>(locales: &Locales, termbase: &'a Termbase, target: &str) -> Context<'a> {
    let pair = Pair { source: "en".parse().unwrap(), target: target.parse().unwrap() };
    let language_of = |locale: &Locale| language(locales.profile(locale));
    Context::new(pair.clone(), language_of(&pair.source), language_of(&pair.target), termbase)
}

fn segments(bench: &mut Criterion) {
    let (termbase, pairs) = material(4000);
    let locales = Locales::with(Vec::new()).unwrap();
    let context = context(&locales, &termbase, "be");
    let mut group = bench.benchmark_group("checks, segments");
    for size in [1000, 2000, 4000] {
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::new("good", size), |bench| {
            bench.iter(|| {
                pairs.iter().take(size).map(|(s, t)| check_segment(&context, s, black_box(t)).len()).sum::<usize>()
            });
        });
    }
    group.bench_function(BenchmarkId::new("wrong", 4000), |bench| {
        // Each source with the next one's target: numbers and terms disagree everywhere.
        bench.iter(|| {
            let shifted = pairs.iter().zip(pairs.iter().skip(1));
            shifted.map(|((s, _), (_, t))| check_segment(&context, s, black_box(t)).len()).sum::<usize>()
        });
    });
    group.finish();

    // First the work that all rules share, then each rule.
    let mut group = bench.benchmark_group("checks, one by one");
    group.throughput(Throughput::Elements(1000));
    let pairs: Vec<&(Text, Text)> = pairs.iter().take(1000).collect();
    group.bench_function("look", |bench| {
        bench.iter(|| {
            pairs.iter().map(|(s, t)| Bitext::new(&context, s, black_box(t)).target_hits.len()).sum::<usize>()
        });
    });
    let bitexts: Vec<Bitext<'_>> = pairs.iter().map(|(s, t)| Bitext::new(&context, s, t)).collect();
    for check in CHECKS {
        group.bench_function(check.rule().id, |bench| {
            bench.iter(|| {
                let mut findings = Vec::new();
                for bitext in &bitexts {
                    check.segment(&context, black_box(bitext), &mut findings);
                }
                findings.len()
            });
        });
    }
    group.finish();
}

/// One segment of one, two and four times the length: time must not grow faster than the text.
fn long(bench: &mut Criterion) {
    let (termbase, pairs) = material(4000);
    let locales = Locales::with(Vec::new()).unwrap();
    let context = context(&locales, &termbase, "be");
    let mut group = bench.benchmark_group("checks, one long text");
    for size in [500, 1000, 2000] {
        let source: String = pairs.iter().take(size).map(|(source, _)| source.prose.as_str()).collect();
        let target: String = pairs.iter().skip(1).take(size).map(|(_, target)| target.prose.as_str()).collect();
        let (source, target) = (Text::plain(source), Text::plain(target));
        group.throughput(Throughput::Bytes(target.prose.len() as u64));
        group.bench_function(BenchmarkId::new("wrong", size), |bench| {
            bench.iter(|| check_segment(&context, black_box(&source), black_box(&target)).len());
        });
    }
    group.finish();
}

/// This repository's article, with its glossary and translations.
fn shipped(bench: &mut Criterion) {
    let layout = Layout { root: Path::new(env!("CARGO_MANIFEST_DIR")).to_owned() };
    let resources = Resources::load(Some(&layout)).unwrap();
    let segmenters = Segmenters::new(&resources.locales);
    let markdown = MarkdownFormat::new("en".parse().unwrap());
    let text = fs::read_to_string(layout.article(SLUG, "md")).unwrap();
    let article = prepare(SLUG, text, &markdown, &segmenters).unwrap().value;
    let mut group = bench.benchmark_group("checks, our own article");
    for tag in ["be", "ru", "uk"] {
        let locale: Locale = tag.parse().unwrap();
        let file = fs::read_to_string(layout.segments(&locale, SLUG, "xlf")).unwrap();
        let translation = refresh(&article, &locale, &xliff::read(&file).unwrap().value);
        let context = context(&resources.locales, &resources.termbase, tag);
        group.throughput(Throughput::Elements(article.translated().count() as u64));
        group.bench_function(tag, |bench| {
            bench.iter(|| check_article(&context, &article, black_box(&translation)).len());
        });
    }
    group.finish();
}

criterion_group!(benches, segments, long, shipped);
criterion_main!(benches);
