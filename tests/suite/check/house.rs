//! The rules about words that are nearly right, with the shipped languages and paradigms.

use tolmach::{
    check::{CheckedEdition, Context, across, check_article, check_segment},
    glossary::{Termbase, grammars, load},
    locale::Locales,
    model::{Article, Finding, Pair, Role, Segment, SegmentId, Severity, Skeleton, Target, Text, Translation, Unit},
    pipeline::language,
};

use super::{locale, run_with};

pub(super) fn house() -> Termbase {
    let file = ("glossary/house.toml".to_owned(), include_str!("../../cases/check/house.toml").to_owned());
    let parsed = load(&[file], &grammars(Locales::embedded()).unwrap());
    assert_eq!(parsed.findings, []);
    parsed.value
}

pub(super) fn context<'a>(termbase: &'a Termbase, tag: &str) -> Context<'a> {
    let pair = Pair { source: locale("en"), target: locale(tag) };
    let profile = |tag: &str| language(Locales::embedded().profile(&locale(tag)));
    Context::new(pair, profile("en"), profile(tag), termbase)
}

#[test]
fn a_near_miss_of_a_term_is_distinguished_from_another_word() {
    let termbase = house();
    run_with("check/misspelt-terms.toml", None, &|tag| context(&termbase, tag));
}

#[test]
fn what_stands_for_a_term_and_what_is_no_term_is_not_missing() {
    let file = ("derived-terms.toml".to_owned(), include_str!("../../cases/check/derived-terms.toml").to_owned());
    let parsed = load(&[file], &grammars(Locales::embedded()).unwrap());
    assert_eq!(parsed.findings, []);
    run_with("check/derived.toml", None, &|tag| context(&parsed.value, tag));
}

fn only_finding(tag: &str, source: &str, target: &str, rule: &str) -> Finding {
    let termbase = house();
    let findings = check_segment(&context(&termbase, tag), &Text::plain(source), &Text::plain(target));
    findings.into_iter().find(|finding| finding.rule() == rule).unwrap()
}

#[test]
fn a_lookalike_of_a_term_has_a_certain_fix_and_a_near_miss_has_not() {
    let foreign = only_finding("be", "Near Homel", "Каля Гомєля", "misspelt-term");
    assert_eq!((foreign.severity, foreign.is_certain()), (Severity::Major, true));
    let near = only_finding("be", "Near Homel", "Каля Гмеля", "misspelt-term");
    assert_eq!((near.severity, near.is_certain()), (Severity::Minor, false));
    assert_eq!(near.fix.unwrap().replacement, "Гомеля");
}

#[test]
fn a_letter_in_full_is_noted_once_for_a_concept_and_a_letter_without_its_dots_is_right() {
    let concept = |id: &str, right: &str, kind: &str| {
        format!(
            "[[concept]]\nid = \"{id}\"\nkind = \"{kind}\"\nterms.en = {{ preferred = \"{id}\" }}\n\
             terms.ru = {{ preferred = \"{right}\" }}\n"
        )
    };
    let file = concept("Pyotr Orlov", "Петр Орлов", "person")
        + &concept("star", "звезда", "noun")
        + &concept("Artyom", "Артём", "person")
        + &concept("Kyiv", "Киев", "place");
    let file = ("glossary/ru.toml".to_owned(), file);
    let termbase = load(&[file], &grammars(Locales::embedded()).unwrap()).value;
    let context = context(&termbase, "ru");
    for (source, target, expected) in [
        ("Pyotr Orlov saw him", "Пётр Орлов видел Пётра Орлова", vec![("misspelt-term-letter", Severity::Neutral)]),
        ("Pyotr Orlov", "Петру Орлову", vec![]),
        ("stars", "звёзды", vec![("misspelt-term-letter", Severity::Neutral)]),
        ("Artyom", "Артема", vec![]),
        ("Kyiv", "Киёв", vec![("terminology", Severity::Minor)]),
    ] {
        let findings = check_segment(&context, &Text::plain(source), &Text::plain(target));
        let found: Vec<(&str, Severity)> = findings.iter().map(|finding| (finding.id(), finding.severity)).collect();
        assert_eq!(found, expected, "{target}");
        assert!(findings.iter().all(|finding| finding.fix.is_none()), "{target}");
    }
}

#[test]
fn the_fix_of_a_refused_wording_is_in_its_case() {
    for (tag, wrong, right) in [
        ("be", "З Лукашенкам", "Лукашэнкам"),
        ("ru", "С Лукашенкой", "Лукашенко"),
        ("uk", "З Лукошенком", "Лукашенком"),
    ] {
        let finding = only_finding(tag, "With Lukashenka", wrong, "forbidden-term");
        assert_eq!(finding.fix.unwrap().replacement, right);
    }
}

