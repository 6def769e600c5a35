//! The glossary: reading, finding terms, hints for backends.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;
use tolmach::{
    glossary::{DerivedWord, Folding, Grammars, Matching, Termbase, TextWords, grammars, hints, load},
    locale::{Locales, Override},
    model::{Case, Hinted, Locale, Pair, Parsed, Severity, Usage, cut},
};

use crate::cases;

const TERMS: &str = include_str!("../cases/glossary/terms.toml");

fn plain() -> Grammars {
    let matching: BTreeMap<Locale, Matching> = cases::table("glossary/matching.toml");
    matching.into_iter().map(|(locale, matching)| (locale, matching.into())).collect()
}

fn read(text: &str) -> Parsed<Termbase> {
    load(&[("glossary/terms.toml".to_owned(), text.to_owned())], &plain())
}

fn termbase() -> Termbase {
    read(TERMS).value
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn arg<'a>(finding: &'a tolmach::model::Finding, name: &str) -> &'a str {
    finding.text(name).unwrap_or_default()
}

#[derive(Deserialize)]
struct Find {
    fact: String,
    locale: Locale,
    text: String,
    hits: Vec<String>,
}

#[test]
fn wordings_are_found_as_in_the_cases() {
    let termbase = termbase();
    for case in cases::toml::<Find>("glossary/find.toml") {
        let found: Vec<String> = termbase
            .find(&case.locale, &case.text)
            .iter()
            .map(|hit| {
                let id = &termbase.concepts[hit.concept].id;
                assert!(
                    termbase.term(&case.locale, hit).is_some_and(|term| term.forms.len() > hit.form),
                    "{}",
                    case.fact
                );
                format!("{} {} {id}", cut(&case.text, &hit.span), hit.usage.as_str())
            })
            .collect();
        assert_eq!(found, case.hits, "{}", case.fact);
    }
}

#[derive(Deserialize)]
struct DerivedCase {
    fact: String,
    locale: Locale,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    written: Option<String>,
    right: BTreeMap<String, Vec<String>>,
    wrong: BTreeMap<String, Vec<String>>,
}

#[test]
fn a_derivation_that_cannot_be_read_is_refused_in_its_own_words_with_its_own_file() {
    let file = |tag: &str, text: &str| Override {
        locale: locale(tag),
        path: format!("locales/{tag}/derived.toml"),
        text: text.to_owned(),
    };
    for (text, error) in [
        (
            "[[derived]]\nstems = \"ія>ійск герм\"\nendings = \"і\"\n",
            "in the rules of derivation, `герм` is not `ending>stem`",
        ),
        (
            "[[derived]]\nstem = \"ія>ійск\"\n",
            "the rules of derivation are not readable: TOML parse error at line 2, column 1",
        ),
    ] {
        // The file above it is in order, and is not blamed.
        let layers = vec![file("be", text), file("be-tarask", "")];
        let broken = grammars(&Locales::with(layers).unwrap()).unwrap_err();
        assert!(broken.to_string().starts_with(&format!("locales/be/derived.toml: {error}")), "{broken}");
        assert_eq!(broken.hint().unwrap().id, "hint-derived-rules");
    }
}

#[test]
fn what_derives_from_a_name_is_known_as_in_the_cases() {
    let grammars = grammars(Locales::embedded()).unwrap();
    for case in cases::toml::<DerivedCase>("glossary/derived.toml") {
        let rows = case.right.iter().map(|row| (row, true)).chain(case.wrong.iter().map(|row| (row, false)));
        for ((name, texts), expected) in rows {
            let kind = case.kind.as_deref().unwrap_or("place");
            let written = case.written.as_ref().map(|written| format!(", {written}")).unwrap_or_default();
            let text = format!(
                "[[concept]]\nid = \"x\"\nkind = \"{kind}\"\n\
                 terms.{} = {{ preferred = {{ text = \"{name}\"{written} }} }}\n",
                case.locale
            );
            let parsed = load(&[("x.toml".to_owned(), text)], &grammars);
            assert_eq!(parsed.findings, [], "{}: {name}", case.fact);
            for text in texts {
                let words = TextWords::new(&parsed.value.folding(&case.locale).fold(text).text);
                assert_eq!(parsed.value.has_derived(&case.locale, 0, &words), expected, "{}: {text}", case.fact);
                let found = parsed.value.find_derived(&case.locale, text);
                assert_eq!(!found.is_empty(), expected, "{}: {text}: {found:?}", case.fact);
            }
        }
    }
}

