//! Carrying targets over to a changed article.

use std::collections::BTreeMap;

use proptest::{collection::vec, prelude::*};
use tolmach::{
    bilingual::{Bilingual, refresh, same},
    model::{Approval, Article, Obsolete, Origin, Role, SegmentId, State, Target, Text, Translation},
};

use super::{
    arbitrary::{article_and_translation, earlier_and_later},
    support::*,
};
use crate::cases;

fn file(article: &Article, translation: &Translation) -> Bilingual {
    read(&write(article, translation))
}

fn carry(before: &Article, translation: &Translation, after: &Article) -> Translation {
    refresh(after, &translation.locale, &file(before, translation))
}

/// A translation in which a person has translated each sentence as `б:` and its words.
fn all(article: &Article) -> Translation {
    let targets = article.segments().map(|(unit, segment)| {
        let text = unit.text_of(segment);
        (segment.id, human(&format!("б:{}", text.prose)))
    });
    Translation { targets: targets.collect(), ..Translation::empty(locale("be")) }
}

#[test]
fn targets_follow_their_sentences() {
    for section in cases::sections("formats/refresh.txt") {
        let (name, lines) = (format!("{}: {}", section.place(), section.fact), &section.lines);
        let side = |mark: &str| {
            let lines: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix(mark)).collect();
            article(&lines.join("\n"))
        };
        let (before, after) = (side("- "), side("+ "));
        let result = carry(&before, &all(&before), &after);
        let target = |words: &str| result.targets.get(&id(&after, words));
        for line in lines.iter().filter(|line| !line.starts_with(['-', '+'])) {
            let (what, rest) = line.split_once(' ').unwrap();
            let holds = match what {
                "kept" => target(rest) == Some(&human(&format!("б:{rest}"))),
                "missing" => target(rest).is_none(),
                "obsolete" => result
                    .obsolete
                    .iter()
                    .any(|old| old.source.prose == rest && old.target == human(&format!("б:{rest}"))),
                "stale" => {
                    let (now, earlier) = rest.split_once(" <- ").unwrap();
                    target(now).is_some_and(|target| {
                        target.text.prose == format!("б:{earlier}")
                            && target.state == State::Initial
                            && target.origin == Origin::Human { by: None }
                            && target.stale.as_ref().is_some_and(|text| text.prose == earlier)
                    })
                }
                other => panic!("{other}"),
            };
            assert!(holds, "{name}\n{line}\n{result:#?}");
        }
        let obsolete = lines.iter().filter(|line| line.starts_with("obsolete")).count();
        assert_eq!(result.obsolete.len(), obsolete, "{name}");
    }
}

#[test]
fn a_sentence_that_returns_gets_its_target_back_with_its_state() {
    let with = article("paragraph: The army stays. | Donkeys eat thistles.");
    let without = article("paragraph: The army stays.");
    let mut first = all(&with);
    first.targets.insert(id(&with, "Donkeys"), approved("Аслы ядуць.", State::Final));
    let second = carry(&with, &first, &without);
    assert_eq!(second.obsolete.len(), 1);
    let third = carry(&without, &second, &with);
    assert_eq!(third, first);
}

#[test]
fn a_stale_target_is_settled_when_its_sentence_returns() {
    let before = article("paragraph: He will not go.");
    let after = article("paragraph: He will go.");
    let first = all(&before);
    let second = carry(&before, &first, &after);
    assert!(second.targets.values().all(Target::is_stale));
    let twice = carry(&after, &second, &article("paragraph: He will surely go."));
    let source = twice.targets.values().next().and_then(|target| target.stale.clone());
    assert_eq!(source, Some(Text::plain("He will not go.")), "`stale` is the source that the target translates");
    assert_eq!(carry(&after, &second, &before), first);
}