#[test]
fn a_fix_begins_with_the_letter_that_the_preceding_word_requires() {
    let concept = |id: &str, right: &str, wrong: &str, class: &str| {
        format!(
            "[[concept]]\nid = \"{id}\"\nkind = \"noun\"\nterms.en = {{ preferred = \"{id}\" }}\n\
             terms.be = {{ preferred = {{ text = \"{right}\", class = \"{class}\" }}, \
             forbidden = {{ text = \"{wrong}\", class = \"{class}\", part_of_compound = true }} }}\n"
        )
    };
    let file = concept("invasion", "уварванне", "вторжэнне", "n") + &concept("urn", "урна", "ваза", "f");
    let file = ("glossary/be.toml".to_owned(), file);
    let termbase = load(&[file], &grammars(Locales::embedded()).unwrap()).value;
    let context = context(&termbase, "be");
    for (target, right) in [
        ("Пачалося вторжэнне.", "ўварванне"),
        ("Пачалося «вторжэнне».", "ўварванне"),
        ("Ідзе расійска-вторжэнне.", "ўварванне"),
        ("Гэта — вторжэнне.", "уварванне"),
        ("Яны спыняць вторжэнне.", "уварванне"),
        ("У скрыні 1 вторжэнне.", "уварванне"),
        ("Стаяла ваза.", "урна"),
    ] {
        let findings = check_segment(&context, &Text::plain("The invasion, the urn."), &Text::plain(target));
        let finding = findings.iter().find(|finding| finding.rule() == "forbidden-term").unwrap();
        let offered = finding.fix.iter().map(|fix| &fix.replacement).chain(&finding.alternatives).next().unwrap();
        assert_eq!(offered, right, "{target}");
    }
}

fn article(sentences: &[&str]) -> Article {
    let units = sentences.iter().enumerate().map(|(number, sentence)| {
        let id = SegmentId { digest: number as u64, occurrence: 1 };
        let (text, segments) = (Text::plain(*sentence), vec![Segment { id, span: 0..sentence.len() }]);
        Unit { id: format!("p-{number}"), role: Role::Paragraph, text, segments, originals: Vec::new() }
    });
    Article { slug: "a".to_owned(), locale: locale("en"), units: units.collect(), skeleton: Skeleton::default() }
}

fn translation(article: &Article, tag: &str, targets: &[&str]) -> Translation {
    let mut translation = Translation::empty(locale(tag));
    for ((_, segment), target) in article.segments().zip(targets) {
        translation.targets.insert(segment.id, Target::human(Text::plain(*target), None));
    }
    translation
}

const SENTENCES: [&str; 2] = ["The airfield is here.", "The airfield is there."];

#[test]
fn a_concept_has_one_wording_in_an_article() {
    let termbase = house();
    let article = article(&SENTENCES);
    for (tag, targets, expected) in [
        ("be", ["Аэрадром тут.", "Лётнішча там."], 1),
        ("be", ["Аэрадром тут.", "Там, каля аэрадрома."], 0),
        ("ru", ["Аэродром здесь.", "Взлётное поле там."], 1),
        ("ru", ["Аэродром здесь.", "Аэродром там."], 0),
        ("uk", ["Аеродром тут.", "Летовище там."], 1),
        ("uk", ["Аеродром тут.", "Аеродром там."], 0),
    ] {
        let findings = check_article(&context(&termbase, tag), &article, &translation(&article, tag, &targets));
        let rules: Vec<&str> = findings.iter().map(Finding::rule).collect();
        assert_eq!(rules, vec!["term-consistency"; expected], "{targets:?}");
    }
}

#[test]
fn a_short_form_beside_the_full_one_is_the_same_wording() {
    let termbase = house();
    let article = article(&["Alexander Lukashenka and the General Staff", "Lukashenka and the General Staff"]);
    let targets = ["Аляксандр Лукашэнка і Генеральны штаб", "Лукашэнка і Генштаб"];
    let findings = check_article(&context(&termbase, "be"), &article, &translation(&article, "be", &targets));
    assert_eq!(findings, []);
}

#[test]
fn an_edition_that_never_uses_the_preferred_wording_is_reported() {
    let termbase = house();
    let article = article(&SENTENCES[..1]);
    let be = context(&termbase, "be");
    let uk = context(&termbase, "uk");
    let (ours, theirs) =
        (translation(&article, "be", &["Аэрадром тут."]), translation(&article, "uk", &["Летовище тут."]));
    let edition = |context, translation| CheckedEdition { context, article: &article, translation };
    let editions = [edition(&be, &ours), edition(&uk, &theirs)];
    let findings = across(&editions);
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].rule(), &findings[0].place.locale), ("term-consistency", &Some(locale("uk"))));
    assert_eq!(across(&editions[..1]), []);
}

#[test]
fn the_wording_of_an_edition_is_reported_where_a_reader_meets_it_first() {
    let termbase = house();
    let (be, uk) = (context(&termbase, "be"), context(&termbase, "uk"));
    for first in 0..4 {
        // The ids of segments are in no order.
        let sentences: Vec<String> =
            (0..4).map(|number| format!("The airfield {} is here.", (first + number) % 4)).collect();
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        let article = article(&sentences);
        let ours = translation(&article, "be", &["Аэрадром тут."; 4]);
        let theirs = translation(&article, "uk", &["Летовище тут."; 4]);
        let edition = |context, translation| CheckedEdition { context, article: &article, translation };
        let findings = across(&[edition(&be, &ours), edition(&uk, &theirs)]);
        assert_eq!(findings[0].place.segment, article.segments().next().map(|(_, segment)| segment.id), "{first}");
    }
}