#[test]
fn a_derived_word_is_found_with_its_concept_and_what_it_is_outside_of_terms() {
    let places = "[[concept]]\nid = \"belarus\"\nkind = \"place\"\n\
                  terms.be = { preferred = \"Беларусь\", admitted = { text = \"РБ\", adjective = \"рэспублікі беларускай\" } }\n\
                  [[concept]]\nid = \"language\"\nterms.be = { preferred = \"беларуская мова\" }\n\
                  [[concept]]\nid = \"poland\"\nkind = \"place\"\nterms.be = { preferred = \"Польшча\" }\n";
    let parsed = load(&[("x.toml".to_owned(), places.to_owned())], &grammars(Locales::embedded()).unwrap());
    let termbase = parsed.value;
    let found = |text: &str| {
        let words = termbase.find_derived(&locale("be"), text);
        let word = |word: &DerivedWord| {
            (cut(text, &word.span).to_owned(), termbase.concepts[word.concept].id.clone(), word.sort.as_str())
        };
        words.iter().map(word).collect::<Vec<_>>()
    };
    let of = |form: &str, id: &str, sort: &'static str| (form.to_owned(), id.to_owned(), sort);
    assert_eq!(
        found("Беларускі́ сцяг у беларуса, а беларуская мова – у Беларусі."),
        [of("Беларускі́", "belarus", "adjective"), of("беларуса", "belarus", "inhabitant")]
    );
    assert_eq!(
        found("Беларуска-польская мяжа"),
        [of("Беларуска", "belarus", "adjective"), of("польская", "poland", "adjective")]
    );
    assert_eq!(found("Сцяг Рэспублікі  Беларускай"), [of("Рэспублікі  Беларускай", "belarus", "adjective")]);
    assert_eq!(found("Беларусь"), []);
}

#[test]
fn what_derives_from_a_name_is_read_beside_the_usages_and_at_a_wording() {
    let parsed = read(
        "[[concept]]\nid = \"x\"\nterms.be = { preferred = \"Беларусь\", adjective = \"беларускі\", inhabitant = [\"беларус\", \"беларуска\"] }\n\
         terms.ru = { preferred = { text = \"Беларусь\", adjective = \"белорусский\" } }\n",
    );
    assert_eq!(parsed.findings, []);
    let texts = |tag: &str| -> Vec<&str> {
        parsed.value.concepts[0].terms[&locale(tag)][0].derived.iter().map(|derived| derived.text.as_str()).collect()
    };
    assert_eq!(texts("be"), ["беларускі", "беларус", "беларуска"]);
    assert_eq!(texts("ru"), ["белорусский"]);
}

#[derive(Deserialize)]
struct Fault {
    fact: String,
    file: String,
    findings: Vec<String>,
    concepts: Vec<String>,
}

#[test]
fn a_faulty_glossary_is_reported_by_line_and_the_rest_goes_on() {
    for case in cases::toml::<Fault>("glossary/faults.toml") {
        let parsed = read(&case.file);
        let found: Vec<String> = parsed
            .findings
            .iter()
            .map(|finding| {
                assert_eq!(finding.rule(), "glossary");
                assert_eq!(finding.place.file.as_deref(), Some("glossary/terms.toml"), "{}", case.fact);
                assert!(finding.hint().is_some(), "{}", case.fact);
                let minor = if finding.severity == Severity::Major { "" } else { " (minor)" };
                format!(
                    "{} {} {}{minor}",
                    finding.place.line.unwrap(),
                    finding.id().trim_start_matches("glossary-"),
                    arg(finding, "name")
                )
            })
            .collect();
        let ids: Vec<&str> = parsed.value.concepts.iter().map(|concept| concept.id.as_str()).collect();
        assert_eq!(found, case.findings, "{}", case.fact);
        assert_eq!(ids, case.concepts, "{}", case.fact);
    }
}

#[test]
fn two_concepts_with_one_id_are_both_named() {
    let one = "[[concept]]\nid = \"homel\"\nterms.en = { preferred = \"Homel\" }\n";
    let files = [("glossary/a.toml".to_owned(), one.to_owned()), ("glossary/b.toml".to_owned(), format!("\n\n{one}"))];
    let parsed = load(&files, &BTreeMap::new());
    assert_eq!(parsed.value.concepts.len(), 1);
    let finding = &parsed.findings[0];
    assert_eq!((finding.place.file.as_deref(), finding.place.line), (Some("glossary/b.toml"), Some(3)));
    assert_eq!(arg(finding, "first"), "glossary/a.toml:1");
}

