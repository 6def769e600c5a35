//! Translation memory: lookup, TMX files, and stored drafts.

use std::fmt::Write as _;

use proptest::{collection::vec, prelude::*};
use tolmach::{
    memory::{
        Memory, MemoryPair, Pairs,
        drafts::{self, Draft},
        finished,
        tmx::{self, Tmx, TmxUnit},
    },
    model::{Code, Leverage, Origin, SegmentId, State, Target, Text},
};

use super::{arbitrary::any_text, support::*, xliff::shown};
use crate::{cases, support::hint};

fn memory(pairs: &[(&str, &str)]) -> Pairs {
    Pairs::new(pairs.iter().map(|(source, target)| pair(source, target)))
}

fn pair(source: &str, target: &str) -> MemoryPair {
    MemoryPair {
        source: text(source),
        target: text(target),
        context: None,
        state: State::Translated,
        origin: Origin::Human { by: None },
    }
}

fn lookup_target(memory: &Pairs, source: &str) -> Option<Text> {
    memory.lookup(&text(source), None, None).map(|found| found.target)
}

#[test]
fn equal_words_and_codes_match_whatever_their_white_space_and_normal_form() {
    let memory = memory(&[("Мой *край*  і\n твой", "My *land* and yours"), ("Мой край і твой", "My land and yours")]);
    assert_eq!(lookup_target(&memory, "Мои\u{306} *край* і твои\u{306} "), Some(text("My *land* and yours")));
    assert_eq!(lookup_target(&memory, "Мой край і твой"), Some(text("My land and yours")));
    for other in ["мой край і твой", "Мой [край] *і* твой", "Мой край *і* твой", "Мой край і твой."]
    {
        assert_eq!(lookup_target(&memory, other), None, "{other}");
    }
}

#[test]
fn a_pair_whose_codes_do_not_fit_is_not_a_match() {
    for (source, target) in [("*One*", "Адзін"), ("One", "*Адзін*"), ("One^ *two*", "*Адзін*"), ("*One*", "")]
    {
        assert_eq!(lookup_target(&memory(&[(source, target)]), source), None, "{source} {target}");
    }
    let mut crossed = pair("*One*", "*Адзін*");
    crossed.target.codes.reverse();
    assert!(Pairs::new([crossed]).is_empty());
}

#[test]
fn codes_take_the_numbers_and_meanings_of_the_requested_sentence() {
    // The translation swaps the two codes.
    let mut swapped = pair("[One] and *two*", "*Два* і [адзін]");
    for (_, code) in &mut swapped.target.codes {
        code.id = 3 - code.id;
    }
    let memory = Pairs::new([swapped]);
    let mut request = text("*One* and [two]");
    for (_, code) in &mut request.codes {
        code.id += 10;
    }
    let target = memory.lookup(&request, None, None).unwrap().target;
    let codes: Vec<(u32, &str)> = target.codes.iter().map(|(_, code)| (code.id, code.name.as_str())).collect();
    assert_eq!(codes, [(12, "link"), (12, "link"), (11, "emphasis"), (11, "emphasis")]);
}

#[test]
fn a_match_between_the_same_neighbours_is_in_context() {
    let repetitive = article("title: Yes | No\nparagraph: Yes | Perhaps\nparagraph: Never | Soon");
    let mut translation = translation(
        &repetitive,
        &[
            ("Yes", human("Так")),
            ("No", approved("Не", State::Final)),
            ("Perhaps", draft("Мабыць")),
            ("Never", Target { stale: Some(text("Ever")), ..human("Ніколі") }),
        ],
    );
    let second = repetitive.units[1].segments[0].id;
    translation.targets.insert(second, human("Але"));
    let pairs = finished(&repetitive, &translation);
    assert_eq!(pairs.len(), 3, "no drafts and no stale targets");
    let memory = Pairs::new(pairs);
    let look =
        |before, after| memory.lookup(&text("Yes"), before, after).map(|found| (found.leverage, found.target.prose));
    assert_eq!(look(None, Some("No")), Some((Leverage::InContext, "Так".to_owned())));
    assert_eq!(look(Some("No"), Some(" Perhaps\n")), Some((Leverage::InContext, "Але".to_owned())));
    assert_eq!(look(Some("No"), None), Some((Leverage::Exact, "Але".to_owned())), "the later of equals");
    let final_one = memory.lookup(&text("No"), None, None).unwrap();
    assert_eq!((final_one.state, final_one.origin), (State::Final, Origin::Human { by: None }));
}

