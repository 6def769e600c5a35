//! Quotations of an article: their marks across sentences, their speakers, and the original wordings that are wanted.

use serde::Deserialize;
use tolmach::{
    check::{OpenQuotations, check_article, direct_quotations, quotations},
    glossary::Termbase,
    model::{Article, Finding, Original, Role, Severity, cut},
};

use super::{
    article::{article, translation},
    context, language, locale, termbase,
};
use crate::cases;

const SPEAKERS: &str = "[[concept]]\nid = \"uzor\"\nkind = \"person\"\nspeaks = \"ru\"\n\
    terms.en = { preferred = \"Ben Uzor\", admitted = { text = \"Uzor\", forms = [\"Uzor’s\"] } }\nterms.ru = { preferred = \"Бен Узор\", admitted = \"Узор\" }\n";

#[derive(Deserialize)]
struct Case {
    fact: String,
    article: Vec<String>,
    quotes: Vec<String>,
}

#[test]
fn the_speaker_of_a_quotation_is_known_where_the_text_says_so_clearly() {
    let termbase = termbase(SPEAKERS);
    for case in cases::toml::<Case>("check/direct-speech.toml") {
        let lines: Vec<&str> = case.article.iter().map(String::as_str).collect();
        let found: Vec<String> = direct_quotations(&article(&lines), &termbase, &language("en"))
            .into_iter()
            .map(|one| {
                let language = one.language.map_or("–".to_owned(), |language| language.to_string());
                format!("{} ({language}): {}", one.speaker.as_deref().unwrap_or("–"), one.text)
            })
            .collect();
        assert_eq!(found, case.quotes, "{}: {}", case.place(), case.fact);
    }
}

/// The quotations of a text with their levels, then closing marks without one after !, and open marks after ?
fn shown(text: &str) -> String {
    let mut open = OpenQuotations::new();
    let marked = quotations(text, &[], &language("en"), &mut open);
    let mut shown: Vec<String> =
        marked.quotations.iter().map(|one| format!("{}[{}]", one.level, cut(text, &one.whole()))).collect();
    shown.extend(marked.unopened.iter().map(|mark| format!("!{}", cut(text, mark))));
    shown.extend(open.iter().map(|mark| format!("?{mark}")));
    shown.join(" ")
}

#[test]
fn quotations_are_told_from_apostrophes_and_inches() {
    let facts = [
        ("“A ‘b’ c,” he said", "0[“A ‘b’ c,”] 1[‘b’]"),
        ("«А «б» в» і «г", "0[«А «б» в»] 1[«б»] 0[«г] ?«"),
        ("„А «б» в“", "0[„А «б» в“] 1[«б»]"),
        ("«А \"б\" в\"", "0[«А \"б\" в\"] 1[\"б\"]"),
        ("'looking like muppets' and don't", "0['looking like muppets']"),
        ("the workers' party, '90s, rock 'n' roll", ""),
        ("'the workers' party,' he said", "0['the workers' party,']"),
        ("'Occupying forces' attack", "0['Occupying forces']"),
        ("'We know that all of the workers' rights", "0['We know that all of the workers' rights] ?'"),
        ("He is 5'10\" tall, 27\" wide", ""),
        ("\"He is 5'10\" tall\"", "0[\"He is 5'10\" tall\"]"),
        ("He said in \"1945\".", "0[\"1945\"]"),
        ("and so on,\" he said", "!\""),
        ("we go.' So", "!'"),
        ("O'Hagan's “d'Or”", "0[“d'Or”]"),
        ("'\"A\" b'", "0['\"A\" b'] 1[\"A\"]"),
        ("«Напалі« і", "0[«Напалі«]"),
        ("«А „б» в", "0[«А „б»] 1[„б]"),
        ("»А« “б” ‟в”", "0[»А«] 0[“б”] 0[‟в”]"),
    ];
    for (text, wanted) in facts {
        assert_eq!(shown(text), wanted, "{text}");
    }
}

fn of_quotations(findings: &[Finding], targets: &[&str]) -> Vec<String> {
    let of_rule = findings.iter().filter(|finding| finding.rule() == "quotations");
    let shown = |finding: &Finding| {
        let digest = finding.place.segment.unwrap().digest;
        let target = targets[usize::try_from(digest).unwrap() - 1];
        format!("{digest} {} {}", finding.severity.as_str(), cut(target, &finding.place.span))
    };
    of_rule.map(shown).collect()
}

