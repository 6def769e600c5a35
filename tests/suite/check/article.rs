//! Checks of a whole article with its translation.

use tolmach::{
    check::{check_article, check_segment},
    glossary::{Quotations, Termbase},
    model::{
        Article, Finding, Origin, Original, Role, Segment, SegmentId, Severity, Skeleton, Target, Text, Translation,
        Unit,
    },
};

use super::{TERMS, context, locale, termbase};

/// An article with one unit per line, whose sentences end with `|`.
pub(super) fn article(lines: &[&str]) -> Article {
    let mut digest = 0;
    let units = lines
        .iter()
        .enumerate()
        .map(|(number, line)| {
            let mut at = 0;
            let segments = line
                .split_inclusive('|')
                .map(|part| {
                    digest += 1;
                    let span = at..at + part.trim_end_matches('|').len();
                    at += part.len();
                    Segment { id: SegmentId { digest, occurrence: 1 }, span }
                })
                .collect();
            let text = Text::plain(line.replace('|', " "));
            Unit { id: format!("p-{number}"), role: Role::Paragraph, text, segments, originals: Vec::new() }
        })
        .collect();
    Article { slug: "a".to_owned(), locale: locale("en"), units, skeleton: Skeleton::default() }
}

pub(super) fn translation(article: &Article, targets: &[&str]) -> Translation {
    let mut translation = Translation::empty(locale("be"));
    for ((_, segment), target) in article.segments().zip(targets) {
        translation.targets.insert(segment.id, Target::human(Text::plain(*target), None));
    }
    translation
}

fn summaries(findings: &[Finding]) -> Vec<(u64, &str, Severity)> {
    findings.iter().map(|f| (f.place.segment.unwrap().digest, f.rule(), f.severity)).collect()
}

#[test]
fn a_segment_without_a_target_is_missing() {
    let mut article = article(&["One thing.|Another thing.", "Give us money.", "By nobody."]);
    article.units[1].role = Role::Boilerplate("donate".to_owned());
    article.units[2].role = Role::Byline;
    let translation = translation(&article, &["Адна рэч.", " "]);
    let termbase = Termbase::default();
    let findings = check_article(&context(&termbase, "be"), &article, &translation);
    assert_eq!(summaries(&findings), [(2, "missing", Severity::Major)]);
    assert_eq!(findings[0].place.locale, Some(locale("be")));
}

#[test]
fn a_target_of_marks_alone_is_no_translation() {
    let article = article(&["The army crossed the river at night."]);
    let termbase = Termbase::default();
    let findings = check_article(&context(&termbase, "be"), &article, &translation(&article, &["…"]));
    assert!(summaries(&findings).contains(&(1, "length", Severity::Major)), "{findings:?}");
}

#[test]
fn a_target_whose_sentence_changed_is_stale() {
    let article = article(&["A thing."]);
    let mut translation = translation(&article, &["Рэч."]);
    translation.targets.values_mut().next().unwrap().stale = Some(Text::plain("A thing of old."));
    let termbase = Termbase::default();
    let findings = check_article(&context(&termbase, "be"), &article, &translation);
    assert_eq!(summaries(&findings), [(1, "stale", Severity::Major)]);
    assert_eq!(findings[0].args(), []);
}

#[test]
fn a_target_deliberately_equal_to_the_source_is_not_untranslated() {
    let article = article(&["The army left."]);
    let mut translation = translation(&article, &["The army left."]);
    let termbase = Termbase::default();
    let context = context(&termbase, "be");
    assert_eq!(summaries(&check_article(&context, &article, &translation)), [(1, "untranslated", Severity::Major)]);
    translation.targets.values_mut().next().unwrap().origin = Origin::Source;
    assert_eq!(check_article(&context, &article, &translation), []);
}

#[test]
fn a_term_that_the_whole_article_lacks_is_major() {
    let termbase = termbase(TERMS);
    let context = context(&termbase, "be");
    let article = article(&["The border is near.|The border is far.", "Homel is near.|Homel is far."]);
    let translation = translation(&article, &["Яно блізка.", "Яно далёка.", "Гомель блізка.", "Ён далёка."]);
    assert_eq!(
        summaries(&check_article(&context, &article, &translation)),
        [(1, "terminology", Severity::Major), (2, "terminology", Severity::Major), (4, "terminology", Severity::Minor)]
    );
}

fn quoted(wording: &str, quoted: Option<&str>) -> Article {
    let mut article = article(&["He spoke long.|“No bridge will be closed,” he said."]);
    let wording = wording.to_owned();
    article.units[0].originals =
        vec![Original { locale: locale("be"), quoted: quoted.map(str::to_owned), wording, place: 0..0 }];
    article
}

#[test]
fn the_speakers_own_words_are_required() {
    let termbase = Termbase::default();
    let context = context(&termbase, "be");
    let article = quoted("Ніводзін мост не будзе закрыты", Some("No bridge will be closed,"));
    let good = translation(&article, &["Ён гаварыў доўга.", "«Ніводзін мост не\u{a0}будзе закрыты», — сказаў ён."]);
    assert_eq!(check_article(&context, &article, &good), []);
    let bad = translation(&article, &["Ён гаварыў доўга.", "«Ніводзін мост не\u{a0}закрыюць», — сказаў ён."]);
    let findings = check_article(&context, &article, &bad);
    assert_eq!(summaries(&findings), [(2, "original-wording", Severity::Minor)]);
}