#[test]
fn a_higher_review_state_takes_precedence_over_a_later_entry() {
    let reviewed = MemoryPair { state: State::Reviewed, ..pair("One", "Адзін") };
    assert_eq!(lookup_target(&Pairs::new([reviewed.clone(), pair("One", "Раз")]), "One"), Some(text("Адзін")));
    assert_eq!(lookup_target(&Pairs::new([pair("One", "Раз"), reviewed]), "One"), Some(text("Адзін")));
    assert_eq!(lookup_target(&memory(&[("One", "Раз"), ("One", "Адно")]), "One"), Some(text("Адно")));
}

#[test]
fn any_implementation_can_be_a_memory() {
    let memory: Box<dyn Memory> = Box::new(memory(&[("One", "Адзін")]));
    assert!(memory.lookup(&text("Two"), None, None).is_none());
}

#[test]
fn a_memory_of_another_tool_is_read_with_its_faults() {
    let parsed = tmx::read(&cases::text("formats/tmx/other-tool.tmx")).unwrap();
    let mut seen = String::new();
    for target in ["be", "ru", "be-tarask"] {
        for pair in parsed.value.pairs(&locale("en"), &locale(target)) {
            let numbered = |text: &Text| {
                let mut text = text.clone();
                let mut numbers: Vec<u32> = pair.source.codes.iter().map(|(_, code)| code.id).collect();
                numbers.dedup();
                for (_, Code { id, .. }) in &mut text.codes {
                    *id =
                        numbers.iter().position(|number| number == id).map_or(99, |at| u32::try_from(at + 1).unwrap());
                }
                shown(&text)
            };
            writeln!(seen, "en -> {target}: {} = {}", numbered(&pair.source), numbered(&pair.target)).unwrap();
        }
    }
    for finding in parsed.findings {
        writeln!(seen, "{} line {}", finding.rule(), finding.place.line.unwrap()).unwrap();
    }
    assert_eq!(seen, cases::text("formats/tmx/other-tool.txt"));
    let unit = &parsed.value.units[0];
    assert_eq!((unit.property("client"), unit.property("p"), unit.by.as_deref()), (Some("desk"), None, Some("ab")));
    let memory = Pairs::new(parsed.value.pairs(&locale("en"), &locale("be")));
    assert_eq!(memory.len(), 3);
    assert!(memory.lookup(&text("Press *here* and wait^."), None, None).is_some());
}

#[test]
fn a_unit_without_text_or_with_two_translations_is_reported_and_the_first_one_counts() {
    let unit = |variants: &str| format!("<tu>{variants}</tu>\n");
    let units = [
        ("<tuv xml:lang='en'>A town</tuv><tuv xml:lang='be'>Горад</tuv>", Some("tmx-unit-no-text"), None),
        (
            "<tuv xml:lang='en'><seg>A town</seg></tuv><tuv xml:lang='be'><seg>Горад</seg></tuv><tuv xml:lang='be'><seg>Места</seg></tuv>",
            Some("tmx-unit-twice"),
            Some("Горад"),
        ),
        (
            "<tuv xml:lang='en'><seg>A town</seg></tuv><tuv xml:lang='be'><seg>Горад</seg></tuv><tuv xml:lang='be'><seg>Горад</seg></tuv>",
            None,
            Some("Горад"),
        ),
        ("<tuv xml:lang='en'><seg>A town</seg></tuv><tuv xml:lang='be'><seg>Горад</seg></tuv>", None, Some("Горад")),
        ("<note>nothing</note>", None, None),
    ];
    for (variants, problem, expected) in units {
        let file = format!("<tmx version='1.4'><header srclang='en'/><body>\n{}</body></tmx>", unit(variants));
        let parsed = tmx::read(&file).unwrap();
        let found: Vec<_> = parsed.findings.iter().map(|finding| (finding.id(), finding.place.line)).collect();
        assert_eq!(found, problem.map(|id| (id, Some(2))).into_iter().collect::<Vec<_>>(), "{variants}");
        let pairs = parsed.value.pairs(&"en".parse().unwrap(), &"be".parse().unwrap());
        let targets: Vec<_> = pairs.iter().map(|pair| pair.target.prose.as_str()).collect();
        assert_eq!(targets, expected.into_iter().collect::<Vec<_>>(), "{variants}");
    }
}

