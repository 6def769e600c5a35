//! Facts of languages in the shipped profiles, tested through their output.

use std::collections::BTreeMap;

use serde::Deserialize;
use tolmach::{
    check::{Context, check_segment},
    glossary::{Matching, Termbase, load},
    locale::{Day, Locales, long_date, number},
    model::{Pair, Severity, Text},
    pipeline::{language, lexicon},
    segment::{Rules, Segmenter},
};

use super::{profile, tag};
use crate::cases;

#[derive(Deserialize)]
struct Facts {
    quotes: [String; 2],
    dash: Option<String>,
    numbers: BTreeMap<String, String>,
    percent: String,
    dates: BTreeMap<String, String>,
}

#[test]
fn quotes_dashes_numbers_and_dates_follow_the_language() {
    let all: BTreeMap<String, Facts> = cases::table("locale/facts.toml");
    let tags: Vec<&str> = all.keys().map(String::as_str).collect();
    assert_eq!(tags, Locales::embedded().tags().collect::<Vec<_>>(), "every locale has its facts");
    for (locale, facts) in &all {
        let shipped = profile(locale);
        let quotes = [&shipped.quotes.outer, &shipped.quotes.inner].map(|(open, close)| format!("{open}…{close}"));
        assert_eq!(quotes, facts.quotes, "{locale}");
        if let Some(dash) = &facts.dash {
            let written = format!("{}{}{}", shipped.dash.before, shipped.dash.mark, shipped.dash.after);
            assert!(dash.contains(&written), "{locale}: {dash}");
        }
        for (digits, written) in &facts.numbers {
            assert_eq!(number(shipped, digits), *written, "{locale}");
        }
        assert_eq!(format!("5{}%", shipped.numbers.percent_space), facts.percent, "{locale}");
        for (day, long) in &facts.dates {
            assert_eq!(long_date(shipped, Day::parse(day).unwrap()), *long, "{locale}");
        }
    }
}

#[derive(Deserialize)]
struct Hour {
    fact: String,
    source: String,
    #[serde(flatten)]
    targets: BTreeMap<String, Samples>,
}

#[derive(Deserialize)]
struct Samples {
    good: Vec<String>,
    #[serde(default)]
    bad: Vec<String>,
}

/// Whether numbers, hours and months of both texts agree by the shipped profiles; a word said otherwise is mere advice.
fn agree(locale: &str, source: &str, target: &str) -> bool {
    let pair = Pair { source: tag("en"), target: tag(locale) };
    let termbase = Termbase::default();
    let context = Context::new(pair, language(profile("en")), language(profile(locale)), &termbase);
    let findings = check_segment(&context, &Text::plain(source), &Text::plain(target));
    !findings.iter().any(|finding| finding.rule() == "numbers" && finding.severity > Severity::Neutral)
}

#[test]
fn hours_months_and_number_words_are_understood() {
    let mut faults = Vec::new();
    for case in cases::toml::<Hour>("locale/clock.toml") {
        for (locale, samples) in &case.targets {
            let bad = samples.bad.iter().filter(|target| agree(locale, &case.source, target));
            let good = samples.good.iter().filter(|target| !agree(locale, &case.source, target));
            faults.extend(bad.chain(good).map(|target| format!("{}: {locale}: {target}", case.fact)));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn abbreviations_end_no_sentence_and_other_full_stops_do() {
    for case in cases::tsv("locale/abbreviations.tsv") {
        let [locale, text] = &*case;
        let layers = Locales::embedded().layers(&tag(locale), "segmentation.toml");
        let segmenter = Segmenter::new(&Rules::layered(layers.iter().map(|layer| layer.text)).unwrap());
        let whole = text.replace(" | ", " ");
        let parts: Vec<&str> = segmenter.split(&whole).into_iter().map(|span| &whole[span]).collect();
        assert_eq!(parts.join(" | "), *text, "{}: {locale}", case.place());
    }
}

#[test]
fn a_number_word_is_found_whatever_its_apostrophe_and_its_e() {
    let numbers = |locale: &str, word: &str| lexicon(profile(locale)).numbers.get(word).cloned();
    assert_eq!(numbers("uk", "п'ять").as_deref(), Some("5"));
    assert_eq!(numbers("ru", "трех").as_deref(), Some("3"));
    assert_eq!(numbers("ru", "трёх").as_deref(), Some("3"));
    assert_eq!(numbers("be", "пяць").as_deref(), Some("5"));
    assert_eq!(numbers("en", "second"), None, "an ambiguous word does not count as a number");
}

#[test]
fn one_word_means_one_number() {
    for locale in ["be", "be-tarask", "en", "ru", "uk"] {
        let shipped = profile(locale);
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        for (value, word) in
            shipped.number_words.iter().flat_map(|(value, words)| words.iter().map(move |w| (value, w)))
        {
            assert_eq!(known.insert(word, value), None, "{locale}: {word}");
            assert!(!word.ends_with(['-', '.']), "{locale}: {word}");
        }
        for (value, words) in &shipped.loose_number_words {
            assert!(value.parse::<f64>().is_ok(), "{locale}: {value}");
            assert!(words.iter().all(|word| !known.contains_key(word.as_str())), "{locale}: {value}");
        }
    }
}

#[test]
fn an_english_plural_is_a_form_of_the_term_and_another_word_is_not() {
    let matching = Matching { suffixes: profile("en").matching.suffixes.clone(), ..Matching::default() };
    let terms = ["church", "plan", "Min", "Jam", "Gulevich", "box", "tank"];
    let file = terms.map(|term| {
        format!("[[concept]]\nid = \"{}\"\nterms.en = {{ preferred = \"{term}\" }}\n", term.to_lowercase())
    });
    let termbase =
        load(&[("glossary/terms.toml".to_owned(), file.concat())], &[(tag("en"), matching.into())].into()).value;
    let found = |text: &str| -> Vec<String> {
        termbase.find(&tag("en"), text).iter().map(|hit| text[hit.span.clone()].to_owned()).collect()
    };
    assert_eq!(found("churches, boxes and tanks of the Guleviches"), ["churches", "boxes", "tanks", "Guleviches"]);
    assert_eq!(found("the church’s plan, the tanks’ boxes"), ["church", "plan", "tanks", "boxes"]);
    assert_eq!(found("planes, Mines, James, tankers and a planner"), Vec::<String>::new());
}

#[test]
fn the_classical_orthography_is_belarusian_except_for_its_overrides() {
    let (official, classical) = (profile("be"), profile("be-tarask"));
    assert_eq!(classical.quotes, official.quotes);
    assert_eq!(classical.dash, official.dash);
    assert_eq!(classical.numbers, official.numbers);
    assert_eq!(classical.clock, official.clock);
    assert_eq!(classical.typography, official.typography);
    assert_eq!(classical.alternation, official.alternation);
    assert_eq!(classical.alphabet.twins, official.alphabet.twins);
    assert_eq!(classical.loose_number_words, official.loose_number_words);
    assert!(classical.alphabet.closed && !classical.alphabet.never.contains('ґ'));
    assert_eq!(classical.alphabet.letters.replace('ґ', ""), official.alphabet.letters);
    assert_eq!(lexicon(classical).numbers.get("шэсьць").map(String::as_str), Some("6"));
    assert_eq!(lexicon(classical).numbers.get("дваццаць").map(String::as_str), Some("20"));
}