#[test]
fn the_original_of_an_interrupted_quotation_is_compared_in_its_parts() {
    let termbase = Termbase::default();
    let context = context(&termbase, "be");
    let mut article = article(&["“We shall not pay,” she said, “and nobody will force us to pay.”"]);
    article.units[0].originals = vec![Original {
        locale: locale("be"),
        quoted: Some("We shall not pay, and nobody will force us to pay".to_owned()),
        wording: "Мы плаціць не будзем, і ніхто нас не прымусіць".to_owned(),
        place: 0..0,
    }];
    let wordings = |target: &str| {
        let findings = check_article(&context, &article, &translation(&article, &[target]));
        findings.iter().filter(|finding| finding.rule() == "original-wording").count()
    };
    for good in [
        "«Мы плаціць не\u{a0}будзем,\u{a0}— сказала яна,\u{a0}— і ніхто нас не\u{a0}прымусіць».",
        "«Мы плаціць не\u{a0}будзем»,\u{a0}— сказала яна, «і ніхто нас не\u{a0}прымусіць».",
        "Яна сказала: «Мы плаціць не\u{a0}будзем, і ніхто нас не\u{a0}прымусіць».",
    ] {
        assert_eq!(wordings(good), 0, "{good}");
    }
    for bad in [
        "«Мы не\u{a0}будзем плаціць,\u{a0}— сказала яна,\u{a0}— і ніхто нас не\u{a0}прымусіць».",
        "«Мы плаціць не\u{a0}будзем,\u{a0}— сказала яна,\u{a0}— і нас не\u{a0}прымусяць».",
        "«Мы плаціць не\u{a0}будзем»,\u{a0}— сказала яна.",
    ] {
        assert_eq!(wordings(bad), 1, "{bad}");
    }
}

#[test]
fn original_words_in_another_language_are_not_required() {
    let termbase = Termbase::default();
    let context = context(&termbase, "be");
    let mut article = quoted("Мы не собираемся", None);
    article.units[0].originals[0].locale = locale("ru");
    let translation = translation(&article, &["Ён гаварыў доўга.", "«Ніводзін мост не закрыюць», — сказаў ён."]);
    assert_eq!(check_article(&context, &article, &translation), []);
}

#[test]
fn a_speakers_own_words_may_contain_refused_wordings() {
    let termbase = termbase(TERMS);
    let context = context(&termbase, "be");
    let article = quoted("Прыбалтыка і граніцы, мир", None);
    let translation =
        translation(&article, &["Ён гаварыў доўга.", "«Прыбалтыка і граніцы, мир», — сказаў ён пра Прыбалтыку."]);
    let findings = check_article(&context, &article, &translation);
    assert_eq!(summaries(&findings), [(2, "forbidden-term", Severity::Major)]);
}

/// The number of refused wordings in a target, with quotations checked and exempt.
fn refused(tag: &str, target: &str) -> [usize; 2] {
    [Quotations::Checked, Quotations::Exempt].map(|quotations| {
        let mut termbase = termbase(TERMS);
        termbase.quotations = quotations;
        let findings = check_segment(&context(&termbase, tag), &Text::plain("He said so."), &Text::plain(target));
        findings.iter().filter(|finding| finding.rule() == "forbidden-term").count()
    })
}

#[test]
fn a_project_may_exempt_quotations() {
    for (tag, target, expected) in [
        ("be", "«Я быў каля Гомиля», — сказаў ён каля Гомиля.", [2, 1]),
        ("be", "«Ён сказаў: „Каля Гомиля“, і пра Гомиля», каля Гомиля.", [3, 1]),
        ("ru", "«Гомиль», — сказал он. Гомиль.", [2, 1]),
        ("ru", "“Гомиль”, — сказал он.", [1, 0]),
        ("uk", "Він сказав: «Я знаю Білорусію", [1, 0]),
        ("uk", "Він сказав, що знає Білорусію: «Так».", [1, 1]),
    ] {
        assert_eq!(refused(tag, target), expected, "{target}");
    }
}

#[test]
fn a_quotation_extends_through_its_paragraph_and_no_further() {
    let mut termbase = termbase(TERMS);
    termbase.quotations = Quotations::Exempt;
    let article = article(&["“One.|Two.|Three,” he said.|Four.", "“Five.", "Six."]);
    let targets = ["«Гомиль.", "Гомиль.", "Гомиль», — сказаў ён.", "Гомиль.", "«Гомиль.", "Гомиль."];
    let findings = check_article(&context(&termbase, "be"), &article, &translation(&article, &targets));
    let refused = findings.iter().filter(|finding| finding.rule() == "forbidden-term");
    let segments: Vec<u64> = refused.map(|finding| finding.place.segment.unwrap().digest).collect();
    assert_eq!(segments, [4, 6]);
}

#[test]
fn a_wording_in_a_quotation_opened_by_an_earlier_sentence_counts_as_quoted() {
    let house = "[[concept]]\nid = \"operation\"\nterms.en = { preferred = \"special operation\" }\n\
        terms.be = { preferred = { text = \"спецаперацыя\", forms = [\"спецаперацыі\"], quotes = \"required\" } }\n";
    let termbase = termbase(house);
    let article = article(&["“One.|Special operation.|Three,” he said.|Special operation.", "Special operation."]);
    let targets = ["«Раз.", "Спецаперацыі няма.", "Тры», — сказаў ён.", "Спецаперацыі няма.", "Спецаперацыі няма."];
    let findings = check_article(&context(&termbase, "be"), &article, &translation(&article, &targets));
    let bare = findings.iter().filter(|finding| finding.rule() == "term-quotes");
    let segments: Vec<u64> = bare.map(|finding| finding.place.segment.unwrap().digest).collect();
    assert_eq!(segments, [4, 5]);
}
