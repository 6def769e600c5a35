//! Segmentation: the cases are in `tests/cases/segment/`, the properties are here.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::{LazyLock, Mutex},
};

use crate::support::hint;
use proptest::prelude::*;
use tolmach::{
    locale::Locales,
    model::{Article, Code, CodeKind, CodeName, Locale, Role, Skeleton, Text, Unit},
    segment::{Rules, Segmenter, segment},
    source::{MarkdownFormat, SourceFormat},
};

use crate::cases;

/// The embedded layers of rules for a locale.
fn embedded(locale: &Locale) -> Vec<&'static str> {
    Locales::embedded().layers(locale, "segmentation.toml").into_iter().map(|layer| layer.text).collect()
}

/// The segmenter of a language, built once.
fn segmenter(tag: &str) -> &'static Segmenter {
    static SEGMENTERS: LazyLock<Mutex<BTreeMap<String, &'static Segmenter>>> = LazyLock::new(Mutex::default);
    SEGMENTERS.lock().unwrap().entry(tag.to_owned()).or_insert_with(|| {
        let locale: Locale = tag.parse().unwrap();
        Box::leak(Box::new(Segmenter::new(&Rules::layered(embedded(&locale)).unwrap())))
    })
}

fn sentences<'a>(text: &'a str, segmenter: &Segmenter) -> Vec<&'a str> {
    segmenter.split(text).into_iter().map(|span| &text[span]).collect()
}

/// Parses a line of a case file: the text and its sentences.
fn read(line: &str) -> (String, Vec<String>) {
    let (mut text, mut sentences) = (String::new(), Vec::new());
    for (place, part) in line.split('|').enumerate() {
        if part.is_empty() {
            continue; // the inside of `||`
        }
        let glued = line.split('|').nth(place.wrapping_sub(1)).is_some_and(str::is_empty);
        let part = part.replace("\\n", "\n");
        let part = part.trim_matches(' ');
        if !text.is_empty() && !glued && !text.ends_with('\n') {
            text.push(' ');
        }
        text.push_str(part);
        sentences.push(part.trim().to_owned());
    }
    (text, sentences)
}