#[test]
fn every_key_of_a_wording_is_read() {
    let parsed = read(
        r#"
[[concept]]
id = "border"
kind = "noun"
definition = "line between two states"
domain = "geography"
note = "mind the register"
terms.be = { preferred = { text = "мяжа", forms = ["мяжы", { text = "мяжой", number = "singular", case = "instrumental" }], class = "f", mode = "exact", case_sensitive = false, part_of_compound = true }, forbidden = [{ text = "граніца", reason = "a house choice" }, "кардон"] }
"#,
    );
    assert_eq!(parsed.findings, []);
    let concept = &parsed.value.concepts[0];
    assert_eq!(concept.definition.as_deref(), Some("line between two states"));
    assert_eq!((concept.domain.as_deref(), concept.note.as_deref()), (Some("geography"), Some("mind the register")));
    let terms = parsed.value.terms(&locale("be"), 0);
    let texts: Vec<(&str, Usage, usize)> = terms.iter().map(|t| (t.text.as_str(), t.usage, t.forms.len())).collect();
    assert_eq!(
        texts,
        [("мяжа", Usage::Preferred, 3), ("граніца", Usage::Forbidden, 1), ("кардон", Usage::Forbidden, 1)]
    );
    assert_eq!(terms[0].class.as_deref(), Some("f"));
    assert_eq!(terms[0].case_sensitive, Some(false));
    assert!(terms[0].part_of_compound && !terms[1].part_of_compound);
    assert_eq!(terms[0].mode, tolmach::model::Mode::Exact);
    assert_eq!(terms[0].forms[2].case, Some(tolmach::model::Case::Instrumental));
    assert_eq!(terms[1].reason.as_deref(), Some("a house choice"));
    assert_eq!((concept.line, terms[0].line), (2, 8));
}

#[test]
fn a_backend_receives_the_wordings_of_the_terms_in_the_text() {
    let pair = Pair { source: locale("en"), target: locale("be") };
    let found = hints(&termbase(), &pair, "Homel, Gomel and Homel’s border guards; NATO");
    let summaries: Vec<(&str, &str, &str)> =
        found.iter().map(|hint| (hint.concept.as_str(), hint.source.as_str(), hint.target.as_str())).collect();
    assert_eq!(summaries, [("homel", "Homel", "Гомель"), ("homel", "Gomel", "Гомель"), ("nato", "NATO", "НАТА")]);
    assert_eq!(found[0].forms, ["Гомель", "Гомеля", "Гомелю", "Гомелем", "Гомелі"]);
    assert_eq!(found[2].forbidden, ["НАТО"]);
}

#[test]
fn a_backend_receives_the_cases_of_a_wording_where_they_are_known() {
    let cell = |form: &str, case: &str| format!("{{ text = \"{form}\", number = \"singular\", case = \"{case}\" }}");
    let forms = [cell("мяжа", "nominative"), cell("мяжы", "genitive"), "\"межы\"".to_owned()].join(", ");
    let text = format!(
        "[[concept]]\nid = \"border\"\nterms.en = {{ preferred = \"border\" }}\n\
         terms.be = {{ preferred = {{ text = \"мяжа\", forms = [{forms}] }} }}\n"
    );
    let parsed = read(&text);
    assert_eq!(parsed.findings, []);
    let pair = Pair { source: locale("en"), target: locale("be") };
    let found = hints(&parsed.value, &pair, "At the border");
    assert_eq!(found[0].forms, ["мяжа", "мяжы", "межы"]);
    let cases: Vec<(&str, Option<Case>)> = found[0].cases.iter().map(|form| (form.text.as_str(), form.case)).collect();
    assert_eq!(cases, [("мяжа", Some(Case::Nominative)), ("мяжы", Some(Case::Genitive))]);
}

#[test]
fn a_short_name_is_sent_where_the_source_has_a_short_one() {
    let parsed = read(
        r#"
[[concept]]
id = "lukashenka"
terms.en = { preferred = "Alexander Lukashenka", admitted = ["Lukashenka", "the ruler of Belarus"], forbidden = "Lukashenko" }
terms.be = { preferred = "Аляксандр Лукашэнка", admitted = ["беларускі кіраўнік", "кіраўнік", "Лукашэнка"] }
terms.ru = { preferred = "Александр Лукашенко", admitted = "правитель" }
terms.uk = { preferred = "Олександр Лукашенко", admitted = ["правитель", "Лукашенко"] }
"#,
    );
    assert_eq!(parsed.findings, []);
    for (tag, source, expected) in [
        ("be", "Alexander Lukashenka said", "Аляксандр Лукашэнка"),
        ("be", "Lukashenka said", "Лукашэнка"),
        // A refused wording counts as the wording that it resembles.
        ("be", "Lukashenko said", "Лукашэнка"),
        ("be", "the ruler of Belarus said", "Аляксандр Лукашэнка"),
        // A wording that is not part of the full name is another wording, not a shorter one.
        ("ru", "Lukashenka said", "Александр Лукашенко"),
        ("uk", "Lukashenka said", "Лукашенко"),
    ] {
        let pair = Pair { source: locale("en"), target: locale(tag) };
        let found = hints(&parsed.value, &pair, source);
        let summaries: Vec<&str> = found.iter().map(|hint| hint.target.as_str()).collect();
        assert_eq!(summaries, [expected], "{tag}: {source}");
    }
}

