//! How many segments a second are searched for 1,000 terms, and checked by all rules? And does twice the text take
//! twice the time?
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic, and names itself")]

use std::{fmt::Write, hint::black_box};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tolmach::{
    check::{Context, Language, check_segment},
    glossary::{Termbase, grammars, load},
    locale::Locales,
    model::{Locale, Pair, Text},
};

/// A row of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn word(&mut self, syllables: &[&str], length: usize) -> String {
        (0..length).map(|_| syllables[self.roll(syllables.len())]).collect()
    }
}

const LATIN: &[&str] = &[
    "ba", "ke", "li", "mo", "nur", "san", "te", "vol", "ri", "ga", "sto", "pe", "dra", "fi", "hu", "jek", "lam", "mis",
    "no", "ope", "pra", "qui", "rod", "sul", "tva", "und", "ver", "wo", "xan", "yel", "zob", "chi", "est", "ing",
];
const CYRILLIC: &[&str] = &[
    "ба", "ке", "лі", "мо", "нур", "сан", "тэ", "вол", "ры", "га", "сто", "пе", "дра", "фі", "ху", "джэк", "лам",
    "міс", "но", "апе", "пра", "кві", "род", "сул", "тва", "унд", "вер", "во", "ксан", "ель", "зоб", "чы", "эст",
    "шча",
];
const ENDINGS: &[&str] = &["а", "у", "ам", "е", "ы", "аў", "амі", "ах", "ой"];

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A termbase of 1,000 concepts with ten forms each, and pairs of sentences that speak of them.
fn material(pairs: usize) -> (Termbase, Vec<(Text, Text)>) {
    let mut dice = Dice(7);
    let mut file = String::new();
    let mut terms = Vec::new();
    for number in 0..1000 {
        let (en, be) = (capital(&dice.word(LATIN, 4)), capital(&dice.word(CYRILLIC, 4)));
        let forms: Vec<String> = ENDINGS.iter().map(|ending| format!("{be}{ending}")).collect();
        write!(
            file,
            "[[concept]]\nid = \"c{number}\"\nterms.en = {{ preferred = \"{en}\" }}\n\
             terms.be = {{ preferred = {{ text = \"{be}\", forms = {forms:?} }} }}\n"
        )
        .unwrap();
        terms.push((en, be));
    }
    let grammars = grammars(Locales::embedded()).unwrap();
    let termbase = load(&[("glossary/terms.toml".to_owned(), file)], &grammars).value;
    let sentences = (0..pairs).map(|_| {
        let (mut en, mut be) = (String::new(), String::new());
        for place in 0..20 {
            if place % 7 == 3 {
                let (a, b) = &terms[dice.roll(terms.len())];
                write!(en, "{a}’s ").unwrap();
                write!(be, "{b}{} ", ENDINGS[dice.roll(ENDINGS.len())]).unwrap();
            } else {
                let length = 1 + dice.roll(3);
                en += &dice.word(LATIN, length);
                be += &dice.word(CYRILLIC, length);
                en.push(' ');
                be.push(' ');
            }
        }
        let (day, people) = (1 + dice.roll(28), 10_000 + dice.roll(10_000));
        write!(en, "on {day} March, {},{:03} people.", people / 1000, people % 1000).unwrap();
        write!(be, "{day} сакавіка, {}\u{a0}{:03} чалавек.", people / 1000, people % 1000).unwrap();
        (Text::plain(en), Text::plain(be))
    });
    let sentences = sentences.collect();
    (termbase, sentences)
}

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

    // What of that is normalising alone: the text folded, the way back kept.
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

    // One text of one, two and four times the length: nothing may grow faster than the text.
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

fn check(bench: &mut Criterion) {
    let (termbase, pairs) = material(4000);
    let language = |text| toml::from_str::<Language>(text).unwrap();
    let pair = Pair { source: "en".parse().unwrap(), target: "be".parse().unwrap() };
    let source = language(include_str!("../cases/check/languages/en.toml"));
    let target = language(include_str!("../cases/check/languages/be.toml"));
    let context = Context::new(pair, source, target, &termbase);
    let mut group = bench.benchmark_group("check, segments");
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

    let mut group = bench.benchmark_group("check, one long text");
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

criterion_group!(benches, glossary, check);
criterion_main!(benches);
