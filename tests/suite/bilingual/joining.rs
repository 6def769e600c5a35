//! Joining what two sides have made of one translation.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tolmach::{
    bilingual::{Author, Joined, join, same},
    model::{Approval, Obsolete, Origin, Remark, Role, State, Target, Translation},
};

use super::{
    arbitrary::{any_target, article_and_translation},
    support::*,
};

const ARTICLE: &str = "paragraph: One.";

/// Joins a segment's targets; `None` is no target.
fn joined([base, ours, saved]: [Option<Target>; 3], author: Author) -> Joined {
    let article = article(ARTICLE);
    let [base, ours, saved] = [base, ours, saved]
        .map(|target| translation(&article, &target.map(|target| ("One", target)).into_iter().collect::<Vec<_>>()));
    join(&article, &base, &ours, &saved, author)
}

fn final_by(name: &str, notation: &str) -> Target {
    let approval = Some(Approval::new(name.to_owned(), "2022-03-24".to_owned()));
    Target { approval, ..approved(notation, State::Final) }
}

#[test]
fn the_change_of_one_side_is_taken_and_of_two_the_one_that_a_person_made() {
    let (a, b, machine) = (|| Some(human("а")), || Some(human("б")), || Some(draft("м")));
    let other = || Some(draft("н"));
    let stale = |target: Target| Target { stale: Some(text("Zero.")), state: State::Initial, ..target };
    // The base, what we made of it, what was saved, what comes of it; whether our change gave way.
    let cases: [(&str, [Option<Target>; 4], bool); 13] = [
        ("neither", [a(), a(), a(), a()], false),
        ("ours alone", [None, machine(), None, machine()], false),
        ("theirs alone", [None, None, b(), b()], false),
        ("both alike", [None, b(), b(), b()], false),
        ("a target emptied", [a(), a(), None, None], false),
        ("a draft meets a person", [None, machine(), b(), b()], true),
        ("a draft meets a draft", [None, machine(), other(), other()], true),
        ("a fix meets a person", [a(), Some(human("а!")), b(), b()], true),
        ("a state meets a person", [a(), Some(final_by("A", "а")), b(), b()], true),
        ("a state meets an empty target", [a(), Some(final_by("A", "а")), None, None], true),
        (
            "a new draft meets an approval",
            [machine(), other(), Some(final_by("A", "м")), Some(final_by("A", "м"))],
            true,
        ),
        (
            "two approvals",
            [a(), Some(final_by("A", "а")), Some(approved("а", State::Reviewed)), Some(final_by("A", "а"))],
            false,
        ),
        (
            "a stale target approved",
            [Some(stale(human("а"))), Some(final_by("A", "а")), Some(stale(human("а"))), Some(final_by("A", "а"))],
            false,
        ),
    ];
    for (fact, [base, ours, saved, expected], yields) in cases {
        let joined = joined([base, ours, saved], Author::Tool);
        assert_eq!(joined.translation.targets.into_values().next(), expected, "{fact}");
        assert_eq!((joined.yielded.len(), joined.conflicts.len()), (usize::from(yields), 0), "{fact}");
    }
}

#[test]
fn two_peoples_texts_are_a_conflict_and_the_saved_one_stays() {
    let joined = joined([Some(human("а")), Some(human("б")), Some(human("в"))], Author::Person);
    assert_eq!(joined.translation.targets.into_values().collect::<Vec<_>>(), [human("в")]);
    let [conflict] = &joined.conflicts[..] else { panic!("{:?}", joined.conflicts) };
    assert_eq!((&conflict.ours, &conflict.theirs), (&human("в"), &human("б")));
    assert_eq!(conflict.source, text("One."));
}