#[test]
fn the_marks_of_a_paragraph_may_stand_in_several_sentences() {
    let termbase = Termbase::default();
    let context = context(&termbase, "be");
    let said = ["He said: “We saw the smoke.|We ran.” Nobody stayed."];
    let facts: [(&[&str], &[&str], &[&str]); 7] = [
        (&said, &["Ён сказаў: «Мы ўбачылі дым.", "Мы пабеглі». Ніхто не застаўся."], &[]),
        (&said, &["Ён сказаў: «Мы ўбачылі дым.", "Мы пабеглі. Ніхто не застаўся."], &["1 major «"]),
        (&said, &["Ён сказаў: Мы ўбачылі дым.", "Мы пабеглі». Ніхто не застаўся."], &["2 major »"]),
        // What English says in two quotations may be one.
        (&["“We saw the smoke,” he said.|“We ran.”"], &["«Мы ўбачылі дым, — сказаў ён. —", "Мы пабеглі»."], &[]),
        // English opens each paragraph of a quotation.
        (&["He said: “We saw it.", "“We ran.”"], &["Ён сказаў: «Мы ўбачылі.", "Мы пабеглі»."], &[]),
        (&["He said: “We saw it.", "“We ran.”"], &["Ён сказаў: «Мы ўбачылі».", "Мы пабеглі»."], &["2 major »"]),
        (&["He said: “We saw it.", "“We ran.”"], &["Ён сказаў: «Мы ўбачылі.", "«Мы пабеглі»."], &[]),
    ];
    for (lines, targets, wanted) in facts {
        let article = article(lines);
        let findings = check_article(&context, &article, &translation(&article, targets));
        assert_eq!(of_quotations(&findings, targets), wanted, "{targets:?}");
    }
}

#[test]
fn a_mark_around_a_speakers_own_words_is_the_sentences() {
    let termbase = Termbase::default();
    let context = context(&termbase, "ru");
    let mut article = article(&["“The road is closed.|Nobody will drive there until spring,” she said."]);
    article.units[0].originals = vec![Original {
        locale: locale("ru"),
        quoted: Some("The road is closed. Nobody will drive there until spring,".to_owned()),
        wording: "«Дорога закрыта. До весны там никто не поедет»".to_owned(),
        place: 0..0,
    }];
    let (first, second) = ("«Дорога закрыта.", "До весны там никто не поедет»,\u{a0}— сказала она.");
    let (open, straight) = ("До весны там никто не поедет,\u{a0}— сказала она.", "\"Дорога закрыта.");
    let facts: [([&str; 2], &[&str]); 3] =
        [([first, second], &[]), ([first, open], &["1 major «"]), ([straight, second], &["1 minor \""])];
    for (targets, wanted) in facts {
        let findings = check_article(&context, &article, &translation(&article, &targets));
        assert_eq!(of_quotations(&findings, &targets), wanted, "{targets:?}");
    }
}

#[test]
fn an_address_that_is_no_prose_does_not_hide_the_marks_behind_it() {
    let termbase = Termbase::default();
    let context = context(&termbase, "be");
    let mut article = article(&["the-smoke", "He said: “We saw the smoke.” Nobody stayed."]);
    article.units[0].role = Role::Meta("slug".to_owned());
    let targets = ["dym", "Ён сказаў: «Мы ўбачылі дым. Ніхто не застаўся."];
    let findings = check_article(&context, &article, &translation(&article, &targets));
    assert_eq!(of_quotations(&findings, &targets), ["2 major «"]);
}

#[test]
fn a_sentence_without_a_translation_leaves_it_open_what_the_marks_of_others_belong_to() {
    let termbase = Termbase::default();
    let context = context(&termbase, "be");
    let article = article(&["He said: “We saw the smoke.|We ran.” Nobody stayed."]);
    let targets = ["Ён сказаў: «Мы ўбачылі дым."];
    let findings = check_article(&context, &article, &translation(&article, &targets));
    assert_eq!(of_quotations(&findings, &targets), Vec::<String>::new());
}

#[test]
fn what_was_said_in_the_language_of_the_edition_is_wanted_in_the_original() {
    let termbase = termbase(SPEAKERS);
    let mut article = article(&["“No bridge will be closed,” Uzor said."]);
    let findings = |article: &Article, tag: &str, target: &str| -> Vec<(Severity, &'static str)> {
        let mut translation = translation(article, &[target]);
        translation.locale = locale(tag);
        let findings = check_article(&context(&termbase, tag), article, &translation);
        findings.iter().map(|finding| (finding.severity, finding.id())).collect()
    };
    let (ru, uk) = ("«Ни один мост не будет закрыт», — сказал Узор.", "«Жоден міст не буде закрито», — сказав Узор.");
    assert_eq!(findings(&article, "ru", ru), [(Severity::Minor, "original-wording-wanted")]);
    assert_eq!(findings(&article, "uk", uk), []);
    article.units[0].originals = vec![Original {
        locale: locale("ru"),
        quoted: Some("No bridge will be closed".to_owned()),
        wording: "Ни один мост не будет закрыт".to_owned(),
        place: 0..0,
    }];
    assert_eq!(findings(&article, "ru", ru), []);
}