#[test]
fn a_final_target_whose_sentence_is_reworded_and_put_back_is_final() {
    let before = article("paragraph: He will not go.");
    let approval = Some(Approval::new("Ніна".to_owned(), "2022-03-22".to_owned()));
    let target = Target { approval, ..approved("Ён не пойдзе.", State::Final) };
    let first = translation(&before, &[("He", target)]);
    let mut article_now = article("paragraph: He will go.");
    let mut now = carry(&before, &first, &article_now);
    let file = write(&article_now, &now);
    assert!(!file.contains("approved-by") && !file.contains("approved=\"yes\""), "{file}");
    for words in ["He will surely go.", "He will go."] {
        let next = article(&format!("paragraph: {words}"));
        now = carry(&article_now, &now, &next);
        article_now = next;
        assert!(now.targets.values().all(Target::is_stale), "{words}");
    }
    assert_eq!(carry(&article_now, &now, &before), first);
    // Whoever has edited the stale target has translated another sentence.
    let edited = write(&article_now, &now).replace("Ён не пойдзе.</target>", "Ён пойдзе.</target>");
    let back = refresh(&before, &locale("be"), &read(&edited));
    assert!(back.targets.values().all(|target| target.is_stale() && target.approval.is_none()));
}

#[test]
fn a_sentence_that_was_reworded_and_cut_and_comes_back_changed_finds_its_translation() {
    let first_words = "The old ferry has not left the harbour since March.";
    let before = article(&format!("paragraph: The army stays. | {first_words}"));
    let reworded = article("paragraph: The army stays. | The old ferry has not left the port since March.");
    let cut = article("paragraph: The army stays.");
    let gone = carry(&reworded, &carry(&before, &all(&before), &reworded), &cut);
    assert_eq!((gone.targets.len(), gone.obsolete.len()), (1, 1));
    for words in [
        first_words,
        "The old ferry has not left the port since early March.",
        "The old ferry has not left the harbour since last March.",
    ] {
        let after = article(&format!("heading: {words}\nparagraph: The army stays."));
        let back = carry(&cut, &gone, &after);
        let target = &back.targets[&id(&after, "The old")];
        assert_eq!(target.text.prose, format!("б:{first_words}"));
        let is_back = words == first_words;
        assert_eq!(target.stale.as_ref().map(|text| text.prose.as_str()), (!is_back).then_some(first_words));
        assert_eq!(target.state, if is_back { State::Translated } else { State::Initial });
        assert_eq!(back.obsolete, []);
    }
}

#[test]
fn a_machines_draft_moves_to_the_successor_but_is_dropped_without_one() {
    let before = article("paragraph: He will not go. | Donkeys eat thistles.");
    let drafts = translation(&before, &[("He", draft("Ён не паедзе.")), ("Donkeys", draft("Аслы ядуць."))]);
    let after = carry(&before, &drafts, &article("paragraph: He will go."));
    assert!(after.targets.values().all(Target::is_stale) && after.targets.len() == 1);
    assert_eq!(after.obsolete, Vec::new());
}

#[test]
fn a_completely_rewritten_article_is_aligned_quickly() {
    let sentences = |salt: usize| -> Vec<Text> {
        let word = |n: usize| format!("слова{}", (n * 7919 + salt) % 3001);
        (0..20_000).map(|n| Text::plain(format!("{} {} {} {}.", word(n), word(n / 2), word(n / 3), n))).collect()
    };
    let before = article_of(vec![(Role::Paragraph, sentences(1))]);
    let after = article_of(vec![(Role::Paragraph, sentences(2))]);
    let file = file(&before, &all(&before));
    let result = refresh(&after, &locale("be"), &file);
    assert_eq!(result.targets.len() + result.obsolete.len(), 20_000);
}