#[test]
fn targets_without_a_sentence_come_from_both_sides() {
    let article = article(ARTICLE);
    let entry = |words: &str| Obsolete {
        id: id(&article, "One"),
        role: Role::Paragraph,
        source: text("Zero."),
        target: human(words),
        remarks: Vec::new(),
    };
    let with = |words: &[&str]| Translation {
        obsolete: words.iter().map(|words| entry(words)).collect(),
        ..translation(&article, &[])
    };
    for (base, ours, saved, expected) in [
        (&["а"][..], &["а", "б"][..], &["а", "в"][..], &["а", "в", "б"][..]),
        (&["а"], &["б"], &["а"], &["б"]),
        (&["а"], &["а"], &["в"], &["в"]),
        (&["а"], &[], &["а"], &["а"]),
    ] {
        let joined = join(&article, &with(base), &with(ours), &with(saved), Author::Tool);
        let words: Vec<_> = joined.translation.obsolete.iter().map(|entry| entry.target.text.prose.as_str()).collect();
        assert_eq!(words, expected, "{base:?} {ours:?} {saved:?}");
    }
}

#[test]
fn remarks_come_from_both_sides_and_one_that_was_taken_away_stays_away() {
    let article = article(ARTICLE);
    let at = id(&article, "One");
    let remark = |text: &str| Remark { by: Some("Nina".to_owned()), text: text.to_owned() };
    let with = |texts: &[&str]| {
        let remarks: Vec<Remark> = texts.iter().map(|text| remark(text)).collect();
        let entry = Obsolete {
            id: at,
            role: Role::Paragraph,
            source: text("Zero."),
            target: human("а"),
            remarks: remarks.clone(),
        };
        let remarks = BTreeMap::from([(at, remarks)]);
        Translation { remarks, obsolete: vec![entry], ..translation(&article, &[]) }
    };
    for (base, ours, saved, expected) in [
        (&[][..], &["1"][..], &["2"][..], &["2", "1"][..]),
        (&["0"], &["0", "1"], &["0", "2"], &["0", "2", "1"]),
        (&["0"], &["0"], &[], &[]),
        (&[], &["1"], &["1"], &["1"]),
    ] {
        let joined = join(&article, &with(base), &with(ours), &with(saved), Author::Tool).translation;
        let expected: Vec<Remark> = expected.iter().map(|text| remark(text)).collect();
        assert_eq!(joined.remarks[&at], expected, "{base:?} {ours:?} {saved:?}");
        assert_eq!(joined.obsolete[0].remarks, expected, "{base:?} {ours:?} {saved:?}");
    }
}

/// What a side does to a segment: nothing, another target, none.
fn change() -> impl Strategy<Value = Option<Option<Target>>> {
    prop_oneof![2 => Just(None), 2 => any_target().prop_map(|target| Some(Some(target))), 1 => Just(Some(None))]
}

proptest! {
    #![proptest_config(crate::support::config(192))]

    #[test]
    fn no_text_that_a_person_has_typed_is_lost((article, base) in article_and_translation(), changes in proptest::collection::vec((change(), change()), 12)) {
        let (mut ours, mut saved) = (base.clone(), base.clone());
        let ids: Vec<_> = article.translated().map(|(_, segment)| segment.id).collect();
        for (id, (first, second)) in ids.iter().zip(changes) {
            for (side, change) in [(&mut ours, first), (&mut saved, second)] {
                match change {
                    Some(Some(target)) => { side.targets.insert(*id, target); }
                    Some(None) => { side.targets.remove(id); }
                    None => {}
                }
            }
        }
        for author in [Author::Tool, Author::Person] {
            let joined = join(&article, &base, &ours, &saved, author);
            let is_typed = |id, target: &Target| {
                let is_new = base.targets.get(id).is_none_or(|base| !same(&base.text, &target.text));
                is_new && matches!(target.origin, Origin::Human { .. })
            };
            let kept = |id, target: &Target| joined.translation.targets.get(id).is_some_and(|kept| same(&kept.text, &target.text));
            for (id, target) in saved.targets.iter().filter(|(id, target)| is_typed(id, target)) {
                prop_assert!(kept(id, target), "saved: {:?}", target);
            }
            for (id, target) in ours.targets.iter().filter(|(id, target)| author == Author::Person && is_typed(id, target)) {
                let in_conflict = joined.conflicts.iter().any(|conflict| conflict.id == *id && conflict.theirs == *target);
                prop_assert!(in_conflict || kept(id, target), "ours: {:?}", target);
            }
            prop_assert_eq!(join(&article, &base, &base, &saved, author).translation.targets, saved.targets.clone());
            prop_assert_eq!(join(&article, &base, &ours, &base, author).translation.targets, ours.targets.clone());
        }
    }
}