/// Runs a case file and returns its sentences.
fn check(file: &str, language: Option<&str>) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for case in cases::lines(file) {
        let (tag, line) = language.map_or_else(|| case.split_once('\t').unwrap(), |tag| (tag, case.as_str()));
        let (text, expected) = read(line);
        let segmenter = segmenter(tag);
        let found = sentences(&text, segmenter);
        if found != expected {
            faults.push(format!("{}: {tag}\n  expected {expected:?}\n  found    {found:?}", case.place()));
        }
        all.extend(expected.into_iter().map(|sentence| (tag.to_owned(), sentence)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    all
}

const BE: &str = "segment/be.txt";
const EN: &str = "segment/en.txt";
const RU: &str = "segment/ru.txt";
const UK: &str = "segment/uk.txt";
const ROOT: &str = "segment/root.txt";

#[test]
fn belarusian_is_segmented_as_a_reader_would() {
    check(BE, Some("be"));
    assert!(cases::lines(BE).len() > 120);
}

#[test]
fn be_tarask_inherits_the_rules_of_be() {
    check(BE, Some("be-tarask"));
}

#[test]
fn russian_is_segmented_as_a_reader_would() {
    check(RU, Some("ru"));
}

#[test]
fn ukrainian_is_segmented_as_a_reader_would() {
    check(UK, Some("uk"));
}

#[test]
fn english_is_segmented_as_a_reader_would() {
    check(EN, Some("en"));
}

#[test]
fn other_languages_use_the_root_rules() {
    check(ROOT, None);
}

#[test]
fn a_single_sentence_is_not_split() {
    for (file, language) in [(BE, "be"), (EN, "en"), (RU, "ru"), (UK, "uk")] {
        let segmenter = segmenter(language);
        for (_, sentence) in check(file, Some(language)) {
            assert_eq!(sentences(&sentence, segmenter), [sentence.as_str()]);
        }
    }
}

#[test]
fn white_space_alone_has_no_sentence() {
    for text in ["", " ", "\n\n \u{A0}\t", "\u{2029}"] {
        assert_eq!(segmenter("be").split(text), Vec::<Range<usize>>::new());
    }
}

#[test]
fn no_sentence_ends_inside_a_forbidden_span() {
    let text = "One here. Two here. Three here.";
    let split = |spans: &[(usize, usize)]| {
        let spans: Vec<_> = spans.iter().map(|&(start, end)| start..end).collect();
        let found = segmenter("en").split_with(text, &spans);
        found.into_iter().map(|span| (span.start, span.end)).collect::<Vec<_>>()
    };
    assert_eq!(split(&[]), [(0, 9), (10, 19), (20, 31)]);
    assert_eq!(split(&[(4, 14)]), [(0, 19), (20, 31)]);
    // The span ends or begins with its sentence, so the sentence may end there.
    assert_eq!(split(&[(0, 9), (10, 19)]).len(), 3);
    // A span that includes the gap at either edge would be cut.
    assert_eq!(split(&[(4, 10)]), [(0, 19), (20, 31)]);
    assert_eq!(split(&[(9, 14)]), [(0, 19), (20, 31)]);
    assert_eq!(split(&[(0, 31), (4, 6)]), [(0, 31)]);
    // Invalid spans from a caller.
    assert_eq!(split(&[(14, 4), (400, 900)]).len(), 3);
}

#[test]
fn a_project_adds_and_removes_rules() {
    let locale: Locale = "be".parse().unwrap();
    let text = "Скажы шэф. Івану. Вось вул. Леніна.";
    let layers = |layer: &'static str| Rules::layered(embedded(&locale).into_iter().chain([layer])).unwrap();
    let plain = Segmenter::new(&layers(""));
    assert_eq!(sentences(text, &plain), ["Скажы шэф.", "Івану.", "Вось вул. Леніна."]);
    let customised =
        Segmenter::new(&layers("[abbreviations]\nleads = [\"шэф.\"]\n[remove]\nabbreviations = [\"вул.\"]"));
    assert_eq!(sentences(text, &customised), ["Скажы шэф. Івану.", "Вось вул.", "Леніна."]);
    let named = Segmenter::new(&layers("[words]\nnames = [\"Стоп!\"]"));
    assert_eq!(sentences("Група Стоп! Расія. Яна грае.", &named), ["Група Стоп! Расія.", "Яна грае."]);
}

#[test]
fn unreadable_rules_are_an_error_with_a_hint() {
    for (toml, message) in [
        ("[abbreviations]\nlead = []", "unknown field `lead`"),
        ("[abbreviations", "segmentation rules are not readable"),
        ("[abbreviations]\nleads = [\"вул., 5.\"]", "`5.` in the list `leads` has no letter"),
    ] {
        let error = Rules::parse(toml).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
        assert!(!hint(&error).is_empty() && !error.to_string().ends_with('.'));
    }
}

#[test]
fn a_faulty_layer_leaves_the_rules_unchanged() {
    let mut rules = Rules::layered(embedded(&"uk".parse().unwrap())).unwrap();
    let before = rules.clone();
    rules.add_layer("[abbreviations]\nleads = [\"шеф\", \"7\"]").unwrap_err();
    assert_eq!(rules, before);
}

fn unit(role: Role, text: Text) -> Unit {
    Unit { id: String::new(), role, text, segments: Vec::new(), originals: Vec::new() }
}

fn article(units: Vec<Unit>) -> Article {
    let article = Article { slug: "a".to_owned(), locale: "en".parse().unwrap(), units, skeleton: Skeleton::default() };
    segment(article, segmenter("en"))
}

fn ids(article: &Article) -> Vec<String> {
    article.segments().map(|(_, segment)| segment.id.to_string()).collect()
}

fn pair(id: u32, span: Range<usize>, markup: &str) -> [(usize, Code); 2] {
    [(span.start, CodeKind::Open), (span.end, CodeKind::Close)]
        .map(|(at, kind)| (at, Code { id, kind, name: CodeName::Link, markup: markup.to_owned() }))
}

#[test]
fn ids_survive_an_inserted_paragraph() {
    let paragraph = |prose| unit(Role::Paragraph, Text::plain(prose));
    let old = article(vec![paragraph("First. Second."), paragraph("Third.")]);
    let new = article(vec![paragraph("New. Newer."), paragraph("First. Second."), paragraph("Third.")]);
    assert_eq!(ids(&old), ids(&new)[2..]);
    assert_eq!(ids(&old)[0].len(), 12);
}

#[test]
fn repeated_sentences_are_numbered() {
    let paragraph = |prose| unit(Role::Paragraph, Text::plain(prose));
    let ids = ids(&article(vec![paragraph("Never again. Yes. Never again."), paragraph("Never again.")]));
    assert_eq!([&ids[2], &ids[3]], [&format!("{}-2", ids[0]), &format!("{}-3", ids[0])]);
}

#[test]
fn text_of_raw_html_takes_no_other_sentences_id() {
    let read = |file: &str| {
        let format = MarkdownFormat::new("en".parse().unwrap());
        ids(&segment(format.parse("a", file.to_owned()).value, segmenter("en")))
    };
    let alone = read("Never again.\n\nNever again.\n");
    let beside = read("<p>Never again.</p>\n\nNever again.\n\nNever again.\n");
    assert_eq!(beside[1..], alone);
    assert_eq!(beside[0], format!("{}-3", alone[0]));
}

#[test]
fn an_id_comes_from_role_prose_and_codes_but_not_from_markup() {
    let id = |role: Role, codes: Vec<(usize, Code)>| {
        ids(&article(vec![unit(role, Text { prose: "A free press.".to_owned(), codes })])).remove(0)
    };
    let linked = |span, markup| pair(7, span, markup).to_vec();
    let link = id(Role::Paragraph, linked(2..6, "](https://example.org)"));
    assert_eq!(link, id(Role::Paragraph, linked(2..6, "](https://example.org/new)")));
    let others: BTreeSet<String> = [
        link,
        id(Role::Paragraph, linked(7..12, "](https://example.org)")),
        id(Role::Paragraph, Vec::new()),
        id(Role::Heading, Vec::new()),
    ]
    .into();
    assert_eq!(others.len(), 4);
}

#[test]
fn an_id_does_not_depend_on_the_place_of_its_sentence_in_the_unit() {
    let linked = |prose: &str, span| Text { prose: prose.to_owned(), codes: pair(3, span, "").to_vec() };
    let alone = article(vec![unit(Role::Paragraph, linked("See this page.", 4..8))]);
    let second = article(vec![unit(Role::Paragraph, linked("Read on. See this page.", 13..17))]);
    assert_eq!(ids(&alone)[0], ids(&second)[1]);
}

#[test]
fn no_segment_ends_inside_a_pair_of_codes() {
    let prose = "We left. They stayed. Nobody came.";
    let text = Text { prose: prose.to_owned(), codes: pair(1, 3..20, "*").to_vec() };
    let article = article(vec![unit(Role::Paragraph, text)]);
    let spans: Vec<_> = article.segments().map(|(_, segment)| segment.span.clone()).collect();
    assert_eq!(spans, [0..21, 22..34]);
}

#[test]
fn each_part_of_a_unit_keeps_its_pairs_whole() {
    let prose = "One link here. Two links. ";
    for span in [0..14, 0..15, 4..8, 14..20, 15..25, 14..15, 15..26] {
        let text = Text { prose: prose.to_owned(), codes: pair(1, span.clone(), "").to_vec() };
        let article = article(vec![unit(Role::Quote, text)]);
        for (unit, segment) in article.segments() {
            let codes = unit.text_of(segment).codes;
            let halves = |kind| codes.iter().filter(|(_, code)| code.kind == kind).count();
            if span.end <= prose.trim_end().len() {
                assert_eq!(halves(CodeKind::Open), halves(CodeKind::Close), "{span:?} {segment:?}");
            }
        }
    }
}

#[test]
fn titles_and_standfirsts_are_segmented_too() {
    let article = article(vec![
        unit(Role::Title, Text::plain("Will Minsk join the war?")),
        unit(Role::Standfirst, Text::plain("Minsk says no. Moscow waits.")),
        unit(Role::Bio, Text::plain("A. Writer is an analyst. She lives in Vilnius.")),
        unit(Role::Alt, Text::plain(" \n ")),
    ]);
    let counts: Vec<_> = article.units.iter().map(|unit| unit.segments.len()).collect();
    assert_eq!(counts, [1, 2, 2, 0]);
}

/// Texts of pieces that determine where sentences end.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            ".", "!", "?", "…", "...", " ", " ", " ", "\n", "\n\n", "\u{A0}", "\u{2029}", "(", ")", "[", "]", "«", "»", "“", "”", "„",
            "\"", "'", "`", "—", "-", ":", ";", ",", "•", "1.", "2)", "(a)", "iv)", "[1]", "😁", "🇺🇦", "</b>", "。", "」", "։", "।",
            "\u{301}", "\u{0}", "A", "А", "я", "і", "г.", "вул.", "т. д.", "U.S.", "a.m.", "5", "1995", "XX", "км", "Мінск", "The",
            "word", "слова", "Yahoo!", "http://a.b/c?d", "у", "In", "’", "ст.", "Dr.", "№",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn sentences_and_gaps_are_the_text(text in texts(), tag in prop::sample::select(vec!["be", "en", "ru", "uk", "ja"])) {
        let spans = segmenter(tag).split(&text);
        let mut end = 0;
        for span in &spans {
            prop_assert!(span.start >= end && span.end > span.start);
            prop_assert!(text[end..span.start].trim().is_empty());
            prop_assert_eq!(&text[span.clone()], text[span.clone()].trim());
            end = span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn forbidden_spans_stay_whole(text in texts(), cuts in prop::collection::vec((0..200usize, 0..200usize), 0..6)) {
        let spans: Vec<_> = cuts
            .into_iter()
            .map(|(a, b)| text.floor_char_boundary(a.min(b))..text.floor_char_boundary(a.max(b)))
            .collect();
        let sentences = segmenter("be").split_with(&text, &spans);
        for gap in sentences.windows(2) {
            for span in &spans {
                prop_assert!(span.end <= gap[0].end || span.start >= gap[1].start);
            }
        }
        prop_assert!(sentences.len() <= segmenter("be").split(&text).len().max(1) || !spans.is_empty());
    }

    #[test]
    fn every_text_has_a_first_and_a_last_sentence(text in texts()) {
        let spans = segmenter("uk").split(&text);
        prop_assert_eq!(spans.is_empty(), text.trim().is_empty());
    }
}