#[test]
fn a_form_that_is_right_and_forbidden_is_right_with_a_warning() {
    let parsed = read(
        r#"
[[concept]]
id = "lukashenko"
terms.uk = { preferred = { text = "Лукашенко", forms = ["Лукашенка"] }, forbidden = { text = "Лукашенка", forms = ["Лукашенкы"] } }

[[concept]]
id = "other"
terms.uk = { forbidden = ["Лукашенко", "Лукашенкович"] }
"#,
    );
    let uk = locale("uk");
    let warned: Vec<(Option<usize>, &str, &str)> = parsed
        .findings
        .iter()
        .map(|f| (f.place.line, arg(f, "name"), f.hint().and_then(|hint| hint.args[0].1.text()).unwrap()))
        .collect();
    assert_eq!(
        warned,
        [(Some(4), "Лукашенка", "glossary/terms.toml:4"), (Some(8), "Лукашенко", "glossary/terms.toml:4")]
    );
    let usages: Vec<Usage> =
        parsed.value.find(&uk, "Лукашенко, Лукашенка, Лукашенкы, Лукашенкович").iter().map(|hit| hit.usage).collect();
    assert_eq!(usages, [Usage::Preferred, Usage::Preferred, Usage::Forbidden, Usage::Forbidden]);
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn folding_any_text_maps_back_to_character_boundaries(text in "\\PC{0,40}|[а-яёўіЁЎ'’ \u{301}\u{306}\u{308}\u{ad}\u{a0}A-z]{0,40}") {
        let folding = Folding::new(plain().remove(&locale("be")).unwrap().matching().clone());
        let folded = folding.fold(&text);
        let mut last = 0;
        for (at, letter) in folded.text.char_indices() {
            let span = folded.span(&text, &(at..at + letter.len_utf8()));
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            prop_assert!(span.start < span.end && last <= span.start);
            last = span.start;
        }
    }

    #[test]
    fn a_text_without_letters_to_fold_stays_unchanged(text in "( ?[а-яіўa-z]){0,60}") {
        prop_assert_eq!(&Folding::default().fold(&text).text, &text);
    }

    #[test]
    fn hits_are_in_order_and_never_overlap(text in "[А-Яа-яёў' ]{0,30}(Гомел[яь]|на Україні|в Україні|Лукашенка|[ ,]){0,9}") {
        let termbase = termbase();
        for tag in ["be", "ru", "uk", "en"] {
            let mut last = 0;
            for hit in termbase.find(&locale(tag), &text) {
                prop_assert!(last <= hit.span.start && hit.span.start < hit.span.end);
                last = hit.span.end;
            }
        }
    }

    #[test]
    fn no_file_makes_the_reader_panic(text in "(\\[\\[concept\\]\\]|id|terms|=|\"[a-z]{0,4}\"|\\{|\\}|\\.|be|preferred|\n|,|\\[|\\]| ){0,40}") {
        let _ = read(&text);
    }
}

#[test]
fn a_large_file_is_read_in_parts_as_if_it_were_read_whole() {
    let concept = |number: usize| {
        format!(
            "[[concept]]\nid = \"c{number}\"\nkind = \"place\"\nterms.be = {{ preferred = \"слова {number}\" }}\n\n"
        )
    };
    let faults = [
        "",
        "[[concept]]\nid = \"c3\"\nterms.be.preferred = \"той самы\"\n",
        "[[concept]]\nid = \"without-terms\"\n",
        "[[concept]]\nid = \"odd\"\nkind = \"odd\"\nsize = 3\nterms.be.preferred = [\"адзін\", 2]\n",
        "  [[concept]]\r\n  id = \"indented\"\r\n  [concept.terms.be]\r\n  preferred = \"водступ\"\r\n",
        "[[ concept ]]\nid = \"spaced\"\nterms.be.preferred = \"прагал\"\n",
        "[other]\nname = \"not a concept\"\n",
        "[[other]]\nname = \"not a concept\"\n",
        "= no key\n",
        "[[concept]]\nid = \"open\nterms.be.preferred = \"мост\"\n",
        "[concept]\nid = \"single\"\n",
        "id = \"c1\"\n",
    ];
    for fault in faults {
        for place in [0, 1, 1999, 3500, 4000] {
            let before: String = (0..place).map(concept).collect();
            let after: String = (place..4000).map(concept).collect();
            let text = [before.as_str(), fault, &after].concat();
            let whole = format!("{text}# Quotes of a text of several lines: \"\"\"\n");
            let read = |text: String| tolmach::glossary::read(&[("glossary/terms.toml".to_owned(), text)]);
            let (parts, whole) = (read(text), read(whole));
            assert!(parts.value == whole.value, "{fault} at {place}");
            assert_eq!(format!("{:?}", parts.findings), format!("{:?}", whole.findings), "{fault} at {place}");
        }
    }
}