proptest! {
    #![proptest_config(crate::support::config(128))]

    #[test]
    fn an_unchanged_article_keeps_everything((article, translation) in article_and_translation()) {
        let expected = Translation { obsolete: Vec::new(), ..translation.clone() };
        let mut result = carry(&article, &translation, &article);
        result.obsolete.clear();
        // Stale targets are settled beside the very sentence that they translate.
        let unsettled = |target: &Target| target.stale.is_none();
        let only = |translation: &Translation| -> BTreeMap<_, _> {
            translation.targets.clone().into_iter().filter(|(_, target)| unsettled(target)).collect()
        };
        let left = only(&expected);
        // What a formatter may have added is taken away.
        let is_kept = |id: &SegmentId, target: &Target| result.targets.get(id).is_some_and(|now| {
            same(&now.text, &target.text) && Target { text: target.text.clone(), ..now.clone() } == *target
        });
        prop_assert!(left.iter().all(|(id, target)| is_kept(id, target)));
        prop_assert_eq!(result.targets.len(), expected.targets.len());
    }

    #[test]
    fn nothing_that_a_person_wrote_is_lost((before, translation, after, _) in earlier_and_later()) {
        let result = carry(&before, &translation, &after);
        let have: Vec<&Text> =
            result.targets.values().map(|t| &t.text).chain(result.obsolete.iter().map(|o| &o.target.text)).collect();
        let old = translation.targets.values().chain(translation.obsolete.iter().map(|Obsolete { target, .. }| target));
        for target in old.filter(|target| matches!(target.origin, Origin::Human { .. })) {
            prop_assert!(have.iter().any(|text| same(text, &target.text)), "{:?}", target);
        }
    }

    #[test]
    fn no_note_disappears_when_an_article_changes((before, translation, after, _) in earlier_and_later()) {
        let result = carry(&before, &translation, &after);
        let have: Vec<_> =
            result.remarks.values().flatten().chain(result.obsolete.iter().flat_map(|old| &old.remarks)).collect();
        for remark in translation.remarks.values().flatten().chain(translation.obsolete.iter().flat_map(|old| &old.remarks)) {
            prop_assert!(have.contains(&remark), "{remark:?}");
        }
    }

    #[test]
    fn carrying_over_twice_is_carrying_over_once((before, translation, after, _) in earlier_and_later()) {
        let mut once = carry(&before, &translation, &after);
        if after.translated().next().is_none() {
            // A file without units has no place for it.
            once.fixed_slug = None;
        }
        prop_assert_eq!(carry(&after, &once, &after), once);
    }

    #[test]
    fn no_segment_of_another_article_gets_a_target((before, translation, after, _) in earlier_and_later()) {
        let result = carry(&before, &translation, &after);
        prop_assert!(result.targets.keys().all(|id| after.segments().any(|(_, segment)| segment.id == *id)));
    }

    #[test]
    fn an_obsolete_target_is_kept_once_per_sentence_and_text(entries in vec((1..4_u64, 0..4_usize, 0..3_usize), 0..24)) {
        let words = ["Яны чакаюць.", "Яны\nчакаюць.", "Яны *чакаюць*.", "Яны пайшлі."];
        let entry = |(digest, text, origin): (u64, usize, usize)| Obsolete {
            id: SegmentId { digest, occurrence: 1 },
            role: Role::Paragraph,
            source: Text::plain("They wait."),
            target: if origin == 0 { draft(words[text]) } else { human(words[text]) },
            remarks: Vec::new(),
        };
        let before = article("paragraph: The army stays.");
        let mut translation = all(&before);
        translation.obsolete = entries.into_iter().map(entry).collect();
        let mut expected: Vec<Obsolete> = Vec::new();
        for old in &translation.obsolete {
            let is_kept = |kept: &Obsolete| kept.id == old.id && same(&kept.target.text, &old.target.text);
            if !matches!(old.target.origin, Origin::Machine { .. }) && !expected.iter().any(is_kept) {
                expected.push(old.clone());
            }
        }
        prop_assert_eq!(carry(&before, &translation, &before).obsolete, expected);
    }
}