#[test]
fn pairs_are_written_beside_a_bilingual_file_as_a_separate_memory() {
    let pairs = [pair("He says *no*.", "Ён кажа *не*."), pair("One", "Адзін")];
    let file = tmx::write(&Tmx::of(&pairs, &locale("en"), &locale("be")));
    assert_eq!(tmx::read(&file).unwrap().value.pairs(&locale("en"), &locale("be")), pairs);
}

#[test]
fn anything_but_a_memory_file_is_an_error_with_a_hint() {
    for (file, says) in [
        ("", "there is no XML element"),
        ("<xliff version=\"1.2\"/>", "this is not TMX but `<xliff>`"),
        ("<tmx version=\"2.0\"/>", "TMX 2.0 cannot be read"),
        ("<tmx version=\"1.4\"><body><tu>", "the file ends before `</tu>`"),
        ("<!DOCTYPE tmx [<!ENTITY a \"a\">]><tmx version=\"1.4\"/>", "a document type declaration is not accepted"),
    ] {
        let error = tmx::read(file).expect_err(says);
        assert!(error.to_string().contains(says), "{says}: {error}");
        assert!(!hint(&error).is_empty(), "{says}");
    }
}

#[test]
fn drafts_keep_segment_engine_and_date() {
    let draft = |date: &str| Draft {
        id: "0123456789ab-2".parse().unwrap(),
        source: text("He says *no*."),
        target: text("Ён кажа *не*."),
        engine: "libretranslate".to_owned(),
        date: date.to_owned(),
    };
    let drafts = vec![draft("2022-03-22"), draft("2022-03-22T10:15:00Z")];
    let file = drafts::write(&drafts, &locale("en"), &locale("be"));
    assert!(file.contains("creationdate=\"20220322T000000Z\"") && file.contains("creationdate=\"20220322T101500Z\""));
    assert_eq!(drafts::read(&file).unwrap().value, drafts);
    let foreign = drafts::read(&cases::text("formats/tmx/other-tool.tmx")).unwrap();
    assert_eq!(foreign.value, Vec::new());
    assert_eq!(foreign.findings.iter().filter(|finding| finding.rule() == "draft-unit").count(), 4);
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn a_memory_file_reads_back_as_written(units in vec((0..999_u64, any_text(), any_text(), "[a-zа-я&<\" ]{1,8}"), 0..5)) {
        let units = units.into_iter().map(|(digest, source, target, engine)| TmxUnit {
            id: Some(SegmentId { digest, occurrence: 1 }.to_string()),
            properties: vec![("x-engine".to_owned(), engine)],
            date: Some("20220322T101500Z".to_owned()),
            by: None,
            variants: vec![(locale("en"), source), (locale("be-tarask"), target)],
        });
        let memory = Tmx { source: Some(locale("en")), units: units.collect() };
        let file = tmx::write(&memory);
        let read = tmx::read(&file).unwrap();
        prop_assert_eq!(read.value, memory, "{}", file);
        prop_assert!(read.findings.is_empty());
    }

    #[test]
    fn a_stored_pair_is_found(source in any_text(), target in any_text()) {
        let Text { prose, .. } = target;
        let target = Text { prose: format!("{prose}…"), codes: source.codes.iter().map(|(_, code)| (0, code.clone())).collect() };
        let memory = Pairs::new([MemoryPair { source: source.clone(), target: target.clone(), ..pair("", "") }]);
        if !memory.is_empty() {
            let found = memory.lookup(&source, None, None).unwrap();
            prop_assert_eq!(found.target.code_keys(), target.code_keys());
            prop_assert_eq!(found.target.prose, target.prose);
        }
    }
}
